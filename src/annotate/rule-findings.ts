// Asks every rule about every subject of one flow, and turns its verdicts into findings.
import type { Flow, Sighting } from '../flow/model.ts';
import { flowRules } from '../rules/all.ts';
import type { Evidence, Failure, FlowRule, Rule, Severity, Subjects, Verdict } from '../rules/rule.ts';
import type { Traits } from '../rules/traits.ts';
import type { Phrase, Values } from '../text/phrase.ts';
import type { Finding, Undecided } from './finding.ts';
import { fingerprintOf } from './fingerprint.ts';
import { hostOf, userOf } from '../rules/host.ts';
import { severityOf, type RuleSettings } from './settings.ts';

/** What the rules say about one flow. */
export interface RuleAnswers {
  readonly findings: readonly RuleFinding[];
  readonly undecided: readonly Undecided[];
}

/**
 * Whether every rule waits for something that a flow in which everything went by the book does not show: then nothing can
 * be found in such a flow.
 */
export const plainFlowsAreSilent: boolean = flowRules.every(({ needs }) => needs !== undefined);

/** Runs every rule that is not switched off. A rule that throws costs its own answer, not the report. */
export function askRules(
  flow: Flow,
  settings: RuleSettings,
  traits: Readonly<Traits>,
  asked: readonly FlowRule[] = flowRules,
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

function subjectsOf({ unit }: FlowRule, flow: Flow): readonly Subjects[keyof Subjects][] {
  if (unit === 'transaction') return flow.transactions;
  return unit === 'dialog' ? flow.dialogs : [flow];
}

function answerOf(rule: FlowRule, subject: Subjects[keyof Subjects], flow: Flow): Verdict | readonly Verdict[] {
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

function take(verdict: Verdict, rule: FlowRule, flow: Flow, settings: RuleSettings, answers: OpenAnswers): void {
  if (verdict.kind === 'undecided') {
    const because = phraseOf(rule, verdict.because, verdict.values);
    answers.undecided.push({ rule: rule.id, because });
  } else if (verdict.kind === 'fail') {
    const severity = severityOf(rule.id, rule.severity, verdict.severity ?? 'error', settings);
    if (severity !== 'off') answers.findings.push(new RuleFinding(rule, verdict, severity, () => aboutFlow(flow)));
  }
}

/** What makes two findings of a rule the same problem, wherever they were recorded: who wanted what of whom. */
function aboutFlow({ kind, from, to }: Flow): About {
  return { kind, parties: [userOf(from), userOf(to)] };
}

/** What a finding is about, as far as it is the same in every recording. */
export interface About {
  readonly kind: string;
  readonly parties: readonly string[];
}

/** Key of the text that says that a rule itself failed. */
const BROKEN = 'annotate/rule-failed';

function phraseOf(rule: Rule, key: string, values: Values): Phrase {
  return { key: key === BROKEN ? key : `rules/${rule.id}/${key}`, values };
}

/** What a rule found. Its words are put together when somebody reads them. */
export class RuleFinding<Proof = Evidence> implements Finding<Proof> {
  readonly rule: string;
  readonly severity: Severity;
  readonly basis: Finding['basis'];
  readonly confidence: Finding['confidence'];
  declare readonly status?: number;
  declare readonly method?: string;
  declare readonly peer?: string;
  readonly evidence: Finding<Proof>['evidence'];
  readonly references: Finding['references'];
  declare explainedBy?: string;
  cause: string;
  /** Responses that it accounts for. */
  readonly explains: readonly Sighting[];
  readonly #rule: Rule;
  readonly #verdict: Failure<string, Proof>;
  readonly #about: () => About;
  #explanation: Finding['explanation'] | undefined;

  constructor(rule: Rule, verdict: Failure<string, Proof>, severity: Severity, about: () => About) {
    const { method, status, peer } = verdict;
    this.rule = rule.id;
    this.severity = severity;
    this.basis = rule.basis;
    this.confidence = verdict.confidence;
    if (status !== undefined) this.status = status;
    if (method !== undefined) this.method = method;
    if (peer !== undefined) this.peer = peer;
    this.evidence = verdict.evidence;
    this.references = rule.references;
    this.cause = `${rule.id} ${verdict.title} ${status ?? ''} ${hostOf(peer ?? '')}`;
    this.explains = verdict.explains ?? [];
    this.#rule = rule;
    this.#verdict = verdict;
    this.#about = about;
    this.#explanation = undefined;
  }

  get title(): Phrase {
    return this.#phrase(this.#verdict.title);
  }

  get explanation(): Finding['explanation'] {
    this.#explanation ??= this.#verdict.explanation.map((said) =>
      typeof said === 'string' ? this.#phrase(said) : said,
    );
    return this.#explanation;
  }

  get fix(): Finding['fix'] {
    return this.#verdict.fix.map(({ who, action }) => ({ who, action: this.#phrase(action) }));
  }

  get fingerprint(): string {
    const { title, method, status } = this.#verdict;
    const { kind, parties } = this.#about();
    return fingerprintOf([this.rule, kind, title, method, status, ...parties]);
  }

  #phrase(key: string): Phrase {
    return phraseOf(this.#rule, key, this.#verdict.values);
  }
}
