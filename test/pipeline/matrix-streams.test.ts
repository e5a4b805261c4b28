// One call, carried in every way that streams can carry it: whatever happens to the packets, every message is read.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { bytesOf, latin1 } from '../../src/bytes/ascii.ts';
import type { NoticeCode } from '../../src/bytes/notice.ts';
import { hasTshark } from '../captures/tshark.ts';
import { analyzeBytes, analyzeInputs, type Observed } from '../support/analysis.ts';
import {
  ACK,
  callee,
  caller,
  captureOfFrames,
  FIN,
  hepFrame,
  inOrder,
  routeOf,
  RST,
  sctpFrame,
  type Sent,
  type Spoken,
  SYN,
  tcpFrames,
  type TcpSegment,
  TcpWriter,
} from '../support/carriers.ts';
import { compileFlowScript } from '../support/flow-script/compile.ts';
import { parseFlowScript } from '../../src/script/parse.ts';
import { hep3, hepProtocols, oldHep } from '../support/hep.ts';
import { chunk, data, init, interleaved, sctpPacket } from '../support/sctp.ts';
import { deflated, fragmented, frame, upgradeRequest, upgradeResponse } from '../support/web-socket.ts';

const compiled = compileFlowScript(
  parseFlowScript(`# A call.
alice = 192.0.2.10:49152
bob   = 198.51.100.20:5060

0.1    alice -> bob  INVITE
+0.01  bob -> alice  100 Trying
+0.2   bob -> alice  180 Ringing
+2.0   bob -> alice  200 OK
+0.02  alice -> bob  ACK
+5.0   bob -> alice  BYE
+0.02  alice -> bob  200 OK
end +60
`),
);

const startUs = compiled.messages[0]?.timeUs ?? 0;
const call: readonly Spoken[] = compiled.messages.map(({ timeUs, source, bytes }) => ({
  timeUs: 100_000 + timeUs - startUs,
  byCaller: source === '192.0.2.10:49152',
  text: latin1(bytes, 0, bytes.length),
}));
const invite = call[0] ?? { timeUs: 0, byCaller: true, text: '' };
const rest = call.slice(1);

interface Carried {
  readonly frames: readonly Sent[];
  /** Where not all is there: how many messages from the first one on are missing. */
  readonly missing?: number;
  /** How many messages are cut. */
  readonly cut?: number;
  readonly notes?: readonly NoticeCode[];
  /** tshark 4.0 reads less of it, or tells another frame. */
  readonly tshark?: 'less';
}

const tcp = (segments: readonly TcpSegment[], more: Omit<Carried, 'frames'> = {}): Carried => ({
  frames: tcpFrames(segments),
  ...more,
});

/** Each message in one segment, behind a handshake. */
function plainly(writer = new TcpWriter(), spoken = call): TcpSegment[] {
  return [...writer.open((spoken[0]?.timeUs ?? 0) - 50), ...spoken.map((one) => writer.say(one))];
}

/** In segments of so many bytes. */
function inPieces(size: number, writer = new TcpWriter()): TcpSegment[] {
  return [...writer.open(0), ...call.flatMap((one) => writer.sayIn(size, one))];
}

function withText(change: (text: string) => string): Spoken[] {
  return call.map((one) => ({ ...one, text: change(one.text) }));
}

const contentLength = /^Content-Length: *(\d+)\r\n/m;
const withLength = (change: (length: number) => string): Spoken[] =>
  withText((text) => text.replace(contentLength, (_, length: string) => change(Number(length))));

const ping: Omit<Spoken, 'byCaller'> = { timeUs: 50_000, text: '\r\n\r\n' };

