// SIP messages in texts: where they begin and end, when they were sent, and what is made up around them.
import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { createDecoder } from '../../src/packet/decode.ts';
import { endpointOf } from '../../src/packet/endpoint.ts';
import { root } from '../support/analysis.ts';
import { type OwnedFrame, readAll } from './read-all.ts';

interface Message {
  readonly text: string;
  readonly source: string;
  readonly destination: string;
  readonly missing: number;
  readonly time: string;
}

/** What is behind the headers that were made up. */
function messageIn({ packet, ...frame }: OwnedFrame): Message {
  const notes: string[] = [];
  const decoder = createDecoder((code) => void notes.push(code));
  const bytes = Uint8Array.from(packet);
  expect(decoder.decode({ ...frame, bytes, start: 0, end: bytes.length })).toBe(true);
  expect(notes).toEqual([]);
  const { segment } = decoder;
  return {
    text: Buffer.from(bytes.subarray(segment.payloadStart, segment.payloadEnd)).toString('latin1'),
    source: endpointOf(segment, 'source'),
    destination: endpointOf(segment, 'destination'),
    missing: segment.missing,
    time: new Date(frame.timeUs / 1000).toISOString(),
  };
}

interface Read {
  readonly messages: readonly Message[];
  readonly notes: Readonly<Record<string, number>>;
  readonly frames: readonly OwnedFrame[];
}

function read(text: string, sizes: readonly number[] = []): Read {
  const { frames, notes } = readAll(Buffer.from(text, 'latin1'), sizes);
  return { messages: frames.map(messageIn), notes: Object.fromEntries(notes), frames };
}

const headers = ['Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK1', 'Call-ID: 1@192.0.2.10', 'CSeq: 1 INVITE'];
const sdp = ['v=0', 'o=- 1 1 IN IP4 192.0.2.10', 's=-', 'c=IN IP4 192.0.2.10', 't=0 0', 'm=audio 40000 RTP/AVP 8'];
const sdpBytes = sdp.join('\r\n').length + 2;
const options = ['OPTIONS sip:bob@example.net SIP/2.0', ...headers, 'Content-Length: 0'];
const invite = (length: number | undefined, body: readonly string[] = sdp): string[] => [
  'INVITE sip:bob@example.net SIP/2.0',
  ...headers,
  'Content-Type: application/sdp',
  ...(length === undefined ? [] : [`Content-Length: ${length}`]),
  '',
  ...body,
];
const asSent = (lines: readonly string[]): string => `${lines.join('\r\n')}\r\n`;
const textsIn = (text: string): readonly string[] => read(text).messages.map((message) => message.text);

describe('a message ends', () => {
  const next = ['', ...options, ''];

  test.each([
    ['where its Content-Length says', [...invite(sdpBytes), 'noise: 1', ...next]],
    ['where a line of the log begins', [...invite(undefined), '2026-01-31 12:00:00 DEBUG something else', ...next]],
    ['where the next message begins', [...invite(undefined), ...next]],
    ['at a line that only separates', [...invite(undefined), '----------', 'more', ...next]],
    ['with the text', [...next, ...invite(undefined)]],
  ])('%s', (_, lines) => {
    expect([...textsIn(lines.join('\n'))].sort()).toEqual(
      [
        asSent(invite(lines.includes(`Content-Length: ${sdpBytes}`) ? sdpBytes : undefined)),
        asSent([...options, '']),
      ].sort(),
    );
  });

  it('with its headers, where it has no body', () => {
    const bare = ['BYE sip:bob@example.net SIP/2.0', ...headers];
    expect(textsIn([...bare, '', 'more: text', ...bare, '---', ''].join('\n'))).toEqual([
      asSent([...bare, '']),
      asSent([...bare, '']),
    ]);
  });

  it('where its length says, when the body may hold a start line', () => {
    const fragment = [
      'NOTIFY sip:a@192.0.2.10 SIP/2.0',
      ...headers,
      'Content-Type: message/sipfrag',
      'Content-Length: 16',
      '',
      'SIP/2.0 200 OK',
    ];
    expect(textsIn([...fragment, ...options, ''].join('\n'))).toEqual([asSent(fragment), asSent([...options, ''])]);
  });
});

