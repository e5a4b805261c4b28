// What a path stands for: compressed files, texts, directories, and too many of them.
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { analyzeMerged } from '../../src/index.ts';
import { dialects } from '../pipeline/text-dialects.ts';
import { callsInChunks } from '../pipeline/traffic.ts';
import { captureOf, framesOf } from '../pipeline/split.ts';
import { HEALTHY } from '../report/scripts.ts';
import { compileFlowScript } from '../support/flow-script/compile.ts';
import { parseFlowScript } from '../../src/script/parse.ts';
import { directoryWith, run } from './terminal.ts';

const { pcap, messages } = compileFlowScript(parseFlowScript(HEALTHY));
const [, sngrep] = dialects;
const text = messages.map((message) => sngrep?.write(message, '') ?? '').join('');
/** Zstandard that is not compressed. */
const zstd = (bytes: Uint8Array): Uint8Array => {
  const frames: number[] = [];
  for (let at = 0; at < bytes.length; at += 60_000) {
    const part = bytes.subarray(at, at + 60_000);
    const header = (part.length << 3) | 1;
    frames.push(0x28, 0xb5, 0x2f, 0xfd, 0, 0x50, header & 255, (header >> 8) & 255, header >> 16, ...part);
  }
  return Uint8Array.from(frames);
};

interface Document {
  readonly inputs: readonly {
    file: string;
    format: string;
    bytes: number;
    sipMessages: number;
    notices: { code: string }[];
  }[];
  readonly flows: readonly { callIds: readonly string[]; outcome: string }[];
}

async function analyze(...paths: readonly string[]): Promise<Document> {
  const { code, out, err } = await run(['-q', '-f', 'json', ...paths]);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as Document;
}

describe('a file', () => {
  const own = directoryWith({
    'plain.bin': pcap,
    'gzip.bin': gzipSync(pcap),
    'zstd.bin': zstd(pcap),
    'text.bin': text,
    'text-gzip.bin': gzipSync(text),
    'text-zstd.bin': zstd(Buffer.from(text)),
    'prose-zstd.bin': zstd(Buffer.from('nothing but words, and not many of them')),
  });

  test.each(['plain', 'gzip', 'zstd', 'text', 'text-gzip', 'text-zstd'])(
    '%s: is known by its content',
    async (name) => {
      const { inputs, flows } = await analyze(join(own, `${name}.bin`));
      expect(inputs).toMatchObject([
        { format: name.startsWith('text') ? 'text' : 'pcap', sipMessages: messages.length },
      ]);
      expect(flows.map(({ outcome }) => outcome)).toEqual(
        (await analyze(join(own, 'plain.bin'))).flows.map(({ outcome }) => outcome),
      );
    },
  );

  it('that is compressed and cut says so, and gives what was before', async () => {
    const whole = zstd(Buffer.concat([pcap, Buffer.alloc(100_000)]));
    const cut = directoryWith({ 'cut.zst': whole.subarray(0, 70_000) });
    const { inputs } = await analyze(join(cut, 'cut.zst'));
    expect(inputs[0]?.notices.map(({ code }) => code)).toContain('zstd-damaged');
    expect(inputs[0]?.sipMessages).toBe(messages.length);
  });

  it('that is no capture inside is said to be none', async () => {
    const { code, err } = await run([join(own, 'prose-zstd.bin')]);
    expect(code).toBe(2);
    expect(err).toContain('not a capture: it looks like text without SIP messages');
  });

  it('of text is read to its end, however late its first message comes', async () => {
    const late = directoryWith({ 'late.log': 'a line of a log that says nothing of SIP\n'.repeat(20_000) });
    const path = join(late, 'late.log');
    expect((await run([path])).code).toBe(2);
    appendFileSync(path, text);
    const { inputs } = await analyze(path);
    expect(inputs).toMatchObject([{ format: 'text', sipMessages: messages.length }]);
  });
});

describe('a directory', () => {
  it('is read for its captures, whatever their names and however compressed', async () => {
    const own = directoryWith({ 'b.dat': zstd(pcap), 'a.old': gzipSync(pcap), 'words.gz': gzipSync('words') });
    mkdirSync(join(own, 'deeper'));
    const { inputs } = await analyze(own);
    expect(inputs.map(({ file }) => file)).toEqual([join(own, 'a.old'), join(own, 'b.dat')]);
    expect((await run([own])).err).toBe(`siplens: ${own}: skipped what is not a capture: deeper/, words.gz\n`);
  });

  it('with captures is not read for texts, which tell of the same', async () => {
    const own = directoryWith({ 'a.pcap': pcap, 'README.md': `An example:\n\n${text}` });
    expect((await analyze(own)).inputs.map(({ format }) => format)).toEqual(['pcap']);
    expect((await run([own])).err).toContain('skipped what is not a capture: README.md');
  });

  it('of texts is read for these; examples in HTML, XML and JSON are none', async () => {
    const own = directoryWith({
      'one.log': text,
      'page.html': `<html>\n${text}`,
      'scenario.xml': `<?xml version="1.0"?>\n${text}`,
      'some.json': `{ "a": 1 }\n${text}`,
      'words.txt': 'words',
    });
    expect((await analyze(own)).inputs.map(({ file }) => file)).toEqual([join(own, 'one.log')]);
  });

  it('of compressed rotations and texts is merged by time', async () => {
    const whole = Uint8Array.from(Buffer.concat(Array.from(callsInChunks(40), (chunk) => Uint8Array.from(chunk))));
    const frames = framesOf(whole).toSorted((a, b) => a.timeUs - b.timeUs);
    const own = directoryWith({});
    for (let part = 0; part < 8; part++) {
      const bytes = captureOf(frames.slice(part * 30, (part + 1) * 30));
      writeFileSync(join(own, `${7 - part}`), part % 2 === 0 ? gzipSync(bytes) : zstd(bytes));
    }
    const merged = await analyze(own);
    const alone = directoryWith({ 'whole.pcap': captureOf(frames) });
    expect(merged.flows.length).toBe(40);
    expect(merged.flows.map(({ callIds, outcome }) => [callIds, outcome])).toEqual(
      (await analyze(join(alone, 'whole.pcap'))).flows.map(({ callIds, outcome }) => [callIds, outcome]),
    );
  });
});

describe('more captures than can be told apart', () => {
  const many = 65_536;

  it('are refused by the command, in a sentence', async () => {
    const own = directoryWith({ 'a.pcap': pcap.subarray(0, 24) });
    const { code, out, err } = await run(Array<string>(many).fill(join(own, 'a.pcap')));
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe('siplens: 65536 captures: more than 65,535 cannot be merged; merge some of them first\n');
  });

  it('are refused by the library with a RangeError', async () => {
    const source = new Uint8Array(0);
    const captures = Array.from({ length: many }, (_, index) => ({ name: `${index}`, source }));
    await expect(analyzeMerged(captures)).rejects.toThrow(RangeError);
  });
});
