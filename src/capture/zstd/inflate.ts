// Zstandard (RFC 8878) becomes bytes, on Node and in a browser alike: several frames, and frames to be skipped, included.
// An own decoder, because what can be had for browsers takes minutes over 25 bytes that were made for it.
import type { Note } from '../../bytes/notice.ts';
import { History } from './history.ts';
import { Literals } from './literals.ts';
import { ZstdParts } from './parts.ts';
import { Sequences } from './sequences.ts';

/**
 * Inflates Zstandard. Damage ends it with a notice: what came before it is handed out. Checksums are not looked at.
 * @param source Chunks are borrowed until the next is asked for, and so are those that come out.
 * @throws What the source throws.
 */
export async function* inflateZstd(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  note: Note,
): AsyncGenerator<Uint8Array, void, undefined> {
  const inflater = new ZstdInflater();
  for await (const chunk of source) {
    yield* inflater.push(chunk);
    if (inflater.state !== 'sound') break;
  }
  if (inflater.state === 'foreign') note('trailing-bytes', 0);
  else if (inflater.state === 'damaged' || !inflater.isComplete) note('zstd-damaged', 0);
}

/** What the first bytes of a Zstandard file hold, at most `count` bytes of it and a block. */
export function zstdHead(compressed: Uint8Array, count: number): Uint8Array {
  const blocks: Uint8Array[] = [];
  let length = 0;
  for (const block of new ZstdInflater().push(compressed)) {
    blocks.push(block.slice());
    length += block.length;
    if (length >= count) break;
  }
  const head = new Uint8Array(length);
  let at = 0;
  for (const block of blocks) {
    head.set(block, at);
    at += block.length;
  }
  return head;
}

/** Takes the bytes of a file and hands out what is in them, block by block. */
class ZstdInflater {
  state: 'sound' | 'damaged' | 'foreign' = 'sound';
  readonly #parts = new ZstdParts();
  readonly #history = new History();
  readonly #literals = new Literals();
  readonly #sequences = new Sequences();
  /** The beginning of a part that goes on in the next chunk. */
  #held = new Uint8Array(0);
  #length = 0;
  #frames = 0;

  /** Whether the file may end here. */
  get isComplete(): boolean {
    return this.#parts.part === 'magic' && this.#length === 0;
  }

  /** Each piece is valid until the next is asked for. */
  *push(chunk: Uint8Array): Generator<Uint8Array, void, undefined> {
    const parts = this.#parts;
    for (let at = 0; this.state === 'sound';) {
      const taken = Math.min(parts.need - this.#length, chunk.length - at);
      if (parts.part === 'skipped') parts.need -= taken;
      else this.#hold(chunk.subarray(at, at + taken));
      at += taken;
      if (this.#length < parts.need) return;
      const isBlock = parts.part === 'block';
      this.#pass();
      const { block } = this.#history;
      if (isBlock && block.length > 0) yield block;
    }
  }

  #hold(bytes: Uint8Array): void {
    const length = this.#length + bytes.length;
    if (length > this.#held.length) {
      const larger = new Uint8Array(Math.max(1024, length, 2 * this.#held.length));
      larger.set(this.#held.subarray(0, this.#length));
      this.#held = larger;
    }
    this.#held.set(bytes, this.#length);
    this.#length = length;
  }

  /** A part is there, whole. */
  #pass(): void {
    const parts = this.#parts;
    const { part } = parts;
    const bytes = this.#held.subarray(0, this.#length);
    if (part === 'block' && !this.#inflate(bytes)) this.state = 'damaged';
    if (!parts.pass(bytes)) this.state = 'damaged';
    if (parts.part === 'foreign') this.state = this.#frames > 0 ? 'foreign' : 'damaged';
    if (part === 'frame-header' && this.state === 'sound') this.#beginFrame();
    // The magic number stands in front of the frame header, which is read as a whole.
    if (part !== 'magic' || parts.part === 'skipped') this.#length = 0;
  }

  #beginFrame(): void {
    this.#frames++;
    this.#history.reset(this.#parts.windowBytes);
    this.#literals.reset();
    this.#sequences.reset();
  }

  /** False when the block is damaged: what it gave before that is in the history. */
  #inflate(bytes: Uint8Array): boolean {
    const { blockType, blockSize } = this.#parts;
    const history = this.#history;
    history.beginBlock();
    if (blockType === 0) return history.append(bytes, 0, bytes.length);
    if (blockType === 1) return history.repeat(bytes[0] ?? 0, blockSize);
    const sequencesAt = this.#literals.read(bytes, 0, bytes.length);
    return sequencesAt > 0 && this.#sequences.read(bytes, sequencesAt, bytes.length, this.#literals, history);
  }
}
