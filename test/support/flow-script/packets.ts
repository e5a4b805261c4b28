// Payloads become Ethernet frames with right lengths and checksums: IPv4 (RFC 791) or IPv6 (RFC 8200), UDP or TCP.

/** Where a packet goes from and to. Addresses of one packet are of one family. */
export interface Route {
  readonly sourceIp: string;
  readonly sourcePort: number;
  readonly destinationIp: string;
  readonly destinationPort: number;
}

export const SYN = 2;
export const PSH = 8;
export const ACK = 16;

/** A UDP datagram in a frame of its own (no fragmentation: the recording host joined it before the capture saw it). */
export function udpFrame(route: Route, ipId: number, payload: Uint8Array): Uint8Array {
  const segment = new Uint8Array(8 + payload.length);
  const view = new DataView(segment.buffer);
  view.setUint16(0, route.sourcePort);
  view.setUint16(2, route.destinationPort);
  view.setUint16(4, segment.length);
  segment.set(payload, 8);
  // A sum of zero is sent as all ones (RFC 768).
  view.setUint16(6, transportChecksum(route, 17, segment) || 0xffff);
  return ipFrame(route, 17, ipId, segment);
}

/** A TCP segment. */
export function tcpFrame(
  route: Route,
  ipId: number,
  tcp: { readonly sequence: number; readonly acknowledged: number; readonly flags: number },
  payload: Uint8Array,
): Uint8Array {
  const segment = new Uint8Array(20 + payload.length);
  const view = new DataView(segment.buffer);
  view.setUint16(0, route.sourcePort);
  view.setUint16(2, route.destinationPort);
  view.setUint32(4, tcp.sequence);
  view.setUint32(8, tcp.acknowledged);
  view.setUint8(12, 5 << 4);
  view.setUint8(13, tcp.flags);
  view.setUint16(14, 65_535);
  segment.set(payload, 20);
  view.setUint16(16, transportChecksum(route, 6, segment));
  return ipFrame(route, 6, ipId, segment);
}

/** The first fragment of an IPv4 packet in an Ethernet frame, with so many bytes of payload (RFC 791 §3.2: in units of 8). */
export function firstFragmentOf(frame: Uint8Array, size: number): Uint8Array {
  const fragment = frame.slice(0, 34 + 8 * Math.floor(size / 8));
  const view = new DataView(fragment.buffer);
  view.setUint16(16, fragment.length - 14);
  view.setUint16(20, 0x2000);
  view.setUint16(24, 0);
  view.setUint16(24, fold(sumOf(fragment.subarray(14, 34))));
  return fragment;
}

/** Header and quote of an ICMP error together. */
const MAX_ICMP = 576 - 20;

/** An ICMP error (RFC 792, RFC 4443) to whoever sent the Ethernet frame `about`. */
export function icmpFrame(
  sourceIp: string,
  ipId: number,
  { v4, v6 }: { readonly v4: readonly [number, number]; readonly v6: readonly [number, number] },
  about: Uint8Array,
): Uint8Array {
  const isV4 = !sourceIp.includes(':');
  const [type, code] = isV4 ? v4 : v6;
  const quote = about.subarray(14, 14 + MAX_ICMP - 8);
  const message = new Uint8Array(8 + quote.length);
  message.set([type, code]);
  message.set(quote, 8);
  const sender = isV4 ? about.subarray(26, 30) : about.subarray(22, 38);
  const route = { sourceIp, sourcePort: 0, destinationIp: textOf(sender), destinationPort: 0 };
  // ICMPv6 sums over the addresses, too (RFC 4443 §2.3).
  const sum = isV4 ? fold(sumOf(message)) : transportChecksum(route, 58, message);
  new DataView(message.buffer).setUint16(2, sum);
  return ipFrame(route, isV4 ? 1 : 58, ipId, message);
}

function textOf(address: Uint8Array): string {
  if (address.length === 4) return address.join('.');
  const groups = Array.from(
    { length: 8 },
    (_, index) => ((address[2 * index] ?? 0) << 8) | (address[2 * index + 1] ?? 0),
  );
  return groups.map((group) => group.toString(16)).join(':');
}

/** An IP packet of any protocol in a frame. */
export function ipFrame(route: Route, protocol: number, ipId: number, segment: Uint8Array): Uint8Array {
  const source = addressBytes(route.sourceIp);
  const destination = addressBytes(route.destinationIp);
  if (source.length !== destination.length) {
    throw new RangeError(`${route.sourceIp} and ${route.destinationIp} are of different IP versions`);
  }
  const isV4 = source.length === 4;
  const headerLength = isV4 ? 20 : 40;
  const length = headerLength + segment.length;
  if (length > 65_535) throw new RangeError(`a message of ${segment.length} bytes does not fit into one IP packet`);
  const frame = new Uint8Array(14 + length);
  const view = new DataView(frame.buffer);
  frame.set(macOf(destination), 0);
  frame.set(macOf(source), 6);
  view.setUint16(12, isV4 ? 0x0800 : 0x86dd);
  if (isV4) {
    view.setUint16(14, 0x4500);
    view.setUint16(16, length);
    view.setUint16(18, ipId);
    view.setUint8(22, 64);
    view.setUint8(23, protocol);
    frame.set(source, 26);
    frame.set(destination, 30);
    view.setUint16(24, fold(sumOf(frame.subarray(14, 34))));
  } else {
    view.setUint32(14, 0x60000000);
    view.setUint16(18, segment.length);
    view.setUint8(20, protocol);
    view.setUint8(21, 64);
    frame.set(source, 22);
    frame.set(destination, 38);
  }
  frame.set(segment, 14 + headerLength);
  return frame;
}

/** Locally administered, and the same for the same address. */
function macOf(address: Uint8Array): Uint8Array {
  return Uint8Array.of(2, 0, ...address.subarray(-4));
}

function transportChecksum(route: Route, protocol: number, segment: Uint8Array): number {
  const addresses = sumOf(addressBytes(route.sourceIp)) + sumOf(addressBytes(route.destinationIp));
  return fold(addresses + protocol + segment.length + sumOf(segment));
}

function sumOf(bytes: Uint8Array): number {
  let sum = 0;
  for (const [index, byte] of bytes.entries()) sum += index % 2 === 0 ? byte << 8 : byte;
  return sum;
}

function fold(sum: number): number {
  let folded = sum;
  while (folded > 0xffff) folded = (folded & 0xffff) + Math.floor(folded / 0x10000);
  return ~folded & 0xffff;
}

/** The 4 or 16 bytes of an address as it is written. */
export function addressBytes(ip: string): Uint8Array {
  if (!ip.includes(':')) return Uint8Array.from(ip.split('.'), Number);
  const [head = '', tail] = ip.split('::');
  const left = groupsOf(head);
  const right = tail === undefined ? [] : groupsOf(tail);
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => 0);
  return Uint8Array.from([...left, ...zeros, ...right].flatMap((group) => [group >> 8, group & 0xff]));
}

function groupsOf(text: string): number[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
}
