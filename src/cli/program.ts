// The command line: names, options and help. What a command does is loaded only when it is asked for.
import { Command, type CommanderError, InvalidArgumentError, Option } from 'commander';
import type { FlowKind } from '../flow/model.ts';
import type { ExitCode, Io } from './io.ts';
import { wantsColor, widthOf } from './io.ts';
import { ANALYSIS_FORMATS } from './analysis-formats.ts';
import { FAIL_ON } from '../gate/threshold.ts';
import type { CheckOptions } from './commands/check.ts';
import type { SnapshotOptions } from './commands/snapshot.ts';
import { LANGUAGES, languageOf } from './locale.ts';
import type { ReadingOptions } from './reading.ts';
import { version } from './version.ts';

const KINDS = [
  'call',
  'registration',
  'subscription',
  'publication',
  'message',
  'transaction',
] as const satisfies readonly FlowKind[];

const EXAMPLES = `
Examples:
  siplens trunk.pcap                        what went wrong, why, and who must change what
  siplens trunk.pcap -o report.md           the same to paste into a ticket
  siplens flows trunk.pcap --status 5xx     the flows in which a 5xx was answered
  siplens messages a.pcap b.pcap -f csv     every SIP message of two captures, merged by time
  tcpdump -U -w - port 5060 | siplens -     read from standard input
  siplens check rec.pcap --fail-on warning  the same as a gate for CI, by its exit status
  siplens explain 486 missing-ack           what a status code, a rule, a header or a word means
  siplens compare 486 603                   two status codes side by side`;

const READING_HELP = `
Captures are pcap, pcapng, snoop or Network Monitor files, compressed (gzip, zstd) or not, texts with SIP messages (logs of
a PBX, traces of SIPp, sngrep), directories (every capture in them), or - for standard input. Several are merged by
time. <text> matches a part, /…/ is a regular expression; times are UTC: 2026-11-20T11:09:00Z, 11:09:00, or +12.5
(seconds from the start). A filter that is given several times keeps what matches any of its values.`;

/** Carries the exit code of the command that ran out of commander. */
interface Outcome {
  code: ExitCode;
}

/** The program, ready to parse; `outcome.code` is set when it has run. */
export function createProgram(io: Io, outcome: Outcome): Command {
  const program = new Command('siplens')
    .description(
      'Reads a SIP packet capture and says what failed, why, which packets prove it, and who must change what.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .usage('[command] <capture...> [options]')
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: (text, write) => write(text.replace(/^error: /, 'siplens: ')),
      getOutHelpWidth: () => widthOf(io.stdout, io.env),
      getErrHelpWidth: () => widthOf(io.stderr, io.env),
      getOutHasColors: () => wantsColor(undefined, io.stdout, io.env),
      getErrHasColors: () => wantsColor(undefined, io.stderr, io.env),
    })
    .addHelpText('after', EXAMPLES);

  reading(
    program,
    'analyze',
    'what happened, what went wrong, why, and who must change what (default)',
    ANALYSIS_FORMATS,
  ).action(async (captures: string[], options: ReadingOptions) => {
    const { run } = await import('./commands/analyze.ts');
    outcome.code = await run(captures, options, io);
  });
  checking(
    reading(
      program,
      'check',
      'the same as a gate for CI: the exit status says whether the recording passes',
      ANALYSIS_FORMATS,
    ),
  ).action(async (captures: string[], options: CheckOptions) => {
    const { run } = await import('./commands/check.ts');
    outcome.code = await run(captures, options, io);
  });
  reading(program, 'messages', 'every SIP message, one a line', ['text', 'ndjson', 'csv']).action(
    async (captures: string[], options: ReadingOptions) => {
      const { run } = await import('./commands/messages.ts');
      outcome.code = await run(captures, options, io);
    },
  );
  reading(program, 'flows', 'every flow (call, registration, …), one a line', ['text', 'ndjson', 'csv']).action(
    async (captures: string[], options: ReadingOptions) => {
      const { run } = await import('./commands/flows.ts');
      outcome.code = await run(captures, options, io);
    },
  );
  reading(program, 'ladder', 'the ladder (call-flow) diagram of each flow', ['text', 'svg', 'mermaid', 'html']).action(
    async (captures: string[], options: ReadingOptions) => {
      const { run } = await import('./commands/ladder.ts');
      outcome.code = await run(captures, options, io);
    },
  );
  reading(program, 'snapshot', 'the flows in a normalized text form that can be committed and compared', ['text'])
    .option('--times', 'tell how long after the message before each one came, rounded')
    .option('--header <name>', 'keep this header too (may be given several times)', collect)
    .action(async (captures: string[], options: SnapshotOptions) => {
      const { run } = await import('./commands/snapshot.ts');
      outcome.code = await run(captures, options, io);
    });
  writing(program.command('explain'), ['text', 'markdown', 'html', 'json'])
    .description('what a status code, a rule, a method, a header, a cause, a timer or a word means')
    .argument(
      '<topic...>',
      '501, 4xx, missing-ack, INVITE, Contact, 100rel, presence, "cause 16", "warning 399", "timer B", "early media"',
    )
    .action(async (topics: string[], options: ReadingOptions) => {
      const { run } = await import('./commands/explain.ts');
      outcome.code = await run(topics, options, io);
    });
  writing(program.command('compare'), ['text', 'markdown', 'html', 'json'])
    .description('two status codes, or classes of them, side by side')
    .argument('<code>', 'a status code or class: 486, 4xx')
    .argument('<code>', 'another one')
    .action(async (first: string, second: string, options: ReadingOptions) => {
      const { run } = await import('./commands/compare.ts');
      outcome.code = await run(first, second, options, io);
    });
  writing(program.command('rules'), ['text', 'markdown', 'json'])
    .description('every rule with its severity, basis and one-line summary')
    .action(async (options: ReadingOptions) => {
      const { run } = await import('./commands/rules.ts');
      outcome.code = await run(options, io);
    });
  return program;
}

