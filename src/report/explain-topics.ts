// What somebody typed becomes the topics it may mean, most likely first: `501 Not Implemented`, `cause 16`, `timer B`, `m`.
// Nothing that is typed is ever used but to look it up.
import { eventPackages } from '../knowledge/event-packages.ts';
import { headers, type HeaderEntry } from '../knowledge/headers.ts';
import { methods } from '../knowledge/methods.ts';
import { optionTags } from '../knowledge/option-tags.ts';
import { causeEntry, q850Causes } from '../knowledge/q850.ts';
import { reasonProtocols } from '../knowledge/reason-protocols.ts';
import { isMetUnregistered, isRegistered, statusCodes } from '../knowledge/status-codes.ts';
import { statusClasses } from '../knowledge/status-codes/classes.ts';
import { fieldCodes } from '../knowledge/status-codes/field.ts';
import { timerTopics } from '../knowledge/timer-topics.ts';
import { warningEntry, warnings } from '../knowledge/warnings.ts';
import type { Guide } from '../languages/guide.ts';
import { rules } from '../rules/all.ts';

/** What a topic is. */
export type TopicKind =
  | 'status'
  | 'status-class'
  | 'rule'
  | 'method'
  | 'header'
  | 'option-tag'
  | 'event-package'
  | 'q850'
  | 'warning'
  | 'reason-protocol'
  | 'timer'
  | 'word';

/** One topic: `{ kind: 'header', key: 'Via' }`. */
export interface TopicRef {
  readonly kind: TopicKind;
  readonly key: string;
}

/** The words that ask for a kind; the first is the one that siplens uses itself. Longer ones are tried first. */
const PREFIXES: readonly (readonly [TopicKind, readonly [string, ...string[]]])[] = [
  ['status', ['code', 'status', 'status code', 'response', 'sip', 'sip/2.0']],
  ['status-class', ['class']],
  ['rule', ['rule']],
  ['method', ['method', 'request']],
  ['header', ['header', 'header field', 'field']],
  ['word', ['word', 'term']],
  ['option-tag', ['tag', 'option', 'option-tag', 'option tag', 'extension']],
  ['event-package', ['event', 'package', 'event-package', 'event package']],
  ['timer', ['timer']],
  ['reason-protocol', ['reason', 'protocol', 'reason-protocol', 'reason protocol']],
  ['warning', ['warning', 'warn', 'warning code']],
  ['q850', ['cause', 'q850', 'q.850', 'q.850 cause', 'q850 cause', 'isup']],
];

const prefixes = PREFIXES.flatMap(([kind, all]) => all.map((word) => ({ kind, word }))).sort(
  (a, b) => b.word.length - a.word.length,
);

/** Longest text that is looked up. */
const MAX_TYPED = 200;

/** How to ask for exactly this topic: `code 486`, `header Via`. */
export function exactTopic({ kind, key }: TopicRef): string {
  if (kind === 'status-class' || kind === 'rule') return key;
  const word = PREFIXES.find(([each]) => each === kind)?.[1][0] ?? kind;
  return `${word} ${key}`;
}

/** What may be meant, most likely first; nothing where the text names no topic. */
export function topicsNamed(typed: string, guide: Guide): readonly TopicRef[] {
  const text = typed.slice(0, MAX_TYPED + 1).trim();
  if (text === '' || text.length > MAX_TYPED) return [];
  return asField(text, guide) ?? asPrefixed(text, guide) ?? asNumber(text) ?? namesOf(guide).find(text);
}

