// What the scripts expect of their flows as a whole: number, kind, outcome.
import { readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { judgeFile } from '../rules/judge-script.ts';

const fixtures = resolve(dirname(fileURLToPath(import.meta.url)), '../../fixtures');
const scripts = ['flows', 'rules'].flatMap((folder) =>
  readdirSync(join(fixtures, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.flow'))
    .map((name) => join(fixtures, folder, name)),
);

test.each(scripts.map((path) => [relative(fixtures, path), path]))(
  '%s becomes the flows that it expects',
  async (_, path) => {
    const { script, reports } = await judgeFile(path);
    expect(reports.length).toBeGreaterThan(0);
    for (const { key, value } of script.expectations) {
      if (key === 'flows') expect(reports).toHaveLength(Number(value));
      else if (key === 'kind') expect(reports.map(({ flow }) => flow.kind)).toContain(value);
      else if (key === 'outcome') expect(reports[0]?.flow.outcome).toBe(value);
      else throw new Error(`no such expectation: ${key}`);
    }
    const sightings = reports.flatMap(({ flow }) => flow.sightings);
    expect(sightings).toHaveLength(script.messages.length);
  },
);

test.each(scripts.map((path) => [relative(fixtures, path), path]))(
  '%s: copies are told as what they were made as',
  async (_, path) => {
    const { script, reports } = await judgeFile(path);
    const roles = new Map(
      reports.flatMap(({ flow }) => flow.sightings.map(({ frame, role }) => [frame, role] as const)),
    );
    // What a proxy passes on again is written as a new line, so `first` says only that it is no second capture.
    for (const { frame, role } of script.messages) {
      if (role === 'again') expect([frame, roles.get(frame)]).toEqual([frame, 'retransmission']);
      else expect([frame, roles.get(frame) === 'duplicate']).toEqual([frame, role === 'duplicate']);
    }
  },
);
