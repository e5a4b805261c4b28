// Tunnels over UDP: known by their port, and entered only where the structure inside proves them. What does not fit to the
// last length is not a tunnel: it may be SIP, which is known by its content on any port.
import { u16, u32, u8 } from '../capture/integers.ts';
import {
  type Cursor,
  ETHERNET,
  type HeaderReader,
  IP,
  IPV4,
  IPV6,
  LINK_TYPES,
  MPLS,
  NOTHING,
  pass,
  PPP,
  SWAPPED_WIFI,
} from './cursor.ts';
import { LINK_AVS, LINK_PRISM, LINK_WIFI } from '../capture/link-types.ts';
import type { Tunnel } from './tunnels.ts';

/** A tunnel over UDP. */
export interface UdpTunnel {
  readonly name: Tunnel;
  readonly ports: readonly number[];
  /** Reads its header from the beginning of the payload; those without one carry no frame or packet of its own. */
  readonly read?: HeaderReader;
}

/** VXLAN (RFC 7348), with a policy (VXLAN-GBP) or the kind of what is inside (VXLAN-GPE). */
function readVxlan(cursor: Cursor): boolean {
  const { bytes, at, end } = cursor;
  const flags = u8(bytes, at);
  const hasPolicy = (flags & 0x80) !== 0;
  if (end - at < 8 || (flags & 0x08) === 0 || (flags & 0x73) !== 0 || u8(bytes, at + 7) !== 0) return false;
  const tellsKind = (flags & 0x04) !== 0;
  if (!hasPolicy && (u8(bytes, at + 1) !== 0 || u8(bytes, at + 2) !== 0)) return false;
  if (tellsKind) return pass(cursor, 8, kindsInVxlan[u8(bytes, at + 3)] ?? NOTHING);
  return (hasPolicy || u8(bytes, at + 3) === 0) && pass(cursor, 8, ETHERNET);
}

/** Next protocols of VXLAN-GPE (RFC 8926 §4 and its registry): IPv4, IPv6, Ethernet, then NSH, MPLS. */
const kindsInVxlan: readonly number[] = [NOTHING, IPV4, IPV6, ETHERNET, NOTHING, MPLS];

/** Geneve (RFC 8926 §3.4): version 0, options, an ethertype. */
function readGeneve(cursor: Cursor): boolean {
  const { bytes, at, end } = cursor;
  const first = u8(bytes, at);
  if (end - at < 8 || first >= 0x40 || (u8(bytes, at + 1) & 0x3f) !== 0 || u8(bytes, at + 7) !== 0) return false;
  return pass(cursor, 8 + 4 * first, u16(bytes, at + 2));
}

const GTP_USER_DATA = 0xff;
/** Longer chains of extension headers are damage. */
const MAX_GTP_EXTENSIONS = 8;

/** GTP-U version 1 (3GPP TS 29.281 §5): user data, behind its optional fields and extension headers. */
function readGtp(cursor: Cursor): boolean {
  const { bytes, at, end, wireEnd } = cursor;
  const flags = u8(bytes, at);
  const isUserData = flags >> 4 === 3 && u8(bytes, at + 1) === GTP_USER_DATA;
  if (end - at < 8 || !isUserData || at + 8 + u16(bytes, at + 2) !== wireEnd) return false;
  if ((flags & 7) === 0) return pass(cursor, 8, IP);
  cursor.at += 12;
  let next = (flags & 4) === 0 ? 0 : u8(bytes, at + 11);
  for (let extensions = 0; next !== 0; extensions++) {
    const length = 4 * u8(bytes, cursor.at);
    if (extensions === MAX_GTP_EXTENSIONS || length === 0 || cursor.at + length > end) return false;
    cursor.at += length;
    next = u8(bytes, cursor.at - 1);
  }
  return pass(cursor, 0, IP);
}

const TZSP_PADDING = 0;
const TZSP_END = 1;

/** TZSP, by which wireless sensors and MikroTik routers mirror packets: what is inside, tags, an end tag. */
function readTzsp(cursor: Cursor): boolean {
  const { bytes, at, end } = cursor;
  // Type 0: a packet that was received; 1: one to be sent. Others carry none.
  if (end - at < 5 || u8(bytes, at) !== 1 || u8(bytes, at + 1) > 1) return false;
  const layer = layersInTzsp.get(u16(bytes, at + 2));
  let tagAt = at + 4;
  while (tagAt < end && u8(bytes, tagAt) !== TZSP_END) {
    tagAt += u8(bytes, tagAt) === TZSP_PADDING ? 1 : 2 + u8(bytes, tagAt + 1);
  }
  return layer !== undefined && pass(cursor, tagAt + 1 - at, layer);
}

const layersInTzsp: ReadonlyMap<number, number> = new Map([
  [1, ETHERNET],
  [18, LINK_TYPES + LINK_WIFI],
  [119, LINK_TYPES + LINK_PRISM],
  [127, LINK_TYPES + LINK_AVS],
]);

