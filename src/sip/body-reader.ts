// The body of a message on a stream, read line by line as its bytes come, for a line that cannot belong to it.
import { type BodyKind, beginsMessage, isSdpLine } from './body-end.ts';
import { INCOMPLETE, lineFeedAt } from './head-reader.ts';

/** Reads one body after the other. */
export class BodyReader {
  /** Nobody said how long the body is: its lines tell. */
  isOpen = false;
  /** Where the body begins, counted from the first byte of the message; and the line at hand. */
  start = 0;
  lineStart = 0;
  #kind: BodyKind = 'absent';
  /** No line feed between `lineStart` and here. */
  #scanned = 0;

  /** Another body begins at `start`. */
  begin(kind: BodyKind, start: number, isOpen: boolean): void {
    this.#kind = kind;
    this.isOpen = isOpen;
    this.start = start;
    this.lineStart = start;
    this.#scanned = start;
  }

  /** Whether a start line in the body, or behind it, is believed to begin a message. */
  get canBreakOff(): boolean {
    return this.isOpen || this.#kind !== 'opaque';
  }

  /**
   * Reads on in the message [0, length).
   * @returns Where a line begins that is none of this body; INCOMPLETE when there is none so far.
   */
  read(bytes: Uint8Array, length: number): number {
    if (!this.canBreakOff) return INCOMPLETE;
    for (;;) {
      const lineFeed = lineFeedAt(bytes, this.#scanned, length);
      this.#scanned = lineFeed;
      if (lineFeed === length) return INCOMPLETE;
      const isSdp = this.isOpen && this.#kind === 'sdp';
      const isStrange = isSdp
        ? !isSdpLine(bytes, this.lineStart, lineFeed)
        : beginsMessage(bytes, this.lineStart, lineFeed);
      if (isStrange) return this.lineStart;
      this.lineStart = lineFeed + 1;
      this.#scanned = lineFeed + 1;
    }
  }

  /** Where an open body ends when nothing more comes: a line that is not there as a whole may begin the next message. */
  settle(bytes: Uint8Array, length: number): number {
    const isStrange = this.#kind === 'sdp' && !isSdpLine(bytes, this.lineStart, length);
    return isStrange ? this.lineStart : length;
  }
}
