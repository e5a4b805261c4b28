// What a message answers when it is asked.
import { describe, expect, it } from 'vitest';
import { rfc4475 } from '../../fixtures/torture/rfc4475.ts';
import { bytesOf, latin1, latin1InChunks } from '../../src/bytes/ascii.ts';
import { canonicalName } from '../../src/sip/header-names.ts';
import { parseMessage } from '../../src/sip/message.ts';
import type { SipMessage } from '../../src/sip/message.ts';
import { parseMultipart } from '../../src/sip/multipart.ts';
import { parseSdp } from '../../src/sip/sdp.ts';

const read = (...lines: string[]): SipMessage => {
  const bytes = bytesOf(lines.join('\r\n'));
  return parseMessage(bytes);
};

const message = read(
  'SIP/2.0 486 Occup\xc3\xa9',
  'v: SIP/2.0/UDP 192.0.2.1 : 5061 ;rport=1024;received=192.0.2.9; branch=z9hG4bK1, SIP/2.0/TLS b.example.com;branch=z9hG4bK2',
  'VIA: SIP/2.0/TCP [2001:db8::1];branch=z9hG4bK3',
  'f: "Doe, John" <sip:j@example.com>;tag=a',
  'To: sip:k@example.com;tag=b',
  'i: call-1@example.com',
  'CSeq: 7  INVITE',
  'Allow: INVITE, ACK',
  'Allow: BYE',
  'Supported:',
  'Warning: 399 a "one, two", 300 b "three"',
  'WWW-Authenticate: Digest realm="a, b", nonce="c"',
  'Date: Fri, 20 Nov 2026 12:00:00 GMT',
  'Subject: folded',
  '  here',
  'X-Name: Jos\xc3\xa9',
  'Route: "A, B" <sip:a@example.com;lr>,<sip:b@example.com?x=y,z>',
  '',
  '',
);

describe('a message', () => {
  it('knows what it is', () => {
    expect(message).toMatchObject({
      kind: 'response',
      status: 486,
      reason: 'Occup\u00e9',
      method: 'INVITE',
      requestUri: '',
    });
    expect(message).toMatchObject({
      callId: 'call-1@example.com',
      cseq: 7,
      cseqMethod: 'INVITE',
      fromTag: 'a',
      toTag: 'b',
    });
    expect(message).toMatchObject({ branch: 'z9hG4bK1', sentBy: '192.0.2.1:5061' });
  });

  it('resolves compact names and joins rows in order', () => {
    expect(message.via.map(({ transport, sentBy, branch }) => [transport, sentBy, branch])).toEqual([
      ['UDP', '192.0.2.1:5061', 'z9hG4bK1'],
      ['TLS', 'b.example.com', 'z9hG4bK2'],
      ['TCP', '[2001:db8::1]', 'z9hG4bK3'],
    ]);
    expect(message.via[0]).toMatchObject({ host: '192.0.2.1', port: 5061, rport: 1024, received: '192.0.2.9' });
    expect(message.headers('allow')).toEqual(['INVITE', 'ACK', 'BYE']);
    expect(canonicalName('SUBJECT')).toBe('subject');
    expect(canonicalName('constructor')).toBe('constructor');
  });

  it('splits lists at commas that separate, and nothing else', () => {
    expect(message.headers('warning')).toEqual(['399 a "one, two"', '300 b "three"']);
    expect(message.headers('www-authenticate')).toEqual(['Digest realm="a, b", nonce="c"']);
    expect(message.headers('date')).toHaveLength(1);
    expect(message.nameAddrs('route').map(({ displayName }) => displayName)).toEqual(['A, B', '']);
    expect(message.headers('supported')).toEqual([]);
    expect(message.header('supported')).toBeUndefined();
    expect(message.headers('no-such')).toEqual([]);
  });

  it('shows values unfolded and decoded, and lines as they were', () => {
    expect(message.header('subject')).toBe('folded here');
    expect(message.headerLine('subject')).toBe('Subject: folded here');
    expect(message.header('x-name')).toBe('Jos\u00e9');
    expect(message.headerLine('via', 1)).toBe('VIA: SIP/2.0/TCP [2001:db8::1];branch=z9hG4bK3');
    const span = message.spanOf('subject');
    expect(span && message.text.slice(span.start, span.end)).toBe('Subject: folded\r\n  here');
    expect(message.spanOf('subject', 1)).toBeUndefined();
  });

  it('ends its body where Content-Length says', () => {
    const body = read('OPTIONS sip:a SIP/2.0', 'Content-Length: 3', '', 'abcdef');
    expect(body.bodyText).toBe('abc');
    expect(read('OPTIONS sip:a SIP/2.0', 'Content-Length: 30', '', 'abc').bodyText).toBe('abc');
    expect(read('OPTIONS sip:a SIP/2.0', 'Content-Length: x', '', 'abc').bodyText).toBe('abc');
    expect(read('OPTIONS sip:a SIP/2.0', 'Content-Length: 3').bodyText).toBe('');
  });

  it('owns its bytes', () => {
    const bytes = bytesOf(rfc4475['esc01'] ?? '');
    const parsed = parseMessage(bytes);
    bytes.fill(0);
    expect(parsed.header('to')).toBe('sip:%75se%72@example.com');
    expect(parsed.branch).toBe('z9hG4bK-esc01');
  });

  it('is read wherever it stands in a buffer', () => {
    const text = rfc4475['esc01'] ?? '';
    const parsed = parseMessage(bytesOf(`${'x'.repeat(99)}${text}${text}`), 99, 99 + text.length);
    expect(parsed.text).toBe(text);
    expect(parsed.callId).toBe('esc01.3571@example.com');
  });

  it.each([
    ['LF', '\n'],
    ['CR', '\r'],
  ])('may end its lines with %s alone', (_, lineEnd) => {
    const parsed = read(
      ['INVITE sip:a@example.com SIP/2.0', 'Via: SIP/2.0/UDP h;branch=z9hG4bK1', 'Call-ID: 1', ' 2', '', 'body'].join(
        lineEnd,
      ),
    );
    expect(parsed).toMatchObject({ method: 'INVITE', callId: '1 2', branch: 'z9hG4bK1', bodyText: 'body' });
  });

  it('may begin behind keep-alives', () => {
    const parsed = read('', '', 'OPTIONS sip:a SIP/2.0', 'Call-ID: 1', '', '');
    expect(parsed).toMatchObject({ method: 'OPTIONS', callId: '1', startLineSpan: { start: 4, end: 25 } });
  });

  it('is unreadable when it is something else', () => {
    expect(read('GET / HTTP/1.1', 'Host: example.com', '', '')).toMatchObject({
      kind: 'unreadable',
      method: '',
      status: 0,
    });
    expect(read('')).toMatchObject({ kind: 'unreadable', text: '' });
  });
});

