// Quoted strings, and how to walk over a header value without being fooled by them (RFC 3261 §25.1). All positions are
// offsets in the text; everything is linear.
import { indexOfCode, skipSpace, trimSpace } from '../bytes/ascii.ts';
import type { Span } from '../bytes/span.ts';

const QUOTE = 34;
const COMMA = 44;
const LESS = 60;
const GREATER = 62;
const BACKSLASH = 92;
const OPEN = 40;
const CLOSE = 41;

/**
 * Position behind the quoted string that starts at `start` (which holds the quote); -1 when it does not end before
 * `end`.
 */
export function skipQuoted(text: string, start: number, end: number): number {
  for (let at = start + 1; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === QUOTE) return at + 1;
  }
  return -1;
}

/** What stands between the quotes, `\x` read as `x`. Text that is not quoted is answered as it is. */
export function unquote(text: string): string {
  if (text.charCodeAt(0) !== QUOTE) return text;
  const end = text.length > 1 && text.endsWith('"') ? text.length - 1 : text.length;
  const inner = text.slice(1, end);
  return inner.includes('\\') ? inner.replace(/\\([^])/g, '$1') : inner;
}

/**
 * First position of `wanted` in [start, end) outside quoted strings; `end` when there is none. A quote that is not
 * closed reaches to the end: anything cleverer would have to look again at every quote, which is quadratic.
 */
export function indexOutsideQuotes(text: string, wanted: number, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === wanted) return at;
    if (code !== QUOTE) continue;
    const behind = skipQuoted(text, at, end);
    if (behind < 0) return end;
    at = behind - 1;
  }
  return end;
}

/** More items in one row are not read: nobody sends them, and each costs memory. */
const MAX_ITEMS = 5000;

/** What an item may still be wrapped in: false once one was found that is not closed, so that nobody looks again. */
interface Wrappings {
  quotes: boolean;
  angles: boolean;
}

/**
 * Splits [start, end) at the commas outside quotes, `<…>` and, with `comments`, `(…)`. Items are trimmed; empty ones
 * (`,,`) are kept, as they are a defect. Behind a quote or angle that is not closed, others are ordinary characters.
 */
export function splitList(text: string, start: number, end: number, comments = false): Span[] {
  const items: Span[] = [];
  const wrappings = { quotes: true, angles: true };
  let from = start;
  while (from <= end && items.length < MAX_ITEMS) {
    const to = itemEnd(text, from, end, comments, wrappings);
    items.push(trimmed(text, from, to));
    from = to + 1;
  }
  return items;
}

/** [start, end) without white space around it. */
export function trimmed(text: string, start: number, end: number): Span {
  const from = skipSpace(text, start, end);
  return { start: from, end: trimSpace(text, from, end) };
}

/** Where the first item of a list ends: at a comma outside quotes, `<…>` and, with `comments`, `(…)`; else at `end`. */
export function itemEnd(
  text: string,
  start: number,
  end: number,
  comments = false,
  wrappings: Wrappings = { quotes: true, angles: true },
): number {
  let depth = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === COMMA && depth === 0) return at;
    if (code === QUOTE && wrappings.quotes) {
      const behind = skipQuoted(text, at, end);
      wrappings.quotes = behind > 0;
      if (behind < 0) return unclosedEnd(text, at + 1, end);
      at = behind - 1;
    } else if (code === LESS && wrappings.angles) {
      const close = indexOfCode(text, GREATER, at, end);
      wrappings.angles = close < end;
      if (close === end) return unclosedEnd(text, at + 1, end);
      at = close;
    } else if (comments && code === OPEN) depth++;
    else if (comments && code === CLOSE && depth > 0) depth--;
  }
  return end;
}

// With a quote or angle open, the item takes everything: what follows cannot be told apart reliably.
function unclosedEnd(text: string, start: number, end: number): number {
  const less = indexOfCode(text, LESS, start, end);
  const close = indexOfCode(text, GREATER, less, end);
  return close < end ? indexOfCode(text, COMMA, close, end) : end;
}
