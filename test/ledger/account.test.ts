// The account of an input: every packet is in it, once.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { hostileFiles } from '../../fixtures/hostile/files.ts';
import { CaptureError } from '../../src/analyze.ts';
import type { InputReport } from '../../src/annotate/analysis.ts';
import type { Account } from '../../src/ledger/account.ts';
import { little, pcapHeader, pcapRecord } from '../capture/files.ts';
import { ethernet, ipv4, text } from '../packet/headers.ts';
import { scripts } from '../pipeline/scripts.ts';
import { captureOf, framesOf } from '../pipeline/split.ts';
import { chunk, data, init, sctpPacket } from '../support/sctp.ts';
import { analyzeBytes, analyzeInputs, captureBytes, recordings, root } from '../support/analysis.ts';

/** Captures beside the table of recordings, by their path below fixtures/. */
const others = readdirSync(join(root, 'fixtures'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(pcap|pcapng)$/.test(path) && !path.startsWith('captures'))
  .sort()
  .map((path) => [path, new Uint8Array(readFileSync(join(root, 'fixtures', path)))] as const);
const captures: readonly (readonly [string, Uint8Array])[] = [
  ...recordings.map(([folder, recorded]) => [folder, captureBytes(recorded)] as const),
  ...scripts,
  ...others,
];

/** How many packets the account has, and how many it should have; the same of those that were not decoded. */
function balanceOf({ packets, ledger }: InputReport): readonly number[] {
  const { undecoded = 0 } = ledger.packets;
  return [
    sumOf(ledger.packets),
    packets,
    (ledger.undecoded ?? []).reduce((sum, one) => sum + one.packets, 0),
    undecoded,
  ];
}

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function expectBalance(inputs: readonly InputReport[]): void {
  for (const input of inputs) {
    const [sum, packets, reasons, undecoded] = balanceOf(input);
    expect([input.file, sum, reasons]).toEqual([input.file, packets, undecoded]);
    expect(Object.values(input.ledger.packets).every((count) => count > 0)).toBe(true);
  }
}

/** Nothing where the bytes are no capture any more. */
async function inputsOf(...parts: readonly Uint8Array[]): Promise<readonly InputReport[]> {
  try {
    const named = parts.map((bytes, index) => ({ name: `${index}.pcap`, chunks: [bytes] }));
    return (await analyzeInputs(named)).inputs;
  } catch (error) {
    if (error instanceof CaptureError) return [];
    throw error;
  }
}

describe('the classes of an input add up to its packets', () => {
  test.each(captures)('%s', async (_, capture) => {
    const { inputs } = await analyzeBytes(capture);
    expectBalance(inputs);
  });

  test.each(
    hostileFiles
      .filter(({ code, name }) => code === 0 && !/\.(gz|zst)$/.test(name))
      .map((one) => [one.name, one] as const),
  )('%s', async (_, { bytes }) => {
    const inputs = await inputsOf(bytes);
    expect(inputs).toHaveLength(1);
    expectBalance(inputs);
  });

  test.each(captures)('%s: whatever is damaged, wherever it is cut', async (_, capture) => {
    const damage = fc.array(fc.tuple(fc.nat({ max: capture.length - 1 }), fc.integer({ min: 1, max: 255 })), {
      minLength: 1,
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(capture.length), async (flips, cut) => {
        const damaged = Uint8Array.from(capture);
        for (const [at, mask] of flips) damaged[at] = (damaged[at] ?? 0) ^ mask;
        expectBalance(await inputsOf(damaged));
        expectBalance(await inputsOf(damaged.subarray(0, cut)));
      }),
      { numRuns: 12 },
    );
  });

  test.each(captures)('%s: in several inputs, merged', async (_, capture) => {
    const frames = framesOf(capture);
    const sides = [0, 1, 2].map((side) => captureOf(frames.filter((_frame, index) => index % 3 === side)));
    const inputs = await inputsOf(...sides);
    expectBalance(inputs);
    expect(inputs.reduce((sum, { packets }) => sum + packets, 0)).toBe(frames.length);
  });
});

/** A UDP packet between the documentation's hosts. */
function udpPacket(sourcePort: number, destinationPort: number, payload: readonly number[]): number[] {
  const ports = [sourcePort >> 8, sourcePort & 255, destinationPort >> 8, destinationPort & 255];
  const length = 8 + payload.length;
  return ethernet(0x0800, ipv4({}, [...ports, length >> 8, length & 255, 0, 0, ...payload]));
}

const OPTIONS = text(
  'OPTIONS sip:bob@example.net SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1\r\nFrom: <sip:a@example.com>;tag=1\r\nTo: <sip:b@example.net>\r\nCall-ID: 1\r\nCSeq: 1 OPTIONS\r\n\r\n',
);
const RTP = [0x80, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, ...Array<number>(160).fill(0xd5)];

interface Timed {
  readonly packet: readonly number[];
  readonly atMs?: number;
  readonly wireLength?: number;
}

/** The account of packets that come a millisecond apart, where they do not say otherwise. */
async function accountOf(packets: readonly Timed[], linkType = 1): Promise<Account> {
  const records = packets.map(({ packet, atMs, wireLength }, index) => {
    const ms = 10_000 + (atMs ?? index);
    return pcapRecord(little, 1_800_000_000 + Math.floor(ms / 1000), (ms % 1000) * 1000, packet, wireLength);
  });
  const [input] = await inputsOf(Uint8Array.from([...pcapHeader(little, undefined, linkType), ...records.flat()]));
  if (!input) throw new RangeError('no capture');
  expectBalance([input]);
  return input.ledger;
}

const plain = (...packets: readonly (readonly number[])[]): Timed[] => packets.map((packet) => ({ packet }));

describe('the account', () => {
  it('names what every packet was', async () => {
    const fragment = ipv4({ id: 9, more: true }, [0x13, 0xc4, 0x13, 0xc4, 1, 0, 0, 0]);
    const { packets } = await accountOf(
      plain(
        udpPacket(5060, 5060, OPTIONS),
        udpPacket(20_000, 30_000, RTP),
        udpPacket(20_000, 30_000, RTP),
        udpPacket(5060, 5060, [13, 10, 13, 10]),
        ethernet(0x0806, Array<number>(28).fill(0)),
        ethernet(0x88cc, Array<number>(28).fill(0)),
        ethernet(0x0800, ipv4({ protocol: 1 }, [8, 0, 0, 0])),
        ethernet(0x0800, ipv4({ protocol: 89 }, [2, 1, 0, 0])),
        ethernet(0x0800, ipv4({ protocol: 99 }, [0])),
        ethernet(0x0800, fragment),
        ethernet(0x0800, [0x45, 0]),
      ),
    );
    expect(packets).toEqual({
      sip: 1,
      keepAlive: 1,
      rtp: 2,
      icmp: 1,
      ospf: 1,
      otherIp: 1,
      arp: 1,
      lldp: 1,
      fragment: 1,
      undecoded: 1,
    });
  });

  it('has the fragments of a packet that never came as a whole once, whatever the packet was to be', async () => {
    const fragments = [1, 6, 17, 47, 99].map((protocol) =>
      ethernet(0x0800, ipv4({ protocol, id: protocol, more: true }, [...Array<number>(24).fill(0)])),
    );
    expect((await accountOf(plain(...fragments))).packets).toEqual({ fragment: fragments.length });
  });

  it('counts a packet in a tunnel as what is inside, and the tunnel beside it', async () => {
    const inner = ipv4({}, udpPacket(5060, 5060, OPTIONS).slice(34));
    const { packets, tunnels } = await accountOf(
      plain(
        ethernet(0x0800, ipv4({ protocol: 47 }, [0, 0, 8, 0, ...inner])),
        ethernet(0x0800, ipv4({ protocol: 4 }, inner)),
      ),
    );
    expect({ packets, tunnels }).toEqual({
      packets: { sip: 2 },
      tunnels: [
        { tunnel: 'gre', times: 1 },
        { tunnel: 'ip-in-ip', times: 1 },
      ],
    });
  });

  it('names what is no IP', async () => {
    const llc = (...bytes: readonly number[]): readonly number[] => [
      ...Array<number>(12).fill(2),
      0,
      bytes.length,
      ...bytes,
    ];
    const { packets } = await accountOf(
      plain(
        llc(0x42, 0x42, 3, 0, 0, 0, 0),
        ethernet(0x88e5, [0x0c, 0, 0, 0, 0, 1, 0, 0, 0, 0]),
        ethernet(0x9000, [0, 0]),
      ),
    );
    expect(packets).toEqual({ stp: 1, encryptedLink: 1, otherLink: 1 });
  });

  it('says why packets could not be decoded', async () => {
    const { undecoded } = await accountOf(
      plain(ethernet(0x0800, [0x45, 0]), [1, 2, 3], udpPacket(1, 2, []).slice(0, 38)),
    );
    expect(undecoded).toEqual([
      { code: 'ip-header-bad', packets: 1 },
      { code: 'link-header-bad', packets: 1 },
      { code: 'udp-header-bad', packets: 1 },
    ]);
    expect((await accountOf(plain([1, 2, 3]), 999)).undecoded).toEqual([{ code: 'link-type-unknown', packets: 1 }]);
  });

  it('counts every packet of an SCTP association that carries SIP, and others as SCTP', async () => {
    const packetOf = (...sctp: readonly [number, number, number, ...string[]]): readonly number[] =>
      ethernet(0x0800, ipv4({ protocol: 132 }, [...Buffer.from(sctpPacket(...sctp), 'latin1')]));
    const sack = chunk(3, 0, '\0'.repeat(12));
    const { packets } = await accountOf(
      plain(
        packetOf(5062, 5060, 1, init(1, 7)),
        packetOf(5062, 5060, 1, data(1, String.fromCharCode(...OPTIONS))),
        packetOf(5062, 5060, 1, sack),
        packetOf(2905, 2905, 1, data(1, 'something else')),
      ),
    );
    expect(packets).toEqual({ sip: 3, sctp: 1 });
  });

  it('does not take for SIP what only begins like it', async () => {
    const { packets } = await accountOf(plain(udpPacket(9, 9, text('HELLO to SIP/2.0 fans\r\n\r\n'))));
    expect(packets).toEqual({ sipLike: 1 });
  });

  it('tells where the snap length cut, and how many messages that cost', async () => {
    const whole = udpPacket(5060, 5060, OPTIONS);
    const account = await accountOf([
      { packet: whole.slice(0, 96), wireLength: whole.length },
      { packet: udpPacket(20_000, 30_000, RTP).slice(0, 96), wireLength: 214 },
      { packet: whole },
    ]);
    expect(account.cut).toEqual({ packets: 2, length: 96 });
    expect(account).toMatchObject({ cutMessages: 1, packets: { sip: 2, rtp: 1 } });
  });

  it('tells steps of the clock, and a notice the large ones only', async () => {
    const small = await analyzeBytes(clocked([0, 50, 40]));
    expect(small.inputs[0]).toMatchObject({
      ledger: { clockSteps: { count: 1, largestUs: 10_000, frame: 3 } },
      notices: [],
    });
    const large = await analyzeBytes(clocked([0, 5000, 100, 90]));
    expect(large.inputs[0]).toMatchObject({
      ledger: { clockSteps: { count: 2, largestUs: 4_900_000, frame: 3 } },
      notices: [{ code: 'clock-set-back', count: 1, frame: 3 }],
    });
  });

  it('counts a flow of which one direction is missing', async () => {
    const response = text(
      'SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1\r\nFrom: <sip:a@example.com>;tag=1\r\nTo: <sip:b@example.net>;tag=2\r\nCall-ID: 1\r\nCSeq: 1 OPTIONS\r\n\r\n',
    );
    expect((await accountOf(plain(udpPacket(5060, 5060, OPTIONS)))).oneDirection).toEqual({ requestsOnly: 1 });
    expect((await accountOf(plain(udpPacket(5060, 5060, response)))).oneDirection).toEqual({ responsesOnly: 1 });
  });
});

function clocked(timesMs: readonly number[]): Uint8Array {
  const packet = udpPacket(20_000, 30_000, RTP);
  const records = timesMs.map((ms) =>
    pcapRecord(little, 1_800_000_000 + Math.floor(ms / 1000), (ms % 1000) * 1000, packet),
  );
  return Uint8Array.from([...pcapHeader(little), ...records.flat()]);
}

describe('the account of a recording', () => {
  const byFolder = async (folder: string): Promise<Account | undefined> => {
    const [, recorded] = recordings.find(([name]) => name === folder) ?? [];
    if (!recorded) throw new RangeError(folder);
    return (await analyzeBytes(captureBytes(recorded))).inputs[0]?.ledger;
  };

  it('counts every packet of a TCP connection that carries SIP, acknowledgements included', async () => {
    expect(await byFolder('sipp-tcp-segmented')).toMatchObject({ packets: { sip: expect.any(Number) } });
    expect(Object.keys((await byFolder('sipp-tcp-segmented'))?.packets ?? {})).toEqual(['sip']);
  });

  it('counts a fragmented message once, and its other fragments as fragments', async () => {
    const { packets } = (await byFolder('sipp-fragmented')) ?? { packets: {} };
    expect(packets.fragment).toBeGreaterThan(0);
  });

  it('does not take a hop that stayed silent for a direction that is missing', async () => {
    expect((await byFolder('kamailio-408-upstream-silent'))?.oneDirection).toBeUndefined();
    expect((await byFolder('sipp-port-closed'))?.oneDirection).toEqual({ requestsOnly: 1 });
  });

  it('counts a TLS connection as SIP when it could be opened, whenever the keys came, and otherwise as TLS', async () => {
    const [, capture] = others.find(([path]) => path === 'tls/many-tls13.pcap') ?? [];
    if (!capture) throw new RangeError('no capture');
    const keyLog = new Uint8Array(readFileSync(join(root, 'fixtures/tls/many-tls13.keys')));
    const open = await analyzeBytes(capture, { keyLog });
    expect(open.inputs[0]?.ledger).toEqual({ packets: { sip: 36 } });
    const closed = await analyzeBytes(capture);
    const tlsPorts = [{ port: 5061, connections: 1, packets: 36 }];
    expect(closed.inputs[0]?.ledger).toEqual({ packets: { tls: 36 }, tlsPorts });
  });

  it('counts messages that were captured twice', async () => {
    expect((await byFolder('kamailio-any-interface'))?.duplicates).toBeGreaterThan(0);
  });
});
