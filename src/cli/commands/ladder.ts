// siplens ladder: the call-flow diagram of each flow that passes the filters.
import {
  createLadderHtmlReporter,
  createLadderMermaidReporter,
  createLadderSvgReporter,
  createLadderTextReporter,
} from '../../report/ladders.ts';
import { onlyFlows } from '../filtered.ts';
import type { ExitCode, SpokenIo } from '../io.ts';
import { type Reading, readCaptures, type ReadingOptions } from '../reading.ts';

const reporters = {
  text: createLadderTextReporter,
  svg: createLadderSvgReporter,
  mermaid: createLadderMermaidReporter,
  html: createLadderHtmlReporter,
} as const;

const reading: Reading<keyof typeof reporters> = {
  formats: ['text', 'svg', 'mermaid', 'html'],
  reporter: (format, options) => reporters[format](options),
  messages: false,
  filtered: onlyFlows,
};

/** Runs `siplens ladder`. */
export function run(captures: readonly string[], options: ReadingOptions, io: SpokenIo): Promise<ExitCode> {
  return readCaptures(captures, options, reading, io);
}
