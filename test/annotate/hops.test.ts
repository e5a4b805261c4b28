// One response at several hops is one finding; what a proxy makes of it belongs to its cause.
import { expect, test } from 'vitest';
import { phraseText } from '../../src/languages/spoken.ts';
import { judgeScript } from '../rules/judge-script.ts';

const HOSTS = `# A story.
alice = 192.0.2.10:5060
proxy edge = 203.0.113.5 record-route
bob = 198.51.100.20:5060

`;

async function findingsOf(lines: string) {
  const { reports } = await judgeScript(`${HOSTS}${lines}\nend +60\n`);
  return reports.flatMap(({ findings }) => findings);
}

test('a refusal that is passed on is one finding, with evidence from every hop, and names who sent it', async () => {
  const [finding, ...others] = await findingsOf(`0.0 alice -> edge INVITE to bob
+0.01 edge -> bob INVITE
+0.1 bob -> edge 404 Not Found
+0.0 edge -> bob ACK
+0.01 edge -> alice 404 Not Found
+0.5 again
+0.02 alice -> edge ACK`);
  expect(others).toEqual([]);
  expect(finding?.peer).toBe('198.51.100.20:5060');
  expect(finding?.evidence.map(({ sighting }) => [sighting.source, sighting.role])).toEqual([
    ['198.51.100.20:5060', 'first'],
    ['203.0.113.5:5060', 'first'],
    ['203.0.113.5:5060', 'retransmission'],
  ]);
});

test('a server failure that a proxy made from another one shares its cause', async () => {
  const findings = await findingsOf(`0.0 alice -> edge INVITE to bob
+0.01 edge -> bob INVITE
+0.1 bob -> edge 503 Service Unavailable
+0.0 edge -> bob ACK
+0.01 edge -> alice 500 Server Internal Error
+0.02 alice -> edge ACK`);
  expect(findings.map(({ rule, explainedBy }) => [rule, explainedBy])).toEqual([
    ['response/503', undefined],
    ['response/500', 'response/503'],
  ]);
  expect(new Set(findings.map(({ cause }) => cause)).size).toBe(1);
  expect(findings[1]?.explanation.map((phrase) => phraseText(phrase, 'en'))).toContain(
    'It was made from the 503 that 198.51.100.20:5060 sent further on.',
  );
});

test('what a response carries is told: own words, Reason, Warning, Retry-After, Error-Info, software', async () => {
  const [finding] = await findingsOf(`0.0 alice -> bob INVITE
+0.1 bob -> alice 503 Trunk full
       | Reason: Q.850;cause=34;text="No circuit available"
       | Warning: 399 pbx.example.com "all lines busy"
       | Retry-After: 120 (maintenance)
       | Error-Info: <sip:busy@example.com>
       | Server: ExamplePBX 1.0
+0.02 alice -> bob ACK`);
  const sentences = (finding?.explanation ?? []).map((phrase) => phraseText(phrase, 'en')).join('\n');
  expect(sentences).toContain('"Trunk full" instead of "Service Unavailable"');
  expect(sentences).toContain('Q.850 cause 34 (No circuit available)');
  expect(sentences).toContain('399 pbx.example.com "all lines busy"');
  expect(sentences).toContain('wait 120 s');
  expect(sentences).toContain('<sip:busy@example.com>');
  expect(sentences).toContain('198.51.100.20:5060 (ExamplePBX 1.0)');
});

test('a number that nobody registered is said to be one', async () => {
  const [finding] = await findingsOf('0.0 alice -> bob MESSAGE\n+0.1 bob -> alice 477 Cannot send');
  const sentences = (finding?.explanation ?? []).map((phrase) => phraseText(phrase, 'en')).join('\n');
  expect(finding?.title.values).toMatchObject({ status: 477, reason: 'Cannot send' });
  expect(sentences).toContain('477 is not registered; clients treat it as 400');
});
