// Link layers around an IP packet (or around a frame), as their specifications draw them: outermost last.
import { ascii, type Bytes, little16, little32, padded, u16, u32, zeros } from './numbers.ts';

const DESTINATION = [2, 0, 0x5e, 0, 0x53, 1];
const SOURCE = [2, 0, 0x5e, 0, 0x53, 2];
const STATION = [2, 0, 0x5e, 0, 0x53, 3];

export const IPV4 = 0x0800;
export const IPV6 = 0x86dd;
export const MPLS = 0x8847;
export const PPPOE = 0x8864;

/** The ethertype of an IP packet. */
export function typeOf(ip: Bytes): number {
  return (ip[0] ?? 0) >> 4 === 4 ? IPV4 : IPV6;
}

export function ethernet(payload: Bytes, type = typeOf(payload)): number[] {
  return [...DESTINATION, ...SOURCE, ...u16(type), ...payload];
}

/** An Ethernet frame whose destination begins with a nibble that looks like IP's version. */
export function ethernetTo(first: number, payload: Bytes): number[] {
  return [first, ...ethernet(payload).slice(1)];
}

/** An Ethernet frame with tags (802.1Q, and what is built the same) by their ethertypes, outermost first. */
export function tagged(types: readonly number[], payload: Bytes, type = typeOf(payload)): number[] {
  const [outermost = type] = types;
  const tags = types.flatMap((_, index) => [...u16(0x2064), ...u16(types[index + 1] ?? type)]);
  return ethernet([...tags, ...payload], outermost);
}

/** Provider backbone bridging: an I-TAG and a whole frame. */
export function backbone(frame: Bytes): number[] {
  return tagged([0x88a8], [0, 1, 2, 3, ...frame], 0x88e7);
}

/** MACsec; encrypted bytes look like anything. */
export function macsec(payload: Bytes, isEncrypted = false, type = typeOf(payload)): number[] {
  const control = 0x20 | (isEncrypted ? 0x0c : 0);
  const header = [control, 0, ...u32(7), ...DESTINATION, 0, 1];
  return ethernet([...header, ...u16(type), ...payload, ...zeros(16)], 0x88e5);
}

/** IEEE 802.2 with SNAP. */
export function snap(payload: Bytes, type = typeOf(payload)): number[] {
  return [0xaa, 0xaa, 3, 0, 0, 0, ...u16(type), ...payload];
}

/** IEEE 802.3: a length in place of the type. */
export function ethernet3(llc: Bytes): number[] {
  return ethernet(llc, llc.length);
}

export function cooked(payload: Bytes, type = typeOf(payload)): number[] {
  return [...u16(0), ...u16(1), ...u16(6), ...SOURCE, 0, 0, ...u16(type), ...payload];
}

export function cooked2(payload: Bytes, type = typeOf(payload)): number[] {
  return [...u16(type), 0, 0, ...u32(3), ...u16(1), 0, 6, ...SOURCE, 0, 0, ...payload];
}

/** BSD loopback: an address family in the byte order of a host. */
export function loopback(payload: Bytes, order: (value: number) => number[]): number[] {
  return [...order(typeOf(payload) === IPV4 ? 2 : 30), ...payload];
}

export function pppProtocol(payload: Bytes): number {
  return typeOf(payload) === IPV4 ? 0x0021 : 0x0057;
}

export function ppp(payload: Bytes, address: Bytes = [0xff, 3], protocol = pppProtocol(payload)): number[] {
  return [...address, ...u16(protocol), ...payload];
}

/** PPP whose protocol has lost its high byte. */
export function shortPpp(payload: Bytes): number[] {
  return [pppProtocol(payload), ...payload];
}

export function pppoe(payload: Bytes): number[] {
  const inside = ppp(payload, []);
  return [0x11, 0, 0, 1, ...u16(inside.length), ...inside];
}

export function ciscoHdlc(payload: Bytes): number[] {
  return [0x0f, 0, ...u16(typeOf(payload)), ...payload];
}

export function frameRelay(payload: Bytes): number[] {
  return [0x18, 0x41, 3, typeOf(payload) === IPV4 ? 0xcc : 0x8e, ...payload];
}

/** Frame Relay with SNAP. */
export function frameRelaySnap(payload: Bytes): number[] {
  return [0x18, 0x41, 3, 0, 0x80, 0, 0, 0, ...u16(typeOf(payload)), ...payload];
}

export function frameRelayCisco(payload: Bytes): number[] {
  return [0x18, 0x41, ...u16(typeOf(payload)), ...payload];
}

/** A stack of labels; only the last one has the bottom bit. */
export function labels(count: number, payload: Bytes): number[] {
  const stack = Array.from({ length: count }, (_, index) => [0, 1, 0x40 | (index === count - 1 ? 1 : 0), 64]);
  return [...stack.flat(), ...payload];
}

export interface WifiOptions {
  readonly quality?: boolean;
  readonly fourAddresses?: boolean;
  readonly htControl?: boolean;
  readonly aggregated?: boolean;
  readonly isProtected?: boolean;
  readonly isPart?: boolean;
  /** The header is padded to a multiple of four, as some drivers do. */
  readonly isPadded?: boolean;
}

