// What a connection carries is found by content.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../../src/bytes/ascii.ts';
import { BufferPool } from '../../src/bytes/pending.ts';
import type { Arrival } from '../../src/stream/arrival.ts';
import { HepDesk } from '../../src/stream/hep-layer.ts';
import type { Connection, ConnectionContent } from '../../src/stream/layer.ts';
import { Opening } from '../../src/stream/opening.ts';
import { Histories } from '../../src/stream/web-socket/layer.ts';
import { DoorScript, one, two, type Said } from './door-script.ts';

const options = 'OPTIONS sip:example.com SIP/2.0\r\nCall-ID: a@example.com\r\nContent-Length: 0\r\n\r\n';
const ok = 'SIP/2.0 200 OK\r\nCall-ID: a@example.com\r\nContent-Length: 0\r\n\r\n';
const clientHello = `\x16\x03\x01\x00\x2e\x01\x00\x00\x2a\x03\x03${'r'.repeat(32)}\0\0\x02\x13\x01\x01\0`;
const serverHello = `\x16\x03\x03\x00\x2a\x02\x00\x00\x26\x03\x03${'r'.repeat(32)}\0\x13\x01\0`;
const data = `\x17\x03\x03\x00\x20${'\x9c\n2A'.repeat(8)}`;

/** What a connection is found to carry, in segments of so many bytes. */
function contentOf(said: readonly Said[], size = 100_000): ConnectionContent {
  const heard: Arrival[] = [];
  const arrival = { ...emptyArrival };
  const outlet = {
    arrival,
    send: () => void heard.push({ ...arrival }),
    note: () => undefined,
    pool: new BufferPool(),
  };
  const connection: Connection = {
    sourceOf: (side) => (side === 0 ? '192.0.2.1:40000' : '192.0.2.2:5060'),
    sawStart: () => false,
    client: undefined,
    content: 'undecided',
    inside: 'undecided',
  };
  const opening = new Opening(connection, {
    outlet,
    hep: new HepDesk(outlet),
    histories: new Histories(),
    tls: undefined,
  });
  for (const { from, text } of said) {
    for (let at = 0; at < text.length; at += size) {
      const bytes = bytesOf(text.slice(at, at + size));
      opening.push(from === 1 ? 0 : 1, { ...emptyPiece, bytes, end: bytes.length });
    }
  }
  opening.closed(0, 'fin');
  opening.closed(1, 'fin');
  return connection.content;
}

const nothing = new Uint8Array(0);
const emptyPiece = { input: 0, frame: 1, order: 1, timeUs: 0, nanos: 0, ipId: -1, bytes: nothing, start: 0, end: 0 };
const emptyArrival: Arrival = {
  ...emptyPiece,
  source: '',
  destination: '',
  transport: 'tcp',
  cut: false,
};

describe('a connection is known by what it carries', () => {
  it.each<[ConnectionContent, string, readonly Said[]]>([
    ['sip', 'a request', [one(options), two(ok)]],
    ['sip', 'keep-alives before the first request', [one('\r\n\r\n'), two('\r\n'), one(options), two(ok)]],
    ['sip', 'a message of which the beginning is missing', [one(`ID: x\r\n\r\n${options}`), two(ok)]],
    ['sip', 'the answer alone', [two(ok)]],
    ['tls', 'a ClientHello', [one(clientHello), two(serverHello)]],
    ['tls', 'a ServerHello alone', [two(serverHello)]],
    ['tls', 'records, picked up between two', [one(data), two(data)]],
    ['tls', 'records, picked up within one', [one(data.slice(9)), one(data), two(data)]],
    [
      'http',
      'a request for a page',
      [one('GET / HTTP/1.1\r\nHost: example.com\r\n\r\n'), two('HTTP/1.1 200 OK\r\n\r\n')],
    ],
    ['http', 'a response alone', [two('HTTP/1.1 200 OK\r\n\r\n')]],
    ['other', 'binary data', [one('\x80\x05\0\0'.repeat(5000)), two('\x81\x90'.repeat(9000))]],
    ['undecided', 'a few bytes of anything', [one('EHLO client.example.com\r\n')]],
  ])('%s: %s', (content, _, said) => {
    expect(contentOf(said)).toBe(content);
  });

  it.each<[ConnectionContent, readonly Said[]]>([
    ['sip', [one(options), two(ok)]],
    ['tls', [one(clientHello), two(serverHello), one(data)]],
    ['http', [one('GET / HTTP/1.1\r\n\r\n')]],
  ])('%s: one byte a segment', (content, said) => {
    expect(contentOf(said, 1)).toBe(content);
  });

  it.each([
    ['a line', 'PROXY TCP4 203.0.113.7 192.0.2.2 40000 5060\r\n'],
    ['a block', '\r\n\r\n\0\r\nQUIT\n\x21\x11\0\x0c\xcb\0\x71\x07\xc0\0\x02\x02\x9c\x40\x13\xc4'],
  ])('behind what a load balancer writes first, %s', (_, header) => {
    for (const size of [1, 5, 17, 1000]) {
      expect(new DoorScript().open().sayIn(size, one(header + options)).texts).toEqual([options]);
      expect(contentOf([one(header + clientHello)], size)).toBe('tls');
    }
    expect(new DoorScript().open().say(one(header), one('\r\n\r\n'), one(options)).texts).toEqual([options]);
  });

  it('without losing what was looked at', () => {
    for (const size of [1, 2, 3, 5, 31, 40]) {
      const script = new DoorScript().open().sayIn(size, one(options), two(ok), one(options)).end();
      expect(script.texts).toEqual([options, ok, options]);
      const last = Math.ceil(options.length / size);
      expect(script.heard[0]).toMatchObject({ frame: 2 + last, transport: 'tcp', source: '192.0.2.1:40000' });
    }
  });
});

