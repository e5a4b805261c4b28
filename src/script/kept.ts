// Which headers of a message a script written from a recording keeps: those that say what was wanted and what was
// answered. What a compiler of scripts would add although it was not there is taken away.
import type { Sighting } from '../flow/model.ts';
import { mediaType } from '../sip/multipart.ts';
import type { SipMessage } from '../sip/message.ts';
import type { Mask } from './mask.ts';
import { sdpLines } from './sdp-lines.ts';

interface Kept {
  /** Long form, lower case. */
  readonly name: string;
  readonly shown: string;
  readonly when: (message: SipMessage) => boolean;
  /** A script that says nothing gets one. */
  readonly isUsual: (message: SipMessage) => boolean;
}

const always = (): boolean => true;
const never = (): boolean => false;
const request =
  (...methods: string[]) =>
  ({ kind, method }: SipMessage): boolean =>
    kind === 'request' && methods.includes(method);
const status =
  (...codes: number[]) =>
  (message: SipMessage): boolean =>
    message.kind === 'response' && codes.includes(message.status);
const success =
  (...methods: string[]) =>
  ({ kind, method, status: code }: SipMessage): boolean =>
    kind === 'response' && code >= 200 && code < 300 && methods.includes(method);
const redirect = (message: SipMessage): boolean =>
  message.kind === 'response' && message.status >= 300 && message.status < 400;
const either =
  (...tests: ((message: SipMessage) => boolean)[]) =>
  (message: SipMessage): boolean =>
    tests.some((test) => test(message));

const KEPT: readonly Kept[] = [
  { name: 'contact', shown: 'Contact', when: redirect, isUsual: redirect },
  { name: 'event', shown: 'Event', when: always, isUsual: request('SUBSCRIBE', 'NOTIFY', 'PUBLISH') },
  {
    name: 'expires',
    shown: 'Expires',
    when: always,
    isUsual: either(request('REGISTER', 'SUBSCRIBE', 'PUBLISH'), success('SUBSCRIBE', 'PUBLISH')),
  },
  { name: 'min-expires', shown: 'Min-Expires', when: always, isUsual: status(423) },
  { name: 'subscription-state', shown: 'Subscription-State', when: always, isUsual: request('NOTIFY') },
  { name: 'refer-to', shown: 'Refer-To', when: always, isUsual: request('REFER') },
  { name: 'require', shown: 'Require', when: always, isUsual: status(421) },
  { name: 'proxy-require', shown: 'Proxy-Require', when: always, isUsual: never },
  { name: 'unsupported', shown: 'Unsupported', when: always, isUsual: status(420) },
  { name: 'allow', shown: 'Allow', when: status(405, 501), isUsual: status(405) },
  { name: 'accept', shown: 'Accept', when: status(415), isUsual: status(415) },
  { name: 'allow-events', shown: 'Allow-Events', when: status(489), isUsual: status(489) },
  { name: 'www-authenticate', shown: 'WWW-Authenticate', when: always, isUsual: status(401) },
  { name: 'proxy-authenticate', shown: 'Proxy-Authenticate', when: always, isUsual: status(407) },
  { name: 'session-expires', shown: 'Session-Expires', when: always, isUsual: never },
  { name: 'min-se', shown: 'Min-SE', when: always, isUsual: status(422) },
  { name: 'reason', shown: 'Reason', when: always, isUsual: never },
  { name: 'retry-after', shown: 'Retry-After', when: always, isUsual: never },
  { name: 'warning', shown: 'Warning', when: always, isUsual: never },
  { name: 'privacy', shown: 'Privacy', when: always, isUsual: never },
  { name: 'p-asserted-identity', shown: 'P-Asserted-Identity', when: always, isUsual: never },
  { name: 'p-preferred-identity', shown: 'P-Preferred-Identity', when: always, isUsual: never },
  { name: 'diversion', shown: 'Diversion', when: always, isUsual: never },
];

/** Headers of which the script keeps every value, beside those that it keeps anyway. */
export type ExtraHeaders = readonly string[];

/** Several values of these stand in one line. */
const LISTS: ReadonlySet<string> = new Set([
  'allow',
  'require',
  'proxy-require',
  'unsupported',
  'accept',
  'allow-events',
  'supported',
]);

/** The kept headers of a message, name by name, each with the text of its lines. */
export function keptHeaders(
  message: SipMessage,
  mask: Mask,
  extra: ExtraHeaders,
): ReadonlyMap<string, readonly string[]> {
  const kept = new Map<string, readonly string[]>();
  const take = (name: string, shown: string): void => {
    const values = message.headers(name).slice(0, 20);
    if (values.length === 0 || kept.has(shown)) return;
    const told = LISTS.has(name) ? [values.join(', ')] : values;
    kept.set(
      shown,
      told.map((value) => `| ${shown}: ${mask.value(stable(name, value))}`),
    );
  };
  for (const { name, shown, when } of KEPT) if (when(message)) take(name, shown);
  for (const name of extra) take(name.toLowerCase(), name);
  return kept;
}

/** Lines that take away what was not there. */
export function missingHeaders(message: SipMessage): ReadonlyMap<string, readonly string[]> {
  const missing = new Map<string, readonly string[]>();
  for (const { name, shown, isUsual } of KEPT) {
    if (isUsual(message) && message.headers(name).length === 0) missing.set(shown, [`| -${shown}`]);
  }
  return missing;
}

/** Numbers of the moment inside a value: a nonce, the rest of a subscription's time. */
function stable(name: string, value: string): string {
  switch (name) {
    case 'www-authenticate':
    case 'proxy-authenticate':
      return value.replace(/\b(nonce|opaque)\s*=\s*("(?:\\.|[^"\\])*"|[^,\s]*)/gi, '$1="$1"');
    case 'subscription-state':
      return value.replace(/\s*;\s*expires\s*=\s*\d+/i, '');
    case 'event':
      return value.replace(/\s*;\s*id\s*=\s*[^;\s]+/i, '');
    case 'session-expires':
      return value;
    default:
      return value;
  }
}

/**
 * The lines of a body: all of a session description and of a fragment of a message, of others what they are. Undefined
 * where there is no body.
 */
export function bodyLines({ message }: Sighting, mask: Mask): readonly string[] | undefined {
  const body = message.bodyText;
  if (body.trim() === '') return undefined;
  const type = mediaType(message.header('content-type') ?? '');
  if (type === 'application/sdp') return sdpLines(body, mask).map((line) => `| body: ${line}`);
  if (type === 'message/sipfrag') return [`| body: ${mask.value(body.split(/\r?\n/)[0] ?? '')}`];
  return [`| Content-Type: ${mask.value(type === '' ? 'application/octet-stream' : type)}`, '| body: (not shown)'];
}
