// Messages become transactions and dialogs: what belongs together, and what only looks like it.
import { describe, expect, test } from 'vitest';
import type { Flow, Transaction } from '../../src/flow/model.ts';
import { judgeScript } from '../rules/judge-script.ts';

const HOSTS = `alice = 192.0.2.10:5060
bob = 198.51.100.20:5060
`;

async function flowsOf(script: string): Promise<readonly Flow[]> {
  const { reports } = await judgeScript(`# A test.\n${script}`);
  return reports.map(({ flow }) => flow);
}

async function onlyFlowOf(script: string): Promise<Flow> {
  const [flow, ...others] = await flowsOf(HOSTS + script);
  expect(others).toEqual([]);
  if (!flow) throw new Error('no flow');
  return flow;
}

function methodsOf(transactions: readonly Transaction[]): string[] {
  return transactions.map(({ method }) => method);
}

describe('transactions', () => {
  test('an ACK to a refusal belongs to its INVITE, an ACK to a 2xx stands alone', async () => {
    const refused = await onlyFlowOf(
      '0 alice -> bob INVITE\n+0.1 bob -> alice 486 Busy Here\n+0.01 alice -> bob ACK\n',
    );
    expect(methodsOf(refused.transactions)).toEqual(['INVITE']);
    expect(refused.transactions[0]?.acks).toHaveLength(1);
    const answered = await onlyFlowOf('0 alice -> bob INVITE\n+0.1 bob -> alice 200 OK\n+0.01 alice -> bob ACK\n');
    expect(methodsOf(answered.transactions)).toEqual(['INVITE', 'ACK']);
    expect(answered.dialogs[0]?.answers[0]?.acks).toHaveLength(1);
  });

  test('a CANCEL is tied to the INVITE that it cancels', async () => {
    const flow = await onlyFlowOf(
      '0 alice -> bob INVITE\n+0.1 bob -> alice 180 Ringing\n+1 alice -> bob CANCEL\n+0.01 bob -> alice 200 OK for CANCEL\n+0.01 bob -> alice 487 Request Terminated for INVITE\n+0.01 alice -> bob ACK\n',
    );
    const [invite, cancel] = flow.transactions;
    expect(invite?.cancel).toBe(cancel);
    expect(cancel?.cancels).toBe(invite);
    expect(flow.outcome).toBe('cancelled');
  });

  test('the same packet twice counts once, a repeated one is a retransmission', async () => {
    const flow = await onlyFlowOf(
      '0 alice -> bob INVITE\nduplicate\n+0.5 again\n+0.1 bob -> alice 486 Busy Here\n+0.01 alice -> bob ACK\n',
    );
    expect(flow.sightings.map(({ role }) => role)).toEqual(['first', 'duplicate', 'retransmission', 'first', 'first']);
    expect(flow.transactions[0]?.requests).toHaveLength(2);
    expect(flow.duplicates).toBe(1);
  });

  test('a request that proxies pass on is one transaction a hop, linked by its Via headers', async () => {
    const flow = await onlyFlowOf(
      'proxy p = 203.0.113.5:5060 record-route\n0 alice -> p INVITE to bob\n+0.01 p -> bob INVITE\n+0.1 bob -> p 200 OK\n+0.01 p -> alice 200 OK\n+0.01 alice -> p ACK\n+0.01 p -> bob ACK\n',
    );
    const [first, second] = flow.transactions.filter(({ method }) => method === 'INVITE');
    expect(second?.previousHop).toBe(first);
    expect(first?.nextHops).toEqual([second]);
    expect(first?.previousHop).toBeUndefined();
    expect(flow.dialogs).toHaveLength(1);
    expect(flow.dialogs[0]?.answers[0]?.transactions).toHaveLength(2);
  });

  test('a challenge makes the next INVITE another transaction of the same call', async () => {
    const flow = await onlyFlowOf(
      '0 alice -> bob INVITE\n+0.01 bob -> alice 407 Proxy Authentication Required\n+0.01 alice -> bob ACK\n+0.01 alice -> bob INVITE\n+0.1 bob -> alice 200 OK\n+0.01 alice -> bob ACK\n',
    );
    expect(methodsOf(flow.transactions)).toEqual(['INVITE', 'INVITE', 'ACK']);
    expect(flow.transactions.map(({ previousHop }) => previousHop)).toEqual([undefined, undefined, undefined]);
    expect(flow.outcome).toBe('answered');
  });

  test('one that the capture leaves open is not timed out', async () => {
    const open = await onlyFlowOf('0 alice -> bob OPTIONS\nend +10\n');
    expect(open.transactions[0]?.end).toBe('open');
    const over = await onlyFlowOf('0 alice -> bob OPTIONS\nend +60\n');
    expect(over.transactions[0]?.end).toBe('timed-out');
  });
});

describe('dialogs', () => {
  test('each fork that answers is a dialog of its own', async () => {
    const flow = await onlyFlowOf(
      '0 alice -> bob INVITE\n+0.1 bob -> alice 180 Ringing\n      | To: <sip:bob@example.net>;tag=one\n+0.1 bob -> alice 180 Ringing\n      | To: <sip:bob@example.net>;tag=two\n',
    );
    expect(flow.dialogs.map(({ calleeTag, state }) => [calleeTag, state])).toEqual([
      ['one', 'early'],
      ['two', 'early'],
    ]);
  });

  test('a BYE of either side ends it', async () => {
    const flow = await onlyFlowOf(
      '0 alice -> bob INVITE\n+0.1 bob -> alice 200 OK\n+0.01 alice -> bob ACK\n+5 bob -> alice BYE\n+0.01 alice -> bob 200 OK\nend +60\n',
    );
    expect(flow.dialogs.map(({ state }) => state)).toEqual(['terminated']);
    expect(flow.end).toBe('settled');
  });
});

describe('the window', () => {
  test('says that a flow began before the capture', async () => {
    const flow = await onlyFlowOf(
      '0 alice -> bob INVITE unseen\n+0.1 bob -> alice 200 OK unseen\n+0.01 alice -> bob ACK unseen\n+5 alice -> bob BYE\n+0.01 bob -> alice 200 OK\n',
    );
    expect(flow.window.startedBefore).toBe(true);
    expect(flow.kind).toBe('call');
    expect(flow.outcome).toBe('unknown');
  });

  test('knows which hosts are heard in both directions', async () => {
    const flow = await onlyFlowOf('0 alice -> bob OPTIONS\n+0.1 bob -> alice 200 OK\n');
    expect(flow.window.bothDirections('192.0.2.10:5060', '198.51.100.20:9')).toBe(true);
    expect(flow.window.bothDirections('192.0.2.10:5060', '203.0.113.1:5060')).toBe(false);
    const oneWay = await onlyFlowOf('0 alice -> bob OPTIONS\n+0.1 bob -> alice 200 OK unseen\n');
    expect(oneWay.window.bothDirections('192.0.2.10:5060', '198.51.100.20:5060')).toBe(false);
    expect(oneWay.window.sawTrafficTo('192.0.2.10:5060')).toBe(false);
  });
});
