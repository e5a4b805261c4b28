// A range of bytes, half-open. Evidence points at captured bytes with these.

/** Bytes `start` (inclusive) to `end` (exclusive), counted from the beginning of the message or frame it speaks of. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
