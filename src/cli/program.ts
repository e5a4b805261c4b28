// The command line: names, options and help. What a command does is loaded only when it is asked for.
import { type Command, type CommanderError, InvalidArgumentError, Option, type OutputConfiguration } from 'commander';
import type { FlowKind } from '../flow/model.ts';
import type { ExitCode, SpokenIo } from './io.ts';
import { wantsColor, widthOf } from './io.ts';
import { ANALYSIS_FORMATS } from './analysis-formats.ts';
import { FAIL_ON } from '../gate/threshold.ts';
import type { CheckOptions } from './commands/check.ts';
import type { SnapshotOptions } from './commands/snapshot.ts';
import { LANGUAGES, languageOf } from './locale.ts';
import type { CliWords } from '../languages/spoken-cli.ts';
import { wrap } from '../report/wrap.ts';
import type { Values } from '../text/phrase.ts';
import { say } from '../text/say.ts';
import type { ReadingOptions } from './reading.ts';
import { type CommandVoice, SpokenCommand } from './spoken-command.ts';
import { version } from './version.ts';

const KINDS = [
  'call',
  'registration',
  'subscription',
  'publication',
  'message',
  'transaction',
] as const satisfies readonly FlowKind[];

/** Commands that show what there is, and the words that say what each does. */
const EXAMPLES: readonly (readonly [string, keyof CliWords['examples']])[] = [
  ['siplens trunk.pcap', 'analyze'],
  ['siplens trunk.pcap -o report.md', 'report'],
  ['siplens flows trunk.pcap --status 5xx', 'flows'],
  ['siplens messages a.pcap b.pcap -f csv', 'messages'],
  ['tcpdump -U -w - port 5060 | siplens -', 'pipe'],
  ['siplens check rec.pcap --fail-on warning', 'check'],
  ['siplens explain 486 missing-ack', 'explain'],
  ['siplens compare 486 603', 'compare'],
];

/** Carries the exit code of the command that ran out of commander. */
interface Outcome {
  code: ExitCode;
}

/** The program, ready to parse; `outcome.code` is set when it has run. */
export function createProgram(io: SpokenIo, outcome: Outcome, voice: CommandVoice): Command {
  return new Program(io, outcome, voice).build();
}

/** Builds the commands, in one language. */
class Program {
  readonly #io: SpokenIo;
  readonly #outcome: Outcome;
  readonly #voice: CommandVoice;
  readonly #words: CliWords;
  readonly #program: Command;

  constructor(io: SpokenIo, outcome: Outcome, voice: CommandVoice) {
    this.#io = io;
    this.#outcome = outcome;
    this.#voice = voice;
    this.#words = voice.words;
    this.#program = new SpokenCommand('siplens', voice);
  }

