// siplens analyze: what happened, what went wrong, why, and who must change what.
import { ANALYSIS_FORMATS, type AnalysisFormat, analysisReporter } from '../analysis-formats.ts';
import { onlyFlows } from '../filtered.ts';
import type { ExitCode, SpokenIo } from '../io.ts';
import { type Reading, readCaptures, type ReadingOptions } from '../reading.ts';

const reading: Reading<AnalysisFormat> = {
  formats: ANALYSIS_FORMATS,
  reporter: analysisReporter,
  messages: false,
  filtered: onlyFlows,
};

/** Runs `siplens analyze`. */
export function run(captures: readonly string[], options: ReadingOptions, io: SpokenIo): Promise<ExitCode> {
  return readCaptures(captures, options, reading, io);
}
