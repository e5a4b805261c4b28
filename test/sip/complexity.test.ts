// Hostile sizes: reading time grows with the length, not with its square.
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../../src/bytes/ascii.ts';
import { SipFramer } from '../../src/sip/framing.ts';
import { parseMessage } from '../../src/sip/message.ts';
import { parseMultipart } from '../../src/sip/multipart.ts';
import { looksLikeSip } from '../../src/sip/recognize.ts';
import { parseSdp } from '../../src/sip/sdp.ts';

const head = 'INVITE sip:a@example.com SIP/2.0\r\n';

const texts: readonly [string, (count: number) => string][] = [
  ['a start line of spaces', (count) => `INVITE${' '.repeat(count)}x`],
  ['a start line of SIP/', (count) => `INVITE ${'SIP/'.repeat(count)}`],
  ['a start line without an end', (count) => 'A'.repeat(count)],
  ['line feeds', (count) => `${head}${'\n'.repeat(count)}`],
  ['headers', (count) => `${head}${'X: y\r\n'.repeat(count)}`],
  ['header rows of nothing but a name', (count) => `${head}${'From\r\n'.repeat(count)}`],
  ['folds', (count) => `${head}Via: a\r\n${' b\r\n'.repeat(count)}`],
  ['folds of carriage returns', (count) => `${head}Via: a\r\n ${'\r'.repeat(count)}\r\n`],
  ['spaces in a folded row', (count) => `${head}Subject: a\r\n ${' '.repeat(count)}b\r\n`],
  ['rows with an open angle', (count) => `${head}${'Contact: <sip:a\r\n'.repeat(count)}`],
  ['Via values', (count) => `${head}Via: ${'SIP/2.0/UDP h;branch=b,'.repeat(count)}\r\n`],
  ['Via slashes', (count) => `${head}Via: ${'/'.repeat(count)}\r\n`],
  ['Contact values', (count) => `${head}Contact: ${'<sip:a@b>,'.repeat(count)}\r\n`],
  ['commas', (count) => `${head}Contact: ${','.repeat(count)}\r\n`],
  ['open angles', (count) => `${head}Contact: ${'<,'.repeat(count)}\r\n`],
  ['parameters', (count) => `${head}From: <sip:a@b>${';x=y'.repeat(count)}\r\n`],
  ['escaped quotes between semicolons', (count) => `${head}From: <sip:a@b>;x="${'\\";'.repeat(count)}\r\n`],
  ['quotes', (count) => `${head}From: ${'"'.repeat(count)}<sip:a@b>\r\n`],
  ['open quotes and commas', (count) => `${head}Contact: ${'"\\",'.repeat(count)}\r\n`],
  ['closed angles behind an open quote', (count) => `${head}Contact: "<a>,${'\\"<a>,'.repeat(count)}\r\n`],
  ['open quotes and angles', (count) => `${head}To: "${'<'.repeat(count)}\r\n`],
  ['backslashes', (count) => `${head}From: "${'\\'.repeat(count)}\r\n`],
  ['URI parameters', (count) => `${head}To: <sip:a@b${';x'.repeat(count)}>\r\n`],
  ['URI headers', (count) => `${head}To: <sip:a@b?${'&x=y'.repeat(count)}>\r\n`],
  ['at signs', (count) => `${head}To: <sip:${'@'.repeat(count)}>\r\n`],
  ['colons', (count) => `${head}To: <sip:a@${':'.repeat(count)}>\r\n`],
  ['percent signs', (count) => `${head}To: <sip:${'%4'.repeat(count)}@b>\r\n`],
  ['dots', (count) => `${head}To: <sip:a@${'a.'.repeat(count)}>\r\n`],
  ['digits', (count) => `${head}CSeq: ${'9'.repeat(count)} INVITE\r\nContent-Length: ${'9'.repeat(count)}\r\n`],
  ['white space in numbers', (count) => `${head}CSeq: 1${' '.repeat(count)}\r\nDate: ${' '.repeat(count)}\r\n`],
  ['a Call-ID', (count) => `${head}Call-ID: ${'a'.repeat(count)},\r\n`],
  ['credentials', (count) => `${head}Authorization: Digest ${'a="b",'.repeat(count)}\r\n`],
  ['credential schemes', (count) => `${head}Authorization: ${'Digest a,'.repeat(count)}\r\n`],
  ['Warnings', (count) => `${head}Warning: ${'399 a "b",'.repeat(count)}\r\n`],
  ['bytes that are not UTF-8', (count) => `${head}Subject: ${'\xff'.repeat(count)}\r\n`],
];

