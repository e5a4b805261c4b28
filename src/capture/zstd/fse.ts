// Finite state entropy, the arithmetic coder of Zstandard (RFC 8878 §4.1): a table of states, each a symbol and the way to
// the next state.
import { type BackwardBits, bitsAt, highestBit } from './bits.ts';

/** A decoding table of 2^log states. */
export interface FseTable {
  readonly log: number;
  readonly symbols: Uint8Array;
  /** How many bits the next state is read with, and what is added to them. */
  readonly bits: Uint8Array;
  readonly bases: Uint16Array;
}

/** A table that stood in a block, and where its description ended. */
export interface FseDescription {
  readonly table: FseTable;
  readonly end: number;
}

/** The first state of a stream. */
export function firstState(table: FseTable, bits: BackwardBits): number {
  return bits.read(table.log);
}

/** The state behind another one. */
export function nextState(table: FseTable, state: number, bits: BackwardBits): number {
  return (table.bases[state] ?? 0) + bits.read(table.bits[state] ?? 0);
}

/** A table that always gives the same symbol. */
export function tableOfOne(symbol: number): FseTable {
  return { log: 0, symbols: Uint8Array.of(symbol), bits: Uint8Array.of(0), bases: Uint16Array.of(0) };
}

/** Reads the description of a table (§4.1.1) that begins at `start`; undefined when it contradicts itself. */
export function readFseTable(
  bytes: Uint8Array,
  start: number,
  end: number,
  maxSymbol: number,
  maxLog: number,
): FseDescription | undefined {
  const log = 5 + bitsAt(bytes, start, end, 0, 4);
  if (log > maxLog || start >= end) return undefined;
  const counts: number[] = [];
  let at = 4;
  let remaining = 1 << log;
  while (remaining > 0 && counts.length <= maxSymbol) {
    const width = highestBit(remaining + 1) + 1;
    const value = bitsAt(bytes, start, end, at, width);
    // Small values are written with one bit less.
    const low = value & ((1 << (width - 1)) - 1);
    const spare = (1 << width) - 2 - remaining;
    const isShort = low < spare;
    at += isShort ? width - 1 : width;
    const count = (isShort ? low : value >= 1 << (width - 1) ? value - spare : value) - 1;
    counts.push(count);
    remaining -= Math.abs(count);
    if (count !== 0) continue;
    for (let zeros = 3; zeros === 3;) {
      zeros = bitsAt(bytes, start, end, at, 2);
      at += 2;
      for (let index = 0; index < zeros && counts.length <= maxSymbol; index++) counts.push(0);
      if (counts.length > maxSymbol) break;
    }
  }
  const descriptionEnd = start + ((at + 7) >> 3);
  if (remaining !== 0 || descriptionEnd > end) return undefined;
  return { table: fseTableOf(counts, log), end: descriptionEnd };
}

/**
 * The table of a distribution (§4.1.1).
 * @param counts For each symbol how many of the 2^log states it has; -1 for less than one.
 */
export function fseTableOf(counts: readonly number[], log: number): FseTable {
  const size = 1 << log;
  const symbols = new Uint8Array(size);
  const next = new Uint16Array(counts.length);
  let high = size;
  for (const [symbol, count] of counts.entries()) {
    next[symbol] = Math.abs(count);
    if (count < 0) symbols[--high] = symbol;
  }
  spread(counts, symbols, high);
  const bits = new Uint8Array(size);
  const bases = new Uint16Array(size);
  for (let state = 0; state < size; state++) {
    const symbol = symbols[state] ?? 0;
    const order = next[symbol] ?? 0;
    next[symbol] = order + 1;
    const width = log - highestBit(order);
    bits[state] = width;
    bases[state] = (order << width) - size;
  }
  return { log, symbols, bits, bases };
}

function spread(counts: readonly number[], symbols: Uint8Array, high: number): void {
  const size = symbols.length;
  const step = (size >> 1) + (size >> 3) + 3;
  let place = 0;
  for (const [symbol, count] of counts.entries()) {
    for (let index = 0; index < count; index++) {
      symbols[place] = symbol;
      do place = (place + step) & (size - 1);
      while (place >= high);
    }
  }
}
