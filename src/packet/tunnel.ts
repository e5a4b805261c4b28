// GRE (RFC 2784, RFC 2890): an ethertype and a payload inside IP.
import { u16 } from '../capture/integers.ts';
import type { LinkPayload } from './link.ts';

/** GRE protocol type of a whole Ethernet frame inside. */
export const GRE_ETHERNET = 0x6558;

/** Reads the GRE header at `start`: what is inside, and where; false when it is cut off or of another version. */
export function readGre(bytes: Uint8Array, start: number, end: number, into: LinkPayload): boolean {
  if (end - start < 4) return false;
  const flags = u16(bytes, start);
  const hasChecksum = (flags & 0x8000) !== 0;
  const hasKey = (flags & 0x2000) !== 0;
  const hasSequence = (flags & 0x1000) !== 0;
  // Version 1 is PPTP; routing (0x4000) was withdrawn.
  if ((flags & 0x4007) !== 0) return false;
  into.etherType = u16(bytes, start + 2);
  into.at = start + 4 + (hasChecksum ? 4 : 0) + (hasKey ? 4 : 0) + (hasSequence ? 4 : 0);
  return into.at <= end;
}
