// Each user message of SCTP is a SIP message, however its chunks travel.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunk, data, init, interleaved, sctpPacket } from '../support/sctp.ts';
import { DoorScript } from './door-script.ts';

const options =
  'OPTIONS sip:b@example.com SIP/2.0\r\nVia: SIP/2.0/SCTP 192.0.2.1;branch=z9hG4bKa\r\nCall-ID: a\r\n\r\n';
const ok = 'SIP/2.0 200 OK\r\nCall-ID: a\r\n\r\n';
const invite = `INVITE sip:b@example.com SIP/2.0\r\nCall-ID: b\r\n\r\nv=0\r\n${'a=x\r\n'.repeat(300)}`;
const parts = [0, 1, 2, 3].map((index) => invite.slice(index * 400, (index + 1) * 400));
const flagsOf = (index: number): string => (index === 0 ? 'B' : index === 3 ? 'E' : '');
const fragments = (first: number): string[] =>
  parts.map((part, index) => data(first + index, part, { flags: flagsOf(index) }));

const there = (...chunks: string[]): string => sctpPacket(5062, 5060, 0xcafe0001, ...chunks);
const back = (...chunks: string[]): string => sctpPacket(5060, 5062, 0xbeef0002, ...chunks);

describe('an SCTP association', () => {
  it('gives a message for each chunk with a whole one, several in a packet, with others between', () => {
    const sack = chunk(3, 0, '\0'.repeat(12));
    const script = new DoorScript()
      .sctp(there(data(1, options)))
      .sctp(back(sack, data(90, ok), data(91, options, { unordered: true, stream: 3 })), 2, 1);
    expect(script.texts).toEqual([options, ok, options]);
    expect(script.heard[1]).toMatchObject({
      frame: 2,
      transport: 'sctp',
      source: '192.0.2.2:5060',
      destination: '192.0.2.1:5062',
      cut: false,
    });
    expect(script.notes).toEqual([]);
  });

  it('drops copies of chunks, and takes those that come late', () => {
    const script = new DoorScript();
    for (const tsn of [5, 7, 6, 5, 7, 0xffffffff, 4, 6]) script.sctp(there(data(tsn, `${options}${tsn}`)));
    expect(script.texts.map((text) => Number(text.slice(options.length)))).toEqual([5, 7, 6, 0xffffffff, 4]);
  });

  it('goes on behind the wrap of its numbers', () => {
    const script = new DoorScript();
    for (const tsn of [0xfffffffe, 0xffffffff, 0, 1, 0xffffffff]) script.sctp(there(data(tsn, options)));
    expect(script.heard).toHaveLength(4);
  });

  it.each([
    ['in order', 5, [0, 1, 2, 3]],
    ['in reverse', 5, [3, 2, 1, 0]],
    ['mixed and repeated', 7, [2, 0, 2, 3, 0, 1, 1]],
  ])('puts fragments together, %s', (_, frame, order) => {
    const all = fragments(0xfffffffe);
    const script = new DoorScript().sctp(there(data(0xfffffffd, ok)));
    for (const index of order) script.sctp(there(all[index] ?? ''));
    script.sctp(there(data(2, ok)));
    expect(script.texts).toEqual([ok, invite, ok]);
    expect(script.end().notes).toEqual([]);
    expect(script.heard[1]).toMatchObject({ cut: false, frame });
  });

  it('keeps the fragments of neighbouring messages apart', () => {
    const script = new DoorScript().sctp(there(...fragments(1), ...fragments(5)));
    expect(script.texts).toEqual([invite, invite]);
  });

  it('puts interleaved fragments together (RFC 8260)', () => {
    const script = new DoorScript();
    for (const [index, part] of parts.entries()) {
      for (const message of [7, 8]) {
        script.sctp(there(interleaved(10 + 2 * index + message, message, index, part, flagsOf(index))));
      }
    }
    expect(script.texts).toEqual([invite, invite]);
  });

  it('tells of fragments that never came, and hands on the beginning', () => {
    const all = fragments(1);
    const script = new DoorScript().sctp(there(all[0] ?? '', all[1] ?? '')).sctp(there(all[3] ?? ''));
    script.timeUs = 11_000_000;
    script.sctp(there(data(9, ok)));
    script.door.expire(script.timeUs);
    expect(script.heard).toMatchObject([
      { text: ok, cut: false },
      { text: invite.slice(0, 800), cut: true, frame: 1, timeUs: 0 },
    ]);
    expect(script.notes).toEqual(['sctp-fragments-missing']);
  });

  it('tells of a message of which the beginning never came', () => {
    const all = fragments(2);
    const script = new DoorScript().sctp(there(data(1, ok), all[1] ?? '', all[2] ?? '', all[3] ?? '')).end();
    expect(script.texts).toEqual([ok]);
    expect(script.notes).toEqual(['sctp-fragments-missing']);
  });

  it('that carries something else is not missed', () => {
    const script = new DoorScript().sctp(there(data(1, '\x01\0m3ua'), data(2, '\x01\0m3ua', { flags: 'B' }))).end();
    expect([script.texts, script.notes]).toEqual([[], []]);
  });

  it('of many hosts keeps no more fragments than there is room for', () => {
    const script = new DoorScript();
    const part = 'x'.repeat(50_000);
    for (let tag = 1; tag <= 900; tag++)
      script.sctp(sctpPacket(1, 2, tag, data(1, options), data(2, options + part, { flags: 'B' })));
    expect(script.heard.filter(({ cut }) => cut).length).toBeGreaterThan(200);
    expect(script.end().heard).toHaveLength(1800);
  });

  it('is one association over all addresses of its hosts', () => {
    const all = fragments(1);
    const script = new DoorScript()
      .sctp(sctpPacket(5062, 5060, 0, init(1, 0xbeef0002)))
      .sctp(sctpPacket(5060, 5062, 0xbeef0002, init(2, 0xcafe0001)), 2, 1)
      .sctp(there(all[0] ?? '', all[1] ?? ''), 11, 12)
      .sctp(there(all[2] ?? '', all[3] ?? ''), 21, 22)
      .sctp(there(all[3] ?? ''), 1, 2)
      .sctp(back(data(1, ok)), 22, 11);
    expect(script.heard).toMatchObject([
      { text: invite, source: '192.0.2.1:5062', destination: '192.0.2.2:5060' },
      { text: ok, source: '192.0.2.2:5060', destination: '192.0.2.1:5062' },
    ]);
  });

  it('begins anew with other tags on the same ports', () => {
    const script = new DoorScript()
      .sctp(there(data(1, options)))
      .sctp(there(chunk(6, 0, '')))
      .sctp(sctpPacket(5062, 5060, 0x11, data(1, options)))
      .sctp(there(data(1, options)));
    expect(script.heard).toHaveLength(3);
  });

  it('gives what there is of a chunk that was cut', () => {
    const script = new DoorScript().sctp(there(data(1, invite)).slice(0, 200), 1, 2, true);
    expect(script.heard).toMatchObject([{ text: invite.slice(0, 200 - 28), cut: true }]);
    expect(script.notes).toEqual([]);
  });

  it('tells of impossible lengths', () => {
    const script = new DoorScript().sctp(there(data(1, ok), '\0\0\0\x02', data(2, ok)));
    expect(script.texts).toEqual([ok]);
    expect(script.notes).toEqual(['sctp-chunk-bad']);
  });

  it('of any chunks is survived, and keeps its bounds', () => {
    const any = fc.record({
      tsn: fc.oneof(fc.nat(40), fc.nat(0xffffffff)),
      flags: fc.constantFrom('', 'B', 'E', 'BE'),
      isInterleaved: fc.boolean(),
      length: fc.nat(40),
      flip: fc.nat(60),
    });
    const property = fc.property(fc.array(any, { maxLength: 60 }), (chunks) => {
      const script = new DoorScript();
      for (const { tsn, flags, isInterleaved, length, flip } of chunks) {
        const text = options.slice(0, length);
        const packet = there(isInterleaved ? interleaved(tsn, tsn & 3, tsn, text, flags) : data(tsn, text, { flags }));
        script.sctp(
          flip > 15 ? `${packet.slice(0, flip)}${String.fromCharCode(flip)}${packet.slice(flip + 1)}` : packet,
        );
      }
      expect(script.end().heard.length).toBeLessThanOrEqual(chunks.length);
    });
    fc.assert(property, { numRuns: 500 });
  });

  it('of endless fragments gives them up', () => {
    const script = new DoorScript();
    for (let tsn = 1; tsn <= 3000; tsn++) script.sctp(there(data(tsn, options, { flags: tsn % 2 === 0 ? 'B' : '' })));
    expect(script.heard.length).toBeGreaterThan(0);
    expect(script.heard.every(({ cut }) => cut)).toBe(true);
  });
});
