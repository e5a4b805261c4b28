// The bit streams of Zstandard (RFC 8878 §4.1): entropy-coded ones are read from their last bit backwards, descriptions of
// tables from their first bit forwards. Bits that are not there are zeros; whoever reads looks at `left`.

/** `count` bits from bit `at` on (0–25 bits); bits outside [start, end) are zeros. */
export function bitsAt(bytes: Uint8Array, start: number, end: number, at: number, count: number): number {
  const first = start + (at >> 3);
  let value = 0;
  for (let index = 3; index >= 0; index--) {
    const place = first + index;
    value = (value << 8) | (place >= start && place < end ? (bytes[place] ?? 0) : 0);
  }
  return (value >>> (at & 7)) & ((1 << count) - 1);
}

/** Position of the highest bit that is set; -1 for 0. */
export function highestBit(value: number): number {
  return 31 - Math.clz32(value);
}

/** Reads a stream from its last bit to its first. */
export class BackwardBits {
  /** Bits that have not been read; below 0 when more were read than there are. */
  left = 0;
  #bytes: Uint8Array = new Uint8Array(0);
  #start = 0;
  #end = 0;

  /** The stream in [start, end). False when it has no end mark: the highest bit of its last byte that is set. */
  begin(bytes: Uint8Array, start: number, end: number): boolean {
    const last = end > start ? (bytes[end - 1] ?? 0) : 0;
    this.#bytes = bytes;
    this.#start = start;
    this.#end = end;
    this.left = (end - start - 1) * 8 + highestBit(last);
    return last !== 0;
  }

  /** The next `count` bits (0–31), the first of them highest. */
  read(count: number): number {
    if (count <= 24) {
      this.left -= count;
      return this.#at(this.left, count);
    }
    const high = this.read(count - 16);
    return high * 65_536 + this.read(16);
  }

  /** The next `count` bits (0–24) without reading them. */
  peek(count: number): number {
    return this.#at(this.left - count, count);
  }

  #at(at: number, count: number): number {
    if (at >= 0) return this.#within(at, count);
    // The last bits, and zeros below them.
    const there = count + at;
    return there <= 0 ? 0 : this.#within(0, there) << -at;
  }

  #within(at: number, count: number): number {
    const bytes = this.#bytes;
    const first = this.#start + (at >> 3);
    if (first + 4 > this.#end) return bitsAt(bytes, this.#start, this.#end, at, count);
    const value =
      (bytes[first] ?? 0) |
      ((bytes[first + 1] ?? 0) << 8) |
      ((bytes[first + 2] ?? 0) << 16) |
      ((bytes[first + 3] ?? 0) << 24);
    return (value >>> (at & 7)) & ((1 << count) - 1);
  }
}
