// Every flow script is judged by every rule: what is marked must be found on that line, and nothing else may be.
import { readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { phraseText } from '../src/languages/spoken.ts';
import { flowRules, rules } from '../src/rules/all.ts';
import { judgeFile, type JudgedScript } from './rules/judge-script.ts';

const fixtures = resolve(dirname(fileURLToPath(import.meta.url)), '../fixtures');
const paths = ['rules', 'flows'].flatMap((folder) =>
  readdirSync(join(fixtures, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.flow'))
    .map((name) => join(fixtures, folder, name))
    .sort(),
);

/** `line 7 !missing-ack` for every mark. */
function markedIn({ script }: JudgedScript): string[] {
  return script.marks.map(({ kind, rule, line }) => `line ${line} ${SIGN[kind]}${rule}`).sort();
}

const SIGN = { found: '!', 'at-most-possible': '?', undecided: '~' } as const;

/**
 * What the rules said, in the words of the marks. Undecided verdicts and findings that are only possible are compared
 * where a mark speaks of their rule: a script that shows one thing need not list all that it does not show.
 */
function saidIn({ script, reports }: JudgedScript): string[] {
  const said = new Set<string>();
  const doubts = script.marks.filter(({ kind }) => kind !== 'found');
  for (const { findings, undecided } of reports) {
    for (const { rule, severity, confidence, evidence } of findings) {
      const line = script.lines.get(evidence[0].sighting.frame) ?? 0;
      const doubt = doubts.find((mark) => mark.rule === rule && mark.line === line && mark.kind === 'at-most-possible');
      if (doubt && confidence === 'possible') said.add(`line ${line} ?${rule}`);
      else if (isOf(script.marks, rule, line) || !(rule.startsWith('response/') && severity === 'info'))
        said.add(`line ${line} !${rule}`);
    }
    for (const { rule } of undecided) {
      const doubt = doubts.find((mark) => mark.rule === rule);
      if (doubt) said.add(`line ${doubt.line} ${SIGN[doubt.kind]}${rule}`);
    }
  }
  return [...said].sort();
}

function isOf(marks: JudgedScript['script']['marks'], rule: string, line: number): boolean {
  return marks.some((mark) => mark.rule === rule && mark.line === line);
}

describe('what is marked is found, and nothing else', () => {
  test.each(paths.map((path) => [relative(fixtures, path), path]))('%s', async (_, path) => {
    const judged = await judgeFile(path);
    expect(saidIn(judged)).toEqual(markedIn(judged));
  });
});

describe('every sentence of a report can be said', () => {
  test.each(paths.map((path) => [relative(fixtures, path), path]))('%s', async (_, path) => {
    for (const { findings, undecided, annotations } of (await judgeFile(path)).reports) {
      const phrases = [
        ...findings.flatMap(({ title, explanation, fix }) => [
          title,
          ...explanation,
          ...fix.map(({ action }) => action),
        ]),
        ...undecided.map(({ because }) => because),
        ...[...annotations.values()].flatMap(({ explanation, fix }) => [...explanation, ...fix]),
      ];
      for (const phrase of phrases) expect(phraseText(phrase, 'en')).not.toMatch(/undefined|NaN|\{|\}|""/);
      for (const { fix, explanation } of annotations.values()) {
        expect(fix.length).toBeGreaterThan(0);
        expect(explanation.length).toBeGreaterThan(0);
      }
    }
  });
});

describe('every response outside 2xx is annotated', () => {
  test.each(paths.map((path) => [relative(fixtures, path), path]))('%s', async (_, path) => {
    for (const { flow, annotations } of (await judgeFile(path)).reports) {
      const outside = flow.transactions.flatMap(({ responses }) =>
        responses.filter(({ message }) => message.status < 200 || message.status > 299),
      );
      expect(new Set(annotations.keys())).toEqual(new Set(outside));
    }
  });
});

describe('every rule', () => {
  test.each(flowRules.map(({ id }) => id))('%s has a script where it fires and one where it is silent', async (id) => {
    const own = paths.filter((path) => relative(fixtures, path).startsWith(join('rules', id)));
    const judged = await Promise.all(own.map((path) => judgeFile(path)));
    const fires = judged.map(({ reports }) => reports.some(({ findings }) => findings.some(({ rule }) => rule === id)));
    expect(fires).toContain(true);
    expect(fires).toContain(false);
  });

  test('says each of its texts in some script', async () => {
    const said = new Set<string>();
    for (const path of paths) {
      for (const { findings, undecided } of (await judgeFile(path)).reports) {
        for (const { title, explanation, fix } of findings) {
          for (const { key } of [title, ...explanation, ...fix.map(({ action }) => action)]) said.add(key);
        }
        for (const { because } of undecided) said.add(because.key);
      }
    }
    const texts = flowRules.flatMap(({ id, text }) => Object.keys(text).map((name) => `rules/${id}/${name}`));
    expect(texts.filter((key) => !said.has(key) && !key.endsWith('/summary'))).toEqual([]);
  });

  test.each(rules.map((rule) => [rule.id, rule] as const))('%s names a section of an RFC', (_, { references }) => {
    for (const reference of references) expect(reference).toMatch(/^RFC \d+ §[\d.]+$/);
  });
});
