// One capture interface of a pcapng section: its clock, and what the file tells of it.
import type { OptionCursor } from './pcapng-options.ts';
import { type InterfaceRemark, remarkText } from './remarks.ts';
import { clockOf, type Clock } from './timestamp.ts';

const IF_NAME = 2;
const IF_DESCRIPTION = 3;
const IF_TSRESOL = 9;
const IF_FILTER = 11;
const IF_TSOFFSET = 14;
const ISB_IFRECV = 4;
const ISB_IFDROP = 5;
const ISB_FILTERACCEPT = 6;
const ISB_OSDROP = 7;

/** An interface, with counters that grow while its packets are read. */
export class CaptureInterface implements InterfaceRemark {
  readonly linkType: number;
  readonly snapLength: number;
  name = '';
  description = '';
  filter = '';
  inbound = 0;
  outbound = 0;
  clock: Clock = clockOf(6, 0);
  /** Lost packets as counted between two of them, and as the statistics have it. */
  #droppedBetween = 0;
  #droppedInAll = 0;
  #received: number | undefined;
  #accepted: number | undefined;

  constructor(linkType: number, snapLength: number) {
    this.linkType = linkType;
    this.snapLength = snapLength;
  }

  /** Both ways of counting count the same packets. */
  get dropped(): number {
    return Math.max(this.#droppedBetween, this.#droppedInAll);
  }

  get remark(): InterfaceRemark {
    const { linkType, snapLength, name, description, filter, dropped, inbound, outbound } = this;
    return {
      linkType,
      snapLength,
      name,
      description,
      filter,
      ...(this.#received === undefined ? {} : { received: this.#received }),
      ...(this.#accepted === undefined ? {} : { accepted: this.#accepted }),
      dropped,
      inbound,
      outbound,
    };
  }

  /** Reads the options of its description. */
  describe(options: OptionCursor, bytes: Uint8Array, view: DataView, little: boolean): void {
    let resolution = 6;
    let offsetSeconds = 0;
    while (options.step()) {
      const { code, at, length } = options;
      if (code === IF_NAME) this.name = remarkText(bytes, at, at + length);
      else if (code === IF_DESCRIPTION) this.description = remarkText(bytes, at, at + length);
      // A byte says how the filter is written: 0 as text.
      else if (code === IF_FILTER && view.getUint8(at) === 0) this.filter = remarkText(bytes, at + 1, at + length);
      else if (code === IF_TSRESOL && length >= 1) resolution = view.getUint8(at);
      else if (code === IF_TSOFFSET && length >= 8) offsetSeconds = Number(view.getBigInt64(at, little));
    }
    this.clock = clockOf(resolution, offsetSeconds);
  }

  /** Reads the options of a statistics block. Its counters are totals that only grow: the largest count. */
  takeStatistics(options: OptionCursor): void {
    let dropped = 0;
    while (options.step()) {
      const { code } = options;
      const count = code >= ISB_IFRECV && code <= ISB_OSDROP ? options.count() : undefined;
      if (count === undefined) continue;
      // Lost by the interface, and by the operating system.
      if (code === ISB_IFDROP || code === ISB_OSDROP) dropped += count;
      else if (code === ISB_IFRECV) this.#received = Math.max(this.#received ?? 0, count);
      else if (code === ISB_FILTERACCEPT) this.#accepted = Math.max(this.#accepted ?? 0, count);
    }
    this.#droppedInAll = Math.max(this.#droppedInAll, dropped);
  }

  /** So many packets were lost between the last packet and this one. */
  lose(count: number): void {
    this.#droppedBetween = Math.min(Number.MAX_SAFE_INTEGER, this.#droppedBetween + count);
  }
}
