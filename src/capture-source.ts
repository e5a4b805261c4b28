// Whatever a program has in hand that holds a capture (bytes, a Blob, a stream, chunks) becomes chunks of an uncompressed
// capture. Works in Node and in a browser alike.
import type { Note } from './bytes/notice.ts';
import { inflated } from './capture/inflated.ts';

/** A capture as a program may have it. Chunks may be of any size; each may be reused once the next is asked for. */
export type CaptureSource =
  | Uint8Array
  | Blob
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array>
  | Iterable<Uint8Array>;

/** Bytes that are there already are looked at in pieces, so that an analysis can be stopped between them. */
const PIECE_BYTES = 1024 * 1024;

/**
 * The bytes of the capture in `source`, inflated when they are gzip or Zstandard.
 * @param onBytes Told of every piece of the source, as it was given.
 * @throws TypeError when `source` is none of the kinds; whatever the source throws.
 */
export async function* captureChunksOf(
  source: CaptureSource,
  note: Note,
  onBytes: (count: number) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield* inflated(counted(piecesOf(source), onBytes), note);
}

async function* counted(
  pieces: AsyncGenerator<Uint8Array, void, undefined>,
  onBytes: (count: number) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const piece of pieces) {
    onBytes(piece.length);
    yield piece;
  }
}

function piecesOf(source: CaptureSource): AsyncGenerator<Uint8Array, void, undefined> {
  if (source instanceof Uint8Array) return piecesOfBytes(source);
  if (source instanceof Blob) return piecesOfStream(source.stream());
  if (source instanceof ReadableStream) return piecesOfStream(source);
  if (typeof source === 'object' && source !== null && (Symbol.asyncIterator in source || Symbol.iterator in source)) {
    return piecesOfChunks(source);
  }
  throw new TypeError(
    `"source" expected bytes (Uint8Array), a Blob, a ReadableStream or chunks of bytes, got ${nameOf(source)}`,
  );
}

async function* piecesOfBytes(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
    yield bytes.subarray(start, Math.min(bytes.length, start + PIECE_BYTES));
  }
}

/** By hand, as not every browser can iterate over a stream. */
async function* piecesOfStream(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield checked(value);
    }
  } finally {
    // Without effect on a stream that has ended; one that has failed has been heard of already.
    await reader.cancel().catch(() => undefined);
    reader.releaseLock();
  }
}

async function* piecesOfChunks(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of chunks) yield checked(chunk);
}

function checked(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk;
  throw new TypeError(`"source" expected chunks of bytes (Uint8Array), got ${nameOf(chunk)}`);
}

function nameOf(value: unknown): string {
  if (value === null) return 'null';
  return typeof value === 'object' ? (value.constructor?.name ?? 'an object') : typeof value;
}
