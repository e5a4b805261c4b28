// The narrow walk must say exactly what the complete header table says, whatever the bytes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rfc4475 } from '../../fixtures/torture/rfc4475.ts';
import { rfc5118, withBareLf } from '../../fixtures/torture/rfc5118.ts';
import { bytesOf } from '../../src/bytes/ascii.ts';
import { essentialsOf, walkEssentials } from '../../src/sip/essentials.ts';
import { parseMessage } from '../../src/sip/message.ts';

const torture = [...Object.values(rfc4475), ...Object.values(rfc5118), ...Object.values(rfc5118).map(withBareLf)];

function expectAgreement(bytes: Uint8Array, before = 0): boolean {
  const message = parseMessage(bytes, before);
  const lineFeed = message.text.indexOf('\n', message.startLineSpan.start);
  if (lineFeed < 0) return false;
  const walked = walkEssentials(message.text, bytes, before, lineFeed + 1);
  if (!walked) return false;
  expect(walked).toEqual(essentialsOf(message.flat, message.fields));
  return true;
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
const head = fc
  .array(line, { maxLength: 12 })
  .map((lines) => `INVITE sip:a@example.com SIP/2.0\r\n${lines.join('')}\r\n`);

describe('the narrow walk', () => {
  it('is taken for an ordinary message', () => {
    expect(expectAgreement(bytesOf(rfc4475['esc01'] ?? ''))).toBe(true);
    expect(expectAgreement(bytesOf(`xx${rfc4475['esc01'] ?? ''}`), 2)).toBe(true);
  });

  it('agrees with the table on the torture messages', () => {
    expect(torture.filter((text) => expectAgreement(bytesOf(text))).length).toBeGreaterThan(60);
  });

  it('agrees with the table on arbitrary heads', () => {
    let walked = 0;
    const agreement = fc.property(head, (text) => {
      if (expectAgreement(bytesOf(text))) walked++;
    });
    fc.assert(agreement, { numRuns: 5000 });
    expect(walked).toBeGreaterThan(500);
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
