// URIs, addresses and hosts: what belongs to what, and what is equal.
import { describe, expect, it } from 'vitest';
import { compareUris } from '../../src/sip/compare-uris.ts';
import { ipv6Groups, isIpv4, sameHost } from '../../src/sip/host.ts';
import { parseNameAddr } from '../../src/sip/name-addr.ts';
import { parseUri, unescapeUri } from '../../src/sip/uri.ts';

const equal = (a: string, b: string): boolean => compareUris(parseUri(a), parseUri(b));

describe('a URI', () => {
  it.each([
    ['sip:alice@example.com', { scheme: 'sip', user: 'alice', host: 'example.com', port: undefined }],
    [
      'SIPS:alice:secret@example.com:5061',
      { scheme: 'sips', user: 'alice', password: 'secret', host: 'example.com', port: 5061 },
    ],
    ['sip:example.com', { user: '', userSpan: undefined, host: 'example.com' }],
    ['sip:a;b?c,d@example.com;lr?x=y', { user: 'a;b?c,d', host: 'example.com' }],
    ['sip:[2001:db8::1]:5070;lr', { host: '2001:db8::1', bracketed: true, port: 5070 }],
    ['sip:2001:db8::1', { host: '2001:db8::1', bracketed: false, port: undefined }],
    ['sip:a@example.com:port', { host: 'example.com', port: undefined }],
    ['sip:a@[2001:db8::1', { host: '2001:db8::1', bracketed: true }],
    ['tel:+1-201-555-0123;phone-context=example.com', { kind: 'tel', number: '+1-201-555-0123' }],
    ['urn:service:sos', { kind: 'opaque', scheme: 'urn' }],
    ['example.com', { kind: 'opaque', scheme: '' }],
    ['', { kind: 'opaque', scheme: '' }],
  ])('%s', (text, parts) => {
    expect(parseUri(text)).toMatchObject(parts);
  });

  it('knows where its parts are', () => {
    const text = 'To: <sip:alice@example.com:5070;lr;x=y>';
    const uri = parseUri(text, 5, text.length - 1);
    if (uri.kind !== 'sip') throw new Error('not a SIP URI');
    const spans = [uri.span, uri.userSpan, uri.hostSpan, uri.portSpan, uri.params[1]?.span, uri.params[1]?.valueSpan];
    expect(spans.map((span) => span && text.slice(span.start, span.end))).toEqual([
      'sip:alice@example.com:5070;lr;x=y',
      'alice',
      'example.com',
      '5070',
      'x=y',
      'y',
    ]);
  });

  it('is unescaped once', () => {
    expect(unescapeUri('a%2541%zz%4')).toBe('a%41%zz%4');
    expect(unescapeUri('%C3%A9')).toBe('\u00e9');
  });
});

describe('equal URIs (RFC 3261 §19.1.4)', () => {
  it.each([
    ['sip:%61lice@atlanta.example.com;transport=TCP', 'sip:alice@AtLanTa.Example.COM;Transport=tcp'],
    ['sip:carol@chicago.example.com', 'sip:carol@chicago.example.com;newparam=5'],
    ['sip:carol@chicago.example.com', 'sip:carol@chicago.example.com;security=on'],
    [
      'sip:biloxi.example.com;transport=tcp;method=REGISTER?to=sip:bob%40biloxi.example.com',
      'sip:biloxi.example.com;method=REGISTER;transport=tcp?to=sip:bob%40biloxi.example.com',
    ],
    [
      'sip:alice@atlanta.example.com?subject=project%20x&priority=urgent',
      'sip:alice@atlanta.example.com?priority=urgent&subject=project%20x',
    ],
    ['sip:[2001:db8:0:0::1]', 'sip:[2001:DB8::1]'],
    ['sip:a@[::ffff:192.0.2.1]', 'sip:a@192.0.2.1'],
    ['tel:+1-201-555-0123', 'tel:+1(201)5550123'],
  ])('%s and %s', (a, b) => {
    expect([equal(a, b), equal(b, a)]).toEqual([true, true]);
  });

  it.each([
    ['SIP:ALICE@example.com', 'sip:alice@example.com'],
    ['sip:bob@example.com', 'sip:bob@example.com:5060'],
    ['sip:bob@example.com', 'sip:bob@example.com;transport=udp'],
    ['sip:bob@example.com', 'sip:bob@example.com:6000;transport=tcp'],
    ['sip:carol@chicago.example.com', 'sip:carol@chicago.example.com?Subject=next%20meeting'],
    ['sip:bob@phone21.example.com', 'sip:bob@192.0.2.4'],
    ['sip:carol@chicago.example.com;security=on', 'sip:carol@chicago.example.com;security=off'],
    ['sip:a@example.com', 'sips:a@example.com'],
    ['sip:a@example.com', 'sip:example.com'],
    ['tel:5550123;phone-context=a', 'tel:5550123;phone-context=b'],
    ['urn:a', 'urn:b'],
  ])('%s is not %s', (a, b) => {
    expect([equal(a, b), equal(b, a)]).toEqual([false, false]);
  });
});