/** `Reason: Q.850;cause=16`, `SIP;cause=486`, `Warning: 399 …`, `SIP/2.0 404 Not Found`, `Via: …`: lines as they are captured. */
function asField(text: string, guide: Guide): readonly TopicRef[] | undefined {
  const cause = /\bq\.?850\s*;\s*cause\s*=\s*(\d{1,3})\b/i.exec(text)?.[1];
  if (cause !== undefined) return inKind('q850', cause, guide);
  const status = /^(?:reason\s*:\s*)?sip\s*;\s*cause\s*=\s*(\d{3})\b/i.exec(text)?.[1];
  if (status !== undefined) return inKind('status', status, guide);
  const warning = /^warning\s*:\s*(\d{3})\b/i.exec(text)?.[1];
  if (warning !== undefined) return inKind('warning', warning, guide);
  const line = /^sip\/2\.0\s+(\d{3})\b/i.exec(text)?.[1];
  if (line !== undefined) return inKind('status', line, guide);
  return undefined;
}

/** `timer B`, `cause=16`, `event:refer`, `response/404`; undefined where the rest is no topic of that kind. */
function asPrefixed(text: string, guide: Guide): readonly TopicRef[] | undefined {
  const lower = text.toLowerCase();
  for (const { kind, word } of prefixes) {
    if (!lower.startsWith(word) || !/^[\s:=/-]/.test(text.slice(word.length))) continue;
    const found = inKind(kind, text.slice(word.length).replace(/^[\s:=/-]+/, ''), guide);
    if (found.length > 0) return found;
  }
  // A captured header line: its name is what is asked for.
  const [, header = ''] = /^([a-z][a-z0-9-]*)\s*:(?:\s|$)/i.exec(text) ?? [];
  const named = header === '' ? [] : inKind('header', header, guide);
  return named.length > 0 ? named : undefined;
}

function inKind(kind: TopicKind, text: string, guide: Guide): readonly TopicRef[] {
  const candidates = kind === 'warning' || kind === 'q850' || kind === 'status' ? numbered(text) : undefined;
  const names = namesOf(guide);
  const found = candidates ?? [...names.find(text), ...(kind === 'timer' ? names.find(`timer ${text}`) : [])];
  return found.filter((topic) => topic.kind === kind).slice(0, 1);
}

/** `501`, `501 Not Implemented`, `17`; undefined where it is no number. */
function asNumber(text: string): readonly TopicRef[] | undefined {
  const found = numbered(text);
  return found && found.length > 0 ? found : undefined;
}

function numbered(text: string): readonly TopicRef[] | undefined {
  const [, digits = '', phrase = ''] = /^(\d{1,3})(?:\s+(\S.*))?$/.exec(text) ?? [];
  if (digits === '') return undefined;
  const number = Number(digits);
  const isStatus = digits.length === 3 && number >= 100 && number <= 699;
  const status: TopicRef[] = isStatus ? [{ kind: 'status', key: digits }] : [];
  if (phrase !== '') return status;
  const others: TopicRef[] = [];
  if (warningEntry(number)) others.push({ kind: 'warning', key: digits });
  if (causeEntry(number) && !digits.startsWith('0')) others.push({ kind: 'q850', key: digits });
  if (Object.hasOwn(optionTags, digits)) others.push({ kind: 'option-tag', key: digits });
  return isRegistered(number) || isMetUnregistered(number) ? [...status, ...others] : [...others, ...status];
}

/** Every topic that there is, each once. */
export function everyTopic(guide: Guide): readonly TopicRef[] {
  const numbers = (kind: TopicKind, table: object): TopicRef[] => Object.keys(table).map((key) => ({ kind, key }));
  const topics = new Map<string, TopicRef>();
  const named = entriesOf(guide).map(({ topic }) => topic);
  const coded = [
    ...numbers('status', { ...statusCodes, ...fieldCodes }),
    ...numbers('q850', q850Causes),
    ...numbers('warning', warnings),
  ];
  for (const topic of [...coded, ...named]) topics.set(exactTopic(topic), topic);
  return [...topics.values()];
}

/** Whether the words that were typed one after the other are one topic: `timer B`, `404 Not Found`, `early media`. */
export function areOneTopic(parts: readonly string[], guide: Guide): boolean {
  const text = parts.join(' ');
  const [, code = '', phrase = ''] = /^(\d{3})\s+(\D.*)$/.exec(text) ?? [];
  if (code !== '')
    return isRegistered(Number(code)) && plain(statusCodes[Number(code) as 486].phrase) === plain(phrase);
  return asPrefixed(text, guide) !== undefined || namesOf(guide).find(text).length > 0;
}

