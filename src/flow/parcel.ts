// Finished flows as bytes, to be built elsewhere: in another thread, say. What the capture showed of time and of hosts
// until then travels with them, so that the flow that comes out is the one that would have been built here.
//
//   pair:  kind 1 │ source │ destination
//   flow:  kind 2 │ number │ continues │ reason │ messages │ pairs │ key │ … │ covered first, last, newest time │ records
//   Numbers are 32 bits, texts a length and UTF-16 units; what follows is aligned to 8 bytes.
import type { Endpoint } from '../stream/arrival.ts';
import type { FlowReason } from './flow.ts';
import type { Flow } from './model.ts';
import type { MessageStore } from './message-store.ts';
import { acceptStored, newFlow, type PendingFlow } from './pending.ts';
import { emptyStoredMessage, type Memory, memoryOf, readRecord, sizeOfRecord } from './record.ts';
import { CaptureView, type Stretch } from './window.ts';

const PAIR = 1;
const FLOW = 2;
const REASONS: readonly FlowReason[] = ['due', 'capture-ended', 'evicted'];
const PARCEL_BYTES = 1024 * 1024;

/** Takes a full parcel: `length` bytes of the buffer are used. */
export type OnParcel = (buffer: ArrayBuffer, length: number) => void;

/** Packs finished flows. */
export class ParcelWriter {
  readonly #onParcel: OnParcel;
  readonly #spare: () => ArrayBuffer | undefined;
  #memory = memoryOf(new ArrayBuffer(PARCEL_BYTES));
  #at = 0;

  /** @param spare A buffer of a parcel that was read, to be used again, where there is one. */
  constructor(onParcel: OnParcel, spare: () => ArrayBuffer | undefined = () => undefined) {
    this.#onParcel = onParcel;
    this.#spare = spare;
  }

  /** Packs a pair of endpoints that was heard of for the first time. */
  addPair(source: Endpoint, destination: Endpoint): void {
    this.#reserve(16 + textSize(source) + textSize(destination));
    this.#number(PAIR);
    this.#text(source);
    this.#text(destination);
    this.#align();
  }

  /** Packs a flow; its messages are copied. */
  addFlow(flow: PendingFlow, store: MessageStore, reason: FlowReason, view: CaptureView): void {
    const { key, number, continues, places, sources, destinations } = flow;
    this.#reserve(flowSize(flow, store));
    for (const value of [FLOW, number, continues ? 1 : 0, REASONS.indexOf(reason), places.length, sources.length]) {
      this.#number(value);
    }
    this.#text(key);
    for (const [index, source] of sources.entries()) {
      this.#text(source);
      this.#text(destinations[index] ?? '');
    }
    this.#align();
    const covered = view.covered(() => inputsOf(flow, store));
    for (const time of [covered.firstUs, covered.lastUs, view.lastUs]) {
      this.#memory.doubles[this.#at >> 3] = time;
      this.#at += 8;
    }
    for (const place of places) this.#at += store.copy(place, this.#memory.bytes, this.#at);
  }

  /** Hands on what is packed. */
  flush(): void {
    if (this.#at > 0) this.#onParcel(this.#memory.buffer, this.#at);
    const spare = this.#spare();
    this.#memory = memoryOf(spare?.byteLength === PARCEL_BYTES ? spare : new ArrayBuffer(PARCEL_BYTES));
    this.#at = 0;
  }

  #reserve(size: number): void {
    if (this.#at + size <= this.#memory.bytes.length) return;
    this.flush();
    if (size > PARCEL_BYTES) this.#memory = memoryOf(new ArrayBuffer((size + 7) & ~7));
  }

  #number(value: number): void {
    this.#memory.words[this.#at >> 2] = value;
    this.#at += 4;
  }

  #text(text: string): void {
    this.#number(text.length);
    const { halves } = this.#memory;
    const half = this.#at >> 1;
    for (let index = 0; index < text.length; index++) halves[half + index] = text.charCodeAt(index);
    this.#at += textSize(text) - 4;
  }

  #align(): void {
    this.#at = (this.#at + 7) & ~7;
  }
}

/** Unpacks parcels, in the order in which they were packed, and builds their flows. */
export class ParcelReader {
  readonly #view: ReplicaView;
  readonly #onFlow: (flow: Flow) => void;
  readonly #stored = emptyStoredMessage();
  #memory: Memory = memoryOf(new ArrayBuffer(0));
  #at = 0;

  constructor(onFlow: (flow: Flow) => void, maxPairs: number) {
    this.#onFlow = onFlow;
    this.#view = new ReplicaView(maxPairs);
  }

  /** Unpacks one parcel. */
  read(buffer: ArrayBuffer, length: number): void {
    this.#memory = memoryOf(buffer);
    this.#at = 0;
    while (this.#at < length) {
      if (this.#number() === PAIR) this.#readPair();
      else this.#readFlow();
    }
  }

  #readPair(): void {
    const source = this.#text();
    this.#view.hear(source, this.#text());
    this.#align();
  }

  #readFlow(): void {
    const number = this.#number();
    const continues = this.#number() === 1;
    const reason = REASONS[this.#number()] ?? 'due';
    const messages = this.#number();
    const pairs = this.#number();
    const flow = newFlow(this.#text(), number, continues);
    const sources: Endpoint[] = [];
    const destinations: Endpoint[] = [];
    for (let pair = 0; pair < pairs; pair++) {
      sources.push(this.#text());
      destinations.push(this.#text());
    }
    this.#align();
    this.#view.window = { firstUs: this.#time(), lastUs: this.#time() };
    this.#view.lastUs = this.#time();
    for (let message = 0; message < messages; message++) {
      readRecord(this.#memory, this.#at, this.#stored);
      acceptStored(flow, this.#stored, sources, destinations);
      this.#at += sizeOfRecord(this.#memory, this.#at);
    }
    this.#onFlow(flow.finish(this.#view, reason));
  }

  #number(): number {
    const value = this.#memory.words[this.#at >> 2] ?? 0;
    this.#at += 4;
    return value;
  }

  #time(): number {
    const value = this.#memory.doubles[this.#at >> 3] ?? 0;
    this.#at += 8;
    return value;
  }

  #text(): string {
    const length = this.#number();
    const half = this.#at >> 1;
    const text = String.fromCharCode(...this.#memory.halves.subarray(half, half + length));
    this.#at += textSize(text) - 4;
    return text;
  }

  #align(): void {
    this.#at = (this.#at + 7) & ~7;
  }
}

/** The view of the capture as it was where the flow was packed. */
class ReplicaView extends CaptureView {
  window: Stretch = { firstUs: 0, lastUs: 0 };

  override covered(): Readonly<Stretch> {
    return this.window;
  }
}

/** A text with its length, padded to 4 bytes. */
function textSize(text: string): number {
  return 4 + ((2 * text.length + 3) & ~3);
}

function flowSize({ key, places, sources, destinations }: PendingFlow, store: MessageStore): number {
  let size = 64 + textSize(key);
  for (const [index, source] of sources.entries()) size += textSize(source) + textSize(destinations[index] ?? '');
  for (const place of places) size += store.sizeOf(place);
  return size;
}

function inputsOf({ places }: PendingFlow, store: MessageStore): ReadonlySet<number> {
  return new Set(places.map((place) => store.read(place).input));
}
