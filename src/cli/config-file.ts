// The configuration of a project: the file that --config names, else siplens.config.{yaml,yml,json} in the working
// directory or the nearest parent that has one.
import { readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { Config } from '../gate/config.ts';
import { printable } from '../report/printable.ts';
import { reasonOf } from './captures.ts';
import { type Io, UsageError } from './io.ts';
import { said } from './said.ts';

const NAMES = ['siplens.config.yaml', 'siplens.config.yml', 'siplens.config.json'];

/** A configuration whose files are named so that they can be opened. */
export interface LoadedConfig extends Config {
  /** The file that it was read from; absent where there is none. */
  readonly path?: string;
  /** The name of a file as the configuration means it: beside itself. */
  readonly beside: (name: string) => string;
}

/** @throws UsageError naming the file that cannot be read, or each of its mistakes with its place. */
export async function loadConfig(named: string | undefined, io: Pick<Io, 'cwd'>): Promise<LoadedConfig> {
  const path = named ?? nearestConfig(io.cwd ?? process.cwd());
  if (path === undefined) return { rules: {}, keylog: [], check: { ignores: [] }, beside: (name) => name };
  const text = readText(path, named === undefined ? '' : '"--config" ');
  // What checks a file is loaded where there is one.
  const [{ readConfig }, { DocumentError }] = await Promise.all([
    import('../gate/config.ts'),
    import('../gate/yaml-document.ts'),
  ]);
  try {
    const config = await readConfig(printable(path), text);
    const beside = (name: string): string => (isAbsolute(name) ? name : join(dirname(path), name));
    return { ...config, keylog: config.keylog.map(beside), path, beside };
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    throw new UsageError(
      error.message
        .split('\n')
        .map((line) => printable(line, 1_000))
        .join('\nsiplens: '),
      {
        cause: error,
      },
    );
  }
}

function readText(path: string, option: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(said('about', { name: `${option}${printable(path)}`, problem: reasonOf(error) }), {
      cause: error,
    });
  }
}

function nearestConfig(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    for (const name of NAMES) {
      const path = join(folder, name);
      if (statSync(path, { throwIfNoEntry: false })?.isFile()) return path;
    }
    if (folder === dirname(folder)) return undefined;
  }
}
