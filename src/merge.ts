// Several inputs become one observation: their segments are led on in order of time. Of each input one chunk is looked
// at, and of that only what may carry SIP is kept until its turn.
import { type Input, Intake, type IntakeSink } from './intake.ts';
import { UDP, type Segment } from './packet/segment.ts';
import { looksLikeSip } from './sip/recognize.ts';

/** Reads one input to its end, without keeping anything. */
export async function readOne(input: Input, index: number, sink: IntakeSink): Promise<Intake> {
  const intake = new Intake(input.name, index, sink);
  // A plain loop over files: `for await` would cost a turn of the event loop for every chunk.
  if (Symbol.iterator in input.chunks) for (const chunk of input.chunks) intake.push(chunk);
  else for await (const chunk of input.chunks) intake.push(chunk);
  intake.end();
  return intake;
}

/** Reads several inputs side by side. Equal times: the input named first comes first. */
export async function readMerged(inputs: readonly Input[], sink: IntakeSink): Promise<readonly Intake[]> {
  const lanes = inputs.map((input, index) => new Lane(input, index));
  for (const lane of lanes) await lane.fill();
  for (;;) {
    const next = earliest(lanes);
    if (!next) break;
    const segment = next.take();
    sink.onTime(segment.timeUs, next.intake.index);
    sink.onSegment(segment, next.intake);
    if (next.isEmpty) await next.fill();
  }
  // What came after the last segment of each input is time too.
  for (const { intake } of lanes) {
    const { first, last } = intake.report;
    if (first) sink.onTime(first.timeUs, intake.index);
    if (last) sink.onTime(last.timeUs, intake.index);
  }
  return lanes.map(({ intake }) => intake);
}

/** One input with its segments that wait for their turn. */
class Lane {
  readonly intake: Intake;
  readonly #chunks: Iterator<Uint8Array> | AsyncIterator<Uint8Array>;
  #waiting: Segment[] = [];
  #next = 0;
  #ended = false;

  constructor(input: Input, index: number) {
    const { chunks } = input;
    this.#chunks = Symbol.iterator in chunks ? chunks[Symbol.iterator]() : chunks[Symbol.asyncIterator]();
    this.intake = new Intake(input.name, index, {
      onTime: () => undefined,
      onSegment: (segment) => {
        if (mayCarrySip(segment)) this.#waiting.push(copyOf(segment));
      },
    });
  }

  get isEmpty(): boolean {
    return this.#next >= this.#waiting.length;
  }

  get head(): Segment | undefined {
    return this.#waiting[this.#next];
  }

  /** @throws RangeError when nothing waits. */
  take(): Segment {
    const segment = this.#waiting[this.#next++];
    if (!segment) throw new RangeError('nothing waits');
    return segment;
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
      } else this.intake.push(value);
    }
  }
}

function earliest(lanes: readonly Lane[]): Lane | undefined {
  let first: Lane | undefined;
  for (const lane of lanes) {
    if (lane.head && (!first?.head || isBefore(lane.head, first.head))) first = lane;
  }
  return first;
}

function isBefore(a: Segment, b: Segment): boolean {
  return a.timeUs < b.timeUs || (a.timeUs === b.timeUs && a.nanos < b.nanos);
}

function mayCarrySip(segment: Segment): boolean {
  return segment.protocol !== UDP || looksLikeSip(segment.bytes, segment.payloadStart, segment.payloadEnd);
}

/** A segment that owns its bytes: addresses first, then the payload. */
function copyOf(segment: Segment): Segment {
  const { bytes, sourceAddress, destinationAddress, addressLength, payloadStart, payloadEnd } = segment;
  const own = new Uint8Array(2 * addressLength + payloadEnd - payloadStart);
  own.set(bytes.subarray(sourceAddress, sourceAddress + addressLength), 0);
  own.set(bytes.subarray(destinationAddress, destinationAddress + addressLength), addressLength);
  own.set(bytes.subarray(payloadStart, payloadEnd), 2 * addressLength);
  return {
    ...segment,
    bytes: own,
    sourceAddress: 0,
    destinationAddress: addressLength,
    payloadStart: 2 * addressLength,
    payloadEnd: own.length,
  };
}
