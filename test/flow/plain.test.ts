// Flows that are told from their scans alone, against the complete model: whatever happens to a capture, both say the same.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyzeBytes, captureBytes, type Observed, recordings } from '../support/analysis.ts';
import { captureOf, framesOf } from '../pipeline/split.ts';
import { scripts } from '../pipeline/scripts.ts';

const captures = [...recordings.map(([folder, recorded]) => [folder, captureBytes(recorded)] as const), ...scripts];

/** What both ways must agree in. */
function accountOf({ events, reports, findings, totals }: Observed): unknown {
  const flows = events.flatMap((event) => {
    if (event.kind === 'plain') return [`${event.flow.kind} ${event.flow.outcome}`];
    return event.kind === 'flow' ? [`${event.report.flow.kind} ${event.report.flow.outcome}`] : [];
  });
  return {
    flows: flows.sort(),
    findings: findings.map(({ fingerprint }) => fingerprint).sort(),
    undecided: reports.flatMap(({ undecided }) => undecided.map(({ rule }) => rule)).sort(),
    totals,
  };
}

async function bothWays(capture: Uint8Array): Promise<{ readonly complete: Observed; readonly quick: Observed }> {
  const complete = await analyzeBytes(capture);
  const quick = await analyzeBytes(capture, { takesPlainFlows: () => true });
  return { complete, quick };
}

test.each(captures)('%s: counts are those of the complete model', async (_, capture) => {
  const { complete, quick } = await bothWays(capture);
  expect(accountOf(quick)).toEqual(accountOf(complete));
});

test.each(captures)('%s: so they are when packets are lost, repeated or swapped', async (_, capture) => {
  const frames = framesOf(capture);
  const change = fc.record({
    kind: fc.constantFrom('drop' as const, 'again' as const, 'swap' as const),
    at: fc.nat(Math.max(0, frames.length - 1)),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      const changed = [...frames];
      for (const { kind, at } of changes) {
        const frame = changed[at];
        const next = changed[at + 1];
        if (!frame) continue;
        if (kind === 'drop') changed.splice(at, 1);
        else if (kind === 'again') changed.splice(at, 0, frame);
        else if (next) changed.splice(at, 2, next, frame);
      }
      const { complete, quick } = await bothWays(captureOf(changed));
      expect(accountOf(quick)).toEqual(accountOf(complete));
    }),
    { numRuns: 6 },
  );
});

describe('what goes by the book', () => {
  test('is not built: most healthy calls are told by their counts', async () => {
    const told = await Promise.all(
      scripts
        .filter(([name]) => name.startsWith('flows/'))
        .map(async ([name, capture]) => {
          const { quick } = await bothWays(capture);
          return [name, quick.events.filter(({ kind }) => kind === 'plain').length] as const;
        }),
    );
    const plain = told.filter(([, count]) => count > 0).map(([name]) => name);
    expect(plain.length).toBeGreaterThan(5);
  });

  test('is built where every flow is wanted', async () => {
    for (const [, capture] of scripts.slice(0, 5)) {
      const { complete } = await bothWays(capture);
      expect(complete.events.some(({ kind }) => kind === 'plain')).toBe(false);
    }
  });
});
