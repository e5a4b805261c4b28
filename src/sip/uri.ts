// URIs: text becomes scheme, user, host, port, parameters and headers, each with its place (RFC 3261 §19.1, RFC 3966).
// Lenient: whatever is wrong is left to the checks, the best reading is delivered.
import { indexOfCode, utf8 } from '../bytes/ascii.ts';
import type { Span } from '../bytes/span.ts';
import { parseParams } from './params.ts';
import type { Param } from './params.ts';

const AMPERSAND = 38;

/** A `sip:` or `sips:` URI. */
export interface SipUri {
  readonly kind: 'sip';
  readonly scheme: 'sip' | 'sips';
  /** As on the wire, still escaped; '' when there is none. */
  readonly user: string;
  readonly userSpan: Span | undefined;
  readonly password: string | undefined;
  /** As on the wire; an IPv6 address without its brackets. */
  readonly host: string;
  readonly hostSpan: Span;
  /** The host stands in brackets. */
  readonly bracketed: boolean;
  /** Undefined when there is none or it is not a number. */
  readonly port: number | undefined;
  readonly portSpan: Span | undefined;
  readonly params: readonly Param[];
  /** What stands behind `?`, names in lower case, values still escaped. */
  readonly headers: readonly Param[];
  readonly span: Span;
}

/** A `tel:` URI. */
export interface TelUri {
  readonly kind: 'tel';
  readonly scheme: 'tel';
  /** As on the wire, visual separators included. */
  readonly number: string;
  readonly params: readonly Param[];
  readonly span: Span;
}

/** Any other absolute URI; not looked into. */
export interface OpaqueUri {
  readonly kind: 'opaque';
  /** Lower case; '' when there is no scheme. */
  readonly scheme: string;
  /** As on the wire, scheme included. */
  readonly text: string;
  readonly span: Span;
}

/** Any URI, told apart by `kind`. */
export type Uri = SipUri | TelUri | OpaqueUri;

/** Reads the URI in [start, end). Never fails: what has no scheme is opaque with scheme ''. */
export function parseUri(text: string, start = 0, end = text.length): Uri {
  const span = { start, end };
  const colon = schemeEnd(text, start, end);
  const scheme = colon < 0 ? '' : text.slice(start, colon).toLowerCase();
  if (scheme === 'sip' || scheme === 'sips') return parseSipUri(text, scheme, colon + 1, span);
  if (scheme !== 'tel') return { kind: 'opaque', scheme, text: utf8(text.slice(start, end)), span };
  const semicolon = indexOfCode(text, 59, colon + 1, end);
  const number = text.slice(colon + 1, semicolon);
  return { kind: 'tel', scheme, number, params: parseParams(text, semicolon, end), span };
}

// ALPHA *(ALPHA / DIGIT / + / - / .) before a colon, RFC 3986 §3.1.
function schemeEnd(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 58) return at > start ? at : -1;
    const letter = (code | 0x20) >= 97 && (code | 0x20) <= 122;
    const other = (code >= 48 && code <= 57) || code === 43 || code === 45 || code === 46;
    if (!letter && (at === start || !other)) return -1;
  }
  return -1;
}

function parseSipUri(text: string, scheme: 'sip' | 'sips', start: number, span: Span): SipUri {
  const { end } = span;
  // User parts hold `;`, `?` and `,` unescaped, but never `@`: the host begins behind the last one.
  const lastAt = lastIndexOf(text, 64, start, end);
  const hostStart = lastAt < 0 ? start : lastAt + 1;
  const question = indexOfCode(text, 63, hostStart, end);
  const semicolon = indexOfCode(text, 59, hostStart, question);
  const host = parseHost(text, hostStart, semicolon);
  const userInfo = lastAt < 0 ? undefined : parseUserInfo(text, start, lastAt);
  return {
    kind: 'sip',
    scheme,
    user: userInfo ? utf8(text.slice(userInfo.user.start, userInfo.user.end)) : '',
    userSpan: userInfo?.user,
    password: userInfo?.password,
    ...host,
    params: parseParams(text, semicolon, question),
    headers: question < end ? parseUriHeaders(text, question, end) : [],
    span,
  };
}

function parseUserInfo(text: string, start: number, end: number): { user: Span; password: string | undefined } {
  const colon = indexOfCode(text, 58, start, end);
  const password = colon < end ? utf8(text.slice(colon + 1, end)) : undefined;
  return { user: { start, end: colon }, password };
}

/** Host and port as URIs, Via sent-by and `maddr` write them. */
export interface HostPort {
  /** As on the wire; an IPv6 address without its brackets. */
  readonly host: string;
  readonly hostSpan: Span;
  readonly bracketed: boolean;
  readonly port: number | undefined;
  readonly portSpan: Span | undefined;
}

/** Reads `host[:port]` in [start, end), white space around the colon allowed. */
export function parseHost(text: string, start: number, end: number): HostPort {
  let from = start;
  while (from < end && isBlank(text, from)) from++;
  let to = end;
  while (to > from && isBlank(text, to - 1)) to--;
  if (text.charCodeAt(from) === 91) {
    const close = indexOfCode(text, 93, from, to);
    const colon = indexOfCode(text, 58, close, to);
    return hostPort(text, { start: from + 1, end: close }, true, colon, to);
  }
  const colon = indexOfCode(text, 58, from, to);
  // Two colons or more: an IPv6 address that lost its brackets.
  const second = indexOfCode(text, 58, colon + 1, to);
  return hostPort(text, { start: from, end: second < to ? to : colon }, false, second < to ? to : colon, to);
}

function hostPort(text: string, around: Span, bracketed: boolean, colon: number, end: number): HostPort {
  let hostEnd = around.end;
  while (hostEnd > around.start && isBlank(text, hostEnd - 1)) hostEnd--;
  const hostSpan = { start: around.start, end: hostEnd };
  const host = text.slice(hostSpan.start, hostSpan.end);
  if (colon >= end) return { host, hostSpan, bracketed, port: undefined, portSpan: undefined };
  let portStart = colon + 1;
  while (portStart < end && isBlank(text, portStart)) portStart++;
  const digits = text.slice(portStart, end);
  const port = /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
  return { host, hostSpan, bracketed, port, portSpan: { start: portStart, end } };
}

function parseUriHeaders(text: string, question: number, end: number): Param[] {
  const headers: Param[] = [];
  for (let at = question; at < end;) {
    const next = indexOfCode(text, AMPERSAND, at + 1, end);
    const equal = indexOfCode(text, 61, at + 1, next);
    const span = { start: at + 1, end: next };
    const valueSpan = equal < next ? { start: equal + 1, end: next } : undefined;
    const value = valueSpan && utf8(text.slice(valueSpan.start, valueSpan.end));
    headers.push({ name: text.slice(at + 1, equal).toLowerCase(), value, quoted: false, span, valueSpan });
    at = next;
  }
  return headers;
}

/** Percent-decodes once (RFC 3261 §19.1.2); `%` without two hex digits stays. The bytes are read as UTF-8. */
export function unescapeUri(text: string): string {
  if (!text.includes('%')) return text;
  const bytes = text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return utf8(bytes);
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 9;
}

function lastIndexOf(text: string, wanted: number, start: number, end: number): number {
  for (let at = end - 1; at >= start; at--) if (text.charCodeAt(at) === wanted) return at;
  return -1;
}
