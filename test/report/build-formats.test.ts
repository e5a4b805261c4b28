// What a pipeline is told, in each of its formats: from the command line, over whole captures.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { directoryWith, pcapOf, run } from '../cli/terminal.ts';
import { NOTHING_BUT_VOICE, REFUSED, STOPS_EARLY } from '../gate/scripts.ts';
import { captureName, recordings } from '../support/analysis.ts';
import { validCodeQuality, validGithub, validJunit, validSarif, validTap } from './build-formats.ts';
import { HEALTHY, MIXED } from './scripts.ts';

/** Twelve calls that each fail in a way of their own, and two that find a busy callee. */
const MANY_CAUSES = `# Every call is refused with another status.
alice = 192.0.2.10:5060
bob   = 198.51.100.20:5060
${[400, 403, 404, 410, 413, 414, 415, 420, 482, 484, 488, 500, 486, 486]
  .map((status, index) =>
    [
      `${index * 40}.0 alice -> bob INVITE @call${index}`,
      `+0.1 bob -> alice ${status} No @call${index}`,
      `+0.1 alice -> bob ACK @call${index}`,
    ].join('\n'),
  )
  .join('\n')}
end +60
`;

const directory = directoryWith({
  'healthy.pcap': pcapOf(HEALTHY),
  'mixed.pcap': pcapOf(MIXED),
  'refused.pcap': pcapOf(REFUSED),
  'early.pcap': pcapOf(STOPS_EARLY),
  'voice.pcap': pcapOf(NOTHING_BUT_VOICE),
  'causes.pcap': pcapOf(MANY_CAUSES),
});
const file = (name: string): string => join(directory, name);
const write = async (format: string, name: string, ...options: readonly string[]): Promise<string> =>
  (
    await run([
      options.includes('check') ? 'check' : 'analyze',
      '-f',
      format,
      file(name),
      ...options.filter((word) => word !== 'check'),
    ])
  ).out;

describe('every recorded capture is valid', () => {
  test.each(recordings)('%s', async (_, recorded) => {
    const of = async (command: string, format: string): Promise<string> =>
      (
        await run([
          command,
          '-f',
          format,
          captureName(recorded),
          ...(command === 'check' ? ['--max-warnings', '0'] : []),
        ])
      ).out;
    for (const command of ['analyze', 'check']) {
      validSarif(await of(command, 'sarif'));
      validCodeQuality(await of(command, 'gitlab'));
      validJunit(await of(command, 'junit'));
      validTap(await of(command, 'tap'));
      validGithub(await of(command, 'github'));
    }
  });
});

describe.each(['sarif', 'gitlab', 'junit', 'tap', 'github'])('%s', (format) => {
  test('is the same each time', async () => {
    expect(await write(format, 'mixed.pcap', 'check')).toBe(await write(format, 'mixed.pcap', 'check'));
  });

  test('says of healthy flows that nothing is wrong', async () => {
    const text = await write(format, 'healthy.pcap', 'check');
    expect(text).not.toMatch(/not ok|<failure|::error|"ruleId"|"check_name"/);
  });
});

