// What stands on the command line becomes inputs: files, every capture in a directory, standard input. What cannot be
// used is said in one sentence, and the others are still read.
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Input } from '../analyze.ts';
import type { Note } from '../bytes/notice.ts';
import {
  captureChunks,
  countedChunks,
  fileChunks,
  fileHead,
  type OnBytes,
  releasedFileChunks,
} from '../node/file-source.ts';
import { gunzipChunks, gunzipHead } from '../node/gunzip.ts';
import { NoteBook } from '../note-book.ts';
import { printable } from '../report/printable.ts';
import type { Io } from './io.ts';
import { type Looks, looksLike, SNIFFED_BYTES } from './sniff.ts';

/** An input as it is opened for the command line. */
export interface OpenedInput extends Input {
  /** Size in bytes where that is known before it is read. */
  readonly size?: number;
  /** What was wrong with the bytes before they were those of a capture: damaged compression. */
  readonly notes: NoteBook;
}

/** What the command line named. */
export interface Captures {
  readonly inputs: readonly OpenedInput[];
  /** One sentence for each capture that cannot be used. */
  readonly errors: readonly string[];
  /** One sentence for each directory in which something was passed over. */
  readonly notices: readonly string[];
}

interface Found {
  readonly inputs: OpenedInput[];
  readonly errors: string[];
  readonly notices: string[];
  readonly onBytes: OnBytes;
}

/** Looks at each argument; reads no more than the first bytes of each file. */
export function openCaptures(names: readonly string[], io: Pick<Io, 'stdin'>, onBytes: OnBytes): Captures {
  const found: Found = { inputs: [], errors: [], notices: [], onBytes };
  let standardInput = false;
  for (const name of names) {
    if (name !== '-') openPath(name, found);
    else if (standardInput) found.errors.push('"-" (standard input) can be given only once');
    else {
      standardInput = true;
      found.inputs.push(pipeInput('-', io.stdin, onBytes));
    }
  }
  return found;
}

function openPath(path: string, found: Found): void {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) openDirectory(path, found);
    else openFile(path, stat.isFile() ? stat.size : undefined, found);
  } catch (error) {
    found.errors.push(`${printable(path)}: ${reasonOf(error)}${hintFor(path)}`);
  }
}

const COMMANDS = ['analyze', 'check', 'messages', 'flows', 'ladder', 'explain', 'compare', 'rules'];

/** A mistyped command is taken for a capture; half of its letters in place tell. */
function hintFor(path: string): string {
  if (!/^[a-z]{3,12}$/.test(path)) return '';
  const meant = COMMANDS.find((name) => name.startsWith(path.slice(0, 3)) || name.endsWith(path.slice(-4)));
  return meant === undefined ? '' : `, and no such command; did you mean ${meant}?`;
}

function openFile(path: string, size: number | undefined, found: Found): void {
  // A pipe (/dev/fd/63) can be read only once.
  if (size === undefined) {
    found.inputs.push(pipeInput(path, (note, onBytes) => pipeChunks(path, note, onBytes), found.onBytes));
    return;
  }
  const looks = sniff(path);
  const problem = problemWith(looks);
  if (problem === undefined) found.inputs.push(fileInput(path, size, looks, found));
  else found.errors.push(`${printable(path)}: ${problem}`);
}

/** Why a file that looks like this is no capture; undefined when it may be one. */
export function problemWith(looks: Looks): string | undefined {
  if (looks.kind === 'empty') return 'the file is empty';
  return looks.kind === 'other' ? `not a capture (pcap or pcapng): it looks like ${looks.what}` : undefined;
}

function openDirectory(directory: string, found: Found): void {
  const skipped: string[] = [];
  let captures = 0;
  for (const name of readdirSync(directory).sort()) {
    const path = join(directory, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat?.isFile()) continue;
    const looks = sniffQuietly(path);
    if (isCapture(looks, name)) {
      found.inputs.push(fileInput(path, stat.size, looks, found));
      captures += 1;
    } else skipped.push(printable(name, 60));
  }
  if (captures === 0) found.errors.push(`${printable(directory)}: no capture (pcap or pcapng) in this directory`);
  else if (skipped.length > 0) {
    const few = skipped.slice(0, 5).join(', ');
    const more = skipped.length > 5 ? `, and ${skipped.length - 5} more` : '';
    found.notices.push(`${printable(directory)}: skipped what is not a capture: ${few}${more}`);
  }
}

function isCapture(looks: Looks, name: string): boolean {
  return looks.kind === 'capture' || (looks.kind === 'gzip' && /\.(pcap|pcapng|cap|ntar)\.gz$/i.test(name));
}

/** The chunks are asked for only when it is this input's turn: a directory may hold thousands. */
function fileInput(path: string, size: number, looks: Looks, found: Found): OpenedInput {
  const notes = new NoteBook();
  const bytes = countedChunks(chunksAmong(found.inputs, path), found.onBytes);
  const isGzip = looks.kind === 'gzip';
  const head = (): Uint8Array | undefined => {
    const first = fileHead(path, isGzip ? GZIP_HEAD_BYTES : HEAD_BYTES);
    return first && isGzip ? gunzipHead(first) : first;
  };
  if (!isGzip) return { name: path, size, notes, head, chunks: bytes };
  return { name: path, size, notes, head, bytesRead: () => size, chunks: gunzipChunks(bytes, notes.note) };
}

/** Enough for the first packets, whatever stands before them. */
const HEAD_BYTES = 64 * 1024;
const GZIP_HEAD_BYTES = 8 * 1024;
/** Processes may hold 1,024 files open, as a rule, or 256. */
const MAX_HELD_FILES = 100;

function* chunksAmong(inputs: readonly OpenedInput[], path: string): Iterable<Uint8Array> {
  yield* inputs.length > MAX_HELD_FILES ? releasedFileChunks(path) : fileChunks(path);
}

/** What can be read only once, and whose size nobody knows. */
function pipeInput(name: string, open: Io['stdin'], onBytes: OnBytes): OpenedInput {
  const notes = new NoteBook();
  let read = 0;
  const chunks = open(notes.note, (count) => {
    read += count;
    onBytes(count);
  });
  return { name, notes, bytesRead: () => read, chunks };
}

async function* pipeChunks(path: string, note: Note, onBytes: OnBytes): AsyncIterable<Uint8Array> {
  yield* captureChunks(path, note, onBytes);
}

function sniffQuietly(path: string): Looks {
  try {
    return sniff(path);
  } catch {
    return { kind: 'other', what: 'a file that cannot be read' };
  }
}

function sniff(path: string): Looks {
  const file = openSync(path, 'r');
  try {
    const head = new Uint8Array(SNIFFED_BYTES);
    return looksLike(head.subarray(0, readSync(file, head, 0, SNIFFED_BYTES, 0)));
  } finally {
    closeSync(file);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or directory',
  ENOTDIR: 'no such file: a part of the path is not a directory',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'is a directory',
  ELOOP: 'too many symbolic links',
  ENAMETOOLONG: 'the name is too long',
  ENOSPC: 'no space left on the device',
  EROFS: 'the file system is read-only',
  EMFILE: 'too many open files',
  EIO: 'the device reported a read error',
};

/** A failed file operation in a few words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (code === '' ? 'cannot be used' : `cannot be used (${printable(code, 40)})`);
}
