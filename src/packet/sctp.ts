// The SCTP common header (RFC 9260 §3.1): ports, verification tag, checksum. What follows are chunks, for the stream room.
import type { NoticeCode } from '../bytes/notice.ts';
import { u16 } from '../capture/integers.ts';
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
  return undefined;
}
