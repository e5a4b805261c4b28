// One direction of a TCP connection becomes messages, by Content-Length (RFC 3261 §18.3). Whole messages are delivered
// in place; only split ones are copied. Where Content-Length is missing, the body tells its own end; where it is plainly
// wrong, and whenever the framing is lost, the next line that is a start line begins a message.
// Every byte is looked at a bounded number of times, however the stream is cut into pieces.
import { CR, LF, NUL, SPACE, isTokenCode } from '../bytes/ascii.ts';
import { BufferPool, PendingBytes } from '../bytes/pending.ts';
import { beginsKnownMessage, beginsMessage, bodyKindOf, goesOn, mayGoOn, mayHoldMessage } from './body-end.ts';
import { BodyReader } from './body-reader.ts';
import { HeadReader, INCOMPLETE, REFUSED, lineFeedAt } from './head-reader.ts';
import { MAX_START_LINE_BYTES, isStartLine } from './recognize.ts';

const MAX_HEAD_BYTES = 64 * 1024;
const MAX_BODY_BYTES = 1024 * 1024;
/** A direction that shows this much without a start line does not carry SIP. */
const MAX_UNDECIDED_BYTES = 16 * 1024;

/**
 * Takes one message: bytes [start, end), borrowed until the call returns. `complete` is false when its end is missing.
 */
export type Deliver = (bytes: Uint8Array, start: number, end: number, complete: boolean) => void;

/** What went wrong in a stream; defect codes. */
export type FramingTrouble = 'framing-lost' | 'too-large' | 'too-much-waits';

/** Whether a direction carries SIP. */
export type StreamVerdict = 'undecided' | 'sip' | 'not-sip';

/** The body ends where its lines end. */
const OPEN = 0;

/** Cuts one direction of a TCP connection into SIP messages. */
export class SipFramer {
  #verdict: StreamVerdict = 'undecided';
  readonly #trouble: ((code: FramingTrouble) => void) | undefined;
  /** A message, or a line that may begin one, of which more must come. */
  readonly #pending: PendingBytes;
  readonly #pool: BufferPool;
  readonly #head = new HeadReader(MAX_BODY_BYTES);
  readonly #body = new BodyReader();
  /** Bytes the pending message has in all, or OPEN; undefined while its head is not complete. */
  #need: number | undefined = undefined;
  /** The last message ended where it said, or nothing was seen yet. */
  #inStep = false;
  /** Inside a line too long to be a start line: the next line may be one. */
  #midLine = false;
  #wasted = 0;

  /** `trouble` is told whenever bytes had to be given up; `pool` bounds what waits in all streams that share it. */
  constructor(trouble?: (code: FramingTrouble) => void, pool = new BufferPool()) {
    this.#trouble = trouble;
    this.#pool = pool;
    this.#pending = new PendingBytes(pool);
  }

  get verdict(): StreamVerdict {
    return this.#verdict;
  }

  /** Whether a message, or a line that may be its first, has begun and not ended. */
  get isWithin(): boolean {
    return this.#pending.length > 0;
  }

