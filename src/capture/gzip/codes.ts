// The Huffman codes of deflate (RFC 1951 §3.2).

const MAX_LENGTH = 15;
/** So many bits are looked up at once; longer codes are few. */
const TABLE_BITS = 10;

/** A decoding table. The bits of a code come highest first, each taken from the low end of what is left. */
export interface CodeTable {
  /** By the next ten bits: symbol × 16 + length; 0 for codes that are longer, or none. */
  readonly short: Uint16Array;
  /** For longer codes, by length: first code, how many there are, and where their symbols begin. */
  readonly first: Uint16Array;
  readonly count: Uint16Array;
  readonly start: Uint16Array;
  readonly symbols: Uint16Array;
}

/** The table of codes of these lengths (0 for symbols that do not occur); undefined when there can be no such codes. */
export function codeTableOf(lengths: Uint8Array): CodeTable | undefined {
  const count = new Uint16Array(MAX_LENGTH + 1);
  for (const length of lengths) count[length] = (count[length] ?? 0) + 1;
  count[0] = 0;
  const first = new Uint16Array(MAX_LENGTH + 1);
  const start = new Uint16Array(MAX_LENGTH + 1);
  let code = 0;
  let used = 0;
  for (let length = 1; length <= MAX_LENGTH; length++) {
    code = (code + (count[length - 1] ?? 0)) << 1;
    first[length] = code;
    start[length] = used;
    used += count[length] ?? 0;
    if (code + (count[length] ?? 0) > 1 << length) return undefined;
  }
  const symbols = new Uint16Array(used);
  const short = new Uint16Array(1 << TABLE_BITS);
  const next = start.slice();
  for (const [symbol, length] of lengths.entries()) {
    if (length === 0) continue;
    const place = next[length] ?? 0;
    next[length] = place + 1;
    symbols[place] = symbol;
    if (length > TABLE_BITS) continue;
    const reversed = reverse((first[length] ?? 0) + place - (start[length] ?? 0), length);
    for (let index = reversed; index < short.length; index += 1 << length) short[index] = (symbol << 4) | length;
  }
  return { short, first, count, start, symbols };
}

/**
 * The code that the bits begin with, as symbol × 16 + length; -1 when they begin with none.
 * @param bits At least the next 15 bits, the next one lowest.
 */
export function decode({ short, first, count, start, symbols }: CodeTable, bits: number): number {
  const entry = short[bits & ((1 << TABLE_BITS) - 1)] ?? 0;
  if (entry !== 0) return entry;
  let code = 0;
  for (let length = 1; length <= MAX_LENGTH; length++) {
    code = (code << 1) | ((bits >>> (length - 1)) & 1);
    const index = code - (first[length] ?? 0);
    if (index >= 0 && index < (count[length] ?? 0)) return ((symbols[(start[length] ?? 0) + index] ?? 0) << 4) | length;
  }
  return -1;
}

function reverse(code: number, length: number): number {
  let reversed = 0;
  for (let bit = 0; bit < length; bit++) reversed |= ((code >> bit) & 1) << (length - 1 - bit);
  return reversed;
}
