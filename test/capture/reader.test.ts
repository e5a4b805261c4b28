import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  big,
  block,
  enhancedPacket,
  interfaceBlock,
  little,
  option,
  pcapHeader,
  pcapRecord,
  sectionHeader,
} from './files.ts';
import { readAll } from './read-all.ts';

const packet = [1, 2, 3, 4, 5];
const bytesOf = (value: bigint): number[] => [...new Uint8Array(BigInt64Array.of(value).buffer)];

describe('a pcap file', () => {
  it.each([
    ['microseconds, little-endian', little, 0xa1b2c3d4, 123_456, 123_456, 0],
    ['microseconds, big-endian', big, 0xa1b2c3d4, 123_456, 123_456, 0],
    ['nanoseconds, little-endian', little, 0xa1b23c4d, 123_456_789, 123_456, 789],
    ['nanoseconds, big-endian', big, 0xa1b23c4d, 123_456_789, 123_456, 789],
  ] as const)('in %s gives numbered frames with their times', (_, order, magic, fraction, micros, nanos) => {
    const file = [
      ...pcapHeader(order, magic, 113),
      ...pcapRecord(order, 4_000_000_000, fraction, packet, 900),
      ...pcapRecord(order, 4_000_000_001, fraction, [9]),
    ];
    const { frames, notes, reader } = readAll(file);
    expect(frames).toEqual([
      { number: 1, timeUs: 4e15 + micros, nanos, linkType: 113, wireLength: 900, packet },
      { number: 2, timeUs: 4e15 + 1e6 + micros, nanos, linkType: 113, wireLength: 1, packet: [9] },
    ]);
    expect([...notes]).toEqual([]);
    expect(reader).toMatchObject({ format: 'pcap', recognized: true, packets: 2, bytes: file.length });
    expect([...reader.linkTypes]).toEqual([113]);
  });

  it('with the longer record headers of a patched libpcap is read', () => {
    const record = pcapRecord(little, 7, 8, packet);
    const file = [...pcapHeader(little, 0xa1b2cd34), ...record.slice(0, 16), ...Array(8).fill(0), ...record.slice(16)];
    expect(readAll(file).frames).toMatchObject([{ timeUs: 7_000_008, packet }]);
  });

  it('does not take the frame check sequence bits for a part of the link type', () => {
    const file = [...pcapHeader(big, 0xa1b2c3d4, 0x24000001), ...pcapRecord(big, 1, 1, packet)];
    expect(readAll(file).frames).toMatchObject([{ linkType: 1 }]);
  });

  it('that ends in the middle of a packet is used up to there', () => {
    const whole = [...pcapHeader(little), ...pcapRecord(little, 1, 1, packet), ...pcapRecord(little, 2, 2, packet)];
    const { frames, notes } = readAll(whole.slice(0, -1));
    expect(frames).toHaveLength(1);
    expect([...notes]).toEqual([['file-cut', 1]]);
  });

  it('with an impossible record length goes on at the next sound record', () => {
    const bad = [...little.u32(1000), ...little.u32(5), ...little.u32(0xfffffff0), ...little.u32(5), ...packet];
    const file = [
      ...pcapHeader(little),
      ...pcapRecord(little, 1000, 1, packet),
      ...bad,
      ...pcapRecord(little, 1001, 2, [6, 7]),
      ...pcapRecord(little, 1002, 3, [8]),
    ];
    for (const sizes of [[], [1], [7]]) {
      const { frames, notes } = readAll(file, sizes);
      expect(frames.map((frame) => frame.packet)).toEqual([packet, [6, 7], [8]]);
      expect([...notes]).toEqual([['record-damaged', 1]]);
    }
  });

  it('full of almost sound records is searched in linear time', () => {
    // Each of these headers is plausible and asks for a look far ahead, where no other one begins.
    const trap = [...little.u32(1000), ...little.u32(1), ...little.u32(200_001), ...little.u32(200_001)];
    const sound = [...pcapHeader(little), ...pcapRecord(little, 1000, 1, packet)];
    const bad = [...little.u32(1000), ...little.u32(1), ...little.u32(0xffffffff), ...little.u32(1)];
    const traps = Array.from({ length: 100_000 }, () => trap).flat();
    const file = Uint8Array.from([...sound, ...bad, ...traps]);
    const started = performance.now();
    expect(readAll(file, [4096]).frames).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe('a pcapng file', () => {
  it.each([
    ['little-endian', little],
    ['big-endian', big],
  ] as const)('in %s order gives frames with their times', (_, order) => {
    const file = [
      ...sectionHeader(order),
      ...interfaceBlock(order, 276),
      ...enhancedPacket(order, 1_700_000_000_123_456n, packet, 0, 77),
    ];
    const { frames, notes, reader } = readAll(file);
    expect(frames).toEqual([
      { number: 1, timeUs: 1_700_000_000_123_456, nanos: 0, linkType: 276, wireLength: 77, packet },
    ]);
    expect([...notes]).toEqual([]);
    expect(reader).toMatchObject({ format: 'pcapng', packets: 1, droppedByCapture: 0 });
  });

  it.each([
    ['seconds', 0, 1_700_000_000n, 1_700_000_000_000_000, 0],
    ['milliseconds', 3, 1_700_000_000_123n, 1_700_000_000_123_000, 0],
    ['nanoseconds', 9, 1_763_640_540_123_456_789n, 1_763_640_540_123_456, 789],
    ['hundreds of nanoseconds', 7, 17_636_405_401_234_567n, 1_763_640_540_123_456, 700],
    ['picoseconds', 12, 1_763_640_123_456_789_999n, 1_763_640_123_456, 789],
    ['2^-10 s', 0x8a, 1_763_640_540n * 1024n + 512n, 1_763_640_540_500_000, 0],
    ['2^-32 s', 0xa0, (1_763_640_540n << 32n) + 1n, 1_763_640_540_000_000, 0],
  ] as const)('with a clock that ticks in %s gives exact times', (_, resolution, ticks, timeUs, nanos) => {
    const options = [...option(little, 2, [0x65]), ...option(little, 9, [resolution]), ...option(little, 0, [])];
    const file = [
      ...sectionHeader(little),
      ...interfaceBlock(little, 1, options),
      ...enhancedPacket(little, ticks, packet),
    ];
    expect(readAll(file).frames).toMatchObject([{ timeUs, nanos }]);
  });

  it('adds the time offset of the interface', () => {
    const options = [...option(little, 14, bytesOf(-5n)), ...option(little, 9, [9])];
    const file = [
      ...sectionHeader(little),
      ...interfaceBlock(little, 1, options),
      ...enhancedPacket(little, 10_000_000_001n, packet),
    ];
    expect(readAll(file).frames).toMatchObject([{ timeUs: 5_000_000, nanos: 1 }]);
  });

  it('begins anew with each section: byte order and interfaces', () => {
    const file = [
      ...sectionHeader(little),
      ...interfaceBlock(little, 1),
      ...interfaceBlock(little, 101),
      ...enhancedPacket(little, 1n, [1], 1),
      ...sectionHeader(big),
      ...interfaceBlock(big, 113),
      ...enhancedPacket(big, 2n, [2], 0),
      ...enhancedPacket(big, 3n, [3], 1),
      ...enhancedPacket(big, 4n, [4], 0),
    ];
    const { frames, notes, reader } = readAll(file);
    expect(frames.map(({ number, linkType }) => [number, linkType])).toEqual([
      [1, 101],
      [2, 113],
      [4, 113],
    ]);
    expect([...notes]).toEqual([['interface-missing', 1]]);
    expect([...reader.linkTypes]).toEqual([1, 101, 113]);
    expect(reader.packets).toBe(4);
  });

  it('passes over blocks it does not know, whatever their length', () => {
    const file = [
      ...sectionHeader(little),
      ...block(little, 4, Array(50).fill(1)),
      ...interfaceBlock(little, 1),
      ...block(little, 0x80000bad, Array(400_000).fill(0x77)),
      ...enhancedPacket(little, 1n, packet),
    ];
    for (const sizes of [[], [1000]]) {
      const { frames, notes } = readAll(file, sizes);
      expect(frames).toMatchObject([{ number: 1, packet }]);
      expect([...notes]).toEqual([['blocks-skipped', 1]]);
    }
  });

  it('may hold simple packets, cut to the snap length and without a time', () => {
    const file = [
      ...sectionHeader(little),
      ...interfaceBlock(little, 1, [], 3),
      ...enhancedPacket(little, 55n, [0]),
      ...block(little, 3, [...little.u32(900), 1, 2, 3]),
    ];
    const { frames, notes } = readAll(file);
    expect(frames[1]).toMatchObject({ number: 2, timeUs: 55, wireLength: 900, packet: [1, 2, 3] });
    expect([...notes]).toEqual([['time-missing', 1]]);
  });

  it('may hold packet blocks of the old kind', () => {
    const { u16, u32 } = big;
    const body = [...u16(0), ...u16(3), ...u32(0), ...u32(99), ...u32(5), ...u32(6), ...packet];
    const file = [...sectionHeader(big), ...interfaceBlock(big, 1), ...block(big, 2, body)];
    expect(readAll(file).frames).toMatchObject([{ timeUs: 99, wireLength: 6, packet }]);
  });

  it('tells how many packets the capturing system lost: the newest counters of every interface and section', () => {
    const statistics = (index: number, dropped: bigint, code: number): number[] =>
      block(little, 5, [
        ...little.u32(index),
        ...little.u32(0),
        ...little.u32(0),
        ...option(little, code, bytesOf(dropped)),
      ]);
    const file = [
      ...sectionHeader(little),
      ...interfaceBlock(little, 1),
      ...interfaceBlock(little, 1),
      ...statistics(0, 2n, 5),
      ...statistics(0, 10n, 5),
      ...statistics(1, 3n, 7),
      ...sectionHeader(little),
      ...interfaceBlock(little, 1),
      ...statistics(0, 100n, 5),
    ];
    expect(readAll(file).reader.droppedByCapture).toBe(113);
  });

  it('with a damaged block goes on at the next sound one', () => {
    const bad = enhancedPacket(little, 2n, packet);
    bad[4] = 0x40;
    const file = [
      ...sectionHeader(little),
      ...interfaceBlock(little, 1),
      ...bad,
      ...enhancedPacket(little, 3n, [3, 3]),
      ...enhancedPacket(little, 4n, [4]),
      ...Array(200).fill(0),
    ];
    for (const sizes of [[], [1], [13]]) {
      const { frames, notes } = readAll(file, sizes);
      expect(frames.map((frame) => frame.packet)).toEqual([[3, 3], [4]]);
      expect([...notes]).toEqual([['record-damaged', 2]]);
    }
  });

  it('with an impossible time keeps the time of the packet before', () => {
    const file = [
      ...sectionHeader(little),
      ...interfaceBlock(little, 1),
      ...enhancedPacket(little, 77n, [1]),
      ...enhancedPacket(little, 0xffffffffffffffffn, [2]),
    ];
    const { frames, notes } = readAll(file);
    expect(frames.map(({ timeUs }) => timeUs)).toEqual([77, 77]);
    expect([...notes]).toEqual([['time-implausible', 1]]);
  });
});

describe('what is no capture', () => {
  it('is told from an empty file', () => {
    expect(readAll([]).reader).toMatchObject({ recognized: false, bytes: 0, format: '' });
    expect(readAll([0x1f, 0x8b, 8, 0, 0]).reader).toMatchObject({ recognized: false, bytes: 5 });
    expect(readAll([0xd4, 0xc3]).reader).toMatchObject({ recognized: false, bytes: 2 });
  });
});

const records = fc.array(fc.array(fc.nat(255), { maxLength: 40 }), { maxLength: 12 });
const chunkSizes = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 });
const order = fc.constantFrom(little, big);

const anyFile = fc.oneof(
  fc
    .tuple(order, records)
    .map(([o, packets]) => [
      ...pcapHeader(o),
      ...packets.flatMap((bytes, index) => pcapRecord(o, 100 + index, 1, bytes)),
    ]),
  fc
    .tuple(order, records)
    .map(([o, packets]) => [
      ...sectionHeader(o),
      ...interfaceBlock(o, 1, option(o, 9, [9])),
      ...packets.flatMap((bytes, index) => enhancedPacket(o, BigInt(index) * 1_000_000_007n, bytes)),
    ]),
);

describe('any capture', () => {
  it('gives the same frames however it is cut into chunks', () => {
    fc.assert(
      fc.property(anyFile, chunkSizes, (file, sizes) => {
        expect(readAll(file, sizes).frames).toEqual(readAll(file).frames);
      }),
    );
  });

  it('cut anywhere gives the frames before the cut', () => {
    fc.assert(
      fc.property(anyFile, fc.nat(), (file, cut) => {
        const { frames } = readAll(file);
        const part = readAll(file.slice(0, cut % (file.length + 1))).frames;
        expect(part).toEqual(frames.slice(0, part.length));
      }),
    );
  });

  it('with any bytes changed is read without a failure, the same in any chunks', () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(anyFile, changes, chunkSizes, (file, flips, sizes) => {
        const damaged = [...file];
        for (const [at, value] of flips) damaged[at % damaged.length] = value;
        const whole = readAll(damaged);
        const chunked = readAll(damaged, sizes);
        expect(chunked.frames).toEqual(whole.frames);
        expect(chunked.notes).toEqual(whole.notes);
      }),
      { numRuns: 500 },
    );
  });
});
