// The analysis as JUnit XML: a suite for each flow, a case for each group of rules, and a suite for what else the build
// demands. Held to the schema of Jenkins' xUnit plugin (junit-10.xsd), which others read as well. No clock, no host name.
import { OPEN_GATE } from '../gate/gate.ts';
import type { GateVerdict } from '../gate/verdict.ts';
import type { AnyReport } from '../annotate/finding.ts';
import { type FindingLineOptions, findingLines, findingTitle } from './finding-lines.ts';
import { gateWord } from './gate-words.ts';
import { layOutLadder } from './ladder.ts';
import { drawLadder } from './ladder-text.ts';
import { ladderWords } from './ladder-words.ts';
import { paletteFor } from './palette.ts';
import { printable } from './printable.ts';
import { tellingOf } from './proof.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';
import { plainSentence } from './sentence.ts';
import { Sink } from './sink.ts';
import { CaseBook, type TestCase, type WrittenFlow } from './test-cases.ts';
import { seconds } from './time.ts';
import { emptinessText } from './verdict-lines.ts';

import { xmlElement, xmlLines } from './xml.ts';
import { demandLines, demandText } from './demand-lines.ts';

const LADDER_WIDTH = 100;
/** Ladders are drawn for the first failed cases. */
const MAX_LADDERS = 200;

/** Writes `-f junit`, all of it when the analysis has ended: the counts stand before the cases. */
export function createJunitReporter(options: ReporterOptions): Reporter {
  let ladders = 0;
  const book = new CaseBook(options.gate ?? OPEN_GATE, options.locale, (testCase, report) => {
    const draws = testCase.status === 'failed' && ladders++ < MAX_LADDERS;
    return caseBody(testCase, report, options, draws);
  });
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
      else if (event.kind === 'end') writeSuites(book, verdict, options);
    },
  };
}

/** What stands inside the element of a case. */
function caseBody(testCase: TestCase, report: AnyReport, options: FindingLineOptions, draws: boolean): string {
  const { locale } = options;
  const { failures, remarks, undecided } = testCase;
  const said: string[] = [];
  const [first] = failures;
  if (first) {
    const more = failures.length > 1 ? ` (+${failures.length - 1})` : '';
    const blocks = failures.map((finding) => xmlLines(findingLines(finding, report, options)));
    const message = `${findingTitle(first, locale)}${more}`;
    said.push(xmlElement('failure', { message, type: first.rule }, blocks.join('\n\n')));
  } else if (undecided.length > 0) {
    const reasons = undecided.map(({ rule, because }) => `${rule}: ${plainSentence(because, locale)}`);
    said.push(xmlElement('skipped', { message: reasons.join('; ') }));
  }
  const lines = remarks.map((finding) => `${finding.severity} ${findingTitle(finding, locale)}`);
  if (draws) lines.push(...ladderOf(report, options));
  if (lines.length > 0) said.push(`<system-out>${xmlLines(lines)}</system-out>`);
  return said.join('');
}

function ladderOf(report: AnyReport, { locale }: FindingLineOptions): string[] {
  if (!('flow' in report)) return [];
  const ladder = layOutLadder(report.flow, { telling: tellingOf(report) });
  return drawLadder(ladder, { width: LADDER_WIDTH, palette: paletteFor(false), ...ladderWords(locale) });
}

interface Suite {
  readonly xml: string;
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
}

function writeSuites(book: CaseBook, verdict: GateVerdict | undefined, options: ReporterOptions): void {
  const file = options.files.map((name) => printable(name)).join(', ');
  const suites = book.flows().map((flow) => flowSuite(flow, file));
  const further = foldedSuite(book, options.locale);
  if (further) suites.push(further);
  if (verdict && tellsMore(verdict)) suites.push(demandSuite(verdict, options.locale));
  const sum = (key: 'tests' | 'failures' | 'errors'): number => suites.reduce((total, suite) => total + suite[key], 0);
  const sink = new Sink(options.write);
  sink.line('<?xml version="1.0" encoding="UTF-8"?>');
  sink.line(
    `<testsuites name="siplens" tests="${sum('tests')}" failures="${sum('failures')}" errors="${sum('errors')}">`,
  );
  for (const { xml } of suites) sink.line(xml);
  sink.line('</testsuites>');
  sink.flush();
}

function flowSuite({ id, place, durationUs, cases }: WrittenFlow, file: string): Suite {
  const written = cases.map(({ group, body }) => xmlElement('testcase', { name: group, classname: place }, body));
  return suiteOf(`${id} ${place}`, written, cases, { file, time: seconds(durationUs) });
}

function suiteOf(
  name: string,
  written: readonly string[],
  cases: readonly { readonly status: TestCase['status'] | 'unusable' }[],
  attributes: Readonly<Record<string, string>> = {},
): Suite {
  const count = (wanted: string): number => cases.filter(({ status }) => status === wanted).length;
  const counts = {
    tests: cases.length,
    failures: count('failed'),
    errors: count('unusable'),
    skipped: count('skipped'),
  };
  return { ...counts, xml: xmlElement('testsuite', { name, ...counts, ...attributes }, `\n${written.join('\n')}\n`) };
}

/** Flows beyond those that are listed, a case for each way in which they ended. */
function foldedSuite({ folded }: CaseBook, locale: string): Suite | undefined {
  const cases = (['passed', 'failed', 'skipped'] as const).filter((status) => folded[status] > 0);
  if (cases.length === 0) return undefined;
  const written = cases.map((status) => {
    const message = gateWord('further', locale, { count: folded[status] });
    const body = {
      passed: '',
      failed: xmlElement('failure', { message }),
      skipped: xmlElement('skipped', { message }),
    };
    return xmlElement('testcase', { name: `${message}: ${status}`, classname: 'siplens' }, body[status]);
  });
  return suiteOf(
    'siplens',
    written,
    cases.map((status) => ({ status })),
  );
}

/** Findings have cases of their own already. */
function tellsMore({ demands, emptiness }: GateVerdict): boolean {
  return emptiness !== undefined || demands.some(({ kind }) => kind !== 'findings');
}

/** What a build demands beside the findings of single flows. */
function demandSuite(verdict: GateVerdict, locale: string): Suite {
  const classname = 'siplens check';
  const { emptiness, demands } = verdict;
  if (emptiness) {
    const message = emptinessText(emptiness, locale);
    const error = xmlElement('error', { message, type: emptiness.kind });
    return suiteOf(
      classname,
      [xmlElement('testcase', { name: 'recording', classname }, error)],
      [{ status: 'unusable' }],
    );
  }
  const others = demands.filter(({ kind }) => kind !== 'findings');
  const cases = others.map((demand) => {
    const message = demandText(demand, verdict, locale);
    const status = demand.met ? ('passed' as const) : ('failed' as const);
    const lines = xmlLines(demandLines(demand, locale));
    const body = demand.met ? '' : xmlElement('failure', { message, type: demand.kind }, lines);
    return { status, written: xmlElement('testcase', { name: demand.kind, classname }, body) };
  });
  return suiteOf(
    classname,
    cases.map(({ written }) => written),
    cases,
  );
}
