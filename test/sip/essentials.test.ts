// The narrow walk must say exactly what the complete header table says, whatever the bytes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rfc4475 } from '../../fixtures/torture/rfc4475.ts';
import { rfc5118, withBareLf } from '../../fixtures/torture/rfc5118.ts';
import { bytesOf } from '../../src/bytes/ascii.ts';
import { readScanned, SipMessage } from '../../src/sip/message.ts';
import { MessageScan, scanMessage } from '../../src/sip/scan.ts';

const torture = [...Object.values(rfc4475), ...Object.values(rfc5118), ...Object.values(rfc5118).map(withBareLf)];

function expectAgreement(bytes: Uint8Array, before = 0): boolean {
  const scan = new MessageScan();
  if (!scanMessage(bytes, before, bytes.length, scan)) return false;
  const walked = readScanned(bytes, before, bytes.length, {}, scan);
  expect(partsOf(walked)).toEqual(partsOf(new SipMessage(walked.text, {}, undefined)));
  return true;
}

function partsOf(message: SipMessage) {
  const { kind, method, status, callId, cseq, cseqMethod, branch, sentBy, fromTag, toTag } = message;
  const { requestUri, reason, startLineSpan } = message;
  return {
    kind,
    method,
    status,
    callId,
    cseq,
    cseqMethod,
    branch,
    sentBy,
    fromTag,
    toTag,
    requestUri,
    reason,
    startLineSpan,
  };
}

const word = fc.constantFrom(
  'a',
  'Z',
  '0',
  '-',
  '.',
  '@',
  '<',
  '>',
  ';',
  '"',
  '\\',
  ',',
  '=',
  ':',
  ' ',
  '\t',
  '/',
  'tag',
  'branch',
  '\xe9',
  '\r',
);
const junk = fc.array(word, { maxLength: 8 }).map((words) => words.join(''));
const value = fc.oneof(
  junk,
  fc.tuple(junk, junk).map(([a, b]) => `<sip:${a}>;tag=${b}`),
  fc.tuple(junk, junk, junk).map(([a, b, c]) => `${a} <sip:x@example.com>${b};tag=${c}`),
  fc.tuple(junk, junk).map(([a, b]) => `SIP/2.0/UDP ${a};branch=${b}`),
  fc.tuple(junk, junk, junk).map(([a, b, c]) => `SIP/2.0/UDP 192.0.2.1;${a}branch=${b};branch=${c}`),
  fc.tuple(fc.nat(), junk).map(([a, b]) => `${a} ${b}`),
);
const name = fc.constantFrom(
  'Via',
  'v',
  'VIA',
  'From',
  'f',
  'To',
  'T',
  'Call-ID',
  'call-id',
  'i',
  'CSeq',
  'cSEQ',
  'Contact',
  'c',
  'Viable',
  'Tor',
  'Call\rID',
  'X',
);
const colon = fc.constantFrom(': ', ':', ' : ', ':  ', ':\t', '\t:', '');
const lineEnd = fc.oneof(
  { weight: 20, arbitrary: fc.constant('\r\n') },
  fc.constantFrom('\n', '\r', '\r\n ', '\n\t', '\r\r\n', '\r\n\r\n', ''),
);
const line = fc.tuple(name, colon, value, lineEnd).map((parts) => parts.join(''));
const sound = fc
  .tuple(value, value, value)
  .map(
    ([via, from, to]) =>
      `Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1\r\nVia: ${via}\r\nFrom: <sip:a@example.com>;tag=1\r\nFrom: ${from}\r\n` +
      `To: ${to}\r\nCall-ID: 1\r\nCSeq: 1 INVITE\r\n`,
  );
const startLine = fc.constantFrom(
  'INVITE sip:a@example.com SIP/2.0',
  'SIP/2.0 200 OK',
  'SIP/2.0 200 ',
  'SIP/2.0 2000 OK',
  'SIP/2.0 099 OK',
  'SIP/2.0  200 OK',
  'INVITE  sip:a SIP/2.0',
  'INVITE sip:a b SIP/2.0',
  'INVITE sip:a SIP/2.0 ',
  'IN\tVITE sip:a SIP/2.0',
  'SIP/2.0 SIP/2.0 SIP/2.0',
);
const head = fc
  .tuple(startLine, fc.array(fc.oneof(line, sound), { maxLength: 12 }))
  .map(([first, lines]) => `${first}\r\n${lines.join('')}\r\n`);

describe('the narrow walk', () => {
  it('is taken for an ordinary message', () => {
    expect(expectAgreement(bytesOf(rfc4475['esc01'] ?? ''))).toBe(true);
    expect(expectAgreement(bytesOf(`xx${rfc4475['esc01'] ?? ''}`), 2)).toBe(true);
  });

  it('agrees with the table on the torture messages', () => {
    expect(torture.filter((text) => expectAgreement(bytesOf(text))).length).toBeGreaterThan(40);
  });

  it('agrees with the table on arbitrary heads', () => {
    let walked = 0;
    const agreement = fc.property(head, (text) => {
      if (expectAgreement(bytesOf(text))) walked++;
    });
    fc.assert(agreement, { numRuns: 5000 });
    expect(walked).toBeGreaterThan(100);
  });

  it('agrees with the table on messages with a changed, lost or added byte', () => {
    const changed = fc
      .tuple(fc.constantFrom(...torture), fc.nat(), fc.nat(255), fc.nat(2))
      .map(([text, at, code, removed]) => {
        const place = at % text.length;
        return text.slice(0, place) + String.fromCharCode(code) + text.slice(place + removed);
      });
    fc.assert(
      fc.property(changed, (text) => void expectAgreement(bytesOf(text))),
      { numRuns: 5000 },
    );
  });
});
