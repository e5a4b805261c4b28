// The words of the command line in the user's language. They stand alone, so that help needs nothing else.
import type { Locale } from '../text/locale.ts';
import type { Translated } from './catalogue.ts';
import { cli } from './en/cli.ts';

/** Every text of the command line in one language. */
export type CliWords = Translated<typeof cli>;

/** The languages that can be loaded. */
const others: Readonly<Record<Exclude<Locale, 'en'>, () => Promise<CliWords>>> = {
  es: async () => (await import('./es/cli.ts')).cli,
  ru: async () => (await import('./ru/cli.ts')).cli,
};

/** English, which is always there. */
export const englishCli: CliWords = cli;

/** The words of a language. */
export function loadCli(locale: Locale): Promise<CliWords> | CliWords {
  return locale === 'en' ? cli : others[locale]();
}
