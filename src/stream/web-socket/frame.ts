// One WebSocket frame (RFC 6455 §5.2): its header, and whether bytes can be one.
//
//   0 FIN RSV1 RSV2 RSV3 opcode │ 1 MASK length │ 2 or 8 bytes of length, where 126 or 127 stands for it │ 4 of mask │ payload
import { Inflater } from '../../bytes/inflate.ts';
import { u16, u32, u8 } from '../../capture/integers.ts';

export const CONTINUATION = 0;
export const BINARY = 2;
export const CLOSE = 8;
export const PONG = 10;

/** Longest header. */
export const MAX_HEADER_BYTES = 14;
/** Payload of a control frame (§5.5). */
const MAX_CONTROL_BYTES = 125;
/** So much of a payload tells whether it begins like SIP: the longest method and the scheme behind it. */
const TELLING_BYTES = 24;

/** A frame header. One object, overwritten for each. */
export class FrameHeader {
  isFinal = false;
  /** RSV1: the message is compressed (RFC 7692 §6). Stands on its first frame. */
  isCompressed = false;
  opcode = 0;
  /** Where the mask stands; -1 where there is none. */
  maskAt = -1;
  /** Bytes before the payload, and of the payload. */
  headerLength = 0;
  payloadLength = 0;

  /** Reads the header at `start`: true, false when it can be none, `undefined` when more bytes are needed. */
  read(bytes: Uint8Array, start: number, end: number): boolean | undefined {
    if (end - start < 2) return end > start && !isFirstByte(u8(bytes, start)) ? false : undefined;
    const first = u8(bytes, start);
    const second = u8(bytes, start + 1);
    if (!isFirstByte(first)) return false;
    const short = second & 0x7f;
    this.isFinal = (first & 0x80) !== 0;
    this.isCompressed = (first & 0x40) !== 0;
    this.opcode = first & 15;
    const isControl = this.opcode >= CLOSE;
    if (isControl && (short > MAX_CONTROL_BYTES || !this.isFinal || this.isCompressed)) return false;
    const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
    const hasMask = (second & 0x80) !== 0;
    this.headerLength = 2 + lengthBytes + (hasMask ? 4 : 0);
    if (end - start < this.headerLength) return undefined;
    this.maskAt = hasMask ? start + 2 + lengthBytes : -1;
    this.payloadLength = short < 126 ? short : short === 126 ? u16(bytes, start + 2) : longLength(bytes, start + 2);
    return this.payloadLength >= 0;
  }
}

/** RSV2 and RSV3 are 0, and the opcode is in use. */
function isFirstByte(byte: number): boolean {
  const opcode = byte & 15;
  return (byte & 0x30) === 0 && (opcode <= BINARY || (opcode >= CLOSE && opcode <= PONG));
}

/** More than 4 GiB is no frame. */
function longLength(bytes: Uint8Array, at: number): number {
  return u32(bytes, at) === 0 ? u32(bytes, at + 4) : -1;
}

const header = new FrameHeader();

/**
 * Whether the bytes begin with frames of which the first one with data holds SIP; `undefined` when more bytes are needed.
 * Without the handshake this is what tells a WebSocket.
 */
export function beginsWithSipFrame(bytes: Uint8Array, start: number, end: number): boolean | undefined {
  let at = start;
  for (;;) {
    const isHeader = header.read(bytes, at, end);
    if (isHeader !== true) return isHeader;
    if (header.opcode < CLOSE) break;
    // Control frames may come before it.
    at += header.headerLength + header.payloadLength;
    if (at >= end) return false;
  }
  if (header.opcode === CONTINUATION || (header.isCompressed && !header.isFinal)) return false;
  const payload = at + header.headerLength;
  const length = Math.min(header.payloadLength, end - payload);
  return header.isCompressed ? inflatesToSip(bytes, payload, length) : holdsSip(bytes, payload, length);
}

function holdsSip(bytes: Uint8Array, payload: number, length: number): boolean | undefined {
  const { payloadLength, maskAt } = header;
  const start = unmasked(bytes, payload, Math.min(length, TELLING_BYTES), maskAt);
  if (beginsLikeSip(start)) return true;
  return length < Math.min(payloadLength, TELLING_BYTES) && couldBeSip(start) ? undefined : false;
}

/** Tried only on messages that need no history: the first ones, or all where no context is taken over. */
function inflatesToSip(bytes: Uint8Array, payload: number, length: number): boolean {
  const compressed = unmasked(bytes, payload, Math.min(length, 1024), header.maskAt);
  const inflater = new Inflater();
  inflater.inflate(compressed, 0, compressed.length, TELLING_BYTES);
  return beginsLikeSip(inflater.bytes.subarray(inflater.start, inflater.end));
}

/** A copy of a payload without its mask (§5.3). */
function unmasked(bytes: Uint8Array, start: number, length: number, maskAt: number): Uint8Array {
  const copy = bytes.slice(start, start + length);
  if (maskAt >= 0) for (let at = 0; at < length; at++) copy[at] = u8(copy, at) ^ u8(bytes, maskAt + (at & 3));
  return copy;
}

const sipStart = /^(?:SIP\/2\.0 |[A-Z]{2,16} (?:sips?|tel|urn):)/;
const sipStartSoFar = /^(?:S(?:I(?:P(?:\/(?:2(?:\.(?:0)?)?)?)?)?)?|[A-Z]{0,16}(?: [a-z]{0,4})?)$/;

function beginsLikeSip(bytes: Uint8Array): boolean {
  return sipStart.test(String.fromCharCode(...bytes));
}

function couldBeSip(bytes: Uint8Array): boolean {
  return sipStartSoFar.test(String.fromCharCode(...bytes));
}

/** Whether whole frames fill the bytes exactly, as they fill segments as a rule. */
export function areWholeFrames(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end) {
    if (header.read(bytes, at, end) !== true) return false;
    at += header.headerLength + header.payloadLength;
  }
  return at === end;
}
