// IP fragments on their way to a message: in one file or in several, all of them or some.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { InputReport } from '../../src/annotate/analysis.ts';
import { SipDoor } from '../../src/door.ts';
import { Intake } from '../../src/intake.ts';
import { createDecoder } from '../../src/packet/decode.ts';
import { emptySegment, NO_FRAGMENTS, SCTP, TCP, UDP } from '../../src/packet/segment.ts';
import type { Arrival } from '../../src/stream/arrival.ts';
import { pcapHeader, little } from '../capture/files.ts';
import type { OwnedFrame } from '../capture/read-all.ts';
import { TimeOrder } from '../../src/time-order.ts';
import { ipv4, udp } from '../packet/headers.ts';
import { fragments } from '../support/wrap/fragments.ts';
import { analyzeBytes, analyzeInputs, type Observed } from '../support/analysis.ts';
import * as link from '../support/wrap/links.ts';
import { ascii } from '../support/wrap/numbers.ts';
import { type Wrapping, wrappings } from '../support/wrap/wrappings.ts';
import { captureOf, framesOf, storyOf } from './split.ts';
import { wrappedCalls } from './wrapped-calls.ts';

/** The calls in fragments, each frame a nanosecond after the one before. */
function fragmentedFrames(name: string): readonly OwnedFrame[] {
  const wrapping = wrappings.find((one) => one.name === name);
  if (!wrapping) throw new RangeError(name);
  return framesOf(wrappedCalls(wrapping).capture).map((frame, index) => ({ ...frame, nanos: index }));
}

/** The packets that the ledger of an input accounts for. */
function countedIn({ ledger }: InputReport): number {
  return Object.values(ledger.packets).reduce((sum, packets) => sum + packets, 0);
}

describe('fragments in several files', () => {
  test.each(wrappings.filter(({ name }) => name.includes('fragments')).map(({ name }) => name))(
    '%s: tell the same story as in one, whichever frame is where',
    async (name) => {
      const frames = fragmentedFrames(name);
      const whole = storyOf(await analyzeBytes(captureOf(frames)), [frames.map(({ number }) => number)]);
      const places = fc.array(fc.nat({ max: 2 }), { minLength: frames.length, maxLength: frames.length });
      await fc.assert(
        fc.asyncProperty(places, async (placed) => {
          const parts = [0, 1, 2].map((part) => frames.filter((_frame, index) => placed[index] === part));
          const inputs = parts.map((some, index) => ({ name: `${index}.pcap`, chunks: [captureOf(some)] }));
          const numbers = parts.map((some) => some.map(({ number }) => number));
          const observed = await analyzeInputs(inputs);
          expect(storyOf(observed, numbers)).toBe(whole);
          expect(observed.inputs.map(countedIn)).toEqual(observed.inputs.map(({ packets }) => packets));
        }),
        { numRuns: 8 },
      );
    },
  );

  it('that were read ahead are put together in the order of time', async () => {
    const frames = fragmentedFrames('fragments in order');
    // The second file is read as a whole before the first one's later chunks.
    const first = captureOf(frames.filter((_frame, index) => index % 2 === 0));
    const second = captureOf(frames.filter((_frame, index) => index % 2 === 1));
    const chunks = Array.from({ length: Math.ceil(first.length / 100) }, (_, at) =>
      first.slice(100 * at, 100 * at + 100),
    );
    const { inputs, sightings } = await analyzeInputs(
      [
        { name: '0.pcap', chunks },
        { name: '1.pcap', chunks: [second] },
      ],
      { messages: true },
    );
    expect(sightings).toHaveLength(11);
    expect(inputs.map(({ notices }) => notices)).toEqual([[], []]);
    const times = sightings.map(({ timeUs, nanos }) => timeUs * 1000 + nanos);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });
});

