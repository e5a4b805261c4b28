// siplens rules: every rule with its severity, basis and one-line summary.
import { writeRulesJson, writeRulesMarkdown, writeRulesText } from '../../report/rules-list.ts';
import type { ExitCode, Io } from '../io.ts';
import { openDestinations } from '../outputs.ts';
import type { ReadingOptions } from '../reading.ts';

const writers = { text: writeRulesText, markdown: writeRulesMarkdown, json: writeRulesJson } as const;

/** Runs `siplens rules`. */
export function run(options: ReadingOptions, io: Io): ExitCode {
  const formats: [keyof typeof writers, ...(keyof typeof writers)[]] = ['text', 'markdown', 'json'];
  const format = formats.find((name) => name === options.format);
  const { output, color } = options;
  for (const destination of openDestinations({ formats, format, output, color, reading: [] }, io)) {
    writers[destination.format]({ ...destination, locale: 'en' });
    destination.close();
  }
  return 0;
}
