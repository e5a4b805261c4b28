// Asks every rule about every subject of one flow, and turns its verdicts into findings.
import type { Flow } from '../flow/model.ts';
import { rules } from '../rules/all.ts';
import type { Failure, Rule, Severity, Subjects, Unit, Verdict } from '../rules/rule.ts';
import type { Traits } from '../rules/traits.ts';
import type { Phrase, Values } from '../text/phrase.ts';
import type { OpenFinding, Undecided } from './finding.ts';
import { fingerprintOf } from './fingerprint.ts';
import { hostOf, userOf } from '../rules/host.ts';
import { severityOf, type RuleSettings } from './settings.ts';

/** A finding of a rule, and what it accounts for. */
export interface RuleFinding {
  readonly finding: OpenFinding;
  readonly explains: NonNullable<Failure['explains']>;
}

/** What the rules say about one flow. */
export interface RuleAnswers {
  readonly findings: readonly RuleFinding[];
  readonly undecided: readonly Undecided[];
}

/** Runs every rule that is not switched off. A rule that throws costs its own answer, not the report. */
export function askRules(
  flow: Flow,
  settings: RuleSettings,
  traits: Readonly<Traits>,
  asked: readonly Rule[] = rules,
): RuleAnswers {
  const answers = { findings: [], undecided: [] };
  for (const rule of asked) {
    if (rule.needs !== undefined && !traits[rule.needs]) continue;
    if (settings.rules?.[rule.id] === 'off') continue;
    for (const subject of subjectsOf(rule, flow)) {
      const answer = answerOf(rule, subject, flow);
      if (isOne(answer)) take(answer, rule, flow, settings, answers);
      else for (const verdict of answer) take(verdict, rule, flow, settings, answers);
    }
  }
  return answers;
}

function subjectsOf({ unit }: Rule, flow: Flow): readonly Subjects[Unit][] {
  if (unit === 'transaction') return flow.transactions;
  return unit === 'dialog' ? flow.dialogs : [flow];
}

function answerOf(rule: Rule, subject: Subjects[Unit], flow: Flow): Verdict | readonly Verdict[] {
  try {
    return rule.check(subject, flow);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    return { kind: 'undecided', because: BROKEN, values: { rule: rule.id, reason } };
  }
}

function isOne(answer: Verdict | readonly Verdict[]): answer is Verdict {
  return 'kind' in answer;
}

interface OpenAnswers {
  readonly findings: RuleFinding[];
  readonly undecided: Undecided[];
}

function take(verdict: Verdict, rule: Rule, flow: Flow, settings: RuleSettings, answers: OpenAnswers): void {
  if (verdict.kind === 'undecided') {
    const because = phraseOf(rule, verdict.because, verdict.values);
    answers.undecided.push({ rule: rule.id, because });
  } else if (verdict.kind === 'fail') {
    const severity = severityOf(rule.id, rule.severity, verdict.severity ?? 'error', settings);
    if (severity === 'off') return;
    answers.findings.push({ finding: findingOf(rule, verdict, severity, flow), explains: verdict.explains ?? [] });
  }
}

/** Key of the text that says that a rule itself failed. */
const BROKEN = 'annotate/rule-failed';

function phraseOf(rule: Rule, key: string, values: Values): Phrase {
  return { key: key === BROKEN ? key : `rules/${rule.id}/${key}`, values };
}

function findingOf(rule: Rule, verdict: Failure, severity: Severity, flow: Flow): OpenFinding {
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
