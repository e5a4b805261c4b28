// Messages as a capture agent sends them to its collector: HEP versions 1, 2 and 3.
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { addressBytes, type Route } from './flow-script/packets.ts';

/** IP protocol numbers; 22 is what some agents write for TLS. */
export const hepProtocols = { tcp: 6, udp: 17, tls: 22, sctp: 132 } as const;

export interface HepOptions {
  readonly protocol?: number;
  /** 1 is SIP. */
  readonly payloadType?: number;
  readonly compressed?: 'zlib' | 'gzip' | 'deflate';
  /** Chunks of a vendor before the payload. */
  readonly vendor?: boolean;
}

/** HEP3: chunks, each with its length. */
export function hep3(route: Route, payload: Uint8Array, options: HepOptions = {}): Uint8Array {
  const { protocol = 17, payloadType = 1, compressed, vendor = false } = options;
  const source = addressBytes(route.sourceIp);
  const destination = addressBytes(route.destinationIp);
  const isV4 = source.length === 4;
  const chunks = [
    chunk(1, [isV4 ? 2 : 10]),
    chunk(2, [protocol]),
    chunk(isV4 ? 3 : 5, source),
    chunk(isV4 ? 4 : 6, destination),
    chunk(7, [route.sourcePort >> 8, route.sourcePort & 255]),
    chunk(8, [route.destinationPort >> 8, route.destinationPort & 255]),
    chunk(9, [0x65, 0x53, 0xf1, 0]),
    chunk(10, [0, 0, 0, 1]),
    chunk(11, [payloadType]),
    chunk(12, [0, 0, 7, 0xd1]),
    ...(vendor ? [chunk(15, [1, 2, 3], 9), chunk(0x1234, [], 9)] : []),
    compressed ? chunk(16, compress[compressed](payload)) : chunk(15, payload),
  ];
  const length = chunks.reduce((sum, { length: one }) => sum + one, 6);
  return Buffer.concat([Buffer.from('HEP3'), Buffer.from([length >> 8, length & 255]), ...chunks]);
}

/** HEP 1 and 2: fixed headers; the second one has the time and the agent behind the addresses. */
export function oldHep(version: 1 | 2, route: Route, payload: Uint8Array, protocol = 17): Uint8Array {
  const source = addressBytes(route.sourceIp);
  const isV4 = source.length === 4;
  const header = [version, isV4 ? 16 : 40, isV4 ? 2 : 10, protocol];
  for (const port of [route.sourcePort, route.destinationPort]) header.push(port >> 8, port & 255);
  header.push(...source, ...addressBytes(route.destinationIp));
  if (version === 2) header.push(0, 0xf1, 0x53, 0x65, 1, 0, 0, 0, 0xd1, 7, 0, 0);
  return Buffer.concat([Buffer.from(header), payload]);
}

const compress = { zlib: deflateSync, gzip: gzipSync, deflate: deflateRawSync };

function chunk(type: number, data: ArrayLike<number>, vendor = 0): Buffer {
  const length = 6 + data.length;
  return Buffer.from([0, vendor, type >> 8, type & 255, length >> 8, length & 255, ...Array.from(data)]);
}
