// Capture files on Node become chunks of bytes, inflated when they are compressed. Files are read synchronously into one reused
// buffer: streams cost two to six times as much.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Note } from '../bytes/notice.ts';
import { COMPRESSION_MAGIC_BYTES, compressionOf } from '../capture/compression.ts';
import { inflated } from '../capture/inflated.ts';
import { zlibEngine } from './gunzip.ts';

const CHUNK_BYTES = 1024 * 1024;

/** Why a capture file could not be read: the caller's mistake, not the capture's damage. */
export class CaptureFileError extends Error {
  override readonly name = 'CaptureFileError';
  readonly code: 'not-found' | 'is-directory' | 'not-permitted' | 'unreadable' | 'replaced';
  readonly path: string;

  constructor(code: CaptureFileError['code'], path: string, cause?: unknown) {
    super(`${path}: ${reasons[code]}`, { cause });
    this.code = code;
    this.path = path;
  }
}

const reasons = {
  'not-found': 'no such file',
  'is-directory': 'is a directory, not a capture file',
  'not-permitted': 'no permission to read it',
  unreadable: 'could not be read',
  replaced: 'was replaced while it was read',
} as const;

/**
 * The bytes of a file, as they are. Each chunk is borrowed: the next one overwrites it.
 * @throws {CaptureFileError} while iterating, when the file cannot be opened or read.
 */
export function* fileChunks(path: string): Generator<Uint8Array, void, undefined> {
  const file = open(path);
  try {
    const buffer = new Uint8Array(CHUNK_BYTES);
    for (;;) {
      const count = read(file, buffer, path);
      if (count === 0) return;
      yield count === buffer.length ? buffer : buffer.subarray(0, count);
    }
  } finally {
    closeSync(file);
  }
}

const RELEASED_CHUNK_BYTES = 256 * 1024;

/**
 * The bytes of a file among very many: the file is closed between two chunks, so that a process may read more of them
 * side by side than it may hold open. Each chunk is borrowed: the next one overwrites it.
 * @throws {CaptureFileError} while iterating, as `fileChunks` does, and when another file took its place meanwhile.
 */
export function* releasedFileChunks(path: string): Generator<Uint8Array, void, undefined> {
  const buffer = new Uint8Array(RELEASED_CHUNK_BYTES);
  let inode: number | undefined;
  for (let position = 0; ;) {
    const file = open(path);
    let count: number;
    try {
      const { ino } = fstatSync(file);
      if (ino !== (inode ??= ino)) throw new CaptureFileError('replaced', path);
      count = read(file, buffer, path, position);
    } finally {
      closeSync(file);
    }
    if (count === 0) return;
    position += count;
    yield count === buffer.length ? buffer : buffer.subarray(0, count);
  }
}

/** The first bytes of a file, at most `count`; undefined when it cannot be read. */
export function fileHead(path: string, count: number): Uint8Array | undefined {
  try {
    const file = open(path);
    try {
      const head = new Uint8Array(count);
      return head.subarray(0, read(file, head, path));
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

/**
 * The bytes of a capture file, inflated when it is compressed. Each chunk is borrowed until the next one is asked for.
 * @param onBytes Told of every piece of the file, as it is.
 * @throws {CaptureFileError} at once, when the file cannot be opened.
 */
export function captureChunks(
  path: string,
  note: Note,
  onBytes: OnBytes = () => undefined,
): Iterable<Uint8Array> | AsyncIterable<Uint8Array> {
  const chunks = countedChunks(fileChunks(path), onBytes);
  const first = chunks.next();
  if (first.done === true) return [];
  const whole = withFirst(first.value, chunks);
  // Of a pipe the first chunk may be too short to tell.
  return first.value.length < COMPRESSION_MAGIC_BYTES || compressionOf(first.value) !== ''
    ? inflated(whole, note, zlibEngine)
    : whole;
}

/** Told how many bytes were read from the disk or the pipe just now. */
export type OnBytes = (count: number) => void;

/** Hands chunks on, and says how long they are. */
export function* countedChunks(chunks: Iterable<Uint8Array>, onBytes: OnBytes): Generator<Uint8Array, void, undefined> {
  for (const chunk of chunks) {
    onBytes(chunk.length);
    yield chunk;
  }
}

/** The bytes of standard input, inflated when they are compressed; `onBytes` is told of every piece as it came. */
export function stdinChunks(
  note: Note,
  onBytes: OnBytes = () => undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  return inflated(standardInput(onBytes), note, zlibEngine);
}

async function* standardInput(onBytes: OnBytes): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    onBytes(chunk.length);
    yield chunk;
  }
}

function* withFirst(first: Uint8Array, rest: Generator<Uint8Array, void, undefined>): Generator<Uint8Array> {
  try {
    yield first;
    yield* rest;
  } finally {
    // Left early: the file is closed even when `rest` was not begun.
    rest.return();
  }
}

function open(path: string): number {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (cause) {
    throw new CaptureFileError(codeOf(cause), path, cause);
  }
  if (!fstatSync(file).isDirectory()) return file;
  closeSync(file);
  throw new CaptureFileError('is-directory', path);
}

/** Reads on from where the last read ended, or at `position`. */
function read(file: number, buffer: Uint8Array, path: string, position: number | null = null): number {
  try {
    return readSync(file, buffer, 0, buffer.length, position);
  } catch (cause) {
    throw new CaptureFileError(codeOf(cause), path, cause);
  }
}

function codeOf(cause: unknown): CaptureFileError['code'] {
  const code = cause instanceof Error && 'code' in cause ? cause.code : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'not-found';
  if (code === 'EISDIR') return 'is-directory';
  return code === 'EACCES' || code === 'EPERM' ? 'not-permitted' : 'unreadable';
}
