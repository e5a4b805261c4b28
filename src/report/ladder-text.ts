// The geometry of a ladder is drawn with box characters for a terminal or a fenced block. Every line is printable.
import type { Ladder, LadderRow, MessageRow } from './ladder.ts';
import type { LadderWords } from './ladder-words.ts';
import type { Palette } from './palette.ts';
import { columnsOf, fit, pad, printable } from './printable.ts';
import { seconds } from './time.ts';

/** How a ladder is drawn, and the words on it. */
export interface LadderTextOptions extends Pick<LadderWords, 'here' | 'until' | 'silence' | 'omitted' | 'repeated'> {
  /** Columns there are. */
  readonly width: number;
  readonly palette: Palette;
}

/** Narrowest useful distance between two lanes: `◀─ 100 Trying ─`. */
const MIN_SPACING = 15;
const MAX_SPACING = 40;
/** What an arrow needs beside its words, lane included: `─  ─▶│`. */
const ARROW_COLUMNS = 6;
/** Room for `◀ here ×10 until 31.5 s` behind the last lane. */
const NOTE_COLUMNS = 24;

/** Draws the ladder; lanes with letters and a legend where the names do not fit, a list where the lanes do not. */
export function drawLadder(ladder: Ladder, options: LadderTextOptions): string[] {
  if (ladder.lanes.length === 0) return [];
  const gutter = gutterOf(ladder);
  const spans = Math.max(1, ladder.lanes.length - 1);
  const names = ladder.lanes.map((lane) => printable(lane.label, 60));
  const room = options.width - columnsOf(gutter.blank) - 2;
  const notes = Math.min(NOTE_COLUMNS, widestNote(ladder, options));
  const between = Math.floor((room - Math.max(notes, halfName(names.at(-1))) - halfName(names[0])) / spans);
  const spacing = Math.min(MAX_SPACING, between, widestRow(ladder, names, spans));
  if (spacing < MIN_SPACING) return drawList(ladder, names, gutter, options);
  return drawLanes(ladder, names, spacing, gutter, options);
}

interface Gutter {
  readonly blank: string;
  readonly of: (row: MessageRow) => string;
}

function gutterOf(ladder: Ladder): Gutter {
  let timeColumns = 5;
  let frameColumns = 2;
  for (const row of ladder.rows) {
    if (row.kind !== 'message') continue;
    timeColumns = Math.max(timeColumns, seconds(row.atUs).length);
    frameColumns = Math.max(frameColumns, String(row.frame).length + 1);
  }
  return {
    blank: ' '.repeat(timeColumns + frameColumns + 3),
    of: (row) => `${seconds(row.atUs).padStart(timeColumns)}  ${`#${row.frame}`.padEnd(frameColumns)} `,
  };
}

function halfName(name = ''): number {
  return Math.ceil(columnsOf(name) / 2);
}

/** Columns behind the last lane. */
function widestNote(ladder: Ladder, options: LadderTextOptions): number {
  let widest = 4;
  for (const row of ladder.rows) {
    const note = row.kind === 'message' ? noteOf(row, options) : `⋮ ${betweenText(row, options)}`;
    widest = Math.max(widest, columnsOf(note) + 3);
  }
  return widest;
}

/** No wider than the labels need: long arrows without words are empty space. */
function widestRow(ladder: Ladder, names: readonly string[], spans: number): number {
  let widest = spans === 1 ? Math.max(...names.map(columnsOf)) + 3 : MIN_SPACING;
  for (const name of names) widest = Math.max(widest, Math.min(26, columnsOf(name) + 2));
  for (const row of ladder.rows) {
    if (row.kind === 'message') widest = Math.max(widest, columnsOf(printable(row.label, 60)) + 8);
  }
  return Math.max(MIN_SPACING, widest);
}

function drawLanes(
  ladder: Ladder,
  names: readonly string[],
  spacing: number,
  gutter: Gutter,
  options: LadderTextOptions,
): string[] {
  const { palette } = options;
  const heads = headsFor(names, spacing - 1);
  const first = Math.max(1, ...heads.rows.map((row) => halfName(row[0])));
  const positions = ladder.lanes.map((_, index) => first + index * spacing);
  const lines = heads.legend.map((line) => gutter.blank + line);
  for (const row of heads.rows) lines.push(gutter.blank + palette.strong(headLine(row, positions)));
  const idle = positions
    .map((position, index) => ' '.repeat(position - (index === 0 ? 0 : (positions[index - 1] ?? 0) + 1)) + '│')
    .join('');
  for (const row of ladder.rows) {
    if (row.kind === 'message') lines.push(messageLine(row, positions, gutter, options));
    else lines.push(gutter.blank + palette.faint(`${idle}  ⋮ ${betweenText(row, options)}`));
  }
  if (ladder.omittedSightings > 0)
    lines.push(gutter.blank + palette.faint(`${idle}  ⋮ ${options.omitted(ladder.omittedSightings)}`));
  return lines.map((line) => line.trimEnd());
}

interface Heads {
  readonly legend: readonly string[];
  /** One or two lines above the lanes. */
  readonly rows: readonly (readonly string[])[];
}

