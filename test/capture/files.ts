// Capture files out of byte arrays: the formats as their specifications draw them, field by field.

/** Numbers of one file, in its byte order. */
export interface Order {
  readonly u16: (value: number) => number[];
  readonly u32: (value: number) => number[];
}

export const little: Order = {
  u16: (value) => [value & 255, (value >>> 8) & 255],
  u32: (value) => [value & 255, (value >>> 8) & 255, (value >>> 16) & 255, (value >>> 24) & 255],
};

export const big: Order = {
  u16: (value) => little.u16(value).reverse(),
  u32: (value) => little.u32(value).reverse(),
};

export function pcapHeader(order: Order, magic = 0xa1b2c3d4, linkType = 1): number[] {
  const { u16, u32 } = order;
  return [...u32(magic), ...u16(2), ...u16(4), ...u32(0), ...u32(0), ...u32(65_535), ...u32(linkType)];
}

export function pcapRecord(
  order: Order,
  seconds: number,
  fraction: number,
  packet: readonly number[],
  wireLength = packet.length,
): number[] {
  const { u32 } = order;
  return [...u32(seconds), ...u32(fraction), ...u32(packet.length), ...u32(wireLength), ...packet];
}

export function block(order: Order, type: number, body: readonly number[]): number[] {
  const padded = [...body, ...Array.from({ length: (4 - (body.length % 4)) % 4 }, () => 0)];
  const length = order.u32(padded.length + 12);
  return [...order.u32(type), ...length, ...padded, ...length];
}

export function option(order: Order, code: number, value: readonly number[]): number[] {
  const padding = Array.from({ length: (4 - (value.length % 4)) % 4 }, () => 0);
  return [...order.u16(code), ...order.u16(value.length), ...value, ...padding];
}

/** The bytes of a text, one each. */
export function asciiBytes(text: string): number[] {
  return [...Buffer.from(text, 'latin1')];
}

/** 64 bits in the order of the file. */
export function u64(order: Order, value: bigint): number[] {
  const bytes = [...new Uint8Array(BigInt64Array.of(value).buffer)];
  return order === little ? bytes : bytes.reverse();
}

/** A section of unknown length. */
export function sectionHeader(order: Order, options: readonly number[] = []): number[] {
  const { u16, u32 } = order;
  const body = [...u32(0x1a2b3c4d), ...u16(1), ...u16(0), ...u32(0xffffffff), ...u32(0xffffffff)];
  return block(order, 0x0a0d0d0a, [...body, ...options]);
}

/** Statistics of an interface: options by code, each a count of 64 bits. */
export function statisticsBlock(order: Order, index: number, counts: Readonly<Record<number, bigint>>): number[] {
  const { u32 } = order;
  const options = Object.entries(counts).flatMap(([code, count]) => option(order, Number(code), u64(order, count)));
  return block(order, 5, [...u32(index), ...u32(0), ...u32(0), ...options, ...option(order, 0, [])]);
}

/** Decryption secrets of a type. */
export function secretsBlock(order: Order, type: number, secrets: readonly number[]): number[] {
  return block(order, 10, [...order.u32(type), ...order.u32(secrets.length), ...secrets]);
}

export function interfaceBlock(
  order: Order,
  linkType: number,
  options: readonly number[] = [],
  snapLength = 0,
): number[] {
  return block(order, 1, [...order.u16(linkType), ...order.u16(0), ...order.u32(snapLength), ...options]);
}

export function enhancedPacket(
  order: Order,
  ticks: bigint,
  packet: readonly number[],
  interfaceIndex = 0,
  wireLength = packet.length,
  options: readonly number[] = [],
): number[] {
  const { u32 } = order;
  const high = Number(ticks >> 32n);
  const low = Number(ticks & 0xffffffffn);
  const padded = [...packet, ...Array.from({ length: (4 - (packet.length % 4)) % 4 }, () => 0)];
  const body = [
    ...u32(interfaceIndex),
    ...u32(high),
    ...u32(low),
    ...u32(packet.length),
    ...u32(wireLength),
    ...padded,
    ...options,
  ];
  return block(order, 6, body);
}