const tcpOddities: Record<string, () => Carried> = {
  'as it is': () => tcp(plainly()),
  'without its handshake': () => tcp(plainly().slice(2)),
  'picked up within a message': () => {
    const [one, two, first, ...others] = plainly();
    if (!one || !two || !first) return tcp([]);
    const tail = { ...first, sequence: first.sequence + 200, text: first.text.slice(200) };
    return tcp([tail, ...others], { missing: 1 });
  },
  'one byte a segment': () => tcp(inPieces(1)),
  'out of order': () => {
    const segments = inPieces(100);
    const swapped = segments.map((segment, index) => segments[index ^ 1] ?? segment);
    return tcp(swapped.map((segment, index) => ({ ...segment, timeUs: segments[index]?.timeUs ?? 0 })));
  },
  'every segment again': () => tcp(inPieces(300).flatMap((segment) => [segment, segment])),
  'overlapping segments': () => {
    const writer = new TcpWriter();
    const opening = writer.open(0);
    const overlapping = call.flatMap((one) => {
      const whole = writer.say(one);
      return [0, 80, 160, 240, 320].map((at) => ({
        ...whole,
        sequence: whole.sequence + at,
        text: at === 320 ? whole.text.slice(at) : whole.text.slice(at, at + 150),
      }));
    });
    return tcp([...opening, ...overlapping]);
  },
  'a segment lost': () => {
    const segments = inPieces(250);
    const lost = segments.findIndex(({ text }) => text.startsWith('INVITE')) + 2;
    return tcp(segments.toSpliced(lost, 1), { cut: 1, notes: ['tcp-gap'], tshark: 'less' });
  },
  'behind the wrap of sequence numbers': () => tcp(inPieces(200, new TcpWriter(0xffffff00, 0xfffffe80))),
  'keep-alives everywhere': () => {
    const writer = new TcpWriter();
    const opening = writer.open(0);
    const segments = call.flatMap((one, index) => [
      writer.say({ ...ping, timeUs: one.timeUs, byCaller: index % 2 === 0 }),
      writer.say({ timeUs: one.timeUs, byCaller: index % 2 === 1, text: '\r\n' }),
      writer.say({ ...one, text: `\r\n\r\n${one.text}\r\n` }),
    ]);
    return tcp([...opening, ...segments], { tshark: 'less' });
  },
  'several messages in a segment': () => {
    const [first, trying, ringing, ok, ...others] = call;
    if (!first || !trying || !ringing || !ok) return tcp([]);
    const together = { ...ok, text: trying.text + ringing.text + ok.text };
    return tcp(plainly(new TcpWriter(), [first, together, ...others]));
  },
  'no Content-Length': () =>
    tcp(
      plainly(
        new TcpWriter(),
        withLength(() => ''),
      ),
      {},
    ),
  'no Content-Length, in pieces': () => {
    const writer = new TcpWriter();
    return tcp([...writer.open(0), ...withLength(() => '').flatMap((one) => writer.sayIn(90, one))], {
      tshark: 'less',
    });
  },
  'a Content-Length that is too small': () =>
    tcp(
      plainly(
        new TcpWriter(),
        withLength((length) => `Content-Length: ${Math.max(0, length - 30)}\r\n`),
      ),
      {
        notes: ['tcp-framing-lost'],
      },
    ),
  'a Content-Length that is too large': () =>
    tcp(
      plainly(
        new TcpWriter(),
        withLength((length) => `Content-Length: ${length && length + 30}\r\n`),
      ),
      {
        cut: 2,
        notes: ['tcp-framing-lost'],
        tshark: 'less',
      },
    ),
  'probes of a closed window': () => {
    const segments = plainly().flatMap((segment) => [
      segment,
      { ...segment, sequence: segment.sequence + segment.text.length - 1, text: segment.text.slice(-1), flags: ACK },
      { ...segment, sequence: segment.sequence + segment.text.length - 1, text: '', flags: ACK },
    ]);
    return tcp(segments.slice(6));
  },
  'two connections on the same ports': () => {
    const first = new TcpWriter();
    const second = new TcpWriter(77_000_000, 88_000_000);
    const ends = [
      first.say({ timeUs: 1_000_000, byCaller: true, text: '' }, FIN | ACK),
      first.say({ timeUs: 1_000_000, byCaller: false, text: '' }, FIN | ACK),
    ];
    return tcp([...plainly(first, call.slice(0, 3)), ...ends, ...plainly(second, call.slice(3))]);
  },
  'two connections on the same ports, the first one without its end': () =>
    tcp([
      ...plainly(new TcpWriter(), call.slice(0, 3)),
      ...plainly(new TcpWriter(77_000_000, 88_000_000), call.slice(3)),
    ]),
  'a reset, and a new connection': () => {
    const first = new TcpWriter();
    const segments = plainly(first, call.slice(0, 4));
    const reset = first.say({ timeUs: 2_400_000, byCaller: false, text: '' }, RST);
    return tcp([...segments, reset, ...plainly(new TcpWriter(5, 6), call.slice(4))]);
  },
  'a reset that nobody meant': () => {
    const segments = plainly();
    const forged: TcpSegment = { timeUs: 200_000, byCaller: true, text: '', sequence: 42, flags: RST };
    return tcp([...segments.slice(0, 4), forged, ...segments.slice(4)]);
  },
  'bytes in the SYN': () => {
    const writer = new TcpWriter();
    const [first, second] = [invite.text.slice(0, 100), invite.text.slice(100)];
    const opening = [
      writer.say({ ...invite, text: first }, SYN),
      writer.say({ ...invite, byCaller: false, text: '' }, SYN | ACK),
      writer.say({ ...invite, text: second }),
    ];
    return tcp([...opening, ...rest.map((one) => writer.say(one))]);
  },
  'opened from both sides at once': () => {
    const writer = new TcpWriter();
    const [one, two] = writer.open(0);
    if (!one || !two) return tcp([]);
    const opening = [{ ...one }, { ...two, flags: SYN }, { ...one, flags: SYN | ACK }, { ...two, flags: SYN | ACK }];
    return tcp([...opening, ...call.map((spoken) => writer.say(spoken))]);
  },
  'half open, until the caller comes back': () => {
    const second = new TcpWriter(500_000_000, 600_000_000);
    return tcp([...plainly(new TcpWriter(), call.slice(0, 5)), ...plainly(second, call.slice(5))]);
  },
};

