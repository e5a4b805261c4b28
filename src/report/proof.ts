// The evidence of a finding becomes a few lines: what repeats is folded, what tells is quoted. Text is not yet harmless.
import type { Finding, FlowReport } from '../annotate/finding.ts';
import type { Sighting } from '../flow/model.ts';
import type { Evidence } from '../rules/rule.ts';
import { type Quote, quoteOf, startLineOf } from './quote.ts';

/** One frame that proves something, or several that carry the same line one after the other. */
export interface ProofLine {
  readonly first: Sighting;
  readonly last: Sighting;
  readonly count: number;
  readonly startLine: string;
  readonly quotes: readonly Quote[];
}

/** The evidence of one finding, shortened for people. */
export interface Proof {
  readonly lines: readonly ProofLine[];
  /** Evidence beyond the lines. */
  readonly more: number;
}

const MAX_LINES = 6;
const MAX_QUOTES = 3;

/** At most six lines in order of time; frames with the same line in the same direction are folded. */
export function proofOf(finding: Finding): Proof {
  const lines: { first: Sighting; last: Sighting; count: number; startLine: string; quotes: Quote[] }[] = [];
  let more = 0;
  for (const evidence of [...finding.evidence].sort(byTime)) {
    const { sighting } = evidence;
    const quote = quoteOf(evidence);
    const line = lines.at(-1);
    if (line && line.last === sighting) {
      if (quote && line.quotes.length < MAX_QUOTES) line.quotes.push(quote);
      continue;
    }
    const startLine = startLineOf(sighting);
    const repeats = line !== undefined && !quote && line.startLine === startLine;
    if (line && repeats && line.first.source === sighting.source && line.first.destination === sighting.destination) {
      line.last = sighting;
      line.count += 1;
      continue;
    }
    if (lines.length === MAX_LINES) more += 1;
    else lines.push({ first: sighting, last: sighting, count: 1, startLine, quotes: quote ? [quote] : [] });
  }
  return { lines, more };
}

function byTime(a: Evidence, b: Evidence): number {
  return a.sighting.timeUs - b.sighting.timeUs || a.sighting.nanos - b.sighting.nanos;
}

/** The sightings that a ladder of the flow points at: the first evidence of every finding that somebody should act on. */
export function tellingOf({ findings }: FlowReport): ReadonlySet<Sighting> {
  const telling = new Set<Sighting>();
  for (const { severity, evidence } of findings) if (severity !== 'info') telling.add(evidence[0].sighting);
  return telling;
}
