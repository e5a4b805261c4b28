// What every reporter is: a listener to an analysis that writes text as soon as its format allows.
import type { AnalysisEvent } from '../annotate/analysis.ts';
import type { GateView } from '../gate/gate.ts';
import type { GateVerdict } from '../gate/verdict.ts';

/** What every reporter is told. */
export interface ReporterOptions {
  /** Takes the text, in pieces of about 64 KiB. */
  readonly write: (text: string) => void;
  /** Names of the inputs by index, as the user wrote them: a flow may be reported before its input has ended. */
  readonly files: readonly string[];
  readonly locale: string;
  /** Whether escape codes for colour are wanted. */
  readonly color: boolean;
  /** Columns of the page, where the format has any. */
  readonly width: number;
  /** Version of siplens, for documents that name their author. */
  readonly version: string;
  /** Which findings count, where a gate asks; a flow is added to it before reporters hear of the flow. */
  readonly gate?: GateView;
}

/** A listener to one analysis. The `end` event makes it write what it still holds. */
export interface Reporter {
  onEvent(event: AnalysisEvent): void;
  /** True when the counts of a flow in which everything went by the book are enough for it (event `plain`). */
  takesPlainFlows?(): boolean;
  /** How the gate ended, where there is one: right before the event `end`. */
  onGate?(verdict: GateVerdict): void;
}
