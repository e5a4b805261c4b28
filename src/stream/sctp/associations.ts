// SCTP packets become SIP messages, one for each user message (RFC 4168 §5). A direction is known by its verification tag
// and ports, not by addresses: hosts with several may send from and to any of them.
import { u32 } from '../../capture/integers.ts';
import { endpointOf } from '../../packet/endpoint.ts';
import type { Segment } from '../../packet/segment.ts';
import { looksLikeSip } from '../../sip/recognize.ts';
import type { Endpoint } from '../arrival.ts';
import type { Outlet } from '../layer.ts';
import { ABORT, Chunk, DATA, INIT, INIT_ACK, I_DATA, SHUTDOWN_COMPLETE } from './chunk.ts';
import { type Carrier, Fragments, type OnMessage } from './fragments.ts';
import { SeenNumbers } from './seen-numbers.ts';

/** The common header before the chunks: ports, verification tag, checksum (RFC 9260 §3.1). */
export const SCTP_HEADER_BYTES = 12;
const MAX_DIRECTIONS = 16_384;
const IDLE_US = 600_000_000;
/** How long a fragment waits for the others. */
const FRAGMENT_US = 10_000_000;
/** Bytes of fragments that wait, in all directions. */
const MAX_WAITING_BYTES = 32 * 1024 * 1024;
/** A direction that has shown so many messages and none of SIP carries something else: its fragments are not kept. */
const MAX_STRANGE = 16;

/** One direction of an association. */
class Direction {
  /** Where packets went from and to first: a host keeps this name, whichever of its addresses it uses later. */
  readonly source: Endpoint;
  readonly destination: Endpoint;
  readonly seen = new SeenNumbers();
  readonly fragments = new Fragments();
  /** Messages that were no SIP, as long as none was. */
  strange = 0;
  lastUs = 0;

  constructor(source: Endpoint, destination: Endpoint) {
    this.source = source;
    this.destination = destination;
  }
}

/** All SCTP directions that are known. Nothing here throws. */
export class SctpAssociations {
  readonly #outlet: Outlet;
  /** By verification tag and ports; in the order in which they were first heard. */
  readonly #directions = new Map<number, Direction>();
  /** Those in which fragments wait. */
  readonly #waiting = new Set<Direction>();
  readonly #chunk = new Chunk();
  #waitingBytes = 0;

  constructor(outlet: Outlet) {
    this.#outlet = outlet;
  }

  /** Takes the chunks of a packet, which stand in the payload; the common header stands before it. */
  push(segment: Segment): void {
    const chunk = this.#chunk;
    const { bytes, payloadStart, payloadEnd } = segment;
    for (let at = payloadStart; at < payloadEnd; at = chunk.next) {
      if (!chunk.read(bytes, at, payloadEnd)) {
        if (!segment.cut) this.#outlet.note('sctp-chunk-bad', segment.frame, segment.input);
        return;
      }
      this.#take(segment);
    }
  }

  /** Gives up fragments that are too old, and forgets idle directions. */
  expire(nowUs: number): void {
    for (const direction of this.#waiting) this.#giveUp(direction, nowUs - FRAGMENT_US);
    for (const [key, direction] of this.#directions) {
      if (nowUs - direction.lastUs > IDLE_US) this.#forget(key, direction);
    }
  }

  /** The observation is over. */
  end(): void {
    for (const direction of this.#waiting) this.#giveUp(direction, Number.POSITIVE_INFINITY);
  }

  #take(segment: Segment): void {
    const { type } = this.#chunk;
    if (type === DATA || type === I_DATA) return this.#takeData(segment);
    if (type === INIT || type === INIT_ACK) return this.#open(segment);
    if (type !== ABORT && type !== SHUTDOWN_COMPLETE) return;
    const key = keyOf(tagOf(segment), segment.sourcePort, segment.destinationPort);
    const direction = this.#directions.get(key);
    if (direction) this.#forget(key, direction);
  }

  /** Who sends this tells the tag that is to be sent to it: the way back begins under its own name. */
  #open(segment: Segment): void {
    const { bytes, sourcePort, destinationPort } = segment;
    const { start, end } = this.#chunk;
    if (end - start < 4) return;
    const key = keyOf(u32(bytes, start), destinationPort, sourcePort);
    // A copy of it must not lose what has come since.
    if (this.#directions.has(key)) return;
    this.#add(key, new Direction(endpointOf(segment, 'destination'), endpointOf(segment, 'source')), segment.timeUs);
  }

  #takeData(segment: Segment): void {
    const chunk = this.#chunk;
    const direction = this.#directionOf(segment);
    if (!direction.seen.isNew(chunk.tsn)) return;
    if (chunk.begins && chunk.ends) {
      this.#send(direction, segment, segment.bytes, chunk.start, chunk.end, chunk.cut);
    } else if (direction.strange < MAX_STRANGE) this.#keep(direction, segment);
  }

