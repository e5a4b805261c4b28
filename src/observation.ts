// The front half of the corridor: inputs become finished flows, in the order in which they end.
import type { InputReport } from './annotate/analysis.ts';
import { SipDoor } from './door.ts';
import { DEFAULT_FLOW_LIMITS, type FlowEvents, type FlowLimits, FlowTracker } from './flow/tracker.ts';
import type { Flow } from './flow/model.ts';
import { eachDuplicate, silenceIn } from './ledger/flows.ts';
import { type Input, type Intake, type IntakeSink, MAX_INPUTS } from './intake.ts';
import { hasSecretsAhead } from './capture/secrets-ahead.ts';
import { readMerged, readOne } from './merge.ts';
import { looksLikeSip } from './sip/recognize.ts';
import type { TlsFacts } from './stream/tls/facts.ts';
import { TlsLayers } from './stream/tls/layers.ts';

/** What reading the inputs has shown, beside their flows. */
export interface Observed {
  readonly inputs: readonly InputReport[];
  /** An input that is no capture. */
  readonly problem?: { readonly code: 'empty' | 'not-a-capture'; readonly input: string };
}

/** What else an observation may be given. */
export interface ObserveOptions {
  readonly limits?: Partial<FlowLimits> | undefined;
  /** A TLS key log in NSS format. */
  readonly keyLog?: Uint8Array | undefined;
}

/** Told of what becomes known. */
export interface ObserveEvents extends Omit<FlowEvents, 'note'> {
  /** A TLS connection is over. */
  readonly onConnection?: (facts: TlsFacts) => void;
}

/** How much capture time passes between two looks for TCP connections that have gone quiet. */
const EXPIRE_EVERY_US = 1_000_000;

/**
 * Reads inputs as one observation, merged by time. Flows are handed on as they end.
 * @throws RangeError for more inputs than MAX_INPUTS; what an input itself throws while it is read.
 */
export async function observe(
  inputs: readonly Input[],
  { limits = {}, keyLog }: ObserveOptions,
  events: ObserveEvents,
): Promise<Observed> {
  if (inputs.length > MAX_INPUTS)
    throw new RangeError(`"captures" expected at most ${MAX_INPUTS}, got ${inputs.length}`);
  const observation = new Observation(events, limits);
  if (keyLog) observation.onKeyLog(keyLog);
  const [only] = inputs;
  const intakes =
    inputs.length === 1 && only ? [await readOne(only, 0, observation)] : await readMerged(inputs, observation);
  await observation.end();
  const unusable = intakes.find(({ problem }) => problem !== undefined);
  return {
    inputs: intakes.map(({ report }) => report),
    ...(unusable?.problem ? { problem: { code: unusable.problem, input: unusable.name } } : {}),
  };
}

/** The rooms behind the intakes, joined. */
class Observation implements IntakeSink {
  readonly #tracker: FlowTracker;
  readonly #door: SipDoor;
  readonly #tls: TlsLayers;
  readonly #intakes: Intake[] = [];
  /** The input last heard: what is about no input in particular (a limit was reached) is noted there. */
  #latest = 0;
  #expireAtUs = 0;
  /** SIP messages of all inputs. */
  #messages = 0;

  constructor(events: ObserveEvents, limits: Partial<FlowLimits>) {
    this.#tls = new TlsLayers(events.onConnection);
    const onFlow = (flow: Flow): void => {
      this.#seeFlow(flow);
      events.onFlow(flow);
    };
    this.#tracker = new FlowTracker(
      { ...events, onFlow, note: (code) => this.#intakes[this.#latest]?.notes.note(code, 0) },
      { ...DEFAULT_FLOW_LIMITS, ...limits },
    );
    this.#door = new SipDoor(
      (arrival) => {
        const intake = this.#intakes[arrival.input];
        if (!intake) return;
        if (!this.#tracker.see(arrival, arrival.input)) return intake.notes.note('sip-without-headers', arrival.frame);
        intake.sipMessages++;
        this.#messages++;
        if (arrival.cut) intake.ledger.cutMessages++;
        if (arrival.transport === 'tls' || arrival.transport === 'wss') {
          intake.ledger.unseal(arrival.source, arrival.destination);
        }
      },
      (code, frame, input, times) => this.#intakes[input]?.notes.note(code, frame, times),
      { tls: this.#tls.open },
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
    if (this.#intakes[segment.input] === undefined) {
      this.#intakes[segment.input] = intake;
      if (intake.mayHoldSecrets) this.#tls.secrets.mayGrow = true;
    }
    const before = this.#messages;
    this.#door.push(segment);
    intake.ledger.settle(segment, this.#messages > before);
  };

  readonly onIcmp: IntakeSink['onIcmp'] = (error) => {
    const { bytes, start, end, input, frame } = error;
    if (!looksLikeSip(bytes, start, end) || this.#tracker.hearError(error)) return;
    this.#intakes[input]?.notes.note('icmp-unmatched', frame);
  };

  readonly onKeyLog: IntakeSink['onKeyLog'] = (log) => this.#tls.secrets.add(log);

  readonly prepare: IntakeSink['prepare'] = (first) => {
    const { secrets } = this.#tls;
    if (secrets.ciphers) return undefined;
    const isNeeded = secrets.isUnsettled || (first !== undefined && hasSecretsAhead(first));
    return isNeeded ? secrets.settle() : undefined;
  };

  async end(): Promise<void> {
    // Secrets may have come with the last chunk.
    await this.prepare();
    this.#door.end();
    this.#tls.finish();
    const { dropped } = this.#tls.secrets.log;
    if (dropped > 0) this.#intakes[this.#latest]?.notes.note('key-log-too-large', 0, dropped);
    this.#tracker.finish();
  }

  /** What a flow tells of the recording is told of the input that it began in. */
  #seeFlow(flow: Flow): void {
    eachDuplicate(flow, (input) => {
      const intake = this.#intakes[input];
      if (intake) intake.ledger.duplicates++;
    });
    const silence = silenceIn(flow);
    const ledger = silence && this.#intakes[flow.sightings[0]?.input ?? 0]?.ledger;
    if (silence === 'responses' && ledger) ledger.requestsOnly++;
    if (silence === 'requests' && ledger) ledger.responsesOnly++;
  }
}
