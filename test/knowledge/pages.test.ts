// The pages of docs/ are generated (npm run docs; CI compares). Here: there is one for each code and rule, their links lead
// somewhere, and the index leads to all of them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fieldCodes } from '../../src/knowledge/status-codes/field.ts';
import { statusClasses } from '../../src/knowledge/status-codes/classes.ts';
import { statusCodes } from '../../src/knowledge/status-codes.ts';
import { rules } from '../../src/rules/all.ts';
import { root } from '../support/analysis.ts';

const docs = join(root, 'docs');
const index = readFileSync(join(docs, 'README.md'), 'utf8');
const codes = [...Object.keys(statusCodes), ...Object.keys(fieldCodes), ...Object.keys(statusClasses)];

function targetsOf(text: string): readonly string[] {
  return [...text.matchAll(/\]\(([^)#]+?)(?:#[^)]*)?\)/g)].map(([, target = '']) => target);
}

test('every code and every rule has a page, and nothing else has (else: npm run docs)', () => {
  expect(readdirSync(join(docs, 'codes')).sort()).toEqual(codes.map((code) => `${code}.md`).sort());
  expect(readdirSync(join(docs, 'rules')).sort()).toEqual(rules.map(({ id }) => `${id}.md`).sort());
});

test('the index leads to every page', () => {
  const targets = targetsOf(index);
  for (const code of codes) expect(targets).toContain(`codes/${code}.md`);
  for (const { id } of rules) expect(targets).toContain(`rules/${id}.md`);
});

describe('links lead to files that exist', () => {
  const pages = ['README.md', ...codes.map((code) => `codes/${code}.md`), ...rules.map(({ id }) => `rules/${id}.md`)];
  test.each(pages)('%s', (page) => {
    const path = join(docs, page);
    const broken = targetsOf(readFileSync(path, 'utf8')).filter((target) => !existsSync(join(dirname(path), target)));
    expect(broken).toEqual([]);
  });
});
