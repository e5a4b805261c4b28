// ICMP errors: what they quote of a packet, however little that is.
import { describe, expect, it } from 'vitest';
import { type Bytes, u16, u32, zeros } from '../support/wrap/numbers.ts';
import { over4 } from '../support/wrap/tunnels.ts';
import { decodeAll, decodeOne } from './decode-all.ts';
import { ethernet, extension, ipv4, ipv6, ipv6Fragment, sctp, tcp, text, udp } from './headers.ts';

const hello = text('hello');
const sent4 = ipv4({}, udp(hello));
const sent6 = ipv6(17, udp(hello));

/** An ICMP error from a router: type, code, the word in front of the quote, the quote. */
function icmp4(type: number, code: number, quote: Bytes, word: Bytes = zeros(4)): number[] {
  return over4(1, [type, code, 0, 0, ...word, ...quote]);
}

function icmp6(type: number, code: number, quote: Bytes, word: Bytes = zeros(4)): number[] {
  return ipv6(58, [type, code, 0, 0, ...word, ...quote]);
}

/** What the only error says. */
function errorIn(packet: Bytes): unknown {
  const { errors } = decodeOne([...packet], 101);
  expect(errors.length).toBeLessThanOrEqual(1);
  const [error] = errors;
  if (!error) return undefined;
  const { bytes, start, end, ...said } = error;
  return { ...said, quote: new TextDecoder().decode(bytes.subarray(start, end)) };
}

const unreachable = {
  input: 0,
  frame: 1,
  timeUs: 0,
  nanos: 0,
  sender: '203.0.113.1',
  version: 4,
  type: 3,
  code: 3,
  protocol: 17,
  source: '192.0.2.1:5060',
  destination: '198.51.100.2:5070',
  quote: 'hello',
};

describe('an ICMP error', () => {
  it('tells who complains, of what, and about which packet', () => {
    expect(errorIn(icmp4(3, 3, sent4))).toEqual(unreachable);
  });

  it('is counted as ICMP, and is no segment', () => {
    const { segments, notes, decoder } = decodeOne(icmp4(3, 3, sent4), 101);
    expect({ segments, notes }).toEqual({ segments: [], notes: [] });
    expect([...decoder.otherProtocols]).toEqual([[1, 1]]);
    expect(decoder.counts).toMatchObject({ otherProtocols: 1 });
  });

  it.each([
    [3, 'unreachable'],
    [4, 'source quench'],
    [5, 'redirect'],
    [11, 'time exceeded'],
    [12, 'parameter problem'],
  ])('of type %d (%s) is one', (type) => {
    expect(errorIn(icmp4(type, 0, sent4))).toMatchObject({ type, code: 0, quote: 'hello' });
  });

  it.each([0, 8, 13, 17])('of type %d is none', (type) => {
    expect(errorIn(icmp4(type, 0, sent4))).toBeUndefined();
  });

  it.each([1, 2, 3, 4])('of IPv6 and type %d is one', (type) => {
    expect(errorIn(icmp6(type, 1, sent6))).toEqual({
      ...unreachable,
      sender: '2001:db8::1',
      version: 6,
      type,
      code: 1,
      source: '[2001:db8::1]:5060',
      destination: '[2001:db8::2]:5070',
    });
  });

  it.each([128, 129, 135, 137])('of IPv6 and type %d is none', (type) => {
    expect(errorIn(icmp6(type, 0, sent6))).toBeUndefined();
  });

  it('may quote no more than the ports', () => {
    expect(errorIn(icmp4(3, 3, sent4.slice(0, 28)))).toEqual({ ...unreachable, quote: '' });
    expect(errorIn(icmp4(3, 3, sent4.slice(0, 24)))).toEqual({ ...unreachable, quote: '' });
    expect(errorIn(icmp4(3, 3, sent4.slice(0, 23)))).toBeUndefined();
  });

  it('may have padding behind its quote', () => {
    expect(errorIn(icmp4(3, 3, [...sent4, ...zeros(95)]))).toEqual(unreachable);
  });

  it('may have extensions behind its quote, of which the length is told (RFC 4884)', () => {
    const extensions = [0x20, 0, 0, 0, ...u16(8), 1, 1, ...u32(0x00064140)];
    const long = ipv4({}, udp(text('x'.repeat(200))));
    const cut = [...long.slice(0, 128), ...extensions];
    expect(errorIn(icmp4(11, 0, cut, [0, 32, 0, 0]))).toMatchObject({ quote: 'x'.repeat(100) });
    const cut6 = [...ipv6(17, udp(text('x'.repeat(200)))).slice(0, 128), ...extensions];
    expect(errorIn(icmp6(3, 0, cut6, [16, 0, 0, 0]))).toMatchObject({ quote: 'x'.repeat(80) });
  });

  it('that tells an MTU or an address in the place of a length is quoted whole', () => {
    expect(errorIn(icmp6(2, 0, sent6, u32(1280)))).toMatchObject({ quote: 'hello' });
    expect(errorIn(icmp4(5, 1, sent4, [192, 1, 2, 1]))).toMatchObject({ quote: 'hello' });
  });

  it('may quote TCP and SCTP', () => {
    const overTcp = ipv4({ protocol: 6 }, tcp({ options: zeros(4) }, hello));
    expect(errorIn(icmp4(3, 13, overTcp))).toMatchObject({ protocol: 6, source: '192.0.2.1:5060', quote: 'hello' });
    expect(errorIn(icmp4(3, 13, overTcp.slice(0, 28)))).toMatchObject({ protocol: 6, quote: '' });
    expect(errorIn(icmp4(3, 2, ipv4({ protocol: 132 }, sctp(hello))))).toMatchObject({ protocol: 132, quote: 'hello' });
  });

  it('may quote a first fragment, but not what stands behind one', () => {
    expect(errorIn(icmp4(11, 1, ipv4({ more: true }, udp(text('hell'), 500))))).toMatchObject({ quote: 'hell' });
    expect(errorIn(icmp4(11, 1, ipv4({ offset: 8 }, udp(hello))))).toBeUndefined();
    const first = ipv6(0, extension(44, 0, ipv6Fragment(17, 9, 0, true, udp(text('hell'), 500))));
    expect(errorIn(icmp6(3, 1, first))).toMatchObject({ quote: 'hell' });
  });

  it('that quotes ICMP, or of the other version, tells nothing', () => {
    expect(errorIn(icmp4(3, 1, ipv4({ protocol: 1 }, zeros(8))))).toBeUndefined();
    expect(errorIn(over4(58, [1, 0, 0, 0, ...zeros(4), ...sent4]))).toBeUndefined();
    expect(errorIn(icmp4(3, 3, sent6))).toBeUndefined();
  });

  it('cut anywhere is data, not an exception', () => {
    const whole = ethernet(0x0800, icmp4(3, 3, sent4));
    const packets = whole.map((_, captured) => ({ bytes: whole, captured }));
    const { notes } = decodeAll(packets);
    expect(new Set(notes)).toEqual(new Set(['link-header-bad', 'ip-header-bad']));
  });
});
