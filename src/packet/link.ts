// The link layer: which network protocol a frame carries, and where its header begins. One reader per LINKTYPE_; VLAN tags,
// MPLS labels and PPPoE, which stand between any of them and IP, are looked through in one place.
import { u16, u32, u8 } from '../capture/integers.ts';

export const ETHERTYPE_IPV4 = 0x0800;
export const ETHERTYPE_IPV6 = 0x86dd;

/** Tags and labels in front of one IP header; more is damage or an attack. */
const MAX_TAGS = 8;

/** Where a link reader leaves its answer. */
export interface LinkPayload {
  /** Ethertype of what follows; 0 for anything that has none. */
  etherType: number;
  /** Where it begins. */
  at: number;
}

/** Reads the link header at `start`; false when it is cut off or contradicts itself. */
export type LinkReader = (bytes: Uint8Array, start: number, end: number, into: LinkPayload) => boolean;

/** Ethernet II, IEEE 802.3 with SNAP, and every tag that follows. */
export function readEthernet(bytes: Uint8Array, start: number, end: number, into: LinkPayload): boolean {
  if (end - start < 14) return false;
  into.etherType = u16(bytes, start + 12);
  into.at = start + 14;
  if (into.etherType === ETHERTYPE_IPV4) return true;
  if (into.etherType < 0x0600) readSnap(bytes, end, into);
  return readTags(bytes, end, into);
}

/** IEEE 802.2 SNAP: `aa aa 03`, an organisation code, an ethertype. Other 802.2 frames carry no IP. */
function readSnap(bytes: Uint8Array, end: number, into: LinkPayload): void {
  const isSnap = end - into.at >= 8 && u32(bytes, into.at) === 0xaaaa0300 && u16(bytes, into.at + 4) === 0;
  into.etherType = isSnap ? u16(bytes, into.at + 6) : 0;
  into.at += isSnap ? 8 : 0;
}

/** Looks through VLAN tags (802.1Q, 802.1ad, the older 0x9100), MPLS label stacks and PPPoE sessions. */
function readTags(bytes: Uint8Array, end: number, into: LinkPayload): boolean {
  for (let tags = 0; tags <= MAX_TAGS; tags++) {
    switch (into.etherType) {
      case 0x8100:
      case 0x88a8:
      case 0x9100:
        if (end - into.at < 4) return false;
        into.etherType = u16(bytes, into.at + 2);
        into.at += 4;
        break;
      case 0x8847:
      case 0x8848:
        if (end - into.at < 4) return false;
        // The lowest bit of the third byte marks the bottom of the stack; what follows has no type but its first nibble.
        if ((u8(bytes, into.at + 2) & 1) === 1) into.etherType = etherTypeOfVersion(u8(bytes, into.at + 4));
        into.at += 4;
        break;
      case 0x8864:
        if (end - into.at < 8) return false;
        into.etherType = etherTypeOfPpp(u16(bytes, into.at + 6));
        into.at += 8;
        break;
      default:
        return true;
    }
  }
  return false;
}

/** Linux cooked capture, version 1: 16 bytes, the protocol in the last two. */
export function readSll(bytes: Uint8Array, start: number, end: number, into: LinkPayload): boolean {
  if (end - start < 16) return false;
  into.etherType = u16(bytes, start + 14);
  into.at = start + 16;
  return readTags(bytes, end, into);
}

/** Linux cooked capture, version 2: 20 bytes, the protocol in the first two. */
export function readSll2(bytes: Uint8Array, start: number, end: number, into: LinkPayload): boolean {
  if (end - start < 20) return false;
  into.etherType = u16(bytes, start);
  into.at = start + 20;
  return readTags(bytes, end, into);
}

/** No link header: the first nibble tells the version of IP. */
export function readRawIp(bytes: Uint8Array, start: number, end: number, into: LinkPayload): boolean {
  if (end <= start) return false;
  into.etherType = etherTypeOfVersion(u8(bytes, start));
  into.at = start;
  return into.etherType !== 0;
}

/** BSD loopback: an address family of four bytes, in the byte order of the capturing host or of the network. */
export function readLoopback(bytes: Uint8Array, start: number, end: number, into: LinkPayload): boolean {
  if (end - start < 4) return false;
  const family = u32(bytes, start);
  // All families fit into one byte, so whichever end is not zero holds it.
  into.etherType = etherTypeOfFamily(family > 0xff ? family >>> 24 : family);
  into.at = start + 4;
  return true;
}

/** AF_INET is 2 everywhere; AF_INET6 is 10 (Linux), 23 (Windows), 24 (NetBSD, OpenBSD), 28 (FreeBSD), 30 (macOS). */
function etherTypeOfFamily(family: number): number {
  if (family === 2) return ETHERTYPE_IPV4;
  return family === 10 || family === 23 || family === 24 || family === 28 || family === 30 ? ETHERTYPE_IPV6 : 0;
}

/** The ethertype of the IP header that begins with this byte; 0 when it is none. */
export function etherTypeOfVersion(firstByte: number): number {
  const version = firstByte >> 4;
  if (version === 4) return ETHERTYPE_IPV4;
  return version === 6 ? ETHERTYPE_IPV6 : 0;
}

/** The ethertype that a PPP protocol number stands for; 0 when it is not IP. */
export function etherTypeOfPpp(protocol: number): number {
  if (protocol === 0x0021) return ETHERTYPE_IPV4;
  return protocol === 0x0057 ? ETHERTYPE_IPV6 : 0;
}
