// The pcapng file: blocks, each with its length in front and behind.
//
//   offset    0      4        8 … length-4   length-4
//   block     type   length   body           length again
//
// A section header (re)sets byte order and interfaces; packets name their interface. Nothing here throws: a block whose
// two lengths differ is damage, and the next sound block is searched for.
import type { Note } from '../bytes/notice.ts';
import type { Frame } from './frame.ts';
import { MAX_PACKET_BYTES, SEARCH_WINDOW_BYTES, type RecordWalker } from './records.ts';
import { clockOf, ticksToTime, type Clock } from './timestamp.ts';

/** The first four bytes of a pcapng file: the same in either byte order. */
export const SECTION_HEADER_BLOCK = 0x0a0d0d0a;
const INTERFACE_BLOCK = 1;
const OLD_PACKET_BLOCK = 2;
const SIMPLE_PACKET_BLOCK = 3;
const STATISTICS_BLOCK = 5;
const ENHANCED_PACKET_BLOCK = 6;

/** Type, length and length again; a section header also needs its byte-order magic to be understood at all. */
const LEAST_BLOCK_BYTES = 12;
const PACKET_HEADER_BYTES = 28;
/** The longest block that is read whole: a packet, and options. Others of any length are skipped. */
const MAX_BLOCK_BYTES = MAX_PACKET_BYTES + 64 * 1024;
/** A block to be skipped that is longer than this is damage. */
const MAX_SKIPPED_BYTES = 256 * 1024 * 1024;
const MAX_INTERFACES = 65_536;

interface CaptureInterface {
  readonly linkType: number;
  readonly snapLength: number;
  readonly clock: Clock;
  /** Newest counter of packets lost on this interface. */
  dropped: number;
}

/** Walks a pcapng file from its first byte. */
export class PcapngWalker implements RecordWalker {
  need = LEAST_BLOCK_BYTES;
  lost = false;
  packets = 0;
  readonly #frame: Frame;
  readonly #onFrame: (frame: Frame) => void;
  readonly #onLinkType: (linkType: number) => void;
  readonly #note: Note;
  #little = true;
  #interfaces: CaptureInterface[] = [];
  /** Dropped in the sections before this one. */
  #droppedBefore = 0;
  /** Bytes still to be passed over of a block that nobody needs. */
  #skip = 0;
  #view: DataView = new DataView(new ArrayBuffer(0));

  constructor(frame: Frame, onFrame: (frame: Frame) => void, onLinkType: (linkType: number) => void, note: Note) {
    this.#frame = frame;
    this.#onFrame = onFrame;
    this.#onLinkType = onLinkType;
    this.#note = note;
  }

  get droppedByCapture(): number {
    return this.#interfaces.reduce((sum, { dropped }) => sum + dropped, this.#droppedBefore);
  }

