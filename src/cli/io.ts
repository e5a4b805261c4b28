// What a command may touch of the process around it, so that a test can be that process.
import type { Note } from '../bytes/notice.ts';
import { type Said, type Speak, speakEnglish } from './said.ts';
import type { OnBytes } from '../node/file-source.ts';

/** A stream that takes text. */
export interface Output {
  write(text: string): void;
  readonly isTTY: boolean;
  /** Width of the terminal; absent where there is none. */
  readonly columns?: number | undefined;
}

/** The process around a command. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  /** Standard input in chunks, inflated when it is compressed; `note` hears of damaged compression, `onBytes` of what was read. */
  readonly stdin: (note: Note, onBytes: OnBytes) => AsyncIterable<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where a configuration is looked for; the working directory when absent. */
  readonly cwd?: string;
  /** Milliseconds of a clock that only moves forward: for the progress bar and nothing else. */
  readonly now: () => number;
}

/** `0` done; `1` a check was not passed; `2` the command line or an input could not be used. */
export type ExitCode = 0 | 1 | 2;

/** The process around a command that knows its language. */
export interface SpokenIo extends Io {
  readonly speak: Speak;
}

/** A mistake of the caller, in one sentence; ends the command with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** The sentence without a language; undefined where the message is in the user's language already. */
  readonly said: Said | undefined;

  constructor(what: Said | string, options?: ErrorOptions) {
    super(typeof what === 'string' ? what : speakEnglish(what), options);
    this.said = typeof what === 'string' ? undefined : what;
  }
}

/** Whether the stream gets colour: the option, then FORCE_COLOR, NO_COLOR, TERM=dumb, then whether it is a terminal. */
export function wantsColor(option: boolean | undefined, output: Output, env: Io['env']): boolean {
  if (option !== undefined) return option;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  return output.isTTY && env['TERM'] !== 'dumb';
}

const DEFAULT_WIDTH = 100;
const MAX_WIDTH = 160;

/** Columns of a page on the stream: those of the terminal, else `COLUMNS`, else 100. */
export function widthOf(output: Output, env: Io['env']): number {
  const columns = output.columns ?? Number(env['COLUMNS']);
  return Number.isInteger(columns) && columns > 0 ? Math.min(columns, MAX_WIDTH) : DEFAULT_WIDTH;
}