/** The names on one line, or host and port on two, or letters with a legend: the first that fits. */
function headsFor(names: readonly string[], columns: number): Heads {
  const fits = (row: readonly string[]): boolean => row.every((name) => columnsOf(name) <= columns);
  if (fits(names)) return { legend: [], rows: [names] };
  const hosts = names.map((name) => name.replace(/:\d+$/, ''));
  const ports = names.map((name, index) => name.slice(hosts[index]?.length));
  if (fits(hosts)) return { legend: [], rows: [hosts, ports] };
  const letters = names.map((_, index) => letter(index));
  return { legend: names.map((name, index) => `${letter(index)} = ${name}`), rows: [letters] };
}

function headLine(heads: readonly string[], positions: readonly number[]): string {
  let line = '';
  for (const [index, head] of heads.entries()) {
    const start = Math.max(0, (positions[index] ?? 0) - Math.floor(columnsOf(head) / 2));
    line = pad(line, start) + head;
  }
  return line;
}

function messageLine(
  row: MessageRow,
  positions: readonly number[],
  gutter: Gutter,
  options: LadderTextOptions,
): string {
  const { palette } = options;
  const paint = paintOf(row, palette);
  const from = positions[row.from] ?? 0;
  const to = positions[row.to] ?? 0;
  const left = Math.min(from, to);
  const right = Math.max(from, to);
  const full = printable(row.label, 80);
  const label = columnsOf(full) + ARROW_COLUMNS <= right - left ? full : printable(row.shortLabel, 80);
  let line = '';
  let at = 0;
  for (const position of positions) {
    if (position > left && position <= right) continue;
    line += `${' '.repeat(position - at)}│`;
    at = position + 1;
    if (position !== left || left === right) continue;
    line += `${paint(arrow(label, right - left - 1, from < to))}│`;
    at = right + 1;
  }
  if (left === right) line += ` ${paint(`↺ ${label}`)}`;
  const note = noteOf(row, options);
  return `${palette.faint(gutter.of(row))}${line}${note === '' ? '' : `  ${note}`}`;
}

/** `── INVITE ───────▶` or `◀── 200 OK ──────`: the words stand on the left in both directions. */
function arrow(label: string, columns: number, toTheRight: boolean): string {
  const shown = fit(label, columns - ARROW_COLUMNS + 1);
  const rest = columns - columnsOf(shown) - 3;
  const before = Math.min(rest - 1, 2);
  const after = '─'.repeat(Math.max(0, rest - before));
  const start = '─'.repeat(Math.max(0, before));
  return toTheRight ? `${start} ${shown} ${after}▶` : `◀${start} ${shown} ${after}`;
}

function paintOf(row: MessageRow, palette: Palette): (text: string) => string {
  if (row.status === undefined) return row.marked ? palette.strong : (text) => text;
  if (row.status >= 400) return palette.error;
  if (row.status >= 200 && row.status < 300) return palette.good;
  return row.marked ? palette.strong : (text) => text;
}

function noteOf(row: MessageRow, options: LadderTextOptions): string {
  const notes: string[] = [];
  if (row.marked) notes.push(options.palette.strong(`◀ ${options.here}`));
  if (row.copies > 0) notes.push(`×${row.copies + 1} ${options.until(row.lastAtUs)}`);
  return notes.join(' ');
}

function betweenText(row: Exclude<LadderRow, MessageRow>, options: LadderTextOptions): string {
  if (row.kind === 'gap') return options.silence(row.us);
  if (row.kind === 'omitted') return options.omitted(row.count);
  return options.repeated(row.times, row.lastAtUs);
}

function letter(index: number): string {
  const first = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? first : `${first}${Math.floor(index / 26)}`;
}

/** For more lanes than fit: `  0.010  #2  A → C  INVITE`. */
function drawList(ladder: Ladder, names: readonly string[], gutter: Gutter, options: LadderTextOptions): string[] {
  const { palette } = options;
  const lines = names.map(
    (name, index) => `${gutter.blank}${palette.strong(letter(index))} = ${fit(name, options.width - 20)}`,
  );
  const columns = Math.max(...names.map((_, index) => letter(index).length));
  for (const row of ladder.rows) {
    if (row.kind !== 'message') {
      lines.push(`${gutter.blank}${palette.faint(`⋮ ${betweenText(row, options)}`)}`);
      continue;
    }
    const path = `${letter(row.from).padStart(columns)} → ${letter(row.to).padEnd(columns)}`;
    const note = noteOf(row, options);
    const label = fit(
      printable(row.label, 80),
      Math.max(12, options.width - columnsOf(gutter.blank) - 12 - NOTE_COLUMNS),
    );
    lines.push(
      `${palette.faint(gutter.of(row))}${path}  ${paintOf(row, palette)(label)}${note === '' ? '' : `  ${note}`}`,
    );
  }
  if (ladder.omittedSightings > 0)
    lines.push(gutter.blank + palette.faint(`⋮ ${options.omitted(ladder.omittedSightings)}`));
  return lines.map((line) => line.trimEnd());
}