  /** The next bytes of the stream, [start, end). */
  push(bytes: Uint8Array, start: number, end: number, deliver: Deliver): void {
    let at = start;
    while (at < end && this.#verdict !== 'not-sip') {
      if (this.#need !== undefined) at = this.#fillBody(this.#need, bytes, at, end, deliver);
      else if (this.#pending.length > 0) at = this.#fillHead(bytes, at, end, deliver);
      else at = this.#begin(bytes, at, end, deliver);
    }
    if (this.#pool.isFull && this.#pending.length > 0) this.#giveWay(deliver);
  }

  /** Whether what was begun is over where these bytes begin, because they begin the next message. */
  isBrokenOffBy(bytes: Uint8Array, start: number, end: number): boolean {
    const pending = this.#pending;
    if (this.#isOverrun) return pending.length === this.#need && beginsKnownMessage(bytes, start, end);
    if (pending.length === 0 || pending.bytes[pending.length - 1] !== LF) return false;
    if (this.#need === OPEN && isIdle(bytes[start] ?? 0)) return true;
    return (this.#need === undefined || this.#body.canBreakOff) && beginsMessage(bytes, start, end);
  }

  /** Ends what was begun, as `isBrokenOffBy` foretold it. */
  breakOff(deliver: Deliver): void {
    if (this.#need === OPEN || this.#isOverrun) return this.settle(deliver);
    this.#trouble?.('framing-lost');
    this.gap(deliver);
  }

  /** The other side has spoken: what could only be waiting for the next message is over. */
  settle(deliver?: Deliver): void {
    const { bytes, length } = this.#pending;
    if (this.#isOverrun && this.#need !== undefined) {
      this.#finish(bytes, 0, this.#need, true, deliver);
      return this.#keepFrom(this.#need, length);
    }
    if (this.#need !== OPEN) return;
    const stop = this.#body.settle(bytes, length);
    this.#finishOpenBody(stop, deliver);
    this.#keepFrom(stop, length);
  }

  /** Bytes are missing here: what was begun is handed on as incomplete, and the next start line is waited for. */
  gap(deliver?: Deliver): void {
    if (this.#isOverrun) this.settle(deliver);
    this.#need = undefined;
    this.end(deliver);
    this.#inStep = false;
    this.#midLine = false;
  }

  /** The stream is over: what was begun is handed on, as incomplete unless only its length was unknown. */
  end(deliver?: Deliver): void {
    if (this.#isOverrun) this.settle(deliver);
    const { bytes, length } = this.#pending;
    if (length > 0 && isStartLine(bytes, 0, length)) {
      this.#verdict = 'sip';
      deliver?.(bytes, 0, length, this.#need === OPEN && bytes[length - 1] === LF);
    }
    this.#reset();
  }

  #begin(bytes: Uint8Array, start: number, end: number, deliver: Deliver): number {
    let at = start;
    if (this.#midLine) {
      at = lineFeedAt(bytes, at, end);
      this.#waste(at - start);
      if (at === end) return end;
      this.#midLine = false;
    }
    while (at < end && isIdle(bytes[at] ?? 0)) at++;
    if (at === end) return end;
    if (!isTokenCode(bytes[at] ?? 0)) {
      this.#lose();
      this.#midLine = true;
      return at;
    }
    this.#head.restart();
    const headEnd = this.#readHead(bytes, at, Math.min(end, at + MAX_HEAD_BYTES));
    if (headEnd === REFUSED) return this.#refuse(bytes, at, deliver);
    if (headEnd === INCOMPLETE) {
      if (end - at >= this.#maxHead()) return this.#giveUp(bytes, at, at + this.#maxHead(), deliver);
      this.#pending.append(bytes, at, end);
      return end;
    }
    const need = this.#needOf(bytes, at, headEnd);
    if (need < 0 || need === headEnd) return this.#finish(bytes, at, at + headEnd, need > 0, deliver);
    const isThere = need !== OPEN && at + need <= end && !mayGoOn(bytes, at + headEnd, at + need);
    if (isThere) return this.#finishInPlace(bytes, at, headEnd, need, deliver);
    this.#pending.append(bytes, at, at + headEnd);
    this.#waitForBody(need, headEnd);
    return at + headEnd;
  }

  /** A whole message, unless Content-Length is wrong: when another begins within its body. */
  #finishInPlace(bytes: Uint8Array, at: number, headEnd: number, need: number, deliver: Deliver): number {
    const stop = at + need;
    const line = mayHoldMessage(bytes, at + headEnd, stop) ? this.#messageWithin(bytes, at, headEnd, stop) : stop;
    if (line < stop) this.#trouble?.('framing-lost');
    return this.#finish(bytes, at, line, line === stop, deliver);
  }

  /** Where a message begins within the body of the one at `at`; `stop` when none does. */
  #messageWithin(bytes: Uint8Array, at: number, headEnd: number, stop: number): number {
    if (bodyKindOf(bytes, at, at + headEnd) === 'opaque') return stop;
    for (let line = at + headEnd; line < stop;) {
      const lineFeed = lineFeedAt(bytes, line, stop);
      if (lineFeed < stop && beginsMessage(bytes, line, lineFeed)) return line;
      line = lineFeed + 1;
    }
    return stop;
  }

  #fillHead(bytes: Uint8Array, start: number, end: number, deliver: Deliver): number {
    const pending = this.#pending;
    const before = pending.length;
    const taken = Math.min(end - start, this.#maxHead() - before);
    pending.append(bytes, start, start + taken);
    const headEnd = this.#readHead(pending.bytes, 0, pending.length);
    if (headEnd === INCOMPLETE) {
      if (pending.length >= this.#maxHead()) {
        this.#giveUp(pending.bytes, 0, pending.length, deliver);
        this.#reset();
      }
      return start + taken;
    }
    if (headEnd === REFUSED) return this.#goOnAt(this.#refuse(pending.bytes, 0, deliver), before, start);
    const need = this.#needOf(pending.bytes, 0, headEnd);
    pending.length = headEnd;
    if (need > headEnd || need === OPEN) this.#waitForBody(need, headEnd);
    else {
      this.#finish(pending.bytes, 0, headEnd, need > 0, deliver);
      this.#reset();
    }
    return start + headEnd - before;
  }

  #waitForBody(need: number, headEnd: number): void {
    this.#need = need;
    this.#body.begin(bodyKindOf(this.#pending.bytes, 0, headEnd), headEnd, need === OPEN);
  }

  #fillBody(need: number, bytes: Uint8Array, start: number, end: number, deliver: Deliver): number {
    const pending = this.#pending;
    const before = pending.length;
    if (this.#isOverrun) return this.#lookBehind(need, bytes, start, end, deliver);
    const most = need === OPEN ? this.#body.start + MAX_BODY_BYTES : need;
    const taken = Math.min(end - start, most - before);
    pending.append(bytes, start, start + taken);
    const stop = this.#body.read(pending.bytes, pending.length);
    if (stop !== INCOMPLETE) {
      if (need === OPEN) this.#finishOpenBody(stop, deliver);
      else this.#breakOffAt(stop, deliver);
      return this.#goOnAt(stop, before, start);
    }
    if (pending.length === most) {
      if (need === OPEN) this.#giveUp(pending.bytes, 0, most, deliver);
      else if (this.#body.canBreakOff && mayGoOn(pending.bytes, this.#body.start, need)) return start + taken;
      else this.#finish(pending.bytes, 0, most, true, deliver);
      this.#reset();
    }
    return start + taken;
  }

  /** All that Content-Length promises is there, and ends within what may be the first line of the next message. */
  get #isOverrun(): boolean {
    return this.#need !== undefined && this.#need !== OPEN && this.#pending.length >= this.#need;
  }

  /** Reads to the end of that line, which tells whether Content-Length was right. */
  #lookBehind(need: number, bytes: Uint8Array, start: number, end: number, deliver: Deliver): number {
    const pending = this.#pending;
    const before = pending.length;
    const limit = Math.min(end, start + need + MAX_START_LINE_BYTES - before);
    const lineFeed = lineFeedAt(bytes, start, limit);
    pending.append(bytes, start, Math.min(lineFeed + 1, limit));
    if (lineFeed === limit && pending.length < need + MAX_START_LINE_BYTES) return limit;
    const line = this.#body.lineStart;
    const isTooLarge = goesOn(pending.bytes, line, need, pending.length);
    if (isTooLarge) this.#breakOffAt(line, deliver);
    else this.#finish(pending.bytes, 0, need, true, deliver);
    return this.#goOnAt(isTooLarge ? line : need, before, start);
  }

  /** Content-Length promises more than was sent. */
  #breakOffAt(stop: number, deliver: Deliver): void {
    this.#trouble?.('framing-lost');
    this.#finish(this.#pending.bytes, 0, stop, false, deliver);
  }

  /** The pending message ends at `stop`; empty lines there are keep-alives. */
  #finishOpenBody(stop: number, deliver: Deliver | undefined): void {
    const { bytes } = this.#pending;
    const { start } = this.#body;
    let end = stop;
    while (end > start && isIdle(bytes[end - 1] ?? 0)) end--;
    const isWhole = end < stop || end === start;
    if (end < stop && end > start) end = Math.min(stop, lineFeedAt(bytes, end, stop) + 1);
    this.#finish(bytes, 0, end, isWhole, deliver);
  }

  /** Others have more need of the memory. */
  #giveWay(deliver: Deliver): void {
    this.#trouble?.('too-much-waits');
    this.gap(deliver);
  }

  /** What was pending ended at `stop`; the bytes at hand, of which all was kept, stand behind the `before` older ones. */
  #goOnAt(stop: number, before: number, start: number): number {
    if (stop >= before) {
      this.#reset();
      return start + stop - before;
    }
    // The line that ended it began before these bytes: keep that part of it and read on.
    this.#keepFrom(stop, before);
    return start;
  }

  /** Of what is pending, [from, end) may begin a message; the rest is done with. */
  #keepFrom(from: number, end: number): void {
    const { bytes } = this.#pending;
    let at = from;
    while (at < end && isIdle(bytes[at] ?? 0)) at++;
    const isTooLong = end - at >= MAX_START_LINE_BYTES;
    if (isTooLong) this.#midLine = true;
    if (isTooLong || at === end) return this.#reset();
    this.#pending.keep(at, end);
    this.#need = undefined;
    this.#head.restart();
  }

  // Bytes of the whole message; negative when its body cannot be waited for, OPEN when only its lines can tell.
  #needOf(bytes: Uint8Array, start: number, headEnd: number): number {
    const { contentLength } = this.#head;
    if (contentLength > MAX_BODY_BYTES) {
      this.#trouble?.('too-large');
      return -1;
    }
    if (contentLength >= 0) return headEnd + contentLength;
    // Missing or contradictory: without a Content-Type there is no body.
    return bodyKindOf(bytes, start, start + headEnd) === 'absent' ? headEnd : OPEN;
  }

  #finish(bytes: Uint8Array, start: number, end: number, complete: boolean, deliver: Deliver | undefined): number {
    this.#inStep = complete;
    deliver?.(bytes, start, end, complete);
    return end;
  }

