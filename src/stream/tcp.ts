// TCP segments become ordered bytes, one stream per direction. In-order bytes are handed on in place; what comes early is
// copied and waits. Connections may have begun before the capture, may be reused, and are bounded in number and in memory.
import type { Note } from '../bytes/notice.ts';
import { endpointOf } from '../packet/endpoint.ts';
import { ACK, FIN, RST, SYN, type Segment } from '../packet/segment.ts';
import type { Endpoint } from './arrival.ts';
import { ConnectionTable, type TcpConnection } from './connection.ts';
import { sequenceDistance, type Direction, type HeldPiece, type StreamPiece } from './direction.ts';
import type { Connection, Side, StreamEnd } from './layer.ts';

/** One direction of one TCP connection, as the sink sees it. The same object from the first byte to `closed`. */
export interface TcpDirection<State = unknown> {
  readonly source: Endpoint;
  readonly destination: Endpoint;
  /** Shared by both directions. Its `state` is free for the sink, and forgotten when both are closed. */
  readonly connection: Connection & { state: State | undefined };
  readonly side: Side;
  /** The SYN was captured: the first byte handed on is the first one of the stream. */
  readonly sawStart: boolean;
  /** Set by the sink: nothing more is wanted of this direction. It then costs a look-up per segment, and no memory. */
  ignored: boolean;
}

/** Takes the streams. */
export interface TcpSink<State = unknown> {
  /** The next bytes, in the order of the stream, each once. */
  bytes(direction: TcpDirection<State>, piece: StreamPiece): void;
  /** So many bytes are not in the capture; the next piece comes behind them. */
  gap(direction: TcpDirection<State>, missingBytes: number): void;
  /** The last call for a direction of which the sink has heard. */
  closed(direction: TcpDirection<State>, reason: StreamEnd): void;
}

/** Puts TCP streams together. Nothing here throws. */
export interface TcpStreams {
  /** Takes a TCP segment; the sink is called before this returns. */
  push(segment: Segment): void;
  /** Gives up on holes that are too old and forgets idle directions. To be called now and then, with capture time. */
  expire(nowUs: number): void;
  /** The capture is over: hands out what was waiting and closes every direction. */
  end(): void;
}

/** What is kept at most; see the defaults. */
export interface TcpLimits {
  /** Bytes that wait behind a hole, per direction and altogether. Each piece costs `PIECE_OVERHEAD_BYTES` more. */
  readonly heldBytes: number;
  readonly totalHeldBytes: number;
  /** How long bytes wait behind a hole, in capture time. */
  readonly holeUs: number;
  readonly idleUs: number;
  readonly connections: number;
}

const defaults: TcpLimits = {
  heldBytes: 256 * 1024,
  totalHeldBytes: 64 * 1024 * 1024,
  holeUs: 2_000_000,
  idleUs: 600_000_000,
  connections: 65_536,
};

/** A sequence number farther away than this belongs to another connection, whose SYN was not captured. */
const MAX_DISTANCE = 16 * 1024 * 1024;
/** A reset farther away than this is forged, or of another connection. */
const RESET_DISTANCE = 1024 * 1024;
/** After this, the ports of a closed connection may be used again (2 MSL in practice). */
const REUSE_US = 60_000_000;
/** What a waiting piece costs besides its bytes: many tiny ones must not escape the limit. */
const PIECE_OVERHEAD_BYTES = 64;

/** Makes the table of TCP streams of one observation. */
export function createTcpStreams<State = unknown>(
  sink: TcpSink<State>,
  note: Note,
  limits: Partial<TcpLimits> = {},
): TcpStreams {
  return new StreamTable(sink, note, { ...defaults, ...limits });
}

