// An analysis pushes events, a program pulls them: here they meet. The analysis may read its next chunk only when the
// events of the last one have been taken.

/** Runs one analysis at the pace of whoever takes its events. */
export class EventLane<Event> {
  readonly #signal: AbortSignal | undefined;
  readonly #sources: AsyncGenerator<Uint8Array, void, undefined>[] = [];
  #events: Event[] = [];
  #left = false;
  /** Wakes the taker; set while it waits. */
  #wake: (() => void) | undefined;
  /** Lets the analysis go on; set while it waits. */
  #goOn: (() => void) | undefined;

  constructor(signal: AbortSignal | undefined) {
    this.#signal = signal;
  }

  /** The chunks, each handed over only when it may be. */
  async *paced(chunks: AsyncGenerator<Uint8Array, void, undefined>): AsyncGenerator<Uint8Array, void, undefined> {
    this.#sources.push(chunks);
    for (;;) {
      await this.#turn();
      const next = await chunks.next();
      if (next.done) return;
      yield next.value;
    }
  }

  /** The events of the analysis that `start` starts. Throws what it throws. */
  async *run(start: (onEvent: (event: Event) => void) => Promise<void>): AsyncGenerator<Event, void, undefined> {
    let ended = false;
    const analysis = start((event) => this.#events.push(event)).finally(() => {
      ended = true;
      this.#wake?.();
    });
    // A failure is thrown below, once what came before it has been taken.
    analysis.catch(() => undefined);
    try {
      for (;;) {
        const events = this.#events;
        this.#events = [];
        yield* events;
        if (ended && this.#events.length === 0) break;
        await this.#pause(() => ended);
      }
      await analysis;
    } finally {
      this.#left = true;
      this.#goOn?.();
      await analysis.catch(() => undefined);
      for (const source of this.#sources) await source.return();
    }
  }

  /** The taker waits until the analysis waits, or has ended. */
  async #pause(isOver: () => boolean): Promise<void> {
    this.#goOn?.();
    this.#goOn = undefined;
    if (isOver()) return;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    this.#wake = undefined;
  }

  /** The analysis waits until its events have been taken. */
  async #turn(): Promise<void> {
    this.#signal?.throwIfAborted();
    if (this.#events.length > 0 && !this.#left) {
      await new Promise<void>((resolve) => {
        this.#goOn = resolve;
        this.#wake?.();
      });
    }
    if (this.#left) throw new Error('nobody takes the events');
    this.#signal?.throwIfAborted();
  }
}
