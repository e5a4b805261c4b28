// siplens messages: every SIP message, one a line.
import {
  createMessagesCsvReporter,
  createMessagesNdjsonReporter,
  createMessagesTextReporter,
} from '../../report/messages.ts';
import { onlyMessages } from '../filtered.ts';
import type { ExitCode, SpokenIo } from '../io.ts';
import { type Reading, readCaptures, type ReadingOptions } from '../reading.ts';

const reporters = {
  text: createMessagesTextReporter,
  ndjson: createMessagesNdjsonReporter,
  csv: createMessagesCsvReporter,
} as const;

const reading: Reading<keyof typeof reporters> = {
  formats: ['text', 'ndjson', 'csv'],
  reporter: (format, options) => reporters[format](options),
  messages: true,
  filtered: onlyMessages,
};

/** Runs `siplens messages`. */
export function run(captures: readonly string[], options: ReadingOptions, io: SpokenIo): Promise<ExitCode> {
  return readCaptures(captures, options, reading, io);
}
