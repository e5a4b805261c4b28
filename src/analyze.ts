// The corridor: leads each packet of the inputs through the rooms, and hands on what becomes known.
import type { AnalysisEvent } from './annotate/analysis.ts';
import type { RuleSettings } from './annotate/settings.ts';
import type { FlowLimits } from './flow/tracker.ts';
import type { Input } from './intake.ts';
import { Judge } from './judge.ts';
import { observe, type Observed } from './observation.ts';

export type { Input } from './intake.ts';

/** What is wanted of an analysis. */
export interface AnalyzeOptions {
  /** Also hand on every message as it arrives. Costs memory: flows are then kept as objects, not as bytes. */
  readonly messages?: boolean;
  /**
   * Asked for each flow in which everything went by the book, with nothing to be found: when its counts are enough (true),
   * it is handed on as `plain`, which takes a fraction of the time.
   */
  readonly takesPlainFlows?: () => boolean;
  readonly rules?: RuleSettings;
  readonly limits?: Partial<FlowLimits>;
  /** TLS secrets in NSS key log format. */
  readonly keyLog?: Uint8Array;
}

/** Thrown when an input is no capture at all; everything that could be read of the others has been handed on. */
export class CaptureError extends Error {
  override readonly name = 'CaptureError';
  readonly code: 'empty' | 'not-a-capture';
  /** Name of the input. */
  readonly input: string;

  constructor(code: 'empty' | 'not-a-capture', input: string) {
    super(`${input} is ${code === 'empty' ? 'empty' : 'not a capture'}`);
    this.code = code;
    this.input = input;
  }
}

/**
 * Analyzes inputs as one observation, merged by time, and hands on what becomes known, in order: flows (and messages) as
 * they end, then each input, then the totals.
 * @throws CaptureError when an input is no capture; what an input itself throws while it is read.
 */
export async function analyzeEvents(
  inputs: readonly Input[],
  options: AnalyzeOptions,
  onEvent: (event: AnalysisEvent) => void,
): Promise<void> {
  const judge = new Judge(options.rules ?? {}, onEvent, options.takesPlainFlows ?? (() => false));
  const observed = await observe(
    inputs,
    { limits: options.limits, keyLog: options.keyLog },
    {
      onFlow: judge.take,
      onPlain: judge.takePlain,
      onConnection: judge.takeConnection,
      ...(options.messages ? { onSighting: (sighting) => onEvent({ kind: 'message', sighting }) } : {}),
    },
  );
  judge.end(observed.inputs);
  refuse(observed);
}

/** @throws CaptureError when an input is no capture. */
export function refuse({ problem }: Observed): void {
  if (problem) throw new CaptureError(problem.code, problem.input);
}
