// Tunnels around an IP packet or an Ethernet frame, as their specifications draw them. Outer addresses are others than
// those of any call, so that a packet which was not looked through shows.
import { labels, ppp, typeOf } from './links.ts';
import { ascii, type Bytes, checksum, u16, u32, zeros } from './numbers.ts';

const OUTER4 = [203, 0, 113, 1];
const OUTER4_TO = [203, 0, 113, 2];
const OUTER6 = [0x20, 0x01, 0x0d, 0xb8, 0xff, ...zeros(10), 1];
const OUTER6_TO = [0x20, 0x01, 0x0d, 0xb8, 0xff, ...zeros(10), 2];

/** An outer IPv4 header. */
export function over4(protocol: number, payload: Bytes, id = 0x7777): number[] {
  const header = [0x45, 0, ...u16(20 + payload.length), ...u16(id), 0, 0, 64, protocol];
  const sum = checksum([...header, 0, 0, ...OUTER4, ...OUTER4_TO]);
  return [...header, ...u16(sum), ...OUTER4, ...OUTER4_TO, ...payload];
}

/** An outer IPv6 header. */
export function over6(protocol: number, payload: Bytes): number[] {
  return [0x60, 0, 0, 0, ...u16(payload.length), protocol, 64, ...OUTER6, ...OUTER6_TO, ...payload];
}

/** An outer UDP header in IPv4. */
export function overUdp(port: number, payload: Bytes, sourcePort = 50_000): number[] {
  return over4(17, [...u16(sourcePort), ...u16(port), ...u16(8 + payload.length), 0, 0, ...payload]);
}

/** The protocol number of IP in IP. */
export function ipInIp(ip: Bytes): number {
  return typeOf(ip) === 0x0800 ? 4 : 41;
}

/** GRE with its optional words: 0x8000 checksum, 0x2000 key, 0x1000 sequence. */
export function gre(type: number, payload: Bytes, flags = 0): number[] {
  const words = [0x8000, 0x2000, 0x1000].filter((flag) => (flags & flag) !== 0);
  return over4(47, [...u16(flags), ...u16(type), ...words.flatMap(() => u32(5)), ...payload]);
}

/** PPTP's GRE: version 1, key, sequence, acknowledgement. */
export function pptp(ip: Bytes): number[] {
  const inside = ppp(ip);
  return over4(47, [...u16(0x3081), ...u16(0x880b), ...u16(inside.length), 0, 1, ...u32(5), ...u32(4), ...inside]);
}

/** ERSPAN of a type; the third one with its subheader or without. */
export function erspan(type: 1 | 2 | 3, frame: Bytes, hasSubheader = false): number[] {
  if (type === 1) return gre(0x88be, frame);
  if (type === 2) return gre(0x88be, [0x10, 0x64, 0, 1, 0, 0, 0, 7, ...frame], 0x1000);
  const header = [0x20, 0x64, 0, 1, ...u32(99), 0, 0, 0, hasSubheader ? 1 : 0];
  return gre(0x22eb, [...header, ...(hasSubheader ? zeros(8) : []), ...frame], 0x1000);
}

export function etherIp(frame: Bytes): number[] {
  return over4(97, [0x30, 0, ...frame]);
}

export function vxlan(frame: Bytes, port = 4789): number[] {
  return overUdp(port, [8, 0, 0, 0, 0, 0, 42, 0, ...frame]);
}

/** VXLAN with a group policy. */
export function vxlanWithPolicy(frame: Bytes): number[] {
  return overUdp(4789, [0x88, 0x40, 0, 9, 0, 0, 42, 0, ...frame]);
}

/** VXLAN-GPE: 1 IPv4, 2 IPv6, 3 Ethernet. */
export function vxlanGpe(kind: number, payload: Bytes): number[] {
  return overUdp(4790, [0x0c, 0, 0, kind, 0, 0, 42, 0, ...payload]);
}

/** Geneve with options in words. */
export function geneve(type: number, payload: Bytes, options: Bytes = []): number[] {
  return overUdp(6081, [options.length / 4, 0, ...u16(type), 0, 0, 42, 0, ...options, ...payload]);
}

export function gtp(ip: Bytes): number[] {
  return overUdp(2152, [0x30, 0xff, ...u16(ip.length), ...u32(0xcafe), ...ip], 2152);
}

/** GTP-U with a sequence number, and the extension header of 5G. */
export function gtpWithExtension(ip: Bytes): number[] {
  const optional = [0, 9, 0, 0x85, 1, 0, 5, 0];
  return overUdp(2152, [0x36, 0xff, ...u16(optional.length + ip.length), ...u32(0xcafe), ...optional, ...ip], 2152);
}

