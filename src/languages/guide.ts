// Which texts the knowledge base has in a language, besides those that reports need too (catalogue.ts): what `explain` and
// `compare` say. Nothing else loads them. A language that lacks one, or has one too many, does not compile.
import type { comparisonSentences } from '../knowledge/comparison/sentences.ts';
import type { confusions } from '../knowledge/comparison/confusions.ts';
import type { contrasts } from '../knowledge/comparison/contrast.ts';
import type { pairs } from '../knowledge/comparison/pairs.ts';
import type { eventPackages } from '../knowledge/event-packages.ts';
import type { headers } from '../knowledge/headers.ts';
import type { headings } from '../knowledge/headings.ts';
import type { methodTopics } from '../knowledge/method-topics.ts';
import type { Method } from '../knowledge/methods.ts';
import type { optionTags } from '../knowledge/option-tags.ts';
import type { q850Causes } from '../knowledge/q850.ts';
import type { reasonProtocols } from '../knowledge/reason-protocols.ts';
import type { ruleExamples } from '../knowledge/rule-examples.ts';
import type { classTopics } from '../knowledge/status-codes/class-topics.ts';
import type { timerTopics } from '../knowledge/timer-topics.ts';
import type { warnings } from '../knowledge/warnings.ts';
import type { words } from '../knowledge/words.ts';
import type { Catalogue, StatusWordsOf, Translated } from './catalogue.ts';

/** Of each entry of a table the members of these names. */
export type PickedWords<Table, Name extends string> = {
  readonly [Key in keyof Table]: { readonly [Member in keyof Table[Key] & Name]: Translated<Table[Key][Member]> };
};

/** Header name → what it says. */
export type HeaderWords = { readonly [Entry in (typeof headers)[number] as Entry['name']]: string };

/** Rule id → what happens in the recordings that are shown for it. */
export type ExampleWords = {
  readonly [Id in keyof typeof ruleExamples]: { readonly [Shows in keyof (typeof ruleExamples)[Id]]: string };
};

/** Every text of the knowledge base in one language. */
export interface Guide {
  /** Language tag, for plurals and for documents that name their language. */
  readonly locale: string;
  readonly rules: Catalogue['rules'];
  readonly status: Catalogue['status'];
  readonly classes: {
    readonly [Name in keyof typeof classTopics]: StatusWordsOf<(typeof classTopics)[Name]['entry']> &
      Translated<(typeof classTopics)[Name]['contrast']>;
  };
  readonly contrasts: Translated<typeof contrasts>;
  readonly confusions: Translated<typeof confusions>;
  readonly pairs: Translated<typeof pairs>;
  readonly comparison: Translated<typeof comparisonSentences>;
  readonly methods: {
    readonly [Name in Method]: { readonly means: string } & PickedWords<
      typeof methodTopics,
      'course' | 'trouble'
    >[Name];
  };
  readonly headers: HeaderWords;
  readonly optionTags: PickedWords<typeof optionTags, 'means' | 'use'>;
  readonly eventPackages: PickedWords<typeof eventPackages, 'means' | 'note'>;
  readonly q850: {
    readonly [Cause in keyof typeof q850Causes]: PickedWords<typeof q850Causes, 'name' | 'means' | 'note'>[Cause] &
      ((typeof q850Causes)[Cause] extends { readonly otherwise: object } ? { readonly when: string } : unknown);
  };
  readonly warnings: PickedWords<typeof warnings, 'means' | 'look'>;
  readonly reasonProtocols: PickedWords<typeof reasonProtocols, 'cause' | 'causes'>;
  readonly timers: PickedWords<typeof timerTopics, 'means' | 'fires' | 'reliable'>;
  readonly words: {
    readonly [Name in keyof typeof words]: {
      readonly term: string;
      readonly means: string;
      /** Other names, as many as the language has. */
      readonly also?: readonly string[];
    };
  };
  readonly examples: ExampleWords;
  readonly headings: Translated<typeof headings>;
}
