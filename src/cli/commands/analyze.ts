// siplens analyze: what happened, what went wrong, why, and who must change what.
import { createJsonReporter } from '../../report/json.ts';
import { createMarkdownReporter } from '../../report/markdown.ts';
import { createNdjsonReporter } from '../../report/ndjson.ts';
import { createTextReporter } from '../../report/text.ts';
import { onlyFlows } from '../filtered.ts';
import type { ExitCode, Io } from '../io.ts';
import { type Reading, readCaptures, type ReadingOptions } from '../reading.ts';

const reporters = {
  text: createTextReporter,
  json: createJsonReporter,
  ndjson: createNdjsonReporter,
  markdown: createMarkdownReporter,
} as const;

const reading: Reading<keyof typeof reporters> = {
  formats: ['text', 'json', 'ndjson', 'markdown'],
  reporter: (format, options) => reporters[format](options),
  messages: false,
  filtered: onlyFlows,
};

/** Runs `siplens analyze`. */
export function run(captures: readonly string[], options: ReadingOptions, io: Io): Promise<ExitCode> {
  return readCaptures(captures, options, reading, io);
}