const mask = '\x12\x34\x56\x78';
const framed = (one: Spoken): Spoken => ({ ...one, text: frame(one.text, one.byCaller ? { mask } : {}) });
const handshake: readonly Spoken[] = [
  { timeUs: 10, byCaller: true, text: upgradeRequest },
  { timeUs: 20, byCaller: false, text: upgradeResponse },
];

async function compressed(keepContext: boolean): Promise<Spoken[]> {
  const spoken: Spoken[] = [];
  for (const byCaller of [true, false]) {
    const own = call.filter((one) => one.byCaller === byCaller);
    const payloads = await deflated(
      own.map(({ text }) => text),
      keepContext,
    );
    for (const [index, one] of own.entries()) {
      const options = { compressed: true, ...(byCaller ? { mask } : {}) };
      spoken.push({ ...one, text: frame(payloads[index] ?? '', options) });
    }
  }
  return spoken.toSorted((a, b) => a.timeUs - b.timeUs);
}

const webSocket = (spoken: readonly Spoken[], size = 1460): Carried => {
  const writer = new TcpWriter();
  return tcp([...writer.open(0), ...spoken.flatMap((one) => writer.sayIn(size, one))]);
};

const webSockets: Record<string, () => Carried | Promise<Carried>> = {
  'as it is': () => webSocket([...handshake, ...call.map(framed)]),
  'without its handshake': () => ({ ...webSocket(call.map(framed)), tshark: 'less' }),
  'picked up within a message': () => {
    const [first, ...others] = call.map(framed);
    if (!first) return webSocket([]);
    return { ...webSocket([{ ...first, text: first.text.slice(300) }, ...others]), missing: 1, tshark: 'less' };
  },
  'one byte a segment': () => webSocket([...handshake, ...call.map(framed)], 1),
  'fragmented, with control frames between': () => {
    const parts = call.map((one) => {
      const options = one.byCaller ? { mask } : {};
      const between = frame('?', { opcode: 9, ...options }) + frame('', { opcode: 10, ...options });
      return { ...one, text: fragmented(one.text, 111, options, between) };
    });
    return webSocket([...handshake, ...parts]);
  },
  'several frames in a segment': () => {
    const [first, trying, ringing, ok, ...others] = call.map(framed);
    if (!first || !trying || !ringing || !ok) return webSocket([]);
    const keepAlive = frame('\r\n\r\n');
    const together = { ...ok, text: keepAlive + trying.text + ringing.text + keepAlive + ok.text };
    return webSocket([...handshake, first, together, ...others]);
  },
  'compressed, with context takeover': async () => ({
    ...webSocket([...handshake, ...(await compressed(true))]),
    tshark: 'less',
  }),
  'compressed, without context takeover': async () => ({
    ...webSocket([...handshake, ...(await compressed(false))]),
    tshark: 'less',
  }),
  'compressed, without context takeover and handshake': async () => ({
    ...webSocket(await compressed(false)),
    tshark: 'less',
  }),
};

