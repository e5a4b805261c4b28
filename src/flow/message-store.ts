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
  type StoredMessage,
  writeRecord,
} from './record.ts';

const CHUNK_BYTES = 1024 * 1024;
/** Places differ in size by this much: what a message leaves of its place is lost. */
const STEP_BYTES = 128;
const STEPS_IN_CHUNK = CHUNK_BYTES / STEP_BYTES;
/** Larger messages are rare, and each gets memory of its own. */
const MAX_SHARED_BYTES = 32 * 1024;
/** A place is where it begins, in steps from the first chunk on, and below that its size in steps. */
const SIZE_BITS = 9;
const SIZE_MASK = (1 << SIZE_BITS) - 1;

/** Keeps messages by place, a number. */
export class MessageStore {
  readonly #stored = emptyStoredMessage();
  readonly #chunks: Memory[] = [];
  /** Places that were let go, by size in steps. */
  readonly #free: number[][] = Array.from({ length: MAX_SHARED_BYTES / STEP_BYTES + 1 }, () => []);
  /** Messages too large to share a chunk, by negative place. */
  readonly #large = new Map<number, Memory>();
  #lastLarge = 0;
  /** Steps used of the newest chunk. */
  #used = STEPS_IN_CHUNK;

  /** Copies a message in. Returns its place. */
  put(arrival: Arrival, input: number, pair: number, scan: MessageScan | undefined): number {
    const size = recordSize(arrival.end - arrival.start);
    if (size > MAX_SHARED_BYTES) return this.#putLarge(size, arrival, input, pair, scan);
    const steps = Math.ceil(size / STEP_BYTES);
    const place = this.#free[steps]?.pop() ?? this.#newPlace(steps);
    const chunk = this.#chunks[chunkOf(place)];
    if (chunk) writeRecord(chunk, offsetOf(place), arrival, input, pair, scan);
    return place;
  }

  /** Reads a message back; what is returned is overwritten by the next one, its bytes are borrowed. */
  read(place: number): StoredMessage {
    const memory = place < 0 ? this.#large.get(place) : this.#chunks[chunkOf(place)];
    if (memory) readRecord(memory, place < 0 ? 0 : offsetOf(place), this.#stored);
    return this.#stored;
  }

  /** Lets a message go. */
  release(place: number): void {
    if (place < 0) this.#large.delete(place);
    else this.#free[place & SIZE_MASK]?.push(place);
  }

  #newPlace(steps: number): number {
    if (this.#used + steps > STEPS_IN_CHUNK) {
      this.#chunks.push(memoryOf(new ArrayBuffer(CHUNK_BYTES)));
      this.#used = 0;
    }
    const start = (this.#chunks.length - 1) * STEPS_IN_CHUNK + this.#used;
    this.#used += steps;
    // Not with shifts: places go on beyond 32 bits.
    return start * (1 << SIZE_BITS) + steps;
  }

  #putLarge(size: number, arrival: Arrival, input: number, pair: number, scan: MessageScan | undefined): number {
    const memory = memoryOf(new ArrayBuffer(size));
    writeRecord(memory, 0, arrival, input, pair, scan);
    const place = --this.#lastLarge;
    this.#large.set(place, memory);
    return place;
  }
}

function chunkOf(place: number): number {
  return Math.floor(place / (STEPS_IN_CHUNK << SIZE_BITS));
}

function offsetOf(place: number): number {
  return (Math.floor(place / (1 << SIZE_BITS)) % STEPS_IN_CHUNK) * STEP_BYTES;
}
