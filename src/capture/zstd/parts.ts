// Where the parts of a Zstandard file (RFC 8878 §3.1) begin and end: frames, their blocks, and frames to be skipped.

/** What stands next in a file. */
export type ZstdPart = 'magic' | 'frame-header' | 'block-header' | 'block' | 'checksum' | 'skipped' | 'foreign';

/** The largest window that is believed: what the zstd program takes without being asked. */
const MAX_WINDOW_BYTES = 128 * 1024 * 1024;
/** What a block may hold, and what it may give (RFC 8878 §3.1.1.2.4). */
export const MAX_BLOCK_BYTES = 128 * 1024;

/** Finds its way through a file, part by part. */
export class ZstdParts {
  /** What stands next. */
  part: ZstdPart = 'magic';
  /** How many bytes that needs; of what is skipped, how many there are. */
  need = 4;
  /** How far back the frame at hand copies. */
  windowBytes = 0;
  /** Of the block at hand: 0 as it is, 1 one byte repeated, 2 compressed. */
  blockType = 0;
  /** Of the block at hand, as it stands in the file; of a repeated byte how often it is repeated. */
  blockSize = 0;
  #hasChecksum = false;
  #isLast = false;

  /**
   * The part at hand stands in `bytes`, whole: goes on to the next one.
   * @returns False when it contradicts itself.
   */
  pass(bytes: Uint8Array): boolean {
    switch (this.part) {
      case 'magic':
        return this.#passMagic(bytes);
      case 'frame-header':
        return this.#passFrameHeader(bytes);
      case 'block-header':
        return this.#passBlockHeader(bytes);
      case 'block':
        this.#endBlock();
        return true;
      case 'checksum':
      case 'skipped':
        this.#expect('magic', 4);
        return true;
      case 'foreign':
      default:
        return true;
    }
  }

  #expect(part: ZstdPart, need: number): void {
    this.part = part;
    this.need = need;
  }

  #passMagic(bytes: Uint8Array): boolean {
    const magic = u32(bytes, 0);
    // The descriptor says how long the header is.
    if (magic === 0xfd2fb528) {
      if (bytes.length < 5) this.need = 5;
      else this.#expect('frame-header', headerBytesOf(bytes[4] ?? 0));
    } else if (magic >>> 4 === 0x184d2a5) {
      if (bytes.length < 8) this.need = 8;
      else this.#expect('skipped', u32(bytes, 4));
    } else this.#expect('foreign', Number.POSITIVE_INFINITY);
    return true;
  }

  /** `bytes` begins with the magic number. */
  #passFrameHeader(bytes: Uint8Array): boolean {
    const descriptor = bytes[4] ?? 0;
    const isSingle = (descriptor & 32) !== 0;
    this.#hasChecksum = (descriptor & 4) !== 0;
    this.windowBytes = isSingle ? contentBytesOf(bytes, descriptor) : windowBytesOf(bytes[5] ?? 0);
    this.#expect('block-header', 3);
    // A reserved bit, and a dictionary that nobody has.
    return (descriptor & 8) === 0 && (descriptor & 3) === 0 && this.windowBytes <= MAX_WINDOW_BYTES;
  }

  #passBlockHeader(bytes: Uint8Array): boolean {
    const header = (bytes[0] ?? 0) | ((bytes[1] ?? 0) << 8) | ((bytes[2] ?? 0) << 16);
    this.#isLast = (header & 1) === 1;
    this.blockType = (header >> 1) & 3;
    this.blockSize = header >>> 3;
    this.#expect('block', this.blockType === 1 ? 1 : this.blockSize);
    return this.blockType !== 3 && this.blockSize <= MAX_BLOCK_BYTES;
  }

  #endBlock(): void {
    if (!this.#isLast) this.#expect('block-header', 3);
    else if (this.#hasChecksum) this.#expect('checksum', 4);
    else this.#expect('magic', 4);
  }
}

function u32(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24)) >>> 0
  );
}

/** Magic number, descriptor, window, dictionary, content size. */
function headerBytesOf(descriptor: number): number {
  const isSingle = (descriptor & 32) !== 0;
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] ?? 0;
  return 5 + (isSingle ? 0 : 1) + dictionaryBytes + sizeFieldBytesOf(descriptor);
}

function sizeFieldBytesOf(descriptor: number): number {
  const flag = descriptor >> 6;
  if (flag === 0) return (descriptor & 32) === 0 ? 0 : 1;
  return 1 << flag;
}

/** Of a frame without dictionary whose window is its content. */
function contentBytesOf(bytes: Uint8Array, descriptor: number): number {
  const count = sizeFieldBytesOf(descriptor);
  let size = 0;
  for (let index = count - 1; index >= 0; index--) size = size * 256 + (bytes[5 + index] ?? 0);
  return count === 2 ? size + 256 : size;
}

function windowBytesOf(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >> 3));
  return base + (base / 8) * (descriptor & 7);
}
