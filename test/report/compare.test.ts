// compare: any two codes, without a hole; the pairs that matter most word for word.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { confusions } from '../../src/knowledge/comparison/confusions.ts';
import { pairs } from '../../src/knowledge/comparison/pairs.ts';
import { englishGuide as guide } from '../../src/languages/en/guide.ts';
import { type Comparison, comparisonOf } from '../../src/report/compare.ts';
import { everyTopic } from '../../src/report/explain-topics.ts';
import { comparisonAs, EXPLAIN_FORMATS } from '../../src/report/explain-write.ts';
import { root } from '../support/analysis.ts';

const options = { color: false, width: 100 };

const known = new Map<string, Comparison>();

function compared(a: string, b: string): Comparison {
  const comparison = known.get(`${a} ${b}`) ?? comparisonOf(a, b, guide);
  if (!comparison) throw new Error(`${a} and ${b} cannot be compared`);
  known.set(`${a} ${b}`, comparison);
  return comparison;
}

const codes = [
  ...everyTopic(guide).flatMap(({ kind, key }) => (kind === 'status' || kind === 'status-class' ? [key] : [])),
  // Unregistered, one of each class.
  '150',
  '250',
  '350',
  '450',
  '550',
  '650',
];

const HOLES = /\{|\}|undefined|NaN|\[object|\bnull\b|\s[,.;:](?:\s|$)|\.\.|,,|\s{2,}/;
const DOUBLED = /(?<![\w-])(\p{L}{2,})\s+\1(?![\w-])/iu;
/** What is wrong with a text of whole sentences. */
function isFlawed(text: string): boolean {
  // Sentences begin with a capital or with a number and end with a full stop.
  return (
    HOLES.test(text) || DOUBLED.test(text) || !/^[A-Z0-9]/.test(text) || !text.endsWith('.') || /\. [a-z]/.test(text)
  );
}

const compare = (a: string, others: readonly string[]): readonly (readonly [string, Comparison])[] =>
  others.filter((b) => b !== a).map((b) => [b, compared(a, b)]);

describe('any code', () => {
  test.each(codes)('%s against each other one is told in whole sentences', (a) => {
    const flawed = compare(a, codes).flatMap(([b, { title, summary, differences, choose, references }]) => {
      const texts = [summary, ...choose, ...differences.flatMap((row) => [row.a, row.b])];
      const lacking = [title, summary, choose.join(' ')].filter((text) => !text.includes(a) || !text.includes(b));
      return [...texts.filter(isFlawed), ...lacking, ...(references.length > 0 ? [] : ['no reference'])].map(
        (text) => `${a} ${b}: ${text}`,
      );
    });
    expect(flawed).toEqual([]);
  });

  test.each(codes)('%s differs from another one only in what really differs, whichever is named first', (a) => {
    const flawed = compare(a, codes).filter(([b, { differences }]) => {
      const back = compared(b, a).differences;
      return (
        back.length !== differences.length ||
        differences.some((row, index) => row.a === row.b || row.a !== back[index]?.b || row.b !== back[index]?.a)
      );
    });
    expect(flawed).toEqual([]);
  });
});

describe('what differs', () => {
  const aspects = (a: string, b: string) => compared(a, b).differences.map(({ aspect }) => aspect);

  test('between two refusals of the same kind is little', () => {
    expect(aspects('404', '410')).toEqual([]);
    expect(aspects('486', '600')).toEqual(['class', 'sender', 'forking']);
  });

  test('between success and failure is much', () => {
    expect(aspects('200', '501')).toEqual([
      'class',
      'blame',
      'end',
      'again',
      'dialog',
      'headers',
      'forking',
      'hearing',
    ]);
  });

  test('between 401 and 407 is who asks, and in which header', () => {
    expect(aspects('401', '407')).toEqual(['sender', 'headers']);
    const headers = compared('401', '407').differences.find(({ aspect }) => aspect === 'headers');
    expect(headers).toMatchObject({ a: 'It must carry WWW-Authenticate.', b: 'It must carry Proxy-Authenticate.' });
  });

  test('between 405 and 501 is the duty to list the methods', () => {
    expect(compared('405', '501').differences).toContainEqual(
      expect.objectContaining({
        aspect: 'headers',
        a: 'It must carry Allow.',
        b: 'No header is demanded beyond those of every response.',
      }),
    );
  });
});

describe('a comparison', () => {
  test.each([
    ['486', '486'],
    ['486', 'INVITE'],
    ['777', '486'],
    ['', '486'],
    ['timer B', '486'],
  ])('of %j and %j is refused', (a, b) => {
    expect(comparisonOf(a, b, guide)).toBeUndefined();
  });

  test('takes codes with their phrase, and classes', () => {
    expect(compared('486 Busy Here', 'response/603').title).toBe('486 Busy Here and 603 Decline');
    expect(compared('4xx', '5xx').title).toBe('4xx Request Failure and 5xx Server Failure');
    expect(compared('399', '302').title).toBe('399 (not registered with IANA) and 302 Moved Temporarily');
  });

  test('is written in every format', () => {
    const comparison = compared('404', '513');
    const [text = '', markdown = '', html = '', json = ''] = EXPLAIN_FORMATS.map((format) =>
      comparisonAs(format, comparison, guide, options),
    );
    for (const page of [text, markdown, html]) {
      for (const { title } of [comparison.a, comparison.b]) expect(page).toContain(title);
      for (const { label } of comparison.differences) expect(page).toContain(label);
    }
    expect(markdown).toContain('| What differs | 404 | 513 |');
    expect(html).toContain('<th scope="col">404</th>');
    expect(JSON.parse(json)).toEqual({ schemaVersion: 1, ...JSON.parse(JSON.stringify(comparison)) });
  });
});

describe('pairs by hand', () => {
  test.each(Object.entries(pairs))('%s names both codes and says when to send which', (pair, { summary, choose }) => {
    const [a = '', b = ''] = pair.split('/');
    expect(Number(a)).toBeLessThan(Number(b));
    for (const code of [a, b]) {
      expect(summary).toContain(code);
      expect(choose).toContain(code);
      expect(compared(a, b).title).toContain(code);
    }
    expect(summary.length).toBeLessThanOrEqual(700);
    expect(compared(b, a).summary).toBe(summary);
  });

  test.each(Object.keys(confusions))('%s, which are taken for each other, are told apart in one sentence', (pair) => {
    const [a = '', b = ''] = pair.split('/');
    const text: Readonly<Record<string, string>> = confusions;
    expect(Number(a)).toBeLessThan(Number(b));
    expect(text[pair]).toContain(a);
    expect(text[pair]).toMatch(/^[A-Z0-9].*\.$/);
    expect(compared(a, b).a.confusedWith).toContainEqual({ topic: b, text: text[pair] });
  });
});

describe('word for word', () => {
  test.each([
    ['200', '501'],
    ['200', '500'],
    ['202', '501'],
    ['200', '400'],
    ['200', '401'],
  ])('%s and %s', (a, b) => {
    const path = join(root, `test/report/goldens/compare-${a}-${b}.txt`);
    const written = comparisonAs('text', compared(a, b), guide, options);
    if (process.env['GOLDENS'] === 'write') writeFileSync(path, written);
    expect(written).toBe(readFileSync(path, 'utf8'));
  });
});
