import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { HEALTHY, MIXED } from '../report/scripts.ts';
import { directoryWith, pcapOf, run } from './terminal.ts';

const healthy = pcapOf(HEALTHY);
const mixed = pcapOf(MIXED);
const directory = directoryWith({
  'healthy.pcap': healthy,
  'mixed.pcap': mixed,
  'mixed.pcap.gz': gzipSync(mixed),
  'cut.pcap': mixed.subarray(0, mixed.length - 10),
  'damaged.pcap.gz': gzipSync(mixed).subarray(0, 900),
  'empty.pcap': '',
  'notes.txt': 'nothing but words',
  'page.html': '<!doctype html><p>',
  'picture.pcap': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10),
  'archive.zip': Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0),
  'nothing.gz': gzipSync('words'),
});
const file = (name: string): string => join(directory, name);

describe('analyze', () => {
  test('is what siplens does with a capture', async () => {
    const { code, out, err } = await run([file('mixed.pcap')]);
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out).toContain('No ACK to the 200 answer');
    expect((await run(['analyze', file('mixed.pcap')])).out).toBe(out);
  });

  test('takes options before the capture', async () => {
    const { code, out } = await run(['-f', 'json', file('mixed.pcap')]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ schemaVersion: 1, summary: { flows: { call: 1, transaction: 1 } } });
  });

  test('gives the same bytes for the same capture', async () => {
    const once = await run(['-f', 'json', file('mixed.pcap')]);
    expect(await run(['-f', 'json', file('mixed.pcap')])).toEqual(once);
  });

  test('reads compressed captures', async () => {
    const { code, out } = await run([file('mixed.pcap.gz')]);
    expect(code).toBe(0);
    expect(out).toContain('17 SIP messages');
  });

  test('reads standard input', async () => {
    const { code, out } = await run(['-'], { stdin: [mixed.subarray(0, 100), mixed.subarray(100)] });
    expect(code).toBe(0);
    expect(out).toContain('-: ');
    expect(out).toContain('17 SIP messages');
  });

  test('merges several captures', async () => {
    const { out } = await run(['-f', 'json', file('healthy.pcap'), file('mixed.pcap')]);
    const { inputs } = JSON.parse(out) as { inputs: { file: string }[] };
    expect(inputs.map((input) => input.file)).toEqual([file('healthy.pcap'), file('mixed.pcap')]);
  });

  test('analyzes a damaged capture as far as it goes, and says so', async () => {
    const cut = await run([file('cut.pcap')]);
    expect(cut).toMatchObject({ code: 0, err: '' });
    expect(cut.out).toContain('the file ends in the middle of a packet');
    const damaged = await run([file('damaged.pcap.gz')]);
    expect(damaged.code).toBe(0);
    expect(damaged.out).toContain('the compressed file is damaged or cut off');
  });

  test('has the size that it was given in, compressed or not', async () => {
    const gz = gzipSync(mixed);
    const sizes = async (argv: readonly string[], stdin: readonly Uint8Array[] = []): Promise<readonly number[]> =>
      (JSON.parse((await run(['-f', 'json', ...argv], { stdin })).out) as { inputs: { bytes: number }[] }).inputs.map(
        ({ bytes }) => bytes,
      );
    const own = directoryWith({ 'mixed.pcap.gz': gz, 'mixed.pcap': mixed });
    expect(await sizes([join(own, 'mixed.pcap.gz'), join(own, 'mixed.pcap')])).toEqual([gz.length, mixed.length]);
    expect(await sizes(['-'], [mixed.subarray(0, 100), mixed.subarray(100)])).toEqual([mixed.length]);
  });

  test('among several is named with each message', async () => {
    const own = directoryWith({ 'a.pcap': mixed, 'b.pcap': healthy });
    const { out } = await run(['-f', 'json', own]);
    const { flows } = JSON.parse(out) as { flows: { transactions: { requests: { file?: string }[] }[] }[] };
    const named = flows.flatMap(({ transactions }) => transactions.flatMap(({ requests }) => requests));
    expect(new Set(named.map(({ file }) => file))).toEqual(new Set([join(own, 'a.pcap'), join(own, 'b.pcap')]));
    expect((await run(['-f', 'json', join(own, 'a.pcap')])).out).not.toMatch(/"requests":\[\{"file"/);
  });

  test('a directory stands for the captures in it', async () => {
    const inside = directoryWith({
      'b.pcap': mixed,
      'a.pcap': healthy,
      'README.md': 'words',
      'other.gz': gzipSync('x'),
    });
    mkdirSync(join(inside, 'deeper'));
    const { code, out, err } = await run(['-f', 'json', inside]);
    expect(code).toBe(0);
    expect((JSON.parse(out) as { inputs: { file: string }[] }).inputs.map((input) => input.file)).toEqual([
      join(inside, 'a.pcap'),
      join(inside, 'b.pcap'),
    ]);
    expect(err).toBe(`siplens: ${inside}: skipped what is not a capture: README.md, deeper/, other.gz\n`);
    expect((await run(['-q', '-f', 'json', inside])).err).toBe('');
  });
});

