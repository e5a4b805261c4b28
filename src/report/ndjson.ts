// The analysis as JSON lines, each written as soon as it is known: nothing is held but the causes.
import type { AnalysisEvent } from '../annotate/analysis.ts';
import { CauseBook } from '../annotate/causes.ts';
import { checkShape } from './check-shape.ts';
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

/**
 * Writes `analyze -f ndjson`: a line of type `analysis`, then `flow`, `finding`, `undecided` and `input` as they become
 * known, with `connection` for each TLS connection, at last `cause` (its `findings` count the finding lines from 0) and `summary`.
 */
export function createNdjsonReporter(options: ReporterOptions): Reporter {
  const context: ShapeContext = { files: options.files, locale: options.locale, gate: options.gate };
  const sink = new Sink(options.write);
  const causes = new CauseBook();
  const indexes = new CauseIndexes();
  const line = (type: string, shape: object): void => sink.line(JSON.stringify({ type, ...shape }));
  line('analysis', { schemaVersion: SCHEMA_VERSION, tool: { name: 'siplens', version: options.version } });

  return {
    onGate: (verdict) => line('check', checkShape(verdict, context)),
    onEvent(event: AnalysisEvent): void {
      switch (event.kind) {
        case 'message':
        // Never told: this reporter takes no plain flows.
        case 'plain':
          break;
        case 'flow': {
          const { report } = event;
          causes.add(report);
          line('flow', flowShape(report, context));
          for (const finding of report.findings) {
            indexes.add(finding.cause);
            line('finding', findingShape(finding, report, context));
          }
          for (const item of report.undecided) line('undecided', undecidedShape(item, report, context));
          break;
        }
        case 'connection': {
          const { report } = event;
          causes.add(report);
          line('connection', connectionShape(report, context));
          for (const finding of report.findings) {
            indexes.add(finding.cause);
            line('finding', findingShape(finding, report, context));
          }
          break;
        }
        case 'input':
          line('input', inputShape(event.report, context));
          break;
        case 'end':
          for (const cause of causes.causes()) {
            line('cause', causeShape(cause, indexes.of(cause.key), context));
          }
          line('summary', summaryShape(event.totals));
          sink.flush();
      }
    },
  };
}
