// Which bytes of something are there: start, end, start, end … ascending, never touching each other.

/** Half-open ranges, flat. */
export type Ranges = number[];

/** Adds `[start, end)`, joining the ranges that it touches or overlaps. */
export function addRange(ranges: Ranges, start: number, end: number): void {
  let from = 0;
  while (from < ranges.length && (ranges[from + 1] ?? 0) < start) from += 2;
  let to = from;
  let joinedStart = start;
  let joinedEnd = end;
  while (to < ranges.length && (ranges[to] ?? 0) <= end) {
    joinedStart = Math.min(joinedStart, ranges[to] ?? start);
    joinedEnd = Math.max(joinedEnd, ranges[to + 1] ?? end);
    to += 2;
  }
  ranges.splice(from, to - from, joinedStart, joinedEnd);
}

/** Calls `fill` for each part of `[start, end)` that is not there, in order. */
export function eachGap(
  ranges: Ranges,
  start: number,
  end: number,
  fill: (gapStart: number, gapEnd: number) => void,
): void {
  let at = start;
  for (let index = 0; index < ranges.length && at < end; index += 2) {
    const knownStart = ranges[index] ?? 0;
    if (knownStart > at) fill(at, Math.min(knownStart, end));
    at = Math.max(at, ranges[index + 1] ?? 0);
  }
  if (at < end) fill(at, end);
}

/** Whether everything below `end` is there, and nothing else. */
export function coversUpTo(ranges: Ranges, end: number): boolean {
  return ranges.length === 2 && ranges[0] === 0 && ranges[1] === end;
}