describe('fragments of which one is missing', () => {
  const frames = fragmentedFrames('fragments in order');
  const invite = frames.filter(({ timeUs }) => timeUs === frames[0]?.timeUs);

  function messagesOf({ sightings }: Observed): readonly unknown[] {
    return sightings.slice(0, 2).map(({ frame, cut, timeUs, message }) => [frame, cut, timeUs, message.method]);
  }

  it('give the message as far as it goes, at the place and the time of its beginning', async () => {
    expect(invite).toHaveLength(4);
    const without = [frames[2], frames[0], ...frames.slice(3)].flatMap((frame) => frame ?? []);
    const inOrder = without.map((frame, index) => ({ ...frame, nanos: index }));
    const observed = await analyzeBytes(captureOf(inOrder), { messages: true });
    const found = observed.sightings.find(({ cut }) => cut);
    expect(found).toMatchObject({ frame: 2, timeUs: invite[0]?.timeUs, nanos: 1, message: { method: 'INVITE' } });
    expect(observed.sightings).toHaveLength(11);
    expect(observed.inputs[0]?.notices).toEqual([{ code: 'fragments-missing', count: 1, frame: 2 }]);
    expect(observed.inputs[0]?.ledger).toMatchObject({ fragmentsMissing: 1, cutMessages: 1 });
  });

  it('leave the messages in the order of time, and the story the same whichever file they are in', async () => {
    const places = fc.array(fc.nat({ max: 9 }), { minLength: frames.length, maxLength: frames.length });
    await fc.assert(
      fc.asyncProperty(places, async (placed) => {
        // One in ten is missing.
        const some = frames.filter((_frame, index) => placed[index] !== 9);
        const story = await analyzeBytes(captureOf(some), { messages: true });
        // Over TCP a message waits for what may still come of its stream.
        const datagrams = story.sightings.filter(({ transport }) => transport === 'udp');
        const times = datagrams.map(({ timeUs, nanos }) => timeUs * 1000 + nanos);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        const parts = [0, 1].map((part) =>
          frames.filter((_, index) => placed[index] !== 9 && (placed[index] ?? 0) % 2 === part),
        );
        const inputs = parts.map((part, index) => ({ name: `${index}.pcap`, chunks: [captureOf(part)] }));
        const merged = await analyzeInputs(inputs, { messages: true });
        const numbers = parts.map((part) => part.map(({ number }) => number));
        expect(storyOf(merged, numbers)).toBe(storyOf(story, [some.map(({ number }) => number)]));
      }),
      { numRuns: 25 },
    );
  });

  it('are given up after two seconds of the recording, whatever the chunks', async () => {
    const without = captureOf(frames.slice(1));
    const whole = await analyzeBytes(without, { messages: true });
    const sizes = fc.integer({ min: 1, max: 5000 });
    await fc.assert(
      fc.asyncProperty(sizes, async (size) => {
        const count = Math.ceil(without.length / size);
        const chunks = Array.from({ length: count }, (_, at) => without.slice(size * at, size * at + size));
        const chunked = await analyzeInputs([{ name: 'a.pcap', chunks }], { messages: true });
        expect(messagesOf(chunked)).toEqual(messagesOf(whole));
        expect(chunked.inputs).toEqual(whole.inputs);
      }),
      { numRuns: 10 },
    );
  });
});

describe('behind the beginning of a message that misses fragments', () => {
  const text = ascii(`OPTIONS sip:bob@example.com SIP/2.0\r\n${'Subject: x\r\n'.repeat(40)}\r\n`);
  const beginning = fragments(ipv4({}, udp(text)), 200, 7)[0] ?? [];
  const [linkType, captured] = [101, beginning.length];

  /** What becomes of `count` segments that come in the same instant, and then the end. */
  function led(count: number): readonly number[] {
    const frames: number[] = [];
    const order = new TimeOrder({
      onTime: () => undefined,
      onSegment: (segment) => void frames.push(segment.frame),
      onIcmp: () => undefined,
      onKeyLog: () => undefined,
      prepare: () => undefined,
    });
    const intake = new Intake({ name: 'a.pcap', chunks: [] }, 0, order, order.fragments);
    order.intakes[0] = intake;
    const decoder = createDecoder(() => undefined, order.fragments);
    const bytes = Uint8Array.from(beginning);
    decoder.decode({ number: 1, timeUs: 0, nanos: 0, linkType, bytes, start: 0, end: captured, wireLength: captured });
    for (let frame = 2; frame < count + 2; frame++) order.onSegment({ ...emptySegment(), frame }, intake);
    const before = frames.length;
    order.end();
    return [before, frames.length, frames.indexOf(1), frames.at(-1) ?? 0];
  }

  it('what comes later waits until that is certain', () => {
    expect(led(0)).toEqual([0, 1, 0, 1]);
    expect(led(10)).toEqual([0, 11, 0, 11]);
  });

  it('so much waits and no more: then the message may come late', () => {
    expect(led(65_535)).toEqual([0, 65_536, 0, 65_536]);
    expect(led(65_536)).toEqual([65_536, 65_537, 65_536, 1]);
  });
});

