// Deflated data (RFC 1951) becomes bytes, in pieces of any size. The web's own DecompressionStream does not say where the
// data ended, refuses a second member, and keeps what it had inflated when it meets damage.
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
} from '../../bytes/deflate-codes.ts';

/** What became of the bytes that were pushed. */
export interface InflateStep {
  /** What they gave; valid until the next push. */
  readonly pieces: readonly Uint8Array[];
  /** How many of the bytes were used: fewer than there are when the data ended among them. */
  readonly used: number;
  readonly state: 'more' | 'ended' | 'damaged';
}

/** Inflates one stream of deflated data. */
export interface Inflater {
  push(bytes: Uint8Array): InflateStep | Promise<InflateStep>;
  /** Called once, whether the data came to its end or not. */
  close(): void;
}

const WINDOW_BYTES = 32 * 1024;
const PIECE_BYTES = 256 * 1024;
const MAX_MATCH = 258;

const END_OF_BLOCK = 256;

/** Inflates without help of the platform. */
export class OwnInflater implements Inflater {
  #part: 'block' | 'stored' | 'symbols' | 'ended' | 'damaged' = 'block';
  #isLastBlock = false;
  /** Bytes still to come of a block that is not compressed. */
  #stored = 0;
  #codes: BlockCodes | undefined;
  /** What could not be used of the last push, and this one; and the next bit of it. */
  #input: Uint8Array = new Uint8Array(0);
  #bit = 0;
  #output = new Uint8Array(WINDOW_BYTES + PIECE_BYTES + MAX_MATCH);
  #length = 0;
  #given = 0;

