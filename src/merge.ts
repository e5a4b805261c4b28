// Several inputs become one observation: their segments are led on in order of time. Of each input one chunk is looked
// at, and of that only what may carry SIP is kept until its turn. IP fragments are put together only then, so that those of
// one packet may stand in several inputs.
import { createCaptureReader } from './capture/reader.ts';
import { type Input, Intake, type IntakeSink } from './intake.ts';
import { ownError, ownSegment, TimeOrder, type Waiting } from './time-order.ts';

/** Reads one input to its end, without keeping anything. */
export async function readOne(input: Input, index: number, sink: IntakeSink): Promise<Intake> {
  const order = new TimeOrder(sink);
  const intake = new Intake(input, index, order, order.fragments);
  order.intakes[index] = intake;
  // A plain loop over files: `for await` would cost a turn of the event loop for every chunk.
  if (Symbol.iterator in input.chunks) {
    for (const chunk of input.chunks) {
      const preparation = intake.prepare(chunk);
      if (preparation) await preparation;
      intake.push(chunk);
      if (intake.isHopeless) break;
    }
  } else {
    for await (const chunk of input.chunks) {
      await intake.prepare(chunk);
      intake.push(chunk);
      if (intake.isHopeless) break;
    }
  }
  intake.end();
  order.end();
  intake.ledger.end();
  return intake;
}

/**
 * Reads several inputs side by side. Equal times: the input named first comes first. Only those are open whose time has
 * come: of a recording rotated into thousands of files, one or two.
 */
export async function readMerged(inputs: readonly Input[], sink: IntakeSink): Promise<readonly Intake[]> {
  const waiting = inputs.map((input, index) => ({ input, index, firstUs: firstTimeOf(input) }));
  waiting.sort((a, b) => b.firstUs - a.firstUs || b.index - a.index);
  const order = new TimeOrder(sink);
  const { intakes } = order;
  const open = new OpenLanes();
  try {
    for (;;) {
      for (let next = waiting.at(-1); next && open.reaches(next.firstUs); next = waiting.at(-1)) {
        waiting.pop();
        const lane = new Lane(next.input, next.index, order);
        intakes[next.index] = lane.intake;
        await open.add(lane);
      }
      const lane = open.first;
      if (!lane) break;
      const { timeUs, input, lead } = lane.take();
      order.onTime(timeUs, input);
      lead();
      if (lane.isEmpty) await open.refill();
      else open.settle();
    }
  } finally {
    await open.close();
  }
  order.end();
  // What came after the last segment of each input is time too.
  for (const { index, span } of intakes) {
    const { first, last } = span;
    if (first) sink.onTime(first.timeUs, index);
    if (last) sink.onTime(last.timeUs, index);
  }
  return intakes;
}

/** Time of the first packets of an input; before all others when it cannot be told without opening it. */
function firstTimeOf(input: Input): number {
  let firstUs = Number.POSITIVE_INFINITY;
  const reader = createCaptureReader(
    ({ timeUs }) => {
      firstUs = Math.min(firstUs, timeUs);
    },
    () => undefined,
  );
  reader.push(input.head?.() ?? new Uint8Array(0));
  // A text is handed on, in order of time, when it is over.
  reader.end();
  return firstUs === Number.POSITIVE_INFINITY ? Number.NEGATIVE_INFINITY : firstUs;
}

/** The lanes in which a segment waits, in the order of their first segments. */
class OpenLanes {
  readonly #lanes: Lane[] = [];
  /** The one being filled: on its way into the order. */
  #filling: Lane | undefined;

  get first(): Lane | undefined {
    return this.#lanes[0];
  }

  /** Whether what comes next is no earlier than this time. */
  reaches(timeUs: number): boolean {
    const head = this.first?.head;
    return head === undefined || head.timeUs >= timeUs;
  }

  async add(lane: Lane): Promise<void> {
    this.#filling = lane;
    await lane.fill();
    this.#filling = undefined;
    if (lane.isEmpty) return;
    this.#lanes.unshift(lane);
    this.settle();
  }

  /** The last segment that waited in the first lane was taken: it is read on, and left when it has ended. */
  async refill(): Promise<void> {
    const lane = this.#lanes.shift();
    if (lane) await this.add(lane);
  }

  /** Leaves every input; of no consequence to those that have ended. */
  async close(): Promise<void> {
    await this.#filling?.close();
    for (const lane of this.#lanes) await lane.close();
  }

  /** Brings the first lane, of which a segment was taken, to its place. Inputs hardly overlap or are few: seldom more than a step. */
  settle(): void {
    const lanes = this.#lanes;
    for (let index = 0; index + 1 < lanes.length; index++) {
      const lane = lanes[index];
      const next = lanes[index + 1];
      if (!lane || !next || !comesBefore(next, lane)) return;
      lanes[index] = next;
      lanes[index + 1] = lane;
    }
  }
}

function comesBefore({ head: a }: Lane, { head: b }: Lane): boolean {
  if (!a || !b) return false;
  return (a.timeUs - b.timeUs || a.nanos - b.nanos || a.input - b.input) < 0;
}

/** One input with what waits for its turn. */
class Lane {
  readonly intake: Intake;
  readonly #chunks: Iterator<Uint8Array> | AsyncIterator<Uint8Array>;
  #waiting: Waiting[] = [];
  #next = 0;
  #ended = false;

  constructor(input: Input, index: number, order: TimeOrder) {
    const { chunks } = input;
    const { onKeyLog, prepare } = order;
    this.#chunks = Symbol.iterator in chunks ? chunks[Symbol.iterator]() : chunks[Symbol.asyncIterator]();
    const wait = (moment: Omit<Waiting, 'lead'>, lead: () => void): void => {
      const { timeUs, nanos } = moment;
      this.#waiting.push({ input: index, timeUs, nanos, lead });
    };
    const own: IntakeSink = {
      onTime: () => undefined,
      onSegment: (segment, intake) => {
        const copy = ownSegment(segment);
        wait(copy, () => order.onSegment(copy, intake));
      },
      onIcmp: (error) => {
        const copy = ownError(error);
        wait(copy, () => order.onIcmp(copy));
      },
      onFragment: (fragment) => wait(fragment, () => this.intake.join(fragment, order)),
      onKeyLog,
      prepare,
    };
    this.intake = new Intake(input, index, own, order.fragments);
  }

  get isEmpty(): boolean {
    return this.#next >= this.#waiting.length;
  }

  get head(): Waiting | undefined {
    return this.#waiting[this.#next];
  }

  /** @throws RangeError when nothing waits. */
  take(): Waiting {
    const first = this.#waiting[this.#next++];
    if (!first) throw new RangeError('nothing waits');
    return first;
  }

  /** Reads on until something waits, or the input has ended. */
  async fill(): Promise<void> {
    this.#waiting = [];
    this.#next = 0;
    while (this.#waiting.length === 0 && !this.#ended) {
      const { done, value } = await this.#chunks.next();
      if (done === true) {
        this.#ended = true;
        this.intake.end();
      } else {
        await this.intake.prepare(value);
        this.intake.push(value);
        if (this.intake.isHopeless) await this.#leave();
      }
    }
    // Ended, and everything has been through the door.
    if (this.isEmpty) this.intake.ledger.end();
  }

  /** Nothing that follows can be used. */
  async #leave(): Promise<void> {
    await this.close();
    this.#ended = true;
    this.intake.end();
  }

  async close(): Promise<void> {
    if (!this.#ended) await this.#chunks.return?.();
  }
}
