// Bytes that wait for more of their kind: copied as they come, into buffers that all who wait share.

const SMALL_BYTES = 4096;
const MAX_FREE = 256;
const MAX_USED_BYTES = 64 * 1024 * 1024;
const noBytes = new Uint8Array(0);

/** Buffers for bytes that wait. Small ones go round; how much is in use at once is counted, for those who must stop. */
export class BufferPool {
  readonly #most: number;
  readonly #free: Uint8Array[] = [];
  #used = 0;

  constructor(most = MAX_USED_BYTES) {
    this.#most = most;
  }

  /** Too much waits: whoever keeps bytes is to give them up. */
  get isFull(): boolean {
    return this.#used > this.#most;
  }

  /** A buffer of at least this size. What is in it is not 0. */
  take(size: number): Uint8Array {
    const buffer = size <= SMALL_BYTES ? (this.#free.pop() ?? new Uint8Array(SMALL_BYTES)) : new Uint8Array(size);
    this.#used += buffer.length;
    return buffer;
  }

  /** A buffer that is not needed any more. */
  give(buffer: Uint8Array): void {
    this.#used -= buffer.length;
    if (buffer.length === SMALL_BYTES && this.#free.length < MAX_FREE) this.#free.push(buffer);
  }
}

/** A copy of bytes that wait. */
export class PendingBytes {
  /** What waits is [0, length). Another buffer after each call. */
  bytes: Uint8Array = noBytes;
  length = 0;
  readonly #pool: BufferPool;

  constructor(pool: BufferPool) {
    this.#pool = pool;
  }

  /** Copies [start, end) behind what waits. */
  append(bytes: Uint8Array, start: number, end: number): void {
    const length = this.length + end - start;
    if (length > this.bytes.length) this.#grow(length);
    // A view costs more than a few bytes.
    if (end - start < 32) for (let at = start, to = this.length; at < end; at++, to++) this.bytes[to] = bytes[at] ?? 0;
    else this.bytes.set(bytes.subarray(start, end), this.length);
    this.length = length;
  }

  /** Of what waits, only [start, end) waits on. */
  keep(start: number, end: number): void {
    this.bytes.copyWithin(0, start, end);
    this.length = end - start;
  }

  /** Nothing waits, and nothing is held. */
  clear(): void {
    if (this.bytes.length > 0) this.#pool.give(this.bytes);
    this.bytes = noBytes;
    this.length = 0;
  }

  #grow(length: number): void {
    const larger = this.#pool.take(Math.max(length, 2 * this.bytes.length));
    larger.set(this.bytes.subarray(0, this.length));
    if (this.bytes.length > 0) this.#pool.give(this.bytes);
    this.bytes = larger;
  }
}
