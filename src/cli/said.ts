// What the command line has to say, before it has a language: a sentence of its words and what fills it, which may be
// another one of them.
import { type CliWords, englishCli, loadCli } from '../languages/spoken-cli.ts';
import type { Locale } from '../text/locale.ts';
import { say } from '../text/say.ts';

/** The tables of the command line whose texts can be said. */
type Room = 'sentences' | 'mistakes' | 'looks' | 'reasons' | 'examples' | 'options';
type Keys = { readonly [Name in Room]: keyof CliWords[Name] };

/** A sentence without a language, or a text that is one in every language: the name of a file. */
export interface Said {
  readonly room: Room;
  readonly key: string;
  readonly values: Readonly<Record<string, string | number | Said>>;
}

/** What is said while a command runs. Text in the values has to be printable. */
export function said(key: Keys['sentences'], values: Said['values'] = {}): Said {
  return { room: 'sentences', key, values };
}

/** What a file looks like. */
export function look(key: Keys['looks']): Said {
  return { room: 'looks', key, values: {} };
}

/** Why a file operation failed. */
export function reason(key: Keys['reasons'], values: Said['values'] = {}): Said {
  return { room: 'reasons', key, values };
}

/** Says it in one language. */
export type Speak = (said: Said) => string;

/** @param words Those of the language. */
export function speakerOf(words: CliWords, locale: Locale): Speak {
  return function speak({ room, key, values }: Said): string {
    const table: Readonly<Record<string, string>> = words[room];
    const template = table[key];
    if (template === undefined) throw new RangeError(`no text "${room}/${key}"`);
    const filled = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'object' ? speak(value) : value,
    ]);
    return say(template, Object.fromEntries(filled) as Record<string, string | number>, locale);
  };
}

/** English, for whoever has no language yet. */
export const speakEnglish: Speak = speakerOf(englishCli, 'en');

/** The same surroundings, in the language that was chosen by more than the command line. */
export async function speaking<Surroundings extends { readonly speak: Speak }>(
  io: Surroundings,
  locale: Locale,
): Promise<Surroundings> {
  return { ...io, speak: speakerOf(await loadCli(locale), locale) };
}
