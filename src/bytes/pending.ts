// Bytes that wait for more of their kind: copied as they come, in one buffer that grows and is let go again.

const SMALLEST_BYTES = 2048;

/** A copy of bytes that wait. Bounded by who fills it. */
export class PendingBytes {
  /** What waits is [0, length). Replaced when it grows. */
  bytes = new Uint8Array(0);
  length = 0;

  /** Copies [start, end) behind what waits. */
  append(bytes: Uint8Array, start: number, end: number): void {
    const length = this.length + end - start;
    if (length > this.bytes.length) {
      const larger = new Uint8Array(Math.max(SMALLEST_BYTES, length, this.bytes.length * 2));
      larger.set(this.bytes.subarray(0, this.length));
      this.bytes = larger;
    }
    // A view costs more than a few bytes.
    if (end - start < 32) for (let at = start, to = this.length; at < end; at++, to++) this.bytes[to] = bytes[at] ?? 0;
    else this.bytes.set(bytes.subarray(start, end), this.length);
    this.length = length;
  }

  /** Of what waits, only [start, end) waits on. */
  keep(start: number, end: number): void {
    this.bytes.copyWithin(0, start, end);
    this.length = end - start;
  }

  /** Nothing waits. A buffer larger than this is let go: one large message must not hold its memory for long. */
  clear(mostKept: number): void {
    this.length = 0;
    if (this.bytes.length > mostKept) this.bytes = new Uint8Array(0);
  }
}
