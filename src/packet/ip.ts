// IPv4 (RFC 791) and IPv6 (RFC 8200) headers by offsets: between whom, which protocol, where the payload begins and ends.
import type { NoticeCode } from '../bytes/notice.ts';
import { u16, u32, u8 } from '../capture/integers.ts';

/** One IP packet by offsets. One such object per decoder, overwritten for each packet. */
export interface IpPacket {
  bytes: Uint8Array;
  source: number;
  destination: number;
  addressLength: 4 | 16;
  /** Protocol number of what begins at `start`. */
  protocol: number;
  start: number;
  /** Where the captured payload ends. */
  end: number;
  /** Where the header says that the payload ends: at least `end`. */
  promisedEnd: number;
  /** IPv4 identification; -1 for IPv6. */
  ipId: number;
  /** What fragments of one packet have in common; offset in bytes; whether more follow. */
  fragmentId: number;
  fragmentOffset: number;
  moreFragments: boolean;
}

/** An IP packet to be filled. */
export function emptyIpPacket(): IpPacket {
  return {
    bytes: new Uint8Array(0),
    source: 0,
    destination: 0,
    addressLength: 4,
    protocol: 0,
    start: 0,
    end: 0,
    promisedEnd: 0,
    ipId: -1,
    fragmentId: 0,
    fragmentOffset: 0,
    moreFragments: false,
  };
}

/** A packet that owns its bytes: addresses first, then the payload as far as it was captured. */
export function copyOfPacket(ip: IpPacket): IpPacket {
  const { bytes, source, destination, addressLength, start, end, promisedEnd } = ip;
  const own = new Uint8Array(2 * addressLength + Math.max(0, end - start));
  own.set(bytes.subarray(source, source + addressLength), 0);
  own.set(bytes.subarray(destination, destination + addressLength), addressLength);
  own.set(bytes.subarray(start, end), 2 * addressLength);
  const moved = { bytes: own, source: 0, destination: addressLength, start: 2 * addressLength, end: own.length };
  return { ...ip, ...moved, promisedEnd: 2 * addressLength + promisedEnd - start };
}

/** Makes one packet the same as another. */
export function setPacket(into: IpPacket, from: IpPacket): void {
  Object.assign(into, from);
}

/**
 * Reads the IPv4 header at `at`.
 * @param end Where the captured bytes end.
 * @param wireEnd Where the bytes on the wire ended.
 * @returns What is wrong. With `ip-length-beyond-packet` the packet can be used nevertheless.
 */
export function readIpv4(
  bytes: Uint8Array,
  at: number,
  end: number,
  wireEnd: number,
  into: IpPacket,
): NoticeCode | undefined {
  if (end - at < 20) return 'ip-header-bad';
  const first = u8(bytes, at);
  const headerLength = (first & 15) * 4;
  if (first >> 4 !== 4 || headerLength < 20 || headerLength > end - at) return 'ip-header-bad';
  // Length 0: the network card was to cut this packet into pieces (TSO), and fills the length in itself.
  const totalLength = u16(bytes, at + 2) || wireEnd - at;
  if (totalLength < headerLength) return 'ip-header-bad';
  const fragment = u16(bytes, at + 6);
  into.bytes = bytes;
  into.source = at + 12;
  into.destination = at + 16;
  into.addressLength = 4;
  into.protocol = u8(bytes, at + 9);
  into.start = at + headerLength;
  into.promisedEnd = Math.min(at + totalLength, wireEnd);
  into.end = Math.min(into.promisedEnd, end);
  into.ipId = u16(bytes, at + 4);
  into.fragmentId = into.ipId;
  into.fragmentOffset = (fragment & 0x1fff) * 8;
  into.moreFragments = (fragment & 0x2000) !== 0;
  return at + totalLength > wireEnd ? 'ip-length-beyond-packet' : undefined;
}

/** Reads the IPv6 header at `at`, without extension headers; the rest as {@link readIpv4}. */
export function readIpv6(
  bytes: Uint8Array,
  at: number,
  end: number,
  wireEnd: number,
  into: IpPacket,
): NoticeCode | undefined {
  if (end - at < 40 || u8(bytes, at) >> 4 !== 6) return 'ip-header-bad';
  // Length 0: a jumbogram (RFC 2675), or left to the network card as above.
  const totalLength = 40 + (u16(bytes, at + 4) || wireEnd - at - 40);
  into.bytes = bytes;
  into.source = at + 8;
  into.destination = at + 24;
  into.addressLength = 16;
  into.protocol = u8(bytes, at + 6);
  into.start = at + 40;
  into.promisedEnd = Math.min(at + totalLength, wireEnd);
  into.end = Math.min(into.promisedEnd, end);
  into.ipId = -1;
  into.fragmentOffset = 0;
  into.moreFragments = false;
  return at + totalLength > wireEnd ? 'ip-length-beyond-packet' : undefined;
}

/** Whether a protocol number is a header that stands in front of another one, and {@link readExtension} can pass it. */
export function isExtension(protocol: number): boolean {
  return (
    protocol === 0 || // hop-by-hop options
    protocol === 43 || // routing
    protocol === 51 || // authentication header, RFC 4302: on IPv4 too
    protocol === 60 || // destination options
    protocol === 135 || // mobility
    protocol === 139 || // host identity
    protocol === 140 // shim6
  );
}

/** Passes one extension header; false when it is cut off. */
export function readExtension(ip: IpPacket): boolean {
  if (ip.end - ip.start < 8) return false;
  const units = u8(ip.bytes, ip.start + 1);
  const length = ip.protocol === 51 ? (units + 2) * 4 : (units + 1) * 8;
  if (length > ip.end - ip.start) return false;
  ip.protocol = u8(ip.bytes, ip.start);
  ip.start += length;
  return true;
}

/** Passes the IPv6 fragment header (RFC 8200 §4.5); false when it is cut off. */
export function readFragmentHeader(ip: IpPacket): boolean {
  if (ip.end - ip.start < 8) return false;
  const fragment = u16(ip.bytes, ip.start + 2);
  ip.fragmentOffset = fragment & 0xfff8;
  ip.moreFragments = (fragment & 1) === 1;
  ip.fragmentId = u32(ip.bytes, ip.start + 4);
  ip.protocol = u8(ip.bytes, ip.start);
  ip.start += 8;
  return true;
}