/** Names without what people leave out or add: case, spaces, hyphens. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '');
}

/** Every name that a topic goes by. */
class Names {
  /** In the order of likelihood: of topics with the same name the first one is meant. */
  readonly #entries: readonly { readonly name: string; readonly topic: TopicRef }[];
  readonly #byName = new Map<string, TopicRef[]>();

  constructor(guide: Guide) {
    this.#entries = entriesOf(guide);
    for (const { name, topic } of this.#entries) {
      const known = this.#byName.get(plain(name)) ?? [];
      if (!known.some(({ kind, key }) => kind === topic.kind && key === topic.key)) known.push(topic);
      this.#byName.set(plain(name), known);
    }
  }

  find(text: string): readonly TopicRef[] {
    return this.#byName.get(plain(text)) ?? [];
  }

  /** The names most like the text, at most three. */
  like(text: string): readonly string[] {
    const asked = plain(text.slice(0, 60));
    const seen = new Set<string>();
    return this.#entries
      .map(({ name }, order) => ({ name, order, distance: distanceBetween(asked, plain(name)) }))
      .filter(({ name, distance }) => isLike(asked, plain(name), distance))
      .sort((a, b) => a.distance - b.distance || a.order - b.order)
      .filter(({ name }) => !seen.has(plain(name)) && seen.add(plain(name)))
      .slice(0, 3)
      .map(({ name }) => name);
  }
}

function isLike(asked: string, name: string, distance: number): boolean {
  if (name.length < 3 || asked === '') return false;
  return distance <= Math.max(1, Math.floor(name.length / 3)) || (asked.length > 2 && name.includes(asked));
}

const namesByGuide = new WeakMap<Guide, Names>();

function namesOf(guide: Guide): Names {
  let names = namesByGuide.get(guide);
  if (!names) {
    names = new Names(guide);
    namesByGuide.set(guide, names);
  }
  return names;
}

/** The topics that are most like what was typed, most alike first; at most three. */
export function topicsLike(typed: string, guide: Guide): readonly string[] {
  return namesOf(guide).like(typed.trim());
}

function entriesOf(guide: Guide): { name: string; topic: TopicRef }[] {
  const named = (kind: TopicKind, names: Iterable<string>) =>
    [...names].map((key) => ({ name: key, topic: { kind, key } }));
  const known: readonly HeaderEntry[] = headers;
  return [
    ...named(
      'rule',
      rules.map(({ id }) => id),
    ),
    ...named('status-class', Object.keys(statusClasses)),
    ...named('method', Object.keys(methods)),
    ...known.flatMap(({ name, compact }) =>
      [name, ...(compact === undefined ? [] : [compact])].map((each) => ({
        name: each,
        topic: { kind: 'header' as const, key: name },
      })),
    ),
    ...Object.entries(guide.words).flatMap(([key, { term, also = [] }]) =>
      [key, term, ...also].map((name) => ({ name, topic: { kind: 'word' as const, key } })),
    ),
    ...named('option-tag', Object.keys(optionTags)),
    ...named('event-package', Object.keys(eventPackages)),
    ...Object.keys(timerTopics).flatMap((key) => timerNames(key)),
    ...named('reason-protocol', Object.keys(reasonProtocols)),
    ...Object.entries(statusCodes).map(([key, { phrase }]) => ({
      name: phrase,
      topic: { kind: 'status' as const, key },
    })),
  ];
}

/** A letter alone is a header; `timer` before it stands for itself in a prefix. */
function timerNames(key: string): { name: string; topic: TopicRef }[] {
  const topic: TopicRef = { kind: 'timer', key };
  return (key.length === 1 ? [`timer ${key}`] : [key, `timer ${key}`]).map((name) => ({ name, topic }));
}

/** Levenshtein distance of two short texts. */
function distanceBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
