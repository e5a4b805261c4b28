// A page for a terminal.
import type { Guide } from '../languages/guide.ts';
import type { Part } from './explain-page.ts';
import { ladderLines } from './explain-page-ladder.ts';
import { type Palette, paletteFor } from './palette.ts';
import { columnsOf, printable } from './printable.ts';
import { labelled, wrap } from './wrap.ts';

/** How the page is drawn. */
export interface PageTextOptions {
  readonly color: boolean;
  readonly width: number;
}

/** Prose wider than this is tiring to read. */
const MAX_PROSE = 100;
const MIN_WIDTH = 60;
/** Longest text of our own. */
const MAX_TEXT = 4_000;

/** The page as lines, with a line end after each. */
export function pageText(parts: readonly Part[], guide: Guide, options: PageTextOptions): string {
  const page = new TextPage(guide, options);
  for (const block of blocksOf(parts)) page.block(block);
  return page.text();
}

/** A title and everything up to the next: their labels stand in one column. */
function blocksOf(parts: readonly Part[]): readonly (readonly Part[])[] {
  const blocks: Part[][] = [];
  for (const part of parts) {
    if (part.kind === 'title' || blocks.length === 0) blocks.push([]);
    blocks.at(-1)?.push(part);
  }
  return blocks;
}

class TextPage {
  readonly #guide: Guide;
  readonly #palette: Palette;
  readonly #width: number;
  readonly #lines: string[] = [];

  constructor(guide: Guide, { color, width }: PageTextOptions) {
    this.#guide = guide;
    this.#palette = paletteFor(color);
    this.#width = Math.max(MIN_WIDTH, width);
  }

  text(): string {
    return `${this.#lines.join('\n')}\n`;
  }

  block(parts: readonly Part[]): void {
    if (this.#lines.length > 0) this.#lines.push('');
    const labels = parts.flatMap((part) => (part.kind === 'labelled' ? [columnsOf(part.label)] : []));
    const columns = 4 + Math.max(0, ...labels);
    for (const part of parts) this.#part(part, columns);
  }

  #part(part: Part, columns: number): void {
    switch (part.kind) {
      case 'title':
        this.#title(part);
        return;
      case 'prose':
        this.#lines.push('');
        for (const line of wrap(shown(part.text), this.#prose(0))) this.#lines.push(line);
        return;
      case 'labelled':
        this.#labelled(part.label, part.items, columns);
        return;
      case 'table':
        this.#table(part);
        return;
      case 'ladder':
        this.#ladder(part);
    }
  }

  /** The notes stand behind the title, or below it where they do not fit. */
  #title({ text, notes }: Extract<Part, { kind: 'title' }>): void {
    const title = shown(text);
    const note = shown(notes.join(' · '));
    const { strong, faint } = this.#palette;
    const fits = columnsOf(title) + 2 + columnsOf(note) <= Math.min(MAX_PROSE, this.#width);
    if (fits && note !== '') this.#lines.push(`${strong(title)}  ${faint(note)}`);
    else {
      for (const line of wrap(title, this.#prose(-2))) this.#lines.push(strong(line));
      for (const line of wrap(note, this.#prose(0))) this.#lines.push(`  ${faint(line)}`);
    }
  }

  #prose(indent: number): number {
    return Math.min(MAX_PROSE, this.#width) - indent - 2;
  }

  #labelled(label: string, items: readonly string[], columns: number): void {
    const width = this.#prose(columns);
    const lines = items.flatMap((item) =>
      items.length > 1 ? labelled('· ', 2, wrap(shown(item), width - 2)) : wrap(shown(item), width),
    );
    this.#lines.push(...labelled(`  ${this.#palette.strong(label)}`, columns, lines));
  }

  /** Below each label the two sides, one under the other: two columns of prose would be too narrow. */
  #table({ label, heads, rows }: Extract<Part, { kind: 'table' }>): void {
    if (rows.length === 0) return;
    this.#lines.push('', this.#palette.strong(label));
    const columns = 4 + Math.max(...rows.map((row) => columnsOf(row.label)));
    const headColumns = 2 + Math.max(...heads.map((head) => columnsOf(head)));
    for (const row of rows) {
      const lines = row.cells.flatMap((cell, index) =>
        labelled(
          this.#palette.note(heads[index] ?? ''),
          headColumns,
          wrap(shown(cell), this.#prose(columns + headColumns)),
        ),
      );
      this.#lines.push(...labelled(`  ${row.label}`, columns, lines));
    }
    this.#lines.push('');
  }

  #ladder({ label, caption, ladder }: Extract<Part, { kind: 'ladder' }>): void {
    const head = shown(`${label}: ${caption}`);
    this.#lines.push('');
    for (const line of wrap(head, this.#prose(2))) this.#lines.push(`  ${line}`);
    const lines = ladderLines(ladder, this.#guide, { width: this.#width - 2, palette: this.#palette });
    this.#lines.push('', ...lines.map((line) => `  ${line}`));
  }
}

/** Our own texts hold nothing harmful; should one ever do, it is harmless here. */
function shown(text: string): string {
  return printable(text, MAX_TEXT);
}
