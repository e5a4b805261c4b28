// Decodes packets out of byte arrays and keeps what came out.
import type { NoticeCode } from '../../src/bytes/notice.ts';
import { createDecoder, type Decoder } from '../../src/packet/decode.ts';
import { endpointOf } from '../../src/packet/endpoint.ts';
import type { Segment } from '../../src/packet/segment.ts';

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
  readonly decoder: Decoder;
}

export function decodeAll(packets: readonly Packet[]): DecodeResult {
  const segments: OwnedSegment[] = [];
  const notes: NoticeCode[] = [];
  const decoder = createDecoder((code) => void notes.push(code));
  for (const [index, { bytes, linkType = 1, timeUs = 0, captured = bytes.length }] of packets.entries()) {
    // Other bytes stand around the packet, as in a read chunk.
    const chunk = Uint8Array.from([0x45, 0x45, 0x45, ...bytes.slice(0, captured), 0x45, 0x45, 0x45]);
    const frame = { number: index + 1, timeUs, nanos: 0, linkType, bytes: chunk, start: 3, end: chunk.length - 3 };
    if (decoder.decode({ ...frame, wireLength: bytes.length })) segments.push(owned(decoder.segment));
  }
  while (decoder.takeUnfinished(Infinity)) segments.push(owned(decoder.segment));
  return { segments, notes, decoder };
}

export function decodeOne(bytes: readonly number[], linkType = 1, captured = bytes.length): DecodeResult {
  return decodeAll([{ bytes, linkType, captured }]);
}

function owned(segment: Segment): OwnedSegment {
  const { frame, timeUs, protocol, cut, missing, ipId } = segment;
  const payload = new TextDecoder().decode(segment.bytes.subarray(segment.payloadStart, segment.payloadEnd));
  const source = endpointOf(segment, 'source');
  const destination = endpointOf(segment, 'destination');
  return { frame, timeUs, protocol, source, destination, payload, cut, missing, ipId };
}