/** TZSP: 1 Ethernet, 18 802.11. */
export function tzsp(kind: number, frame: Bytes, tags: Bytes = []): number[] {
  return overUdp(37_008, [1, 0, ...u16(kind), ...tags, 1, ...frame]);
}

/** CAPWAP data, with 802.11 (its frame control in either order) or 802.3. */
export function capwap(frame: Bytes, isNative: boolean, radio: Bytes = []): number[] {
  const words = 2 + radio.length / 4;
  const flags = (1 << 9) | (isNative ? 0x0100 : 0) | (radio.length > 0 ? 0x0010 : 0);
  return overUdp(5247, [0, words << 3, ...u16(flags), 0, 0, 0, 0, ...radio, ...frame]);
}

/** Teredo, with an authentication and an origin in front, or plain. */
export function teredo(ip: Bytes, isIntroduced = false): number[] {
  const authentication = [0, 1, 0, 0, ...zeros(8), 0];
  const origin = [0, 0, ...u16(0x1234), ...u32(0x34ff8efe)];
  return overUdp(3544, [...(isIntroduced ? [...authentication, ...origin] : []), ...ip]);
}

/** L2TP data: plain, or with length, sequence numbers and an offset. */
export function l2tp(ip: Bytes, isFull = false): number[] {
  const inside = ppp(ip);
  if (!isFull) return overUdp(1701, [...u16(0x0002), 0, 1, 0, 2, ...inside], 1701);
  const rest = [0, 1, 0, 2, 0, 3, 0, 4, ...u16(2), 0, 0, ...inside];
  return overUdp(1701, [...u16(0x4a02), ...u16(4 + rest.length), ...rest], 1701);
}

/** L2TP version 3 on IP, with a cookie. */
export function l2tp3(frame: Bytes, cookie: Bytes): number[] {
  return over4(115, [...u32(0xabcd), ...cookie, ...frame]);
}

/** L2TP version 3 in UDP. */
export function l2tp3InUdp(frame: Bytes): number[] {
  return overUdp(1701, [...u16(3), 0, 0, ...u32(0xabcd), ...frame], 1701);
}

export function mplsInIp(ip: Bytes): number[] {
  return over4(137, labels(1, ip));
}

export function mplsInUdp(ip: Bytes): number[] {
  return overUdp(6635, labels(2, ip));
}

/** ESP without encryption: header, payload, padding, next protocol, a check value of some length. */
export function nullEsp(protocol: number, payload: Bytes, checkValueLength = 12): number[] {
  const padding = (4 - ((payload.length + 2) % 4)) % 4;
  const trailer = [...Array.from({ length: padding }, (_, index) => index + 1), padding, protocol];
  const checkValue = Array.from({ length: checkValueLength }, (_, index) => (index * 37 + 101) & 255);
  return [...u32(0xc0ffee01), ...u32(1), ...payload, ...trailer, ...checkValue];
}

/** The same IP header in front of another payload, of another protocol. */
export function withPayload(ip: Bytes, protocol: number, payload: Bytes): number[] {
  if (typeOf(ip) !== 0x0800)
    return [...ip.slice(0, 4), ...u16(payload.length), protocol, ...ip.slice(7, 40), ...payload];
  const header = [
    ...ip.slice(0, 2),
    ...u16(20 + payload.length),
    ...ip.slice(4, 9),
    protocol,
    0,
    0,
    ...ip.slice(12, 20),
  ];
  const sum = checksum(header);
  return [...header.slice(0, 10), ...u16(sum), ...header.slice(12), ...payload];
}

/** Protocol number and payload of an IP packet without options. */
export function payloadOf(ip: Bytes): { readonly protocol: number; readonly payload: Bytes } {
  const isV4 = typeOf(ip) === 0x0800;
  return { protocol: ip[isV4 ? 9 : 6] ?? 0, payload: ip.slice(isV4 ? 20 : 40) };
}

/** Transport mode: the packet's own addresses, its payload in ESP. */
export function inNullEsp(ip: Bytes, checkValueLength = 12): number[] {
  const { protocol, payload } = payloadOf(ip);
  return withPayload(ip, 50, nullEsp(protocol, payload, checkValueLength));
}

/** An authentication header in front of the payload. */
export function authenticated(ip: Bytes): number[] {
  const { protocol, payload } = payloadOf(ip);
  return withPayload(ip, 51, [protocol, 4, 0, 0, ...u32(1), ...u32(1), ...ascii('123456789012'), ...payload]);
}