/** An 802.11 data frame; its body begins with LLC, or is encrypted. */
export function wifi(body: Bytes, options: WifiOptions = {}): number[] {
  const { quality, fourAddresses, htControl, aggregated, isProtected, isPart, isPadded } = options;
  const flags =
    (fourAddresses ? 3 : 2) | (isPart ? 4 : 0) | (isProtected ? 0x40 : 0) | (quality && htControl ? 0x80 : 0);
  const header = [
    quality ? 0x88 : 0x08,
    flags,
    ...zeros(2),
    ...DESTINATION,
    ...SOURCE,
    ...STATION,
    ...little16(0x10),
    ...(fourAddresses ? STATION : []),
    ...(quality ? [aggregated ? 0x80 : 0, 0] : []),
    ...(quality && htControl ? zeros(4) : []),
  ];
  return [...(isPadded ? padded(header, 4) : header), ...body];
}

/** Several packets in one frame (A-MSDU). */
export function aggregate(bodies: readonly Bytes[]): number[] {
  return bodies.flatMap((body, index) => {
    const subframe = [...DESTINATION, ...SOURCE, ...u16(body.length), ...body];
    return index === bodies.length - 1 ? subframe : padded(subframe, 4);
  });
}

/** Radiotap with a time stamp and flags: 0x10 a checksum at the end, 0x20 a padded header, 0x40 a wrong checksum. */
export function radiotap(frame: Bytes, flags = 0): number[] {
  const fields = [...zeros(8), flags, 0, 0, 0];
  const checksum = (flags & 0x10) === 0 ? [] : [1, 2, 3, 4];
  return [0, 0, ...little16(8 + fields.length), ...little32(3), ...fields, ...frame, ...checksum];
}

/** Radiotap whose bit map goes on in a second word. */
export function radiotapOfTwoMaps(frame: Bytes): number[] {
  // The time stamp behind two maps stands at 16, the flags at 24.
  const fields = [...zeros(4), ...zeros(8), 0, 0, 0, 0];
  return [0, 0, ...little16(12 + fields.length), ...little32(0x80000003), ...little32(0), ...fields, ...frame];
}

export function prism(frame: Bytes): number[] {
  return [...little32(0x44), ...little32(144), ...zeros(136), ...frame];
}

export function avs(frame: Bytes): number[] {
  return [...u32(0x80211001), ...u32(64), ...zeros(56), ...frame];
}

export function ppi(linkType: number, frame: Bytes): number[] {
  return [0, 0, ...little16(8), ...little32(linkType), ...frame];
}

export function pflog(ip: Bytes): number[] {
  const header = [61, typeOf(ip) === IPV4 ? 2 : 24, 0, 0, ...ascii('em0'), ...zeros(54)];
  return [...padded(header, 4), ...ip];
}

export function enc(ip: Bytes): number[] {
  return [...little32(typeOf(ip) === IPV4 ? 2 : 24), ...u32(0x1000), ...little32(3), ...ip];
}

export function ipnet(ip: Bytes): number[] {
  return [1, typeOf(ip) === IPV4 ? 2 : 26, ...u16(0), ...u32(ip.length), ...u32(1), ...u32(1), ...zeros(8), ...ip];
}

export function pktap(linkType: number, frame: Bytes): number[] {
  return [...little32(108), ...little32(1), ...little32(linkType), ...padded(ascii('en0'), 24), ...zeros(72), ...frame];
}

/** Fields of a firewall log, in the byte order of a host; the packet is the last one. */
export function nflog(ip: Bytes, order: (value: number) => number[]): number[] {
  const field = (kind: number, value: Bytes): number[] =>
    padded([...order(4 + value.length), ...order(kind), ...value], 4);
  const prefix = [...ascii('INPUT'), 0];
  return [typeOf(ip) === IPV4 ? 2 : 10, 0, 0, 5, ...field(1, [8, 0, 3, 0]), ...field(10, prefix), ...field(9, ip)];
}

/** Juniper: with an extension, in which a device is named; or where the link layer had been taken off. */
export function juniper(frame: Bytes, hasLink = true): number[] {
  const extension = [1, 1, 5];
  const header = [...u32(0x4d474300 | 0x80 | (hasLink ? 0 : 2)), ...u16(extension.length), ...extension];
  return [...header, ...(hasLink ? [] : zeros(4)), ...frame];
}

/** A message without its lower layers, as Wireshark exports it. */
export function exportedPdu(message: Bytes, ends: ExportedEnds): number[] {
  const option = (number: number, value: Bytes): number[] => [...u16(number), ...u16(value.length), ...value];
  const [source, destination] = ends.source.length === 4 ? [20, 21] : [22, 23];
  return [
    ...option(12, padded(ascii('sip'), 4)),
    ...option(source ?? 0, ends.source),
    ...option(destination ?? 0, ends.destination),
    ...option(24, u32(ends.portType)),
    ...option(25, u32(ends.sourcePort)),
    ...option(26, u32(ends.destinationPort)),
    ...option(0, []),
    ...message,
  ];
}

export interface ExportedEnds {
  readonly source: Bytes;
  readonly destination: Bytes;
  readonly sourcePort: number;
  readonly destinationPort: number;
  /** Wireshark's number: 1 SCTP, 2 TCP, 3 UDP. */
  readonly portType: number;
}
