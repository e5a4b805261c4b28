// Where a body ends on a stream when Content-Length does not say it, or says it wrongly: by what its lines are.
import { CR, LF, SPACE, TAB, isDigit, isTokenCode } from '../bytes/ascii.ts';
import { isStartLine } from './recognize.ts';

/** No Content-Length. */
export const NONE = -1;
/** A Content-Length that is no number. */
export const INVALID = -2;

/** What a body can be told by: `opaque` ones may hold whole messages, and only their length says where they end. */
export type BodyKind = 'absent' | 'sdp' | 'lines' | 'opaque';

/** A line that begins a message, where a header or a line of a body could stand. */
export function beginsMessage(bytes: Uint8Array, start: number, end: number): boolean {
  if (!isStartLine(bytes, start, end)) return false;
  // `Via : SIP/2.0/TCP …` is a header.
  let at = start;
  while (at < end && isTokenCode(bytes[at] ?? 0)) at++;
  return bytes[skipBlank(bytes, at, end)] !== COLON;
}

/** Words that begin the first line of nearly every message. */
const knownStarts = [
  'sip/',
  'invite ',
  'ack ',
  'bye ',
  'cancel ',
  'register ',
  'options ',
  'prack ',
  'subscribe ',
  'notify ',
  'publish ',
  'info ',
  'refer ',
  'message ',
  'update ',
];

/** Whether a start line that begins here is one of a usual method, or of a response. */
export function beginsKnownMessage(bytes: Uint8Array, start: number, end: number): boolean {
  return isStartLine(bytes, start, end) && knownStarts.some((word) => isWord(bytes, start, end, word));
}

/** Whether a body, by its Content-Length, ends within a line that may be the first one of the next message. */
export function mayGoOn(bytes: Uint8Array, start: number, stop: number): boolean {
  let line = stop;
  while (line > start && bytes[line - 1] !== LF) line--;
  const letter = bytes[line] ?? 0;
  if (line === stop || letter < 65 || letter > 90) return false;
  let at = line;
  while (at < stop && isTokenCode(bytes[at] ?? 0)) at++;
  return at === stop || bytes[at] === SPACE || bytes[at] === SLASH;
}

/**
 * Whether the line [line, end), within which a body ends at `stop` by its Content-Length, is the first one of a message:
 * then the length is wrong. It is right when the message begins at `stop`.
 */
export function goesOn(bytes: Uint8Array, line: number, stop: number, end: number): boolean {
  if (!beginsMessage(bytes, line, end)) return false;
  if (!isStartLine(bytes, stop, end)) return true;
  return beginsKnownMessage(bytes, line, end) && !beginsKnownMessage(bytes, stop, end);
}

/** Whether `SIP/` stands anywhere in the bytes: without it no message can begin there. A quick look at every body. */
export function mayHoldMessage(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < 8) return false;
  const body = bytes.subarray(start, end);
  for (let at = body.indexOf(SLASH); at >= 0; at = body.indexOf(SLASH, at + 1)) {
    if (at >= 3 && isWord(body, at - 3, at, 'sip')) return true;
  }
  return false;
}

/** Whether a line belongs to SDP (RFC 8866 §5): a letter and an equals sign. */
export function isSdpLine(bytes: Uint8Array, start: number, end: number): boolean {
  const letter = bytes[start] ?? 0;
  return end - start >= 2 && letter >= 97 && letter <= 122 && bytes[start + 1] === 61;
}

/** Value of a Content-Length row up to `most`; NONE for another header, INVALID for a value that is no number. */
export function contentLengthOf(bytes: Uint8Array, start: number, end: number, most: number): number {
  let at = valueOf(bytes, start, end, 'content-length', 108);
  if (at < 0) return NONE;
  const first = at;
  let length = 0;
  for (; at < end && isDigit(bytes[at] ?? 0); at++) {
    if (length <= most) length = length * 10 + (bytes[at] ?? 0) - 48;
  }
  const behind = skipBlank(bytes, at, end);
  const ended = behind === end || (behind === end - 1 && bytes[behind] === CR);
  return at > first && ended ? length : INVALID;
}

/** What the Content-Type in a head, with its empty line, says of the body. */
export function bodyKindOf(bytes: Uint8Array, start: number, end: number): BodyKind {
  for (let line = start; line < end;) {
    const next = bytes.indexOf(10, line) + 1;
    const at = valueOf(bytes, line, next, 'content-type', 99);
    if (at >= 0) return kindOfType(bytes, at, next);
    if (next === 0) break;
    line = next;
  }
  return 'absent';
}

/** May hold messages: RFC 3420, RFC 5621, and whatever people write. */
const opaqueTypes = ['message/', 'multipart/', 'text/'];

function kindOfType(bytes: Uint8Array, at: number, end: number): BodyKind {
  if (isWord(bytes, at, end, 'application/sdp')) return 'sdp';
  return opaqueTypes.some((type) => isWord(bytes, at, end, type)) ? 'opaque' : 'lines';
}

const COLON = 58;
const SLASH = 47;

/** Where the value of a header with this name begins, or NONE; `compact` is the letter of its short form. */
function valueOf(bytes: Uint8Array, start: number, end: number, name: string, compact: number): number {
  const letter = (bytes[start] ?? 0) | 0x20;
  let at = NONE;
  if (letter === 99 && isWord(bytes, start, end, name)) at = skipBlank(bytes, start + name.length, end);
  else if (letter === compact) at = skipBlank(bytes, start + 1, end);
  return at >= 0 && bytes[at] === COLON ? skipBlank(bytes, at + 1, end) : NONE;
}

/** Whether this word, in small letters, stands here in any case. */
function isWord(bytes: Uint8Array, start: number, end: number, word: string): boolean {
  if (end - start < word.length) return false;
  for (let index = 0; index < word.length; index++) {
    const code = bytes[start + index] ?? 0;
    const wanted = word.charCodeAt(index);
    const isLetter = wanted >= 97 && wanted <= 122;
    if (code !== wanted && !(isLetter && (code | 0x20) === wanted)) return false;
  }
  return true;
}

function skipBlank(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && (bytes[at] === SPACE || bytes[at] === TAB)) at++;
  return at;
}
