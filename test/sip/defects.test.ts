// Each defect has a shortest message that shows it, and none is listed that nothing can show.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usual } from '../../fixtures/torture/build.ts';
import type { Changes } from '../../fixtures/torture/build.ts';
import { bytesOf } from '../../src/bytes/ascii.ts';
import { examineField } from '../../src/sip/check/field.ts';
import { isUsual } from '../../src/sip/check/usual.ts';
import { DefectList, defectKinds, defectText } from '../../src/sip/defects.ts';
import type { DefectCode } from '../../src/sip/defects.ts';
import { parseMessage } from '../../src/sip/message.ts';
import type { ParseOptions } from '../../src/sip/message.ts';

const request = (changes: Changes, line = 'OPTIONS sip:a@example.com SIP/2.0', body: string[] = []): string =>
  usual(line, 'x', changes, body);
const codesOf = (text: string, options: ParseOptions = {}): string[] =>
  parseMessage(bytesOf(text), 0, text.length, options).defects.map(({ code }) => code);
const via = (rest: string): Changes => ({ Via: `SIP/2.0/UDP ${rest}` });
const to = (value: string): Changes => ({ To: value });
const sdp = (...lines: string[]): string =>
  request({}, undefined, ['v=0', 'o=a 1 1 IN IP4 192.0.2.1', 's=-', 't=0 0', ...lines]);
const multipart = (...body: string[]): string =>
  request({ 'Content-Type': 'multipart/mixed;boundary=b' }, undefined, body);

// Noted by the framer, not by the message.
const elsewhere: readonly DefectCode[] = ['framing-lost'];

