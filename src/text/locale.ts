// The languages that there are, by their tags.

/** Language tags, English first: it is the one that the others are translated from. */
export const locales = ['en', 'es', 'ru'] as const;

/** A language that every sentence exists in. */
export type Locale = (typeof locales)[number];

/** Whether the tag is that of a language that there is; exact: `es`, never `es-MX`. */
export function isLocale(tag: string): tag is Locale {
  return locales.some((locale) => locale === tag);
}
