// The TCP connections that are known: two directions each, found by who sends to whom, ordered by when they were last heard.
import type { Endpoint } from './arrival.ts';
import { Direction } from './direction.ts';
import type { Connection, ConnectionContent, Side } from './layer.ts';

/** One TCP connection. `State` is what the sink remembers of it. */
export class TcpConnection<State> implements Connection {
  /** By side. A direction stays here when its ports are used again: the new one then belongs to a new connection. */
  readonly directions: [Direction<State> | undefined, Direction<State> | undefined] = [undefined, undefined];
  state: State | undefined = undefined;
  client: Side | undefined = undefined;
  content: ConnectionContent = 'undecided';
  inside: ConnectionContent = 'undecided';
  lastUs = 0;
  /** How many of its directions can be found in the table. */
  known = 0;
  /** Neighbours in the order of when connections were last heard. */
  older: TcpConnection<State> | undefined = undefined;
  newer: TcpConnection<State> | undefined = undefined;
  readonly #sources: readonly [Endpoint, Endpoint];

  constructor(source: Endpoint, destination: Endpoint) {
    this.#sources = [source, destination];
  }

  sourceOf(side: Side): Endpoint {
    return this.#sources[side];
  }

  sawStart(side: Side): boolean {
    return this.directions[side]?.sawStart ?? false;
  }

  /** A side sent a SYN: alone it opens the connection, with an ACK it answers. */
  sawSyn(side: Side, withAck: boolean): void {
    this.client ??= withAck ? otherSide(side) : side;
  }

  /** Forgets the state, once both directions are over. */
  release(): void {
    for (const direction of this.directions) if (direction && !direction.finished) return;
    this.state = undefined;
  }
}

/** The side that a side sends to. */
export function otherSide(side: Side): Side {
  return side === 0 ? 1 : 0;
}

/** All connections that are known. Its size is bounded by who uses it. */
export class ConnectionTable<State> {
  /** By source, then destination: both texts are interned, so a look-up compares pointers. */
  readonly #bySource = new Map<Endpoint, Map<Endpoint, Direction<State>>>();
  #size = 0;
  #longestIdle: TcpConnection<State> | undefined;
  #newest: TcpConnection<State> | undefined;

  /** How many connections. */
  get size(): number {
    return this.#size;
  }

  get longestIdle(): TcpConnection<State> | undefined {
    return this.#longestIdle;
  }

  find(source: Endpoint, destination: Endpoint): Direction<State> | undefined {
    return this.#bySource.get(source)?.get(destination);
  }

  /** The connection of which only the other direction was seen so far, if there is one. */
  waitingFor(source: Endpoint, destination: Endpoint): TcpConnection<State> | undefined {
    const connection = this.find(destination, source)?.connection;
    return connection && connection.directions[1] === undefined ? connection : undefined;
  }

  /** A new direction: of the connection that waits for it, or of a new one. */
  add(
    source: Endpoint,
    destination: Endpoint,
    timeUs: number,
    firstSequence: number,
    sawStart: boolean,
  ): Direction<State> {
    const joined = this.waitingFor(source, destination);
    const connection = joined ?? this.#open(source, destination);
    const side = joined ? 1 : 0;
    const direction = new Direction<State>(connection, side, source, destination, firstSequence, sawStart);
    direction.lastUs = timeUs;
    connection.directions[side] = direction;
    connection.known++;
    const bySource = this.#bySource.get(source);
    if (bySource === undefined) this.#bySource.set(source, new Map([[destination, direction]]));
    else bySource.set(destination, direction);
    return direction;
  }

  /** Takes a direction away; its connection leaves with the last one. Without effect when it is not in the table. */
  remove(direction: Direction<State>): void {
    const { source, destination, connection } = direction;
    const bySource = this.#bySource.get(source);
    if (bySource?.get(destination) !== direction) return;
    bySource.delete(destination);
    if (bySource.size === 0) this.#bySource.delete(source);
    connection.known--;
    if (connection.known > 0) return;
    this.#unlink(connection);
    this.#size--;
  }

  /** A connection was heard. */
  touch(connection: TcpConnection<State>, timeUs: number): void {
    if (timeUs > connection.lastUs) connection.lastUs = timeUs;
    if (connection === this.#newest) return;
    this.#unlink(connection);
    this.#append(connection);
  }

  #open(source: Endpoint, destination: Endpoint): TcpConnection<State> {
    const connection = new TcpConnection<State>(source, destination);
    this.#size++;
    this.#append(connection);
    return connection;
  }

  #append(connection: TcpConnection<State>): void {
    connection.older = this.#newest;
    connection.newer = undefined;
    if (this.#newest === undefined) this.#longestIdle = connection;
    else this.#newest.newer = connection;
    this.#newest = connection;
  }

  #unlink(connection: TcpConnection<State>): void {
    const { older, newer } = connection;
    if (older === undefined) this.#longestIdle = newer;
    else older.newer = newer;
    if (newer === undefined) this.#newest = older;
    else newer.older = older;
    connection.older = undefined;
    connection.newer = undefined;
  }
}
