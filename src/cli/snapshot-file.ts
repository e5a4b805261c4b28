// The snapshot of a gate is read before the captures are, and written anew when all of them have been read.
import { readFileSync, writeFileSync } from 'node:fs';
import type { FlowCollection } from '../gate/snapshot.ts';
import { readSnapshot, type SnapshotContent, snapshotText } from '../gate/snapshot-file.ts';
import { printable } from '../report/printable.ts';
import { FlowScriptError } from '../script/script.ts';
import type { WriteOptions } from '../script/write.ts';
import { reasonOf } from './captures.ts';
import { UsageError } from './io.ts';
import { type Said, said } from './said.ts';

/** What the file says; undefined where there is none and none is needed. @throws UsageError naming the file and its line. */
export function openSnapshot(path: string, mayBeMissing: boolean): SnapshotContent | undefined {
  const text = readText(path, mayBeMissing);
  try {
    return text === undefined ? undefined : readSnapshot(text);
  } catch (error) {
    if (!(error instanceof FlowScriptError)) throw error;
    throw aboutSnapshot(path, printable(error.message), error);
  }
}

function readText(path: string, mayBeMissing: boolean): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (isMissing && mayBeMissing) return undefined;
    const why = reasonOf(error);
    throw aboutSnapshot(path, isMissing ? said('snapshotWritesIt', { problem: why }) : why, error);
  }
}

/** Writes what was recorded. @throws UsageError where that cannot be. */
export function writeSnapshot(path: string, flows: FlowCollection, options: WriteOptions): void {
  try {
    writeFileSync(path, snapshotText(flows.written(options), options));
  } catch (error) {
    throw aboutSnapshot(path, reasonOf(error), error);
  }
}

function aboutSnapshot(path: string, problem: Said | string, cause: unknown): UsageError {
  return new UsageError(said('aboutOption', { option: '--snapshot', name: printable(path), problem }), { cause });
}