describe('JUnit', () => {
  test('has a suite for each flow and a case for each group of rules', async () => {
    const root = validJunit(await write('junit', 'mixed.pcap'));
    expect(root.attributes).toMatchObject({ failures: '1', errors: '0' });
    expect(root.children.map(({ attributes }) => attributes['name'])).toEqual([
      'call-1 call alice@example.com → bob@example.com',
      'transaction-2 transaction alice@example.com → bob@example.com',
    ]);
    const [call, ping] = root.children;
    expect(call?.children.map(({ attributes }) => attributes['name'])).toEqual([
      'responses',
      'dialog',
      'transaction',
      'flow',
    ]);
    expect(ping?.children.map(({ attributes }) => attributes['name'])).toEqual(['responses', 'transaction', 'flow']);
    const failure = call?.children[1]?.children[0];
    expect(failure).toMatchObject({ name: 'failure', attributes: { type: 'missing-ack' } });
    expect(failure?.text).toContain('#3 … #13 (11×)');
    expect(failure?.text).toContain('Fix:\n  callee: Make the callee');
    expect(call?.children[1]?.children[1]?.text).toContain('◀── 200 OK');
  });

  test('skips what could not be judged, with the reason', async () => {
    const root = validJunit(await write('junit', 'early.pcap', 'check', '--fail-on', 'info'));
    const skipped = root.children.flatMap(({ children }) => children.flatMap((each) => each.children));
    expect(skipped.map(({ name }) => name)).toEqual(['skipped']);
    expect(skipped[0]?.attributes['message']).toMatch(/^unanswered-request: ./);
    expect(root.attributes['failures']).toBe('0');
  });

  test('numbers flows of the same parties, in order of their first message', async () => {
    const root = validJunit(await write('junit', 'causes.pcap'));
    const places = root.children.map(({ children }) => children[0]?.attributes['classname']);
    expect(places.slice(0, 3)).toEqual([
      'call alice@example.com → bob@example.com',
      'call alice@example.com → bob@example.com #2',
      'call alice@example.com → bob@example.com #3',
    ]);
  });

  test('fails by the threshold of the gate', async () => {
    const failures = async (...options: readonly string[]): Promise<string | undefined> =>
      validJunit(await write('junit', 'refused.pcap', 'check', ...options)).attributes['failures'];
    expect(await failures()).toBe('0');
    expect(await failures('--fail-on', 'warning')).toBe('2');
    expect(await failures('--fail-on', 'warning', '--ignore', 'response/401')).toBe('1');
    expect(await failures('--fail-on', 'never', '--max-warnings', '0')).toBe('1');
    expect(await failures('--max-warnings', '0')).toBe('1');
  });

  test('has an error where there was nothing to judge', async () => {
    const root = validJunit(await write('junit', 'voice.pcap', 'check'));
    expect(root.attributes).toMatchObject({ tests: '1', errors: '1' });
    expect(root.children[0]?.children[0]?.children[0]?.attributes['message']).toContain('no SIP message was found');
  });

  test('counts flows beyond those that are listed', async () => {
    const calls = Array.from(
      { length: 1_010 },
      (_, index) => `${index * 40}.0 alice -> bob OPTIONS @p${index}\n+0.1 bob -> alice 200 OK @p${index}`,
    );
    const own = directoryWith({
      'pings.pcap': pcapOf(
        `# Pings.\nalice = 192.0.2.10:5060\nbob = 198.51.100.20:5060\n${calls.join('\n')}\nend +60\n`,
      ),
    });
    const root = validJunit((await run(['-f', 'junit', join(own, 'pings.pcap')])).out);
    expect(root.children).toHaveLength(1_001);
    expect(root.children.at(-1)?.children[0]?.attributes['name']).toBe('10 further flows: passed');
    const { points } = validTap((await run(['-f', 'tap', join(own, 'pings.pcap')])).out);
    expect(points.at(-1)).toMatchObject({ ok: true, description: '10 further flows: passed' });
  });
});

