// What capture agents send to a collector is read as the messages that they saw.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, latin1 } from '../../src/bytes/ascii.ts';
import type { Route } from '../support/flow-script/packets.ts';
import { hep3, hepProtocols, oldHep, type HepOptions } from '../support/hep.ts';
import { DoorScript, one } from './door-script.ts';

const route: Route = {
  sourceIp: '192.0.2.77',
  sourcePort: 5070,
  destinationIp: '198.51.100.9',
  destinationPort: 5060,
};
const route6: Route = { ...route, sourceIp: '2001:db8::77', destinationIp: '2001:db8::9' };
const body = `v=0\r\n${'a=sendrecv\r\n'.repeat(50)}`;
const invite = `INVITE sip:a@example.com SIP/2.0\r\nCall-ID: a\r\nContent-Length: ${body.length}\r\n\r\n${body}`;

const text = (bytes: Uint8Array): string => latin1(bytes, 0, bytes.length);
const packet = (options: HepOptions = {}, way = route): string => text(hep3(way, bytesOf(invite), options));

describe('a HEP datagram', () => {
  it.each<[string, string, object]>([
    ['version 3', packet(), {}],
    ['version 3 of TCP', packet({ protocol: hepProtocols.tcp }), { transport: 'tcp' }],
    ['version 3 of TLS', packet({ protocol: hepProtocols.tls }), { transport: 'tls' }],
    ['version 3 of SCTP', packet({ protocol: hepProtocols.sctp }), { transport: 'sctp' }],
    ['version 3 with zlib', packet({ compressed: 'zlib' }), {}],
    ['version 3 with gzip', packet({ compressed: 'gzip' }), {}],
    ['version 3 with DEFLATE', packet({ compressed: 'deflate' }), {}],
    ['version 3 with chunks of a vendor', packet({ vendor: true }), {}],
    ['version 3 of IPv6', packet({}, route6), { source: '[2001:db8::77]:5070', destination: '[2001:db8::9]:5060' }],
    ['version 1', text(oldHep(1, route, bytesOf(invite))), {}],
    ['version 2', text(oldHep(2, route, bytesOf(invite))), {}],
    ['version 2 of TCP', text(oldHep(2, route, bytesOf(invite), 6)), { transport: 'tcp' }],
    [
      'version 2 of IPv6',
      text(oldHep(2, route6, bytesOf(invite))),
      { source: '[2001:db8::77]:5070', destination: '[2001:db8::9]:5060' },
    ],
  ])('of %s gives its message, between the addresses in it', (_, datagram, expected) => {
    const script = new DoorScript();
    script.timeUs = 5;
    script.datagram(datagram);
    expect(script.heard).toMatchObject([
      {
        text: invite,
        frame: 1,
        timeUs: 5,
        transport: 'udp',
        source: '192.0.2.77:5070',
        destination: '198.51.100.9:5060',
        cut: false,
        ...expected,
      },
    ]);
    expect(script.notes).toEqual([]);
  });

  it('that holds something else gives nothing', () => {
    const script = new DoorScript().datagram(packet({ payloadType: 5 })).datagram(text(hep3(route, bytesOf('ping'))));
    expect(script.heard).toEqual([]);
    expect(script.notes).toEqual([]);
  });

  it('that was cut gives what there is of its message', () => {
    const script = new DoorScript().datagram(packet().slice(0, -200), true);
    expect(script.heard).toMatchObject([{ text: invite.slice(0, -200), cut: true }]);
    const zipped = packet({ compressed: 'zlib' });
    script.datagram(zipped.slice(0, -10), true);
    expect(script.heard[1]).toMatchObject({ cut: true });
    expect(invite.startsWith(script.heard[1]?.text ?? '?')).toBe(true);
  });

  it('of TCP may hold several messages, or the beginning of one', () => {
    const several = (payload: string, protocol: number): string => text(hep3(route, bytesOf(payload), { protocol }));
    const script = new DoorScript()
      .datagram(several(`${invite}\0half a line`, hepProtocols.tcp))
      .datagram(several(invite + invite.slice(0, 300), hepProtocols.tcp))
      .datagram(several(invite.slice(0, 300), hepProtocols.udp));
    expect(script.heard.map(({ text: one_, cut }) => [one_, cut])).toEqual([
      [invite, false],
      [invite, false],
      [invite.slice(0, 300), true],
      [invite.slice(0, 300), false],
    ]);
  });

  it('with impossible lengths is told', () => {
    const impossible = packet().replace('\0\0\0\x01\0\x07', '\0\0\0\x01\0\x02');
    const script = new DoorScript()
      .datagram(impossible)
      .datagram(packet({ compressed: 'gzip' }).replace('\x1f\x8b\x08', '###'));
    expect(script.heard).toEqual([]);
    expect(script.notes).toEqual(['hep-damaged', 'hep-damaged']);
  });

  it('does not inflate without end', () => {
    const bomb = `INVITE sip:a@example.com SIP/2.0\r\nX: ${'x'.repeat(50_000_000)}`;
    const script = new DoorScript().datagram(text(hep3(route, bytesOf(bomb), { compressed: 'zlib' })));
    expect(script.heard[0]?.text.length).toBeLessThanOrEqual(1024 * 1024);
    expect(script.heard[0]?.cut).toBe(true);
  });

  it('is none when anything that is fixed is wrong', () => {
    const good = text(oldHep(1, route, bytesOf(invite)));
    const script = new DoorScript();
    for (let at = 0; at < 4; at++) script.datagram(`${good.slice(0, at)}\x09${good.slice(at + 1)}`);
    script.datagram(good.slice(0, 16)).datagram(`${good.slice(0, 16)}GET / HTTP/1.1\r\n\r\n`);
    expect(script.heard).toEqual([]);
    expect(script.notes).toEqual([]);
  });

  it('never throws, whatever byte is flipped', () => {
    const packets = [packet(), packet({ compressed: 'zlib' }), text(oldHep(2, route, bytesOf(invite)))];
    const property = fc.property(
      fc.constantFrom(...packets),
      fc.nat(),
      fc.nat(255),
      fc.nat(),
      (whole, at, value, end) => {
        const place = at % Math.min(200, whole.length);
        const bytes = `${whole.slice(0, place)}${String.fromCharCode(value)}${whole.slice(place + 1)}`;
        const script = new DoorScript().datagram(bytes).datagram(bytes.slice(0, end % bytes.length));
        expect(script.heard.length).toBeLessThanOrEqual(2);
      },
    );
    fc.assert(property, { numRuns: 500 });
  });
});