  build(): Command {
    const { help, commands } = this.#words;
    this.#program
      .description(help.program)
      .version(version, '-V, --version', help.version)
      .helpOption('-h, --help', help.help)
      .helpCommand('help [command]', help.helpCommand)
      .usage(help.usage)
      .showSuggestionAfterError(true)
      .exitOverride()
      .configureOutput(outputOf(this.#io))
      .addHelpText('after', () => `\n${this.#words.titles.examples}\n${this.#examples().join('\n')}`);
    this.#addReading();
    this.#addSnapshot();
    this.#addKnowing();
    this.#writing(this.#program.command('rules'), ['text', 'markdown', 'json'])
      .description(commands.rules)
      .action(async (options: ReadingOptions) => {
        const { run } = await import('./commands/rules.ts');
        this.#outcome.code = await run(options, this.#io);
      });
    return this.#program;
  }

  #examples(): string[] {
    const columns = Math.max(...EXAMPLES.map(([command]) => command.length));
    return EXAMPLES.map(([command, key]) => `  ${command.padEnd(columns)}  ${this.#words.examples[key]}`);
  }

  #addReading(): void {
    const io = this.#io;
    this.#reading('analyze', ANALYSIS_FORMATS).action(async (captures: string[], options: ReadingOptions) => {
      const { run } = await import('./commands/analyze.ts');
      this.#outcome.code = await run(captures, options, io);
    });
    this.#checking(this.#reading('check', ANALYSIS_FORMATS)).action(
      async (captures: string[], options: CheckOptions) => {
        const { run } = await import('./commands/check.ts');
        this.#outcome.code = await run(captures, options, io);
      },
    );
    this.#reading('messages', ['text', 'ndjson', 'csv']).action(async (captures: string[], options: ReadingOptions) => {
      const { run } = await import('./commands/messages.ts');
      this.#outcome.code = await run(captures, options, io);
    });
    this.#reading('flows', ['text', 'ndjson', 'csv']).action(async (captures: string[], options: ReadingOptions) => {
      const { run } = await import('./commands/flows.ts');
      this.#outcome.code = await run(captures, options, io);
    });
    this.#reading('ladder', ['text', 'svg', 'mermaid', 'html']).action(
      async (captures: string[], options: ReadingOptions) => {
        const { run } = await import('./commands/ladder.ts');
        this.#outcome.code = await run(captures, options, io);
      },
    );
  }

  #addSnapshot(): void {
    const { options } = this.#words;
    this.#reading('snapshot', ['text'])
      .option('--times', options.times)
      .option('--header <name>', options.header, collect)
      .action(async (captures: string[], chosen: SnapshotOptions) => {
        const { run } = await import('./commands/snapshot.ts');
        this.#outcome.code = await run(captures, chosen, this.#io);
      });
  }

  #addKnowing(): void {
    const { commands, operands } = this.#words;
    this.#writing(this.#program.command('explain'), ['text', 'markdown', 'html', 'json'])
      .description(commands.explain)
      .argument('<topic...>', TOPICS)
      .action(async (topics: string[], options: ReadingOptions) => {
        const { run } = await import('./commands/explain.ts');
        this.#outcome.code = await run(topics, options, this.#io);
      });
    this.#writing(this.#program.command('compare'), ['text', 'markdown', 'html', 'json'])
      .description(commands.compare)
      .argument('<code>', operands.code)
      .argument('<code>', operands.other)
      .action(async (first: string, second: string, options: ReadingOptions) => {
        const { run } = await import('./commands/compare.ts');
        this.#outcome.code = await run(first, second, options, this.#io);
      });
  }

  /** Options of every command that writes something. */
  #writing(command: Command, formats: readonly string[]): Command {
    const { options } = this.#words;
    const format = this.#say(options.format, { format: formats[0] ?? '' });
    const lang = this.#say(options.lang, { languages: LANGUAGES });
    return command
      .addOption(new Option('-f, --format <name>', format).choices(formats))
      .option('-o, --output <file>', options.output, collect)
      .addOption(new Option('--lang <language>', lang).argParser(knownLanguage))
      .option('--color', options.color)
      .option('--no-color', options.noColor);
  }

  /** A command that reads captures. */
  #reading(
    name: 'analyze' | 'check' | 'messages' | 'flows' | 'ladder' | 'snapshot',
    formats: readonly string[],
  ): Command {
    const { commands, operands, options, help } = this.#words;
    const command = this.#writing(this.#program.command(name, { isDefault: name === 'analyze' }), formats);
    return command
      .description(commands[name])
      .argument('<capture...>', operands.capture)
      .option('--call-id <text>', options.callId, collect)
      .addOption(new Option('--kind <kind>', options.kind).choices(KINDS).argParser(collectKind))
      .option('--method <name>', options.method, collect)
      .option('--status <code>', options.status, collect)
      .option('--from <text>', options.from, collect)
      .option('--to <text>', options.to, collect)
      .option('--host <ip[:port]>', options.host, collect)
      .option('--rule <id>', options.rule, collect)
      .option('--since <time>', options.since)
      .option('--until <time>', options.until)
      .option('--config <file>', this.#say(options.config, { extensions: '{yaml,yml,json}' }))
      .option('--keylog <file>', options.keylog, collect)
      .option('-q, --quiet', options.quiet)
      .option('-v, --verbose', options.verbose)
      .addHelpText('after', () => this.#paragraph(help.captures));
  }

  /** What only a gate takes. */
  #checking(command: Command): Command {
    const { options, help } = this.#words;
    return command
      .addOption(new Option('--fail-on <severity>', options.failOn).choices([...FAIL_ON].reverse()))
      .addOption(new Option('--max-warnings <count>', options.maxWarnings).argParser(this.#wholeNumber))
      .option('--allow-empty', options.allowEmpty)
      .option('--ignore <rule>', options.ignore, collect)
      .option('--baseline <file>', options.baseline)
      .option('--update-baseline', options.updateBaseline)
      .option('--snapshot <file>', options.snapshot)
      .option('--update', options.update)
      .addHelpText('after', () => this.#paragraph(help.exitStatus) + this.#paragraph(help.ignoreList));
  }

  /** Bound: a parser of option values. */
  readonly #wholeNumber = (value: string): number => {
    if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError(this.#words.mistakes.wholeNumber);
    return Number(value);
  };

  #paragraph(text: string): string {
    return `\n${wrap(text, widthOf(this.#io.stdout, this.#io.env)).join('\n')}`;
  }

  #say(template: string, values: Values): string {
    return say(template, values, this.#voice.locale);
  }
}

const TOPICS =
  '501, 4xx, missing-ack, INVITE, Contact, 100rel, presence, "cause 16", "warning 399", "timer B", "early media"';

function outputOf(io: SpokenIo): OutputConfiguration {
  return {
    writeOut: (text) => io.stdout.write(text),
    writeErr: (text) => io.stderr.write(text),
    outputError: (text, write) => write(text.replace(/^error: /, 'siplens: ')),
    getOutHelpWidth: () => widthOf(io.stdout, io.env),
    getErrHelpWidth: () => widthOf(io.stderr, io.env),
    getOutHasColors: () => wantsColor(undefined, io.stdout, io.env),
    getErrHasColors: () => wantsColor(undefined, io.stderr, io.env),
  };
}

function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value];
}

/** What commander says of a value that is none of the choices is put into the user's language with the rest. */
function notAmong(choices: string): InvalidArgumentError {
  return new InvalidArgumentError(`Allowed choices are ${choices}.`);
}

function collectKind(value: string, previous: readonly string[] | undefined): readonly string[] {
  if (!KINDS.some((kind) => kind === value)) throw notAmong(KINDS.join(', '));
  return collect(value, previous);
}

function knownLanguage(value: string): string {
  const language = languageOf(value);
  if (language === undefined) throw notAmong(LANGUAGES);
  return language;
}

/** Exit code for what commander threw: 0 after help and version, 2 after a mistake. */
export function codeOf(error: CommanderError): ExitCode {
  return error.exitCode === 0 ? 0 : 2;
}
