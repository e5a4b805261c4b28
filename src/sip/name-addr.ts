// From, To, Contact, Route and their kin: a display name, a URI, and header parameters (RFC 3261 §20.10, §25.1).
import { indexOfCode, skipSpace, trimSpace, utf8 } from '../bytes/ascii.ts';
import type { Span } from '../bytes/span.ts';
import { parseParams, paramValue } from './params.ts';
import type { Param } from './params.ts';
import { indexOutsideQuotes, skipQuoted, trimmed, unquote } from './quoted.ts';
import { parseUri } from './uri.ts';
import type { Uri } from './uri.ts';

const QUOTE = 34;
const SEMICOLON = 59;
const LESS = 60;
const GREATER = 62;

/** A name-addr (`"Alice" <sip:alice@example.com>;tag=1`) or addr-spec (`sip:alice@example.com;tag=1`). */
export interface NameAddr {
  /** Without quotes and escapes; '' when there is none. */
  readonly displayName: string;
  readonly displaySpan: Span | undefined;
  /** The URI stands in `<…>`: parameters inside belong to it, parameters outside to the header. */
  readonly bracketed: boolean;
  readonly uri: Uri;
  /** The URI as on the wire, without brackets. */
  readonly uriText: string;
  readonly params: readonly Param[];
  /** Value of the `tag` parameter; '' when there is none. */
  readonly tag: string;
  readonly span: Span;
}

/** Where the parts of a name-addr are. */
export interface NameAddrParts {
  /** Behind the display name: the position of `<`, or the start of the URI. */
  readonly nameEnd: number;
  readonly uriStart: number;
  readonly uriEnd: number;
  /** Where header parameters begin: at the first `;`, or the end. */
  readonly paramsStart: number;
  readonly bracketed: boolean;
}

/** Reads the value in [start, end). */
export function parseNameAddr(text: string, start = 0, end = text.length): NameAddr {
  const from = skipSpace(text, start, end);
  const to = trimSpace(text, from, end);
  const parts = findParts(text, from, to);
  const name = trimmed(text, from, parts.nameEnd);
  const named = parts.bracketed && name.end > name.start;
  const uri = trimmed(text, parts.uriStart, parts.uriEnd);
  const params = parseParams(text, parts.paramsStart, to);
  return {
    displayName: named ? utf8(unquote(text.slice(name.start, name.end))) : '',
    displaySpan: named ? name : undefined,
    bracketed: parts.bracketed,
    uri: parseUri(text, uri.start, uri.end),
    uriText: utf8(text.slice(uri.start, uri.end)),
    params,
    tag: paramValue(params, 'tag') ?? '',
    span: { start: from, end: to },
  };
}

/** Where display name, URI and header parameters stand in [start, end), which is trimmed. */
export function findParts(text: string, start: number, end: number): NameAddrParts {
  const less = openingAngle(text, start, end);
  if (less < end) {
    const close = indexOfCode(text, GREATER, less, end);
    const paramsStart = indexOfCode(text, SEMICOLON, close, end);
    return { nameEnd: less, uriStart: less + 1, uriEnd: close, paramsStart, bracketed: true };
  }
  // Without brackets everything behind the first `;` belongs to the header, RFC 3261 §20.
  const semicolon = indexOutsideQuotes(text, SEMICOLON, start, end);
  return { nameEnd: start, uriStart: start, uriEnd: semicolon, paramsStart: semicolon, bracketed: false };
}

/** Where header parameters begin in the untrimmed value [start, end). Cheaper than `findParts`. */
export function paramsStartOf(text: string, start: number, end: number): number {
  const less = openingAngle(text, start, end);
  if (less === end) return indexOutsideQuotes(text, SEMICOLON, start, end);
  return indexOfCode(text, SEMICOLON, indexOfCode(text, GREATER, less, end), end);
}

// The `<` that opens the URI: not inside a quoted display name, and not behind a `;` (then it belongs to a parameter).
// A display name whose quote is not closed ends before the last `<` that has a `>`.
function openingAngle(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === LESS) return at;
    if (code === SEMICOLON) return end;
    if (code !== QUOTE) continue;
    const behind = skipQuoted(text, at, end);
    if (behind < 0) return lastAngle(text, at, end);
    at = behind - 1;
  }
  return end;
}

function lastAngle(text: string, start: number, end: number): number {
  let closed = false;
  for (let at = end - 1; at > start; at--) {
    const code = text.charCodeAt(at);
    if (code === GREATER) closed = true;
    else if (code === LESS && closed) return at;
  }
  return end;
}
