// TCP segments as one writes them down, and everything a sink hears of them.
import type { NoticeCode } from '../../src/bytes/notice.ts';
import { emptySegment, TCP, type Segment } from '../../src/packet/segment.ts';
import { createTcpStreams, type TcpDirection, type TcpLimits, type TcpStreams } from '../../src/stream/tcp.ts';

export interface Sent {
  readonly sequence: number;
  readonly text?: string;
  readonly flags?: number;
  /** Last byte of the sender's address; 1 when absent. The receiver is 2 (or 1). */
  readonly from?: number;
  readonly port?: number;
  readonly timeUs?: number;
  readonly missing?: number;
}

/** `'<name> bytes …'`, `'<name> gap 5'`, `'<name> closed fin'`, where the name is the sender's last address byte. */
export class Listener {
  readonly heard: string[] = [];
  readonly notes: NoticeCode[] = [];
  readonly frames: number[] = [];
  readonly directions: TcpDirection<string>[] = [];
  readonly streams: TcpStreams;
  ignoreAll = false;
  #frame = 0;

  constructor(limits: Partial<TcpLimits> = {}) {
    const sink = {
      bytes: (
        direction: TcpDirection<string>,
        piece: { bytes: Uint8Array; start: number; end: number; frame: number },
      ) => {
        if (!this.directions.includes(direction)) this.directions.push(direction);
        direction.connection.state = 'heard';
        this.heard.push(`${nameOf(direction)} bytes ${decode(piece.bytes.subarray(piece.start, piece.end))}`);
        this.frames.push(piece.frame);
        direction.ignored = this.ignoreAll;
      },
      gap: (direction: TcpDirection<string>, missing: number) =>
        void this.heard.push(`${nameOf(direction)} gap ${missing}`),
      closed: (direction: TcpDirection<string>, reason: string) =>
        void this.heard.push(`${nameOf(direction)} closed ${reason}`),
    };
    this.streams = createTcpStreams<string>(sink, (code) => void this.notes.push(code), limits);
  }

  send(...sent: readonly Sent[]): this {
    for (const one of sent) this.streams.push(segmentOf(one, ++this.#frame));
    return this;
  }

  /** All bytes of one sender, gaps as `#`. */
  textOf(name: number): string {
    return this.heard
      .filter((line) => line.startsWith(`${name} `))
      .map((line) =>
        line.includes(' bytes ') ? line.slice(`${name} bytes `.length) : line.includes(' gap ') ? '#' : '',
      )
      .join('');
  }
}

const decode = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

function nameOf({ source }: TcpDirection<string>): string {
  return source.slice('192.0.2.'.length, source.indexOf(':'));
}

// One buffer for all segments, as a read chunk is: what was not copied in time changes.
const chunk = new Uint8Array(70_000);

function segmentOf(sent: Sent, frame: number): Segment {
  const { sequence, text = '', flags = 16, from = 1, port = 5060, timeUs = 0, missing = 0 } = sent;
  const payload = new TextEncoder().encode(text);
  chunk.fill(0x23);
  chunk.set([192, 0, 2, from, 192, 0, 2, from === 1 ? 2 : 1]);
  chunk.set(payload, 8);
  return {
    ...emptySegment(),
    frame,
    timeUs,
    protocol: TCP,
    bytes: chunk,
    sourceAddress: 0,
    destinationAddress: 4,
    sourcePort: from === 2 ? 5060 : port,
    destinationPort: from === 2 ? port : 5060,
    payloadStart: 8,
    payloadEnd: 8 + payload.length,
    cut: missing > 0,
    missing,
    sequence: sequence >>> 0,
    flags,
  };
}
