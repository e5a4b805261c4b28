// The bytes of messages whose flow is not finished yet, outside the heap: in chunks that are filled one after the other
// and used again when the last message in them has been let go. A message costs one copy and no object.
//
//   record:  0 time µs (f64) │ 8 frame │ 12 length │ 16 IP id │ 20 nanos (u16) │ 22 pair (u16) │ 24 input (u16)
//            26 transport (u8) │ 27 flags (u8) │ 28 where its parts stand │ 64 the message …   padded to 8
import { MessageScan } from '../sip/scan.ts';
import type { Arrival, Transport } from '../stream/arrival.ts';

const CHUNK_BYTES = 1024 * 1024;
const MAX_FREE_CHUNKS = 8;
const SCAN_AT = 28;
const RECORD_BYTES = 64;
const CUT = 1;
const SCANNED = 2;
const TRANSPORTS: readonly Transport[] = ['udp', 'tcp', 'tls', 'ws', 'wss', 'sctp'];

interface Chunk {
  readonly bytes: Uint8Array;
  readonly view: DataView;
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
    const { view, bytes: target } = lane.chunk;
    view.setFloat64(at, arrival.timeUs);
    view.setUint32(at + 8, arrival.frame);
    view.setUint32(at + 12, end - start);
    view.setInt32(at + 16, arrival.ipId);
    view.setUint16(at + 20, arrival.nanos);
    view.setUint16(at + 22, pair);
    view.setUint16(at + 24, input);
    view.setUint8(at + 26, TRANSPORTS.indexOf(arrival.transport));
    view.setUint8(at + 27, (arrival.cut ? CUT : 0) | (scan ? SCANNED : 0));
    if (scan) writeScan(view, at + SCAN_AT, scan);
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
    readRecord(chunk.bytes, chunk.view, at, stored);
    const scanned = (chunk.view.getUint8(at + 27) & SCANNED) !== 0;
    stored.scan = scanned ? this.#scan : undefined;
    if (scanned) readScan(chunk.view, at + SCAN_AT, this.#scan);
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
  const bytes = new Uint8Array(size);
  return { bytes, view: new DataView(bytes.buffer), live: 0 };
}

function readRecord(bytes: Uint8Array, view: DataView, at: number, into: StoredMessage): void {
  into.timeUs = view.getFloat64(at);
  into.frame = view.getUint32(at + 8);
  into.ipId = view.getInt32(at + 16);
  into.nanos = view.getUint16(at + 20);
  into.pair = view.getUint16(at + 22);
  into.input = view.getUint16(at + 24);
  into.transport = TRANSPORTS[view.getUint8(at + 26)] ?? 'udp';
  into.cut = (view.getUint8(at + 27) & CUT) !== 0;
  into.bytes = bytes;
  into.start = at + RECORD_BYTES;
  into.end = into.start + view.getUint32(at + 12);
}

function writeScan(view: DataView, at: number, scan: MessageScan): void {
  view.setUint32(at, scan.cseq);
  view.setUint16(at + 4, scan.status);
  view.setUint16(at + 6, scan.lineEnd);
  view.setUint16(at + 8, scan.methodEnd);
  view.setUint16(at + 10, scan.callIdStart);
  view.setUint16(at + 12, scan.callIdEnd);
  view.setUint16(at + 14, scan.cseqMethodStart);
  view.setUint16(at + 16, scan.cseqMethodEnd);
  view.setUint16(at + 18, scan.branchStart);
  view.setUint16(at + 20, scan.branchEnd);
  view.setUint16(at + 22, scan.sentByStart);
  view.setUint16(at + 24, scan.sentByEnd);
  view.setUint16(at + 26, scan.fromTagStart);
  view.setUint16(at + 28, scan.fromTagEnd);
  view.setUint16(at + 30, scan.toTagStart);
  view.setUint16(at + 32, scan.toTagEnd);
}

function readScan(view: DataView, at: number, into: MessageScan): void {
  into.cseq = view.getUint32(at);
  into.status = view.getUint16(at + 4);
  into.lineEnd = view.getUint16(at + 6);
  into.methodEnd = view.getUint16(at + 8);
  into.callIdStart = view.getUint16(at + 10);
  into.callIdEnd = view.getUint16(at + 12);
  into.cseqMethodStart = view.getUint16(at + 14);
  into.cseqMethodEnd = view.getUint16(at + 16);
  into.branchStart = view.getUint16(at + 18);
  into.branchEnd = view.getUint16(at + 20);
  into.sentByStart = view.getUint16(at + 22);
  into.sentByEnd = view.getUint16(at + 24);
  into.fromTagStart = view.getUint16(at + 26);
  into.fromTagEnd = view.getUint16(at + 28);
  into.toTagStart = view.getUint16(at + 30);
  into.toTagEnd = view.getUint16(at + 32);
}
