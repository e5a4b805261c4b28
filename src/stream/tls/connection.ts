// The two directions of one TLS connection become what was inside (RFC 5246, RFC 8446): hellos are read, keys are taken from the
// key log, and what they open is handed on with the frame that completed it. Records whose keys may still come wait. What
// cannot be opened is counted. Nothing here throws.
import type { StreamPiece } from '../direction.ts';
import type { Connection, Side, StreamEnd, StreamLayer } from '../layer.ts';
import { emptyFacts, type OpenTlsFacts, type TlsFacts } from './facts.ts';
import { noteAlert, noteSealed } from './handshake-facts.ts';
import { HandshakeReader } from './handshake-reader.ts';
import { ALERT, APPLICATION_DATA, CHANGE_CIPHER_SPEC, HANDSHAKE, TLS_1_3 } from './names.ts';
import type { Opened } from './record-opener.ts';
import { HEADER_BYTES, isHeader, movePlace, type Place, placeOf, type TlsRecord } from './record.ts';
import type { TlsSecrets, Waiting } from './secrets.ts';
import { type Agreement, TlsSide } from './side.ts';
import { type Locked, unlock } from './unlock.ts';

/** Records after which a connection that cannot be decrypted is not listened to any more. */
const MAX_BLIND_RECORDS = 64;

/** How much plaintext is missing cannot be told: more than anything that was begun. */
const UNKNOWN_BYTES = Number.POSITIVE_INFINITY;

/** An alert that is not encrypted. */
const ALERT_BYTES = 2;

/** Told of what becomes of connections. */
export interface TlsListener {
  /** A connection is over; once for each. */
  onFacts(facts: TlsFacts): void;
  /** One side is over and nothing was ever heard of the other: perhaps nothing more comes, and somebody has to finish it. */
  onHalf(connection: TlsConnection): void;
}

/** One connection. */
export class TlsConnection implements StreamLayer, Waiting {
  readonly #secrets: TlsSecrets;
  readonly #inner: StreamLayer;
  readonly #connection: Connection;
  readonly #listener: TlsListener;
  readonly #sides: readonly [TlsSide, TlsSide];
  readonly #facts: OpenTlsFacts;
  readonly #handshake: HandshakeReader;
  /** Nothing more comes from either side; and everything was done with what came. */
  #isEnded = false;
  #isOver = false;
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

  /** What is inside goes to `inner`. @param number see `TlsFacts`. */
  constructor(number: number, connection: Connection, inner: StreamLayer, secrets: TlsSecrets, listener: TlsListener) {
    this.#secrets = secrets;
    this.#connection = connection;
    this.#inner = inner;
    this.#listener = listener;
    const client = connection.client ?? likelyClient(connection);
    this.#facts = emptyFacts(number, connection.sourceOf(client), connection.sourceOf(client === 0 ? 1 : 0));
    const sideOf = (index: Side): TlsSide =>
      new TlsSide(connection.sourceOf(index), (record) => this.#take(index, record));
    this.#sides = [sideOf(0), sideOf(1)];
    this.#handshake = new HandshakeReader(this.#sides, this.#facts);
  }

  push(index: Side, piece: StreamPiece): void {
    const side = this.#sides[index];
    this.#facts.start ??= placeOf(piece);
    this.#notePlainAnswer(side, piece);
    side.isHeard = true;
    side.cutter.push(piece);
  }

  gap(index: Side, missingBytes: number): void {
    this.#facts.hasHoles = true;
    this.#sides[index].cutter.gap(missingBytes);
  }

  closed(index: Side, reason: StreamEnd): void {
    const side = this.#sides[index];
    if (side.ended !== undefined) return;
    side.ended = reason;
    const other = this.#otherThan(index);
    if (other.ended !== undefined) this.finish(true);
    else if (!other.isHeard) this.#listener.onHalf(this);
    this.#closeInside();
  }

  /** What comes back to a ClientHello begins with no record: somebody there speaks no TLS. */
  #notePlainAnswer({ role, isHeard }: TlsSide, { bytes, start, end }: StreamPiece): void {
    if (!isHeard && role === 'server' && end - start >= HEADER_BYTES && !isHeader(bytes, start)) {
      this.#facts.isAnsweredPlainly = true;
    }
  }

