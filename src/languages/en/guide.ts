// The English of the knowledge base, put together from the tables that carry it.
import { comparisonSentences } from '../../knowledge/comparison/sentences.ts';
import { confusions } from '../../knowledge/comparison/confusions.ts';
import { contrasts } from '../../knowledge/comparison/contrast.ts';
import { pairs } from '../../knowledge/comparison/pairs.ts';
import { eventPackages } from '../../knowledge/event-packages.ts';
import { headers } from '../../knowledge/headers.ts';
import { headings } from '../../knowledge/headings.ts';
import { methodTopics } from '../../knowledge/method-topics.ts';
import { methods } from '../../knowledge/methods.ts';
import { optionTags } from '../../knowledge/option-tags.ts';
import { type CauseEntry, q850Causes } from '../../knowledge/q850.ts';
import { reasonProtocols } from '../../knowledge/reason-protocols.ts';
import { ruleExamples } from '../../knowledge/rule-examples.ts';
import { classTopics } from '../../knowledge/status-codes/class-topics.ts';
import { timerTopics } from '../../knowledge/timer-topics.ts';
import { warnings } from '../../knowledge/warnings.ts';
import { words } from '../../knowledge/words.ts';
import { wordsOf } from '../catalogue.ts';
import { english } from './catalogue.ts';
import type { Guide, HeaderWords, PickedWords } from '../guide.ts';

/** Every English text of the knowledge base. */
export const englishGuide: Guide = {
  locale: 'en',
  rules: english.rules,
  status: english.status,
  classes: mapped(classTopics, ({ entry, contrast }) => ({ ...wordsOf(entry), ...contrast })) as Guide['classes'],
  contrasts,
  confusions,
  pairs,
  comparison: comparisonSentences,
  methods: mapped(methodTopics, ({ course, trouble }, name) => ({
    means: methods[name].means,
    course,
    trouble,
  })) as Guide['methods'],
  headers: Object.fromEntries(headers.map(({ name, means }) => [name, means])) as HeaderWords,
  optionTags: picked(optionTags, ['means', 'use']),
  eventPackages: picked(eventPackages, ['means', 'note']),
  q850: mapped(q850Causes, ({ name, means, note, otherwise }: CauseEntry) => ({
    name,
    means,
    ...(note === undefined ? {} : { note }),
    ...(otherwise ? { when: otherwise.when } : {}),
  })) as Guide['q850'],
  warnings: picked(warnings, ['means', 'look']),
  reasonProtocols: picked(reasonProtocols, ['cause', 'causes']),
  timers: picked(timerTopics, ['means', 'fires', 'reliable']),
  words: picked(words, ['term', 'also', 'means']),
  examples: mapped(ruleExamples, (examples) => mapped(examples, ({ caption }) => caption)),
  headings,
};

/** The table with something else in place of each entry. */
function mapped<Table extends object, Value>(
  table: Table,
  make: (entry: Table[keyof Table], key: keyof Table) => Value,
): { readonly [Key in keyof Table]: Value } {
  const entries = Object.entries(table).map(([key, entry]) => [key, make(entry, key as keyof Table)]);
  return Object.fromEntries(entries) as { readonly [Key in keyof Table]: Value };
}

/** Of each entry the members of these names. */
function picked<Table extends object, Name extends string>(
  table: Table,
  names: readonly Name[],
): PickedWords<Table, Name> {
  const pick = (entry: object): object =>
    Object.fromEntries(Object.entries(entry).filter(([member]) => names.some((name) => name === member)));
  return mapped(table, (entry) => pick(entry as object)) as PickedWords<Table, Name>;
}
