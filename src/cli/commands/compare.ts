// siplens compare: two status codes side by side.
import type { Guide } from '../../languages/guide.ts';
import { loadGuide } from '../../languages/spoken-guide.ts';
import { comparableLabel, comparisonOf } from '../../report/compare.ts';
import { comparisonAs, EXPLAIN_FORMATS } from '../../report/explain-write.ts';
import { printable } from '../../report/printable.ts';
import { say } from '../../text/say.ts';
import { type ExitCode, type SpokenIo, UsageError } from '../io.ts';
import { localeOf } from '../locale.ts';
import { openDestinations } from '../outputs.ts';
import type { ReadingOptions } from '../reading.ts';

/** Runs `siplens compare`. */
export async function run(first: string, second: string, options: ReadingOptions, io: SpokenIo): Promise<ExitCode> {
  const guide = await loadGuide(localeOf(options.lang, io.env));
  for (const typed of [first, second]) if (comparableLabel(typed, guide) === undefined) refuse(typed, guide);
  const comparison = comparisonOf(first, second, guide);
  if (!comparison) throw new UsageError(say(guide.headings.errors.same, {}, guide.locale));
  const format = EXPLAIN_FORMATS.find((name) => name === options.format);
  const { output, color } = options;
  for (const destination of openDestinations({ formats: EXPLAIN_FORMATS, format, output, color, reading: [] }, io)) {
    destination.write(comparisonAs(destination.format, comparison, guide, destination));
    destination.close();
  }
  return 0;
}

function refuse(typed: string, guide: Guide): never {
  const topic = printable(typed, 60);
  throw new UsageError(say(guide.headings.errors.notComparable, { topic }, guide.locale));
}
