// Runs what inflates, and keeps what came out of it.
import type { NoticeCode } from '../../src/bytes/notice.ts';

export interface Collected {
  readonly bytes: Buffer;
  readonly notes: readonly NoticeCode[];
}

/** Everything that comes out, and everything that was noted. */
export async function collect(
  open: (note: (code: NoticeCode) => void) => Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<Collected> {
  const notes: NoticeCode[] = [];
  const chunks: Uint8Array[] = [];
  for await (const chunk of open((code) => void notes.push(code))) chunks.push(chunk.slice());
  return { bytes: Buffer.concat(chunks), notes };
}

/** Pieces of these sizes, over and over, in one buffer that is used again. */
export function* piecesOf(bytes: Uint8Array, sizes: readonly number[]): Generator<Uint8Array> {
  const buffer = new Uint8Array(Math.max(...sizes));
  for (let at = 0, index = 0; at < bytes.length; index++) {
    const piece = bytes.subarray(at, at + (sizes[index % sizes.length] ?? 1));
    buffer.fill(0xee);
    buffer.set(piece);
    yield buffer.subarray(0, piece.length);
    at += piece.length;
  }
}
