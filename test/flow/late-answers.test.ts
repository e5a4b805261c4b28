// When flows are handed on: not before everything that was asked can have been answered.
import { expect, test } from 'vitest';
import { analyzeEvents } from '../../src/analyze.ts';
import type { Flow } from '../../src/flow/model.ts';
import { compileFlowScript } from '../support/flow-script/compile.ts';
import { parseFlowScript } from '../../src/script/parse.ts';

/** Each flow is handed on as soon as it can be. */
async function flowsOf(script: string): Promise<readonly Flow[]> {
  const { pcap } = compileFlowScript(
    parseFlowScript(`# A test.\nalice = 192.0.2.10:5060\nbob = 198.51.100.20:5060\n${script}`),
  );
  const flows: Flow[] = [];
  await analyzeEvents([{ name: 'a.pcap', chunks: [pcap] }], { limits: { keptQuietFlows: 0 } }, (event) => {
    if (event.kind === 'flow') flows.push(event.report.flow);
  });
  return flows;
}

const ANSWERED =
  'transport tcp\n0 alice -> bob INVITE\n+0.1 bob -> alice 200 OK\n+0.01 alice -> bob ACK\n+5 alice -> bob BYE\n';

test('a BYE that is answered late still belongs to its call', async () => {
  const flows = await flowsOf(`${ANSWERED}+10 other\n+10 other\n+1 bob -> alice 200 OK for BYE\n+60 other\nend +60\n`);
  expect(flows).toHaveLength(1);
  expect(flows[0]?.transactions.at(-1)?.end).toBe('completed');
});

test('a BYE that is never answered is given its whole time', async () => {
  const flows = await flowsOf(`${ANSWERED}+10 other\n+10 other\n+60 other\nend +60\n`);
  expect(flows.map(({ end, transactions }) => [end, transactions.at(-1)?.end])).toEqual([['settled', 'timed-out']]);
});

test('a flow is not settled by hours in which nothing was recorded', async () => {
  const flows = await flowsOf('0 alice -> bob OPTIONS\n+7200 other\n+60 other\nend +60\n');
  expect(flows.map(({ end, transactions }) => [end, transactions[0]?.end])).toEqual([['capture-ended', 'open']]);
});
