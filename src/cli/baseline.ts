// The baseline of a gate is read before the captures are, and written when all of them have been judged.
import { readFileSync, writeFileSync } from 'node:fs';
import { Baseline, type BaselineEntry, baselineText, NewBaseline } from '../gate/baseline.ts';
import type { BaselineVerdict } from '../gate/verdict.ts';
import { printable } from '../report/printable.ts';
import { rawSentence } from '../report/sentence.ts';
import { reasonOf } from './captures.ts';
import { UsageError } from './io.ts';
import { type Said, said } from './said.ts';

/** A baseline as the command line asks for it. */
export interface OpenBaseline {
  readonly baseline?: Baseline;
  readonly newBaseline?: NewBaseline;
  /** Writes what the gate has taken in, where that was asked for. */
  readonly close: (verdict: BaselineVerdict | undefined) => void;
}

/** What is asked for. */
export interface BaselineRequest {
  /** The file; undefined where there is no baseline. */
  readonly path: string | undefined;
  readonly update: boolean;
  readonly isFiltered: boolean;
}

/** @throws UsageError naming the file that cannot be read or written, or what is wrong with it. */
export async function openBaseline({ path, update, isFiltered }: BaselineRequest): Promise<OpenBaseline> {
  if (path === undefined) {
    if (update) throw new UsageError(said('updateNeedsBaseline'));
    return { close: () => undefined };
  }
  if (update && isFiltered) {
    throw new UsageError(said('updateTakesNoFilter'));
  }
  const entries = await readEntries(path, update);
  const baseline = new Baseline(entries);
  if (!update) return { baseline, close: () => undefined };
  return { baseline, newBaseline: new NewBaseline(), close: (verdict) => write(path, verdict) };
}

async function readEntries(path: string, mayBeMissing: boolean): Promise<readonly BaselineEntry[]> {
  const text = readText(path, mayBeMissing);
  if (text === undefined) return [];
  const [{ readBaseline }, { DocumentError }] = await Promise.all([
    import('../gate/baseline-file.ts'),
    import('../gate/yaml-document.ts'),
  ]);
  try {
    return await readBaseline(printable(path), text);
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    throw new UsageError(printable(error.message.split('\n')[0] ?? '', 1_000), { cause: error });
  }
}

function readText(path: string, mayBeMissing: boolean): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (isMissing && mayBeMissing) return undefined;
    const why = reasonOf(error);
    throw aboutBaseline(path, isMissing ? said('updateWritesIt', { problem: why }) : why, error);
  }
}

function write(path: string, verdict: BaselineVerdict | undefined): void {
  if (!verdict?.renewed) return;
  // Always in the same language: the file is compared, and read by others.
  const entries = verdict.renewed.candidates.map((candidate) => ({
    ...candidate,
    title: rawSentence(candidate.title, 'en'),
  }));
  const lines = entries.map(({ fingerprint, rule, severity, title }) => ({ fingerprint, rule, severity, title }));
  try {
    writeFileSync(path, baselineText(lines));
  } catch (error) {
    throw aboutBaseline(path, reasonOf(error), error);
  }
}

function aboutBaseline(path: string, problem: Said, cause: unknown): UsageError {
  return new UsageError(said('aboutOption', { option: '--baseline', name: printable(path), problem }), { cause });
}
