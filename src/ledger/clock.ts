// Packets should come in order of time: what is known of those that do not.

/** Frames out of order by less than this are the work of several queues and interfaces, not of a clock. */
const WORTH_COUNTING_US = 1000;
/** A step back by this much upsets timers and durations: SIP repeats after 500 ms (T1, RFC 3261 §17.1.1.1). */
const WORTH_TELLING_US = 100_000;

/** How often the time of a packet lay before that of the packet before it, by more than a millisecond. */
export interface ClockSteps {
  readonly count: number;
  /** The largest of them, microseconds, and the 1-based frame behind it. */
  readonly largestUs: number;
  readonly frame: number;
}

/** Watches the clock of one input. */
export class Clock {
  /** Steps back that upset timers, and the first frame behind one. */
  upsets = 0;
  firstUpset = 0;
  #previousUs = Number.NEGATIVE_INFINITY;
  #count = 0;
  #largestUs = 0;
  #frame = 0;

  /** The next packet, in the order of the file. */
  reach(timeUs: number, frame: number): void {
    if (timeUs < this.#previousUs) this.#stepBack(this.#previousUs - timeUs, frame);
    this.#previousUs = timeUs;
  }

  /** Absent when time only ever went on. */
  get steps(): ClockSteps | undefined {
    return this.#count === 0
      ? undefined
      : { count: this.#count, largestUs: Math.round(this.#largestUs), frame: this.#frame };
  }

  #stepBack(byUs: number, frame: number): void {
    if (byUs <= WORTH_COUNTING_US) return;
    this.#count++;
    if (byUs > this.#largestUs) {
      this.#largestUs = byUs;
      this.#frame = frame;
    }
    if (byUs < WORTH_TELLING_US) return;
    if (this.upsets === 0) this.firstUpset = frame;
    this.upsets++;
  }
}
