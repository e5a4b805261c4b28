// Which tunnels there are, and the two that stand directly on IP: GRE with its kin, and packets in packets.
import { u16, u32, u8 } from '../capture/integers.ts';
import { type Cursor, ETHERNET, IPV4, IPV6, IP, MPLS, PPP } from './cursor.ts';
import type { IpPacket } from './ip.ts';
import { fitsEthernet, fitsIp } from './plausible.ts';

/** Every kind of tunnel that is entered, by the name it is counted under. */
export const tunnels = [
  'ip-in-ip',
  'gre',
  'erspan',
  'ether-ip',
  'mpls-in-ip',
  'l2tp',
  'vxlan',
  'geneve',
  'gtp-u',
  'tzsp',
  'capwap',
  'teredo',
  'mpls-in-udp',
  'esp',
  'sctp-in-udp',
] as const;

/** A kind of tunnel. */
export type Tunnel = (typeof tunnels)[number];

const IP_IN_IP = 4;
const IPV6_IN_IP = 41;
const GRE = 47;
const ETHER_IP = 97;
const L2TP = 115;
const MPLS_IN_IP = 137;

/**
 * Enters what an IP packet carries, where that is another packet: the cursor then stands at its beginning.
 * @returns `undefined` when it is no tunnel, or one that is not understood.
 */
export function enterTunnel(ip: IpPacket, cursor: Cursor): Tunnel | undefined {
  switch (ip.protocol) {
    case IP_IN_IP:
      return stand(ip, cursor, 0, IPV4) ? 'ip-in-ip' : undefined;
    case IPV6_IN_IP:
      return stand(ip, cursor, 0, IPV6) ? 'ip-in-ip' : undefined;
    case GRE:
      return enterGre(ip, cursor);
    case ETHER_IP:
      // RFC 3378: version 3, and twelve bits of nothing.
      return u8(ip.bytes, ip.start) >> 4 === 3 && stand(ip, cursor, 2, ETHERNET) ? 'ether-ip' : undefined;
    case L2TP:
      return enterL2tp(ip, cursor);
    case MPLS_IN_IP:
      return stand(ip, cursor, 0, MPLS) ? 'mpls-in-ip' : undefined;
    default:
      return undefined;
  }
}

/** Puts the cursor so many bytes into the payload of an IP packet; false when there are no so many. */
function stand(ip: IpPacket, cursor: Cursor, offset: number, layer: number): boolean {
  cursor.bytes = ip.bytes;
  cursor.layer = layer;
  cursor.at = ip.start + offset;
  cursor.end = ip.end;
  cursor.wireEnd = ip.promisedEnd;
  return cursor.at <= cursor.end;
}

const ERSPAN = 0x88be;
const ERSPAN_III = 0x22eb;

/** GRE (RFC 2784, RFC 2890), its enhanced version for PPTP (RFC 2637), and what mirrors ports over it. */
function enterGre(ip: IpPacket, cursor: Cursor): Tunnel | undefined {
  const { bytes, start, end } = ip;
  if (end - start < 4) return undefined;
  const flags = u16(bytes, start);
  const version = flags & 7;
  // Source routes (0x4000) were withdrawn.
  if (version > 1 || (flags & 0x4000) !== 0) return undefined;
  const hasChecksum = (flags & 0x8000) !== 0;
  const hasKey = (flags & 0x2000) !== 0;
  const hasSequence = (flags & 0x1000) !== 0;
  const hasAcknowledgement = version === 1 && (flags & 0x0080) !== 0;
  // Without a number of its own such a packet only acknowledges.
  if (version === 1 && !hasSequence) return undefined;
  const words = Number(hasChecksum) + Number(hasKey) + Number(hasSequence) + Number(hasAcknowledgement);
  const type = u16(bytes, start + 2);
  if (!stand(ip, cursor, 4 + 4 * words, type)) return undefined;
  if (type === ERSPAN) return enterErspan(cursor, hasSequence) ? 'erspan' : undefined;
  if (type === ERSPAN_III) return enterErspan3(cursor) ? 'erspan' : undefined;
  return 'gre';
}

/** Type I has no header, and its GRE no sequence number; the 8 bytes of type II begin with version 1. */
function enterErspan(cursor: Cursor, hasSequence: boolean): boolean {
  const isSecond = u8(cursor.bytes, cursor.at) >> 4 === 1;
  const hasHeader = isSecond && (hasSequence || !fitsEthernet(cursor, cursor.at));
  cursor.at += hasHeader ? 8 : 0;
  cursor.layer = ETHERNET;
  return cursor.at <= cursor.end;
}

/** Type III: 12 bytes, 8 more where the last bit says so; a frame type of 0 is Ethernet, 2 is IP. */
function enterErspan3(cursor: Cursor): boolean {
  if (cursor.end - cursor.at < 12) return false;
  const last = u16(cursor.bytes, cursor.at + 10);
  const frameType = (last >> 10) & 0x1f;
  if (frameType !== 0 && frameType !== 2) return false;
  cursor.at += (last & 1) === 1 ? 20 : 12;
  cursor.layer = frameType === 0 ? ETHERNET : IP;
  return cursor.at <= cursor.end;
}

/**
 * L2TP version 3 over IP (RFC 3931 §4.1.1): a session, then a cookie and a sublayer that only the two ends know the length
 * of: what lies behind must fit. Session 0 is control.
 */
function enterL2tp(ip: IpPacket, cursor: Cursor): Tunnel | undefined {
  if (!stand(ip, cursor, 4, ETHERNET) || u32(ip.bytes, ip.start) === 0) return undefined;
  for (let offset = 4; offset <= 16; offset += 4) {
    const at = ip.start + offset;
    if (fitsEthernet(cursor, at)) return stand(ip, cursor, offset, ETHERNET) ? 'l2tp' : undefined;
    const isPpp = u32(ip.bytes, at) === 0xff030021 || u32(ip.bytes, at) === 0xff030057;
    if (isPpp && fitsIp(cursor, at + 4)) return stand(ip, cursor, offset, PPP) ? 'l2tp' : undefined;
  }
  return undefined;
}
