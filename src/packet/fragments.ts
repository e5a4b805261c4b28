// IP fragments become whole packets again (RFC 791 §3.2, RFC 8200 §4.5), in any order and with duplicates. Bounded: 1,024
// packets at once, 64 KiB each, 30 s of capture time; what stays incomplete is handed out as far as its beginning goes.
import type { Note } from '../bytes/notice.ts';
import type { Frame } from '../capture/frame.ts';
import type { IpPacket } from './ip.ts';

const MAX_GROUPS = 1024;
const MAX_PACKET_BYTES = 65_535;
const MAX_WAIT_US = 30_000_000;
/** Pieces with holes between them; a packet that has more is not a packet. */
const MAX_PIECES = 1024;
/** Both addresses, 16 bytes each, stand in front of the payload in a group's buffer. */
const ADDRESS_BYTES = 32;
const FIRST_BUFFER_BYTES = 4096;

/** A packet being put together. */
export interface FragmentGroup {
  readonly key: string;
  /** Next protocol: what the first fragment says, in IPv6 (RFC 8200 §4.5). */
  protocol: number;
  readonly addressLength: 4 | 16;
  readonly ipId: number;
  /** The fragment that came first in the capture. */
  readonly frame: number;
  readonly timeUs: number;
  readonly nanos: number;
  /** A packet of this identification was completed a moment ago: this may be a stray duplicate of a part of it. */
  readonly again: boolean;
  /** Source address at 0, destination address at 16, payload from 32 on. */
  buffer: Uint8Array;
  /** What is there: start, end, start, end … ascending, in bytes of payload, never touching each other. */
  readonly pieces: number[];
  /** Length of the whole payload; -1 until the last fragment was seen. */
  length: number;
}

/** Puts fragments together. */
export class FragmentTable {
  readonly #note: Note;
  /** Oldest first. */
  readonly #groups = new Map<string, FragmentGroup>();
  /** Completed a moment ago, and when; oldest first. */
  readonly #completed = new Map<string, number>();
  #unfinished: FragmentGroup[] = [];

  constructor(note: Note) {
    this.#note = note;
  }

  /** Takes a fragment; the group when that was the last one missing. */
  add(ip: IpPacket, frame: Frame): FragmentGroup | undefined {
    this.#expire(frame.timeUs);
    const promisedEnd = ip.fragmentOffset + ip.promisedEnd - ip.start;
    const promisesPart = ip.moreFragments && (ip.promisedEnd - ip.start) % 8 !== 0;
    if (ip.end <= ip.start || promisedEnd > MAX_PACKET_BYTES || promisesPart) {
      this.#note('fragments-bad', frame.number);
      return undefined;
    }
    const group = this.#groupOf(ip, frame);
    const known = group.pieces.at(-1) ?? 0;
    const contradicts = ip.moreFragments
      ? group.length >= 0 && promisedEnd > group.length
      : (group.length >= 0 && promisedEnd !== group.length) || promisedEnd < known;
    if (contradicts || group.pieces.length >= 2 * MAX_PIECES) {
      this.#note('fragments-bad', frame.number);
      return undefined;
    }
    if (!ip.moreFragments) group.length = promisedEnd;
    if (ip.fragmentOffset === 0) group.protocol = ip.protocol;
    this.#store(group, ip);
    if (group.pieces.length !== 2 || group.pieces[0] !== 0 || group.pieces[1] !== group.length) return undefined;
    this.#groups.delete(group.key);
    this.#rememberCompleted(group.key, frame.timeUs);
    return group;
  }

