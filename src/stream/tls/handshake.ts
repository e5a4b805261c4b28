// Handshake messages out of records: one record may hold several, and one message may take many records (RFC 8446 §5.1).
// Whole messages are handed on in place; only split ones are copied. Too large ones are passed over.
import { Octets } from './octets.ts';

/** Handshake message types that something is read from. */
export const messages = {
  clientHello: 1,
  serverHello: 2,
  endOfEarlyData: 5,
  encryptedExtensions: 8,
  certificate: 11,
  certificateRequest: 13,
  finished: 20,
  keyUpdate: 24,
} as const;

/** Longest message that is kept: a chain of certificates, with room to spare. */
const MAX_MESSAGE_BYTES = 128 * 1024;
const HEADER_BYTES = 4;

/** Takes one message: its type and its body; borrowed. */
export type OnMessage = (type: number, body: Octets) => void;

/** Cuts the handshake records of one direction into messages. */
export class HandshakeCutter {
  /** The message of which more must come, with its header. */
  #pending = new Uint8Array(0);
  #length = 0;
  /** Bytes of a message too large to be kept that are still to come. */
  #skip = 0;

  /** Nothing was begun: keys may change here. */
  get isEmpty(): boolean {
    return this.#length === 0 && this.#skip === 0;
  }

  /** The next bytes, [start, end). */
  push(bytes: Uint8Array, start: number, end: number, onMessage: OnMessage): void {
    let at = start;
    while (at < end) {
      if (this.#skip > 0) {
        const skipped = Math.min(this.#skip, end - at);
        this.#skip -= skipped;
        at += skipped;
      } else if (this.#length > 0) at = this.#fill(bytes, at, end, onMessage);
      else at = this.#begin(bytes, at, end, onMessage);
    }
  }

  /** Bytes are missing here: what was begun is given up. */
  reset(): void {
    this.#length = 0;
    this.#skip = 0;
    this.#pending = new Uint8Array(0);
  }

  #begin(bytes: Uint8Array, start: number, end: number, onMessage: OnMessage): number {
    const have = end - start;
    const need = have < HEADER_BYTES ? HEADER_BYTES : needOf(bytes, start);
    if (need > MAX_MESSAGE_BYTES) {
      this.#skip = need;
      return start;
    }
    if (have < need) {
      this.#keep(bytes, start, end);
      return end;
    }
    onMessage(bytes[start] ?? 0, new Octets(bytes, start + HEADER_BYTES, start + need));
    return start + need;
  }

  #fill(bytes: Uint8Array, start: number, end: number, onMessage: OnMessage): number {
    const isHead = this.#length < HEADER_BYTES;
    const need = isHead ? HEADER_BYTES : needOf(this.#pending, 0);
    if (need > MAX_MESSAGE_BYTES) {
      this.#skip = need - this.#length;
      this.#length = 0;
      return start;
    }
    const taken = Math.min(end - start, need - this.#length);
    this.#keep(bytes, start, start + taken);
    if (this.#length < HEADER_BYTES || this.#length < needOf(this.#pending, 0)) return start + taken;
    const message = this.#pending;
    const length = this.#length;
    this.reset();
    onMessage(message[0] ?? 0, new Octets(message, HEADER_BYTES, length));
    return start + taken;
  }

  #keep(bytes: Uint8Array, start: number, end: number): void {
    const length = this.#length + end - start;
    if (length > this.#pending.length) {
      const larger = new Uint8Array(Math.max(512, length, 2 * this.#pending.length));
      larger.set(this.#pending.subarray(0, this.#length));
      this.#pending = larger;
    }
    this.#pending.set(bytes.subarray(start, end), this.#length);
    this.#length = length;
  }
}

function needOf(bytes: Uint8Array, start: number): number {
  return HEADER_BYTES + (((bytes[start + 1] ?? 0) << 16) | ((bytes[start + 2] ?? 0) << 8) | (bytes[start + 3] ?? 0));
}
