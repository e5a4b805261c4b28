// Raw DEFLATE (RFC 1951) becomes bytes, within a bound and with a history that may go on from one message to the next, as
// permessage-deflate (RFC 7692) needs it. Ours, because the libraries take longer to load than the whole program, and none
// keeps both a history and a bound. Nothing here throws.

import {
  type BlockCodes,
  type CodeTable,
  codeTableOf,
  distanceBases,
  distanceBits,
  fixedCodes,
  lengthBases,
  lengthBits,
  lengthOrder,
  MAX_CODE_BITS,
} from './deflate-codes.ts';

/** How inflating ended. `flushed`: between two blocks, as every message of a stream but the last one does. */
export type InflateEnd = 'done' | 'flushed' | 'cut' | 'damaged' | 'too-large';

/** Distances reach no farther back (RFC 1951 §2). */
const WINDOW_BYTES = 32 * 1024;
const SMALLEST_BUFFER = 4096;
const noBytes = new Uint8Array(0);

/** Inflates messages, each of which may refer to the bytes of those before it. */
export class Inflater {
  /** What came out is [start, end) of `bytes`: borrowed until the next call. */
  bytes: Uint8Array = noBytes;
  start = 0;
  end = 0;
  readonly #window: number;
  #in: Uint8Array = noBytes;
  #at = 0;
  #inEnd = 0;
  #bits = 0;
  #bitCount = 0;
  #most = 0;
  /** Set where the input ends within a symbol, or the output reaches its bound. */
  #trouble: InflateEnd | undefined;

  /** `window`: how many bytes of history are kept from one message to the next; 0 for none. */
  constructor(window = 0) {
    this.#window = Math.min(window, WINDOW_BYTES);
  }

  /** Inflates [start, end) into at most `most` bytes. What came out before trouble can be used, too. */
  inflate(bytes: Uint8Array, start: number, end: number, most: number): InflateEnd {
    this.#keepHistory();
    this.#in = bytes;
    this.#at = start;
    this.#inEnd = end;
    this.#bits = 0;
    this.#bitCount = 0;
    this.#most = this.start + most;
    this.#trouble = undefined;
    const result = this.#readBlocks();
    this.#in = noBytes;
    return result;
  }

