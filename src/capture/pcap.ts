// The classic capture file: a header of 24 bytes, then one record per packet.
//
//   offset  0      4      6      8      12     16       20
//   file    magic  major  minor  zone   -      snaplen  linktype  (Ixia: + 4 bytes, the size of what follows)
//   record  secs   µs|ns         captured      on wire  (Kuznetzov: + 8 bytes nobody needs)
//
// Nothing here throws. A record with an impossible length is damage: the next sound record is searched for.
import type { Note } from '../bytes/notice.ts';
import type { Frame } from './frame.ts';
import { type FrameSink, MAX_PACKET_BYTES, SEARCH_WINDOW_BYTES, type RecordWalker } from './records.ts';

/** A packet after damage is believed when its time is within this of the last one seen. */
const BELIEVED_SECONDS = 7 * 86_400;

interface PcapLayout {
  readonly little: boolean;
  /** Fractions of a second per second: a million or a thousand million. */
  readonly fractions: number;
  readonly fileHeaderBytes: number;
  readonly recordHeaderBytes: number;
  /** Longer record headers that were written under the same magic number: what the first two records say decides. */
  readonly elseRecordHeaderBytes: readonly number[];
}

const usual = { fractions: 1e6, fileHeaderBytes: 24, recordHeaderBytes: 16, elseRecordHeaderBytes: [] } as const;

/** Magic number → layout; each may be written in either byte order. */
const magics: readonly (readonly [number, Omit<PcapLayout, 'little'>])[] = [
  // Also written by Red Hat 6.1 and by Nokia.
  [0xa1b2c3d4, { ...usual, elseRecordHeaderBytes: [24, 20] }],
  [0xa1b23c4d, { ...usual, fractions: 1e9 }],
  // Alexey Kuznetzov's patched libpcap, and the one of SuSE 6.3.
  [0xa1b2cd34, { ...usual, recordHeaderBytes: 24, elseRecordHeaderBytes: [28] }],
  // Ixia's lcap, from its hardware and from its software.
  [0x1c0001ac, { ...usual, fractions: 1e9, fileHeaderBytes: 28 }],
  [0x1c0001ab, { ...usual, fileHeaderBytes: 28 }],
];

const layouts: ReadonlyMap<number, PcapLayout> = new Map(
  magics.flatMap(([magic, layout]): [number, PcapLayout][] => [
    [magic, { ...layout, little: false }],
    [swapped(magic), { ...layout, little: true }],
  ]),
);

/** AIX writes interface types of its own as link types, nanoseconds, and the version number 2.2. */
const aixLinkTypes: ReadonlyMap<number, number> = new Map([
  [6, 1],
  [9, 6],
  [15, 10],
  [24, 0],
]);

/** The layout that the first four bytes (read big-endian) of a file announce; `undefined` when it is no pcap. */
export function pcapLayout(magic: number): PcapLayout | undefined {
  return layouts.get(magic);
}

function swapped(magic: number): number {
  return ((magic << 24) | ((magic & 0xff00) << 8) | ((magic >>> 8) & 0xff00) | (magic >>> 24)) >>> 0;
}

/** Walks a pcap file from its first byte. */
export class PcapWalker implements RecordWalker {
  need: number;
  lost = false;
  packets = 0;
  readonly droppedByCapture = 0;
  #layout: PcapLayout;
  /** Before version 2.4 the two lengths of a record stood in either order. */
  #oldLengths = false;
  readonly #frame: Frame;
  readonly #onFrame: (frame: Frame) => void;
  readonly #onLinkType: (linkType: number) => void;
  readonly #note: Note;
  #sawHeader = false;
  #isDecided = false;
  #lastSeconds = -1;

  constructor(layout: PcapLayout, { frame, onFrame, onLinkType, note }: FrameSink) {
    this.#layout = layout;
    this.need = layout.fileHeaderBytes;
    this.#frame = frame;
    this.#onFrame = onFrame;
    this.#onLinkType = onLinkType;
    this.#note = note;
  }

