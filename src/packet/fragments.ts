// IP fragments become whole packets again (RFC 791 §3.2, RFC 8200 §4.5), in any order, with duplicates and overlaps, out of
// several inputs. Bounded: 1,024 packets at once, 64 KiB each, 2 s of capture time; what stays incomplete is handed out as
// far as its beginning goes.
import type { NoticeCode } from '../bytes/notice.ts';
import type { PacketMoment } from './icmp.ts';
import type { IpPacket } from './ip.ts';
import { addRange, coversUpTo, eachGap, type Ranges } from './ranges.ts';
import { type FramePlace, UDP } from './segment.ts';

const MAX_GROUPS = 1024;
const MAX_PACKET_BYTES = 65_535;
/**
 * Fragments are sent together and arrive milliseconds apart. Hosts wait longer, up to a minute; but they may use an
 * identification again much sooner, and who joins parts of two packets (RFC 4963) makes up a message that was never sent.
 */
const MAX_WAIT_US = 2_000_000;
/** Pieces with holes between them; a packet that has more is not a packet. */
const MAX_PIECES = 1024;
/** Frames of one packet that are remembered by number. */
const MAX_PLACES = 64;
/** Both addresses, 16 bytes each, stand in front of the payload in a group's buffer. */
const ADDRESS_BYTES = 32;
const UDP_HEADER_BYTES = 8;
const FIRST_BUFFER_BYTES = 4096;

/** A packet being put together. */
export interface FragmentGroup {
  readonly key: string;
  /** Next protocol: what the first fragment says, in IPv6 (RFC 8200 §4.5). */
  protocol: number;
  readonly addressLength: 4 | 16;
  readonly ipId: number;
  /** Where its beginning was captured; until that comes, the fragment that came first. */
  begin: PacketMoment;
  /** When the first of its fragments came. */
  readonly sinceUs: number;
  /** The frames that are there, as they came. */
  readonly places: FramePlace[];
  /** A packet of this identification was completed a moment ago: this may be a stray duplicate of a part of it. */
  readonly again: boolean;
  /** Source address at 0, destination address at 16, payload from 32 on. */
  buffer: Uint8Array;
  /** Which bytes of the payload are in the buffer; and which were sent, though the snap length may have cut them off. */
  readonly captured: Ranges;
  readonly sent: Ranges;
  /** Length of the whole payload; -1 until the last fragment was seen. */
  length: number;
}

/** How the table says that it could not use something. */
export type FragmentNote = (code: NoticeCode, frame: number, input: number) => void;

/** Who wants to know when the beginning of a packet waits for its other fragments, and when that is over. */
export interface FragmentWatch {
  readonly onBegin: (group: FragmentGroup) => void;
  /** It is complete, or given up and of no use. One that is of use is handed out by `takeUnfinished` instead. */
  readonly onEnd: (group: FragmentGroup) => void;
}

/** Puts fragments together: one table for all inputs of an observation, in order of time. */
export class FragmentTable {
  readonly #note: FragmentNote;
  readonly #watch: FragmentWatch | undefined;
  /** Oldest first. */
  readonly #groups = new Map<string, FragmentGroup>();
  /** Completed a moment ago, and when; oldest first. */
  readonly #completed = new Map<string, number>();
  readonly #unfinished: FragmentGroup[] = [];
  #dueUs = Number.POSITIVE_INFINITY;

  constructor(note: FragmentNote, watch?: FragmentWatch) {
    this.#note = note;
    this.#watch = watch;
  }

  /** From this capture time on, `takeUnfinished` may give something. */
  get dueUs(): number {
    return this.#dueUs;
  }

  /** Takes a fragment; the group when that was the last one missing. */
  add(ip: IpPacket, moment: PacketMoment): FragmentGroup | undefined {
    this.#expire(moment.timeUs);
    const sentEnd = ip.fragmentOffset + ip.promisedEnd - ip.start;
    const sendsPart = ip.moreFragments && (ip.promisedEnd - ip.start) % 8 !== 0;
    if (ip.promisedEnd <= ip.start || sentEnd > MAX_PACKET_BYTES || sendsPart) return this.#refuse(moment);
    const group = this.#groupOf(ip, moment);
    const known = group.sent.at(-1) ?? 0;
    const contradicts = ip.moreFragments
      ? group.length >= 0 && sentEnd > group.length
      : (group.length >= 0 && sentEnd !== group.length) || sentEnd < known;
    if (contradicts || group.sent.length >= 2 * MAX_PIECES) return this.#refuse(moment);
    if (!ip.moreFragments) group.length = sentEnd;
    const begins = ip.fragmentOffset === 0 && (group.sent[0] ?? 1) > 0;
    if (begins) {
      group.protocol = ip.protocol;
      group.begin = moment;
    }
    if (group.places.length < MAX_PLACES) group.places.push({ input: moment.input, frame: moment.frame });
    store(group, ip);
    addRange(group.sent, ip.fragmentOffset, sentEnd);
    if (group.length < 0 || !coversUpTo(group.sent, group.length)) {
      if (begins && !group.again) this.#watch?.onBegin(group);
      return undefined;
    }
    this.#groups.delete(group.key);
    this.#watch?.onEnd(group);
    this.#rememberCompleted(group.key, moment.timeUs);
    return group;
  }

