// Findings that were there before: a build fails on new ones only. Known by their fingerprints, which are the same in
// every recording of the same problem.
import type { Finding } from '../annotate/finding.ts';
import type { Severity } from '../rules/rule.ts';
import type { Phrase } from '../text/phrase.ts';

/** A finding as a baseline remembers it. Everything but the fingerprint is for those who read the file. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly title: string;
}

/** A finding that goes into a new baseline: its title has no language yet. */
export interface BaselineCandidate extends Omit<BaselineEntry, 'title'> {
  readonly title: Phrase;
}

/** Findings that one baseline holds at most. */
export const MAX_BASELINE = 20_000;

/** A baseline that findings are compared with. */
export class Baseline {
  readonly #entries: ReadonlyMap<string, BaselineEntry>;
  readonly #seen = new Set<string>();

  constructor(entries: readonly BaselineEntry[]) {
    this.#entries = new Map(entries.map((entry) => [entry.fingerprint, entry]));
  }

  /** Whether the finding was there before. */
  knows({ fingerprint }: Pick<Finding, 'fingerprint'>): boolean {
    if (!this.#entries.has(fingerprint)) return false;
    this.#seen.add(fingerprint);
    return true;
  }

  /** What was there before and has not been seen again. */
  get gone(): readonly BaselineEntry[] {
    return [...this.#entries.values()].filter(({ fingerprint }) => !this.#seen.has(fingerprint));
  }
}

/** A baseline that is written anew: takes in every finding that would fail. */
export class NewBaseline {
  readonly #candidates = new Map<string, BaselineCandidate>();
  #left = 0;

  /** Whether the finding is in it now: there may be too many. */
  add({ fingerprint, rule, severity, title }: Pick<Finding, keyof BaselineCandidate>): boolean {
    if (this.#candidates.has(fingerprint)) return true;
    if (this.#candidates.size >= MAX_BASELINE) {
      this.#left++;
      return false;
    }
    this.#candidates.set(fingerprint, { fingerprint, rule, severity, title });
    return true;
  }

  /** By rule and fingerprint: an order that does not depend on the recording. */
  get candidates(): readonly BaselineCandidate[] {
    return [...this.#candidates.values()].sort(
      (a, b) => compare(a.rule, b.rule) || compare(a.fingerprint, b.fingerprint),
    );
  }

  /** Findings that found no place. */
  get left(): number {
    return this.#left;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The file of a baseline: JSON, one finding a line so that a change is a line of a diff. The same findings give the same text. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const lines = entries.map(({ fingerprint, rule, severity, title }) =>
    JSON.stringify({ fingerprint, rule, severity, title }),
  );
  return `{\n"schemaVersion": 1,\n"findings": [${lines.map((line) => `\n${line}`).join(',')}\n]\n}\n`;
}
