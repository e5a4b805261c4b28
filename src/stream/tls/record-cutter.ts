// One direction of a TCP connection becomes TLS records. Whole records are handed on in place; split ones are copied. After
// a hole it goes on at the next record, whose place is known when the hole lies inside one, and is sought otherwise. Every
// byte is looked at a bounded number of times. Nothing here throws.
import type { StreamPiece } from '../direction.ts';
import { HEADER_BYTES, isHeader, movePlace, payloadLengthAt, type TlsRecord } from './record.ts';

/** Shortest record that carries anything encrypted: more cannot be missing in a hole than fit. */
const MIN_RECORD_BYTES = HEADER_BYTES + 17;
/** Bytes in which the next record is sought after a hole, before the direction is given up. */
const MAX_SOUGHT_BYTES = 1024 * 1024;

/** While a record is sought, so many bytes are kept that cannot begin one. */
const LET_GO_BYTES = 16 * 1024;

const NONE = -1;
const UNDECIDED = -2;

/** Takes the records of one direction. */
export interface RecordSink {
  /** The next record; borrowed. */
  record(record: TlsRecord): void;
  /** At least one and at most so many records are missing before the next one. */
  lost(records: number): void;
}

/** Cuts one direction into records. */
export class RecordCutter {
  readonly #sink: RecordSink;
  readonly #record: TlsRecord = {
    type: 0,
    version: 0,
    bytes: new Uint8Array(0),
    start: 0,
    end: 0,
    place: { input: 0, frame: 0, order: 0, timeUs: 0, nanos: 0 },
  };
  /** A record of which more must come; while one is sought, all that was not turned down yet. */
  #pending = new Uint8Array(0);
  #length = 0;
  /** Rest of a record that has a hole. */
  #skip = 0;
  #isSeeking = false;
  /** First byte of `#pending` at which a record may begin, and the first one that belongs to none. */
  #soughtAt = 0;
  #soughtFrom = 0;
  #soughtBytes = 0;
  /** Records and bytes that are missing before the next record. */
  #lostRecords = 0;
  #lostBytes = 0;
  #hasGivenUp = false;

  constructor(sink: RecordSink) {
    this.#sink = sink;
  }

  /** The records could not be found again: nothing more is handed on. */
  get hasGivenUp(): boolean {
    return this.#hasGivenUp;
  }

  /** The next bytes of the stream. */
  push(piece: StreamPiece): void {
    const { place } = this.#record;
    if (this.#length === 0 || piece.order >= place.order) movePlace(place, piece);
    let at = piece.start;
    while (at < piece.end && !this.#hasGivenUp) {
      const before = at;
      if (this.#skip > 0) {
        at += Math.min(this.#skip, piece.end - at);
        this.#skip -= at - before;
      } else if (this.#isSeeking) at = this.#seek(piece, at);
      else if (this.#length > 0) at = this.#fill(piece, at);
      else at = this.#begin(piece, at);
    }
  }

  /** So many bytes are missing here. */
  gap(missingBytes: number): void {
    const rest = this.#skip > 0 ? this.#skip : this.#restOfRecord();
    if (!this.#isSeeking && rest !== undefined && missingBytes <= rest) {
      // The hole lies inside one record: where the next one begins is known.
      if (this.#skip === 0) this.#lostRecords++;
      this.#skip = rest - missingBytes;
    } else {
      this.#lostBytes += missingBytes + this.#length;
      this.#skip = 0;
      this.#startSeeking();
    }
    this.#length = 0;
  }

  /** Bytes that the record at hand still needs; undefined where none was begun, or its header is not complete. */
  #restOfRecord(): number | undefined {
    if (this.#length < HEADER_BYTES) return undefined;
    return HEADER_BYTES + payloadLengthAt(this.#pending, 0) - this.#length;
  }

  #startSeeking(): void {
    this.#isSeeking = true;
    this.#soughtAt = 0;
    this.#soughtFrom = 0;
  }

  #begin({ bytes, end }: StreamPiece, at: number): number {
    if (end - at < HEADER_BYTES) return this.#keep(bytes, at, end);
    if (!isHeader(bytes, at)) {
      this.#startSeeking();
      return at;
    }
    const next = at + HEADER_BYTES + payloadLengthAt(bytes, at);
    if (next > end) return this.#keep(bytes, at, end);
    this.#deliver(bytes, at, next);
    return next;
  }

  #fill(piece: StreamPiece, at: number): number {
    const { bytes, end } = piece;
    const isHead = this.#length < HEADER_BYTES;
    const rest = isHead ? HEADER_BYTES - this.#length : (this.#restOfRecord() ?? 0);
    const next = this.#keep(bytes, at, Math.min(end, at + rest));
    if (isHead && this.#length === HEADER_BYTES && !isHeader(this.#pending, 0)) {
      this.#startSeeking();
    } else if (!isHead && this.#restOfRecord() === 0) {
      const length = this.#length;
      this.#length = 0;
      this.#deliver(this.#pending, 0, length);
      movePlace(this.#record.place, piece);
    }
    return next;
  }

  /** Takes in all that is there, and looks in it for a record behind which another one begins, or nothing; and goes on there. */
  #seek({ bytes, end }: StreamPiece, start: number): number {
    this.#soughtBytes += end - start;
    this.#keep(bytes, start, end);
    let at = this.#soughtAt;
    while (at + HEADER_BYTES <= this.#length) {
      const next = this.#isSeeking ? this.#recordAt(at) : this.#nextRecordAt(at);
      if (next === UNDECIDED) break;
      if (next === NONE) {
        at++;
        continue;
      }
      this.#deliver(this.#pending, at, next);
      at = next;
    }
    this.#hasGivenUp = this.#soughtBytes > MAX_SOUGHT_BYTES;
    this.#letGo(at);
    return end;
  }

  /** End of the record that is found at `at`; NONE when none begins there, UNDECIDED when more must come to tell. */
  #recordAt(at: number): number {
    if (!isHeader(this.#pending, at)) return NONE;
    const next = at + HEADER_BYTES + payloadLengthAt(this.#pending, at);
    const isWhole = next === this.#length;
    if (!isWhole && next + HEADER_BYTES > this.#length) return UNDECIDED;
    if (!isWhole && !isHeader(this.#pending, next)) return NONE;
    this.#lostBytes += at - this.#soughtFrom;
    this.#lostRecords += Math.max(1, Math.ceil(this.#lostBytes / MIN_RECORD_BYTES));
    this.#lostBytes = 0;
    this.#isSeeking = false;
    this.#soughtBytes = 0;
    return next;
  }

  /** End of the record behind one that was found; where none begins, seeking begins again. */
  #nextRecordAt(at: number): number {
    if (!isHeader(this.#pending, at)) {
      this.#isSeeking = true;
      this.#soughtFrom = at;
      return NONE;
    }
    const next = at + HEADER_BYTES + payloadLengthAt(this.#pending, at);
    return next > this.#length ? UNDECIDED : next;
  }

  /** Lets go of what was handed on, and now and then of what cannot begin a record. */
  #letGo(at: number): void {
    this.#soughtAt = at;
    if (this.#isSeeking && at < LET_GO_BYTES) return;
    if (this.#isSeeking) this.#lostBytes += at - this.#soughtFrom;
    this.#pending.copyWithin(0, at, this.#length);
    this.#length -= at;
    this.#soughtAt = 0;
    this.#soughtFrom = 0;
  }

  #deliver(bytes: Uint8Array, start: number, end: number): void {
    if (this.#lostRecords > 0) {
      this.#sink.lost(this.#lostRecords);
      this.#lostRecords = 0;
    }
    const record = this.#record;
    record.type = bytes[start] ?? 0;
    record.version = ((bytes[start + 1] ?? 0) << 8) | (bytes[start + 2] ?? 0);
    record.bytes = bytes;
    record.start = start + HEADER_BYTES;
    record.end = end;
    this.#sink.record(record);
  }

  /** Keeps [start, end) and answers `end`. */
  #keep(bytes: Uint8Array, start: number, end: number): number {
    const length = this.#length + end - start;
    if (length > this.#pending.length) {
      const larger = new Uint8Array(Math.max(2048, length, 2 * this.#pending.length));
      larger.set(this.#pending.subarray(0, this.#length));
      this.#pending = larger;
    }
    this.#pending.set(bytes.subarray(start, end), this.#length);
    this.#length = length;
    return end;
  }
}