  #keep(direction: Direction, segment: Segment): void {
    const before = direction.fragments.bytes;
    direction.fragments.add(this.#chunk, segment.bytes, segment, this.#joined(direction));
    this.#settle(direction, before);
    if (this.#waitingBytes <= MAX_WAITING_BYTES) return;
    const [oldest] = this.#waiting;
    if (oldest) this.#giveUp(oldest, Number.POSITIVE_INFINITY);
  }

  #giveUp(direction: Direction, beforeUs: number): void {
    const before = direction.fragments.bytes;
    direction.fragments.giveUp(beforeUs, this.#joined(direction));
    this.#settle(direction, before);
  }

  /** Fragments came or went. */
  #settle(direction: Direction, bytesBefore: number): void {
    const { fragments } = direction;
    this.#waitingBytes += fragments.bytes - bytesBefore;
    if (fragments.isEmpty) this.#waiting.delete(direction);
    else this.#waiting.add(direction);
  }

  /** What is done with fragments that were joined. */
  #joined(direction: Direction): OnMessage {
    return (message, isWhole, cut, carrier) => {
      if (message.length > 0) this.#send(direction, carrier, message, 0, message.length, cut);
      // Of others than SIP nobody misses anything.
      if (!isWhole && direction.strange < 0) this.#outlet.note('sctp-fragments-missing', carrier.frame, carrier.input);
    };
  }

  #send(direction: Direction, from: Carrier, bytes: Uint8Array, start: number, end: number, cut: boolean): void {
    if (!looksLikeSip(bytes, start, end)) {
      if (direction.strange < MAX_STRANGE) direction.strange++;
      return;
    }
    // Never again: SIP was found.
    direction.strange = Number.NEGATIVE_INFINITY;
    const { arrival } = this.#outlet;
    arrival.input = from.input;
    arrival.frame = from.frame;
    arrival.timeUs = from.timeUs;
    arrival.nanos = from.nanos;
    arrival.source = direction.source;
    arrival.destination = direction.destination;
    arrival.transport = 'sctp';
    arrival.bytes = bytes;
    arrival.start = start;
    arrival.end = end;
    arrival.ipId = -1;
    arrival.cut = cut;
    this.#outlet.send();
  }

  #directionOf(segment: Segment): Direction {
    const key = keyOf(tagOf(segment), segment.sourcePort, segment.destinationPort);
    const known = this.#directions.get(key);
    if (known) {
      if (segment.timeUs > known.lastUs) known.lastUs = segment.timeUs;
      return known;
    }
    return this.#add(
      key,
      new Direction(endpointOf(segment, 'source'), endpointOf(segment, 'destination')),
      segment.timeUs,
    );
  }

  #add(key: number, direction: Direction, timeUs: number): Direction {
    if (this.#directions.size >= MAX_DIRECTIONS) {
      for (const [oldKey, old] of this.#directions) {
        this.#forget(oldKey, old);
        break;
      }
    }
    direction.lastUs = timeUs;
    this.#directions.set(key, direction);
    return direction;
  }

  #forget(key: number, direction: Direction): void {
    this.#giveUp(direction, Number.POSITIVE_INFINITY);
    this.#directions.delete(key);
  }
}

/** The verification tag, which stands in the common header before the chunks. */
function tagOf({ bytes, payloadStart }: Segment): number {
  return u32(bytes, payloadStart - SCTP_HEADER_BYTES + 4);
}

/** One number for a tag, which is random, and as much of the ports as fits. */
function keyOf(tag: number, sourcePort: number, destinationPort: number): number {
  return tag + 0x1_0000_0000 * ((Math.imul(sourcePort, 31) + destinationPort) & 0xf_ffff);
}
