// A flow that is not finished: the places of its messages, and no more. What they mean is worked out once, when its
// timers have run out, so that a message costs a copy on arrival and its objects die young.
import { latin1 } from '../bytes/ascii.ts';
import { parseMessage, readScanned, type SipMessage } from '../sip/message.ts';
import type { MessageScan } from '../sip/scan.ts';
import type { Arrival, Endpoint } from '../stream/arrival.ts';
import { LiveFlow } from './flow.ts';
import type { FlowKey } from './flow-table.ts';
import { MAX_ICMP_ERRORS, type QuotedError, tieErrors } from './icmp.ts';
import type { MessageStore } from './message-store.ts';
import type { Sighting } from './model.ts';
import { PlainCourse, type PlainFlow } from './plain.ts';
import { FlowProgress } from './progress.ts';
import { LiveSighting } from './sighting.ts';
import type { CaptureView } from './window.ts';

/** A flow that is not finished. */
export class PendingFlow {
  /** Two hashes of what the tracker finds it by. */
  readonly keyHash: number;
  readonly keyMark: number;
  /** What the tracker finds it by, where that is not the Call-ID in its first record. */
  readonly keyText: string | undefined;
  readonly number: number;
  /** It continues a flow that was handed on because it had grown to the bound. */
  readonly continues: boolean;
  count = 0;
  lastUs: number;
  bytes = 0;
  /** It has been handed on. */
  done = false;
  /** When the tracker looks at it next. */
  lookUs = Number.POSITIVE_INFINITY;
  /** Of its messages. */
  readonly #places: number[] = [];
  /** Nearly every flow has two ends; pair 0 is the way there, pair 1 the way back. */
  #near: Endpoint = '';
  #far: Endpoint = '';
  #heardBack = false;
  /** Source and destination of pair 2, of pair 3 … */
  #others: Endpoint[] | undefined = undefined;
  /** As long as nothing was seen of which only the complete model can tell what it means. */
  #plain: PlainCourse | undefined;
  #errors: QuotedError[] | undefined = undefined;
  readonly #progress = new FlowProgress();
  readonly #live: LiveFlow | undefined;

  /** @param live Where a message is to be worked out as it arrives: for who wants to see each one at once. */
  constructor(key: FlowKey, number: number, continues: boolean, beginUs: number, live: LiveFlow | undefined) {
    this.keyHash = key.hash;
    this.keyMark = key.mark;
    this.keyText = key.text;
    this.number = number;
    this.continues = continues;
    this.lastUs = beginUs;
    this.#live = live;
    this.#plain = continues || live ? undefined : new PlainCourse();
  }

  /** When the flow is over if nothing more comes, in capture time. */
  get dueUs(): number {
    return this.#progress.dueUs(this.lastUs);
  }

  /**
   * Takes in the next message, which is known by its scan or, written in an unusual way, as a whole. Returns its sighting
   * where the flow is live.
   */
  add(
    arrival: Arrival,
    input: number,
    scan: MessageScan | undefined,
    unusual: SipMessage | undefined,
    store: MessageStore,
    view: CaptureView,
  ): Sighting | undefined {
    const pair = this.#pairOf(arrival.source, arrival.destination, view);
    this.count++;
    this.bytes += arrival.end - arrival.start;
    if (arrival.timeUs > this.lastUs) this.lastUs = arrival.timeUs;
    if (scan) this.#progress.noteScanned(arrival.bytes, arrival.start, scan);
    else if (unusual) this.#progress.note(unusual);
    if (this.#live) return accept(this.#live, arrival, input, scan);
    if (!scan || arrival.cut || this.#plain?.take(arrival.bytes, arrival.start, scan, pair) === false) {
      this.#plain = undefined;
    }
    this.#places.push(store.put(arrival, input, pair, scan));
    return undefined;
  }

  /** Works out what the messages mean. Keeps them. */
  build(store: MessageStore): LiveFlow {
    const flow = this.#live ?? this.#build(store);
    if (this.#errors) tieErrors(flow.transactions, this.#errors);
    return flow;
  }

  #build(store: MessageStore): LiveFlow {
    const flow = newFlow(this.callId(store), this.number, this.continues);
    for (const place of this.#places) {
      const stored = store.read(place);
      stored.source = this.#sourceOf(stored.pair);
      stored.destination = this.#destinationOf(stored.pair);
      accept(flow, stored, stored.input, stored.scan);
    }
    return flow;
  }

  /** An ICMP error came about one of its messages; false when there are too many already. */
  addError(error: QuotedError): boolean {
    this.#plain = undefined;
    const errors = (this.#errors ??= []);
    if (errors.length >= MAX_ICMP_ERRORS) return false;
    errors.push(error);
    return true;
  }

  /** What the flow was, where everything in it went by the book. */
  get plain(): PlainFlow | undefined {
    return this.#plain?.end();
  }

  release(store: MessageStore): void {
    for (const place of this.#places) store.release(place);
  }

  /** What the tracker finds it by, as text. */
  callId(store: MessageStore): string {
    if (this.keyText !== undefined) return this.keyText;
    const { bytes, start, scan } = store.read(this.#places[0] ?? 0);
    return scan ? latin1(bytes, start + scan.callIdStart, start + scan.callIdEnd) : '';
  }

  /** Number of a pair of endpoints. A flow has few: the view hears of each once, not with every message. */
  #pairOf(source: Endpoint, destination: Endpoint, view: CaptureView): number {
    if (source === this.#near && destination === this.#far) return 0;
    if (source === this.#far && destination === this.#near) {
      if (!this.#heardBack) view.hear(source, destination);
      this.#heardBack = true;
      return 1;
    }
    if (this.count === 0) {
      this.#near = source;
      this.#far = destination;
      view.hear(source, destination);
      return 0;
    }
    const others = (this.#others ??= []);
    for (let index = 0; index < others.length; index += 2) {
      if (others[index] === source && others[index + 1] === destination) return 2 + index / 2;
    }
    view.hear(source, destination);
    return 1 + others.push(source, destination) / 2;
  }

  #sourceOf(pair: number): Endpoint {
    if (pair === 0) return this.#near;
    return (pair === 1 ? this.#far : this.#others?.[2 * pair - 4]) ?? '';
  }

  #destinationOf(pair: number): Endpoint {
    if (pair === 0) return this.#far;
    return (pair === 1 ? this.#near : this.#others?.[2 * pair - 3]) ?? '';
  }
}

/** A flow by what the tracker finds it by: its Call-ID, or something else behind a NUL. */
export function newFlow(key: string, number: number, continues: boolean): LiveFlow {
  return new LiveFlow(key.startsWith('\0') ? '' : key, number, continues);
}

const DATAGRAM = {};
const CUT_DATAGRAM = { cut: true };
const STREAM = { stream: true };

function accept(flow: LiveFlow, arrival: Arrival, input: number, scan: MessageScan | undefined): Sighting {
  const options = arrival.transport === 'udp' ? (arrival.cut ? CUT_DATAGRAM : DATAGRAM) : STREAM;
  const { bytes, start, end } = arrival;
  const message = scan ? readScanned(bytes, start, end, options, scan) : parseMessage(bytes, start, end, options);
  const sighting = new LiveSighting(message, input, arrival);
  flow.accept(sighting);
  return sighting;
}
