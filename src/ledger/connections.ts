// What the packets of each TCP connection or SCTP association are: known only when one of them shows it, and then true of all of them, pure
// acknowledgements included. Numbers in typed arrays, found by a hash of both ends; bounded, and nothing here throws.
import { u32 } from '../capture/integers.ts';
import { endpointOf } from '../packet/endpoint.ts';
import type { Segment } from '../packet/segment.ts';
import { type ClassIndex, indexOf } from './classes.ts';
import { serverPortOf, UNDECIDED } from './stream.ts';

const TLS = indexOf('tls');
const FIRST_SLOTS = 256;
/** Half of them are used at most. When they are, every connection is settled as what it is by then. */
const MAX_SLOTS = 131_072;
/** So full a corner of the table is an attack: what belongs there is judged packet by packet. */
const MAX_PROBES = 64;
const NO_SLOT = -1;
/** Which connections are kept when the others are settled: instead of one class. */
const NONE = -1;
const ALL = -2;

/** Takes what is known of a connection: how many packets of which class, and the port of its server. */
export type Settle = (found: ClassIndex, packets: number, serverPort: number) => void;

/** Counts packets by connection. */
export class Connections {
  readonly #settle: Settle;
  readonly #look: (segment: Segment) => ClassIndex;
  readonly #otherwise: ClassIndex;
  #slots = slotsFor(0);
  #used = 0;
  /** The packet that was counted last, and its place: as a rule it is asked for again at once. */
  #latestFrame = 0;
  #latestSlot = NO_SLOT;
  /** TLS connections by their ends: what is inside may come to light when the last packet has gone by. Hashes. */
  readonly #sealed = new Map<string, readonly [number, number]>();

  /**
   * @param settle is called once for each connection, and for each packet that there was no room for.
   * @param look tells the class of a connection by a segment with payload, or UNDECIDED.
   * @param otherwise the class of connections that stay undecided.
   */
  constructor(settle: Settle, look: (segment: Segment) => ClassIndex, otherwise: ClassIndex) {
    this.#settle = settle;
    this.#look = look;
    this.#otherwise = otherwise;
  }

