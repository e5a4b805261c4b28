// A page as Markdown (GitHub flavour).
import type { Guide } from '../languages/guide.ts';
import { ladderLines } from './explain-page-ladder.ts';
import type { Part } from './explain-page.ts';
import { paletteFor } from './palette.ts';
import { markdownFence, markdownText } from './printable.ts';

/** Longest text of our own. */
const MAX_TEXT = 4_000;
const LADDER_WIDTH = 90;

/** How the page is written. */
export interface PageMarkdownOptions {
  /** The level of the first heading; 2 when absent. */
  readonly level?: number;
  /** Turns text that is already Markdown, such as a code that another page explains, into a link. */
  readonly link?: (markdown: string, label: string) => string;
}

/** The page as Markdown, with a line end at its end. */
export function pageMarkdown(parts: readonly Part[], guide: Guide, options: PageMarkdownOptions = {}): string {
  const { level = 2, link = (text: string): string => text } = options;
  const blocks = parts.map((part) => partMarkdown(part, guide, level, link).join('\n')).filter((block) => block !== '');
  return `${blocks.join('\n\n')}\n`;
}

function partMarkdown(
  part: Part,
  guide: Guide,
  level: number,
  link: (markdown: string, label: string) => string,
): readonly string[] {
  if (part.kind === 'title') {
    const heading = `${'#'.repeat(level + part.level - 1)} ${text(part.text)}`;
    return part.notes.length === 0 ? [heading] : [heading, '', part.notes.map((note) => text(note)).join(' · ')];
  }
  if (part.kind === 'prose') return [text(part.text)];
  if (part.kind === 'labelled') {
    const items = part.items.map((item) => link(text(item), part.label));
    const [only] = items;
    if (items.length === 1 && only !== undefined) return [`**${text(part.label)}.** ${only}`];
    return [`**${text(part.label)}**`, '', ...items.map((item) => `- ${item}`)];
  }
  if (part.kind === 'table') {
    if (part.rows.length === 0) return [];
    return [
      `| ${text(part.label)} | ${part.heads.map((head) => text(head)).join(' | ')} |`,
      '| --- | --- | --- |',
      ...part.rows.map(({ label, cells }) => `| ${text(label)} | ${cells.map((cell) => text(cell)).join(' | ')} |`),
    ];
  }
  const lines = ladderLines(part.ladder, guide, { width: LADDER_WIDTH, palette: paletteFor(false) });
  return [`**${text(part.label)}.** ${text(part.caption)}`, '', ...markdownFence(lines)];
}

function text(plain: string): string {
  return markdownText(plain, MAX_TEXT);
}
