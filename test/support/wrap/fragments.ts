// One IP packet becomes fragments (RFC 791 §3.2, RFC 8200 §4.5).
import { typeOf } from './links.ts';
import { type Bytes, checksum, u16, u32 } from './numbers.ts';
import { payloadOf } from './tunnels.ts';

/** A part of the payload of an IP packet as a packet of its own. `start` is a multiple of eight. */
export function fragment(ip: Bytes, start: number, end: number, id: number): number[] {
  const { protocol, payload } = payloadOf(ip);
  const part = payload.slice(start, end);
  const more = end < payload.length;
  if (typeOf(ip) !== 0x0800) {
    const header = [...ip.slice(0, 4), ...u16(8 + part.length), 44, ...ip.slice(7, 40)];
    return [...header, protocol, 0, ...u16(start | (more ? 1 : 0)), ...u32(id), ...part];
  }
  const flags = (more ? 0x2000 : 0) | (start / 8);
  const header = [...ip.slice(0, 2), ...u16(20 + part.length), ...u16(id), ...u16(flags), ...ip.slice(8, 10)];
  const sum = checksum([...header, 0, 0, ...ip.slice(12, 20)]);
  return [...header, ...u16(sum), ...ip.slice(12, 20), ...part];
}

/** All fragments of a packet, in order; one that is short enough stays as it is. */
export function fragments(ip: Bytes, size: number, id: number): readonly Bytes[] {
  const { length } = payloadOf(ip).payload;
  if (length <= size) return [ip];
  const count = Math.ceil(length / size);
  return Array.from({ length: count }, (_, index) =>
    fragment(ip, index * size, Math.min(length, (index + 1) * size), id),
  );
}
