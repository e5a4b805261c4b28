// CSeq: a number and a method (RFC 3261 §20.16).
import { isDigit, isSpace, skipSpace, trimSpace } from '../bytes/ascii.ts';

/** Largest number that a CSeq may carry on the wire (32 bits). */
const MAX_CSEQ = 0xffffffff;

/** What a CSeq says. */
export interface Cseq {
  /** -1 when it cannot be read or does not fit into 32 bits. */
  readonly number: number;
  /** '' when there is none. */
  readonly method: string;
}

/** Number of the CSeq value in [start, end); -1 when it cannot be read. */
export function cseqNumber(text: string, start: number, end: number): number {
  let at = skipSpace(text, start, end);
  const first = at;
  let number = 0;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (!isDigit(code)) break;
    // Stays above the limit once it is there; 2^53 is never reached.
    if (number <= MAX_CSEQ) number = number * 10 + (code - 48);
  }
  const readable = at > first && number <= MAX_CSEQ && (at === end || isSpace(text.charCodeAt(at)));
  return readable ? number : -1;
}

/** Method of the CSeq value in [start, end); '' when there is none. */
export function cseqMethod(text: string, start: number, end: number): string {
  let at = skipSpace(text, start, end);
  while (at < end && !isSpace(text.charCodeAt(at))) at++;
  at = skipSpace(text, at, end);
  return text.slice(at, trimSpace(text, at, end));
}

/** Reads the CSeq value in [start, end). */
export function parseCseq(text: string, start = 0, end = text.length): Cseq {
  return { number: cseqNumber(text, start, end), method: cseqMethod(text, start, end) };
}
