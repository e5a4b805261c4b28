// The pcapng file: blocks, each with its length in front and behind.
//
//   offset    0      4        8 … length-4   length-4
//   block     type   length   body           length again
//
// A section header (re)sets byte order and interfaces; packets name their interface. Nothing here throws: a block whose
// two lengths differ is damage, and the next sound block is searched for.
import type { Note } from '../bytes/notice.ts';
import type { Frame } from './frame.ts';
import { CaptureInterface } from './pcapng-interface.ts';
import { readNames } from './pcapng-names.ts';
import { OPT_COMMENT, OptionCursor } from './pcapng-options.ts';
import { MAX_PACKET_BYTES, SEARCH_WINDOW_BYTES, type FrameSink, type OnSecrets, type RecordWalker } from './records.ts';
import { type CaptureRemarks, RemarkBook } from './remarks.ts';
import { ticksToTime } from './timestamp.ts';

/** The first four bytes of a pcapng file: the same in either byte order. */
export const SECTION_HEADER_BLOCK = 0x0a0d0d0a;
const BYTE_ORDER_MAGIC = 0x1a2b3c4d;
const INTERFACE_BLOCK = 1;
const OLD_PACKET_BLOCK = 2;
const SIMPLE_PACKET_BLOCK = 3;
const NAMES_BLOCK = 4;
const STATISTICS_BLOCK = 5;
const ENHANCED_PACKET_BLOCK = 6;
const SECRETS_BLOCK = 10;

const EPB_FLAGS = 2;
const EPB_DROPCOUNT = 4;
/** An old packet block that does not know how many packets were lost before it. */
const DROPS_UNKNOWN = 0xffff;

/** Type, length and length again; a section header also needs its byte-order magic to be understood at all. */
const LEAST_BLOCK_BYTES = 12;
const PACKET_HEADER_BYTES = 28;
/** The longest block that is read whole: a packet, and options. Others of any length are skipped. */
const MAX_BLOCK_BYTES = MAX_PACKET_BYTES + 64 * 1024;
/** Key logs may be longer than a packet. */
const MAX_SECRETS_BYTES = 16 * 1024 * 1024;
const MAX_SECRETS_OF_FILE = 64 * 1024 * 1024;
/** A block to be skipped that is longer than this is damage. */
const MAX_SKIPPED_BYTES = 256 * 1024 * 1024;
const MAX_INTERFACES = 65_536;
/** Interfaces that are remembered beyond their section. */
const MAX_REMARKED_INTERFACES = 1000;

/** Walks a pcapng file from its first byte. */
export class PcapngWalker implements RecordWalker {
  need = LEAST_BLOCK_BYTES;
  lost = false;
  packets = 0;
  readonly #frame: Frame;
  readonly #onFrame: (frame: Frame) => void;
  readonly #onLinkType: (linkType: number) => void;
  readonly #note: Note;
  readonly #onSecrets: OnSecrets | undefined;
  readonly #remarks = new RemarkBook();
  readonly #remarked: CaptureInterface[] = [];
  readonly #options = new OptionCursor();
  #secretBytes = 0;
  #little = true;
  #interfaces: CaptureInterface[] = [];
  /** Dropped in the sections before this one. */
  #droppedBefore = 0;
  /** Bytes still to be passed over of a block that nobody needs. */
  #skip = 0;
  #view: DataView = new DataView(new ArrayBuffer(0));

  /** @param onSecrets Told of every decryption secrets block. */
  constructor({ frame, onFrame, onLinkType, note }: FrameSink, onSecrets?: OnSecrets) {
    this.#frame = frame;
    this.#onFrame = onFrame;
    this.#onLinkType = onLinkType;
    this.#note = note;
    this.#onSecrets = onSecrets;
  }

  get remarks(): CaptureRemarks {
    const { comments, names, omitted } = this.#remarks;
    return { comments, names, interfaces: this.#remarked.map(({ remark }) => remark), omitted };
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
      if (length > longestOf(type)) {
        if (isPassedOver(type, length)) return this.#passOver(at, length);
        return this.#lose(at);
      }
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

  #passOver(at: number, length: number): number {
    this.#note('blocks-skipped', this.packets + 1);
    this.#skip = length;
    return at;
  }

  #lose(at: number): number {
    this.#note('record-damaged', this.packets + 1);
    this.lost = true;
    return at + 1;
  }

