// The TCP header (RFC 9293 §3.1). UDP tells its own length; TCP payload goes on to the end of the IP packet.
import type { NoticeCode } from '../bytes/notice.ts';
import { u16, u32, u8 } from '../capture/integers.ts';
import type { IpPacket } from './ip.ts';
import { TCP, type Segment } from './segment.ts';

/** Reads the TCP header at the beginning of an IP payload; says what is wrong. */
export function readTcp(ip: IpPacket, into: Segment): NoticeCode | undefined {
  const { bytes, start, end, promisedEnd } = ip;
  if (end - start < 20) return 'tcp-header-bad';
  const headerLength = (u8(bytes, start + 12) >> 4) * 4;
  if (headerLength < 20 || headerLength > end - start) return 'tcp-header-bad';
  into.protocol = TCP;
  into.sourcePort = u16(bytes, start);
  into.destinationPort = u16(bytes, start + 2);
  into.sequence = u32(bytes, start + 4);
  into.flags = u8(bytes, start + 13);
  into.payloadStart = start + headerLength;
  into.payloadEnd = end;
  into.missing = promisedEnd - end;
  into.cut = into.missing > 0;
  into.cutBy = into.cut ? 'snaplen' : '';
  return undefined;
}
