// The classic capture file: a header of 24 bytes, then one record per packet.
//
//   offset  0      4      6      8      12     16       20
//   file    magic  major  minor  zone   -      snaplen  linktype
//   record  secs   µs|ns         captured      on wire  (modified: + 8 bytes nobody needs)
//
// Nothing here throws. A record with an impossible length is damage: the next sound record is searched for.
import type { Note } from '../bytes/notice.ts';
import type { Frame } from './frame.ts';
import { type FrameSink, MAX_PACKET_BYTES, SEARCH_WINDOW_BYTES, type RecordWalker } from './records.ts';

const FILE_HEADER_BYTES = 24;
/** A packet after damage is believed when its time is within this of the last one seen. */
const BELIEVED_SECONDS = 7 * 86_400;

interface PcapLayout {
  readonly little: boolean;
  /** Fractions of a second per second: a million or a thousand million. */
  readonly fractions: number;
  readonly recordHeaderBytes: number;
}

const layouts: ReadonlyMap<number, PcapLayout> = new Map([
  [0xa1b2c3d4, { little: false, fractions: 1e6, recordHeaderBytes: 16 }],
  [0xd4c3b2a1, { little: true, fractions: 1e6, recordHeaderBytes: 16 }],
  [0xa1b23c4d, { little: false, fractions: 1e9, recordHeaderBytes: 16 }],
  [0x4d3cb2a1, { little: true, fractions: 1e9, recordHeaderBytes: 16 }],
  [0xa1b2cd34, { little: false, fractions: 1e6, recordHeaderBytes: 24 }],
  [0x34cdb2a1, { little: true, fractions: 1e6, recordHeaderBytes: 24 }],
]);

/** The layout that the first four bytes (read big-endian) of a file announce; `undefined` when it is no pcap. */
export function pcapLayout(magic: number): PcapLayout | undefined {
  return layouts.get(magic);
}

/** Walks a pcap file from its first byte. */
export class PcapWalker implements RecordWalker {
  need = FILE_HEADER_BYTES;
  lost = false;
  packets = 0;
  readonly droppedByCapture = 0;
  readonly #layout: PcapLayout;
  readonly #frame: Frame;
  readonly #onFrame: (frame: Frame) => void;
  readonly #onLinkType: (linkType: number) => void;
  readonly #note: Note;
  #sawHeader = false;
  #lastSeconds = -1;

  constructor(layout: PcapLayout, { frame, onFrame, onLinkType, note }: FrameSink) {
    this.#layout = layout;
    this.#frame = frame;
    this.#onFrame = onFrame;
    this.#onLinkType = onLinkType;
    this.#note = note;
  }

  walk(bytes: Uint8Array, start: number, end: number, last: boolean): number {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let at = start;
    if (!this.#sawHeader) {
      if (end - at < FILE_HEADER_BYTES) return at;
      this.#readHeader(view, at);
      at += FILE_HEADER_BYTES;
    }
    for (;;) {
      if (this.lost) at = this.#search(view, at, end, last);
      if (this.lost) return at;
      at = this.#walkRecords(bytes, view, at, end);
      if (!this.lost) return at;
    }
  }

  #readHeader(view: DataView, at: number): void {
    this.#sawHeader = true;
    // The bits above the link type tell the length of a frame check sequence.
    this.#frame.linkType = view.getUint32(at + 20, this.#layout.little) & 0x03ffffff;
    this.#onLinkType(this.#frame.linkType);
  }

  #walkRecords(bytes: Uint8Array, view: DataView, start: number, end: number): number {
    const { little, fractions, recordHeaderBytes } = this.#layout;
    const nanoseconds = fractions === 1e9;
    const frame = this.#frame;
    const onFrame = this.#onFrame;
    frame.bytes = bytes;
    let at = start;
    while (end - at >= recordHeaderBytes) {
      const captured = view.getUint32(at + 8, little);
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
      frame.wireLength = view.getUint32(at + 12, little);
      at = next;
      onFrame(frame);
    }
    this.need = recordHeaderBytes;
    return at;
  }

  /** After damage: the first place from which two sound records follow each other, or one that ends the file. */
  #search(view: DataView, start: number, end: number, last: boolean): number {
    const { little, recordHeaderBytes } = this.#layout;
    let at = start;
    for (; end - at >= recordHeaderBytes; at++) {
      if (!this.#isPlausible(view, at)) continue;
      const next = at + recordHeaderBytes + view.getUint32(at + 8, little);
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
    const captured = view.getUint32(at + 8, little);
    if (captured === 0 || captured > MAX_PACKET_BYTES) return false;
    const wireLength = view.getUint32(at + 12, little);
    if (wireLength < captured || wireLength > MAX_PACKET_BYTES) return false;
    if (view.getUint32(at + 4, little) >= fractions) return false;
    return this.#lastSeconds < 0 || Math.abs(view.getUint32(at, little) - this.#lastSeconds) <= BELIEVED_SECONDS;
  }
}
