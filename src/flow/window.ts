// What the capture could have shown: when it began and how far it has got, and which hosts it hears in which direction.
import type { Endpoint } from '../stream/arrival.ts';
import type { FlowWindow } from './model.ts';

/** `192.0.2.1:5060` → `192.0.2.1`, `[2001:db8::1]:5060` → `[2001:db8::1]`. */
export function hostOf(endpoint: Endpoint): string {
  return endpoint.slice(0, endpoint.lastIndexOf(':'));
}

/** The view of the whole capture, as it grows. One per analysis. */
export class CaptureView {
  firstUs = 0;
  lastUs = 0;
  readonly #pairs = new Map<Endpoint, Set<Endpoint>>();
  readonly #heard = new Map<string, Set<string>>();
  #count = 0;
  readonly #maxPairs: number;

  /** @param maxPairs How many pairs of endpoints are remembered at most. */
  constructor(maxPairs: number) {
    this.#maxPairs = maxPairs;
  }

  /** Capture time moves on, with any packet. It never moves back: a clock that was set back does not make time negative. */
  reach(timeUs: number): void {
    if (this.firstUs === 0 || timeUs < this.firstUs) this.firstUs = timeUs;
    if (timeUs > this.lastUs) this.lastUs = timeUs;
  }

  /** A SIP message went from one endpoint to another. */
  hear(source: Endpoint, destination: Endpoint): void {
    let sources = this.#pairs.get(destination);
    if (sources?.has(source) === true || this.#count >= this.#maxPairs) return;
    if (!sources) this.#pairs.set(destination, (sources = new Set()));
    sources.add(source);
    this.#count++;
    const to = hostOf(destination);
    const hosts = this.#heard.get(to);
    if (hosts) hosts.add(hostOf(source));
    else this.#heard.set(to, new Set([hostOf(source)]));
  }

  heard(source: Endpoint, destination: Endpoint): boolean {
    return this.#heard.get(hostOf(destination))?.has(hostOf(source)) ?? false;
  }

  heardTowards(endpoint: Endpoint): boolean {
    return this.#heard.has(hostOf(endpoint));
  }
}

/** The window of one flow at the moment when it is handed on. */
export function windowOf(view: CaptureView, startedBefore: boolean, lossy: boolean): FlowWindow {
  const { firstUs, lastUs } = view;
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