  /** The next packet that stayed incomplete and has at least its beginning; `undefined` when there is none (yet). */
  takeUnfinished(nowUs: number): FragmentGroup | undefined {
    if (this.#groups.size > 0) this.#expire(nowUs);
    return this.#unfinished.length === 0 ? undefined : this.#unfinished.shift();
  }

  #groupOf(ip: IpPacket, frame: Frame): FragmentGroup {
    const key = keyOf(ip);
    const existing = this.#groups.get(key);
    if (existing !== undefined) return existing;
    const [oldest] = this.#groups.size >= MAX_GROUPS ? this.#groups.values() : [];
    if (oldest !== undefined) this.#giveUp(oldest);
    const buffer = new Uint8Array(FIRST_BUFFER_BYTES);
    buffer.set(ip.bytes.subarray(ip.source, ip.source + ip.addressLength), 0);
    buffer.set(ip.bytes.subarray(ip.destination, ip.destination + ip.addressLength), 16);
    const group: FragmentGroup = {
      key,
      protocol: ip.protocol,
      addressLength: ip.addressLength,
      ipId: ip.ipId,
      frame: frame.number,
      timeUs: frame.timeUs,
      nanos: frame.nanos,
      again: this.#completed.has(key),
      buffer,
      pieces: [],
      length: -1,
    };
    this.#groups.set(key, group);
    return group;
  }

  #store(group: FragmentGroup, ip: IpPacket): void {
    const start = ip.fragmentOffset;
    const end = start + ip.end - ip.start;
    if (ADDRESS_BYTES + end > group.buffer.length) {
      const grown = new Uint8Array(
        Math.min(ADDRESS_BYTES + MAX_PACKET_BYTES, Math.max(ADDRESS_BYTES + end, 2 * group.buffer.length)),
      );
      grown.set(group.buffer);
      group.buffer = grown;
    }
    group.buffer.set(ip.bytes.subarray(ip.start, ip.end), ADDRESS_BYTES + start);
    addPiece(group.pieces, start, end);
  }

  #expire(nowUs: number): void {
    for (const group of this.#groups.values()) {
      if (nowUs - group.timeUs <= MAX_WAIT_US) break;
      this.#giveUp(group);
    }
    for (const [key, timeUs] of this.#completed) {
      if (nowUs - timeUs <= MAX_WAIT_US) break;
      this.#completed.delete(key);
    }
  }

  #giveUp(group: FragmentGroup): void {
    this.#groups.delete(group.key);
    if (group.again) return;
    this.#note('fragments-missing', group.frame);
    if (group.pieces[0] === 0 && this.#unfinished.length < MAX_GROUPS) this.#unfinished.push(group);
  }

  #rememberCompleted(key: string, timeUs: number): void {
    const [oldest] = this.#completed.size >= MAX_GROUPS ? this.#completed.keys() : [];
    if (oldest !== undefined) this.#completed.delete(oldest);
    this.#completed.delete(key);
    this.#completed.set(key, timeUs);
  }
}

/**
 * Makes the group an IP packet again.
 * @param unfinished Only its beginning is there: how much was promised is then for the transport header to say.
 */
export function packetOfGroup(group: FragmentGroup, unfinished: boolean, into: IpPacket): void {
  into.bytes = group.buffer;
  into.source = 0;
  into.destination = 16;
  into.addressLength = group.addressLength;
  into.protocol = group.protocol;
  into.start = ADDRESS_BYTES;
  into.end = ADDRESS_BYTES + (group.pieces[1] ?? 0);
  into.promisedEnd = unfinished ? ADDRESS_BYTES + MAX_PACKET_BYTES : into.end;
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

/** Adds `[start, end)` to ascending pieces, joining those that it touches or overlaps. */
function addPiece(pieces: number[], start: number, end: number): void {
  let from = 0;
  while (from < pieces.length && (pieces[from + 1] ?? 0) < start) from += 2;
  let to = from;
  let joinedStart = start;
  let joinedEnd = end;
  while (to < pieces.length && (pieces[to] ?? 0) <= end) {
    joinedStart = Math.min(joinedStart, pieces[to] ?? start);
    joinedEnd = Math.max(joinedEnd, pieces[to + 1] ?? end);
    to += 2;
  }
  pieces.splice(from, to - from, joinedStart, joinedEnd);
}
