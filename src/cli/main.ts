#!/usr/bin/env node
// The siplens program: hands the process to main() and ends with its exit code.
import module from 'node:module';
import { stdinChunks } from '../node/file-source.ts';
import type { Io } from './io.ts';

// Node 22.1 and later keep compiled code between runs.
if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') module.enableCompileCache();
const { main } = await import('./run.ts');

// Whoever reads our output (head, less) may stop reading: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 2);
});

const io: Io = {
  stdout: {
    write: (text) => void process.stdout.write(text),
    isTTY: process.stdout.isTTY,
    columns: process.stdout.columns,
  },
  stderr: {
    write: (text) => void process.stderr.write(text),
    isTTY: process.stderr.isTTY,
    columns: process.stderr.columns,
  },
  stdin: stdinChunks,
  env: process.env,
  now: () => performance.now(),
};

process.exitCode = await main(process.argv.slice(2), io);
