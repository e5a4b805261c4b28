// The snapshot of a gate is read before the captures are, and written anew when all of them have been read.
import { readFileSync, writeFileSync } from 'node:fs';
import type { FlowCollection } from '../gate/snapshot.ts';
import { readSnapshot, type SnapshotContent, snapshotText } from '../gate/snapshot-file.ts';
import { printable } from '../report/printable.ts';
import { FlowScriptError } from '../script/script.ts';
import type { WriteOptions } from '../script/write.ts';
import { reasonOf } from './captures.ts';
import { UsageError } from './io.ts';

/** What the file says; undefined where there is none and none is needed. @throws UsageError naming the file and its line. */
export function openSnapshot(path: string, mayBeMissing: boolean): SnapshotContent | undefined {
  const text = readText(path, mayBeMissing);
  try {
    return text === undefined ? undefined : readSnapshot(text);
  } catch (error) {
    if (!(error instanceof FlowScriptError)) throw error;
    throw new UsageError(`"--snapshot" ${printable(path)}: ${printable(error.message)}`, { cause: error });
  }
}

function readText(path: string, mayBeMissing: boolean): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (isMissing && mayBeMissing) return undefined;
    const hint = isMissing ? '; --update writes it' : '';
    throw new UsageError(`"--snapshot" ${printable(path)}: ${reasonOf(error)}${hint}`, { cause: error });
  }
}

/** Writes what was recorded. @throws UsageError where that cannot be. */
export function writeSnapshot(path: string, flows: FlowCollection, options: WriteOptions): void {
  try {
    writeFileSync(path, snapshotText(flows.written(options), options));
  } catch (error) {
    throw new UsageError(`"--snapshot" ${printable(path)}: ${reasonOf(error)}`, { cause: error });
  }
}