  /** Counts the packet of a segment. */
  count(segment: Segment): void {
    const slot = this.#slotOf(segment);
    this.#latestFrame = segment.frame;
    this.#latestSlot = slot;
    const isTelling = segment.payloadEnd > segment.payloadStart;
    if (slot === NO_SLOT) return this.#settleAs(isTelling ? this.#look(segment) : UNDECIDED, 1, 0);
    const { packets, classes, ports } = this.#slots;
    if (packets[slot] === 0) this.#used++;
    packets[slot] = (packets[slot] ?? 0) + 1;
    if (!isTelling || classes[slot] !== UNDECIDED) return;
    const found = this.#look(segment);
    if (found === UNDECIDED) return;
    classes[slot] = found;
    ports[slot] = serverPortOf(segment);
    if (found !== TLS) return;
    const { first, second } = this.#slots;
    this.#sealed.set(nameOf(endpointOf(segment, 'source'), endpointOf(segment, 'destination')), [
      first[slot] ?? 0,
      second[slot] ?? 0,
    ]);
  }

  /** The connection of a segment that was counted is of this class, whatever it looked like. */
  reveal(segment: Segment, found: ClassIndex): void {
    const slot = segment.frame === this.#latestFrame ? this.#latestSlot : this.#slotOf(segment);
    if (slot !== NO_SLOT && this.#slots.packets[slot] !== 0) this.#slots.classes[slot] = found;
  }

  /** A TLS connection between two endpoints is of this class, when it is opened at last. */
  revealSealed(source: string, destination: string, found: ClassIndex): void {
    const hashes = this.#sealed.get(nameOf(source, destination));
    if (hashes === undefined) return;
    const slot = placeOf(this.#slots, ...hashes);
    if (slot !== NO_SLOT && this.#slots.packets[slot] !== 0) this.#slots.classes[slot] = found;
  }

  /** No more packets come: settles every connection but those of TLS, which may still be opened. */
  end(): void {
    this.#refill(slotsFor(0), TLS);
  }

  /** Settles every connection, and forgets it. */
  close(): void {
    this.#refill(slotsFor(0), NONE);
    this.#sealed.clear();
  }

  #settleAs(found: ClassIndex, packets: number, serverPort: number): void {
    this.#settle(found === UNDECIDED ? this.#otherwise : found, packets, serverPort);
  }

  /** The slot of a connection, or the free one where it belongs. */
  #slotOf(segment: Segment): number {
    if (2 * this.#used >= this.#slots.packets.length) this.#grow();
    // A sum is the same for both directions.
    const first = (endHash(segment, true, 0x9e3779b1) + endHash(segment, false, 0x9e3779b1)) >>> 0;
    const second = (endHash(segment, true, 0x85ebca6b) + endHash(segment, false, 0x85ebca6b)) >>> 0;
    return placeOf(this.#slots, first, second);
  }

  #grow(): void {
    const { length } = this.#slots.packets;
    if (length >= MAX_SLOTS) this.close();
    else this.#refill(slotsFor(Math.max(FIRST_SLOTS, 2 * length)), ALL);
  }

  /** Moves connections of a class to other slots, which have room for them, and settles the others. */
  #refill(slots: Slots, kept: ClassIndex): void {
    const old = this.#slots;
    this.#used = 0;
    this.#latestSlot = NO_SLOT;
    this.#slots = slots;
    for (const [slot, packets] of old.packets.entries()) {
      if (packets === 0) continue;
      const found = old.classes[slot] ?? UNDECIDED;
      if (kept !== ALL && found !== kept) this.#settleAs(found, packets, old.ports[slot] ?? 0);
      else this.#move(old, slot);
    }
  }

  #move(old: Slots, slot: number): void {
    if (2 * this.#used >= this.#slots.packets.length) this.#grow();
    const place = placeOf(this.#slots, old.first[slot] ?? 0, old.second[slot] ?? 0);
    const packets = old.packets[slot] ?? 0;
    const found = old.classes[slot] ?? UNDECIDED;
    const port = old.ports[slot] ?? 0;
    if (place === NO_SLOT) return this.#settleAs(found, packets, port);
    this.#used++;
    this.#slots.packets[place] = packets;
    this.#slots.classes[place] = found;
    this.#slots.ports[place] = port;
  }
}

function nameOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** By slot; one without packets is free. */
interface Slots {
  /** Two hashes of both ends. */
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  readonly packets: Uint32Array;
  readonly classes: Uint8Array;
  readonly ports: Uint16Array;
}

/** @param count A power of two, or 0 while there is nothing to count. */
function slotsFor(count: number): Slots {
  return {
    first: new Uint32Array(count),
    second: new Uint32Array(count),
    packets: new Uint32Array(count),
    classes: new Uint8Array(count).fill(UNDECIDED),
    ports: new Uint16Array(count),
  };
}

function placeOf(slots: Slots, first: number, second: number): number {
  const mask = slots.packets.length - 1;
  for (let probe = 0; probe < MAX_PROBES; probe++) {
    const slot = (first + probe) & mask;
    if (slots.packets[slot] === 0) {
      slots.first[slot] = first;
      slots.second[slot] = second;
      return slot;
    }
    if (slots.first[slot] === first && slots.second[slot] === second) return slot;
  }
  return NO_SLOT;
}

function endHash(segment: Segment, isSource: boolean, factor: number): number {
  const { bytes, addressLength } = segment;
  const at = isSource ? segment.sourceAddress : segment.destinationAddress;
  // Mixed before the address comes to it: a port must not make up for the lower half of an address.
  let hash = Math.imul((isSource ? segment.sourcePort : segment.destinationPort) + 1, factor);
  hash ^= hash >>> 16;
  for (let word = 0; word < addressLength; word += 4) {
    hash = Math.imul(hash ^ u32(bytes, at + word), factor);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 13);
}
