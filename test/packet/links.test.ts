// What a link layer can hide, break, or carry several of. That it leads to IP is told by the matrix of wrapped calls.
import { describe, expect, it } from 'vitest';
import { ENCRYPTED, NOTHING } from '../../src/packet/cursor.ts';
import * as link from '../support/wrap/links.ts';
import { type Bytes, zeros } from '../support/wrap/numbers.ts';
import { decodeOne } from './decode-all.ts';
import { ipv4, ipv6Destination, ipv6Source, text, udp } from './headers.ts';

const inner = ipv4({}, udp(text('hello')));
const other = ipv4({ id: 8 }, udp(text('other')));
const snap = link.snap(inner);

function endingOf(bytes: Bytes, linkType: number): unknown {
  const { segments, notes, decoder } = decodeOne([...bytes], linkType);
  const { udp, notIp, unusable } = decoder.counts;
  expect(udp + notIp + unusable).toBe(1);
  return { segments: segments.length, notes, networks: [...decoder.otherNetworks] };
}

describe('a wireless frame', () => {
  it('that is encrypted is counted as such', () => {
    const encrypted = { segments: 0, notes: [], networks: [[ENCRYPTED, 1]] };
    expect(endingOf(link.wifi(zeros(60), { isProtected: true }), 105)).toEqual(encrypted);
    expect(endingOf(link.radiotap(link.wifi(zeros(60), { quality: true, isProtected: true })), 127)).toEqual(encrypted);
  });

  it.each([
    ['a beacon', [0x80, 0, ...zeros(60)]],
    ['an acknowledgement', [0xd4, 0, ...zeros(8)]],
    ['a frame without data', [0x48, 1, ...zeros(24)]],
  ])('that is %s carries no IP', (_, bytes) => {
    expect(endingOf(bytes, 105)).toEqual({ segments: 0, notes: [], networks: [[NOTHING, 1]] });
  });

  it('that was received damaged is not believed', () => {
    const damaged = { segments: 0, notes: ['link-checksum-bad'], networks: [] };
    expect(endingOf(link.radiotap(link.wifi(snap), 0x40), 127)).toEqual(damaged);
  });

  it('that is a part of one is told', () => {
    const part = { segments: 0, notes: ['wireless-fragments'], networks: [] };
    expect(endingOf(link.wifi(snap, { isPart: true }), 105)).toEqual(part);
  });

  it('of several packets gives them all, and counts as one', () => {
    const bodies = [snap, link.snap(zeros(28), 0x0806), link.snap(other), link.snap(inner)];
    const air = link.wifi(link.aggregate(bodies), { quality: true, aggregated: true });
    const { segments, decoder, notes } = decodeOne(air, 105);
    expect(segments.map(({ payload, frame }) => [payload, frame])).toEqual([
      ['hello', 1],
      ['other', 1],
      ['hello', 1],
    ]);
    expect(decoder.counts).toMatchObject({ udp: 1, notIp: 0 });
    expect(notes).toEqual([]);
  });

  it('of several packets that is cut gives those that are there', () => {
    const air = link.wifi(link.aggregate([snap, link.snap(other)]), { quality: true, aggregated: true });
    const { segments } = decodeOne(air, 105, air.length - 2);
    expect(segments).toMatchObject([
      { payload: 'hello', cut: false },
      { payload: 'oth', cut: true, missing: 2, cutBy: 'snaplen' },
    ]);
  });
});

