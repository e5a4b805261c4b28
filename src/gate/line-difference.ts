// Two lists of lines become one that shows what was taken away and what came: the longest common subsequence stays.

/** A line that both have, only the first (`-`), or only the second (`+`). */
export interface DifferenceLine {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

/** Lines beyond this are not compared one by one. */
const MAX_LINES = 3_000;

/** How one list becomes the other. Both lists are short: time and memory grow with the product of their lengths. */
export function differenceOf(before: readonly string[], after: readonly string[]): readonly DifferenceLine[] {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const same = (lines: readonly string[]): DifferenceLine[] => lines.map((text) => ({ sign: ' ', text }));
  return [
    ...same(before.slice(0, start)),
    ...changed(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...same(before.slice(before.length - end)),
  ];
}

function changed(before: readonly string[], after: readonly string[]): readonly DifferenceLine[] {
  if (before.length > MAX_LINES || after.length > MAX_LINES) {
    return [...before.map((text) => line('-', text)), ...after.map((text) => line('+', text))];
  }
  const lengths = commonLengths(before, after);
  const columns = after.length + 1;
  const lines: DifferenceLine[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [old, young] = [before[i], after[j]];
    const withoutOld = lengths[(i + 1) * columns + j] ?? 0;
    const withoutYoung = lengths[i * columns + j + 1] ?? 0;
    if (old !== undefined && old === young) {
      lines.push(line(' ', old));
      i++;
      j++;
    } else if (old !== undefined && (young === undefined || withoutOld >= withoutYoung)) {
      lines.push(line('-', old));
      i++;
    } else {
      lines.push(line('+', young ?? ''));
      j++;
    }
  }
  return lines;
}

/** How many lines the rests from (i, j) on have in common. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint16Array {
  const columns = after.length + 1;
  const lengths = new Uint16Array((before.length + 1) * columns);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const diagonal = (lengths[(i + 1) * columns + j + 1] ?? 0) + 1;
      const best = Math.max(lengths[(i + 1) * columns + j] ?? 0, lengths[i * columns + j + 1] ?? 0);
      lengths[i * columns + j] = before[i] === after[j] ? diagonal : best;
    }
  }
  return lengths;
}

function line(sign: DifferenceLine['sign'], text: string): DifferenceLine {
  return { sign, text };
}

/** The changes with a little of what is around them; `…` stands for what is left out. */
export function excerptOf(lines: readonly DifferenceLine[], around = 3): readonly DifferenceLine[] {
  const near = new Set<number>();
  for (const [index, { sign }] of lines.entries()) {
    if (sign === ' ') continue;
    for (let at = index - around; at <= index + around; at++) near.add(at);
  }
  const excerpt: DifferenceLine[] = [];
  for (const [index, one] of lines.entries()) {
    if (near.has(index)) excerpt.push(one);
    else if (excerpt.at(-1)?.text !== '…') excerpt.push({ sign: ' ', text: '…' });
  }
  return excerpt;
}
