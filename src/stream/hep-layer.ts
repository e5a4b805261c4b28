// HEP packets become arrivals: those that came as datagrams, and those on a connection from a capture agent, one behind the
// other. A message has the time and frame at which the capture saw the HEP packet: the agent's own time is of another clock.
import { PendingBytes } from '../bytes/pending.ts';
import { u16 } from '../capture/integers.ts';
import { SipFramer } from '../sip/framing.ts';
import type { StreamPiece } from './direction.ts';
import { HEP3_HEADER_BYTES, HepReader, isHep3 } from './hep.ts';
import { type Outlet, type Side, type StreamLayer, StreamMark } from './layer.ts';

/** Takes HEP packets and lets their messages out. One for all connections. */
export class HepDesk {
  readonly outlet: Outlet;
  readonly #reader = new HepReader();
  readonly #framer: SipFramer;
  /** The packet at hand was. */
  #wasCut = false;

  constructor(outlet: Outlet) {
    this.outlet = outlet;
    this.#framer = new SipFramer(undefined, outlet.pool);
  }

  /** Takes the packet [start, end). Its time, frame and input, and whether it was cut, must stand in the arrival. */
  take(bytes: Uint8Array, start: number, end: number): void {
    const { arrival } = this.outlet;
    const reader = this.#reader;
    const content = reader.read(bytes, start, end);
    if (content === 'damaged') this.outlet.note('hep-damaged', arrival.frame, arrival.input);
    if (content !== 'sip') return;
    arrival.transport = reader.transport;
    arrival.source = reader.source;
    arrival.destination = reader.destination;
    arrival.ipId = -1;
    arrival.cut ||= reader.cut;
    if (reader.transport !== 'tcp' && reader.transport !== 'tls')
      return this.#send(reader.bytes, reader.start, reader.end);
    // Agents send what they saw of a stream: one message as a rule, sometimes several, or only its first part.
    this.#wasCut = arrival.cut;
    this.#framer.push(reader.bytes, reader.start, reader.end, this.#sendFramed);
    this.#framer.settle(this.#sendFramed);
    this.#framer.gap(this.#sendFramed);
  }

  /** Bound: one closure for all packets. */
  readonly #sendFramed = (bytes: Uint8Array, start: number, end: number, complete: boolean): void => {
    this.outlet.arrival.cut = this.#wasCut || !complete;
    this.#send(bytes, start, end);
  };

  #send(bytes: Uint8Array, start: number, end: number): void {
    const { arrival } = this.outlet;
    arrival.bytes = bytes;
    arrival.start = start;
    arrival.end = end;
    this.outlet.send();
  }
}

/** HEP over TCP. */
export class HepLayer implements StreamLayer {
  readonly #desk: HepDesk;
  readonly #sides: [HepSide | undefined, HepSide | undefined] = [undefined, undefined];

  constructor(desk: HepDesk) {
    this.#desk = desk;
  }

  push(side: Side, piece: StreamPiece): void {
    (this.#sides[side] ??= new HepSide(this.#desk)).push(piece);
  }

  gap(side: Side): void {
    this.#sides[side]?.gap();
  }

  closed(side: Side): void {
    this.#sides[side]?.end();
  }

  ignores(): boolean {
    return false;
  }
}

/** One side: packets by their length; where that is lost, by their magic number. A packet is at most 64 KiB. */
class HepSide {
  readonly #desk: HepDesk;
  readonly #pending: PendingBytes;
  readonly #mark = new StreamMark();

  constructor(desk: HepDesk) {
    this.#desk = desk;
    this.#pending = new PendingBytes(desk.outlet.pool);
  }

  push(piece: StreamPiece): void {
    this.#mark.reach(piece);
    let at = piece.start;
    while (at < piece.end) {
      const before = at;
      at = this.#pending.length > 0 ? this.#fill(piece, at) : this.#begin(piece, at);
      // What comes next in this piece is not older than it.
      if (this.#pending.length === 0 && at > before) this.#mark.set(piece);
    }
    if (this.#desk.outlet.pool.isFull && this.#pending.length > 0) {
      this.#desk.outlet.note('stream-memory-full', this.#mark.frame, this.#mark.input);
      this.end();
    }
  }

  gap(): void {
    this.#desk.outlet.note('tcp-gap', this.#mark.frame, this.#mark.input);
    this.end();
  }

  end(): void {
    const { bytes, length } = this.#pending;
    if (isHep3(bytes, 0, length)) this.#take(bytes, 0, length);
    this.#pending.clear();
  }

  #begin({ bytes, end }: StreamPiece, start: number): number {
    const at = magicAt(bytes, start, end);
    const packetEnd = at + u16(bytes, at + 4);
    if (!isHep3(bytes, at, end)) {
      // Too few bytes to tell, or no packet: then another may begin behind its first byte.
      if (end - at >= HEP3_HEADER_BYTES) return at + 1;
    } else if (packetEnd <= end) {
      this.#take(bytes, at, packetEnd);
      return packetEnd;
    }
    this.#pending.append(bytes, at, end);
    return end;
  }

  #fill({ bytes, end }: StreamPiece, start: number): number {
    const pending = this.#pending;
    const before = pending.length;
    const need = before < HEP3_HEADER_BYTES ? HEP3_HEADER_BYTES : u16(pending.bytes, 4);
    const taken = Math.min(end - start, need - before);
    pending.append(bytes, start, start + taken);
    if (pending.length < need) return start + taken;
    if (before >= HEP3_HEADER_BYTES) {
      this.#take(pending.bytes, 0, need);
      pending.clear();
    } else if (!isHep3(pending.bytes, 0, need)) {
      // Not the beginning of a packet: it may be among the bytes behind the first one.
      const at = magicAt(pending.bytes, 1, need);
      pending.keep(at, need);
    }
    return start + taken;
  }

  #take(bytes: Uint8Array, start: number, end: number): void {
    const { arrival } = this.#desk.outlet;
    this.#mark.stamp(arrival);
    arrival.cut = false;
    this.#desk.take(bytes, start, end);
  }
}

const magic = [0x48, 0x45, 0x50, 0x33];

/** Where `HEP3`, or as much of it as there is, begins in [start, end); `end` when it does not. */
function magicAt(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    if (magic.every((code, index) => at + index >= end || bytes[at + index] === code)) return at;
  }
  return end;
}
