// The frames of one side of a WebSocket become its messages: unmasked, joined, inflated (RFC 6455 §5, RFC 7692 §7.2.2).
import { type InflateEnd, Inflater } from '../../bytes/inflate.ts';
import { type BufferPool, PendingBytes } from '../../bytes/pending.ts';
import { CLOSE, CONTINUATION, FrameHeader, MAX_HEADER_BYTES } from './frame.ts';

/** Messages larger than this are left out. */
const MAX_MESSAGE_BYTES = 1024 * 1024 + 64 * 1024;

/** What could not be used: a frame that is none; a message too large; one that refers to bytes that are not known. */
export type MessageTrouble = 'framing-lost' | 'too-large' | 'too-much-waits' | 'history-missing';

/** Takes what is found. */
export interface MessageSink {
  /** A whole message, [start, end), borrowed; `complete` is false when its end is missing. */
  message(bytes: Uint8Array, start: number, end: number, complete: boolean): void;
  trouble(code: MessageTrouble): void;
  /** Asked at the first compressed message: how many bytes of history such messages may refer to. */
  historyWindow(): number;
}

/** Reads one side. */
export class MessageReader {
  readonly #sink: MessageSink;
  readonly #header = new FrameHeader();
  /** The first bytes of a frame, until its header is whole. */
  readonly #head: PendingBytes;
  readonly #mask = new Uint8Array(4);
  readonly #message: PendingBytes;
  readonly #pool: BufferPool;
  #inflater: Inflater | undefined;
  /** Bytes of the payload of the frame at hand that have not come. */
  #missing = 0;
  #maskIndex = 0;
  #isMasked = false;
  #isControl = false;
  #isFinal = false;
  /** A message was begun; it is compressed; bytes of it are missing, or it is too large. */
  #isOpen = false;
  #isCompressed = false;
  #isBroken = false;
  /** Frames follow each other without a gap. Set by who has seen where one begins. */
  inStep = false;

  /** `pool` bounds what waits in all streams that share it. */
  constructor(sink: MessageSink, pool: BufferPool) {
    this.#sink = sink;
    this.#pool = pool;
    this.#head = new PendingBytes(pool);
    this.#message = new PendingBytes(pool);
  }

  /** Whether nothing of a message waits. */
  get isIdle(): boolean {
    return this.#head.length === 0 && this.#missing === 0 && !this.#isOpen;
  }

