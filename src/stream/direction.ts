// What is remembered of one direction of a TCP connection: where its stream stands, and what waits behind a hole; and the
// pieces that it is made of.
import type { Endpoint } from './arrival.ts';
import type { TcpConnection } from './connection.ts';
import type { Side } from './layer.ts';

/** How far sequence number `a` is ahead of `b` (negative: behind), across the wrap at 2^32 (RFC 9293 §3.4). */
export function sequenceDistance(a: number, b: number): number {
  return (a - b) | 0;
}

/** Bytes of a stream. One such object, overwritten each time; `bytes` is borrowed. */
export interface StreamPiece {
  /** Index of the input these bytes came from: a connection may go on in the next of several files. */
  input: number;
  /** The frame of that input they came in. */
  frame: number;
  /**
   * When their segment came, counted in segments. It can be lower than that of the piece before, which then filled a hole:
   * a message is complete with the frame that came last among its pieces.
   */
  order: number;
  timeUs: number;
  nanos: number;
  ipId: number;
  bytes: Uint8Array;
  start: number;
  end: number;
}

/** A copy of bytes that came before their turn. */
export interface HeldPiece {
  readonly sequence: number;
  readonly bytes: Uint8Array;
  /** Bytes behind these that were sent in the same segment, but not captured. */
  readonly missing: number;
  /** Index of the input the bytes came from, and the frame there. */
  readonly input: number;
  readonly frame: number;
  /** When the segment came, counted in segments. */
  readonly order: number;
  readonly timeUs: number;
  readonly nanos: number;
  readonly ipId: number;
}

/** One direction. */
export class Direction<State> {
  readonly source: Endpoint;
  readonly destination: Endpoint;
  /** The connection that it is a side of. */
  readonly connection: TcpConnection<State>;
  readonly side: Side;
  readonly sawStart: boolean;
  ignored = false;
  /** Sequence number of the first byte known, and of the next one expected. */
  readonly firstSequence: number;
  next: number;
  /** Where the FIN stands, once it was seen. */
  finSequence: number | undefined = undefined;
  /** Nothing is taken any more. */
  finished = false;
  /** The sink has heard of it. */
  heard = false;
  /** By sequence number, ascending. */
  held: HeldPiece[] = [];
  heldBytes = 0;
  lastUs = 0;

  constructor(
    connection: TcpConnection<State>,
    side: Side,
    source: Endpoint,
    destination: Endpoint,
    firstSequence: number,
    sawStart: boolean,
  ) {
    this.connection = connection;
    this.side = side;
    this.source = source;
    this.destination = destination;
    this.firstSequence = firstSequence;
    this.next = firstSequence;
    this.sawStart = sawStart;
  }

  /** A FIN says where the stream ends. One in the middle of bytes that were already handed on is not believed. */
  foretellEnd(sequence: number): void {
    if (sequenceDistance(sequence, this.next) >= 0) this.finSequence = sequence;
  }

  /** Lets a piece wait in its place; false when what it brings waits already. */
  hold(piece: HeldPiece): boolean {
    let index = this.held.length;
    for (; index > 0; index--) {
      const before = this.held[index - 1];
      if (before === undefined || sequenceDistance(before.sequence, piece.sequence) <= 0) break;
    }
    const before = this.held[index - 1];
    if (before !== undefined && sequenceDistance(endOf(before), endOf(piece)) >= 0) return false;
    this.held.splice(index, 0, piece);
    return true;
  }
}

/** Sequence number behind the captured bytes: those not captured may still come with a copy. */
function endOf(piece: HeldPiece): number {
  return piece.sequence + piece.bytes.length;
}
