// What a user wrote to match captured text becomes a question: `/…/` and `/…/i` are regular expressions, anything else
// is a part of the text in upper or lower case.

/** Whether a captured text is meant. */
export type TextTest = (text: string) => boolean;

const MAX_PATTERN = 200;
/** Captured text is searched up to this many characters: a pattern may be slow, and the text may be made to be. */
const MAX_SEARCHED = 512;

/** @throws RangeError saying what is wrong with the pattern, as the end of a sentence: `is longer than 200 characters`. */
export function textTestOf(wanted: string): TextTest {
  if (wanted === '') throw new RangeError('expected a text or /regular expression/, got ""');
  if (wanted.length > MAX_PATTERN) throw new RangeError(`is longer than ${MAX_PATTERN} characters`);
  const pattern = /^\/(.+)\/(i?)$/s.exec(wanted);
  if (!pattern) {
    const part = wanted.toLowerCase();
    return (text) => text.toLowerCase().includes(part);
  }
  const expression = expressionOf(pattern[1] ?? '', pattern[2] ?? '');
  if (!expression) throw new RangeError(`is not a regular expression: ${wanted}`);
  return (text) => expression.test(text.slice(0, MAX_SEARCHED));
}

function expressionOf(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, `u${flags}`);
  } catch {
    return undefined;
  }
}
