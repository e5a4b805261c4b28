// ESP with null encryption (RFC 4303, RFC 2410): authenticated only, as IMS networks protect SIP of telephones. Nothing in
// the header says so; RFC 5879 tells how it is found out: by a trailer that fits, and by what it says is inside.
import { u16, u32, u8 } from '../capture/integers.ts';
import type { Cursor } from './cursor.ts';
import type { IpPacket } from './ip.ts';
import { fitsIp } from './plausible.ts';
import { SCTP, TCP, UDP } from './segment.ts';
import { fillsChunks } from './sctp.ts';

/** SPI and sequence number. */
const HEADER_BYTES = 8;
/** Lengths of the authentication at the end, those in use first: 96 and 128 bits, then none, then the others. */
const CHECK_VALUE_BYTES = [12, 16, 0, 32, 24, 20] as const;
const IP_IN_IP = 4;
const IPV6_IN_IP = 41;

/**
 * Looks through ESP whose payload stands in [start, end) of the packet's bytes, when it is not encrypted: `ip` then is what
 * it carries. False when it is encrypted, cut off, or anything else.
 */
export function openNullEsp(ip: IpPacket, start: number, end: number, cursor: Cursor): boolean {
  if (u32(ip.bytes, start) === 0) return false;
  for (const length of CHECK_VALUE_BYTES)
    if (endsWithTrailer(ip, start + HEADER_BYTES, end - length, cursor)) return true;
  return false;
}

/** Whether padding (1, 2, 3 …), its length and a next protocol stand in front of `end`, and what they enclose is that. */
function endsWithTrailer(ip: IpPacket, start: number, end: number, cursor: Cursor): boolean {
  if (end - start < 2 + 8) return false;
  const { bytes } = ip;
  const protocol = u8(bytes, end - 1);
  const padding = u8(bytes, end - 2);
  const innerEnd = end - 2 - padding;
  if (innerEnd - start < 8) return false;
  for (let index = 0; index < padding; index++) if (u8(bytes, innerEnd + index) !== index + 1) return false;
  if (!holds(ip, protocol, start, innerEnd, cursor)) return false;
  ip.protocol = protocol;
  ip.start = start;
  ip.end = innerEnd;
  ip.promisedEnd = innerEnd;
  return true;
}

function holds(ip: IpPacket, protocol: number, start: number, end: number, cursor: Cursor): boolean {
  const { bytes } = ip;
  switch (protocol) {
    case UDP:
      return u16(bytes, start + 4) === end - start;
    case TCP:
      return end - start >= 20 && u8(bytes, start + 12) >= 0x50 && hasTcpChecksum(ip, start, end);
    case SCTP:
      return fillsChunks(bytes, start, end);
    case IP_IN_IP:
    case IPV6_IN_IP:
      cursor.bytes = bytes;
      cursor.end = end;
      cursor.wireEnd = end;
      return u8(bytes, start) >> 4 === (protocol === IP_IN_IP ? 4 : 6) && fitsIp(cursor, start);
    default:
      return false;
  }
}

/** TCP tells no length that could be compared; its checksum (RFC 9293 §3.1) proves it. */
function hasTcpChecksum({ bytes, source, destination, addressLength }: IpPacket, start: number, end: number): boolean {
  let sum = TCP + end - start;
  for (let at = 0; at < addressLength; at += 2) sum += u16(bytes, source + at) + u16(bytes, destination + at);
  for (let at = start; at + 1 < end; at += 2) sum += u16(bytes, at);
  if ((end - start) % 2 === 1) sum += u8(bytes, end - 1) << 8;
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return sum === 0xffff;
}
