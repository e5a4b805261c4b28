// siplens check: the analysis as a gate for CI, its answer the exit status.
import { readFileSync } from 'node:fs';
import { Gate, type GateSettings } from '../../gate/gate.ts';
import { type Ignore, parseIgnore, parseIgnoreLines } from '../../gate/ignore-list.ts';
import type { FailOn } from '../../gate/threshold.ts';
import type { GateVerdict } from '../../gate/verdict.ts';
import { printable } from '../../report/printable.ts';
import { emptinessText, plainVoice, verdictLines } from '../../report/verdict-lines.ts';
import { ANALYSIS_FORMATS, type AnalysisFormat, analysisReporter } from '../analysis-formats.ts';
import { openBaseline } from '../baseline.ts';
import { reasonOf } from '../captures.ts';
import { type LoadedConfig, loadConfig } from '../config-file.ts';
import { onlyFlows } from '../filtered.ts';
import { flowFilterOf } from '../flow-filter.ts';
import { type ExitCode, type SpokenIo, UsageError } from '../io.ts';
import { localeOf } from '../locale.ts';
import { said } from '../said.ts';
import { openSnapshot, writeSnapshot } from '../snapshot-file.ts';
import { type Reading, readCaptures, type ReadingOptions } from '../reading.ts';

/** Options of `check`. */
export interface CheckOptions extends ReadingOptions {
  readonly failOn?: FailOn;
  readonly maxWarnings?: number;
  readonly allowEmpty?: boolean;
  readonly ignore?: readonly string[];
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly snapshot?: string;
  readonly update?: boolean;
}

/** Runs `siplens check`. */
export async function run(captures: readonly string[], options: CheckOptions, io: SpokenIo): Promise<ExitCode> {
  const config = await loadConfig(options.config, io);
  const isFiltered = flowFilterOf(options) !== undefined;
  const baseline = await openBaseline({
    path: options.baseline ?? (config.check.baseline === undefined ? undefined : config.beside(config.check.baseline)),
    update: options.updateBaseline ?? false,
    isFiltered,
  });
  const snapshot =
    options.snapshot ?? (config.check.snapshot === undefined ? undefined : config.beside(config.check.snapshot));
  const update = options.update ?? false;
  if (update && snapshot === undefined) throw new UsageError(said('updateNeedsSnapshot'));
  const content = snapshot === undefined ? undefined : openSnapshot(snapshot, update);
  const gate = gateOf(options, config, {
    ...baseline,
    isFiltered,
    snapshot: snapshot === undefined ? undefined : { file: snapshot, content: update ? undefined : content },
  });
  const reading: Reading<AnalysisFormat> = {
    formats: ANALYSIS_FORMATS,
    reporter: analysisReporter,
    messages: false,
    filtered: onlyFlows,
    gate,
    config,
  };
  const code = await readCaptures(captures, options, reading, io);
  if (code !== 0) return code;
  const verdict = gate.verdict();
  // A recording that shows nothing says nothing of what is known.
  if (verdict.status !== 'unusable') {
    baseline.close(verdict.baseline);
    if (update && snapshot !== undefined && gate.collection)
      writeSnapshot(snapshot, gate.collection, content?.options ?? {});
  }
  const locale = localeOf(options.lang ?? config.lang, io.env);
  return conclude(verdict, captures, options, { io, locale });
}

/** What the command line says wins; what both let pass, passes. */
function gateOf(options: CheckOptions, { check }: LoadedConfig, others: Partial<GateSettings>): Gate {
  return new Gate({
    failOn: options.failOn ?? check.failOn ?? 'error',
    maxWarnings: options.maxWarnings ?? check.maxWarnings,
    allowEmpty: options.allowEmpty ?? check.allowEmpty,
    ignores: [...check.ignores, ...ignoresOf(options.ignore ?? [])],
    baseline: others.baseline,
    newBaseline: others.newBaseline,
    isFiltered: others.isFiltered,
    snapshot: others.snapshot,
  });
}

/** @throws UsageError naming the entry that makes no sense, or the list that cannot be read. */
function ignoresOf(entries: readonly string[]): readonly Ignore[] {
  return entries.flatMap((entry) => {
    try {
      return entry.startsWith('@') ? parseIgnoreLines(readFileSync(entry.slice(1), 'utf8')) : [parseIgnore(entry)];
    } catch (error) {
      const problem = error instanceof RangeError ? printable(error.message) : reasonOf(error);
      const name = entry.startsWith('@') ? printable(entry.slice(1)) : '';
      const values = { option: '--ignore', name, problem };
      throw new UsageError(name === '' ? said('badOption', values) : said('aboutOption', values), { cause: error });
    }
  });
}

/** The exit status, and what a log needs to know where the page went somewhere else. */
function conclude(
  verdict: GateVerdict,
  captures: readonly string[],
  options: CheckOptions,
  { io, locale }: { readonly io: SpokenIo; readonly locale: string },
): ExitCode {
  const say = (text: string): void => io.stderr.write(`siplens: ${text}\n`);
  const { emptiness } = verdict;
  if (emptiness) {
    say(`${captures.map((name) => printable(name, 60)).join(', ')}: ${emptinessText(emptiness, locale)}`);
    return 2;
  }
  if (!options.quiet && !showsText(options)) {
    const { headline, details } = verdictLines(verdict, plainVoice(locale));
    say(headline);
    for (const { label, text } of details) say(`  ${label}: ${text}`);
  }
  return verdict.status === 'failed' ? 1 : 0;
}

/** Whether the page with the verdict stands on standard output already. */
function showsText({ format = 'text', output = [] }: CheckOptions): boolean {
  return format === 'text' && (output.length === 0 || output.includes('-'));
}
