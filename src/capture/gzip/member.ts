// A gzip file (RFC 1952) is a row of members: a header, deflated data, and a trailer that checks it.

/** CRC-32 and length of what was inflated. */
export const TRAILER_BYTES = 8;

const FIXED_BYTES = 10;
/** Of the name of the file and the comment together. */
const MAX_NAME_BYTES = 4096;

const HEADER_CRC = 2;
const EXTRA = 4;
const NAME = 8;
const COMMENT = 16;

/** How long the header is that begins `bytes`: 0 when more must be seen, -1 when it is none. */
export function headerBytesOf(bytes: Uint8Array): number {
  const magic = [0x1f, 0x8b, 8];
  if (magic.some((byte, index) => index < bytes.length && bytes[index] !== byte)) return -1;
  const flags = bytes[3] ?? 0;
  if ((flags & 0xe0) !== 0) return -1;
  let at = FIXED_BYTES;
  if ((flags & EXTRA) !== 0) at += 2 + ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8));
  const namesAt = at;
  for (const flag of [NAME, COMMENT]) {
    if ((flags & flag) === 0 || at >= bytes.length) continue;
    while (at < bytes.length && bytes[at] !== 0) at++;
    at++;
    if (at - namesAt > MAX_NAME_BYTES) return -1;
  }
  if ((flags & HEADER_CRC) !== 0) at += 2;
  return at <= bytes.length && bytes.length >= FIXED_BYTES ? at : 0;
}

/** Whether a trailer confirms what was inflated. */
export function isConfirmed(trailer: Uint8Array, crc: number, length: number): boolean {
  const view = new DataView(trailer.buffer, trailer.byteOffset, trailer.byteLength);
  return view.getUint32(0, true) === crc && view.getUint32(4, true) === length % 2 ** 32;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc >>> 0;
});

/** CRC-32 of what has `before` as its CRC so far (0 at first), and these bytes behind it. */
export function crc32(bytes: Uint8Array, before: number): number {
  let crc = ~before;
  for (let at = 0; at < bytes.length; at++) crc = (crc >>> 8) ^ (crcTable[(crc ^ (bytes[at] ?? 0)) & 255] ?? 0);
  return ~crc >>> 0;
}