class StreamTable<State> implements TcpStreams {
  readonly #sink: TcpSink<State>;
  readonly #note: Note;
  readonly #limits: TcpLimits;
  readonly #table = new ConnectionTable<State>();
  /** Directions with a hole. */
  readonly #waiting = new Set<Direction<State>>();
  #totalHeldBytes = 0;
  /** Segments taken so far. */
  #order = 0;
  readonly #piece: StreamPiece = {
    input: 0,
    frame: 0,
    order: 0,
    timeUs: 0,
    nanos: 0,
    ipId: -1,
    bytes: new Uint8Array(0),
    start: 0,
    end: 0,
  };

  constructor(sink: TcpSink<State>, note: Note, limits: TcpLimits) {
    this.#sink = sink;
    this.#note = note;
    this.#limits = limits;
  }

  push(segment: Segment): void {
    this.#order++;
    const { flags } = segment;
    const length = segment.payloadEnd - segment.payloadStart + segment.missing;
    if (length === 0 && (flags & (SYN | FIN | RST)) === 0) return;
    const source = endpointOf(segment, 'source');
    const destination = endpointOf(segment, 'destination');
    if ((flags & RST) !== 0) return this.#reset(source, destination, segment.sequence);
    const isSyn = (flags & SYN) !== 0;
    const sequence = isSyn ? (segment.sequence + 1) >>> 0 : segment.sequence;
    const known = this.#table.find(source, destination);
    // A lone FIN of a connection that was never seen carries nothing.
    if (known === undefined && length === 0 && !isSyn) return;
    const direction = isSyn
      ? this.#synchronize(known, source, destination, segment, sequence)
      : this.#continue(known, source, destination, segment);
    if (segment.timeUs > direction.lastUs) direction.lastUs = segment.timeUs;
    this.#table.touch(direction.connection, segment.timeUs);
    if (direction.finished) return;
    if (direction.ignored) direction.next = (sequence + length) >>> 0;
    else if (length > 0 || (flags & FIN) !== 0) this.#accept(direction, segment, sequence);
    if ((flags & FIN) !== 0) direction.foretellEnd((sequence + length) >>> 0);
    this.#finishAtFin(direction);
  }

  expire(nowUs: number): void {
    for (const direction of this.#waiting) this.#giveUpOldHoles(direction, nowUs);
    for (;;) {
      const { longestIdle } = this.#table;
      if (longestIdle === undefined || nowUs - longestIdle.lastUs <= this.#limits.idleUs) return;
      this.#forget(longestIdle, 'idle');
    }
  }

  end(): void {
    for (let next = this.#table.longestIdle; next !== undefined; next = this.#table.longestIdle) {
      this.#forget(next, 'capture-ended');
    }
  }

  // Connections: begun, continued, reset, reused.

  #reset(source: Endpoint, destination: Endpoint, sequence: number): void {
    const direction = this.#table.find(source, destination);
    // Who does not know where the stream stands cannot end it (RFC 9293 §3.10.7.4).
    if (direction && Math.abs(sequenceDistance(sequence, direction.next)) > RESET_DISTANCE) return;
    if (direction !== undefined) this.#finish(direction, 'rst');
    const reverse = this.#table.find(destination, source);
    if (reverse !== undefined) this.#finish(reverse, 'rst');
  }

  /** The direction that a SYN speaks of: the known one when the SYN is a copy, otherwise a new one. */
  #synchronize(
    known: Direction<State> | undefined,
    source: Endpoint,
    destination: Endpoint,
    segment: Segment,
    first: number,
  ): Direction<State> {
    if (known !== undefined) {
      const isCopy = !known.finished && known.firstSequence === first;
      if (isCopy) return known;
      this.#remove(known, 'reused');
    }
    if ((segment.flags & ACK) === 0) {
      // What the other side sent before belongs to an old connection, unless its SYN overtook this one.
      const reverse = this.#table.find(destination, source);
      if (reverse !== undefined && (reverse.finished || reverse.next !== reverse.firstSequence)) {
        this.#remove(reverse, 'reused');
      }
    }
    const direction = this.#add(source, destination, segment.timeUs, first, true);
    direction.connection.sawSyn(direction.side, (segment.flags & ACK) !== 0);
    return direction;
  }

  /** The direction of a segment without SYN: a new one when it cannot belong to the known one. */
  #continue(
    known: Direction<State> | undefined,
    source: Endpoint,
    destination: Endpoint,
    segment: Segment,
  ): Direction<State> {
    if (known !== undefined) {
      const isFar = Math.abs(sequenceDistance(segment.sequence, known.next)) > MAX_DISTANCE;
      if (!isFar && !(known.finished && goesOn(known, segment))) return known;
      this.#remove(known, 'reused');
    }
    return this.#add(source, destination, segment.timeUs, segment.sequence, false);
  }

  // Bytes: in order, early, late.

  #accept(direction: Direction<State>, segment: Segment, sequence: number): void {
    if (sequenceDistance(sequence, direction.next) > 0) {
      this.#hold(direction, segment, sequence);
      this.#giveUpOldHoles(direction, segment.timeUs);
      return;
    }
    const piece = this.#piece;
    piece.input = segment.input;
    piece.frame = segment.frame;
    piece.order = this.#order;
    piece.timeUs = segment.timeUs;
    piece.nanos = segment.nanos;
    piece.ipId = segment.ipId;
    piece.bytes = segment.bytes;
    piece.start = segment.payloadStart;
    piece.end = segment.payloadEnd;
    this.#deliver(direction, sequence, segment.missing);
    if (direction.held.length > 0) this.#drain(direction);
  }

  /** Hands on `#piece`, without the bytes that were handed on before. */
  #deliver(direction: Direction<State>, sequence: number, missing: number): void {
    const piece = this.#piece;
    const old = -sequenceDistance(sequence, direction.next);
    const captured = piece.end - piece.start;
    if (old >= captured + missing) return;
    piece.start += Math.min(old, captured);
    const stillMissing = missing - Math.max(0, old - captured);
    direction.next = (sequence + captured + missing) >>> 0;
    direction.heard = true;
    if (piece.end > piece.start) this.#sink.bytes(direction, piece);
    if (stillMissing > 0 && !direction.ignored) this.#sink.gap(direction, stillMissing);
    if (direction.ignored) this.#dropHeld(direction);
  }

  #hold(direction: Direction<State>, segment: Segment, sequence: number): void {
    const { input, frame, timeUs, nanos, ipId, missing } = segment;
    const order = this.#order;
    const bytes = segment.bytes.slice(segment.payloadStart, segment.payloadEnd);
    if (!direction.hold({ sequence, bytes, missing, input, frame, order, timeUs, nanos, ipId })) return;
    this.#countHeld(direction, bytes.length + PIECE_OVERHEAD_BYTES);
    this.#waiting.add(direction);
    const { heldBytes, totalHeldBytes } = this.#limits;
    while (direction.held.length > 0 && (direction.heldBytes > heldBytes || this.#totalHeldBytes > totalHeldBytes)) {
      this.#giveUpHole(direction);
    }
  }

  /** Hands on what waited and now is in order. */
  #drain(direction: Direction<State>): void {
    const piece = this.#piece;
    let count = 0;
    for (const held of direction.held) {
      if (sequenceDistance(held.sequence, direction.next) > 0) break;
      count++;
      piece.input = held.input;
      piece.frame = held.frame;
      piece.order = held.order;
      piece.timeUs = held.timeUs;
      piece.nanos = held.nanos;
      piece.ipId = held.ipId;
      piece.bytes = held.bytes;
      piece.start = 0;
      piece.end = held.bytes.length;
      this.#deliver(direction, held.sequence, held.missing);
      // The sink wants no more: nothing is held now.
      if (direction.held.length === 0) return;
    }
    for (const held of direction.held.splice(0, count)) this.#uncount(direction, held);
    if (direction.held.length === 0) this.#waiting.delete(direction);
  }

  #giveUpOldHoles(direction: Direction<State>, nowUs: number): void {
    for (;;) {
      const first = direction.held[0];
      if (first === undefined || nowUs - first.timeUs <= this.#limits.holeUs) break;
      this.#giveUpHole(direction);
    }
    this.#finishAtFin(direction);
  }

  #giveUpHole(direction: Direction<State>): void {
    const first = direction.held[0];
    if (first === undefined) return;
    const missingBytes = sequenceDistance(first.sequence, direction.next);
    if (missingBytes > 0) {
      direction.next = first.sequence;
      direction.heard = true;
      this.#sink.gap(direction, missingBytes);
    }
    if (direction.ignored) this.#dropHeld(direction);
    else this.#drain(direction);
  }

  #dropHeld(direction: Direction<State>): void {
    const last = direction.held.at(-1);
    if (last === undefined) return;
    direction.next = (last.sequence + last.bytes.length + last.missing) >>> 0;
    this.#countHeld(direction, -direction.heldBytes);
    direction.held = [];
    this.#waiting.delete(direction);
  }

  #countHeld(direction: Direction<State>, bytes: number): void {
    direction.heldBytes += bytes;
    this.#totalHeldBytes += bytes;
  }

  #uncount(direction: Direction<State>, held: HeldPiece): void {
    this.#countHeld(direction, -(held.bytes.length + PIECE_OVERHEAD_BYTES));
  }

  // Ends.

  #finishAtFin(direction: Direction<State>): void {
    const { finSequence } = direction;
    if (finSequence === undefined || direction.finished) return;
    if (sequenceDistance(direction.next, finSequence) >= 0) this.#finish(direction, 'fin');
  }

  /** No more bytes are taken. The direction stays known, so that late copies of its bytes are recognized. */
  #finish(direction: Direction<State>, reason: StreamEnd): void {
    if (direction.finished) return;
    while (direction.held.length > 0) this.#giveUpHole(direction);
    direction.finished = true;
    const sawEnd = direction.finSequence !== undefined && sequenceDistance(direction.next, direction.finSequence) >= 0;
    if (direction.heard) this.#sink.closed(direction, sawEnd ? 'fin' : reason);
    direction.connection.release();
  }

  // The table.

  #add(source: Endpoint, destination: Endpoint, timeUs: number, first: number, sawStart: boolean): Direction<State> {
    const { longestIdle } = this.#table;
    const isFull = this.#table.size >= this.#limits.connections && !this.#table.waitingFor(source, destination);
    if (isFull && longestIdle !== undefined) this.#evict(longestIdle);
    return this.#table.add(source, destination, timeUs, first, sawStart);
  }

  #evict(connection: TcpConnection<State>): void {
    // Nothing is lost with directions that nobody listens to.
    const matters = connection.directions.some((one) => one && one.heard && !one.finished && !one.ignored);
    if (matters) this.#note('tcp-connections-evicted', 0);
    this.#forget(connection, 'evicted');
  }

  #forget(connection: TcpConnection<State>, reason: StreamEnd): void {
    for (const direction of connection.directions) if (direction) this.#remove(direction, reason);
  }

  #remove(direction: Direction<State>, reason: StreamEnd): void {
    this.#finish(direction, reason);
    this.#waiting.delete(direction);
    this.#table.remove(direction);
  }
}

/** Whether a closed direction is alive: the end was not meant (a reset that was not believed), or the ports are used again. */
function goesOn<State>(direction: Direction<State>, segment: Segment): boolean {
  const hasBytes = segment.payloadEnd > segment.payloadStart;
  if (hasBytes && sequenceDistance(segment.sequence, direction.next) >= 0) return true;
  return segment.timeUs - direction.lastUs > REUSE_US;
}
