// siplens explain: what a status code, a rule, a header or a word means.
import type { Guide } from '../../languages/guide.ts';
import { loadGuide } from '../../languages/spoken-guide.ts';
import { explanationOf } from '../../report/explain.ts';
import { areOneTopic, topicsLike } from '../../report/explain-topics.ts';
import { EXPLAIN_FORMATS, explanationsAs } from '../../report/explain-write.ts';
import type { Explanation } from '../../report/explanation.ts';
import { printable } from '../../report/printable.ts';
import { say } from '../../text/say.ts';
import { type ExitCode, type SpokenIo, UsageError } from '../io.ts';
import { localeOf } from '../locale.ts';
import { openDestinations } from '../outputs.ts';
import type { ReadingOptions } from '../reading.ts';

/** Most words that one topic has: `timer B`, `404 Not Found`, `555 Push Notification Service Not Supported`. */
const MAX_WORDS = 7;

/** Runs `siplens explain`. */
export async function run(typed: readonly string[], options: ReadingOptions, io: SpokenIo): Promise<ExitCode> {
  const guide = await loadGuide(localeOf(options.lang, io.env));
  const explanations = topicsIn(typed, guide).map((topic) => explanationOf(topic, guide) ?? unknown(topic, guide));
  const format = EXPLAIN_FORMATS.find((name) => name === options.format);
  const { output, color } = options;
  for (const destination of openDestinations({ formats: EXPLAIN_FORMATS, format, output, color, reading: [] }, io)) {
    destination.write(explanationsAs(destination.format, explanations, guide, destination));
    destination.close();
  }
  return 0;
}

/** Words that belong together are one topic, as they were typed without quotes. */
function topicsIn(typed: readonly string[], guide: Guide): readonly string[] {
  const topics: string[] = [];
  let at = 0;
  while (at < typed.length) {
    let end = Math.min(typed.length, at + MAX_WORDS);
    while (end > at + 1 && !areOneTopic(typed.slice(at, end), guide)) end -= 1;
    topics.push(typed.slice(at, end).join(' '));
    at = end;
  }
  return topics;
}

/** @throws UsageError always: it says what comes closest. */
function unknown(topic: string, guide: Guide): Explanation {
  const { unknown: template, didYouMean, accepted } = guide.headings.errors;
  const alike = topicsLike(topic, guide);
  const hint =
    alike.length > 0 ? say(didYouMean, { topics: alike.join(', ') }, guide.locale) : say(accepted, {}, guide.locale);
  throw new UsageError(say(template, { topic: printable(topic, 60), hint }, guide.locale));
}
