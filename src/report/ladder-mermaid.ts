// The geometry of a ladder as a Mermaid sequence diagram, for pages that draw these (GitHub, GitLab, wikis). Every text is
// harmless there: letters, digits and spaces stand as they are, whatever means something to Mermaid as an entity.
import type { Ladder, LadderRow, MessageRow } from './ladder.ts';
import type { LadderWords } from './ladder-words.ts';
import { printable } from './printable.ts';

/** The lines of one diagram. */
export function ladderMermaid(title: string, ladder: Ladder, words: LadderWords): readonly string[] {
  const lines = ['sequenceDiagram'];
  const whole = `${nameOf(0)}${ladder.lanes.length > 1 ? `,${nameOf(ladder.lanes.length - 1)}` : ''}`;
  for (const [index, lane] of ladder.lanes.entries()) {
    lines.push(`    participant ${nameOf(index)} as ${harmless(lane.label)}`);
  }
  if (ladder.lanes.length === 0) return lines;
  lines.push(`    Note over ${whole}: ${harmless(title)}`);
  for (const row of ladder.rows) {
    if (row.kind === 'message') lines.push(...messageLines(row, words));
    else lines.push(`    Note over ${whole}: ${harmless(between(row, words))}`);
  }
  if (ladder.omittedSightings > 0)
    lines.push(`    Note over ${whole}: ${harmless(words.omitted(ladder.omittedSightings))}`);
  return lines;
}

function messageLines(row: MessageRow, words: LadderWords): readonly string[] {
  const arrow = row.status === undefined ? '->>' : '-->>';
  const copies = row.copies === 0 ? '' : ` ×${row.copies + 1} ${words.until(row.lastAtUs)}`;
  const label = `${row.label} (${words.at(row.atUs)}, ${words.frame(row.frame)})${copies}`;
  const line = `    ${nameOf(row.from)}${arrow}${nameOf(row.to)}: ${harmless(label)}`;
  if (!row.marked) return [line];
  const side = row.to >= row.from ? 'right' : 'left';
  return [line, `    Note ${side} of ${nameOf(row.to)}: ${harmless(words.here)}`];
}

function between(row: Exclude<LadderRow, MessageRow>, words: LadderWords): string {
  if (row.kind === 'gap') return words.silence(row.us);
  if (row.kind === 'omitted') return words.omitted(row.count);
  return words.repeated(row.times, row.lastAtUs);
}

function nameOf(lane: number): string {
  return `h${lane + 1}`;
}

const ENTITY = /[^\p{L}\p{N} .,:@()/+=×_-]/gu;

/** Mermaid writes a character as `#` and its number; a line of its own word "end" would close a block. */
function harmless(plain: string): string {
  const shown = printable(plain, 120).replace(ENTITY, (char) => `#${char.codePointAt(0) ?? 32};`);
  return shown.replace(/\bend\b/gi, (found) => `${found[0] ?? ''}#${found.charCodeAt(1)};${found[2] ?? ''}`);
}
