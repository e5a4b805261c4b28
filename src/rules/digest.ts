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
  return digestsIn(message, CREDENTIALS_HEADER).filter(({ response }) => response !== '');
}

function digestsIn(message: SipMessage, names: Readonly<Record<DigestSide, string>>): readonly Digest[] {
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

/** `Digest a=b, c="d"`: names in lower case; the first of a doubled parameter wins. */
function paramsOf(value: string): ReadonlyMap<string, string> {
  const params = new Map<string, string>();
  let at = value.indexOf(' ') + 1;
  while (at < value.length) {
    const equals = value.indexOf('=', at);
    if (equals < 0) break;
    const name = value.slice(at, equals).replaceAll(',', ' ').trim().toLowerCase();
    at = equals + 1;
    while (value[at] === ' ' || value[at] === '\t') at++;
    const end = value[at] === '"' ? quoteEnd(value, at) : commaAt(value, at);
    const raw = value.slice(at, end).trim();
    if (!params.has(name)) params.set(name, raw.startsWith('"') ? raw.slice(1, -1).replace(/\\(.)/g, '$1') : raw);
    at = end;
  }
  return params;
}

function quoteEnd(value: string, open: number): number {
  let at = open + 1;
  while (at < value.length && value[at] !== '"') at += value[at] === '\\' ? 2 : 1;
  return Math.min(at + 1, value.length);
}

function commaAt(value: string, from: number): number {
  const comma = value.indexOf(',', from);
  return comma < 0 ? value.length : comma;
}
