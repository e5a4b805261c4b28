// What is SIP and what is not, by content alone.
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../../src/bytes/ascii.ts';
import { parseMessage } from '../../src/sip/message.ts';
import { hasSipHeaders, isKeepAlive, looksLikeSip } from '../../src/sip/recognize.ts';

const looks = (text: string): boolean => looksLikeSip(bytesOf(`#${text}#`), 1, text.length + 1);

describe('SIP is', () => {
  it.each([
    ['a request', 'INVITE sip:a@example.com SIP/2.0\r\n'],
    ['a response', 'SIP/2.0 200 OK\r\n'],
    ['a response without a phrase', 'SIP/2.0 200'],
    ['a response with a code too long', 'SIP/2.0 4294967301 x\r\n'],
    ['a request of another version', 'OPTIONS sip:a@example.com SIP/7.0\r\n'],
    ['a request in lower case', 'invite sip:a@example.com sip/2.0\r\n'],
    ['a request with white space', 'OPTIONS   <sip:a; lr>\t SIP/2.0  \r\n'],
    ['a request with an unknown method', "!odd-Method*+`.%'~ sip:a SIP/2.0\r\n"],
    ['a request behind keep-alives', '\r\n\r\n\0\0OPTIONS sip:a SIP/2.0\r\n'],
    ['a request that was cut in its headers', 'OPTIONS sip:a SIP/2.0\r\nVia: SI'],
  ])('%s', (_, text) => expect(looks(text)).toBe(true));
});

describe('SIP is not', () => {
  it.each([
    ['nothing', ''],
    ['a keep-alive', '\r\n\r\n'],
    ['HTTP', 'GET / HTTP/1.1\r\n'],
    ['an HTTP response', 'HTTP/1.1 200 OK\r\n'],
    ['RTP', '\x80\x08\0\x01SIP/2.0'],
    ['STUN', '\0\x01\0\x08\x21\x12\xa4\x42'],
    ['TLS', '\x16\x03\x01\x02\0'],
    ['a version in the second line', 'hello you\r\nx SIP/2.0\r\n'],
    ['a header', 'Via: SIP/2.0/UDP a\r\n'],
    ['a status line without a code', 'SIP/2.0 OK\r\n'],
    ['a version without a number', 'OPTIONS sip:a SIP/x\r\n'],
    ['a method without end', `${'A'.repeat(100)} sip:a SIP/2.0\r\n`],
    ['a line with NUL', 'OPTIONS \0 SIP/2.0\r\n'],
    ['RTSP', 'OPTIONS rtsp://example.com RTSP/1.0\r\n'],
    ['what stands behind the end', 'OPTIONS sip:a SIP/2.'],
  ])('%s', (_, text) => expect(looks(text)).toBe(false));
});

describe('a keep-alive', () => {
  it.each(['', '\r\n', '\r\n\r\n', '\0', '\0\0\0\0\0\0\0\0', 'jaK\0'])('is %j', (text) => {
    expect(isKeepAlive(bytesOf(text), 0, text.length)).toBe(true);
  });
  it('is not a message', () => {
    expect(isKeepAlive(bytesOf('\r\n\r\nOPTIONS'), 0, 11)).toBe(false);
  });
});

describe('a message without any header of SIP', () => {
  it('is not SIP, whatever its first line says', () => {
    const http = bytesOf('SIP/2.0 200 OK\r\nServer: web\r\nContent-Type: text/html\r\n\r\n');
    expect(hasSipHeaders(parseMessage(http))).toBe(false);
    const sip = bytesOf('SIP/2.0 200 OK\r\nTo: \r\n\r\n');
    expect(hasSipHeaders(parseMessage(sip))).toBe(true);
  });
});
