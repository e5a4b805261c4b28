// The first line of a message (RFC 3261 §7.1, §7.2), read leniently: extra white space, any case of "SIP", any version.
import { isSpace, isToken, skipSpace, trimSpace } from '../bytes/ascii.ts';
import type { Span } from '../bytes/span.ts';

/** What a start line says. Spans are offsets in the text it was read from. */
export type StartLine =
  | { readonly kind: 'request'; readonly method: Span; readonly uri: Span; readonly version: Span }
  | { readonly kind: 'response'; readonly version: Span; readonly status: Span; readonly reason: Span }
  | { readonly kind: 'unreadable' };

const unreadable: StartLine = { kind: 'unreadable' };

/** Reads the start line in [start, end), line end excluded. */
export function parseStartLine(text: string, start: number, end: number): StartLine {
  const from = skipSpace(text, start, end);
  const to = trimSpace(text, from, end);
  if (isSipVersion(text, from, to)) return parseStatusLine(text, from, to);
  return parseRequestLine(text, from, to);
}

function parseStatusLine(text: string, start: number, end: number): StartLine {
  const versionEnd = nextSpace(text, start, end);
  const statusStart = skipSpace(text, versionEnd, end);
  let statusEnd = statusStart;
  while (statusEnd < end && isDigitAt(text, statusEnd)) statusEnd++;
  if (statusEnd === statusStart) return unreadable;
  return {
    kind: 'response',
    version: { start, end: versionEnd },
    status: { start: statusStart, end: statusEnd },
    reason: { start: skipSpace(text, statusEnd, end), end },
  };
}

function parseRequestLine(text: string, start: number, end: number): StartLine {
  const methodEnd = nextSpace(text, start, end);
  const uriStart = skipSpace(text, methodEnd, end);
  if (uriStart === end || !isToken(text.slice(start, methodEnd))) return unreadable;
  let versionStart = end;
  while (versionStart > uriStart && !isSpace(text.charCodeAt(versionStart - 1))) versionStart--;
  const method = { start, end: methodEnd };
  if (versionStart > uriStart && isSipVersion(text, versionStart, end)) {
    const uri = { start: uriStart, end: trimSpace(text, uriStart, versionStart) };
    return { kind: 'request', method, uri, version: { start: versionStart, end } };
  }
  // A version of another protocol is another protocol; no version at all is a request with a defect.
  const looksLikeUri = /^<?[A-Za-z][A-Za-z0-9+.-]{0,30}:/.test(text.slice(uriStart, uriStart + 33));
  if (!looksLikeUri || text.lastIndexOf('/', end) > versionStart) return unreadable;
  return { kind: 'request', method, uri: { start: uriStart, end }, version: { start: end, end } };
}

/** Whether `SIP/` stands at `start`, in any case. */
export function isSipVersion(text: string, start: number, end: number): boolean {
  return (
    end - start >= 5 &&
    (text.charCodeAt(start) | 0x20) === 115 &&
    (text.charCodeAt(start + 1) | 0x20) === 105 &&
    (text.charCodeAt(start + 2) | 0x20) === 112 &&
    text.charCodeAt(start + 3) === 47 &&
    isDigitAt(text, start + 4)
  );
}

function nextSpace(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && !isSpace(text.charCodeAt(at))) at++;
  return at;
}

function isDigitAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}