  /** What came out is not needed any more, but for the history: a large message must not hold its memory for long. */
  release(): void {
    if (this.bytes.length <= 4 * WINDOW_BYTES) return;
    const kept = Math.min(this.end, this.#window);
    this.bytes = this.bytes.slice(this.end - kept, this.end);
    this.start = kept;
    this.end = kept;
  }

  /** What came before is not known any more: what refers to it is damaged. */
  forget(): void {
    this.end = 0;
    this.release();
    this.start = 0;
  }

  /** Makes room behind the last bytes of what came out. */
  #keepHistory(): void {
    this.start = this.end;
    if (this.end + SMALLEST_BUFFER <= this.bytes.length) return;
    const kept = Math.min(this.end, this.#window);
    this.bytes.copyWithin(0, this.end - kept, this.end);
    this.start = kept;
    this.end = kept;
  }

  #readBlocks(): InflateEnd {
    for (;;) {
      const header = this.#take(3);
      if (this.#trouble) return 'flushed';
      const kind = header >> 1;
      const end = kind === 0 ? this.#copyStored() : kind === 3 ? 'damaged' : this.#readCodes(kind === 1);
      if (end) return end;
      if ((header & 1) === 1) return 'done';
    }
  }

  /** §3.2.4. Answers how the data end, if they do. */
  #copyStored(): InflateEnd | undefined {
    // Whole bytes that were taken ahead are given back.
    this.#at -= this.#bitCount >> 3;
    this.#bits = 0;
    this.#bitCount = 0;
    // An empty block that was meant to align the data: its length is left out of a message.
    if (this.#inEnd - this.#at < 4) return 'flushed';
    const length = this.#take(16);
    if ((this.#take(16) ^ length) !== 0xffff) return 'damaged';
    const count = Math.min(length, this.#inEnd - this.#at);
    if (this.end + count > this.#most) return 'too-large';
    this.#makeRoom(count);
    this.bytes.set(this.#in.subarray(this.#at, this.#at + count), this.end);
    this.end += count;
    this.#at += count;
    return count < length ? 'cut' : undefined;
  }

  /** §3.2.5. */
  #readCodes(isFixed: boolean): InflateEnd | undefined {
    const codes = isFixed ? fixedCodes : this.#readCodeTables();
    if (!codes) return this.#trouble ?? 'damaged';
    for (;;) {
      const symbol = this.#symbol(codes.literals);
      if (this.#trouble) return this.#trouble;
      if (symbol < 256) {
        if (symbol < 0) return 'damaged';
        if (this.end >= this.#most) return 'too-large';
        if (this.end === this.bytes.length) this.#makeRoom(1);
        this.bytes[this.end++] = symbol;
      } else if (symbol === 256) return undefined;
      else {
        const end = this.#copyBack(symbol - 257, codes.distances);
        if (end) return end;
      }
    }
  }

  /** Bytes that came before come again. */
  #copyBack(lengthCode: number, distances: CodeTable): InflateEnd | undefined {
    if (lengthCode >= lengthBases.length) return 'damaged';
    const length = (lengthBases[lengthCode] ?? 0) + this.#take(lengthBits[lengthCode] ?? 0);
    const code = this.#symbol(distances);
    if (code >= distanceBases.length || code < 0) return this.#trouble ?? 'damaged';
    const distance = (distanceBases[code] ?? 0) + this.#take(distanceBits[code] ?? 0);
    if (this.#trouble) return this.#trouble;
    if (distance > this.end) return 'damaged';
    if (this.end + length > this.#most) return 'too-large';
    this.#makeRoom(length);
    const { bytes } = this;
    // One by one: a copy may go on into itself.
    for (let from = this.end - distance, left = length; left > 0; left--) bytes[this.end++] = bytes[from++] ?? 0;
    return undefined;
  }

  /** §3.2.7. */
  #readCodeTables(): BlockCodes | undefined {
    const literalCount = this.#take(5) + 257;
    const distanceCount = this.#take(5) + 1;
    const lengthCount = this.#take(4) + 4;
    const lengths = new Uint8Array(19);
    for (let index = 0; index < lengthCount; index++) lengths[lengthOrder[index] ?? 0] = this.#take(3);
    const table = codeTableOf(lengths, 0, 19);
    if (!table) return undefined;
    const all = new Uint8Array(literalCount + distanceCount);
    for (let at = 0; at < all.length;) {
      const symbol = this.#symbol(table);
      if (symbol < 0 || this.#trouble) return undefined;
      if (symbol < 16) all[at++] = symbol;
      else {
        if (symbol === 16 && at === 0) return undefined;
        const value = symbol === 16 ? (all[at - 1] ?? 0) : 0;
        const times = symbol === 16 ? 3 + this.#take(2) : symbol === 17 ? 3 + this.#take(3) : 11 + this.#take(7);
        if (at + times > all.length) return undefined;
        all.fill(value, at, at + times);
        at += times;
      }
    }
    const literals = codeTableOf(all, 0, literalCount);
    const distances = codeTableOf(all, literalCount, all.length);
    return literals && distances && { literals, distances };
  }

  /** The next symbol; negative when no code is so. */
  #symbol(table: CodeTable): number {
    while (this.#bitCount < MAX_CODE_BITS && this.#at < this.#inEnd) this.#fill();
    const entry = table.entries[this.#bits & (table.entries.length - 1)] ?? 0;
    const length = entry & 15;
    if (length > this.#bitCount) this.#trouble = 'cut';
    if (length === 0) {
      if (this.#bitCount < table.longest) this.#trouble = 'cut';
      return -1;
    }
    this.#bits >>>= length;
    this.#bitCount -= length;
    return entry >> 4;
  }

  /** The next bits (at most 16), the first one lowest; 0 with trouble when there are not as many. */
  #take(count: number): number {
    while (this.#bitCount < count && this.#at < this.#inEnd) this.#fill();
    if (this.#bitCount < count) {
      this.#trouble = 'cut';
      return 0;
    }
    const value = this.#bits & ((1 << count) - 1);
    this.#bits >>>= count;
    this.#bitCount -= count;
    return value;
  }

  #fill(): void {
    this.#bits |= (this.#in[this.#at++] ?? 0) << this.#bitCount;
    this.#bitCount += 8;
  }

  #makeRoom(count: number): void {
    if (this.end + count <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(SMALLEST_BUFFER, 2 * this.bytes.length, this.end + count));
    larger.set(this.bytes.subarray(0, this.end));
    this.bytes = larger;
  }
}
