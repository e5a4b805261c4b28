// Headers that a host puts in front of packets which it captures from itself: firewall logs (pflog, NFLOG), macOS (pktap),
// Solaris (ipnet), decrypted IPsec of the BSDs (enc).
import { u16, u32, u8 } from '../capture/integers.ts';
import { type Cursor, IP, LINK_TYPES, NOTHING, pass } from './cursor.ts';
import { layerOfVersion } from './link.ts';
import { little16, little32 } from './little-endian.ts';

/** OpenBSD's firewall: a length that is rounded up to a multiple of four, or of eight on some hosts. */
export function readPflog(cursor: Cursor): boolean {
  const { bytes, at, end } = cursor;
  const length = u8(bytes, at);
  if (length < 8 || length > end - at) return false;
  const to4 = (length + 3) & ~3;
  const to8 = (length + 7) & ~7;
  return pass(cursor, layerOfVersion(u8(bytes, at + to4)) === NOTHING ? to8 : to4, IP);
}

/** BSD's view of what came out of IPsec: address family, index, flags; then IP. */
export function readEnc(cursor: Cursor): boolean {
  return pass(cursor, 12, IP);
}

/** Solaris: 24 bytes, then IP. */
export function readIpnet(cursor: Cursor): boolean {
  return pass(cursor, 24, IP);
}

/** macOS, capturing on all interfaces: a length, what follows (1: a packet), and its link type. */
export function readPktap(cursor: Cursor): boolean {
  const { bytes, at, end } = cursor;
  const length = little32(bytes, at);
  if (end - at < 12 || length < 12 || length > end - at) return false;
  const isPacket = little32(bytes, at + 4) === 1;
  return pass(cursor, length, isPacket ? LINK_TYPES + (little32(bytes, at + 8) & 0xffff) : NOTHING);
}

const NFLOG_PAYLOAD = 9;
/** More than a packet has: the kernel knows some twenty kinds. */
const MAX_NFLOG_FIELDS = 64;

/** Linux' firewall: fields of length, kind and value, numbers in the byte order of the host; one of them is the packet. */
export function readNflog(cursor: Cursor): boolean {
  const { bytes, end } = cursor;
  let at = cursor.at + 4;
  for (let fields = 0; fields < MAX_NFLOG_FIELDS && end - at >= 4; fields++) {
    // Lengths are below 64 KiB and kinds below 256: a kind whose second byte is zero is little-endian.
    const isLittle = u8(bytes, at + 3) === 0;
    const length = isLittle ? little16(bytes, at) : u16(bytes, at);
    const kind = isLittle ? little16(bytes, at + 2) : u16(bytes, at + 2);
    if (length < 4) return false;
    if (kind === NFLOG_PAYLOAD) {
      cursor.at = at;
      cursor.wireEnd = Math.min(cursor.wireEnd, at + length);
      cursor.end = Math.min(end, cursor.wireEnd);
      return pass(cursor, 4, IP);
    }
    at += (length + 3) & ~3;
  }
  return pass(cursor, 4, NOTHING);
}

const JUNIPER_MAGIC = 0x4d4743;
const JUNIPER_EXTENDED = 0x80;
const JUNIPER_WITHOUT_LINK = 0x02;

/** Juniper: `MGC`, flags, extensions; then the link layer, or four bytes and IP where that had been taken off. */
export function behindJuniper(layer: number): (cursor: Cursor) => boolean {
  return (cursor) => {
    const { bytes, at, end } = cursor;
    const word = u32(bytes, at);
    if (end - at < 6 || word >>> 8 !== JUNIPER_MAGIC) return false;
    const length = 4 + ((word & JUNIPER_EXTENDED) === 0 ? 0 : 2 + u16(bytes, at + 4));
    if (length > end - at) return false;
    return (word & JUNIPER_WITHOUT_LINK) === 0 ? pass(cursor, length, layer) : pass(cursor, length + 4, IP);
  };
}
