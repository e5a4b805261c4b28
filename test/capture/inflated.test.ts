// However a source is compressed, and however its first bytes come: what is in it comes out.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { content } from '../../fixtures/compressed/content.ts';
import { captureChunksOf } from '../../src/capture-source.ts';
import { inflated } from '../../src/capture/inflated.ts';
import { zlibEngine } from '../../src/node/gunzip.ts';
import { root } from '../support/analysis.ts';
import { collect, piecesOf } from './collect.ts';

const original = content();
const sources = [
  ['as it is', original],
  ['gzip', gzipSync(original)],
  ['Zstandard', new Uint8Array(readFileSync(`${root}fixtures/compressed/level-19.zst`))],
  [
    'Zstandard behind a frame to be skipped',
    Buffer.concat([
      Uint8Array.of(0x53, 0x2a, 0x4d, 0x18, 1, 0, 0, 0, 7),
      readFileSync(`${root}fixtures/compressed/level-1.zst`),
    ]),
  ],
] as const;

describe('what is in a source', () => {
  test.each(sources)('%s: comes out, whatever the chunks', async (_, bytes) => {
    for (const sizes of [[1], [1, 1, 1, 5000], [100_000]]) {
      for (const engine of [undefined, zlibEngine]) {
        const { bytes: out, notes } = await collect((note) => inflated(piecesOf(bytes, sizes), note, engine));
        expect(out.equals(original)).toBe(true);
        expect(notes).toEqual([]);
      }
    }
  });

  test.each(sources)('%s: comes out of whatever a program has in hand', async (_, bytes) => {
    const own = Uint8Array.from(bytes);
    for (const source of [own, new Blob([own]), new Blob([own]).stream(), [own]]) {
      const { bytes: out } = await collect((note) => captureChunksOf(source, note, () => undefined));
      expect(out.equals(original)).toBe(true);
    }
  });

  it('too short to tell is handed on as it is', async () => {
    for (const bytes of [[], [0x28], [0x28, 0xb5, 0x2f]]) {
      const { bytes: out, notes } = await collect((note) => inflated([Uint8Array.from(bytes)], note));
      expect([...out]).toEqual(bytes);
      expect(notes).toEqual([]);
    }
  });

  it('that is left early is closed', async () => {
    let isClosed = false;
    function* source(): Generator<Uint8Array> {
      try {
        for (;;) yield gzipSync(original);
      } finally {
        isClosed = true;
      }
    }
    const chunks = inflated(source(), () => undefined);
    await chunks.next();
    await chunks.return();
    expect(isClosed).toBe(true);
  });

  it('that fails fails its reader', async () => {
    function* source(): Generator<Uint8Array> {
      yield original.subarray(0, 2);
      throw new Error('the disk is gone');
    }
    await expect(collect((note) => inflated(source(), note))).rejects.toThrow('the disk is gone');
  });
});
