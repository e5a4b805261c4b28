// The configuration file: what it sets, what wins over it, and how it says what is wrong with it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/gate/config.ts';
import { DocumentError } from '../../src/gate/yaml-document.ts';
import { directoryWith, pcapOf, run, type Surroundings } from '../cli/terminal.ts';
import { MIXED } from '../report/scripts.ts';
import { NOTHING_BUT_VOICE, REFUSED } from './scripts.ts';

const captures = directoryWith({
  'mixed.pcap': pcapOf(MIXED),
  'refused.pcap': pcapOf(REFUSED),
  'voice.pcap': pcapOf(NOTHING_BUT_VOICE),
});
const capture = (name: string): string => join(captures, name);
/** A project with this configuration. */
const project = (text: string, name = 'siplens.config.yaml'): Surroundings => ({
  cwd: directoryWith({ [name]: text }),
});
const check = (name: string, around: Surroundings, ...options: readonly string[]): ReturnType<typeof run> =>
  run(['check', capture(name), ...options], around);

/** What is wrong with a configuration. */
async function problemsOf(text: string): Promise<string[]> {
  try {
    await readConfig('siplens.config.yaml', text);
    return [];
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return error.message.split('\n');
  }
}

describe('a rule', () => {
  test.each([
    ['rules: { missing-ack: off }', 'mixed.pcap', 0],
    ['rules: { missing-ack: warning }', 'mixed.pcap', 0],
    ['rules: { response/401: error }', 'refused.pcap', 1],
    ['rules: { unanswered-challenge: error }', 'refused.pcap', 1],
    ['rules: { response/4xx: error }', 'refused.pcap', 1],
    ['rules: { response/4xx: error, response/401: off }', 'refused.pcap', 1],
    ['rules: { response/4xx: error, response/401: off, response/486: off }', 'refused.pcap', 0],
  ])('set by %s makes %s end in %i', async (text, name, status) => {
    expect((await check(name, project(text))).code).toBe(status);
  });

  test('that is off is not reported by any command', async () => {
    const { out } = await run(['-f', 'json', capture('mixed.pcap')], project('rules: { missing-ack: off }'));
    expect(JSON.parse(out)).toMatchObject({ findings: [] });
  });
});

describe('the gate', () => {
  test.each([
    ['check: { failOn: warning }', 'refused.pcap', [], 1],
    ['check: { failOn: warning }', 'refused.pcap', ['--fail-on', 'error'], 0],
    ['check: { maxWarnings: 1 }', 'refused.pcap', [], 1],
    ['check: { maxWarnings: 1 }', 'refused.pcap', ['--max-warnings', '5'], 0],
    ['check: { allowEmpty: true }', 'voice.pcap', [], 0],
    ['check: { ignore: [missing-ack] }', 'mixed.pcap', [], 0],
    ['check: { ignore: [{ rule: missing-ack, from: alice@, reason: ticket 17 }] }', 'mixed.pcap', [], 0],
    ['check: { ignore: [{ rule: missing-ack, from: /^sip:alice@/, method: INVITE }] }', 'mixed.pcap', [], 0],
    ['check: { ignore: [{ rule: missing-ack, from: carol }] }', 'mixed.pcap', [], 1],
    ['check: { ignore: [{ rule: missing-ack, to: carol }] }', 'mixed.pcap', [], 1],
    ['check: { ignore: [{ rule: missing-ack, callId: nothing-like-it }] }', 'mixed.pcap', [], 1],
    ['check: { ignore: [{ rule: missing-ack, method: BYE }] }', 'mixed.pcap', [], 1],
  ])('with %s ends for %s %j in %i', async (text, name, options, status) => {
    expect((await check(name, project(text), ...options)).code).toBe(status);
  });

  test('takes the ignore lists of both, and says with its conditions what was not needed', async () => {
    const around = project('check: { ignore: [{ rule: response/404, from: carol }] }');
    const { code, out } = await check('mixed.pcap', around, '--ignore', 'missing-ack');
    expect(code).toBe(0);
    expect(out).toMatch(/not needed\s+an entry of the ignore list: response\/404 from carol/);
  });
});

describe('the file', () => {
  test.each(['siplens.config.yaml', 'siplens.config.yml'])('%s is found in a parent directory', async (name) => {
    const { cwd = '' } = project('rules: { missing-ack: off }', name);
    const inside = join(cwd, 'a/b');
    mkdirSync(inside, { recursive: true });
    expect((await check('mixed.pcap', { cwd: inside })).code).toBe(0);
    writeFileSync(join(cwd, 'a/siplens.config.yaml'), '');
    expect((await check('mixed.pcap', { cwd: inside })).code).toBe(1);
  });

  test('may be JSON', async () => {
    expect(
      (await check('mixed.pcap', project('{ "rules": { "missing-ack": "off" } }', 'siplens.config.json'))).code,
    ).toBe(0);
  });

  test('may be empty, or have comments only', async () => {
    expect((await check('mixed.pcap', project(''))).code).toBe(1);
    expect((await check('mixed.pcap', project('# nothing yet\n'))).code).toBe(1);
  });

  test('is the one that --config names', async () => {
    const { cwd = '' } = project('rules: { missing-ack: off }', 'strict.yaml');
    expect((await check('mixed.pcap', {}, '--config', join(cwd, 'strict.yaml'))).code).toBe(0);
    const missing = await check('mixed.pcap', {}, '--config', join(cwd, 'nowhere.yaml'));
    expect(missing).toMatchObject({ code: 2, out: '' });
    expect(missing.err).toContain('"--config"');
    expect(missing.err).toContain('no such file');
  });

  test('names key logs beside itself', async () => {
    const around = project('keylog: secrets/keys.log');
    expect((await check('mixed.pcap', around)).err).toContain(join(around.cwd ?? '', 'secrets/keys.log'));
  });

  test('chooses the language, the option wins', async () => {
    expect((await check('mixed.pcap', project('lang: es'))).out).toContain('comprobación no superada');
    expect((await check('mixed.pcap', project('lang: es'), '--lang', 'en')).out).toContain('check failed');
  });
});

