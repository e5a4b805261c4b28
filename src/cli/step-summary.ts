// A step of a GitHub workflow has a page of its own: what is appended to the file of GITHUB_STEP_SUMMARY, as Markdown.
import { closeSync, openSync } from 'node:fs';
import { printable } from '../report/printable.ts';
import { reasonOf } from './captures.ts';
import type { SpokenIo } from './io.ts';
import { said } from './said.ts';
import { writeAll } from './write-all.ts';

/** GitHub takes 1 MiB of a step and shows nothing of what is longer. */
const MAX_BYTES = 1_000_000;

/** Where the page is written to. */
export interface StepSummary {
  readonly write: (text: string) => void;
  readonly close: () => void;
}

/** The page of this step; undefined outside of a workflow, and where it cannot be written, which is said. */
export function openStepSummary(io: SpokenIo): StepSummary | undefined {
  const path = io.env['GITHUB_STEP_SUMMARY'] ?? '';
  if (path === '') return undefined;
  const fail = (error: unknown): void => {
    const name = `GITHUB_STEP_SUMMARY ${printable(path)}`;
    io.stderr.write(`siplens: ${io.speak(said('about', { name, problem: reasonOf(error) }))}\n`);
  };
  try {
    const file = openSync(path, 'a');
    let left = MAX_BYTES;
    const write = (text: string): void => {
      const bytes = Buffer.byteLength(text);
      const fits = bytes <= left;
      const shown = fits ? text : `${wholeLines(text, left)}\n\n_${io.speak(said('summaryCut'))}_\n`;
      if (left > 0) writeAll(file, shown);
      left = fits ? left - bytes : 0;
    };
    return { write, close: () => closeSync(file) };
  } catch (error) {
    fail(error);
    return undefined;
  }
}

/** As many whole lines as fit. */
function wholeLines(text: string, bytes: number): string {
  const cut = Buffer.from(text).subarray(0, bytes).toString('utf8');
  return cut.slice(0, Math.max(0, cut.lastIndexOf('\n')));
}
