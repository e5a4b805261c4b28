// A flow without the trait that a rule needs is not asked about: skipping never changes an answer.
import { describe, expect, test } from 'vitest';
import { askRules } from '../../src/annotate/rule-findings.ts';
import type { FlowReport } from '../../src/annotate/finding.ts';
import { flowRules } from '../../src/rules/all.ts';
import type { FlowRule } from '../../src/rules/rule.ts';
import { traitsOf } from '../../src/rules/traits.ts';
import { scripts } from '../pipeline/scripts.ts';
import { analyzeBytes, captureBytes, recordings } from '../support/analysis.ts';
import { CaptureError } from '../../src/analyze.ts';

const unconditional = flowRules.map((rule): FlowRule => {
  const { needs, ...always } = rule;
  return always;
});

const captures = [...recordings.map(([folder, recorded]) => [folder, captureBytes(recorded)] as const), ...scripts];

function answersTo(flow: FlowReport['flow'], asked: readonly FlowRule[]) {
  const { findings, undecided } = askRules(flow, {}, traitsOf(flow), asked);
  return {
    findings: findings.map(({ fingerprint, evidence, explains }) => [fingerprint, evidence, explains]),
    undecided,
  };
}

async function reportsOf(bytes: Uint8Array): Promise<readonly FlowReport[]> {
  try {
    return (await analyzeBytes(bytes)).reports;
  } catch (error) {
    if (error instanceof CaptureError) return [];
    throw error;
  }
}

/** The capture, and what becomes of it when one word takes the place of another that is as long. */
function mutantsOf(capture: Uint8Array): readonly Uint8Array[] {
  const text = Buffer.from(capture).toString('latin1');
  const changed = SWAPS.map(([from, to]) => text.replaceAll(from, to)).filter((mutant) => mutant !== text);
  return [capture, ...changed.map((mutant) => new Uint8Array(Buffer.from(mutant, 'latin1')))];
}

const SWAPS = [
  ['SIP/2.0 200', 'SIP/2.0 180'],
  ['SIP/2.0 200', 'SIP/2.0 400'],
  ['SIP/2.0 200', 'SIP/2.0 501'],
  ['SIP/2.0 200', 'SIP/2.0 407'],
  ['SIP/2.0 180', 'SIP/2.0 200'],
  ['SIP/2.0 180', 'SIP/2.0 405'],
  ['SIP/2.0 4', 'SIP/2.0 0'],
  ['ACK ', 'BYE '],
  ['INVITE', 'NOTIFY'],
] as const;

describe('what a rule needs', () => {
  test.each(captures)('%s: is all that it could have spoken of', async (_, capture) => {
    for (const mutant of mutantsOf(capture)) {
      for (const { flow } of await reportsOf(mutant))
        expect(answersTo(flow, flowRules)).toEqual(answersTo(flow, unconditional));
    }
  });

  test('is named by every rule, and missing in a flow that is in order', async () => {
    const [, answered] = scripts.find(([name]) => name === 'flows/answered-call.flow') ?? [];
    const [report] = await reportsOf(answered ?? new Uint8Array(0));
    expect(report?.flow.outcome).toBe('answered');
    const traits = report && traitsOf(report.flow);
    expect(flowRules.filter((rule) => rule.needs === undefined || traits?.[rule.needs])).toEqual([]);
  });
});
