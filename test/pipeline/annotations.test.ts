// What is promised of every response outside 2xx and of every finding, over all recorded captures and all flow scripts.
import { describe, expect, it, test } from 'vitest';
import type { Finding, FlowReport } from '../../src/annotate/finding.ts';
import type { Sighting, Transaction } from '../../src/flow/model.ts';
import { analyzeBytes, captureBytes, jsonOf, recordings } from '../support/analysis.ts';
import { scripts } from './scripts.ts';

const inputs: readonly (readonly [string, Uint8Array])[] = [
  ...recordings.map(([folder, recorded]) => [`captures/${folder}`, captureBytes(recorded)] as const),
  ...scripts,
];
/** A finding lists no more proof than this; a refusal that was repeated more often is still one finding. */
const MOST_EVIDENCE = 16;

interface ResponseShape {
  readonly status: number;
  readonly annotation?: { readonly verdict: string; readonly explanation: string; readonly fix: string };
}
interface Document {
  readonly findings: readonly { readonly evidence: readonly { readonly text: string; readonly length?: number }[] }[];
  readonly flows: readonly { readonly transactions: readonly { readonly responses: readonly ResponseShape[] }[] }[];
  readonly summary: { readonly packets: number; readonly responses: Record<string, Record<string, number>> };
}

const isSuccess = (status: number): boolean => status >= 200 && status < 300;

async function documentOf(capture: Uint8Array): Promise<Document> {
  return JSON.parse(jsonOf(await analyzeBytes(capture))) as Document;
}

function finalsOf(transaction: Transaction): readonly Sighting[] {
  return transaction.responses.filter(({ message }) => message.status >= 300);
}

/** Whether the finding speaks of this response: of the copy itself, or of so many that not all are listed. */
function speaksOf({ rule, evidence }: Finding, { message }: Sighting, response: Sighting): boolean {
  if (rule !== `response/${message.status}`) return false;
  return evidence.length >= MOST_EVIDENCE || evidence.some(({ sighting }) => sighting === response);
}

describe('the document: every response outside 2xx is annotated, and no other', () => {
  test.each(inputs)('%s', async (_, capture) => {
    const { flows, summary } = await documentOf(capture);
    const responses = flows.flatMap(({ transactions }) => transactions.flatMap((transaction) => transaction.responses));
    for (const { status, annotation } of responses) {
      if (isSuccess(status)) expect(annotation).toBeUndefined();
      else {
        expect(['expected', 'notable', 'fault']).toContain(annotation?.verdict);
        expect(annotation?.explanation).toMatch(/^\S.{10,}\S$/s);
        expect(annotation?.fix).toMatch(/^\S.{5,}\S$/s);
      }
    }
    const counted = Object.values(summary.responses).flatMap((byStatus) => Object.values(byStatus));
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(responses.length);
  });

  it('is about a good number of them', async () => {
    const documents = await Promise.all(inputs.map(([, capture]) => documentOf(capture)));
    const responses = documents
      .flatMap(({ flows }) => flows.flatMap((flow) => flow.transactions))
      .flatMap((transaction) => transaction.responses);
    expect(responses.filter(({ status }) => !isSuccess(status)).length).toBeGreaterThan(200);
  });
});

describe('every final response outside 2xx is a finding of its own, told once for all its copies and hops', () => {
  test.each(inputs)('%s', async (_, capture) => {
    for (const { flow, findings } of (await analyzeBytes(capture)).reports) {
      for (const response of flow.transactions.flatMap(finalsOf)) {
        expect(findings.filter((finding) => speaksOf(finding, response, response))).toHaveLength(1);
      }
      for (const finding of findings.filter(({ rule }) => rule.startsWith('response/'))) {
        expect(finding.evidence.map(({ sighting }) => `response/${sighting.message.status}`)).toEqual(
          finding.evidence.map(() => finding.rule),
        );
      }
    }
  });
});

describe('the proof of a finding can be looked up', () => {
  test.each(inputs)('%s', async (_, capture) => {
    const { reports, inputs: read } = await analyzeBytes(capture);
    for (const report of reports)
      for (const finding of report.findings) checkEvidence(finding, report, read[0]?.packets ?? 0);
  });

  test.each(inputs)('%s: and every piece of it says something', async (_, capture) => {
    for (const { evidence } of (await documentOf(capture)).findings) {
      for (const { text } of evidence) expect(text.trim()).not.toBe('');
    }
  });
});

function checkEvidence({ evidence }: Finding, { flow }: FlowReport, packets: number): void {
  const seen = new Set<Sighting>(flow.sightings);
  expect(new Set(evidence.map(({ sighting }) => sighting)).size).toBeGreaterThan(0);
  for (const { sighting, offset, length } of evidence) {
    expect(seen.has(sighting)).toBe(true);
    expect(sighting.frame).toBeGreaterThan(0);
    expect(sighting.frame).toBeLessThanOrEqual(packets);
    expect(offset === undefined).toBe(length === undefined);
    expect(offset ?? 0).toBeGreaterThanOrEqual(0);
    expect((offset ?? 0) + (length ?? 0)).toBeLessThanOrEqual(sighting.message.text.length);
  }
}
