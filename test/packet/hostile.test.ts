// Every wrapping, cut anywhere and with bytes changed: data, never an exception, and never bytes that are not there.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Bytes } from '../support/wrap/numbers.ts';
import { wrappings } from '../support/wrap/wrappings.ts';
import { over4 } from '../support/wrap/tunnels.ts';
import { decodeAll, type DecodeResult, type Packet } from './decode-all.ts';
import { ethernet, ipv4, ipv6, tcp, text, udp } from './headers.ts';

const message = text('OPTIONS sip:bob@example.com SIP/2.0\r\n'.repeat(12));
const innermost: readonly Bytes[] = [
  ipv4({}, udp(message)),
  ipv6(17, udp(message)),
  ipv4({ protocol: 6 }, tcp({}, message)),
];

/** Each wrapping with its packets. */
const table = wrappings.map(({ name, linkType, wrap }) => {
  const packets = innermost.flatMap((ip, index) => wrap(ip, index)).map((bytes) => ({ bytes: [...bytes], linkType }));
  return [name, packets] as const;
});

/** Decodes, and holds the decoder to what it promises whatever comes. */
function decodeAny(packets: readonly Packet[]): void {
  const { segments, notes, decoder } = decodeAll(packets);
  const longest = packets.reduce((sum, { bytes }) => sum + bytes.length, 0);
  for (const { payload, missing } of segments) {
    expect(payload.length).toBeLessThanOrEqual(longest);
    expect(missing).toBeGreaterThanOrEqual(0);
    expect(missing).toBeLessThanOrEqual(65_535);
  }
  // At most one for each header.
  expect(notes.length).toBeLessThanOrEqual(25 * packets.length);
  const { udp: datagrams, tcp: streams, sctp, fragments, otherProtocols, notIp, unusable } = decoder.counts;
  expect(datagrams + streams + sctp + fragments + otherProtocols + notIp + unusable).toBe(packets.length);
  const others = [...decoder.otherProtocols.values(), ...decoder.otherNetworks.values()];
  expect(others.reduce((sum, count) => sum + count, 0)).toBe(otherProtocols + notIp);
}

test.each(table)('%s: cut after any byte', (_, packets) => {
  for (const { bytes, linkType } of packets.slice(0, 2)) {
    const steps = Array.from({ length: Math.min(bytes.length, 200) + 1 }, (_each, captured) => captured);
    decodeAny(steps.map((captured) => ({ bytes, linkType, captured })));
    decodeAny(steps.map((length) => ({ bytes: bytes.slice(0, length), linkType })));
  }
});

test.each(table)('%s: with any byte changed', (_, packets) => {
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 160 }), fc.integer({ min: 1, max: 255 })), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(changes, (flips) => {
      const changed = packets.map((packet) => ({ ...packet, bytes: [...packet.bytes] }));
      for (const [pick, at, mask] of flips) {
        const bytes = changed[pick % changed.length]?.bytes ?? [];
        bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ mask;
      }
      decodeAny(changed);
    }),
    { numRuns: 25 },
  );
});

test('bytes at random, of any link type', () => {
  const linkTypes = [...new Set(wrappings.map(({ linkType }) => linkType)), 252];
  const frame = fc.array(fc.nat(255), { maxLength: 200 });
  fc.assert(
    fc.property(fc.constantFrom(...linkTypes), fc.array(frame, { maxLength: 5 }), (linkType, frames) => {
      decodeAny(frames.map((bytes) => ({ bytes, linkType })));
    }),
    { numRuns: 500 },
  );
});

test('the short way through a packet gives what the long way gives', () => {
  const seeds = [
    ipv4({}, udp(message)),
    ipv4({ protocol: 6 }, tcp({}, message)),
    ipv4({}, udp([])),
    ipv4({ protocol: 6 }, tcp({ options: [1, 1, 1, 0] }, [])),
  ];
  const flips = fc.array(fc.tuple(fc.nat({ max: 60 }), fc.nat(255)), { maxLength: 3 });
  const without = ({ segments, notes, decoder }: DecodeResult): unknown => ({
    segments,
    notes,
    counts: decoder.counts,
  });
  fc.assert(
    fc.property(
      fc.constantFrom(...seeds),
      flips,
      fc.nat({ max: 80 }),
      fc.nat({ max: 80 }),
      (seed, changes, cut, more) => {
        const ip = [...seed, ...text('x'.repeat(more % 9))];
        for (const [at, value] of changes) ip[at % ip.length] = value;
        const captured = Math.max(0, ip.length - (cut % 50 === 0 ? cut : 0));
        // Only the first IP header of a packet is looked at in short.
        const outer = over4(4, ip);
        const long = decodeAll([{ bytes: outer, linkType: 101, captured: 20 + captured }]);
        expect(without(decodeAll([{ bytes: ethernet(0x0800, ip), captured: 14 + captured }]))).toEqual(without(long));
      },
    ),
    { numRuns: 2000 },
  );
});
