import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeOne } from './decode-all.ts';
import { ethernet, extension, ipv4, ipv6, ipv6Fragment, sctp, tcp, text, udp, vlan } from './headers.ts';

const hello = text('hello');
const over4 = ipv4({}, udp(hello));
const over6 = ipv6(17, udp(hello));
const segment4 = {
  frame: 1,
  timeUs: 0,
  protocol: 17,
  source: '192.0.2.1:5060',
  destination: '198.51.100.2:5070',
  payload: 'hello',
  cut: false,
  missing: 0,
  ipId: 7,
  cutBy: '',
  fragments: [],
};
const segment6 = { ...segment4, source: '[2001:db8::1]:5060', destination: '[2001:db8::2]:5070', ipId: -1 };
const zeros = (count: number): number[] => Array<number>(count).fill(0);

describe('the link layer', () => {
  it.each([
    ['Ethernet', 1, ethernet(0x0800, over4)],
    ['Ethernet with a VLAN tag', 1, ethernet(0x8100, vlan(0x0800, over4))],
    ['Ethernet with three tags', 1, ethernet(0x88a8, vlan(0x9100, vlan(0x8100, vlan(0x0800, over4))))],
    ['IEEE 802.3 with SNAP', 1, ethernet(60, [0xaa, 0xaa, 3, 0, 0, 0, 8, 0, ...over4])],
    ['MPLS labels', 1, ethernet(0x8847, [0, 1, 0, 9, 0, 1, 1, 9, ...over4])],
    ['PPPoE', 1, ethernet(0x8864, [0x11, 0, 0, 1, 0, 50, 0, 0x21, ...over4])],
    ['Linux cooked capture', 113, [...zeros(14), 8, 0, ...over4]],
    ['Linux cooked capture with a VLAN tag', 113, [...zeros(14), 0x81, 0, ...vlan(0x0800, over4)]],
    ['Linux cooked capture version 2', 276, [8, 0, ...zeros(18), ...over4]],
    ['raw IP', 101, over4],
    ['raw IP of a BSD', 12, over4],
    ['raw IP of OpenBSD', 14, over4],
    ['raw IPv4', 228, over4],
    ['BSD loopback, little-endian', 0, [2, 0, 0, 0, ...over4]],
    ['BSD loopback, big-endian', 0, [0, 0, 0, 2, ...over4]],
    ['OpenBSD loopback', 108, [0, 0, 0, 2, ...over4]],
  ])('%s leads to IPv4', (_, linkType, bytes) => {
    const { segments, notes } = decodeOne(bytes, linkType);
    expect(segments).toEqual([segment4]);
    expect(notes).toEqual([]);
  });

  it.each([
    ['Ethernet', 1, ethernet(0x86dd, over6)],
    ['Linux cooked capture version 2', 276, [0x86, 0xdd, ...zeros(18), ...over6]],
    ['raw IP', 101, over6],
    ['raw IPv6', 229, over6],
  ])('%s leads to IPv6', (_, linkType, bytes) => {
    expect(decodeOne(bytes, linkType).segments).toEqual([segment6]);
  });

  it.each([10, 23, 24, 28, 30])('BSD loopback leads to IPv6 by address family %d', (family) => {
    expect(decodeOne([family, 0, 0, 0, ...over6], 0).segments).toEqual([segment6]);
  });

  it('that is not known is noted', () => {
    const { segments, notes, decoder } = decodeOne(over4, 147);
    expect(segments).toEqual([]);
    expect(notes).toEqual(['link-type-unknown']);
    expect(decoder.counts.unusable).toBe(1);
  });

  it('with tags without end is noted', () => {
    const tags = Array.from({ length: 1000 }, () => vlan(0x8100, [])).flat();
    expect(decodeOne(ethernet(0x8100, [...tags, ...over4])).notes).toEqual(['ip-nested-too-deeply']);
  });

  it('may carry other traffic, which is counted and is no damage', () => {
    const { notes, decoder } = decodeOne(ethernet(0x0806, zeros(28)));
    expect(notes).toEqual([]);
    expect(decoder.counts).toMatchObject({ notIp: 1, unusable: 0 });
  });
});