describe('bytes as text', () => {
  it('are one unit each, with and without a native function', () => {
    const bytes = Uint8Array.from({ length: 20_000 }, (_, index) => index % 256);
    const text = latin1(bytes, 1, 19_999);
    expect(text).toHaveLength(19_998);
    expect(text.split('').every((unit, index) => unit.charCodeAt(0) === (index + 1) % 256)).toBe(true);
    expect(latin1InChunks(bytes, 1, 19_999)).toBe(text);
    expect(bytesOf(text)).toEqual(bytes.slice(1, 19_999));
  });
});

describe('a description of a session', () => {
  it('gives media their own connection, and spans in the message', () => {
    const text =
      'xxv=0\r\no=- 1 2 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1/127\r\nt=0 0\r\nm=audio 5000/2 RTP/AVP 0\r\nc=IN IP6 2001:db8::1\r\na=rtpmap:0 PCMU/8000\r\nm=video 0 RTP/AVP 96';
    const sdp = parseSdp(text, 2);
    expect(sdp.connection?.address).toBe('192.0.2.1');
    expect(sdp.media.map(({ port, connection }) => [port, connection?.address])).toEqual([
      [5000, '2001:db8::1'],
      [0, undefined],
    ]);
    const attribute = sdp.media[0]?.attributes[0];
    expect(attribute && text.slice(attribute.span.start, attribute.span.end)).toBe('a=rtpmap:0 PCMU/8000');
    expect(sdp.origin).toMatchObject({ sessionId: '1', sessionVersion: '2' });
    expect(sdp.faults).toEqual([]);
  });

  it('lists what cannot be used', () => {
    const faults = parseSdp('v=0\nx=1\nm =audio\nc=IN IP4\nm=audio x RTP/AVP 0\n').faults;
    expect(faults.map(({ type }) => type)).toEqual(['x', 'm', 'c', 'm', 'o', 's', 't']);
  });
});

describe('a multipart body', () => {
  it('has parts with types and dispositions of their own', () => {
    const body =
      'preamble\r\n--b\r\n\r\nplain\r\n--b \r\nContent-Type: Application/SDP;x\r\n\r\nv=0\r\n--bc\r\n--b\r\nContent-Type: a/b\r\nContent-Disposition: early-session;handling=optional\r\n\r\n--b--\r\nepilogue';
    const { parts, closed } = parseMultipart(body, 'b', 0, body.length);
    expect(closed).toBe(true);
    expect(
      parts.map(({ type, disposition, bodySpan }) => [type, disposition, body.slice(bodySpan.start, bodySpan.end)]),
    ).toEqual([
      ['text/plain', 'render', 'plain'],
      ['application/sdp', 'session', 'v=0\r\n--bc'],
      ['a/b', 'early-session', ''],
    ]);
    expect(parts[1]?.fields[0]?.value).toBe('Application/SDP;x');
    expect(parts[1]?.fields[0]?.span.start).toBe(body.indexOf('Content-Type'));
  });
});
