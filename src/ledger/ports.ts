// Protocols that are told by a well-known port and a look at their first bytes: content alone would take too much for them.
import { u16, u32, u8 } from '../capture/integers.ts';
import type { Segment } from '../packet/segment.ts';
import { type ClassIndex, indexOf, type PacketClass } from './classes.ts';

/** Nobody claims the ports, or the content is something else. */
export const NOT_THAT = -1;

/** Whether bytes [start, end) are what the port says; `sent` is their number on the wire. */
type Look = (bytes: Uint8Array, start: number, end: number, sent: number) => boolean;

interface Claim {
  readonly class: PacketClass;
  readonly ports: readonly number[];
  readonly looks: Look;
}

const claims: readonly Claim[] = [
  { class: 'dns', ports: [53], looks: looksLikeDns },
  { class: 'mdns', ports: [5353], looks: looksLikeDns },
  { class: 'llmnr', ports: [5355], looks: looksLikeDns },
  { class: 'netbios', ports: [137], looks: looksLikeDns },
  // Datagram service: a message type, flags, an id (RFC 1002 §4.4.1).
  {
    class: 'netbios',
    ports: [138],
    looks: (bytes, start, end) => end - start >= 10 && isBetween(u8(bytes, start), 0x10, 0x16),
  },
  { class: 'dhcp', ports: [67, 68], looks: looksLikeDhcp },
  {
    class: 'dhcp',
    ports: [546, 547],
    looks: (bytes, start, end) => end - start >= 4 && isBetween(u8(bytes, start), 1, 36),
  },
  { class: 'tftp', ports: [69], looks: (bytes, start, end) => end - start >= 4 && isBetween(u16(bytes, start), 1, 6) },
  // Version 1 to 4 and a mode (RFC 5905 §7.3); control messages are shorter (RFC 9327).
  {
    class: 'ntp',
    ports: [123],
    looks: (bytes, start, end) => end - start >= 12 && isBetween((u8(bytes, start) >> 3) & 7, 1, 4),
  },
  { class: 'snmp', ports: [161, 162], looks: looksLikeSnmp },
  { class: 'syslog', ports: [514, 1514, 5514, 10514], looks: looksLikeSyslog },
  { class: 'radius', ports: [1645, 1646, 1812, 1813, 3799], looks: looksLikeRadius },
  { class: 'ipsec', ports: [500], looks: looksLikeIke },
  { class: 'ipsec', ports: [4500], looks: looksLikeEspInUdp },
  { class: 'ssdp', ports: [1900], looks: looksLikeSsdp },
  { class: 'mgcp', ports: [2427, 2727], looks: looksLikeMgcpResponse },
  { class: 'iax2', ports: [4569], looks: looksLikeIax2 },
  // RAS is packed too tightly to be recognized (ITU-T H.225.0 Annex H).
  { class: 'h323', ports: [1718, 1719], looks: (_bytes, start, end) => end - start >= 5 },
  // A short header (RFC 9000 §17.3): one bit is fixed, and everything else is encrypted.
  {
    class: 'quic',
    ports: [443],
    looks: (bytes, start, end) => (u8(bytes, start) & 0xc0) === 0x40 && end - start >= 21,
  },
];

const classes = claims.map((claim) => indexOf(claim.class));
/** By port: which claim, counted from 1. */
const claimed = new Uint8Array(65_536);
for (const [index, { ports }] of claims.entries()) for (const port of ports) claimed[port] = index + 1;

/** Whether one of the ports stands for a protocol that is looked for. */
export function isClaimed(sourcePort: number, destinationPort: number): boolean {
  return claimed[sourcePort] !== 0 || claimed[destinationPort] !== 0;
}

/** The class of a UDP segment on a well-known port whose content confirms it; otherwise NOT_THAT. */
export function classByPort(segment: Segment, sent: number): ClassIndex {
  const own = claimed[segment.destinationPort] ?? 0;
  const found = classOfClaim(own, segment, sent);
  const other = claimed[segment.sourcePort] ?? 0;
  return found === NOT_THAT && other !== own ? classOfClaim(other, segment, sent) : found;
}

function classOfClaim(number: number, { bytes, payloadStart, payloadEnd }: Segment, sent: number): ClassIndex {
  const claim = claims[number - 1];
  return claim?.looks(bytes, payloadStart, payloadEnd, sent) === true ? (classes[number - 1] ?? NOT_THAT) : NOT_THAT;
}

