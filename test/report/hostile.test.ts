// Captured text is written by whoever sends it. Every reporter gets the worst of it in every place it could show.
import { describe, expect, test } from 'vitest';
import { throughGate } from '../../src/cli/gated.ts';
import { Gate } from '../../src/gate/gate.ts';
import { createCheckMarkdownReporter } from '../../src/report/check-markdown.ts';
import { createCheckTextReporter } from '../../src/report/check-text.ts';
import { createFlowsCsvReporter, createFlowsNdjsonReporter, createFlowsTextReporter } from '../../src/report/flows.ts';
import { createGithubReporter } from '../../src/report/github.ts';
import { createGitlabReporter } from '../../src/report/gitlab.ts';
import { createJsonReporter } from '../../src/report/json.ts';
import { createJunitReporter } from '../../src/report/junit.ts';
import { createMarkdownReporter } from '../../src/report/markdown.ts';
import {
  createMessagesCsvReporter,
  createMessagesNdjsonReporter,
  createMessagesTextReporter,
} from '../../src/report/messages.ts';
import { createNdjsonReporter } from '../../src/report/ndjson.ts';
import type { Reporter, ReporterOptions } from '../../src/report/reporter.ts';
import { createSarifReporter } from '../../src/report/sarif.ts';
import { createTapReporter } from '../../src/report/tap.ts';
import { createTextReporter } from '../../src/report/text.ts';
import { validCodeQuality, validGithub, validJunit, validSarif, validTap } from './build-formats.ts';
import { observe, type Wired, written } from './observe.ts';

const PAYLOADS: readonly (readonly [string, string])[] = [
  ['an escape sequence', '\x1b[2J\x1b]0;x\x07'],
  ['a C1 sequence', '\u009b31m'],
  ['a right-to-left override', 'a\u202eb\u2066c'],
  ['a build command', '::error::x'],
  ['a build command of another service', '##[error]x'],
  ['the end of a script', '</script><img src=x onerror=alert(1)>'],
  ['backticks', '```\n```js `` a`b'],
  ['a table cell', 'a|b\\|c'],
  ['a link and an image', '[a](javascript:b)![c](d)'],
  ['a formula', '=cmd|calc!A1'],
  ['JSON', '","x":{"y":["'],
  ['a lone carriage return', 'a\rb'],
  ['placeholders', '{status} {count, plural, other {#}} # }{'],
  ['a megabyte', 'x'.repeat(1_000_000)],
  ['bytes that are no UTF-8', '\xff\xfe\xc0\x80\xed\xa0\x80'],
  ['prototype names', '__proto__'],
  ['the end of a CDATA section', ']]>&#0;&lt;'],
  ['what is no character', 'a\ufffe\uffff\u{1fffe}b'],
  ['a placeholder and a link', '{0} [a](https://example.com)'],
  ['a directive of TAP', 'x # SKIP \\# TODO'],
  ['escapes of a build command', '%0A::error::x%0D,title=y'],
];

/** A refused call and an unanswered BYE with the text in every place that a report shows. */
function hostileCall(text: string): Wired[] {
  const encode = (message: string): Uint8Array =>
    /^[\0-\xff]*$/.test(message) ? Buffer.from(message, 'latin1') : Buffer.from(message);
  const rest = (method: string): string =>
    [
      `Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK${method}`,
      `From: "${text}" <sip:${text}@example.com>;tag=${text}`,
      `To: <sip:${text}@example.com>`,
      `Call-ID: ${text}`,
      `CSeq: 1 ${method}`,
      `Contact: <sip:${text}@10.0.0.1>`,
      `Server: ${text}`,
      `Warning: 399 ${text} "${text}"`,
      `Reason: SIP;cause=480;text="${text}"`,
      `WWW-Authenticate: Digest realm="${text}", nonce="${text}", algorithm=${text}`,
      '\r\n',
    ].join('\r\n');
  const uac = '192.0.2.10:5060';
  const uas = '198.51.100.20:5060';
  const line = (source: string, destination: string, timeUs: number, message: string): Wired => ({
    source,
    destination,
    timeUs,
    bytes: encode(message),
  });
  return [
    line(uac, uas, 1e6, `INVITE sip:${text}@example.com SIP/2.0\r\n${rest('INVITE')}`),
    line(uas, uac, 2e6, `SIP/2.0 401 ${text}\r\n${rest('INVITE')}`),
    line(uac, uas, 3e6, `OPTIONS sip:${text}@example.com SIP/2.0\r\n${rest('OPTIONS')}`),
    line(uas, uac, 4e6, `SIP/2.0 501 ${text}\r\n${rest('OPTIONS')}`),
    line(
      uac,
      uas,
      5e6,
      `INVITE sip:b@example.com SIP/2.0\r\n${rest('INVITE').replace('CSeq: 1', 'CSeq: 2').replace('z9hG4bK', 'z9hG4bK2')}`,
    ),
    line(
      uas,
      uac,
      6e6,
      `SIP/2.0 200 ${text}\r\n${rest('INVITE').replace('CSeq: 1', 'CSeq: 2').replace('z9hG4bK', 'z9hG4bK2')}`,
    ),
    line(uac, uas, 7e6, `X${text.replaceAll(/\s/g, '')} sip:b SIP/2.0\r\n${rest(`X${text}`)}`),
  ];
}