  ignores(index: Side): boolean {
    const { cutter, isBlind, sealedBy, sealedRecords } = this.#sides[index];
    if (cutter.hasGivenUp) return true;
    return isBlind && (!sealedBy || this.#facts.isEstablished || sealedRecords > MAX_BLIND_RECORDS);
  }

  /**
   * The connection is over: what waits is looked at from outside only. Hands out the facts, once.
   * @param mayWait secrets may still come for what waits; it is finished with them then.
   */
  finish(mayWait = false): void {
    if (this.#isOver) return;
    this.#isEnded = true;
    if (mayWait && this.#secrets.mayGrow && this.#sides.some(({ waiting }) => waiting.length > 0)) return;
    this.#isOver = true;
    for (const [index, side] of this.#sides.entries()) {
      if (side.waiting.length > 0) this.#giveUp(side, this.#lockOf(side));
      const isClient = side.source === this.#facts.client;
      if (!isClient) this.#facts.sawServerStart = this.#connection.sawStart(index === 0 ? 0 : 1);
      if (side.ended !== undefined) this.#facts[isClient ? 'clientEnd' : 'serverEnd'] = side.ended;
    }
    this.resume();
    this.#secrets.forget(this);
    this.#listener.onFacts(this.#facts);
  }

  /** Of a side that is over nothing comes out any more once nothing of it waits. */
  #closeInside(): void {
    for (const index of [0, 1] as const) {
      const side = this.#sides[index];
      if (side.ended === undefined || side.isClosedInside || side.waiting.length > 0) continue;
      side.isClosedInside = true;
      this.#inner.closed(index, side.ended);
    }
  }

  /** Secrets came, or the other side said what was needed: what waits is tried again, in the order in which it came. */
  resume(): void {
    const isStuck: [boolean, boolean] = [false, false];
    for (;;) {
      const index = this.#nextOf(isStuck);
      if (index === undefined) break;
      if (!this.#retry(index)) isStuck[index] = true;
      else if (this.#handshake.hasNews) isStuck.fill(false);
      this.#handshake.hasNews = false;
    }
    this.#closeInside();
    if (this.#sides.some(({ waiting }) => waiting.length > 0)) return;
    this.#secrets.forget(this);
    if (this.#isEnded) this.finish();
  }

  // Records: processed at once, or kept until they can be.

  #take(index: Side, record: TlsRecord): void {
    const side = this.#sides[index];
    if (side.waiting.length === 0 && this.#process(index, record)) {
      if (this.#handshake.hasNews) this.resume();
      return;
    }
    const have = this.#sides[0].waitingBytes + this.#sides[1].waitingBytes;
    if (this.#secrets.letWait(this, have, TlsSide.costOf(record))) return side.keep(record);
    this.#facts.dropped++;
    side.lostBefore++;
    if (side.sealedBy) this.#noteSealed(index, record);
  }

  /** The side whose first waiting record came first. */
  #nextOf(isStuck: readonly [boolean, boolean]): Side | undefined {
    const orderOf = (index: Side): number =>
      isStuck[index]
        ? Number.POSITIVE_INFINITY
        : (this.#sides[index].waiting[0]?.record.place.order ?? Number.POSITIVE_INFINITY);
    const [a, b] = [orderOf(0), orderOf(1)];
    if (a === Number.POSITIVE_INFINITY && b === Number.POSITIVE_INFINITY) return undefined;
    return a <= b ? 0 : 1;
  }

  /** Processes the first record that waits; false when it has to wait on. */
  #retry(index: Side): boolean {
    const side = this.#sides[index];
    const [first] = side.waiting;
    if (!first) return false;
    const behind = side.lostBefore;
    side.lostBefore = first.lostBefore;
    const isDone = this.#process(index, first.record);
    if (isDone) this.#secrets.release(side.letGo());
    side.lostBefore = behind;
    return isDone;
  }

  /** False when the record has to wait, for the other side or for secrets; nothing was done with it then. */
  #process(index: Side, record: TlsRecord): boolean {
    const side = this.#sides[index];
    if (side.sealedBy) return this.#processSealed(index, record, side.sealedBy);
    if (side.isBlind) return true;
    const { serverHello } = this.#handshake.agreement;
    const isUncertain = side.isUncertain || side.lostBefore > 0;
    const isSealed =
      record.type === APPLICATION_DATA ||
      (record.type === ALERT && record.end - record.start !== ALERT_BYTES) ||
      (isUncertain && serverHello !== undefined);
    if (isSealed || record.type === CHANGE_CIPHER_SPEC) {
      if (!isSealed && this.#handshake.agreement.isRetried) return true;
      if (!serverHello) return this.#lacksServerHello(side);
      // In TLS 1.3 a change of keys is said for the sake of others only.
      if (isSealed || serverHello.version < TLS_1_3) side.seal(this.#handshake.agreement, isUncertain);
      return isSealed ? this.#process(index, record) : true;
    }
    this.#passLoss(index);
    const { bytes, start, end, place } = record;
    if (record.type === HANDSHAKE) this.#handshake.push(index, bytes, start, end, place);
    else if (record.type === ALERT) noteAlert(this.#facts, side.role, bytes.subarray(start, end), place);
    return true;
  }

  /** What comes before the ServerHello waits for it; without a ClientHello it is no use waiting. */
  #lacksServerHello(side: TlsSide): boolean {
    if (side.role === 'client') return false;
    this.#giveUp(side, 'no-handshake');
    return true;
  }

  #processSealed(index: Side, record: TlsRecord, agreement: Agreement): boolean {
    const side = this.#sides[index];
    const isNew = (agreement.serverHello?.version ?? 0) >= TLS_1_3;
    if (isNew && record.type !== APPLICATION_DATA) {
      this.#takeOpened(
        index,
        { type: record.type, bytes: record.bytes.subarray(record.start, record.end) },
        record.place,
      );
      return true;
    }
    if (!side.isBlind && !side.stream) {
      const found = unlock(side.role, agreement, this.#secrets, side.isUncertain || side.mayStartEarly);
      if (found === 'wait') return false;
      if (typeof found === 'object') side.stream = found;
      else this.#giveUp(side, found);
    }
    this.#noteSealed(index, record);
    this.#passLoss(index);
    const opened = side.stream?.open(record);
    if (opened && !opened.isGarbled) {
      this.#facts.opened++;
      this.#facts.content = 'decrypted';
      this.#takeOpened(index, opened, record.place);
    } else if (side.stream) this.#fail(index);
    return true;
  }

  #noteSealed(index: Side, record: TlsRecord): void {
    const side = this.#sides[index];
    noteSealed(this.#facts, side, this.#otherThan(index), record, side.sealedBy?.serverHello);
  }

  /** A record did not prove genuine. */
  #fail(index: Side): void {
    const side = this.#sides[index];
    if (side.stream?.mayBeForeign === true) {
      if (side.mayStartEarly) this.#facts.skippedEarly++;
      return;
    }
    this.#facts.failed++;
    this.#handshake.lose(index);
    this.#inner.gap(index, UNKNOWN_BYTES);
    if (side.stream?.isHopeless === true) {
      side.stream = undefined;
      this.#giveUp(side, 'wrong-secrets');
    }
  }

  #giveUp(side: TlsSide, content: Locked): void {
    side.isBlind = true;
    if (this.#facts.content !== 'decrypted') this.#facts.content = content;
  }

  /** Why the records of a side still wait at the end. */
  #lockOf({ sealedBy, role }: TlsSide): Locked {
    if (!sealedBy?.clientHello || !sealedBy.serverHello || !role) return 'no-handshake';
    return this.#secrets.isGiven ? 'no-secrets' : 'no-key-log';
  }

  /** Tells everybody that records are missing before the one at hand. */
  #passLoss(index: Side): void {
    const side = this.#sides[index];
    if (side.lostBefore === 0) return;
    side.stream?.lost(side.lostBefore);
    side.lostBefore = 0;
    side.isUncertain = true;
    this.#handshake.lose(index);
    this.#inner.gap(index, UNKNOWN_BYTES);
  }

  // What is inside the records.

  #takeOpened(index: Side, { type, bytes }: Opened, place: Place): void {
    const side = this.#sides[index];
    if (type === HANDSHAKE) this.#handshake.push(index, bytes, 0, bytes.length, place);
    else if (type === ALERT) noteAlert(this.#facts, side.role, bytes, place);
    else if (type === APPLICATION_DATA) this.#emit(index, bytes, place);
    // A renegotiation comes to its keys.
    else if (type === CHANGE_CIPHER_SPEC && (this.#handshake.agreement.serverHello?.version ?? TLS_1_3) < TLS_1_3) {
      side.seal(this.#handshake.agreement, false);
    }
  }

  #emit(index: Side, bytes: Uint8Array, place: Place): void {
    if (bytes.length === 0) return;
    const piece = this.#piece;
    movePlace(piece, place);
    piece.bytes = bytes;
    piece.end = bytes.length;
    this.#inner.push(index, piece);
  }

  #otherThan(index: Side): TlsSide {
    return this.#sides[index === 0 ? 1 : 0];
  }
}

/** Where no SYN and no hello says who began: services have low ports. */
function likelyClient(connection: Connection): Side {
  const portOf = (side: Side): number => Number(/\d+$/.exec(connection.sourceOf(side))?.[0] ?? 0);
  return portOf(0) < portOf(1) ? 1 : 0;
}
