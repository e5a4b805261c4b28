// The events of an analysis, put together into the one document: flows in order of their first message, findings and
// what is undecided in the order of their flows.
import type { Analysis, AnalysisEvent, FindingDocument, FlowDocument, UndecidedDocument } from './documents.ts';

/** A flow with what was said of it. */
interface Entry {
  readonly order: number;
  readonly flow: FlowDocument;
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
  readonly #entries: Entry[] = [];
  #findings = 0;

  add(event: AnalysisEvent): void {
    switch (event.type) {
      case 'analysis':
        this.#head = { schemaVersion: event.schemaVersion, tool: event.tool };
        break;
      case 'flow':
        this.#entries.push({ order: orderOf(event.id), flow: withoutType(event), findings: [], undecided: [] });
        break;
      // What is said of a flow comes right after it.
      case 'finding':
        this.#entries.at(-1)?.findings.push([this.#findings++, withoutType(event)]);
        break;
      case 'undecided':
        this.#entries.at(-1)?.undecided.push(withoutType(event));
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

  /** @throws RangeError when the events did not come to their end. */
  analysis(): Analysis {
    if (!this.#head || !this.#summary) throw new RangeError('the events ended before the analysis did');
    const entries = this.#entries.sort((a, b) => a.order - b.order);
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
      flows: entries.map(({ flow }) => flow),
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
