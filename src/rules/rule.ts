// What a rule is: one fault, how to tell that it is there, what proves it, and the words for it.
import type { Dialog, Flow, Sighting, Transaction } from '../flow/model.ts';
import type { TlsFacts } from '../stream/tls/facts.ts';
import type { Phrase, Values } from '../text/phrase.ts';
import type { Traits } from './traits.ts';

/** `error`: something failed or a MUST is broken and hurt; `warning`: somebody should act; `info`: worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/** What a rule rests on: a MUST or SHOULD of an RFC, advice without normative force, or what the packets simply show. */
export type Basis = 'must' | 'should' | 'advice' | 'observation';

/** How far the capture proves a finding. */
export type Confidence = 'certain' | 'likely' | 'possible';

/** Who must change something. */
export type Actor = 'caller' | 'callee' | 'proxy' | 'registrar' | 'client' | 'server' | 'network' | 'operator';

/** A packet that proves something and is no SIP message: an ICMP error, a TLS record. */
export interface OtherPacket {
  readonly input: number;
  readonly frame: number;
  readonly timeUs: number;
  readonly nanos: number;
  /** Addresses, with a port where the packet has one. */
  readonly source: string;
  readonly destination: string;
  /** What it is, in the words of its protocol: `ICMP port unreachable (type 3, code 3)`. */
  readonly text: string;
}

/** A piece of proof: a sighting, and the bytes in its message that tell (offset and length within the message). */
export interface Evidence {
  readonly sighting: Sighting;
  /** What proves it is this packet, which is about the sighting. */
  readonly packet?: OtherPacket | undefined;
  readonly offset?: number | undefined;
  readonly length?: number | undefined;
}

/** A piece of proof that is about no sighting: what it proves is the packet itself. */
export interface PacketEvidence {
  readonly packet: OtherPacket;
  readonly sighting?: undefined;
}

/** One step of the fix: who does what. */
export interface FixStep<Key extends string = string> {
  readonly who: Actor;
  readonly action: Key;
}

/** What a rule answers about one subject. A finding without evidence does not compile. */
export type Verdict<Key extends string = string, Proof = Evidence> =
  | { readonly kind: 'pass' }
  | { readonly kind: 'not-applicable' }
  | { readonly kind: 'undecided'; readonly because: Key; readonly values: Values }
  | Failure<Key, Proof>;

/** A fault that is there, with what proves it. */
export interface Failure<Key extends string = string, Proof = Evidence> {
  readonly kind: 'fail';
  readonly confidence: Confidence;
  /** Lower than the rule's own severity where this case is milder; never higher. */
  readonly severity?: Severity;
  readonly title: Key;
  /** Sentences that explain, in reading order: the rule's own, or of another table of the house. */
  readonly explanation: readonly (Key | Phrase)[];
  readonly fix: readonly FixStep<Key>[];
  /** The first one is where reports point. */
  readonly evidence: readonly [Proof, ...Proof[]];
  readonly values: Values;
  readonly method?: string;
  readonly status?: number;
  /** The endpoint that the fault is about: who answered, or who stayed silent. */
  readonly peer?: string;
  /** Responses that this fault accounts for: their own findings join its cause instead of making another one. */
  readonly explains?: readonly Sighting[];
}

/** The fault is not there. */
export const pass: Verdict<never, never> = { kind: 'pass' };
/** The subject is nothing that the rule speaks of. */
export const notApplicable: Verdict<never, never> = { kind: 'not-applicable' };

/** The capture does not show enough. `because` says what it would have had to show. */
export function undecided<Key extends string>(because: Key, values: Values = {}): Verdict<Key, never> {
  return { kind: 'undecided', because, values };
}

/** The fault is there. */
export function fail<Key extends string, Proof = Evidence>(
  failure: Omit<Failure<Key, Proof>, 'kind'>,
): Verdict<Key, Proof> {
  return { kind: 'fail', ...failure };
}

/** What each unit hands to `check`. */
export interface Subjects {
  readonly transaction: Transaction;
  readonly dialog: Dialog;
  readonly flow: Flow;
}

/** What a rule looks at; also the name of the folder that it lives in. */
export type Unit = keyof Subjects | 'connection';

/** The English of a rule. */
export type RuleText = Readonly<Record<string, string>> & { readonly summary: string };

/**
 * What all rules have. `text` is the English: `summary` is its line in `siplens rules`; every other entry is named by the verdicts.
 * Placeholders: `{name}`, and `{count, plural, one {…} other {…}}` with `#` for the number.
 */
interface AnyRule {
  /** The fault as a noun phrase in kebab-case. */
  readonly id: string;
  readonly severity: Severity;
  readonly basis: Basis;
  /** `RFC 3261 §13.3.1.4`, most important first. */
  readonly references: readonly [string, ...string[]];
  readonly text: RuleText;
}

/** A rule about flows, or parts of them. */
export interface FlowRule extends AnyRule {
  readonly unit: keyof Subjects;
  /** A flow without this trait is not worth asking about: the rule would pass it, or have nothing to say. */
  readonly needs?: keyof Traits;
  /**
   * Pure: no clock, no input or output, no state of its own. Called once per subject when its flow is finished. Several
   * verdicts where one subject can show the fault several times (a dialog with several answers).
   */
  check(subject: Subjects[keyof Subjects], flow: Flow): Verdict | readonly Verdict[];
}

/** A rule about TLS connections: they may have failed before there was any SIP. */
export interface ConnectionRule extends AnyRule {
  readonly unit: 'connection';
  /** Pure. Called once for each connection, when it is over. */
  check(facts: TlsFacts): Verdict<string, PacketEvidence>;
}

/** One rule. */
export type Rule = FlowRule | ConnectionRule;

/** Gives a rule its type, so that a verdict can only name texts that exist. */
export function defineRule<const Id extends string, U extends keyof Subjects, const Text extends RuleText>(
  rule: Omit<FlowRule, 'check' | 'id' | 'unit' | 'text'> & {
    readonly id: Id;
    readonly unit: U;
    readonly text: Text;
    check(subject: Subjects[U], flow: Flow): Verdict<KeyOf<NoInfer<Text>>> | readonly Verdict<KeyOf<NoInfer<Text>>>[];
  },
): FlowRule & { readonly id: Id; readonly unit: U; readonly text: Text } {
  return rule;
}

/** Gives a rule about connections its type. */
export function defineConnectionRule<const Id extends string, const Text extends RuleText>(
  rule: Omit<ConnectionRule, 'check' | 'id' | 'unit' | 'text'> & {
    readonly id: Id;
    readonly text: Text;
    check(facts: TlsFacts): Verdict<KeyOf<NoInfer<Text>>, PacketEvidence>;
  },
): ConnectionRule & { readonly id: Id; readonly text: Text } {
  return { ...rule, unit: 'connection' };
}

type KeyOf<Text> = Extract<keyof Text, string>;
