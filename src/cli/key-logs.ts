// What --keylog names becomes secrets for the analysis, or one sentence that says why not. No secret is ever printed.
import { CaptureFileError } from '../node/file-source.ts';
import { readKeyLogFiles } from '../node/key-log-file.ts';
import { printable } from '../report/printable.ts';
import { KeyLog } from '../stream/tls/key-log.ts';
import { reasonOf } from './captures.ts';
import { UsageError } from './io.ts';
import { type Said, said } from './said.ts';

/** What the analysis gets. */
export interface KeyLogs {
  /** Undefined where the option was not given. */
  readonly log: Uint8Array | undefined;
  /** Sentences about files that are of no use. */
  readonly notices: readonly Said[];
}

/**
 * Reads the key logs.
 * @throws UsageError naming the file that cannot be read.
 */
export function openKeyLogs(paths: readonly string[] | undefined): KeyLogs {
  if (!paths || paths.length === 0) return { log: undefined, notices: [] };
  const { log, cut } = read(paths);
  const notices: Said[] = [];
  const known = new KeyLog();
  known.add(log);
  const name = paths.map((path) => printable(path)).join(', ');
  if (known.size === 0) notices.push(said('about', { name, problem: said('noSecrets') }));
  if (cut) notices.push(said('about', { name, problem: said('keyLogCut') }));
  return { log, notices };
}

function read(paths: readonly string[]): ReturnType<typeof readKeyLogFiles> {
  try {
    return readKeyLogFiles(paths);
  } catch (error) {
    if (!(error instanceof CaptureFileError)) throw error;
    const values = { option: '--keylog', name: printable(error.path), problem: reasonOf(error.cause) };
    throw new UsageError(said('aboutOption', values));
  }
}
