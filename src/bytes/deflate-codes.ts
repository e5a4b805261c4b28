// The Huffman codes of DEFLATE (RFC 1951 §3.2), for whoever inflates: a whole message at a time, or a stream.

/** No code is longer. */
export const MAX_CODE_BITS = 15;

/** By the next bits of the input: symbol × 16 + length of its code; 0 where no code begins so. */
export interface CodeTable {
  readonly entries: Uint16Array;
  readonly longest: number;
}

/** The codes of one block: literals and lengths, and distances. */
export interface BlockCodes {
  readonly literals: CodeTable;
  readonly distances: CodeTable;
}

/**
 * §3.2.2: codes out of their lengths, which are [start, end) of `lengths`; 0 for a symbol that does not occur.
 * @returns undefined when there cannot be so many codes of these lengths.
 */
export function codeTableOf(lengths: Uint8Array, start: number, end: number): CodeTable | undefined {
  const counts = new Uint16Array(MAX_CODE_BITS + 1);
  let longest = 1;
  for (let index = start; index < end; index++) {
    const length = lengths[index] ?? 0;
    counts[length] = (counts[length] ?? 0) + 1;
    longest = Math.max(longest, length);
  }
  counts[0] = 0;
  const next = new Uint32Array(MAX_CODE_BITS + 2);
  for (let bits = 1; bits <= MAX_CODE_BITS; bits++) {
    const behind = (next[bits] ?? 0) + (counts[bits] ?? 0);
    if (behind > 1 << bits) return undefined;
    next[bits + 1] = behind << 1;
  }
  const entries = new Uint16Array(1 << longest);
  for (let index = start; index < end; index++) {
    const length = lengths[index] ?? 0;
    if (length === 0) continue;
    const code = next[length] ?? 0;
    next[length] = code + 1;
    for (let at = reversed(code, length); at < entries.length; at += 1 << length) {
      entries[at] = ((index - start) << 4) | length;
    }
  }
  return { entries, longest };
}

/** Codes stand in the input with their first bit lowest. */
function reversed(code: number, length: number): number {
  let result = 0;
  for (let bit = 0; bit < length; bit++) result |= ((code >> bit) & 1) << (length - 1 - bit);
  return result;
}

const fixedLengths = new Uint8Array(288 + 30).fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280, 288);
fixedLengths.fill(5, 288);
const none: CodeTable = { entries: new Uint16Array(2), longest: 1 };

/** §3.2.6. */
export const fixedCodes: BlockCodes = {
  literals: codeTableOf(fixedLengths, 0, 288) ?? none,
  distances: codeTableOf(fixedLengths, 288, fixedLengths.length) ?? none,
};

/** In which order the lengths of the codes of lengths are written (§3.2.7). */
export const lengthOrder: readonly number[] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
/** By length code: how many bits follow it, and the length that they are added to (§3.2.5). */
export const lengthBits: readonly number[] = [
  0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
];
/** See `lengthBits`. */
export const lengthBases: readonly number[] = [...basesOf(lengthBits.slice(0, -1), 3), 258];
/** The same by distance code. */
export const distanceBits: readonly number[] = [
  0,
  0,
  0,
  0,
  ...Array.from({ length: 26 }, (_, index) => 1 + (index >> 1)),
];
/** See `distanceBits`. */
export const distanceBases: readonly number[] = basesOf(distanceBits, 1);

/** Each code goes on where the extra bits of the one before end. */
function basesOf(bits: readonly number[], first: number): number[] {
  let base = first;
  return bits.map((count) => {
    const here = base;
    base += 1 << count;
    return here;
  });
}