// Controls other than our own line ends, formats (bidi, zero width), surrogates, line separators.
const DANGEROUS = /(?![\r\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

type Create = (options: ReporterOptions) => Reporter;

const forPeople: readonly (readonly [string, Create])[] = [
  ['text', createTextReporter],
  ['markdown', createMarkdownReporter],
  ['check text', createCheckTextReporter],
  ['check markdown', createCheckMarkdownReporter],
  ['junit', createJunitReporter],
  ['tap', createTapReporter],
  ['messages text', createMessagesTextReporter],
  ['messages csv', createMessagesCsvReporter],
  ['flows text', createFlowsTextReporter],
  ['flows csv', createFlowsCsvReporter],
];

const lines: readonly (readonly [string, Create])[] = [
  ['ndjson', createNdjsonReporter],
  ['messages ndjson', createMessagesNdjsonReporter],
  ['flows ndjson', createFlowsNdjsonReporter],
];

describe.each(PAYLOADS)('%s in every header', (_, payload) => {
  const events = observe(hostileCall(payload), `${payload.slice(0, 100)}.pcap`);
  const files = [`${payload.slice(0, 100)}.pcap`];

  test('was seen', () => {
    expect(events.some(({ kind }) => kind === 'flow')).toBe(true);
  });

  test.each(forPeople)('does nothing in %s', (__, create) => {
    const text = written(create, events, { files });
    expect(text).not.toMatch(DANGEROUS);
    expect(text).not.toMatch(/^\s*::(?:error|set-)/m);
    expect(text).not.toContain('##[');
    expect(text.length).toBeLessThan(400_000);
  });

  test('is valid in the JSON document', () => {
    const document: unknown = JSON.parse(written(createJsonReporter, events, { files }));
    expect(document).toHaveProperty('schemaVersion', 1);
  });

  test.each(lines)('is one valid line each in %s', (__, create) => {
    for (const line of written(create, events, { files }).trimEnd().split('\n')) {
      expect(() => JSON.parse(line) as unknown).not.toThrow();
    }
  });
});

const forBuilds: readonly (readonly [string, Create, (text: string) => unknown])[] = [
  ['junit', createJunitReporter, validJunit],
  ['tap', createTapReporter, validTap],
  ['sarif', createSarifReporter, validSarif],
  ['github', createGithubReporter, validGithub],
  ['gitlab', createGitlabReporter, validCodeQuality],
];

describe.each(forBuilds)('%s', (_, create, valid) => {
  test.each(PAYLOADS)('is valid with %s in every header', (__, payload) => {
    const name = `${payload.slice(0, 100)}.pcap`;
    const events = observe(hostileCall(payload), name);
    const gate = new Gate({ failOn: 'info', maxWarnings: 0 });
    const reporters: Reporter[] = [];
    const text = written(
      (options) => {
        const reporter = create({ ...options, gate });
        reporters.push(reporter);
        return { onEvent: throughGate(gate, reporters, (event) => reporter.onEvent(event)) };
      },
      events,
      { files: [name] },
    );
    valid(text);
    expect(text).not.toMatch(DANGEROUS);
    expect(text.length).toBeLessThan(400_000);
  });
});

describe('Markdown', () => {
  test('keeps its fences and its tables whatever was captured', () => {
    for (const [, payload] of PAYLOADS) {
      const page = written(createMarkdownReporter, observe(hostileCall(payload)));
      let fence = '';
      for (const line of page.split('\n')) {
        const mark = /^`{3,}/.exec(line)?.[0] ?? '';
        if (fence === '' && mark !== '') fence = mark;
        else if (fence !== '' && line === fence) fence = '';
        if (fence === '' && mark === '') expect(line).not.toMatch(/<(?!br>|code>|\/code>)[a-z/!](?![^`]*`)/i);
      }
      expect(fence).toBe('');
      const rows = page.split('\n').filter((line) => /^\| (?:\\#|❌|⚠|✅)/u.test(line));
      expect(rows.length).toBeGreaterThan(0);
      // Evidence has four columns, flows have five: one pipe more than that each.
      for (const row of rows) expect([5, 6]).toContain(row.split('|').length - 1);
    }
  });
});

describe('CSV', () => {
  test('starts no formula', () => {
    const csv = written(createMessagesCsvReporter, observe(hostileCall('=cmd|calc!A1')));
    for (const row of csv.trimEnd().split('\r\n').slice(1)) {
      for (const field of row.split(',')) expect(field).not.toMatch(/^"?[=+@-]/);
    }
    expect(csv).toContain("'=cmd|calc!A1");
  });

  test('has as many fields in each row as in its header', () => {
    const csv = written(createMessagesCsvReporter, observe(hostileCall('a"b,c')));
    const [header = '', ...rows] = csv.trimEnd().split('\r\n');
    for (const row of rows)
      expect(row.replaceAll(/"(?:[^"]|"")*"/g, '').split(',')).toHaveLength(header.split(',').length);
  });
});
