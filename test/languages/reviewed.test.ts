// A translation was made from an English text; each language keeps a short hash of that text (src/languages/*/reviewed.json).
// Where the English has changed since, or is new, the translation is to be reviewed: `npm run translations` lists what is,
// `npm run translations:accept` says that it was done.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { locales } from '../../src/text/locale.ts';
import { textsOf } from './texts.ts';

const languages = join(dirname(fileURLToPath(import.meta.url)), '../../src/languages');
const english = textsOf('en');
const hashes = new Map([...english].map(([key, text]) => [key, hashOf(text)]));

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

function reviewedIn(file: string): Readonly<Record<string, string>> {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
}

test.each(locales.filter((locale) => locale !== 'en'))('%s was reviewed since its English changed', (locale) => {
  const file = join(languages, locale, 'reviewed.json');
  if (process.env['TRANSLATIONS'] === 'accept') {
    const sorted = [...hashes].sort(([a], [b]) => (a < b ? -1 : 1));
    writeFileSync(file, `${JSON.stringify(Object.fromEntries(sorted), undefined, 2)}\n`);
  }
  const reviewed = reviewedIn(file);
  const texts = textsOf(locale);
  const toReview = [...hashes]
    .filter(([key, hash]) => reviewed[key] !== hash)
    .map(([key]) => `${key}\n    en: ${english.get(key)}\n    ${locale}: ${texts.get(key)}`);
  const gone = Object.keys(reviewed).filter((key) => !hashes.has(key));
  expect([...toReview, ...gone], 'review these, then run: npm run translations:accept').toEqual([]);
});
