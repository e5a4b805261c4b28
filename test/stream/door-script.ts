// A connection as one writes it down, byte strings by either side, and everything the SIP door makes of it.
import { bytesOf, latin1 } from '../../src/bytes/ascii.ts';
import type { NoticeCode } from '../../src/bytes/notice.ts';
import { SipDoor, type DoorOptions } from '../../src/door.ts';
import { ACK, emptySegment, SCTP, SYN, TCP, UDP } from '../../src/packet/segment.ts';
import type { Arrival } from '../../src/stream/arrival.ts';

export type Heard = Omit<Arrival, 'bytes' | 'start' | 'end'> & { readonly text: string };

/** Bytes of one side, as a string of one character a byte. */
export interface Said {
  readonly from: 1 | 2;
  readonly text: string;
}

/** 1 says the text. */
export const one = (text: string): Said => ({ from: 1, text });
/** 2 says the text. */
export const two = (text: string): Said => ({ from: 2, text });

/** A door, with 192.0.2.1:40000 (1) and 192.0.2.2:5060 (2) before it. */
export class DoorScript {
  readonly heard: Heard[] = [];
  readonly notes: NoticeCode[] = [];
  readonly door: SipDoor;
  port = 40_000;
  input = 0;
  timeUs = 0;
  #frame = 0;
  readonly #sequences = { 1: 1000, 2: 7000 };

  constructor(options: DoorOptions = {}) {
    this.door = new SipDoor(
      ({ bytes, start, end, ...arrival }) => void this.heard.push({ ...arrival, text: latin1(bytes, start, end) }),
      (code) => void this.notes.push(code),
      options,
    );
  }

  get texts(): string[] {
    return this.heard.map(({ text }) => text);
  }

  /** Both SYNs. */
  open(): this {
    this.#segment(1, '', SYN);
    this.#segment(2, '', SYN | ACK);
    return this;
  }

  /** Each text in a segment of its own. */
  say(...said: readonly Said[]): this {
    for (const { from, text } of said) this.#segment(from, text, ACK);
    return this;
  }

  /** Each text in segments of so many bytes. */
  sayIn(size: number, ...said: readonly Said[]): this {
    for (const { from, text } of said) {
      for (let at = 0; at < text.length; at += size) this.#segment(from, text.slice(at, at + size), ACK);
    }
    return this;
  }

  /** So many bytes are sent and not captured. */
  lose(from: 1 | 2, count: number): this {
    this.#sequences[from] += count;
    return this;
  }

  datagram(text: string, cut = false): this {
    this.#push(1, text, { protocol: UDP, cut });
    return this;
  }

  /** An SCTP packet, common header included, from and to addresses that end in these bytes. */
  sctp(packet: string, from = 1, to = 2, cut = false): this {
    spoil();
    chunk.set([192, 0, 2, from, 192, 0, 2, to]);
    chunk.set(bytesOf(packet), 8);
    used = 8 + packet.length;
    const portAt = (at: number): number => ((chunk[at] ?? 0) << 8) | (chunk[at + 1] ?? 0);
    this.door.push({
      ...emptySegment(),
      protocol: SCTP,
      input: this.input,
      frame: ++this.#frame,
      timeUs: this.timeUs,
      bytes: chunk,
      destinationAddress: 4,
      sourcePort: portAt(8),
      destinationPort: portAt(10),
      payloadStart: 20,
      payloadEnd: 8 + packet.length,
      cut,
    });
    return this;
  }

  end(): this {
    this.door.end();
    return this;
  }

  #segment(from: 1 | 2, text: string, flags: number): void {
    this.#push(from, text, { protocol: TCP, flags, sequence: this.#sequences[from] >>> 0 });
    this.#sequences[from] += text.length + ((flags & SYN) === 0 ? 0 : 1);
  }

  #push(from: 1 | 2, text: string, more: Partial<ReturnType<typeof emptySegment>>): void {
    // The chunk is used again: what was not copied in time changes.
    spoil();
    chunk.set([192, 0, 2, from, 192, 0, 2, from === 1 ? 2 : 1]);
    chunk.set(bytesOf(text), 8);
    used = 8 + text.length;
    this.door.push({
      ...emptySegment(),
      input: this.input,
      frame: ++this.#frame,
      timeUs: this.timeUs,
      bytes: chunk,
      sourceAddress: 0,
      destinationAddress: 4,
      sourcePort: from === 1 ? this.port : 5060,
      destinationPort: from === 1 ? 5060 : this.port,
      payloadStart: 8,
      payloadEnd: 8 + text.length,
      ...more,
    });
  }
}

const chunk = new Uint8Array(140_000);
let used = 0;

/** What stood in the chunk is gone. */
function spoil(): void {
  chunk.fill(0x23, 0, used);
}