describe('the door', () => {
  const bytes = Uint8Array.from([192, 0, 2, 1, 192, 0, 2, 2, ...ascii('OPTIONS sip:bob@example.com SIP/2.0\r\n\r\n')]);
  const datagram = { ...emptySegment(), bytes, destinationAddress: 4, payloadStart: 8, payloadEnd: bytes.length };

  function arrivalsOf(...segments: readonly Partial<typeof datagram>[]): Partial<Arrival>[] {
    const heard: Partial<Arrival>[] = [];
    const door = new SipDoor(
      ({ transport, cutBy, fragments }) => void heard.push({ transport, cutBy, fragments } as Partial<Arrival>),
      () => undefined,
    );
    for (const segment of segments) door.push({ ...datagram, ...segment });
    door.end();
    return heard;
  }

  it('tells why a message is cut, and where the fragments are that are there', () => {
    const places = [
      { input: 0, frame: 5 },
      { input: 1, frame: 7 },
    ];
    const cut = { cut: true, cutBy: 'fragments', fragments: places } as const;
    expect(arrivalsOf(cut, {}, { protocol: TCP, sequence: 1 })).toEqual([
      { transport: 'udp', cutBy: 'fragments', fragments: places },
      { transport: 'udp', cutBy: '', fragments: NO_FRAGMENTS },
      { transport: 'tcp', cutBy: '', fragments: NO_FRAGMENTS },
    ]);
  });

  it('tells what a message was sent over that somebody else has put together', () => {
    const sent = [UDP, TCP, SCTP].map((sentOver) => ({ sentOver }));
    expect(arrivalsOf(...sent).map(({ transport }) => transport)).toEqual(['udp', 'tcp', 'sctp']);
  });
});

it('exported PDUs are messages like others', async () => {
  const plain: Wrapping = { name: 'raw IP', linkType: 101, wrap: (ip) => [ip], only: 4 };
  const bare = await analyzeBytes(wrappedCalls(plain).capture, { messages: true });
  const ipv4 = (endpoint: string): number[] => (endpoint.split(':')[0] ?? '').split('.').map(Number);
  const port = (endpoint: string): number => Number(endpoint.split(':')[1]);
  const frames = bare.sightings.map(({ source, destination, transport, message, timeUs }, index) => ({
    number: index + 1,
    timeUs,
    nanos: 0,
    linkType: 252,
    packet: link.exportedPdu(ascii(message.text), {
      source: ipv4(source),
      destination: ipv4(destination),
      sourcePort: port(source),
      destinationPort: port(destination),
      portType: transport === 'tcp' ? 2 : 3,
    }),
  }));
  const exported = captureOf(frames.map((frame) => ({ ...frame, wireLength: frame.packet.length })));
  expect(exported.subarray(20, 24)).toEqual(Uint8Array.from(pcapHeader(little, 0, 252).slice(20)));
  const found = await analyzeBytes(exported, { messages: true });
  const told = ({ sightings }: Observed): readonly unknown[] =>
    sightings.map(({ source, destination, transport, message }) => [source, destination, transport, message.text]);
  expect(told(found)).toEqual(told(bare));
  expect(found.inputs[0]).toMatchObject({ linkTypes: ['exported-pdu'], notices: [] });
});
