// The corridor: leads each packet of the inputs through the rooms, and hands on what becomes known.
import type { AnalysisEvent } from './annotate/analysis.ts';
import { annotateFlow } from './annotate/annotate.ts';
import type { RuleSettings } from './annotate/settings.ts';
import { Summary } from './annotate/summary.ts';
import { SipDoor } from './door.ts';
import { DEFAULT_FLOW_LIMITS, type FlowLimits, FlowTracker } from './flow/tracker.ts';
import { type Input, type Intake, type IntakeSink } from './intake.ts';
import { readMerged, readOne } from './merge.ts';

export type { Input } from './intake.ts';

/** What is wanted of an analysis. */
export interface AnalyzeOptions {
  /** Also hand on every message as it arrives. Costs memory: flows are then kept as objects, not as bytes. */
  readonly messages?: boolean;
  readonly rules?: RuleSettings;
  readonly limits?: Partial<FlowLimits>;
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

/** How much capture time passes between two looks for TCP connections that have gone quiet. */
const EXPIRE_EVERY_US = 1_000_000;

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
  const analysis = new Analysis(options, onEvent);
  const [only] = inputs;
  const intakes = inputs.length === 1 && only ? [await readOne(only, 0, analysis)] : await readMerged(inputs, analysis);
  analysis.end(intakes);
  for (const { name, problem } of intakes) if (problem) throw new CaptureError(problem, name);
}

/** The rooms behind the intakes, joined. */
class Analysis implements IntakeSink {
  readonly #onEvent: (event: AnalysisEvent) => void;
  readonly #summary = new Summary();
  readonly #tracker: FlowTracker;
  readonly #door: SipDoor;
  readonly #intakes: Intake[] = [];
  /** The input last heard: what is about no input in particular (a limit was reached) is noted there. */
  #latest = 0;
  #expireAtUs = 0;

  constructor(options: AnalyzeOptions, onEvent: (event: AnalysisEvent) => void) {
    this.#onEvent = onEvent;
    const { rules = {} } = options;
    this.#tracker = new FlowTracker(
      {
        onFlow: (flow) => {
          const report = annotateFlow(flow, rules);
          this.#summary.add(report);
          onEvent({ kind: 'flow', report });
        },
        note: (code) => this.#intakes[this.#latest]?.notes.note(code, 0),
        ...(options.messages ? { onSighting: (sighting) => onEvent({ kind: 'message', sighting }) } : {}),
      },
      { ...DEFAULT_FLOW_LIMITS, ...options.limits },
    );
    this.#door = new SipDoor(
      (arrival) => {
        const intake = this.#intakes[arrival.input];
        if (!intake) return;
        if (this.#tracker.see(arrival, arrival.input)) intake.sipMessages++;
        else intake.notes.note('sip-without-headers', arrival.frame);
      },
      (code, frame, input) => this.#intakes[input]?.notes.note(code, frame),
    );
  }

  /** Bound: the intakes call it for every packet. */
  readonly onTime: IntakeSink['onTime'] = (timeUs, input) => {
    this.#tracker.advance(timeUs, input);
    if (timeUs < this.#expireAtUs) return;
    this.#expireAtUs = timeUs + EXPIRE_EVERY_US;
    this.#door.expire(timeUs);
  };

  readonly onSegment: IntakeSink['onSegment'] = (segment, intake) => {
    this.#latest = segment.input;
    this.#intakes[segment.input] ??= intake;
    this.#door.push(segment);
  };

  end(intakes: readonly Intake[]): void {
    this.#door.end();
    this.#tracker.finish();
    const reports = intakes.map(({ report }) => report);
    for (const [index, report] of reports.entries()) this.#onEvent({ kind: 'input', index, report });
    const packets = reports.reduce((sum, report) => sum + report.packets, 0);
    const messages = reports.reduce((sum, { sipMessages }) => sum + sipMessages, 0);
    this.#onEvent({ kind: 'end', totals: this.#summary.totals(packets, messages) });
  }
}
