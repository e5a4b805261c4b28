// Every flow in fixtures/flows becomes a capture that our own rooms and, where it is installed, tshark can read whole.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCaptureReader } from '../../src/capture/reader.ts';
import { createDecoder } from '../../src/packet/decode.ts';
import { parseMessage } from '../../src/sip/message.ts';
import { compileFlowScript, type CompiledFlow } from '../support/flow-script/compile.ts';
import { parseFlowScript } from '../../src/script/parse.ts';
import { compileText } from './compiled.ts';

const folder = new URL('../../fixtures/flows/', import.meta.url);
const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.flow'))
  .sort()
  .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const);
const udpTexts = texts.filter(([, text]) => !text.includes('\ntransport tcp'));

const hasTshark = spawnSync('tshark', ['--version']).status === 0;

interface Payload {
  readonly frame: number;
  readonly bytes: Buffer;
}

function payloadsOf(flow: CompiledFlow): { payloads: Payload[]; notices: string[] } {
  const payloads: Payload[] = [];
  const notices: string[] = [];
  const decoder = createDecoder((code) => notices.push(code));
  const reader = createCaptureReader(
    (frame) => {
      if (!decoder.decode(frame)) return;
      const { bytes, payloadStart, payloadEnd } = decoder.segment;
      payloads.push({ frame: frame.number, bytes: Buffer.from(bytes.slice(payloadStart, payloadEnd)) });
    },
    (code) => notices.push(code),
  );
  reader.push(flow.pcap);
  reader.end();
  return { payloads, notices };
}

/** Asks tshark about a capture; one list of fields for each packet that passes the filter. */
function tshark(pcap: Uint8Array, filter: string, fields: readonly string[]): string[][] {
  const place = mkdtempSync(join(tmpdir(), 'flow-script-'));
  try {
    const file = join(place, 'flow.pcap');
    writeFileSync(file, pcap);
    const checks = ['ip', 'udp', 'tcp'].flatMap((name) => ['-o', `${name}.check_checksum:TRUE`]);
    const options = ['-r', file, ...checks, '-Y', filter, '-T', 'fields', ...fields.flatMap((field) => ['-e', field])];
    const { stdout, stderr, status } = spawnSync('tshark', options, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split('\t'));
  } finally {
    rmSync(place, { recursive: true });
  }
}

describe.each(texts)('%s', (_, text) => {
  const flow = compileFlowScript(parseFlowScript(text));

  it('has messages that read as they were meant', () => {
    for (const message of flow.messages) {
      const read = parseMessage(message.bytes);
      expect([read.method, read.status || undefined, read.callId, read.cseq]).toEqual([
        message.method,
        message.status,
        message.callId,
        message.cseq,
      ]);
      const [, body = ''] = Buffer.from(message.bytes).toString('latin1').split('\r\n\r\n');
      expect(Number(read.header('content-length'))).toBe(body.length);
    }
  });

  it('is the same capture each time', () => {
    expect(compileText(text).pcap).toEqual(flow.pcap);
  });
});

describe.each(udpTexts)('%s', (_, text) => {
  it('comes whole through the capture and packet rooms', () => {
    const flow = compileFlowScript(parseFlowScript(text));
    const { payloads, notices } = payloadsOf(flow);
    const sip = payloads.filter((payload) => flow.lines.has(payload.frame));
    expect(notices).toEqual([]);
    expect(sip.map((payload) => [payload.frame, payload.bytes.toString('latin1')])).toEqual(
      flow.messages.map((message) => [message.frame, Buffer.from(message.bytes).toString('latin1')]),
    );
  });
});

describe.skipIf(!hasTshark)('tshark (skipped where it is not installed)', () => {
  const flows = texts.map(([, text]) => compileText(text));
  const together = Buffer.concat([
    flows[0]?.pcap.subarray(0, 24) ?? [],
    ...flows.map((flow) => flow.pcap.subarray(24)),
  ] as Uint8Array[]);
  const bad = 'ip.checksum.status == 0 || udp.checksum.status == 0 || tcp.checksum.status == 0 || _ws.malformed';

  it('finds every message of every flow', () => {
    const rows = tshark(together, 'sip and not icmp and not icmpv6', [
      'sip.Call-ID',
      'sip.CSeq.method',
      'sip.Status-Code',
    ]);
    const expected = flows.flatMap((flow) =>
      flow.messages.map(({ callId, method, status }) => [callId, method, status === undefined ? '' : String(status)]),
    );
    expect(rows.map((row) => [row[0], row[1], row[2] ?? ''])).toEqual(expected);
  });

  it('finds no bad checksum and nothing malformed, which it would', () => {
    expect(tshark(together, bad, ['frame.number'])).toEqual([]);
    const damaged = Uint8Array.from(together);
    const lastByteOfFirstPacket = 40 + together.readUInt32LE(32) - 1;
    damaged[lastByteOfFirstPacket] = (damaged[lastByteOfFirstPacket] ?? 0) ^ 0x55;
    expect(tshark(damaged, bad, ['frame.number'])).toEqual([['1']]);
  });
});
