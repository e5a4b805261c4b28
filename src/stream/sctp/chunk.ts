// One SCTP chunk (RFC 9260 §3.2): a type, flags, a length, a value. User data stand in DATA (§3.3.1) and I-DATA (RFC 8260 §2.1).
import { u16, u32, u8 } from '../../capture/integers.ts';

export const DATA = 0;
export const INIT = 1;
export const INIT_ACK = 2;
export const ABORT = 6;
export const SHUTDOWN_COMPLETE = 14;
export const I_DATA = 64;

const CHUNK_HEADER_BYTES = 4;
const DATA_HEADER_BYTES = 16;
const I_DATA_HEADER_BYTES = 20;
const ENDS = 1;
const BEGINS = 2;
const UNORDERED = 4;

/** A chunk. One object, overwritten for each. */
export class Chunk {
  type = 0;
  /** Where the chunk ends, with its padding; its value is [start, end). */
  next = 0;
  start = 0;
  end = 0;
  /** Fewer bytes were captured than were sent. */
  cut = false;
  // User data only.
  begins = false;
  ends = false;
  /** Transmission sequence number: the same for a copy. */
  tsn = 0;
  /** What a fragment belongs to, and where in it: the same number for all DATA, of which fragments follow by their TSN. */
  message = 0;
  position = 0;

  /** Reads the chunk at `at`; false when it is none. User data that are cut off within their header are none. */
  read(bytes: Uint8Array, at: number, end: number): boolean {
    if (end - at < CHUNK_HEADER_BYTES) return false;
    const length = u16(bytes, at + 2);
    if (length < CHUNK_HEADER_BYTES) return false;
    this.type = u8(bytes, at);
    this.next = at + ((length + 3) & ~3);
    this.start = at + CHUNK_HEADER_BYTES;
    this.end = Math.min(at + length, end);
    this.cut = at + length > end;
    if (this.type === DATA) return this.#readData(bytes, at);
    return this.type === I_DATA ? this.#readIData(bytes, at) : true;
  }

  #readData(bytes: Uint8Array, at: number): boolean {
    this.#readFlags(bytes, at);
    this.message = 0;
    this.position = this.tsn;
    this.start = at + DATA_HEADER_BYTES;
    return this.start <= this.end;
  }

  #readIData(bytes: Uint8Array, at: number): boolean {
    const isUnordered = (u8(bytes, at + 1) & UNORDERED) !== 0;
    this.#readFlags(bytes, at);
    // Stream and message number; the first fragment has a protocol where the others have their number.
    this.message =
      1 + (isUnordered ? 1 : 0) + 2 * ((u16(bytes, at + 8) * 0x10000 + (u32(bytes, at + 12) & 0xffff)) >>> 0);
    this.position = this.begins ? 0 : u32(bytes, at + 16);
    this.start = at + I_DATA_HEADER_BYTES;
    return this.start <= this.end;
  }

  #readFlags(bytes: Uint8Array, at: number): void {
    const flags = u8(bytes, at + 1);
    this.begins = (flags & BEGINS) !== 0;
    this.ends = (flags & ENDS) !== 0;
    this.tsn = u32(bytes, at + 4);
  }
}
