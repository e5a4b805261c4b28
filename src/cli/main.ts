#!/usr/bin/env node
// The siplens program: hands the process to main() and ends with its exit code.
import module from 'node:module';
import { stdinChunks } from '../node/file-source.ts';
import type { Io } from './io.ts';
import { writeAll } from './write-all.ts';

// Node 22.1 and later keep compiled code between runs.
if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') module.enableCompileCache();
const [{ main, voiceOf }, { reasonOf }, { said }] = await Promise.all([
  import('./run.ts'),
  import('./captures.ts'),
  import('./said.ts'),
]);
const { speak } = await voiceOf(process.argv.slice(2), process.env);

/** Whoever reads our output (head, less) may stop reading: that is no error, and nobody waits for the rest. */
function writeOut(text: string): void {
  try {
    writeAll(1, text);
  } catch (error) {
    const left = error instanceof Error && 'code' in error && error.code === 'EPIPE';
    if (!left)
      writeErr(`siplens: ${speak(said('about', { name: said('standardOutput'), problem: reasonOf(error) }))}\n`);
    process.exit(left ? 0 : 2);
  }
}

/** What cannot be told cannot be told. */
function writeErr(text: string): void {
  try {
    writeAll(2, text);
  } catch {
    // Nobody listens.
  }
}

const io: Io = {
  stdout: {
    write: writeOut,
    isTTY: process.stdout.isTTY,
    columns: process.stdout.columns,
  },
  stderr: {
    write: writeErr,
    isTTY: process.stderr.isTTY,
    columns: process.stderr.columns,
  },
  stdin: stdinChunks,
  env: process.env,
  now: () => performance.now(),
};

process.exitCode = await main(process.argv.slice(2), io);
