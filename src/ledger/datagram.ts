// What a UDP datagram is, by its content, and by its ports where content alone says too little. Asked of every datagram:
// nothing is allocated, and RTP, of which there is most, is decided by a few bytes. Nothing here throws.
import { u16, u32, u8 } from '../capture/integers.ts';
import type { Segment } from '../packet/segment.ts';
import { looksLikeSip } from '../sip/recognize.ts';
import { looksLikeHep } from '../stream/hep.ts';
import { type ClassIndex, indexOf } from './classes.ts';
import { classByPort, isClaimed, NOT_THAT } from './ports.ts';

const SIP = indexOf('sip');
const HEP = indexOf('hep');
const KEEP_ALIVE = indexOf('keepAlive');
const RTP = indexOf('rtp');
const RTCP = indexOf('rtcp');
const STUN = indexOf('stun');
const DTLS = indexOf('dtls');
const ZRTP = indexOf('zrtp');
const T38 = indexOf('t38');
const MGCP = indexOf('mgcp');
const QUIC = indexOf('quic');
const OTHER_UDP = indexOf('otherUdp');

/** The class of the datagram in a UDP segment. */
export function classOfDatagram(segment: Segment): ClassIndex {
  const { bytes, payloadStart: start, payloadEnd: end } = segment;
  if (start >= end) return segment.missing > 0 ? OTHER_UDP : KEEP_ALIVE;
  const first = u8(bytes, start);
  // No SIP begins with such a byte, and all RTP does.
  if (first < 0x80) return looksLikeSip(bytes, start, end) ? SIP : classOfOther(segment);
  const isMedia = first < 0xc0 && !isClaimed(segment.sourcePort, segment.destinationPort);
  return isMedia ? mediaAt(bytes, start, end, end - start + segment.missing) : classOfOther(segment);
}

function classOfOther(segment: Segment): ClassIndex {
  const { bytes, payloadStart: start, payloadEnd: end } = segment;
  const sent = end - start + segment.missing;
  const first = u8(bytes, start);
  if (looksLikeHep(bytes, start, end)) return HEP;
  const byPort = classByPort(segment, sent);
  if (byPort !== NOT_THAT) return byPort;
  if (first >= 0x80 && first < 0xc0) return mediaAt(bytes, start, end, sent);
  if (isStun(bytes, start, end, sent)) return STUN;
  if (isDtls(bytes, start, end, sent)) return DTLS;
  if (isQuic(bytes, start, end)) return QUIC;
  if (first === 0x10 && u32(bytes, start + 4) === ZRTP_COOKIE) return ZRTP;
  if (isMgcp(bytes, start, end)) return MGCP;
  if (isUdptl(bytes, start, end)) return T38;
  return isIdle(segment) ? KEEP_ALIVE : OTHER_UDP;
}

/**
 * RTP (RFC 3550 §5.1) or RTCP (§6.4), told apart by the payload type (RFC 5761 §4): the first header must fit into what
 * was sent.
 */
function mediaAt(bytes: Uint8Array, start: number, end: number, sent: number): ClassIndex {
  const second = u8(bytes, start + 1);
  if (second >= 192 && second < 224) {
    return end - start >= 4 && sent >= 8 && 4 * (u16(bytes, start + 2) + 1) <= sent ? RTCP : OTHER_UDP;
  }
  const type = second & 0x7f;
  if (type >= 64 && type < 96) return OTHER_UDP;
  const first = u8(bytes, start);
  let header = 12 + 4 * (first & 15);
  if ((first & 0x10) !== 0) {
    // How long the extension is may have been cut off.
    if (start + header + 4 <= end) header += 4 * u16(bytes, start + header + 2);
    header += 4;
  }
  return header <= sent ? RTP : OTHER_UDP;
}

const ZRTP_COOKIE = 0x5a525450;
const STUN_COOKIE = 0x2112a442;

/** A STUN message (RFC 8489 §5, RFC 3489 §11.1), or what a TURN server relays in a channel (RFC 8656 §12.4, RFC 5766 §11). */
function isStun(bytes: Uint8Array, start: number, end: number, sent: number): boolean {
  if (end - start < 4) return false;
  const length = u16(bytes, start + 2);
  const first = u8(bytes, start);
  if (first < 0x40) {
    if (length % 4 !== 0 || sent !== 20 + length) return false;
    return u32(bytes, start + 4) === STUN_COOKIE || isOldStun(bytes, start, end);
  }
  // Some pad the data to four bytes, as over TCP. What is relayed is media, or STUN again, or DTLS.
  const padding = sent - 4 - length;
  const inside = u8(bytes, start + 4);
  return first < 0x80 && padding >= 0 && padding < 4 && length >= 8 && (inside < 64 || (inside >= 128 && inside < 192));
}

