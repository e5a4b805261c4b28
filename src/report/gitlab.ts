// The analysis as a Code Quality report of GitLab: one entry for each fingerprint, as GitLab shows no two that are alike.
import { type AnyFinding, type AnyReport, flowOf, subjectId } from '../annotate/finding.ts';
import { fingerprintOf } from '../annotate/fingerprint.ts';
import { compareSeverity } from '../annotate/settings.ts';
import { OPEN_GATE } from '../gate/gate.ts';
import type { GateVerdict } from '../gate/verdict.ts';
import { witnessOf } from '../rules/evidence.ts';
import type { Severity } from '../rules/rule.ts';
import { problemsOf } from './counted.ts';
import { orderOf } from './digest.ts';
import { gateWord } from './gate-words.ts';
import { printable } from './printable.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';
import { plainSentence } from './sentence.ts';
import { Sink } from './sink.ts';
import { emptinessText } from './verdict-lines.ts';
import { word } from './words.ts';
import { demandText } from './demand-lines.ts';

const SEVERITIES = { error: 'critical', warning: 'major', info: 'info' } as const satisfies Record<Severity, string>;
const MAX_ENTRIES = 10_000;

interface Entry {
  readonly severity: Severity;
  readonly rule: string;
  readonly fingerprint: string;
  readonly title: string;
  readonly path: string;
  readonly order: number;
  /** The first flow or connection, and how several are counted. */
  readonly subject: string;
  readonly inWords: 'inFlows' | 'inConnections';
  readonly frame: number;
  flows: number;
}

/** Writes `-f gitlab`, all of it when the analysis has ended. */
export function createGitlabReporter(options: ReporterOptions): Reporter {
  const gate = options.gate ?? OPEN_GATE;
  const entries = new Map<string, Entry>();
  let left = 0;
  let verdict: GateVerdict | undefined;

  const add = (finding: AnyFinding, report: AnyReport): void => {
    const known = entries.get(finding.fingerprint);
    if (known) known.flows++;
    else if (entries.size < MAX_ENTRIES) entries.set(finding.fingerprint, entryOf(finding, report, options));
    else left++;
  };

  return {
    takesPlainFlows: () => true,
    onGate(end): void {
      verdict = end;
    },
    onEvent(event): void {
      if (event.kind === 'flow' || event.kind === 'connection') {
        for (const finding of problemsOf<AnyFinding>(event.report, gate)) add(finding, event.report);
      }
      if (event.kind !== 'end') return;
      const sorted = [...entries.values()].sort((a, b) => compareSeverity(b.severity, a.severity) || a.order - b.order);
      writeList(
        [
          ...demandShapes(verdict, options),
          ...sorted.map((entry) => shapeOf(entry, options.locale)),
          ...leftShapes(left, options),
        ],
        options,
      );
    },
  };
}

function entryOf(finding: AnyFinding, report: AnyReport, { files, locale }: ReporterOptions): Entry {
  const { severity, rule, fingerprint } = finding;
  const { input, frame } = witnessOf(finding.evidence[0]);
  return {
    severity,
    rule,
    fingerprint,
    title: plainSentence(finding.title, locale),
    path: pathOf(files[input]),
    order: orderOf(subjectId(report)),
    subject: subjectId(report),
    inWords: flowOf(report) ? 'inFlows' : 'inConnections',
    frame,
    flows: 1,
  };
}

function shapeOf(entry: Entry, locale: string): object {
  const where = entry.flows === 1 ? entry.subject : word(entry.inWords, locale, { count: entry.flows });
  return {
    description: `${entry.title} (${where})`,
    check_name: entry.rule,
    fingerprint: entry.fingerprint,
    severity: SEVERITIES[entry.severity],
    location: { path: entry.path, lines: { begin: Math.max(1, entry.frame) } },
  };
}

/** What fails the build beside the findings of single flows. */
function demandShapes(verdict: GateVerdict | undefined, options: ReporterOptions): object[] {
  if (!verdict) return [];
  const { emptiness, status, demands } = verdict;
  if (emptiness) return [noteShape(emptiness.kind, emptinessText(emptiness, options.locale), 'blocker', options)];
  if (status !== 'failed') return [];
  return demands
    .filter(({ met, kind }) => !met && kind !== 'findings')
    .map((demand) => noteShape(demand.kind, demandText(demand, verdict, options.locale), 'critical', options));
}

function leftShapes(left: number, options: ReporterOptions): object[] {
  return left === 0
    ? []
    : [noteShape('more', gateWord('moreFindings', options.locale, { count: left }), 'info', options)];
}

function noteShape(kind: string, description: string, severity: string, { files }: ReporterOptions): object {
  return {
    description: printable(description, 1_000),
    check_name: `siplens-check/${kind}`,
    fingerprint: fingerprintOf(['check', kind]),
    severity,
    location: { path: pathOf(files[0]), lines: { begin: 1 } },
  };
}

/** GitLab wants paths without `./` in front. */
function pathOf(file: string | undefined): string {
  return printable(file ?? '').replace(/^(?:\.\/)+/, '');
}

function writeList(shapes: readonly object[], { write }: ReporterOptions): void {
  const sink = new Sink(write);
  sink.text('[');
  for (const [index, shape] of shapes.entries()) sink.text(`${index === 0 ? '' : ','}\n${JSON.stringify(shape)}`);
  sink.line(shapes.length === 0 ? ']' : '\n]');
  sink.flush();
}
