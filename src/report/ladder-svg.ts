// The geometry of a ladder as SVG: one picture that stands alone, with its own style, in light and in dark. Every text is
// harmless as XML.
import type { Ladder, LadderRow, MessageRow } from './ladder.ts';
import type { LadderWords } from './ladder-words.ts';
import { columnsOf, printable } from './printable.ts';
import { seconds } from './time.ts';

/** A ladder with a heading. */
export interface TitledLadder {
  /** Captured text, not yet harmless. */
  readonly title: string;
  readonly ladder: Ladder;
}

const LEFT = 120;
const RIGHT = 170;
const ROW = 30;
const HEAD = 64;
const FOOT = 24;
const MIN_SPACING = 150;
const MAX_SPACING = 280;
/** Width of a character of the labels, in user units. */
const CHARACTER = 7.3;
const TITLE_CHARACTER = 8.9;

const STYLE = `
svg { color-scheme: light dark; background: light-dark(#fff, #16181d); }
text { font: 13px ui-sans-serif, system-ui, sans-serif; fill: light-dark(#1b1f24, #e6e8eb); }
.title { font-weight: 700; font-size: 15px; }
.lane { font-weight: 600; text-anchor: middle; }
.when, .quiet { font-size: 12px; fill: light-dark(#6a737d, #9aa3ad); }
.when { text-anchor: end; font-family: ui-monospace, monospace; }
.label { text-anchor: middle; }
.life { stroke: light-dark(#c9ced4, #464c55); }
.arrow { stroke: light-dark(#3b424a, #c3c8ce); fill: none; stroke-width: 1.4; }
.response { stroke-dasharray: 5 3; }
.bad text { fill: light-dark(#b3261e, #ff8a80); } .bad .arrow { stroke: light-dark(#b3261e, #ff8a80); }
.good text { fill: light-dark(#1a7f37, #6fd08c); } .good .arrow { stroke: light-dark(#1a7f37, #6fd08c); }
.marked { fill: light-dark(#fff3c4, #4a3d12); }
`;

/** One picture of all ladders, below each other. */
export function ladderSvg(ladders: readonly TitledLadder[], words: LadderWords, more = 0): string {
  let top = 12;
  let width = 320;
  const parts: string[] = [];
  for (const one of ladders) {
    const drawn = drawOne(one, top, words);
    parts.push(...drawn.parts);
    top += drawn.height;
    width = Math.max(width, drawn.width);
  }
  if (more > 0) {
    parts.push(text(16, top + 16, 'quiet', words.moreFlows(more)));
    top += 32;
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${top}" width="${width}" height="${top}" role="img">`,
    `<title>${xml(ladders.map(({ title }) => title).join(', '))}</title>`,
    `<style>${STYLE}</style>`,
    '<defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto-start-reverse">' +
      '<path d="M0 0 10 5 0 10z" fill="context-stroke"/></marker></defs>',
    ...parts,
    '</svg>\n',
  ].join('\n');
}

function drawOne(
  { title, ladder }: TitledLadder,
  top: number,
  words: LadderWords,
): { readonly parts: string[]; readonly width: number; readonly height: number } {
  const spacing = spacingOf(ladder);
  const xOf = (lane: number): number => LEFT + lane * spacing + 40;
  const rows = ladder.rows;
  const bottom = top + HEAD + rows.length * ROW + 8;
  const parts = [text(16, top + 16, 'title', title)];
  for (const [index, lane] of ladder.lanes.entries()) {
    const x = xOf(index);
    parts.push(
      text(x, top + 44, 'lane', lane.label),
      `<line class="life" x1="${x}" y1="${top + 52}" x2="${x}" y2="${bottom}"/>`,
    );
  }
  const last = xOf(Math.max(0, ladder.lanes.length - 1));
  for (const [index, row] of rows.entries()) {
    const y = top + HEAD + index * ROW + ROW / 2;
    parts.push(
      row.kind === 'message' ? arrow(row, y, xOf, last, words) : text(last + 14, y + 4, 'quiet', between(row, words)),
    );
  }
  if (ladder.omittedSightings > 0)
    parts.push(text(last + 14, bottom + 4, 'quiet', words.omitted(ladder.omittedSightings)));
  const titleWidth = 32 + columnsOf(printable(title, 200)) * TITLE_CHARACTER;
  return { parts, width: Math.ceil(Math.max(last + RIGHT, titleWidth)), height: bottom - top + FOOT };
}

/** As far apart as the longest label between neighbours needs, and the names of the lanes. */
function spacingOf(ladder: Ladder): number {
  let widest = MIN_SPACING;
  for (const lane of ladder.lanes) widest = Math.max(widest, columnsOf(lane.label) * CHARACTER + 24);
  for (const row of ladder.rows) {
    if (row.kind !== 'message') continue;
    const spans = Math.max(1, Math.abs(row.to - row.from));
    widest = Math.max(widest, (columnsOf(printable(row.label, 60)) * CHARACTER + 30) / spans);
  }
  return Math.round(Math.min(MAX_SPACING, widest));
}

function arrow(row: MessageRow, y: number, xOf: (lane: number) => number, last: number, words: LadderWords): string {
  const from = xOf(row.from);
  const to = xOf(row.to);
  const line =
    row.from === row.to
      ? `<path class="arrow" marker-end="url(#head)" d="M${from} ${y - 6}h34v12h-34"/>`
      : `<line class="arrow${row.status === undefined ? '' : ' response'}" marker-end="url(#head)" x1="${from}" y1="${y}" x2="${to}" y2="${y}"/>`;
  const label =
    row.from === row.to
      ? `<text x="${from + 42}" y="${y + 4}">${xml(row.label)}</text>`
      : text((from + to) / 2, y - 5, 'label', row.label);
  const note = row.copies === 0 ? '' : `×${row.copies + 1} ${words.until(row.lastAtUs)}`;
  const mark = row.marked
    ? `<rect class="marked" x="8" y="${y - ROW / 2 - 1}" width="${last + RIGHT - 16}" height="${ROW}" rx="4"/>`
    : '';
  const told = [row.marked ? `◀ ${words.here}` : '', note].filter((part) => part !== '').join(' ');
  return [
    `<g class="${toneOf(row)}">`,
    mark,
    text(LEFT - 6, y + 4, 'when', `${seconds(row.atUs)}  #${row.frame}`),
    line,
    label,
    told === '' ? '' : text(last + 14, y + 4, 'quiet', told),
    '</g>',
  ].join('');
}

function toneOf({ status }: MessageRow): string {
  if (status === undefined || status < 200) return 'plain';
  if (status < 300) return 'good';
  return status >= 400 ? 'bad' : 'plain';
}

function between(row: Exclude<LadderRow, MessageRow>, words: LadderWords): string {
  if (row.kind === 'gap') return `⋮ ${words.silence(row.us)}`;
  if (row.kind === 'omitted') return `⋮ ${words.omitted(row.count)}`;
  return `⋮ ${words.repeated(row.times, row.lastAtUs)}`;
}

function text(x: number, y: number, kind: string, content: string): string {
  return `<text class="${kind}" x="${Math.round(x)}" y="${Math.round(y)}">${xml(content)}</text>`;
}

/** Text as XML: no markup, and no character that XML 1.0 forbids. */
function xml(plain: string): string {
  return printable(plain, 200).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