  #readHead(bytes: Uint8Array, start: number, end: number): number {
    const headEnd = this.#head.read(bytes, start, end);
    if (this.#head.lines > 0) this.#verdict = 'sip';
    return headEnd;
  }

  // The head cannot go on: its first line is no start line, or a later line is one. Answers where to go on.
  #refuse(bytes: Uint8Array, start: number, deliver: Deliver): number {
    const stop = start + this.#head.lineStart;
    if (this.#head.lines > 1) {
      this.#trouble?.('framing-lost');
      deliver(bytes, start, stop, false);
    } else {
      this.#lose();
      this.#waste(stop - start);
    }
    this.#inStep = false;
    return stop;
  }

  #giveUp(bytes: Uint8Array, start: number, end: number, deliver: Deliver): number {
    this.#inStep = false;
    this.#midLine = true;
    if (this.#head.lines === 0) this.#waste(end - start);
    else {
      this.#trouble?.('too-large');
      deliver(bytes, start, end, false);
    }
    return end;
  }

  #maxHead(): number {
    return this.#head.lines === 0 ? MAX_START_LINE_BYTES : MAX_HEAD_BYTES;
  }

  #lose(): void {
    if (this.#inStep) this.#trouble?.('framing-lost');
    this.#inStep = false;
  }

  #waste(count: number): void {
    this.#wasted += count;
    if (this.#verdict === 'undecided' && this.#wasted > MAX_UNDECIDED_BYTES) this.#verdict = 'not-sip';
  }

  #reset(): void {
    this.#pending.clear();
    this.#need = undefined;
    this.#head.restart();
  }
}

function isIdle(code: number): boolean {
  return code === CR || code === LF || code === NUL || code === SPACE;
}
