// What a build lets pass on purpose: entries of an ignore list become a question about each finding, and each entry knows
// whether it was ever needed.
import { type AnyFinding, type AnyReport, flowOf } from '../annotate/finding.ts';
import { rules } from '../rules/all.ts';
import { didYouMean } from '../text/alike.ts';
import { type TextTest, textTestOf } from './text-test.ts';

/** One entry: every condition that is given must hold. At least `rule` or `fingerprint` is given. */
export interface Ignore {
  /** `missing-ack`, `response/404`, `response/4xx`. */
  readonly rule?: string | undefined;
  /** The fingerprint of a finding, 16 hex digits. */
  readonly fingerprint?: string | undefined;
  /** A part of the text or a `/regular expression/`, about the flow of the finding. */
  readonly callId?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Method of the finding. */
  readonly method?: string | undefined;
  /** Why it is let pass: for those who read the list. */
  readonly reason?: string | undefined;
}

const FINGERPRINT = /^[0-9a-f]{16}$/i;
const RESPONSE_CLASS = /^response\/([1-6])xx$/i;

/** Whether an id names a rule, a response or a class of responses. */
export function isRuleName(id: string): boolean {
  return isRuleId(id) || RESPONSE_CLASS.test(id);
}

/** Whether an id is one that a finding can carry. */
export function isRuleId(id: string): boolean {
  return /^response\/[1-6]\d\d$/.test(id) || rules.some((rule) => rule.id === id);
}

/**
 * `missing-ack`, `response/4xx` or a fingerprint, as it stands on a command line or in a list.
 * @throws RangeError naming what is none of these.
 */
export function parseIgnore(text: string): Ignore {
  const word = text.trim();
  if (FINGERPRINT.test(word)) return { fingerprint: word.toLowerCase() };
  if (isRuleName(word)) return { rule: word };
  throw new RangeError(
    `expected a rule (missing-ack, response/404, response/4xx) or a fingerprint, got "${word}"${suggestion(word)}`,
  );
}

/** `; did you mean missing-ack?`, or nothing. */
export function suggestion(rule: string): string {
  return didYouMean(
    rule,
    rules.map(({ id }) => id),
  );
}

/**
 * The entries of a file: one a line, `#` begins a comment.
 * @throws RangeError naming the line.
 */
export function parseIgnoreLines(text: string): readonly Ignore[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const [, entry = '', reason = ''] = /^([^#]*)(?:#(.*))?$/.exec(line) ?? [];
    if (entry.trim() === '') return [];
    try {
      return [{ ...parseIgnore(entry), ...(reason.trim() === '' ? {} : { reason: reason.trim() }) }];
    } catch (error) {
      throw new RangeError(`line ${index + 1}: ${error instanceof Error ? error.message : ''}`, { cause: error });
    }
  });
}

type FindingTest = (finding: AnyFinding, report: AnyReport) => boolean;

/** Asks every entry about a finding. */
export class IgnoreList {
  readonly #entries: { readonly ignore: Ignore; readonly test: FindingTest; used: boolean }[];

  /** @throws RangeError naming the pattern that cannot be used. */
  constructor(ignores: readonly Ignore[]) {
    this.#entries = ignores.map((ignore) => ({ ignore, test: testOf(ignore), used: false }));
  }

  /** Whether some entry lets the finding pass. */
  matches(finding: AnyFinding, report: AnyReport): boolean {
    let matched = false;
    for (const entry of this.#entries) {
      if (!entry.test(finding, report)) continue;
      entry.used = true;
      matched = true;
    }
    return matched;
  }

  /** Entries that no finding needed: they can go. */
  get unused(): readonly Ignore[] {
    return this.#entries.filter(({ used }) => !used).map(({ ignore }) => ignore);
  }
}

function testOf({ rule, fingerprint, callId, from, to, method }: Ignore): FindingTest {
  const tests: FindingTest[] = [];
  if (rule !== undefined) tests.push(ruleTest(rule));
  if (fingerprint !== undefined) tests.push((finding) => finding.fingerprint === fingerprint);
  if (method !== undefined) tests.push((finding) => finding.method?.toUpperCase() === method.toUpperCase());
  const about = (name: 'callId' | 'from' | 'to', wanted: string | undefined): void => {
    if (wanted === undefined) return;
    const test = namedTest(name, wanted);
    tests.push((_, report) => test(flowOf(report)?.[name] ?? ''));
  };
  about('callId', callId);
  about('from', from);
  about('to', to);
  return (finding, report) => tests.every((test) => test(finding, report));
}

function ruleTest(rule: string): FindingTest {
  const hundreds = RESPONSE_CLASS.exec(rule)?.[1];
  if (hundreds === undefined) return (finding) => finding.rule === rule;
  return (finding) => finding.rule.startsWith(`response/${hundreds}`);
}

function namedTest(name: string, wanted: string): TextTest {
  try {
    return textTestOf(wanted);
  } catch (error) {
    throw new RangeError(`"${name}" ${error instanceof Error ? error.message : ''}`, { cause: error });
  }
}
