// What a recording shows of one demand of a build: a sentence, and below it, where there is more to show, lines.
import { excerptOf } from '../gate/line-difference.ts';
import { MAX_FLOWS } from '../gate/snapshot.ts';
import type { Demand, GateVerdict, SnapshotDemand } from '../gate/verdict.ts';
import { gateWord } from './gate-words.ts';
import { printable } from './printable.ts';

/** Lines that one demand shows at most. */
const MAX_LINES = 150;
const MAX_WIDTH = 160;

/** One sentence, printable. */
export function demandText(demand: Demand, { failOn }: GateVerdict, locale: string): string {
  const { kind, count } = demand;
  if (kind === 'snapshot') return snapshotText(demand, locale);
  if (kind === 'warnings') return gateWord('warnings', locale, { count, allowed: demand.allowed });
  return gateWord('findings', locale, { count, failOn });
}

function snapshotText({ file, difference, left }: SnapshotDemand, locale: string): string {
  const named = { file: printable(file, 80) };
  const count = (kind: 'changed' | 'missing' | 'new'): number =>
    difference?.flows.filter((flow) => flow.kind === kind).length ?? 0;
  const said =
    difference && difference.flows.length > 0
      ? gateWord('snapshotChanged', locale, {
          ...named,
          changed: count('changed'),
          missing: count('missing'),
          added: count('new'),
        })
      : gateWord(difference ? 'snapshotHead' : 'snapshotKept', locale, named);
  return left > 0 ? `${said}; ${gateWord('snapshotLeft', locale, { count: left, most: MAX_FLOWS })}` : said;
}

/** What there is to show below the sentence; printable lines, those of a difference with their sign in front. */
export function demandLines(demand: Demand, locale: string): readonly string[] {
  if (demand.kind !== 'snapshot' || !demand.difference) return [];
  const words = { changed: 'flowChanged', missing: 'flowMissing', new: 'flowNew' } as const;
  const { head, flows } = demand.difference;
  const parts = [
    ...(head.length > 0 ? [{ title: gateWord('hosts', locale), lines: head }] : []),
    ...flows.map(({ name, kind, lines }) => ({
      title: gateWord(words[kind], locale, { flow: printable(name, 60) }),
      lines,
    })),
  ];
  const shown = parts.flatMap(({ title, lines }) => [
    `@@ ${title} @@`,
    ...excerptOf(lines).map(({ sign, text }) => `${sign} ${printable(text, MAX_WIDTH)}`.trimEnd()),
  ]);
  if (shown.length <= MAX_LINES) return shown;
  return [...shown.slice(0, MAX_LINES), gateWord('moreDifferences', locale, { count: shown.length - MAX_LINES })];
}
