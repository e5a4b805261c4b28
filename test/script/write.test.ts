// Scripts written from recordings: the same for every recording of the same, and valid scripts that compile to packets
// which, recorded, give the same script again.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Flow } from '../../src/flow/model.ts';
import { parseFlowScript } from '../../src/script/parse.ts';
import { scriptText, type WriteOptions, writeFlows } from '../../src/script/write.ts';
import { observe } from '../report/observe.ts';
import { analyzeBytes, captureBytes, recordings } from '../support/analysis.ts';
import { compileFlowScript } from '../support/flow-script/compile.ts';

const numberOf = ({ id }: Flow): number => Number(id.slice(id.lastIndexOf('-') + 1));

async function flowsIn(pcap: Uint8Array): Promise<readonly Flow[]> {
  const { reports } = await analyzeBytes(pcap);
  return reports.map(({ flow }) => flow).sort((a, b) => numberOf(a) - numberOf(b));
}

async function written(pcap: Uint8Array, options: WriteOptions = {}): Promise<string> {
  return scriptText(writeFlows(await flowsIn(pcap), options), 'Written by a test.');
}

const compiled = (text: string): Uint8Array => compileFlowScript(parseFlowScript(text)).pcap;

const folder = new URL('../../fixtures/flows/', import.meta.url);
const scripts = readdirSync(folder)
  .filter((name) => name.endsWith('.flow'))
  .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const);

describe('what a script says is written again from its packets', () => {
  test.each(scripts)('%s', async (_, script) => {
    const once = await written(compiled(script));
    expect(await written(compiled(once))).toBe(once);
  });
});

/** Captures of which the script says less than the capture, and why. */
const LOSSY: Readonly<Record<string, string>> = {
  'kamailio-400-cseq-method': 'a script has no words for a response that names another method than its request',
};

describe('a recorded capture becomes a script that gives the same script again', () => {
  test.each(recordings)('%s', async (name, recorded) => {
    const once = await written(captureBytes(recorded));
    const again = await written(compiled(once));
    // A compiler knows no other connections than TCP.
    if (LOSSY[name] === undefined) expect(again).toBe(once.replaceAll(/speak over \w+/g, 'speak over tcp'));
    else expect(again).not.toBe(once);
  });
});

const HEAD = '# A flow of a test.\nalice = 192.0.2.77:5070\nbob = 198.51.100.20:5060\n';
const body = (text: string): string => text.slice(text.indexOf('call '));
const saying = async (script: string, options: WriteOptions = {}): Promise<string[]> =>
  body(await written(compiled(HEAD + script), options))
    .trimEnd()
    .split('\n')
    .slice(1);

