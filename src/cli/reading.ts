// What every command that reads captures does: open, read with a progress bar, hand the events to its reporters, and
// turn what went wrong into one sentence each and an exit code.
import { analyzeEvents, CaptureError } from '../analyze.ts';
import type { AnalysisEvent } from '../annotate/analysis.ts';
import type { Gate } from '../gate/gate.ts';
import { loadLanguage } from '../languages/spoken.ts';
import { CaptureFileError } from '../node/file-source.ts';
import { printable } from '../report/printable.ts';
import type { Reporter, ReporterOptions } from '../report/reporter.ts';
import { type LoadedConfig, loadConfig } from './config-file.ts';
import { openCaptures, type OpenedInput, reasonOf } from './captures.ts';
import type { FlowFilter } from './flow-filter.ts';
import { type FilterOptions, flowFilterOf } from './flow-filter.ts';
import { throughGate } from './gated.ts';
import { type ExitCode, type SpokenIo, UsageError } from './io.ts';
import { openKeyLogs } from './key-logs.ts';
import { localeOf } from './locale.ts';
import { type Destination, openDestinations } from './outputs.ts';
import { type Said, said, speaking } from './said.ts';
import { Progress } from './progress.ts';
import { version } from './version.ts';

/** Options of every command that reads captures. */
export interface ReadingOptions extends FilterOptions {
  readonly format?: string;
  readonly output?: readonly string[];
  readonly lang?: string;
  readonly config?: string;
  readonly color?: boolean;
  readonly keylog?: readonly string[];
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

type OnEvent = (event: AnalysisEvent) => void;

/** What one command does with the events. */
export interface Reading<Format extends string> {
  /** Its formats, the default first. */
  readonly formats: readonly [Format, ...Format[]];
  readonly reporter: (format: Format, options: ReporterOptions) => Reporter | Promise<Reporter>;
  /** Whether it wants every message and not only the flows. */
  readonly messages: boolean;
  readonly filtered: (filter: FlowFilter, onEvent: OnEvent) => OnEvent;
  /** Asked about every finding of the flows that pass the filter. */
  readonly gate?: Gate | undefined;
  /** The configuration, where the command has read it already. */
  readonly config?: LoadedConfig | undefined;
}

/** Runs a command over captures. */
export async function readCaptures<Format extends string>(
  names: readonly string[],
  options: ReadingOptions,
  reading: Reading<Format>,
  outer: SpokenIo,
): Promise<ExitCode> {
  const config = reading.config ?? (await loadConfig(options.config, outer));
  const locale = localeOf(options.lang ?? config.lang, outer.env);
  await loadLanguage(locale);
  const io = await speaking(outer, locale);
  const filter = flowFilterOf(options);
  const format = reading.formats.find((known) => known === options.format);
  const keyLogs = openKeyLogs(options.keylog ?? config.keylog);
  const progress = io.stderr.isTTY && !options.quiet ? new Progress(io) : undefined;
  const { inputs, errors, notices } = openCaptures(names, io, progress?.count ?? (() => undefined));
  progress?.expect(inputs.map(({ size }) => size));
  const say = (what: Said): void => io.stderr.write(`siplens: ${io.speak(what)}\n`);
  for (const error of errors) say(error);
  if (!options.quiet) for (const notice of [...keyLogs.notices, ...notices]) say(notice);
  if (inputs.length === 0) return 2;

  const files = inputs.map(({ name }) => name);
  const request = { formats: reading.formats, format, output: options.output, color: options.color, reading: files };
  const destinations = openDestinations(request, progress ? wipedBefore(progress, io) : io);
  try {
    const { gate } = reading;
    const gated = gate ? { gate } : {};
    const reporters = await Promise.all(
      destinations.map(async (destination) =>
        reading.reporter(destination.format, { ...reporterOptionsOf(destination, files, locale), ...gated }),
      ),
    );
    const report: OnEvent = (event) => {
      for (const reporter of reporters) reporter.onEvent(event);
    };
    const judged = gate ? throughGate(gate, reporters, report) : report;
    const onEvent = filter ? reading.filtered(filter, judged) : judged;
    const heard = withNotes(inputs, options.verbose ? verbosely(onEvent, say) : onEvent);
    const wanted = {
      messages: reading.messages,
      rules: { rules: config.rules },
      takesPlainFlows: () =>
        !filter && !gate?.needsFlows && reporters.every((reporter) => reporter.takesPlainFlows?.() ?? false),
      ...(keyLogs.log ? { keyLog: keyLogs.log } : {}),
    };
    const failed = await read(() => analyzeEvents(inputs, wanted, heard), progress, say);
    return failed || errors.length > 0 ? 2 : 0;
  } finally {
    for (const destination of destinations) destination.close();
  }
}

/** On a terminal results and bar share the screen: the bar goes before a result comes. */
function wipedBefore(progress: Progress, io: SpokenIo): SpokenIo {
  const { stdout } = io;
  const write = (text: string): void => {
    progress.end();
    stdout.write(text);
  };
  return stdout.isTTY ? { ...io, stdout: { write, isTTY: true, columns: stdout.columns } } : io;
}

function reporterOptionsOf(
  destination: Destination<string>,
  files: readonly string[],
  locale: string,
): ReporterOptions {
  return {
    write: destination.write,
    files,
    locale,
    color: destination.color,
    width: destination.width,
    version,
  };
}

/** True when an input turned out to be no capture, or could not be read. */
async function read(
  analyze: () => Promise<void>,
  progress: Progress | undefined,
  say: (what: Said) => void,
): Promise<boolean> {
  try {
    await analyze();
    return false;
  } catch (error) {
    progress?.end();
    const sentence = error instanceof UsageError ? undefined : sentenceOf(error);
    if (sentence === undefined) throw error;
    say(sentence);
    return true;
  } finally {
    progress?.end();
  }
}

/**
 * What damaged compression cost is said with the input that it cost. Of an input that is no capture nothing is handed
 * on, and when there is no other, no totals either: an empty report would look like a result.
 */
function withNotes(inputs: readonly OpenedInput[], onEvent: OnEvent): OnEvent {
  let usable = 0;
  return (event) => {
    if (event.kind === 'input') {
      if (event.report.format === '') return;
      usable += 1;
      const notices = [...(inputs[event.index]?.notes.notices ?? []), ...event.report.notices];
      onEvent({ ...event, report: { ...event.report, notices } });
    } else if (event.kind !== 'end' || usable > 0) onEvent(event);
  };
}

function sentenceOf(error: unknown): Said | undefined {
  if (error instanceof CaptureError) {
    const isPipe = error.input === '-';
    const name = isPipe ? said('standardInput') : printable(error.input);
    const nothing = isPipe ? said('nothingCame') : said('emptyFile');
    return said('about', { name, problem: error.code === 'empty' ? nothing : said('noCapture') });
  }
  if (error instanceof CaptureFileError) {
    const problem = error.code === 'replaced' ? said('replaced') : reasonOf(error.cause);
    return said('about', { name: printable(error.path), problem });
  }
  if (error instanceof Error && 'syscall' in error) {
    return said('about', { name: said('standardInput'), problem: reasonOf(error) });
  }
  return undefined;
}

/** With -v each input is named with its counts as soon as it has been read. */
function verbosely(onEvent: OnEvent, say: (what: Said) => void): OnEvent {
  return (event) => {
    onEvent(event);
    if (event.kind !== 'input') return;
    const { file, format, linkTypes, packets, bytes, sipMessages } = event.report;
    const kind = `${format}${linkTypes.length > 0 ? ` (${linkTypes.join(', ')})` : ''}`;
    const counts = said('counts', { format: kind, bytes, packets, messages: sipMessages });
    say(said('about', { name: printable(file), problem: counts }));
  };
}
