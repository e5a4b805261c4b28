// A status code, a class of them, a rule or a method is explained from the tables: as text, as Markdown, as JSON.
import { isMethod, methods } from '../knowledge/methods.ts';
import { isRegistered, statusEntries, statusEntry } from '../knowledge/status-codes.ts';
import { type StatusClass, statusClasses } from '../knowledge/status-codes/classes.ts';
import type { StatusEntry } from '../knowledge/status-codes/entry.ts';
import { rules } from '../rules/all.ts';
import type { Rule } from '../rules/rule.ts';
import { placeholdersOf, pluralsOf, say } from '../text/say.ts';
import { SCHEMA_VERSION } from './json-shapes.ts';
import { paletteFor } from './palette.ts';
import { columnsOf, markdownText } from './printable.ts';
import type { ReporterOptions } from './reporter.ts';
import { basisWord, severityWord, word } from './words.ts';
import { labelled, wrap } from './wrap.ts';

/** Everything that is known about one topic; also its JSON, key by key. */
export interface Explanation {
  readonly kind: 'status' | 'status-class' | 'rule' | 'method';
  /** `486`, `4xx`, `missing-ack`, `INVITE`. */
  readonly topic: string;
  readonly title: string;
  readonly references: readonly string[];
  readonly severity?: string;
  readonly basis?: string;
  readonly means: string;
  /** The registered codes of a class. */
  readonly codes?: readonly string[];
  readonly usually?: readonly string[];
  readonly perMethod?: Readonly<Record<string, string>>;
  readonly headers?: readonly { readonly name: string; readonly strength: string; readonly why: string }[];
  readonly noFaultWhen?: string;
  readonly retry?: string;
  readonly fix?: readonly { readonly who: string; readonly action: string }[];
}

const MAX_PROSE = 100;

/** What is known about the topic; undefined when there is no such topic. Upper and lower case do not matter. */
export function explanationOf(topic: string): Explanation | undefined {
  const asked = topic
    .trim()
    .toLowerCase()
    .replace(/^response\//, '');
  if (/^[1-6]\d\d$/.test(asked)) return explainStatus(Number(asked));
  if (/^[1-6]xx$/.test(asked)) return explainClass(asked as StatusClass);
  const rule: Rule | undefined = rules.find(({ id }) => id === asked);
  if (rule) return explainRule(rule);
  const method = asked.toUpperCase();
  if (isMethod(method))
    return {
      kind: 'method',
      topic: method,
      title: method,
      references: [methods[method].source],
      means: methods[method].means,
    };
  return undefined;
}

/** The topics that are most like what was asked for, most alike first; at most three. */
export function topicsLike(topic: string): readonly string[] {
  const asked = topic.trim().toLowerCase().slice(0, 60);
  const known = [...rules.map(({ id }) => id), ...Object.keys(methods)];
  return known
    .map((name) => ({ name, distance: distanceBetween(asked, name.toLowerCase()) }))
    .filter(
      ({ name, distance }) => distance <= Math.max(2, name.length / 3) || (asked.length > 2 && name.includes(asked)),
    )
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ name }) => name);
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

function explainStatus(code: number): Explanation {
  const entry = statusEntry(code);
  const title = isRegistered(code) ? `${code} ${entry.phrase}` : `${code} (${word('unregistered', 'en')})`;
  return { kind: 'status', topic: String(code), title, ...entryParts(entry) };
}

/** The entry of a class speaks of unregistered codes; what it says of all of them is its first sentence. */
function explainClass(name: StatusClass): Explanation {
  const { phrase, source, text }: StatusEntry = statusClasses[name];
  const codes = Object.entries(statusEntries)
    .filter(([code]) => /^\d+$/.test(code) && code.startsWith(name.slice(0, 1)))
    .map(([code, entry]) => `${code} ${entry.phrase}`);
  const means = text.means.replace(/\.\s.*$/s, '.');
  return { kind: 'status-class', topic: name, title: `${name} ${phrase}`, references: [source], means, codes };
}

function entryParts(entry: StatusEntry): Omit<Explanation, 'kind' | 'topic' | 'title'> {
  const { text, perMethod, headers, retry } = entry;
  return {
    references: [entry.source],
    means: text.means,
    ...(text.usually.length > 0 ? { usually: text.usually } : {}),
    ...(perMethod ? { perMethod } : {}),
    ...(headers ? { headers } : {}),
    ...(text.noFaultWhen === undefined ? {} : { noFaultWhen: text.noFaultWhen }),
    ...(retry === undefined ? {} : { retry }),
    ...(text.fix.length > 0 ? { fix: text.fix } : {}),
  };
}

