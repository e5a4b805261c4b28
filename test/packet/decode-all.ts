// Decodes packets out of byte arrays and keeps what came out.
import type { NoticeCode } from '../../src/bytes/notice.ts';
import { createDecoder, type Decoder } from '../../src/packet/decode.ts';
import { endpointOf } from '../../src/packet/endpoint.ts';
import { FragmentTable } from '../../src/packet/fragments.ts';
import type { IcmpError } from '../../src/packet/icmp.ts';
import type { CutBy, FramePlace, Segment } from '../../src/packet/segment.ts';

export interface OwnedSegment {
  readonly frame: number;
  readonly timeUs: number;
  readonly protocol: number;
  readonly source: string;
  readonly destination: string;
  readonly payload: string;
  readonly cut: boolean;
  readonly missing: number;
  readonly ipId: number;
  readonly cutBy: CutBy;
  readonly fragments: readonly FramePlace[];
}

export interface Packet {
  readonly bytes: readonly number[];
  readonly linkType?: number;
  readonly timeUs?: number;
  /** How many bytes of it were captured; all when absent. */
  readonly captured?: number;
}

export interface DecodeResult {
  readonly segments: readonly OwnedSegment[];
  readonly notes: readonly NoticeCode[];
  readonly errors: readonly IcmpError[];
  readonly decoder: Decoder;
}

export function decodeAll(packets: readonly Packet[]): DecodeResult {
  const segments: OwnedSegment[] = [];
  const notes: NoticeCode[] = [];
  const fragments = new FragmentTable((code) => void notes.push(code));
  const errors: IcmpError[] = [];
  const onIcmp = (error: IcmpError): void => void errors.push({ ...error, bytes: error.bytes.slice() });
  const decoder = createDecoder((code) => void notes.push(code), fragments, { onIcmp });
  for (const [index, { bytes, linkType = 1, timeUs = 0, captured = bytes.length }] of packets.entries()) {
    // Other bytes stand around the packet, as in a read chunk.
    const chunk = Uint8Array.from([0x45, 0x45, 0x45, ...bytes.slice(0, captured), 0x45, 0x45, 0x45]);
    const frame = { number: index + 1, timeUs, nanos: 0, linkType, bytes: chunk, start: 3, end: chunk.length - 3 };
    if (decoder.decode({ ...frame, wireLength: bytes.length })) segments.push(owned(decoder.segment));
    while (decoder.hasMore) if (decoder.decodeNext()) segments.push(owned(decoder.segment));
  }
  for (let group = fragments.takeUnfinished(Infinity); group; group = fragments.takeUnfinished(Infinity)) {
    if (decoder.decodeUnfinished(group)) segments.push(owned(decoder.segment));
  }
  return { segments, notes, errors, decoder };
}

export function decodeOne(bytes: readonly number[], linkType = 1, captured = bytes.length): DecodeResult {
  return decodeAll([{ bytes, linkType, captured }]);
}

function owned(segment: Segment): OwnedSegment {
  const { frame, timeUs, protocol, cut, missing, ipId, cutBy, fragments } = segment;
  const payload = new TextDecoder().decode(segment.bytes.subarray(segment.payloadStart, segment.payloadEnd));
  const source = endpointOf(segment, 'source');
  const destination = endpointOf(segment, 'destination');
  return { frame, timeUs, protocol, source, destination, payload, cut, missing, ipId, cutBy, fragments };
}
