// Challenges and credentials are read from whatever stands in the header.
import { expect, test } from 'vitest';
import { challengesIn, credentialsIn } from '../../src/rules/digest.ts';
import { parseMessage } from '../../src/sip/message.ts';

const encoder = new TextEncoder();

function message(...rows: string[]) {
  return parseMessage(encoder.encode(`SIP/2.0 401 Unauthorized\r\n${rows.join('\r\n')}\r\n\r\n`));
}

test.each([
  ['Digest realm="a, b=c", nonce="n", stale=TRUE', 'a, b=c', 'n', true],
  ['Digest nonce=n,realm="say \\"hi\\""', 'say "hi"', 'n', false],
  ['Digest  realm = "a" , nonce = "n"', 'a', 'n', false],
  ['Digest realm="never closed, nonce="n"', 'never closed, nonce=', '', false],
  ['Digest', '', '', false],
  ['', '', '', false],
])('%s', (value, realm, nonce, stale) => {
  const [challenge] = challengesIn(message(`WWW-Authenticate: ${value}`));
  expect([challenge?.realm ?? '', challenge?.nonce ?? '', challenge?.stale ?? false]).toEqual([realm, nonce, stale]);
});

test('an empty response announces a user and is no credentials', () => {
  expect(credentialsIn(message('Authorization: Digest username="u", realm="r", response=""'))).toEqual([]);
});

test('both sides are read, each with its own header', () => {
  const sides = challengesIn(message('Proxy-Authenticate: Digest realm="p"', 'WWW-Authenticate: Digest realm="w"'));
  expect(sides.map(({ side, realm }) => [side, realm])).toEqual([
    ['www', 'w'],
    ['proxy', 'p'],
  ]);
});

test('reading takes linear time', () => {
  const timeOf = (length: number): number => {
    const value = message(`WWW-Authenticate: Digest ${'a=,'.repeat(length)}`);
    const start = performance.now();
    for (let round = 0; round < 5; round++) challengesIn(value);
    return performance.now() - start;
  };
  timeOf(1_000);
  expect(timeOf(20_000)).toBeLessThan(40 * Math.max(1, timeOf(2_000)));
});