describe('HEP over TCP', () => {
  const stream =
    packet({ protocol: hepProtocols.tcp }) + packet({ compressed: 'zlib' }) + packet({ payloadType: 5 }) + packet();

  it.each([1, 2, 3, 7, 100, 1460, 100_000])('is cut into its packets in segments of %i bytes', (size) => {
    const script = new DoorScript().open().sayIn(size, one(stream)).end();
    expect(script.heard.map(({ text: one_, transport }) => [one_, transport])).toEqual([
      [invite, 'tcp'],
      [invite, 'udp'],
      [invite, 'udp'],
    ]);
    expect(script.heard.at(-1)?.frame).toBe(2 + Math.ceil(stream.length / size));
    expect(script.notes).toEqual([]);
  });

  it('goes on with the next packet after a gap, and when it is picked up in the middle', () => {
    const script = new DoorScript().say(one(packet().slice(300)), one(packet()));
    expect(script.texts).toEqual([invite]);
    script
      .say(one(packet().slice(0, 250)))
      .lose(1, 50)
      .say(one(`${packet().slice(300)}HEP3\0\x01HE${packet()}`))
      .end();
    expect(script.texts).toEqual([invite, invite.slice(0, script.texts[1]?.length), invite]);
    expect(script.heard[1]?.cut).toBe(true);
    expect(script.notes).toContain('tcp-gap');
  });
});
