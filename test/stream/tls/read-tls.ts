// A capture with TLS in it becomes what came out of it: messages, facts, notes. The door and everything before it are the real
// ones.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { latin1 } from '../../../src/bytes/ascii.ts';
import type { NoticeCode } from '../../../src/bytes/notice.ts';
import { createCaptureReader } from '../../../src/capture/reader.ts';
import { SipDoor } from '../../../src/door.ts';
import { createDecoder } from '../../../src/packet/decode.ts';
import { FIN, type Segment } from '../../../src/packet/segment.ts';
import type { TlsFacts } from '../../../src/stream/tls/facts.ts';
import { TlsLayers } from '../../../src/stream/tls/layers.ts';

/** Where the captures are. */
export const folder = resolve(import.meta.dirname, '../../../fixtures/tls');

/** The names of all captures there. */
export const captures: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.pcap'))
  .map((name) => name.slice(0, -'.pcap'.length));

/** The bytes of a capture in fixtures/tls. */
export function captureOf(name: string): Uint8Array {
  return readFileSync(join(folder, `${name}.pcap`));
}

/** The key log recorded with it. */
export function keysOf(name: string): Uint8Array {
  return readFileSync(join(folder, `${name}.keys`));
}

/** One message that came out. */
export interface Seen {
  readonly frame: number;
  readonly transport: string;
  readonly source: string;
  readonly text: string;
  readonly cut: boolean;
}

/** What came out of a capture. */
export class Reading {
  readonly seen: Seen[] = [];
  readonly facts: TlsFacts[] = [];
  readonly notes = new Map<NoticeCode, number>();

  /** `<frame> <start line>` of each message. */
  get lines(): string[] {
    return this.seen.map(({ frame, text }) => `${frame} ${text.slice(0, text.indexOf('\r\n'))}`);
  }

  /** `<code> <times>`. */
  get noted(): string[] {
    return [...this.notes].map(([code, times]) => `${code} ${times}`);
  }
}

/** How a capture is read. */
export interface ReadingOptions {
  readonly keys?: Uint8Array;
  /** Secrets come when so many segments have been read. */
  readonly keysAfter?: number;
  readonly mayGrow?: boolean;
  /** Segments pass through here; undefined loses one. */
  readonly alter?: (segment: Segment, index: number) => Segment | undefined;
  /** Payloads are cut into pieces of these sizes, again and again. */
  readonly split?: readonly number[];
}

/** Reads a whole capture. */
export async function readTls(capture: Uint8Array, options: ReadingOptions = {}): Promise<Reading> {
  const { keys, keysAfter = 0, mayGrow = false, alter = (segment) => segment, split } = options;
  const reading = new Reading();
  const layers = new TlsLayers((facts) => reading.facts.push(facts));
  layers.secrets.mayGrow = mayGrow;
  const door = new SipDoor(
    ({ frame, transport, source, bytes, start, end, cut }) =>
      void reading.seen.push({ frame, transport, source, text: latin1(bytes, start, end), cut }),
    (code, _frame, _input, times = 1) => void reading.notes.set(code, (reading.notes.get(code) ?? 0) + times),
    { tls: layers.open },
  );
  const segments = segmentsOf(capture);
  for (const [index, segment] of segments.entries()) {
    if (index === keysAfter) await give(layers, keys);
    const altered = alter(segment, index);
    if (altered) for (const piece of split ? piecesOf(altered, split) : [altered]) door.push(piece);
  }
  if (keysAfter >= segments.length) await give(layers, keys);
  door.end();
  layers.finish();
  return reading;
}

function piecesOf(segment: Segment, sizes: readonly number[]): Segment[] {
  const { payloadStart, payloadEnd, sequence, flags } = segment;
  const pieces: Segment[] = [];
  for (let at = payloadStart, turn = 0; at < payloadEnd; turn++) {
    const end = Math.min(payloadEnd, at + (sizes[turn % sizes.length] ?? 1));
    // The end of the stream comes with the last piece.
    const own = end < payloadEnd ? flags & ~FIN : flags;
    pieces.push({ ...segment, payloadStart: at, payloadEnd: end, sequence: sequence + at - payloadStart, flags: own });
    at = end;
  }
  return pieces.length === 0 ? [segment] : pieces;
}

async function give({ secrets }: TlsLayers, keys: Uint8Array | undefined): Promise<void> {
  if (!keys) return;
  secrets.add(keys);
  await secrets.settle();
}

/** The TCP segments of a capture; each owns its bytes. */
export function segmentsOf(capture: Uint8Array): Segment[] {
  const segments: Segment[] = [];
  const decoder = createDecoder(() => undefined);
  const reader = createCaptureReader(
    (frame) => {
      if (decoder.decode(frame)) segments.push({ ...decoder.segment, bytes: decoder.segment.bytes.slice() });
    },
    () => undefined,
  );
  reader.push(capture);
  reader.end();
  return segments;
}
