// The package as those who install it get it: packed, unpacked beside a program, imported by name, compiled against.
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { analyze, analyzeEvents } from '../../src/index.ts';
import { version } from '../../src/version.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = mkdtempSync(join(tmpdir(), 'siplens-package-'));
const consumer = join(folder, 'consumer');
const installed = join(consumer, 'node_modules/siplens');
const capture = join(root, 'fixtures/captures/baresip-missing-ack/capture.pcap');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };

function run(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

const tsc = (args: readonly string[], cwd: string): string =>
  run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...args], cwd);

const compilerOptions = {
  target: 'es2023',
  module: 'nodenext',
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  types: ['node'],
  typeRoots: [join(root, 'node_modules/@types')],
};

/** Compiles these files of the consumer; returns what the compiler complains of. */
function complaints(files: Readonly<Record<string, string>>): string {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(consumer, name), text);
  writeFileSync(join(consumer, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: Object.keys(files) }));
  try {
    return tsc(['-p', 'tsconfig.json'], consumer);
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
  }
}

beforeAll(() => {
  // Packed from a copy: the dist/ of the project may be older than its sources.
  const source = join(folder, 'source');
  mkdirSync(source);
  for (const file of ['package.json', 'README.md', 'LICENSE']) copyFileSync(join(root, file), join(source, file));
  cpSync(join(root, 'docs/schemas'), join(source, 'docs/schemas'), { recursive: true });
  tsc(['-p', join(root, 'src/cli/tsconfig.json'), '--outDir', join(source, 'dist')], root);
  run(process.execPath, [join(root, 'src/cli/bundle.mjs'), join(source, 'dist')], root);
  run('npm', ['pack', '--ignore-scripts', '--silent', '--offline'], source);
  mkdirSync(installed, { recursive: true });
  run('tar', ['xzf', `siplens-${manifest.version}.tgz`, '--strip-components=1', '-C', installed], source);
  for (const name of ['commander', '@noble', 'valibot', 'yaml']) {
    symlinkSync(join(root, 'node_modules', name), join(consumer, 'node_modules', name));
  }
  writeFileSync(join(consumer, 'package.json'), '{ "type": "module" }');
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package', () => {
  test('holds the program, the library, its types and nothing of the workshop', () => {
    expect(readdirSync(installed).sort()).toEqual(['LICENSE', 'README.md', 'dist', 'docs', 'package.json']);
    const files = readdirSync(join(installed, 'dist'), { recursive: true, encoding: 'utf8' });
    expect(files).toEqual(expect.arrayContaining(['index.js', 'index.d.ts', 'node/index.d.ts', 'cli/main.js']));
    expect(files.filter((path) => path.includes('.') && !/\.(js|d\.ts)$/.test(path))).toEqual([]);
  });

  test('names the version that it has', () => {
    expect(version).toBe(manifest.version);
    expect(run(process.execPath, [join(installed, 'dist/cli/main.js'), '--version'], consumer).trim()).toBe(version);
  });

  test('asks for no install script and for few packages', () => {
    const { dependencies, scripts } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
      readonly dependencies: Readonly<Record<string, string>>;
      readonly scripts: Readonly<Record<string, string>>;
    };
    expect(Object.keys(dependencies)).toEqual(['@noble/ciphers', '@noble/hashes', 'commander', 'valibot', 'yaml']);
    expect(Object.keys(scripts).filter((name) => /^(pre|post)?install$/.test(name))).toEqual([]);
  });

  test('runs the example of the README', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const [, example = ''] = /<!-- example: library -->\n\n```js\n([^]*?)```\n/.exec(readme) ?? [];
    writeFileSync(join(consumer, 'example.js'), example);
    copyFileSync(capture, join(consumer, 'capture.pcap'));
    const lines = run(process.execPath, ['example.js'], consumer).split('\n');
    expect(lines[0]).toBe('call-1: call, answered');
    expect(lines[1]).toMatch(/^error: .*ACK/);
    expect(lines[2]).toBe('  seen in frame 4');
    expect(lines.join('\n')).toContain('busy');
  });

  test('compiles with a program that uses it from Node', () => {
    const program = `
      import { analyze, type Analysis, analyzeEvents, CaptureError, explain, parseMessage, parseSdp, parseUri, SipMessage } from 'siplens';
      import { fileChunks } from 'siplens/node';
      const analysis: Analysis = await analyze(fileChunks('capture.pcap'), { rules: { 'missing-ack': 'off' } });
      const who: string | undefined = analysis.findings[0]?.fix[0]?.who;
      const stream: ReadableStream<Uint8Array> = new Blob([]).stream();
      for await (const event of analyzeEvents(stream, { messages: true, signal: AbortSignal.timeout(1000) })) {
        if (event.type === 'message' && event.status === 404) console.log(event.callId, who);
      }
      const message: SipMessage = parseMessage(new TextEncoder().encode('OPTIONS sip:bob@example.com SIP/2.0\\r\\n\\r\\n'));
      const uri = parseUri(message.requestUri);
      if (uri.kind === 'sip') console.log(uri.host);
      console.log(parseSdp('').media.length, explain('missing-ack')?.means, CaptureError.name, message.defects[0]?.code);
    `;
    expect(complaints({ 'program.ts': program })).toBe('');
    // The compiler would have complained.
    expect(complaints({ 'program.ts': program.replace('event.callId', 'event.callID') })).toContain('callID');
    expect(complaints({ 'program.ts': program.replace("'off'", "'of'") })).toContain('\'"of"\' is not assignable');
  });

  test('has types that say what the documents hold', async () => {
    const folders = [
      'baresip-missing-ack',
      'baresip-wrong-password',
      'kamailio-400-content-length',
      'kamailio-forked',
      'sipp-starts-late',
      'sipp-tcp-segmented',
    ];
    const texts = ["import type { Analysis, AnalysisEvent } from 'siplens';"];
    for (const [index, name] of folders.entries()) {
      const bytes = new Uint8Array(readFileSync(join(root, 'fixtures/captures', name, 'capture.pcap')));
      const events: unknown[] = [];
      for await (const event of analyzeEvents(bytes, { messages: true })) events.push(event);
      // A literal may hold no key that its type does not name.
      texts.push(`export const analysis${index}: Analysis = ${JSON.stringify(await analyze(bytes))};`);
      texts.push(`export const events${index}: readonly AnalysisEvent[] = ${JSON.stringify(events)};`);
    }
    expect(complaints({ 'documents.ts': texts.join('\n') })).toBe('');
    expect(complaints({ 'documents.ts': texts.join('\n').replace('"confidence":', '"certainty":') })).toContain(
      'certainty',
    );
  });
});
