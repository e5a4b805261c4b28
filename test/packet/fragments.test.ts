import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoticeCode } from '../../src/bytes/notice.ts';
import { createDecoder, type Fragment } from '../../src/packet/decode.ts';
import { FragmentTable } from '../../src/packet/fragments.ts';
import { decodeAll, type Packet } from './decode-all.ts';
import { ipv4, ipv6, ipv6Fragment, tcp, text, udp } from './headers.ts';

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

  it('of many packets that come mixed up become those packets', () => {
    const ids = Array.from({ length: 50 }, (_, id) => id);
    const rounds = [2, 0, 1].flatMap((part) => ids.map((id) => pieces4(64, id)[part] ?? { bytes: [] }));
    const { segments, notes } = decodeAll(rounds);
    expect(segments.map(({ payload, ipId }) => [payload, ipId])).toEqual(ids.map((id) => [message, id]));
    expect(segments[0]).toMatchObject({ frame: 101, fragments: [{ frame: 1 }, { frame: 51 }, { frame: 101 }] });
    expect(notes).toEqual([]);
  });

  it('that overlap keep the bytes that came first', () => {
    const bytes = datagram.map((byte, index) => (index < 64 ? byte : 0x41));
    const late = { bytes: ipv4({ offset: 32, more: true }, bytes.slice(32, 96)), linkType: 101 };
    const [first = late, second = late, third = late] = pieces4(64);
    expect(decodeAll([first, late, second, third]).segments).toMatchObject([
      { payload: `${message.slice(0, 56)}${'A'.repeat(32)}${message.slice(88)}` },
    ]);
    expect(decodeAll([first, second, late, third]).segments).toMatchObject([{ payload: message }]);
  });

  it('that were cut by the snap length are all there: their packet is cut, and none is missing', () => {
    const packets = pieces4(64).map((packet) => ({ ...packet, captured: 20 + 48 }));
    const { segments, notes } = decodeAll(packets);
    const cut = { cut: true, cutBy: 'snaplen', missing: message.length - 40, payload: message.slice(0, 40) };
    expect(segments).toMatchObject([{ frame: 3, ...cut }]);
    expect(notes).toEqual([]);
  });

  it('of which the last was cut make a packet whose end is missing', () => {
    const packets = pieces4(64).map((packet, index) => (index === 2 ? { ...packet, captured: 24 } : packet));
    const { segments } = decodeAll(packets);
    expect(segments).toMatchObject([
      { cutBy: 'snaplen', payload: message.slice(0, 124), missing: message.length - 124 },
    ]);
  });

  it('that come again after their packet was complete are not spoken of', () => {
    const packets = pieces4(64);
    const late = packets.slice(0, 2).map((packet) => ({ ...packet, timeUs: 1_000_000 }));
    expect(decodeAll([...packets, ...late])).toMatchObject({ segments: [{ payload: message }], notes: [] });
    const muchLater = packets.slice(0, 1).map((packet) => ({ ...packet, timeUs: 2_000_001 }));
    expect(decodeAll([...packets, ...muchLater])).toMatchObject({
      segments: [{ cut: false }, { cut: true, frame: 4 }],
      notes: ['fragments-missing'],
    });
  });

  it('of TCP that are not all there do not tell how much is missing', () => {
    const segment = tcp({}, text(message));
    const first = { bytes: ipv4({ protocol: 6, more: true }, segment.slice(0, 64)), linkType: 101 };
    const cut = { cut: true, cutBy: 'fragments', missing: 0, payload: message.slice(0, 44) };
    expect(decodeAll([first]).segments).toMatchObject([cut]);
  });

  it('are remembered by number up to 64 of a packet', () => {
    const long = udp(text(message.repeat(60)));
    const count = Math.ceil(long.length / 64);
    const packets = Array.from({ length: count }, (_, index) => {
      const more = index + 1 < count;
      return { bytes: ipv4({ offset: 64 * index, more }, long.slice(64 * index, 64 * index + 64)), linkType: 101 };
    });
    const [segment] = decodeAll(packets).segments;
    expect(segment).toMatchObject({ frame: count, cut: false });
    expect(segment?.fragments).toHaveLength(64);
  });

  it('at impossible places are noted', () => {
    const beyond = ipv4({ offset: 65_528, more: true }, Array<number>(64).fill(1));
    const odd = ipv4({ more: true }, Array<number>(63).fill(1));
    const { notes } = decodeAll([beyond, odd].map((bytes) => ({ bytes, linkType: 101 })));
    expect(notes).toEqual(['fragments-bad', 'fragments-bad']);
  });
});

describe('fragments in several inputs', () => {
  const notes: [NoticeCode, number, number][] = [];
  const table = new FragmentTable((...note) => void notes.push(note));
  const later: Fragment[] = [];
  const decoders = [0, 1].map((input) => {
    const decoder = createDecoder(() => undefined, table, { onFragment: (fragment) => void later.push(fragment) });
    decoder.segment.input = input;
    return decoder;
  });

  /** Hands a packet to the decoder of an input. */
  function read(input: number, number: number, timeUs: number, packet: Packet): void {
    const bytes = Uint8Array.from(packet.bytes);
    const place = { bytes, start: 0, end: bytes.length, wireLength: bytes.length, linkType: 101 };
    expect(decoders[input]?.decode({ number, timeUs, nanos: 0, ...place })).toBe(false);
    bytes.fill(0);
  }

  it('wait until their time has come, and are put together in the order of time', () => {
    const [first, second, third] = pieces4(64);
    if (!first || !second || !third) throw new RangeError('three pieces');
    read(1, 8, 20, second);
    read(0, 5, 10, first);
    read(0, 6, 30, third);
    expect(later.map(({ input, frame, counted }) => [input, frame, counted])).toEqual([
      [1, 8, true],
      [0, 5, true],
      [0, 6, true],
    ]);
    const inTime = later.splice(0).toSorted((a, b) => a.timeUs - b.timeUs);
    expect(inTime.map((fragment) => decoders[fragment.input]?.join(fragment))).toEqual([false, false, true]);
    const places = [
      { input: 0, frame: 5 },
      { input: 1, frame: 8 },
      { input: 0, frame: 6 },
    ];
    expect(decoders[0]?.segment).toMatchObject({ input: 0, frame: 6, timeUs: 30, cut: false, fragments: places });
    expect(decoders.map(({ counts }) => [counts.fragments, counts.udp])).toEqual([
      [1, 1],
      [1, 0],
    ]);
  });

  it('are missed in the input that holds their beginning', () => {
    const [first, second] = pieces4(64, 99);
    if (!first || !second) throw new RangeError('two pieces');
    read(0, 11, 3_000_000, second);
    read(1, 12, 3_000_001, first);
    for (const fragment of later.splice(0)) decoders[fragment.input]?.join(fragment);
    expect(table.takeUnfinished(5_000_000)).toBeUndefined();
    const group = table.takeUnfinished(5_000_001);
    expect(group?.begin).toMatchObject({ input: 1, frame: 12 });
    expect(notes).toEqual([['fragments-missing', 12, 1]]);
    if (group) expect(decoders[1]?.decodeUnfinished(group)).toBe(true);
    expect(decoders[1]?.segment).toMatchObject({ input: 1, frame: 12, timeUs: 3_000_001, cutBy: 'fragments' });
    expect(decoders[1]?.segment.fragments).toEqual([
      { input: 0, frame: 11 },
      { input: 1, frame: 12 },
    ]);
  });
});
