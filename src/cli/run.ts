// Arguments in, exit code out. Whatever happens ends in one sentence on standard error, never in a stack trace.
import { CommanderError } from 'commander';
import { printable } from '../report/printable.ts';
import { type ExitCode, type Io, UsageError } from './io.ts';
import { codeOf, createProgram } from './program.ts';

/**
 * Runs siplens.
 * @param argv arguments without the names of node and of the program.
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  const outcome: { code: ExitCode } = { code: 0 };
  const program = createProgram(io, outcome);
  if (argv.length === 0) {
    program.outputHelp({ error: true });
    return 2;
  }
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return outcome.code;
  } catch (error) {
    if (error instanceof CommanderError) return codeOf(error);
    if (error instanceof UsageError) io.stderr.write(`siplens: ${error.message}\n`);
    else {
      const what = error instanceof Error ? error.message : String(error);
      io.stderr.write(`siplens: this should not have happened: ${printable(what)}\n`);
      if (io.env['SIPLENS_DEBUG'] && error instanceof Error) io.stderr.write(`${error.stack ?? ''}\n`);
    }
    return 2;
  }
}
