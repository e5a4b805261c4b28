// The bytes of messages whose flow is not finished yet, outside the heap. A message costs one copy and no object; the
// place of one that was let go is used again for the next of its size, so that memory stays at what is open at once,
// however long single flows last.
import type { MessageScan } from '../sip/scan.ts';
import type { Arrival } from '../stream/arrival.ts';
import {
  emptyStoredMessage,
  type Memory,
  memoryOf,
  readRecord,
  recordSize,
  sizeOfRecord,
  type StoredMessage,
  writeRecord,
} from './record.ts';

const CHUNK_BYTES = 1024 * 1024;
/** Places differ in size by this much: what a message leaves of its place is lost. */
const STEP_BYTES = 128;
/** Larger messages are rare, and each gets memory of its own. */
const MAX_SHARED_BYTES = 64 * 1024;

/** Keeps messages by place, a number. */
export class MessageStore {
  readonly #stored = emptyStoredMessage();
  readonly #chunks: Memory[] = [];
  /** Places that were let go, by size in steps. */
  readonly #free: number[][] = Array.from({ length: MAX_SHARED_BYTES / STEP_BYTES + 1 }, () => []);
  /** Messages too large to share a chunk, by negative place. */
  readonly #large = new Map<number, Memory>();
  #lastLarge = 0;
  #used = CHUNK_BYTES;

  /** Copies a message in. Returns its place. */
  put(arrival: Arrival, input: number, pair: number, scan: MessageScan | undefined): number {
    const size = recordSize(arrival.end - arrival.start);
    if (size > MAX_SHARED_BYTES) return this.#putLarge(size, arrival, input, pair, scan);
    const steps = stepsOf(size);
    const place = this.#free[steps]?.pop() ?? this.#newPlace(steps * STEP_BYTES);
    const chunk = this.#chunks[Math.floor(place / CHUNK_BYTES)];
    if (chunk) writeRecord(chunk, place % CHUNK_BYTES, arrival, input, pair, scan);
    return place;
  }

  /** Reads a message back; what is returned is overwritten by the next one, its bytes are borrowed. */
  read(place: number): StoredMessage {
    const chunk = place < 0 ? this.#large.get(place) : this.#chunks[Math.floor(place / CHUNK_BYTES)];
    if (chunk) readRecord(chunk, place < 0 ? 0 : place % CHUNK_BYTES, this.#stored);
    return this.#stored;
  }

  /** Lets a message go. */
  release(place: number): void {
    if (place < 0) {
      this.#large.delete(place);
      return;
    }
    const chunk = this.#chunks[Math.floor(place / CHUNK_BYTES)];
    if (chunk) this.#free[stepsOf(sizeOfRecord(chunk, place % CHUNK_BYTES))]?.push(place);
  }

  #newPlace(size: number): number {
    if (this.#used + size > CHUNK_BYTES) {
      this.#chunks.push(memoryOf(new ArrayBuffer(CHUNK_BYTES)));
      this.#used = 0;
    }
    const place = (this.#chunks.length - 1) * CHUNK_BYTES + this.#used;
    this.#used += size;
    return place;
  }

  #putLarge(size: number, arrival: Arrival, input: number, pair: number, scan: MessageScan | undefined): number {
    const memory = memoryOf(new ArrayBuffer(size));
    writeRecord(memory, 0, arrival, input, pair, scan);
    const place = --this.#lastLarge;
    this.#large.set(place, memory);
    return place;
  }
}

function stepsOf(size: number): number {
  return Math.ceil(size / STEP_BYTES);
}
