// siplens rules: every rule with its severity, basis and one-line summary.
import { loadLanguage } from '../../languages/spoken.ts';
import { writeRulesJson, writeRulesMarkdown, writeRulesText } from '../../report/rules-list.ts';
import type { ExitCode, SpokenIo } from '../io.ts';
import { localeOf } from '../locale.ts';
import { openDestinations } from '../outputs.ts';
import type { ReadingOptions } from '../reading.ts';

const writers = { text: writeRulesText, markdown: writeRulesMarkdown, json: writeRulesJson } as const;

/** Runs `siplens rules`. */
export async function run(options: ReadingOptions, io: SpokenIo): Promise<ExitCode> {
  const locale = localeOf(options.lang, io.env);
  await loadLanguage(locale);
  const formats: [keyof typeof writers, ...(keyof typeof writers)[]] = ['text', 'markdown', 'json'];
  const format = formats.find((name) => name === options.format);
  const { output, color } = options;
  for (const destination of openDestinations({ formats, format, output, color, reading: [] }, io)) {
    writers[destination.format]({ ...destination, locale });
    destination.close();
  }
  return 0;
}
