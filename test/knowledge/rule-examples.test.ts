// The recordings that `explain` shows for a rule, as ladders. They are in a table of the source, so that the package has them;
// the table must be what the flow scripts of today give. `npm run docs` writes it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ExampleRow, type RuleExample, ruleExamples } from '../../src/knowledge/rule-examples.ts';
import { layOutLadder, type LadderRow } from '../../src/report/ladder.ts';
import { flowRules } from '../../src/rules/all.ts';
import { judgeFile } from '../rules/judge-script.ts';
import { root } from '../support/analysis.ts';
import { parseFlowScript } from '../../src/script/parse.ts';
import type { FlowScript } from '../../src/script/script.ts';

const TABLE = join(root, 'src/knowledge/rule-examples.ts');
const BEGIN = '/** Rule id → the shortest recording in which it fires, and the shortest in which it stays silent. */\n';

interface Script {
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/** The scripts of a rule: first those that say of themselves that they are a good example, then the shortest. */
function scriptsOf(rule: string): readonly Script[] {
  const folder = join(root, 'fixtures/rules', rule);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.flow'))
    .map((name) => ({ name, path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') }))
    .sort((a, b) => lengthOf(a) - lengthOf(b) || a.name.localeCompare(b.name));
}

function lengthOf({ text }: Script): number {
  return /^# example$/m.test(text) ? 0 : text.split('\n').length;
}

async function exampleOf({ name, path, text }: Script, rule: string): Promise<RuleExample> {
  const { reports } = await judgeFile(path);
  const script = parseFlowScript(text);
  const named = new Map([...script.hosts.values()].map((host) => [host.wire.ip, host.name]));
  const report = reports.find(({ findings }) => findings.some((finding) => finding.rule === rule)) ?? reports[0];
  if (!report) throw new Error(`${path} shows no flow`);
  const telling = new Set(
    report.findings
      .filter((finding) => finding.rule === rule)
      .flatMap(({ evidence }) => evidence.map(({ sighting }) => sighting)),
  );
  const { lanes, rows } = layOutLadder(report.flow, { telling, maxRows: 24 });
  return {
    flow: name.replace(/\.flow$/, ''),
    caption: script.caption,
    lanes: lanes.map(({ host, label }) => named.get(host.replace(/^\[|\]$/g, '')) ?? label),
    rows: [...rows.map(rowOf), ...(isAbsence(rule, telling.size) ? restOf(script, report.flow.sightings) : [])],
  };
}

/** The rule fired because something did not come. */
function isAbsence(rule: string, telling: number): boolean {
  return telling > 0 && /^(missing|unanswered)-/.test(rule);
}

/** A recording that goes on for long after the last message shows that nothing more came. */
function restOf({ lines }: FlowScript, sightings: readonly { readonly timeUs: number }[]): ExampleRow[] {
  const lastUs = Math.max(...lines.map((line) => (line.kind === 'again' ? Math.max(...line.timesUs) : line.timeUs)));
  const startUs = Math.min(...sightings.map(({ timeUs }) => timeUs));
  const silenceUs = lastUs - (Math.max(...sightings.map(({ timeUs }) => timeUs)) - startUs);
  return silenceUs >= 5e6 ? [['gap', ms(silenceUs)]] : [];
}

const ms = (us: number): number => Math.round(us / 100) / 10;

function rowOf(row: LadderRow): ExampleRow {
  if (row.kind === 'gap') return ['gap', ms(row.us)];
  if (row.kind === 'repeated') return ['again', row.times, row.rows, ms(row.lastAtUs)];
  if (row.kind === 'omitted') throw new Error('a script with more than 24 rows is no example');
  const { atUs, frame, from, to, label, marked, copies, lastAtUs } = row;
  if (copies > 0) return [ms(atUs), frame, from, to, label, marked ? 1 : 0, copies, ms(lastAtUs)];
  return marked ? [ms(atUs), frame, from, to, label, 1] : [ms(atUs), frame, from, to, label];
}

async function examplesOf(rule: string): Promise<{ fires?: RuleExample; silent?: RuleExample }> {
  const scripts = scriptsOf(rule);
  const fires = scripts.find(({ text }) => text.includes(` !${rule}`));
  const silent = scripts.find(({ text }) => !new RegExp(` [!?~]${rule}\\b`).test(text));
  return {
    ...(fires ? { fires: await exampleOf(fires, rule) } : {}),
    ...(silent ? { silent: await exampleOf(silent, rule) } : {}),
  };
}

async function table(): Promise<Record<string, { fires?: RuleExample; silent?: RuleExample }>> {
  const entries = await Promise.all(flowRules.map(async ({ id }) => [id, await examplesOf(id)] as const));
  return Object.fromEntries(entries);
}

if (process.env['EXAMPLES'] === 'write') {
  const source = readFileSync(TABLE, 'utf8');
  const head = source.slice(0, source.indexOf(BEGIN));
  const type = 'Readonly<Record<string, { readonly fires?: RuleExample; readonly silent?: RuleExample }>>';
  const json = JSON.stringify(await table(), undefined, 2);
  writeFileSync(TABLE, `${head}${BEGIN}export const ruleExamples = ${json} as const satisfies ${type};\n`);
}

describe('the recordings that explain shows', () => {
  const written = process.env['EXAMPLES'] === 'write';

  test.skipIf(written)('are those of the flow scripts (else: npm run docs)', async () => {
    expect(ruleExamples).toEqual(await table());
  });

  test.skipIf(written).each(flowRules.map(({ id }) => id))(
    'show %s firing and silent, with a mark where it fires',
    (id) => {
      const examples: Readonly<Record<string, { fires?: RuleExample; silent?: RuleExample }>> = ruleExamples;
      const { fires, silent } = examples[id] ?? {};
      expect(fires?.rows.some((row) => row[5] === 1)).toBe(true);
      expect(silent?.rows.length).toBeGreaterThan(0);
      expect(silent?.rows.some((row) => row[5] === 1)).toBe(false);
      for (const example of [fires, silent]) expect(example?.caption).toMatch(/^[A-Z].*\.$/);
    },
  );
});
