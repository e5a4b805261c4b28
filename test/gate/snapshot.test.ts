// A snapshot of the flows: green when the same is recorded again, red with a readable difference when something changed.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { directoryWith, pcapOf, run } from '../cli/terminal.ts';
import { validCodeQuality, validGithub, validJunit, validSarif, validTap } from '../report/build-formats.ts';
import { NOTHING_BUT_VOICE } from './scripts.ts';

/** A scenario as one tool plays it: other addresses, other times, other identifiers each time. */
function recording(
  options: { day?: number; copies?: boolean; crossing?: boolean; change?: (script: string) => string } = {},
): Uint8Array {
  const { day = 1, copies = false, crossing = false, change = (script: string) => script } = options;
  const pause = (seconds: number): string => `+${(seconds * (1 + day / 10)).toFixed(3)}`;
  const trying = `${pause(0.01)} edge -> alice 100 Trying`;
  const onward = `${pause(0.01)} edge -> bob INVITE`;
  return pcapOf(
    change(`# Recorded on day ${day}.
alice = 192.0.2.${10 + day}:${5060 + day}
proxy edge = 203.0.113.${day}:5060 record-route
bob   = 198.51.100.${20 + day}:5060
${day}.0 alice -> edge INVITE
${crossing ? `${onward}\n${trying}` : `${trying}\n${onward}`}
${pause(0.3)} bob -> edge 180 Ringing
${pause(0.01)} edge -> alice 180 Ringing
${pause(2)} bob -> edge 200 OK
${pause(0.01)} edge -> alice 200 OK
${copies ? `${pause(0.5)} again` : ''}
${pause(0.01)} alice -> edge ACK
${pause(0.01)} edge -> bob ACK
${pause(9)} alice -> edge BYE
${pause(0.01)} edge -> bob BYE
${pause(0.01)} bob -> edge 200 OK
${pause(0.01)} edge -> alice 200 OK
${pause(1)} alice -> edge OPTIONS @ping
${pause(0.01)} edge -> alice 200 OK @ping
end +60
`),
  );
}

const files = {
  'first.pcap': recording(),
  'second.pcap': recording({ day: 2 }),
  'copies.pcap': recording({ day: 2, copies: true }),
  'crossing.pcap': recording({ day: 3, crossing: true }),
  'busy.pcap': recording({
    change: (script) => `${script.slice(0, script.indexOf('+2.200'))}+2 bob -> edge 486 Busy Here
+0.01 edge -> bob ACK
+0.01 edge -> alice 486 Busy Here
+0.01 alice -> edge ACK
+1 alice -> edge OPTIONS @ping
+0.01 edge -> alice 200 OK @ping
end +60
`,
  }),
  'codec.pcap': recording({
    day: 2,
    change: (script) =>
      script.replace(
        'edge INVITE\n',
        'edge INVITE\n| body: v=0\n| body: o=- 1 1 IN IP4 192.0.2.12\n| body: s=-\n| body: c=IN IP4 192.0.2.12\n| body: t=0 0\n| body: m=audio 4000 RTP/AVP 18\n| body: a=rtpmap:18 G729/8000\n',
      ),
  }),
  'no-ping.pcap': recording({
    change: (script) => `${script.slice(0, script.indexOf('+1.100 alice -> edge OPTIONS'))}end +60\n`,
  }),
  'two-pings.pcap': recording({
    change: (script) =>
      script.replace('end +60', '+1 alice -> edge OPTIONS @more\n+0.1 edge -> alice 404 Not Found @more\nend +60'),
  }),
  'slow.pcap': recording({ change: (script) => script.replace('+2.200', '+8.200') }),
  'voice.pcap': pcapOf(NOTHING_BUT_VOICE),
};

async function project(...options: string[]): Promise<{
  snapshot: string;
  text: () => string;
  check: (name: string, ...more: string[]) => ReturnType<typeof run>;
}> {
  const directory = directoryWith(files);
  const snapshot = join(directory, 'call.flow');
  expect(await run(['snapshot', join(directory, 'first.pcap'), '-o', snapshot, ...options])).toEqual({
    code: 0,
    out: '',
    err: '',
  });
  const check = (name: string, ...more: string[]): ReturnType<typeof run> =>
    run(['check', join(directory, name), '--snapshot', snapshot, '--ignore', 'response/404', ...more]);
  return { snapshot, text: () => readFileSync(snapshot, 'utf8'), check };
}

