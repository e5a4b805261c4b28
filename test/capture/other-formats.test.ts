// Variants of pcap, and the files of snoop and Network Monitor.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asciiBytes,
  big,
  type FilePacket,
  little,
  netmonFile,
  type NetmonOptions,
  pcapHeader,
  pcapRecord,
  snoopFile,
} from './files.ts';
import { readAll } from './read-all.ts';

const packet = Array.from({ length: 17 }, (_, index) => index + 1);
const short = Array.from({ length: 15 }, () => 9);
const longer = Array.from({ length: 20 }, () => 7);
const START_US = Date.UTC(2026, 0, 1) * 1000;
const packets: readonly FilePacket[] = [
  { timeUs: START_US + 1_500_000, packet, wireLength: 900 },
  { timeUs: START_US + 1_501_000, packet: short },
  { timeUs: START_US + 3_000_000, packet: longer },
];
const expected = packets.map((one, index) => ({
  number: index + 1,
  timeUs: one.timeUs,
  nanos: 0,
  linkType: 1,
  wireLength: one.wireLength ?? one.packet.length,
  packet: one.packet,
}));

describe('a pcap file', () => {
  it.each([
    ['hardware', 0x1c0001ac, 500_000_789, 789],
    ['software', 0x1c0001ab, 500_000, 0],
  ] as const)('from the %s of an Ixia has four more bytes in its header', (_, magic, fraction, nanos) => {
    for (const order of [little, big]) {
      const records = pcapRecord(order, 7, fraction, packet);
      const file = [...pcapHeader(order, magic), ...order.u32(records.length), ...records];
      const { frames, notes, reader } = readAll(file, [1]);
      expect(frames).toMatchObject([{ timeUs: 7_500_000, nanos, packet }]);
      expect([...notes]).toEqual([]);
      expect(reader.format).toBe('pcap');
    }
  });

  it.each([
    ['of a libpcap patched by Kuznetzov', 0xa1b2cd34, 24],
    ['of SuSE 6.3', 0xa1b2cd34, 28],
    ['of Red Hat 6.1', 0xa1b2c3d4, 24],
    ['of Nokia', 0xa1b2c3d4, 20],
  ])('%s has longer record headers', (_, magic, headerBytes) => {
    const more = Array<number>(headerBytes - 16).fill(0xee);
    const longRecord = (seconds: number, bytes: readonly number[]): number[] => {
      const record = pcapRecord(big, seconds, 5, bytes);
      return [...record.slice(0, 16), ...more, ...record.slice(16)];
    };
    const file = [
      ...pcapHeader(big, magic),
      ...longRecord(7, packet),
      ...longRecord(8, short),
      ...longRecord(9, longer),
    ];
    for (const sizes of [[], [1], [13]]) {
      const { frames, notes } = readAll(file, sizes);
      expect(frames.map((frame) => [frame.timeUs, frame.packet])).toEqual([
        [7_000_005, packet],
        [8_000_005, short],
        [9_000_005, longer],
      ]);
      expect([...notes]).toEqual([]);
    }
  });

  it('of AIX has nanoseconds, and interface types for link types', () => {
    const header = pcapHeader(big, 0xa1b2c3d4, 6);
    header[7] = 2;
    expect(readAll([...header, ...pcapRecord(big, 7, 500_000_789, packet)]).frames).toMatchObject([
      { linkType: 1, timeUs: 7_500_000, nanos: 789, packet },
    ]);
  });

  it.each([
    ['2.0', 2, 0],
    ['2.3', 2, 3],
    ['543.0', 543, 0],
  ])('of version %s may tell its two lengths the other way round', (_, major, minor) => {
    const header = [...pcapHeader(little).slice(0, 4), ...little.u16(major), ...little.u16(minor)];
    const swappedRecord = [3, 3, 900, packet.length].flatMap(little.u32).concat(packet);
    const file = [
      ...header,
      ...pcapHeader(little).slice(8),
      ...pcapRecord(little, 3, 3, packet, 900),
      ...swappedRecord,
    ];
    expect(readAll(file).frames).toMatchObject([
      { wireLength: 900, packet },
      { wireLength: 900, packet },
    ]);
  });
});

describe('a snoop file', () => {
  it('gives numbered frames with their times, and the packets that were lost', () => {
    for (const sizes of [[], [1], [7]]) {
      const { frames, notes, reader } = readAll(snoopFile(packets, 4, [0, 2, 2]), sizes);
      expect(frames).toEqual(expected);
      expect([...notes]).toEqual([]);
      expect(reader).toMatchObject({ format: 'snoop', recognized: true, packets: 3, droppedByCapture: 2 });
      expect([...reader.linkTypes]).toEqual([1]);
    }
  });

  it('of a link that is not known keeps what it is', () => {
    expect(readAll(snoopFile(packets, 26)).frames[0]?.linkType).toBe(0x1001a);
  });

  it('with a damaged record goes on at the next sound one', () => {
    const file = snoopFile(packets);
    file[16 + 4] = 0xff;
    for (const sizes of [[], [1]]) {
      const { frames, notes } = readAll(file, sizes);
      expect(frames.map((frame) => frame.packet)).toEqual([short, longer]);
      expect([...notes]).toEqual([['record-damaged', 1]]);
    }
  });

  it('that is cut says so', () => {
    const { frames, notes } = readAll(snoopFile(packets).slice(0, -2));
    expect(frames).toHaveLength(2);
    expect([...notes]).toEqual([['file-cut', 1]]);
  });
});

