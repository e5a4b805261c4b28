// Every SIP message goes to the flow of its Call-ID; a flow is handed on when its timers have run out in capture time.
// Memory is bounded by the limits: what they push out is handed on as `evicted`, never dropped.
//
//   see ──▶ pending (bytes, and how far it has come) ──due──▶ quiet ──the next ones are due too──▶ built, handed on
import { latin1 } from '../bytes/ascii.ts';
import { type SipMessage, parseMessage } from '../sip/message.ts';
import { hasSipHeaders } from '../sip/recognize.ts';
import { callIdHashesOf, MessageScan, scanMessage } from '../sip/scan.ts';
import type { Arrival, TransportError } from '../stream/arrival.ts';
import { icmpErrorOf } from './icmp.ts';
import { type FlowKey, FlowTable } from './flow-table.ts';
import type { Flow, Sighting } from './model.ts';
import { MessageStore } from './message-store.ts';
import { newFlow, PendingFlow } from './pending.ts';
import type { PlainFlow } from './plain.ts';
import { Schedule } from './schedule.ts';
import { CaptureView } from './window.ts';

/** Bounds of the flow tracker. All counts. */
export interface FlowLimits {
  /** Sightings in one flow; a longer one is handed on and continued as another flow. */
  readonly maxSightingsPerFlow: number;
  /** Flows open at once; beyond it the one opened first is handed on as evicted. */
  readonly maxOpenFlows: number;
  /** Bytes of messages held by open flows; beyond it as above. */
  readonly maxOpenBytes: number;
  /** So many quiet flows are kept back, in case that a step of the clock made them look finished. */
  readonly keptQuietFlows: number;
  /** Pairs of endpoints whose directions are remembered. */
  readonly maxPairs: number;
}

export const DEFAULT_FLOW_LIMITS: FlowLimits = {
  maxSightingsPerFlow: 2_000,
  maxOpenFlows: 200_000,
  maxOpenBytes: 256 * 1024 * 1024,
  keptQuietFlows: 500,
  maxPairs: 65_536,
};

/** An ICMP error quotes the beginning of a packet. */
const QUOTED = { cut: true } as const;
/** A request for such a URI is SIP whatever became of its headers; a status line alone is not. */
const SIP_URI = /^(?:sips?|tel):/i;
/** What the tracker says about its bounds. */
export type FlowNote = (code: 'flow-evicted' | 'flow-too-long') => void;

/** What the tracker tells of. */
export interface FlowEvents {
  /** A flow is finished, and built. */
  readonly onFlow: (flow: Flow) => void;
  /**
   * Offered a flow in which everything went by the book, before it is built. When it is taken (true), `onFlow` is not told
   * of it any more.
   */
  readonly onPlain?: (flow: PlainFlow) => boolean;
  /** Each sighting as it arrives, its role decided. Costs time and memory where it is wanted. */
  readonly onSighting?: (sighting: Sighting) => void;
  readonly note: FlowNote;
}

/** Sorts messages into flows and hands on each flow once, when it is finished. */
export class FlowTracker {
  readonly view: CaptureView;
  readonly #limits: FlowLimits;
  readonly #events: FlowEvents;
  readonly #store = new MessageStore();
  readonly #open = new FlowTable(this.#store);
  readonly #schedule = new Schedule<PendingFlow>();
  readonly #quiet: PendingFlow[] = [];
  readonly #scan = new MessageScan();
  #openBytes = 0;
  #flows = 0;

  constructor(events: FlowEvents, limits: FlowLimits = DEFAULT_FLOW_LIMITS) {
    this.#events = events;
    this.#limits = limits;
    this.view = new CaptureView(limits.maxPairs);
  }

