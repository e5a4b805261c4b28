// What stands in the capture: sightings, times, lengths, connections, and where the marks point.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addressBytes } from '../support/flow-script/packets.ts';
import { START_US } from '../support/flow-script/pcap.ts';
import { TWO_HOSTS, compileText, startLineOf, valueOf } from './compiled.ts';

interface Packet {
  readonly timeUs: number;
  readonly captured: Buffer;
  readonly wireLength: number;
}

function packetsOf(pcap: Uint8Array): Packet[] {
  const file = Buffer.from(pcap);
  const packets: Packet[] = [];
  for (let offset = 24; offset < file.length;) {
    const length = file.readUInt32LE(offset + 8);
    packets.push({
      timeUs: file.readUInt32LE(offset) * 1e6 + file.readUInt32LE(offset + 4),
      captured: file.subarray(offset + 16, offset + 16 + length),
      wireLength: file.readUInt32LE(offset + 12),
    });
    offset += 16 + length;
  }
  return packets;
}

function ipIdsOf(pcap: Uint8Array): number[] {
  return packetsOf(pcap).map((packet) => packet.captured.readUInt16BE(18));
}

describe('a compiled capture', () => {
  it('comes of the script in the README: an answer that is repeated until its 32 seconds are over', () => {
    const readme = readFileSync(new URL('../../src/script/README.md', import.meta.url), 'utf8');
    const { messages, marks } = compileText(readme.split('```')[1]?.trim() ?? '');
    const answers = messages.filter((message) => message.status === 200 && message.method === 'INVITE');
    expect(answers.map((message) => (message.timeUs - START_US) / 1e6 - 2.01)).toEqual(
      [0, 0.5, 1.5, 3.5, 7.5, 11.5, 15.5, 19.5, 23.5, 27.5, 31.5].map((seconds) => expect.closeTo(seconds, 5)),
    );
    expect(marks.map((mark) => mark.frame)).toEqual([3]);
  });

  it('begins in 2026 and keeps the times of the script', () => {
    const { pcap, messages } = compileText(`${TWO_HOSTS}0.25 alice -> bob OPTIONS\n+1 bob -> alice 200 OK\nend +60`);
    expect(packetsOf(pcap).map((packet) => packet.timeUs - START_US)).toEqual([250_000, 1_250_000, 61_250_000]);
    expect(new Date(START_US / 1000).toISOString()).toBe('2026-01-01T00:00:00.000Z');
    expect(messages.map((message) => message.timeUs - START_US)).toEqual([250_000, 1_250_000]);
  });

  it('gives a repeated message a new IP identification, and a packet captured twice the same one', () => {
    const { pcap, messages } = compileText(`${TWO_HOSTS}0 alice -> bob INVITE\n+0.5 again\nduplicate`);
    const [first, again, duplicate] = ipIdsOf(pcap);
    expect(again).not.toBe(first);
    expect(duplicate).toBe(again);
    expect(messages.map((message) => message.role)).toEqual(['first', 'again', 'duplicate']);
    expect(messages[1]?.bytes).toEqual(messages[0]?.bytes);
    expect(messages.map((message) => message.timeUs - START_US)).toEqual([0, 500_000, 500_020]);
  });

  it('shows every message twice where it is captured twice', () => {
    const { messages } = compileText(`${TWO_HOSTS}captured twice\n0 alice -> bob OPTIONS\n+1 bob -> alice 200 OK`);
    expect(messages.map((message) => message.role)).toEqual(['first', 'duplicate', 'first', 'duplicate']);
  });

  it('leaves out what was not seen, but remembers that it happened', () => {
    const { messages } = compileText(
      `${TWO_HOSTS}0 alice -> bob INVITE unseen\n+1 bob -> alice 200 OK unseen\n+1 alice -> bob ACK unseen\n+9 alice -> bob BYE`,
    );
    expect(messages.map((message) => [message.frame, message.method])).toEqual([[1, 'BYE']]);
    expect(valueOf(messages[0], 'CSeq')).toBe('2 BYE');
  });

  it('shows the repetition of a message that was lost', () => {
    const { messages } = compileText(`${TWO_HOSTS}0 alice -> bob INVITE unseen\n+0.5 again`);
    expect(messages.map((message) => message.role)).toEqual(['again']);
  });

  it('cuts a packet and says how long it was', () => {
    const [packet] = packetsOf(compileText(`${TWO_HOSTS}0 alice -> bob INVITE cut 100`).pcap);
    expect(packet?.captured.length).toBe(100);
    expect(packet?.wireLength).toBeGreaterThan(500);
  });

  it('opens a TCP connection once and counts its bytes in both directions', () => {
    const { pcap, messages } = compileText(
      `${TWO_HOSTS}transport tcp\n0 alice -> bob OPTIONS split 100\n+1 bob -> alice 200 OK\n+1 bob -> alice OPTIONS`,
    );
    const segments = packetsOf(pcap).map(({ captured }) => ({
      flags: captured.readUInt8(47),
      sequence: captured.readUInt32BE(38),
      acknowledged: captured.readUInt32BE(42),
      length: captured.length - 54,
    }));
    const size = messages[0]?.bytes.length ?? 0;
    const partSizes = segments.slice(3, -2).map((segment) => segment.length);
    expect(segments.slice(0, 3).map((segment) => segment.flags)).toEqual([2, 18, 16]);
    expect(partSizes.slice(0, -1).every((part) => part === 100)).toBe(true);
    expect(partSizes.reduce((sum, part) => sum + part, 0)).toBe(size);
    expect((segments[0]?.sequence ?? 0) + 1 + size).toBe(segments.at(-1)?.acknowledged);
    expect(messages[0]).toMatchObject({ source: '192.0.2.10:49152', frame: 3 + partSizes.length });
    expect(messages[2]).toMatchObject({ destination: '192.0.2.10:49152', transport: 'tcp' });
  });

  it('leaves a gap in a TCP connection where a message was not captured', () => {
    const { pcap } = compileText(
      `${TWO_HOSTS}transport tcp\n0 alice -> bob OPTIONS\n+1 alice -> bob OPTIONS unseen\n+1 alice -> bob OPTIONS`,
    );
    const [, , , first, last] = packetsOf(pcap).map(({ captured }) => ({
      sequence: captured.readUInt32BE(38),
      length: captured.length - 54,
    }));
    expect(last?.sequence).toBe((first?.sequence ?? 0) + 2 * (first?.length ?? 0));
  });

  it('shows the address in front of a NAT and tells it in received', () => {
    const { messages } = compileText(
      '# x\nalice = 10.0.0.5:5060 behind 203.0.113.9:62001\nbob = 198.51.100.20\n0 alice -> bob OPTIONS\n+1 bob -> alice 200 OK',
    );
    expect(messages[0]?.source).toBe('203.0.113.9:62001');
    expect(valueOf(messages[0], 'Via')).not.toContain('received');
    expect(valueOf(messages[1], 'Via')).toMatch(/^SIP\/2\.0\/UDP 10\.0\.0\.5:5060;branch=.*;received=203\.0\.113\.9$/);
  });

  it('refuses what cannot be sent', () => {
    expect(() => compileText('# x\na = 192.0.2.1\nb = 2001:db8::1\n0 a -> b OPTIONS')).toThrow(/line 4: .*IP versions/);
  });

  it('knows for each mark the frames of its line, the first one first', () => {
    const { marks, lines } = compileText(
      `${TWO_HOSTS}0 alice -> bob INVITE\n+1 bob -> alice 200 OK !missing-ack\n+0.5 again x2 ?other`,
    );
    expect(marks).toEqual([
      { kind: 'found', rule: 'missing-ack', line: 5, frame: 2, frames: [2] },
      { kind: 'at-most-possible', rule: 'other', line: 6, frame: 3, frames: [3, 4] },
    ]);
    expect([...lines]).toEqual([
      [1, 4],
      [2, 5],
      [3, 6],
      [4, 6],
    ]);
    expect(() => compileText(`${TWO_HOSTS}0 alice -> bob INVITE unseen !x`)).toThrow(/line 4: a mark needs a line/);
  });

  it('keeps interleaved calls apart', () => {
    const { messages } = compileText(
      `${TWO_HOSTS}0 alice -> bob INVITE @one\n+0 alice -> bob INVITE @two\n+1 bob -> alice 200 OK @one\n+0 bob -> alice 486 Busy Here @two`,
    );
    expect(messages[2]?.callId).toBe(messages[0]?.callId);
    expect(messages[3]?.callId).toBe(messages[1]?.callId);
    expect(startLineOf(messages[3])).toBe('SIP/2.0 486 Busy Here');
  });

  it('writes IPv6 addresses as sixteen bytes', () => {
    expect(Buffer.from(addressBytes('2001:db8::1')).toString('hex')).toBe('20010db8000000000000000000000001');
    expect(Buffer.from(addressBytes('::')).toString('hex')).toBe('0'.repeat(32));
  });
});
