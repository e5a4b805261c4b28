// Tunnels are entered where the structure proves them, and nowhere else: SIP on their ports is SIP.
import { describe, expect, it } from 'vitest';
import * as link from '../support/wrap/links.ts';
import { type Bytes, u16, u32, zeros } from '../support/wrap/numbers.ts';
import * as tunnel from '../support/wrap/tunnels.ts';
import { decodeOne } from './decode-all.ts';
import { ipv4, ipv6, sctp, text, udp } from './headers.ts';

const hello = text('hello');
const inner = ipv4({}, udp(hello));
const inner6 = ipv6(17, udp(hello));
const frame = link.ethernet(inner);
const PORTS = [4789, 8472, 4790, 6081, 2152, 37_008, 5247, 3544, 1701, 6635, 4500, 9899];

describe('on the port of a tunnel', () => {
  const message = text('OPTIONS sip:bob@example.com SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1\r\n\r\n');
  const others: readonly (readonly [string, Bytes])[] = [
    ['SIP', message],
    ['a SIP response', text('SIP/2.0 200 OK\r\n\r\n')],
    ['a keep-alive', [13, 10, 13, 10]],
    ['one byte', [255]],
    ['nothing', []],
    ['RTP', [0x80, 8, ...zeros(170)]],
    ['zeros', zeros(200)],
    ['ones', Array<number>(200).fill(255)],
  ];

  it.each(PORTS.flatMap((port) => others.map(([name, payload]) => [port, name, payload] as const)))(
    '%d, %s is a datagram',
    (port, _, payload) => {
      const { segments, notes, decoder } = decodeOne(tunnel.overUdp(port, payload), 101);
      expect(segments).toMatchObject([
        { destination: `203.0.113.2:${port}`, payload: new TextDecoder().decode(Uint8Array.from(payload)) },
      ]);
      expect(notes).toEqual([]);
      expect(decoder.tunnels.size).toBe(0);
    },
  );

  it.each([
    ['VXLAN with a bit that means nothing', tunnel.overUdp(4789, [0x48, 0, 0, 0, 0, 0, 42, 0, ...frame])],
    ['VXLAN that is cut in its frame', tunnel.vxlan(frame.slice(0, 40))],
    ['VXLAN with ARP', tunnel.vxlan(link.ethernet(zeros(28), 0x0806))],
    ['Geneve of another version', tunnel.overUdp(6081, [0x40, 0, 0x65, 0x58, 0, 0, 0, 0, ...frame])],
    ['an echo of GTP', tunnel.overUdp(2152, [0x32, 1, ...u16(4), ...u32(0), 0, 0, 0, 0])],
    ['GTP-U with a wrong length', tunnel.overUdp(2152, [0x30, 0xff, ...u16(9), ...u32(1), ...inner])],
    [
      'GTP-U with an extension of no length',
      tunnel.overUdp(2152, [0x34, 0xff, ...u16(8 + inner.length), ...u32(1), 0, 0, 0, 0x85, 0, 0, 0, 0, ...inner]),
    ],
    ['TZSP without an end', tunnel.overUdp(37_008, [1, 0, 0, 1, 10, 1, 9])],
    ['TZSP with a kind that is not known', tunnel.tzsp(99, frame)],
    ['CAPWAP that is encrypted', tunnel.overUdp(5247, [1, 0, 0, 0, ...frame])],
    ['Teredo with bytes behind its packet', tunnel.teredo([...inner6, 0])],
    ['L2TP control', tunnel.overUdp(1701, [...u16(0xc802), ...u16(12), ...zeros(8)])],
    ['ESP of IKE', tunnel.overUdp(4500, [0, 0, 0, 0, ...tunnel.nullEsp(17, udp(hello))])],
    ['SCTP with a chunk that does not fit', tunnel.overUdp(9899, sctp([0, 3, 0, 99, ...zeros(16)]))],
  ])('%s is a datagram', (_, bytes) => {
    const { segments, notes } = decodeOne(bytes, 101);
    expect(segments).toMatchObject([{ source: expect.stringMatching(/^203\.0\.113\.1:/) as string }]);
    expect(notes).toEqual([]);
  });
});

