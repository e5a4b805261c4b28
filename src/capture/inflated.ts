// Chunks of a file become chunks of what is in it, however it is compressed.
import type { Note } from '../bytes/notice.ts';
import { COMPRESSION_MAGIC_BYTES, compressionOf } from './compression.ts';
import { type GzipEngine, inflateGzip } from './gzip/inflate.ts';
import { inflateZstd } from './zstd/inflate.ts';

type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * The bytes of a capture, inflated when they are compressed. Damage is noted, and ends them.
 * @param source Chunks of any size, borrowed until the next is asked for, as are those that come out.
 * @param engine A faster way to inflate gzip, where the platform has one.
 * @throws What the source throws.
 */
export async function* inflated(
  source: Chunks,
  note: Note,
  engine?: GzipEngine,
): AsyncGenerator<Uint8Array, void, undefined> {
  const chunks = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  try {
    const head = await readHead(chunks);
    const whole = startingWith(head, chunks);
    const compression = compressionOf(head);
    if (compression === 'gzip') yield* inflateGzip(whole, note, engine);
    else if (compression === 'zstd') yield* inflateZstd(whole, note);
    else yield* whole;
  } finally {
    await chunks.return?.();
  }
}

type ChunkIterator = AsyncIterator<Uint8Array> | Iterator<Uint8Array>;

/** The first chunk; as many as hold the magic number, when the first ones are smaller than that. */
async function readHead(chunks: ChunkIterator): Promise<Uint8Array> {
  let head: Uint8Array = new Uint8Array(0);
  while (head.length < COMPRESSION_MAGIC_BYTES) {
    const next = await chunks.next();
    if (next.done === true) break;
    if (head.length === 0 && next.value.length >= COMPRESSION_MAGIC_BYTES) return next.value;
    const longer = new Uint8Array(head.length + next.value.length);
    longer.set(head);
    longer.set(next.value, head.length);
    head = longer;
  }
  return head;
}

async function* startingWith(head: Uint8Array, rest: ChunkIterator): AsyncGenerator<Uint8Array, void, undefined> {
  if (head.length > 0) yield head;
  for (;;) {
    const next = await rest.next();
    if (next.done === true) return;
    yield next.value;
  }
}
