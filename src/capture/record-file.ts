// What most capture files are: a header, then records that tell their length. The walk, and the search after damage; a
// format says where the numbers stand. (pcap has a walk of its own, as most captures are pcap.)
import { type FrameSink, SEARCH_WINDOW_BYTES, type RecordWalker } from './records.ts';

/** What a record turned out to be: a packet, something else that has a number among the packets, or neither. */
export type RecordKind = 'packet' | 'other' | 'unnumbered';

/** Reads the numbers of one format. */
export interface RecordFormat {
  readonly fileHeaderBytes: number;
  /** Asked behind the file header. */
  readonly recordHeaderBytes: number;
  /** Packets that the capturing system says it lost. */
  readonly droppedByCapture: number;
  /** Offset in the file where the records end; asked behind the file header. Infinity where they go on to the end. */
  readonly recordsEnd: number;
  /** How many records there are, where the header says so: then gaps between them are no damage. */
  readonly records?: number;
  readFileHeader(view: DataView, at: number, sink: FrameSink): void;
  /** Length of the record, header included; 0 when its numbers contradict each other. */
  recordBytes(view: DataView, at: number): number;
  /** Seconds of its time by any clock; -1 when its numbers are possible but not likely. Asked after damage only. */
  secondsAt(view: DataView, at: number): number;
  /** Fills the frame, of which the bytes and the number it gets are known. */
  readRecord(view: DataView, at: number, sink: FrameSink): RecordKind;
}

/** A record after damage is believed when its time is within this of the last one seen. */
const BELIEVED_SECONDS = 7 * 86_400;

/** No link sends less than an Ethernet header. */
const LEAST_PACKET_BYTES = 14;

/** Walks a file of records from its first byte. */
export class RecordFileWalker implements RecordWalker {
  need: number;
  lost = false;
  packets = 0;
  readonly #format: RecordFormat;
  readonly #sink: FrameSink;
  #sawHeader = false;
  /** Offset in the file of the next byte. */
  #position = 0;
  #records = 0;
  #lastSeconds = -1;

  constructor(format: RecordFormat, sink: FrameSink) {
    this.#format = format;
    this.#sink = sink;
    this.need = format.fileHeaderBytes;
  }

  get droppedByCapture(): number {
    return this.#format.droppedByCapture;
  }

  walk(bytes: Uint8Array, start: number, end: number, last: boolean): number {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const used = this.#walkAll(bytes, view, start, end, last);
    this.#position += used - start;
    return used;
  }

  /** Records that the header promises and that never came are missed here. */
  finish(isCut: boolean): void {
    const { records, recordsEnd } = this.#format;
    if (isCut || records === undefined || this.#records >= records) return;
    const { note } = this.#sink;
    if (this.#position < recordsEnd) note('file-cut', this.packets + 1);
    else note('record-damaged', this.packets + 1, records - this.#records);
  }

  #walkAll(bytes: Uint8Array, view: DataView, start: number, end: number, last: boolean): number {
    let at = start;
    if (!this.#sawHeader) {
      if (end - at < this.#format.fileHeaderBytes) return at;
      this.#sawHeader = true;
      this.#format.readFileHeader(view, at, this.#sink);
      at += this.#format.fileHeaderBytes;
    }
    // What stands behind the records is passed over.
    const stop = Math.min(end, start + this.#format.recordsEnd - this.#position);
    for (;;) {
      if (this.lost) at = this.#search(view, at, stop, last || stop < end);
      if (this.lost) break;
      at = this.#walkRecords(bytes, view, at, stop);
      if (!this.lost) break;
    }
    return stop < end ? end : at;
  }

  #walkRecords(bytes: Uint8Array, view: DataView, start: number, end: number): number {
    const format = this.#format;
    const { frame, onFrame } = this.#sink;
    frame.bytes = bytes;
    let at = start;
    while (end - at >= format.recordHeaderBytes) {
      const length = format.recordBytes(view, at);
      if (length === 0) return this.#lose(at);
      if (length > end - at) {
        this.need = length;
        return at;
      }
      this.#records++;
      frame.number = this.packets + 1;
      const kind = format.readRecord(view, at, this.#sink);
      const seconds = format.secondsAt(view, at);
      if (seconds >= 0) this.#lastSeconds = seconds;
      at += length;
      if (kind !== 'unnumbered') this.packets++;
      if (kind === 'packet') onFrame(frame);
    }
    this.need = format.recordHeaderBytes;
    return at;
  }

  #lose(at: number): number {
    if (this.#format.records === undefined) this.#sink.note('record-damaged', this.packets + 1);
    this.lost = true;
    return at + 1;
  }

  /** After damage: the first place from which two sound records follow each other, or one that ends the records. */
  #search(view: DataView, start: number, end: number, last: boolean): number {
    const { recordHeaderBytes } = this.#format;
    let at = start;
    for (; end - at >= recordHeaderBytes; at++) {
      if (!this.#isLikely(view, at)) continue;
      const next = at + this.#format.recordBytes(view, at);
      const isDecidable = last || next + recordHeaderBytes <= end;
      if (!isDecidable) break;
      if (
        next === end ||
        (next + recordHeaderBytes <= end && (this.#isLikely(view, next) || this.#isGap(view, next)))
      ) {
        this.lost = false;
        return at;
      }
    }
    // A whole window at once: asking byte by byte for more would copy the same bytes over and over.
    this.need = SEARCH_WINDOW_BYTES;
    return last ? end : at;
  }

  /** Zeros, in a file that may have gaps. */
  #isGap(view: DataView, at: number): boolean {
    if (this.#format.records === undefined) return false;
    for (let index = 0; index < this.#format.recordHeaderBytes; index++) {
      if (view.getUint8(at + index) !== 0) return false;
    }
    return true;
  }

  #isLikely(view: DataView, at: number): boolean {
    if (this.#format.recordBytes(view, at) < this.#format.recordHeaderBytes + LEAST_PACKET_BYTES) return false;
    const seconds = this.#format.secondsAt(view, at);
    if (seconds < 0) return false;
    return this.#lastSeconds < 0 || Math.abs(seconds - this.#lastSeconds) <= BELIEVED_SECONDS;
  }
}
