// One message as bytes: what is known of its arrival, where its parts stand, and the message itself. Stored in the
// machine's own byte order: it never leaves the process.
//
//   record, padded to 8 bytes:
//   0 time µs (f64) │ 8 frame │ 12 length │ 16 CSeq (each 32 bits) │ 20 nanos │ 22 pair │ 26 transport and flags │
//   28 where the parts stand │ 58 IP id (each 16 bits) │ 60 input (32 bits) │ 64 the message …
import { MessageScan } from '../sip/scan.ts';
import type { Arrival, Transport } from '../stream/arrival.ts';

const HEAD_BYTES = 64;
const CUT = 16;
const SCANNED = 32;
const IDENTIFIED = 64;
const FRAGMENTS_MISSING = 128;

/** Where a scan stands in a record. */
const SCAN_HALF = 14;
const TRANSPORT_MASK = 15;
const TRANSPORTS: readonly Transport[] = ['udp', 'tcp', 'tls', 'ws', 'wss', 'sctp'];

/** The same memory, by the size of what is in it. */
export interface Memory {
  readonly bytes: Uint8Array;
  readonly halves: Uint16Array;
  readonly words: Int32Array;
  readonly doubles: Float64Array;
}

/** What is read back: an arrival, the input it came from, and the pair of endpoints by number. Overwritten each time. */
export interface StoredMessage extends Arrival {
  input: number;
  pair: number;
  /** Where the parts of the message stand; undefined when it is not written in the usual way. */
  scan: MessageScan | undefined;
}

/** Looks at a buffer of a multiple of 8 bytes. */
export function memoryOf(buffer: ArrayBuffer): Memory {
  return {
    bytes: new Uint8Array(buffer),
    halves: new Uint16Array(buffer),
    words: new Int32Array(buffer),
    doubles: new Float64Array(buffer),
  };
}

/** Size of the record of a message of so many bytes. */
export function recordSize(length: number): number {
  return (HEAD_BYTES + length + 7) & ~7;
}

/** Writes a record at `at`, a multiple of 8 with room for it. */
export function writeRecord(
  { bytes: target, halves, words, doubles }: Memory,
  at: number,
  arrival: Arrival,
  input: number,
  pair: number,
  scan: MessageScan | undefined,
): void {
  const { bytes, start, end } = arrival;
  doubles[at >> 3] = arrival.timeUs;
  const word = at >> 2;
  words[word + 2] = arrival.frame;
  words[word + 3] = end - start;
  words[word + 4] = scan ? scan.cseq : 0;
  const half = at >> 1;
  halves[half + 10] = arrival.nanos;
  halves[half + 11] = pair;
  words[word + 15] = input;
  halves[half + 13] = flagsOf(arrival, scan !== undefined);
  halves[half + 29] = arrival.ipId;
  if (scan) writeScan(halves, half + SCAN_HALF, scan);
  target.set(bytes.subarray(start, end), at + HEAD_BYTES);
}

function flagsOf({ transport, cut, cutBy, ipId }: Arrival, scanned: boolean): number {
  // Nearly everything is UDP.
  const number = transport === 'udp' ? 0 : TRANSPORTS.indexOf(transport);
  const missing = cutBy === 'fragments' ? FRAGMENTS_MISSING : 0;
  return number | missing | (cut ? CUT : 0) | (scanned ? SCANNED : 0) | (ipId >= 0 ? IDENTIFIED : 0);
}

/** An empty place to read into. */
export function emptyStoredMessage(): StoredMessage {
  return {
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
    cutBy: '',
    input: 0,
    pair: 0,
    scan: undefined,
  };
}

/** Reads the record at `at`. Endpoints are left to who knows the pairs; the bytes are borrowed. */
export function readRecord({ bytes, halves, words, doubles }: Memory, at: number, into: StoredMessage): void {
  const half = at >> 1;
  const word = at >> 2;
  const flags = halves[half + 13] ?? 0;
  into.timeUs = doubles[at >> 3] ?? 0;
  into.frame = (words[word + 2] ?? 0) >>> 0;
  into.ipId = (flags & IDENTIFIED) === 0 ? -1 : (halves[half + 29] ?? 0);
  into.nanos = halves[half + 10] ?? 0;
  into.pair = halves[half + 11] ?? 0;
  into.input = words[word + 15] ?? 0;
  into.transport = TRANSPORTS[flags & TRANSPORT_MASK] ?? 'udp';
  into.cut = (flags & CUT) !== 0;
  into.cutBy = (flags & FRAGMENTS_MISSING) === 0 ? '' : 'fragments';
  into.bytes = bytes;
  into.start = at + HEAD_BYTES;
  into.end = into.start + (words[word + 3] ?? 0);
  into.scan = (flags & SCANNED) === 0 ? undefined : scratch;
  if (!into.scan) return;
  scratch.cseq = words[word + 4] ?? 0;
  readScan(halves, half + SCAN_HALF, scratch);
}

/** Valid until the next record is read, as everything else of it is. */
const scratch = new MessageScan();

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
