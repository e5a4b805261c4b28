// A terminal for tests: runs siplens in this process and keeps what it writes.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Io } from '../../src/cli/io.ts';
import { main } from '../../src/cli/run.ts';
import { compileFlowScript } from '../support/flow-script/compile.ts';
import { parseFlowScript } from '../../src/script/parse.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: readonly Uint8Array[];
  readonly cwd?: string;
  readonly terminal?: boolean;
  readonly columns?: number;
  /** Milliseconds that pass between two looks at the clock. */
  readonly tick?: number;
}

/** Runs siplens with these arguments. */
export async function run(argv: readonly string[], around: Surroundings = {}): Promise<Ran> {
  const written = { out: '', err: '' };
  const stream = (name: 'out' | 'err'): Io['stdout'] => ({
    write: (text) => {
      written[name] += text;
    },
    isTTY: around.terminal ?? false,
    columns: around.columns,
  });
  let now = 0;
  const code = await main(argv, {
    stdout: stream('out'),
    stderr: stream('err'),
    stdin: async function* stdin(_note, onBytes) {
      for (const chunk of around.stdin ?? []) {
        onBytes(chunk.length);
        yield chunk;
      }
    },
    env: around.env ?? {},
    ...(around.cwd === undefined ? {} : { cwd: around.cwd }),
    now: () => {
      now += around.tick ?? 0;
      return now;
    },
  });
  return { code, ...written };
}

/** A new directory with these files. */
export function directoryWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const directory = mkdtempSync(join(tmpdir(), 'siplens-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(directory, name), content);
  return directory;
}

/** The capture of a flow script. */
export function pcapOf(script: string): Uint8Array {
  return compileFlowScript(parseFlowScript(script)).pcap;
}