const bodies: readonly [string, (count: number) => string][] = [
  ['SDP lines', (count) => 'a=x\r\n'.repeat(count)],
  ['SDP media', (count) => 'm=audio 1 RTP/AVP 0\r\n'.repeat(count)],
  ['SDP spaces', (count) => `m=${' '.repeat(count)}\r\nc=${' '.repeat(count)}\r\n`],
  ['SDP carriage returns', (count) => '\r'.repeat(count)],
  ['SDP formats', (count) => `m=audio 1 RTP/AVP${' 0'.repeat(count)}\r\n`],
];

function readAll(bytes: Uint8Array): number {
  looksLikeSip(bytes, 0, bytes.length);
  const message = parseMessage(bytes, 0, bytes.length, { stream: true });
  return message.defects.length + message.via.length + message.contacts.length + message.nameAddrs('to').length;
}

function frameSingly(bytes: Uint8Array): number {
  const framer = new SipFramer();
  let messages = 0;
  for (let at = 0; at < bytes.length; at++) framer.push(bytes, at, at + 1, () => messages++);
  return messages;
}

function median(measure: () => void): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    measure();
    return performance.now() - start;
  });
  return times.toSorted((a, b) => a - b)[2] ?? 0;
}

// Eight times the size may take 8^1.3 times as long; a square would take 64 times. Measured again before it is believed:
// other work on the machine slows one measurement, not three.
function expectLinear(measure: (count: number) => () => void): void {
  let growth = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 4 && growth > 8 ** 1.3; attempt++) {
    let count = 1000;
    let small = median(measure(count));
    while (small < 1 && count < 128_000) {
      count *= 2;
      small = median(measure(count));
    }
    growth = median(measure(count * 8)) / Math.max(small, 0.5);
  }
  expect(growth).toBeLessThan(8 ** 1.3);
}

describe('reading time is linear in', () => {
  it.each(texts)('%s', (_, make) => {
    expectLinear((count) => {
      const bytes = bytesOf(make(count));
      return () => readAll(bytes);
    });
  });

  it.each(bodies)('%s', (_, make) => {
    expectLinear((count) => {
      const text = make(count);
      return () => parseSdp(text);
    });
  });

  it.each([
    ['multipart delimiters', '--b\r\n\r\n'],
    ['half delimiters', '--b x'],
    ['hyphens', '-'],
  ])('%s', (_, piece) => {
    expectLinear((count) => {
      const text = piece.repeat(count);
      return () => parseMultipart(text, 'b', 0, text.length);
    });
  });

  it.each<[string, (count: number) => string]>([
    ['a stream of messages', (count) => `${head}Content-Length: 2\r\n\r\nab`.repeat(count / 50)],
    ['a stream of start lines', (count) => head.repeat(count / 30)],
    ['a head without end', (count) => `${head}${'X: y\r\n'.repeat(count / 6)}`],
    ['a line without end', (count) => `${head}X${' '.repeat(count)}`],
    ['a body', (count) => `${head}Content-Length: ${count}\r\n\r\n${'x'.repeat(count)}`],
    ['noise', (count) => 'noise\r\n'.repeat(count / 7)],
  ])('%s, one byte at a time', (_, make) => {
    expectLinear((count) => {
      const bytes = bytesOf(make(count * 10));
      return () => frameSingly(bytes);
    });
  });

  it.each<[string, (count: number) => string]>([
    ['a stream of start lines', (count) => head.repeat(count)],
    ['a stream of broken heads', (count) => `${head}X: y\r\n`.repeat(count)],
    ['a stream of messages', (count) => `${head}Content-Length: 0\r\n\r\n`.repeat(count)],
  ])('%s, in small pieces of one large buffer', (_, make) => {
    expectLinear((count) => {
      const bytes = bytesOf(make(count));
      return () => {
        const framer = new SipFramer();
        for (let at = 0; at < bytes.length; at += 100)
          framer.push(bytes, at, Math.min(bytes.length, at + 100), () => {});
      };
    });
  });
});
