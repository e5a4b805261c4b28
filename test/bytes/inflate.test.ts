// What zlib compresses is inflated again, whole or in messages, and nothing hostile gets past the bounds.
import { constants, createDeflateRaw, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, latin1 } from '../../src/bytes/ascii.ts';
import { Inflater, type InflateEnd } from '../../src/bytes/inflate.ts';
import { unzip } from '../../src/bytes/unzip.ts';

const much = 1 << 22;

function inflated(compressed: Uint8Array, most = much): { end: InflateEnd; bytes: Uint8Array } {
  const inflater = new Inflater();
  const end = inflater.inflate(compressed, 0, compressed.length, most);
  return { end, bytes: inflater.bytes.slice(inflater.start, inflater.end) };
}

const text = (length: number): Uint8Array =>
  bytesOf(
    Array.from({ length }, (_, index) => `Via: SIP/2.0/TCP 192.0.2.${index % 250};branch=${index * 7919}\r\n`).join(''),
  );
const noise = (length: number): Uint8Array => {
  let seed = 1;
  return Uint8Array.from({ length }, () => (seed = Math.imul(seed, 48271) >>> 0) >>> 24);
};

/** As RFC 7692 has it: one stream, each message flushed, without the four bytes that every flush ends with. */
async function compressedTogether(messages: readonly Uint8Array[], windowBits: number): Promise<Uint8Array[]> {
  const deflate = createDeflateRaw({ windowBits });
  const compressed: Uint8Array[] = [];
  for (const message of messages) {
    deflate.write(message);
    await new Promise<void>((resolve) => deflate.flush(constants.Z_SYNC_FLUSH, resolve));
    const whole: unknown = deflate.read();
    if (whole instanceof Uint8Array) compressed.push(whole.subarray(0, -4));
  }
  return compressed;
}

describe('inflating', () => {
  it.each([
    ['nothing', new Uint8Array(0)],
    ['text', text(500)],
    ['noise, which is stored', noise(200_000)],
    ['a run of one byte', new Uint8Array(300_000)],
  ])('gives back %s', (_, bytes) => {
    for (const level of [0, 1, 6, 9]) {
      for (const strategy of [constants.Z_DEFAULT_STRATEGY, constants.Z_FIXED, constants.Z_HUFFMAN_ONLY]) {
        const result = inflated(deflateRawSync(bytes, { level, strategy }));
        expect(result.end).toBe('done');
        expect(Buffer.compare(result.bytes, bytes)).toBe(0);
      }
    }
  });

  it.each([
    ['gzip', gzipSync(text(3))],
    ['zlib', deflateSync(text(3))],
    ['raw DEFLATE', deflateRawSync(text(3))],
  ])('knows %s by its header', (_, bytes) => {
    const inflater = new Inflater();
    expect(unzip(inflater, bytes, 0, bytes.length, much)).toBe('done');
    expect(latin1(inflater.bytes, inflater.start, inflater.end)).toBe(latin1(text(3), 0, text(3).length));
  });

  it('passes the name, the comment and the rest that a gzip header may have', () => {
    const header = '\x1f\x8b\x08\x1e\0\0\0\0\0\x03\x03\0abcname\0comment\0##';
    const bytes = Buffer.concat([bytesOf(header), gzipSync(text(2)).subarray(10)]);
    expect(unzip(new Inflater(), bytes, 0, bytes.length, much)).toBe('done');
  });

  it('stops at the bound, however small the bomb is', () => {
    const bomb = deflateRawSync(new Uint8Array(50_000_000), { level: 9 });
    const result = inflated(bomb, 100_000);
    expect(result.end).toBe('too-large');
    expect(result.bytes.length).toBeLessThanOrEqual(100_000);
  });

  it('gives back what there is of data that are cut off', () => {
    const bytes = text(200);
    const compressed = deflateRawSync(bytes);
    for (let length = 0; length < compressed.length; length += 3) {
      const result = inflated(compressed.subarray(0, length));
      expect(result.end).toBe(length === 0 ? 'flushed' : 'cut');
      expect(Buffer.compare(result.bytes, bytes.subarray(0, result.bytes.length))).toBe(0);
    }
  });

  it('goes on with the history of what came before, within the window', async () => {
    const messages = Array.from({ length: 60 }, (_, index) => text(1 + ((index * 37) % 400)));
    for (const windowBits of [9, 12, 15]) {
      const inflater = new Inflater(1 << windowBits);
      for (const [index, compressed] of (await compressedTogether(messages, windowBits)).entries()) {
        expect(inflater.inflate(compressed, 0, compressed.length, much)).toBe('flushed');
        expect(Buffer.compare(inflater.bytes.slice(inflater.start, inflater.end), messages[index] ?? noise(1))).toBe(0);
        inflater.release();
        expect(inflater.bytes.length).toBeLessThanOrEqual(128 * 1024);
      }
    }
  });

  it('never throws on any bytes', () => {
    const property = fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(inflated(bytes, 10_000).bytes.length).toBeLessThanOrEqual(10_000);
    });
    fc.assert(property, { numRuns: 2000 });
  });

  it('never throws on a flipped byte', () => {
    const compressed = deflateRawSync(text(100));
    const property = fc.property(fc.nat(compressed.length - 1), fc.nat(255), (at, value) => {
      const bytes = Uint8Array.from(compressed);
      bytes[at] = value;
      expect(inflated(bytes, 20_000).bytes.length).toBeLessThanOrEqual(20_000);
    });
    fc.assert(property, { numRuns: 500 });
  });
});
