// Findings of many flows that share one root become one cause. Memory is bounded whatever the length of the capture.
import { compareSeverity } from './settings.ts';
import type { Cause, CauseExample, Finding, FlowReport } from './finding.ts';

/** Examples that one cause keeps, each with its whole flow. */
const MAX_EXAMPLES = 3;
/** Causes that are kept apart; findings beyond them are only counted. */
const MAX_CAUSES = 1000;

interface OpenCause {
  readonly key: string;
  severity: Finding['severity'];
  /** The finding that names the cause: one that is not explained by another. */
  lead: Finding;
  flows: number;
  findings: number;
  first: Moment;
  last: Moment;
  readonly examples: [CauseExample, ...CauseExample[]];
}

type Moment = Cause['first'];

/** Collects the findings of all flows and groups them by their root (`Finding.cause`). */
export class CauseBook {
  readonly #causes = new Map<string, OpenCause>();
  readonly #maxCauses: number;
  #uncounted = 0;

  constructor(maxCauses: number = MAX_CAUSES) {
    this.#maxCauses = maxCauses;
  }

  /** Takes in the findings of a flow. */
  add(report: FlowReport): void {
    const inThisFlow = new Set<string>();
    for (const finding of report.findings) {
      const cause = this.#causes.get(finding.cause);
      if (cause) extend(cause, finding, report, !inThisFlow.has(finding.cause));
      else if (this.#causes.size < this.#maxCauses) this.#causes.set(finding.cause, open(finding, report));
      else this.#uncounted++;
      inThisFlow.add(finding.cause);
    }
  }

  /** Findings that belong to none of the causes kept, since there were too many of them. */
  get uncounted(): number {
    return this.#uncounted;
  }

  /** Every cause, most costly first: by severity, then by how many flows it hit, then by time. */
  causes(): Cause[] {
    return [...this.#causes.values()].sort(mostCostlyFirst).map(({ lead, ...cause }) => ({
      ...cause,
      title: lead.title,
      explanation: lead.explanation,
      fix: lead.fix,
    }));
  }
}

function open(finding: Finding, report: FlowReport): OpenCause {
  const { first, last } = spanOf(finding);
  return {
    key: finding.cause,
    severity: finding.severity,
    lead: finding,
    flows: 1,
    findings: 1,
    first,
    last,
    examples: [{ finding, report }],
  };
}

function extend(cause: OpenCause, finding: Finding, report: FlowReport, isNewFlow: boolean): void {
  const { first, last } = spanOf(finding);
  if (compareSeverity(finding.severity, cause.severity) > 0) cause.severity = finding.severity;
  if (tellsMore(finding, cause.lead)) cause.lead = finding;
  if (isNewFlow) cause.flows++;
  cause.findings++;
  if (isBefore(first, cause.first)) cause.first = first;
  if (isBefore(cause.last, last)) cause.last = last;
  if (isNewFlow && cause.examples.length < MAX_EXAMPLES) cause.examples.push({ finding, report });
}

/** A rule's finding names the cause rather than the response that it explains; the more severe case rather than the milder. */
function tellsMore(finding: Finding, lead: Finding): boolean {
  if ((finding.explainedBy === undefined) !== (lead.explainedBy === undefined))
    return finding.explainedBy === undefined;
  return compareSeverity(finding.severity, lead.severity) > 0;
}

function spanOf({ evidence }: Finding): { readonly first: Moment; readonly last: Moment } {
  let first: Moment = evidence[0].sighting;
  let last: Moment = first;
  for (const { sighting } of evidence) {
    if (isBefore(sighting, first)) first = sighting;
    if (isBefore(last, sighting)) last = sighting;
  }
  return { first: momentOf(first), last: momentOf(last) };
}

/** Only the two numbers: the sighting itself would keep its message alive. */
function momentOf({ timeUs, nanos }: Moment): Moment {
  return { timeUs, nanos };
}

function isBefore(a: Moment, b: Moment): boolean {
  return a.timeUs < b.timeUs || (a.timeUs === b.timeUs && a.nanos < b.nanos);
}

function mostCostlyFirst(a: OpenCause, b: OpenCause): number {
  return (
    compareSeverity(b.severity, a.severity) ||
    b.flows - a.flows ||
    (isBefore(a.first, b.first) ? -1 : isBefore(b.first, a.first) ? 1 : 0)
  );
}
