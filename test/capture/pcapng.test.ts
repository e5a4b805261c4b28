// What a pcapng file says beside its packets, and blocks that hold none.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asciiBytes,
  big,
  block,
  enhancedPacket,
  interfaceBlock,
  little,
  option,
  secretsBlock,
  sectionHeader,
  statisticsBlock,
  u64,
} from './files.ts';
import { readAll } from './read-all.ts';

const packet = [1, 2, 3, 4, 5];
const TLS_KEY_LOG = 0x544c534b;
const orders = [
  ['little-endian', little],
  ['big-endian', big],
] as const;

describe.each(orders)('a %s pcapng file', (_, order) => {
  const comment = (text: string): number[] => option(order, 1, asciiBytes(text));

  it('says where its packets were recorded, and what was turned away', () => {
    const options = [
      ...option(order, 2, asciiBytes('eth0')),
      ...option(order, 3, asciiBytes('trunk side')),
      ...option(order, 11, [0, ...asciiBytes('port 5060')]),
    ];
    const file = [
      ...sectionHeader(order),
      ...interfaceBlock(order, 1, options, 96),
      ...enhancedPacket(order, 1n, packet, 0, 5, option(order, 2, order.u32(1))),
      ...enhancedPacket(order, 2n, packet, 0, 5, option(order, 2, order.u32(2))),
      ...enhancedPacket(order, 3n, packet, 0, 5, option(order, 2, order.u32(0x101))),
      ...statisticsBlock(order, 0, { 4: 40n, 6: 30n, 7: 2n }),
    ];
    expect(readAll(file).reader.remarks.interfaces).toEqual([
      {
        linkType: 1,
        snapLength: 96,
        name: 'eth0',
        description: 'trunk side',
        filter: 'port 5060',
        received: 40,
        accepted: 30,
        dropped: 2,
        inbound: 2,
        outbound: 1,
      },
    ]);
  });

  it('keeps comments on the file, on interfaces and on packets', () => {
    const file = [
      ...sectionHeader(order, comment('a call that fails')),
      ...interfaceBlock(order, 1, comment('the wrong card?')),
      ...enhancedPacket(order, 1n, packet),
      ...enhancedPacket(order, 2n, packet, 0, 5, [...comment('here'), ...comment('and h\xe9re')]),
    ];
    for (const sizes of [[], [3]]) {
      const { reader, frames, notes } = readAll(file, sizes);
      expect(frames.map((frame) => frame.packet)).toEqual([packet, packet]);
      expect([...notes]).toEqual([]);
      expect(reader.remarks.comments).toEqual([
        { frame: 0, text: 'a call that fails' },
        { frame: 0, text: 'the wrong card?' },
        { frame: 2, text: 'here' },
        { frame: 2, text: 'and h\ufffdre' },
      ]);
    }
  });

  it('keeps the names of addresses', () => {
    const record = (type: number, value: readonly number[]): number[] => option(order, type, value);
    const v6 = [0x20, 1, 0xd, 0xb8, ...Array<number>(11).fill(0), 7];
    const names = [
      ...record(1, [192, 0, 2, 10, ...asciiBytes('alice.example.com\0a\0')]),
      ...record(3, [2, 0, 0, 0, 0, 1, ...asciiBytes('card\0')]),
      ...record(2, [...v6, ...asciiBytes('bob.example.net\0')]),
      ...record(0, []),
      ...record(1, [1, 1, 1, 1, ...asciiBytes('behind the end\0')]),
    ];
    const { reader } = readAll([...sectionHeader(order), ...block(order, 4, names)]);
    expect(reader.remarks.names.map(({ address, name }) => [...address, name])).toEqual([
      [192, 0, 2, 10, 'alice.example.com'],
      [192, 0, 2, 10, 'a'],
      [...v6, 'bob.example.net'],
    ]);
  });

  it('hands on the secrets that it holds, as bytes of their own', () => {
    const file = [
      ...sectionHeader(order),
      ...secretsBlock(order, TLS_KEY_LOG, asciiBytes('CLIENT_RANDOM 01 02\n')),
      ...secretsBlock(order, 0x57474b4c, asciiBytes('other')),
      ...interfaceBlock(order, 1),
      ...enhancedPacket(order, 1n, packet),
    ];
    for (const sizes of [[], [5]]) {
      expect(readAll(file, sizes).secrets).toEqual([
        [TLS_KEY_LOG, 'CLIENT_RANDOM 01 02\n'],
        [0x57474b4c, 'other'],
      ]);
    }
  });

  it('counts custom blocks and others that it passes over', () => {
    const file = [
      ...sectionHeader(order),
      ...block(order, 0xbad, [...order.u32(32_473), 1, 2, 3]),
      ...interfaceBlock(order, 1),
      ...block(order, 0x40000bad, [...order.u32(32_473), ...Array<number>(5000).fill(6)]),
      ...enhancedPacket(order, 1n, packet),
      ...block(order, 9, asciiBytes('MESSAGE=a journal\n')),
    ];
    for (const sizes of [[], [1]]) {
      const { frames, notes } = readAll(file, sizes);
      expect(frames).toMatchObject([{ number: 1, packet }]);
      expect([...notes]).toEqual([['blocks-skipped', 3]]);
    }
  });

  it('tells of packets lost between two others', () => {
    const drops = (count: bigint): number[] => option(order, 4, u64(order, count));
    const oldPacket = (lost: number): number[] => {
      const { u16, u32 } = order;
      return block(order, 2, [...u16(0), ...u16(lost), ...u32(0), ...u32(9), ...u32(5), ...u32(5), ...packet]);
    };
    const file = [
      ...sectionHeader(order),
      ...interfaceBlock(order, 1),
      ...enhancedPacket(order, 1n, packet, 0, 5, drops(3n)),
      ...enhancedPacket(order, 2n, packet, 0, 5, drops(4n)),
      ...oldPacket(5),
      ...oldPacket(0xffff),
    ];
    expect(readAll(file).reader.droppedByCapture).toBe(12);
    // The statistics count the same packets again, and perhaps some more.
    expect(readAll([...file, ...statisticsBlock(order, 0, { 5: 9n })]).reader.droppedByCapture).toBe(12);
    expect(readAll([...file, ...statisticsBlock(order, 0, { 5: 9n, 7: 6n })]).reader.droppedByCapture).toBe(15);
  });
});