  push(bytes: Uint8Array): InflateStep {
    const left = this.#input.subarray(this.#bit >> 3);
    this.#input = new Uint8Array(left.length + bytes.length);
    this.#input.set(left);
    this.#input.set(bytes, left.length);
    this.#bit &= 7;
    const pieces: Uint8Array[] = [];
    while (this.#step()) if (this.#length >= WINDOW_BYTES + PIECE_BYTES) this.#give(pieces);
    this.#give(pieces);
    if (this.#part === 'damaged') return { pieces, used: bytes.length, state: 'damaged' };
    if (this.#part !== 'ended') return { pieces, used: bytes.length, state: 'more' };
    const unused = this.#input.length - ((this.#bit + 7) >> 3);
    return { pieces, used: bytes.length - unused, state: 'ended' };
  }

  close(): void {
    this.#input = new Uint8Array(0);
    this.#output = new Uint8Array(0);
  }

  /** Goes on as far as the output has room; false when more must come first, or nothing will. */
  #step(): boolean {
    const before = this.#bit;
    const isDone = this.#part === 'block' ? this.#beginBlock() : this.#continueBlock();
    // What needs bits that are not there is done again when they are.
    if (!isDone && this.#part === 'block') this.#bit = before;
    return isDone && this.#part !== 'ended' && this.#part !== 'damaged';
  }

  #continueBlock(): boolean {
    return this.#part === 'stored' ? this.#copyStored() : this.#inflateSymbols();
  }

  #beginBlock(): boolean {
    const isLast = this.#take(1) === 1;
    const type = this.#take(2);
    if (type === 0) {
      this.#bit = (this.#bit + 7) & ~7;
      const length = this.#take(16);
      if (this.#take(16) !== (length ^ 0xffff) && this.#isThere) return this.#damage();
      this.#stored = length;
    } else if (type === 1) {
      this.#codes = fixedCodes;
    } else if (type === 3) return !this.#isThere || this.#damage();
    else if (!this.#readTables()) return this.#isThere && this.#damage();
    if (!this.#isThere) return false;
    this.#isLastBlock = isLast;
    this.#part = type === 0 ? 'stored' : 'symbols';
    return true;
  }

  #readTables(): boolean {
    const symbols = this.#take(5) + 257;
    const distances = this.#take(5) + 1;
    const count = this.#take(4) + 4;
    const lengthsOfLengths = new Uint8Array(19);
    for (const symbol of lengthOrder.slice(0, count)) lengthsOfLengths[symbol] = this.#take(3);
    const table = codeTableOf(lengthsOfLengths, 0, 19);
    if (symbols > 286 || distances > 30 || !table) return false;
    const lengths = new Uint8Array(symbols + distances);
    for (let at = 0; at < lengths.length;) {
      const entry = this.#nextOf(table);
      // What is no code may be one when the bits behind it have come.
      this.#bit += entry === 0 ? MAX_CODE_BITS : entry & 15;
      if (entry === 0 || !this.#isThere) return false;
      const symbol = entry >> 4;
      if (symbol < 16) lengths[at++] = symbol;
      else {
        if (symbol === 16 && at === 0) return false;
        const repeated = symbol === 16 ? (lengths[at - 1] ?? 0) : 0;
        const times = symbol === 16 ? 3 + this.#take(2) : symbol === 17 ? 3 + this.#take(3) : 11 + this.#take(7);
        if (at + times > lengths.length) return false;
        lengths.fill(repeated, at, at + times);
        at += times;
      }
    }
    const literalCodes = codeTableOf(lengths, 0, symbols);
    const distanceCodes = codeTableOf(lengths, symbols, lengths.length);
    this.#codes = literalCodes && distanceCodes && { literals: literalCodes, distances: distanceCodes };
    return this.#codes !== undefined;
  }

  #copyStored(): boolean {
    const at = this.#bit >> 3;
    const room = WINDOW_BYTES + PIECE_BYTES - this.#length;
    const taken = Math.min(this.#stored, this.#input.length - at, room);
    this.#output.set(this.#input.subarray(at, at + taken), this.#length);
    this.#length += taken;
    this.#bit += taken * 8;
    this.#stored -= taken;
    if (this.#stored === 0) this.#endBlock();
    return this.#stored === 0 || taken === room;
  }

  #inflateSymbols(): boolean {
    if (!this.#codes) return this.#damage();
    const { literals, distances } = this.#codes;
    while (this.#length < WINDOW_BYTES + PIECE_BYTES) {
      const before = this.#bit;
      const entry = this.#nextOf(literals);
      this.#bit += entry & 15;
      const symbol = entry >> 4;
      const isMatch = symbol > END_OF_BLOCK;
      const isSound = isMatch ? this.#readMatch(symbol - 257, distances) : entry !== 0;
      if (!this.#isThere || (!isSound && before + 48 > this.#input.length * 8)) {
        this.#bit = before;
        return false;
      }
      if (!isSound) return this.#damage();
      if (isMatch) this.#copy();
      else if (symbol < END_OF_BLOCK) this.#output[this.#length++] = symbol;
      else {
        this.#endBlock();
        return true;
      }
    }
    return true;
  }

  #matchLength = 0;
  #distance = 0;

  #readMatch(code: number, distances: CodeTable): boolean {
    this.#matchLength = (lengthBases[code] ?? 0) + this.#take(lengthBits[code] ?? 0);
    const entry = this.#nextOf(distances);
    if (entry === 0 || code >= lengthBases.length) return false;
    this.#bit += entry & 15;
    this.#distance = (distanceBases[entry >> 4] ?? WINDOW_BYTES + 1) + this.#take(distanceBits[entry >> 4] ?? 0);
    return this.#distance <= Math.min(this.#length, WINDOW_BYTES);
  }

  #copy(): void {
    const output = this.#output;
    const end = this.#length + this.#matchLength;
    for (let to = this.#length, from = to - this.#distance; to < end; to++, from++) output[to] = output[from] ?? 0;
    this.#length = end;
  }

  #endBlock(): void {
    this.#part = this.#isLastBlock ? 'ended' : 'block';
  }

  #damage(): boolean {
    this.#part = 'damaged';
    return false;
  }

  /** Hands out what has not been handed out, and keeps what may be copied from. */
  #give(pieces: Uint8Array[]): void {
    if (this.#length > this.#given) pieces.push(this.#output.slice(this.#given, this.#length));
    if (this.#length >= WINDOW_BYTES + PIECE_BYTES) {
      this.#output.copyWithin(0, this.#length - WINDOW_BYTES, this.#length);
      this.#length = WINDOW_BYTES;
    }
    this.#given = this.#length;
  }

  /** Whether the bits that were taken are there. */
  get #isThere(): boolean {
    return this.#bit <= this.#input.length * 8;
  }

  /** The code that comes next: symbol × 16 + length; 0 when there is no such code. */
  #nextOf({ entries }: CodeTable): number {
    return entries[this.#peek(MAX_CODE_BITS) & (entries.length - 1)] ?? 0;
  }

  #take(count: number): number {
    const value = this.#peek(count);
    this.#bit += count;
    return value;
  }

  /** The next bits, at most 16, the first of them lowest; zeros behind the end. */
  #peek(count: number): number {
    const input = this.#input;
    const at = this.#bit >> 3;
    const value = (input[at] ?? 0) | ((input[at + 1] ?? 0) << 8) | ((input[at + 2] ?? 0) << 16);
    return (value >>> (this.#bit & 7)) & ((1 << count) - 1);
  }
}
