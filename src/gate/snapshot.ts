// A recording is compared with a snapshot: flow by flow, in whatever order they came.
import type { FlowReport } from '../annotate/finding.ts';
import type { Flow } from '../flow/model.ts';
import { type WriteOptions, writeFlows, type WrittenScript } from '../script/write.ts';
import { type DifferenceLine, differenceOf } from './line-difference.ts';
import type { SnapshotContent, SnapshotFlow, SnapshotLine } from './snapshot-file.ts';

/** A flow that is not as it was; all of its lines come where it is new, all go where it is missing. */
export interface FlowDifference {
  readonly name: string;
  readonly kind: 'changed' | 'missing' | 'new';
  readonly lines: readonly DifferenceLine[];
}

/** How a recording differs from a snapshot. */
export interface SnapshotDifference {
  /** Hosts and connections; empty where they are the same. */
  readonly head: readonly DifferenceLine[];
  readonly flows: readonly FlowDifference[];
}

/** Flows that one snapshot holds. */
export const MAX_FLOWS = 500;

/** Takes in flows, the first ones by their first message. */
export class FlowCollection {
  #flows: Flow[] = [];
  #left = 0;

  /** Takes in a flow. */
  add({ flow }: FlowReport): void {
    this.#flows.push(flow);
    if (this.#flows.length >= 2 * MAX_FLOWS) this.#shorten();
  }

  /** In order of their first message. */
  get flows(): readonly Flow[] {
    this.#shorten();
    return this.#flows;
  }

  /** Flows beyond those that are kept. */
  get left(): number {
    this.#shorten();
    return this.#left;
  }

  /** The script of what was recorded. */
  written(options: WriteOptions): WrittenScript {
    return writeFlows(this.flows, options);
  }

  #shorten(): void {
    this.#flows.sort((a, b) => numberOf(a) - numberOf(b));
    this.#left += Math.max(0, this.#flows.length - MAX_FLOWS);
    this.#flows = this.#flows.slice(0, MAX_FLOWS);
  }
}

/** Behind the last hyphen: flows are numbered in order of their first message. */
function numberOf({ id }: Flow): number {
  return Number(id.slice(id.lastIndexOf('-') + 1)) || 0;
}

/** What differs; undefined where nothing does. */
export function compareSnapshots(before: SnapshotContent, now: SnapshotContent): SnapshotDifference | undefined {
  const open = { before: [...before.flows], now: [...now.flows] };
  settle(open, (old, young) => sameLines(old.lines, young.lines));
  settle(open, (old, young) => textOf(old) !== textOf(young) && sameLines(...inDirections(old, young)));
  const flows: FlowDifference[] = [];
  for (const old of open.before) {
    const young = mostAlike(old, open.now);
    if (young) open.now.splice(open.now.indexOf(young), 1);
    flows.push(young ? changedFlow(old, young) : wholeFlow(old, 'missing', '-'));
  }
  flows.push(...open.now.map((young) => wholeFlow(young, 'new', '+')));
  const head = before.head.join('\n') === now.head.join('\n') ? [] : differenceOf(before.head, now.head);
  return flows.length === 0 && head.length === 0 ? undefined : { head, flows };
}

interface OpenFlows {
  before: SnapshotFlow[];
  now: SnapshotFlow[];
}

/** Takes away what is the same; a flow of the same name goes first. */
function settle(open: OpenFlows, isSame: (old: SnapshotFlow, young: SnapshotFlow) => boolean): void {
  open.before = open.before.filter((old) => {
    const candidates = open.now.filter((young) => isSame(old, young));
    const found = candidates.find(({ name }) => name === old.name) ?? candidates[0];
    if (found) open.now.splice(open.now.indexOf(found), 1);
    return !found;
  });
}

function textOf({ lines }: SnapshotFlow): string {
  return lines.map(({ text }) => text).join('\n');
}

function sameLines(a: readonly SnapshotLine[], b: readonly SnapshotLine[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ text, seconds }, index) => text === b[index]?.text && sameTime(seconds, b[index]?.seconds))
  );
}

/** Times are never quite the same: a quarter more or less, or a third of a second, means nothing. */
function sameTime(a: number | undefined, b: number | undefined): boolean {
  if (a === undefined || b === undefined) return true;
  return Math.abs(a - b) <= Math.max(0.35, 0.3 * Math.max(a, b));
}

/**
 * What each host says to each other one, in its order: messages that cross on the way come in either order. Lines below
 * a message stay with it.
 */
function inDirections(old: SnapshotFlow, young: SnapshotFlow): [SnapshotLine[], SnapshotLine[]] {
  return [sorted(old), sorted(young)];
}

function sorted({ lines }: SnapshotFlow): SnapshotLine[] {
  const directions = new Map<string, SnapshotLine[]>();
  let current: SnapshotLine[] = [];
  for (const line of lines) {
    const direction = /^(\S+ -> \S+) /.exec(line.text)?.[1];
    if (direction !== undefined) {
      current = directions.get(direction) ?? [];
      directions.set(direction, current);
    }
    // Between messages that came in another order no time can be compared.
    current.push({ text: line.text });
  }
  return [...directions].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, said]) => said);
}

/** The flow that shares most lines, if it shares a third of them. */
function mostAlike(old: SnapshotFlow, candidates: readonly SnapshotFlow[]): SnapshotFlow | undefined {
  const known = new Set(old.lines.map(({ text }) => text));
  let best: SnapshotFlow | undefined;
  let most = 0;
  for (const candidate of candidates) {
    const shared = candidate.lines.filter(({ text }) => known.has(text)).length;
    const share = shared / Math.max(1, Math.max(candidate.lines.length, old.lines.length));
    const score = candidate.name === old.name ? share + 0.01 : share;
    if (share >= 1 / 3 && score > most) [best, most] = [candidate, score];
  }
  return best ?? candidates.find(({ name }) => name === old.name);
}

function changedFlow(old: SnapshotFlow, young: SnapshotFlow): FlowDifference {
  const isAboutTime = textOf(old) === textOf(young);
  const shown = (lines: readonly SnapshotLine[], others: readonly SnapshotLine[]): string[] =>
    lines.map((line, index) =>
      isAboutTime && !sameTime(line.seconds, others[index]?.seconds) ? timed(line) : line.text,
    );
  const lines = differenceOf(shown(old.lines, young.lines), shown(young.lines, old.lines));
  return { name: old.name, kind: 'changed', lines };
}

function timed({ text, seconds }: SnapshotLine): string {
  return seconds === undefined ? text : `+${seconds} ${text}`;
}

function wholeFlow({ name, lines }: SnapshotFlow, kind: 'missing' | 'new', sign: '-' | '+'): FlowDifference {
  return { name, kind, lines: lines.map(({ text }) => ({ sign, text })) };
}