/** Options of every command that writes something. */
function writing(command: Command, formats: readonly string[]): Command {
  return command
    .addOption(new Option('-f, --format <name>', `output format, ${formats[0]} if not given`).choices(formats))
    .option('-o, --output <file>', 'write there; the extension picks the format (may be given several times)', collect)
    .addOption(new Option('--lang <language>', `language of every sentence: ${LANGUAGES}`).argParser(knownLanguage))
    .option('--color', 'colour even where the output is no terminal')
    .option('--no-color', 'no colour');
}

/** A command that reads captures. */
function reading(program: Command, name: string, description: string, formats: readonly string[]): Command {
  const command = writing(program.command(name, { isDefault: name === 'analyze' }), formats);
  return command
    .description(description)
    .argument('<capture...>', 'files, directories, or - for standard input')
    .option('--call-id <text>', 'keep flows with this Call-ID', collect)
    .addOption(new Option('--kind <kind>', 'keep flows of this kind').choices(KINDS).argParser(collectKind))
    .option('--method <name>', 'keep flows with a request of this method', collect)
    .option('--status <code>', 'keep flows with this status: 404 or 4xx', collect)
    .option('--from <text>', 'keep flows whose From matches', collect)
    .option('--to <text>', 'keep flows whose To matches', collect)
    .option('--host <ip[:port]>', 'keep flows that touch this address', collect)
    .option('--rule <id>', 'keep flows with a finding of this rule: missing-ack, response/404', collect)
    .option('--since <time>', 'keep flows that are not over before')
    .option('--until <time>', 'keep flows that begin no later')
    .option('--config <file>', 'settings; without it siplens.config.{yaml,yml,json} here or in a parent directory')
    .option('--keylog <file>', 'decrypt TLS with these secrets: an NSS key log (may be given several times)', collect)
    .option('-q, --quiet', 'no progress and no notices on standard error')
    .option('-v, --verbose', 'say more on standard error')
    .addHelpText('after', READING_HELP);
}

const CHECKING_HELP = `
Exit status: 0 nothing at or above the threshold; 1 something is; 2 the command line or a capture could not be used, or
there was nothing to judge: no SIP message was recorded, or no flow passes the filters.
An ignore list has one entry a line: a rule (missing-ack, response/404, response/4xx) or the fingerprint of a finding;
# begins a comment. What a rule could not judge never fails a build.`;

/** What only a gate takes. */
function checking(command: Command): Command {
  return command
    .addOption(
      new Option('--fail-on <severity>', 'lowest severity that fails (default: error)').choices([...FAIL_ON].reverse()),
    )
    .addOption(new Option('--max-warnings <count>', 'fail on more warnings than this').argParser(wholeNumber))
    .option('--allow-empty', 'pass a recording in which there is nothing to judge')
    .option('--ignore <rule>', 'let findings of this rule, or with this fingerprint, pass; @file for a list', collect)
    .option('--baseline <file>', 'let findings pass that were there before: this file names them')
    .option('--update-baseline', 'write the findings that would fail to the file of --baseline, and pass')
    .option('--snapshot <file>', 'fail where the flows are not those of this file, which siplens snapshot writes')
    .option('--update', 'write the flows to the file of --snapshot, and pass')
    .addHelpText('after', CHECKING_HELP);
}

function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('A whole number is expected.');
  return Number(value);
}

function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value];
}

function collectKind(value: string, previous: readonly string[] | undefined): readonly string[] {
  if (!KINDS.some((kind) => kind === value)) throw new InvalidArgumentError(`Allowed choices are ${KINDS.join(', ')}.`);
  return collect(value, previous);
}

function knownLanguage(value: string): string {
  const language = languageOf(value);
  if (language === undefined) throw new InvalidArgumentError(`Allowed choices are ${LANGUAGES}.`);
  return language;
}

/** Exit code for what commander threw: 0 after help and version, 2 after a mistake. */
export function codeOf(error: CommanderError): ExitCode {
  return error.exitCode === 0 ? 0 : 2;
}
