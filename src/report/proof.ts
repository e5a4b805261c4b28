// The evidence of a finding becomes a few lines: what repeats is folded, what tells is quoted. Text is not yet harmless.
import type { AnyFinding, FlowReport } from '../annotate/finding.ts';
import type { Sighting } from '../flow/model.ts';
import { witnessOf } from '../rules/evidence.ts';
import type { Evidence, OtherPacket, PacketEvidence } from '../rules/rule.ts';
import { type Quote, quoteOf, startLineOf } from './quote.ts';

/** One frame that proves something, or several that carry the same line one after the other. */
export interface ProofLine {
  readonly first: Sighting | OtherPacket;
  readonly last: Sighting | OtherPacket;
  readonly count: number;
  /** Of the message; what the packet is, where it is no message. */
  readonly startLine: string;
  readonly quotes: readonly Quote[];
}

/** The evidence of one finding, shortened for people. */
export interface Proof {
  readonly lines: readonly ProofLine[];
  /** Evidence beyond the lines. */
  readonly more: number;
}

interface OpenLine extends ProofLine {
  last: ProofLine['last'];
  count: number;
  readonly quotes: Quote[];
}

const MAX_LINES = 6;
const MAX_QUOTES = 3;

/** At most six lines in order of time; frames with the same line in the same direction are folded. */
export function proofOf(finding: AnyFinding): Proof {
  const lines: OpenLine[] = [];
  let more = 0;
  for (const evidence of [...finding.evidence].sort(byTime)) {
    const place = witnessOf(evidence);
    const quote = quoteOf(evidence);
    const line = lines.at(-1);
    if (line && line.last === place) {
      if (quote && line.quotes.length < MAX_QUOTES) line.quotes.push(quote);
      continue;
    }
    const startLine = evidence.packet?.text ?? (evidence.sighting ? startLineOf(evidence.sighting) : '');
    const repeats = line !== undefined && !quote && line.startLine === startLine;
    if (line && repeats && line.first.source === place.source && line.first.destination === place.destination) {
      line.last = place;
      line.count += 1;
      continue;
    }
    if (lines.length === MAX_LINES) more += 1;
    else lines.push({ first: place, last: place, count: 1, startLine, quotes: quote ? [quote] : [] });
  }
  return { lines, more };
}

function byTime(a: Evidence | PacketEvidence, b: Evidence | PacketEvidence): number {
  return witnessOf(a).timeUs - witnessOf(b).timeUs || witnessOf(a).nanos - witnessOf(b).nanos;
}

/** The sightings that a ladder of the flow points at: the first evidence of every finding that somebody should act on. */
export function tellingOf({ findings }: FlowReport): ReadonlySet<Sighting> {
  const telling = new Set<Sighting>();
  for (const { severity, evidence } of findings) if (severity !== 'info') telling.add(evidence[0].sighting);
  return telling;
}