describe('the lines of a body', () => {
  const length = (text: string): number => /^Content-Length: (\d+)/m.exec(text)?.[1] as unknown as number;

  it('get back the CR that a log has taken', () => {
    for (const end of ['\n', '\r\n'])
      expect(textsIn(invite(sdpBytes).join(end) + end)).toEqual([asSent(invite(sdpBytes))]);
  });

  it('may have been without CR before', () => {
    const body = ['<?xml version="1.0"?>', '<presence>', '</presence>'];
    const sent = [...headers, 'Content-Type: application/pidf+xml', `Content-Length: ${body.join('\n').length + 1}`];
    const head = `${['PUBLISH sip:a@example.com SIP/2.0', ...sent].join('\r\n')}\r\n\r\n`;
    expect(textsIn(['PUBLISH sip:a@example.com SIP/2.0', ...sent, '', ...body, '', 'next'].join('\n'))).toEqual([
      `${head}${body.join('\n')}\n`,
    ]);
  });

  it('may lack the end of the last one', () => {
    const [message] = textsIn(`${invite(sdpBytes - 2).join('\n')}\n\nnext`);
    expect(message).toBe(asSent(invite(sdpBytes - 2)).slice(0, -2));
  });

  it('may be longer than was sent, as when addresses were replaced: nothing is lost, and that is told', () => {
    const replaced = sdp.map((line) => line.replace('192.0.2.10', 'a-much-longer-name.example.com'));
    const { messages, notes } = read([...invite(sdpBytes, replaced), '-----', ''].join('\n'));
    const [{ text } = { text: '' }] = messages;
    expect(text).toBe(asSent(invite(replaced.join('\r\n').length + 2, replaced)));
    expect(length(text)).toBe(String(text.length - text.indexOf('\r\n\r\n') - 4));
    expect(notes).toMatchObject({ 'body-length-in-text': 1 });
  });

  it('may be fewer than were sent: the message is marked as cut', () => {
    const { messages, notes } = read([...invite(sdpBytes, sdp.slice(0, 2)), '-----', ''].join('\n'));
    expect(messages).toMatchObject([{ missing: sdpBytes - `${sdp[0]}\r\n${sdp[1]}\r\n`.length }]);
    expect(notes).toMatchObject({ 'message-cut-in-text': 1 });
  });
});

describe('the headers of a message', () => {
  const all = [...options.slice(0, -1), 'From: <sip:a@example.com>;tag=1', 'To: <sip:b@example.com>'];
  const isCut = (text: string): boolean => read(text).messages.some(({ missing }) => missing > 0);

  it('may end without an empty line', () => {
    expect(isCut(`${all.join('\n')}\n-----\n`)).toBe(false);
    expect(isCut(`${all.join('\n')}\n`)).toBe(false);
    expect(isCut(`${all.join('\n')}\nContent-Length: 0`)).toBe(false);
  });

  it('that are interrupted before all have come, or within one, are marked as cut', () => {
    expect(isCut(`${all.slice(0, -1).join('\n')}\n2026-01-31 12:00:00 another thread\n`)).toBe(true);
    expect(isCut(`${all.join('\n')}\nContact: <sip:a`)).toBe(true);
  });
});

