// Whether bytes are SIP, by content alone (RFC 3261 §7.1, §7.2; RFC 4475 asks for patience). Ports prove nothing.
import { CR, LF, NUL, SPACE, TAB, isDigit, isTokenCode } from '../bytes/ascii.ts';
import type { SipMessage } from './message.ts';

/** Longest method that is looked at. */
const MAX_METHOD_BYTES = 64;
/** Longest start line that is looked at. */
export const MAX_START_LINE_BYTES = 16 * 1024;

/** Whether a SIP message begins in [start, end), keep-alive bytes before it allowed. */
export function looksLikeSip(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  // Nearly everything that is not SIP (RTP, RTCP, DTLS, TLS) is turned away by its first byte.
  while (at < end && isIdle(bytes[at] ?? 0)) at++;
  return isStartLine(bytes, at, end);
}

/** Whether a SIP start line begins at `start`: `token … SIP/d.d` before the line ends, or `SIP/d.d ddd`. */
export function isStartLine(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  const limit = Math.min(end, start + MAX_METHOD_BYTES);
  while (at < limit && isTokenCode(bytes[at] ?? 0)) at++;
  if (at === start || at >= end) return false;
  const behind = bytes[at] ?? 0;
  if (behind === 47) return isVersion(bytes, start, end) && isStatus(bytes, start, end);
  return (behind === SPACE || behind === TAB) && endsInVersion(bytes, at, end);
}

/**
 * Whether a datagram only keeps a NAT binding or a connection open: nothing, a few bytes, or CR, LF, NUL and SP alone
 * (RFC 5626 §3.5, and what telephones send instead).
 */
export function isKeepAlive(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start <= 4) return true;
  for (let at = start; at < end; at++) if (!isIdle(bytes[at] ?? 0)) return false;
  return true;
}

/** Whether a message has any header that every SIP message must have; without one it is another protocol's. */
export function hasSipHeaders(message: SipMessage): boolean {
  if (message.callId !== '' || message.cseq >= 0 || message.sentBy !== '') return true;
  return message.fields.some(({ canonical }) => sipHeaders.has(canonical));
}

const sipHeaders: ReadonlySet<string> = new Set(['via', 'call-id', 'cseq', 'from', 'to']);

function endsInVersion(bytes: Uint8Array, start: number, end: number): boolean {
  const limit = Math.min(end, start + MAX_START_LINE_BYTES);
  for (let at = start; at < limit; at++) {
    const code = bytes[at] ?? 0;
    if (code === LF || code === CR || code === NUL) return false;
    if ((code === SPACE || code === TAB) && isVersion(bytes, at + 1, end)) return true;
  }
  return false;
}

// SIP/ in any case, then d.d
function isVersion(bytes: Uint8Array, at: number, end: number): boolean {
  return (
    at + 7 <= end &&
    ((bytes[at] ?? 0) | 0x20) === 115 &&
    ((bytes[at + 1] ?? 0) | 0x20) === 105 &&
    ((bytes[at + 2] ?? 0) | 0x20) === 112 &&
    bytes[at + 3] === 47 &&
    isDigit(bytes[at + 4] ?? 0)
  );
}

function isStatus(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start + 4;
  const limit = Math.min(end, start + MAX_METHOD_BYTES);
  while (at < limit && (isDigit(bytes[at] ?? 0) || bytes[at] === 46)) at++;
  const versionEnd = at;
  while (at < limit && (bytes[at] === SPACE || bytes[at] === TAB)) at++;
  const statusStart = at;
  while (at < limit && isDigit(bytes[at] ?? 0)) at++;
  return statusStart > versionEnd && at - statusStart >= 3;
}

function isIdle(code: number): boolean {
  return code === CR || code === LF || code === NUL || code === SPACE;
}
