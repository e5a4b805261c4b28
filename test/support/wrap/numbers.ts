// Numbers as bytes, in network order unless they say otherwise.
export type Bytes = readonly number[];

export const u16 = (value: number): number[] => [(value >>> 8) & 255, value & 255];
export const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value & 0xffff)];
export const little16 = (value: number): number[] => u16(value).reverse();
export const little32 = (value: number): number[] => u32(value).reverse();
export const zeros = (count: number): number[] => Array<number>(count).fill(0);
export const ascii = (text: string): number[] => [...Buffer.from(text, 'latin1')];

/** Zeros behind it, up to a multiple. */
export function padded(bytes: Bytes, multiple: number): number[] {
  return [...bytes, ...zeros((multiple - (bytes.length % multiple)) % multiple)];
}

/** The ones' complement sum of RFC 1071. */
export function checksum(bytes: Bytes): number {
  let sum = 0;
  for (const [index, byte] of bytes.entries()) sum += index % 2 === 0 ? byte << 8 : byte;
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return ~sum & 0xffff;
}
