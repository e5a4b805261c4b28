// Findings of many flows that share one root become one cause. Memory is bounded whatever the length of the capture.
import { compareSeverity } from './settings.ts';
import { witnessOf } from '../rules/evidence.ts';
import type { AnyFinding, AnyReport, Cause, CauseExample } from './finding.ts';

/** Examples that one cause keeps, each with its whole flow. */
const MAX_EXAMPLES = 3;
/** Causes that are kept apart; findings beyond them are only counted. */
const MAX_CAUSES = 1000;

interface OpenCause {
  readonly key: string;
  flows: number;
  findings: number;
  first: Moment;
  last: Moment;
  /** The first one names the cause. */
  readonly examples: [CauseExample, ...CauseExample[]];
  /** The flow that was counted last. */
  lastReport: number;
}

type Moment = Cause['first'];

/** Collects the findings of all flows and groups them by their root (`Finding.cause`). */
export class CauseBook {
  readonly #causes = new Map<string, OpenCause>();
  readonly #maxCauses: number;
  #reports = 0;
  #uncounted = 0;

  constructor(maxCauses: number = MAX_CAUSES) {
    this.#maxCauses = maxCauses;
  }

  /** Takes in the findings of a flow, or of a connection. */
  add(report: AnyReport): void {
    if (report.findings.length === 0) return;
    this.#reports++;
    for (const finding of report.findings) {
      const cause = this.#causes.get(finding.cause);
      if (cause) extend(cause, finding, report, this.#reports);
      else if (this.#causes.size < this.#maxCauses)
        this.#causes.set(finding.cause, open(finding, report, this.#reports));
      else this.#uncounted++;
    }
  }

  /** Findings that belong to none of the causes kept, since there were too many of them. */
  get uncounted(): number {
    return this.#uncounted;
  }

  /** Every cause, most costly first: by severity, then by how many flows it hit, then by time. */
  causes(): Cause[] {
    return [...this.#causes.values()].sort(mostCostlyFirst).map(causeOf);
  }
}

/** Severity and words are those of one finding: the one that leads. */
function causeOf({ key, flows, findings, first, last, examples }: OpenCause): Cause {
  const { severity, title, explanation, fix } = examples[0].finding;
  return { key, severity, title, explanation, fix, flows, findings, first, last, examples };
}

function open(finding: AnyFinding, report: AnyReport, number: number): OpenCause {
  const { first, last } = spanOf(finding);
  return {
    key: finding.cause,
    flows: 1,
    findings: 1,
    first: momentOf(first),
    last: momentOf(last),
    examples: [{ finding, report }],
    lastReport: number,
  };
}

function extend(cause: OpenCause, finding: AnyFinding, report: AnyReport, number: number): void {
  const { first, last } = spanOf(finding);
  if (isBefore(first, cause.first)) cause.first = momentOf(first);
  if (isBefore(cause.last, last)) cause.last = momentOf(last);
  cause.findings++;
  const isNewFlow = cause.lastReport !== number;
  cause.lastReport = number;
  if (isNewFlow) cause.flows++;
  const { examples } = cause;
  if (tellsMore(finding, examples[0].finding)) lead(examples, { finding, report });
  else if (isNewFlow && examples.length < MAX_EXAMPLES) examples.push({ finding, report });
}

/** Puts an example first, one for each flow. */
function lead(examples: OpenCause['examples'], example: CauseExample): void {
  const others = examples.filter(({ report }) => report !== example.report).slice(0, MAX_EXAMPLES - 1);
  examples.splice(0, examples.length, example, ...others);
}

/** The more severe case names the cause rather than the milder; a rule's finding rather than the response that it explains. */
function tellsMore(finding: AnyFinding, leading: AnyFinding): boolean {
  const bySeverity = compareSeverity(finding.severity, leading.severity);
  return bySeverity > 0 || (bySeverity === 0 && finding.explainedBy === undefined && leading.explainedBy !== undefined);
}

function spanOf({ evidence }: AnyFinding): { readonly first: Moment; readonly last: Moment } {
  let first: Moment = witnessOf(evidence[0]);
  let last: Moment = first;
  for (const piece of evidence) {
    const place = witnessOf(piece);
    if (isBefore(place, first)) first = place;
    if (isBefore(last, place)) last = place;
  }
  return { first, last };
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
    compareSeverity(b.examples[0].finding.severity, a.examples[0].finding.severity) ||
    b.flows - a.flows ||
    (isBefore(a.first, b.first) ? -1 : isBefore(b.first, a.first) ? 1 : 0)
  );
}
