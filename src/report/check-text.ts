// The text page of an analysis, and below it how the gate ended: the last lines of a log are those that people see.
import type { Demand, GateVerdict } from '../gate/verdict.ts';
import { demandLines } from './demand-lines.ts';
import { type Palette, paletteFor } from './palette.ts';
import { columnsOf } from './printable.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';
import { createTextReporter } from './text.ts';
import { plainVoice, type VerdictLines, verdictLines } from './verdict-lines.ts';
import { labelled, wrap } from './wrap.ts';

const SIGNS = { passed: '✓', failed: '✗', unusable: '!' } as const satisfies Record<GateVerdict['status'], string>;
const MIN_WIDTH = 60;

/** Writes `check` as text. */
export function createCheckTextReporter(options: ReporterOptions): Reporter {
  const page = createTextReporter(options);
  let verdict: GateVerdict | undefined;
  return {
    takesPlainFlows: () => page.takesPlainFlows?.() ?? false,
    onGate(end): void {
      verdict = end;
    },
    onEvent(event): void {
      page.onEvent(event);
      if (event.kind !== 'end' || !verdict) return;
      const lines = verdictLines(verdict, plainVoice(options.locale));
      const drawn = drawVerdict(lines, verdict.status, Math.max(MIN_WIDTH, options.width), paletteFor(options.color));
      const below = verdict.demands.filter(({ met }) => !met).flatMap((demand) => ['', ...drawDemand(demand, options)]);
      options.write(`\n${[...drawn, ...below].join('\n')}\n`);
    },
  };
}

/** What differs, line by line; nothing for demands that a number says all of. */
function drawDemand(demand: Demand, { locale, color }: ReporterOptions): string[] {
  const { error, good, faint } = paletteFor(color);
  return demandLines(demand, locale).map((line) => {
    const paint = line.startsWith('-') ? error : line.startsWith('+') ? good : faint;
    return `  ${paint(line)}`;
  });
}

/** The headline with its sign, the details below it. */
function drawVerdict(
  { headline, details }: VerdictLines,
  status: GateVerdict['status'],
  width: number,
  palette: Palette,
): string[] {
  const paints = { passed: palette.good, failed: palette.error, unusable: palette.warning };
  const head = labelled(`${SIGNS[status]} `, 2, wrap(headline, width - 2)).map((line) =>
    paints[status](palette.strong(line)),
  );
  const columns = 4 + Math.max(0, ...details.map(({ label }) => columnsOf(label)));
  return [
    ...head,
    ...details.flatMap(({ label, text }) =>
      labelled(`  ${palette.strong(label)}`, columns, wrap(text, width - columns)),
    ),
  ];
}
