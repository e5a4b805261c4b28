// Zstandard: what the program zstd writes, and what nobody should.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { content } from '../../fixtures/compressed/content.ts';
import { inflateZstd, zstdHead } from '../../src/capture/zstd/inflate.ts';
import { root } from '../support/analysis.ts';
import { collect, type Collected, piecesOf } from './collect.ts';

const original = content();
const files = ['level-1', 'level-19', 'frames'].map(
  (name) => [name, new Uint8Array(readFileSync(`${root}fixtures/compressed/${name}.zst`))] as const,
);
const [, [, best]] = files as [unknown, readonly [string, Uint8Array]];
const inflate = (bytes: Uint8Array, sizes: readonly number[] = [100_000]): Promise<Collected> =>
  collect((note) => inflateZstd(piecesOf(bytes, sizes), note));

describe('a Zstandard file', () => {
  test.each(files)('%s: is inflated, whatever the chunks', async (_, bytes) => {
    for (const sizes of [[1], [997, 3], [100_000]]) {
      const { bytes: out, notes } = await inflate(bytes, sizes);
      expect(out.equals(original)).toBe(true);
      expect(notes).toEqual([]);
    }
  });

  test.each(files)('%s: cut anywhere, gives what came before the cut', async (_, bytes) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: bytes.length - 1 }), async (length) => {
        const { bytes: out, notes } = await inflate(bytes.subarray(0, length));
        expect(out.equals(original.subarray(0, out.length))).toBe(true);
        if (out.length < original.length && out.length !== 150_000) expect(notes).toEqual(['zstd-damaged']);
      }),
      { numRuns: 40 },
    );
  });

  it('with any bytes changed is inflated without a failure, the same in any chunks', async () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 });
    const sizes = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(changes, sizes, async (flips, chunkSizes) => {
        const damaged = Uint8Array.from(best);
        for (const [at, value] of flips) damaged[at % damaged.length] = value;
        const whole = await inflate(damaged);
        expect(whole.bytes.length).toBeLessThan(4 * original.length);
        const chunked = await inflate(damaged, chunkSizes);
        expect(chunked.bytes.equals(whole.bytes)).toBe(true);
        expect(chunked.notes).toEqual(whole.notes);
      }),
      { numRuns: 100 },
    );
  });

  it('may have zeros or other bytes behind it, which are left out', async () => {
    const { bytes, notes } = await inflate(Buffer.concat([best, Buffer.from('and more')]));
    expect(bytes.equals(original)).toBe(true);
    expect(notes).toEqual(['trailing-bytes']);
  });

  it('shows its beginning', () => {
    expect(zstdHead(best.subarray(0, -9), 1000).length).toBe(128 * 1024);
    expect(zstdHead(best.subarray(0, 10), 1000)).toHaveLength(0);
  });
});

const MAGIC = [0x28, 0xb5, 0x2f, 0xfd];
const SMALL_WINDOW = [0, 0x38];
const blockHeader = (isLast: boolean, type: number, size: number): number[] => {
  const header = (isLast ? 1 : 0) | (type << 1) | (size << 3);
  return [header & 255, (header >> 8) & 255, header >> 16];
};
const RAW = [...blockHeader(false, 0, 3), 1, 2, 3];

describe('a Zstandard file made to do harm', () => {
  const frame = (...parts: readonly (readonly number[])[]): Uint8Array =>
    Uint8Array.from([...MAGIC, ...SMALL_WINDOW, ...parts.flat()]);

  it.each([
    // 98 000 copies of 65 539 bytes each, none of which takes a bit.
    [
      'with copies that are longer than any block',
      frame(RAW, blockHeader(true, 2, 9), [0, 255, 255, 255, 0x54, 0, 0, 52, 1]),
    ],
    ['that copies from before its beginning', frame(RAW, blockHeader(true, 2, 6), [0, 1, 0x54, 0, 5, 0, 0x20])],
    ['with a block longer than any', frame(RAW, blockHeader(true, 1, 131_073), [0])],
    ['with a block of no known type', frame(RAW, blockHeader(true, 3, 1), [0])],
    [
      'with a table for literals that it does not describe',
      frame(RAW, blockHeader(true, 2, 8), [3, 0, 0, 0, 0, 0, 0, 0]),
    ],
    ['with sequences that repeat a table there never was', frame(RAW, blockHeader(true, 2, 4), [0, 1, 0xfc, 1])],
  ])('%s is damaged from there on', async (_, bytes) => {
    const { bytes: out, notes } = await inflate(bytes);
    expect([...out]).toEqual([1, 2, 3]);
    expect(notes).toEqual(['zstd-damaged']);
  });

  it.each([
    ['a window of a quarter of a gigabyte', [...MAGIC, 0, 0x90]],
    ['a dictionary', [...MAGIC, 1, 0x38, 7]],
    ['a bit that means nothing yet', [...MAGIC, 8, 0x38]],
    ['no data', [...MAGIC]],
  ])('that wants %s gives nothing', async (_, header) => {
    const { bytes: out, notes } = await inflate(Uint8Array.from([...header, ...RAW]));
    expect(out).toHaveLength(0);
    expect(notes).toEqual(['zstd-damaged']);
  });

  it('of very many frames costs no more memory than one', async () => {
    const tiny = [...MAGIC, 0x20, 1, ...blockHeader(true, 0, 1), 7];
    const many = Uint8Array.from({ length: tiny.length * 20_000 }, (_, index) => tiny[index % tiny.length] ?? 0);
    const { bytes: out, notes } = await inflate(many);
    expect(out).toHaveLength(20_000);
    expect(notes).toEqual([]);
  });
});

const hasZstd = spawnSync('zstd', ['--version']).status === 0;

describe.skipIf(!hasZstd)('what zstd makes (it is not installed where this is skipped)', () => {
  const noise = Uint8Array.from(
    { length: 300_000 },
    (_, index) => Math.imul(index ^ (index >> 7), 2_654_435_761) >>> 24,
  );
  const skewed = noise.map((byte) => Math.floor((byte * byte * byte) / 500_000));
  const contents = { nothing: new Uint8Array(0), zeros: new Uint8Array(2_000_000), noise, skewed, original };
  const options = ['--fast=5', '-1', '-3', '-7', '-12', '-19', '--ultra -22', '-5 --long=27'];
  test.each(Object.entries(contents))('of %s is inflated', async (_, bytes) => {
    for (const option of options) {
      const { stdout } = spawnSync('zstd', ['-q', '-c', ...option.split(' ')], { input: bytes, maxBuffer: 1e8 });
      const { bytes: out, notes } = await inflate(stdout);
      expect([option, out.equals(bytes), notes]).toEqual([option, true, []]);
    }
  });
});
