// Header names: every spelling becomes one canonical name, and each name says whether commas separate its values
// (RFC 3261 §7.3.1, §7.3.3; IANA "SIP Header Fields", 2026-01-07).

/** Compact form → canonical name. `n` is deprecated (RFC 4474) but still on the wire. */
export const compactForms = {
  a: 'accept-contact',
  b: 'referred-by',
  c: 'content-type',
  d: 'request-disposition',
  e: 'content-encoding',
  f: 'from',
  i: 'call-id',
  j: 'reject-contact',
  k: 'supported',
  l: 'content-length',
  m: 'contact',
  n: 'identity-info',
  o: 'event',
  r: 'refer-to',
  s: 'subject',
  t: 'to',
  u: 'allow-events',
  v: 'via',
  x: 'session-expires',
  y: 'identity',
} as const satisfies Record<string, string>;

/** Headers whose rows may hold several values separated by commas. */
const commaLists: ReadonlySet<string> = new Set([
  'accept',
  'accept-contact',
  'accept-encoding',
  'accept-language',
  'accept-resource-priority',
  'alert-info',
  'allow',
  'allow-events',
  'call-info',
  'contact',
  'content-encoding',
  'content-language',
  'diversion',
  'error-info',
  'feature-caps',
  'geolocation',
  'history-info',
  'in-reply-to',
  'p-access-network-info',
  'p-asserted-identity',
  'p-associated-uri',
  'p-preferred-identity',
  'p-visited-network-id',
  'path',
  'permission-missing',
  'proxy-require',
  'reason',
  'record-route',
  'recv-info',
  'reject-contact',
  'request-disposition',
  'require',
  'resource-priority',
  'route',
  'security-client',
  'security-server',
  'security-verify',
  'service-route',
  'supported',
  'unsupported',
  'user-to-user',
  'via',
  'warning',
]);

/** Headers that may stand in a message once only. */
const singles: ReadonlySet<string> = new Set([
  'call-id',
  'content-disposition',
  'content-length',
  'content-type',
  'cseq',
  'date',
  'event',
  'expires',
  'flow-timer',
  'from',
  'info-package',
  'join',
  'max-forwards',
  'mime-version',
  'min-expires',
  'min-se',
  'organization',
  'priority',
  'rack',
  'refer-sub',
  'refer-to',
  'referred-by',
  'replaces',
  'reply-to',
  'retry-after',
  'rseq',
  'server',
  'session-expires',
  'session-id',
  'sip-etag',
  'sip-if-match',
  'subject',
  'subscription-state',
  'target-dialog',
  'timestamp',
  'to',
  'user-agent',
]);

/** Several rows, one value each: commas separate parameters (RFC 3261 §7.3.1). */
const authHeaders: ReadonlySet<string> = new Set([
  'authorization',
  'proxy-authenticate',
  'proxy-authorization',
  'www-authenticate',
]);

// Spellings seen so far. Bounded: captured names are hostile.
const seen = new Map<string, string>();
const MAX_SEEN = 1000;

/** `Call-ID`, `call-id` and `i` → `call-id`; an unknown name in lower case. */
export function canonicalName(name: string): string {
  const known = seen.get(name);
  if (known !== undefined) return known;
  const lower = name.toLowerCase();
  const canonical = Object.hasOwn(compactForms, lower) ? compactForms[lower as keyof typeof compactForms] : lower;
  if (seen.size < MAX_SEEN && name.length <= 40) seen.set(name, canonical);
  return canonical;
}

/** Whether commas separate the values of a header. */
export function isCommaList(canonical: string): boolean {
  return commaLists.has(canonical);
}

/** Whether a header may stand in a message once only. */
export function isSingle(canonical: string): boolean {
  return singles.has(canonical);
}

/** Whether a header carries a challenge or credentials. */
export function isAuthHeader(canonical: string): boolean {
  return authHeaders.has(canonical);
}
