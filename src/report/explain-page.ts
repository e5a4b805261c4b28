// Explanations and comparisons become pages: titles, labelled parts, tables and ladders in reading order. The formats draw
// the same pages, so that none of them says less than another.
import type { Guide } from '../languages/guide.ts';
import { say } from '../text/say.ts';
import type { Comparison } from './compare.ts';
import type { Explanation } from './explanation.ts';
import type { Ladder } from './ladder.ts';
import { actorWord, basisWord, severityWord } from './words.ts';

/** A piece of a page. */
export type Part =
  | { readonly kind: 'title'; readonly level: 1 | 2; readonly text: string; readonly notes: readonly string[] }
  | { readonly kind: 'prose'; readonly text: string }
  | { readonly kind: 'labelled'; readonly label: string; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly label: string;
      readonly heads: readonly [string, string];
      readonly rows: readonly { readonly label: string; readonly cells: readonly [string, string] }[];
    }
  | { readonly kind: 'ladder'; readonly label: string; readonly caption: string; readonly ladder: Ladder };

/** A page for each explanation, one below the other. */
export function explanationParts(explanation: Explanation, guide: Guide, level: 1 | 2 = 1): readonly Part[] {
  const { labels } = guide.headings;
  return [
    { kind: 'title', level, text: explanation.title, notes: notesOf(explanation, guide) },
    ...sectionsOf(explanation, guide),
    ...(explanation.examples ?? []).map(({ shows, caption, ladder }) => ({
      kind: 'ladder' as const,
      label: shows === 'fires' ? labels.firesHere : labels.silentHere,
      caption,
      ladder,
    })),
  ];
}

/** The page of a comparison. */
export function comparisonParts(comparison: Comparison, guide: Guide): readonly Part[] {
  const { title, summary, a, b, differences, choose, references } = comparison;
  const { labels } = guide.headings;
  const command = `siplens explain ${a.topic} ${b.topic}`;
  return [
    { kind: 'title', level: 1, text: title, notes: [] },
    { kind: 'prose', text: summary },
    ...sideParts(a, guide),
    ...sideParts(b, guide),
    {
      kind: 'table',
      label: labels.differences,
      heads: [a.topic, b.topic],
      rows: differences.map((row) => ({ label: row.label, cells: [row.a, row.b] })),
    },
    { kind: 'labelled', label: labels.choose, items: choose },
    {
      kind: 'labelled',
      label: labels.readOn,
      items: [...references, say(guide.headings.sentences.explainCommand, { command }, guide.locale)],
    },
  ];
}

/** Of each side what it means, when it is seen and how it is fixed. */
function sideParts(side: Explanation, guide: Guide): readonly Part[] {
  const { means, seen, usually, noFaultWhen, fix, kind, topic, title, references } = side;
  const short: Explanation = {
    kind,
    topic,
    title,
    references,
    means,
    ...(seen === undefined ? {} : { seen }),
    ...(usually ? { usually } : {}),
    ...(noFaultWhen === undefined ? {} : { noFaultWhen }),
    ...(fix ? { fix } : {}),
  };
  return explanationParts(short, guide, 2);
}

/** What stands beside the title: kind, sources, severity. */
function notesOf({ kind, references, registered, severity, basis }: Explanation, guide: Guide): readonly string[] {
  // The title of a status code says it already.
  const notes = kind === 'status' ? [...references] : [guide.headings.kinds[kind], ...references];
  if (registered === false && kind !== 'status') notes.push(guide.headings.sentences.unregistered);
  if (severity === 'error' || severity === 'warning' || severity === 'info') {
    notes.push(severityWord(severity, guide.locale));
  }
  if (basis === 'must' || basis === 'should' || basis === 'advice' || basis === 'observation') {
    notes.push(basisWord(basis, guide.locale));
  }
  return notes;
}

type Label = keyof Guide['headings']['labels'];

/** Who does what; of a status code it is also said that nobody has to do anything. */
function fixOf({ kind, fix }: Explanation, guide: Guide): readonly string[] | undefined {
  if (!fix) return kind === 'status' ? [guide.headings.sentences.nothingToFix] : undefined;
  return fix.map(({ who, action }) => (who === '' ? action : `${actorWord(who, guide.locale)}: ${action}`));
}

/** The parts of an explanation in reading order; what does not apply is left out. */
function sectionsOf(it: Explanation, guide: Guide): readonly Part[] {
  const { labels, strengths } = guide.headings;
  const sections: readonly (readonly [Label, string | readonly string[] | undefined])[] = [
    ['means', it.means],
    ['seen', it.seen],
    ['value', it.value],
    ['course', it.course],
    ['perMethod', it.perMethod && Object.entries(it.perMethod).map(([method, text]) => `${method}: ${text}`)],
    ['usually', it.usually],
    ['noFaultWhen', it.noFaultWhen],
    ['fix', fixOf(it, guide)],
    ['retry', it.retry],
    ['fires', it.fires],
    ['reliable', it.reliable],
    ['use', it.use],
    ['look', it.look],
    ['status', it.status],
    ['where', it.where],
    ['details', it.details],
    ['trouble', it.trouble],
    ['dialog', it.dialog],
    ['sentBy', it.sentBy],
    ['forking', it.forking],
    ['hears', it.hears],
    ['headers', it.headers?.map(({ name, strength, why }) => `${name} (${strengths[strength]}): ${why}`)],
    ['comesWith', it.comesWith?.map(({ code, strength, why }) => `${code} (${strengths[strength]}): ${why}`)],
    ['responses', it.responses],
    ['codes', it.codes],
    ['send', it.send],
    ['confusedWith', it.confusedWith?.map(({ topic, text }) => `${topic}: ${text}`)],
    ['causes', it.causes?.join(', ')],
    ['alsoCalled', it.alsoCalled?.join(', ')],
    ['related', it.related?.join(', ')],
    ['also', it.also?.map((topic) => `siplens explain ${topic}`)],
  ];
  return sections.flatMap(([key, value]) => {
    const items = typeof value === 'string' ? [value] : (value ?? []);
    return items.length === 0 ? [] : [{ kind: 'labelled' as const, label: labels[key], items }];
  });
}
