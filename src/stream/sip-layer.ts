// Both sides of a connection that may carry SIP as it is: each side is framed by itself, whole messages go to the outlet.
import { type FramingTrouble, SipFramer, type StreamVerdict } from '../sip/framing.ts';
import type { Transport } from './arrival.ts';
import type { StreamPiece } from './direction.ts';
import { type Connection, type Outlet, type Side, type StreamLayer, StreamMark } from './layer.ts';

/** SIP over TCP, or over what a layer around it unwraps. */
export class SipLayer implements StreamLayer {
  readonly #connection: Connection;
  readonly #transport: Transport;
  readonly #outlet: Outlet;
  readonly #sides: [SipSide | undefined, SipSide | undefined] = [undefined, undefined];

  constructor(connection: Connection, transport: Transport, outlet: Outlet) {
    this.#connection = connection;
    this.#transport = transport;
    this.#outlet = outlet;
  }

  push(side: Side, piece: StreamPiece): void {
    this.#sides[side === 0 ? 1 : 0]?.settle();
    (this.#sides[side] ??= new SipSide(this.#connection, side, this.#transport, this.#outlet)).push(piece);
  }

  gap(side: Side): void {
    this.#sides[side]?.gap();
  }

  closed(side: Side): void {
    this.#sides[side]?.end();
  }

  /** It is no SIP: what waits is let go. */
  drop(): void {
    for (const one of this.#sides) one?.framer.end();
  }

  ignores(side: Side): boolean {
    return this.verdict(side) === 'not-sip';
  }

  /** What one side has shown so far. */
  verdict(side: Side): StreamVerdict {
    return this.#sides[side]?.framer.verdict ?? 'undecided';
  }

  /** Whether the next bytes of this side belong to a message, or to a line that may begin one. */
  isWithin(side: Side): boolean {
    return this.#sides[side]?.framer.isWithin ?? false;
  }
}

/** One side: its framer, and where the message at hand came from. */
class SipSide {
  readonly framer: SipFramer;
  readonly #connection: Connection;
  readonly #side: Side;
  readonly #transport: Transport;
  readonly #outlet: Outlet;
  readonly #mark = new StreamMark();
  /** The piece at hand, while there is one. */
  #piece: StreamPiece | undefined;

  constructor(connection: Connection, side: Side, transport: Transport, outlet: Outlet) {
    this.#connection = connection;
    this.#side = side;
    this.#transport = transport;
    this.#outlet = outlet;
    this.framer = new SipFramer((trouble) => {
      outlet.note(NOTICE_OF_TROUBLE[trouble], this.#mark.frame, this.#mark.input);
    }, outlet.pool);
  }

  push(piece: StreamPiece): void {
    const { bytes, start, end } = piece;
    // What came before is complete with the frame that it came with.
    if (this.framer.isBrokenOffBy(bytes, start, end)) this.framer.breakOff(this.#deliver);
    this.#mark.reach(piece);
    this.#piece = piece;
    this.framer.push(bytes, start, end, this.#deliver);
    this.#piece = undefined;
  }

  /** The other side has spoken. */
  settle(): void {
    this.framer.settle(this.#deliver);
  }

  gap(): void {
    if (this.framer.verdict === 'sip') this.#outlet.note('tcp-gap', this.#mark.frame, this.#mark.input);
    this.framer.gap(this.#deliver);
  }

  end(): void {
    this.framer.end(this.#deliver);
  }

  /** Bound: one closure for a side, not one for a piece. */
  readonly #deliver = (bytes: Uint8Array, start: number, end: number, complete: boolean): void => {
    const { arrival } = this.#outlet;
    this.#mark.stamp(arrival);
    arrival.transport = this.#transport;
    arrival.source = this.#connection.sourceOf(this.#side);
    arrival.destination = this.#connection.sourceOf(this.#side === 0 ? 1 : 0);
    arrival.bytes = bytes;
    arrival.start = start;
    arrival.end = end;
    arrival.ipId = -1;
    arrival.cut = !complete;
    this.#outlet.send();
    // The next message begins in the piece at hand, whichever frame completed this one.
    if (this.#piece) this.#mark.set(this.#piece);
  };
}

const NOTICE_OF_TROUBLE = {
  'framing-lost': 'tcp-framing-lost',
  'too-large': 'message-too-large',
  'too-much-waits': 'stream-memory-full',
} as const satisfies Record<FramingTrouble, string>;
