// Capture files are often compressed with gzip (RFC 1952). Here they are recognized, and inflated where the platform has
// web streams; src/node/gunzip.ts does the same faster on Node.
import type { Note } from '../bytes/notice.ts';

/** Whether these first bytes of a file announce gzip. Needs two bytes to say yes. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * Inflates gzip. Damage ends it with a notice: what came before it is handed out.
 * @param source Chunks are borrowed: each is taken over before the next is asked for.
 */
export async function* inflateGzip(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  note: Note,
): AsyncGenerator<Uint8Array> {
  const inflater = new DecompressionStream('gzip');
  // Failures of the source are the caller's: they are kept apart from those of the compressed bytes.
  let sourceFailure: { readonly reason: unknown } | undefined;
  const feeding = feed(source, inflater.writable, (reason) => {
    sourceFailure = { reason };
  });
  const inflated = inflater.readable.getReader();
  try {
    for (;;) {
      const { done, value } = await inflated.read();
      if (done) break;
      yield value;
    }
  } catch {
    if (sourceFailure === undefined) note('gzip-damaged', 0);
  } finally {
    await inflated.cancel().catch(ignore);
    await feeding;
  }
  if (sourceFailure !== undefined) throw sourceFailure.reason;
}

async function feed(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  into: WritableStream<BufferSource>,
  onFailure: (reason: unknown) => void,
): Promise<void> {
  const writer = into.getWriter();
  // The reader of the other end sees the same failure and reports it.
  writer.closed.catch(ignore);
  const chunks = chunksOf(source, onFailure);
  try {
    for await (const chunk of chunks) {
      await writer.ready;
      await writer.write(chunk.slice());
    }
    await writer.close();
  } catch (reason) {
    await writer.abort(reason).catch(ignore);
  }
}

async function* chunksOf(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  onFailure: (reason: unknown) => void,
): AsyncGenerator<Uint8Array> {
  try {
    yield* source;
  } catch (reason) {
    onFailure(reason);
    throw reason;
  }
}

function ignore(): void {
  // Reported elsewhere.
}
