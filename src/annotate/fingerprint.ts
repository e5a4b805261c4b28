// A short name for a problem that is the same in every recording of it.

/**
 * 64-bit FNV-1a over UTF-16 code units as 16 hex digits. Two 32-bit halves instead of BigInt, which is fifty times slower.
 * Parts are joined with a byte that no part contains, so that ('ab','c') and ('a','bc') differ.
 */
export function fingerprintOf(parts: readonly (string | number | undefined)[]): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (const part of parts) {
    const text = `${part ?? ''}\u0000`;
    for (let index = 0; index < text.length; index++) {
      low = (low ^ text.charCodeAt(index)) >>> 0;
      // Times the FNV prime 0x100000001b3 = 2^40 + 0x1b3, modulo 2^64.
      const product = low * 0x1b3;
      const carry = Math.floor(product / 0x100000000);
      high = (Math.imul(high, 0x1b3) + carry + (low << 8)) >>> 0;
      low = product >>> 0;
    }
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}
