// IEEE 802.11 data frames, and what capturing systems put in front of them: radiotap, Prism, AVS, PPI. Beacons and other
// frames of the network itself carry no IP; what the network encrypts stays closed.
import { u16, u32, u8 } from '../capture/integers.ts';
import { AMSDU, type Cursor, DAMAGED, ENCRYPTED, LINK_TYPES, LLC, NOTHING, pass, WIRELESS_FRAGMENT } from './cursor.ts';
import { little16, little32 } from './little-endian.ts';

// Second byte of a frame.
const TO_SYSTEM = 0x01;
const FROM_SYSTEM = 0x02;
const MORE_FRAGMENTS = 0x04;
const PROTECTED = 0x40;
const HT_CONTROL = 0x80;
// Of the first byte.
const DATA = 0x08;
const TYPE_BITS = 0x0c;
const WITHOUT_DATA = 0x40;
const QUALITY_OF_SERVICE = 0x80;
/** Of the quality-of-service field: several packets in this frame. */
const AGGREGATED = 0x80;
/** Radiotap flags. */
const CHECKSUM_AT_END = 0x10;
const HEADER_PADDED = 0x20;
const CHECKSUM_WRONG = 0x40;
const CHECKSUM_BYTES = 4;

/** An 802.11 frame. */
export function readWifi(cursor: Cursor): boolean {
  return readFrame(cursor, false);
}

function readFrame(cursor: Cursor, isPadded: boolean): boolean {
  const { bytes, at } = cursor;
  return readData(cursor, u8(bytes, at), u8(bytes, at + 1), isPadded);
}

function readData(cursor: Cursor, control: number, flags: number, isPadded: boolean): boolean {
  const { bytes, at, end } = cursor;
  if (end - at < 2) return false;
  if ((control & TYPE_BITS) !== DATA || (control & WITHOUT_DATA) !== 0) return pass(cursor, 2, NOTHING);
  const hasQuality = (control & QUALITY_OF_SERVICE) !== 0;
  const hasFourAddresses = (flags & TO_SYSTEM) !== 0 && (flags & FROM_SYSTEM) !== 0;
  const qualityAt = at + 24 + (hasFourAddresses ? 6 : 0);
  const plainLength = qualityAt - at + (hasQuality ? 2 : 0) + (hasQuality && (flags & HT_CONTROL) !== 0 ? 4 : 0);
  const length = isPadded ? (plainLength + 3) & ~3 : plainLength;
  if (length > end - at) return false;
  // What was decrypted on its way into the capture keeps its mark.
  const isOpen = (flags & PROTECTED) === 0 || isSnap(bytes, at + length, end);
  if (!isOpen) return pass(cursor, length, ENCRYPTED);
  const isPart = (u16(bytes, at + 22) & 0x0f00) !== 0 || (flags & MORE_FRAGMENTS) !== 0;
  if (isPart) return pass(cursor, length, WIRELESS_FRAGMENT);
  return pass(cursor, length, hasQuality && (u8(bytes, qualityAt) & AGGREGATED) !== 0 ? AMSDU : LLC);
}

function isSnap(bytes: Uint8Array, at: number, end: number): boolean {
  return end - at >= 8 && u32(bytes, at) === 0xaaaa0300;
}

/** An 802.11 frame in CAPWAP, of which most controllers want the two bytes of its frame control in the other order. */
export function readSwappedWifi(cursor: Cursor): boolean {
  const { bytes, at } = cursor;
  const isSwapped = (u8(bytes, at) & TYPE_BITS) !== DATA && (u8(bytes, at + 1) & TYPE_BITS) === DATA;
  return isSwapped ? readData(cursor, u8(bytes, at + 1), u8(bytes, at), false) : readWifi(cursor);
}

/** One packet of an aggregated frame: two addresses, a length, LLC; the next one begins at a multiple of four. */
export function readSubframe(cursor: Cursor): boolean {
  const { bytes, at, end, wireEnd } = cursor;
  if (end - at < 14) return false;
  const length = 14 + u16(bytes, at + 12);
  const nextAt = at + ((length + 3) & ~3);
  cursor.restAt = end - nextAt >= 14 ? nextAt : -1;
  cursor.restEnd = end;
  cursor.restWireEnd = wireEnd;
  cursor.wireEnd = Math.min(wireEnd, at + length);
  cursor.end = Math.min(end, cursor.wireEnd);
  return pass(cursor, 14, LLC);
}

/** Radiotap: its length, then fields as a bit map says; one of them tells of a checksum at the end. */
export function readRadiotap(cursor: Cursor): boolean {
  const { bytes, at, end } = cursor;
  if (end - at < 8 || u8(bytes, at) !== 0) return false;
  const length = little16(bytes, at + 2);
  if (length < 8 || length > end - at) return false;
  const flags = radiotapFlags(bytes, at, at + length);
  cursor.at += length;
  if ((flags & CHECKSUM_WRONG) !== 0) return pass(cursor, 0, DAMAGED);
  if ((flags & CHECKSUM_AT_END) !== 0) {
    cursor.wireEnd = Math.max(cursor.at, cursor.wireEnd - CHECKSUM_BYTES);
    cursor.end = Math.min(end, cursor.wireEnd);
  }
  return readFrame(cursor, (flags & HEADER_PADDED) !== 0);
}

/** The flags field: behind the bit maps, and a time stamp where there is one, aligned to its size. */
function radiotapFlags(bytes: Uint8Array, at: number, end: number): number {
  const present = little32(bytes, at + 4);
  if ((present & 2) === 0) return 0;
  let fieldAt = at + 8;
  // The highest bit of each map says that another one follows.
  while (fieldAt < end && (u8(bytes, fieldAt - 1) & 0x80) !== 0) fieldAt += 4;
  if ((present & 1) !== 0) fieldAt = at + ((fieldAt - at + 7) & ~7) + 8;
  return fieldAt < end ? u8(bytes, fieldAt) : 0;
}

/** Prism: a length in the byte order of the host. AVS, which begins with a version of its own, may be in its place. */
export function readPrism(cursor: Cursor): boolean {
  const { bytes, at } = cursor;
  if (isAvs(bytes, at)) return readAvs(cursor);
  const length = Math.min(little32(bytes, at + 4), u32(bytes, at + 4));
  return length >= 8 && length <= cursor.end - at && readBehind(cursor, length);
}

/** AVS: version 1, a length in network byte order. */
export function readAvs(cursor: Cursor): boolean {
  const { bytes, at } = cursor;
  const length = u32(bytes, at + 4);
  return isAvs(bytes, at) && length >= 8 && length <= cursor.end - at && readBehind(cursor, length);
}

function isAvs(bytes: Uint8Array, at: number): boolean {
  return u32(bytes, at) >>> 4 === 0x8021100;
}

function readBehind(cursor: Cursor, length: number): boolean {
  cursor.at += length;
  return readFrame(cursor, false);
}

/** PPI: a length and the link type of what follows, little-endian. */
export function readPpi(cursor: Cursor): boolean {
  const { bytes, at } = cursor;
  const length = little16(bytes, at + 2);
  if (cursor.end - at < 8 || u8(bytes, at) !== 0 || length < 8) return false;
  return pass(cursor, length, LINK_TYPES + (little32(bytes, at + 4) & 0xffff));
}
