// The option, or else the environment, says in which language siplens speaks.
import { isLocale, type Locale, locales } from '../text/locale.ts';
import type { Io } from './io.ts';

/** The language of a POSIX locale or a language tag: `es` of `es_ES.UTF-8`, `es-MX` and `ES`; undefined where there is none. */
export function languageOf(name: string): Locale | undefined {
  const language = /^([a-z]{2,3})(?:[_.@-]|$)/i.exec(name)?.[1]?.toLowerCase();
  return language !== undefined && isLocale(language) ? language : undefined;
}

/**
 * The option where it names a language, then the first of LC_ALL, LC_MESSAGES and LANG that says anything (POSIX 8.2), then English: also for a
 * language that there is not, and for `C`.
 */
export function localeOf(option: string | undefined, env: Io['env']): Locale {
  const chosen = languageOf(option ?? '');
  if (chosen !== undefined) return chosen;
  const named = ['LC_ALL', 'LC_MESSAGES', 'LANG'].map((name) => env[name] ?? '').find((value) => value !== '');
  return languageOf(named ?? '') ?? 'en';
}

/** The value of `--lang` before the arguments are parsed: help and complaints about the others are in that language too. */
export function langIn(argv: readonly string[]): string | undefined {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  const at = options.findLastIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  if (at < 0) return undefined;
  const argument = options[at] ?? '';
  return argument === '--lang' ? options[at + 1] : argument.slice('--lang='.length);
}

/** What `--lang` takes. */
export const LANGUAGES = locales.join(', ');
