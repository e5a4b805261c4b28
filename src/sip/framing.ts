// One direction of a TCP connection becomes messages, by Content-Length (RFC 3261 §18.3). Whole messages are delivered
// in place; only split ones are copied. When the framing is lost, the next line that is a start line begins a message.
// Every byte is looked at a bounded number of times, however the stream is cut into pieces.
import { CR, LF, NUL, SPACE, TAB, isDigit, isTokenCode } from '../bytes/ascii.ts';
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
export type FramingTrouble = 'framing-lost' | 'too-large';

/** Whether a direction carries SIP. */
export type StreamVerdict = 'undecided' | 'sip' | 'not-sip';

const INCOMPLETE = -1;
const REFUSED = -2;

const NONE = -1;
const INVALID = -2;

/** Cuts one direction of a TCP connection into SIP messages. */
export class SipFramer {
  #verdict: StreamVerdict = 'undecided';
  readonly #trouble: ((code: FramingTrouble) => void) | undefined;
  /** A message, or a line that may begin one, of which more must come. */
  #pending = new Uint8Array(0);
  #length = 0;
  /** Bytes the pending message has in all; 0 while its head is not complete. */
  #need = 0;
  /** The last message ended where it said, or nothing was seen yet. */
  #inStep = false;
  /** Inside a line too long to be a start line: the next line may be one. */
  #midLine = false;
  #wasted = 0;
  // How far the head at hand was read, counted from its first byte.
  #lineStart = 0;
  #scanned = 0;
  #contentLength = NONE;
  #headLines = 0;

  /** `trouble` is told whenever bytes had to be given up. */
  constructor(trouble?: (code: FramingTrouble) => void) {
    this.#trouble = trouble;
  }

  get verdict(): StreamVerdict {
    return this.#verdict;
  }

  /** Whether a message, or a line that may be its first, has begun and not ended. */
  get isWithin(): boolean {
    return this.#length > 0;
  }

