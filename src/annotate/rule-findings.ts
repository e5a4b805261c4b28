// Asks every rule about every subject of one flow, and turns its verdicts into findings.
import type { Flow } from '../flow/model.ts';
import { rules } from '../rules/all.ts';
import type { Failure, Rule, Severity, Verdict } from '../rules/rule.ts';
import type { Phrase, Values } from '../text/phrase.ts';
import type { Finding, Undecided } from './finding.ts';
import { fingerprintOf } from './fingerprint.ts';
import { hostOf, userOf } from '../rules/host.ts';
import { severityOf, type RuleSettings } from './settings.ts';

/** A finding of a rule, and what it accounts for. */
export interface RuleFinding {
  readonly finding: Finding;
  readonly explains: NonNullable<Failure['explains']>;
}

/** What the rules say about one flow. */
export interface RuleAnswers {
  readonly findings: readonly RuleFinding[];
  readonly undecided: readonly Undecided[];
}

/** Runs every rule that is not switched off. A rule that throws costs its own answer, not the report. */
export function askRules(flow: Flow, settings: RuleSettings, asked: readonly Rule[] = rules): RuleAnswers {
  const findings: RuleFinding[] = [];
  const unsure: Undecided[] = [];
  for (const rule of asked) {
    if (settings.rules?.[rule.id] === 'off') continue;
    for (const verdict of verdictsOf(rule, flow)) {
      if (verdict.kind === 'undecided')
        unsure.push({ rule: rule.id, because: phraseOf(rule, verdict.because, verdict.values) });
      if (verdict.kind !== 'fail') continue;
      const severity = severityOf(rule.id, rule.severity, verdict.severity ?? 'error', settings);
      if (severity !== 'off')
        findings.push({ finding: findingOf(rule, verdict, severity, flow), explains: verdict.explains ?? [] });
    }
  }
  return { findings, undecided: unsure };
}

function verdictsOf(rule: Rule, flow: Flow): readonly Verdict[] {
  const subjects = { transaction: flow.transactions, dialog: flow.dialogs, flow: [flow] }[rule.unit];
  const verdicts: Verdict[] = [];
  for (const subject of subjects) {
    try {
      const answer = rule.check(subject, flow);
      verdicts.push(...('kind' in answer ? [answer] : answer));
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown';
      verdicts.push({ kind: 'undecided', because: BROKEN, values: { rule: rule.id, reason } });
    }
  }
  return verdicts;
}

/** Key of the text that says that a rule itself failed. */
const BROKEN = 'annotate/rule-failed';

function phraseOf(rule: Rule, key: string, values: Values): Phrase {
  return { key: key === BROKEN ? key : `rules/${rule.id}/${key}`, values };
}

function findingOf(rule: Rule, verdict: Failure, severity: Severity, flow: Flow): Finding {
  const phrase = (key: string): Phrase => phraseOf(rule, key, verdict.values);
  const { method, status, peer } = verdict;
  return {
    rule: rule.id,
    severity,
    basis: rule.basis,
    confidence: verdict.confidence,
    title: phrase(verdict.title),
    explanation: verdict.explanation.map((said) => (typeof said === 'string' ? phrase(said) : said)),
    fix: verdict.fix.map(({ who, action }) => ({ who, action: phrase(action) })),
    ...(status === undefined ? {} : { status }),
    ...(method === undefined ? {} : { method }),
    ...(peer === undefined ? {} : { peer }),
    evidence: verdict.evidence,
    references: rule.references,
    fingerprint: fingerprintOf([rule.id, flow.kind, verdict.title, method, status, userOf(flow.from), userOf(flow.to)]),
    cause: [rule.id, verdict.title, status ?? '', hostOf(peer ?? '')].join(' '),
  };
}