const tags = { caller: 0xcafe0001, callee: 0xbeef0002 };
const ports = (byCaller: boolean): [number, number, number] =>
  byCaller ? [caller.port, callee.port, tags.callee] : [callee.port, caller.port, tags.caller];
const sctpOf = (one: Spoken, chunks: readonly string[], addresses = 0): Sent =>
  sctpFrame(one.timeUs, one.byCaller, sctpPacket(...ports(one.byCaller), ...chunks), addresses);

/** Fragments of 100 bytes, each in a packet of its own. */
function sctpFragments(one: Spoken, first: number, write = data): Sent[] {
  const count = Math.ceil(one.text.length / 100);
  return Array.from({ length: count }, (_, index) => {
    const flags = `${index === 0 ? 'B' : ''}${index === count - 1 ? 'E' : ''}`;
    return sctpOf(one, [write(first + index, one.text.slice(index * 100, index * 100 + 100), { flags })]);
  });
}

const allFragments = (): Sent[] => call.flatMap((one, index) => sctpFragments(one, 1 + 100 * index));

const sctps: Record<string, () => Carried> = {
  'a message a packet': () => ({
    frames: call.map((one, index) => sctpOf(one, [data(index + 1, one.text, { unordered: true })])),
  }),
  'behind INIT, with other chunks between': () => {
    const sack = chunk(3, 0, '\0'.repeat(12));
    return {
      frames: [
        sctpFrame(1, true, sctpPacket(caller.port, callee.port, 0, init(1, tags.caller))),
        sctpFrame(2, false, sctpPacket(callee.port, caller.port, tags.caller, init(2, tags.callee))),
        sctpFrame(3, true, sctpPacket(...ports(true), chunk(10, 0, 'cookie'))),
        ...call.map((one, index) => sctpOf(one, [sack, data(index + 1, one.text)])),
      ],
    };
  },
  'several messages in a packet': () => {
    const [first, trying, ringing, ok, ...others] = call;
    if (!first || !trying || !ringing || !ok) return { frames: [] };
    const together = [trying, ringing, ok].map(({ text }, index) => data(10 + index, text));
    return {
      frames: [
        sctpOf(first, [data(1, first.text)]),
        sctpOf(ok, together),
        ...others.map((one, index) => sctpOf(one, [data(50 + index, one.text)])),
      ],
    };
  },
  'in fragments': () => ({ frames: allFragments() }),
  'in fragments, out of order and again': () => {
    const all = allFragments();
    return { frames: all.flatMap((_, index) => [all[index ^ 1], all[index]].flatMap((one) => one ?? [])) };
  },
  'in interleaved fragments': () => ({
    frames: call.flatMap((one, index) =>
      sctpFragments(one, 1 + 100 * index, (tsn, payload, { flags = '' } = {}) =>
        interleaved(tsn, index, (tsn - 1) % 100, payload, flags),
      ),
    ),
  }),
  'over several addresses': () => ({
    frames: [
      sctpFrame(1, true, sctpPacket(caller.port, callee.port, 0, init(1, tags.caller))),
      sctpFrame(2, false, sctpPacket(callee.port, caller.port, tags.caller, init(2, tags.callee))),
      ...call.map((one, index) => sctpOf(one, [data(index + 1, one.text)], index % 3)),
    ],
  }),
};

