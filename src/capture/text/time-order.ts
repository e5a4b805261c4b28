// Messages of a text in order of time. Programs that save them write one call behind the other; what is held back to sort
// them has a bound, and beyond it the earlier half goes on.
import { LINK_RAW_IP } from '../link-types.ts';
import type { FrameSink } from '../records.ts';
import type { Frame } from '../frame.ts';
import type { Stamp } from './stamps.ts';

const MAX_HELD_BYTES = 16 * 1024 * 1024;
/** What a message costs beside its bytes, about. */
const BYTES_EACH = 200;

/** A message as a packet, that waits for its turn. */
export interface HeldMessage {
  readonly number: number;
  /** Absent where the text tells no time: then that of the message before, or of the first that has one. */
  readonly stamp: Stamp | undefined;
  readonly packet: Uint8Array;
  readonly wireLength: number;
  readonly told: Frame['told'];
}

interface Timed extends HeldMessage {
  readonly stamp: Stamp;
}

/** Hands messages on in order of time. */
export class TimeOrder {
  readonly #sink: FrameSink;
  #held: Timed[] = [];
  #heldBytes = 0;
  /** Before any time was told. */
  #timeless: HeldMessage[] = [];
  #last: Stamp | undefined;

  constructor(sink: FrameSink) {
    this.#sink = sink;
  }

  add(message: HeldMessage): void {
    this.#heldBytes += message.packet.length + BYTES_EACH;
    this.#last = message.stamp ?? this.#last;
    if (this.#last === undefined) this.#timeless.push(message);
    else {
      this.#settle(this.#last);
      this.#held.push({ ...message, stamp: this.#last });
    }
    if (this.#heldBytes > MAX_HELD_BYTES) this.#release(0.5);
  }

  /** Nothing more comes. */
  flush(): void {
    this.#release(1);
  }

  #settle(stamp: Stamp): void {
    for (const message of this.#timeless) this.#held.push({ ...message, stamp });
    this.#timeless = [];
  }

  /** Hands on the earlier part of what is held. */
  #release(part: number): void {
    // No time was told at all.
    this.#last ??= { timeUs: 0, nanos: 0, isDated: false };
    this.#settle(this.#last);
    this.#held.sort((a, b) => a.stamp.timeUs - b.stamp.timeUs || a.stamp.nanos - b.stamp.nanos || a.number - b.number);
    for (const message of this.#held.splice(0, Math.ceil(this.#held.length * part))) {
      this.#heldBytes -= message.packet.length + BYTES_EACH;
      this.#handOn(message);
    }
  }

  #handOn({ number, stamp, packet, wireLength, told }: Timed): void {
    const { frame, onFrame } = this.#sink;
    frame.number = number;
    frame.timeUs = stamp.timeUs;
    frame.nanos = stamp.nanos;
    frame.linkType = LINK_RAW_IP;
    frame.bytes = packet;
    frame.start = 0;
    frame.end = packet.length;
    frame.wireLength = wireLength;
    frame.told = told;
    onFrame(frame);
  }
}
