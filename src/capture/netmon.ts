// Microsoft Network Monitor files, versions 1 and 2: 128 bytes, then the frames, then a table that says where each
// began. Everything is little-endian.
//
//   offset  0       4      6     8 … 22           24               28
//   file    "GMBU"  minor  link  start (local)    table: offset    table: length
//           ("RTSS" in version 1)
//   frame   µs since start (8)   on wire (4)  captured (4)  the frame  [link (2)  process (4)  time in UTC (8)  zone (1)]
//   in version 1: ms (4)         on wire (2)  captured (2)  the frame
//
// The table stands at the end, so that a stream cannot wait for it: frames are read one after the other, which is how they
// are written, and the length of the table tells whether all have come. Gaps between frames are searched through.
import { LINK_ETHERNET, LINK_RAW_IP, UNASSIGNED_LINK_TYPES } from './link-types.ts';
import { type FrameSink, MAX_PACKET_BYTES, type RecordWalker } from './records.ts';
import { type RecordFormat, type RecordKind, RecordFileWalker } from './record-file.ts';
import { type Clock, type Instant, ticksToTime } from './timestamp.ts';

/** The first four bytes of a file of version 2, read big-endian. */
export const NETMON_MAGIC = 0x474d4255;
/** The same of version 1. */
export const NETMON_1_MAGIC = 0x52545353;

const FILE_HEADER_BYTES = 128;
const TWO_32 = 4294967296;

/** LINKTYPE_ numbers by NDIS medium. Some files say 0 of Ethernet. */
const linkTypes: ReadonlyMap<number, number> = new Map([
  [0, LINK_ETHERNET],
  [1, LINK_ETHERNET],
  [2, 6],
  [3, 10],
  [7, LINK_RAW_IP],
  [8, LINK_RAW_IP],
  [9, LINK_RAW_IP],
]);
/** Files that were converted from pcap: the LINKTYPE_ number in the lower bits. */
const FROM_PCAP = 0xe000;
/** Among these, media that Microsoft's Message Analyzer has made up. */
const ANALYZER_FIRST = 0xe080;
const ANALYZER_LAST = 0xe08a;
/** What Network Monitor says beside the packets: it counts some of that among the frames. */
const REMARKS = 0xffe0;
const UNNUMBERED_REMARKS: ReadonlySet<number> = new Set([0xfffc, 0xfffd, 0xfffe]);

/** A tenth of a microsecond, since 1601. */
const FILETIME: Clock = { ticksPerSecond: 10_000_000n, ticksPerUs: 0, offsetSeconds: -11_644_473_600 };

/** Makes a walker for a Network Monitor file. */
export function createNetmonWalker(sink: FrameSink): RecordWalker {
  return new RecordFileWalker(new NetmonFormat(), sink);
}

class NetmonFormat implements RecordFormat {
  readonly fileHeaderBytes = FILE_HEADER_BYTES;
  readonly droppedByCapture = 0;
  recordHeaderBytes = 16;
  recordsEnd = Number.POSITIVE_INFINITY;
  records = 0;
  #isFirstVersion = false;
  /** Bytes behind each frame, by version: its own link type, and later a time in UTC. */
  #trailerBytes = 0;
  #linkType = 0;
  #startUs = 0;

  readFileHeader(view: DataView, at: number, { onLinkType }: FrameSink): void {
    const minor = view.getUint8(at + 4);
    this.#isFirstVersion = view.getUint8(at + 5) === 1;
    if (this.#isFirstVersion) this.recordHeaderBytes = 8;
    else this.#trailerBytes = [0, 2, 6][minor] ?? 15;
    this.#linkType = linkTypeOf(view.getUint16(at + 6, true));
    if (this.#trailerBytes === 0) onLinkType(this.#linkType);
    this.#startUs = startOf(view, at + 8);
    const tableAt = view.getUint32(at + 24, true);
    if (tableAt >= FILE_HEADER_BYTES) this.recordsEnd = tableAt;
    this.records = Math.floor(view.getUint32(at + 28, true) / 4);
  }

  recordBytes(view: DataView, at: number): number {
    const captured = this.#captured(view, at);
    // Nobody records nothing: zeros are a gap.
    return captured > 0 && captured <= MAX_PACKET_BYTES ? this.recordHeaderBytes + captured + this.#trailerBytes : 0;
  }

  secondsAt(view: DataView, at: number): number {
    const captured = this.#captured(view, at);
    const wireLength = this.#wireLength(view, at);
    if (wireLength < captured || wireLength > MAX_PACKET_BYTES) return -1;
    return this.#isFirstVersion ? view.getUint32(at, true) / 1000 : elapsedUs(view, at) / 1e6;
  }

  readRecord(view: DataView, at: number, sink: FrameSink): RecordKind {
    const { frame } = sink;
    frame.start = at + this.recordHeaderBytes;
    frame.end = frame.start + this.#captured(view, at);
    frame.wireLength = this.#wireLength(view, at);
    const medium = this.#trailerBytes === 0 ? 0 : view.getUint16(frame.end, true);
    if (UNNUMBERED_REMARKS.has(medium)) return 'unnumbered';
    if (medium >= REMARKS) return 'other';
    frame.linkType = this.#trailerBytes === 0 ? this.#linkType : linkTypeOf(medium);
    if (this.#trailerBytes > 0) sink.onLinkType(frame.linkType);
    const isTold = this.#trailerBytes === 15 ? readUtc(view, frame.end + 6, frame) : this.#readElapsed(view, at, frame);
    if (!isTold) sink.note('time-implausible', frame.number);
    return 'packet';
  }

  #captured(view: DataView, at: number): number {
    return this.#isFirstVersion ? view.getUint16(at + 6, true) : view.getUint32(at + 12, true);
  }

  #wireLength(view: DataView, at: number): number {
    return this.#isFirstVersion ? view.getUint16(at + 4, true) : view.getUint32(at + 8, true);
  }

  #readElapsed(view: DataView, at: number, into: Instant): boolean {
    const timeUs = this.#startUs + (this.#isFirstVersion ? view.getUint32(at, true) * 1000 : elapsedUs(view, at));
    if (!(timeUs >= 0 && timeUs <= Number.MAX_SAFE_INTEGER)) return false;
    into.timeUs = timeUs;
    into.nanos = 0;
    return true;
  }
}

/** Frames may be a little older than the capture that holds them. */
function elapsedUs(view: DataView, at: number): number {
  return view.getInt32(at + 4, true) * TWO_32 + view.getUint32(at, true);
}

function readUtc(view: DataView, at: number, into: Instant): boolean {
  return ticksToTime(view.getUint32(at + 4, true), view.getUint32(at, true), FILETIME, into);
}

/** Year, month, weekday, day, hour, minute, second, millisecond: of an unknown zone, taken as UTC. */
function startOf(view: DataView, at: number): number {
  const field = (index: number): number => view.getUint16(at + 2 * index, true);
  return Date.UTC(field(0), field(1) - 1, field(3), field(4), field(5), field(6), field(7)) * 1000;
}

function linkTypeOf(medium: number): number {
  if ((medium & 0xf000) === FROM_PCAP && !(medium >= ANALYZER_FIRST && medium <= ANALYZER_LAST)) return medium & 0xfff;
  return linkTypes.get(medium) ?? UNASSIGNED_LINK_TYPES + medium;
}
