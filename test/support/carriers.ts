// What two hosts say to each other becomes frames, carried as TCP and what is inside it, SCTP, or HEP. Bytes are strings of
// one character a byte.
import { bytesOf } from '../../src/bytes/ascii.ts';
import { ACK, ipFrame, PSH, SYN, tcpFrame, udpFrame, type Route } from './flow-script/packets.ts';
import { writePcap, type RecordedFrame } from './flow-script/pcap.ts';

export const FIN = 1;
export const RST = 4;
export { ACK, PSH, SYN };

/** Something said, by the caller or to it. */
export interface Spoken {
  readonly timeUs: number;
  readonly byCaller: boolean;
  readonly text: string;
}

export const caller = { ip: '192.0.2.10', port: 49_152 } as const;
export const callee = { ip: '198.51.100.20', port: 5060 } as const;

/** From whom to whom. */
export function routeOf(byCaller: boolean): Route {
  const [from, to] = byCaller ? [caller, callee] : [callee, caller];
  return { sourceIp: from.ip, sourcePort: from.port, destinationIp: to.ip, destinationPort: to.port };
}

/** A TCP segment that can be put anywhere in a capture. */
export interface TcpSegment extends Spoken {
  readonly sequence: number;
  readonly flags: number;
}

/** Writes the segments of one connection. Its methods give segments, and remember where each side stands. */
export class TcpWriter {
  readonly #next: { caller: number; callee: number };

  constructor(callerStart = 1_000_000, calleeStart = 3_000_000_000) {
    this.#next = { caller: callerStart, callee: calleeStart };
  }

  /** Both SYNs; the ACK is of no interest. */
  open(timeUs: number): TcpSegment[] {
    return [
      this.say({ timeUs, byCaller: true, text: '' }, SYN),
      this.say({ timeUs, byCaller: false, text: '' }, SYN | ACK),
    ];
  }

  /** Everything in one segment. */
  say(spoken: Spoken, flags = PSH | ACK): TcpSegment {
    const side = spoken.byCaller ? 'caller' : 'callee';
    const sequence = this.#next[side] >>> 0;
    this.#next[side] += spoken.text.length + ((flags & (SYN | FIN)) === 0 ? 0 : 1);
    return { ...spoken, sequence, flags };
  }

  /** In segments of at most so many bytes. */
  sayIn(size: number, spoken: Spoken): TcpSegment[] {
    const parts: TcpSegment[] = [];
    for (let at = 0; at < spoken.text.length; at += size) {
      parts.push(this.say({ ...spoken, text: spoken.text.slice(at, at + size) }));
    }
    return parts;
  }
}

/** The frames of TCP segments, in this order, at times that never go back. */
export function tcpFrames(segments: readonly TcpSegment[]): RecordedFrame[] {
  return inOrder(
    segments.map(({ timeUs, byCaller, text, sequence, flags }, index) => ({
      timeUs,
      bytes: tcpFrame(routeOf(byCaller), index & 0xffff, { sequence, acknowledged: 0, flags }, bytesOf(text)),
    })),
  );
}

/** A frame of an SCTP packet, from and to hosts whose addresses may end in other bytes. */
export function sctpFrame(timeUs: number, byCaller: boolean, packet: string, addresses = 0): Sent {
  const route = routeOf(byCaller);
  const moved = (ip: string): string => ip.replace(/\d+$/, (last) => `${Number(last) + addresses}`);
  const other = { ...route, sourceIp: moved(route.sourceIp), destinationIp: moved(route.destinationIp) };
  return { timeUs, bytes: ipFrame(other, 132, 0, bytesOf(packet)) };
}

/** A frame from a capture agent to its collector. */
export function hepFrame(timeUs: number, packet: Uint8Array): Sent {
  const route = { sourceIp: '203.0.113.1', sourcePort: 33_000, destinationIp: '203.0.113.2', destinationPort: 9060 };
  return { timeUs, bytes: udpFrame(route, 0, packet) };
}

export interface Sent {
  readonly timeUs: number;
  readonly bytes: Uint8Array;
}

/** Whole frames at times that never go back. */
export function inOrder(sent: readonly Sent[]): RecordedFrame[] {
  let latest = 0;
  return sent.map(({ timeUs, bytes }) => {
    latest = Math.max(latest, timeUs);
    return { timeUs: latest, bytes, capturedLength: bytes.length };
  });
}

/** A capture of frames. */
export function captureOfFrames(frames: readonly RecordedFrame[]): Uint8Array {
  return writePcap(frames);
}
