// Via: over which transport a request went, who sent it, and the parameters that carry the answer back
// (RFC 3261 §20.42, RFC 3581).
import { indexOfCode, skipSpace, trimSpace } from '../bytes/ascii.ts';
import type { Span } from '../bytes/span.ts';
import { findParam, paramValue, parseParams } from './params.ts';
import type { Param } from './params.ts';
import { itemEnd } from './quoted.ts';
import { parseHost } from './uri.ts';
import type { HostPort } from './uri.ts';

const SEMICOLON = 59;
const SLASH = 47;

/** One Via value. */
export interface Via extends HostPort {
  /** `SIP/2.0` without white space. */
  readonly protocol: string;
  /** Upper case: `UDP`; '' when it is missing. */
  readonly transport: string;
  /** `host[:port]`, lower case. */
  readonly sentBy: string;
  readonly params: readonly Param[];
  /** '' when there is none. */
  readonly branch: string;
  readonly received: string | undefined;
  /** The number that a server filled in; undefined when `rport` is missing or still empty. */
  readonly rport: number | undefined;
  readonly span: Span;
}

/** Reads the one Via value in [start, end). */
export function parseVia(text: string, start = 0, end = text.length): Via {
  const from = skipSpace(text, start, end);
  const to = trimSpace(text, from, end);
  const semicolon = indexOfCode(text, SEMICOLON, from, to);
  const hostStart = sentByStart(text, from, semicolon);
  const hostPort = parseHost(text, hostStart, semicolon);
  const params = parseParams(text, semicolon, to);
  const [name = '', version = '', transport = ''] = text.slice(from, hostStart).split('/', 3);
  const rport = paramValue(params, 'rport') ?? '';
  return {
    protocol: `${name.trim()}/${version.trim()}`,
    transport: transport.trim().toUpperCase(),
    sentBy: sentByOf(text, hostStart, semicolon),
    ...hostPort,
    params,
    branch: paramValue(params, 'branch') ?? '',
    received: paramValue(params, 'received'),
    rport: /^\d{1,9}$/.test(rport) ? Number(rport) : undefined,
    span: { start: from, end: to },
  };
}

/** Branch of the first Via of the list in [start, end); '' when there is none. */
export function topBranch(text: string, start: number, end: number): string {
  const to = itemEnd(text, start, end);
  return findParam(text, 'branch', indexOfCode(text, SEMICOLON, start, to), to);
}

/** `host[:port]` of the first Via of the list in [start, end), lower case, without white space. */
export function topSentBy(text: string, start: number, end: number): string {
  const to = itemEnd(text, start, end);
  const semicolon = indexOfCode(text, SEMICOLON, start, to);
  return sentByOf(text, sentByStart(text, skipSpace(text, start, semicolon), semicolon), semicolon);
}

function sentByOf(text: string, start: number, end: number): string {
  const sentBy = text.slice(start, trimSpace(text, start, end)).toLowerCase();
  return /[ \t]/.test(sentBy) ? sentBy.replace(/[ \t]+/g, '') : sentBy;
}

// Behind `SIP / 2.0 / UDP `: the third token, then white space. Without white space there is no sent-by.
function sentByStart(text: string, start: number, end: number): number {
  let at = start;
  for (let slashes = 0; slashes < 2; slashes++) {
    const slash = indexOfCode(text, SLASH, at, end);
    // No transport at all: `SIP/2.0 host`, or not even that.
    if (slash === end) break;
    at = skipSpace(text, slash + 1, end);
  }
  while (at < end && !isSpaceAt(text, at)) at++;
  return skipSpace(text, at, end);
}

function isSpaceAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 9;
}
