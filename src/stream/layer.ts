// How a TCP connection is taken apart layer by layer: bytes of both sides go in, SIP messages come out at the outlet. What
// a layer is made for (SIP, WebSocket, TLS, HEP) is decided by content in opening.ts; TLS decides again on its plaintext.
import type { NoticeCode } from '../bytes/notice.ts';
import type { BufferPool } from '../bytes/pending.ts';
import type { Arrival, Endpoint } from './arrival.ts';
import type { StreamPiece } from './direction.ts';

/** One of the two ends of a connection: the one that sends. 0 is the one heard first, which need not be the client. */
export type Side = 0 | 1;

/** Why one side of a connection is over. */
export type StreamEnd = 'fin' | 'rst' | 'reused' | 'idle' | 'evicted' | 'capture-ended';

/** What a connection carries, by its content. `http` is HTTP that did not become a WebSocket. */
export type ConnectionContent = 'undecided' | 'sip' | 'ws' | 'tls' | 'hep' | 'http' | 'other';

/** One TCP connection as its layers see it: the same object for the life of the connection. */
export interface Connection {
  /** Who sends on this side. */
  sourceOf(side: Side): Endpoint;
  /** The SYN of this side was captured: the first byte pushed is the first one that it sent. */
  sawStart(side: Side): boolean;
  /** The side that opened the connection, where a SYN shows it; a connection can be picked up in the middle. */
  readonly client: Side | undefined;
  /** What it was found to carry, and for TLS what was found inside. Written by the layer that decides. */
  content: ConnectionContent;
  inside: ConnectionContent;
}

/**
 * Takes the bytes of one connection, or of what an outer layer unwraps from it. Nothing throws. Every buffer is bounded.
 */
export interface StreamLayer {
  /**
   * The next bytes of one side, in the order of its stream, each once. `piece` is one object, overwritten for the next
   * call; it and its bytes are borrowed until the call returns.
   *
   * A layer that unwraps emits pieces of its own to an inner layer. Such a piece carries `input`, `frame`, `order`,
   * `timeUs` and `nanos` of the piece with the highest `order` among those its bytes were unwrapped from: the one that
   * completed the record.
   */
  push(side: Side, piece: StreamPiece): void;
  /**
   * So many bytes of this side are not in the capture; the next piece comes behind them. Also called first of all, when
   * bytes of this side had gone by before the layer was recognised.
   */
  gap(side: Side, missingBytes: number): void;
  /** Nothing more comes from this side. The last call for it. */
  closed(side: Side, reason: StreamEnd): void;
  /** Nothing more is wanted of this side. Once true it stays so; what is pushed nevertheless must be ignored. */
  ignores(side: Side): boolean;
}

/** Told of what could not be put together: the frame it happened in, the input that holds the frame, and how often (1 when absent). */
export type StreamNote = (code: NoticeCode, frame: number, input: number, times?: number) => void;

/**
 * Makes the layer of a connection that was recognised. It unwraps into `inner`, which decides by content what it gets
 * (`push`, `gap` and `closed` are to be called for it; its `ignores` may be asked). The first piece pushed begins with what
 * the layer was recognised by: for TLS the header of a record, of either side and not always of the first one.
 */
export type LayerFactory = (connection: Connection, inner: StreamLayer, note: StreamNote) => StreamLayer;

/** Where the layers of all connections put the messages that they find. */
export interface Outlet {
  /** To be filled before each call of `send`; one object for all. */
  readonly arrival: Arrival;
  /** Hands on what stands in `arrival`. */
  send(): void;
  readonly note: StreamNote;
  /** Holds what waits in all connections. */
  readonly pool: BufferPool;
}

/** Where in the capture the newest of the bytes at hand came from. A message is complete with the frame that came last. */
export class StreamMark {
  input = 0;
  frame = 0;
  order = -1;
  timeUs = 0;
  nanos = 0;

  /** These bytes are from here. */
  set(piece: StreamPiece): void {
    this.input = piece.input;
    this.frame = piece.frame;
    this.order = piece.order;
    this.timeUs = piece.timeUs;
    this.nanos = piece.nanos;
  }

  /** These bytes belong to the same message: the later frame counts. */
  reach(piece: StreamPiece): void {
    if (piece.order >= this.order) this.set(piece);
  }

  /** Writes where the bytes came from into an arrival. */
  stamp(arrival: Arrival): void {
    arrival.input = this.input;
    arrival.frame = this.frame;
    arrival.timeUs = this.timeUs;
    arrival.nanos = this.nanos;
  }
}
