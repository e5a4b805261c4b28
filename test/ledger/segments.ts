// Segments around payloads that are written in the test.
import { emptySegment, type Segment, TCP, UDP } from '../../src/packet/segment.ts';

/** Where a payload goes from and to, and how much of it was cut off. */
export interface Sending {
  readonly sourcePort?: number;
  readonly destinationPort?: number;
  readonly missing?: number;
  /** The last byte of both addresses: 192.0.2.x. */
  readonly hosts?: readonly [number, number];
}

/** Bytes from hexadecimal digits with spaces, or from text. */
export function bytesFrom(payload: string | readonly number[]): Uint8Array {
  if (typeof payload !== 'string') return Uint8Array.from(payload);
  const digits = payload.replaceAll(' ', '');
  return /^([0-9a-f]{2})*$/.test(digits) ? Uint8Array.from(Buffer.from(digits, 'hex')) : Buffer.from(payload, 'latin1');
}

function segmentOf(protocol: number, payload: string | readonly number[], sending: Sending): Segment {
  const { sourcePort = 40_000, destinationPort = 30_000, missing = 0, hosts = [1, 2] } = sending;
  const body = bytesFrom(payload);
  // Behind the payload stands what is not part of it, as in a chunk of a file.
  const bytes = Uint8Array.of(192, 0, 2, hosts[0], 192, 0, 2, hosts[1], ...body, 0xaa, 0xaa, 0xaa, 0xaa);
  return {
    ...emptySegment(),
    protocol,
    bytes,
    sourceAddress: 0,
    destinationAddress: 4,
    sourcePort,
    destinationPort,
    payloadStart: 8,
    payloadEnd: 8 + body.length,
    missing,
    cut: missing > 0,
  };
}

/** A UDP datagram. */
export function datagram(payload: string | readonly number[], sending: Sending = {}): Segment {
  return segmentOf(UDP, payload, sending);
}

/** A TCP segment. */
export function streamSegment(payload: string | readonly number[], sending: Sending = {}): Segment {
  return segmentOf(TCP, payload, sending);
}