describe('a layer for TLS', () => {
  it('hears the gap before it, then both sides, and what it unwraps is decided again', () => {
    const heard: string[] = [];
    const script = new DoorScript({
      tls: (connection, inner) => ({
        push: (side, piece) => {
          heard.push(`${side} ${piece.end - piece.start}`);
          inner.push(side, { ...piece, start: piece.start + 5 });
        },
        gap: (side, missing) => void heard.push(`${side} gap ${missing}`),
        closed: (side, reason) => void heard.push(`${side} ${connection.sourceOf(side)} ${reason}`),
        ignores: () => false,
      }),
    });
    const wrapped = `\x17\x03\x03\x00${String.fromCharCode(options.length)}${options}`;
    script.say(one('tail'), one(wrapped), two(data)).end();
    expect(heard).toEqual([
      '0 gap 4',
      `0 ${wrapped.length}`,
      `1 ${data.length}`,
      '0 192.0.2.1:40000 capture-ended',
      '1 192.0.2.2:5060 capture-ended',
    ]);
    expect(script.heard).toMatchObject([{ text: options, transport: 'tls', frame: 2 }]);
  });
});

describe('a message without Content-Length', () => {
  const unsized = (method: string): string =>
    `${method} sip:example.com SIP/2.0\r\nCall-ID: a\r\nContent-Type: application/sdp\r\n\r\nv=0\r\ns=-\r\n`;

  it('is complete with the frame that it came with, whatever follows', () => {
    const [first, second] = [unsized('INVITE'), unsized('UPDATE')];
    const script = new DoorScript().open().say(one(first), one(second), two(ok), one(first), one('\r\n\r\n'), two(ok));
    expect(script.heard.map(({ frame, text }) => [frame, text])).toEqual([
      [3, first],
      [4, second],
      [5, ok],
      [6, first],
      [8, ok],
    ]);
    expect(script.notes).toEqual([]);
  });
});

describe('any stream', () => {
  it('gives the same messages however it is cut into segments', () => {
    const sdp = 'v=0\r\ns=-\r\na=sendrecv\r\n';
    const invite = (more: string): string =>
      `INVITE sip:example.com SIP/2.0\r\nCall-ID: b\r\nContent-Type: application/sdp\r\n${more}\r\n${sdp}`;
    const part = fc.constantFrom(
      options,
      ok,
      invite(''),
      invite('Content-Length: 27\r\n'),
      invite('Content-Length: 100\r\n'),
      invite('Content-Length: 5\r\n'),
      '\r\n\r\n',
      'noise\r\n',
      'INVITE sip:example.com SIP/2.0\r\nCall-ID: c\r\n',
    );
    const stream = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''));
    const property = fc.property(stream, fc.array(fc.nat(), { maxLength: 12 }), (text, places) => {
      const cuts = [...new Set(places.map((place) => place % (text.length + 1)))].toSorted((a, b) => a - b);
      const pieces = [0, ...cuts].map((cut, index) => one(text.slice(cut, cuts[index])));
      const whole = new DoorScript().open().say(one(text)).end();
      const cut = new DoorScript()
        .open()
        .say(...pieces)
        .end();
      expect([cut.texts, cut.notes]).toEqual([whole.texts, whole.notes]);
      const single = new DoorScript().open().sayIn(1, one(text)).end();
      expect([single.texts, single.notes]).toEqual([whole.texts, whole.notes]);
    });
    fc.assert(property, { numRuns: 300 });
  });
});