/** The rule's summary and its reason; its steps with the names of the values in place of the values. */
function explainRule(rule: Rule): Explanation {
  const { id, severity, basis, references, text } = rule;
  const spoken = (key: string): string | undefined => withNames(text[key]);
  const why = spoken('why');
  const steps = Object.keys(text)
    .filter((key) => key.startsWith('fix'))
    .map(spoken);
  const usually = steps.filter((step) => step !== undefined);
  return {
    kind: 'rule',
    topic: id,
    title: id,
    references,
    severity,
    basis,
    means: why === undefined ? text.summary : `${text.summary} ${why}`,
    ...(usually.length > 0 ? { fix: usually.map((action) => ({ who: '', action })) } : {}),
  };
}

function withNames(template: string | undefined): string | undefined {
  if (template === undefined || pluralsOf(template).length > 0) return undefined;
  const values = Object.fromEntries(placeholdersOf(template).map((name) => [name, `‹${name}›`]));
  return say(template, values, 'en');
}

type ExplainOptions = Pick<ReporterOptions, 'write' | 'locale' | 'color' | 'width'>;

/** `explain` as text. */
export function writeExplanationsText(explanations: readonly Explanation[], options: ExplainOptions): void {
  const palette = paletteFor(options.color);
  const blocks = explanations.map((explanation) => {
    const sections = sectionsOf(explanation, options.locale);
    const columns = 4 + Math.max(...sections.map(({ label }) => columnsOf(label)));
    const width = Math.min(MAX_PROSE, Math.max(60, options.width)) - columns - 2;
    const head = [explanation.references.join(', '), ...tagsOf(explanation)].join(' · ');
    const lines = [`${palette.strong(explanation.title)}  ${palette.faint(head)}`];
    for (const { label, items } of sections) {
      const wrapped = items.flatMap((item) =>
        items.length > 1 ? labelled('· ', 2, wrap(item, width - 2)) : wrap(item, width),
      );
      lines.push(...labelled(`  ${palette.strong(label)}`, columns, wrapped));
    }
    return `${lines.join('\n')}\n`;
  });
  options.write(blocks.join('\n'));
}

/** `explain -f markdown`. */
export function writeExplanationsMarkdown(explanations: readonly Explanation[], options: ExplainOptions): void {
  const blocks = explanations.map((explanation) => {
    const lines = [`## ${markdownText(explanation.title)}`, ''];
    lines.push([...explanation.references, ...tagsOf(explanation)].map((text) => markdownText(text)).join(' · '));
    for (const { label, items } of sectionsOf(explanation, options.locale)) {
      const [only] = items;
      lines.push('');
      if (items.length === 1 && only !== undefined) lines.push(`**${label}.** ${markdownText(only, 2_000)}`);
      else lines.push(`**${label}**`, '', ...items.map((item) => `- ${markdownText(item, 2_000)}`));
    }
    return `${lines.join('\n')}\n`;
  });
  options.write(blocks.join('\n'));
}

/** `explain -f json`. */
export function writeExplanationsJson(topics: readonly Explanation[], options: ExplainOptions): void {
  options.write(`${JSON.stringify({ schemaVersion: SCHEMA_VERSION, topics }, undefined, 2)}\n`);
}

function tagsOf({ severity, basis }: Explanation): string[] {
  const tags: string[] = [];
  if (severity === 'error' || severity === 'warning' || severity === 'info') tags.push(severityWord(severity));
  if (basis === 'must' || basis === 'should' || basis === 'advice' || basis === 'observation')
    tags.push(basisWord(basis));
  return tags;
}

interface Section {
  readonly label: string;
  readonly items: readonly string[];
}

function sectionsOf(explanation: Explanation, locale: string): Section[] {
  const { means, codes, usually, perMethod, headers, noFaultWhen, retry, fix } = explanation;
  const sections: Section[] = [{ label: word('meaning', locale), items: [means] }];
  if (codes) sections.push({ label: word('codes', locale), items: codes });
  if (perMethod) {
    sections.push({
      label: word('perMethod', locale),
      items: Object.entries(perMethod).map(([method, text]) => `${method}: ${text}`),
    });
  }
  if (usually) sections.push({ label: word('usually', locale), items: usually });
  if (noFaultWhen !== undefined) sections.push({ label: word('noFaultWhen', locale), items: [noFaultWhen] });
  if (headers) {
    sections.push({
      label: word('headers', locale),
      items: headers.map(({ name, strength, why }) => `${name} (${strength}): ${why}`),
    });
  }
  if (fix) sections.push({ label: word('fix', locale), items: fix.map(stepText) });
  if (retry !== undefined) sections.push({ label: word('retry', locale), items: [retry] });
  return sections;
}

function stepText({ who, action }: { readonly who: string; readonly action: string }): string {
  return who === '' ? action : `${who}: ${action}`;
}
