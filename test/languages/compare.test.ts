// compare and explain in every language: any two codes and any topic without a hole, a double word or an English sentence;
// the pairs that matter most word for word.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { guideIn } from '../../src/languages/spoken-guide.ts';
import { type Comparison, comparisonOf } from '../../src/report/compare.ts';
import { explanationOf } from '../../src/report/explain.ts';
import { everyTopic, exactTopic } from '../../src/report/explain-topics.ts';
import { comparisonAs, explanationsAs } from '../../src/report/explain-write.ts';
import { locales } from '../../src/text/locale.ts';
import { root } from '../support/analysis.ts';
import { hasEnglish, textsOf } from './texts.ts';

const options = { color: false, width: 100 };
const others = locales.filter((locale) => locale !== 'en');
const english = new Set(textsOf('en').values());

const HOLES = /\{|\}|undefined|NaN|\[object|\bnull\b|\s[,.;:](?:\s|$)|\.\.|,,|\s{2,}/;
const DOUBLED = /(?<![\p{L}-])(\p{L}{2,})\s+\1(?![\p{L}-])/iu;

/** What is wrong with a text of whole sentences. */
function isFlawed(text: string): boolean {
  return (
    HOLES.test(text) ||
    DOUBLED.test(text) ||
    // Sentences begin with a capital or with a number and end with a full stop.
    !/^[\p{Lu}\p{N}«¿]/u.test(text) ||
    !/[.»]$/.test(text) ||
    /\. \p{Ll}/u.test(text) ||
    english.has(text) ||
    hasEnglish(text)
  );
}

function compared(a: string, b: string, locale: string): Comparison {
  const comparison = comparisonOf(a, b, guideIn(locale));
  if (!comparison) throw new Error(`${a} and ${b} cannot be compared`);
  return comparison;
}

const topics = everyTopic(guideIn('en'));
const codes = [
  ...topics.flatMap(({ kind, key }) => (kind === 'status' || kind === 'status-class' ? [key] : [])),
  // Unregistered, one of each class.
  '150',
  '250',
  '350',
  '450',
  '550',
  '650',
];

describe.each(others)('in %s', (locale) => {
  test('any two codes are set against each other in whole sentences', () => {
    const flawed = codes.flatMap((a, index) =>
      codes.slice(index + 1).flatMap((b) => {
        const { summary, differences, choose } = compared(a, b, locale);
        const texts = [summary, ...choose, ...differences.flatMap((row) => [row.a, row.b])];
        const lacking = [summary, choose.join(' ')].filter((text) => !text.includes(a) || !text.includes(b));
        return [...texts.filter(isFlawed), ...lacking].map((text) => `${a} ${b}: ${text}`);
      }),
    );
    expect([...new Set(flawed)]).toEqual([]);
  });

  test('every topic is explained without an English sentence', () => {
    const flawed = topics.flatMap((topic) => {
      const name = exactTopic(topic);
      const explanation = explanationOf(name, guideIn(locale));
      if (!explanation) return [`${name}: not known`];
      const { means, usually = [], trouble = [], retry = '', course = '', noFaultWhen = '' } = explanation;
      const texts = [means, ...usually, ...trouble, retry, course, noFaultWhen].filter((text) => text !== '');
      return texts.filter(isFlawed).map((text) => `${name}: ${text}`);
    });
    expect(flawed).toEqual([]);
  });

  test.each([
    ['200', '501'],
    ['200', '500'],
    ['202', '501'],
    ['200', '400'],
    ['200', '401'],
  ])('%s and %s word for word', async (a, b) => {
    const written = comparisonAs('text', compared(a, b, locale), guideIn(locale), options);
    await expect(written).toMatchFileSnapshot(join(root, `test/languages/goldens/compare-${a}-${b}.${locale}.txt`));
  });

  test.each(['486', '4xx', 'missing-ack', 'INVITE', 'Contact', 'tag 100rel', 'cause 17', 'warning 399', 'timer B'])(
    '%s word for word',
    async (topic) => {
      const explanation = explanationOf(topic, guideIn(locale));
      const written = explanationsAs('text', explanation ? [explanation] : [], guideIn(locale), options);
      const name = topic.replaceAll(' ', '-').toLowerCase();
      await expect(written).toMatchFileSnapshot(join(root, `test/languages/goldens/explain-${name}.${locale}.txt`));
    },
  );
});
