// A status code, or a class of them, becomes its explanation.
import { behaviours } from '../knowledge/comparison/behaviour.ts';
import { methods as allMethods } from '../knowledge/methods.ts';
import { q850Causes, type CauseEntry } from '../knowledge/q850.ts';
import { isMetUnregistered, isRegistered, statusCodes, statusEntry, statusKey } from '../knowledge/status-codes.ts';
import type { Behaviour } from '../knowledge/comparison/behaviour.ts';
import { classTopics } from '../knowledge/status-codes/class-topics.ts';
import type { StatusClass } from '../knowledge/status-codes/classes.ts';
import type { StatusEntry } from '../knowledge/status-codes/entry.ts';
import type { StatusWords } from '../languages/catalogue.ts';
import type { Guide } from '../languages/guide.ts';
import { say } from '../text/say.ts';
import { endOf, forkingOf, type Judged, reachOf } from './compare-facts.ts';
import type { Explanation } from './explanation.ts';

/** The title of a code: `486 Busy Here`, `457 (not registered with IANA)`. */
export function statusTitle(code: number, guide: Guide): string {
  const { phrase } = statusEntry(code);
  if (isRegistered(code)) return `${code} ${phrase}`;
  const name = isMetUnregistered(code) && phrase !== '' ? `${code} ${phrase}` : String(code);
  return `${name} (${guide.headings.sentences.unregistered})`;
}

/** A status code from 100 to 699, registered or not. */
export function explainStatus(code: number, guide: Guide): Explanation {
  const key = statusKey(code);
  const entry = statusEntry(code);
  const words: StatusWords = guide.status[key];
  const behaviour = behaviours[key];
  const confused = confusionsOf(String(code), guide);
  const causes = causesOf(code, guide);
  return {
    kind: 'status',
    topic: String(code),
    title: statusTitle(code, guide),
    references: [entry.source],
    ...(isRegistered(code) ? {} : { registered: false }),
    ...wordParts(entry, words),
    ...behaviourParts({ label: String(code), entry, behaviour }, guide),
    send: say(guide.contrasts[key].send, { code }, guide.locale),
    ...(confused.length > 0 ? { confusedWith: confused } : {}),
    ...(causes.length > 0 ? { causes } : {}),
  };
}

/** A class of status codes. */
export function explainClass(name: StatusClass, guide: Guide): Explanation {
  const { entry, behaviour } = classTopics[name];
  const words = guide.classes[name];
  const codes = Object.entries(statusCodes)
    .filter(([code]) => code.startsWith(name.slice(0, 1)))
    .map(([code, { phrase }]) => `${code} ${phrase}`);
  // What it does to a dialog, who sends it and what is heard depends on the code.
  const { forking } = behaviourParts({ label: name, entry, behaviour }, guide);
  return {
    kind: 'status-class',
    topic: name,
    title: `${name} ${entry.phrase}`,
    references: [entry.source],
    ...wordParts(entry, words),
    ...(forking === undefined ? {} : { forking }),
    codes,
    send: words.send,
  };
}

/** What the entry says in words. */
function wordParts(
  entry: StatusEntry,
  words: StatusWords,
): Omit<Explanation, 'kind' | 'topic' | 'title' | 'references'> {
  const { means, usually, fix, noFaultWhen, methods, headers = [], retry, seen } = words;
  const steps = entry.text.fix.map(({ who }, index) => ({ who, action: fix[index] ?? '' }));
  const companions = (entry.headers ?? []).map(({ name, strength }, index) => ({
    name,
    strength,
    why: headers[index] ?? '',
  }));
  return {
    means,
    ...(usually.length > 0 ? { usually } : {}),
    ...(methods ? { perMethod: inOrder(methods) } : {}),
    ...(companions.length > 0 ? { headers: companions } : {}),
    ...(noFaultWhen === undefined ? {} : { noFaultWhen }),
    ...(retry === undefined ? {} : { retry }),
    ...(steps.length > 0 ? { fix: steps } : {}),
    ...(seen === undefined ? {} : { seen }),
  };
}

/** The methods in the order of their table, most used first. */
function inOrder(texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const known = Object.keys(allMethods);
  return Object.fromEntries(Object.entries(texts).sort(([a], [b]) => known.indexOf(a) - known.indexOf(b)));
}

/** What follows from the facts. */
function behaviourParts(judged: Judged, guide: Guide): Pick<Explanation, 'dialog' | 'sentBy' | 'hears' | 'forking'> {
  const { rows } = guide.comparison;
  const { sentBy, hears }: Behaviour = judged.behaviour;
  return {
    dialog: [rows.dialog.says[reachOf(judged)]],
    sentBy: rows.sender.says[sentBy],
    hears: rows.hearing.says[hears],
    // That a plain refusal waits for the other branches goes without saying.
    ...(endOf(judged.label) === 'failure' && forkingOf(judged) !== 'refusal'
      ? { forking: rows.forking.says[forkingOf(judged)] }
      : {}),
  };
}

/** The codes that this one is taken for, with the sentence that tells them apart. */
export function confusionsOf(code: string, guide: Guide): readonly { readonly topic: string; readonly text: string }[] {
  return Object.entries<string>(guide.confusions).flatMap(([pair, text]) => {
    const [a = '', b = ''] = pair.split('/');
    if (a !== code && b !== code) return [];
    return [{ topic: a === code ? b : a, text }];
  });
}

/** Q.850 causes that RFC 3398 §7.2.4.1 turns into the code. */
function causesOf(code: number, guide: Guide): readonly string[] {
  return Object.entries<CauseEntry>(q850Causes)
    .filter(([, { status, otherwise }]) => status === code || otherwise?.status === code)
    .map(([cause]) => `${cause} ${guide.q850[Number(cause) as keyof typeof q850Causes].name}`);
}
