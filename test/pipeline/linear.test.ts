// Time grows with the number of messages and no faster, whatever they are; memory does not grow at all; and the limits
// that see to it are said aloud.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it, test } from 'vitest';
import { analyzeEvents, type AnalyzeOptions } from '../../src/analyze.ts';
import type { Finding } from '../../src/annotate/finding.ts';
import { analyzeBytes, analyzeInputs, captureBytes, type Observed, recordings } from '../support/analysis.ts';
import { scripts } from './scripts.ts';
import { callsInChunks, captureOfMessages, noiseInChunks, type Sent } from './traffic.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

interface Parts {
  readonly start: string;
  readonly callId: string;
  readonly branch: string;
  readonly fromTag: string;
  readonly toTag: string;
  readonly cseq: string;
}

function message({ start, callId, branch, fromTag, toTag, cseq }: Parts): string {
  const to = toTag === '' ? '' : `;tag=${toTag}`;
  return [
    start,
    `Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK${branch}`,
    `From: <sip:alice@example.com>;tag=${fromTag}`,
    `To: <sip:bob@example.net>${to}`,
    `Call-ID: ${callId}`,
    `CSeq: ${cseq}`,
    'Max-Forwards: 70',
    'Content-Length: 0',
    '',
    '',
  ].join('\r\n');
}

const INVITE = 'INVITE sip:bob@example.net SIP/2.0';
const INFO = 'INFO sip:bob@198.51.100.20 SIP/2.0';
const OK = 'SIP/2.0 200 OK';
const call = { callId: 'one@192.0.2.10', branch: '1', fromTag: 'a', toTag: 'b', cseq: '1 INVITE' } as const;

/** What may come, `n` messages of it. Most of it is what no stack sends and anybody can. */
const traffic: Readonly<Record<string, (index: number) => Sent>> = {
  'many calls': (index) => ({
    timeUs: index * 10_000,
    text: message({ ...call, start: index % 2 === 0 ? INVITE : OK, callId: `${index >> 1}@192.0.2.10` }),
  }),
  'one call with ever more requests in it': (index) => ({
    timeUs: index * 10_000,
    text: message({ ...call, start: index % 2 === 0 ? INFO : OK, branch: `${index >> 1}`, cseq: `${index >> 1} INFO` }),
  }),
  'one call that shows a sign of life every minute': (index) => ({
    timeUs: index * 60_000_000,
    text: message({
      ...call,
      start: index === 0 ? OK : INFO,
      branch: `${index}`,
      cseq: index === 0 ? '1 INVITE' : `${index} INFO`,
    }),
  }),
  'one Call-ID with ever new branches': (index) => ({
    timeUs: index * 1_000,
    text: message({ ...call, start: INVITE, toTag: '', branch: `${index}` }),
  }),
  'one Call-ID with ever new From tags': (index) => ({
    timeUs: index * 1_000,
    text: message({ ...call, start: INVITE, toTag: '', branch: `${index}`, fromTag: `${index}` }),
  }),
  'one INVITE with ever new answers': (index) => ({
    timeUs: index * 1_000,
    text:
      index === 0 ? message({ ...call, start: INVITE, toTag: '' }) : message({ ...call, start: OK, toTag: `${index}` }),
  }),
  'one INVITE with ever new refusals': (index) => ({
    timeUs: index * 1_000,
    text: message({ ...call, start: index === 0 ? INVITE : `SIP/2.0 ${400 + (index % 100)} No`, toTag: `${index}` }),
  }),
  'one INVITE, repeated for ever': (index) => ({
    timeUs: index * 1_000,
    text: message({ ...call, start: INVITE, toTag: '' }),
  }),
  'challenges without end': (index) => ({
    timeUs: index * 1_000,
    text: message({
      ...call,
      start:
        index % 2 === 0
          ? 'REGISTER sip:example.com SIP/2.0'
          : `SIP/2.0 401 No\r\nWWW-Authenticate: Digest realm="${index}", nonce="${index}"`,
      branch: `${index >> 1}`,
      cseq: `${index >> 1} REGISTER`,
    }),
  }),
  'messages without a Call-ID': (index) => ({
    timeUs: index * 1_000,
    text: message({ ...call, start: INVITE, branch: `${index % 7}` }).replace(/Call-ID.*\r\n/, ''),
  }),
};

const FEW = 4_000;
const MANY = 4 * FEW;
const MAX_EXPONENT = 1.3;
const TRIES = 6;

async function secondsFor(capture: Uint8Array, options: AnalyzeOptions): Promise<number> {
  const start = performance.now();
  await analyzeEvents([{ name: 'a.pcap', chunks: [capture] }], options, () => undefined);
  return (performance.now() - start) / 1000;
}

describe.each([
  ['as analyze reads them', {}],
  ['as messages reads them', { messages: true }],
])('four times the messages take four times the time, %s', (_, options) => {
  test.each(Object.entries(traffic))(
    '%s',
    async (_name, make) => {
      const all = Array.from({ length: MANY }, (_message, index) => make(index));
      const [few, many] = [captureOfMessages(all.slice(0, FEW)), captureOfMessages(all)];
      await secondsFor(few, options);
      // The machine may be busy with something else: the best of several tries counts.
      let exponent = Number.POSITIVE_INFINITY;
      for (let tries = 0; tries < TRIES && exponent > MAX_EXPONENT; tries++) {
        const ratio = (await secondsFor(many, options)) / (await secondsFor(few, options));
        exponent = Math.min(exponent, Math.log(ratio) / Math.log(MANY / FEW));
      }
      expect(exponent).toBeLessThanOrEqual(MAX_EXPONENT);
    },
    120_000,
  );
});

