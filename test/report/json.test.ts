import { describe, expect, test } from 'vitest';
import { createJsonReporter } from '../../src/report/json.ts';
import { createMessagesNdjsonReporter } from '../../src/report/messages.ts';
import { createNdjsonReporter } from '../../src/report/ndjson.ts';
import { observe, wiredOf, written } from './observe.ts';
import { HEALTHY, MIXED } from './scripts.ts';

interface Response {
  readonly status: number;
  readonly annotation?: { readonly verdict: string; readonly explanation: string; readonly fix: string };
}
interface Transaction {
  readonly method: string;
  readonly acknowledged?: boolean;
  readonly responses: readonly Response[];
}
interface Document {
  readonly summary: { readonly flows: Readonly<Record<string, number>>; readonly responses: object };
  readonly causes: readonly { readonly title: string; readonly findings: readonly number[]; readonly flows: number }[];
  readonly findings: readonly {
    readonly rule: string;
    readonly title: string;
    readonly fix: readonly object[];
    readonly evidence: readonly Readonly<Record<string, unknown>>[];
  }[];
  readonly flows: readonly { readonly id: string; readonly transactions: readonly Transaction[] }[];
}

const REJECTED = `# Somebody is challenged first, and then not found.
alice = 192.0.2.10:5060
bob   = 198.51.100.20:5060

0.0    alice -> bob  INVITE
+0.01  bob -> alice  100 Trying
+0.01  bob -> alice  180 Ringing
+0.01  bob -> alice  404 Not Found
+0.01  alice -> bob  ACK
`;

const STOPPED = `# The capture ends right after the answer.
alice = 192.0.2.10:5060
bob   = 198.51.100.20:5060

0.0    alice -> bob  INVITE
+2.0   bob -> alice  200 OK
`;

function documentOf(script: string): Document {
  return JSON.parse(written(createJsonReporter, observe(wiredOf(script)))) as Document;
}

function inviteOf(script: string): Transaction {
  const [invite] = documentOf(script).flows.flatMap(({ transactions }) =>
    transactions.filter(({ method }) => method === 'INVITE'),
  );
  if (!invite) throw new Error('no INVITE');
  return invite;
}

describe('the JSON document', () => {
  test('has its keys in the promised order', () => {
    expect(Object.keys(documentOf(MIXED))).toEqual([
      'schemaVersion',
      'tool',
      'inputs',
      'summary',
      'causes',
      'findings',
      'undecided',
      'flows',
    ]);
  });

  test('is valid and complete without any flow', () => {
    expect(JSON.parse(written(createJsonReporter, observe([])))).toMatchObject({
      schemaVersion: 1,
      findings: [],
      flows: [],
    });
  });

  test('lets a cause point at its findings', () => {
    const { causes, findings } = documentOf(MIXED);
    expect(causes.map((cause) => cause.findings.map((index) => findings[index]?.rule))).toEqual([['missing-ack']]);
  });

  test('quotes the bytes that tell, with their place in the message', () => {
    const [evidence] = documentOf(MIXED).findings[0]?.evidence ?? [];
    expect(evidence).toMatchObject({
      file: 'trunk.pcap',
      frame: 3,
      text: 'Contact: <sip:bob@10.0.0.5:5060>',
      length: 'Contact: <sip:bob@10.0.0.5:5060>'.length,
    });
    expect(evidence?.['time']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z$/);
  });

  test('annotates every response outside 2xx and no other', () => {
    const { responses } = inviteOf(REJECTED);
    expect(responses.map(({ status, annotation }) => [status, annotation !== undefined])).toEqual([
      [100, true],
      [180, true],
      [404, true],
    ]);
    expect(responses[2]?.annotation?.explanation).not.toBe('');
    expect(inviteOf(HEALTHY).responses.map(({ status, annotation }) => [status, annotation !== undefined])).toEqual([
      [180, true],
      [200, false],
    ]);
  });

  test.each([
    ['an ACK after a 2xx', HEALTHY, true],
    ['an ACK after a refusal', REJECTED, true],
    ['a missing ACK', MIXED, false],
  ])('tells of %s', (_, script, acknowledged) => {
    expect(inviteOf(script).acknowledged).toBe(acknowledged);
  });

  test('does not say whether an ACK came where the capture ends too early', () => {
    const wired = wiredOf(STOPPED);
    const text = written(createJsonReporter, observe(wired, 'trunk.pcap', [], 1e6));
    const document = JSON.parse(text) as Document;
    expect(document.flows[0]?.transactions[0]).not.toHaveProperty('acknowledged');
  });

  test('has no null anywhere', () => {
    expect(written(createJsonReporter, observe(wiredOf(MIXED)))).not.toMatch(/:null\b/);
  });
});

describe('JSON lines', () => {
  test('are the same objects, each with its type', () => {
    const events = observe(wiredOf(MIXED));
    const lines = written(createNdjsonReporter, events)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string });
    const types = lines.map(({ type }) => type);
    expect(types[0]).toBe('analysis');
    expect(types.slice(-3)).toEqual(['input', 'cause', 'summary']);
    expect(types.slice(1, -3).toSorted()).toEqual(['finding', 'flow', 'flow']);
    const { type: _, ...finding } = lines.find(({ type }) => type === 'finding') ?? { type: '' };
    expect(finding).toEqual(documentOf(MIXED).findings[0]);
  });

  test('of messages have the promised keys', () => {
    const [first = ''] = written(createMessagesNdjsonReporter, observe(wiredOf(HEALTHY))).split('\n');
    const message = JSON.parse(first) as Record<string, unknown>;
    expect(Object.keys(message)).toEqual([
      'file',
      'frame',
      'time',
      'transport',
      'source',
      'destination',
      'kind',
      'method',
      'requestUri',
      'callId',
      'cseq',
      'branch',
      'fromTag',
      'bytes',
    ]);
    expect(message).toMatchObject({
      frame: 1,
      kind: 'request',
      method: 'INVITE',
      cseq: { number: 1, method: 'INVITE' },
    });
  });

  test('of messages say what was sent again', () => {
    const lines = written(createMessagesNdjsonReporter, observe(wiredOf(MIXED)))
      .trimEnd()
      .split('\n');
    const again = lines
      .map((line) => JSON.parse(line) as { status?: number; retransmission?: true })
      .filter(({ retransmission }) => retransmission);
    expect(again.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
  });
});
