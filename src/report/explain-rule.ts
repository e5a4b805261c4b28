// A rule becomes its explanation: what is wrong, why that hurts, what to do, and the recordings that show it.
import { type ExampleRow, type RuleExample, ruleExamples } from '../knowledge/rule-examples.ts';
import type { Guide } from '../languages/guide.ts';
import { type RuleId, rules } from '../rules/all.ts';
import type { Rule } from '../rules/rule.ts';
import { placeholdersOf, pluralsOf, say } from '../text/say.ts';
import type { Explanation, ExplanationExample } from './explanation.ts';
import type { Ladder, LadderRow } from './ladder.ts';

/** The rule's summary and its reason; its steps with the names of the values in place of the values. */
export function explainRule(id: RuleId, guide: Guide): Explanation {
  const rule: Rule | undefined = rules.find((each) => each.id === id);
  const text: Readonly<Record<string, string>> = guide.rules[id];
  const spoken = (key: string): string | undefined => withNames(text[key], guide.locale);
  const why = spoken('why');
  const summary = spoken('summary') ?? '';
  const steps = Object.keys(text)
    .filter((key) => key.startsWith('fix'))
    .flatMap((key) => spoken(key) ?? []);
  const examples = examplesOf(id, guide);
  return {
    kind: 'rule',
    topic: id,
    title: id,
    references: rule?.references ?? [],
    ...(rule ? { severity: rule.severity, basis: rule.basis } : {}),
    means: why === undefined ? summary : `${summary} ${why}`,
    ...(steps.length > 0 ? { fix: steps.map((action) => ({ who: '' as const, action })) } : {}),
    ...(examples.length > 0 ? { examples } : {}),
  };
}

function withNames(template: string | undefined, locale: string): string | undefined {
  if (template === undefined || pluralsOf(template).length > 0) return undefined;
  const values = Object.fromEntries(placeholdersOf(template).map((name) => [name, `‹${name}›`]));
  return say(template, values, locale);
}

function examplesOf(id: RuleId, guide: Guide): readonly ExplanationExample[] {
  const known: Readonly<Record<string, { readonly fires?: RuleExample; readonly silent?: RuleExample }>> = ruleExamples;
  const said: Readonly<Record<string, { readonly fires?: string; readonly silent?: string }>> = guide.examples;
  const examples = Object.hasOwn(known, id) ? known[id] : undefined;
  const captions = Object.hasOwn(said, id) ? said[id] : undefined;
  return (['fires', 'silent'] as const).flatMap((shows) => {
    const example = examples?.[shows];
    return example ? [{ shows, caption: captions?.[shows] ?? '', ladder: ladderOf(example) }] : [];
  });
}

/** The compact rows as the geometry of a ladder. */
function ladderOf({ lanes, rows }: RuleExample): Ladder {
  return {
    lanes: lanes.map((name) => ({ label: name, host: name, ports: [] })),
    rows: rows.map(rowOf),
    omittedSightings: 0,
  };
}

function rowOf(row: ExampleRow): LadderRow {
  if (row[0] === 'gap') return { kind: 'gap', us: row[1] * 1e3 };
  if (row[0] === 'again') return { kind: 'repeated', times: row[1], rows: row[2], lastAtUs: row[3] * 1e3 };
  const [atMs, frame, from, to, label, marked = 0, copies = 0, lastAtMs = atMs] = row;
  const status = /^(\d{3}) /.exec(label)?.[1];
  return {
    kind: 'message',
    from,
    to,
    label,
    shortLabel: label.replace(/^(\d{3}) .*( \([A-Z]+\))$/, '$1$2'),
    ...(status === undefined ? {} : { status: Number(status) }),
    atUs: atMs * 1e3,
    frame,
    input: 0,
    copies,
    lastAtUs: lastAtMs * 1e3,
    marked: marked === 1,
  };
}