describe('a tunnel', () => {
  it.each([
    ['gre', tunnel.gre(link.IPV4, inner)],
    ['erspan', tunnel.erspan(2, frame)],
    ['ip-in-ip', tunnel.over4(4, inner)],
    ['ether-ip', tunnel.etherIp(frame)],
    ['mpls-in-ip', tunnel.mplsInIp(inner)],
    ['mpls-in-udp', tunnel.mplsInUdp(inner)],
    ['vxlan', tunnel.vxlan(frame)],
    ['geneve', tunnel.geneve(0x6558, frame)],
    ['gtp-u', tunnel.gtp(inner)],
    ['tzsp', tunnel.tzsp(1, frame)],
    ['capwap', tunnel.capwap(frame, false)],
    ['teredo', tunnel.teredo(inner6)],
    ['l2tp', tunnel.l2tp(inner)],
    ['esp', tunnel.inNullEsp(inner)],
  ])('is counted as %s', (name, bytes) => {
    const { decoder, segments } = decodeOne(bytes, 101);
    expect([...decoder.tunnels]).toEqual([[name, 1]]);
    expect(segments).toMatchObject([{ payload: 'hello' }]);
    expect(decoder.counts).toMatchObject({ udp: 1 });
  });

  it('of SCTP in UDP keeps its addresses and has ports of its own', () => {
    const chunks = [0, 3, 0, 20, ...zeros(16)];
    const { segments, decoder } = decodeOne(tunnel.overUdp(9899, sctp(chunks)), 101);
    expect(segments).toMatchObject([{ protocol: 132, source: '203.0.113.1:5060', destination: '203.0.113.2:5070' }]);
    expect([...decoder.tunnels]).toEqual([['sctp-in-udp', 1]]);
  });

  it('that only acknowledges (PPTP) carries nothing', () => {
    const { segments, notes, decoder } = decodeOne(tunnel.over4(47, [0x20, 0x81, 0x88, 0x0b, ...zeros(8)]), 101);
    expect({ segments, notes }).toEqual({ segments: [], notes: [] });
    expect([...decoder.otherProtocols]).toEqual([[47, 1]]);
  });

  it('with encrypted frames is counted as such', () => {
    const air = link.wifi(zeros(60), { isProtected: true });
    const { decoder } = decodeOne(tunnel.tzsp(18, air), 101);
    expect([...decoder.otherNetworks.values()]).toEqual([1]);
    expect(decoder.counts).toMatchObject({ notIp: 1, udp: 0 });
  });
});

describe('ESP', () => {
  it('that is encrypted stays closed', () => {
    for (let seed = 1; seed < 2000; seed++) {
      let state = seed;
      const noise = Array.from({ length: 64 }, () => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
        return state >>> 24;
      });
      const { segments, decoder } = decodeOne(tunnel.over4(50, [...u32(seed), ...u32(1), ...noise]), 101);
      expect(segments).toEqual([]);
      expect([...decoder.otherProtocols]).toEqual([[50, 1]]);
    }
  });

  it.each([0, 12, 16, 20, 24, 32])('without encryption is opened with a check value of %d bytes', (length) => {
    const { segments } = decodeOne(tunnel.inNullEsp(inner, length), 101);
    expect(segments).toMatchObject([{ source: '192.0.2.1:5060', payload: 'hello', cut: false }]);
  });

  it('that is cut off stays closed, because what is inside stands at its end', () => {
    const bytes = tunnel.inNullEsp(inner);
    expect(decodeOne(bytes, 101, bytes.length - 1).decoder.counts).toMatchObject({ otherProtocols: 1 });
  });

  it('with TCP is opened only where its checksum is right', () => {
    const segment = [...u16(5060), ...u16(5070), ...u32(1), ...u32(0), 0x50, 16, ...u16(999), 0, 0, 0, 0, ...hello];
    const bytes = tunnel.over4(50, tunnel.nullEsp(6, segment));
    expect(decodeOne(bytes, 101).decoder.counts).toMatchObject({ otherProtocols: 1, tcp: 0 });
  });
});

describe('headers without end', () => {
  const thousand = (wrap: (inside: Bytes) => Bytes, inside: Bytes = inner): Bytes => {
    let bytes = inside;
    for (let depth = 0; depth < 1000 && bytes.length < 60_000; depth++) bytes = wrap(bytes);
    return bytes;
  };

  it.each([
    ['IP in IP', 101, thousand((inside) => tunnel.over4(4, inside))],
    ['GRE', 101, thousand((inside) => tunnel.gre(link.IPV4, inside))],
    ['VXLAN', 101, thousand((inside) => tunnel.vxlan(link.ethernet(inside)))],
    ['GTP-U', 101, thousand(tunnel.gtp)],
    ['MPLS', 1, link.ethernet(link.labels(1000, inner), link.MPLS)],
    ['tags', 1, link.tagged(Array<number>(1000).fill(0x8100), inner)],
    ['backbone tags', 1, thousand((inside) => link.ethernet([0, 0, 0, 0, ...inside], 0x88e7), frame)],
    ['PPI', 192, thousand((inside) => link.ppi(192, inside), link.ppi(101, inner))],
    ['pktap', 258, thousand((inside) => link.pktap(258, inside), link.pktap(101, inner))],
    ['AH', 101, thousand(tunnel.authenticated)],
    ['ESP', 101, thousand((inside) => tunnel.over4(50, tunnel.nullEsp(4, inside)))],
  ])('(%s) are told', (_, linkType, bytes) => {
    const { segments, notes, decoder } = decodeOne([...bytes], linkType);
    expect(segments).toEqual([]);
    expect(notes).toEqual(['ip-nested-too-deeply']);
    expect(decoder.counts).toMatchObject({ unusable: 1 });
  });
});
