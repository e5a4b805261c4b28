// The back half of the corridor: finished flows become reports, and everything is added up.
import type { AnalysisEvent, InputReport } from './annotate/analysis.ts';
import { annotateFlow } from './annotate/annotate.ts';
import { annotateConnection } from './annotate/connection-findings.ts';
import { plainFlowsAreSilent } from './annotate/rule-findings.ts';
import type { RuleSettings } from './annotate/settings.ts';
import { Summary } from './annotate/summary.ts';
import type { PlainFlow } from './flow/plain.ts';
import type { Flow } from './flow/model.ts';
import type { TlsFacts } from './stream/tls/facts.ts';

/** Judges flows and connections, and hands on what becomes known: these as they come, then each input, then the totals. */
export class Judge {
  readonly #rules: RuleSettings;
  readonly #onEvent: (event: AnalysisEvent) => void;
  readonly #takesPlainFlows: () => boolean;
  readonly #summary = new Summary();

  /** @param takesPlainFlows Asked for each flow in which everything went by the book: whether its counts are enough. */
  constructor(rules: RuleSettings, onEvent: (event: AnalysisEvent) => void, takesPlainFlows: () => boolean) {
    this.#rules = rules;
    this.#takesPlainFlows = takesPlainFlows;
    this.#onEvent = onEvent;
  }

  /** Bound: takes the next finished flow. */
  readonly take = (flow: Flow): void => {
    const report = annotateFlow(flow, this.#rules);
    this.#summary.add(report);
    this.#onEvent({ kind: 'flow', report });
  };

  /** Bound: takes the next TLS connection that is over. */
  readonly takeConnection = (connection: TlsFacts): void => {
    const report = annotateConnection(connection, `tls-${connection.number}`, this.#rules);
    this.#summary.addConnection(report);
    this.#onEvent({ kind: 'connection', report });
  };

  /** Bound: takes a flow in which everything went by the book as counts, where these are enough. */
  readonly takePlain = (flow: PlainFlow): boolean => {
    if (!plainFlowsAreSilent || !this.#takesPlainFlows()) return false;
    this.#summary.addPlain(flow);
    this.#onEvent({ kind: 'plain', flow });
    return true;
  };

  /** Everything was read. */
  end(inputs: readonly InputReport[]): void {
    for (const [index, report] of inputs.entries()) this.#onEvent({ kind: 'input', index, report });
    const packets = inputs.reduce((sum, report) => sum + report.packets, 0);
    const messages = inputs.reduce((sum, { sipMessages }) => sum + sipMessages, 0);
    this.#onEvent({ kind: 'end', totals: this.#summary.totals(packets, messages) });
  }
}
