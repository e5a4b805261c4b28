// One copy of one message, and how a copy is told from a new message.
import type { SipMessage } from '../sip/message.ts';
import type { Arrival, Endpoint, Transport } from '../stream/arrival.ts';
import type { Sighting, SightingRole } from './model.ts';

/**
 * Two packets with equal bytes, addresses and IP identification this close together are one packet captured twice. No
 * timer of RFC 3261 sends anything again sooner than T1 (500 ms), so the border keeps clear of the first rung.
 */
const DUPLICATE_WITHIN_US = 400_000;
/** Without an identification to compare (IPv6, or DF packets that carry 0) only a mirror is this fast. */
const DUPLICATE_WITHOUT_ID_WITHIN_US = 5_000;

/** A sighting while its flow is being built: `role` is decided when it has found its transaction. */
export class LiveSighting implements Sighting {
  readonly message: SipMessage;
  readonly input: number;
  readonly frame: number;
  readonly timeUs: number;
  readonly nanos: number;
  readonly source: Endpoint;
  readonly destination: Endpoint;
  readonly transport: Transport;
  readonly cut: boolean;
  readonly fragmentsMissing: boolean;
  readonly ipId: number;
  role: SightingRole = 'first';

  constructor(
    message: SipMessage,
    input: number,
    arrival: {
      readonly frame: number;
      readonly timeUs: number;
      readonly nanos: number;
      readonly source: Endpoint;
      readonly destination: Endpoint;
      readonly transport: Transport;
      readonly cut: boolean;
      readonly cutBy?: Arrival['cutBy'];
      readonly ipId: number;
    },
  ) {
    this.message = message;
    this.input = input;
    this.frame = arrival.frame;
    this.timeUs = arrival.timeUs;
    this.nanos = arrival.nanos;
    this.source = arrival.source;
    this.destination = arrival.destination;
    this.transport = arrival.transport;
    this.cut = arrival.cut;
    this.fragmentsMissing = arrival.cutBy === 'fragments';
    this.ipId = arrival.ipId;
  }
}

/** Whether `later` is the same packet as `earlier`, captured a second time. Assumes that both are copies of one message. */
export function isSamePacket(earlier: Sighting, later: Sighting): boolean {
  // What came over a stream was put together from its segments, each of them once, however often they were captured.
  if (later.transport !== 'udp') return false;
  if (earlier.source !== later.source || earlier.destination !== later.destination) return false;
  const gapUs = Math.abs(later.timeUs - earlier.timeUs);
  const comparable = later.ipId > 0 && earlier.ipId > 0;
  if (comparable && later.ipId !== earlier.ipId) return false;
  if (gapUs > (comparable ? DUPLICATE_WITHIN_US : DUPLICATE_WITHOUT_ID_WITHIN_US)) return false;
  return earlier.message.text === later.message.text;
}

/**
 * The role of a sighting that repeats one of `earlier` (copies of the same message at the same hop). Looks at the newest
 * few only: a duplicate follows its packet closely.
 */
export function roleOfCopy(earlier: readonly Sighting[], later: Sighting): SightingRole {
  for (let index = earlier.length - 1; index >= 0 && index >= earlier.length - 4; index--) {
    const copy = earlier[index];
    if (copy && isSamePacket(copy, later)) return 'duplicate';
  }
  return 'retransmission';
}
