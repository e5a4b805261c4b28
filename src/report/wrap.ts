// Running text becomes lines of a given width.
import { columnsOf } from './printable.ts';

const NO_BREAK = '\u00a0';

/** Text that `wrap` keeps on one line: a command to copy. */
export function together(text: string): string {
  return text.replaceAll(' ', NO_BREAK);
}

/**
 * Breaks printable text at spaces so that no line is wider than `width` columns; a single longer word (a URI) keeps a
 * line of its own rather than being cut, because people copy it. Linear in the length of the text.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    if (word === '') continue;
    const columns = columnsOf(word);
    if (line !== '' && used + 1 + columns > width) {
      lines.push(line);
      line = '';
      used = 0;
    }
    line = line === '' ? word : `${line} ${word}`;
    used += columns + (used === 0 ? 0 : 1);
  }
  if (line !== '') lines.push(line);
  return lines.map((filled) => filled.replaceAll(NO_BREAK, ' '));
}

/** Lines behind a label: the label stands before the first, the others are indented by as much. */
export function labelled(label: string, labelColumns: number, lines: readonly string[]): string[] {
  const indent = ' '.repeat(labelColumns);
  return lines.map((line, index) =>
    index === 0 ? label + ' '.repeat(Math.max(0, labelColumns - columnsOf(label))) + line : indent + line,
  );
}
