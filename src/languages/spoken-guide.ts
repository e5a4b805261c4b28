// The knowledge base in the reader's language. English is always there; another language is loaded once, before anything is
// explained in it.
import type { Locale } from '../text/locale.ts';
import { englishGuide } from './en/guide.ts';
import type { Guide } from './guide.ts';
import { loadLanguage } from './spoken.ts';

/** The languages that can be loaded. */
const others: Readonly<Record<Exclude<Locale, 'en'>, () => Promise<Guide>>> = {
  es: async () => (await import('./es/guide.ts')).spanishGuide,
  ru: async () => (await import('./ru/guide.ts')).russianGuide,
};

const spoken = new Map<string, Guide>([['en', englishGuide]]);

/** Makes a language ready and hands out its knowledge base. */
export async function loadGuide(locale: Locale): Promise<Guide> {
  if (locale !== 'en' && !spoken.has(locale)) {
    await loadLanguage(locale);
    spoken.set(locale, await others[locale]());
  }
  return guideIn(locale);
}

/**
 * The knowledge base in a language.
 * @throws RangeError when it was not loaded: a programming mistake.
 */
export function guideIn(locale: string): Guide {
  const guide = spoken.get(locale);
  if (!guide) throw new RangeError(`the language "${locale}" was not loaded`);
  return guide;
}
