// Two status codes, or classes of them, are set against each other: a paragraph, each for itself, what really differs, and
// which to send. Pairs that are asked for most have words of their own; the others are put together from whole sentences.
import { behaviours } from '../knowledge/comparison/behaviour.ts';
import type { ClassPair } from '../knowledge/comparison/sentences.ts';
import { statusEntry, statusKey } from '../knowledge/status-codes.ts';
import { classTopics } from '../knowledge/status-codes/class-topics.ts';
import type { StatusClass } from '../knowledge/status-codes/classes.ts';
import type { Guide } from '../languages/guide.ts';
import { say } from '../text/say.ts';
import { type Difference, differencesOf } from './compare-differences.ts';
import { blameOf, classDigitOf, type Judged } from './compare-facts.ts';
import { explainClass, explainStatus } from './explain-status.ts';
import { topicsNamed } from './explain-topics.ts';
import type { Explanation } from './explanation.ts';

/** Two codes side by side; also the JSON of `compare`, key by key. */
export interface Comparison {
  /** `486 Busy Here and 603 Decline`. */
  readonly title: string;
  /** One paragraph that sets the two against each other. */
  readonly summary: string;
  readonly a: Explanation;
  readonly b: Explanation;
  readonly differences: readonly Difference[];
  /** When to send which, for somebody who writes a server. */
  readonly choose: readonly string[];
  readonly references: readonly string[];
}

/** One side of a comparison. */
interface Side extends Judged {
  readonly explanation: Explanation;
  readonly says: string;
  readonly send: string;
}

/**
 * Compares two status codes (`486`, `200 OK`) or classes (`4xx`); undefined unless both are one and they differ.
 */
export function comparisonOf(first: string, second: string, guide: Guide): Comparison | undefined {
  const a = sideOf(first, guide);
  const b = sideOf(second, guide);
  if (!a || !b || a.label === b.label) return undefined;
  return {
    title: say(guide.headings.sentences.pairTitle, { a: a.explanation.title, b: b.explanation.title }, guide.locale),
    summary: summaryOf(a, b, guide),
    a: a.explanation,
    b: b.explanation,
    differences: differencesOf(a, b, guide),
    choose: chooseOf(a, b, guide),
    references: [...new Set([...a.explanation.references, ...b.explanation.references])],
  };
}

/** `486` of `486 Busy Here`; undefined where the text names neither a status code nor a class. */
export function comparableLabel(text: string, guide: Guide): string | undefined {
  const topic = topicsNamed(text, guide).find(({ kind }) => kind === 'status' || kind === 'status-class');
  return topic?.key;
}

function sideOf(text: string, guide: Guide): Side | undefined {
  const label = comparableLabel(text, guide);
  if (label === undefined) return undefined;
  if (label.endsWith('xx')) return classSide(label as StatusClass, guide);
  const code = Number(label);
  const key = statusKey(code);
  const { says, send } = guide.contrasts[key];
  return {
    label,
    entry: statusEntry(code),
    behaviour: behaviours[key],
    explanation: explainStatus(code, guide),
    says: say(says, { code }, guide.locale),
    send: say(send, { code }, guide.locale),
  };
}

function classSide(name: StatusClass, guide: Guide): Side {
  const { entry, behaviour } = classTopics[name];
  const { says, send } = guide.classes[name];
  return { label: name, entry, behaviour, explanation: explainClass(name, guide), says, send };
}

/** The name of a pair in the tables: the lower code first. */
function pairName(a: Judged, b: Judged): string {
  return Number(a.label) < Number(b.label) ? `${a.label}/${b.label}` : `${b.label}/${a.label}`;
}

function textFor<Text>(table: Readonly<Record<string, Text>>, a: Judged, b: Judged): Text | undefined {
  const name = pairName(a, b);
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Written by hand, or: what tells them apart (else what each says), how their classes relate, who has to act. */
function summaryOf(a: Side, b: Side, guide: Guide): string {
  const written = textFor(guide.pairs, a, b);
  if (written) return written.summary;
  const apart = textFor(guide.confusions, a, b);
  const sentences = apart === undefined ? [a.says, b.says] : [apart];
  return [...sentences, relationOf(a, b, guide), ...blamesOf(a, b, guide)].filter((each) => each !== '').join(' ');
}

function relationOf(a: Side, b: Side, guide: Guide): string {
  const [lower, higher] = classDigitOf(a.label) <= classDigitOf(b.label) ? [a, b] : [b, a];
  const name = `${classDigitOf(lower.label)}-${classDigitOf(higher.label)}` as ClassPair;
  const template = guide.comparison.classes[name];
  return say(template, { lower: lower.label, higher: higher.label }, guide.locale);
}

function blamesOf(a: Side, b: Side, guide: Guide): string[] {
  const { blamesOne, blamesBoth } = guide.comparison;
  if (blameOf(a) === blameOf(b)) return [blamesBoth[blameOf(a)]];
  return [a, b].map((side) => say(blamesOne[blameOf(side)], { code: side.label }, guide.locale));
}

function chooseOf(a: Side, b: Side, guide: Guide): readonly string[] {
  const written = textFor(guide.pairs, a, b);
  return written ? [written.choose] : [a.send, b.send];
}
