// The result of an analysis before it has a language or a format: findings and annotations as phrases with evidence.
import type { Flow, Sighting } from '../flow/model.ts';
import type { Actor, Basis, Confidence, Evidence, Severity, PacketEvidence } from '../rules/rule.ts';
import type { TlsFacts } from '../stream/tls/facts.ts';
import type { Phrase } from '../text/phrase.ts';

/** Something that is worth saying about one flow. To be read, not to be copied: words may be found only when they are read. */
export interface Finding<Proof = Evidence> {
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
  readonly evidence: readonly [Proof, ...Proof[]];
  readonly references: readonly string[];
  /** Same for the same problem in another recording of the same flow. */
  readonly fingerprint: string;
  /** Findings with an equal key share one root, in this flow and in others; see causes.ts. */
  readonly cause: string;
  /** The rule whose finding in this flow tells more about the same root; that finding names the cause. */
  readonly explainedBy?: string;
}

/** Something that is worth saying about a flow, or about a TLS connection. */
export type AnyFinding = Finding<Evidence | PacketEvidence>;

/** A finding while its report is being put together: which root it has depends on the others. */
export interface OpenFinding extends Finding {
  cause: string;
  explainedBy?: string;
}

/** Findings that share one root, over all flows. */
export interface Cause {
  /** `Finding.cause` of its findings. */
  readonly key: string;
  /** The highest severity among its findings. */
  readonly severity: Severity;
  readonly title: Phrase;
  readonly explanation: readonly Phrase[];
  readonly fix: Finding['fix'];
  /** How many flows and findings it has, also beyond the examples. */
  readonly flows: number;
  readonly findings: number;
  /** First and last evidence in capture time: microseconds, and the nanoseconds below. */
  readonly first: { readonly timeUs: number; readonly nanos: number };
  readonly last: { readonly timeUs: number; readonly nanos: number };
  /** A few findings, with the flows that they were made in. The first one names the cause: title, severity and all. */
  readonly examples: readonly [CauseExample, ...CauseExample[]];
}

/** A finding of a cause and where it comes from. */
export interface CauseExample {
  readonly finding: AnyFinding;
  readonly report: AnyReport;
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

/** A TLS connection with everything that siplens has to say about it. */
export interface ConnectionReport {
  /** `tls-3`: numbered in the order in which they were recognized. */
  readonly id: string;
  readonly connection: TlsFacts;
  readonly findings: readonly Finding<PacketEvidence>[];
}

/** What findings are made about. */
export type AnyReport = FlowReport | ConnectionReport;

/** The flow of a report; undefined where it is about a connection. */
export function flowOf(report: AnyReport): Flow | undefined {
  return 'flow' in report ? report.flow : undefined;
}

/** How a report's subject is called: `call-1`, `tls-3`. */
export function subjectId(report: AnyReport): string {
  return 'flow' in report ? report.flow.id : report.id;
}
