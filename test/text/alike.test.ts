import { expect, test } from 'vitest';
import { alike, didYouMean } from '../../src/text/alike.ts';

const known = ['missing-ack', 'missing-final-response', 'unanswered-request'];

test.each([
  ['mising-ack', ['missing-ack']],
  ['MISSING-ACK', ['missing-ack']],
  ['missing', ['missing-ack', 'missing-final-response']],
  ['completely-different', []],
  ['', []],
])('"%s" may have meant %j', (asked, meant) => {
  expect(alike(asked, known)).toEqual(meant);
});

test('a long word costs no more than a short one', () => {
  expect(alike('x'.repeat(1_000_000), known)).toEqual([]);
});

test('a hint is a sentence, or nothing', () => {
  expect(didYouMean('unanswered', known)).toBe('; did you mean unanswered-request?');
  expect(didYouMean('nonsense', known)).toBe('');
});