describe('what is no message', () => {
  test.each([
    ['a start line that a log quotes', 'got INVITE sip:bob@example.net SIP/2.0\nand then nothing\n'],
    ['a start line alone', 'OPTIONS sip:bob@example.net SIP/2.0\n'],
    ['a sentence about SIP', 'we speak SIP/2.0 here\nVia: nobody\n'],
    ['a Via', 'Via: SIP/2.0/UDP 192.0.2.10\nCSeq: 1 INVITE\n'],
  ])('%s is none', (_, text) => {
    const { reader, frames } = readAll(Buffer.from(text));
    expect(frames).toEqual([]);
    expect(reader).toMatchObject({ format: '', recognized: true });
  });

  it('binary data is no text', () => {
    expect(readAll([0, 1, 2, 3, ...Buffer.from(asSent(options))]).reader.recognized).toBe(false);
  });

  it('the mark of UTF-8 at the beginning is not in the way', () => {
    expect(textsIn(`\xef\xbb\xbf\n${[...options, ''].join('\n')}\n`)).toEqual([asSent([...options, ''])]);
  });
});

describe('the time of a message', () => {
  const timesIn = (...stamped: readonly string[]): readonly string[] =>
    read(stamped.map((line) => `${line}\n${options.join('\n')}\n\n`).join('')).messages.map(({ time }) => time);

  test.each([
    ['2026-01-31 12:00:00', '2026-01-31T12:00:00.000Z'],
    ['2026-01-31T12:00:00.123456Z begin', '2026-01-31T12:00:00.123Z'],
    ['[2026-01-31 12:00:00.250] NOTICE[1]', '2026-01-31T12:00:00.250Z'],
    ['2026/01/31 12:00:00.5 +0100 x', '2026-01-31T11:00:00.500Z'],
    ['2026-01-31T12:00:00-03:30', '2026-01-31T15:30:00.000Z'],
    ['31.01.2026 12:00:00,75', '2026-01-31T12:00:00.750Z'],
    ['Sat Jan 31 12:00:00 2026', '2026-01-31T12:00:00.000Z'],
    ['Jan 31 2026 12:00:00.000', '2026-01-31T12:00:00.000Z'],
    ['Jan  1 12:00:00 pbx sbc[1]: x', '1972-01-01T12:00:00.000Z'],
    ['12:00:00.5 <module> x', '1972-01-01T12:00:00.500Z'],
  ])('%s is %s', (line, time) => {
    expect(timesIn(line)).toEqual([time]);
  });

  it('of day goes on behind a date, and over midnight', () => {
    expect(timesIn('2026-01-31 23:59:59', '23:59:59.9 x', '00:00:00.1 x')).toEqual([
      '2026-01-31T23:59:59.000Z',
      '2026-01-31T23:59:59.900Z',
      '2026-02-01T00:00:00.100Z',
    ]);
  });

  it('goes on over the new year where no year is told', () => {
    expect(timesIn('Dec 31 23:59:59', 'Jan  1 00:00:01')).toEqual([
      '1972-12-31T23:59:59.000Z',
      '1973-01-01T00:00:01.000Z',
    ]);
  });

  it('that is not told is that of the message before, or of the first that has one', () => {
    const bare = `${options.join('\n')}\n\n`;
    const { messages, notes } = read(`${bare}2026-01-31 12:00:00\n${bare}${bare}`);
    expect(messages.map(({ time }) => time)).toEqual(Array(3).fill('2026-01-31T12:00:00.000Z'));
    expect(notes).toMatchObject({ 'time-missing': 2 });
    expect(notes['time-without-date']).toBeUndefined();
  });

  it('without its date is told as such', () => {
    expect(read(`12:00:00\n${options.join('\n')}\n\n`).notes).toMatchObject({ 'time-without-date': 1 });
  });

  it('gives the order in which messages are handed on; their numbers are those of the text', () => {
    const at = (clock: string): string => `2026-01-31 ${clock}\n${options.join('\n')}\n\n`;
    expect(read(at('12:00:02') + at('12:00:01') + at('12:00:03')).frames.map(({ number }) => number)).toEqual([
      2, 1, 3,
    ]);
  });
});

