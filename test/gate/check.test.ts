// The gate as a pipeline meets it: options in, exit status out.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { directoryWith, pcapOf, run } from '../cli/terminal.ts';
import { HEALTHY, MIXED } from '../report/scripts.ts';
import { NOTHING_BUT_VOICE, REFUSED, STOPS_EARLY } from './scripts.ts';

const directory = directoryWith({
  'healthy.pcap': pcapOf(HEALTHY),
  'mixed.pcap': pcapOf(MIXED),
  'refused.pcap': pcapOf(REFUSED),
  'early.pcap': pcapOf(STOPS_EARLY),
  'voice.pcap': pcapOf(NOTHING_BUT_VOICE),
  'none.pcap': pcapOf(HEALTHY).subarray(0, 24),
});
const file = (name: string): string => join(directory, name);
const check = (name: string, ...options: readonly string[]): ReturnType<typeof run> =>
  run(['check', file(name), ...options]);
/** Fingerprints of the findings of a capture. */
const fingerprintsOf = async (name: string): Promise<string[]> =>
  (JSON.parse((await run(['-f', 'json', file(name)])).out) as { findings: { fingerprint: string }[] }).findings.map(
    ({ fingerprint }) => fingerprint,
  );

describe('the exit status', () => {
  // refused.pcap: an unanswered challenge (warning) and a busy callee (info); mixed.pcap: missing-ack (error).
  test.each([
    ['healthy.pcap', [], 0],
    ['healthy.pcap', ['--fail-on', 'info'], 0],
    ['mixed.pcap', [], 1],
    ['mixed.pcap', ['--fail-on', 'never'], 0],
    ['refused.pcap', [], 0],
    ['refused.pcap', ['--fail-on', 'error'], 0],
    ['refused.pcap', ['--fail-on', 'warning'], 1],
    ['refused.pcap', ['--fail-on', 'info'], 1],
    ['refused.pcap', ['--max-warnings', '0'], 1],
    ['refused.pcap', ['--max-warnings', '1'], 1],
    ['refused.pcap', ['--max-warnings', '2'], 0],
    ['refused.pcap', ['--max-warnings', '0', '--fail-on', 'never'], 0],
    ['mixed.pcap', ['--ignore', 'missing-ack'], 0],
    ['mixed.pcap', ['--ignore', 'response/404'], 1],
    ['mixed.pcap', ['--kind', 'transaction'], 0],
    ['missing.pcap', [], 2],
    ['missing.pcap', ['--fail-on', 'never'], 2],
  ])('of %s with %j is %i', async (name, options, status) => {
    expect((await check(name, ...options)).code).toBe(status);
  });

  test('is 2 where one of several captures cannot be read, whatever the others show', async () => {
    expect((await run(['check', file('mixed.pcap'), file('missing.pcap')])).code).toBe(2);
  });

  test('is not that of analyze, which only looks', async () => {
    expect((await run([file('mixed.pcap')])).code).toBe(0);
  });
});

describe('an empty recording', () => {
  test.each([
    ['none.pcap', [], 'no packet was recorded'],
    ['voice.pcap', [], 'no SIP message was found among 2 packets'],
    ['mixed.pcap', ['--kind', 'registration'], 'no flow passes the filter'],
  ])('%s %j ends in 2 with the reason, unless it is allowed', async (name, options, reason) => {
    const refused = await check(name, ...options);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain(reason);
    expect(refused.err).toContain('--allow-empty');
    expect((await check(name, ...options, '-q')).err).toContain(reason);
    expect((await check(name, ...options, '--fail-on', 'never')).code).toBe(2);
    expect(await check(name, ...options, '--allow-empty')).toMatchObject({ code: 0, err: '' });
  });

  test('beside one that is not empty is no obstacle', async () => {
    expect((await run(['check', file('healthy.pcap'), file('voice.pcap')])).code).toBe(0);
  });
});

