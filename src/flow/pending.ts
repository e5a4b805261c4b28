// A flow that is not finished: the places of its messages, and no more. What they mean is worked out once, when its
// timers have run out, so that a message costs a copy on arrival and its objects die young.
import { parseMessage, readScanned, type SipMessage } from '../sip/message.ts';
import type { MessageScan } from '../sip/scan.ts';
import type { Arrival, Endpoint } from '../stream/arrival.ts';
import { LiveFlow } from './flow.ts';
import type { MessageStore } from './message-store.ts';
import type { Sighting } from './model.ts';
import { FlowProgress } from './progress.ts';
import type { StoredMessage } from './record.ts';
import { LiveSighting } from './sighting.ts';
import type { CaptureView } from './window.ts';

/** A flow that is not finished. */
export class PendingFlow {
  /** What the tracker finds it by. */
  readonly key: string;
  readonly number: number;
  /** It continues a flow that was handed on because it had grown to the bound. */
  readonly continues: boolean;
  readonly places: number[] = [];
  readonly #progress = new FlowProgress();
  readonly #live: LiveFlow | undefined;
  /** Who sent to whom: the pairs that the records name by number. */
  readonly sources: Endpoint[] = [];
  readonly destinations: Endpoint[] = [];
  lastUs: number;
  bytes = 0;
  /** It has been handed on. */
  done = false;
  /** When the tracker looks at it next. */
  lookUs = Number.POSITIVE_INFINITY;

  /** @param eager Work out what a message means as it arrives: for who wants to see each one at once. */
  constructor(key: string, number: number, continues: boolean, beginUs: number, eager: boolean) {
    this.key = key;
    this.number = number;
    this.continues = continues;
    this.lastUs = beginUs;
    this.#live = eager ? this.#newFlow() : undefined;
  }

  /** When the flow is over if nothing more comes, in capture time. */
  get dueUs(): number {
    return this.#progress.dueUs(this.lastUs);
  }

  /**
   * Takes in the next message, which is known by its scan or, written in an unusual way, as a whole. Returns its sighting
   * where the flow is eager.
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
    this.bytes += arrival.end - arrival.start;
    if (arrival.timeUs > this.lastUs) this.lastUs = arrival.timeUs;
    if (scan) this.#progress.noteScanned(arrival.bytes, arrival.start, scan);
    else if (unusual) this.#progress.note(unusual);
    if (this.#live) {
      this.places.push(EAGER);
      return accept(this.#live, arrival, input, scan);
    }
    this.places.push(store.put(arrival, input, pair, scan));
    return undefined;
  }

  /** Works out what the messages mean. Keeps them. */
  build(store: MessageStore): LiveFlow {
    if (this.#live) return this.#live;
    const flow = this.#newFlow();
    for (const place of this.places) acceptStored(flow, store.read(place), this.sources, this.destinations);
    return flow;
  }

  release(store: MessageStore): void {
    if (this.#live) return;
    for (const place of this.places) store.release(place);
  }

  #newFlow(): LiveFlow {
    return newFlow(this.key, this.number, this.continues);
  }

  #pairOf(source: Endpoint, destination: Endpoint, view: CaptureView): number {
    for (let pair = this.sources.length - 1; pair >= 0; pair--) {
      if (this.sources[pair] === source && this.destinations[pair] === destination) return pair;
    }
    // A flow has few pairs: the view hears of each once, not with every message.
    view.hear(source, destination);
    this.sources.push(source);
    return this.destinations.push(destination) - 1;
  }
}

/** A flow by what the tracker finds it by: its Call-ID, or something else behind a NUL. */
function newFlow(key: string, number: number, continues: boolean): LiveFlow {
  return new LiveFlow(key.startsWith('\0') ? '' : key, number, continues);
}

/** Takes a message that was stored into the flow that is being built. */
function acceptStored(
  flow: LiveFlow,
  stored: StoredMessage,
  sources: readonly Endpoint[],
  destinations: readonly Endpoint[],
): void {
  stored.source = sources[stored.pair] ?? '';
  stored.destination = destinations[stored.pair] ?? '';
  accept(flow, stored, stored.input, stored.scan);
}

const EAGER = -1;
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
