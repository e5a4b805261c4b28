// The analysis as SARIF 2.1.0. Consumers take every result for a problem, whatever its `kind` and its `suppressions` say:
// so results are problems and nothing else, and what was left out is told in notifications.
import type { InputReport } from '../annotate/analysis.ts';
import { type AnyFinding, type AnyReport, subjectId } from '../annotate/finding.ts';
import { compareSeverity } from '../annotate/settings.ts';
import { OPEN_GATE } from '../gate/gate.ts';
import type { GateVerdict } from '../gate/verdict.ts';
import type { Severity } from '../rules/rule.ts';
import { problemsOf } from './counted.ts';
import { Digest, orderOf } from './digest.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';
import { notificationsOf } from './sarif-notifications.ts';
import { artifactUri, type ResultContext, resultShape } from './sarif-result.ts';
import { ruleDescriptors } from './sarif-rules.ts';
import { Sink } from './sink.ts';

/** Code scanning of GitHub shows as many of one run. */
const MAX_RESULTS = 5_000;

interface Entry {
  readonly severity: Severity;
  readonly order: number;
  readonly rule: string;
  readonly fingerprint: string;
  /** A few milliseconds of JSON: the flow itself is let go. */
  readonly shape: object;
}

/** Writes `-f sarif`, all of it when the analysis has ended: the most severe results first. */
export function createSarifReporter(options: ReporterOptions): Reporter {
  const gate = options.gate ?? OPEN_GATE;
  const context: ResultContext = { files: options.files, locale: options.locale, gate };
  const inputs: InputReport[] = [];
  const digest = new Digest();
  let entries: Entry[] = [];
  let info = 0;
  let left = 0;
  let verdict: GateVerdict | undefined;

  const add = (finding: AnyFinding, report: AnyReport): void => {
    const { severity, rule, fingerprint } = finding;
    const shape = resultShape(finding, report, context);
    entries.push({ severity, order: orderOf(subjectId(report)), rule, fingerprint, shape });
    if (entries.length < 2 * MAX_RESULTS) return;
    entries = entries.sort(worstFirst).slice(0, MAX_RESULTS);
    left += MAX_RESULTS;
  };
  const addReport = (report: AnyReport): void => {
    const problems = problemsOf<AnyFinding>(report, gate);
    for (const finding of problems) add(finding, report);
    for (const finding of report.findings) {
      if (!problems.includes(finding) && gate.standingOf(finding) === 'counted') info++;
    }
  };
  const write = (): void => {
    entries.sort(worstFirst);
    left += Math.max(0, entries.length - MAX_RESULTS);
    const shown = entries.slice(0, MAX_RESULTS);
    const notifications = notificationsOf(
      { verdict, undecided: digest.undecided(), inputs, info, left },
      options.locale,
    );
    writeLog(shown, inputs, notifications, verdict, options);
  };

  return {
    takesPlainFlows: () => true,
    onGate(end): void {
      verdict = end;
    },
    onEvent(event): void {
      digest.add(event);
      if (event.kind === 'flow' || event.kind === 'connection') addReport(event.report);
      else if (event.kind === 'input') inputs.push(event.report);
      else if (event.kind === 'end') write();
    },
  };
}

function worstFirst(a: Entry, b: Entry): number {
  return compareSeverity(b.severity, a.severity) || a.order - b.order;
}

function writeLog(
  entries: readonly Entry[],
  inputs: readonly InputReport[],
  notifications: readonly object[],
  verdict: GateVerdict | undefined,
  { files, version, write }: ReporterOptions,
): void {
  const rules = ruleDescriptors(entries.map(({ rule }) => rule));
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const seen = new Map<string, number>();
  const sink = new Sink(write);
  const head = {
    tool: { driver: { name: 'siplens', version, semanticVersion: version, rules: rules.map(({ shape }) => shape) } },
    automationDetails: { id: 'siplens/' },
    columnKind: 'unicodeCodePoints',
    artifacts: files.map((file, index) => artifactShape(file, inputs[index])),
    invocations: [{ executionSuccessful: verdict?.status !== 'unusable', toolExecutionNotifications: notifications }],
  };
  sink.line('{');
  sink.line('"$schema": "https://json.schemastore.org/sarif-2.1.0.json",');
  sink.line('"version": "2.1.0",');
  sink.line(`"runs": [${JSON.stringify(head).slice(0, -1)},`);
  sink.text('"results": [');
  for (const [index, { shape, rule, fingerprint }] of entries.entries()) {
    const count = (seen.get(fingerprint) ?? 0) + 1;
    seen.set(fingerprint, count);
    const identity = {
      ruleId: rule,
      ruleIndex: indexes.get(rule) ?? -1,
      // Code scanning takes two results with the same one for the same alert.
      partialFingerprints: { 'siplensFinding/v1': fingerprint, primaryLocationLineHash: `${fingerprint}:${count}` },
    };
    sink.text(`${index === 0 ? '' : ','}\n${JSON.stringify({ ...identity, ...shape })}`);
  }
  sink.line(`${entries.length === 0 ? '' : '\n'}]}]`);
  sink.line('}');
  sink.flush();
}

function artifactShape(file: string, input: InputReport | undefined): object {
  return {
    location: { uri: artifactUri(file) },
    roles: ['analysisTarget'],
    length: input?.bytes ?? -1,
    mimeType: 'application/vnd.tcpdump.pcap',
  };
}
