// What follows for a status code from its number and its entry: how it ends the transaction, what it does to a dialog, what a
// forking proxy makes of it, and which headers it must carry.
import type { Behaviour, Blame } from '../knowledge/comparison/behaviour.ts';
import type { Forking, Reach } from '../knowledge/comparison/sentences.ts';
import type { StatusEntry } from '../knowledge/status-codes/entry.ts';

/** A code or class with its entry: `{ label: '486', entry, behaviour }`. */
export interface Judged {
  /** `486`, `4xx`. */
  readonly label: string;
  readonly entry: StatusEntry;
  readonly behaviour: Behaviour;
}

/** The first digit; 0 for a number that is no status code. */
export type ClassDigit = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** The class of a code: its first digit. */
export function classDigitOf(label: string): ClassDigit {
  const digit = /^[1-6](?:\d\d|xx)$/.test(label) ? Number(label[0]) : 0;
  return digit as ClassDigit;
}

/** How it ends the transaction. */
export function endOf(label: string): 'open' | 'success' | 'failure' {
  const digit = classDigitOf(label);
  return digit === 1 ? 'open' : digit === 2 ? 'success' : 'failure';
}

/** What it does to a dialog. */
export function reachOf({ label, entry, behaviour }: Judged): Reach {
  if (label === '100') return 'none';
  if (label === '199') return 'ends-early';
  const digit = classDigitOf(label);
  if (digit === 1) return 'early';
  if (digit === 2) return 'confirms';
  if (behaviour.ifEssential) return 'if-essential';
  return entry.dialog ?? 'transaction';
}

const FORKING_BY_CLASS: Readonly<Record<ClassDigit, Forking>> = {
  0: 'refusal',
  1: 'progress',
  2: 'success',
  3: 'redirect',
  4: 'refusal',
  5: 'refusal',
  6: 'global',
};

/** What a proxy that tries several places does with it (RFC 3261 §16.7). */
export function forkingOf({ label, entry }: Judged): Forking {
  if (label === '100') return 'hop';
  if (label === '503') return 'overload';
  if (entry.nature === 'challenge' && (label === '401' || label === '407')) return 'challenge';
  return FORKING_BY_CLASS[classDigitOf(label)];
}

/** A reason such as `To INVITE: …` or `…, where the type is the problem.` makes a header one of certain cases. */
const CASES: Readonly<Record<string, readonly string[]>> = {
  200: ['Contact', 'Record-Route', 'Expires', 'SIP-ETag'],
  100: ['Timestamp'],
  415: ['Accept', 'Accept-Encoding', 'Accept-Language'],
  421: ['Security-Server'],
  494: ['Require'],
  608: ['Call-Info'],
};

/** The headers that it must carry always, and those that it must carry in certain cases. */
export function mandatoryHeadersOf({ label, entry }: Judged): {
  readonly always: readonly string[];
  readonly sometimes: readonly string[];
} {
  const must = (entry.headers ?? []).filter(({ strength }) => strength === 'must').map(({ name }) => name);
  const cases = CASES[label] ?? [];
  return {
    always: must.filter((name) => !cases.includes(name)),
    sometimes: must.filter((name) => cases.includes(name)),
  };
}

/** Who has to act. */
export function blameOf({ entry, behaviour }: Judged): Blame {
  const { blame }: Behaviour = behaviour;
  return blame ?? entry.nature;
}