describe('siplens snapshot', () => {
  test('writes a flow script that people can read', async () => {
    const { text } = await project();
    expect(text()).toMatch(/^# Flows as siplens snapshot writes them/);
    expect(text()).toContain('proxy proxy = 192.0.2.3:5060 record-route\n');
    expect(text()).toContain('# call-1: answered\ncall call-1\nalice -> proxy  INVITE sip:bob@example.com\n');
    expect(text()).toContain('\nbob -> proxy  180 Ringing\nproxy -> alice  180 Ringing\n');
  });

  test('writes to standard output too, and the same each time', async () => {
    const { text } = await project();
    const directory = directoryWith(files);
    expect((await run(['snapshot', join(directory, 'first.pcap')])).out).toBe(text());
    expect((await run(['snapshot', join(directory, 'second.pcap')])).out).toBe(text());
  });

  test('takes the filters of every command', async () => {
    const { out } = await run(['snapshot', join(directoryWith(files), 'first.pcap'), '--method', 'OPTIONS']);
    expect(out).toContain('call transaction-1\n');
    expect(out).not.toContain('INVITE');
  });

  test.each([
    ['voice.pcap', [], 'there is no flow to write'],
    ['first.pcap', ['--kind', 'message'], 'there is no flow to write'],
    ['first.pcap', ['--header', 'a b'], '"--header" expected the name of a header, got "a b"'],
  ])('of %s with %j ends in 2 with a sentence', async (name, options, sentence) => {
    const { code, out, err } = await run(['snapshot', join(directoryWith(files), name), ...options]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
  });
});

describe('check --snapshot', () => {
  test.each(['first.pcap', 'second.pcap', 'copies.pcap', 'crossing.pcap'])(
    'passes %s: the same scenario, recorded another day',
    async (name) => {
      const { check } = await project();
      const { code, out } = await check(name);
      expect(out).toContain('✓ check passed');
      expect(code).toBe(0);
    },
  );

  test.each([
    ['busy.pcap', '1 changed, 0 missing, 0 new', ['- bob -> proxy 200 OK', '+ bob -> proxy 486 Busy Here']],
    [
      'codec.pcap',
      '1 changed, 0 missing, 0 new',
      ['- | body: a=rtpmap:8 PCMA/8000', '+ | body: a=rtpmap:18 G729/8000'],
    ],
    [
      'no-ping.pcap',
      '0 changed, 1 missing, 0 new',
      ['@@ transaction-1 is missing @@', '- alice -> proxy OPTIONS sip:edge@example.com'],
    ],
    [
      'two-pings.pcap',
      '0 changed, 0 missing, 1 new',
      ['@@ transaction-2 is new @@', '+ proxy -> alice 404 Not Found (OPTIONS)'],
    ],
  ])('fails %s with what differs', async (name, count, lines) => {
    const { check, snapshot } = await project();
    const { code, out } = await check(name);
    expect(code).toBe(1);
    expect(out.replaceAll(/\s+/g, ' ')).toContain(`✗ check failed: snapshot ${snapshot}: ${count}`);
    for (const line of lines) expect(out).toContain(line);
  });

  test('compares times, with patience, where the snapshot has them', async () => {
    const { check, text } = await project('--times');
    expect(text()).toContain('+2 bob -> proxy  200 OK');
    expect((await check('second.pcap')).code).toBe(0);
    const { code, out } = await check('slow.pcap');
    expect(code).toBe(1);
    expect(out).toContain('- +2 bob -> proxy 200 OK');
    expect(out).toContain('+ +8 bob -> proxy 200 OK');
    const untimed = await project();
    expect((await untimed.check('slow.pcap')).code).toBe(0);
  });

  test('keeps further headers in mind that the snapshot was made with', async () => {
    const { check, text } = await project('--header', 'Max-Forwards');
    expect(text()).toContain('# headers: Max-Forwards');
    expect(text()).toContain('| Max-Forwards: 70');
    expect((await check('second.pcap')).code).toBe(0);
  });

  test('does not mind comments, blank lines and spaces of those who edit it', async () => {
    const { check, snapshot, text } = await project();
    writeFileSync(
      snapshot,
      text().replaceAll(' -> ', '   ->  ').replace('call call-1', '# somebody was here\n\ncall call-1   '),
    );
    expect((await check('first.pcap')).code).toBe(0);
    writeFileSync(snapshot, text().replace('180 Ringing', '183 Session Progress'));
    expect((await check('first.pcap')).code).toBe(1);
  });

  test('--update rewrites it in the way in which it was written, and passes', async () => {
    const { check, text } = await project('--times');
    expect((await check('busy.pcap', '--update', '--fail-on', 'error')).code).toBe(0);
    expect(text()).toContain('486 Busy Here');
    expect(text()).toContain('# times: rounded');
    expect((await check('busy.pcap')).code).toBe(0);
    expect((await check('first.pcap')).code).toBe(1);
  });

  test('--update writes the first one, but none of an empty recording', async () => {
    const directory = directoryWith(files);
    const snapshot = join(directory, 'new.flow');
    const check = (name: string): ReturnType<typeof run> =>
      run(['check', join(directory, name), '--snapshot', snapshot, '--update']);
    expect((await check('voice.pcap')).code).toBe(2);
    expect((await check('first.pcap')).code).toBe(0);
    const before = readFileSync(snapshot, 'utf8');
    expect((await check('voice.pcap')).code).toBe(2);
    expect(readFileSync(snapshot, 'utf8')).toBe(before);
  });

  test('may be named in the configuration', async () => {
    const { text } = await project();
    const cwd = directoryWith({ ...files, 'siplens.config.yaml': 'check: { snapshot: flows/call.flow }' });
    const failed = await run(['check', join(cwd, 'first.pcap')], { cwd });
    expect(failed.err).toContain(`${join(cwd, 'flows/call.flow')}: no such file or directory; --update writes it`);
    writeFileSync(join(cwd, 'siplens.config.yaml'), 'check: { snapshot: call.flow }');
    writeFileSync(join(cwd, 'call.flow'), text());
    expect((await run(['check', join(cwd, 'first.pcap')], { cwd })).code).toBe(0);
  });

  test.each([
    [['--update'], '"--update" needs --snapshot <file>'],
    [['--snapshot', 'nowhere.flow'], '"--snapshot" nowhere.flow: no such file or directory; --update writes it'],
  ])('%j ends in 2 with a sentence', async (options, sentence) => {
    const { code, err } = await run(['check', join(directoryWith(files), 'first.pcap'), ...options]);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });

  test('a snapshot that is no flow script ends in 2 with the line', async () => {
    const directory = directoryWith({ ...files, 'bad.flow': '# x\nalice = 192.0.2.1\nalice -> carol INVITE\n' });
    const { code, err } = await run([
      'check',
      join(directory, 'first.pcap'),
      '--snapshot',
      join(directory, 'bad.flow'),
    ]);
    expect(code).toBe(2);
    expect(err).toContain('bad.flow: line 3: host "carol" is not declared');
  });
});

test('each format of a build tells the difference', async () => {
  const { check } = await project();
  const as = async (format: string): Promise<string> => (await check('busy.pcap', '-f', format)).out;
  const junit = validJunit(await as('junit'));
  const failure = junit.children.at(-1)?.children.at(-1)?.children[0];
  expect(failure?.attributes['message']).toContain('1 changed, 0 missing, 0 new');
  expect(failure?.text).toContain('+ bob -> proxy 486 Busy Here');
  expect(validTap(await as('tap')).points.at(-1)).toMatchObject({ ok: false, description: 'siplens check: snapshot' });
  expect(validGithub(await as('github'))[0]?.message).toContain('\n+ bob -> proxy 486 Busy Here');
  expect(validCodeQuality(await as('gitlab'))[0]).toMatchObject({ check_name: 'siplens-check/snapshot' });
  expect(validSarif(await as('sarif')).invocations[0]?.toolExecutionNotifications[0]?.message.text).toContain(
    '486 Busy Here',
  );
  expect(await as('markdown')).toContain('```diff\n@@ call-1 changed @@\n');
  expect(JSON.parse(await as('json'))).toMatchObject({
    check: {
      status: 'failed',
      demands: [
        { kind: 'findings', met: true },
        { kind: 'snapshot', met: false, flows: [{ name: 'call-1', kind: 'changed' }] },
      ],
    },
  });
});
