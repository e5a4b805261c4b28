// The bytes of messages whose flow is not finished yet, outside the heap. A message costs one copy and no object; the
// place of one that was let go is used again for the next of its size, so that memory stays at what is open at once,
// however long single flows last.
import type { MessageScan } from '../sip/scan.ts';
import type { Arrival } from '../stream/arrival.ts';
import {
  emptyStoredMessage,
  hasCallId,
  type Memory,
  memoryOf,
  NO_PLACE,
  nextOf,
  readRecord,
  recordSize,
  setNext,
  sizeOfRecord,
  type StoredMessage,
  writeRecord,
} from './record.ts';

/** A place is a chunk above, and an offset in it below. */
const CHUNK_BITS = 20;
const CHUNK_BYTES = 1 << CHUNK_BITS;
const OFFSET_MASK = CHUNK_BYTES - 1;
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

  /** Copies a message in. Returns its place, which is never `NO_PLACE`. */
  put(arrival: Arrival, input: number, pair: number, scan: MessageScan | undefined): number {
    const size = recordSize(arrival.end - arrival.start);
    if (size > MAX_SHARED_BYTES) return this.#putLarge(size, arrival, input, pair, scan);
    const steps = stepsOf(size);
    const place = this.#free[steps]?.pop() ?? this.#newPlace(steps * STEP_BYTES);
    const chunk = this.#chunks[place >> CHUNK_BITS];
    if (chunk) writeRecord(chunk, place & OFFSET_MASK, arrival, input, pair, scan);
    return place;
  }

  /** Reads a message back; what is returned is overwritten by the next one, its bytes are borrowed. */
  read(place: number): StoredMessage {
    const memory = this.#memoryAt(place);
    if (memory) readRecord(memory, offsetOf(place), this.#stored);
    return this.#stored;
  }

  /** Ties a message to the next one of its flow. */
  link(place: number, next: number): void {
    const memory = this.#memoryAt(place);
    if (memory) setNext(memory, offsetOf(place), next);
  }

  /** Place of the next message of the same flow; `NO_PLACE` behind the last one. */
  next(place: number): number {
    const memory = this.#memoryAt(place);
    return memory ? nextOf(memory, offsetOf(place)) : NO_PLACE;
  }

  /** Whether a scanned message has the Call-ID in [start, end) of `bytes`. */
  hasCallId(place: number, bytes: Uint8Array, start: number, end: number): boolean {
    const memory = this.#memoryAt(place);
    return memory !== undefined && hasCallId(memory, offsetOf(place), bytes, start, end);
  }

  /** Lets a message go. */
  release(place: number): void {
    if (place < 0) {
      this.#large.delete(place);
      return;
    }
    const chunk = this.#chunks[place >> CHUNK_BITS];
    if (chunk) this.#free[stepsOf(sizeOfRecord(chunk, place & OFFSET_MASK))]?.push(place);
  }

  #memoryAt(place: number): Memory | undefined {
    return place < 0 ? this.#large.get(place) : this.#chunks[place >> CHUNK_BITS];
  }

  #newPlace(size: number): number {
    if (this.#used + size > CHUNK_BYTES) {
      // The first place would be `NO_PLACE`.
      this.#used = this.#chunks.length === 0 ? STEP_BYTES : 0;
      this.#chunks.push(memoryOf(new ArrayBuffer(CHUNK_BYTES)));
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

/** Large messages have memory of their own, and begin at its beginning. */
function offsetOf(place: number): number {
  return place < 0 ? 0 : place & OFFSET_MASK;
}

function stepsOf(size: number): number {
  return Math.ceil(size / STEP_BYTES);
}
