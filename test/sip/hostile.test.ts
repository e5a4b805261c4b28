// Any bytes at all: nothing throws, every span lies within the message, and reading again says the same.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rfc4475 } from '../../fixtures/torture/rfc4475.ts';
import { rfc5118, withBareLf } from '../../fixtures/torture/rfc5118.ts';
import { bytesOf, latin1 } from '../../src/bytes/ascii.ts';
import type { Span } from '../../src/bytes/span.ts';
import { defectText } from '../../src/sip/defects.ts';
import { parseMessage } from '../../src/sip/message.ts';
import type { ParseOptions, SipMessage } from '../../src/sip/message.ts';
import { hasSipHeaders, isKeepAlive, looksLikeSip } from '../../src/sip/recognize.ts';
import { parseSdp } from '../../src/sip/sdp.ts';

const torture = [...Object.values(rfc4475), ...Object.values(rfc5118), ...Object.values(rfc5118).map(withBareLf)];
const modes: readonly ParseOptions[] = [{}, { stream: true }, { cut: true }, { fragment: true }];

function spansOf(message: SipMessage): Span[] {
  const addresses = [message.from, message.to, ...message.contacts, ...message.nameAddrs('route')];
  return [
    message.startLineSpan,
    message.bodySpan,
    ...message.fields.flatMap(({ span, nameSpan, valueSpan }) => [span, nameSpan, valueSpan]),
    ...message.via.flatMap(({ span, hostSpan, portSpan, params }) => [
      span,
      hostSpan,
      portSpan,
      ...params.map((param) => param.span),
    ]),
    ...addresses.flatMap((one) => [
      one?.span,
      one?.displaySpan,
      one?.uri.span,
      ...(one?.params.map((param) => param.span) ?? []),
    ]),
    ...message.defects.map(({ offset, length }) => ({ start: offset, end: offset + length })),
  ].filter((span) => span !== undefined);
}

function examine(bytes: Uint8Array, options: ParseOptions): void {
  looksLikeSip(bytes, 0, bytes.length);
  isKeepAlive(bytes, 0, bytes.length);
  const message = parseMessage(bytes, 0, bytes.length, options);
  hasSipHeaders(message);
  expect(message.text).toBe(latin1(bytes, 0, bytes.length));
  for (const { start, end } of spansOf(message)) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(bytes.length);
  }
  for (const { name, nameSpan } of message.fields) expect(message.flat.slice(nameSpan.start, nameSpan.end)).toBe(name);
  for (const { uri, uriText } of message.contacts) {
    if (!uriText.includes('\ufffd')) expect(message.flat.slice(uri.span.start, uri.span.end)).toBe(bytesText(uriText));
  }
  for (const defect of message.defects) expect(defectText(defect)).not.toMatch(/^$|\{(header|value)\}/);
  parseSdp(message.text, message.bodySpan.start, message.bodySpan.end);
  const again = parseMessage(bytes, 0, bytes.length, options);
  expect(again.defects).toEqual(message.defects);
  expect(again.header('contact')).toBe(message.header('contact'));
}

const bytesText = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

describe('hostile bytes', () => {
  it.each(modes)('of any kind are read without complaint: %o', (options) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => examine(bytes, options)),
      { numRuns: 500 },
    );
  });

  it.each(modes)('with SIP in them are read without complaint: %o', (options) => {
    const pieces = fc.constantFrom(
      'INVITE ',
      'sip:',
      'a@b',
      ' SIP/2.0',
      '\r\n',
      '\n',
      '\r',
      'Via: ',
      'To: ',
      'Contact: ',
      '<',
      '>',
      '"',
      '\\',
      ';',
      ',',
      '=',
      '%',
      '[',
      ']',
      ':',
      ' ',
      '\t',
      '\0',
      '\xff',
      'SIP/2.0/UDP ',
      'Content-Length: 5',
      'Date: ',
      'Authorization: Digest a="b"',
    );
    const text = fc.array(pieces, { maxLength: 60 }).map((parts) => bytesOf(parts.join('')));
    fc.assert(
      fc.property(text, (bytes) => examine(bytes, options)),
      { numRuns: 1000 },
    );
  });

  it('any prefix of any torture message is read', () => {
    const prefix = fc
      .tuple(fc.constantFrom(...torture), fc.nat(4000))
      .map(([text, end]) => bytesOf(text.slice(0, end)));
    fc.assert(
      fc.property(prefix, fc.constantFrom(...modes), (bytes, options) => examine(bytes, options)),
      { numRuns: 1000 },
    );
  });

  it('any torture message with one changed byte is read', () => {
    const flipped = fc.tuple(fc.constantFrom(...torture), fc.nat(), fc.nat(255)).map(([text, at, code]) => {
      const bytes = bytesOf(text);
      bytes[at % bytes.length] = code;
      return bytes;
    });
    fc.assert(
      fc.property(flipped, fc.constantFrom(...modes), (bytes, options) => examine(bytes, options)),
      { numRuns: 2000 },
    );
  });

  it('a message that was cut lacks nothing behind the cut', () => {
    const whole = rfc4475['esc01'] ?? '';
    for (let end = whole.indexOf('\r\n') + 2; end < whole.length; end++) {
      const { defects } = parseMessage(bytesOf(whole.slice(0, end)), 0, end, { cut: true });
      expect(defects.map(({ code }) => code)).toEqual([]);
    }
  });

  it('a fragment lacks nothing', () => {
    const { defects, status } = parseMessage(bytesOf('SIP/2.0 180 Ringing\r\n'), 0, 21, { fragment: true });
    expect([status, defects]).toEqual([180, []]);
    const headers = bytesOf('Subject: lunch\r\nFrom: <sip:a@example.com>;tag=1\r\n');
    const fragment = parseMessage(headers, 0, headers.length, { fragment: true });
    expect([fragment.header('subject'), fragment.fromTag, fragment.defects]).toEqual(['lunch', '1', []]);
  });
});