describe('an input that cannot be used', () => {
  test.each([
    ['missing.pcap', 'no such file or directory'],
    ['empty.pcap', 'the file is empty'],
    ['notes.txt', 'it looks like text'],
    ['page.html', 'it looks like an HTML page'],
    ['picture.pcap', 'it looks like a PNG image'],
    ['archive.zip', 'it looks like a ZIP archive; unpack it first'],
    ['nothing.gz', 'not a capture'],
  ])('%s ends in one sentence and exit status 2', async (name, sentence) => {
    const { code, out, err } = await run([file(name)]);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(file(name));
    expect(err).toContain(sentence);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  test('does not keep the others from being analyzed', async () => {
    const { code, out, err } = await run([file('mixed.pcap'), file('missing.pcap'), file('notes.txt')]);
    expect(code).toBe(2);
    expect(out).toContain('No ACK to the 200 answer');
    expect(err.trimEnd().split('\n')).toHaveLength(2);
  });

  test('may be standard input', async () => {
    expect(await run(['-'])).toEqual({ code: 2, out: '', err: 'siplens: standard input: nothing came\n' });
    const words = await run(['-', '-f', 'ndjson'], {
      stdin: [Buffer.from('words, only words, and no capture at all')],
    });
    expect(words).toMatchObject({ code: 2, out: '' });
    expect(words.err).toContain('standard input: not a capture');
  });

  test('may be a directory without captures', async () => {
    const bare = directoryWith({ 'a.txt': 'x' });
    expect((await run([bare])).err).toBe(`siplens: ${bare}: no capture in this directory\n`);
  });

  test('a mistyped command is recognized', async () => {
    expect((await run(['explian', '404'])).err).toContain('did you mean explain?');
  });
});

describe('output files', () => {
  test('get the format of their extension, several at once', async () => {
    const target = directoryWith({});
    const names = ['report.txt', 'report.json', 'report.ndjson', 'report.md'].map((name) => join(target, name));
    const { code, out } = await run([file('mixed.pcap'), ...names.flatMap((name) => ['-o', name])]);
    expect(code).toBe(0);
    expect(out).toBe('');
    const [text, json, ndjson, markdown] = names.map((name) => readFileSync(name, 'utf8'));
    expect(text).toMatch(/^✗ /);
    expect(JSON.parse(json ?? '')).toMatchObject({ schemaVersion: 1 });
    expect(ndjson).toMatch(/^\{"type":"analysis","schemaVersion":1/);
    expect(markdown).toMatch(/^## ❌/);
  });

  test('get the format that was asked for', async () => {
    const target = join(directoryWith({}), 'report.txt');
    await run([file('mixed.pcap'), '-f', 'json', '-o', target]);
    expect(JSON.parse(readFileSync(target, 'utf8'))).toMatchObject({ schemaVersion: 1 });
  });

  test.each([
    ['report.xyz', 'names no format'],
    ['no/such/folder/report.txt', 'no such file or directory'],
  ])('%s is refused before anything is read', async (name, sentence) => {
    const { code, err } = await run([file('mixed.pcap'), '-o', join(directory, name)]);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });

  test('never overwrite a capture', async () => {
    const own = directoryWith({ 'own.txt': mixed });
    const { code, err } = await run([join(own, 'own.txt'), '-o', join(own, 'own.txt')]);
    expect(code).toBe(2);
    expect(err).toContain('will not be written over');
    expect(statSync(join(own, 'own.txt')).size).toBe(mixed.length);
  });
});

describe('the command line', () => {
  test('without arguments shows help and ends in 2', async () => {
    const { code, out, err } = await run([]);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('Examples:');
  });

  test.each([['--help'], ['analyze', '--help'], ['help', 'flows']])(
    '%s %s ends in 0 with help on standard output',
    async (...argv) => {
      const { code, out, err } = await run(argv.filter((word) => word !== undefined));
      expect(code).toBe(0);
      expect(out).toContain('Usage: siplens');
      expect(err).toBe('');
    },
  );

  test('tells its version', async () => {
    expect(await run(['--version'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string,
    });
  });

  test.each([
    [['--staus', '404', 'x.pcap'], 'Did you mean --status?'],
    [['--keylog', 'keys', 'x.pcap'], '"--keylog" keys: no such file'],
    [['-f', 'html', 'x.pcap'], 'Allowed choices are text, json, ndjson, markdown'],
    [['--kind', 'fax', 'x.pcap'], 'Allowed choices are call, registration'],
    [['--lang', 'fr', 'x.pcap'], 'Allowed choices are en, es, ru.'],
    [['--status', '40', 'x.pcap'], '"--status" expected'],
    [['--rule', 'missing', 'x.pcap'], '"--rule" expected'],
    [['--since', 'yesterday', 'x.pcap'], '"--since" expected a time'],
    [['--call-id', '/[/', 'x.pcap'], 'not a regular expression'],
    [['--from', `/${'a'.repeat(300)}/`, 'x.pcap'], 'longer than 200 characters'],
    [['analyze'], "missing required argument 'capture'"],
    [['flows', '-f', 'json', 'x.pcap'], 'Allowed choices are text, ndjson, csv'],
  ])('%j ends in 2 with a sentence', async (argv, sentence) => {
    const { code, out, err } = await run(argv);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(sentence);
    expect(err).not.toMatch(/^\s+at /m);
  });
});

test('the command that a page gives for more of the same lists just those', async () => {
  const call = (number: number, host: string, answer: string): string =>
    `${number * 40}.0 alice -> ${host} INVITE @${number}\n+0.1 ${host} -> alice ${answer} @${number}\n+0.1 alice -> ${host} ACK @${number}`;
  const calls = [0, 1, 2, 3, 4].map((number) => call(number, 'bob', '404 Not Found'));
  calls.push(call(5, 'carol', '404 Not Found'), call(6, 'bob', '503 Service Unavailable'));
  const script = `# Refused calls.\nalice = 192.0.2.10:5060\nbob = 198.51.100.20:5060\ncarol = 203.0.113.9:5060\n\n${calls.join('\n')}\n`;
  const path = join(directoryWith({ 'refused.pcap': pcapOf(script) }), 'refused.pcap');
  const { out } = await run([path], { columns: 160 });
  const command = /list them with:\s+siplens (flows .+)/.exec(out.replaceAll(/\n\s+/g, ' '))?.[1]?.split(' ') ?? [];
  const file = command.indexOf(path);
  expect(command.slice(0, file)).toEqual([
    'flows',
    '--rule',
    'response/404',
    '--method',
    'INVITE',
    '--host',
    '198.51.100.20',
  ]);
  expect((await run(command.slice(0, file + 1))).out.trimEnd().split('\n')).toHaveLength(5);
});

describe('colour', () => {
  const capture = file('mixed.pcap');
  test.each([
    ['a pipe', [capture], {}, false],
    ['a terminal', [capture], { terminal: true }, true],
    ['a terminal with NO_COLOR', [capture], { terminal: true, env: { NO_COLOR: '1' } }, false],
    ['a dumb terminal', [capture], { terminal: true, env: { TERM: 'dumb' } }, false],
    ['a pipe with FORCE_COLOR', [capture], { env: { FORCE_COLOR: '1' } }, true],
    ['FORCE_COLOR=0', [capture], { terminal: true, env: { FORCE_COLOR: '0' } }, false],
    ['--no-color', [capture, '--no-color'], { terminal: true, env: { FORCE_COLOR: '1' } }, false],
    ['--color', [capture, '--color'], { env: { NO_COLOR: '1' } }, true],
  ])('%s', async (_, argv, around, coloured) => {
    expect((await run(argv, around)).out.includes('\x1b[')).toBe(coloured);
  });
});

describe('progress', () => {
  test('shows on a terminal when reading takes longer than a moment, and goes away', async () => {
    const { err } = await run([file('mixed.pcap')], { terminal: true, tick: 400 });
    expect(err).toMatch(/reading █+ +100 %/);
    expect(err.endsWith('\r\x1b[K')).toBe(true);
  });

  test.each([
    ['elsewhere', {}, []],
    ['when reading is quick', { terminal: true, tick: 1 }, []],
    ['when asked to be quiet', { terminal: true, tick: 400 }, ['-q']],
  ])('does not show %s', async (_, around, options) => {
    expect((await run([file('mixed.pcap'), ...options], { tick: 400, ...around })).err).toBe('');
  });

  test('-v names each input with its counts', async () => {
    expect((await run([file('mixed.pcap'), '-v'])).err).toMatch(
      /mixed\.pcap: pcap \(.+\), \d+ bytes, \d+ packets, 17 SIP messages/,
    );
  });
});

describe('other commands', () => {
  test('messages lists every message', async () => {
    const { code, out } = await run(['messages', file('mixed.pcap'), '-f', 'ndjson']);
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n')).toHaveLength(17);
  });

  test('flows lists every flow', async () => {
    expect((await run(['flows', file('mixed.pcap'), '-f', 'csv'])).out.trimEnd().split('\r\n')).toHaveLength(3);
  });

  test('explain and rules need no capture', async () => {
    expect((await run(['explain', '486', 'missing-ack'])).out).toContain('486 Busy Here');
    expect((await run(['rules', '-f', 'json'])).out).toContain('"missing-ack"');
  });

  test('explain says what it does not know', async () => {
    const { code, err } = await run(['explain', 'mising-ack']);
    expect(code).toBe(2);
    expect(err).toContain('did you mean missing-ack?');
  });
});

test('hostile file names are shown, not obeyed', async () => {
  const own = directoryWith({});
  const name = join(own, 'a\x1b[2J.pcap');
  writeFileSync(name, mixed);
  const { out } = await run([name]);
  expect(out).toContain('a␛[2J.pcap');
  expect(out).not.toContain('\x1b');
});
