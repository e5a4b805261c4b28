// Where secrets may come from, and where they never go.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { createCaptureReader } from '../../../src/capture/reader.ts';
import { hasSecretsAhead, TLS_KEY_LOG } from '../../../src/capture/secrets-ahead.ts';
import { analyze, analyzeMerged } from '../../../src/library.ts';
import {
  enhancedPacket,
  interfaceBlock,
  little,
  type Order,
  big,
  secretsBlock,
  sectionHeader,
} from '../../capture/files.ts';
import { run } from '../../cli/terminal.ts';
import { captureOf, folder, keysOf } from './read-tls.ts';

const name = 'tls13-aes128-gcm';
const messages = 2;

/** The capture as pcapng, with the secrets before the packet of this index. */
function pcapngOf(order: Order, secretsBefore: number, capture = captureOf(name), keys = keysOf(name)): Uint8Array {
  const blocks = [...sectionHeader(order), ...interfaceBlock(order, 1)];
  const secrets = secretsBlock(order, TLS_KEY_LOG, [...keys]);
  let index = 0;
  const reader = createCaptureReader(
    ({ bytes, start, end, timeUs }) => {
      if (index++ === secretsBefore) blocks.push(...secrets);
      blocks.push(...enhancedPacket(order, BigInt(timeUs), [...bytes.subarray(start, end)]));
    },
    () => undefined,
  );
  reader.push(capture);
  reader.end();
  if (secretsBefore >= index) blocks.push(...secrets);
  return Uint8Array.from(blocks);
}

describe('secrets', () => {
  test.each([
    ['text', new TextDecoder().decode(keysOf(name))],
    ['bytes', keysOf(name)],
  ])('are given to the library as %s', async (_, keyLog) => {
    const { inputs, flows } = await analyze(captureOf(name), { keyLog });
    expect(inputs).toMatchObject([{ sipMessages: messages, notices: [] }]);
    expect(flows).toMatchObject([{ kind: 'transaction', outcome: 'succeeded' }]);
  });

  test.each([
    ['before all packets', 0],
    ['between the handshake and what it protects', 8],
    ['behind everything that needs them', 1000],
  ])('stand in the capture itself, %s', async (_, secretsBefore) => {
    for (const order of [little, big]) {
      const file = pcapngOf(order, secretsBefore);
      expect(hasSecretsAhead(file)).toBe(secretsBefore === 0);
      for (const source of [file, gzipSync(file), chunksOf(file, 500)]) {
        const { inputs, flows } = await analyze(source);
        expect(inputs).toMatchObject([{ sipMessages: messages, notices: [] }]);
        expect(flows).toMatchObject([{ kind: 'transaction', outcome: 'succeeded' }]);
      }
    }
  });

  it('of one capture open what is in another', async () => {
    const { inputs } = await analyzeMerged([
      { name: 'a', source: captureOf(name) },
      {
        name: 'b',
        source: pcapngOf(
          little,
          0,
          captureOf('tls12-aes128-gcm'),
          Buffer.concat([keysOf(name), keysOf('tls12-aes128-gcm')]),
        ),
      },
    ]);
    expect(inputs).toMatchObject([{ sipMessages: messages }, { sipMessages: messages }]);
  });

  it('that are missing are told apart from a key log that was not given', async () => {
    const noticesOf = async (keyLog?: string): Promise<string[]> => {
      const { inputs } = await analyze(captureOf(name), keyLog === undefined ? {} : { keyLog });
      return inputs.flatMap(({ notices }) => notices.map(({ text }) => text));
    };
    expect(await noticesOf()).toEqual([
      'a TLS connection could not be decrypted, because no key log was given: SIP may be inside',
    ]);
    expect(await noticesOf('# nothing')).toEqual([
      'the key log has no secrets for a TLS connection: SIP may be inside',
    ]);
  });
});

describe('no secret is ever shown', () => {
  const capture = join(folder, `${name}.pcap`);
  const keys = join(folder, `${name}.keys`);
  const secrets = readFileSync(keys, 'latin1').match(/[\da-f]{64,}$/gm) ?? [];
  const spoken = secrets.flatMap((secret) => [
    secret,
    secret.toUpperCase(),
    Buffer.from(secret, 'hex').toString('base64'),
  ]);

  test.each([
    ['analyze', ['text', 'json', 'ndjson', 'markdown']],
    ['messages', ['text', 'ndjson', 'csv']],
    ['flows', ['text', 'ndjson', 'csv']],
  ] as const)('by %s, in any format', async (command, formats) => {
    expect(secrets).toHaveLength(5);
    for (const format of formats) {
      const { code, out, err } = await run([command, '-v', '-f', format, '--keylog', keys, capture]);
      expect(code).toBe(0);
      expect(out.toLowerCase()).toMatch(/options|example.com/);
      for (const secret of spoken) expect(out + err).not.toContain(secret);
    }
  });

  it('in a complaint about the option', async () => {
    const { code, err } = await run(['--keylog', capture, capture]);
    expect(code).toBe(0);
    expect(err).toContain('no TLS secrets in it');
    const wrong = await run(['--keylog', `${keys}x`, capture]);
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.err).toContain('no such file');
  });

  it('is found in the option when several files are given, whatever their last line ends with', async () => {
    const other = 'tls12-aes128-gcm';
    const options = ['-f', 'csv', '--keylog', join(folder, `${other}.keys`), '--keylog', keys];
    const { out } = await run(['messages', ...options, capture, join(folder, `${other}.pcap`)]);
    expect(out.trim().split('\n')).toHaveLength(1 + 2 * messages);
  });
});

function* chunksOf(bytes: Uint8Array, size: number): Iterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
