// gzip (RFC 1952) becomes bytes: every member, one behind the other, and what was sound of one that is damaged.
import type { Note } from '../../bytes/notice.ts';
import { type Inflater, type InflateStep, OwnInflater } from './inflater.ts';
import { crc32, headerBytesOf, isConfirmed, TRAILER_BYTES } from './member.ts';

/** What inflates one member after the other, and sums what came out. */
export interface GzipEngine {
  readonly createInflater: () => Inflater;
  readonly crc32: (bytes: Uint8Array, before: number) => number;
}

const ownEngine: GzipEngine = { createInflater: () => new OwnInflater(), crc32 };

/**
 * Inflates gzip. Damage ends it with a notice: what came before it is handed out.
 * @param source Chunks are borrowed until the next is asked for, and so are those that come out.
 * @param engine Faster than the own one where the platform has such.
 * @throws What the source throws.
 */
export async function* inflateGzip(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  note: Note,
  engine: GzipEngine = ownEngine,
): AsyncGenerator<Uint8Array, void, undefined> {
  const members = new Members(engine);
  try {
    for await (const chunk of source) {
      for (let at = 0; at < chunk.length && members.part !== 'over';) {
        const step = await members.push(chunk.subarray(at));
        at += step.used;
        yield* step.pieces;
      }
      if (members.part === 'over') break;
    }
  } finally {
    members.close();
  }
  if (!members.isSound) note('gzip-damaged', 0);
  else if (members.trailing === 'foreign') note('trailing-bytes', 0);
}

/** Most headers are shorter; of longer ones more is taken in turn. */
const FIRST_HEADER_BYTES = 64;

/** Goes through the members of a file, part by part. */
class Members {
  part: 'header' | 'data' | 'trailer' | 'over' = 'header';
  /** What stands behind the last member; zeros fill the last block of a tape, and mean nothing. */
  trailing: 'nothing' | 'zeros' | 'foreign' = 'nothing';
  readonly #engine: GzipEngine;
  #isDamaged = false;
  #members = 0;
  #inflater: Inflater | undefined;
  #crc = 0;
  #length = 0;
  /** A header or trailer that goes on in the next chunk. */
  #held = new Uint8Array(0);

  constructor(engine: GzipEngine) {
    this.#engine = engine;
  }

  /** Whether the file may end here, and nothing was damaged. */
  get isSound(): boolean {
    const isBetween = this.part === 'over' || (this.part === 'header' && this.#held.length === 0 && this.#members > 0);
    return isBetween && !this.#isDamaged;
  }

  close(): void {
    this.#inflater?.close();
    this.#inflater = undefined;
  }

  async push(bytes: Uint8Array): Promise<Pick<InflateStep, 'pieces' | 'used'>> {
    if (this.part === 'data' && this.#inflater) return this.#inflate(this.#inflater, bytes);
    const before = this.#held.length;
    const wanted = this.part === 'trailer' ? TRAILER_BYTES - before : Math.max(FIRST_HEADER_BYTES, before);
    const taken = Math.min(bytes.length, wanted);
    const held = new Uint8Array(before + taken);
    held.set(this.#held);
    held.set(bytes.subarray(0, taken), before);
    this.#held = held;
    const length = this.part === 'trailer' ? this.#readTrailer() : this.#readHeader();
    if (length === 0) return { pieces: [], used: taken };
    this.#held = new Uint8Array(0);
    return { pieces: [], used: length - before };
  }

  /** @returns How long the header is; 0 when more of it must come, or none will. */
  #readHeader(): number {
    const length = headerBytesOf(this.#held);
    if (length > 0) {
      this.part = 'data';
      this.#inflater = this.#engine.createInflater();
      this.#members++;
      this.#crc = 0;
      this.#length = 0;
    } else if (length < 0) {
      this.part = 'over';
      if (this.#members === 0) this.#isDamaged = true;
      else this.trailing = this.#held.every((byte) => byte === 0) ? 'zeros' : 'foreign';
    }
    return Math.max(0, length);
  }

  #readTrailer(): number {
    if (this.#held.length < TRAILER_BYTES) return 0;
    if (!isConfirmed(this.#held, this.#crc, this.#length)) this.#isDamaged = true;
    this.part = 'header';
    return TRAILER_BYTES;
  }

  async #inflate(inflater: Inflater, bytes: Uint8Array): Promise<InflateStep> {
    const step = await inflater.push(bytes);
    for (const piece of step.pieces) {
      this.#crc = this.#engine.crc32(piece, this.#crc);
      this.#length += piece.length;
    }
    if (step.state === 'more') return step;
    this.close();
    if (step.state === 'damaged') this.#isDamaged = true;
    this.part = step.state === 'ended' ? 'trailer' : 'over';
    return step;
  }
}
