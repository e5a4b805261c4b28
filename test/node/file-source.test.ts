import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inflateGzip } from '../../src/capture/gzip/inflate.ts';
import {
  captureChunks,
  CaptureFileError,
  fileChunks,
  fileHead,
  releasedFileChunks,
} from '../../src/node/file-source.ts';
import { gunzipChunks, gunzipHead } from '../../src/node/gunzip.ts';
import { collect } from '../capture/collect.ts';

const content = Uint8Array.from({ length: 2_500_000 }, (_, index) => (index * 7 + (index >> 9)) & 255);
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'siplens-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function fileWith(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** Small chunks in one reused buffer, as a file source gives them. */
function* borrowed(bytes: Uint8Array): Generator<Uint8Array> {
  const buffer = new Uint8Array(1000);
  for (let at = 0; at < bytes.length; at += buffer.length) {
    const part = bytes.subarray(at, at + buffer.length);
    buffer.set(part);
    yield buffer.subarray(0, part.length);
  }
}

describe('a capture file', () => {
  it('is read in chunks, byte for byte', async () => {
    const path = fileWith('plain.pcap', content);
    const { bytes, notes } = await collect((note) => captureChunks(path, note));
    expect(bytes.equals(content)).toBe(true);
    expect(notes).toEqual([]);
  });

  it('among many is closed between two chunks, and must stay the same file', async () => {
    const path = fileWith('released.pcap', content);
    expect((await collect(() => releasedFileChunks(path))).bytes.equals(content)).toBe(true);
    const chunks = releasedFileChunks(path);
    chunks.next();
    renameSync(fileWith('another.pcap', content), path);
    expect(() => chunks.next()).toThrow('was replaced while it was read');
  });

  it('shows its beginning before it is its turn', () => {
    expect(fileHead(fileWith('plain.pcap', content), 100)).toEqual(content.subarray(0, 100));
    expect(fileHead(join(folder, 'missing.pcap'), 100)).toBeUndefined();
    const head = gunzipHead(gzipSync(content).subarray(0, 4096)) ?? new Uint8Array(0);
    expect(head.length).toBeGreaterThan(0);
    expect(Buffer.from(head).equals(content.subarray(0, head.length))).toBe(true);
    expect(gunzipHead(content)).toBeUndefined();
  });

  it('is read into one buffer, again and again', () => {
    const buffers = new Set<ArrayBufferLike>();
    for (const chunk of fileChunks(fileWith('reused.pcap', content))) buffers.add(chunk.buffer);
    expect(buffers.size).toBe(1);
  });

  it('that is gzip is inflated, whatever its name', async () => {
    const path = fileWith('compressed.pcap', gzipSync(content));
    const { bytes, notes } = await collect((note) => captureChunks(path, note));
    expect(bytes.equals(content)).toBe(true);
    expect(notes).toEqual([]);
  });

  it('that is empty gives nothing', async () => {
    const { bytes } = await collect((note) => captureChunks(fileWith('empty.pcap', new Uint8Array(0)), note));
    expect(bytes).toHaveLength(0);
  });

  it.each([
    ['that is not there', 'missing.pcap', 'not-found', 'no such file'],
    ['below a file', 'plain.pcap/inside', 'not-found', 'no such file'],
    ['that is a directory', '', 'is-directory', 'is a directory, not a capture file'],
  ])('%s is the mistake of the caller', (_, name, code, reason) => {
    fileWith('plain.pcap', content);
    const path = join(folder, name);
    let error: unknown;
    try {
      captureChunks(path, () => undefined);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(CaptureFileError);
    expect(error).toMatchObject({ code, path, message: `${path}: ${reason}` });
  });
});

describe.each([
  ['on Node', gunzipChunks],
  ['anywhere', inflateGzip],
])('gzip %s', (_, inflate) => {
  const compressed = gzipSync(content);

  it('that is cut off gives what could be inflated, and a notice', async () => {
    const { bytes, notes } = await collect((note) => inflate(borrowed(compressed.subarray(0, -20)), note));
    expect(bytes.length).toBeGreaterThan(1_000_000);
    expect(bytes.equals(content.subarray(0, bytes.length))).toBe(true);
    expect(notes).toEqual(['gzip-damaged']);
  });

  it('that is damaged ends with a notice', async () => {
    const damaged = Uint8Array.from(compressed);
    damaged.fill(0xff, damaged.length >> 1);
    const { notes } = await collect((note) => inflate(borrowed(damaged), note));
    expect(notes).toEqual(['gzip-damaged']);
  });

  it('hands on the failure of its source', async () => {
    function* broken(): Generator<Uint8Array> {
      yield compressed.subarray(0, 500);
      throw new Error('the disk is gone');
    }
    const notes: string[] = [];
    const reading = collect(() => inflate(broken(), (code) => void notes.push(code)));
    await expect(reading).rejects.toThrow('the disk is gone');
    expect(notes).toEqual([]);
  });
});
