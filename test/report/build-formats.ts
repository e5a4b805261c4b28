// The formats that build services read, held to what these services accept: JSON Schemas for SARIF and Code Quality, the
// structure of junit-10.xsd for JUnit, the grammar of TAP 14, the limits of GitHub's workflow commands.
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect } from 'vitest';
import { parseXml, type XmlElement } from '../support/xml.ts';

const ajv = new Ajv({ allErrors: true, strict: false });
const validator = (name: string): ReturnType<typeof ajv.compile> =>
  ajv.compile(JSON.parse(readFileSync(new URL(`schemas/${name}`, import.meta.url), 'utf8')) as object);
const sarifSchema = validator('sarif-2.1.0-used.json');
const codeQualitySchema = validator('code-quality.json');

export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly baselineState?: string;
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly locations: readonly { readonly physicalLocation: { readonly region: { readonly startLine: number } } }[];
}

export interface SarifRun {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  readonly results: readonly SarifResult[];
  readonly invocations: readonly {
    readonly executionSuccessful: boolean;
    readonly toolExecutionNotifications: readonly {
      readonly level: string;
      readonly message: { readonly text: string };
      readonly associatedRule?: { readonly id: string };
    }[];
  }[];
}

/** The run of a SARIF log that is valid: schema, and what a schema cannot say. */
export function validSarif(text: string): SarifRun {
  const log = JSON.parse(text) as { runs: [SarifRun] };
  const isValid = sarifSchema(log) === true;
  expect(sarifSchema.errors ?? []).toEqual([]);
  expect(isValid).toBe(true);
  const [run] = log.runs;
  const { rules } = run.tool.driver;
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  for (const { ruleId, ruleIndex } of run.results) expect(rules[ruleIndex]?.id).toBe(ruleId);
  const hashes = run.results.map(({ partialFingerprints }) => partialFingerprints['primaryLocationLineHash']);
  expect(new Set(hashes).size).toBe(hashes.length);
  return run;
}

export interface CodeQualityEntry {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/** A Code Quality report that is valid. */
export function validCodeQuality(text: string): readonly CodeQualityEntry[] {
  const entries = JSON.parse(text) as CodeQualityEntry[];
  const isValid = codeQualitySchema(entries) === true;
  expect(codeQualitySchema.errors ?? []).toEqual([]);
  expect(isValid).toBe(true);
  expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(entries.length);
  return entries;
}

/** What junit-10.xsd lets stand in an element: attributes (the first ones required) and elements. */
const JUNIT: Readonly<
  Record<string, { required: readonly string[]; allowed: readonly string[]; inside: readonly string[] }>
> = {
  testsuites: { required: [], allowed: ['name', 'time', 'tests', 'failures', 'errors'], inside: ['testsuite'] },
  testsuite: {
    required: ['name', 'tests', 'failures', 'errors'],
    allowed: ['skipped', 'time', 'timestamp', 'file'],
    inside: ['testcase', 'system-out'],
  },
  testcase: {
    required: ['name'],
    allowed: ['classname', 'time'],
    inside: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
  },
  failure: { required: [], allowed: ['type', 'message'], inside: [] },
  error: { required: [], allowed: ['type', 'message'], inside: [] },
  skipped: { required: [], allowed: ['type', 'message'], inside: [] },
  'system-out': { required: [], allowed: [], inside: [] },
};

/** The root of a JUnit document that is valid, its counts included. */
export function validJunit(text: string): XmlElement {
  const root = parseXml(text);
  expect(root.name).toBe('testsuites');
  holdToJunit(root);
  for (const suite of root.children) {
    const count = (name: string): number =>
      suite.children.filter(({ children }) => children.some((child) => child.name === name)).length;
    expect(suite.attributes).toMatchObject({
      tests: String(suite.children.filter(({ name }) => name === 'testcase').length),
      failures: String(count('failure')),
      errors: String(count('error')),
      skipped: String(count('skipped')),
    });
  }
  for (const key of ['tests', 'failures', 'errors']) {
    const sum = root.children.reduce((total, { attributes }) => total + Number(attributes[key]), 0);
    expect(root.attributes[key]).toBe(String(sum));
  }
  return root;
}

function holdToJunit({ name, attributes, children }: XmlElement): void {
  const kind = JUNIT[name];
  if (!kind) throw new Error(`junit-10.xsd knows no <${name}>`);
  const names = Object.keys(attributes);
  expect(names).toEqual(expect.arrayContaining([...kind.required]));
  expect([...kind.required, ...kind.allowed]).toEqual(expect.arrayContaining(names));
  for (const child of children) {
    expect(kind.inside, `<${child.name}> in <${name}>`).toContain(child.name);
    holdToJunit(child);
  }
}

export interface TapPoint {
  readonly ok: boolean;
  readonly description: string;
  readonly skip: string | undefined;
  readonly details: readonly string[];
}

export interface TapRun {
  readonly points: readonly TapPoint[];
  readonly bailOut: string | undefined;
}

/** A TAP 14 stream that is valid: version, plan, points in order, closed YAML blocks, comments and nothing else. */
export function validTap(text: string): TapRun {
  const lines = text.trimEnd().split('\n');
  expect(lines.shift()).toBe('TAP version 14');
  const points: { ok: boolean; description: string; skip: string | undefined; details: string[] }[] = [];
  let planned: number | undefined;
  let inYaml = false;
  for (const line of lines) {
    const point = /^(not )?ok (\d+) - ((?:\\.|[^\\#])*?)(?: # SKIP(?: (.*))?)?$/.exec(line);
    const bailOut = /^Bail out! (.+)$/.exec(line)?.[1];
    if (inYaml) {
      if (line === '  ...') inYaml = false;
      else expect(line).toMatch(/^ {2}(?:[a-z]+: (?:"(?:\\.|[^"\\])*"|\d+)|details: \||  .*)$/);
      points.at(-1)?.details.push(line);
    } else if (line === '  ---') inYaml = true;
    else if (bailOut !== undefined) return { points, bailOut };
    else if (/^1\.\.\d+( # SKIP .+)?$/.test(line)) planned = Number.parseInt(line.slice(3), 10);
    else if (point) {
      expect(Number(point[2])).toBe(points.length + 1);
      points.push({ ok: point[1] === undefined, description: point[3] ?? '', skip: point[4], details: [] });
    } else expect(line).toMatch(/^# /);
  }
  expect(inYaml).toBe(false);
  expect(planned).toBe(points.length);
  return { points, bailOut: undefined };
}

export interface WorkflowCommand {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Workflow commands as a runner of GitHub reads them, and no other line; not more than it shows. */
export function validGithub(text: string): readonly WorkflowCommand[] {
  const commands = text
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const [, command = '', given = '', message = ''] = /^::(error|warning|notice) (.*?)::(.*)$/.exec(line) ?? [];
      expect(command, line).not.toBe('');
      const properties = given.split(',').map((pair) => {
        const [key = '', ...value] = pair.split('=');
        return [key, decoded(value.join('='))] as const;
      });
      for (const [key] of properties) expect(['file', 'line', 'title']).toContain(key);
      return { command, properties: Object.fromEntries(properties), message: decoded(message) };
    });
  for (const kind of ['error', 'warning', 'notice']) {
    expect(commands.filter(({ command }) => command === kind).length).toBeLessThanOrEqual(10);
  }
  return commands;
}

function decoded(text: string): string {
  return text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0A', '\n')
    .replaceAll('%0D', '\r')
    .replaceAll('%25', '%');
}
