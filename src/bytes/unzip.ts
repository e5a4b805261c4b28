// Compressed bytes of unknown wrapping become bytes: gzip (RFC 1952), zlib (RFC 1950), or raw DEFLATE. Checksums are not asked.
import type { Inflater, InflateEnd } from './inflate.ts';

/** Inflates [start, end) into at most `most` bytes, which then stand in `inflater`. */
export function unzip(inflater: Inflater, bytes: Uint8Array, start: number, end: number, most: number): InflateEnd {
  return inflater.inflate(bytes, start + wrappingOf(bytes, start, end), end, most);
}

/** Length of the header. */
function wrappingOf(bytes: Uint8Array, start: number, end: number): number {
  const first = bytes[start] ?? 0;
  const second = bytes[start + 1] ?? 0;
  if (first === 0x1f && second === 0x8b) return gzipHeader(bytes, start, end);
  const isZlib = (first & 15) === 8 && ((first << 8) | second) % 31 === 0 && (second & 0x20) === 0;
  return isZlib ? 2 : 0;
}

const HAS_CHECKSUM = 2;
const HAS_EXTRA = 4;
const HAS_NAME = 8;
const HAS_COMMENT = 16;

function gzipHeader(bytes: Uint8Array, start: number, end: number): number {
  const flags = bytes[start + 3] ?? 0;
  let at = start + 10;
  if ((flags & HAS_EXTRA) !== 0) at += 2 + ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8));
  for (const flag of [HAS_NAME, HAS_COMMENT]) {
    if ((flags & flag) === 0) continue;
    while (at < end && bytes[at] !== 0) at++;
    at++;
  }
  if ((flags & HAS_CHECKSUM) !== 0) at += 2;
  return Math.min(at, end) - start;
}