describe('IPv4', () => {
  it('may have options', () => {
    expect(decodeOne(ipv4({ options: [1, 1, 1, 0] }, udp(hello)), 101).segments).toEqual([segment4]);
  });

  it('does not take Ethernet padding for payload', () => {
    const short = ethernet(0x0800, [...ipv4({ protocol: 6 }, tcp({}, text('x'))), ...zeros(20)]);
    expect(decodeOne(short).segments).toMatchObject([{ payload: 'x', cut: false, missing: 0 }]);
  });

  it('without a total length goes on to the end of the packet', () => {
    const large = ipv4({ protocol: 6, totalLength: 0 }, tcp({}, hello));
    expect(decodeOne(large, 101).segments).toMatchObject([{ payload: 'hello', cut: false }]);
  });

  it('that promises more than was on the wire is used and noted', () => {
    const { segments, notes } = decodeOne(ipv4({ totalLength: 500 }, udp(hello)), 101);
    expect(segments).toMatchObject([{ payload: 'hello' }]);
    expect(notes).toEqual(['ip-length-beyond-packet']);
  });

  it.each([
    ['a header shorter than 20 bytes', [0x44, ...over4.slice(1)]],
    ['a header longer than the packet', [0x4f, ...over4.slice(1)]],
    ['a total length shorter than its header', ipv4({ totalLength: 19 }, udp(hello))],
    ['a header that is cut off', over4.slice(0, 19)],
  ])('with %s is noted', (_, bytes) => {
    expect(decodeOne(ethernet(0x0800, bytes))).toMatchObject({ segments: [], notes: ['ip-header-bad'] });
  });

  it('may carry other protocols, counted by number', () => {
    const { notes, decoder } = decodeOne(ipv4({ protocol: 50 }, zeros(12)), 101);
    expect(notes).toEqual([]);
    expect([...decoder.otherProtocols]).toEqual([[50, 1]]);
  });

  it.each([
    ['IPv4 in IPv4', ipv4({ protocol: 4 }, over4), segment4],
    ['IPv6 in IPv4', ipv4({ protocol: 41 }, over6), segment6],
    ['GRE with key and sequence number', ipv4({ protocol: 47 }, [0x30, 0, 8, 0, ...zeros(8), ...over4]), segment4],
    ['Ethernet in GRE', ipv4({ protocol: 47 }, [0, 0, 0x65, 0x58, ...ethernet(0x0800, over4)]), segment4],
    ['PPTP', ipv4({ protocol: 47 }, [0x30, 0x81, 0x88, 0x0b, ...zeros(12), 0xff, 3, 0, 0x21, ...over4]), segment4],
  ])('is looked for inside %s', (_, bytes, expected) => {
    expect(decodeOne(bytes, 101)).toMatchObject({ segments: [expected], notes: [] });
  });

  it('nested without end is noted', () => {
    let bytes = over4;
    for (let depth = 0; depth < 40; depth++) bytes = ipv4({ protocol: 4 }, bytes);
    expect(decodeOne(bytes, 101)).toMatchObject({ segments: [], notes: ['ip-nested-too-deeply'] });
  });
});

describe('IPv6', () => {
  it('may have extension headers', () => {
    const bytes = ipv6(0, extension(43, 0, extension(60, 2, extension(17, 1, udp(hello)))));
    expect(decodeOne(bytes, 101)).toMatchObject({ segments: [segment6], notes: [] });
  });

  it('counts the length of an authentication header in units of four bytes', () => {
    const authentication = [17, 4, ...zeros(22)];
    expect(decodeOne(ipv6(51, [...authentication, ...udp(hello)]), 101).segments).toEqual([segment6]);
  });

  it('may have a fragment header without being a fragment', () => {
    expect(decodeOne(ipv6(44, ipv6Fragment(17, 1, 0, false, udp(hello))), 101).segments).toEqual([segment6]);
  });

  it('with an extension header that is cut off is noted', () => {
    expect(decodeOne(ipv6(0, [17, 9, 0, 0, 0, 0, 0, 0]), 101).notes).toEqual(['ip-header-bad']);
  });
});

