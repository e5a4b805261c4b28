// The bytes of messages whose flow is not finished yet, outside the heap: in chunks that are filled one after the other
// and used again when the last message in them has been let go. A message costs one copy and no object.
//
//   record, padded to 8 bytes:
//   0 time µs (f64) │ 8 frame │ 12 length │ 16 IP id │ 20 CSeq (each 32 bits) │ 24 nanos │ 26 pair │ 28 input │
//   30 transport and flags │ 32 where the parts stand (each 16 bits) │ 64 the message …
import { MessageScan } from '../sip/scan.ts';
import type { Arrival, Transport } from '../stream/arrival.ts';

const CHUNK_BYTES = 1024 * 1024;
const MAX_FREE_CHUNKS = 8;
const RECORD_BYTES = 64;
const CUT = 16;
const SCANNED = 32;
const TRANSPORT_MASK = 15;
const TRANSPORTS: readonly Transport[] = ['udp', 'tcp', 'tls', 'ws', 'wss', 'sctp'];

interface Chunk {
  /** The same memory, by the size of what is in it. */
  readonly bytes: Uint8Array;
  readonly halves: Uint16Array;
  readonly words: Int32Array;
  readonly times: Float64Array;
  live: number;
}

/** What is read back: an arrival, the input it came from, and the pair of endpoints by number. Overwritten each time. */
export interface StoredMessage extends Arrival {
  input: number;
  pair: number;
  /** Where the parts of the message stand; undefined when it is not written in the usual way. */
  scan: MessageScan | undefined;
}

/** Where new messages go: the chunk that is being filled. Old messages are kept apart from new ones. */
interface Lane {
  chunk: Chunk;
  number: number;
  used: number;
}

/** Keeps messages by place, a number. */
export class MessageStore {
  readonly stored: StoredMessage = {
    frame: 0,
    timeUs: 0,
    nanos: 0,
    source: '',
    destination: '',
    transport: 'udp',
    bytes: new Uint8Array(0),
    start: 0,
    end: 0,
    ipId: -1,
    cut: false,
    input: 0,
    pair: 0,
    scan: undefined,
  };
  readonly #scan = new MessageScan();
  readonly #chunks = new Map<number, Chunk>();
  readonly #free: Chunk[] = [];
  readonly #young: Lane = { chunk: newChunk(0), number: -1, used: 0 };
  readonly #old: Lane = { chunk: newChunk(0), number: -2, used: 0 };
  #lastNumber = -1;

  /** Copies a message in; one of an `old` flow goes where it does not keep the chunks of new ones alive. Returns its place. */
  put(arrival: Arrival, input: number, pair: number, scan: MessageScan | undefined, old = false): number {
    const { bytes, start, end } = arrival;
    const lane = old ? this.#old : this.#young;
    const size = (RECORD_BYTES + end - start + 7) & ~7;
    if (lane.used + size > lane.chunk.bytes.length) this.#startChunk(lane, size);
    const at = lane.used;
    const { bytes: target, halves, words, times } = lane.chunk;
    times[at >> 3] = arrival.timeUs;
    const word = at >> 2;
    words[word + 2] = arrival.frame;
    words[word + 3] = end - start;
    words[word + 4] = arrival.ipId;
    words[word + 5] = scan ? scan.cseq : 0;
    const half = at >> 1;
    halves[half + 12] = arrival.nanos;
    halves[half + 13] = pair;
    halves[half + 14] = input;
    halves[half + 15] = TRANSPORTS.indexOf(arrival.transport) | (arrival.cut ? CUT : 0) | (scan ? SCANNED : 0);
    if (scan) writeScan(halves, half + 16, scan);
    target.set(bytes.subarray(start, end), at + RECORD_BYTES);
    lane.used += size;
    lane.chunk.live++;
    return lane.number * CHUNK_BYTES + at;
  }

  /** Reads a message back into `stored`, whose bytes are borrowed; endpoints are left to who knows the pairs. */
  read(place: number): StoredMessage {
    const chunk = this.#chunkOf(place);
    const { stored } = this;
    if (!chunk) return stored;
    const at = place % CHUNK_BYTES;
    const { bytes, halves, words, times } = chunk;
    const half = at >> 1;
    const word = at >> 2;
    const flags = halves[half + 15] ?? 0;
    stored.timeUs = times[at >> 3] ?? 0;
    stored.frame = (words[word + 2] ?? 0) >>> 0;
    stored.ipId = words[word + 4] ?? -1;
    stored.nanos = halves[half + 12] ?? 0;
    stored.pair = halves[half + 13] ?? 0;
    stored.input = halves[half + 14] ?? 0;
    stored.transport = TRANSPORTS[flags & TRANSPORT_MASK] ?? 'udp';
    stored.cut = (flags & CUT) !== 0;
    stored.bytes = bytes;
    stored.start = at + RECORD_BYTES;
    stored.end = stored.start + (words[word + 3] ?? 0);
    stored.scan = (flags & SCANNED) === 0 ? undefined : this.#scan;
    if (stored.scan) {
      this.#scan.cseq = words[word + 5] ?? 0;
      readScan(halves, half + 16, this.#scan);
    }
    return stored;
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
  const buffer = new ArrayBuffer(size);
  return {
    bytes: new Uint8Array(buffer),
    halves: new Uint16Array(buffer),
    words: new Int32Array(buffer),
    times: new Float64Array(buffer),
    live: 0,
  };
}

function writeScan(halves: Uint16Array, at: number, scan: MessageScan): void {
  halves[at] = scan.status;
  halves[at + 1] = scan.lineEnd;
  halves[at + 2] = scan.methodEnd;
  halves[at + 3] = scan.callIdStart;
  halves[at + 4] = scan.callIdEnd;
  halves[at + 5] = scan.cseqMethodStart;
  halves[at + 6] = scan.cseqMethodEnd;
  halves[at + 7] = scan.branchStart;
  halves[at + 8] = scan.branchEnd;
  halves[at + 9] = scan.sentByStart;
  halves[at + 10] = scan.sentByEnd;
  halves[at + 11] = scan.fromTagStart;
  halves[at + 12] = scan.fromTagEnd;
  halves[at + 13] = scan.toTagStart;
  halves[at + 14] = scan.toTagEnd;
}

function readScan(halves: Uint16Array, at: number, into: MessageScan): void {
  into.status = halves[at] ?? 0;
  into.lineEnd = halves[at + 1] ?? 0;
  into.methodEnd = halves[at + 2] ?? 0;
  into.callIdStart = halves[at + 3] ?? 0;
  into.callIdEnd = halves[at + 4] ?? 0;
  into.cseqMethodStart = halves[at + 5] ?? 0;
  into.cseqMethodEnd = halves[at + 6] ?? 0;
  into.branchStart = halves[at + 7] ?? 0;
  into.branchEnd = halves[at + 8] ?? 0;
  into.sentByStart = halves[at + 9] ?? 0;
  into.sentByEnd = halves[at + 10] ?? 0;
  into.fromTagStart = halves[at + 11] ?? 0;
  into.fromTagEnd = halves[at + 12] ?? 0;
  into.toTagStart = halves[at + 13] ?? 0;
  into.toTagEnd = halves[at + 14] ?? 0;
}
