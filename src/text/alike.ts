// A mistyped word becomes the known words that may have been meant.

const MAX_ASKED = 60;
const MAX_ALIKE = 3;

/** The known words most like what was asked for, most alike first; at most three. */
export function alike(asked: string, known: readonly string[]): readonly string[] {
  const wanted = asked.trim().toLowerCase().slice(0, MAX_ASKED);
  return known
    .map((word) => ({ word, distance: distanceBetween(wanted, word.toLowerCase()) }))
    .filter(
      ({ word, distance }) =>
        distance <= Math.max(2, word.length / 3) || (wanted.length > 2 && word.toLowerCase().includes(wanted)),
    )
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MAX_ALIKE)
    .map(({ word }) => word);
}

/** `; did you mean a or b?`, or nothing. */
export function didYouMean(asked: string, known: readonly string[]): string {
  const words = alike(asked, known);
  return words.length === 0 ? '' : `; did you mean ${words.join(' or ')}?`;
}

/** Levenshtein distance of two short texts. */
function distanceBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
