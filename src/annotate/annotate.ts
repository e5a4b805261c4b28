// One finished flow becomes its report: what every rule says of it, and what every response outside 2xx means in it.
import type { Flow, Sighting } from '../flow/model.ts';
import type { Finding, FlowReport } from './finding.ts';
import { explainResponses, type ResponseFinding } from './response-findings.ts';
import { askRules, type RuleAnswers, type RuleFinding } from './rule-findings.ts';
import { compareSeverity, type RuleSettings } from './settings.ts';

/** Judges a flow. Pure. */
export function annotateFlow(flow: Flow, settings: RuleSettings = {}): FlowReport {
  const byRules = askRules(flow, settings);
  if (!hasRefusal(flow)) return new UnrefusedReport(flow, byRules, settings);
  const responses = explainResponses(flow, settings);
  const explainers = explainersOf(byRules.findings);
  const findings = [...byRules.findings.map(({ finding }) => finding), ...joinCauses(responses.findings, explainers)];
  return {
    flow,
    findings: findings.sort(byTime),
    undecided: byRules.undecided,
    annotations: responses.annotations,
  };
}

function hasRefusal({ transactions }: Flow): boolean {
  for (const { responses } of transactions) {
    for (const { message } of responses) if (message.status >= 300) return true;
  }
  return false;
}

/** Most flows are refused nothing: their provisional responses are explained when somebody asks. */
class UnrefusedReport implements FlowReport {
  readonly flow: Flow;
  readonly findings: readonly Finding[];
  readonly undecided: FlowReport['undecided'];
  readonly #settings: RuleSettings;
  #annotations: FlowReport['annotations'] | undefined;

  constructor(flow: Flow, { findings, undecided }: RuleAnswers, settings: RuleSettings) {
    this.flow = flow;
    this.findings = findings.length === 0 ? [] : findings.map(({ finding }) => finding).sort(byTime);
    this.undecided = undecided;
    this.#settings = settings;
  }

  get annotations(): FlowReport['annotations'] {
    this.#annotations ??= explainResponses(this.flow, this.#settings).annotations;
    return this.#annotations;
  }
}

/** Response → the most severe finding of a rule that accounts for it. */
function explainersOf(findings: readonly RuleFinding[]): ReadonlyMap<Sighting, Finding> {
  const explainers = new Map<Sighting, Finding>();
  for (const { finding, explains } of findings) {
    for (const sighting of explains) {
      const known = explainers.get(sighting);
      if (!known || compareSeverity(finding.severity, known.severity) > 0) explainers.set(sighting, finding);
    }
  }
  return explainers;
}

/**
 * A response that a rule accounts for belongs to the cause of that rule, and one that a proxy made from another belongs to
 * the cause of that one. All findings stay.
 */
function joinCauses(
  responses: readonly ResponseFinding[],
  explainers: ReadonlyMap<Sighting, Finding>,
): readonly Finding[] {
  const joined = responses.map(({ finding, sightings }) => {
    const sighting = sightings.find((each) => explainers.has(each));
    return explainedBy(finding, sighting && explainers.get(sighting));
  });
  const made = new Map<Sighting, Finding>();
  for (const [index, { sightings }] of responses.entries()) {
    const finding = joined[index];
    if (finding) for (const sighting of sightings) made.set(sighting, finding);
  }
  return joined.map((finding, index) => {
    const origin = responses[index]?.origin;
    return finding.explainedBy === undefined && origin ? explainedBy(finding, made.get(origin)) : finding;
  });
}

function explainedBy(finding: Finding, explainer: Finding | undefined): Finding {
  return explainer ? { ...finding, cause: explainer.cause, explainedBy: explainer.rule } : finding;
}

function byTime(a: Finding, b: Finding): number {
  return a.evidence[0].sighting.timeUs - b.evidence[0].sighting.timeUs;
}
