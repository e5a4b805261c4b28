// Fragments of user messages wait for the others (RFC 9260 §6.9): a message is whole when fragments follow each other from
// one that begins to one that ends.
import type { Chunk } from './chunk.ts';

/** The packet that a message came with, or the last one that brought a part of it. */
export interface Carrier {
  readonly input: number;
  readonly frame: number;
  readonly timeUs: number;
  readonly nanos: number;
}

/** Copies of fragments that follow each other. */
interface Run {
  readonly message: number;
  parts: Uint8Array[];
  begins: boolean;
  ends: boolean;
  /** Positions of the first and of the last one. */
  first: number;
  last: number;
  /** How many of its bytes can be used, when the snap length left a hole behind them. */
  usable: number | undefined;
  bytes: number;
  carrier: Carrier;
}

const noBytes = new Uint8Array(0);
/** What is kept at most, in one direction. */
const MAX_FRAGMENTS = 1024;
const MAX_BYTES = 1024 * 1024;

/**
 * Takes what was put together. `isWhole`: all fragments are there. Otherwise it is the beginning of a message, or empty where
 * not even that came. `cut`: bytes are missing at its end.
 */
export type OnMessage = (bytes: Uint8Array, isWhole: boolean, cut: boolean, carrier: Carrier) => void;

/** The fragments of one direction. */
export class Fragments {
  /** In the order in which their first fragment came. */
  readonly #runs = new Set<Run>();
  /** Runs that may go on before their first fragment, and behind their last one. */
  readonly #byFirst = new Map<string, Run>();
  readonly #byLast = new Map<string, Run>();
  /** What the fragments that wait hold. */
  bytes = 0;
  #fragments = 0;

  get isEmpty(): boolean {
    return this.#runs.size === 0;
  }

  /** Takes a fragment. `onMessage` is called when it completes its message, or when too much waits. */
  add(chunk: Chunk, bytes: Uint8Array, carrier: Carrier, onMessage: OnMessage): void {
    let run = runOf(chunk, bytes, carrier);
    const { message, position, begins, ends } = chunk;
    const newest = run.carrier;
    this.#fragments++;
    this.bytes += run.bytes;
    const before = begins ? undefined : this.#byLast.get(keyOf(message, position - 1));
    if (before) run = this.#join(before, run);
    const behind = ends ? undefined : this.#byFirst.get(keyOf(message, position + 1));
    if (behind) run = this.#join(run, behind);
    run.carrier = newest;
    this.#insert(run);
    if (run.begins && run.ends) this.#handOn(run, onMessage);
    while (this.#fragments > MAX_FRAGMENTS || this.bytes > MAX_BYTES) this.#giveUpFirst(onMessage);
  }

  /** Gives up messages of which nothing came since this time. */
  giveUp(beforeUs: number, onMessage: OnMessage): void {
    const old = [...this.#runs].filter(({ carrier }) => carrier.timeUs < beforeUs);
    // What does not begin a message may be the rest of one that does: told once.
    const begun = old.filter(({ begins }) => begins);
    for (const run of begun) this.#handOn(run, onMessage);
    for (const run of old) if (!run.begins) this.#handOn(run, begun.length === 0 ? onMessage : () => undefined);
  }

  #giveUpFirst(onMessage: OnMessage): void {
    for (const run of this.#runs) return this.#handOn(run, onMessage);
  }

  #join(left: Run, right: Run): Run {
    this.#remove(left);
    this.#remove(right);
    left.usable ??= right.usable === undefined ? undefined : left.bytes + right.usable;
    // Mostly one fragment joins many.
    if (left.parts.length === 1) right.parts.unshift(...left.parts);
    else for (const part of right.parts) left.parts.push(part);
    if (left.parts.length === 1) left.parts = right.parts;
    left.ends = right.ends;
    left.last = right.last;
    left.bytes += right.bytes;
    return left;
  }

  #insert(run: Run): void {
    this.#runs.add(run);
    if (!run.begins) this.#byFirst.set(keyOf(run.message, run.first), run);
    if (!run.ends) this.#byLast.set(keyOf(run.message, run.last), run);
  }

  #remove(run: Run): void {
    this.#runs.delete(run);
    if (!run.begins) this.#byFirst.delete(keyOf(run.message, run.first));
    if (!run.ends) this.#byLast.delete(keyOf(run.message, run.last));
  }

  #handOn(run: Run, onMessage: OnMessage): void {
    this.#remove(run);
    this.#fragments -= run.parts.length;
    this.bytes -= run.bytes;
    if (!run.begins) return onMessage(noBytes, false, true, run.carrier);
    const whole = new Uint8Array(run.bytes);
    let at = 0;
    for (const part of run.parts) {
      whole.set(part, at);
      at += part.length;
    }
    onMessage(whole.subarray(0, run.usable ?? at), run.ends, !run.ends || run.usable !== undefined, run.carrier);
  }
}

function runOf(chunk: Chunk, bytes: Uint8Array, { input, frame, timeUs, nanos }: Carrier): Run {
  const { message, position, begins, ends, cut, start, end } = chunk;
  const copy = bytes.slice(start, end);
  return {
    message,
    parts: [copy],
    begins,
    ends,
    first: position,
    last: position,
    usable: cut ? copy.length : undefined,
    bytes: copy.length,
    carrier: { input, frame, timeUs, nanos },
  };
}

function keyOf(message: number, position: number): string {
  return `${message} ${position >>> 0}`;
}
