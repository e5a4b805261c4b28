// One HEP packet (Homer encapsulation, versions 1 to 3) becomes the SIP message that a capture agent saw elsewhere, with the
// addresses that it travelled between. Ports prove nothing: HEP is known by its first bytes. Nothing here throws.
import { Inflater } from '../bytes/inflate.ts';
import { unzip } from '../bytes/unzip.ts';
import { u16, u32, u8 } from '../capture/integers.ts';
import { endpointAt } from '../packet/endpoint.ts';
import { looksLikeSip } from '../sip/recognize.ts';
import type { Endpoint, Transport } from './arrival.ts';

/** What a HEP packet holds: a SIP message; something else (RTCP reports, logs); `damaged` when its lengths are impossible. */
export type HepContent = 'sip' | 'other' | 'damaged';

/** Bytes of a HEP3 packet that say what it is and how long. */
export const HEP3_HEADER_BYTES = 6;
const CHUNK_HEADER_BYTES = 6;
/** A compressed message is inflated up to this. */
const MAX_MESSAGE_BYTES = 1024 * 1024;

/** Versions 1 and 2: eight bytes, two addresses; version 2 has the time and the capture agent behind that. */
const OLD_HEADER_BYTES = 8;
const OLD_TIME_BYTES = 12;
const OLD_INET = 2;

const PAYLOAD_SIP = 1;
/** IP protocol numbers; capture agents write two that mean something else for TLS (22) and WebSocket (50). */
const transports: ReadonlyMap<number, Transport> = new Map([
  [6, 'tcp'],
  [17, 'udp'],
  [22, 'tls'],
  [50, 'ws'],
  [132, 'sctp'],
]);

/** Whether a datagram is HEP. Costs next to nothing for what is not. */
export function looksLikeHep(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start];
  if (first === 0x48) return isHep3(bytes, start, end);
  return (first === 1 || first === 2) && isOldHep(bytes, start, end);
}

/** Whether a HEP3 packet begins here. */
export function isHep3(bytes: Uint8Array, start: number, end: number): boolean {
  return (
    end - start >= HEP3_HEADER_BYTES && u32(bytes, start) === 0x48455033 && u16(bytes, start + 4) >= HEP3_HEADER_BYTES
  );
}

/** These versions have no magic number: all that is fixed must be right, and the payload must be SIP. */
function isOldHep(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start <= OLD_HEADER_BYTES + 8) return false;
  if (!transports.has(u8(bytes, start + 3))) return false;
  const length = oldHeaderLength(bytes, start);
  const claimed = u8(bytes, start + 1);
  // Agents leave the time out of the length; one that does not is understood, too.
  const isLength = claimed === length || (claimed === length - OLD_TIME_BYTES && u8(bytes, start) === 2);
  return isLength && looksLikeSip(bytes, start + length, end);
}

function oldHeaderLength(bytes: Uint8Array, start: number): number {
  const isV4 = u8(bytes, start + 2) === OLD_INET;
  return OLD_HEADER_BYTES + (isV4 ? 8 : 32) + (u8(bytes, start) === 2 ? OLD_TIME_BYTES : 0);
}

/** Reads HEP packets, one after the other. What it found is overwritten by the next one. */
export class HepReader {
  source: Endpoint = '';
  destination: Endpoint = '';
  transport: Transport = 'udp';
  /** The message is [start, end) of `bytes`. */
  bytes: Uint8Array = new Uint8Array(0);
  start = 0;
  end = 0;
  /** The end of the message is missing. */
  cut = false;
  #inflater: Inflater | undefined;
  // Where the chunks of a HEP3 packet stand; -1 for those that it does not have.
  #sourceAddress = -1;
  #destinationAddress = -1;
  #addressLength: 4 | 16 = 4;
  #sourcePort = 0;
  #destinationPort = 0;
  #payloadType = -1;
  #isCompressed = false;

  /** Reads the packet [start, end), of which `looksLikeHep` or `isHep3` was true. */
  read(bytes: Uint8Array, start: number, end: number): HepContent {
    this.bytes = bytes;
    this.cut = false;
    return bytes[start] === 0x48 ? this.#readChunks(start, end) : this.#readOld(start, end);
  }

