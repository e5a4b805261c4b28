// What the capture could have shown: when it began and how far it has got, and which hosts it hears in which direction.
import type { Endpoint } from '../stream/arrival.ts';
import type { FlowWindow } from './model.ts';

/** `192.0.2.1:5060` → `192.0.2.1`, `[2001:db8::1]:5060` → `[2001:db8::1]`. */
export function hostOf(endpoint: Endpoint): string {
  return endpoint.slice(0, endpoint.lastIndexOf(':'));
}

/**
 * An input that begins this soon after another one ends goes on with it: recordings are rotated without a pause, and
 * between two that have nothing to do with each other there is one.
 */
const SAME_RECORDING_US = 5_000_000;

/** After so long without any packet nobody knows whether the recording went on: what comes later is another stretch. */
const BREAK_US = 3600 * 1_000_000;
/** Breaks that are kept apart in one input; a file that has more of them has no clock worth the name. */
const MAX_STRETCHES = 256;

/** A stretch of capture time, microseconds. */
export interface Stretch {
  firstUs: number;
  lastUs: number;
}

/** The view of the whole capture, as it grows. One per analysis. */
export class CaptureView {
  /** The newest time of any input. */
  lastUs = 0;
  /** By input, in the order in which they were recorded. */
  readonly #stretches: Stretch[][] = [];
  /** By input: the one that the newest packet belongs to. */
  readonly #current: Stretch[] = [];
  /** Endpoint → number of its host. */
  readonly #hostOf = new Map<Endpoint, number>();
  readonly #hosts = new Map<string, number>();
  /** By number of the host that was sent to: the numbers of those that sent. */
  readonly #sendersTo: Set<number>[] = [];
  #pairs = 0;
  readonly #maxPairs: number;

  /** @param maxPairs How many pairs of hosts, and how many endpoints, are remembered at most. */
  constructor(maxPairs: number) {
    this.#maxPairs = maxPairs;
  }

  /** Capture time moves on, with any packet. It never moves back: a clock that was set back does not make time negative. */
  reach(timeUs: number, input: number): void {
    const stretch = this.#current[input];
    if (stretch && timeUs >= stretch.firstUs && timeUs <= stretch.lastUs + BREAK_US) {
      if (timeUs > stretch.lastUs) stretch.lastUs = timeUs;
    } else this.#current[input] = this.#stretchAt(timeUs, input);
    if (timeUs > this.lastUs) this.lastUs = timeUs;
  }

  /** The stretch of an input that a packet belongs to: clocks that are set go back into an earlier one, or begin another. */
  #stretchAt(timeUs: number, input: number): Stretch {
    const stretches = (this.#stretches[input] ??= []);
    const near = stretches.find(({ firstUs, lastUs }) => timeUs >= firstUs - BREAK_US && timeUs <= lastUs + BREAK_US);
    const stretch = near ?? (stretches.length < MAX_STRETCHES ? undefined : stretches[stretches.length - 1]);
    if (!stretch) {
      const begun = { firstUs: timeUs, lastUs: timeUs };
      stretches.push(begun);
      return begun;
    }
    if (timeUs > stretch.lastUs) stretch.lastUs = timeUs;
    else if (timeUs < stretch.firstUs) stretch.firstUs = timeUs;
    return stretch;
  }

  /**
   * The time that was recorded without a break around what these inputs saw of a flow.
   * @param flow First and last message of the flow.
   */
  covered(inputs: () => ReadonlySet<number>, flow: Readonly<Stretch>): Readonly<Stretch> {
    const [only] = this.#stretches;
    const [unbroken] = only ?? [];
    if (unbroken && only?.length === 1 && this.#stretches.length === 1) return { ...unbroken };
    const ofFlow = inputs();
    const known = this.#stretches.flatMap((stretches) => stretches);
    const own = this.#stretches
      .flatMap((stretches, input) => (ofFlow.has(input) ? stretches : []))
      .filter(({ firstUs, lastUs }) => firstUs <= flow.lastUs && lastUs >= flow.firstUs);
    const covered = {
      firstUs: Math.min(flow.firstUs, ...own.map(({ firstUs }) => firstUs)),
      lastUs: Math.max(flow.lastUs, ...own.map(({ lastUs }) => lastUs)),
    };
    for (const { firstUs, lastUs } of known.toSorted((a, b) => a.firstUs - b.firstUs)) {
      if (firstUs <= covered.lastUs + SAME_RECORDING_US && lastUs > covered.lastUs) covered.lastUs = lastUs;
    }
    for (const { firstUs, lastUs } of known.toSorted((a, b) => b.lastUs - a.lastUs)) {
      if (lastUs >= covered.firstUs - SAME_RECORDING_US && firstUs < covered.firstUs) covered.firstUs = firstUs;
    }
    return covered;
  }

  /** A SIP message went from one endpoint to another. */
  hear(source: Endpoint, destination: Endpoint): void {
    const to = this.#numberOf(destination);
    const from = this.#numberOf(source);
    const senders = this.#sendersTo[to];
    if (!senders || from < 0 || this.#pairs >= this.#maxPairs || senders.has(from)) return;
    senders.add(from);
    this.#pairs++;
  }

  /** Whether any SIP message from the host of one endpoint to the host of another was captured. */
  heard(source: Endpoint, destination: Endpoint): boolean {
    const from = this.#hosts.get(hostOf(source));
    return from !== undefined && (this.#sendersOf(destination)?.has(from) ?? false);
  }

  /** Whether any SIP message to the host of an endpoint was captured. */
  heardTowards(endpoint: Endpoint): boolean {
    return (this.#sendersOf(endpoint)?.size ?? 0) > 0;
  }

  #sendersOf(endpoint: Endpoint): ReadonlySet<number> | undefined {
    const host = this.#hosts.get(hostOf(endpoint));
    return host === undefined ? undefined : this.#sendersTo[host];
  }

  /** Number of the host of an endpoint; -1 when there are too many. */
  #numberOf(endpoint: Endpoint): number {
    const known = this.#hostOf.get(endpoint);
    if (known !== undefined) return known;
    if (this.#hostOf.size >= this.#maxPairs) return this.#hosts.get(hostOf(endpoint)) ?? -1;
    const host = hostOf(endpoint);
    let number = this.#hosts.get(host);
    if (number === undefined) {
      number = this.#sendersTo.push(new Set()) - 1;
      this.#hosts.set(host, number);
    }
    this.#hostOf.set(endpoint, number);
    return number;
  }
}

/** The window of one flow at the moment when it is handed on. */
export function windowOf(
  view: CaptureView,
  { firstUs, lastUs }: Readonly<Stretch>,
  startedBefore: boolean,
  lossy: boolean,
): FlowWindow {
  return {
    firstUs,
    lastUs,
    startedBefore,
    lossy,
    bothDirections: (a, b) => view.heard(a, b) && view.heard(b, a),
    sawTrafficTo: (endpoint) => view.heardTowards(endpoint),
  };
}

/** The window of a flow that is still open: nothing can be said yet. */
export const UNSEEN: FlowWindow = {
  firstUs: 0,
  lastUs: 0,
  startedBefore: true,
  lossy: true,
  bothDirections: () => false,
  sawTrafficTo: () => false,
};