describe('TAP', () => {
  test('has a point for each flow and group of rules, with the reason of what failed', async () => {
    const { points } = validTap(await write('tap', 'mixed.pcap'));
    expect(points.map(({ ok }) => ok)).toEqual([true, false, true, true, true, true, true]);
    expect(points[1]?.description).toBe('call alice@example.com → bob@example.com: dialog');
    expect(points[1]?.details.join('\n')).toContain(
      'message: "missing-ack: No ACK to the 200 answer to INVITE (certain)"',
    );
    expect(points[1]?.details.join('\n')).toMatch(/frame: 3\n/);
  });

  test('skips what could not be judged, bails out where there was nothing, and knows the demands of the build', async () => {
    const { points } = validTap(await write('tap', 'early.pcap'));
    expect(points.filter(({ skip }) => skip !== undefined)).toHaveLength(1);
    expect(validTap(await write('tap', 'voice.pcap', 'check')).bailOut).toContain('no SIP message was found');
    expect(validTap(await write('tap', 'refused.pcap', 'check', '--max-warnings', '0')).points.at(-1)).toMatchObject({
      ok: false,
      description: 'siplens check: warnings',
    });
  });

  test('plans nothing where nothing was recorded', async () => {
    expect(await write('tap', 'voice.pcap')).toBe('TAP version 14\n1..0 # SKIP no flow was recorded\n');
  });

  test.skipIf(spawnSync('prove', ['--version']).status !== 0)(
    'is read by prove as it is meant (skipped where it is not installed)',
    async () => {
      // It knows TAP 13; TAP 14 only adds to it.
      const own = directoryWith({
        'mixed.tap': (await write('tap', 'mixed.pcap')).replace('version 14', 'version 13'),
      });
      const { stdout } = spawnSync('prove', ['--exec', 'cat', join(own, 'mixed.tap')], { encoding: 'utf8' });
      expect(stdout).toContain('Failed 1/7 subtests');
      expect(stdout).not.toContain('Parse errors');
    },
  );
});

describe('SARIF', () => {
  test('points at the frame, in words that say what to do', async () => {
    const { results, tool } = validSarif(await write('sarif', 'mixed.pcap'));
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({ ruleId: 'missing-ack', level: 'error' });
    expect(results[0]?.locations[0]?.physicalLocation.region.startLine).toBe(3);
    expect(results[0]?.message.text).toMatch(/^No ACK to the 200 answer to INVITE\. .+\nFix:\ncallee: /);
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(expect.arrayContaining(['missing-ack', '501-without-allow']));
  });

  test('has results for problems only, and tells what it leaves out', async () => {
    const { results, invocations } = validSarif(
      await write('sarif', 'refused.pcap', 'check', '--ignore', 'response/401'),
    );
    expect(results.map(({ ruleId }) => ruleId)).toEqual(['unanswered-challenge']);
    const told = invocations[0]?.toolExecutionNotifications.map(({ message }) => message.text) ?? [];
    expect(told).toEqual([
      expect.stringContaining('1 finding that is only worth knowing'),
      expect.stringContaining('1 finding is let pass by the ignore list'),
    ]);
  });

  test('tells what could not be judged, which is no result', async () => {
    const { results, invocations } = validSarif(await write('sarif', 'early.pcap', 'check', '--fail-on', 'info'));
    expect(results).toEqual([]);
    expect(invocations[0]?.toolExecutionNotifications).toMatchObject([
      { level: 'note', associatedRule: { id: 'unanswered-request' } },
    ]);
  });

  test('was no success where there was nothing to judge', async () => {
    const { invocations } = validSarif(await write('sarif', 'voice.pcap', 'check'));
    expect(invocations[0]).toMatchObject({ executionSuccessful: false });
    expect(invocations[0]?.toolExecutionNotifications[0]).toMatchObject({ level: 'error' });
  });

  test('keeps the fingerprint of a problem from one recording to the next', async () => {
    const later = directoryWith({
      'again.pcap': pcapOf(MIXED.replace('+2.0   bob', '+3.7   bob').replace('0.0    alice', 'end +5\n7.0    alice')),
    });
    const prints = (text: string): unknown =>
      validSarif(text).results.map(({ partialFingerprints }) => partialFingerprints);
    const again = await run(['-f', 'sarif', join(later, 'again.pcap')]);
    expect(prints(again.out)).toEqual(prints(await write('sarif', 'mixed.pcap')));
  });
});

