// Every SIP message goes to the flow of its Call-ID; a flow is handed on when its timers have run out in capture time.
// Memory is bounded by the limits: what they push out is handed on as `evicted`, never dropped.
import type { Arrival } from '../stream/arrival.ts';
import type { SipMessage } from '../sip/message.ts';
import { LiveFlow } from './flow.ts';
import type { Flow, Sighting } from './model.ts';
import { Schedule } from './schedule.ts';
import { LiveSighting } from './sighting.ts';
import { CaptureView } from './window.ts';

/** Bounds of the flow tracker. All counts. */
export interface FlowLimits {
  /** Sightings in one flow; a longer one is handed on and continued as another flow. */
  readonly maxSightingsPerFlow: number;
  /** Flows open at once; beyond it the one opened first is handed on as evicted. */
  readonly maxOpenFlows: number;
  /** Bytes of messages held by open flows; beyond it as above. */
  readonly maxOpenBytes: number;
  /** So many settled flows are kept back, in case that a clock step made them look finished. */
  readonly keptSettledFlows: number;
  /** Pairs of hosts whose directions are remembered. */
  readonly maxHostPairs: number;
}

export const DEFAULT_FLOW_LIMITS: FlowLimits = {
  maxSightingsPerFlow: 2_000,
  maxOpenFlows: 200_000,
  maxOpenBytes: 256 * 1024 * 1024,
  keptSettledFlows: 500,
  maxHostPairs: 65_536,
};

/** A request of these never belongs to a flow of another kind, even where a client reuses the Call-ID. */
const OWN_KIND: ReadonlySet<string> = new Set(['REGISTER', 'PUBLISH']);

/** What the tracker says about its bounds. */
export type FlowNote = (code: 'flow-evicted' | 'flow-too-long') => void;

/** Sorts sightings into flows and hands on each flow once, when it is finished. */
export class FlowTracker {
  readonly view: CaptureView;
  readonly #limits: FlowLimits;
  readonly #onFlow: (flow: Flow) => void;
  readonly #note: FlowNote;
  readonly #open = new Map<string, LiveFlow>();
  readonly #schedule = new Schedule<LiveFlow>();
  readonly #settled: LiveFlow[] = [];
  #openBytes = 0;
  #flows = 0;

  constructor(onFlow: (flow: Flow) => void, note: FlowNote, limits: FlowLimits = DEFAULT_FLOW_LIMITS) {
    this.#onFlow = onFlow;
    this.#note = note;
    this.#limits = limits;
    this.view = new CaptureView(limits.maxHostPairs);
  }

  /** Takes in one message. Returns its sighting, whose role is decided. */
  see(message: SipMessage, input: number, arrival: Arrival): Sighting {
    const sighting = new LiveSighting(message, input, arrival);
    this.view.hear(sighting.source, sighting.destination);
    const key = keyOf(sighting);
    let flow = this.#open.get(key);
    if (flow && flow.sightings.length >= this.#limits.maxSightingsPerFlow) {
      this.#note('flow-too-long');
      this.#handOn(key, flow, 'evicted');
      flow = this.#begin(key, message.callId, true, sighting.timeUs);
    }
    flow ??= this.#begin(key, message.callId, false, sighting.timeUs);
    flow.accept(sighting);
    this.#openBytes += message.text.length;
    if (this.#openBytes > this.#limits.maxOpenBytes || this.#open.size > this.#limits.maxOpenFlows) this.#evict();
    return sighting;
  }

  /** Capture time has come to `nowUs`: hands on what is finished. Call it for every packet; it is cheap. */
  advance(nowUs: number): void {
    this.view.reach(nowUs);
    if (this.#schedule.isDue(this.view.lastUs)) this.#settleDue();
  }

  /** The capture has ended: hands on everything that is open, in order of its beginning. */
  finish(): void {
    for (const [key, flow] of this.#open) this.#handOn(key, flow, 'capture-ended');
    this.#settled.length = 0;
  }

  #begin(key: string, callId: string, continues: boolean, nowUs: number): LiveFlow {
    const flow = new LiveFlow(callId, key, ++this.#flows, continues);
    this.#open.set(key, flow);
    this.#schedule.add(flow, nowUs + FIRST_LOOK_US);
    return flow;
  }

  #settleDue(): void {
    const nowUs = this.view.lastUs;
    for (const flow of this.#schedule.take(nowUs)) {
      if (this.#open.get(flow.key) !== flow) continue;
      const dueUs = flow.dueUs();
      if (dueUs <= nowUs) this.#settled.push(flow);
      else this.#schedule.add(flow, dueUs);
    }
    while (this.#settled.length > this.#limits.keptSettledFlows) this.#releaseOldest(nowUs);
  }

  #releaseOldest(nowUs: number): void {
    const flow = this.#settled.shift();
    if (!flow || this.#open.get(flow.key) !== flow) return;
    if (flow.dueUs() <= nowUs) this.#handOn(flow.key, flow, 'due');
    else this.#schedule.add(flow, flow.dueUs());
  }

  #evict(): void {
    const oldest = this.#open.entries().next().value;
    if (!oldest) return;
    this.#note('flow-evicted');
    this.#handOn(oldest[0], oldest[1], 'evicted');
  }

  #handOn(key: string, flow: LiveFlow, reason: 'due' | 'capture-ended' | 'evicted'): void {
    this.#open.delete(key);
    for (const sighting of flow.sightings) this.#openBytes -= sighting.message.text.length;
    this.#onFlow(flow.finish(this.view, reason));
  }
}

/** How long a new flow rests before it is looked at: no flow is finished sooner. */
const FIRST_LOOK_US = 37_000_000;

/** Flows are told apart by Call-ID (RFC 3261 §8.1.1.4); a message without one stands for its transaction only. */
function keyOf(sighting: LiveSighting): string {
  const { message } = sighting;
  if (message.callId === '') return `\0${message.branch} ${message.cseq} ${message.fromTag}`;
  return OWN_KIND.has(message.method) ? `${message.method}\0${message.callId}` : message.callId;
}