describe('a link layer', () => {
  it('that MACsec encrypts is counted as such', () => {
    const encrypted = { segments: 0, notes: [], networks: [[ENCRYPTED, 1]] };
    expect(endingOf(link.macsec(inner, true), 1)).toEqual(encrypted);
  });

  it.each([
    ['spanning tree', 1, link.ethernet3([0x42, 0x42, 3, ...zeros(35)]), 0x42],
    ['ARP', 1, link.ethernet(zeros(28), 0x0806), 0x0806],
    ['PPP that is being set up', 9, link.ppp(inner, [0xff, 3], 0xc021), 0],
    ['PPPoE discovery', 1, link.ethernet([0x11, 9, 0, 0, 0, 4, 1, 1, 0, 0], 0x8863), 0x8863],
    ['MPLS with a control channel', 1, link.ethernet(link.labels(1, [0x10, 0, 0, 0x21, ...zeros(20)]), link.MPLS), 0],
    ['Frame Relay with something else', 107, [0x18, 0x41, 3, 0x81, ...zeros(20)], 0],
    ['NFLOG without a packet', 239, [2, 0, 0, 5, 8, 0, 1, 0, 8, 0, 3, 0], 0],
  ])('with %s carries no IP', (_, linkType, bytes, network) => {
    expect(endingOf(bytes, linkType)).toEqual({ segments: 0, notes: [], networks: [[network, 1]] });
  });

  it.each([
    ['Ethernet', 1, link.ethernet(inner).slice(0, 13)],
    ['a tag', 1, link.tagged([0x8100], inner).slice(0, 17)],
    ['a label', 1, link.ethernet(link.labels(1, inner), link.MPLS).slice(0, 17)],
    ['PPPoE', 51, link.pppoe(inner).slice(0, 7)],
    ['Linux cooked', 113, link.cooked(inner).slice(0, 15)],
    ['Linux cooked v2', 276, link.cooked2(inner).slice(0, 19)],
    ['radiotap', 127, link.radiotap(link.wifi(snap)).slice(0, 19)],
    ['802.11', 105, link.wifi(snap).slice(0, 23)],
    ['Prism', 119, link.prism(link.wifi(snap)).slice(0, 143)],
    ['pktap', 258, link.pktap(1, link.ethernet(inner)).slice(0, 100)],
    ['pflog', 117, link.pflog(inner).slice(0, 60)],
    ['Juniper', 178, link.juniper(link.ethernet(inner)).slice(0, 8)],
    ['PPI', 192, link.ppi(1, link.ethernet(inner)).slice(0, 7)],
    ['an exported PDU', 252, [0, 12, 0, 4, 0x73]],
  ])('of %s that is cut off is noted', (_, linkType, bytes) => {
    expect(endingOf(bytes, linkType)).toEqual({ segments: 0, notes: ['link-header-bad'], networks: [] });
  });
});

describe('an exported PDU', () => {
  const ends = { source: [192, 0, 2, 1], destination: [198, 51, 100, 2], sourcePort: 5060, destinationPort: 5070 };

  it('is a datagram between the ends that its tags name', () => {
    const { segments, decoder } = decodeOne(link.exportedPdu(text('hello'), { ...ends, portType: 3 }), 252);
    expect(segments).toMatchObject([
      { protocol: 17, source: '192.0.2.1:5060', destination: '198.51.100.2:5070', payload: 'hello', ipId: -1 },
    ]);
    expect(decoder.segment.sentOver).toBe(17);
    expect(decoder.counts).toMatchObject({ udp: 1 });
  });

  it.each([
    [1, 132],
    [2, 6],
    [3, 17],
    [9, 17],
  ])('of port type %d was sent over protocol %d', (portType, protocol) => {
    expect(decodeOne(link.exportedPdu([], { ...ends, portType }), 252).decoder.segment.sentOver).toBe(protocol);
  });

  it('may be between IPv6 addresses, and cut', () => {
    const pdu = link.exportedPdu(text('hello'), {
      ...ends,
      source: ipv6Source,
      destination: ipv6Destination,
      portType: 3,
    });
    expect(decodeOne(pdu, 252, pdu.length - 2).segments).toMatchObject([
      { source: '[2001:db8::1]:5060', payload: 'hel', cut: true, missing: 2 },
    ]);
  });

  it('without addresses is of no use', () => {
    expect(decodeOne([0, 12, 0, 4, 0x73, 0x69, 0x70, 0, 0, 0, 0, 0, ...text('hello')], 252)).toMatchObject({
      segments: [],
      notes: ['link-header-bad'],
    });
  });
});
