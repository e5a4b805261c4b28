// The knowledge base in the reader's language. English is always there; another language is loaded once, before anything is
// explained in it.
import type { Locale } from '../text/locale.ts';
import { englishGuide } from './en/guide.ts';
import type { Guide } from './guide.ts';

/** The languages that can be loaded; any other is answered in English. */
const others: Readonly<Partial<Record<Locale, () => Promise<Guide>>>> = {};

const spoken = new Map<string, Guide>([['en', englishGuide]]);

/** Makes a language ready and hands out its knowledge base. */
export async function loadGuide(locale: Locale): Promise<Guide> {
  const load = others[locale];
  if (load && !spoken.has(locale)) spoken.set(locale, await load());
  return guideIn(locale);
}

/** The knowledge base in a language that was loaded; in English where it was not. */
export function guideIn(locale: string): Guide {
  return spoken.get(locale) ?? englishGuide;
}