const shown: Readonly<Partial<Record<DefectCode, string>>> = {
  'addr-spec-spaces': request(to('< sip:a@example.com>')),
  'angle-unbalanced': request(to('<sip:a@example.com')),
  'auth-combined': request({ Authorization: 'Digest realm="a", Digest realm="b"' }),
  'bare-lf': request({}).replaceAll('\r\n', '\n'),
  'branch-empty': request(via('a.example.com;branch=z9hG4bK')),
  'branch-missing': request(via('a.example.com')),
  'branch-no-cookie': request(via('a.example.com;branch=1')),
  'call-id-invalid': request({ 'Call-ID': 'a@b@c' }),
  'contact-count': request({ Contact: '<sip:a@example.com>, <sip:b@example.com>' }, 'INVITE sip:a@example.com SIP/2.0'),
  'contact-star-list': request({ Contact: '*, <sip:b@example.com>' }, 'REGISTER sip:example.com SIP/2.0'),
  'content-length-conflict': request({ 'Content-Length': ['0', '1'] }),
  'content-length-duplicate': request({ 'Content-Length': ['0', '0'] }),
  'content-length-invalid': request({ 'Content-Length': 'none' }),
  'content-length-long': `${request({})}more`,
  'content-length-short': request({ 'Content-Length': '5' }),
  'content-type-missing': request({ 'Content-Type': null }, undefined, ['text']),
  'control-byte': request({ Subject: 'a\0b' }),
  'cseq-malformed': request({ CSeq: 'one OPTIONS' }),
  'cseq-method-mismatch': request({ CSeq: '1 INVITE' }),
  date: request({ Date: 'Thu, 20 Nov 2026 12:00:00 GMT' }),
  'display-name-space': request(to('a<sip:a@example.com>')),
  'display-name-unquoted': request(to('a@b <sip:a@example.com>')),
  'duplicate-param': request(to('<sip:a@example.com>;x=1;x=2')),
  'duplicate-single': request({ Subject: ['a', 'b'] }),
  'empty-value': request({ Require: 'a,,b' }),
  folded: request({ Subject: 'a\r\n b' }),
  'header-injection': request({ Subject: 'a\rb' }),
  'header-malformed': request({}).replace('Max-Forwards:', 'Max-Forwards'),
  'host-underscore': request(to('<sip:a@b_c.example.com>')),
  'ipv6-brackets': request(to('<sip:a@2001:db8::1>')),
  'ipv6-port-inside': request(to('<sip:a@[2001:db8::5060]>')),
  'ipv6-triple-colon': request(to('<sip:a@[2001:db8:::1]>')),
  'ipv6-zone': request(to('<sip:a@[fe80::1%25eth0]>')),
  'method-case': request({}, 'invite sip:a@example.com SIP/2.0'),
  'mime-transfer-encoding': multipart('--b', 'Content-Transfer-Encoding: base64', '', 'YQ==', '--b--'),
  'missing-from-tag': request({ From: '<sip:a@example.com>' }),
  'missing-header': request({ 'Call-ID': null }),
  'missing-max-forwards': request({ 'Max-Forwards': null }),
  multipart: multipart('--b', '', 'text'),
  'name-addr-brackets': request(to('sip:a@example.com;transport=tcp')),
  'no-blank-line': request({}).slice(0, -2),
  'not-sip': 'GET / HTTP/1.1\r\nHost: www.example.com\r\n\r\n',
  'quote-unbalanced': request(to('"a <sip:a@example.com>')),
  'reason-space': usual('SIP/2.0 200', 'x'),
  'received-brackets': request(via('a.example.com;branch=z9hG4bK1;received=[2001:db8::1]')),
  rfc2543: request({ ...via('a.example.com'), From: '<sip:a@example.com>' }),
  'ruri-angle': request({}, 'OPTIONS <sip:a@example.com> SIP/2.0'),
  'ruri-headers': request({}, 'OPTIONS sip:a@example.com?a=b SIP/2.0'),
  'ruri-whitespace': request({}, 'OPTIONS sip:a@example.com; lr SIP/2.0'),
  'scalar-range': request({ Expires: 'soon' }),
  'sdp-empty-session-name': request({}, undefined, ['v=0', 'o=a 1 1 IN IP4 192.0.2.1', 's=', 't=0 0']),
  'sdp-malformed': sdp('m =audio'),
  'start-line': request({}, 'OPTIONS sip:a@example.com'),
  'start-line-spaces': request({}, 'OPTIONS\tsip:a@example.com SIP/2.0'),
  'status-code': usual('SIP/2.0 999 Odd', 'x'),
  'too-large': request({ Subject: 'x'.repeat(70_000) }),
  'transfer-encoding': request({ 'Transfer-Encoding': 'chunked' }),
  'unknown-method': request({}, 'FROB sip:a@example.com SIP/2.0'),
  'uri-character': request(to('<sip:a#b@example.com>')),
  'uri-escape': request(to('<sip:a%zz@example.com>')),
  'uri-escaped-host': request(to('<sip:a@ex%61mple.com>')),
  'uri-host': request(to('<sip:a@444.555.666.777>')),
  'uri-host-empty': request(to('<sip:a@>')),
  'uri-port': request(to('<sip:a@example.com:70000>')),
  'uri-scheme': request(to('<example.com>')),
  'uri-user-empty': request(to('<sip:@example.com>')),
  'utf8-invalid': request({ Subject: '\xff' }),
  version: request({}, 'OPTIONS sip:a@example.com SIP/3.0'),
  'via-broadcast': request(via('255.255.255.255;branch=z9hG4bK1')),
  'via-malformed': request({ Via: 'SIP/2.0/UDP;branch=z9hG4bK1' }),
};

const ordinary = request({});

