import { describe, expect, it } from 'vitest';
import { endpointOf } from '../../src/packet/endpoint.ts';
import { emptySegment } from '../../src/packet/segment.ts';

function endpoint(address: readonly number[], port: number): string {
  const addressLength = address.length === 4 ? 4 : 16;
  const bytes = Uint8Array.from([9, 9, ...address]);
  return endpointOf({ ...emptySegment(), bytes, sourceAddress: 2, addressLength, sourcePort: port }, 'source');
}

const ipv6 = (...groups: number[]): number[] => groups.flatMap((group) => [group >> 8, group & 255]);

describe('an endpoint', () => {
  it.each([
    [[0, 0, 0, 0], 0, '0.0.0.0:0'],
    [[192, 0, 2, 255], 5060, '192.0.2.255:5060'],
    [[255, 255, 255, 255], 65_535, '255.255.255.255:65535'],
    [ipv6(0x2001, 0xdb8, 0, 0, 0, 0, 0, 1), 5060, '[2001:db8::1]:5060'],
    [ipv6(0x2001, 0xdb8, 0, 1, 1, 1, 1, 1), 1, '[2001:db8:0:1:1:1:1:1]:1'],
    [ipv6(0x2001, 0xdb8, 0, 0, 1, 0, 0, 1), 1, '[2001:db8::1:0:0:1]:1'],
    [ipv6(0x2001, 0, 0, 1, 0, 0, 0, 0xabcd), 1, '[2001:0:0:1::abcd]:1'],
    [ipv6(0, 0, 0, 0, 0, 0, 0, 0), 5060, '[::]:5060'],
    [ipv6(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 1, '[2001:db8::]:1'],
    [ipv6(0, 0, 0, 0, 0, 0xffff, 0xc000, 0x0201), 1, '[::ffff:192.0.2.1]:1'],
  ])('of %j, port %d, is written %s', (address, port, text) => {
    expect(endpoint(address, port)).toBe(text);
    expect(endpoint(address, port)).toBe(text);
  });

  it('is never that of another address or port, however many there are', () => {
    const wrong: string[] = [];
    for (let index = 0; index < 80_000; index++) {
      const third = (index >> 8) & 127;
      const expected = `198.51.${third}.${index & 255}:${index % 7}`;
      if (endpoint([198, 51, third, index & 255], index % 7) !== expected) wrong.push(expected);
    }
    for (let index = 1; index < 20_000; index++) {
      const expected = `[2001:db8:1:1:1:1:1:${index.toString(16)}]:5`;
      if (endpoint(ipv6(0x2001, 0xdb8, 1, 1, 1, 1, 1, index), 5) !== expected) wrong.push(expected);
    }
    expect(wrong).toEqual([]);
  });
});
