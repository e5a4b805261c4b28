// The one thing that the fast path needs of a message: which flow it belongs to. Everything else is read when that flow
// is finished.
import { CR, LF, SPACE, TAB } from '../bytes/ascii.ts';

const COLON = 58;
const HYPHEN = 45;

/** Where the Call-ID stands: written by `findCallId`, so that a message costs no allocation. */
export interface CallIdPlace {
  start: number;
  end: number;
}

/**
 * Finds the value of the first Call-ID row of the message in [start, end). False when it has none that is written in the
 * usual way (folded, with odd characters, behind a lone CR, …): the complete parser decides then.
 */
export function findCallId(bytes: Uint8Array, start: number, end: number, into: CallIdPlace): boolean {
  // The built-in search is the fastest, but knows no end: only where the message itself stops it does it stay linear.
  if (bytes[end - 1] !== LF) return false;
  let at = bytes.indexOf(LF, start) + 1;
  while (at < end) {
    const first = bytes[at] ?? 0;
    if (first === CR || first === LF) return false;
    const value = isCallId(bytes, at, first);
    if (value > 0) return readValue(bytes, value, end, into);
    at = bytes.indexOf(LF, at) + 1;
  }
  return false;
}

/** Position behind the colon when the row at `at` is a Call-ID row, else 0. */
function isCallId(bytes: Uint8Array, at: number, first: number): number {
  const letter = first | 0x20;
  if (letter === 105) return bytes[at + 1] === COLON ? at + 2 : 0;
  if (letter !== 99 || bytes[at + 4] !== HYPHEN || bytes[at + 7] !== COLON) return 0;
  const spelled =
    ((bytes[at + 1] ?? 0) | 0x20) === 97 &&
    ((bytes[at + 2] ?? 0) | 0x20) === 108 &&
    ((bytes[at + 3] ?? 0) | 0x20) === 108 &&
    ((bytes[at + 5] ?? 0) | 0x20) === 105 &&
    ((bytes[at + 6] ?? 0) | 0x20) === 100;
  return spelled ? at + 8 : 0;
}

function readValue(bytes: Uint8Array, start: number, end: number, into: CallIdPlace): boolean {
  let at = start;
  while (at < end && bytes[at] === SPACE) at++;
  into.start = at;
  while (at < end) {
    const code = bytes[at] ?? 0;
    if (code <= 32 || code > 126) break;
    at++;
  }
  into.end = at;
  if (at === into.start || at + 1 >= end) return false;
  // Anything but a plain line end, or a folded row, is not the usual way.
  if (bytes[at] === CR) at++;
  if (bytes[at] !== LF) return false;
  const next = bytes[at + 1];
  return next !== SPACE && next !== TAB;
}
