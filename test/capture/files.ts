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

/** A packet as the writers of other formats take it; times in microseconds since 1970. */
export interface FilePacket {
  readonly timeUs: number;
  readonly packet: readonly number[];
  readonly wireLength?: number;
}

/** A snoop file (RFC 1761), each packet padded to four bytes. */
export function snoopFile(packets: readonly FilePacket[], dataLink = 4, drops: readonly number[] = []): number[] {
  const { u32 } = big;
  const records = packets.map(({ timeUs, packet, wireLength = packet.length }, index) => {
    const padding = Array<number>((4 - (packet.length % 4)) % 4).fill(0);
    const length = 24 + packet.length + padding.length;
    const times = [...u32(Math.floor(timeUs / 1e6)), ...u32(timeUs % 1e6)];
    const lengths = [...u32(wireLength), ...u32(packet.length), ...u32(length), ...u32(drops[index] ?? 0)];
    return [...lengths, ...times, ...packet, ...padding];
  });
  return [...asciiBytes('snoop\0\0\0'), ...u32(2), ...u32(dataLink), ...records.flat()];
}

/** What differs between Network Monitor files. */
export interface NetmonOptions {
  /** Version 1, or 2 with this number behind the dot. */
  readonly version?: 1 | '2.0' | '2.1' | '2.2' | '2.3';
  readonly medium?: number;
  /** Bytes between two frames that belong to none. */
  readonly gap?: readonly number[];
}

const NETMON_START_US = Date.UTC(2026, 0, 1) * 1000;

/** A Network Monitor file of a capture that began with 2026. */
export function netmonFile(packets: readonly FilePacket[], options: NetmonOptions = {}): number[] {
  const { version = '2.3', medium = 1, gap = [] } = options;
  const minor = version === 1 ? 1 : Number(version[2]);
  const frames = packets.map((packet) => netmonFrame(packet, version, medium));
  const table: number[] = [];
  const body: number[] = [];
  for (const frame of frames) {
    table.push(...little.u32(128 + body.length));
    body.push(...frame, ...gap);
  }
  const { u16, u32 } = little;
  const start = [2026, 1, 4, 1, 0, 0, 0, 0].flatMap(u16);
  const tables = [...u32(128 + body.length), ...u32(table.length)];
  const magic = asciiBytes(version === 1 ? 'RTSS' : 'GMBU');
  const header = [...magic, minor, version === 1 ? 1 : 2, ...u16(medium), ...start, ...tables];
  return [...header, ...Array<number>(128 - header.length).fill(0), ...body, ...table];
}

function netmonFrame(
  { timeUs, packet, wireLength = packet.length }: FilePacket,
  version: NetmonOptions['version'],
  medium: number,
): number[] {
  const { u16, u32 } = little;
  const elapsedUs = timeUs - NETMON_START_US;
  if (version === 1)
    return [...u32(Math.floor(elapsedUs / 1000)), ...u16(wireLength), ...u16(packet.length), ...packet];
  const header = [...u64(little, BigInt(elapsedUs)), ...u32(wireLength), ...u32(packet.length)];
  const fileTime = u64(little, (BigInt(timeUs) + 11_644_473_600_000_000n) * 10n);
  const trailers = { '2.0': [], '2.1': u16(medium), '2.2': [...u16(medium), ...u32(7)] };
  const trailer =
    version === '2.3' || version === undefined ? [...u16(medium), ...u32(7), ...fileTime, 0] : trailers[version];
  return [...header, ...packet, ...trailer];
}
