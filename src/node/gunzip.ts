// gzip becomes bytes on Node, concatenated members included: zlib is several times as fast as the own inflater.
import { constants, crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import type { Note } from '../bytes/notice.ts';
import { type GzipEngine, inflateGzip } from '../capture/gzip/inflate.ts';
import type { Inflater, InflateStep } from '../capture/gzip/inflater.ts';
import { headerBytesOf } from '../capture/gzip/member.ts';

/** 16 KiB, the default, costs twice the time. */
const CHUNK_BYTES = 1024 * 1024;
/** What a push of so many bytes gave is lost where they are damaged. */
const PIECE_BYTES = 32 * 1024;

/** zlib behind the interface of the own inflater. */
export const zlibEngine: GzipEngine = { createInflater: () => new ZlibInflater(), crc32 };

/**
 * Inflates gzip. Damage ends it with a notice: what came before it is handed out.
 * @param source Chunks are borrowed until the next is asked for.
 * @throws What the source throws.
 */
export function gunzipChunks(
  source: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  note: Note,
): AsyncGenerator<Uint8Array, void, undefined> {
  return inflateGzip(source, note, zlibEngine);
}

/** What the first bytes of a gzip file hold; nothing when they are damaged. At most a thousand times as many. */
export function gunzipHead(compressed: Uint8Array): Uint8Array | undefined {
  const headerBytes = headerBytesOf(compressed);
  if (headerBytes <= 0) return undefined;
  try {
    return inflateRawSync(compressed.subarray(headerBytes), { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return undefined;
  }
}

/** zlib, one push after the other. */
class ZlibInflater implements Inflater {
  readonly #inflate = createInflateRaw({ chunkSize: CHUNK_BYTES });
  #pieces: Uint8Array[] = [];
  #pushed = 0;
  #settle: (state: InflateStep['state']) => void = () => undefined;

  constructor() {
    this.#inflate.on('data', (piece: Uint8Array) => this.#pieces.push(piece));
    this.#inflate.on('end', () => this.#settle('ended'));
    this.#inflate.on('error', () => this.#settle('damaged'));
  }

  async push(bytes: Uint8Array): Promise<InflateStep> {
    const piece = bytes.subarray(0, PIECE_BYTES);
    const state = await new Promise<InflateStep['state']>((resolve) => {
      this.#settle = resolve;
      this.#inflate.write(piece, (error) => {
        if (!error) resolve('more');
      });
    });
    const pieces = this.#pieces;
    this.#pieces = [];
    const used = state === 'ended' ? this.#inflate.bytesWritten - this.#pushed : piece.length;
    this.#pushed += piece.length;
    return { pieces, used, state };
  }

  close(): void {
    this.#inflate.destroy();
  }
}