describe('a script', () => {
  test('names hosts by their users, with addresses for documentation, whatever they were', async () => {
    const text = await written(
      compiled(`${HEAD}0 alice -> bob INVITE\n+1 bob -> alice 486 Busy Here\n+0.1 alice -> bob ACK`),
    );
    expect(text).toContain('alice = 192.0.2.1:5060\nbob   = 192.0.2.2:5060\n');
    expect(text).not.toContain('192.0.2.77');
  });

  test('leaves out copies, and the time unless it is asked for', async () => {
    const script = '0 alice -> bob OPTIONS\n+0.5 again\n+1.13 bob -> alice 200 OK\n+0.01 duplicate';
    expect(await saying(script)).toEqual([
      'alice -> bob  OPTIONS sip:bob@192.0.2.2:5060',
      '      | To: <sip:bob@example.com>',
      'bob -> alice  200 OK (OPTIONS)',
    ]);
    expect((await saying(script, { times: true }))[2]).toBe('+2 bob -> alice  200 OK (OPTIONS)');
  });

  test('tells what was not recorded as unseen, so that it makes sense', async () => {
    const script =
      '0 alice -> bob INVITE unseen\n+1 bob -> alice 200 OK unseen\n+1 alice -> bob ACK unseen\n+1 bob -> alice BYE\n+0.1 alice -> bob 200 OK';
    const lines = await saying(script);
    expect(lines.slice(0, 3).every((line) => line.endsWith('unseen'))).toBe(true);
    expect(lines.at(-2)).toMatch(/ -> \S+ {2}BYE$/);
  });

  test('keeps what says something, with volatile values named', async () => {
    const script = [
      '0 alice -> bob REGISTER',
      '| Expires: 120',
      '+0.1 bob -> alice 401 Unauthorized',
      '| WWW-Authenticate: Digest realm="r", nonce="b1946ac9", opaque="x", qop="auth"',
      '+0.1 alice -> bob REGISTER',
      '| Expires: 120',
      '+0.1 bob -> alice 503 Service Unavailable',
      '| Retry-After: 30',
      '| Warning: 399 192.0.2.77:5070 "go away"',
      '| -Contact',
    ].join('\n');
    const lines = await saying(script);
    expect(lines).toContain('      | WWW-Authenticate: Digest realm="r", nonce="nonce", opaque="opaque", qop="auth"');
    expect(lines).toContain('      | Retry-After: 30');
    expect(lines).toContain('      | Warning: 399 192.0.2.1:5060 "go away"');
  });

  test('takes away what a compiler would add', async () => {
    expect(await saying('0 alice -> bob INFO\n+0.1 bob -> alice 405 Method Not Allowed\n| -Allow')).toContain(
      '      | -Allow',
    );
    expect(
      await saying('0 alice -> bob INVITE\n| -body\n+0.1 bob -> alice 404 Not Found\n+0.1 alice -> bob ACK'),
    ).toContain('      | -body');
  });

  test('keeps other headers where that is asked for', async () => {
    const script = '0 alice -> bob OPTIONS\n| User-Agent: a phone\n+0.1 bob -> alice 200 OK';
    expect(await saying(script, { headers: ['User-Agent'] })).toContain('      | User-Agent: a phone');
    expect(await saying(script)).not.toContain('      | User-Agent: a phone');
  });
});

test('whatever a message holds, its script can be read, and moves no cursor', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      '\x1b[2J',
      '{callId}',
      '\\x41',
      '!missing-ack',
      '#label',
      '@call',
      'for INVITE',
      '\u202e',
      '| body: x',
      '(BYE)',
      '-> bob',
    ),
  );
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 8, maxLength: 8 }),
      ([uri, user, name, reason, realm, method, warning, sdp]) => {
        const one = (text = ''): string => text.replaceAll(/[\r\n]/g, ' ');
        const message = (start: string, cseq: string, more: string): Uint8Array =>
          Buffer.from(
            `${start}\r\nVia: SIP/2.0/UDP 192.0.2.10;branch=z9hG4bK1\r\nFrom: "${one(name)}" <sip:${one(user)}@example.com>;tag=1\r\n` +
              `To: <sip:${one(user)}@example.com>\r\nCall-ID: ${one(uri)}x\r\nCSeq: 1 ${cseq}\r\n${more}\r\n\r\nv=0\r\n${sdp}`,
          );
        const [a, b] = ['192.0.2.10:5060', '198.51.100.20:5060'];
        const events = observe([
          {
            timeUs: 1e6,
            source: a,
            destination: b,
            bytes: message(`INVITE sip:${one(uri)} SIP/2.0`, 'INVITE', 'Content-Type: application/sdp'),
          },
          {
            timeUs: 2e6,
            source: b,
            destination: a,
            bytes: message(
              `SIP/2.0 401 ${one(reason)}`,
              'INVITE',
              `Warning: ${one(warning)}\r\nWWW-Authenticate: Digest realm="${one(realm)}"`,
            ),
          },
          { timeUs: 3e6, source: a, destination: b, bytes: message(`${one(method)} sip:b SIP/2.0`, one(method), '') },
        ]);
        const flows = events.flatMap((event) => (event.kind === 'flow' ? [event.report.flow] : []));
        const text = scriptText(writeFlows(flows, { headers: ['Call-ID'] }), 'A test.');
        expect(() => parseFlowScript(text)).not.toThrow();
        expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      },
    ),
    { numRuns: 400 },
  );
});
