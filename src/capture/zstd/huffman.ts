// The Huffman codes of Zstandard's literals (RFC 8878 §4.2).
import { BackwardBits, highestBit } from './bits.ts';
import { firstState, nextState, readFseTable } from './fse.ts';

/** Longest code. */
const MAX_BITS = 11;
const MAX_SYMBOLS = 256;
const MAX_WEIGHT = 12;
const MAX_WEIGHT_LOG = 6;

/** A decoding table: for each value of the next `maxBits` bits the symbol and the length of its code. */
export interface HuffmanTable {
  readonly maxBits: number;
  readonly symbols: Uint8Array;
  readonly lengths: Uint8Array;
}

/** A table that stood in a block, and where its description ended. */
export interface HuffmanDescription {
  readonly table: HuffmanTable;
  readonly end: number;
}

const bits = new BackwardBits();

/** Reads the description of a table (§4.2.1) that begins at `start`; undefined when it contradicts itself. */
export function readHuffmanTable(bytes: Uint8Array, start: number, end: number): HuffmanDescription | undefined {
  const header = bytes[start] ?? 0;
  const isDirect = header >= 128;
  const stop = start + 1 + (isDirect ? (header - 126) >> 1 : header);
  if (start >= end || stop > end) return undefined;
  const weights = isDirect ? directWeights(bytes, start + 1, header - 127) : fseWeights(bytes, start + 1, stop);
  const table = weights && tableOf(weights);
  return table && { table, end: stop };
}

function directWeights(bytes: Uint8Array, start: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => {
    const pair = bytes[start + (index >> 1)] ?? 0;
    return index % 2 === 0 ? pair >> 4 : pair & 15;
  });
}

/** Two states take turns until the bits have run out (§4.2.1.2). */
function fseWeights(bytes: Uint8Array, start: number, end: number): number[] | undefined {
  const description = readFseTable(bytes, start, end, MAX_WEIGHT, MAX_WEIGHT_LOG);
  if (!description || !bits.begin(bytes, description.end, end)) return undefined;
  const { table } = description;
  const weights: number[] = [];
  let state = firstState(table, bits);
  let other = firstState(table, bits);
  if (bits.left < 0) return undefined;
  while (weights.length < MAX_SYMBOLS - 1) {
    weights.push(table.symbols[state] ?? 0);
    const next = nextState(table, state, bits);
    if (bits.left < 0) {
      weights.push(table.symbols[other] ?? 0);
      return weights;
    }
    state = other;
    other = next;
  }
  return undefined;
}

/** The weight of the last symbol is what is missing to a power of two. */
function tableOf(weights: readonly number[]): HuffmanTable | undefined {
  let sum = 0;
  for (const weight of weights) sum += weight === 0 ? 0 : 2 ** (weight - 1);
  const maxBits = highestBit(sum) + 1;
  if (sum === 0 || maxBits > MAX_BITS || weights.length >= MAX_SYMBOLS) return undefined;
  const missing = 2 ** maxBits - sum;
  const last = highestBit(missing) + 1;
  if (2 ** (last - 1) !== missing) return undefined;
  const all = [...weights, last];
  const symbols = new Uint8Array(1 << maxBits);
  const lengths = new Uint8Array(1 << maxBits);
  let place = 0;
  for (let weight = 1; weight <= maxBits; weight++) {
    for (const [symbol, own] of all.entries()) {
      if (own !== weight) continue;
      const stop = place + (1 << (weight - 1));
      symbols.fill(symbol, place, stop);
      lengths.fill(maxBits + 1 - weight, place, stop);
      place = stop;
    }
  }
  return { maxBits, symbols, lengths };
}

/** Decodes one stream into [into, intoEnd) of `literals`; false when it holds less or more. */
export function readHuffmanStream(
  { maxBits, symbols, lengths }: HuffmanTable,
  bytes: Uint8Array,
  start: number,
  end: number,
  literals: Uint8Array,
  into: number,
  intoEnd: number,
): boolean {
  if (!bits.begin(bytes, start, end)) return false;
  for (let at = into; at < intoEnd; at++) {
    const code = bits.peek(maxBits);
    literals[at] = symbols[code] ?? 0;
    bits.left -= lengths[code] ?? 0;
  }
  return bits.left === 0;
}
