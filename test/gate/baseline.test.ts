// A baseline passes on what was there before, fails on what is new, and tells what is gone.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { directoryWith, pcapOf, run } from '../cli/terminal.ts';
import { validGithub, validJunit, validSarif } from '../report/build-formats.ts';
import { HEALTHY, MIXED } from '../report/scripts.ts';
import { NOTHING_BUT_VOICE, REFUSED } from './scripts.ts';

/** The call of MIXED once more, at another time and with other identifiers, and a call to nobody. */
const AGAIN_AND_MORE = `# The same trouble, recorded another day, and more of it.
alice = 192.0.2.10:5060
bob   = 198.51.100.20:5060

5.0    alice -> bob  INVITE
+0.02  bob -> alice  100 Trying
+1.1   bob -> alice  200 OK
       | Contact: <sip:bob@10.0.0.5:5060>
+0.5   again x10 doubling to 4
+0.5   bob -> alice  BYE
+0.02  alice -> bob  200 OK
+9.0   alice -> bob  INVITE @other
+0.1   bob -> alice  404 Not Found @other
+0.1   alice -> bob  ACK @other
end +60
`;

const files = {
  'mixed.pcap': pcapOf(MIXED),
  'again.pcap': pcapOf(AGAIN_AND_MORE.slice(0, AGAIN_AND_MORE.indexOf('+9.0'))),
  'more.pcap': pcapOf(AGAIN_AND_MORE),
  'healthy.pcap': pcapOf(HEALTHY),
  'refused.pcap': pcapOf(REFUSED),
  'voice.pcap': pcapOf(NOTHING_BUT_VOICE),
};

/** A project with a baseline of mixed.pcap. */
async function project(): Promise<{
  baseline: string;
  check: (name: string, ...options: string[]) => ReturnType<typeof run>;
}> {
  const directory = directoryWith(files);
  const baseline = join(directory, 'baseline.json');
  const check = (name: string, ...options: string[]): ReturnType<typeof run> =>
    run(['check', join(directory, name), '--baseline', baseline, ...options]);
  expect((await check('mixed.pcap', '--update-baseline')).code).toBe(0);
  return { baseline, check };
}

describe('a baseline', () => {
  test('is written with the findings that would fail, which then do not', async () => {
    const { baseline, check } = await project();
    expect(JSON.parse(readFileSync(baseline, 'utf8'))).toEqual({
      schemaVersion: 1,
      findings: [
        {
          fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
          rule: 'missing-ack',
          severity: 'error',
          title: 'No ACK to the 200 answer to INVITE',
        },
      ],
    });
    const { out } = await check('mixed.pcap', '--update-baseline');
    expect(out).toContain('✓ check passed');
    expect(out).toMatch(/recorded\s+the baseline holds 1 finding now/);
  });

  test('passes another recording of the same', async () => {
    const { check } = await project();
    const { code, out } = await check('again.pcap');
    expect(code).toBe(0);
    expect(out).toMatch(/known\s+1 finding was there before/);
  });

  test('fails on what is new, and names that', async () => {
    const { check } = await project();
    const { code, out } = await check('more.pcap');
    expect(code).toBe(1);
    expect(out).toContain('✗ check failed: 1 finding at or above "error"');
    expect(out).toMatch(/first\s+response\/404 in call-2/);
  });

  test('tells what is gone, unless a filter leaves that open', async () => {
    const { check } = await project();
    const { code, out } = await check('healthy.pcap');
    expect(code).toBe(0);
    expect(out.replaceAll(/\s+/g, ' ')).toMatch(
      /gone a finding of the baseline was not seen again: missing-ack [0-9a-f]{16}/,
    );
    expect((await check('healthy.pcap', '--kind', 'call')).out).not.toContain('gone');
  });

  test('is the same file when the same is recorded again', async () => {
    const { baseline, check } = await project();
    const before = readFileSync(baseline, 'utf8');
    await check('again.pcap', '--update-baseline');
    expect(readFileSync(baseline, 'utf8')).toBe(before);
  });

  test('is rewritten with what there is now, and keeps what is known although it would not fail', async () => {
    const { baseline, check } = await project();
    const rules = (): unknown =>
      (JSON.parse(readFileSync(baseline, 'utf8')) as { findings: { rule: string }[] }).findings.map(({ rule }) => rule);
    await check('refused.pcap', '--update-baseline', '--fail-on', 'warning');
    expect(rules()).toEqual(['response/401', 'unanswered-challenge']);
    await check('refused.pcap', '--update-baseline');
    expect(rules()).toEqual(['response/401', 'unanswered-challenge']);
    await check('healthy.pcap', '--update-baseline');
    expect(rules()).toEqual([]);
    expect((await check('healthy.pcap')).code).toBe(0);
  });

  test('is left alone by a recording that shows nothing, and by one that cannot be read', async () => {
    const { baseline, check } = await project();
    const before = readFileSync(baseline, 'utf8');
    expect((await check('voice.pcap', '--update-baseline')).code).toBe(2);
    expect((await check('missing.pcap', '--update-baseline')).code).toBe(2);
    expect(readFileSync(baseline, 'utf8')).toBe(before);
  });

  test('may be named in the configuration, beside it', async () => {
    const { baseline } = await project();
    const cwd = directoryWith({ 'siplens.config.yaml': 'check: { baseline: known.json }', ...files });
    writeFileSync(join(cwd, 'known.json'), readFileSync(baseline));
    expect((await run(['check', join(cwd, 'mixed.pcap')], { cwd })).code).toBe(0);
  });
});

