// What stands on the command line becomes inputs: files, every capture in a directory, standard input. What cannot be
// used is said in one sentence, and the others are still read.
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Input } from '../analyze.ts';
import type { Note } from '../bytes/notice.ts';
import type { Compression } from '../capture/compression.ts';
import { inflated } from '../capture/inflated.ts';
import { zstdHead } from '../capture/zstd/inflate.ts';
import {
  captureChunks,
  countedChunks,
  fileChunks,
  fileHead,
  type OnBytes,
  releasedFileChunks,
} from '../node/file-source.ts';
import { gunzipHead, zlibEngine } from '../node/gunzip.ts';
import { type CliWords, englishCli } from '../languages/spoken-cli.ts';
import { NoteBook } from '../note-book.ts';
import { printable } from '../report/printable.ts';
import { MAX_INPUTS } from '../intake.ts';
import { type Io, UsageError } from './io.ts';
import { look, reason, type Said, said } from './said.ts';
import { type Beginning, type Looks, looksLike } from './sniff.ts';

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
  readonly errors: readonly Said[];
  /** One sentence for each directory in which something was passed over. */
  readonly notices: readonly Said[];
}

interface Found {
  readonly inputs: OpenedInput[];
  readonly errors: Said[];
  readonly notices: Said[];
  readonly onBytes: OnBytes;
}

/**
 * Looks at each argument; reads no more than the first bytes of each file.
 * @throws UsageError for more captures than can be merged.
 */
export function openCaptures(names: readonly string[], io: Pick<Io, 'stdin'>, onBytes: OnBytes): Captures {
  const found: Found = { inputs: [], errors: [], notices: [], onBytes };
  let standardInput = false;
  for (const name of names) {
    if (name !== '-') openPath(name, found);
    else if (standardInput) found.errors.push(said('stdinTwice'));
    else {
      standardInput = true;
      found.inputs.push(pipeInput('-', io.stdin, onBytes));
    }
  }
  if (found.inputs.length > MAX_INPUTS) {
    const most = MAX_INPUTS.toLocaleString('en');
    throw new UsageError(said('tooManyCaptures', { count: found.inputs.length, most }));
  }
  return found;
}

function openPath(path: string, found: Found): void {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) openDirectory(path, found);
    else openFile(path, stat.isFile() ? stat.size : undefined, found);
  } catch (error) {
    found.errors.push(said('about', { name: printable(path), problem: hinted(path, reasonOf(error)) }));
  }
}

const COMMANDS = ['analyze', 'check', 'snapshot', 'messages', 'flows', 'ladder', 'explain', 'compare', 'rules'];

/** A mistyped command is taken for a capture; half of its letters in place tell. */
function hinted(path: string, problem: Said): Said {
  if (!/^[a-z]{3,12}$/.test(path)) return problem;
  const command = COMMANDS.find((name) => name.startsWith(path.slice(0, 3)) || name.endsWith(path.slice(-4)));
  return command === undefined ? problem : said('noSuchCommand', { problem, command });
}

function openFile(path: string, size: number | undefined, found: Found): void {
  // A pipe (/dev/fd/63) can be read only once.
  if (size === undefined) {
    found.inputs.push(pipeInput(path, (note, onBytes) => pipeChunks(path, note, onBytes), found.onBytes));
    return;
  }
  const sniffed = sniff(path);
  const problem = problemWith(sniffed.looks);
  if (problem === undefined) found.inputs.push(fileInput(path, size, sniffed.compression, found));
  else found.errors.push(said('about', { name: printable(path), problem }));
}

/** Why a file that looks like this is no capture; undefined when it may be one. */
export function problemWith(looks: Looks): Said | undefined {
  if (looks.kind === 'empty') return said('emptyFile');
  return looks.kind === 'other' ? said('looksLike', { what: look(looks.what) }) : undefined;
}