  walk(bytes: Uint8Array, start: number, end: number, last: boolean): number {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let at = start;
    if (!this.#sawHeader) {
      if (end - at < this.#layout.fileHeaderBytes) return at;
      this.#readHeader(view, at);
      at += this.#layout.fileHeaderBytes;
    }
    this.#isDecided ||= this.#decide(view, at, end, last);
    if (!this.#isDecided) return at;
    for (;;) {
      if (this.lost) at = this.#search(view, at, end, last);
      if (this.lost) return at;
      at = this.#walkRecords(bytes, view, at, end);
      if (!this.lost) return at;
    }
  }

  #readHeader(view: DataView, at: number): void {
    this.#sawHeader = true;
    const { little } = this.#layout;
    const major = view.getUint16(at + 4, little);
    const minor = view.getUint16(at + 6, little);
    // The bits above the link type tell the length of a frame check sequence.
    let linkType = view.getUint32(at + 20, little) & 0x03ffffff;
    const aixLinkType = major === 2 && minor === 2 ? aixLinkTypes.get(linkType) : undefined;
    if (aixLinkType !== undefined) {
      linkType = aixLinkType;
      this.#layout = { ...this.#layout, fractions: 1e9 };
    } else this.#oldLengths = (major === 2 && minor < 4) || major === 543;
    this.#frame.linkType = linkType;
    this.#onLinkType(linkType);
  }

  /** Settles how long the header of a record is; false when more must be seen for that. */
  #decide(view: DataView, at: number, end: number, last: boolean): boolean {
    const { little, recordHeaderBytes, elseRecordHeaderBytes } = this.#layout;
    if (elseRecordHeaderBytes.length === 0 || end - at < recordHeaderBytes)
      return elseRecordHeaderBytes.length === 0 || last;
    for (const headerBytes of [recordHeaderBytes, ...elseRecordHeaderBytes]) {
      const next = at + headerBytes + Math.min(this.#capturedAt(view, at), MAX_PACKET_BYTES);
      const isWhole = next + headerBytes <= end;
      if (!isWhole && !last) {
        this.need = next + headerBytes - at;
        return false;
      }
      this.#lastSeconds = -1;
      const isSound = this.#isPlausible(view, at);
      if (isSound) this.#lastSeconds = view.getUint32(at, little);
      // The usual layout needs to be contradicted, another one confirmed.
      if (isSound && (isWhole ? this.#isPlausible(view, next) : headerBytes === recordHeaderBytes || next === end)) {
        this.#layout = { ...this.#layout, recordHeaderBytes: headerBytes };
        return true;
      }
    }
    this.#lastSeconds = -1;
    return true;
  }

  #walkRecords(bytes: Uint8Array, view: DataView, start: number, end: number): number {
    const { little, fractions, recordHeaderBytes } = this.#layout;
    const nanoseconds = fractions === 1e9;
    const frame = this.#frame;
    const onFrame = this.#onFrame;
    frame.bytes = bytes;
    let at = start;
    while (end - at >= recordHeaderBytes) {
      const captured = this.#capturedAt(view, at);
      if (captured > MAX_PACKET_BYTES) {
        this.#note('record-damaged', this.packets + 1);
        this.lost = true;
        return at + 1;
      }
      const next = at + recordHeaderBytes + captured;
      if (next > end) {
        this.need = next - at;
        return at;
      }
      const seconds = view.getUint32(at, little);
      const fraction = view.getUint32(at + 4, little);
      this.#lastSeconds = seconds;
      frame.number = ++this.packets;
      if (nanoseconds) {
        const microseconds = Math.floor(fraction / 1000);
        frame.timeUs = seconds * 1e6 + microseconds;
        frame.nanos = fraction - microseconds * 1000;
      } else {
        frame.timeUs = seconds * 1e6 + fraction;
        frame.nanos = 0;
      }
      frame.start = at + recordHeaderBytes;
      frame.end = next;
      frame.wireLength = this.#wireLengthAt(view, at);
      at = next;
      onFrame(frame);
    }
    this.need = recordHeaderBytes;
    return at;
  }

  /** After damage: the first place from which two sound records follow each other, or one that ends the file. */
  #search(view: DataView, start: number, end: number, last: boolean): number {
    const { recordHeaderBytes } = this.#layout;
    let at = start;
    for (; end - at >= recordHeaderBytes; at++) {
      if (!this.#isPlausible(view, at)) continue;
      const next = at + recordHeaderBytes + this.#capturedAt(view, at);
      const decidable = last || next + recordHeaderBytes <= end;
      if (!decidable) break;
      if (next === end || (next + recordHeaderBytes <= end && this.#isPlausible(view, next))) {
        this.lost = false;
        return at;
      }
    }
    // A whole window at once: asking byte by byte for more would copy the same bytes over and over.
    this.need = SEARCH_WINDOW_BYTES;
    return last ? end : at;
  }

  #isPlausible(view: DataView, at: number): boolean {
    const { little, fractions } = this.#layout;
    const captured = this.#capturedAt(view, at);
    if (captured === 0 || captured > MAX_PACKET_BYTES) return false;
    const wireLength = this.#wireLengthAt(view, at);
    if (wireLength < captured || wireLength > MAX_PACKET_BYTES) return false;
    if (view.getUint32(at + 4, little) >= fractions) return false;
    return this.#lastSeconds < 0 || Math.abs(view.getUint32(at, little) - this.#lastSeconds) <= BELIEVED_SECONDS;
  }

  #capturedAt(view: DataView, at: number): number {
    const { little } = this.#layout;
    const captured = view.getUint32(at + 8, little);
    return this.#oldLengths ? Math.min(captured, view.getUint32(at + 12, little)) : captured;
  }

  #wireLengthAt(view: DataView, at: number): number {
    const { little } = this.#layout;
    const wireLength = view.getUint32(at + 12, little);
    return this.#oldLengths ? Math.max(wireLength, view.getUint32(at + 8, little)) : wireLength;
  }
}
