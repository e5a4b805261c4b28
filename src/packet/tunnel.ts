// GRE (RFC 2784, RFC 2890) and its enhanced version for PPTP (RFC 2637): an ethertype and a payload inside IP.
import { u16, u8 } from '../capture/integers.ts';
import { etherTypeOfPpp, type LinkPayload } from './link.ts';

/** GRE protocol type of a whole Ethernet frame inside. */
export const GRE_ETHERNET = 0x6558;
const GRE_PPP = 0x880b;

/** Reads the GRE header at `start`: what is inside, and where; false when it is cut off or of another version. */
export function readGre(bytes: Uint8Array, start: number, end: number, into: LinkPayload): boolean {
  if (end - start < 4) return false;
  const flags = u16(bytes, start);
  const version = flags & 7;
  // Source routes (0x4000) were withdrawn.
  if (version > 1 || (flags & 0x4000) !== 0) return false;
  const hasChecksum = (flags & 0x8000) !== 0;
  const hasKey = (flags & 0x2000) !== 0;
  const hasSequence = (flags & 0x1000) !== 0;
  const hasAcknowledgement = version === 1 && (flags & 0x0080) !== 0;
  into.etherType = u16(bytes, start + 2);
  into.at = start + 4 + 4 * (Number(hasChecksum) + Number(hasKey) + Number(hasSequence) + Number(hasAcknowledgement));
  if (into.at > end) return false;
  return into.etherType !== GRE_PPP || readPpp(bytes, end, into);
}

/** PPP in a tunnel: address and control bytes may be left out, and so may the high byte of the protocol (RFC 1661 §6). */
function readPpp(bytes: Uint8Array, end: number, into: LinkPayload): boolean {
  if (u16(bytes, into.at) === 0xff03) into.at += 2;
  const isShort = (u8(bytes, into.at) & 1) === 1;
  into.etherType = etherTypeOfPpp(isShort ? u8(bytes, into.at) : u16(bytes, into.at));
  into.at += isShort ? 1 : 2;
  return into.at <= end;
}
