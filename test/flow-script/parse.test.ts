// What the language says, and what it refuses.
import { describe, expect, it } from 'vitest';
import { parseFlowScript } from '../../src/script/parse.ts';
import { TWO_HOSTS } from './compiled.ts';

describe('a flow script', () => {
  it('has its first comment as caption', () => {
    expect(parseFlowScript('# What it shows.\n# not this\n').caption).toBe('What it shows.');
  });

  it('counts relative times from the line above', () => {
    const { lines } = parseFlowScript(`${TWO_HOSTS}1.5 alice -> bob OPTIONS\n+0.25 bob -> alice 200 OK\nend +60`);
    expect(lines.map((line) => (line.kind === 'again' ? -1 : line.timeUs))).toEqual([1_500_000, 1_750_000, 61_750_000]);
  });

  it('lets a moment pass where no time is given', () => {
    const { lines } = parseFlowScript(
      `${TWO_HOSTS}alice -> bob OPTIONS\n+1 bob -> alice 100 Trying\nagain\nbob -> alice 200 OK`,
    );
    expect(lines.flatMap((line) => (line.kind === 'again' ? line.timesUs : [line.timeUs]))).toEqual([
      10_000, 1_010_000, 1_020_000, 1_030_000,
    ]);
  });

  it('reads IPv4, bracketed IPv6, bare IPv6 and a default port', () => {
    const { hosts } = parseFlowScript('# x\na = 192.0.2.1\nb = [2001:db8::1]:5080\nc = 2001:db8::2\nd = [2001:db8::3]');
    expect([...hosts.values()].map((host) => `${host.own.ip} ${host.own.port}`)).toEqual([
      '192.0.2.1 5060',
      '2001:db8::1 5080',
      '2001:db8::2 5060',
      '2001:db8::3 5060',
    ]);
  });

  it('keeps the phrase of a response apart from options, labels and marks', () => {
    const script = parseFlowScript(
      `${TWO_HOSTS}0 bob -> alice 200 All is for You for INVITE cut 90 #answer @second !missing-ack ?x ~y !response/200`,
    );
    expect(script.lines[0]).toMatchObject({
      words: { status: 200, phrase: 'All is for You', method: 'INVITE' },
      cut: 90,
      label: 'answer',
      call: 'second',
    });
    expect(script.marks).toEqual([
      { kind: 'found', rule: 'missing-ack', line: 4 },
      { kind: 'at-most-possible', rule: 'x', line: 4 },
      { kind: 'undecided', rule: 'y', line: 4 },
      { kind: 'found', rule: 'response/200', line: 4 },
    ]);
  });

  it('spreads a repeated line over time', () => {
    const { lines } = parseFlowScript(`${TWO_HOSTS}0 alice -> bob INVITE\n+0.5 again x5 doubling to 4`);
    expect(lines[1]).toMatchObject({ kind: 'again', timesUs: [0.5e6, 1.5e6, 3.5e6, 7.5e6, 11.5e6] });
  });

  it('repeats a labelled message', () => {
    const { lines } = parseFlowScript(
      `${TWO_HOSTS}0 alice -> bob INVITE #first\n+1 bob -> alice 100 Trying\n+1 again #first`,
    );
    expect(lines[2]).toMatchObject({ kind: 'again', of: { line: 4 } });
  });

  it('keeps expectations for the whole', () => {
    expect(parseFlowScript('# x\nexpect outcome not-answered').expectations).toEqual([
      { line: 2, key: 'outcome', value: 'not-answered' },
    ]);
  });

  it.each([
    ['alice = 192.0.2.1:5060', /line 1: the first line is the caption/],
    [`${TWO_HOSTS}0 alice -> carol INVITE`, /line 4: host "carol" is not declared/],
    [`${TWO_HOSTS}0 alice <- bob INVITE`, /line 4: expected "<time> <host> -> <host> <message>"/],
    [`${TWO_HOSTS}soon alice -> bob INVITE`, /line 4: expected a time in seconds/],
    [`${TWO_HOSTS}5 alice -> bob INVITE\n4 bob -> alice 200 OK`, /line 5: time 4 lies before/],
    [`${TWO_HOSTS}0 alice -> bob INVITE please`, /line 4: "please" behind INVITE/],
    [`${TWO_HOSTS}0 bob -> alice 720 OK`, /line 4: status 720 is not between/],
    [`${TWO_HOSTS}| Contact: x`, /line 4: "\|" lines stand directly below/],
    [`${TWO_HOSTS}0 alice -> bob INVITE\n| sdp sideways`, /line 5: "sdp" expected sendrecv/],
    [`${TWO_HOSTS}0 again`, /line 4: "again" finds no message/],
    [`${TWO_HOSTS}transport sctp`, /line 4: "transport" expected udp or tcp, got "sctp"/],
    ['# x\na = 192.0.2.1:99999', /line 2: expected 192\.0\.2\.10:5060/],
    [`${TWO_HOSTS}alice = 192.0.2.11`, /line 4: host "alice" is declared twice/],
  ])('names the line that makes no sense: %j', (text, problem) => {
    expect(() => parseFlowScript(text)).toThrow(problem);
  });
});