  /** The next packet that stayed incomplete and has at least its beginning; `undefined` when there is none (yet). */
  takeUnfinished(nowUs: number): FragmentGroup | undefined {
    if (nowUs < this.#dueUs) return undefined;
    this.#expire(nowUs);
    const group = this.#unfinished.shift();
    if (this.#unfinished.length === 0) this.#dueUs = this.#nextDueUs();
    return group;
  }

  #refuse({ frame, input }: PacketMoment): undefined {
    this.#note('fragments-bad', frame, input);
  }

  #groupOf(ip: IpPacket, moment: PacketMoment): FragmentGroup {
    const key = keyOf(ip);
    const existing = this.#groups.get(key);
    if (existing !== undefined) return existing;
    const [oldest] = this.#groups.size >= MAX_GROUPS ? this.#groups.values() : [];
    if (oldest !== undefined) this.#giveUp(oldest);
    const buffer = new Uint8Array(FIRST_BUFFER_BYTES);
    buffer.set(ip.bytes.subarray(ip.source, ip.source + ip.addressLength), 0);
    buffer.set(ip.bytes.subarray(ip.destination, ip.destination + ip.addressLength), 16);
    const { protocol, addressLength, ipId } = ip;
    const { timeUs } = moment;
    const again = timeUs - (this.#completed.get(key) ?? Number.NEGATIVE_INFINITY) <= MAX_WAIT_US;
    const ranges = { captured: [], sent: [], length: -1 };
    const places: FramePlace[] = [];
    const begun = { begin: moment, sinceUs: timeUs, places, again };
    const group = { key, protocol, addressLength, ipId, ...begun, buffer, ...ranges };
    this.#groups.set(key, group);
    this.#dueUs = Math.min(this.#dueUs, timeUs + MAX_WAIT_US + 1);
    return group;
  }

  /** Gives up what has waited too long. */
  #expire(nowUs: number): void {
    if (nowUs < this.#dueUs) return;
    for (const group of this.#groups.values()) {
      if (nowUs - group.sinceUs <= MAX_WAIT_US) break;
      this.#giveUp(group);
    }
    this.#dueUs = this.#unfinished.length > 0 ? Number.NEGATIVE_INFINITY : this.#nextDueUs();
  }

  #nextDueUs(): number {
    const [oldest] = this.#groups.values();
    return oldest ? oldest.sinceUs + MAX_WAIT_US + 1 : Number.POSITIVE_INFINITY;
  }

  #giveUp(group: FragmentGroup): void {
    this.#groups.delete(group.key);
    if (group.again) return;
    this.#note('fragments-missing', group.begin.frame, group.begin.input);
    if (group.captured[0] !== 0 || this.#unfinished.length >= MAX_GROUPS) {
      this.#watch?.onEnd(group);
      return;
    }
    this.#unfinished.push(group);
    this.#dueUs = Number.NEGATIVE_INFINITY;
  }

  #rememberCompleted(key: string, timeUs: number): void {
    const [oldest] = this.#completed.size >= MAX_GROUPS ? this.#completed.keys() : [];
    if (oldest !== undefined) this.#completed.delete(oldest);
    this.#completed.delete(key);
    this.#completed.set(key, timeUs);
  }
}

/** Bytes that are there stay: where fragments overlap, the one that came first wins. */
function store(group: FragmentGroup, ip: IpPacket): void {
  const { bytes, start, end, fragmentOffset } = ip;
  if (end <= start) return;
  const storedEnd = fragmentOffset + end - start;
  if (ADDRESS_BYTES + storedEnd > group.buffer.length) {
    const wanted = Math.max(ADDRESS_BYTES + storedEnd, 2 * group.buffer.length);
    const grown = new Uint8Array(Math.min(ADDRESS_BYTES + MAX_PACKET_BYTES, wanted));
    grown.set(group.buffer);
    group.buffer = grown;
  }
  const offset = start - fragmentOffset;
  eachGap(group.captured, fragmentOffset, storedEnd, (from, to) => {
    group.buffer.set(bytes.subarray(offset + from, offset + to), ADDRESS_BYTES + from);
  });
  addRange(group.captured, fragmentOffset, storedEnd);
}

/** What is there of the payload of a UDP datagram from its beginning on; nothing when it is none. */
export function datagramIn({ protocol, buffer, captured }: FragmentGroup): Uint8Array {
  const [start = 0, end = 0] = captured;
  const isDatagram = protocol === UDP && start === 0;
  return buffer.subarray(ADDRESS_BYTES + UDP_HEADER_BYTES, isDatagram ? ADDRESS_BYTES + end : 0);
}

/**
 * Makes the group an IP packet again.
 * @param unfinished Only its beginning is there: how much was sent is then for the transport header to say.
 */
export function packetOfGroup(group: FragmentGroup, unfinished: boolean, into: IpPacket): void {
  const [start = 0, end = 0] = group.captured;
  into.bytes = group.buffer;
  into.source = 0;
  into.destination = 16;
  into.addressLength = group.addressLength;
  into.protocol = group.protocol;
  into.start = ADDRESS_BYTES;
  into.end = ADDRESS_BYTES + (start === 0 ? end : 0);
  into.promisedEnd = ADDRESS_BYTES + (unfinished ? MAX_PACKET_BYTES : group.length);
  into.ipId = group.ipId;
  into.fragmentOffset = 0;
  into.moreFragments = false;
}

function keyOf(ip: IpPacket): string {
  let addresses = '';
  for (let index = 0; index < ip.addressLength; index++) {
    addresses += String.fromCharCode(
      ((ip.bytes[ip.source + index] ?? 0) << 8) | (ip.bytes[ip.destination + index] ?? 0),
    );
  }
  // IPv6 tells fragments apart by addresses and identification alone; only the first one's next header counts.
  return `${addresses}${ip.fragmentId}/${ip.addressLength === 4 ? ip.protocol : ''}`;
}
