// Every text of a language, flat: `rules/missing-ack/title` → its template. For tests of all languages alike.
import { catalogueOf, loadLanguage } from '../../src/languages/spoken.ts';
import { type Locale, locales } from '../../src/text/locale.ts';

await Promise.all(locales.map(loadLanguage));

/** Every text of the language by its key. */
export function textsOf(locale: Locale): ReadonlyMap<string, string> {
  return flat(catalogueOf(locale));
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