describe('the ends of a message', () => {
  const endsOf = (before: string, lines: readonly string[] = [...options, '']): readonly string[] => {
    const [message] = read(`${before}${lines.join('\n')}\n`).messages;
    return [message?.source ?? '', message?.destination ?? ''];
  };

  test.each([
    ['received from 198.51.100.20:5080:\n', ['198.51.100.20:5080', '0.0.0.1:0']],
    ['Message sent to udp:198.51.100.20:5080\n', ['0.0.0.1:0', '198.51.100.20:5080']],
    ['<--- SIP read from TLS:[2001:db8::7]:5061 --->\n', ['[2001:db8::7]:5061', '[100::1]:0']],
    ['UDP message sent (10 bytes):\n\n', ['0.0.0.1:0', '0.0.0.2:0']],
    ['call from 203.0.113.9:5060 looks good\n', ['192.0.2.10:5060', '0.0.0.2:0']],
    ['', ['192.0.2.10:5060', '0.0.0.2:0']],
  ])('are as the line before it tells: %j', (before, ends) => {
    expect(endsOf(before)).toEqual(ends);
  });

  it('that nothing tells are those of the topmost Via, for a response the other way round', () => {
    const response = ['SIP/2.0 200 OK', ...headers, ''];
    expect(endsOf('', response)).toEqual(['0.0.0.2:0', '192.0.2.10:5060']);
    const named = ['SIP/2.0 200 OK', 'v: SIP/2.0/TLS client.example.com', ...headers.slice(1), ''];
    expect(endsOf('', named)).toEqual(['0.0.0.2:0', '0.0.0.1:0']);
    const v6 = ['SIP/2.0 200 OK', 'Via: SIP / 2.0 / TLS [2001:db8::7];branch=1', ...headers.slice(1), ''];
    expect(endsOf('', v6)).toEqual(['[100::2]:0', '[2001:db8::7]:5061']);
  });

  it('are not those of a message before', () => {
    const [, second] = read(
      `received from 198.51.100.20:5080:\n${options.join('\n')}\n\nnews\n${options.join('\n')}\n\n`,
    ).messages;
    expect(second?.source).toBe('192.0.2.10:5060');
  });
});

const recorded = readdirSync(`${root}fixtures/text/one-call`).filter((name) => name.endsWith('.txt'));

describe('one call through a proxy, as everybody wrote it down', () => {
  const captured = new Set(
    readAll(readFileSync(`${root}fixtures/text/one-call/capture.pcap`)).frames.map(({ packet }) =>
      Buffer.from(packet.slice(42)).toString('latin1'),
    ),
  );

  /** Who wrote it, and which of the 13 messages it saw. */
  const counts: Readonly<Record<string, number>> = {
    'baresip.txt': 7,
    'kamailio-log.txt': 6,
    'kamailio-sipdump.txt': 13,
    'sipp.txt': 6,
    'sngrep.txt': 13,
    'tcpdump.txt': 13,
  };

  test.each(recorded)('%s: every message is the one that was captured, byte for byte', (name) => {
    const { messages } = read(readFileSync(`${root}fixtures/text/one-call/${name}`, 'latin1'));
    expect(messages).toHaveLength(counts[name] ?? 0);
    expect(messages.filter(({ text }) => !captured.has(text))).toEqual([]);
  });
});

const lines = fc.oneof(
  fc.constantFrom(
    ...options,
    ...invite(sdpBytes),
    'SIP/2.0 200 OK',
    'Content-Length: 20',
    '2026-01-31 12:00:00.5 sent to 192.0.2.10:5060',
    `${'-'.repeat(47)} 2026-01-31 12:00:00`,
    'UDP message received [20] bytes :',
    'U 192.0.2.10:5060 -> 198.51.100.20:5060',
    '='.repeat(20),
    'srcip: 192.0.2.10',
    'srcport: 99999',
    '   INVITE sip:bob@example.net SIP/2.0.',
    '\x1b[36;1m#',
  ),
  fc.string({ maxLength: 60 }),
);
const texts = fc
  .tuple(fc.array(fc.tuple(lines, fc.constantFrom('\n', '\r\n', '')), { maxLength: 60 }), fc.constant('log\n'))
  .map(([all, first]) => first + all.map(([line, end]) => line + end).join(''));
