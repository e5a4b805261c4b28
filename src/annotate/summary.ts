// Counts over the whole analysis, taken from one flow report after another.
import type { FlowKind } from '../flow/model.ts';
import type { PlainFlow } from '../flow/plain.ts';
import type { Totals } from './analysis.ts';
import type { ConnectionReport, FlowReport } from './finding.ts';

/** Different methods that are counted apart; a fuzzer sends a new one in every message. */
const MAX_METHODS = 64;
/** What the methods beyond that are counted as. */
const OTHER = 'other';

/** Adds up the totals of an analysis. Holds numbers only. */
export class Summary {
  readonly #flows: Record<FlowKind, number> = {
    call: 0,
    registration: 0,
    subscription: 0,
    publication: 0,
    message: 0,
    transaction: 0,
  };
  readonly #findings = { error: 0, warning: 0, info: 0 };
  readonly #responses = new Map<string, number[]>();
  #transactions = 0;
  /** The method counted last, and its counts: a flow has few methods. */
  #method = '';
  #counts: number[] | undefined;

  /** Counts one flow. */
  add({ flow, findings }: FlowReport): void {
    this.#flows[flow.kind]++;
    this.#transactions += flow.transactions.length;
    for (const { severity } of findings) this.#findings[severity]++;
    for (const { method, responses } of flow.transactions) {
      if (responses.length === 0) continue;
      const counts = method === this.#method && this.#counts ? this.#counts : this.#countsOf(method);
      this.#method = method;
      this.#counts = counts;
      for (const { message } of responses) counts[message.status] = (counts[message.status] ?? 0) + 1;
    }
  }

  /** Counts what was found about a connection. */
  addConnection({ findings }: ConnectionReport): void {
    for (const { severity } of findings) this.#findings[severity]++;
  }

  /** Counts one flow of which only the counts are known. */
  addPlain({ kind, transactions, responses }: PlainFlow): void {
    this.#flows[kind]++;
    this.#transactions += transactions;
    for (const { method, status } of responses) {
      const counts = this.#countsOf(method);
      counts[status] = (counts[status] ?? 0) + 1;
    }
  }

  /** The totals so far. @param packets of all inputs; @param messages SIP messages of all inputs. */
  totals(packets: number, messages: number): Totals {
    const responses = [...this.#responses].map(
      ([method, counts]) =>
        [method, Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))] as const,
    );
    return {
      packets,
      messages,
      flows: { ...this.#flows },
      transactions: this.#transactions,
      findings: { ...this.#findings },
      responses: Object.fromEntries(responses.sort(([a], [b]) => (a < b ? -1 : 1))),
    };
  }

  /** Status → count. */
  #countsOf(method: string): number[] {
    const known = this.#responses.get(method);
    if (known) return known;
    if (this.#responses.size >= MAX_METHODS && method !== OTHER) return this.#countsOf(OTHER);
    const counts = Array.from({ length: 700 }, () => 0);
    this.#responses.set(method, counts);
    return counts;
  }
}
