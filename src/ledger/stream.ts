// What a TCP connection carries, by the first bytes of one of its segments. Nothing is allocated, and nothing here throws.
import { u16, u32, u8 } from '../capture/integers.ts';
import type { Segment } from '../packet/segment.ts';
import { looksLikeSip } from '../sip/recognize.ts';
import { signOf } from '../stream/signs.ts';
import { type ClassIndex, indexOf } from './classes.ts';
import { looksLikeDns } from './ports.ts';

/** The bytes do not tell. */
export const UNDECIDED: ClassIndex = 255;

const SIP = indexOf('sip');
const HEP = indexOf('hep');
const TLS = indexOf('tls');
const HTTP = indexOf('http');
const RTSP = indexOf('rtsp');
const SSH = indexOf('ssh');
const MSRP = indexOf('msrp');
const H323 = indexOf('h323');
const SKINNY = indexOf('skinny');
const DIAMETER = indexOf('diameter');
const DNS = indexOf('dns');

const CLIENT_HELLO = 1;
const SERVER_HELLO = 2;

/** The class of the connection that a segment with payload belongs to, or UNDECIDED. */
export function classOfStream(segment: Segment): ClassIndex {
  const { bytes, payloadStart: start, payloadEnd: end } = segment;
  if (looksLikeSip(bytes, start, end)) return SIP;
  const sign = signOf(bytes, start, end);
  if (sign === 'tls') return TLS;
  if (sign === 'hep') return HEP;
  if (sign === 'http') return HTTP;
  const letters = u32(bytes, start);
  if (letters === 0x5353482d /* SSH- */) return SSH;
  if (letters === 0x4d535250 /* MSRP */) return MSRP;
  if (letters === 0x52545350 /* RTSP */ || isRtspRequest(bytes, start, end)) return RTSP;
  if (letters >>> 16 === 0x0300 && isTpkt(segment)) return H323;
  if (isPort(segment, 2000) && isSkinny(bytes, start, end)) return SKINNY;
  if (isDiameter(bytes, start, end)) return DIAMETER;
  const isDns = isPort(segment, 53) && end - start > 14 && looksLikeDns(bytes, start + 2, end);
  return isDns ? DNS : UNDECIDED;
}

/** The port that the connection of a segment was opened to, as far as it shows: a TLS hello tells; otherwise the lower one. */
export function serverPortOf({ bytes, payloadStart, payloadEnd, sourcePort, destinationPort }: Segment): number {
  const isHandshake = payloadEnd - payloadStart > 5 && u8(bytes, payloadStart) === 0x16;
  const message = isHandshake ? u8(bytes, payloadStart + 5) : 0;
  if (message === CLIENT_HELLO) return destinationPort;
  return message === SERVER_HELLO ? sourcePort : Math.min(sourcePort, destinationPort);
}

function isPort({ sourcePort, destinationPort }: Segment, port: number): boolean {
  return sourcePort === port || destinationPort === port;
}

/** `DESCRIBE rtsp://…`: a method, and the scheme (RFC 7826 §4). */
function isRtspRequest(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  const limit = Math.min(end, start + 16);
  while (at < limit && u8(bytes, at) !== 0x20) at++;
  return at + 5 < end && u32(bytes, at + 1) === 0x72747370;
}

/** A TPKT (RFC 1006 §6) with Q.931 inside, or on the port of call signalling, where it may come in a packet of its own. */
function isTpkt(segment: Segment): boolean {
  const { bytes, payloadStart: start, payloadEnd: end, missing } = segment;
  const length = u16(bytes, start + 2);
  if (length < 4) return false;
  if (isPort(segment, 1720)) return true;
  return u8(bytes, start + 4) === 0x08 && u8(bytes, start + 5) === 2 && length <= end - start + missing;
}

/** A length and a version, both little-endian, and a message id (Skinny Client Control Protocol). */
function isSkinny(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < 12) return false;
  const length = u8(bytes, start) | (u8(bytes, start + 1) << 8);
  return (
    length >= 4 &&
    length <= 4096 &&
    u16(bytes, start + 2) === 0 &&
    u8(bytes, start + 4) < 32 &&
    u8(bytes, start + 7) === 0
  );
}

/** Version 1, a length in words, reserved flags that are zero, an application (RFC 6733 §3). */
function isDiameter(bytes: Uint8Array, start: number, end: number): boolean {
  if (u8(bytes, start) !== 1 || end - start < 20) return false;
  const length = u32(bytes, start) & 0xffffff;
  return length >= 20 && length % 4 === 0 && (u8(bytes, start + 4) & 0x0f) === 0 && u32(bytes, start + 4) << 8 !== 0;
}
