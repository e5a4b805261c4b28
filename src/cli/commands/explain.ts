// siplens explain: what a status code, a rule or a method means.
import {
  type Explanation,
  explanationOf,
  topicsLike,
  writeExplanationsJson,
  writeExplanationsMarkdown,
  writeExplanationsText,
} from '../../report/explain.ts';
import { printable } from '../../report/printable.ts';
import { type ExitCode, type Io, UsageError } from '../io.ts';
import { openDestinations } from '../outputs.ts';
import type { ReadingOptions } from '../reading.ts';

const writers = {
  text: writeExplanationsText,
  markdown: writeExplanationsMarkdown,
  json: writeExplanationsJson,
} as const;

/** Runs `siplens explain`. */
export function run(topics: readonly string[], options: ReadingOptions, io: Io): ExitCode {
  const explanations = topics.map((topic) => explanationOf(topic) ?? unknown(topic));
  const formats: [keyof typeof writers, ...(keyof typeof writers)[]] = ['text', 'markdown', 'json'];
  const format = formats.find((name) => name === options.format);
  const { output, color } = options;
  for (const destination of openDestinations({ formats, format, output, color, reading: [] }, io)) {
    writers[destination.format](explanations, { ...destination, locale: 'en' });
    destination.close();
  }
  return 0;
}

function unknown(topic: string): Explanation {
  const alike = topicsLike(topic);
  const hint =
    alike.length > 0
      ? `did you mean ${alike.join(' or ')}?`
      : 'it takes status codes (486, 4xx), rules (see siplens rules) and methods';
  throw new UsageError(`nothing is known about "${printable(topic, 60)}"; ${hint}`);
}
