// Which flow a message belongs to: by two hashes of its Call-ID, 62 bits together. No text is made for a message, and
// Call-IDs that were chosen to share the first hash only cost a look into a second table.
import { latin1 } from '../bytes/ascii.ts';
import type { MessageScan } from '../sip/scan.ts';
import type { MessageStore } from './message-store.ts';
import type { PendingFlow } from './pending.ts';

/** What a flow is found by. */
export interface FlowKey {
  /** As `callIdHashesOf` makes them of the key. */
  readonly hash: number;
  readonly mark: number;
  /** The key; undefined where it is the Call-ID in the first record of the flow. */
  readonly text: string | undefined;
}

/** The flows that are open. */
export class FlowTable {
  readonly #store: MessageStore;
  readonly #byHash = new Map<number, PendingFlow>();
  /** Flows whose hash was taken when they began. */
  readonly #byText = new Map<string, PendingFlow>();

  constructor(store: MessageStore) {
    this.#store = store;
  }

  get size(): number {
    return this.#byHash.size + this.#byText.size;
  }

  /** The flow of a scanned message that begins at `start`. */
  findScanned(bytes: Uint8Array, start: number, scan: MessageScan): PendingFlow | undefined {
    const flow = this.#byHash.get(scan.callIdHash);
    if (flow?.keyMark === scan.callIdMark) return flow;
    return this.#byText.size === 0
      ? undefined
      : this.#byText.get(latin1(bytes, start + scan.callIdStart, start + scan.callIdEnd));
  }

  /** The flow of a message that was read in another way. */
  find({ hash, text = '' }: FlowKey): PendingFlow | undefined {
    const flow = this.#byHash.get(hash);
    if (flow && flow.callId(this.#store) === text) return flow;
    return this.#byText.get(text);
  }

  /** Enters a flow whose first message has been taken in. */
  enter(flow: PendingFlow): void {
    if (this.#byHash.has(flow.keyHash)) this.#byText.set(flow.callId(this.#store), flow);
    else this.#byHash.set(flow.keyHash, flow);
  }

  /** Takes a flow out, whose messages are still there. */
  remove(flow: PendingFlow): void {
    if (this.#byHash.get(flow.keyHash) === flow) this.#byHash.delete(flow.keyHash);
    else this.#byText.delete(flow.callId(this.#store));
  }

  /** The flow that began first. */
  get oldest(): PendingFlow | undefined {
    const first = this.#byHash.values().next().value;
    const other = this.#byText.values().next().value;
    return first && other && other.number < first.number ? other : (first ?? other);
  }

  /** All, in the order in which they began. */
  get all(): readonly PendingFlow[] {
    return [...this.#byHash.values(), ...this.#byText.values()].sort((a, b) => a.number - b.number);
  }
}
