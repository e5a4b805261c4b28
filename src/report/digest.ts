// What a page for people needs of an analysis, in bounded memory however many flows there are: counts, causes with a
// few examples, the flows themselves only while they are few.
import type { AnalysisEvent, InputReport } from '../annotate/analysis.ts';
import { CauseBook } from '../annotate/causes.ts';
import type { AnyFinding, Cause, CauseExample, ConnectionReport, Finding, FlowReport } from '../annotate/finding.ts';
import type { Flow, FlowKind, FlowOutcome } from '../flow/model.ts';
import type { Severity } from '../rules/rule.ts';
import type { Phrase } from '../text/phrase.ts';
import { type TlsGroup, TlsGroups } from './tls-groups.ts';

/** Flows are listed one by one up to this many. */
export const MAX_LISTED_FLOWS = 20;

/** One flow in a table. Captured text is not yet harmless. */
export interface FlowLine {
  /** Number in order of first message. */
  readonly order: number;
  readonly id: string;
  readonly kind: FlowKind;
  readonly from: string;
  readonly to: string;
  /** Whom the first request was sent to: where an account registers. */
  readonly server: string;
  readonly outcome: FlowOutcome;
  readonly startUs: number;
  readonly durationUs: number;
  /** Nothing wrong was seen, but the flow was recorded only in part. */
  readonly isPartial: boolean;
  /** The finding of highest severity; absent where there is none. */
  readonly worst?: Finding;
}

/** Flows in which a rule could not judge for the same reason. */
export interface UndecidedGroup {
  readonly rule: string;
  readonly because: Phrase;
  /** The first of the flows. */
  readonly flow: string;
  readonly count: number;
}

const RANK = { error: 0, warning: 1, info: 2 } as const satisfies Record<Severity, number>;

/** Listens to an analysis and keeps what a page needs. */
export class Digest {
  readonly #causes = new CauseBook();
  readonly #inputs: InputReport[] = [];
  readonly #undecided = new Map<string, { rule: string; because: Phrase; flow: string; count: number }>();
  #lines: FlowLine[] = [];
  #kinds = new Map<FlowKind, number>();
  #flows = 0;
  #failed = 0;
  #needLook = 0;
  #partial = 0;
  readonly #connections = { error: 0, warning: 0, info: 0 };
  readonly #tls = new TlsGroups();

  /** Returns true when the analysis has ended and everything is known. */
  add(event: AnalysisEvent): boolean {
    if (event.kind === 'flow') this.#addFlow(event.report);
    else if (event.kind === 'plain') this.#count(event.flow.kind);
    else if (event.kind === 'connection') this.#addConnection(event.report);
    else if (event.kind === 'input') this.#inputs.push(event.report);
    return event.kind === 'end';
  }

  /** Of the next flow only the counts are needed, if everything in it went by the book: it will not be listed. */
  get takesPlainFlows(): boolean {
    return this.#flows >= MAX_LISTED_FLOWS;
  }

  /** Whether any input held a SIP message, even one of a flow that a filter left out. */
  get sawSip(): boolean {
    return this.#inputs.some(({ sipMessages }) => sipMessages > 0);
  }

  /** Inputs in the order of the command line; those that could not be read are missing. */
  get inputs(): readonly InputReport[] {
    return this.#inputs;
  }

  get flows(): number {
    return this.#flows;
  }

  /** Flows with an error. */
  get failed(): number {
    return this.#failed;
  }

  /** Flows with a warning and no error. */
  get needLook(): number {
    return this.#needLook;
  }

  /** Flows in which nothing wrong was seen, but which the recording does not show as a whole. */
  get partial(): number {
    return this.#partial;
  }

  /** TLS that could not be read. Where SIP was seen elsewhere, only what was probably meant for SIP. */
  get unreadTls(): readonly TlsGroup[] {
    return this.#tls.groups(!this.sawSip);
  }

  /** TLS connections by their worst finding. */
  get connections(): Readonly<Record<Severity, number>> {
    return this.#connections;
  }

  /** Counts by kind, calls first. */
  get kinds(): readonly (readonly [FlowKind, number])[] {
    const order: readonly FlowKind[] = [
      'call',
      'registration',
      'subscription',
      'publication',
      'message',
      'transaction',
    ];
    return order.flatMap((kind) => {
      const count = this.#kinds.get(kind) ?? 0;
      return count === 0 ? [] : [[kind, count] as const];
    });
  }

