// What a datagram is told to be. Every case is cut, damaged and sent the other way, too.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { packetClasses, type PacketClass } from '../../src/ledger/classes.ts';
import { classOfDatagram } from '../../src/ledger/datagram.ts';
import { datagrams as cases, to } from './datagrams.ts';
import { bytesFrom, datagram, type Sending } from './segments.ts';

function classOf(payload: string | readonly number[], sending: Sending = {}): PacketClass | undefined {
  return packetClasses[classOfDatagram(datagram(payload, sending))];
}

describe('a datagram', () => {
  test.each(cases.map(([name, ...one]) => [name, one] as const))('%s', (_, [payload, expected, sending]) => {
    expect(classOf(payload, sending)).toBe(expected);
  });

  it('is told by its content, whichever way it goes', () => {
    const swapped = cases.map(([name, payload, , { sourcePort, destinationPort, ...rest } = {}]) => {
      const turned = { ...rest, sourcePort: destinationPort ?? 30_000, destinationPort: sourcePort ?? 40_000 };
      return [name, classOf(payload, turned)];
    });
    expect(swapped).toEqual(cases.map(([name, , expected]) => [name, expected]));
  });

  it('has a class and breaks nothing, whatever is damaged or cut off', () => {
    const anyCase = fc.constantFrom(...cases);
    fc.assert(
      fc.property(anyCase, fc.nat(300), fc.nat(300), fc.nat(255), fc.nat(300), (one, length, at, mask, missing) => {
        const [, payload, , sending = {}] = one;
        const bytes = bytesFrom(payload).slice(0, length);
        if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ mask;
        expect(packetClasses).toContain(classOf([...bytes], { ...sending, missing }));
      }),
      { numRuns: 2000 },
    );
  });

  it('is never taken for RTP because of its port alone', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(65_535), (bytes, port) => {
        const isVersion2 = ((bytes[0] ?? 0) & 0xc0) === 0x80;
        if (!isVersion2 || bytes.length < 8) expect(['rtp', 'rtcp']).not.toContain(classOf([...bytes], to(port)));
      }),
    );
  });
});
