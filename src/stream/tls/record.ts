// One TLS record (RFC 8446 §5.1): its header, its payload, and where it was completed.

/** Where a record was completed: the frame that came last among those that it is made of. */
export interface Place {
  /** Index of the input, and the frame there. */
  input: number;
  frame: number;
  /** When the segment came, counted in segments. */
  order: number;
  timeUs: number;
  nanos: number;
}

/** A record. The cutter overwrites it for the next one; `bytes` is borrowed. */
export interface TlsRecord {
  /** Content type as it stands in the header. */
  type: number;
  /** Version as it stands in the header: that of TLS 1.2 in TLS 1.3. */
  version: number;
  bytes: Uint8Array;
  /** The payload, [start, end). The header stands in the five bytes before it. */
  start: number;
  end: number;
  readonly place: Place;
}

/** Bytes before the payload. */
export const HEADER_BYTES = 5;
/** Longest payload: 2^14, and what TLS 1.2 may add (RFC 5246 §6.2.3). */
export const MAX_PAYLOAD_BYTES = 16_384 + 2_048;

/** Copies where something was seen. */
export function movePlace(to: Place, from: Place): void {
  to.input = from.input;
  to.frame = from.frame;
  to.order = from.order;
  to.timeUs = from.timeUs;
  to.nanos = from.nanos;
}

/** A place of its own, to be kept. */
export function placeOf({ input, frame, order, timeUs, nanos }: Place): Place {
  return { input, frame, order, timeUs, nanos };
}

/** A copy that is kept: of header and payload alone. */
export function keptRecord({ type, version, bytes, start, end, place }: TlsRecord): TlsRecord {
  const copy = bytes.slice(start - HEADER_BYTES, end);
  return { type, version, bytes: copy, start: HEADER_BYTES, end: copy.length, place: placeOf(place) };
}

/** Whether a record may begin at `at`: a content type, a version and a length that exist. Five bytes are there. */
export function isHeader(bytes: Uint8Array, at: number): boolean {
  const type = bytes[at] ?? 0;
  // 24 is the heartbeat (RFC 6520).
  if (type < 20 || type > 24 || bytes[at + 1] !== 3 || (bytes[at + 2] ?? 5) > 4) return false;
  const length = payloadLengthAt(bytes, at);
  return length > 0 && length <= MAX_PAYLOAD_BYTES;
}

/** What the header at `at` says of its payload. */
export function payloadLengthAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at + 3] ?? 0) << 8) | (bytes[at + 4] ?? 0);
}
