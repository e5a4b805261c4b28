// Packets out of byte arrays, header by header, outermost last: `ethernet(0x0800, ipv4({ … }, udp(…)))`.
const u16 = (value: number): number[] => [(value >>> 8) & 255, value & 255];
const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value & 0xffff)];

export const ipv4Source = [192, 0, 2, 1];
export const ipv4Destination = [198, 51, 100, 2];
export const ipv6Source = [0x20, 0x01, 0x0d, 0xb8, ...Array<number>(11).fill(0), 1];
export const ipv6Destination = [0x20, 0x01, 0x0d, 0xb8, ...Array<number>(11).fill(0), 2];

export const text = (characters: string): number[] => [...new TextEncoder().encode(characters)];

export function ethernet(etherType: number, payload: readonly number[]): number[] {
  return [...Array<number>(12).fill(2), ...u16(etherType), ...payload];
}

export function vlan(etherType: number, payload: readonly number[]): number[] {
  return [0x20, 0x64, ...u16(etherType), ...payload];
}

export interface Ipv4Fields {
  readonly protocol?: number;
  readonly id?: number;
  /** In bytes. */
  readonly offset?: number;
  readonly more?: boolean;
  readonly options?: readonly number[];
  readonly totalLength?: number;
}

export function ipv4(fields: Ipv4Fields, payload: readonly number[]): number[] {
  const { protocol = 17, id = 7, offset = 0, more = false, options = [] } = fields;
  const { totalLength = 20 + options.length + payload.length } = fields;
  const fragment = (more ? 0x2000 : 0) | (offset / 8);
  const firstHalf = [0x45 + options.length / 4, 0, ...u16(totalLength), ...u16(id), ...u16(fragment)];
  return [...firstHalf, 64, protocol, 0, 0, ...ipv4Source, ...ipv4Destination, ...options, ...payload];
}

export function ipv6(next: number, payload: readonly number[], payloadLength = payload.length): number[] {
  return [0x60, 0, 0, 0, ...u16(payloadLength), next, 64, ...ipv6Source, ...ipv6Destination, ...payload];
}

/** An extension header of `8 * (units + 1)` bytes. */
export function extension(next: number, units: number, payload: readonly number[]): number[] {
  return [next, units, ...Array<number>(6 + 8 * units).fill(0), ...payload];
}

export function ipv6Fragment(
  next: number,
  id: number,
  offset: number,
  more: boolean,
  payload: readonly number[],
): number[] {
  return [next, 0, ...u16(offset | (more ? 1 : 0)), ...u32(id), ...payload];
}

export function udp(payload: readonly number[], length = 8 + payload.length): number[] {
  return [...u16(5060), ...u16(5070), ...u16(length), 0, 0, ...payload];
}

export interface TcpFields {
  readonly sequence?: number;
  readonly flags?: number;
  readonly options?: readonly number[];
}

export function tcp(fields: TcpFields, payload: readonly number[]): number[] {
  const { sequence = 1, flags = 16, options = [] } = fields;
  const offset = (20 + options.length) << 2;
  return [
    ...u16(5060),
    ...u16(5070),
    ...u32(sequence),
    ...u32(0),
    offset,
    flags,
    ...u16(999),
    0,
    0,
    0,
    0,
    ...options,
    ...payload,
  ];
}

/** The common header of SCTP and what follows it. */
export function sctp(chunks: readonly number[]): number[] {
  return [...u16(5060), ...u16(5070), 1, 2, 3, 4, 0, 0, 0, 0, ...chunks];
}
