// The library on real captures: the same document whatever the capture comes as, and the same as the command writes.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { analyzeEvents as runCorridor } from '../../src/analyze.ts';
import {
  analyze,
  analyzeEvents,
  analyzeMerged,
  type AnalysisEvent,
  type CaptureSource,
  explain,
  ruleCatalogue,
} from '../../src/index.ts';
import { fileChunks } from '../../src/node/index.ts';
import { createJsonReporter } from '../../src/report/json.ts';
import { createNdjsonReporter } from '../../src/report/ndjson.ts';
import { version } from '../../src/version.ts';

const captures = resolve(fileURLToPath(import.meta.url), '../../../fixtures/captures');
const missingAck = join(captures, 'baresip-missing-ack/capture.pcap');
const bytes = new Uint8Array(readFileSync(missingAck));

/** The capture file in each folder of fixtures/captures. */
function captureFiles(): string[] {
  return readdirSync(captures, { recursive: true, encoding: 'utf8' })
    .filter((path) => /capture\.pcap(ng)?(\.gz)?$/.test(path))
    .map((path) => join(captures, path))
    .sort();
}

function streamOf(chunks: readonly Uint8Array[], onCancel: () => void = () => undefined): ReadableStream<Uint8Array> {
  let next = 0;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = chunks[next++];
      if (chunk) controller.enqueue(chunk);
      else controller.close();
    },
    cancel: onCancel,
  });
}

function inPieces(whole: Uint8Array, size: number): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let start = 0; start < whole.length; start += size) pieces.push(whole.slice(start, start + size));
  return pieces;
}

/** Every chunk in the same buffer, as fast readers do it. */
async function* borrowed(whole: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(size);
  for (const piece of inPieces(whole, size)) {
    buffer.fill(0xff);
    buffer.set(piece);
    yield buffer.subarray(0, piece.length);
  }
}

