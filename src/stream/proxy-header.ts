// What a load balancer writes before the first byte of a connection, to say whom it is for (the PROXY protocol, versions 1 and
// 2): found, and passed over.
import { LF } from '../bytes/ascii.ts';
import { u16, u32 } from '../capture/integers.ts';

/** Bytes that show whether it is one, and how long. */
export const PROXY_SIGN_BYTES = 16;
/** Version 1 is a line: this, addresses and ports, CR LF. Version 2 is a signature, a byte, a family, a length. */
const LINE_WORD = 'PROXY ';
const SIGNATURE = '\r\n\r\n\0\r\nQUIT\n';
const MAX_LINE_BYTES = 107;

/** Whether a header begins here; `undefined` when more bytes are needed. */
export function isProxyHeader(bytes: Uint8Array, start: number, end: number): boolean | undefined {
  const isLine = bytes[start] === 0x50;
  const word = isLine ? LINE_WORD : SIGNATURE;
  for (let index = 0; index < word.length; index++) {
    if (start + index >= end) return undefined;
    if (bytes[start + index] !== word.charCodeAt(index)) return false;
  }
  if (isLine) return true;
  if (end - start < PROXY_SIGN_BYTES) return undefined;
  const version = u32(bytes, start + 12) >>> 28;
  return version === 2;
}

/** A header on its way past. */
export class ProxyHeader {
  /** Bytes of it that have not come; for a line as many as there can be. */
  #left: number;
  readonly #isLine: boolean;

  /** `first` holds its first bytes, as `isProxyHeader` has seen them; `passed` of them were in pieces before. */
  constructor(first: Uint8Array, start: number, passed: number) {
    this.#isLine = first[start] === 0x50;
    this.#left = (this.#isLine ? MAX_LINE_BYTES : PROXY_SIGN_BYTES + u16(first, start + 14)) - passed;
  }

  /** Where what is behind it begins in the next bytes; `end` when not there. */
  pass(bytes: Uint8Array, start: number, end: number): number {
    const stop = Math.min(end, start + this.#left);
    if (this.#isLine) {
      for (let at = start; at < stop; at++) {
        if (bytes[at] !== LF) continue;
        this.#left = 0;
        return at + 1;
      }
    }
    this.#left -= stop - start;
    return stop;
  }

  get isPast(): boolean {
    return this.#left <= 0;
  }
}