describe('the summary', () => {
  test('names what failed first, at the end of the page', async () => {
    const { out, err } = await check('mixed.pcap');
    expect(out).toMatch(/^✗ 1 call, 1 stand-alone transaction: 1 failed/);
    const summary = out.slice(out.lastIndexOf('✗'));
    expect(summary).toMatch(/^✗ check failed: 1 finding at or above "error"\n/);
    expect(summary.replaceAll(/\s+/g, ' ')).toContain(
      'first missing-ack in call-1 at #3, 2026-01-01 00:00:02 UTC: No ACK to the 200 answer to INVITE',
    );
    expect(err).toBe('');
  });

  test('names the first of several, by the time at which it was seen', async () => {
    const { out } = await run(['check', file('refused.pcap'), '--fail-on', 'info']);
    expect(out.replaceAll(/\s+/g, ' ')).toContain('first response/486 in call-1 at #3');
  });

  test('names the file among several', async () => {
    const { out } = await run(['check', file('healthy.pcap'), file('mixed.pcap')]);
    expect(out.replaceAll(/\s+/g, ' ')).toContain(`${file('mixed.pcap')} #3, 2026`);
  });

  test('says that it passes, and what it let pass', async () => {
    const { out } = await check('refused.pcap');
    expect(out).toContain('✓ check passed: nothing at or above "error" in 2 flows (0 errors, 2 warnings, 1 info)');
  });

  test('stands on standard error where the page goes elsewhere, unless it shall be quiet', async () => {
    const target = join(directoryWith({}), 'report.json');
    const { code, out, err } = await check('mixed.pcap', '-o', target);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(
      /^siplens: check failed: 1 finding at or above "error"\nsiplens: {3}first: missing-ack in call-1/,
    );
    expect((await check('mixed.pcap', '-f', 'json')).err).toContain('check failed');
    expect((await check('mixed.pcap', '-q', '-o', target)).err).toBe('');
  });

  test('leads the Markdown page', async () => {
    const { out } = await check('mixed.pcap', '-f', 'markdown');
    expect(out).toMatch(/^## ❌ check failed: 1 finding at or above "error"\n\n- \*\*first\*\*: missing-ack in call-1/);
    expect(out).toContain('## ❌ 1 call, 1 stand-alone transaction');
  });

  test('counts what could not be judged, which fails no build', async () => {
    const { code, out } = await check('early.pcap', '--fail-on', 'info');
    expect(code).toBe(0);
    expect(out).toMatch(/not judged\s+1 answer of a rule/);
  });
});

describe('the JSON document', () => {
  test('holds the end of the gate', async () => {
    const { out } = await check('mixed.pcap', '-f', 'json');
    expect(JSON.parse(out)).toMatchObject({
      check: {
        status: 'failed',
        failOn: 'error',
        flows: 2,
        findings: { error: 1, warning: 0, info: 0 },
        demands: [{ kind: 'findings', met: false, count: 1 }],
        first: { rule: 'missing-ack', flow: 'call-1', file: file('mixed.pcap'), frame: 3 },
      },
    });
    const { out: lines } = await check('mixed.pcap', '-f', 'ndjson');
    expect(lines).toMatch(/^\{"type":"check","status":"failed"/m);
  });

  test('of analyze does not', async () => {
    expect((await run([file('mixed.pcap'), '-f', 'json'])).out).not.toContain('"check"');
  });

  test('says of a finding that it was let pass', async () => {
    const { out } = await check('mixed.pcap', '-f', 'json', '--ignore', 'missing-ack');
    expect(JSON.parse(out)).toMatchObject({
      check: { status: 'passed', ignored: 1 },
      findings: [{ rule: 'missing-ack', standing: 'ignored' }],
    });
  });

  test('says why there was nothing to judge', async () => {
    const { code, out } = await check('voice.pcap', '-f', 'json');
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ check: { status: 'unusable', empty: 'no-sip' } });
  });
});

describe('the ignore list', () => {
  test('takes fingerprints and classes of responses', async () => {
    const [fingerprint = ''] = await fingerprintsOf('mixed.pcap');
    expect((await check('mixed.pcap', '--ignore', fingerprint)).code).toBe(0);
    expect((await check('mixed.pcap', '--ignore', fingerprint.toUpperCase())).code).toBe(0);
    const strictly = ['--fail-on', 'info', '--ignore', 'unanswered-challenge'];
    expect((await check('refused.pcap', ...strictly, '--ignore', 'response/4xx')).code).toBe(0);
    expect((await check('refused.pcap', ...strictly, '--ignore', 'response/5xx')).code).toBe(1);
  });

  test('may be a file, and says which entries are not needed', async () => {
    const own = directoryWith({});
    mkdirSync(own, { recursive: true });
    const list = join(own, 'ignore.txt');
    writeFileSync(list, '# known since the last release\n\nmissing-ack   # ticket 17\nresponse/503\n');
    const { code, out } = await check('mixed.pcap', '--ignore', `@${list}`);
    expect(code).toBe(0);
    expect(out).toMatch(/ignored\s+1 finding is let pass by the ignore list/);
    expect(out).toMatch(/not needed\s+an entry of the ignore list: response\/503/);
    expect(readFileSync(list, 'utf8')).toContain('ticket 17');
  });

  test('with a mistake in it ends in 2', async () => {
    const list = join(directoryWith({ 'ignore.txt': 'missing-ack\n\nmising-ack\n' }), 'ignore.txt');
    const { code, out, err } = await check('mixed.pcap', '--ignore', `@${list}`);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`"--ignore" ${list}: line 3: expected a rule`);
    expect(err).toContain('did you mean missing-ack?');
    expect((await check('mixed.pcap', '--ignore', '@nowhere')).err).toContain('"--ignore" nowhere: no such file');
  });
});

test.each([
  [['--fail-on', 'fatal'], 'Allowed choices are info, warning, error, never'],
  [['--max-warnings', '-1'], 'A whole number is expected'],
  [['--max-warnings', 'many'], 'A whole number is expected'],
  [['--ignore', ''], '"--ignore" expected a rule'],
])('check with %j ends in 2 with a sentence', async (options, sentence) => {
  const { code, out, err } = await check('mixed.pcap', ...options);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(sentence);
});
