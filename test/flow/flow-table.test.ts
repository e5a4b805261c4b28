// Call-IDs that were chosen to have one hash are still different calls.
import { expect, test } from 'vitest';
import { callIdHashesOf } from '../../src/sip/scan.ts';
import { analyzeBytes } from '../support/analysis.ts';
import { compileFlowScript } from '../support/flow-script/compile.ts';
import { parseFlowScript } from '../../src/script/parse.ts';

/** Texts with one hash: of 2^30, so that some 40,000 hold a pair. */
function colliding(count: number): readonly string[] {
  const byHash = new Map<number, string[]>();
  for (let number = 0; ; number++) {
    const text = `call-${number.toString(36)}@192.0.2.10`;
    const same = byHash.get(callIdHashesOf(text).hash);
    if (!same) byHash.set(callIdHashesOf(text).hash, [text]);
    else if (same.push(text) === count) return same;
  }
}

const [one = '', other = ''] = colliding(2);

function script(first: string, second: string): Uint8Array {
  const text = `# Two calls at the same time.
alice = 192.0.2.10:5060
bob   = 198.51.100.20:5060

0.0   alice -> bob INVITE @first
      | Call-ID: ${first}
+0.01 alice -> bob INVITE @second
      | Call-ID: ${second}
+0.1  bob -> alice 200 OK @first (INVITE)
+0.01 bob -> alice 486 Busy Here @second (INVITE)
+0.01 alice -> bob ACK @second
+0.01 alice -> bob ACK @first
      | Call-ID: ${first}
+1    alice -> bob BYE @first
      | Call-ID: ${first}
+0.01 bob -> alice 200 OK @first (BYE)
end +60
`;
  return compileFlowScript(parseFlowScript(text)).pcap;
}

test('the hashes of the two Call-IDs are equal', () => {
  expect(one).not.toBe(other);
  expect(callIdHashesOf(one).hash).toBe(callIdHashesOf(other).hash);
});

test.each([
  ['one hash', one, other],
  ['one hash, the other way round', other, one],
  ['one hash, one of them written in an unusual way', one, `\t${other}`],
  ['different hashes', 'a', 'b'],
])('two calls with %s are two flows', async (_, first, second) => {
  const { reports } = await analyzeBytes(script(first, second));
  expect(reports.map(({ flow }) => `${flow.outcome} ${flow.sightings.length}`).sort()).toEqual([
    'answered 5',
    'busy 3',
  ]);
});

test('hashes spread: similar Call-IDs seldom share one', () => {
  const hashes = new Set(Array.from({ length: 20_000 }, (__, index) => callIdHashesOf(`${index}@203.0.113.5`).hash));
  expect(hashes.size).toBeGreaterThan(19_980);
});