function openDirectory(directory: string, found: Found): void {
  const captures: OpenedInput[] = [];
  const texts: OpenedInput[] = [];
  const textNames: string[] = [];
  const skipped: string[] = [];
  for (const name of readdirSync(directory).sort()) {
    const path = join(directory, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory()) skipped.push(`${printable(name, 60)}/`);
    if (!stat?.isFile()) continue;
    const { looks, compression } = sniffQuietly(path);
    if (looks.kind === 'capture') captures.push(fileInput(path, stat.size, compression, found));
    else if (looks.kind === 'text' && looks.hasSip) {
      texts.push(fileInput(path, stat.size, compression, found));
      textNames.push(printable(name, 60));
    } else skipped.push(printable(name, 60));
  }
  // A text beside captures describes them, or says the same once more.
  if (captures.length > 0) skipped.push(...textNames);
  found.inputs.push(...(captures.length > 0 ? captures : texts));
  if (captures.length + texts.length === 0)
    found.errors.push(said('about', { name: printable(directory), problem: said('emptyDirectory') }));
  else if (skipped.length > 0) {
    const names = skipped.toSorted().slice(0, 5).join(', ');
    const count = skipped.length - 5;
    const problem = count > 0 ? said('skippedMore', { names, count }) : said('skipped', { names });
    found.notices.push(said('about', { name: printable(directory), problem }));
  }
}

/** The chunks are asked for only when it is this input's turn: a directory may hold thousands. */
function fileInput(path: string, size: number, compression: Compression, found: Found): OpenedInput {
  const notes = new NoteBook();
  const bytes = countedChunks(chunksAmong(found.inputs, path), found.onBytes);
  const head = (): Uint8Array | undefined => beginningOf(path, compression)?.bytes;
  if (compression === '') return { name: path, size, notes, head, chunks: bytes };
  return { name: path, size, notes, head, bytesRead: () => size, chunks: inflated(bytes, notes.note, zlibEngine) };
}

/** Enough for the first packets, whatever stands before them. */
const HEAD_BYTES = 64 * 1024;
/** The same, compressed: gzip can be begun anywhere, Zstandard needs a whole block. */
const GZIP_HEAD_BYTES = 8 * 1024;
const ZSTD_HEAD_BYTES = 132 * 1024;
/** Processes may hold 1,024 files open, as a rule, or 256. */
const MAX_HELD_FILES = 100;

/** The beginning of what is in a file; undefined when it cannot be had. */
function beginningOf(path: string, compression: Compression): Beginning | undefined {
  const count = { '': HEAD_BYTES, gzip: GZIP_HEAD_BYTES, zstd: ZSTD_HEAD_BYTES }[compression];
  const first = fileHead(path, count);
  if (!first) return undefined;
  const isWhole = first.length < count;
  if (compression === 'zstd') {
    const bytes = zstdHead(first, HEAD_BYTES);
    return { bytes, isWhole: isWhole && bytes.length < HEAD_BYTES };
  }
  const bytes = compression === 'gzip' ? gunzipHead(first) : first;
  return bytes && { bytes, isWhole };
}

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

/** What is in a file, and how it is compressed. */
interface Sniffed {
  readonly looks: Looks;
  readonly compression: Compression;
}

function sniffQuietly(path: string): Sniffed {
  try {
    return sniff(path);
  } catch {
    return { looks: { kind: 'other', what: 'unreadable' }, compression: '' };
  }
}

/** Looks at the beginning of a file, and of what is compressed in it. */
function sniff(path: string): Sniffed {
  const file = openSync(path, 'r');
  try {
    const beginning = (count: number): Beginning => {
      const head = new Uint8Array(count);
      const bytes = head.subarray(0, readSync(file, head, 0, count, 0));
      return { bytes, isWhole: bytes.length < count };
    };
    const looks = looksLike(beginning);
    if (looks.kind !== 'compressed') return { looks, compression: '' };
    const { compression } = looks;
    const inside = beginningOf(path, compression);
    // What cannot be looked into is tried, and what is damaged is said then.
    const insideLooks = inside && inside.bytes.length > 0 ? looksLike(() => inside) : looks;
    return { looks: insideLooks, compression };
  } finally {
    closeSync(file);
  }
}

/** A failed file operation in a few words. */
export function reasonOf(error: unknown): Said {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code !== 'other' && code !== 'unknown' && Object.hasOwn(englishCli.reasons, code)) {
    return reason(code as keyof CliWords['reasons']);
  }
  return code === '' ? reason('unknown') : reason('other', { code: printable(code, 40) });
}
