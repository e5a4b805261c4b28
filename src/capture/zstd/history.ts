// The bytes that a Zstandard frame has given so far, as many as may still be copied from.
import { MAX_BLOCK_BYTES } from './parts.ts';

const FIRST_BYTES = 256 * 1024;

/** Grows to the window of its frame and a little more, however long the frame. */
export class History {
  #windowBytes = 0;
  #maxBytes = 0;
  #bytes = new Uint8Array(0);
  #end = 0;
  #blockStart = 0;

  /** A frame begins. */
  reset(windowBytes: number): void {
    this.#end = 0;
    this.#windowBytes = windowBytes;
    // Moving the window to the front costs little when it is done seldom.
    this.#maxBytes = windowBytes + Math.max(1024 * 1024, windowBytes >> 2);
  }

  /** A block begins, for which there is room. */
  beginBlock(): void {
    const need = this.#end + MAX_BLOCK_BYTES;
    if (need > this.#maxBytes) {
      this.#bytes.copyWithin(0, this.#end - this.#windowBytes, this.#end);
      this.#end = this.#windowBytes;
    } else if (need > this.#bytes.length) {
      const larger = new Uint8Array(Math.min(this.#maxBytes, Math.max(FIRST_BYTES, need, 2 * this.#bytes.length)));
      larger.set(this.#bytes.subarray(0, this.#end));
      this.#bytes = larger;
    }
    this.#blockStart = this.#end;
  }

  /** What the block has given; valid until the next block begins. */
  get block(): Uint8Array {
    return this.#bytes.subarray(this.#blockStart, this.#end);
  }

  /** Adds the bytes of [start, end); false when a block would become too long. */
  append(bytes: Uint8Array, start: number, end: number): boolean {
    if (this.#end - this.#blockStart + end - start > MAX_BLOCK_BYTES) return false;
    if (end - start < 32) {
      for (let at = start, to = this.#end; at < end; at++, to++) this.#bytes[to] = bytes[at] ?? 0;
    } else this.#bytes.set(bytes.subarray(start, end), this.#end);
    this.#end += end - start;
    return true;
  }

  /** Adds a byte so many times; false when a block would become too long. */
  repeat(byte: number, count: number): boolean {
    if (this.#end - this.#blockStart + count > MAX_BLOCK_BYTES) return false;
    this.#bytes.fill(byte, this.#end, this.#end + count);
    this.#end += count;
    return true;
  }

  /** Adds `count` bytes from `distance` back, which may be bytes that this adds; false when there are none so far back. */
  copy(distance: number, count: number): boolean {
    if (this.#end - this.#blockStart + count > MAX_BLOCK_BYTES) return false;
    if (distance === 0 || distance > this.#end || distance > Math.max(this.#windowBytes, MAX_BLOCK_BYTES)) return false;
    const bytes = this.#bytes;
    const end = this.#end;
    if (distance >= count && count >= 32) bytes.copyWithin(end, end - distance, end - distance + count);
    else for (let to = end; to < end + count; to++) bytes[to] = bytes[to - distance] ?? 0;
    this.#end = end + count;
    return true;
  }
}
