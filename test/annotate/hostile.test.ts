// Whatever the bytes are, a flow is judged: nothing throws, and every sentence can be said.
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { analyzeEvents } from '../../src/analyze.ts';
import type { FlowReport } from '../../src/annotate/finding.ts';
import { phraseText } from '../../src/languages/spoken.ts';
import { compileFlowScript } from '../support/flow-script/compile.ts';
import { parseFlowScript } from '../../src/script/parse.ts';

const fixtures = resolve(dirname(fileURLToPath(import.meta.url)), '../../fixtures');
const MUTANTS = 150;

/** A generator of numbers that gives the same ones every time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test.each([
  'rules/missing-ack/lost.flow',
  'rules/authentication-loop/guessing.flow',
  'rules/malformed-request/max-forwards.flow',
  'rules/unanswered-request/behind-a-proxy.flow',
  'flows/forked-call.flow',
])('mutants of %s', async (name) => {
  const { pcap } = compileFlowScript(parseFlowScript(readFileSync(resolve(fixtures, name), 'utf8')));
  const next = numbers(pcap.length);
  let sentences = 0;
  for (let mutant = 0; mutant < MUTANTS; mutant++) {
    const bytes = pcap.slice();
    for (let flips = 1 + next(12); flips > 0; flips--) bytes[24 + next(bytes.length - 24)] = next(256);
    const reports: FlowReport[] = [];
    await analyzeEvents([{ name: 'mutant.pcap', chunks: [bytes] }], {}, (event) => {
      if (event.kind === 'flow') reports.push(event.report);
    });
    for (const { findings, undecided, annotations } of reports) {
      const phrases = [
        ...findings.flatMap(({ title, explanation, fix }) => [
          title,
          ...explanation,
          ...fix.map(({ action }) => action),
        ]),
        ...undecided.map(({ because }) => because),
        ...[...annotations.values()].flatMap(({ explanation, fix }) => [...explanation, ...fix]),
      ];
      for (const phrase of phrases) {
        expect(phrase.key).not.toBe('annotate/rule-failed');
        expect(phraseText(phrase, 'en')).not.toBe('');
        sentences++;
      }
    }
  }
  expect(sentences).toBeGreaterThan(MUTANTS);
});