const versions = [1, '2.0', '2.1', '2.2', '2.3'] as const;

describe.each(versions)('a Network Monitor file of version %s', (version) => {
  const file = (options: NetmonOptions = {}): number[] => netmonFile(packets, { version, ...options });

  it('gives numbered frames with their times', () => {
    for (const sizes of [[], [1], [7]]) {
      const { frames, notes, reader } = readAll(file(), sizes);
      expect(frames).toEqual(expected);
      expect([...notes]).toEqual([]);
      expect(reader).toMatchObject({ format: 'netmon', recognized: true, packets: 3 });
      expect([...reader.linkTypes]).toEqual([1]);
    }
  });

  it('may have gaps between its frames: the table says how many there are', () => {
    for (const sizes of [[], [1]]) {
      const { frames, notes } = readAll(file({ gap: Array<number>(40).fill(0) }), sizes);
      expect(frames).toEqual(expected);
      expect([...notes]).toEqual([]);
    }
  });

  it('of which frames cannot be found says how many', () => {
    const whole = file();
    const lengthAt = 128 + (version === 1 ? 6 : 12);
    const { frames, notes } = readAll([...whole.slice(0, lengthAt), 0, 0, ...whole.slice(lengthAt + 2)]);
    expect(frames.map((frame) => frame.packet)).toEqual([short, longer]);
    expect([...notes]).toEqual([['record-damaged', 1]]);
  });

  it('that is cut says so, between two frames too', () => {
    const frameBytes = netmonFile(packets.slice(0, 1), { version }).length - 128 - 4;
    for (const length of [128 + frameBytes, 128 + frameBytes + 5]) {
      const { frames, notes } = readAll(file().slice(0, length));
      expect(frames).toHaveLength(1);
      expect([...notes]).toEqual([['file-cut', 1]]);
    }
  });
});

describe('a Network Monitor file', () => {
  it('says of each frame what link it came over', () => {
    const media = [0, 7, 0xe000 + 113, 6, 0xe083, 0xffff, 0xfffd, 1];
    const frames = media.flatMap((medium) => netmonFile(packets.slice(1, 2), { medium }).slice(128, -4));
    const header = netmonFile([], {}).slice(0, 128);
    const end = [...little.u32(128 + frames.length), ...little.u32(4 * media.length)];
    const read = readAll([...header.slice(0, 24), ...end, ...header.slice(32), ...frames]);
    expect(read.frames.map(({ number, linkType }) => [number, linkType])).toEqual([
      [1, 1],
      [2, 101],
      [3, 113],
      [4, 0x10006],
      [5, 0x1e083],
      [7, 1],
    ]);
    expect([...read.notes]).toEqual([]);
  });

  it('with an impossible time keeps the time of the frame before', () => {
    const file = netmonFile(packets, { version: '2.0' });
    file[128 + 16 + packet.length + 7] = 0x70;
    const { frames, notes } = readAll(file);
    expect(frames.map(({ timeUs }) => timeUs)).toEqual([expected[0]?.timeUs, expected[0]?.timeUs, expected[2]?.timeUs]);
    expect([...notes]).toEqual([['time-implausible', 1]]);
  });
});

const anyPackets = fc.array(
  fc.record({
    timeUs: fc.integer({ min: 0, max: 1e9 }).map((ms) => START_US + ms * 1000),
    packet: fc.array(fc.nat(255), { minLength: 1, maxLength: 40 }),
  }),
  { maxLength: 10 },
);
const anyFile = fc.oneof(
  anyPackets.map((some) => snoopFile(some)),
  fc
    .tuple(anyPackets, fc.constantFrom(...versions), fc.constantFrom([], [0, 0, 0]))
    .map(([some, version, gap]) => netmonFile(some, { version, gap })),
);
const chunkSizes = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 });

describe('any of these files', () => {
  it('gives the same frames however it is cut into chunks', () => {
    fc.assert(
      fc.property(anyFile, chunkSizes, (file, sizes) => {
        const whole = readAll(file);
        expect(readAll(file, sizes)).toMatchObject({ frames: whole.frames, notes: whole.notes });
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

  it('is recognized by its first bytes alone', () => {
    for (const magic of ['snoo', 'GMBU', 'RTSS']) expect(readAll(asciiBytes(magic)).reader.recognized).toBe(true);
  });
});