  walk(bytes: Uint8Array, start: number, end: number, last: boolean): number {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#frame.bytes = bytes;
    let at = start;
    for (;;) {
      const passed = Math.min(this.#skip, end - at);
      this.#skip -= passed;
      at += passed;
      if (this.lost) at = this.#search(at, end, last);
      if (this.lost) return at;
      at = this.#walkBlocks(at, end);
      if (!this.lost && (this.#skip === 0 || at === end)) return at;
    }
  }

  #walkBlocks(start: number, end: number): number {
    const view = this.#view;
    let at = start;
    this.need = LEAST_BLOCK_BYTES;
    while (end - at >= LEAST_BLOCK_BYTES) {
      const type = view.getUint32(at, this.#little);
      if (type === SECTION_HEADER_BLOCK && !this.#readByteOrder(at)) return this.#lose(at);
      const length = view.getUint32(at + 4, this.#little);
      if (length < LEAST_BLOCK_BYTES || length % 4 !== 0) return this.#lose(at);
      if (!isRead(type)) {
        if (length > MAX_SKIPPED_BYTES) return this.#lose(at);
        this.#skip = length;
        return at;
      }
      if (length > MAX_BLOCK_BYTES) return this.#lose(at);
      if (length > end - at) {
        this.need = length;
        return at;
      }
      if (view.getUint32(at + length - 4, this.#little) !== length) return this.#lose(at);
      this.#readBlock(type, at, length);
      at += length;
      this.need = LEAST_BLOCK_BYTES;
    }
    return at;
  }

  #lose(at: number): number {
    this.#note('record-damaged', this.packets + 1);
    this.lost = true;
    return at + 1;
  }

  #readByteOrder(at: number): boolean {
    const magic = this.#view.getUint32(at + 8, true);
    if (magic !== 0x1a2b3c4d && magic !== 0x4d3c2b1a) return false;
    this.#little = magic === 0x1a2b3c4d;
    return true;
  }

  #readBlock(type: number, at: number, length: number): void {
    if (type === ENHANCED_PACKET_BLOCK) this.#readPacket(at, length, this.#view.getUint32(at + 8, this.#little));
    else if (type === INTERFACE_BLOCK) this.#readInterface(at, length);
    else if (type === SIMPLE_PACKET_BLOCK) this.#readSimplePacket(at, length);
    else if (type === OLD_PACKET_BLOCK) this.#readPacket(at, length, this.#view.getUint16(at + 8, this.#little));
    else if (type === STATISTICS_BLOCK) this.#readStatistics(at, length);
    else this.#startSection();
  }

  #startSection(): void {
    this.#droppedBefore = this.droppedByCapture;
    this.#interfaces = [];
  }

  /** Enhanced and old packet blocks differ in the width of the interface number alone. */
  #readPacket(at: number, length: number, interfaceIndex: number): void {
    const view = this.#view;
    const little = this.#little;
    const number = ++this.packets;
    if (length < PACKET_HEADER_BYTES + 4) return this.#note('record-damaged', number);
    const captureInterface = this.#interfaces[interfaceIndex];
    if (captureInterface === undefined) return this.#note('interface-missing', number);
    const frame = this.#frame;
    if (!ticksToTime(view.getUint32(at + 12, little), view.getUint32(at + 16, little), captureInterface.clock, frame)) {
      this.#note('time-implausible', number);
    }
    const room = length - PACKET_HEADER_BYTES - 4;
    const captured = view.getUint32(at + 20, little);
    if (captured > room) this.#note('record-damaged', number);
    frame.number = number;
    frame.linkType = captureInterface.linkType;
    frame.start = at + PACKET_HEADER_BYTES;
    frame.end = frame.start + Math.min(captured, room);
    frame.wireLength = view.getUint32(at + 24, little);
    this.#onFrame(frame);
  }

  /** A simple packet has no time of its own: it gets that of the packet before it. */
  #readSimplePacket(at: number, length: number): void {
    const number = ++this.packets;
    if (length < 16) return this.#note('record-damaged', number);
    const captureInterface = this.#interfaces[0];
    if (captureInterface === undefined) return this.#note('interface-missing', number);
    this.#note('time-missing', number);
    const frame = this.#frame;
    const wireLength = this.#view.getUint32(at + 8, this.#little);
    const snapLength = captureInterface.snapLength === 0 ? wireLength : captureInterface.snapLength;
    frame.number = number;
    frame.linkType = captureInterface.linkType;
    frame.start = at + 12;
    frame.end = frame.start + Math.min(wireLength, snapLength, length - 16);
    frame.wireLength = wireLength;
    this.#onFrame(frame);
  }

  #readInterface(at: number, length: number): void {
    if (length < 20 || this.#interfaces.length >= MAX_INTERFACES) return;
    const view = this.#view;
    const little = this.#little;
    const linkType = view.getUint16(at + 8, little);
    let resolution = 6;
    let offsetSeconds = 0;
    this.#eachOption(at + 16, at + length - 4, (code, value, valueLength) => {
      if (code === 9 && valueLength >= 1) resolution = view.getUint8(value);
      if (code === 14 && valueLength >= 8) offsetSeconds = Number(view.getBigInt64(value, little));
    });
    const clock = clockOf(resolution, offsetSeconds);
    this.#interfaces.push({ linkType, snapLength: view.getUint32(at + 12, little), clock, dropped: 0 });
    this.#onLinkType(linkType);
  }

  #readStatistics(at: number, length: number): void {
    if (length < 24) return;
    const view = this.#view;
    const little = this.#little;
    const captureInterface = this.#interfaces[view.getUint32(at + 8, little)];
    if (captureInterface === undefined) return;
    let dropped = 0;
    // isb_ifdrop and isb_osdrop: lost by the interface, and by the operating system.
    this.#eachOption(at + 20, at + length - 4, (code, value, valueLength) => {
      if ((code === 5 || code === 7) && valueLength >= 8) dropped += Number(view.getBigUint64(value, little));
    });
    captureInterface.dropped = dropped;
  }

  #eachOption(start: number, end: number, take: (code: number, value: number, length: number) => void): void {
    const view = this.#view;
    for (let at = start; at + 4 <= end;) {
      const code = view.getUint16(at, this.#little);
      const length = view.getUint16(at + 2, this.#little);
      if (code === 0 || at + 4 + length > end) return;
      take(code, at + 4, length);
      at += 4 + ((length + 3) & ~3);
    }
  }

  /** After damage: the next place where a known block has the same length in front and behind. */
  #search(start: number, end: number, last: boolean): number {
    const view = this.#view;
    let at = start;
    for (; end - at >= LEAST_BLOCK_BYTES; at++) {
      const type = view.getUint32(at, this.#little);
      if (!isRead(type)) continue;
      const little = type === SECTION_HEADER_BLOCK ? view.getUint32(at + 8, true) === 0x1a2b3c4d : this.#little;
      const length = view.getUint32(at + 4, little);
      if (length < LEAST_BLOCK_BYTES || length % 4 !== 0 || length > MAX_BLOCK_BYTES) continue;
      if (length > end - at) {
        if (last) continue;
        break;
      }
      if (view.getUint32(at + length - 4, little) !== length) continue;
      this.lost = false;
      return at;
    }
    // A whole window at once: asking byte by byte for more would copy the same bytes over and over.
    this.need = SEARCH_WINDOW_BYTES;
    return last ? end : at;
  }
}

/** Block types that are looked into; all others are passed over. */
function isRead(type: number): boolean {
  return (
    (type >= INTERFACE_BLOCK && type <= SIMPLE_PACKET_BLOCK) ||
    type === STATISTICS_BLOCK ||
    type === ENHANCED_PACKET_BLOCK ||
    type === SECTION_HEADER_BLOCK
  );
}
