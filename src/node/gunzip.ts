// gzip becomes bytes on Node, concatenated members included: zlib with large chunks is twice as fast as the web stream.
import { Readable, pipeline } from 'node:stream';
import { constants, createGunzip, gunzipSync } from 'node:zlib';
import type { Note } from '../bytes/notice.ts';

/** 16 KiB, the default, costs twice the time. */
const CHUNK_BYTES = 1024 * 1024;

/**
 * Inflates gzip. Damage ends it with a notice: what came before it is handed out.
 * @param source Chunks may be borrowed: each is copied before the next is asked for.
 * @throws What the source throws.
 */
export async function* gunzipChunks(
  source: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  note: Note,
): AsyncGenerator<Uint8Array, void, undefined> {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  const compressed = Readable.from(copiesOf(source), { highWaterMark: 1 });
  pipeline(compressed, gunzip, () => {
    // What went wrong comes out of the iteration below.
  });
  try {
    yield* gunzip as AsyncIterable<Uint8Array>;
  } catch (error) {
    if (!isDamage(error)) throw error;
    note('gzip-damaged', 0);
  } finally {
    compressed.destroy();
  }
}

/** What the first bytes of a gzip file hold; nothing when they are damaged. At most a thousand times as many. */
export function gunzipHead(compressed: Uint8Array): Uint8Array | undefined {
  try {
    return gunzipSync(compressed, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return undefined;
  }
}

async function* copiesOf(source: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) yield chunk.slice();
}

/** zlib's own codes begin with Z_; everything else is a failure of the source. */
function isDamage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