async function collect(events: AsyncIterable<AnalysisEvent>): Promise<AnalysisEvent[]> {
  const all: AnalysisEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

describe('analyze', () => {
  const gzipped = new Uint8Array(gzipSync(bytes));
  const sources: Readonly<Record<string, () => CaptureSource>> = {
    'a Blob': () => new Blob([bytes]),
    'a Node buffer': () => Buffer.from(bytes),
    'a stream': () => streamOf(inPieces(bytes, 1000)),
    'a list of chunks': () => inPieces(bytes, 1000),
    'an async iterable': () => borrowed(bytes, 100),
    'single bytes': () => inPieces(bytes, 1),
    'a file': () => fileChunks(missingAck),
    'compressed bytes': () => gzipped,
    'a compressed Blob': () => new Blob([gzipped]),
    'a compressed stream that begins with a single byte': () => streamOf(inPieces(gzipped, 1)),
    'a compressed async iterable': () => borrowed(gzipped, 100),
  };

  test.each(Object.keys(sources))('gives the same for %s as for bytes', async (name) => {
    const source = sources[name];
    if (!source) throw new RangeError(name);
    const given = name.includes('compressed') ? gzipped.length : bytes.length;
    const whole = await analyze(bytes);
    const inputs = whole.inputs.map((input) => ({ ...input, bytes: given }));
    expect(await analyze(source())).toEqual({ ...whole, inputs });
  });

  test('says what failed, by which rule, and in which frames', async () => {
    const { tool, findings, flows, causes } = await analyze(bytes, { name: 'call.pcap' });
    expect(tool).toEqual({ name: 'siplens', version });
    expect(findings.map(({ rule, severity, confidence }) => [rule, severity, confidence])).toEqual([
      ['missing-ack', 'error', 'certain'],
    ]);
    expect(findings[0]?.evidence[0]).toMatchObject({ file: 'call.pcap', frame: 4 });
    expect(causes[0]?.findings).toEqual([0]);
    expect(flows.map(({ id, kind, outcome }) => [id, kind, outcome])).toEqual([['call-1', 'call', 'answered']]);
  });

  test.each(captureFiles().map((path) => [basename(resolve(path, '..')), path] as const))(
    'gives for %s what the commands write',
    async (_, path) => {
      const name = basename(path);
      const document: string[] = [];
      const lines: string[] = [];
      const options = { files: [name], locale: 'en', color: false, width: 100, version };
      const json = createJsonReporter({ ...options, write: (text) => document.push(text) });
      const ndjson = createNdjsonReporter({ ...options, write: (text) => lines.push(text) });
      const chunks = path.endsWith('.gz') ? new Blob([readFileSync(path)]).stream() : undefined;
      const inflated = chunks ? await inflate(chunks) : new Uint8Array(readFileSync(path));
      const bytesRead = (): number => statSync(path).size;
      await runCorridor([{ name, chunks: [inflated], bytesRead }], {}, (event) => {
        json.onEvent(event);
        ndjson.onEvent(event);
      });
      const source = new Uint8Array(readFileSync(path));
      expect(await analyze(source, { name })).toStrictEqual(JSON.parse(document.join('')));
      const events = await collect(analyzeEvents(source, { name }));
      expect(events).toStrictEqual(
        lines
          .join('')
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line)),
      );
    },
  );

  async function inflate(stream: ReadableStream<BufferSource>): Promise<Uint8Array> {
    return new Uint8Array(await new Response(stream.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
  }

  test('lets rules be switched off and set', async () => {
    expect((await analyze(bytes, { rules: { 'missing-ack': 'off' } })).findings).toEqual([]);
    expect((await analyze(bytes, { rules: { 'missing-ack': 'info' } })).findings[0]?.severity).toBe('info');
  });

  test('says what damaged compression cost, and analyzes the rest', async () => {
    const { inputs, summary } = await analyze(gzipped.subarray(0, gzipped.length - 300));
    expect(inputs[0]?.notices.map(({ code }) => code)).toContain('gzip-damaged');
    expect(summary.messages).toBeGreaterThan(0);
  });

  test('merges several captures by time', async () => {
    const other = join(captures, 'sipp-busy/capture.pcapng');
    const named = [missingAck, other].map((path) => ({ name: path, source: new Uint8Array(readFileSync(path)) }));
    const { inputs, flows } = await analyzeMerged(named);
    expect(inputs.map(({ file }) => file)).toEqual([missingAck, other]);
    expect(flows).toHaveLength(2);
    const [first, second] = flows.map(({ start = '' }) => start);
    expect(second && first && first < second).toBe(true);
  });
});

describe('what cannot be used', () => {
  test.each([
    ['nothing', new Uint8Array(0), { name: 'CaptureError', code: 'empty', input: 'x.pcap' }],
    ['text', new TextEncoder().encode('INVITE sip:bob@example.com SIP/2.0\r\n'), { code: 'not-a-capture' }],
  ])('%s is no capture', async (_, source, error) => {
    await expect(analyze(source, { name: 'x.pcap' })).rejects.toMatchObject(error);
  });

  test.each([
    [
      'a path',
      'capture.pcap',
      '"source" expected bytes (Uint8Array), a Blob, a ReadableStream or chunks of bytes, got string',
    ],
    ['a number of things', [1, 2, 3], '"source" expected chunks of bytes (Uint8Array), got number'],
    [
      'nothing at all',
      null,
      '"source" expected bytes (Uint8Array), a Blob, a ReadableStream or chunks of bytes, got null',
    ],
  ])('%s is refused with what was expected', async (_, source, message) => {
    await expect(analyze(source as unknown as CaptureSource)).rejects.toThrow(message);
  });

  test.each([
    [{ lang: 'tlh' }, '"lang" expected en, es, ru, got "tlh"'],
    [{ rules: { 'mising-ack': 'off' } }, '"rules" expected rule ids, got "mising-ack"'],
    [
      { rules: { 'missing-ack': 'fatal' } },
      '"rules" expected off, info, warning or error for "missing-ack", got "fatal"',
    ],
  ])('options %j are refused', async (options, message) => {
    await expect(analyze(bytes, options as object)).rejects.toThrow(message);
  });

  test('a failure of the source is thrown as it is', async () => {
    const failure = new Error('the line is down');
    const source = async function* (): AsyncGenerator<Uint8Array> {
      yield bytes.subarray(0, 1000);
      throw failure;
    };
    await expect(analyze(source())).rejects.toBe(failure);
  });
});

describe('analyzeEvents', () => {
  test('hands on every message when asked', async () => {
    const events = await collect(analyzeEvents(bytes, { messages: true }));
    const messages = events.filter((event) => event.type === 'message');
    expect(messages).toHaveLength(15);
    expect(messages[0]).toMatchObject({ kind: 'request', method: 'INVITE', frame: 1 });
    expect(await collect(analyzeEvents(bytes))).toEqual(events.filter((event) => event.type !== 'message'));
  });

  test('reads no further once nobody takes the events, and closes the source', async () => {
    let cancelled = 0;
    const pieces = inPieces(bytes, 1000);
    const stream = streamOf(pieces, () => cancelled++);
    for await (const event of analyzeEvents(stream, { messages: true })) if (event.type === 'message') break;
    expect(cancelled).toBe(1);
    expect(stream.locked).toBe(false);
  });

  test('reads no faster than the events are taken', async () => {
    let read = 0;
    const counted = function* (): Generator<Uint8Array> {
      for (const piece of inPieces(bytes, 1500)) {
        read += 1;
        yield piece;
      }
    };
    const seenAt: number[] = [];
    for await (const event of analyzeEvents(counted(), { messages: true })) {
      if (event.type === 'message') seenAt.push(read);
    }
    // The first messages are handed on while most of the capture is unread.
    expect(seenAt[0]).toBeLessThan(3);
    expect(new Set(seenAt).size).toBeGreaterThan(4);
  });

  test('stops when its signal says so', async () => {
    const controller = new AbortController();
    const taken: string[] = [];
    const run = async (): Promise<void> => {
      for await (const event of analyzeEvents(inPieces(bytes, 500), { messages: true, signal: controller.signal })) {
        taken.push(event.type);
        if (taken.length === 3) controller.abort(new Error('enough'));
      }
    };
    await expect(run()).rejects.toThrow('enough');
    expect(taken).not.toContain('summary');
    await expect(analyze(bytes, { signal: AbortSignal.abort() })).rejects.toThrow('aborted');
  });
});

describe('explain', () => {
  test.each([
    [501, 'status', '501 Not Implemented'],
    ['missing-ack', 'rule', 'missing-ack'],
    ['invite', 'method', 'INVITE'],
    ['4xx', 'status-class', '4xx Request Failure'],
  ] as const)('knows %s', (topic, kind, title) => {
    expect(explain(topic)).toMatchObject({ kind, title });
  });

  test('says nothing about what there is not', () => {
    expect(explain('missing-manners')).toBeUndefined();
  });

  test('explains every rule of the catalogue', () => {
    for (const { id, severity } of ruleCatalogue) expect(explain(id)).toMatchObject({ topic: id, severity });
  });
});
