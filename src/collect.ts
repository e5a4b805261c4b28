// The events of an analysis, put together into the one document: flows in order of their first message, findings and
// what is undecided in the order of their flows, TLS connections behind them.
import type {
  Analysis,
  AnalysisEvent,
  ConnectionDocument,
  FindingDocument,
  FlowDocument,
  UndecidedDocument,
} from './documents.ts';

/** A flow or a connection with what was said of it. */
interface Entry<Subject = FlowDocument | ConnectionDocument> {
  readonly order: number;
  readonly subject: Subject;
  /** Each finding with its number in order of arrival. */
  readonly findings: (readonly [number, FindingDocument])[];
  readonly undecided: UndecidedDocument[];
}

/** Waits for the end of the analysis. Throws what it throws. */
export async function collectAnalysis(events: AsyncIterable<AnalysisEvent>): Promise<Analysis> {
  const collector = new Collector();
  for await (const event of events) collector.add(event);
  return collector.analysis();
}

type Head = Pick<Analysis, 'schemaVersion' | 'tool'>;

class Collector {
  #head: Head | undefined;
  #summary: Analysis['summary'] | undefined;
  readonly #inputs: Analysis['inputs'][number][] = [];
  readonly #causes: Analysis['causes'][number][] = [];
  readonly #flows: Entry<FlowDocument>[] = [];
  readonly #connections: Entry<ConnectionDocument>[] = [];
  /** What was told last: what is said of it comes right after it. */
  #latest: Entry | undefined;
  #findings = 0;

  add(event: AnalysisEvent): void {
    switch (event.type) {
      case 'analysis':
        this.#head = { schemaVersion: event.schemaVersion, tool: event.tool };
        break;
      case 'flow':
        this.#flows.push(this.#open(event.id, withoutType(event)));
        break;
      case 'connection':
        this.#connections.push(this.#open(event.id, withoutType(event)));
        break;
      case 'finding':
        this.#latest?.findings.push([this.#findings++, withoutType(event)]);
        break;
      case 'undecided':
        this.#latest?.undecided.push(withoutType(event));
        break;
      case 'input':
        this.#inputs.push(withoutType(event));
        break;
      case 'cause':
        this.#causes.push(withoutType(event));
        break;
      case 'summary':
        this.#summary = withoutType(event);
        break;
      case 'message':
    }
  }

  #open<Subject extends FlowDocument | ConnectionDocument>(id: string, subject: Subject): Entry<Subject> {
    const entry: Entry<Subject> = { order: orderOf(id), subject, findings: [], undecided: [] };
    this.#latest = entry;
    return entry;
  }

  /** @throws RangeError when the events did not come to their end. */
  analysis(): Analysis {
    if (!this.#head || !this.#summary) throw new RangeError('the events ended before the analysis did');
    const flows = this.#flows.sort((a, b) => a.order - b.order);
    const connections = this.#connections.sort((a, b) => a.order - b.order);
    const entries: readonly Entry[] = [...flows, ...connections];
    const findings = entries.flatMap((entry) => entry.findings);
    const indexes = new Map(findings.map(([arrival], index) => [arrival, index]));
    return {
      ...this.#head,
      inputs: this.#inputs,
      summary: this.#summary,
      causes: this.#causes.map((cause) => ({
        ...cause,
        findings: cause.findings.map((arrival) => indexes.get(arrival) ?? -1).sort((a, b) => a - b),
      })),
      findings: findings.map(([, finding]) => finding),
      undecided: entries.flatMap((entry) => entry.undecided),
      flows: flows.map(({ subject }) => subject),
      ...(connections.length > 0 ? { connections: connections.map(({ subject }) => subject) } : {}),
    };
  }
}

function withoutType<Typed extends { readonly type: string }>(event: Typed): Omit<Typed, 'type'> {
  const { type, ...document } = event;
  return document;
}

/** Number behind the last hyphen: flows are numbered in order of their first message. */
function orderOf(id: string): number {
  return Number(id.slice(id.lastIndexOf('-') + 1)) || 0;
}
