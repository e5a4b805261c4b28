// The second part of a compressed block of Zstandard (RFC 8878 §3.1.1.3.2): sequences, each so many literals and then a copy
// of earlier bytes. What a block may give is bounded before it is copied.
import { BackwardBits } from './bits.ts';
import { type FseTable, firstState, fseTableOf, nextState, readFseTable, tableOfOne } from './fse.ts';
import type { History } from './history.ts';
import type { Literals } from './literals.ts';

/** One of the three kinds of codes: how its tables look, and what its codes mean. */
interface CodeKind {
  readonly maxLog: number;
  /** The table that needs no description. */
  readonly usual: FseTable;
  /** Code → first value, and how many bits are added to it; absent for offsets. */
  readonly bases: readonly number[];
  readonly extraBits: readonly number[];
}

// RFC 8878 §3.1.1.3.2.1.1 and appendix A.
const literalLengths = kindOf(
  [4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1, -1, -1, -1, -1],
  6,
  9,
  0,
  [...Array<number>(16).fill(0), 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
);
const matchLengths = kindOf(
  [
    1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1,
  ],
  6,
  9,
  3,
  [...Array<number>(32).fill(0), 1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
);
const offsets = kindOf(
  [1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1],
  5,
  8,
  0,
  Array.from({ length: 32 }, (_, code) => code),
);

function kindOf(
  counts: readonly number[],
  log: number,
  maxLog: number,
  first: number,
  extra: readonly number[],
): CodeKind {
  const bases: number[] = [];
  let base = first;
  for (const bits of extra) {
    bases.push(base);
    base += 2 ** bits;
  }
  return { maxLog, usual: fseTableOf(counts, log), bases, extraBits: extra };
}

const bits = new BackwardBits();

/** Reads the sequences of one block after the other, and carries them out. */
export class Sequences {
  // A block may use the tables of the one before, and copy from the same distances.
  #literalLengths: FseTable | undefined;
  #offsets: FseTable | undefined;
  #matchLengths: FseTable | undefined;
  #first = 1;
  #second = 4;
  #third = 8;
  /** Where the description at hand ended; 0 when it contradicts itself. */
  #at = 0;

  /** A frame begins. */
  reset(): void {
    this.#literalLengths = undefined;
    this.#offsets = undefined;
    this.#matchLengths = undefined;
    this.#first = 1;
    this.#second = 4;
    this.#third = 8;
  }

  /**
   * Reads the sequences in [start, end) and adds what they give to the history.
   * @returns False when they contradict themselves; the history then holds what they gave before.
   */
  read(block: Uint8Array, start: number, end: number, literals: Literals, history: History): boolean {
    const first = block[start] ?? 0;
    let count = first;
    this.#at = start + 1;
    if (first >= 128) count = ((first - 128) << 8) | (block[this.#at++] ?? 0);
    if (first === 255) count = 0x7f00 + (block[start + 1] ?? 0) + ((block[this.#at++] ?? 0) << 8);
    if (start >= end || this.#at > end) return false;
    if (count === 0) return this.#at === end && history.append(literals.bytes, 0, literals.length);
    const modes = block[this.#at++] ?? 0;
    this.#literalLengths = this.#tableOf(modes >> 6, literalLengths, this.#literalLengths, block, end);
    this.#offsets = this.#tableOf((modes >> 4) & 3, offsets, this.#offsets, block, end);
    this.#matchLengths = this.#tableOf((modes >> 2) & 3, matchLengths, this.#matchLengths, block, end);
    if ((modes & 3) !== 0 || this.#at === 0 || !bits.begin(block, this.#at, end)) return false;
    return this.#carryOut(count, literals, history);
  }

  #tableOf(
    mode: number,
    kind: CodeKind,
    before: FseTable | undefined,
    block: Uint8Array,
    end: number,
  ): FseTable | undefined {
    if (this.#at === 0 || this.#at > end) return this.#fail();
    if (mode === 0) return kind.usual;
    if (mode === 3) return before ?? this.#fail();
    if (mode === 1) {
      const symbol = block[this.#at++] ?? 0;
      return symbol < kind.bases.length ? tableOfOne(symbol) : this.#fail();
    }
    const description = readFseTable(block, this.#at, end, kind.bases.length - 1, kind.maxLog);
    this.#at = description?.end ?? 0;
    return description?.table;
  }

  #fail(): undefined {
    this.#at = 0;
  }

  #carryOut(count: number, literals: Literals, history: History): boolean {
    const [lengthTable, offsetTable, matchTable] = [this.#literalLengths, this.#offsets, this.#matchLengths];
    if (!lengthTable || !offsetTable || !matchTable) return false;
    let lengthState = firstState(lengthTable, bits);
    let offsetState = firstState(offsetTable, bits);
    let matchState = firstState(matchTable, bits);
    let used = 0;
    for (let left = count; left > 0; left--) {
      const offsetCode = offsetTable.symbols[offsetState] ?? 0;
      const offset = 2 ** offsetCode + bits.read(offsetCode);
      const matchLength = lengthOf(matchLengths, matchTable.symbols[matchState] ?? 0);
      const length = lengthOf(literalLengths, lengthTable.symbols[lengthState] ?? 0);
      if (bits.left < 0 || used + length > literals.length) return false;
      if (!history.append(literals.bytes, used, used + length)) return false;
      if (!history.copy(this.#distanceOf(offset, length === 0), matchLength)) return false;
      used += length;
      if (left === 1) break;
      lengthState = nextState(lengthTable, lengthState, bits);
      matchState = nextState(matchTable, matchState, bits);
      offsetState = nextState(offsetTable, offsetState, bits);
    }
    return bits.left === 0 && history.append(literals.bytes, used, literals.length);
  }

  /** Offsets 1 to 3 mean the last three distances (§3.1.1.5); 0 when there is no such distance. */
  #distanceOf(offset: number, isBare: boolean): number {
    const which = offset > 3 ? 3 : isBare ? offset : offset - 1;
    if (which === 0) return this.#first;
    let distance = offset - 3;
    if (which === 1) distance = this.#second;
    else if (which === 2) distance = this.#third;
    else if (offset <= 3) distance = this.#first - 1;
    if (which > 1) this.#third = this.#second;
    this.#second = this.#first;
    this.#first = distance;
    return distance;
  }
}

function lengthOf(kind: CodeKind, code: number): number {
  return (kind.bases[code] ?? 0) + bits.read(kind.extraBits[code] ?? 0);
}
