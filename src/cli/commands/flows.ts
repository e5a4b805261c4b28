// siplens flows: every flow, one a line.
import { createFlowsCsvReporter, createFlowsNdjsonReporter, createFlowsTextReporter } from '../../report/flows.ts';
import { onlyFlows } from '../filtered.ts';
import type { ExitCode, SpokenIo } from '../io.ts';
import { type Reading, readCaptures, type ReadingOptions } from '../reading.ts';

const reporters = {
  text: createFlowsTextReporter,
  ndjson: createFlowsNdjsonReporter,
  csv: createFlowsCsvReporter,
} as const;

const reading: Reading<keyof typeof reporters> = {
  formats: ['text', 'ndjson', 'csv'],
  reporter: (format, options) => reporters[format](options),
  messages: false,
  filtered: onlyFlows,
};

/** Runs `siplens flows`. */
export function run(captures: readonly string[], options: ReadingOptions, io: SpokenIo): Promise<ExitCode> {
  return readCaptures(captures, options, reading, io);
}
