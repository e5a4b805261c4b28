// What a caller would tell of a call.
import { expect, test } from 'vitest';
import { type CallFacts, callFactsOf } from '../../src/flow/call-facts.ts';
import { analyzeBytes } from '../support/analysis.ts';
import { compileFlowScript } from '../support/flow-script/compile.ts';
import { parseFlowScript } from '../../src/script/parse.ts';

const HOSTS = `alice = 192.0.2.10:5060
bob   = 198.51.100.20:5060
proxy edge = 203.0.113.5 record-route
`;

async function factsOf(lines: string): Promise<CallFacts | undefined> {
  const { pcap } = compileFlowScript(parseFlowScript(`# A call.\n${HOSTS}\n${lines}\nend +60\n`));
  const { reports } = await analyzeBytes(pcap);
  const [report] = reports;
  return report && callFactsOf(report.flow);
}

test('a call that rang, was answered, and was hung up by the callee, who says why', async () => {
  const facts = await factsOf(`0.0 alice -> bob INVITE
+0.01 bob -> alice 100 Trying
+0.5 bob -> alice 180 Ringing
+2.0 bob -> alice 200 OK
+0.01 alice -> bob ACK
+58 bob -> alice BYE
  | Reason: Q.850;cause=16;text="Normal call clearing"
+0.01 alice -> bob 200 OK`);
  expect(facts).toEqual({
    postDialDelayUs: 510_000,
    setupUs: 2_510_000,
    talkUs: 58_010_000,
    endedBy: 'callee',
    reasons: ['Q.850;cause=16;text="Normal call clearing"'],
    hops: 1,
  });
});

test('time begins with the first INVITE, also when that one was challenged', async () => {
  const facts = await factsOf(`0.0 alice -> bob INVITE
+0.1 bob -> alice 401 Unauthorized
+0.01 alice -> bob ACK
+0.1 alice -> bob INVITE
+0.3 bob -> alice 183 Session Progress
+1 bob -> alice 200 OK
+0.01 alice -> bob ACK
+5 alice -> bob BYE
+0.01 bob -> alice 200 OK`);
  expect(facts).toMatchObject({ postDialDelayUs: 510_000, setupUs: 1_510_000, talkUs: 5_010_000, endedBy: 'caller' });
});

test('over a proxy the hop nearest to the caller speaks', async () => {
  const facts = await factsOf(`0.0 alice -> edge INVITE
+0.1 edge -> bob INVITE
+0.4 bob -> edge 180 Ringing
+0.1 edge -> alice 180 Ringing
+1 bob -> edge 200 OK
+0.1 edge -> alice 200 OK
+0.01 alice -> edge ACK
+0.01 edge -> bob ACK
+3 alice -> edge BYE
+0.1 edge -> bob BYE
+0.01 bob -> edge 200 OK
+0.01 edge -> alice 200 OK`);
  expect(facts).toMatchObject({
    postDialDelayUs: 600_000,
    setupUs: 1_700_000,
    talkUs: 3_020_000,
    endedBy: 'caller',
    hops: 2,
  });
});

test('a call that the caller cancelled has no talk', async () => {
  const facts = await factsOf(`0.0 alice -> bob INVITE
+0.2 bob -> alice 180 Ringing
+4 alice -> bob CANCEL
  | Reason: SIP;cause=200;text="Call completed elsewhere"
+0.01 bob -> alice 200 OK (CANCEL)
+0.01 bob -> alice 487 Request Terminated
+0.01 alice -> bob ACK`);
  expect(facts).toEqual({
    postDialDelayUs: 200_000,
    endedBy: 'caller',
    reasons: ['SIP;cause=200;text="Call completed elsewhere"'],
    hops: 1,
  });
});

test('what was not captured is not made up', async () => {
  const late = await factsOf(`0.0 alice -> bob INVITE unseen
+0.2 bob -> alice 180 Ringing unseen
+1 bob -> alice 200 OK unseen
+0.1 alice -> bob ACK unseen
+9 bob -> alice BYE
+0.1 alice -> bob 200 OK`);
  expect(late).toBeUndefined();
  const ping = await factsOf(`0.0 alice -> bob OPTIONS
+0.1 bob -> alice 200 OK`);
  expect(ping).toBeUndefined();
  const silent = await factsOf(`0.0 alice -> bob INVITE`);
  expect(silent).toEqual({ reasons: [], hops: 1 });
});