const bytesFor = (one: Spoken): [ReturnType<typeof routeOf>, Uint8Array] => [routeOf(one.byCaller), bytesOf(one.text)];

const heps: Record<string, () => Carried> = {
  'version 1': () => ({ frames: call.map((one) => hepFrame(one.timeUs, oldHep(1, ...bytesFor(one), 6))) }),
  'version 2': () => ({ frames: call.map((one) => hepFrame(one.timeUs, oldHep(2, ...bytesFor(one), 6))) }),
  ...Object.fromEntries(
    ([undefined, 'zlib', 'gzip', 'deflate'] as const).map((how) => [
      how ? `version 3 with ${how}` : 'version 3',
      () => ({
        frames: call.map((one) =>
          hepFrame(
            one.timeUs,
            hep3(...bytesFor(one), { protocol: hepProtocols.tcp, vendor: true, ...(how ? { compressed: how } : {}) }),
          ),
        ),
      }),
    ]),
  ),
  'version 3 over TCP': () => {
    const writer = new TcpWriter();
    const stream = call.map((one) => {
      const packet = hep3(...bytesFor(one), { protocol: hepProtocols.tcp });
      return { timeUs: one.timeUs, byCaller: true, text: latin1(packet, 0, packet.length) };
    });
    return tcp([...writer.open(0), ...stream.flatMap((one) => writer.sayIn(333, one))]);
  },
};

const matrix = [
  ...Object.entries(tcpOddities).map(([name, carry]) => ['tcp', name, carry] as const),
  ...Object.entries(webSockets).map(([name, carry]) => ['ws', name, carry] as const),
  ...Object.entries(sctps).map(([name, carry]) => ['sctp', name, carry] as const),
  ...Object.entries(heps).map(([name, carry]) => ['tcp', `HEP ${name}`, carry] as const),
];

/** Start line, CSeq and direction: what a message is, however much of its body is there. */
const nameOf = (text: string): string => `${/^.*/.exec(text)?.[0] ?? ''} ${/^CSeq: .*/m.exec(text)?.[0] ?? ''}`;

function heardIn({ sightings }: Observed): string[] {
  return sightings.map(({ message, source }) => `${source} ${nameOf(message.text)}`).toSorted();
}

const expected = (from = 0): string[] =>
  call
    .slice(from)
    .map(({ byCaller, text }) => `${byCaller ? '192.0.2.10:49152' : '198.51.100.20:5060'} ${nameOf(text)}`)
    .toSorted();