describe('hosts', () => {
  it.each(['192.0.2.1', '0.0.0.0', '255.255.255.255'])('%s is an IPv4 address', (text) =>
    expect(isIpv4(text)).toBe(true),
  );
  it.each(['192.0.2', '192.0.2.256', '192.0.2.01', '192.0.2.1.', 'a'])('%s is none', (text) =>
    expect(isIpv4(text)).toBe(false),
  );

  it.each([
    ['::', [0, 0, 0, 0, 0, 0, 0, 0]],
    ['2001:db8::1', [0x2001, 0xdb8, 0, 0, 0, 0, 0, 1]],
    ['::ffff:192.0.2.1', [0, 0, 0, 0, 0, 0xffff, 0xc000, 0x201]],
    ['1:2:3:4:5:6:7:8', [1, 2, 3, 4, 5, 6, 7, 8]],
  ])('%s', (text, groups) => expect(ipv6Groups(text)).toEqual(groups));

  it.each([
    '',
    ':',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '12345::',
    '192.0.2.1::',
    '::192.0.2.256',
    'g::',
  ])('"%s" is no IPv6 address', (text) => {
    expect(ipv6Groups(text)).toBeUndefined();
  });

  it('are compared by value', () => {
    expect(sameHost('2001:db8:::192.0.2.1', '2001:db8::c000:201')).toBe(true);
    expect(sameHost('Example.COM', 'example.com')).toBe(true);
    expect(sameHost('2001:db8::1', '2001:db8::2')).toBe(false);
  });
});

describe('a name-addr', () => {
  it.each([
    [
      '"Bob \\"B\\" <b>" <sip:b@example.com>;tag=1',
      { displayName: 'Bob "B" <b>', uriText: 'sip:b@example.com', tag: '1', bracketed: true },
    ],
    ['Bob B <sip:b@example.com;tag=2>;Tag=1', { displayName: 'Bob B', uriText: 'sip:b@example.com;tag=2', tag: '1' }],
    ['sip:b@example.com;tag=1', { displayName: '', uriText: 'sip:b@example.com', tag: '1', bracketed: false }],
    [' < sip:b@example.com > ; tag = 1 ', { uriText: 'sip:b@example.com', tag: '1' }],
    ['"Bob <sip:b@example.com>;tag=1', { uriText: 'sip:b@example.com', tag: '1' }],
    ['<sip:b@example.com', { uriText: 'sip:b@example.com', tag: '' }],
    ['*', { uriText: '*', displayName: '' }],
    ['"Jos\xc3\xa9" <sip:b@example.com>', { displayName: 'Jos\u00e9' }],
    ['sip:b@example.com;x="<y>";tag=1', { uriText: 'sip:b@example.com', tag: '1' }],
  ])('%s', (text, parts) => {
    expect(parseNameAddr(text)).toMatchObject(parts);
  });
});