describe('in the formats of builds', () => {
  test('what is known does not fail, and is told apart where that can be said', async () => {
    const { check } = await project();
    const sarif = validSarif((await check('more.pcap', '-f', 'sarif')).out);
    expect(sarif.results.map(({ ruleId, baselineState }) => [ruleId, baselineState])).toEqual([
      ['missing-ack', 'unchanged'],
      ['response/404', 'new'],
    ]);
    expect(validJunit((await check('again.pcap', '-f', 'junit')).out).attributes['failures']).toBe('0');
    expect(validGithub((await check('again.pcap', '-f', 'github')).out)).toEqual([]);
    const { out } = await check('more.pcap', '-f', 'json');
    expect(JSON.parse(out)).toMatchObject({
      check: { status: 'failed', baseline: { known: 1, gone: [] } },
      findings: [{ rule: 'missing-ack', standing: 'known' }, { rule: 'response/404' }],
    });
  });
});

describe('what cannot be', () => {
  test.each([
    [['--update-baseline'], '"--update-baseline" needs --baseline <file>'],
    [
      ['--baseline', 'nowhere.json'],
      '"--baseline" nowhere.json: no such file or directory; --update-baseline writes it',
    ],
    [['--baseline', '/', '--update-baseline'], '"--baseline" /: is a directory'],
    [['--baseline', 'b.json', '--update-baseline', '--kind', 'call'], '"--update-baseline" takes no filter'],
  ])('%j ends in 2 with a sentence', async (options, sentence) => {
    const { code, out, err } = await run(['check', join(directoryWith(files), 'mixed.pcap'), ...options]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
  });

  test.each([
    ['{}', '"schemaVersion" is missing'],
    ['{"schemaVersion": 2, "findings": []}', '"schemaVersion" expected 1, got 2'],
    ['{"schemaVersion": 1, "findings": [{"fingerprint": "x"}]}', '"findings[0].rule" is missing'],
    ['not JSON: [', 'x.json:1'],
    ['', '"schemaVersion" is missing'],
  ])('a baseline that is %j is told', async (text, sentence) => {
    const directory = directoryWith({ ...files, 'x.json': text });
    const { code, err } = await run(['check', join(directory, 'mixed.pcap'), '--baseline', join(directory, 'x.json')]);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });
});
