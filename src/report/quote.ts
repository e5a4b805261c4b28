// Evidence becomes the captured text that it points at. The bytes are decoded as UTF-8; nothing is made harmless here.
import { utf8 } from '../bytes/ascii.ts';
import type { Sighting } from '../flow/model.ts';
import type { Evidence, PacketEvidence } from '../rules/rule.ts';

/** A line longer than this is quoted from near the place that tells. */
const MAX_LINE = 2_000;

/** A line of a message and the part of it that tells. */
export interface Quote {
  readonly before: string;
  readonly told: string;
  readonly after: string;
}

/** The start line of the message, at most 2,000 bytes of it. */
export function startLineOf({ message }: Sighting): string {
  const { start, end } = message.startLineSpan;
  return utf8(message.text.slice(start, Math.min(end, start + MAX_LINE)));
}

/** The bytes that the evidence points at; the start line where it points at the whole message, or between two bytes. */
export function evidenceText(evidence: Evidence | PacketEvidence): string {
  if (evidence.sighting === undefined) return evidence.packet.text;
  if (evidence.packet) return evidence.packet.text;
  const told = rangeOf(evidence);
  if (!told) return startLineOf(evidence.sighting);
  return utf8(evidence.sighting.message.text.slice(told.start, told.end));
}

/** The line around the bytes that the evidence points at; absent where it points at no bytes, or at the start line. */
export function quoteOf(evidence: Evidence | PacketEvidence): Quote | undefined {
  if (evidence.sighting === undefined || evidence.packet) return undefined;
  const told = rangeOf(evidence);
  if (!told) return undefined;
  const { text, startLineSpan } = evidence.sighting.message;
  if (told.start < startLineSpan.end) return undefined;
  const lineStart = Math.max(text.lastIndexOf('\n', told.start - 1) + 1, told.start - MAX_LINE);
  const start = Math.min(lineStart, told.start);
  return {
    before: utf8(text.slice(start, told.start)),
    told: utf8(text.slice(told.start, Math.min(told.end, told.start + MAX_LINE))),
    after: utf8(text.slice(told.end, lineEnd(text, told.end))),
  };
}

function rangeOf({ sighting, offset, length }: Evidence): { start: number; end: number } | undefined {
  if (offset === undefined || length === undefined) return undefined;
  const { text } = sighting.message;
  const start = Math.min(Math.max(0, offset), text.length);
  const end = Math.min(start + length, text.length);
  return end > start ? { start, end } : undefined;
}

function lineEnd(text: string, from: number): number {
  const rest = text.slice(from, from + MAX_LINE);
  const end = rest.search(/[\r\n]/);
  return from + (end < 0 ? rest.length : end);
}
