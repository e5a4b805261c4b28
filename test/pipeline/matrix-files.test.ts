// One small call in every kind of file: each gives every message, with everything that the file tells of it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it, test } from 'vitest';
import { captureChunksOf } from '../../src/capture-source.ts';
import {
  big,
  enhancedPacket,
  type FilePacket,
  interfaceBlock,
  little,
  netmonFile,
  option,
  type Order,
  pcapHeader,
  pcapRecord,
  sectionHeader,
  snoopFile,
} from '../capture/files.ts';
import { hasTshark, sipMessagesIn } from '../captures/tshark.ts';
import { analyzeInputs, type Observed } from '../support/analysis.ts';
import { type CompiledMessage, compileFlowScript } from '../support/flow-script/compile.ts';
import { parseFlowScript } from '../../src/script/parse.ts';
import { framesOf } from './split.ts';
import { type Dialect, dialects } from './text-dialects.ts';

const CALL = `# A call that is answered and hung up.
alice = 192.0.2.10:5060
bob = 198.51.100.20:5060
0.25 alice -> bob INVITE
+0.000001 bob -> alice 100 Trying
+1 bob -> alice 180 Ringing
+2 bob -> alice 200 OK
+0.01 alice -> bob ACK
+5 bob -> alice BYE
+0.01 alice -> bob 200 OK`;
const overTcp = CALL.replace('\n0.25', '\ntransport tcp\n0.25');
const overV6 = CALL.replace('192.0.2.10:5060', '[2001:db8::10]:5060').replace(
  '198.51.100.20:5060',
  '[2001:db8::20]:5062',
);

const { pcap, messages } = compileFlowScript(parseFlowScript(CALL));
const packets: readonly FilePacket[] = framesOf(pcap).map(({ timeUs, packet }) => ({ timeUs, packet }));
const records = (order: Order, fraction: number, more: readonly number[] = []): number[] =>
  packets.flatMap(({ timeUs, packet }) => {
    const record = pcapRecord(order, Math.floor(timeUs / 1e6), (timeUs % 1e6) * fraction, packet);
    return [...record.slice(0, 16), ...more, ...record.slice(16)];
  });
const pcapng = (order: Order, resolution: number): number[] => [
  ...sectionHeader(order),
  ...interfaceBlock(order, 1, option(order, 9, [resolution])),
  ...packets.flatMap(({ timeUs, packet }) =>
    enhancedPacket(order, BigInt(timeUs) * 10n ** BigInt(resolution - 6), packet),
  ),
];
const middle = Math.floor(pcap.length / 2);
/** Zstandard as simple as it can be: blocks that are not compressed. */
const zstd = (bytes: Uint8Array): Uint8Array => {
  const header = (bytes.length << 3) | 1;
  const frame = [0x28, 0xb5, 0x2f, 0xfd, 0, 0x50, header & 255, (header >> 8) & 255, header >> 16];
  return Uint8Array.from([...frame, ...bytes]);
};

const binaryFiles: readonly (readonly [string, string, Uint8Array | readonly number[]])[] = [
  ['pcap, microseconds', 'pcap', pcap],
  ['pcap, big-endian', 'pcap', [...pcapHeader(big), ...records(big, 1)]],
  ['pcap, nanoseconds', 'pcap', [...pcapHeader(little, 0xa1b23c4d), ...records(little, 1000)]],
  [
    'pcap of a patched libpcap',
    'pcap',
    [...pcapHeader(little, 0xa1b2cd34), ...records(little, 1, Array<number>(8).fill(0))],
  ],
  ['pcap of SuSE', 'pcap', [...pcapHeader(big, 0xa1b2cd34), ...records(big, 1, Array<number>(12).fill(0))]],
  ['pcap of Nokia', 'pcap', [...pcapHeader(big), ...records(big, 1, [0, 0, 0, 7])]],
  ['lcap of Ixia', 'pcap', [...pcapHeader(little, 0x1c0001ac), 1, 1, 1, 1, ...records(little, 1000)]],
  ['pcapng, little-endian', 'pcapng', pcapng(little, 6)],
  ['pcapng, big-endian, nanoseconds', 'pcapng', pcapng(big, 9)],
  ['pcapng, a section in each byte order', 'pcapng', [...pcapng(little, 6), ...sectionHeader(big)]],
  ['snoop', 'snoop', snoopFile(packets)],
  ...(['2.0', '2.1', '2.2', '2.3'] as const).map(
    (version) => [`Network Monitor ${version}`, 'netmon', netmonFile(packets, { version })] as const,
  ),
  ['gzip', 'pcap', gzipSync(pcap)],
  ['gzip in two members', 'pcap', Buffer.concat([gzipSync(pcap.subarray(0, middle)), gzipSync(pcap.subarray(middle))])],
  ['gzip with zeros behind it', 'pcap', Buffer.concat([gzipSync(pcap), Buffer.alloc(512)])],
  ['Zstandard', 'pcap', zstd(pcap)],
  ['Zstandard in two frames', 'pcap', Buffer.concat([zstd(pcap.subarray(0, middle)), zstd(pcap.subarray(middle))])],
];

interface Seen {
  timeUs?: number;
  source?: string;
  destination?: string;
  readonly transport?: string;
  readonly text: string;
}

async function analyzeFile(file: Uint8Array | readonly number[]): Promise<Observed> {
  const notes: string[] = [];
  const bytes = Uint8Array.from(file);
  const chunks = captureChunksOf(
    bytes,
    (code) => void notes.push(code),
    () => undefined,
  );
  const observed = await analyzeInputs([{ name: 'file', chunks }], { messages: true });
  expect(notes).toEqual([]);
  return observed;
}

