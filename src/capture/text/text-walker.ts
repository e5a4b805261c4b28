// SIP messages in a text, as a PBX logs them or a tester writes them down, become frames: raw IP packets made up around
// each message. Texts are often ordered by call and not by time: a bounded number of messages is held back and sorted.
import type { FrameSink, RecordWalker } from '../records.ts';
import { datagramOf, endsOf, viaOf } from './datagram.ts';
import { LineSplitter } from './lines.ts';
import {
  circumstancesIn,
  circumstancesRightBefore,
  type Circumstances,
  isSeparator,
  tellField,
  transportOf,
} from './markers.ts';
import { type LoggedMessage, MessageCutter } from './message-cutter.ts';
import { type Stamp, StampReader } from './stamps.ts';
import { startLineAt } from './start-line.ts';
import { TimeOrder } from './time-order.ts';

/** What Kamailio's sipdump begins a message with: lines of name and value follow. */
const FIELDS_BEGIN = /^={20}$/;
/** So many lines may stand between what tells of a message and the message. */
const MAX_LINES_BETWEEN = 4;

/** Walks a text from its first byte. */
export class TextWalker implements RecordWalker {
  readonly need = 1;
  readonly lost = false;
  readonly droppedByCapture = 0;
  packets = 0;
  readonly #sink: FrameSink;
  readonly #lines = new LineSplitter((line, hasCr) => this.#takeLine(line, hasCr));
  readonly #cutter = new MessageCutter((message) => this.#takeMessage(message));
  readonly #stamps = new StampReader();
  readonly #order: TimeOrder;
  /** What is known of the next message. */
  #next: Circumstances = {};
  #stamp: Stamp | undefined;
  /** The same of the message at hand. */
  #circumstances: Circumstances = {};
  #ownStamp: Stamp | undefined;
  #linesSince = 0;
  #lastLine = '';
  #isInFields = false;

  constructor(sink: FrameSink) {
    this.#sink = sink;
    this.#order = new TimeOrder(sink);
  }

  walk(bytes: Uint8Array, start: number, end: number): number {
    this.#lines.push(bytes, start, end);
    return end;
  }

  finish(): void {
    this.#cutter.end(this.#lines.end());
    this.#order.flush();
  }

  #takeLine(raw: string, hasCr: boolean): void {
    const line = plainText(raw);
    const told = circumstancesIn(line);
    if (told === undefined && this.#cutter.isInside && this.#cutter.take(line, hasCr)) return;
    // Whatever ended a message may tell of the next one, or begin it.
    this.#cutter.end();
    const at = told === undefined ? startLineAt(line, this.#next.isDump) : -1;
    if (at >= 0) this.#begin(line, at, hasCr);
    else this.#takeLogLine(line, told);
  }

  #begin(line: string, at: number, hasCr: boolean): void {
    const stamp = at > 0 ? this.#stamps.read(line.slice(0, at)) : undefined;
    const isTold = this.#next.direction !== undefined || this.#next.source !== undefined;
    this.#circumstances = isTold ? this.#next : { ...this.#next, ...circumstancesRightBefore(this.#lastLine) };
    this.#ownStamp = stamp ?? this.#stamp;
    this.#next = {};
    this.#stamp = undefined;
    this.#lastLine = '';
    this.#isInFields = false;
    this.#cutter.begin(line, at, hasCr, this.#circumstances.isDotted ?? false);
  }

  #takeLogLine(line: string, told: Circumstances | undefined): void {
    if (FIELDS_BEGIN.test(line)) {
      this.#isInFields = true;
      this.#next = {};
      return;
    }
    if (this.#isInFields && tellField(line, this.#next)) {
      if (line.startsWith('time: ')) this.#stamp = this.#stamps.read(line);
      return;
    }
    this.#stamp = this.#stamps.read(line) ?? this.#stamp;
    if (told !== undefined) {
      this.#next = told;
      this.#linesSince = 0;
    } else if (line.trim() !== '' && !isSeparator(line.trim())) {
      this.#lastLine = line;
      if (++this.#linesSince > MAX_LINES_BETWEEN) this.#next = {};
    }
  }

  #takeMessage({ text, missing, isRefitted }: LoggedMessage): void {
    const number = ++this.packets;
    const { note } = this.#sink;
    const ends = endsOf(this.#circumstances, text);
    if (ends.isGuessed) note('endpoint-unknown', number);
    if (missing > 0) note('message-cut-in-text', number);
    if (isRefitted) note('body-length-in-text', number);
    const stamp = this.#ownStamp;
    if (stamp === undefined) note('time-missing', number);
    else if (!stamp.isDated) note('time-without-date', number);
    const packet = datagramOf(ends, number, text, missing);
    const told = this.#circumstances.transport ?? transportOf(viaOf(text)?.transport) ?? 'udp';
    this.#order.add({ number, stamp, packet, wireLength: packet.length + missing, told });
  }
}

/** What a terminal would show of a line: without colours, and without what was written over. */
function plainText(line: string): string {
  const plain = line.includes('\x1b') ? line.replace(/\x1b\[[\d;]*[A-Za-z]/g, '') : line;
  return plain.includes('\r') ? plain.slice(plain.lastIndexOf('\r') + 1) : plain;
}
