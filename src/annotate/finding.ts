// The result of an analysis before it has a language or a format: findings and annotations as phrases with evidence.
import type { Flow, Sighting } from '../flow/model.ts';
import type { Actor, Basis, Confidence, Evidence, Severity } from '../rules/rule.ts';
import type { Phrase } from '../text/phrase.ts';

/** Something that is worth saying about one flow. */
export interface Finding {
  /** Rule id, or `response/<code>`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly basis: Basis;
  readonly confidence: Confidence;
  readonly title: Phrase;
  readonly explanation: readonly Phrase[];
  readonly fix: readonly { readonly who: Actor; readonly action: Phrase }[];
  readonly status?: number;
  readonly method?: string;
  /** The endpoint that the finding is about (who answered, who stayed silent): findings with the same rule and peer share a cause. */
  readonly peer?: string;
  readonly evidence: readonly [Evidence, ...Evidence[]];
  readonly references: readonly string[];
  /** Same for the same problem in another recording of the same flow. */
  readonly fingerprint: string;
}

/** What a rule could not judge, and what the capture would have had to show. */
export interface Undecided {
  readonly rule: string;
  readonly because: Phrase;
}

/** How a response outside 2xx stands in its flow. */
export type AnnotationVerdict = 'expected' | 'notable' | 'fault';

/** The annotation of one response outside 2xx. */
export interface Annotation {
  readonly response: Sighting;
  readonly verdict: AnnotationVerdict;
  readonly explanation: readonly Phrase[];
  readonly fix: readonly Phrase[];
}

/** A finished flow with everything that siplens has to say about it. */
export interface FlowReport {
  readonly flow: Flow;
  readonly findings: readonly Finding[];
  readonly undecided: readonly Undecided[];
  /** One for every response outside 2xx in the flow's transactions, retransmissions included. */
  readonly annotations: ReadonlyMap<Sighting, Annotation>;
}