describe('Code Quality', () => {
  test('has one entry for each fingerprint', async () => {
    const entries = validCodeQuality(await write('gitlab', 'mixed.pcap'));
    expect(entries).toMatchObject([
      { check_name: 'missing-ack', severity: 'critical', location: { path: file('mixed.pcap'), lines: { begin: 3 } } },
    ]);
    expect(validCodeQuality(await write('gitlab', 'causes.pcap', 'check', '--fail-on', 'info'))).toContainEqual(
      expect.objectContaining({ check_name: 'response/486', description: '486 No to INVITE (in 2 flows)' }),
    );
  });

  test('names what fails the build beside the findings', async () => {
    expect(validCodeQuality(await write('gitlab', 'refused.pcap', 'check', '--max-warnings', '1'))[0]).toMatchObject({
      check_name: 'siplens-check/warnings',
    });
    expect(validCodeQuality(await write('gitlab', 'voice.pcap', 'check'))).toMatchObject([{ severity: 'blocker' }]);
  });
});

describe('annotations of GitHub', () => {
  test('say what failed, where, why and what to do', async () => {
    const [annotation, ...others] = validGithub(await write('github', 'mixed.pcap', 'check'));
    expect(others).toEqual([]);
    expect(annotation).toMatchObject({
      command: 'error',
      properties: {
        file: file('mixed.pcap'),
        line: '3',
        title: 'No ACK to the 200 answer to INVITE (missing-ack, call-1)',
      },
    });
    expect(annotation?.message).toContain('\nFix, callee: ');
  });

  test('are ten of a kind at most, and the last one tells how many are left', async () => {
    const errors = validGithub(await write('github', 'causes.pcap', 'check')).filter(
      ({ command }) => command === 'error',
    );
    expect(errors).toHaveLength(10);
    expect(errors.at(-1)?.properties['title']).toMatch(/^\d+ more are not shown one by one$/);
    expect(errors.at(-1)?.message.split('\n').length).toBe(
      Number.parseInt(errors.at(-1)?.properties['title'] ?? '', 10),
    );
  });

  test('leave out what is ignored, and tell what could not be judged', async () => {
    expect(validGithub(await write('github', 'mixed.pcap', 'check', '--ignore', 'missing-ack'))).toEqual([]);
    expect(validGithub(await write('github', 'early.pcap', 'check'))).toMatchObject([{ command: 'notice' }]);
  });

  test('come with the page of the step, appended', async () => {
    const summary = join(directoryWith({ 'summary.md': 'what another command wrote\n' }), 'summary.md');
    const { code } = await run(['check', '-f', 'github', file('mixed.pcap')], {
      env: { GITHUB_STEP_SUMMARY: summary },
    });
    expect(code).toBe(1);
    expect(readFileSync(summary, 'utf8')).toMatch(/^what another command wrote\n## ❌ check failed: 1 finding/);
    const nowhere = await run(['check', '-f', 'github', file('mixed.pcap')], {
      env: { GITHUB_STEP_SUMMARY: '/nowhere/summary' },
    });
    expect(nowhere).toMatchObject({
      code: 1,
      err: expect.stringContaining('GITHUB_STEP_SUMMARY /nowhere/summary: no such file') as string,
    });
  });

  test('leave the page alone where they are not asked for', async () => {
    const summary = join(directoryWith({ 'summary.md': '' }), 'summary.md');
    await run(['check', file('mixed.pcap')], { env: { GITHUB_STEP_SUMMARY: summary } });
    expect(readFileSync(summary, 'utf8')).toBe('');
  });
});

test('the names of files pick these formats', async () => {
  const target = directoryWith({});
  const names = ['r.xml', 'r.sarif', 'r.sarif.json', 'r.tap', 'gl-code-quality-report.json', 'r.json'].map((name) =>
    join(target, name),
  );
  await run(['check', file('mixed.pcap'), ...names.flatMap((name) => ['-o', name])]);
  const [junit = '', sarif = '', sarifJson, tap = '', gitlab = '', json = ''] = names.map((name) =>
    readFileSync(name, 'utf8'),
  );
  validJunit(junit);
  validSarif(sarif);
  expect(sarifJson).toBe(sarif);
  validTap(tap);
  validCodeQuality(gitlab);
  expect(JSON.parse(json)).toMatchObject({ schemaVersion: 1 });
});
