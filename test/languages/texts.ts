// Every text of a language, flat: `rules/missing-ack/title` → its template. For tests of all languages alike.
import { catalogueOf } from '../../src/languages/spoken.ts';
import { loadCli } from '../../src/languages/spoken-cli.ts';
import { guideIn, loadGuide } from '../../src/languages/spoken-guide.ts';
import { type Locale, locales } from '../../src/text/locale.ts';

await Promise.all(locales.map(loadGuide));
const cliWords = { en: await loadCli('en'), es: await loadCli('es'), ru: await loadCli('ru') } satisfies Record<
  Locale,
  object
>;

/**
 * Every text of the language by its key. What else a word of the guide is called is left out: each language has as many
 * names as it has, the English one among them.
 */
export function textsOf(locale: Locale): ReadonlyMap<string, string> {
  const { locale: _tag, rules: _rules, status: _status, ...guide } = guideIn(locale);
  const texts = flat({ ...catalogueOf(locale), guide, cli: cliWords[locale] });
  return new Map([...texts].filter(([key, text]) => text !== '' && !/^guide\/words\/[^/]+\/also\//.test(key)));
}

/** Every text in the tables by its path. */
export function flat(table: object): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const collect = (value: unknown, path: string): void => {
    if (typeof value === 'string') texts.set(path, value);
    else if (typeof value === 'object' && value !== null) {
      for (const [name, member] of Object.entries(value)) collect(member, path === '' ? name : `${path}/${name}`);
    }
  };
  collect(table, '');
  return texts;
}

/** Whether English words are left in a text of another language; names of headers and phrases of the protocol may be. */
export function hasEnglish(text: string): boolean {
  const spoken = text.replace(/\b(From|Not Implemented|Method Not Allowed|Not Found)\b/g, '');
  return /\b(the|and|with|without|which|from|this|that|was|were|not|of|is)\b/i.test(spoken);
}
