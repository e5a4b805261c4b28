// The bytes of messages whose flow is not finished yet, outside the heap: in chunks that are filled one after the other
// and used again when the last message in them has been let go. A message costs one copy and no object.
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
const MAX_FREE_CHUNKS = 8;

interface Chunk extends Memory {
  live: number;
}

/** Where new messages go: the chunk that is being filled. Old messages are kept apart from new ones. */
interface Lane {
  chunk: Chunk;
  number: number;
  used: number;
}

/** Keeps messages by place, a number. */
export class MessageStore {
  readonly #stored = emptyStoredMessage();
  readonly #chunks = new Map<number, Chunk>();
  readonly #free: Chunk[] = [];
  readonly #young: Lane = { chunk: newChunk(0), number: -1, used: 0 };
  readonly #old: Lane = { chunk: newChunk(0), number: -2, used: 0 };
  #lastNumber = -1;

  /** Copies a message in. Returns its place. */
  put(arrival: Arrival, input: number, pair: number, scan: MessageScan | undefined): number {
    const size = recordSize(arrival.end - arrival.start);
    const lane = this.#young;
    if (lane.used + size > lane.chunk.bytes.length) this.#startChunk(lane, size);
    const at = lane.used;
    writeRecord(lane.chunk, at, arrival, input, pair, scan);
    lane.used += size;
    lane.chunk.live++;
    return lane.number * CHUNK_BYTES + at;
  }

  /** Moves a message to the other old ones, where it does not keep the chunk of new ones alive. Returns its new place. */
  move(place: number): number {
    const chunk = this.#chunkOf(place);
    if (!chunk) return place;
    const from = place % CHUNK_BYTES;
    const size = sizeOfRecord(chunk, from);
    const lane = this.#old;
    if (lane.used + size > lane.chunk.bytes.length) this.#startChunk(lane, size);
    const at = lane.used;
    lane.chunk.bytes.set(chunk.bytes.subarray(from, from + size), at);
    lane.used += size;
    lane.chunk.live++;
    this.release(place);
    return lane.number * CHUNK_BYTES + at;
  }

  /** Reads a message back; what is returned is overwritten by the next one, its bytes are borrowed. */
  read(place: number): StoredMessage {
    const chunk = this.#chunkOf(place);
    if (chunk) readRecord(chunk, place % CHUNK_BYTES, this.#stored);
    return this.#stored;
  }

  /** Lets a message go. */
  release(place: number): void {
    const chunk = this.#chunkOf(place);
    if (!chunk || --chunk.live > 0 || chunk === this.#young.chunk || chunk === this.#old.chunk) return;
    this.#chunks.delete(Math.floor(place / CHUNK_BYTES));
    if (chunk.bytes.length === CHUNK_BYTES && this.#free.length < MAX_FREE_CHUNKS) this.#free.push(chunk);
  }

  #chunkOf(place: number): Chunk | undefined {
    return this.#chunks.get(Math.floor(place / CHUNK_BYTES));
  }

  #startChunk(lane: Lane, size: number): void {
    if (lane.chunk.live === 0) this.#chunks.delete(lane.number);
    lane.chunk = (size <= CHUNK_BYTES ? this.#free.pop() : undefined) ?? newChunk(Math.max(size, CHUNK_BYTES));
    lane.number = ++this.#lastNumber;
    lane.used = 0;
    this.#chunks.set(lane.number, lane.chunk);
  }
}

function newChunk(size: number): Chunk {
  return { ...memoryOf(new ArrayBuffer(size)), live: 0 };
}