/** STUN before it had a cookie: a binding request or its answer, made of attributes that lead exactly to the end. */
function isOldStun(bytes: Uint8Array, start: number, end: number): boolean {
  const type = u16(bytes, start);
  if (type !== 0x0001 && type !== 0x0101 && type !== 0x0111) return false;
  let at = start + 20;
  while (at < end) at += 4 + ((u16(bytes, at + 2) + 3) & ~3);
  return at === end;
}

/** A DTLS record (RFC 6347 §4.1, RFC 9147 §4 while it is not encrypted). */
function isDtls(bytes: Uint8Array, start: number, end: number, sent: number): boolean {
  const type = u8(bytes, start);
  if (type < 20 || type > 25 || end - start < 13) return false;
  const version = u16(bytes, start + 1);
  return (version === 0xfeff || version === 0xfefd) && 13 + u16(bytes, start + 11) <= sent;
}

/** A long header (RFC 9000 §17.2) of a version that is in use; short ones are told by their port. */
function isQuic(bytes: Uint8Array, start: number, end: number): boolean {
  if ((u8(bytes, start) & 0xc0) !== 0xc0 || end - start < 7) return false;
  const version = u32(bytes, start + 1);
  return version === 1 || version === 0x6b3343cf || version >>> 8 === 0xff0000 || version >>> 8 === 0x513034;
}

/** `CRCX 1204 aaln/1@rgw.example.net MGCP 1.0`: a verb of four letters, and the name of the protocol in the first line (RFC 3435 §3.2). */
function isMgcp(bytes: Uint8Array, start: number, end: number): boolean {
  if (u8(bytes, start + 4) !== 0x20) return false;
  const limit = Math.min(end, start + 256) - 5;
  for (let at = start + 5; at < limit; at++) {
    if (u8(bytes, at) === 0x0a) return false;
    if (u8(bytes, at) === 0x20 && u32(bytes, at + 1) === 0x4d474350) return true;
  }
  return false;
}

/**
 * UDPTL with T.38 inside (ITU-T T.38 §9.1): a first IFP packet that can be one, and lengths that lead exactly to the end.
 *
 *   0 sequence number │ 2 length │ 3 IFP packet … │ how errors are mended: 0 and copies, or 0x80 and parity │ …
 */
function isUdptl(bytes: Uint8Array, start: number, end: number): boolean {
  const length = u8(bytes, start + 2);
  let at = start + 3 + length;
  if (length === 0 || length >= 0x80 || at + 2 > end || !isIfp(u8(bytes, start + 3), length)) return false;
  if (u8(bytes, at) !== 0) return false;
  const copies = u8(bytes, at + 1);
  at += 2;
  for (let copy = 0; copy < copies && at < end; copy++) {
    if (u8(bytes, at) >= 0x80) return false;
    at += 1 + u8(bytes, at);
  }
  // A first packet has nothing to repeat, and is as short as chance would have it.
  return at === end && (copies > 0 || u16(bytes, start) < 8);
}

/** An indicator alone (V.21 preamble, CED …), or data with its field. */
function isIfp(first: number, length: number): boolean {
  return (first & 0xc0) === 0 ? length <= 2 : (first & 0xc0) === 0xc0 && length > 2;
}

/** Only CR, LF, NUL and SP, or a few bytes on a port of SIP: telephones send what they like (`jaK`, `hello`). */
function isIdle({ bytes, payloadStart, payloadEnd, missing, sourcePort, destinationPort }: Segment): boolean {
  if (missing > 0) return false;
  const isShort = payloadEnd - payloadStart <= MAX_SHORT_BYTES;
  if (isShort && (isSipPort(sourcePort) || isSipPort(destinationPort))) return true;
  return isBlank(bytes, payloadStart, payloadEnd);
}

/** The shortest SIP message, HEP packet or log line is longer. */
const MAX_SHORT_BYTES = 8;

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = u8(bytes, at);
    if (code !== 0x0d && code !== 0x0a && code !== 0 && code !== 0x20) return false;
  }
  return true;
}

function isSipPort(port: number): boolean {
  return port >= 5060 && port < 5100;
}
