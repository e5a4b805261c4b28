// Rows of a ladder that go round and round (REGISTER and 401, again and again) become the first rounds, a count, and the
// last round.
import type { MessageRow, RepeatedRow } from './ladder.ts';

/** Longest round, in rows: a request with a provisional response, its challenge, and the same with credentials. */
const MAX_ROUND = 6;
/** As many rounds are shown before the fold; one is shown behind it. */
const SHOWN_ROUNDS = 2;
/** Fewer rounds than this are not worth a fold. */
const MIN_HIDDEN = 2;

/**
 * Folds rounds. What tells is marked in the first round that it appears in, and that round is shown; in the others the
 * same row tells the same. Linear in the rows.
 */
export function foldRounds(rows: readonly MessageRow[]): (MessageRow | RepeatedRow)[] {
  const words = rows.map((row, index) =>
    // Retransmissions make a row one of its own.
    row.copies > 0 ? `${index}` : `${row.from} ${row.to} ${row.label}`,
  );
  const folded: (MessageRow | RepeatedRow)[] = [];
  for (let at = 0; at < rows.length;) {
    const { length, rounds } = longestRun(words, at);
    if (rounds < SHOWN_ROUNDS + MIN_HIDDEN + 1) {
      const row = rows[at];
      if (row) folded.push(row);
      at += 1;
      continue;
    }
    for (const row of foldRun(rows.slice(at, at + length * rounds), length)) folded.push(row);
    at += length * rounds;
  }
  return folded;
}

interface Run {
  /** Rows of one round. */
  readonly length: number;
  readonly rounds: number;
}

/** The run beginning at `at` that covers most rows. */
function longestRun(words: readonly string[], at: number): Run {
  let longest: Run = { length: 1, rounds: 1 };
  for (let length = 1; length <= MAX_ROUND; length += 1) {
    let end = at + length;
    while (end < words.length && words[end] === words[end - length]) end += 1;
    const rounds = Math.floor((end - at) / length);
    if (rounds > 1 && rounds * length > longest.rounds * longest.length) longest = { length, rounds };
  }
  return longest;
}

function foldRun(rows: readonly MessageRow[], length: number): (MessageRow | RepeatedRow)[] {
  const rounds = rows.length / length;
  /** Rows of a round that were marked before. */
  const marked = new Set<number>();
  const folded: (MessageRow | RepeatedRow)[] = [];
  let hidden = 0;
  for (let round = 0; round < rounds; round += 1) {
    const own = rows.slice(round * length, (round + 1) * length).map((row, place) => {
      if (!row.marked || !marked.has(place)) return row;
      return { ...row, marked: false };
    });
    for (const [place, row] of own.entries()) if (row.marked) marked.add(place);
    const isShown = round < SHOWN_ROUNDS || round === rounds - 1 || own.some((row) => row.marked);
    if (!isShown) {
      hidden += 1;
      continue;
    }
    const before = rows[round * length - 1];
    if (hidden > 0 && before)
      folded.push({ kind: 'repeated', times: hidden, rows: hidden * length, lastAtUs: before.atUs });
    hidden = 0;
    folded.push(...own);
  }
  return folded;
}