describe('a call is read whole', () => {
  it.each(matrix)('over %s, %s', async (transport, _, carry) => {
    const { frames, missing = 0, cut = 0, notes = [] } = await carry();
    const observed = await analyzeBytes(captureOfFrames(inOrder(frames)), { messages: true });
    expect(heardIn(observed)).toEqual(expected(missing));
    expect(new Set(observed.sightings.map((sighting) => sighting.transport))).toEqual(new Set([transport]));
    expect(observed.sightings.filter((sighting) => sighting.cut)).toHaveLength(cut);
    expect(observed.inputs[0]?.notices.map(({ code }) => code)).toEqual(notes);
    if (missing + cut === 0) expect(observed.reports.map(({ flow }) => flow.outcome)).toEqual(['answered']);
  });

  it('over sctp, of which one file holds the first half and another the second', async () => {
    const frames = inOrder(sctps['in fragments']?.().frames ?? []);
    const half = frames.length >> 1;
    const inputs = [frames.slice(0, half), frames.slice(half)].map((part, index) => ({
      name: `${index}.pcap`,
      chunks: [captureOfFrames(part)],
    }));
    expect(heardIn(await analyzeInputs(inputs, { messages: true }))).toEqual(expected());
  });

  it('over sctp, next to another association of the same ports in another file', async () => {
    const inputs = [0x11, 0x22].map((tag, index) => ({
      name: `${index}.pcap`,
      chunks: [
        captureOfFrames(
          inOrder([
            sctpFrame(
              invite.timeUs + index,
              true,
              sctpPacket(caller.port, callee.port, tag, data(1, call[index]?.text ?? '')),
            ),
          ]),
        ),
      ],
    }));
    expect((await analyzeInputs(inputs, { messages: true })).sightings).toHaveLength(2);
  });
});

describe('damaged on its way, it', () => {
  it.each(matrix)('is data over %s, %s', async (_transport, _name, carry) => {
    const { frames } = await carry();
    const whole = captureOfFrames(inOrder(frames).slice(0, 60));
    const flips = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 });
    const property = fc.asyncProperty(flips, fc.nat(), async (changes, length) => {
      // What stands in the first 60 bytes is the file's.
      const bytes = whole.slice(0, length % 4 === 0 ? 61 + (length % (whole.length - 61)) : whole.length);
      for (const [at, value] of changes) bytes[60 + (at % (bytes.length - 60))] = value;
      const { sightings } = await analyzeBytes(bytes, { messages: true });
      expect(sightings.length).toBeLessThanOrEqual(call.length + 8);
    });
    await fc.assert(property, { numRuns: 20 });
  });
});

const folder = mkdtempSync(join(tmpdir(), 'matrix-streams-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Frame and method or status of each message that tshark reads. */
function theirsIn(capture: Uint8Array, transport: string): string[] {
  const path = join(folder, 'capture.pcap');
  writeFileSync(path, capture);
  const decodeAs = transport === 'sctp' ? [] : ['-d', `tcp.port==5060,${transport === 'ws' ? 'http' : 'sip'}`];
  const options = [
    '-n',
    '-r',
    path,
    '-o',
    'tcp.reassemble_out_of_order:TRUE',
    ...decodeAs,
    '-Y',
    'sip',
    '-T',
    'fields',
  ];
  const fields = ['frame.number', 'sip.Method', 'sip.Status-Code'].flatMap((field) => ['-e', field]);
  const { stdout } = spawnSync('tshark', [...options, '-E', 'aggregator=|', ...fields], { encoding: 'utf8' });
  return stdout
    .split('\n')
    .map((row) => row.split('\t'))
    .flatMap(([number = '', methods = '', statuses = '']) =>
      [...methods.split('|'), ...statuses.split('|')].filter(Boolean).map((shows) => `${number} ${shows}`),
    );
}

describe.skipIf(!hasTshark)('tshark, where it is installed', () => {
  const asked = matrix.filter(([, name]) => !name.startsWith('HEP'));

  it.each(asked)('reads over %s, %s, no more than we', async (transport, _, carry) => {
    const { frames, tshark = 'same' } = await carry();
    const capture = captureOfFrames(inOrder(frames));
    const { sightings } = await analyzeBytes(capture, { messages: true });
    const ours = sightings.map(({ frame: number, message: { text } }) => {
      return `${number} ${/^(?:SIP\/2.0 )?(\S+)/.exec(text)?.[1] ?? ''}`;
    });
    const theirs = theirsIn(capture, transport);
    if (tshark === 'same') expect(theirs).toEqual(ours);
    else expect(theirs).not.toEqual(ours);
    expect(theirs.length).toBeLessThanOrEqual(ours.length);
  });
});
