// The SCTP common header (RFC 9260 §3.1): ports, verification tag, checksum. What follows are chunks, for the stream room.
import type { NoticeCode } from '../bytes/notice.ts';
import { u16, u8 } from '../capture/integers.ts';
import type { IpPacket } from './ip.ts';
import { SCTP, type Segment } from './segment.ts';

/** Length of the common header: the verification tag stands 8 bytes in front of `payloadStart`. */
const COMMON_HEADER_BYTES = 12;

/** Reads the SCTP common header at the beginning of an IP payload; says what is wrong. */
export function readSctp(ip: IpPacket, into: Segment): NoticeCode | undefined {
  const { bytes, start, end, promisedEnd } = ip;
  if (end - start < COMMON_HEADER_BYTES) return 'sctp-header-bad';
  into.protocol = SCTP;
  into.sourcePort = u16(bytes, start);
  into.destinationPort = u16(bytes, start + 2);
  into.payloadStart = start + COMMON_HEADER_BYTES;
  into.payloadEnd = end;
  into.missing = promisedEnd - end;
  into.cut = into.missing > 0;
  into.cutBy = into.cut ? 'snaplen' : '';
  return undefined;
}

/**
 * Whether an SCTP packet stands in [start, end): ports, a chunk of a known kind, and chunks that lead exactly to the end.
 * Asked where nothing else says so.
 */
export function fillsChunks(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < COMMON_HEADER_BYTES + 4 || u16(bytes, start) === 0 || u16(bytes, start + 2) === 0) return false;
  let at = start + COMMON_HEADER_BYTES;
  while (at + 4 <= end) {
    const length = u16(bytes, at + 2);
    if (!isChunkType(u8(bytes, at)) || length < 4 || at + length > end) return false;
    // The padding of the last chunk may be left out.
    at += Math.min((length + 3) & ~3, Math.max(length, end - at));
  }
  return at === end;
}

/** DATA to SHUTDOWN COMPLETE and AUTH; I-DATA; address changes, reconfiguration, padding; forward TSN. */
function isChunkType(type: number): boolean {
  return type <= 15 || type === 0x40 || (type >= 0x80 && type <= 0x84) || (type >= 0xc0 && type <= 0xc2);
}
