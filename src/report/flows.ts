// Every flow, one a line: as text, as JSON lines, as CSV. Written as flows finish; nothing is held.
import { callFactsOf } from '../flow/call-facts.ts';
import type { AnalysisEvent } from '../annotate/analysis.ts';
import type { FlowReport } from '../annotate/finding.ts';
import { isPartial, serverOf, worstOf } from './digest.ts';
import { flowShape, type ShapeContext } from './json-shapes.ts';
import { type Palette, paletteFor } from './palette.ts';
import { csvField, fit, pad } from './printable.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';
import { plainSentence } from './sentence.ts';
import { partiesOf, shortUri } from './short.ts';
import { Sink } from './sink.ts';
import { duration, isoTime } from './time.ts';
import { outcomeWord } from './words.ts';

function perFlow(options: ReporterOptions, header: string, line: (report: FlowReport) => string): Reporter {
  const sink = new Sink(options.write);
  sink.text(header);
  return {
    onEvent(event: AnalysisEvent): void {
      if (event.kind === 'flow') sink.text(line(event.report));
      else if (event.kind === 'end') sink.flush();
    },
  };
}

/** `flows -f ndjson`: the flows of `analyze -f json`, one a line. */
export function createFlowsNdjsonReporter(options: ReporterOptions): Reporter {
  const context: ShapeContext = { files: options.files, locale: options.locale };
  return perFlow(options, '', (report) => `${JSON.stringify(flowShape(report, context))}\n`);
}

const COLUMNS = [
  'id',
  'kind',
  'callId',
  'from',
  'to',
  'start',
  'end',
  'seconds',
  'outcome',
  'messages',
  'errors',
  'warnings',
  'worstRule',
  'postDialDelay',
  'setup',
  'talk',
  'endedBy',
] as const;

/** `flows -f csv`. */
export function createFlowsCsvReporter(options: ReporterOptions): Reporter {
  return perFlow(options, `${COLUMNS.join(',')}\r\n`, ({ flow, findings }) => {
    const first = flow.sightings.at(0);
    const last = flow.sightings.at(-1);
    const call = callFactsOf(flow);
    const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
    const fields = [
      flow.id,
      flow.kind,
      flow.callId,
      flow.from,
      flow.to,
      first && isoTime(first.timeUs, first.nanos),
      last && isoTime(last.timeUs, last.nanos),
      seconds(first && last && last.timeUs - first.timeUs),
      flow.outcome,
      flow.sightings.length + flow.omittedSightings,
      count('error'),
      count('warning'),
      worstOf(findings)?.rule,
      seconds(call?.postDialDelayUs),
      seconds(call?.setupUs),
      seconds(call?.talkUs),
      call?.endedBy,
    ];
    return `${fields.map((field) => csvField(field)).join(',')}\r\n`;
  });
}

function seconds(us: number | undefined): number | undefined {
  return us === undefined ? undefined : Number((us / 1e6).toFixed(6));
}

/** `flows` as text: sign, id, time, who to whom, outcome, how long, and the worst finding. */
export function createFlowsTextReporter(options: ReporterOptions): Reporter {
  const palette = paletteFor(options.color);
  const party = Math.max(16, Math.min(32, Math.floor((options.width - 66) / 2)));
  return perFlow(options, '', (report) => {
    const { flow } = report;
    const first = flow.sightings.at(0);
    const startUs = first?.timeUs ?? 0;
    const lastUs = flow.sightings.at(-1)?.timeUs ?? startUs;
    const parties = pad(partiesIn(report, party, options.locale), 2 * party + 3);
    const time = isoTime(startUs, 0).slice(11, 23);
    const columns = [
      flow.id.padEnd(16),
      palette.faint(time),
      parties,
      outcomeWord(flow.outcome, options.locale).padEnd(12),
      duration(lastUs - startUs, options.locale).padStart(8),
    ];
    return `${signOf(report, palette)} ${columns.join('  ')}${worstText(report, options.locale, palette)}\n`;
  });
}

function partiesIn({ flow }: FlowReport, columns: number, locale: string): string {
  const { kind, from, to } = flow;
  if (kind !== 'registration' || from !== to)
    return `${pad(fit(shortUri(from), columns), columns)} → ${fit(shortUri(to), columns)}`;
  return fit(partiesOf({ kind, from, to, server: serverOf(flow) }, locale), 2 * columns + 3);
}

function signOf(report: FlowReport, palette: Palette): string {
  const finding = worstOf(report.findings);
  if (isPartial(report, finding)) return palette.faint('·');
  const worst = finding?.severity;
  if (worst === 'error') return palette.error('✗');
  return worst === 'warning' ? palette.warning('!') : palette.good('✓');
}

function worstText({ findings }: FlowReport, locale: string, palette: Palette): string {
  const worst = worstOf(findings);
  if (!worst || worst.severity === 'info') return '';
  const paint = worst.severity === 'error' ? palette.error : palette.warning;
  return `  ${paint(plainSentence(worst.title, locale))}`;
}