function isBetween(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}

function isDigit(code: number): boolean {
  return isBetween(code, 0x30, 0x39);
}

/** A header whose operation is defined and whose counts are those of a message that fits into a datagram (RFC 1035 §4.1.1). */
export function looksLikeDns(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < 12) return false;
  const operation = (u8(bytes, start + 2) >> 3) & 15;
  const records = u16(bytes, start + 4) + u16(bytes, start + 6) + u16(bytes, start + 8) + u16(bytes, start + 10);
  // NetBIOS registers, releases and refreshes with 5 to 8.
  return operation <= 8 && operation !== 3 && records > 0 && records < 1024;
}

/** BOOTP with the cookie of DHCP (RFC 2131 §3), or as much of it as was captured. */
function looksLikeDhcp(bytes: Uint8Array, start: number, end: number, sent: number): boolean {
  if (sent < 236 || !isBetween(u8(bytes, start), 1, 2)) return false;
  return end - start < 240 || u32(bytes, start + 236) === 0x63825363;
}

/** A BER sequence that begins with a version number (RFC 3416 §3). */
function looksLikeSnmp(bytes: Uint8Array, start: number, end: number): boolean {
  if (u8(bytes, start) !== 0x30 || end - start < 8) return false;
  const length = u8(bytes, start + 1);
  const version = start + 2 + (length < 0x80 ? 0 : length & 0x7f);
  return u16(bytes, version) === 0x0201 && u8(bytes, version + 2) <= 3;
}

/** `<34>`: a priority of one to three digits (RFC 5424 §6.2.1, RFC 3164 §4.1.1). */
function looksLikeSyslog(bytes: Uint8Array, start: number): boolean {
  if (u8(bytes, start) !== 0x3c) return false;
  let at = start + 1;
  while (at < start + 4 && isDigit(u8(bytes, at))) at++;
  return at > start + 1 && u8(bytes, at) === 0x3e;
}

/** A code that is assigned, and a length that is that of the datagram (RFC 2865 §3); padding behind it is allowed. */
function looksLikeRadius(bytes: Uint8Array, start: number, end: number, sent: number): boolean {
  const length = u16(bytes, start + 2);
  return end - start >= 20 && isBetween(u8(bytes, start), 1, 52) && length >= 20 && length <= sent;
}

/** Version 1 or 2 of IKE, and its own length (RFC 7296 §3.1). */
function looksLikeIke(bytes: Uint8Array, start: number, end: number, sent: number): boolean {
  const version = u8(bytes, start + 17) >> 4;
  return end - start >= 28 && (version === 1 || version === 2) && u32(bytes, start + 24) <= sent;
}

/** IKE behind four zeros, ESP behind an SPI, or the one byte that keeps the way open (RFC 3948 §2). */
function looksLikeEspInUdp(bytes: Uint8Array, start: number, end: number, sent: number): boolean {
  if (sent === 1) return u8(bytes, start) === 0xff;
  if (u32(bytes, start) === 0) return looksLikeIke(bytes, start + 4, end, sent - 4);
  // SPIs up to 255 are reserved, and ESP is padded to four bytes.
  return u32(bytes, start) > 255 && sent >= 20 && sent % 4 === 0;
}

/** HTTP in a datagram (UPnP Device Architecture §1). */
function looksLikeSsdp(bytes: Uint8Array, start: number): boolean {
  const letters = u32(bytes, start);
  return letters === 0x4d2d5345 /* M-SE */ || letters === 0x4e4f5449 /* NOTI */ || letters === 0x48545450; /* HTTP */
}

/** `200 1203 OK`; commands name the protocol and are recognized on any port. */
function looksLikeMgcpResponse(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < start + 3; at++) if (!isDigit(u8(bytes, at))) return false;
  return u8(bytes, start + 3) === 0x20 && end - start >= 5;
}

/** A full frame of a known type (RFC 5456 §8.1.1), or a mini frame: a call number and voice behind it (§8.1.2). */
function looksLikeIax2(bytes: Uint8Array, start: number, end: number): boolean {
  if (u8(bytes, start) < 0x80) return end - start > 4;
  return end - start >= 12 && isBetween(u8(bytes, start + 10), 1, 12);
}