const CAPWAP_NATIVE = 0x0100;
const CAPWAP_FRAGMENT = 0x0080;

/** CAPWAP data (RFC 5415 §4.3), between an access point and its controller: 802.11, or the 802.3 made of it. */
function readCapwap(cursor: Cursor): boolean {
  const { bytes, at, end } = cursor;
  // Version 0, not encrypted; lengths of the header in words: the five bits behind that.
  const headerBytes = 4 * (u8(bytes, at + 1) >> 3);
  const flags = u16(bytes, at + 2);
  if (end - at < 8 || u8(bytes, at) !== 0 || headerBytes < 8 || (flags & CAPWAP_FRAGMENT) !== 0) return false;
  return pass(cursor, headerBytes, (flags & CAPWAP_NATIVE) === 0 ? ETHERNET : SWAPPED_WIFI);
}

/** Teredo (RFC 4380 §5.1.1): IPv6, behind an authentication and an origin. It fills the datagram exactly. */
function readTeredo(cursor: Cursor): boolean {
  const { bytes, at } = cursor;
  if (u16(bytes, at) === 1) cursor.at += 13 + u8(bytes, at + 2) + u8(bytes, at + 3);
  if (u16(bytes, cursor.at) === 0) cursor.at += 8;
  const isWhole = cursor.at + 40 + u16(bytes, cursor.at + 4) === cursor.wireEnd;
  return isWhole && u8(bytes, cursor.at) >> 4 === 6 && pass(cursor, 0, IPV6);
}

/** L2TP version 2 (RFC 2661 §3.1): data, with PPP inside; version 3 (RFC 3931 §4.1.2.1) without cookie. */
function readL2tp(cursor: Cursor): boolean {
  const { bytes, at, end, wireEnd } = cursor;
  const flags = u16(bytes, at);
  if (end - at < 8 || (flags & 0x8000) !== 0) return false;
  if (flags === 3) return u16(bytes, at + 2) === 0 && u32(bytes, at + 4) !== 0 && pass(cursor, 8, ETHERNET);
  // Version 2; bits that have no meaning are zero.
  if ((flags & 0x34ff) !== 2) return false;
  const hasLength = (flags & 0x4000) !== 0;
  if (hasLength && at + u16(bytes, at + 2) !== wireEnd) return false;
  cursor.at += (hasLength ? 8 : 6) + ((flags & 0x0800) === 0 ? 0 : 4);
  if ((flags & 0x0200) !== 0) cursor.at += 2 + u16(bytes, cursor.at);
  return pass(cursor, 0, PPP);
}

/** Labels among which the bottom of a stack must be. */
const MAX_LABELS = 8;

/** MPLS in UDP (RFC 7510): a label stack, whose bottom must be near. */
function readMpls(cursor: Cursor): boolean {
  const { bytes, at, end } = cursor;
  for (let label = 0; label < MAX_LABELS && end - at >= 4 * label + 4; label++) {
    if ((u8(bytes, at + 4 * label + 2) & 1) === 1) return pass(cursor, 0, MPLS);
  }
  return false;
}

const udpTunnels: readonly UdpTunnel[] = [
  // 8472 was Linux' number before there was an official one; 4790 is that of VXLAN-GPE.
  { name: 'vxlan', ports: [4789, 8472, 4790], read: readVxlan },
  { name: 'geneve', ports: [6081], read: readGeneve },
  { name: 'gtp-u', ports: [2152], read: readGtp },
  { name: 'tzsp', ports: [37_008], read: readTzsp },
  { name: 'capwap', ports: [5247], read: readCapwap },
  { name: 'teredo', ports: [3544], read: readTeredo },
  { name: 'l2tp', ports: [1701], read: readL2tp },
  { name: 'mpls-in-udp', ports: [6635], read: readMpls },
  // Behind address translation (RFC 3948).
  { name: 'esp', ports: [4500] },
  // RFC 6951.
  { name: 'sctp-in-udp', ports: [9899] },
];

const byPort: ReadonlyMap<number, UdpTunnel> = new Map(
  udpTunnels.flatMap((tunnel) => tunnel.ports.map((port) => [port, tunnel] as const)),
);

/** The tunnel that a port is known by. */
export function tunnelOf(port: number): UdpTunnel | undefined {
  return byPort.get(port);
}

/** By the low byte of a port: 1 when a tunnel has such a one. Small, because it is looked at for every datagram. */
const lowBytes = Uint8Array.from({ length: 256 }, (_, low) =>
  Number([...byPort.keys()].some((port) => (port & 255) === low)),
);

/** Whether one of two ports may be that of a tunnel: nearly always not. */
export function mayBeTunnel(port: number, otherPort: number): boolean {
  return ((lowBytes[port & 255] ?? 0) | (lowBytes[otherPort & 255] ?? 0)) !== 0;
}
