// A phrase becomes a sentence of the reader's language. English is always there; another language is loaded once, before the
// first sentence is said in it, so that nobody pays for languages that nobody reads.
import type { Locale } from '../text/locale.ts';
import type { Phrase } from '../text/phrase.ts';
import { say } from '../text/say.ts';
import { textIn, type Catalogue } from './catalogue.ts';
import { english } from './en/catalogue.ts';

/** The languages that can be loaded: one folder each. */
const others: Readonly<Record<Exclude<Locale, 'en'>, () => Promise<Catalogue>>> = {
  es: async () => (await import('./es/catalogue.ts')).spanish,
  ru: async () => (await import('./ru/catalogue.ts')).russian,
};

/** What has been loaded: catalogues are constants, so it does not matter by whom. */
const spoken = new Map<string, Catalogue>([['en', english]]);

/** Makes a language ready: sentences are then said in it without waiting. English needs no loading. */
export async function loadLanguage(locale: Locale): Promise<void> {
  if (locale !== 'en' && !spoken.has(locale)) spoken.set(locale, await others[locale]());
}

/** Makes a catalogue known under its language tag (which decides on plurals): for a language that is not of the house. */
export function addLanguage(locale: string, catalogue: Catalogue): void {
  spoken.set(locale, catalogue);
}

/**
 * The catalogue of a language.
 * @throws RangeError when it was not loaded: a programming mistake.
 */
export function catalogueOf(locale: string): Catalogue {
  const catalogue = spoken.get(locale);
  if (!catalogue) throw new RangeError(`the language "${locale}" was not loaded`);
  return catalogue;
}

/**
 * The sentence of a phrase.
 * @throws RangeError when the language was not loaded, or the key or a value is missing: a programming mistake.
 */
export function phraseText(phrase: Phrase, locale: string): string {
  const template = textIn(catalogueOf(locale), phrase.key);
  if (template === undefined) throw new RangeError(`no text "${phrase.key}"`);
  return say(template, phrase.values ?? {}, locale);
}
