// What programs can ask the knowledge base.
import { expect, test } from 'vitest';
import { compare, type Comparison, explain, type Explanation, loadLanguage } from '../../src/index.ts';

test('explain knows topics of every kind', () => {
  const kinds = [
    '486',
    '4xx',
    'missing-ack',
    'INVITE',
    'Via',
    '100rel',
    'presence',
    'cause 16',
    'warning 399',
    'timer B',
    'B2BUA',
  ].map((topic) => explain(topic)?.kind);
  expect(kinds).toEqual([
    'status',
    'status-class',
    'rule',
    'method',
    'header',
    'option-tag',
    'event-package',
    'q850',
    'warning',
    'timer',
    'word',
  ]);
});

test('what explain gives can be kept as JSON', () => {
  const explanation: Explanation | undefined = explain('missing-ack');
  expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
  expect(explanation?.examples?.map(({ shows }) => shows)).toEqual(['fires', 'silent']);
});

test('compare sets two codes against each other, as numbers or as text', () => {
  const comparison: Comparison | undefined = compare(486, '603');
  expect(comparison).toMatchObject({
    title: '486 Busy Here and 603 Decline',
    a: { topic: '486' },
    b: { topic: '603' },
  });
  expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison);
  expect(compare(486, 486)).toBeUndefined();
  expect(compare(486, 'Via')).toBeUndefined();
});

test('a language is loaded before it is spoken', async () => {
  await loadLanguage('en');
  expect(explain('486', { lang: 'en' })).toEqual(explain('486'));
});
