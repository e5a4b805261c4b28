// What an analysis says for certain to be wrong: what must not be said by one that has seen less.
import type { Finding } from '../../src/annotate/finding.ts';
import type { Observed } from '../support/analysis.ts';

/** `missing-ack 4` for each finding that is certain and above info: its rule and the frame it points at. */
export function accusationsIn({ findings }: Pick<Observed, 'findings'>): readonly string[] {
  return findings.filter(isAccusation).map(({ rule, evidence }) => `${rule} ${evidence[0].sighting.frame}`);
}

function isAccusation({ severity, confidence }: Finding): boolean {
  return severity !== 'info' && confidence === 'certain';
}
