// Bytes of a text, in chunks of any size, become lines. A line without end costs no more than a long one.
import { CR, latin1, LF } from '../../bytes/ascii.ts';

/** What is kept of a line; the rest is passed over. */
export const MAX_LINE_BYTES = 64 * 1024;

/** Takes a line without its end: one unit per byte. `hasCr` tells CRLF from LF. */
export type OnLine = (line: string, hasCr: boolean) => void;

/** Cuts lines. */
export class LineSplitter {
  readonly #onLine: OnLine;
  #begun = '';

  constructor(onLine: OnLine) {
    this.#onLine = onLine;
  }

  push(bytes: Uint8Array, start: number, end: number): void {
    for (let at = start; at < end;) {
      const found = bytes.indexOf(LF, at);
      const lineEnd = found < 0 || found >= end ? end : found;
      const room = MAX_LINE_BYTES - this.#begun.length;
      if (lineEnd === end) {
        this.#begun += latin1(bytes, at, Math.min(end, at + room));
        return;
      }
      const hasCr = lineEnd > at ? bytes[lineEnd - 1] === CR : this.#begun.endsWith('\r');
      const line = this.#begun + latin1(bytes, at, Math.min(lineEnd, at + room));
      this.#begun = '';
      this.#onLine(line.endsWith('\r') ? line.slice(0, -1) : line, hasCr);
      at = lineEnd + 1;
    }
  }

  /** The text is over: its last line may have no end, and is then handed on as it is. True if so. */
  end(): boolean {
    const line = this.#begun;
    this.#begun = '';
    if (line === '') return false;
    this.#onLine(line.endsWith('\r') ? line.slice(0, -1) : line, line.endsWith('\r'));
    return true;
  }
}
