// gzip, inflated with and without zlib: what zlib writes, several members, and what stands behind them.
import { constants, deflateRawSync, gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { content } from '../../fixtures/compressed/content.ts';
import { inflateGzip } from '../../src/capture/gzip/inflate.ts';
import { crc32 } from '../../src/capture/gzip/member.ts';
import { gunzipChunks, gunzipHead } from '../../src/node/gunzip.ts';
import { collect, type Collected, piecesOf } from './collect.ts';

const original = content();
const zipped = gzipSync(original);
const engines = [
  ['on Node', gunzipChunks],
  ['anywhere', inflateGzip],
] as const;
const strategies = [
  constants.Z_DEFAULT_STRATEGY,
  constants.Z_HUFFMAN_ONLY,
  constants.Z_RLE,
  constants.Z_FIXED,
  constants.Z_FILTERED,
];

describe.each(engines)('gzip %s', (_, engine) => {
  const inflate = (bytes: Uint8Array, sizes: readonly number[] = [100_000]): Promise<Collected> =>
    collect((note) => engine(piecesOf(bytes, sizes), note));

  it('is inflated however it was deflated, and whatever the chunks', async () => {
    for (const strategy of strategies)
      for (const level of [0, 1, 6, 9]) {
        const { bytes, notes } = await inflate(gzipSync(original, { strategy, level }), [70_000, 1, 333]);
        expect([strategy, level, bytes.equals(original), notes]).toEqual([strategy, level, true, []]);
      }
  });

  it('of any content is inflated, whatever the chunks', async () => {
    const pieces = fc.array(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.constant(new Uint8Array(700))), {
      maxLength: 6,
    });
    const sizes = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(pieces, sizes, fc.constantFrom(...strategies), async (parts, chunkSizes, strategy) => {
        const bytes = Buffer.concat(parts);
        const inflated = await inflate(gzipSync(bytes, { strategy }), chunkSizes);
        expect(inflated.bytes.equals(bytes)).toBe(true);
        expect(inflated.notes).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('may have several members, some of them empty', async () => {
    const parts = [
      original.subarray(0, 999),
      new Uint8Array(0),
      original.subarray(999, 200_000),
      original.subarray(200_000),
    ];
    const members = Buffer.concat(parts.map((part) => gzipSync(part)));
    for (const sizes of [[1], [1000, 7], [100_000]]) {
      const { bytes, notes } = await inflate(members, sizes);
      expect(bytes.equals(original)).toBe(true);
      expect(notes).toEqual([]);
    }
  });

  test.each([
    ['zeros', Buffer.alloc(600), []],
    ['other bytes', Buffer.from('and then some'.repeat(20)), ['trailing-bytes']],
    ['what begins like a member', Buffer.from([0x1f, 0x8b, 8, 0xff, 1, 2, 3]), ['trailing-bytes']],
  ])('may have %s behind it, and loses nothing of its content', async (_, behind, expected) => {
    for (const sizes of [[1], [1000, 7], [100_000]]) {
      const { bytes, notes } = await inflate(Buffer.concat([zipped, behind]), sizes);
      expect(bytes.equals(original)).toBe(true);
      expect(notes).toEqual(expected);
    }
  });

  it('may name the file, comment on it, and check its header', async () => {
    const extra = [4, 0, 1, 2, 3, 4];
    const names = [...Buffer.from('capture.pcap\0from the trunk\0')];
    const header = [0x1f, 0x8b, 8, 30, 0, 0, 0, 0, 0, 3, ...extra, ...names, 9, 9];
    const rest = [deflateRawSync(original), zipped.subarray(-8)];
    const { bytes, notes } = await inflate(Buffer.concat([Buffer.from(header), ...rest]), [1, 3]);
    expect(bytes.equals(original)).toBe(true);
    expect(notes).toEqual([]);
  });

  it('cut anywhere gives what came before the cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: zipped.length - 1 }), async (length) => {
        const { bytes, notes } = await inflate(zipped.subarray(0, length));
        expect(bytes.equals(original.subarray(0, bytes.length))).toBe(true);
        expect(notes).toEqual(['gzip-damaged']);
      }),
      { numRuns: 40 },
    );
  });

  it('with any bytes changed is inflated without a failure, and what is not right is noted', async () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(changes, async (flips) => {
        const damaged = Uint8Array.from(zipped);
        for (const [at, mask] of flips) damaged[at % damaged.length] = (damaged[at % damaged.length] ?? 0) ^ mask;
        const { bytes, notes } = await inflate(damaged);
        if (!bytes.equals(original)) expect(notes).toEqual(['gzip-damaged']);
      }),
      { numRuns: 100 },
    );
  });

  it('that is damaged late keeps most of what was inflated', async () => {
    const damaged = Uint8Array.from(zipped);
    damaged.fill(0xff, damaged.length - 2000, damaged.length - 1900);
    const { bytes } = await collect((note) => engine(piecesOf(damaged, [1000]), note));
    expect(bytes.length).toBeGreaterThan(original.length / 2);
  });
});

describe('without zlib', () => {
  it('damage is found where zlib finds it', async () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(flips, async (changes) => {
        const damaged = Uint8Array.from(zipped);
        for (const [at, value] of changes) damaged[10 + (at % (damaged.length - 18))] = value;
        const own = await collect((note) => inflateGzip(piecesOf(damaged, [500]), note));
        const native = await collect((note) => gunzipChunks(piecesOf(damaged, [500]), note));
        expect(own.notes).toEqual(native.notes);
        // zlib keeps back what the last push gave before the damage.
        expect(own.bytes.subarray(0, native.bytes.length).equals(native.bytes)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('damaged data give the same whatever the chunks', async () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 3 });
    const sizes = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(flips, sizes, async (changes, chunkSizes) => {
        const damaged = Uint8Array.from(zipped);
        for (const [at, value] of changes) damaged[10 + (at % (damaged.length - 10))] = value;
        const whole = await collect((note) => inflateGzip([damaged], note));
        const chunked = await collect((note) => inflateGzip(piecesOf(damaged, chunkSizes), note));
        expect(chunked.bytes.equals(whole.bytes)).toBe(true);
        expect(chunked.notes).toEqual(whole.notes);
      }),
      { numRuns: 60 },
    );
  });

  it('the checksum is the usual one', () => {
    expect(crc32(Buffer.from('123456789'), 0)).toBe(0xcbf43926);
    expect(crc32(Buffer.from('6789'), crc32(Buffer.from('12345'), 0))).toBe(0xcbf43926);
  });
});

it('the beginning of a gzip file can be seen, whatever stands behind it', () => {
  expect(gunzipHead(Buffer.concat([gzipSync('short'), Buffer.from('garbage')]))).toEqual(Buffer.from('short'));
  expect(gunzipHead(zipped.subarray(0, 4000))?.length).toBeGreaterThan(4000);
  expect(gunzipHead(Buffer.from('no gzip'))).toBeUndefined();
});