const chunkSizes = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 4 });

describe('any text', () => {
  it('gives the same frames and the same notices however it is cut into chunks', () => {
    fc.assert(
      fc.property(texts, chunkSizes, (text, sizes) => {
        const whole = readAll(Buffer.from(text, 'latin1'));
        const chunked = readAll(Buffer.from(text, 'latin1'), sizes);
        expect(chunked.frames).toEqual(whole.frames);
        expect(chunked.notes).toEqual(whole.notes);
      }),
      { numRuns: 300 },
    );
  });

  it('cut anywhere gives the messages before the cut; the last of them may be cut itself', () => {
    const byNumber = (frames: readonly OwnedFrame[]): readonly OwnedFrame[] =>
      frames.toSorted((a, b) => a.number - b.number);
    fc.assert(
      fc.property(texts, fc.nat(), (text, cut) => {
        const whole = byNumber(readAll(Buffer.from(text, 'latin1')).frames).map(({ packet }) => packet);
        const part = byNumber(readAll(Buffer.from(text.slice(0, cut % (text.length + 1)), 'latin1')).frames);
        expect(part.slice(0, -1).map(({ packet }) => packet)).toEqual(whole.slice(0, Math.max(0, part.length - 1)));
      }),
      { numRuns: 300 },
    );
  });

  it('gives packets that can be decoded, each no larger than a packet can be', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { text: message } of read(text).messages) expect(message).toContain('SIP/');
      }),
      { numRuns: 300 },
    );
  });
});

describe('bounds', () => {
  it('a message longer than a packet can be is cut, and that is told', () => {
    const long = [...options.slice(0, -1), `Subject: ${'x'.repeat(60_000)}`, `Subject: ${'y'.repeat(60_000)}`, '', ''];
    const { messages, notes } = read(long.join('\n'));
    expect(messages.map(({ text, missing }) => [text.length, missing > 0])).toEqual([[65_507, true]]);
    expect(notes).toMatchObject({ 'message-cut-in-text': 1 });
    const { messages: bodies } = read([...invite(200_000, Array<string>(3000).fill('a'.repeat(60))), ''].join('\n'));
    expect(bodies[0]?.text).toHaveLength(65_507);
  });

  it('a line without end, and lines that hold almost everything, are read in linear time', () => {
    const traps = [
      `${'1.2.3.4:5 '.repeat(30)}-> x`,
      `<--- SIP read from ${':'.repeat(300)}`,
      `received ${'from 1.1.1.1 '.repeat(25)}`,
      `TX 1 bytes ${'to UDP 1.1.1.1 '.repeat(20)}`,
      `${'A'.repeat(32)} ${' '.repeat(2000)}SIP/2.0 x`,
      `Jan  1 ${'12:00:'.repeat(50)}`,
      `INVITE ${'sip:a '.repeat(300)}SIP/2.0`,
      'INVITE sip:'.repeat(100_000),
    ];
    const started = performance.now();
    readAll(Buffer.from(`${traps.join('\n')}\n`.repeat(3)), [65_536]);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('what is held back to be sorted has a bound', () => {
    const padding = `X: ${'z'.repeat(5000)}`;
    const message = (second: number): string =>
      `2026-01-31 12:00:${String(second).padStart(2, '0')}\n${[...options.slice(0, -1), padding, 'l: 0'].join('\n')}\n\n`;
    // The second half is older than the first, of which 16 MiB cannot wait.
    const text = message(30).repeat(5000) + message(10).repeat(2000);
    const frames: number[] = [];
    for (const { timeUs } of readAll(Buffer.from(text), [1_000_000]).frames) frames.push(timeUs % 60_000_000);
    expect(frames).toHaveLength(7000);
    expect(frames[0]).toBe(30_000_000);
    expect(frames.at(-1)).toBe(30_000_000);
    expect(frames.filter((seconds) => seconds === 10_000_000)).toHaveLength(2000);
  });
});
