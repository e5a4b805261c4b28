// A phrase becomes a sentence in the reader's language, its captured values made harmless for the sink it goes to.
import { utf8 } from '../bytes/ascii.ts';
import type { NoticeCode } from '../bytes/notice.ts';
import { phraseText } from '../languages/spoken.ts';
import { headerTitle, type SipDefect } from '../sip/defects.ts';
import type { Phrase, Values } from '../text/phrase.ts';
import { clip, markdownCode, markdownText, printable } from './printable.ts';

/** Longest captured value inside a sentence, in characters. */
const MAX_VALUE = 160;
/** Longest sentence; only a text of our own could reach it. */
const MAX_SENTENCE = 20_000;

/** One line for a terminal. */
export function plainSentence(phrase: Phrase, locale: string): string {
  return phraseText(
    withValues(phrase, (value) => printable(value, MAX_VALUE)),
    locale,
  );
}

/** The sentence as it is, for a machine: values are only bounded in length. */
export function rawSentence(phrase: Phrase, locale: string): string {
  return phraseText(
    withValues(phrase, (value) => clip(value, 2_000)),
    locale,
  );
}

/** What a notice says of so many occurrences. */
export function noticeText(code: NoticeCode, count: number, locale: string): string {
  return phraseText({ key: `notice/${code}`, values: { count } }, locale);
}

/** What a defect says, with captured text as it is. */
export function defectSentence({ code, header, value }: SipDefect, locale: string): string {
  const values = { header: headerTitle(header ?? 'start-line'), value: utf8(value ?? '') };
  return phraseText({ key: `defect/${code}`, values }, locale);
}

const OPEN = '\uE000';
const CLOSE = '\uE001';

/** Markdown: captured values stand as code, the sentence around them as text. */
export function markdownSentence(phrase: Phrase, locale: string): string {
  const values: string[] = [];
  const hollow = withValues(phrase, (value) => {
    values.push(isWord(value) ? markdownText(value, MAX_VALUE) : markdownCode(value, MAX_VALUE));
    return `${OPEN}${values.length - 1}${CLOSE}`;
  });
  const text = markdownText(phraseText(hollow, locale), MAX_SENTENCE);
  return text.replace(/\uE000(\d+)\uE001/g, (_, index: string) => values[Number(index)] ?? '');
}

/** Words and plain numbers need no code around them. */
function isWord(value: string): boolean {
  return /^[\p{L}\d][\p{L}\d ,.-]{0,40}$/u.test(value);
}

function withValues(phrase: Phrase, shown: (value: string) => string): Phrase {
  if (!phrase.values) return phrase;
  const values: Values = Object.fromEntries(
    Object.entries(phrase.values).map(([name, value]) => [name, typeof value === 'string' ? shown(value) : value]),
  );
  return { key: phrase.key, values };
}