function seenIn({ sightings }: Observed): readonly Seen[] {
  return sightings.map(({ timeUs, source, destination, transport, message }) => ({
    timeUs,
    source,
    destination,
    transport,
    text: message.text,
  }));
}

function sentOf({ timeUs, source, destination, transport, bytes }: CompiledMessage): Seen {
  return { timeUs, source, destination, transport, text: Buffer.from(bytes).toString('latin1') };
}

describe('a call in a file', () => {
  test.each(binaryFiles)('%s: is there, message by message', async (_, format, file) => {
    const observed = await analyzeFile(file);
    expect(seenIn(observed)).toEqual(messages.map(sentOf));
    expect(observed.inputs).toMatchObject([{ format, packets: packets.length, notices: [] }]);
    expect(observed.reports.map(({ flow }) => flow.outcome)).toEqual(['answered']);
  });
});

const UNDATED_US = Date.UTC(1972, 0, 1) * 1000;
const DATED_US = Date.UTC(2026, 0, 1) * 1000;

/** What is left of a message in a text that does not tell everything. */
function toldBy({ lacks = [] }: Dialect, message: CompiledMessage, local: string): Seen {
  const isV6 = message.source.startsWith('[');
  const own = isV6 ? '[100::1]:0' : '0.0.0.1:0';
  const told = { ...sentOf(message) };
  if (lacks.includes('own end')) {
    if (told.source === local) told.source = own;
    else told.destination = own;
  }
  if (lacks.includes('fraction')) told.timeUs = Math.floor(message.timeUs / 1e6) * 1e6;
  if (lacks.includes('micros')) told.timeUs = Math.floor(message.timeUs / 1000) * 1000;
  if (lacks.includes('date')) told.timeUs = (told.timeUs ?? 0) - DATED_US + UNDATED_US;
  if (lacks.includes('time')) told.timeUs = 0;
  return told;
}

const calls = [
  ['UDP', compileFlowScript(parseFlowScript(CALL)).messages],
  ['TCP', compileFlowScript(parseFlowScript(overTcp)).messages],
  ['IPv6', compileFlowScript(parseFlowScript(overV6)).messages],
] as const;

describe.each(dialects)('a call written down by $name', (dialect) => {
  test.each(calls)('over %s: is there, message by message', async (_, sent) => {
    const local = sent[0]?.destination ?? '';
    const text = sent.map((message) => dialect.write(message, local)).join('');
    const observed = await analyzeFile(Buffer.from(`a line of a log: nothing of interest\n${text}`, 'latin1'));
    // Ends that are not told at all are made up: which, is told in a test of its own.
    const withoutEnds = ({ source, destination, ...rest }: Seen): Seen => rest;
    const shorten = (dialect.lacks ?? []).includes('ends') ? withoutEnds : (seen: Seen): Seen => seen;
    expect(seenIn(observed).map(shorten)).toEqual(sent.map((message) => shorten(toldBy(dialect, message, local))));
    expect(observed.inputs).toMatchObject([{ format: 'text', linkTypes: [], packets: sent.length }]);
    expect(observed.sightings.map(({ frame }) => frame)).toEqual(sent.map((_sent, index) => index + 1));
    expect(observed.sightings.flatMap(({ message }) => message.defects)).toEqual([]);
    expect(observed.reports.map(({ flow }) => flow.outcome)).toEqual(['answered']);
    expect(observed.findings).toEqual([]);
  });

  it('may be pasted with CRLF throughout, or with LF throughout', async () => {
    const local = messages[0]?.destination ?? '';
    const text = messages.map((message) => dialect.write(message, local)).join('');
    const expected = messages.map((message) => Buffer.from(message.bytes).toString('latin1'));
    for (const end of ['\n', '\r\n']) {
      const observed = await analyzeFile(Buffer.from(text.replaceAll(/\r?\n/g, end), 'latin1'));
      expect(seenIn(observed).map((seen) => seen.text)).toEqual(expected);
    }
  });
});

const folder = mkdtempSync(join(tmpdir(), 'siplens-'));
afterAll(() => rmSync(folder, { recursive: true }));
const hasEditcap = spawnSync('editcap', ['--version']).status === 0;
const editcapFormats = [
  'pcap',
  'nsecpcap',
  'modpcap',
  'nokiapcap',
  'rh6_1pcap',
  'suse6_3pcap',
  'pcapng',
  'snoop',
  'netmon2',
];

describe.skipIf(!hasEditcap)('what editcap writes (it is not installed where this is skipped)', () => {
  test.each(editcapFormats)('as %s: is read like the original', async (format) => {
    const [from, to] = [join(folder, 'original.pcap'), join(folder, format)];
    writeFileSync(from, pcap);
    const { status, stderr } = spawnSync('editcap', ['-F', format, from, to], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    expect(seenIn(await analyzeFile(readFileSync(to)))).toEqual(messages.map(sentOf));
  });
});

describe.skipIf(!hasTshark)(
  'what the writers of these tests write (tshark is not installed where this is skipped)',
  () => {
    const readable = binaryFiles.filter(([name]) => !/^Zstandard|zeros/.test(name));
    test.each(readable)('%s: is read so by tshark, too', (_, _format, file) => {
      const path = join(folder, 'written');
      writeFileSync(path, Uint8Array.from(file));
      const shown = sipMessagesIn(path).map(({ frame, shows }) => [frame, shows]);
      expect(shown).toEqual(messages.map(({ frame, method, status }) => [frame, String(status ?? method)]));
    });
  },
);
