// The link layer of most captures: Ethernet and what stands between it and IP, Linux cooked captures, BSD loopback, raw IP.
import { u16, u32, u8 } from '../capture/integers.ts';
import { type Cursor, ENCRYPTED, ETHERNET, IP, IPV4, IPV6, LLC, NOTHING, pass } from './cursor.ts';

/** Ethernet II, and IEEE 802.3 with LLC. */
export function readEthernet(cursor: Cursor): boolean {
  const { bytes, at } = cursor;
  if (cursor.end - at < 14) return false;
  const type = u16(bytes, at + 12);
  cursor.at = at + 14;
  // What is below 0x600 is a length.
  cursor.layer = type < 0x0600 ? LLC : type;
  return true;
}

/** A VLAN tag: 802.1Q, 802.1ad, and the older numbers of stacked ones. */
export function readVlan(cursor: Cursor): boolean {
  if (cursor.end - cursor.at < 4) return false;
  const type = u16(cursor.bytes, cursor.at + 2);
  return pass(cursor, 4, type < 0x0600 ? LLC : type);
}

/** Provider backbone bridging (802.1ah): an I-TAG, and the Ethernet frame of the customer. */
export function readBackboneTag(cursor: Cursor): boolean {
  return pass(cursor, 4, ETHERNET);
}

/** MACsec (802.1AE): of use where it only authenticates. */
export function readMacsec(cursor: Cursor): boolean {
  const { bytes, at, end } = cursor;
  if (end - at < 8) return false;
  const control = u8(bytes, at);
  const isEncrypted = (control & 0x0c) !== 0;
  const hasChannel = (control & 0x20) !== 0;
  const length = hasChannel ? 14 : 6;
  const type = u16(bytes, at + length);
  return pass(cursor, length + 2, isEncrypted ? ENCRYPTED : type);
}

/**
 * IEEE 802.2: SNAP (`aa aa 03`, an organisation, an ethertype), and IP by its own access point. Others carry no IP, and
 * stay what their access point says, which is below every ethertype.
 */
export function readLlc(cursor: Cursor): boolean {
  const { bytes, at, end } = cursor;
  if (end - at < 3) return false;
  const isSnap = end - at >= 8 && u32(bytes, at) === 0xaaaa0300;
  // Organisation 0000f8 bridges what Ethernet II carries to 802.3 (RFC 1042, 802.1H).
  if (isSnap && (u16(bytes, at + 4) === 0 || u16(bytes, at + 4) === 0x00f8)) return pass(cursor, 8, u16(bytes, at + 6));
  const isIp = u16(bytes, at) === 0x0606 && u8(bytes, at + 2) === 3;
  return pass(cursor, 3, isIp ? IP : u8(bytes, at));
}

/** Linux cooked capture, version 1: 16 bytes, the protocol in the last two. */
export function readSll(cursor: Cursor): boolean {
  return pass(cursor, 16, layerOfCooked(u16(cursor.bytes, cursor.at + 14)));
}

/** Linux cooked capture, version 2: 20 bytes, the protocol in the first two. */
export function readSll2(cursor: Cursor): boolean {
  return pass(cursor, 20, layerOfCooked(u16(cursor.bytes, cursor.at)));
}

function layerOfCooked(protocol: number): number {
  return protocol === 4 ? LLC : protocol;
}

/** No link header: the first nibble tells the version of IP. */
export function readRawIp(cursor: Cursor): boolean {
  if (cursor.end <= cursor.at) return false;
  cursor.layer = layerOfVersion(u8(cursor.bytes, cursor.at));
  return cursor.layer !== NOTHING;
}

/** BSD loopback: an address family of four bytes, in the byte order of the capturing host or of the network. */
export function readLoopback(cursor: Cursor): boolean {
  const family = u32(cursor.bytes, cursor.at);
  // All families fit into one byte, so whichever end is not zero holds it.
  return pass(cursor, 4, layerOfFamily(family > 0xff ? family >>> 24 : family));
}

/** AF_INET is 2 everywhere; AF_INET6 is 10 (Linux), 23 (Windows), 24 (NetBSD, OpenBSD), 28 (FreeBSD), 30 (macOS). */
export function layerOfFamily(family: number): number {
  if (family === 2) return IPV4;
  return family === 10 || family === 23 || family === 24 || family === 28 || family === 30 ? IPV6 : NOTHING;
}

/** The layer that begins with this byte: IP of a version, or nothing. */
export function layerOfVersion(firstByte: number): number {
  const version = firstByte >> 4;
  if (version === 4) return IPV4;
  return version === 6 ? IPV6 : NOTHING;
}
