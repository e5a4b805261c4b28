// Reads a capture out of a byte array and keeps everything that was said of it.
import type { NoticeCode } from '../../src/bytes/notice.ts';
import { createCaptureReader, type CaptureReader } from '../../src/capture/reader.ts';

export interface OwnedFrame {
  readonly number: number;
  readonly timeUs: number;
  readonly nanos: number;
  readonly linkType: number;
  readonly wireLength: number;
  readonly packet: readonly number[];
}

export interface ReadResult {
  readonly frames: readonly OwnedFrame[];
  readonly notes: ReadonlyMap<NoticeCode, number>;
  readonly reader: CaptureReader;
  /** Decryption secrets: their type, and what they say. */
  readonly secrets: readonly (readonly [number, string])[];
}

/** @param chunkSizes Sizes of the chunks, over and over; one chunk when absent. */
export function readAll(file: readonly number[] | Uint8Array, chunkSizes: readonly number[] = []): ReadResult {
  const bytes = Uint8Array.from(file);
  const frames: OwnedFrame[] = [];
  const notes = new Map<NoticeCode, number>();
  const secrets: [number, Uint8Array][] = [];
  const reader = createCaptureReader(
    ({ number, timeUs, nanos, linkType, wireLength, bytes: chunk, start, end }) => {
      frames.push({ number, timeUs, nanos, linkType, wireLength, packet: [...chunk.subarray(start, end)] });
    },
    (code, _frame, times = 1) => void notes.set(code, (notes.get(code) ?? 0) + times),
    (type, bytes) => void secrets.push([type, bytes]),
  );
  // One reused buffer, as file sources do it: a reader that kept a chunk would see it change.
  const buffer = new Uint8Array(Math.max(bytes.length, ...chunkSizes));
  for (let at = 0, index = 0; at < bytes.length; index++) {
    const size = chunkSizes[index % chunkSizes.length] ?? bytes.length;
    const chunk = bytes.subarray(at, at + size);
    buffer.fill(0xee);
    buffer.set(chunk);
    reader.push(buffer.subarray(0, chunk.length));
    at += size;
  }
  reader.end();
  return { frames, notes, reader, secrets: secrets.map(([type, said]) => [type, Buffer.from(said).toString()]) };
}
