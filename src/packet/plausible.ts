// Whether bytes of which nothing says what they are can be an IP packet or an Ethernet frame: the lengths must fit.
import { u16, u8 } from '../capture/integers.ts';
import { type Cursor, IPV4, IPV6 } from './cursor.ts';

/** Whether an IP packet may begin at `at`: a version, and lengths that lie within the bytes that were on the wire. */
export function fitsIp(cursor: Cursor, at: number): boolean {
  const version = u8(cursor.bytes, at) >> 4;
  if (version === 4) return fitsIpv4(cursor, at);
  return version === 6 && fitsIpv6(cursor, at);
}

function fitsIpv4({ bytes, end, wireEnd }: Cursor, at: number): boolean {
  const headerLength = (u8(bytes, at) & 15) * 4;
  const totalLength = u16(bytes, at + 2);
  if (end - at < 20 || u8(bytes, at) >> 4 !== 4) return false;
  return headerLength >= 20 && totalLength >= headerLength && at + totalLength <= wireEnd;
}

function fitsIpv6({ bytes, end, wireEnd }: Cursor, at: number): boolean {
  return end - at >= 40 && u8(bytes, at) >> 4 === 6 && at + 40 + u16(bytes, at + 4) <= wireEnd;
}

/** Whether the network header at the cursor is IP of the version that was announced, and fits. */
export function holdsIp(cursor: Cursor): boolean {
  return cursor.layer === IPV4 ? fitsIpv4(cursor, cursor.at) : cursor.layer === IPV6 && fitsIpv6(cursor, cursor.at);
}

/** Whether an Ethernet frame begins at `at` that carries IP: two numbers and the lengths agree. */
export function holdsIpInEthernet(cursor: Cursor, at: number): boolean {
  if (cursor.end - at < 14) return false;
  const type = u16(cursor.bytes, at + 12);
  if (type === IPV4) return fitsIpv4(cursor, at + 14);
  return type === IPV6 && fitsIpv6(cursor, at + 14);
}

/** Whether an Ethernet frame may begin at `at`: with IP, with an ethertype that is known, or with its exact length. */
export function fitsEthernet(cursor: Cursor, at: number): boolean {
  if (cursor.end - at < 14) return false;
  const type = u16(cursor.bytes, at + 12);
  if (type === IPV4 || type === IPV6) return holdsIpInEthernet(cursor, at);
  return carried.has(type) || (type > 2 && at + 14 + type === cursor.wireEnd);
}

/** ARP, VLAN tags, MPLS, PPPoE, 802.1X, LLDP, backbone tags. */
const carried: ReadonlySet<number> = new Set([
  0x0806, 0x8100, 0x88a8, 0x9100, 0x9200, 0x9300, 0x8847, 0x8848, 0x8863, 0x8864, 0x888e, 0x88cc, 0x88e7,
]);
