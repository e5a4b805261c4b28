// Arguments in, exit code out. Whatever happens ends in one sentence on standard error, never in a stack trace.
import { CommanderError } from 'commander';
import { printable } from '../report/printable.ts';
import { loadCli } from '../languages/spoken-cli.ts';
import { type ExitCode, type Io, UsageError } from './io.ts';
import { langIn, localeOf } from './locale.ts';
import { codeOf, createProgram } from './program.ts';
import { said, type Speak, speakerOf } from './said.ts';
import type { CommandVoice } from './spoken-command.ts';

/**
 * Runs siplens.
 * @param argv arguments without the names of node and of the program.
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  const outcome: { code: ExitCode } = { code: 0 };
  const { words, locale, speak } = await voiceOf(argv, io.env);
  const program = createProgram({ ...io, speak }, outcome, { words, locale });
  if (argv.length === 0) {
    program.outputHelp({ error: true });
    return 2;
  }
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return outcome.code;
  } catch (error) {
    if (error instanceof CommanderError) return codeOf(error);
    if (error instanceof UsageError) io.stderr.write(`siplens: ${error.said ? speak(error.said) : error.message}\n`);
    else {
      const what = error instanceof Error ? error.message : String(error);
      io.stderr.write(`siplens: ${speak(said('unexpected', { what: printable(what) }))}\n`);
      if (io.env['SIPLENS_DEBUG'] && error instanceof Error) io.stderr.write(`${error.stack ?? ''}\n`);
    }
    return 2;
  }
}

/** The language that the arguments or the environment choose, before the arguments are parsed. */
export async function voiceOf(argv: readonly string[], env: Io['env']): Promise<CommandVoice & { speak: Speak }> {
  const locale = localeOf(langIn(argv), env);
  const words = await loadCli(locale);
  return { words, locale, speak: speakerOf(words, locale) };
}
