// A WebSocket connection becomes the SIP messages in it, one for each WebSocket message (RFC 7118 §5).
import type { BufferPool } from '../../bytes/pending.ts';
import { looksLikeSip } from '../../sip/recognize.ts';
import type { Transport } from '../arrival.ts';
import type { StreamPiece } from '../direction.ts';
import { type Connection, type Outlet, type Side, type StreamLayer, StreamMark } from '../layer.ts';
import { areWholeFrames, beginsWithSipFrame } from './frame.ts';
import { HandshakeReader } from './handshake.ts';
import { MessageReader, type MessageSink, type MessageTrouble } from './message-reader.ts';

/** A WebSocket that has shown this much without SIP carries something else. */
const MAX_STRANGE_BYTES = 256 * 1024;
/** Histories of compressed messages that are kept at once, over all connections: at most 128 KiB each. */
const MAX_HISTORIES = 1024;
const WINDOW_BYTES = 32 * 1024;

/** How many histories of compressed messages are kept, over all connections. */
export class Histories {
  #count = 0;

  /** Whether one more may be kept. */
  take(): boolean {
    if (this.#count >= MAX_HISTORIES) return false;
    this.#count++;
    return true;
  }

  /** One is not kept any more. */
  giveBack(): void {
    this.#count--;
  }
}

/** HTTP that becomes a WebSocket, or a WebSocket of which the handshake was not seen. */
export class WebSocketLayer implements StreamLayer {
  readonly #connection: Connection;
  readonly #transport: Transport;
  readonly #outlet: Outlet;
  readonly #histories: Histories;
  /** Told when it is plain that this is a WebSocket. */
  readonly #onUpgrade: () => void;
  readonly #sides: [WebSocketSide | undefined, WebSocketSide | undefined] = [undefined, undefined];
  #isStrange = false;
  #strangeBytes = 0;

  constructor(
    connection: Connection,
    transport: Transport,
    outlet: Outlet,
    histories: Histories,
    onUpgrade: () => void,
  ) {
    this.#connection = connection;
    this.#transport = transport;
    this.#outlet = outlet;
    this.#histories = histories;
    this.#onUpgrade = onUpgrade;
  }