  /** The next bytes. Stops, out of step, at a frame that is none: answers where. */
  push(bytes: Uint8Array, start: number, end: number): number {
    let at = start;
    while (at < end && this.inStep) {
      if (this.#missing > 0) at = this.#takePayload(bytes, at, end);
      else at = this.#head.length > 0 ? this.#fillHeader(bytes, at, end) : this.#readHeader(bytes, at, end);
    }
    return at;
  }

  /** Bytes are missing. Those of a payload are counted, and the next frame is found behind them; otherwise it is lost. */
  gap(missingBytes: number): void {
    if (this.#missing === 0 || missingBytes > this.#missing) return this.end();
    if (!this.#isControl) this.#break();
    this.#missing -= missingBytes;
    this.#maskIndex += missingBytes;
    if (this.#missing === 0) this.#endFrame();
  }

  /** The stream is over, or where it goes on is not known. */
  end(): void {
    this.#break();
    this.#inflater?.forget();
    this.#head.clear();
    this.#message.clear();
    this.#missing = 0;
    this.#isOpen = false;
    this.inStep = false;
  }

  #readHeader(bytes: Uint8Array, start: number, end: number): number {
    const isHeader = this.#header.read(bytes, start, end);
    if (isHeader === false) return this.#lose(start);
    if (isHeader === undefined) {
      this.#head.append(bytes, start, end);
      return end;
    }
    this.#begin(bytes);
    return start + this.#header.headerLength;
  }

  #fillHeader(bytes: Uint8Array, start: number, end: number): number {
    const before = this.#head.length;
    this.#head.append(bytes, start, Math.min(end, start + MAX_HEADER_BYTES - before));
    const isHeader = this.#header.read(this.#head.bytes, 0, this.#head.length);
    if (isHeader === false) return this.#lose(start);
    if (isHeader === undefined) return end;
    this.#begin(this.#head.bytes);
    this.#head.clear();
    return start + this.#header.headerLength - before;
  }

  /** A frame begins, whose header stands in `bytes`. */
  #begin(bytes: Uint8Array): void {
    const { maskAt, opcode, isFinal, isCompressed, payloadLength } = this.#header;
    this.#isMasked = maskAt >= 0;
    if (this.#isMasked) this.#mask.set(bytes.subarray(maskAt, maskAt + 4));
    this.#maskIndex = 0;
    this.#isControl = opcode >= CLOSE;
    this.#isFinal = isFinal;
    this.#missing = payloadLength;
    if (!this.#isControl && opcode !== CONTINUATION) {
      // The one before was never finished.
      this.#break();
      this.#message.clear();
      this.#isOpen = true;
      this.#isBroken = false;
      this.#isCompressed = isCompressed;
    }
    if (this.#missing === 0) this.#endFrame();
  }

  #takePayload(bytes: Uint8Array, start: number, end: number): number {
    const stop = Math.min(end, start + this.#missing);
    const isWanted = this.#isOpen && !this.#isControl && !this.#isBroken;
    if (isWanted) {
      if (this.#message.length + stop - start > MAX_MESSAGE_BYTES) this.#giveUp('too-large');
      else this.#takeBytes(bytes, start, stop);
      if (this.#pool.isFull && this.#message.length > 0) this.#giveUp('too-much-waits');
    }
    this.#missing -= stop - start;
    if (this.#missing === 0) this.#endFrame();
    return stop;
  }

  /** The message at hand is too much; frames go on. */
  #giveUp(trouble: MessageTrouble): void {
    this.#sink.trouble(trouble);
    this.#break();
    this.#message.clear();
  }

  #takeBytes(bytes: Uint8Array, start: number, end: number): void {
    const isWhole = this.#isFinal && this.#message.length === 0 && this.#missing === end - start;
    if (isWhole && !this.#isMasked && !this.#isCompressed) {
      // In place, as servers send most of them.
      this.#isOpen = false;
      this.#sink.message(bytes, start, end, true);
      return;
    }
    const from = this.#message.length;
    this.#message.append(bytes, start, end);
    if (!this.#isMasked) return;
    const { bytes: copy, length } = this.#message;
    for (let at = from; at < length; at++) copy[at] = (copy[at] ?? 0) ^ (this.#mask[this.#maskIndex++ & 3] ?? 0);
  }

  #endFrame(): void {
    if (this.#isControl || !this.#isFinal || !this.#isOpen) return;
    this.#isOpen = false;
    if (!this.#isBroken) this.#deliver(true);
    this.#message.clear();
  }

  /** What came before a hole, or before the end of the stream, is handed on. */
  #break(): void {
    if (!this.#isOpen || this.#isBroken) return;
    this.#isBroken = true;
    this.#deliver(false);
    this.#inflater?.forget();
  }

  #deliver(complete: boolean): void {
    const { bytes, length } = this.#message;
    if (!this.#isCompressed) return this.#sink.message(bytes, 0, length, complete);
    const inflater = (this.#inflater ??= new Inflater(this.#sink.historyWindow()));
    const result = inflater.inflate(bytes, 0, length, MAX_MESSAGE_BYTES);
    const isSound = result === 'flushed' || result === 'done';
    if (inflater.end > inflater.start) {
      this.#sink.message(inflater.bytes, inflater.start, inflater.end, complete && isSound);
    }
    if (complete && !isSound) this.#sink.trouble(troubleOf(result));
    if (isSound) inflater.release();
    else inflater.forget();
  }

  #lose(at: number): number {
    this.#sink.trouble('framing-lost');
    this.end();
    return at;
  }
}

function troubleOf(end: InflateEnd): MessageTrouble {
  return end === 'too-large' ? 'too-large' : 'history-missing';
}
