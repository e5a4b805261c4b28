// Numbers and vectors out of the bytes of a TLS message or of a certificate, read from left to right. Reading beyond the
// end gives zeros and empty ranges, and is remembered: callers ask `isOverrun` once, at the end. Nothing here throws.

/** Reads [at, end) of bytes that it does not own. */
export class Octets {
  readonly bytes: Uint8Array;
  at: number;
  readonly end: number;
  /** More was asked for than there is. */
  isOverrun = false;

  constructor(bytes: Uint8Array, start: number, end: number) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  /** How many bytes are left. */
  get left(): number {
    return this.end - this.at;
  }

  /** The next byte. */
  u8(): number {
    return this.#number(1);
  }

  /** The next two bytes, big-endian. */
  u16(): number {
    return this.#number(2);
  }

  /** The next three bytes, big-endian. */
  u24(): number {
    return this.#number(3);
  }

  /** The next `count` bytes, to be read apart. Those that are there, where there are fewer. */
  take(count: number): Octets {
    if (count > this.left) this.isOverrun = true;
    const start = this.at;
    this.at = Math.min(this.end, start + count);
    return new Octets(this.bytes, start, this.at);
  }

  /** A view of all that is left; borrowed. */
  rest(): Uint8Array {
    return this.bytes.subarray(this.at, this.end);
  }

  #number(width: number): number {
    if (width > this.left) {
      this.isOverrun = true;
      this.at = this.end;
      return 0;
    }
    let value = 0;
    for (let index = 0; index < width; index++) value = value * 256 + (this.bytes[this.at++] ?? 0);
    return value;
  }
}

const hexDigits = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0'));

/** Bytes as lower-case hexadecimal digits. */
export function hexOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += hexDigits[byte] ?? '';
  return text;
}

/** The bytes that hexadecimal digits stand for. */
export function bytesOfHex(text: string): Uint8Array {
  const length = Math.floor(text.length / 2);
  return Uint8Array.from({ length }, (_, index) => Number.parseInt(text.slice(2 * index, 2 * index + 2), 16));
}

/** One range behind the other. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Whether two ranges hold the same bytes. */
export function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