  push(side: Side, piece: StreamPiece): void {
    if (this.#isStrange) return;
    const one = (this.#sides[side] ??= this.#open(side));
    one.push(piece);
    if (one.isPlain) this.#isStrange = true;
  }

  gap(side: Side, missingBytes: number): void {
    if (this.#isStrange) return;
    (this.#sides[side] ??= this.#open(side)).gap(missingBytes);
  }

  /** A frame begins with the next byte of this side. */
  begin(side: Side): void {
    (this.#sides[side] ??= this.#open(side)).begin();
  }

  closed(side: Side): void {
    this.#sides[side]?.end();
    this.#sides[side] = undefined;
  }

  ignores(): boolean {
    return this.#isStrange;
  }

  #open(side: Side): WebSocketSide {
    return new WebSocketSide(this.#outlet.pool, this.#histories, this.#onUpgrade, {
      message: (bytes, start, end, complete, mark) => {
        if (looksLikeSip(bytes, start, end)) this.#send(side, bytes, start, end, complete, mark);
        else this.#waste(end - start);
      },
      note: (code, mark) => this.#outlet.note(code, mark.frame, mark.input),
    });
  }

  #send(side: Side, bytes: Uint8Array, start: number, end: number, complete: boolean, mark: StreamMark): void {
    const { arrival } = this.#outlet;
    // Never again: SIP was found.
    this.#strangeBytes = Number.NEGATIVE_INFINITY;
    mark.stamp(arrival);
    arrival.transport = this.#transport;
    arrival.source = this.#connection.sourceOf(side);
    arrival.destination = this.#connection.sourceOf(side === 0 ? 1 : 0);
    arrival.bytes = bytes;
    arrival.start = start;
    arrival.end = end;
    arrival.ipId = -1;
    arrival.cut = !complete;
    this.#outlet.send();
  }

  #waste(count: number): void {
    this.#strangeBytes += count;
    if (this.#strangeBytes > MAX_STRANGE_BYTES) this.#isStrange = true;
  }
}

const NOTICE_OF_TROUBLE = {
  'framing-lost': 'ws-framing-lost',
  'too-large': 'message-too-large',
  'too-much-waits': 'stream-memory-full',
  'history-missing': 'ws-history-missing',
} as const satisfies Record<MessageTrouble, string>;

interface SideEvents {
  message(bytes: Uint8Array, start: number, end: number, complete: boolean, mark: StreamMark): void;
  note(code: (typeof NOTICE_OF_TROUBLE)[MessageTrouble] | 'tcp-gap', mark: StreamMark): void;
}

/** One side: first a head, then frames; or frames, from the first piece on that begins with one. */
class WebSocketSide implements MessageSink {
  /** The head says that this is no WebSocket. */
  isPlain = false;
  readonly #events: SideEvents;
  readonly #histories: Histories;
  readonly #onUpgrade: () => void;
  readonly #mark = new StreamMark();
  readonly #pool: BufferPool;
  readonly #reader: MessageReader;
  #keepsHistory = false;
  /** The piece at hand, while there is one. */
  #piece: StreamPiece | undefined;
  #handshake: HandshakeReader | undefined;
  /** Frames were seen: from now on less is enough to know one. */
  #sawFrames = false;

  constructor(pool: BufferPool, histories: Histories, onUpgrade: () => void, events: SideEvents) {
    this.#pool = pool;
    this.#reader = new MessageReader(this, pool);
    this.#events = events;
    this.#histories = histories;
    this.#onUpgrade = onUpgrade;
  }

  push(piece: StreamPiece): void {
    if (this.#reader.isIdle) this.#mark.set(piece);
    else this.#mark.reach(piece);
    const { bytes, end } = piece;
    let at = piece.start;
    if (!this.#reader.inStep) at = this.#find(piece);
    this.#piece = piece;
    while (at < end && this.#reader.inStep) at = this.#reader.push(bytes, at, end);
    this.#piece = undefined;
  }

  /** Where frames begin in a piece, if they do. */
  #find({ bytes, start, end }: StreamPiece): number {
    // No frame that can be understood begins with such a letter, and every method and status line does.
    if (!this.#handshake && !this.#sawFrames && isLetter(bytes[start] ?? 0))
      this.#handshake = new HandshakeReader(this.#pool);
    if (this.#handshake) return this.#readHandshake(this.#handshake, bytes, start, end);
    const areFrames =
      beginsWithSipFrame(bytes, start, end) === true || (this.#sawFrames && areWholeFrames(bytes, start, end));
    if (areFrames) this.begin();
    return areFrames ? start : end;
  }

  #readHandshake(handshake: HandshakeReader, bytes: Uint8Array, start: number, end: number): number {
    const found = handshake.push(bytes, start, end);
    if (found === 'incomplete') return end;
    this.#handshake = undefined;
    if (found === 'plain') {
      this.isPlain = true;
      return end;
    }
    this.begin();
    return handshake.rest;
  }

  /** Frames begin here. */
  begin(): void {
    this.#sawFrames = true;
    this.#reader.inStep = true;
    this.#onUpgrade();
  }

  gap(missingBytes: number): void {
    if (this.#sawFrames) this.#events.note('tcp-gap', this.#mark);
    this.#sawFrames = true;
    this.#dropHandshake();
    this.#reader.gap(missingBytes);
  }

  end(): void {
    this.#dropHandshake();
    this.#reader.end();
    if (this.#keepsHistory) this.#histories.giveBack();
  }

  #dropHandshake(): void {
    this.#handshake?.end();
    this.#handshake = undefined;
  }

  message(bytes: Uint8Array, start: number, end: number, complete: boolean): void {
    this.#events.message(bytes, start, end, complete, this.#mark);
    // The next message begins in the piece at hand, whichever frame completed this one.
    if (this.#piece) this.#mark.set(this.#piece);
  }

  historyWindow(): number {
    this.#keepsHistory = this.#histories.take();
    return this.#keepsHistory ? WINDOW_BYTES : 0;
  }

  trouble(code: MessageTrouble): void {
    this.#events.note(NOTICE_OF_TROUBLE[code], this.#mark);
  }
}

/** `C` to `Z`. */
function isLetter(code: number): boolean {
  return code >= 0x43 && code <= 0x5a;
}
