// SCTP packets behind IP (RFC 9260): a common header and chunks. Bytes are strings of one character a byte.
export interface DataOptions {
  /** First and last fragment of the user message: `BE` for a whole one. */
  readonly flags?: string;
  readonly stream?: number;
  readonly unordered?: boolean;
}

/** A DATA chunk. */
export function data(
  tsn: number,
  payload: string,
  { flags = 'BE', stream = 0, unordered = false }: DataOptions = {},
): string {
  const bits = bitsOf(flags) | (unordered ? 4 : 0);
  return chunk(0, bits, u32(tsn) + u16(stream) + u16(0) + u32(0) + payload);
}

/** An I-DATA chunk (RFC 8260): `position` among the fragments of message `message`. */
export function interleaved(tsn: number, message: number, position: number, payload: string, flags: string): string {
  const isFirst = flags.includes('B');
  return chunk(64, bitsOf(flags), u32(tsn) + u16(0) + u16(0) + u32(message) + u32(isFirst ? 0 : position) + payload);
}

/** INIT, or its answer: the tag that packets to its sender are to carry, and the other addresses of the sender. */
export function init(type: 1 | 2, tag: number, firstTsn = 1): string {
  return chunk(type, 0, u32(tag) + u32(100_000) + u16(10) + u16(10) + u32(firstTsn));
}

/** A chunk of any type: 3 SACK, 4 HEARTBEAT, 6 ABORT, 7 SHUTDOWN, 14 SHUTDOWN COMPLETE … */
export function chunk(type: number, flags: number, value: string): string {
  const length = 4 + value.length;
  return String.fromCharCode(type, flags) + u16(length) + value + '\0'.repeat((4 - (length % 4)) % 4);
}

/** The packet: ports, the tag of the receiver, a checksum that nobody asks, and chunks. */
export function sctpPacket(
  sourcePort: number,
  destinationPort: number,
  tag: number,
  ...chunks: readonly string[]
): string {
  return u16(sourcePort) + u16(destinationPort) + u32(tag) + u32(0) + chunks.join('');
}

function bitsOf(flags: string): number {
  return (flags.includes('B') ? 2 : 0) | (flags.includes('E') ? 1 : 0);
}

function u16(value: number): string {
  return String.fromCharCode((value >> 8) & 255, value & 255);
}

function u32(value: number): string {
  return u16(value >>> 16) + u16(value & 0xffff);
}
