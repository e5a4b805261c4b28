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
import { openCaptures, type OpenedInput, problemWith, reasonOf } from './captures.ts';
import type { FlowFilter } from './flow-filter.ts';
import { type FilterOptions, flowFilterOf } from './flow-filter.ts';
import { throughGate } from './gated.ts';
import { type ExitCode, type Io, UsageError } from './io.ts';
import { openKeyLogs } from './key-logs.ts';
import { localeOf } from './locale.ts';
import { type Destination, openDestinations } from './outputs.ts';
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
  io: Io,
): Promise<ExitCode> {
  const config = reading.config ?? (await loadConfig(options.config, io));
  const locale = localeOf(options.lang ?? config.lang, io.env);
  await loadLanguage(locale);
  const filter = flowFilterOf(options);
  const format = reading.formats.find((known) => known === options.format);
  const keyLogs = openKeyLogs(options.keylog ?? config.keylog);
  const progress = io.stderr.isTTY && !options.quiet ? new Progress(io) : undefined;
  const { inputs, errors, notices } = openCaptures(names, io, progress?.count ?? (() => undefined));
  progress?.expect(inputs.map(({ size }) => size));
  const say = (text: string): void => io.stderr.write(`siplens: ${text}\n`);
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
function wipedBefore(progress: Progress, io: Io): Io {
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
  say: (text: string) => void,
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

const NO_CAPTURE = 'not a capture (pcap, pcapng, snoop, Network Monitor, or SIP as text)';

function sentenceOf(error: unknown): string | undefined {
  if (error instanceof CaptureError) {
    const name = error.input === '-' ? 'standard input' : printable(error.input);
    const problem = error.code === 'empty' ? problemWith({ kind: 'empty' }) : NO_CAPTURE;
    return `${name}: ${error.input === '-' && error.code === 'empty' ? 'nothing came' : (problem ?? error.code)}`;
  }
  if (error instanceof CaptureFileError) {
    return error.code === 'replaced' ? printable(error.message) : `${printable(error.path)}: ${reasonOf(error.cause)}`;
  }
  if (error instanceof Error && 'syscall' in error) return `standard input: ${reasonOf(error)}`;
  return undefined;
}

/** With -v each input is named with its counts as soon as it has been read. */
function verbosely(onEvent: OnEvent, say: (text: string) => void): OnEvent {
  return (event) => {
    onEvent(event);
    if (event.kind !== 'input') return;
    const { file, format, linkTypes, packets, bytes, sipMessages } = event.report;
    say(
      `${printable(file)}: ${format}${linkTypes.length > 0 ? ` (${linkTypes.join(', ')})` : ''}, ${bytes} bytes, ${packets} packets, ${sipMessages} SIP messages`,
    );
  };
}