describe('UDP', () => {
  it('ends where its length says', () => {
    expect(decodeOne(ipv4({}, [...udp(hello), ...text('trailer')]), 101).segments).toEqual([segment4]);
  });

  it('without a length goes on to the end of the packet', () => {
    expect(decodeOne(ipv4({}, udp(hello, 0)), 101).segments).toEqual([segment4]);
  });

  it('with a length too small for its header is noted', () => {
    expect(decodeOne(ipv4({}, udp(hello, 7)), 101)).toMatchObject({ segments: [], notes: ['udp-header-bad'] });
  });

  it('that promises more than its packet holds is used and noted', () => {
    const { segments, notes } = decodeOne(ipv4({}, udp(hello, 100)), 101);
    expect(segments).toMatchObject([{ payload: 'hello', cut: true, missing: 87 }]);
    expect(notes).toEqual(['udp-length-beyond-packet']);
  });

  it('cut by the snap length is used as far as it goes, and tells how much is missing', () => {
    const { segments, notes } = decodeOne(over4, 101, over4.length - 3);
    expect(segments).toMatchObject([{ payload: 'he', cut: true, missing: 3 }]);
    expect(notes).toEqual([]);
  });
});

describe('TCP', () => {
  it('tells its sequence number and flags, and passes its options', () => {
    const bytes = ipv4({ protocol: 6 }, tcp({ sequence: 0xfffffff0, flags: 0x18, options: zeros(12) }, hello));
    const { segments, decoder } = decodeOne(bytes, 101);
    expect(segments).toMatchObject([{ protocol: 6, payload: 'hello' }]);
    expect(decoder.segment).toMatchObject({ sequence: 0xfffffff0, flags: 0x18 });
  });

  it('with a header longer than the packet is noted', () => {
    const bytes = tcp({}, []);
    bytes[12] = 0xf0;
    expect(decodeOne(ipv4({ protocol: 6 }, bytes), 101)).toMatchObject({ segments: [], notes: ['tcp-header-bad'] });
  });

  it('cut by the snap length tells how much is missing', () => {
    const bytes = ipv4({ protocol: 6 }, tcp({}, hello));
    expect(decodeOne(bytes, 101, bytes.length - 2).segments).toMatchObject([{ payload: 'hel', cut: true, missing: 2 }]);
  });
});

describe('SCTP', () => {
  it('hands on its chunks, with the verification tag in front of them', () => {
    const { segments, decoder } = decodeOne(ipv4({ protocol: 132 }, sctp(hello)), 101);
    expect(segments).toMatchObject([{ protocol: 132, payload: 'hello', source: '192.0.2.1:5060', cut: false }]);
    const { bytes, payloadStart } = decoder.segment;
    expect([...bytes.subarray(payloadStart - 8, payloadStart - 4)]).toEqual([1, 2, 3, 4]);
    expect(decoder.counts).toMatchObject({ sctp: 1, otherProtocols: 0 });
  });

  it('with a header that is cut off is noted', () => {
    const { segments, notes } = decodeOne(ipv4({ protocol: 132 }, sctp([])), 101, 31);
    expect({ segments, notes }).toEqual({ segments: [], notes: ['sctp-header-bad'] });
  });
});

describe('any frame', () => {
  const seeds = [
    ethernet(0x8100, vlan(0x0800, ipv4({ options: [1, 1, 1, 0] }, udp(hello)))),
    ethernet(0x86dd, ipv6(0, extension(44, 0, ipv6Fragment(17, 1, 0, false, udp(hello))))),
    ethernet(
      0x0800,
      ipv4({ protocol: 47 }, [0, 0, 0x65, 0x58, ...ethernet(0x0800, ipv4({ protocol: 6 }, tcp({}, hello)))]),
    ),
  ];

  it('with bytes changed, cut or random, decodes without a failure and stays within its bytes', () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 5 });
    const linkType = fc.constantFrom(0, 1, 12, 101, 108, 113, 229, 276);
    const bytes = fc.oneof(fc.constantFrom(...seeds), fc.array(fc.nat(255), { maxLength: 120 }));
    fc.assert(
      fc.property(bytes, linkType, changes, fc.nat(), (seed, type, flips, cut) => {
        const changed = [...seed];
        for (const [at, value] of flips) if (changed.length > 0) changed[at % changed.length] = value;
        const { segments, notes, decoder } = decodeOne(changed, type, cut % (changed.length + 1));
        const { payloadStart, payloadEnd, bytes: chunk } = decoder.segment;
        expect(payloadStart).toBeLessThanOrEqual(payloadEnd);
        expect(payloadEnd).toBeLessThanOrEqual(chunk.length);
        expect(notes.length).toBeLessThanOrEqual(3);
        for (const { payload } of segments) expect(payload.length).toBeLessThanOrEqual(changed.length);
      }),
      { numRuns: 2000 },
    );
  });
});