describe('limits', () => {
  const notices = ({ inputs }: Pick<Observed, 'inputs'>): readonly string[] =>
    // The records of these calls are in order of time only nearly, as their maker says.
    inputs.flatMap((input) => input.notices.map(({ code }) => code)).filter((code) => code !== 'clock-set-back');
  const calls = (): Iterable<Uint8Array> => callsInChunks(50);

  it('that are reached are said', async () => {
    const input = { name: 'calls.pcap', chunks: calls() };
    expect(notices(await analyzeInputs([input], { limits: { maxOpenFlows: 3 } }))).toEqual(['flow-evicted']);
    const wide = { name: 'calls.pcap', chunks: calls() };
    expect(notices(await analyzeInputs([wide], { limits: { maxOpenBytes: 1 } }))).toEqual(['flow-evicted']);
    const long = { name: 'calls.pcap', chunks: calls() };
    expect(notices(await analyzeInputs([long], { limits: { maxSightingsPerFlow: 4 } }))).toEqual(['flow-too-long']);
  });

  it('that are not reached are not spoken of', async () => {
    const { inputs, reports } = await analyzeInputs([{ name: 'calls.pcap', chunks: calls() }]);
    expect(notices({ inputs })).toEqual([]);
    expect(reports.map(({ flow }) => flow.end)).not.toContain('evicted');
  });

  it('bound the length of a flow', async () => {
    const flood = Array.from({ length: 1000 }, (_, index) => traffic['one Call-ID with ever new branches']?.(index));
    const capture = captureOfMessages(flood.filter((sent) => sent !== undefined));
    const { reports } = await analyzeBytes(capture, { limits: { maxSightingsPerFlow: 100 } });
    expect(reports.map(({ flow }) => flow.sightings.length)).toEqual(Array.from({ length: 10 }, () => 100));
  });

  const everything = [...recordings.map(([folder, recorded]) => [folder, captureBytes(recorded)] as const), ...scripts];
  const tight = [
    { maxOpenFlows: 1 },
    { maxOpenBytes: 1 },
    { maxOpenBytes: 2_000 },
    { maxSightingsPerFlow: 1 },
    { maxSightingsPerFlow: 3 },
  ];
  test.each(everything)('%s: cut off by a limit, misses nothing for certain that the whole has', async (_, capture) => {
    const whole = new Set(absencesIn(await analyzeBytes(capture)).map(({ rule }) => rule));
    for (const limits of tight) {
      const absences = absencesIn(await analyzeBytes(capture, { limits }));
      expect(absences.filter(({ rule }) => !whole.has(rule))).toEqual([]);
      for (const { evicted, givenUp, rejected, evidence } of absences) {
        if (evicted && !givenUp && !rejected) expect(secondsOf(evidence)).toBeGreaterThan(PROOF_S);
      }
    }
  });
});

/**
 * Repetitions over so many seconds, close to all of 64·T1, prove an absence even in a flow whose end was not waited for.
 * So does the 408 of a proxy that has given up, and an ICMP error.
 */
const PROOF_S = 20;

type Absence = Pick<Finding, 'rule' | 'evidence'> & {
  readonly evicted: boolean;
  readonly givenUp: boolean;
  readonly rejected: boolean;
};

/** What is said for certain to be missing: a refusal is a fact, however little is known around it, and so is half a packet. */
function absencesIn({ reports }: Observed): readonly Absence[] {
  return reports.flatMap(({ flow, findings }) =>
    findings
      .filter(({ rule, confidence }) => /^(missing-(?!fragment)|unanswered-)/.test(rule) && confidence === 'certain')
      .map(({ rule, evidence }) => ({
        rule,
        evidence,
        rejected: evidence.some(({ packet }) => packet !== undefined),
        evicted: flow.end === 'evicted',
        givenUp: flow.sightings.some((sighting) => sighting.message.status === 408),
      })),
  );
}

function secondsOf(evidence: Finding['evidence']): number {
  const times = evidence.map(({ sighting }) => sighting.timeUs);
  return (Math.max(...times) - Math.min(...times)) / 1e6;
}

describe('memory stays flat', () => {
  /** Bytes in use after each tenth of the way. */
  async function usageOf(count: number, make: typeof callsInChunks, onFlow: () => void): Promise<readonly number[]> {
    const usage: number[] = [];
    const look = (read: number): void => {
      if (read % (count / 10) !== 0) return;
      collectGarbage();
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      usage.push((heapUsed + arrayBuffers) / 1e6);
    };
    await analyzeEvents(
      [{ name: 'endless.pcap', chunks: make(count, look) }],
      {},
      ({ kind }) => kind === 'flow' && onFlow(),
    );
    return usage;
  }

  const GROWTH_MB = 8;
  const CEILING_MB = 160;

  it('over 300 MiB in which there is no SIP', async () => {
    let flows = 0;
    const usage = await usageOf(300, noiseInChunks, () => flows++);
    expect(flows).toBe(0);
    expect(usage).toHaveLength(10);
    expect(Math.max(...usage)).toBeLessThan(CEILING_MB);
    expect((usage.at(-1) ?? 0) - (usage[1] ?? 0)).toBeLessThan(GROWTH_MB);
  }, 120_000);

  it('over 200,000 calls that end', async () => {
    let flows = 0;
    const usage = await usageOf(200_000, callsInChunks, () => flows++);
    expect(flows).toBe(200_000);
    expect(Math.max(...usage)).toBeLessThan(CEILING_MB);
    expect((usage.at(-1) ?? 0) - (usage[1] ?? 0)).toBeLessThan(GROWTH_MB);
  }, 240_000);
});