  /** Takes in one message. False when it is not SIP after all. */
  see(arrival: Arrival, input: number): boolean {
    const { bytes, start, end } = arrival;
    const scan = scanMessage(bytes, start, end, this.#scan) ? this.#scan : undefined;
    const unusual = scan ? undefined : parseMessage(bytes, start, end);
    if (unusual && !hasSipHeaders(unusual) && !SIP_URI.test(unusual.requestUri)) return false;
    const key = unusual ? keyOf(unusual) : undefined;
    let flow = key ? this.#open.find(key) : this.#open.findScanned(bytes, start, this.#scan);
    let continues = false;
    if (flow && flow.count >= this.#limits.maxSightingsPerFlow) {
      this.#events.note('flow-too-long');
      this.#handOn(flow, true);
      flow = undefined;
      continues = true;
    }
    const isNew = flow === undefined;
    flow ??= this.#begin(key ?? this.#scannedKey(bytes, start), arrival.timeUs, continues);
    this.#openBytes += end - start;
    const sighting = flow.add(arrival, input, scan, unusual, this.#store, this.view);
    if (isNew) this.#open.enter(flow);
    if (sighting) this.#events.onSighting?.(sighting);
    if (flow.dueUs < flow.lookUs) this.#lookAt(flow, flow.dueUs);
    if (this.#openBytes > this.#limits.maxOpenBytes || this.#open.size > this.#limits.maxOpenFlows) this.#evict();
    return true;
  }

  /** An ICMP error came that quotes a packet. False when that is no message of a flow that is open. */
  hearError(error: TransportError): boolean {
    const { bytes, start, end, source, destination } = error;
    const quoted = parseMessage(bytes, start, end, QUOTED);
    const flow = quoted.callId === '' ? undefined : this.#open.find(keyOf(quoted));
    return flow?.addError({ error: icmpErrorOf(error), quoted, source, destination }) ?? false;
  }

  /** Capture time has come to `nowUs` in an input: hands on what is finished. Call it for every packet; it is cheap. */
  advance(nowUs: number, input: number): void {
    this.view.reach(nowUs, input);
    if (this.#schedule.isDue(this.view.lastUs)) this.#lookAtDue();
  }

  /** The capture has ended: hands on everything that is open, in order of its beginning. */
  finish(): void {
    for (const flow of this.#open.all) this.#handOn(flow, false);
    this.#quiet.length = 0;
  }

  #begin(key: FlowKey, nowUs: number, continues: boolean): PendingFlow {
    const number = ++this.#flows;
    const live = this.#isEager ? newFlow(key.text ?? '', number, continues) : undefined;
    return new PendingFlow(key, number, continues, nowUs, live);
  }

  /** The Call-ID of the message at hand; its text only where no record will hold it. */
  #scannedKey(bytes: Uint8Array, start: number): FlowKey {
    const { callIdHash, callIdMark, callIdStart, callIdEnd } = this.#scan;
    return {
      hash: callIdHash,
      mark: callIdMark,
      text: this.#isEager ? latin1(bytes, start + callIdStart, start + callIdEnd) : undefined,
    };
  }

  get #isEager(): boolean {
    return this.#events.onSighting !== undefined;
  }

  #lookAt(flow: PendingFlow, atUs: number): void {
    flow.lookUs = atUs;
    this.#schedule.add(flow, atUs);
  }

  #lookAtDue(): void {
    const nowUs = this.view.lastUs;
    for (const flow of this.#schedule.take(nowUs)) {
      // An entry that was overtaken by an earlier look, or by the end of the flow.
      if (flow.lookUs > nowUs || flow.done) continue;
      if (this.#isDue(flow, nowUs)) this.#quiet.push(flow);
    }
    while (this.#quiet.length > this.#limits.keptQuietFlows) {
      const oldest = this.#quiet.shift();
      if (oldest && !oldest.done && this.#isDue(oldest, nowUs)) this.#handOn(oldest, false);
    }
  }

  /** Whether a flow is over; if not, when to look at it again is noted. */
  #isDue(flow: PendingFlow, nowUs: number): boolean {
    const { dueUs } = flow;
    if (dueUs <= nowUs) return true;
    this.#lookAt(flow, dueUs);
    return false;
  }

  #evict(): void {
    const { oldest } = this.#open;
    if (!oldest) return;
    this.#events.note('flow-evicted');
    this.#handOn(oldest, true);
  }

  #handOn(flow: PendingFlow, evicted: boolean): void {
    if (!evicted && this.#isTakenAsPlain(flow)) {
      this.#drop(flow);
      return;
    }
    const built = flow.build(this.#store);
    this.#drop(flow);
    this.#events.onFlow(built.finish(this.view, evicted));
  }

  #isTakenAsPlain(flow: PendingFlow): boolean {
    const { plain } = flow;
    return plain !== undefined && (this.#events.onPlain?.(plain) ?? false);
  }

  #drop(flow: PendingFlow): void {
    flow.done = true;
    this.#open.remove(flow);
    this.#openBytes -= flow.bytes;
    flow.release(this.#store);
  }
}

/** Flows are told apart by Call-ID (RFC 3261 §8.1.1.4); a message without one stands for its transaction only. */
function keyOf({ callId, branch, cseq, fromTag }: SipMessage): FlowKey {
  const text = callId === '' ? `\0${branch} ${cseq} ${fromTag}` : callId;
  return { ...callIdHashesOf(text), text };
}