describe('defects', () => {
  it('are absent from an ordinary message', () => {
    expect(codesOf(ordinary)).toEqual([]);
    expect(codesOf(ordinary, { stream: true })).toEqual([]);
  });

  it.each(Object.entries(shown))('%s is shown', (code, text) => {
    expect(codesOf(text)).toContain(code);
  });

  it('a missing Content-Length matters on a stream only', () => {
    const without = request({ 'Content-Length': null });
    expect(codesOf(without)).toEqual([]);
    expect(codesOf(without, { stream: true })).toEqual(['content-length-missing']);
  });

  it.each([
    ['NOTIFY', ['event', 'subscription-state']],
    ['SUBSCRIBE', ['event']],
    ['PUBLISH', ['event']],
    ['REFER', []],
  ])('%s is told which headers of its own it lacks', (method, lacking) => {
    const lineOf = `${method} sip:a@example.com SIP/2.0`;
    const missingIn = (changes: Changes): (string | undefined)[] =>
      parseMessage(bytesOf(request({ CSeq: `1 ${method}`, ...changes }, lineOf)))
        .defects.filter(({ code }) => code === 'missing-header')
        .map(({ header }) => header);
    expect(missingIn({})).toEqual(lacking);
    expect(missingIn({ o: 'presence', 'Subscription-State': 'active' })).toEqual([]);
  });

  it('every code of the table can be shown', () => {
    const all = [...Object.keys(shown), ...elsewhere, 'content-length-missing'];
    expect(all.toSorted()).toEqual(Object.keys(defectKinds).toSorted());
  });

  it('come as sentences without open placeholders', () => {
    for (const text of Object.values(shown)) {
      for (const defect of parseMessage(bytesOf(text)).defects) {
        expect(defectText(defect)).toMatch(/^[^{}]+\.$/);
        expect(defectKinds[defect.code].text).toMatch(/^[A-Z{]/);
        expect(defectKinds[defect.code].text).not.toMatch(/\{(?!header\}|value\})/);
      }
    }
    const [defect] = parseMessage(bytesOf(request({ Expires: 'soon' }))).defects;
    expect(defect && defectText(defect)).toBe('Expires has a number that is not allowed: soon.');
  });

  it('point at the bytes that are wrong', () => {
    const text = request(to('"Bob" <sip:a%zz@example.com>'));
    const [defect] = parseMessage(bytesOf(text)).defects;
    expect(defect && text.slice(defect.offset, defect.offset + defect.length)).toBe('a%zz');
  });

  it('are not seen in unknown headers', () => {
    expect(codesOf(request({ 'X-Odd': ';;,,;"<' }))).toEqual([]);
  });
});

describe('what is not wrong', () => {
  it.each<[string, Changes]>([
    ['a quoted name that touches its bracket', to('"a"<sip:a@example.com>')],
    ['an empty Supported', { Supported: '' }],
    ['an empty Subject', { Subject: '' }],
    ['a tag behind an addr-spec', to('sip:a@example.com;tag=1')],
    ['a host name that ends with a dot', to('<sip:a@example.com.>')],
    ['an IPv4-mapped address', to('<sip:a@[::ffff:192.0.2.1]>')],
    ['a tel URI', to('<tel:+1-201-555-0123;phone-context=x>')],
    ['a Retry-After with comment and duration', { 'Retry-After': '18000 (busy) ;duration=3600' }],
    ['a Date', { Date: 'Fri, 20 Nov 2026 12:00:00 GMT' }],
    [
      'several challenges in rows of their own',
      { 'WWW-Authenticate': ['Digest realm="a, Digest b=c"', 'Digest realm="b"'] },
    ],
    [
      'a Contact with instance',
      { Contact: '<sip:a@192.0.2.1:5060;transport=tcp;ob>;+sip.instance="<urn:uuid:0>";q=0.5' },
    ],
    ['UTF-8 in a quoted name', to('"Jos\xc3\xa9" <sip:a@example.com>')],
    ['a History-Info', { 'History-Info': '<sip:a@example.com?Reason=SIP%3Bcause%3D302>;index=1.1' }],
  ])('%s', (_, changes) => {
    expect(codesOf(request(changes))).toEqual([]);
  });
});

