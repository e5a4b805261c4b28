// What holds for the texts of every language: the same placeholders as in English, every plural form that the language
// has, and no English sentence left. That none is missing and none too many, the types say.
import { describe, expect, test } from 'vitest';
import { locales } from '../../src/text/locale.ts';
import { placeholdersOf, pluralsOf } from '../../src/text/say.ts';
import { hasEnglish, textsOf } from './texts.ts';

const english = textsOf('en');
const others = locales.filter((locale) => locale !== 'en');

/** The texts of a language that break the promise, each with its key. */
function breaking(locale: (typeof locales)[number], promise: (text: string, key: string) => boolean): string[] {
  return [...textsOf(locale)].filter(([key, text]) => !promise(text, key)).map(([key, text]) => `${key}: ${text}`);
}

/** The plural categories that whole numbers fall into. */
function categoriesOf(locale: string): ReadonlySet<string> {
  const rules = new Intl.PluralRules(locale);
  return new Set(Array.from({ length: 200 }, (_, count) => rules.select(count)));
}

describe.each(locales)('every text in %s', (locale) => {
  test('is a template that can be read, and not empty', () => {
    expect(breaking(locale, (text) => text.trim() === text && text !== '' && placeholdersOf(text).length >= 0)).toEqual(
      [],
    );
  });

  test('spells out every plural form of the language, and "other"', () => {
    const needed = [...categoriesOf(locale), 'other'];
    const lacking = breaking(locale, (text) =>
      pluralsOf(text).every(({ cases }) => needed.every((category) => cases.includes(category))),
    );
    expect(lacking).toEqual([]);
  });

  test('has no form for a number that the language does not tell apart', () => {
    const known = new Set(new Intl.PluralRules(locale).resolvedOptions().pluralCategories);
    const superfluous = breaking(locale, (text) =>
      pluralsOf(text).every(({ cases }) =>
        cases.every((category) => category.startsWith('=') || [...known].some((name) => name === category)),
      ),
    );
    expect(superfluous).toEqual([]);
  });

  test('has no space too many and no word twice', () => {
    const bad = breaking(
      locale,
      (text, key) =>
        key.startsWith('cli/sentences/reading') ||
        (!/ {2}| [,.;:!?)](?!\S*=)|\( /.test(text) && !/(^|[^\p{L}-])(\p{L}{2,}) \2(?![\p{L}-])/iu.test(text)),
    );
    expect(bad).toEqual([]);
  });
});

describe.each(others)('every text in %s', (locale) => {
  test('has the key of an English one', () => {
    expect([...textsOf(locale).keys()].sort()).toEqual([...english.keys()].sort());
  });

  test('has the placeholders of the English one', () => {
    const differing = breaking(locale, (text, key) => namesIn(text, key) === namesIn(english.get(key) ?? '', key));
    expect(differing).toEqual([]);
  });

  test('is not the English one', () => {
    expect(
      breaking(
        locale,
        (text, key) => text !== english.get(key) || !/[a-z]{3} [a-z]{2}/.test(text) || text === 'early media',
      ),
    ).toEqual([]);
  });

  test('has no English word left', () => {
    expect(breaking(locale, (text) => !hasEnglish(text))).toEqual([]);
  });
});

test('every Russian text has Russian words in it', () => {
  const isName = (text: string, key: string): boolean =>
    (text === english.get(key) && !/\s/.test(text)) ||
    !/\p{L}/u.test(text.replaceAll(/\{\w+\}/g, '')) ||
    /^guide\/words\/[^/]+\/term$/.test(key);
  expect(breaking('ru', (text, key) => /\p{Script=Cyrillic}/u.test(text) || isName(text, key))).toEqual([]);
});

/** The placeholders of a text. What packets are called stands behind their number, and may or may not agree with it. */
function namesIn(text: string, key: string): string {
  const names = placeholdersOf(text).filter((name) => name !== 'count' || !/^report\/(packetClasses|other)/.test(key));
  return names.toSorted().join();
}
