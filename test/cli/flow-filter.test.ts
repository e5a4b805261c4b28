import { describe, expect, test } from 'vitest';
import { directoryWith, pcapOf, run } from './terminal.ts';

const SCRIPT = `# A refused call, a registration, a ping: one after the other.
alice = 192.0.2.10:5060
bob   = 198.51.100.20:5060
carol = 203.0.113.1:5070

0.0    alice -> bob  INVITE @first
+0.01  bob -> alice  486 Busy Here @first
+0.01  alice -> bob  ACK @first
100.0  alice -> carol  OPTIONS @second
+0.01  carol -> alice  200 OK @second
200.0  alice -> bob  MESSAGE @third
+0.01  bob -> alice  404 Not Found @third
`;

const capture = `${directoryWith({ 'a.pcap': pcapOf(SCRIPT) })}/a.pcap`;

async function kindsOf(...options: string[]): Promise<string[]> {
  const { code, out, err } = await run(['flows', capture, '-f', 'ndjson', ...options]);
  expect(err).toBe('');
  expect(code).toBe(0);
  const lines = out.split('\n').filter((line) => line !== '');
  return lines.map((line) => (JSON.parse(line) as { kind: string }).kind).toSorted();
}

describe('a filter keeps only flows that match', () => {
  test.each([
    [[], ['call', 'message', 'transaction']],
    [['--kind', 'call'], ['call']],
    [
      ['--kind', 'call', '--kind', 'message'],
      ['call', 'message'],
    ],
    [['--method', 'options'], ['transaction']],
    [
      ['--status', '4xx'],
      ['call', 'message'],
    ],
    [['--status', '404'], ['message']],
    [['--rule', 'response/404'], ['message']],
    [
      ['--rule', 'response/404', '--rule', 'response/486'],
      ['call', 'message'],
    ],
    [['--rule', 'response/404', '--kind', 'call'], []],
    [
      ['--status', '404', '--status', '2XX'],
      ['message', 'transaction'],
    ],
    [['--status', '4xx', '--kind', 'call'], ['call']],
    [
      ['--from', 'ALICE@'],
      ['call', 'message', 'transaction'],
    ],
    [['--to', 'carol'], ['transaction']],
    [
      ['--to', '/^sip:bob@/'],
      ['call', 'message'],
    ],
    [
      ['--to', '/^SIP:BOB@/i'],
      ['call', 'message'],
    ],
    [['--to', '/^bob/'], []],
    [['--host', '203.0.113.1'], ['transaction']],
    [['--host', '203.0.113.1:5070'], ['transaction']],
    [['--host', '203.0.113.1:5060'], []],
    [['--host', '203.0.113'], []],
    [
      ['--since', '+50'],
      ['message', 'transaction'],
    ],
    [
      ['--until', '+150'],
      ['call', 'transaction'],
    ],
    [['--since', '+50', '--until', '+150'], ['transaction']],
    [
      ['--since', '2026-01-01T00:01:40Z'],
      ['message', 'transaction'],
    ],
    [
      ['--since', '2026-01-01 01:01:40+01:00'],
      ['message', 'transaction'],
    ],
    [['--until', '00:00:30'], ['call']],
    [['--until', '2025-12-31'], []],
  ])('%j', async (options, kinds) => {
    expect(await kindsOf(...options)).toEqual(kinds);
  });

  test('and the totals count only those', async () => {
    const { out } = await run([capture, '-f', 'json', '--status', '404']);
    expect(JSON.parse(out)).toMatchObject({
      summary: {
        packets: 7,
        messages: 2,
        flows: { call: 0, message: 1, transaction: 0 },
        responses: { MESSAGE: { 404: 1 } },
      },
    });
  });

  test('and messages are those of these flows, in their order', async () => {
    const { out } = await run(['messages', capture, '-f', 'ndjson', '--status', '4xx']);
    const frames = out
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { frame: number }).frame);
    expect(frames).toEqual([1, 2, 3, 6, 7]);
  });

  test('none of them passing is said', async () => {
    expect((await run([capture, '--status', '599'])).out).toContain('No flow passes the filter');
  });
});