describe('statistics of an interface', () => {
  const counted = (...blocks: readonly (readonly number[])[]): number =>
    readAll([...sectionHeader(little), ...interfaceBlock(little, 1), ...blocks.flat()]).reader.droppedByCapture;

  it('that come several times are totals, not parts', () => {
    expect(counted(statisticsBlock(little, 0, { 5: 4n }), statisticsBlock(little, 0, { 5: 9n }))).toBe(9);
    expect(counted(statisticsBlock(little, 0, { 7: 9n }), statisticsBlock(little, 0, { 7: 0n }))).toBe(9);
  });

  it('that say "unknown" or name no interface count nothing', () => {
    expect(counted(statisticsBlock(little, 0, { 5: 0xffffffffffffffffn }))).toBe(0);
    expect(counted(statisticsBlock(little, 7, { 5: 3n }))).toBe(0);
  });
});

describe('bounds', () => {
  const start = [...sectionHeader(little), ...interfaceBlock(little, 1)];

  it('of remarks are finite, and what is beyond them is counted', () => {
    const many = Array.from({ length: 1500 }, () => option(little, 1, asciiBytes('again'))).flat();
    const names = Array.from({ length: 4000 }, () => option(little, 1, [192, 0, 2, 1, ...asciiBytes('a\0b\0c\0')]));
    const file = [...sectionHeader(little, many), ...block(little, 4, names.flat())];
    const { comments, names: kept, omitted } = readAll(file).reader.remarks;
    expect([comments.length, kept.length, omitted]).toEqual([1000, 10_000, 500 + 2000]);
    const long = [...sectionHeader(little, option(little, 1, Array<number>(60_000).fill(0x61)))];
    expect(readAll(long).reader.remarks.comments[0]?.text).toHaveLength(1024);
  });

  it('a block of secrets that claims more than a key log has is passed over', () => {
    const body = [...little.u32(TLS_KEY_LOG), ...little.u32(17 * 1024 * 1024)];
    const head = [...little.u32(10), ...little.u32(17 * 1024 * 1024 + 20), ...body];
    const file = new Uint8Array(start.length + 17 * 1024 * 1024 + 20);
    file.set([...start, ...head]);
    file.set(little.u32(17 * 1024 * 1024 + 20), file.length - 4);
    const { secrets, notes } = readAll(file, [65_536]);
    expect(secrets).toEqual([]);
    expect([...notes]).toEqual([['blocks-skipped', 1]]);
  });

  it('secrets that claim more than their block holds end with it', () => {
    const file = [...start, ...block(little, 10, [...little.u32(1), ...little.u32(0xffffffff), ...asciiBytes('KEYS')])];
    expect(readAll(file).secrets).toEqual([[1, 'KEYS']]);
  });
});

const bytes = fc.array(fc.nat(255), { maxLength: 30 });
const anyBlock = fc
  .tuple(fc.constantFrom(little, big), bytes, fc.nat(9))
  .chain(([order, body, code]) =>
    fc.constantFrom(
      sectionHeader(order, option(order, code, body)),
      interfaceBlock(order, 1, option(order, code, body), code),
      enhancedPacket(order, 77n, body, 0, 40, option(order, code, body)),
      statisticsBlock(order, 0, { [code]: 5n }),
      secretsBlock(order, TLS_KEY_LOG, body),
      block(order, 4, option(order, 1 + (code % 2), body)),
      block(order, 3, [...order.u32(9), ...body]),
      block(order, 2, [...order.u16(0), ...order.u16(code), ...Array<number>(8).fill(1), ...order.u32(5), ...body]),
      block(order, 0xbad, body),
    ),
  );
const anyFile = fc
  .array(anyBlock, { maxLength: 20 })
  .map((blocks) => [...sectionHeader(little), ...interfaceBlock(little, 1), ...blocks.flat()]);
const chunkSizes = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 });
const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 });

describe('any pcapng file', () => {
  it('damaged or not, says the same however it is cut into chunks', () => {
    fc.assert(
      fc.property(anyFile, changes, chunkSizes, (file, flips, sizes) => {
        const damaged = [...file];
        for (const [at, value] of flips) damaged[at % damaged.length] = value;
        const whole = readAll(damaged);
        const chunked = readAll(damaged, sizes);
        expect(chunked).toMatchObject({ frames: whole.frames, notes: whole.notes, secrets: whole.secrets });
        expect(chunked.reader.remarks).toEqual(whole.reader.remarks);
        expect(chunked.reader.droppedByCapture).toBe(whole.reader.droppedByCapture);
      }),
      { numRuns: 400 },
    );
  });
});
