// Captures of any length, made while they are read: no test needs a file of several hundred megabytes.
import { ACK, PSH, type Route, tcpFrame, udpFrame } from '../support/flow-script/packets.ts';
import { writePcap } from '../support/flow-script/pcap.ts';
import { compileFlowScript } from '../support/flow-script/compile.ts';
import { parseFlowScript } from '../../src/script/parse.ts';

const FILE_HEADER = 24;
const RECORD_HEADER = 16;
const CLIENT: Route = {
  sourceIp: '192.0.2.10',
  sourcePort: 5060,
  destinationIp: '198.51.100.20',
  destinationPort: 5060,
};
const SERVER: Route = {
  sourceIp: '198.51.100.20',
  sourcePort: 5060,
  destinationIp: '192.0.2.10',
  destinationPort: 5060,
};

/** A message and when it is sent, in microseconds from the start. */
export interface Sent {
  readonly timeUs: number;
  readonly text: string;
}

/** Each message in a packet of its own: requests from 192.0.2.10 to 198.51.100.20, responses back. */
export function captureOfMessages(messages: readonly Sent[]): Uint8Array {
  return writePcap(
    messages.map(({ timeUs, text }, index) => {
      const route = text.startsWith('SIP/2.0 ') ? SERVER : CLIENT;
      const bytes = udpFrame(route, (index % 65_535) + 1, Buffer.from(text, 'latin1'));
      return { timeUs, bytes, capturedLength: bytes.length };
    }),
  );
}

const CALL = `# One call after the other.
alice = 192.0.2.10:5060
bob = 198.51.100.20:5060
0 alice -> bob INVITE
+0.1 bob -> alice 180 Ringing
+1 bob -> alice 200 OK
+0.01 alice -> bob ACK
+5 alice -> bob BYE
+0.01 bob -> alice 200 OK`;

/** Complete calls, one every 100 ms, each with a Call-ID of its own; `each` hears how many have been read. */
export function* callsInChunks(count: number, each: (read: number) => void = () => undefined): Iterable<Uint8Array> {
  const { pcap, messages } = compileFlowScript(parseFlowScript(CALL));
  yield pcap.subarray(0, FILE_HEADER);
  const call = Buffer.from(pcap.subarray(FILE_HEADER));
  const callId = messages[0]?.callId ?? '';
  const places = placesOf(call, callId);
  const records = recordsIn(call);
  for (let number = 0; number < count; number++) {
    const digits = String(number).padStart(callId.length, '0');
    for (const place of places) call.write(digits, place, 'latin1');
    // The next call begins while this one is going on, as the file's order of time has it only nearly.
    const timeUs = number * 100_000;
    for (const { at, sinceUs } of records) stamp(call, at, timeUs + sinceUs);
    yield call;
    each(number + 1);
  }
}

const CHUNK_BYTES = 1024 * 1024;

/** Media and other connections: `count` chunks of a mebibyte, in a buffer that is used again. */
export function* noiseInChunks(count: number, each: (read: number) => void = () => undefined): Iterable<Uint8Array> {
  yield writePcap([]);
  const media = Uint8Array.from({ length: 172 }, (_, index) => (index === 0 ? 0x80 : (index * 37) & 255));
  const page = Buffer.from('GET /index.html HTTP/1.1\r\nHost: www.example.com\r\n\r\n'.repeat(8));
  const packets = [
    udpFrame({ ...CLIENT, sourcePort: 20_000, destinationPort: 30_000 }, 1, media),
    tcpFrame({ ...CLIENT, destinationPort: 80 }, 2, { sequence: 1, acknowledged: 1, flags: PSH | ACK }, page),
  ];
  const pair = Buffer.from(
    writePcap(packets.map((bytes) => ({ timeUs: 0, bytes, capturedLength: bytes.length }))).subarray(FILE_HEADER),
  );
  const chunk = Buffer.alloc(Math.floor(CHUNK_BYTES / pair.length) * pair.length);
  for (let at = 0; at < chunk.length; at += pair.length) chunk.set(pair, at);
  const records = recordsIn(chunk);
  for (let number = 0; number < count; number++) {
    for (const [index, { at }] of records.entries()) {
      stamp(chunk, at, number * 2_000_000 + index * 100);
      // Ever new ports: each TCP packet is a connection that nobody has heard of.
      chunk.writeUInt16BE(1024 + ((number * records.length + index) % 60_000), at + RECORD_HEADER + 34);
    }
    yield chunk;
    each(number + 1);
  }
}

interface RecordPlace {
  readonly at: number;
  readonly sinceUs: number;
}

function recordsIn(bytes: Buffer): readonly RecordPlace[] {
  const records: RecordPlace[] = [];
  let firstUs: number | undefined;
  for (let at = 0; at < bytes.length; at += RECORD_HEADER + bytes.readUInt32LE(at + 8)) {
    const timeUs = bytes.readUInt32LE(at) * 1e6 + bytes.readUInt32LE(at + 4);
    firstUs ??= timeUs;
    records.push({ at, sinceUs: timeUs - firstUs });
  }
  return records;
}

const START_S = Date.UTC(2026, 0, 1) / 1000;

function stamp(bytes: Buffer, at: number, timeUs: number): void {
  bytes.writeUInt32LE(START_S + Math.floor(timeUs / 1e6), at);
  bytes.writeUInt32LE(timeUs % 1e6, at + 4);
}

function placesOf(bytes: Buffer, text: string): readonly number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) places.push(at);
  return places;
}
