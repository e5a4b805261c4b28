// The UDP header (RFC 768) and where its payload ends.
import type { NoticeCode } from '../bytes/notice.ts';
import { u16 } from '../capture/integers.ts';
import type { IpPacket } from './ip.ts';
import { UDP, type Segment } from './segment.ts';

/**
 * Reads the UDP header at the beginning of an IP payload.
 * @returns What is wrong. With `udp-length-beyond-packet` the payload can be used nevertheless.
 */
export function readUdp(ip: IpPacket, into: Segment): NoticeCode | undefined {
  const { bytes, start, end, promisedEnd } = ip;
  if (end - start < 8) return 'udp-header-bad';
  // Length 0: a jumbogram, or left to the network card.
  const length = u16(bytes, start + 4) || promisedEnd - start;
  if (length < 8) return 'udp-header-bad';
  into.protocol = UDP;
  into.sourcePort = u16(bytes, start);
  into.destinationPort = u16(bytes, start + 2);
  into.payloadStart = start + 8;
  into.payloadEnd = Math.min(start + length, end);
  into.missing = start + length - into.payloadEnd;
  into.cut = into.missing > 0;
  into.cutBy = into.cut ? 'snaplen' : '';
  if (start + length <= promisedEnd) return undefined;
  if (end === promisedEnd) into.cutBy = 'length';
  return 'udp-length-beyond-packet';
}
