// Holds the house to its own floor plan: src/README.md is the rule, the imports are the facts.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const src = resolve(dirname(fileURLToPath(import.meta.url)), '../src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => path.replaceAll('\\', '/'));
const plan = readFloorPlan(readFileSync(join(src, 'README.md'), 'utf8'));

/** Tables may be long: they are read entry by entry, never as a whole. */
const TABLES = /^(knowledge\/|sip\/defects\.ts|languages\/)/;
const MAX_LINES = 400;
const JUNK = /(^|[/-])(utils?|helpers?|common|misc|shared|lib)(\.ts$|\/|-)/;
const NODE_ROOMS = new Set(['node', 'cli']);

function readFloorPlan(readme: string): Map<string, ReadonlySet<string>> {
  const rooms = new Map<string, ReadonlySet<string>>();
  for (const row of readme.matchAll(/^\| `([a-z]+)\/` \|[^|]*\|([^|]*)\|$/gm)) {
    const [, room = '', allowed = ''] = row;
    rooms.set(
      room,
      new Set(
        allowed
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name !== ''),
      ),
    );
  }
  return rooms;
}

function roomOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
}

function importsOf(path: string): string[] {
  const text = readFileSync(join(src, path), 'utf8');
  return [...text.matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, target = '']) => target);
}

/** The files that a file needs when it runs: types are gone by then, and may refer to each other. */
function needsOf(path: string): string[] {
  const text = readFileSync(join(src, path), 'utf8').replace(/^import type [^;]*;$/gm, '');
  return insideOf(
    path,
    [...text.matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, target = '']) => target),
  );
}

/** The files that a file imports from inside the house, as paths below src/. */
function insideImportsOf(path: string): string[] {
  return insideOf(path, importsOf(path));
}

function insideOf(path: string, targets: readonly string[]): string[] {
  return targets
    .filter((target) => target.startsWith('.'))
    .map((target) => relative(src, resolve(src, dirname(path), target)).replaceAll('\\', '/'));
}

describe('the floor plan', () => {
  test('names every room that exists, and no other', () => {
    const rooms = new Set(files.map(roomOf).filter((room) => room !== ''));
    expect([...plan.keys()].sort()).toEqual([...rooms].sort());
  });

  test.each([...plan.keys()])('%s imports only from the rooms that it may', (room) => {
    const allowed = plan.get(room) ?? new Set();
    if (allowed.has('everything')) return;
    const strangers = files
      .filter((path) => roomOf(path) === room)
      .flatMap((path) => insideImportsOf(path).map((target) => ({ path, target, to: roomOf(target) })))
      .filter(({ to }) => to !== room && !allowed.has(to))
      .map(({ path, target }) => `${path} → ${target}`);
    expect(strangers).toEqual([]);
  });

  test('has no cycle between rooms', () => {
    const open = new Set<string>();
    const done = new Set<string>();
    const visit = (room: string): void => {
      if (done.has(room)) return;
      expect(open.has(room), `the plan leads back to ${room}/`).toBe(false);
      open.add(room);
      for (const next of plan.get(room) ?? []) if (next !== 'everything') visit(next);
      open.delete(room);
      done.add(room);
    };
    for (const room of plan.keys()) visit(room);
    expect(done.size).toBe(plan.size);
  });

  test('lets no file import itself in a circle', () => {
    const graph = new Map(files.map((path) => [path, needsOf(path)]));
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (state.get(path) === 'done') return;
      if (state.get(path) === 'open') {
        circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
        return;
      }
      state.set(path, 'open');
      for (const target of graph.get(path) ?? []) visit(target, [...trail, path]);
      state.set(path, 'done');
    };
    for (const path of files) visit(path, []);
    expect(circles).toEqual([]);
  });
});

describe('every file', () => {
  test('outside node/ and cli/ keeps away from Node', () => {
    const offenders = files
      .filter((path) => !NODE_ROOMS.has(roomOf(path)))
      .filter((path) => importsOf(path).some((target) => target.startsWith('node:')));
    expect(offenders).toEqual([]);
  });

  test('outside cli/ reads no clock, locale, environment or chance', () => {
    const offenders = files.filter((path) => {
      if (roomOf(path) === 'cli') return false;
      const text = readFileSync(join(src, path), 'utf8');
      return /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.env\b|\bperformance\.now\(|toLocale/.test(text);
    });
    expect(offenders).toEqual([]);
  });

  test('begins with a comment that says what becomes what', () => {
    const silent = files.filter((path) => {
      const text = readFileSync(join(src, path), 'utf8').replace(/^#!.*\n/, '');
      return !/^(\/\/ |\/\*\* )/.test(text);
    });
    expect(silent).toEqual([]);
  });

  test(`has at most ${MAX_LINES} lines, unless it is a table`, () => {
    const long = files
      .filter((path) => !TABLES.test(path))
      .map((path) => ({ path, lines: readFileSync(join(src, path), 'utf8').split('\n').length - 1 }))
      .filter(({ lines }) => lines > MAX_LINES);
    expect(long).toEqual([]);
  });

  test('is named after what it is about', () => {
    expect(files.filter((path) => JUNK.test(path))).toEqual([]);
    expect(files.filter((path) => !/^[a-z0-9/.-]+\.ts$/.test(path))).toEqual([]);
  });

  test('says in a sentence what each exported function and class means', () => {
    const undocumented = files.flatMap((path) => {
      const lines = readFileSync(join(src, path), 'utf8').split('\n');
      return lines
        .map((line, index) => ({ line, before: lines[index - 1] ?? '' }))
        .filter(({ line }) => /^export (async )?(function\*?|class|interface) /.test(line))
        .filter(({ before }) => !before.trim().endsWith('*/'))
        .map(({ line }) => `${path}: ${line}`);
    });
    expect(undocumented).toEqual([]);
  });

  test('holds no silenced checker and no left-over note', () => {
    const offenders = files.filter((path) => {
      const text = readFileSync(join(src, path), 'utf8');
      return /@ts-|oxlint-disable|eslint-disable|\bTODO\b|\bFIXME\b/.test(text);
    });
    expect(offenders).toEqual([]);
  });
});
