// What a rule is: one fault, how to tell that it is there, what proves it, and the words for it.
import type { Dialog, Flow, Sighting, Transaction } from '../flow/model.ts';
import type { Values } from '../text/phrase.ts';

/** `error`: something failed or a MUST is broken and hurt; `warning`: somebody should act; `info`: worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/** What a rule rests on: a MUST or SHOULD of an RFC, advice without normative force, or what the packets simply show. */
export type Basis = 'must' | 'should' | 'advice' | 'observation';

/** How far the capture proves a finding. */
export type Confidence = 'certain' | 'likely' | 'possible';

/** Who must change something. */
export type Actor = 'caller' | 'callee' | 'proxy' | 'registrar' | 'client' | 'server' | 'network' | 'operator';

/** A piece of proof: a sighting, and the bytes in its message that tell (offset and length within the message). */
export interface Evidence {
  readonly sighting: Sighting;
  readonly offset?: number;
  readonly length?: number;
}

/** One step of the fix: who does what. */
export interface FixStep<Key extends string = string> {
  readonly who: Actor;
  readonly action: Key;
}

/** What a rule answers about one subject. A finding without evidence does not compile. */
export type Verdict<Key extends string = string> =
  | { readonly kind: 'pass' }
  | { readonly kind: 'not-applicable' }
  | { readonly kind: 'undecided'; readonly because: Key; readonly values: Values }
  | Failure<Key>;

export interface Failure<Key extends string = string> {
  readonly kind: 'fail';
  readonly confidence: Confidence;
  /** Lower than the rule's own severity where this case is milder; never higher. */
  readonly severity?: Severity;
  readonly title: Key;
  /** Sentences that explain, in reading order. */
  readonly explanation: readonly Key[];
  readonly fix: readonly FixStep<Key>[];
  readonly evidence: readonly [Evidence, ...Evidence[]];
  readonly values: Values;
}

export const pass: Verdict<never> = { kind: 'pass' };
export const notApplicable: Verdict<never> = { kind: 'not-applicable' };

export function undecided<Key extends string>(because: Key, values: Values = {}): Verdict<Key> {
  return { kind: 'undecided', because, values };
}

export function fail<Key extends string>(failure: Omit<Failure<Key>, 'kind'>): Verdict<Key> {
  return { kind: 'fail', ...failure };
}

/** What each unit hands to `check`. */
export interface Subjects {
  readonly transaction: Transaction;
  readonly dialog: Dialog;
  readonly flow: Flow;
}

export type Unit = keyof Subjects;

/**
 * One rule. `text` is its English: `summary` is its line in `siplens rules`; every other entry is named by the verdicts.
 * Placeholders: `{name}`, and `{count, plural, one {…} other {…}}` with `#` for the number.
 */
export interface Rule<U extends Unit = Unit, Key extends string = string> {
  /** The fault as a noun phrase in kebab-case. */
  readonly id: string;
  readonly unit: U;
  readonly severity: Severity;
  readonly basis: Basis;
  /** `RFC 3261 §13.3.1.4`, most important first. */
  readonly references: readonly [string, ...string[]];
  readonly text: Readonly<Record<Key | 'summary', string>>;
  /** Pure: no clock, no input or output, no state of its own. Called once per subject when its flow is finished. */
  check(subject: Subjects[U], flow: Flow): Verdict<Key>;
}

/** Gives a rule its type, so that a verdict can only name texts that exist. */
export function defineRule<U extends Unit, const Text extends Readonly<Record<string, string>>>(rule: {
  readonly id: string;
  readonly unit: U;
  readonly severity: Severity;
  readonly basis: Basis;
  readonly references: readonly [string, ...string[]];
  readonly text: Text & { readonly summary: string };
  check(subject: Subjects[U], flow: Flow): Verdict<Extract<keyof NoInfer<Text>, string>>;
}): typeof rule {
  return rule;
}
