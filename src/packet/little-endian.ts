// Little-endian integers, as the headers of capturing hosts hold them. Reading beyond the end gives zeros.
import { u8 } from '../capture/integers.ts';

/** Two bytes at `at`, unsigned. */
export function little16(bytes: Uint8Array, at: number): number {
  return u8(bytes, at) | (u8(bytes, at + 1) << 8);
}

/** Four bytes at `at`, unsigned. */
export function little32(bytes: Uint8Array, at: number): number {
  return (little16(bytes, at) | (little16(bytes, at + 2) << 16)) >>> 0;
}
