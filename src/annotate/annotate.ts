// One finished flow becomes its report: what every rule says of it, and what every response outside 2xx means in it.
import type { Flow, Sighting } from '../flow/model.ts';
import { traitsOf } from '../rules/traits.ts';
import type { Finding, FlowReport, OpenFinding } from './finding.ts';
import { annotationsOf, refusalsOf, type ResponseFinding } from './response-findings.ts';
import { askRules, type RuleFinding } from './rule-findings.ts';
import { compareSeverity, type RuleSettings } from './settings.ts';

/** Judges a flow. Pure. */
export function annotateFlow(flow: Flow, settings: RuleSettings = {}): FlowReport {
  const traits = traitsOf(flow);
  const { findings: byRules, undecided } = askRules(flow, settings, traits);
  const findings: Finding[] = [...byRules];
  if (traits.refusal) {
    const responses = refusalsOf(flow, settings);
    joinCauses(responses, explainersOf(byRules));
    for (const finding of responses) findings.push(finding);
  }
  return new LazyReport(flow, findings.length > 1 ? findings.sort(byTime) : findings, undecided);
}

/** Explains the single responses when somebody asks: of most flows nobody does. */
class LazyReport implements FlowReport {
  readonly flow: Flow;
  readonly findings: readonly Finding[];
  readonly undecided: FlowReport['undecided'];
  #annotations: FlowReport['annotations'] | undefined;

  constructor(flow: Flow, findings: readonly Finding[], undecided: FlowReport['undecided']) {
    this.flow = flow;
    this.findings = findings;
    this.undecided = undecided;
    this.#annotations = undefined;
  }

  get annotations(): FlowReport['annotations'] {
    this.#annotations ??= annotationsOf(this.flow);
    return this.#annotations;
  }
}

const NOTHING_EXPLAINED: ReadonlyMap<Sighting, OpenFinding> = new Map();

/** Response → the most severe finding of a rule that accounts for it. */
function explainersOf(findings: readonly RuleFinding[]): ReadonlyMap<Sighting, OpenFinding> {
  if (findings.length === 0) return NOTHING_EXPLAINED;
  const explainers = new Map<Sighting, OpenFinding>();
  for (const finding of findings) {
    for (const sighting of finding.explains) {
      const known = explainers.get(sighting);
      if (!known || compareSeverity(finding.severity, known.severity) > 0) explainers.set(sighting, finding);
    }
  }
  return explainers;
}

/**
 * A response that a rule accounts for belongs to the cause of that rule, and one that a proxy made from another belongs to
 * the cause of that one; but the more severe of the two leads. All findings stay.
 */
function joinCauses(responses: readonly ResponseFinding[], explainers: ReadonlyMap<Sighting, OpenFinding>): void {
  if (explainers.size > 0) {
    // The most severe first, so that the others follow where it leads.
    for (const finding of responses.toSorted((a, b) => compareSeverity(b.severity, a.severity))) {
      const sighting = finding.sightings.find((each) => explainers.has(each));
      const explainer = sighting && explainers.get(sighting);
      if (explainer) joinMilder(finding, explainer);
    }
  }
  for (const finding of responses) {
    const { origin } = finding;
    if (!origin || finding.explainedBy !== undefined) continue;
    const explainer = responses.find(({ sightings }) => sightings.includes(origin));
    if (explainer) joinMilder(finding, explainer);
  }
}

/** What explains leads, unless it is the milder one: advice does not hide a failure. */
function joinMilder(finding: OpenFinding, explainer: OpenFinding): void {
  const isMilder = compareSeverity(explainer.severity, finding.severity) < 0;
  if (isMilder && explainer.explainedBy === undefined) join(explainer, finding);
  else join(finding, explainer);
}

function join(finding: OpenFinding, { cause, rule }: Finding): void {
  finding.cause = cause;
  finding.explainedBy = rule;
}

function byTime(a: Finding, b: Finding): number {
  return a.evidence[0].sighting.timeUs - b.evidence[0].sighting.timeUs;
}