describe('a mistake', () => {
  test.each([
    ['rules:\n  mising-ack: off', '2:3: "mising-ack" is no rule; did you mean missing-ack?'],
    ['rules:\n  something: off', '2:3: "something" is no rule; siplens rules lists them'],
    [
      'rules:\n  missing-ack: of',
      '2:16: "rules.missing-ack" expected off, info, warning or error, got "of"; did you mean off?',
    ],
    ['rules:\n  missing-ack: 1', '2:16: "rules.missing-ack" expected off, info, warning or error, got 1'],
    ['rule: {}', '1:1: "rule" is no key here; did you mean rules?'],
    ['check:\n  failon: error', '2:3: "check.failon" is no key here; did you mean failOn?'],
    ['check:\n  failOn: error\n  nonsense: 1', '3:3: "check.nonsense" is no key here; there are failOn, maxWarnings, '],
    ['check:\n  failOn: fatal', '2:11: "check.failOn" expected info, warning, error or never, got "fatal"'],
    ['check: { maxWarnings: -1 }', '1:23: "check.maxWarnings" expected a whole number, got -1'],
    ['check: { maxWarnings: 1.5 }', '1:23: "check.maxWarnings" expected a whole number, got 1.5'],
    ['check: { allowEmpty: yes please }', '1:22: "check.allowEmpty" expected true or false, got "yes please"'],
    ['check:\n  ignore:\n    - mising-ack', '3:7: expected a rule'],
    ['check:\n  ignore:\n    - rul: x', '3:7: "check.ignore[0].rul" is no key here; did you mean rule?'],
    [
      'check:\n  ignore:\n    - 17',
      '3:7: "check.ignore[0]" expected a rule, a fingerprint, or an object with conditions, got 17',
    ],
    ['check:\n  ignore:\n    - from: alice', '3:7: an entry of the ignore list names a rule or a fingerprint'],
    ['check:\n  ignore:\n    - rule: missing-ack\n      from: /(/', '4:13: is not a regular expression: /(/'],
    [
      'check:\n  ignore:\n    - fingerprint: XYZ',
      '3:20: "check.ignore[0].fingerprint" expected 16 hex digits, got "XYZ"',
    ],
    ['check: []', '1:8: "check" expected an object, got a list'],
    ['- a', '1:1: "the document" expected an object, got a list'],
    ['lang: fr', '1:7: "lang" expected en, es or ru, got "fr"'],
    ['rules: {a: b', '1:13: '],
    ['lang: en\nlang: es', '2:1: '],
  ])('%j is told with line and column', async (text, problem) => {
    const problems = await problemsOf(text);
    expect(problems.join('\n')).toContain(`siplens.config.yaml:${problem}`);
  });

  test('ends every command that reads captures in 2, several mistakes at once', async () => {
    for (const command of ['analyze', 'check', 'messages', 'flows']) {
      const ran = await run(
        [command, capture('mixed.pcap')],
        project('langs: en\nrules: { nonsense: off, missing-ack: on }'),
      );
      expect(ran).toMatchObject({ code: 2, out: '' });
      expect(ran.err).toMatch(
        /^siplens: .*siplens\.config\.yaml:1:1: "langs" is no key here; did you mean lang\?\nsiplens: .*:2:38: "rules\.missing-ack"/,
      );
    }
  });

  test('cannot make a bomb of it', async () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'.split('').map((name, index) => `${name}: &${name} [${`*${'abcdefghi'[index]},`.repeat(9)}]`),
    ];
    expect((await problemsOf(bomb.join('\n'))).join('\n')).toMatch(/^siplens\.config\.yaml:\d/);
    expect(await problemsOf(`# ${'x'.repeat(1_100_000)}`)).toEqual(['siplens.config.yaml:1:1: the file is too large']);
  });
});

describe('the published JSON Schema', () => {
  const schema = JSON.parse(readFileSync(new URL('../../docs/schemas/config.json', import.meta.url), 'utf8')) as object;
  const validate = new Ajv({ strict: false }).compile(schema);

  test.each([
    {},
    { $schema: './node_modules/siplens/docs/schemas/config.json', lang: 'en' },
    { rules: { 'missing-ack': 'off', 'response/4xx': 'warning', 'response/404': 'error' }, keylog: ['a', 'b'] },
    {
      check: {
        failOn: 'never',
        maxWarnings: 3,
        allowEmpty: true,
        ignore: ['missing-ack', { rule: 'response/404', reason: 'x' }],
      },
    },
  ])('takes what siplens takes: %j', async (config) => {
    expect(validate(config)).toBe(true);
    await expect(readConfig('c.json', JSON.stringify(config))).resolves.toBeDefined();
  });

  test.each([
    { rule: {} },
    { rules: { 'mising-ack': 'off' } },
    { rules: { 'missing-ack': 'on' } },
    { check: { failOn: 'fatal' } },
    { check: { maxWarnings: -1 } },
    { check: { ignore: [{ rul: 'x' }] } },
    { lang: 'fr' },
    [[]],
  ])('refuses what siplens refuses: %j', async (config) => {
    expect(validate(config)).toBe(false);
    await expect(readConfig('c.json', JSON.stringify(config))).rejects.toThrow(DocumentError);
  });
});