  /** The next bytes of the stream, [start, end). */
  push(bytes: Uint8Array, start: number, end: number, deliver: Deliver): void {
    let at = start;
    while (at < end && this.#verdict !== 'not-sip') {
      if (this.#need > 0) at = this.#fillBody(bytes, at, end, deliver);
      else if (this.#length > 0) at = this.#fillHead(bytes, at, end, deliver);
      else at = this.#begin(bytes, at, end, deliver);
    }
  }

  /** Bytes are missing here: what was begun is handed on as incomplete, and the next start line is waited for. */
  gap(deliver?: Deliver): void {
    this.end(deliver);
    this.#inStep = false;
    this.#midLine = false;
  }

  /** The stream is over: what was begun is handed on as incomplete. */
  end(deliver?: Deliver): void {
    const begun = this.#length > 0 && isStartLine(this.#pending, 0, this.#length);
    if (begun) {
      this.#verdict = 'sip';
      deliver?.(this.#pending, 0, this.#length, false);
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
    this.#restartHead();
    const headEnd = this.#readHead(bytes, at, Math.min(end, at + MAX_HEAD_BYTES));
    if (headEnd === REFUSED) return this.#refuse(bytes, at, deliver);
    if (headEnd === INCOMPLETE) {
      if (end - at >= this.#maxHead()) return this.#giveUpHead(bytes, at, at + this.#maxHead(), deliver);
      this.#keep(bytes, at, end);
      return end;
    }
    const need = this.#needOf(headEnd);
    if (need <= headEnd || at + need <= end) return this.#finish(bytes, at, at + Math.abs(need), need > 0, deliver);
    this.#keep(bytes, at, end);
    this.#need = need;
    return end;
  }

  #fillHead(bytes: Uint8Array, start: number, end: number, deliver: Deliver): number {
    const before = this.#length;
    const taken = Math.min(end - start, this.#maxHead() - before);
    this.#keep(bytes, start, start + taken);
    const headEnd = this.#readHead(this.#pending, 0, this.#length);
    if (headEnd === INCOMPLETE) {
      if (this.#length >= this.#maxHead()) {
        this.#giveUpHead(this.#pending, 0, this.#length, deliver);
        this.#reset();
      }
      return start + taken;
    }
    if (headEnd === REFUSED) {
      const stop = this.#refuse(this.#pending, 0, deliver);
      if (stop >= before) {
        this.#reset();
        return start + stop - before;
      }
      // The start line that cut the message short began before these bytes: keep that part of it and read on.
      this.#pending.copyWithin(0, stop, before);
      this.#length = before - stop;
      this.#restartHead();
      return start;
    }
    const rest = start + headEnd - before;
    const need = this.#needOf(headEnd);
    this.#length = headEnd;
    if (need <= headEnd) {
      this.#finish(this.#pending, 0, headEnd, need > 0, deliver);
      this.#reset();
    } else this.#need = need;
    return rest;
  }

  #fillBody(bytes: Uint8Array, start: number, end: number, deliver: Deliver): number {
    const taken = Math.min(end - start, this.#need - this.#length);
    this.#keep(bytes, start, start + taken);
    if (this.#length === this.#need) {
      this.#finish(this.#pending, 0, this.#length, true, deliver);
      this.#reset();
    }
    return start + taken;
  }

  // Bytes of the whole message; negative when its body cannot be waited for.
  #needOf(headEnd: number): number {
    if (this.#contentLength > MAX_BODY_BYTES) {
      this.#trouble?.('too-large');
      return -headEnd;
    }
    // Missing or contradictory: a body of 0 is assumed; if that is wrong, the next line is no start line.
    return headEnd + Math.max(0, this.#contentLength);
  }

  #finish(bytes: Uint8Array, start: number, end: number, complete: boolean, deliver: Deliver): number {
    this.#inStep = complete;
    deliver(bytes, start, end, complete);
    return end;
  }

  // The head cannot go on: its first line is no start line, or a later line is one. Answers where to go on.
  #refuse(bytes: Uint8Array, start: number, deliver: Deliver): number {
    const stop = start + this.#lineStart;
    if (this.#headLines > 1) {
      this.#trouble?.('framing-lost');
      deliver(bytes, start, stop, false);
    } else {
      this.#lose();
      this.#waste(stop - start);
    }
    this.#inStep = false;
    return stop;
  }

  #giveUpHead(bytes: Uint8Array, start: number, end: number, deliver: Deliver): number {
    this.#inStep = false;
    this.#midLine = true;
    if (this.#headLines === 0) this.#waste(end - start);
    else {
      this.#trouble?.('too-large');
      deliver(bytes, start, end, false);
    }
    return end;
  }

  #maxHead(): number {
    return this.#headLines === 0 ? MAX_START_LINE_BYTES : MAX_HEAD_BYTES;
  }

  #lose(): void {
    if (this.#inStep) this.#trouble?.('framing-lost');
    this.#inStep = false;
  }

  #waste(count: number): void {
    this.#wasted += count;
    if (this.#verdict === 'undecided' && this.#wasted > MAX_UNDECIDED_BYTES) this.#verdict = 'not-sip';
  }

  // Reads lines of the head that starts at `start`, from where it stopped last time. Answers its length with the empty
  // line, INCOMPLETE, or REFUSED with #lineStart where the next message may begin.
  #readHead(bytes: Uint8Array, start: number, end: number): number {
    for (;;) {
      const lineFeed = lineFeedAt(bytes, start + this.#scanned, end);
      this.#scanned = lineFeed - start;
      if (lineFeed === end) return INCOMPLETE;
      const line = start + this.#lineStart;
      const next = lineFeed + 1 - start;
      const isStart = isStartLine(bytes, line, lineFeed);
      if (this.#headLines === 0 && !isStart) {
        this.#lineStart = next;
        return REFUSED;
      }
      if (this.#headLines === 0) this.#verdict = 'sip';
      else if (isStart) return REFUSED;
      else if (lineFeed === line || (lineFeed === line + 1 && bytes[line] === CR)) return next;
      else this.#readContentLength(bytes, line, lineFeed);
      this.#headLines++;
      this.#lineStart = next;
      this.#scanned = next;
    }
  }

  #readContentLength(bytes: Uint8Array, start: number, end: number): void {
    const length = contentLengthOf(bytes, start, end);
    if (length === NONE) return;
    this.#contentLength = this.#contentLength === NONE || this.#contentLength === length ? length : INVALID;
  }

  #keep(bytes: Uint8Array, start: number, end: number): void {
    const length = this.#length + end - start;
    if (length > this.#pending.length) {
      const larger = new Uint8Array(Math.max(2048, length, this.#pending.length * 2));
      larger.set(this.#pending.subarray(0, this.#length));
      this.#pending = larger;
    }
    if (end - start < 32)
      for (let at = start, to = this.#length; at < end; at++, to++) this.#pending[to] = bytes[at] ?? 0;
    else this.#pending.set(bytes.subarray(start, end), this.#length);
    this.#length = length;
  }

  #restartHead(): void {
    this.#lineStart = 0;
    this.#scanned = 0;
    this.#contentLength = NONE;
    this.#headLines = 0;
  }

  #reset(): void {
    this.#length = 0;
    this.#need = 0;
    // One large message must not hold its memory for the life of the connection.
    if (this.#pending.length > MAX_HEAD_BYTES) this.#pending = new Uint8Array(0);
    this.#restartHead();
  }
}

const longName = 'content-length';

// Value of a Content-Length row; NONE for another header, INVALID for a value that is no number.
function contentLengthOf(bytes: Uint8Array, start: number, end: number): number {
  const letter = (bytes[start] ?? 0) | 0x20;
  let at = start + 1;
  if (letter === 99) {
    for (let index = 1; index < longName.length; index++, at++) {
      const code = bytes[at] ?? 0;
      const wanted = longName.charCodeAt(index);
      if (code !== wanted && (wanted === 45 || (code | 0x20) !== wanted)) return NONE;
    }
  } else if (letter !== 108) return NONE;
  at = skipBlank(bytes, at, end);
  if (bytes[at] !== 58) return NONE;
  at = skipBlank(bytes, at + 1, end);
  const first = at;
  let length = 0;
  for (; at < end && isDigit(bytes[at] ?? 0); at++) {
    if (length <= MAX_BODY_BYTES) length = length * 10 + (bytes[at] ?? 0) - 48;
  }
  const behind = skipBlank(bytes, at, end);
  const ended = behind === end || (behind === end - 1 && bytes[behind] === CR);
  return at > first && ended ? length : INVALID;
}

function skipBlank(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && (bytes[at] === SPACE || bytes[at] === TAB)) at++;
  return at;
}

// A loop rather than indexOf, which would look behind `end`.
function lineFeedAt(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at] !== LF) at++;
  return at;
}

function isIdle(code: number): boolean {
  return code === CR || code === LF || code === NUL || code === SPACE;
}
