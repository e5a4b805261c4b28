// The whole analysis as one JSON document, one item a line so that two of them can be compared with diff. It holds what
// it will write (as text already) because the summary and the inputs stand before the flows.
import type { AnalysisEvent, InputReport, Totals } from '../annotate/analysis.ts';
import { CauseBook } from '../annotate/causes.ts';
import type { AnyReport, ConnectionReport, FlowReport } from '../annotate/finding.ts';
import type { GateVerdict } from '../gate/verdict.ts';
import { checkShape } from './check-shape.ts';
import { orderOf } from './digest.ts';
import {
  CauseIndexes,
  causeShape,
  connectionShape,
  findingShape,
  flowShape,
  inputShape,
  SCHEMA_VERSION,
  type ShapeContext,
  summaryShape,
  undecidedShape,
} from './json-shapes.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';
import { Sink } from './sink.ts';

/** One finished flow, or connection, as text, waiting for its place. */
interface Entry {
  readonly order: number;
  readonly text: string;
  readonly findings: readonly string[];
  /** `Finding.cause` of each finding. */
  readonly causes: readonly string[];
  readonly undecided: readonly string[];
}

/** Writes `analyze -f json`. Flows stand in order of their first message, findings and undecided in order of their flows, TLS connections last. */
export function createJsonReporter(options: ReporterOptions): Reporter {
  const context: ShapeContext = { files: options.files, locale: options.locale, gate: options.gate };
  const causes = new CauseBook();
  const inputs: InputReport[] = [];
  const entries: Entry[] = [];
  const connections: Entry[] = [];
  let verdict: GateVerdict | undefined;

  const saidOf = (report: AnyReport): Pick<Entry, 'findings' | 'causes'> => {
    causes.add(report);
    return {
      findings: report.findings.map((finding) => JSON.stringify(findingShape(finding, report, context))),
      causes: report.findings.map(({ cause }) => cause),
    };
  };
  const add = (report: FlowReport): void => {
    entries.push({
      order: orderOf(report.flow.id),
      text: JSON.stringify(flowShape(report, context)),
      ...saidOf(report),
      undecided: report.undecided.map((item) => JSON.stringify(undecidedShape(item, report, context))),
    });
  };
  const addConnection = (report: ConnectionReport): void => {
    const text = JSON.stringify(connectionShape(report, context));
    connections.push({ order: orderOf(report.id), text, ...saidOf(report), undecided: [] });
  };

  const write = (totals: Totals): void => {
    const sink = new Sink(options.write);
    entries.sort((a, b) => a.order - b.order);
    connections.sort((a, b) => a.order - b.order);
    const all = [...entries, ...connections];
    const indexes = new CauseIndexes();
    for (const entry of all) for (const cause of entry.causes) indexes.add(cause);
    const causeLines = causes
      .causes()
      .map((cause) => JSON.stringify(causeShape(cause, indexes.of(cause.key), context)));
    sink.line('{');
    sink.line(`"schemaVersion": ${SCHEMA_VERSION},`);
    sink.line(`"tool": ${JSON.stringify({ name: 'siplens', version: options.version })},`);
    writeList(
      sink,
      'inputs',
      inputs.map((input) => JSON.stringify(inputShape(input, context))),
    );
    sink.line(`"summary": ${JSON.stringify(summaryShape(totals))},`);
    if (verdict) sink.line(`"check": ${JSON.stringify(checkShape(verdict, context))},`);
    writeList(sink, 'causes', causeLines);
    writeList(
      sink,
      'findings',
      each(all, (entry) => entry.findings),
    );
    writeList(
      sink,
      'undecided',
      each(entries, (entry) => entry.undecided),
    );
    writeList(
      sink,
      'flows',
      each(entries, (entry) => [entry.text]),
      connections.length === 0,
    );
    if (connections.length > 0) {
      writeList(
        sink,
        'connections',
        each(connections, (entry) => [entry.text]),
        true,
      );
    }
    sink.line('}');
    sink.flush();
  };

  return {
    onGate(end): void {
      verdict = end;
    },
    onEvent(event: AnalysisEvent): void {
      if (event.kind === 'flow') add(event.report);
      else if (event.kind === 'connection') addConnection(event.report);
      else if (event.kind === 'input') inputs.push(event.report);
      else if (event.kind === 'end') write(event.totals);
    },
  };
}

function* each(entries: readonly Entry[], lines: (entry: Entry) => readonly string[]): Iterable<string> {
  for (const entry of entries) yield* lines(entry);
}

function writeList(sink: Sink, key: string, lines: Iterable<string>, last = false): void {
  sink.text(`"${key}": [`);
  let count = 0;
  for (const line of lines) {
    sink.text(count === 0 ? '\n' : ',\n');
    sink.text(line);
    count += 1;
  }
  sink.line(`${count === 0 ? '' : '\n'}]${last ? '' : ','}`);
}
