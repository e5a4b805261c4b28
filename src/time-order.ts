// What inputs hand on goes on in order of time. A message of which IP fragments are missing is known to be cut only when no
// more of them can come; so what comes behind its beginning waits until then, and the message takes its place among it.
import type { Intake, IntakeSink } from './intake.ts';
import { datagramIn, type FragmentGroup, FragmentTable } from './packet/fragments.ts';
import type { IcmpError } from './packet/icmp.ts';
import { SCTP, type Segment } from './packet/segment.ts';
import { looksLikeSip } from './sip/recognize.ts';
import { looksLikeHep } from './stream/hep.ts';
import { SCTP_HEADER_BYTES } from './stream/sctp/associations.ts';

/** Something that waits until its time has come. */
export interface Waiting {
  readonly input: number;
  readonly timeUs: number;
  readonly nanos: number;
  readonly lead: () => void;
}

/** Where a message stands that may miss fragments. */
interface Gap {
  isOver: boolean;
  /** The message as far as it goes, when that is all. */
  readonly filling: Waiting[];
}

/** What waits at most; beyond it the oldest gap is waited for no longer, and its message may come late. */
const MAX_WAITING = 65_536;
const MAX_WAITING_BYTES = 64 * 1024 * 1024;

/** Stands in front of a sink, and keeps the order. It holds what all inputs of an observation share. */
export class TimeOrder implements IntakeSink {
  readonly fragments: FragmentTable;
  /** By index, to be set by whoever makes them. */
  readonly intakes: Intake[] = [];
  readonly onKeyLog: IntakeSink['onKeyLog'];
  readonly prepare: IntakeSink['prepare'];
  readonly #sink: IntakeSink;
  /** In order; before the first gap nothing waits. */
  #line: (Waiting | Gap)[] = [];
  #first = 0;
  #bytes = 0;
  readonly #gaps = new Map<FragmentGroup, Gap>();
  /** Newest time that was not told, because something waited. */
  #untoldUs = Number.NEGATIVE_INFINITY;
  #untoldInput = 0;

  constructor(sink: IntakeSink) {
    this.#sink = sink;
    this.onKeyLog = sink.onKeyLog;
    this.prepare = sink.prepare;
    const note: ConstructorParameters<typeof FragmentTable>[0] = (code, frame, input) =>
      this.intakes[input]?.notes.note(code, frame);
    this.fragments = new FragmentTable(note, {
      onBegin: (group) => this.#begin(group),
      onEnd: (group) => this.#end(group),
    });
  }

  /** Bound: called for every packet. */
  readonly onTime: IntakeSink['onTime'] = (timeUs, input) => {
    if (timeUs >= this.fragments.dueUs) this.#leadUnfinished(timeUs);
    if (this.#line.length === 0) return this.#sink.onTime(timeUs, input);
    this.#untoldUs = Math.max(this.#untoldUs, timeUs);
    this.#untoldInput = input;
  };

  readonly onSegment: IntakeSink['onSegment'] = (segment, intake) => {
    if (this.#line.length === 0) return this.#sink.onSegment(segment, intake);
    const own = ownSegment(segment);
    this.#bytes += own.bytes.length;
    const lead = (): void => {
      this.#bytes -= own.bytes.length;
      this.#sink.onSegment(own, intake);
    };
    this.#wait({ input: own.input, timeUs: own.timeUs, nanos: own.nanos, lead });
  };

  readonly onIcmp: IntakeSink['onIcmp'] = (error) => {
    if (this.#line.length === 0) return this.#sink.onIcmp(error);
    const own = ownError(error);
    this.#wait({ input: own.input, timeUs: own.timeUs, nanos: own.nanos, lead: () => this.#sink.onIcmp(own) });
  };

  /** Nothing more comes: whatever waits goes on. */
  end(): void {
    this.#leadUnfinished(Number.POSITIVE_INFINITY);
  }

  #wait(waiting: Waiting): void {
    this.#line.push(waiting);
    if (this.#line.length - this.#first > MAX_WAITING || this.#bytes > MAX_WAITING_BYTES) this.#giveUpOldestGap();
  }

  #giveUpOldestGap(): void {
    const [oldest] = this.#gaps.keys();
    if (oldest) this.#end(oldest);
  }

  /** The beginning of a packet waits for its other fragments. */
  #begin(group: FragmentGroup): void {
    const bytes = datagramIn(group);
    if (!looksLikeSip(bytes, 0, bytes.length) && !looksLikeHep(bytes, 0, bytes.length)) return;
    const gap = { isOver: false, filling: [] };
    this.#gaps.set(group, gap);
    this.#line.push(gap);
  }

  /** Nothing stands at the place of its beginning: a whole message stands where it was completed. */
  #end(group: FragmentGroup): void {
    const gap = this.#gaps.get(group);
    if (!gap) return;
    gap.isOver = true;
    this.#gaps.delete(group);
    this.#drain();
  }

