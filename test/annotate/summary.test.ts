// Counts over the whole analysis.
import { expect, test } from 'vitest';
import { Summary } from '../../src/annotate/summary.ts';
import { judgeScript } from '../rules/judge-script.ts';

test('flows, transactions, findings and responses are counted, repetitions included', async () => {
  const summary = new Summary();
  const { reports } = await judgeScript(`# A call and a ping.
alice = 192.0.2.10:5060
bob = 198.51.100.20:5060

0.0 alice -> bob INVITE @one
+0.02 bob -> alice 486 Busy Here @one
+0.5 again
+0.02 alice -> bob ACK @one
+1 alice -> bob OPTIONS @two
+0.02 bob -> alice 200 OK @two
end +60
`);
  for (const report of reports) summary.add(report);
  const totals = summary.totals(7, 6);
  expect(totals.packets).toBe(7);
  expect(totals.messages).toBe(6);
  expect(totals.flows).toEqual({
    call: 1,
    registration: 0,
    subscription: 0,
    publication: 0,
    message: 0,
    transaction: 1,
  });
  expect(totals.transactions).toBe(2);
  expect(totals.findings).toEqual({ error: 0, warning: 0, info: 1 });
  expect(totals.responses).toEqual({ INVITE: { 486: 2 }, OPTIONS: { 200: 1 } });
});

test('a fuzzer that invents methods does not fill the memory', async () => {
  const summary = new Summary();
  const lines = Array.from(
    { length: 80 },
    (_, index) => `+1 alice -> bob FUZZ${index} @c${index}\n+0.02 bob -> alice 501 Not Implemented @c${index}`,
  );
  const { reports } = await judgeScript(
    `# Fuzz.\nalice = 192.0.2.10\nbob = 198.51.100.20\n\n${lines.join('\n')}\nend +60\n`,
  );
  for (const report of reports) summary.add(report);
  const { responses } = summary.totals(0, 0);
  expect(Object.keys(responses)).toHaveLength(65);
  expect(responses['other']).toEqual({ 501: 16 });
});
