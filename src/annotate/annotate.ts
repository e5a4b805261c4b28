// One finished flow becomes its report: what every rule says of it, and what every response outside 2xx means in it.
import type { Flow } from '../flow/model.ts';
import type { FlowReport } from './finding.ts';
import { askRules } from './rule-findings.ts';
import type { RuleSettings } from './settings.ts';

/** Judges a flow. Pure; never throws, whatever the flow holds. */
export function annotateFlow(flow: Flow, settings: RuleSettings = {}): FlowReport {
  const answers = askRules(flow, settings);
  return {
    flow,
    findings: answers.findings.map(({ finding }) => finding),
    undecided: answers.undecided,
    annotations: new Map(),
  };
}
