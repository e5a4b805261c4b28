// Solaris snoop files (RFC 1761): 16 bytes, then one record per packet, everything big-endian.
//
//   offset  0           8        12
//   file    "snoop\0…"  version  link type
//   record  on wire     captured (4)  record length (8)  drops so far (12)  secs (16)  µs (20)  the packet, padded
//
// Shomiti's files look the same and put more behind each packet, which the record length passes over.
import { LINK_ETHERNET, LINK_NULL, UNASSIGNED_LINK_TYPES } from './link-types.ts';
import { type FrameSink, MAX_PACKET_BYTES, type RecordWalker } from './records.ts';
import { type RecordFormat, type RecordKind, RecordFileWalker } from './record-file.ts';

/** The first four bytes of a snoop file, read big-endian. */
export const SNOOP_MAGIC = 0x736e6f6f;

const FILE_HEADER_BYTES = 16;
const RECORD_HEADER_BYTES = 24;
/** Padding, and what Shomiti adds. */
const MAX_TRAILER_BYTES = 256;

/** DLPI numbers, and Shomiti's own where they are above 9. */
const linkTypes: ReadonlyMap<number, number> = new Map([
  [0, LINK_ETHERNET],
  [4, LINK_ETHERNET],
  [9, LINK_NULL],
  [10, LINK_ETHERNET],
  [12, LINK_ETHERNET],
  [14, LINK_NULL],
  [19, LINK_ETHERNET],
]);

/** Makes a walker for a snoop file. */
export function createSnoopWalker(sink: FrameSink): RecordWalker {
  return new RecordFileWalker(new SnoopFormat(), sink);
}

class SnoopFormat implements RecordFormat {
  readonly fileHeaderBytes = FILE_HEADER_BYTES;
  readonly recordHeaderBytes = RECORD_HEADER_BYTES;
  readonly recordsEnd = Number.POSITIVE_INFINITY;
  droppedByCapture = 0;
  #linkType = 0;

  readFileHeader(view: DataView, at: number, { onLinkType }: FrameSink): void {
    const dataLink = view.getUint32(at + 12);
    this.#linkType = linkTypes.get(dataLink) ?? UNASSIGNED_LINK_TYPES + (dataLink & 0xffff);
    onLinkType(this.#linkType);
  }

  recordBytes(view: DataView, at: number): number {
    const captured = view.getUint32(at + 4);
    const length = view.getUint32(at + 8);
    const isSound =
      captured <= MAX_PACKET_BYTES &&
      length >= RECORD_HEADER_BYTES + captured &&
      length <= RECORD_HEADER_BYTES + captured + MAX_TRAILER_BYTES;
    return isSound ? length : 0;
  }

  secondsAt(view: DataView, at: number): number {
    // Every packet was on the wire before it was captured.
    const isLikely = view.getUint32(at) >= view.getUint32(at + 4) && view.getUint32(at + 20) < 1_000_000;
    return isLikely ? view.getUint32(at + 16) : -1;
  }

  readRecord(view: DataView, at: number, { frame }: FrameSink): RecordKind {
    this.droppedByCapture = Math.max(this.droppedByCapture, view.getUint32(at + 12));
    frame.timeUs = view.getUint32(at + 16) * 1e6 + view.getUint32(at + 20);
    frame.nanos = 0;
    frame.linkType = this.#linkType;
    frame.start = at + RECORD_HEADER_BYTES;
    frame.end = frame.start + view.getUint32(at + 4);
    frame.wireLength = view.getUint32(at);
    return 'packet';
  }
}
