// The analysis in the Test Anything Protocol, version 14: a test point for each flow and group of rules, and for each
// thing that the build demands. Diagnostics are YAML whose strings are quoted as in JSON.
import { OPEN_GATE } from '../gate/gate.ts';
import type { GateVerdict } from '../gate/verdict.ts';
import type { AnyReport } from '../annotate/finding.ts';
import { witnessOf } from '../rules/evidence.ts';
import { findingLines, findingTitle } from './finding-lines.ts';
import { gateWord } from './gate-words.ts';
import { printable } from './printable.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';
import { plainSentence } from './sentence.ts';
import { Sink } from './sink.ts';
import { CaseBook, type TestCase } from './test-cases.ts';
import { emptinessText } from './verdict-lines.ts';
import { demandLines, demandText } from './demand-lines.ts';

/** Writes `-f tap`, all of it when the analysis has ended: the plan stands before the points. */
export function createTapReporter(options: ReporterOptions): Reporter {
  const book = new CaseBook(options.gate ?? OPEN_GATE, options.locale, (testCase, report) =>
    detailsOf(testCase, report, options),
  );
  let verdict: GateVerdict | undefined;
  return {
    takesPlainFlows: () => book.takesPlainFlows,
    onGate(end): void {
      verdict = end;
    },
    onEvent(event): void {
      if (event.kind === 'flow') book.add(event.report);
      else if (event.kind === 'connection') book.addConnection(event.report);
      else if (event.kind === 'plain') book.addPlain();
      else if (event.kind === 'end') writePoints(book, verdict, options);
    },
  };
}

interface Point {
  readonly ok: boolean;
  readonly description: string;
  /** What stands behind the description, and the lines below it. */
  readonly details: string;
}

function writePoints(book: CaseBook, verdict: GateVerdict | undefined, options: ReporterOptions): void {
  const { locale } = options;
  const sink = new Sink(options.write);
  sink.line('TAP version 14');
  const points = [
    ...flowPoints(book),
    ...foldedPoints(book, locale),
    ...(verdict ? demandPoints(verdict, locale) : []),
  ];
  // A plan of nothing says why: TAP calls that a skipped run.
  if (verdict?.emptiness) {
    sink.line(`Bail out! ${escaped(emptinessText(verdict.emptiness, locale))}`);
    sink.flush();
    return;
  }
  sink.line(points.length === 0 ? `1..0 # SKIP ${escaped(gateWord('noFlowAtAll', locale))}` : `1..${points.length}`);
  for (const [index, { ok, description, details }] of points.entries()) {
    sink.line(`${ok ? 'ok' : 'not ok'} ${index + 1} - ${escaped(printable(description))}${details}`);
  }
  sink.flush();
}

function* flowPoints(book: CaseBook): Iterable<Point> {
  for (const { place, cases } of book.flows()) {
    for (const { group, status, body } of cases) {
      yield { ok: status !== 'failed', description: `${place}: ${group}`, details: body };
    }
  }
}

function* foldedPoints({ folded }: CaseBook, locale: string): Iterable<Point> {
  for (const status of ['passed', 'failed', 'skipped'] as const) {
    if (folded[status] === 0) continue;
    const description = `${gateWord('further', locale, { count: folded[status] })}: ${status}`;
    yield { ok: status !== 'failed', description, details: status === 'skipped' ? ' # SKIP' : '' };
  }
}

function* demandPoints(verdict: GateVerdict, locale: string): Iterable<Point> {
  for (const demand of verdict.demands) {
    // Findings have points of their own already.
    if (demand.kind === 'findings') continue;
    const message = demandText(demand, verdict, locale);
    const details = demand.met ? '' : diagnostics({ message, severity: 'fail' }, demandLines(demand, locale));
    yield { ok: demand.met, description: `siplens check: ${demand.kind}`, details };
  }
}

function detailsOf(testCase: TestCase, report: AnyReport, options: ReporterOptions): string {
  const { locale } = options;
  const { failures, remarks, undecided } = testCase;
  const [first] = failures;
  const comments = remarks
    .map((finding) => `\n# ${escaped(`${finding.severity} ${findingTitle(finding, locale)}`)}`)
    .join('');
  if (first) {
    const said = {
      message: findingTitle(first, locale),
      severity: 'fail',
      rules: failures.map(({ rule }) => rule).join(' '),
      fingerprints: failures.map(({ fingerprint }) => fingerprint).join(' '),
      frame: witnessOf(first.evidence[0]).frame,
    };
    const details = failures.flatMap((finding) => findingLines(finding, report, options));
    return diagnostics(said, details) + comments;
  }
  if (undecided.length === 0) return comments;
  const reasons = undecided.map(({ rule, because }) => `${rule}: ${plainSentence(because, locale)}`).join('; ');
  return ` # SKIP ${escaped(printable(reasons, 1_000))}${comments}`;
}

/** A YAML block: JSON strings and numbers are YAML, and so are printable lines below a `|`. */
function diagnostics(said: Readonly<Record<string, string | number>>, details: readonly string[] = []): string {
  const lines = Object.entries(said).map(([key, value]) => `  ${key}: ${JSON.stringify(value)}`);
  if (details.length > 0) lines.push('  details: |', ...details.map((line) => `    ${line}`));
  return ['', '  ---', ...lines, '  ...'].join('\n');
}

/** `#` begins a directive in TAP, and `\` takes its meaning away. */
function escaped(text: string): string {
  return text.replace(/[\\#]/g, '\\$&');
}
