// Point-to-point links: PPP (RFC 1661, RFC 1662), PPPoE (RFC 2516), Cisco HDLC, Frame Relay (RFC 2427).
import { u16, u8 } from '../capture/integers.ts';
import { type Cursor, IPV4, IPV6, MPLS, NOTHING, pass, PPP } from './cursor.ts';

/** PPP: address and control bytes may be left out, and so may the high byte of the protocol (RFC 1661 §6). */
export function readPpp(cursor: Cursor): boolean {
  if (isAddressed(u16(cursor.bytes, cursor.at))) cursor.at += 2;
  const first = u8(cursor.bytes, cursor.at);
  const isShort = (first & 1) === 1;
  const protocol = isShort ? first : u16(cursor.bytes, cursor.at);
  return pass(cursor, isShort ? 1 : 2, layerOfPpp(protocol));
}

/** All stations (`ff`), or in its place the direction that a capture tells of: received `00`, sent `01`. Then `03`. */
function isAddressed(word: number): boolean {
  return word === 0xff03 || word === 0x0003 || word === 0x0103;
}

function layerOfPpp(protocol: number): number {
  if (protocol === 0x0021) return IPV4;
  if (protocol === 0x0057) return IPV6;
  return protocol === 0x0281 || protocol === 0x0283 ? MPLS : NOTHING;
}

/** A PPPoE session: six bytes, then PPP without address and control. */
export function readPppoe(cursor: Cursor): boolean {
  const { bytes, at } = cursor;
  if (cursor.end - at < 8 || u8(bytes, at) !== 0x11) return false;
  // Code 0 is session data; what is discovered has a type of its own.
  return pass(cursor, 6, u8(bytes, at + 1) === 0 ? PPP : NOTHING);
}

/** A serial line: Cisco HDLC where its address says so, PPP otherwise. */
export function readHdlcLine(cursor: Cursor): boolean {
  const address = u8(cursor.bytes, cursor.at);
  return address === 0x0f || address === 0x8f ? readCiscoHdlc(cursor) : readPpp(cursor);
}

/** Cisco HDLC: address, control, an ethertype. */
export function readCiscoHdlc(cursor: Cursor): boolean {
  return pass(cursor, 4, u16(cursor.bytes, cursor.at + 2));
}

/** Reads what follows one byte that tells the direction. */
export function behindDirection(read: (cursor: Cursor) => boolean): (cursor: Cursor) => boolean {
  return (cursor) => {
    cursor.at += 1;
    return read(cursor);
  };
}

/** Frame Relay: an address whose last byte is odd, then a network protocol (RFC 2427), or an ethertype as Cisco does it. */
export function readFrameRelay(cursor: Cursor): boolean {
  const { bytes, at, end } = cursor;
  let length = 1;
  while (length < 5 && at + length <= end && (u8(bytes, at + length - 1) & 1) === 0) length++;
  if (length < 2 || length > 4 || end - at < length + 2) return false;
  cursor.at += length;
  return u8(bytes, cursor.at) === 3 ? readNetworkProtocol(cursor) : pass(cursor, 2, u16(bytes, cursor.at));
}

/** Behind the control byte: a number of ISO/IEC TR 9577, after a zero where that makes the length even. */
function readNetworkProtocol(cursor: Cursor): boolean {
  const isPadded = u8(cursor.bytes, cursor.at + 1) === 0;
  const identifier = u8(cursor.bytes, cursor.at + (isPadded ? 2 : 1));
  const length = isPadded ? 3 : 2;
  if (identifier === 0xcc) return pass(cursor, length, IPV4);
  if (identifier === 0x8e) return pass(cursor, length, IPV6);
  // SNAP without the LLC in front of it: organisation and ethertype.
  if (identifier === 0x80) return pass(cursor, length + 5, u16(cursor.bytes, cursor.at + length + 3));
  return pass(cursor, length, NOTHING);
}
