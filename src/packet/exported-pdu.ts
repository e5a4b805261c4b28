// What Wireshark exports without its lower layers (LINKTYPE_WIRESHARK_UPPER_PDU): tags tell between whom a message
// travelled, and the message follows as a whole. It is handed on as a datagram.
import { u16, u32 } from '../capture/integers.ts';
import type { Cursor } from './cursor.ts';
import { SCTP, TCP, UDP, type Segment } from './segment.ts';

const END = 0;
const IPV4_SOURCE = 20;
const IPV4_DESTINATION = 21;
const IPV6_SOURCE = 22;
const IPV6_DESTINATION = 23;
const PORT_TYPE = 24;
const SOURCE_PORT = 25;
const DESTINATION_PORT = 26;

/** Wireshark's numbers of port types. */
const protocols: ReadonlyMap<number, number> = new Map([
  [1, SCTP],
  [2, TCP],
  [3, UDP],
]);

/**
 * Reads the tags at the cursor.
 * @returns Whether the tags are sound and name both addresses.
 */
export function readExportedPdu({ bytes, at, end, wireEnd }: Cursor, into: Segment): boolean {
  into.bytes = bytes;
  into.sourceAddress = -1;
  into.destinationAddress = -1;
  into.ipId = -1;
  into.protocol = UDP;
  into.sentOver = UDP;
  into.sourcePort = 0;
  into.destinationPort = 0;
  for (let tagAt = at; end - tagAt >= 4;) {
    const tag = u16(bytes, tagAt);
    const valueAt = tagAt + 4;
    if (tag === END) {
      into.payloadStart = valueAt;
      into.payloadEnd = end;
      into.missing = wireEnd - end;
      into.cut = into.missing > 0;
      into.cutBy = into.cut ? 'snaplen' : '';
      return into.sourceAddress >= 0 && into.destinationAddress >= 0;
    }
    // Values are padded to words, and some of the padding was left out of the length.
    const length = (u16(bytes, tagAt + 2) + 3) & ~3;
    if (length > end - valueAt) return false;
    readTag(bytes, tag, valueAt, into);
    tagAt = valueAt + length;
  }
  return false;
}

function readTag(bytes: Uint8Array, tag: number, at: number, into: Segment): void {
  if (tag === IPV4_SOURCE || tag === IPV6_SOURCE) into.sourceAddress = at;
  else if (tag === IPV4_DESTINATION || tag === IPV6_DESTINATION) into.destinationAddress = at;
  else if (tag === PORT_TYPE) into.sentOver = protocols.get(u32(bytes, at)) ?? UDP;
  else if (tag === SOURCE_PORT) into.sourcePort = u32(bytes, at) & 0xffff;
  else if (tag === DESTINATION_PORT) into.destinationPort = u32(bytes, at) & 0xffff;
  if (tag >= IPV4_SOURCE && tag <= IPV6_DESTINATION) into.addressLength = tag < IPV6_SOURCE ? 4 : 16;
}
