import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAll, type Packet } from './decode-all.ts';
import { ipv4, ipv6, ipv6Fragment, text, udp } from './headers.ts';

const message = 'OPTIONS sip:alice@example.com SIP/2.0\r\n'.repeat(4);
const datagram = udp(text(message));

/** The datagram in pieces of `size` bytes. */
function pieces4(size: number, id = 7): Packet[] {
  const packets: Packet[] = [];
  for (let offset = 0; offset < datagram.length; offset += size) {
    const part = datagram.slice(offset, offset + size);
    packets.push({ bytes: ipv4({ id, offset, more: offset + size < datagram.length }, part), linkType: 101 });
  }
  return packets;
}

function pieces6(size: number): Packet[] {
  const packets: Packet[] = [];
  for (let offset = 0; offset < datagram.length; offset += size) {
    const part = datagram.slice(offset, offset + size);
    const more = offset + size < datagram.length;
    packets.push({ bytes: ipv6(44, ipv6Fragment(17, 99, offset, more, part)), linkType: 101 });
  }
  return packets;
}

describe('fragments', () => {
  it('become one segment, with the number of the frame that completed it', () => {
    const { segments, notes, decoder } = decodeAll(pieces4(64));
    expect(segments).toMatchObject([{ frame: 3, payload: message, cut: false, source: '192.0.2.1:5060', ipId: 7 }]);
    expect(notes).toEqual([]);
    expect(decoder.counts).toMatchObject({ fragments: 2, udp: 1 });
  });

  it('of IPv6 become one segment', () => {
    const { segments } = decodeAll(pieces6(64));
    expect(segments).toMatchObject([{ payload: message, cut: false, source: '[2001:db8::1]:5060', ipId: -1 }]);
  });

  it('in any order, with duplicates, become one segment', () => {
    const sizes = fc.constantFrom(8, 16, 64, 96);
    fc.assert(
      fc.property(sizes, fc.boolean(), fc.array(fc.nat(), { maxLength: 60 }), (size, isIpv6, picks) => {
        const packets = isIpv6 ? pieces6(size) : pieces4(size);
        // Some fragments early and maybe several times, then all of them backwards.
        const some = picks.flatMap((pick) => packets[pick % packets.length] ?? []);
        const { segments, notes } = decodeAll([...some, ...packets.toReversed()]);
        expect(segments.length).toBeGreaterThanOrEqual(1);
        for (const { payload } of segments) expect(payload).toBe(message);
        expect(notes).toEqual([]);
      }),
    );
  });

  it('that are not all there are used as far as their beginning goes, and noted', () => {
    const [first = { bytes: [] }, , third = { bytes: [] }] = pieces4(64);
    const { segments, notes } = decodeAll([third, first]);
    const missing = message.length - (64 - 8);
    expect(segments).toMatchObject([
      {
        frame: 2,
        payload: message.slice(0, 56),
        cut: true,
        cutBy: 'fragments',
        missing,
        fragments: [{ frame: 1 }, { frame: 2 }],
      },
    ]);
    expect(notes).toEqual(['fragments-missing']);
  });

  it('without the first one are noted and nothing else', () => {
    const { segments, notes } = decodeAll(pieces4(64).slice(1));
    expect(segments).toEqual([]);
    expect(notes).toEqual(['fragments-missing']);
  });

  it('are not joined with those of a packet 2 seconds ago', () => {
    const [first = { bytes: [] }, ...rest] = pieces4(64);
    const { segments, notes } = decodeAll([first, ...rest.map((packet) => ({ ...packet, timeUs: 2_000_001 }))]);
    expect(segments.every(({ cut }) => cut)).toBe(true);
    expect(notes).toEqual(['fragments-missing', 'fragments-missing']);
  });

  it('of many packets at once are bounded: the oldest goes first', () => {
    const starts = Array.from({ length: 1100 }, (_, id) => pieces4(64, id)[0] ?? { bytes: [] });
    const newest = pieces4(64, 1099).slice(1);
    const { segments, notes } = decodeAll([...starts, ...newest]);
    expect(segments.filter(({ cut }) => !cut)).toMatchObject([{ payload: message }]);
    expect(notes).toHaveLength(1099);
  });

  it('at impossible places are noted', () => {
    const beyond = ipv4({ offset: 65_528, more: true }, Array<number>(64).fill(1));
    const odd = ipv4({ more: true }, Array<number>(63).fill(1));
    const { notes } = decodeAll([beyond, odd].map((bytes) => ({ bytes, linkType: 101 })));
    expect(notes).toEqual(['fragments-bad', 'fragments-bad']);
  });
});
