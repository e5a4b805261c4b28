// The head of a message on a stream, read line by line as its bytes come, until its empty line.
import { CR, LF } from '../bytes/ascii.ts';
import { INVALID, NONE, beginsMessage, contentLengthOf } from './body-end.ts';
import { isStartLine } from './recognize.ts';

/** The head is not there as a whole. */
export const INCOMPLETE = -1;
/** The head cannot go on. */
export const REFUSED = -2;

/** Reads one head after the other. */
export class HeadReader {
  /** Where the line at hand begins, counted from the first byte of the head. After REFUSED: where a message may begin. */
  lineStart = 0;
  /** Whole lines so far, the start line included. */
  lines = 0;
  /** NONE without one; INVALID when it is no number, or there are several that differ. */
  contentLength = NONE;
  readonly #mostBody: number;
  /** No line feed between `lineStart` and here. */
  #scanned = 0;

  /** A Content-Length above `mostBody` is told as any number above it. */
  constructor(mostBody: number) {
    this.#mostBody = mostBody;
  }

  /** Another head begins. */
  restart(): void {
    this.lineStart = 0;
    this.lines = 0;
    this.contentLength = NONE;
    this.#scanned = 0;
  }

  /**
   * Reads on, from where it stopped last time, in the head that begins at `start`.
   * @returns Its length with the empty line; INCOMPLETE; or REFUSED when its first line is no start line, or a later one is.
   */
  read(bytes: Uint8Array, start: number, end: number): number {
    for (;;) {
      const lineFeed = lineFeedAt(bytes, start + this.#scanned, end);
      this.#scanned = lineFeed - start;
      if (lineFeed === end) return INCOMPLETE;
      const line = start + this.lineStart;
      const next = lineFeed + 1 - start;
      const isStart = isStartLine(bytes, line, lineFeed);
      if (this.lines === 0 && !isStart) {
        this.lineStart = next;
        return REFUSED;
      }
      if (this.lines > 0) {
        if (isStart && beginsMessage(bytes, line, lineFeed)) return REFUSED;
        if (lineFeed === line || (lineFeed === line + 1 && bytes[line] === CR)) return next;
        this.#readContentLength(bytes, line, lineFeed);
      }
      this.lines++;
      this.lineStart = next;
      this.#scanned = next;
    }
  }

  #readContentLength(bytes: Uint8Array, start: number, end: number): void {
    const length = contentLengthOf(bytes, start, end, this.#mostBody);
    if (length === NONE) return;
    this.contentLength = this.contentLength === NONE || this.contentLength === length ? length : INVALID;
  }
}

/** The first line feed in [start, end), or `end`. A loop rather than indexOf, which would look behind `end`. */
export function lineFeedAt(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at] !== LF) at++;
  return at;
}