  #readOld(start: number, end: number): HepContent {
    const { bytes } = this;
    const length = u8(bytes, start + 2) === OLD_INET ? 4 : 16;
    const addresses = start + OLD_HEADER_BYTES;
    this.transport = transports.get(u8(bytes, start + 3)) ?? 'udp';
    this.source = endpointAt(bytes, addresses, length, u16(bytes, start + 4));
    this.destination = endpointAt(bytes, addresses + length, length, u16(bytes, start + 6));
    this.start = start + oldHeaderLength(bytes, start);
    this.end = end;
    return 'sip';
  }

  #readChunks(start: number, end: number): HepContent {
    this.#forget();
    const packetEnd = start + u16(this.bytes, start + 4);
    this.cut = packetEnd > end;
    const isWhole = this.#walk(start + HEP3_HEADER_BYTES, Math.min(packetEnd, end));
    if (this.#payloadType > PAYLOAD_SIP) return 'other';
    if (this.start < 0 || this.#sourceAddress < 0 || this.#destinationAddress < 0) return isWhole ? 'other' : 'damaged';
    this.source = endpointAt(this.bytes, this.#sourceAddress, this.#addressLength, this.#sourcePort);
    this.destination = endpointAt(this.bytes, this.#destinationAddress, this.#addressLength, this.#destinationPort);
    if (this.#isCompressed && !this.#inflate()) return 'damaged';
    return looksLikeSip(this.bytes, this.start, this.end) ? 'sip' : 'other';
  }

  #forget(): void {
    this.transport = 'udp';
    this.start = -1;
    this.end = -1;
    this.#sourceAddress = -1;
    this.#destinationAddress = -1;
    this.#sourcePort = 0;
    this.#destinationPort = 0;
    this.#payloadType = -1;
    this.#isCompressed = false;
  }

  /** Reads all chunks; false when one of them claims an impossible length. */
  #walk(start: number, end: number): boolean {
    const { bytes } = this;
    let at = start;
    while (at + CHUNK_HEADER_BYTES <= end) {
      const length = u16(bytes, at + 4);
      if (length < CHUNK_HEADER_BYTES) return false;
      const chunkEnd = at + length;
      // Chunks of vendors are of no interest.
      if (u16(bytes, at) === 0) this.#readChunk(u16(bytes, at + 2), at + CHUNK_HEADER_BYTES, Math.min(chunkEnd, end));
      if (chunkEnd > end) {
        this.cut = true;
        return false;
      }
      at = chunkEnd;
    }
    return at === end;
  }

  #readChunk(type: number, start: number, end: number): void {
    const { bytes } = this;
    const length = end - start;
    switch (type) {
      case 2:
        if (length >= 1) this.transport = transports.get(u8(bytes, start)) ?? 'udp';
        break;
      case 3:
      case 4:
      case 5:
      case 6:
        this.#readAddress(type, start, length);
        break;
      case 7:
        if (length >= 2) this.#sourcePort = u16(bytes, start);
        break;
      case 8:
        if (length >= 2) this.#destinationPort = u16(bytes, start);
        break;
      case 11:
        if (length >= 1) this.#payloadType = u8(bytes, start);
        break;
      case 15:
      case 16:
        this.start = start;
        this.end = end;
        this.#isCompressed = type === 16;
        break;
      default:
      // Times, names and keys of the capture agent.
    }
  }

  /** Types 3 and 4 are IPv4, 5 and 6 are IPv6; source first. */
  #readAddress(type: number, start: number, length: number): void {
    const size = type <= 4 ? 4 : 16;
    if (length < size) return;
    this.#addressLength = size;
    if (type === 3 || type === 5) this.#sourceAddress = start;
    else this.#destinationAddress = start;
  }

  /** False when nothing could be inflated. */
  #inflate(): boolean {
    const inflater = (this.#inflater ??= new Inflater());
    const result = unzip(inflater, this.bytes, this.start, this.end, MAX_MESSAGE_BYTES);
    this.bytes = inflater.bytes;
    this.start = inflater.start;
    this.end = inflater.end;
    this.cut ||= result !== 'done' && result !== 'flushed';
    return this.end > this.start;
  }
}
