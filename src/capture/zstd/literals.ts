// The first part of a compressed block of Zstandard (RFC 8878 §3.1.1.3.1): literals, bytes that are not copies of earlier
// ones.
import { type HuffmanTable, readHuffmanStream, readHuffmanTable } from './huffman.ts';
import { MAX_BLOCK_BYTES } from './parts.ts';

const RAW = 0;
const REPEATED = 1;
const COMPRESSED = 2;

/** Reads the literals of one block after the other. */
export class Literals {
  /** The literals of the block at hand: `length` bytes of it. */
  readonly bytes: Uint8Array = new Uint8Array(MAX_BLOCK_BYTES);
  length = 0;
  /** A block may use the table of the one before. */
  #table: HuffmanTable | undefined;

  /** A frame begins. */
  reset(): void {
    this.#table = undefined;
  }

  /** @returns Where the part ends; 0 when it contradicts itself. */
  read(block: Uint8Array, start: number, end: number): number {
    const first = block[start] ?? 0;
    const type = first & 3;
    if (type === RAW || type === REPEATED) return this.#readPlain(block, start, end, type);
    const format = (first >> 2) & 3;
    const headerBytes = format < 2 ? 3 : format + 2;
    const sizeBits = format < 2 ? 10 : 4 * format + 6;
    // Both sizes, behind four bits: at most 40 bits in all.
    let header = 0;
    for (let index = headerBytes - 1; index >= 0; index--) header = header * 256 + (block[start + index] ?? 0);
    const sizes = Math.floor(header / 16);
    this.length = sizes % 2 ** sizeBits;
    const at = start + headerBytes;
    const stop = at + Math.floor(sizes / 2 ** sizeBits);
    if (this.length > MAX_BLOCK_BYTES || stop > end) return 0;
    const streamsAt = type === COMPRESSED ? this.#readTable(block, at, stop) : at;
    const table = this.#table;
    if (streamsAt === 0 || !table) return 0;
    const isSound =
      format === 0
        ? readHuffmanStream(table, block, streamsAt, stop, this.bytes, 0, this.length)
        : this.#readStreams(table, block, streamsAt, stop);
    return isSound ? stop : 0;
  }

  #readPlain(block: Uint8Array, start: number, end: number, type: number): number {
    const first = block[start] ?? 0;
    const format = (first >> 2) & 3;
    const headerBytes = format === 1 ? 2 : format === 3 ? 3 : 1;
    const more = ((block[start + 1] ?? 0) << 4) | (format === 3 ? (block[start + 2] ?? 0) << 12 : 0);
    this.length = headerBytes === 1 ? first >> 3 : (first >> 4) | more;
    const at = start + headerBytes;
    const stop = at + (type === RAW ? this.length : 1);
    if (this.length > MAX_BLOCK_BYTES || stop > end) return 0;
    if (type === RAW) this.bytes.set(block.subarray(at, stop));
    else this.bytes.fill(block[at] ?? 0, 0, this.length);
    return stop;
  }

  #readTable(block: Uint8Array, start: number, end: number): number {
    const description = readHuffmanTable(block, start, end);
    this.#table = description?.table;
    return description?.end ?? 0;
  }

  /** Four streams of equal content, the last one shorter; the sizes of the first three stand in front. */
  #readStreams(table: HuffmanTable, block: Uint8Array, start: number, end: number): boolean {
    const part = (this.length + 3) >> 2;
    let at = start + 6;
    for (let stream = 0; stream < 4; stream++) {
      const size = (block[start + 2 * stream] ?? 0) | ((block[start + 2 * stream + 1] ?? 0) << 8);
      const stop = stream === 3 ? end : at + size;
      const into = Math.min(this.length, stream * part);
      const intoEnd = Math.min(this.length, into + part);
      if (stop > end || !readHuffmanStream(table, block, at, stop, this.bytes, into, intoEnd)) return false;
      at = stop;
    }
    return true;
  }
}