  #readByteOrder(at: number): boolean {
    this.#little = this.#view.getUint32(at + 8, true) === BYTE_ORDER_MAGIC;
    return this.#little || this.#view.getUint32(at + 8) === BYTE_ORDER_MAGIC;
  }

  #readBlock(type: number, at: number, length: number): void {
    if (type === ENHANCED_PACKET_BLOCK) this.#readPacket(at, length, this.#view.getUint32(at + 8, this.#little));
    else if (type === INTERFACE_BLOCK) this.#readInterface(at, length);
    else if (type === SIMPLE_PACKET_BLOCK) this.#readSimplePacket(at, length);
    else if (type === OLD_PACKET_BLOCK) this.#readOldPacket(at, length);
    else if (type === STATISTICS_BLOCK) this.#readStatistics(at, length);
    else if (type === NAMES_BLOCK) readNames(this.#view, this.#little, at + 8, at + length - 4, this.#remarks);
    else if (type === SECRETS_BLOCK) this.#readSecrets(at, length);
    else this.#startSection(at, length);
  }

  #startSection(at: number, length: number): void {
    this.#droppedBefore = this.droppedByCapture;
    this.#interfaces = [];
    if (length >= 28) this.#readComments(0, at + 24, at + length - 4);
  }

  #readOldPacket(at: number, length: number): void {
    const interfaceIndex = this.#view.getUint16(at + 8, this.#little);
    const dropped = this.#view.getUint16(at + 10, this.#little);
    if (dropped !== DROPS_UNKNOWN) this.#interfaces[interfaceIndex]?.lose(dropped);
    this.#readPacket(at, length, interfaceIndex);
  }

  /** Enhanced and old packet blocks differ in the width of the interface number, and in how they count lost packets. */
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
    if (captured + 8 <= room)
      this.#readPacketOptions(captureInterface, frame.start + ((captured + 3) & ~3), at + length);
    this.#onFrame(frame);
  }

  #readPacketOptions(captureInterface: CaptureInterface, start: number, blockEnd: number): void {
    const options = this.#options;
    const view = this.#view;
    options.begin(view, this.#little, start, blockEnd - 4);
    while (options.step()) {
      if (options.code === EPB_FLAGS && options.length >= 4) {
        const direction = view.getUint32(options.at, this.#little) & 3;
        if (direction === 1) captureInterface.inbound++;
        else if (direction === 2) captureInterface.outbound++;
      } else if (options.code === EPB_DROPCOUNT) captureInterface.lose(options.count() ?? 0);
      else if (options.code === OPT_COMMENT) {
        this.#remarks.comment(this.packets, this.#frame.bytes, options.at, options.at + options.length);
      }
    }
  }

  #readComments(frame: number, start: number, end: number): void {
    const options = this.#options;
    options.begin(this.#view, this.#little, start, end);
    while (options.step()) {
      if (options.code !== OPT_COMMENT) continue;
      this.#remarks.comment(frame, this.#frame.bytes, options.at, options.at + options.length);
    }
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
    const captureInterface = new CaptureInterface(linkType, view.getUint32(at + 12, little));
    this.#options.begin(view, little, at + 16, at + length - 4);
    captureInterface.describe(this.#options, this.#frame.bytes, view, little);
    this.#interfaces.push(captureInterface);
    if (this.#remarked.length < MAX_REMARKED_INTERFACES) this.#remarked.push(captureInterface);
    this.#readComments(0, at + 16, at + length - 4);
    this.#onLinkType(linkType);
  }

  #readStatistics(at: number, length: number): void {
    if (length < 24) return;
    const captureInterface = this.#interfaces[this.#view.getUint32(at + 8, this.#little)];
    if (captureInterface === undefined) return;
    this.#options.begin(this.#view, this.#little, at + 20, at + length - 4);
    captureInterface.takeStatistics(this.#options);
  }

  #readSecrets(at: number, length: number): void {
    if (length < 20) return this.#note('record-damaged', this.packets + 1);
    const size = Math.min(this.#view.getUint32(at + 12, this.#little), length - 20);
    this.#secretBytes += size;
    if (this.#secretBytes > MAX_SECRETS_OF_FILE) this.#note('blocks-skipped', this.packets + 1);
    else
      this.#onSecrets?.(this.#view.getUint32(at + 8, this.#little), this.#frame.bytes.slice(at + 16, at + 16 + size));
  }

  /** After damage: the next place where a known block has the same length in front and behind. */
  #search(start: number, end: number, last: boolean): number {
    const view = this.#view;
    let at = start;
    for (; end - at >= LEAST_BLOCK_BYTES; at++) {
      const type = view.getUint32(at, this.#little);
      if (longestOf(type) === 0) continue;
      const little = type === SECTION_HEADER_BLOCK ? view.getUint32(at + 8, true) === BYTE_ORDER_MAGIC : this.#little;
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

/** How long a block of this type may be to be read whole; 0 for types that are not looked into. */
function longestOf(type: number): number {
  switch (type) {
    case ENHANCED_PACKET_BLOCK:
    case INTERFACE_BLOCK:
    case OLD_PACKET_BLOCK:
    case SIMPLE_PACKET_BLOCK:
    case NAMES_BLOCK:
    case STATISTICS_BLOCK:
    case SECTION_HEADER_BLOCK:
      return MAX_BLOCK_BYTES;
    case SECRETS_BLOCK:
      return MAX_SECRETS_BYTES;
    default:
      return 0;
  }
}

/** Whether a block that is not read is believed: packets are never so long. */
function isPassedOver(type: number, length: number): boolean {
  const longest = longestOf(type);
  return length <= MAX_SKIPPED_BYTES && (longest === 0 || type === NAMES_BLOCK || type === SECRETS_BLOCK);
}