describe('the usual forms', () => {
  const piece = fc.constantFrom(
    'sip:',
    'sips:',
    'a',
    'b.example',
    '.com',
    '@',
    '<',
    '>',
    ';lr',
    ';tag=1',
    ';q=2',
    ';',
    '=',
    ',',
    ' ',
    '"',
    '192.0.2.1',
    '999',
    ':5060',
    ':0',
    ':99999',
    '-',
    '_',
    '[',
    ']',
    'SIP/2.0/UDP ',
    ';branch=z9hG4bK1',
    ';rport',
    ';rport=5',
    ';received=192.0.2.1',
    '%',
    '255.255.255.255',
    '3600',
    ';refresher=uac',
    '(',
    '/',
    ';expires=9',
    ';x',
  );
  // Mostly what is usual, so that many values are; now and then what is wrong, or any piece.
  const some = (good: string[], ...bad: string[]): fc.Arbitrary<string> =>
    fc.oneof(
      { weight: 16, arbitrary: fc.constantFrom(...good) },
      { weight: 3, arbitrary: fc.constantFrom(...good, ...bad) },
      piece,
    );
  const joined = (...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
    fc.tuple(...parts).map((texts) => texts.join(''));
  const host = some(
    ['192.0.2.1', 'a.example.com', 'a-b.example.com'],
    '192.0.2.256',
    '1.2.3',
    'a..b',
    'a-',
    '[2001:db8::1]',
    'a.1',
  );
  const port = some(['', ':5060', ':59999'], ':0', ':65536');
  const uriParam = some(['', ';lr', ';lr=on', ';x', ';x=y', ';transport=tcp'], ';');
  const param = some(['', ';x', ';x=y', ';tag=1'], ';expires=5', ';q=2', ';');
  const name = some(['', '"A b" ', '"A"', 'A b '], 'a', 'a@b ');
  const user = some(['', 'a@', '+1-2@'], '%41@', 'a:b@', '@');
  const nameAddr = joined(
    name,
    some(['<sip:', '<sips:']),
    user,
    host,
    port,
    uriParam,
    uriParam,
    some(['>']),
    param,
    some([''], ';x', ','),
  );
  const rport = some(['', ';rport', ';rport=5060'], ';rport=70000');
  const received = some(['', ';received=192.0.2.1'], ';received=1');
  const branch = some([';branch=z9hG4bK1'], ';branch=1', ';branch=z9hG4bK');
  const viaValue = joined(
    some(['SIP/2.0/UDP ', 'SIP/2.0/TCP ']),
    host,
    port,
    rport,
    received,
    branch,
    some([''], ';rport', ';x'),
  );
  const tokens = joined(some(['a']), some(['', ', b', ',b'], ' ,b', ',,'), some(['', ',c'], ','));
  const media = joined(some(['a']), some(['/']), some(['b']), some([''], ';x', ';'));
  const callId = joined(some(['a', '1-2']), some(['', '@b'], '@', ','), some([''], 'c', '@'));
  const refreshed = joined(
    some(['90', '1800'], '99999999999'),
    some(['', ';refresher=uac', ';refresher=uas'], ';'),
    some([''], ';x'),
  );
  const any = fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(''));

  it.each<[string, 'name-addr' | 'via' | 'token-list' | 'call-id' | 'refreshed' | 'type', fc.Arbitrary<string>]>([
    ['contact', 'name-addr', nameAddr],
    ['route', 'name-addr', nameAddr],
    ['from', 'name-addr', fc.oneof({ weight: 3, arbitrary: nameAddr }, any)],
    ['via', 'via', viaValue],
    ['require', 'token-list', tokens],
    ['call-id', 'call-id', callId],
    ['session-expires', 'refreshed', refreshed],
    ['content-type', 'type', media],
  ])('of %s hide nothing', (header, form, values) => {
    let matches = 0;
    const hidden = fc.property(values, (value) => {
      if (!isUsual(form, value, 0, value.length)) return;
      matches++;
      const message = parseMessage(bytesOf(`OPTIONS sip:a@example.com SIP/2.0\r\n${header}: ${value}\r\n\r\n`));
      const list = new DefectList(message.text);
      for (const field of message.fields) examineField(message, field, list);
      expect(list.defects).toEqual([]);
    });
    fc.assert(hidden, { numRuns: 4000 });
    expect(matches).toBeGreaterThan(100);
  });
});