  /** Leads on what is there of packets whose other fragments have not come by now. */
  #leadUnfinished(nowUs: number): void {
    const { fragments, intakes } = this;
    for (let group = fragments.takeUnfinished(nowUs); group; group = fragments.takeUnfinished(nowUs)) {
      const filling = this.#gaps.get(group)?.filling;
      intakes[group.begin.input]?.takeUnfinished(group, filling ? this.#fill(filling) : this);
      this.#end(group);
    }
  }

  /** A sink that fills a gap. */
  #fill(filling: Waiting[]): IntakeSink {
    const { onTime, onKeyLog, prepare } = this;
    return {
      onTime,
      onSegment: (segment, intake) => {
        const own = ownSegment(segment);
        const { input, timeUs, nanos } = own;
        filling.push({ input, timeUs, nanos, lead: () => this.#sink.onSegment(own, intake) });
      },
      onIcmp: (error) => this.#sink.onIcmp(error),
      onKeyLog,
      prepare,
    };
  }

  /** Leads on what waits, up to the next gap. */
  #drain(): void {
    for (; this.#first < this.#line.length; this.#first++) {
      const next = this.#line[this.#first];
      if (!next) break;
      if ('lead' in next) this.#lead(next);
      else if (next.isOver) for (const one of next.filling) this.#lead(one);
      else return this.#forgetLed();
    }
    this.#line = [];
    this.#first = 0;
    if (this.#untoldUs === Number.NEGATIVE_INFINITY) return;
    this.#sink.onTime(this.#untoldUs, this.#untoldInput);
    this.#untoldUs = Number.NEGATIVE_INFINITY;
  }

  /** Where gaps follow each other the line never ends: what has gone on must not stay in it. */
  #forgetLed(): void {
    if (this.#first < this.#line.length / 2) return;
    this.#line = this.#line.slice(this.#first);
    this.#first = 0;
  }

  #lead({ timeUs, input, lead }: Waiting): void {
    this.#sink.onTime(timeUs, input);
    lead();
  }
}

/** An error that owns what it quotes. */
export function ownError(error: IcmpError): IcmpError {
  const { bytes, start, end } = error;
  return { ...error, bytes: bytes.slice(start, end), start: 0, end: Math.max(0, end - start) };
}

/** A segment that owns its bytes: addresses first, then the payload; before that of SCTP its header, which holds the tag. */
export function ownSegment(segment: Segment): Segment {
  const { bytes, sourceAddress, destinationAddress, addressLength, payloadStart, payloadEnd } = segment;
  const kept = segment.protocol === SCTP ? payloadStart - SCTP_HEADER_BYTES : payloadStart;
  const own = new Uint8Array(2 * addressLength + payloadEnd - kept);
  own.set(bytes.subarray(sourceAddress, sourceAddress + addressLength), 0);
  own.set(bytes.subarray(destinationAddress, destinationAddress + addressLength), addressLength);
  own.set(bytes.subarray(kept, payloadEnd), 2 * addressLength);
  return {
    ...segment,
    bytes: own,
    sourceAddress: 0,
    destinationAddress: addressLength,
    payloadStart: 2 * addressLength + payloadStart - kept,
    payloadEnd: own.length,
  };
}