  /** Every flow in order of first message, as long as there are at most 20; otherwise empty. */
  get lines(): readonly FlowLine[] {
    return [...this.#lines].sort((a, b) => a.order - b.order);
  }

  /** Findings that are in none of the causes, as there are too many different ones. */
  get uncounted(): number {
    return this.#causes.uncounted;
  }

  /** Errors first, then warnings, then what is only worth knowing; most costly first within each. */
  causes(): readonly Cause[] {
    return this.#causes.causes();
  }

  undecided(): readonly UndecidedGroup[] {
    return [...this.#undecided.values()].sort((a, b) => b.count - a.count);
  }

  #addFlow(report: FlowReport): void {
    const { flow, findings } = report;
    this.#causes.add(report);
    this.#count(flow.kind);
    const worst = worstOf(findings);
    if (worst?.severity === 'error') this.#failed += 1;
    if (worst?.severity === 'warning') this.#needLook += 1;
    if (isPartial(report, worst)) this.#partial += 1;
    for (const { rule, because } of report.undecided) {
      const key = `${rule} ${because.key}`;
      const known = this.#undecided.get(key);
      if (known) known.count += 1;
      else this.#undecided.set(key, { rule, because, flow: flow.id, count: 1 });
    }
    if (this.#flows <= MAX_LISTED_FLOWS) this.#lines.push(lineOf(report, worst));
  }

  #addConnection(report: ConnectionReport): void {
    this.#causes.add(report);
    this.#tls.add(report);
    const worst = worstOf(report.findings);
    if (worst) this.#connections[worst.severity] += 1;
  }

  #count(kind: FlowKind): void {
    this.#flows += 1;
    this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1);
    if (this.#flows > MAX_LISTED_FLOWS && this.#lines.length > 0) this.#lines = [];
  }
}

/** The finding of highest severity, the first of them. */
export function worstOf<Any extends AnyFinding>(findings: readonly Any[]): Any | undefined {
  let worst: Any | undefined;
  for (const finding of findings) if (!worst || RANK[finding.severity] < RANK[worst.severity]) worst = finding;
  return worst;
}

/**
 * The finding and the flow that a cause is shown by: the example whose words the cause has taken over; otherwise, in the
 * first example, the finding that tells most about the root.
 */
export function shownBy(cause: Cause): CauseExample {
  for (const { report } of cause.examples) {
    const findings: readonly AnyFinding[] = report.findings;
    const finding = findings.find(({ explanation }) => explanation === cause.explanation);
    if (finding) return { finding, report };
  }
  const [{ report, finding }] = cause.examples;
  const findings: readonly AnyFinding[] = report.findings;
  const candidates = findings.filter((other) => other.cause === cause.key);
  const leading = candidates.filter(({ explainedBy }) => explainedBy === undefined);
  return { report, finding: worstOf(leading) ?? worstOf(candidates) ?? finding };
}

/** Number behind the last hyphen of an id: flows are numbered in order of their first message. */
export function orderOf(id: string): number {
  return Number(id.slice(id.lastIndexOf('-') + 1)) || 0;
}

/** Whom the first request of a flow was sent to; '' of a flow without messages. */
export function serverOf({ sightings }: Flow): string {
  const first = sightings.at(0);
  return (first?.message.kind === 'response' ? first.source : first?.destination) ?? '';
}

/**
 * Whether nothing wrong was seen in a flow only as far as it was recorded: it was still going on at the end, its
 * beginning is missing, or a rule could not judge.
 */
export function isPartial({ flow, undecided }: FlowReport, worst: Finding | undefined): boolean {
  if (worst?.severity === 'error' || worst?.severity === 'warning') return false;
  return undecided.length > 0 || flow.outcome === 'in-progress' || flow.outcome === 'unknown';
}

function lineOf(report: FlowReport, worst: Finding | undefined): FlowLine {
  const { flow } = report;
  const startUs = flow.sightings.at(0)?.timeUs ?? 0;
  return {
    order: orderOf(flow.id),
    id: flow.id,
    kind: flow.kind,
    from: flow.from,
    to: flow.to,
    server: serverOf(flow),
    outcome: flow.outcome,
    startUs,
    durationUs: (flow.sightings.at(-1)?.timeUs ?? startUs) - startUs,
    isPartial: isPartial(report, worst),
    ...(worst ? { worst } : {}),
  };
}
