// Challenges and credentials of HTTP digest authentication in SIP (RFC 3261 §22, RFC 8760). Linear, never throws.
import type { SipMessage } from '../sip/message.ts';

/** `www`: 401, WWW-Authenticate, Authorization. `proxy`: 407, Proxy-Authenticate, Proxy-Authorization. */
export type DigestSide = 'www' | 'proxy';

/** A challenge or credentials: the parameters that a judgement needs. Absent parameters are ''. */
export interface Digest {
  readonly side: DigestSide;
  readonly realm: string;
  readonly nonce: string;
  readonly username: string;
  readonly uri: string;
  readonly response: string;
  readonly algorithm: string;
  /** Only a challenge says it: the nonce was too old, the password was right (RFC 3261 §22.4). */
  readonly stale: boolean;
}

/** Header names by side. */
export const CHALLENGE_HEADER = { www: 'WWW-Authenticate', proxy: 'Proxy-Authenticate' } as const;
export const CREDENTIALS_HEADER = { www: 'Authorization', proxy: 'Proxy-Authorization' } as const;

/** Every challenge of a response, both sides: a proxy merges the challenges of its branches (RFC 3261 §16.7 step 7). */
export function challengesIn(message: SipMessage): readonly Digest[] {
  return digestsIn(message, CHALLENGE_HEADER);
}

/** The credentials of a request. Those with an empty response announce a user before any challenge (3GPP) and do not count. */
export function credentialsIn(message: SipMessage): readonly Digest[] {
  const found = digestsIn(message, CREDENTIALS_HEADER);
  return found.every(isAnswer) ? found : found.filter(isAnswer);
}

/** Credentials as everybody writes them: what looks like this needs no table to be known. */
const USUAL_CREDENTIALS = /\r\n(?:proxy-)?authorization:[^\r\n]*[ ,]response="[0-9a-f]{32}"/i;

/** Whether the request has credentials. */
export function hasCredentials(message: SipMessage): boolean {
  const found = USUAL_CREDENTIALS.exec(message.text);
  return (found !== null && found.index < message.text.indexOf('\r\n\r\n')) || credentialsIn(message).length > 0;
}

/** Whether a challenge says that only the nonce was too old. */
export function isStale(message: SipMessage): boolean {
  return /stale/i.test(message.text) && challengesIn(message).some(({ stale }) => stale);
}

/** One look at the text tells of most messages that they carry neither; the header table costs more. */
const MENTIONED = { challenges: /-authenticate/i, credentials: /authorization/i } as const;
const NONE: readonly Digest[] = [];

type DigestHeader = typeof CHALLENGE_HEADER | typeof CREDENTIALS_HEADER;

/** Several rules ask for the same headers; they are taken apart once, and forgotten with their message. */
const known = {
  challenges: new WeakMap<SipMessage, readonly Digest[]>(),
  credentials: new WeakMap<SipMessage, readonly Digest[]>(),
};

function isAnswer({ response }: Digest): boolean {
  return response !== '';
}

function digestsIn(message: SipMessage, names: DigestHeader): readonly Digest[] {
  const what = names === CHALLENGE_HEADER ? 'challenges' : 'credentials';
  if (!MENTIONED[what].test(message.text)) return NONE;
  const cache = known[what];
  const cached = cache.get(message);
  if (cached) return cached;
  const found = readDigests(message, names);
  cache.set(message, found);
  return found;
}

function readDigests(message: SipMessage, names: DigestHeader): readonly Digest[] {
  const found: Digest[] = [];
  for (const side of ['www', 'proxy'] as const) {
    for (const value of message.headers(names[side].toLowerCase())) found.push(digestOf(value, side));
  }
  return found;
}

function digestOf(value: string, side: DigestSide): Digest {
  const params = paramsOf(value);
  const param = (name: string): string => params.get(name) ?? '';
  return {
    side,
    realm: param('realm'),
    nonce: param('nonce'),
    username: param('username'),
    uri: param('uri'),
    response: param('response'),
    algorithm: param('algorithm').toUpperCase(),
    stale: param('stale').toLowerCase() === 'true',
  };
}

const BACKSLASH = 92;

/** `Digest a=b, c="d"`: names in lower case; the first of a doubled parameter wins. */
function paramsOf(value: string): ReadonlyMap<string, string> {
  const params = new Map<string, string>();
  let at = value.indexOf(' ') + 1;
  while (at < value.length) {
    const equals = value.indexOf('=', at);
    if (equals < 0) break;
    const name = value.slice(at, equals).replaceAll(',', ' ').trim().toLowerCase();
    at = equals + 1;
    while (value.charCodeAt(at) === 32 || value.charCodeAt(at) === 9) at++;
    const end = value[at] === '"' ? quoteEnd(value, at) : commaAt(value, at);
    const raw = value.slice(at, end).trim();
    if (!params.has(name)) params.set(name, raw.startsWith('"') ? raw.slice(1, -1).replace(/\\(.)/g, '$1') : raw);
    at = end;
  }
  return params;
}

function quoteEnd(value: string, open: number): number {
  let at = value.indexOf('"', open + 1);
  // An escaped quote does not end the string, but an escaped backslash before the quote does.
  while (at > 0 && isEscaped(value, open, at)) at = value.indexOf('"', at + 1);
  return at < 0 ? value.length : at + 1;
}

/** Whether an odd number of backslashes stands before `at`. */
function isEscaped(value: string, open: number, at: number): boolean {
  let first = at;
  while (first > open + 1 && value.charCodeAt(first - 1) === BACKSLASH) first--;
  return (at - first) % 2 === 1;
}

function commaAt(value: string, from: number): number {
  const comma = value.indexOf(',', from);
  return comma < 0 ? value.length : comma;
}
