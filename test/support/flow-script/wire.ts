// Messages become frames between hosts: keeps the IP identifications of every host and the TCP connections between them.
import { ACK, firstFragmentOf, icmpFrame, PSH, SYN, tcpFrame, udpFrame, type Route } from './packets.ts';
import type { RecordedFrame } from './pcap.ts';
import { type Host, icmpErrors, type ScriptTransport } from '../../../src/script/script.ts';

const MAX_SEGMENT = 1460;
const FIRST_EPHEMERAL_PORT = 49_152;
/** How long before its first message a TCP connection is opened. */
const HANDSHAKE_US = 30;

/** One TCP connection. Sequence numbers count the bytes that each end has sent. */
interface Connection {
  readonly client: Host;
  readonly clientPort: number;
  readonly server: Host;
  clientSequence: number;
  serverSequence: number;
}

export interface SendOptions {
  /** Captured bytes of the last frame. */
  readonly cut?: number | undefined;
  /** TCP: most bytes of the message in one segment. */
  readonly split?: number | undefined;
  /** UDP over IPv4: only the first IP fragment of so many bytes was captured. */
  readonly firstFragment?: number | undefined;
  /** Sent, but not captured. */
  readonly unseen?: boolean;
}

/** What one sending looks like in the capture. The last frame completes the message. */
export interface Sent {
  readonly frames: readonly number[];
  readonly source: string;
  readonly destination: string;
}

/** Collects the frames of a capture. Frame numbers are 1-based. */
export class Wire {
  readonly frames: RecordedFrame[] = [];
  readonly #ipIds = new Map<string, number>();
  readonly #connections = new Map<string, Connection>();

  /** Sends one message in packets of its own. */
  send(
    timeUs: number,
    from: Host,
    to: Host,
    transport: ScriptTransport,
    bytes: Uint8Array,
    options: SendOptions = {},
  ): Sent {
    const before = this.frames.length;
    const sent =
      transport === 'tcp'
        ? this.#sendTcp(timeUs, from, to, bytes, options)
        : this.#sendUdp(timeUs, from, to, bytes, options);
    if (!options.unseen) return sent;
    // It used up IP identifications and sequence numbers all the same: the gap shows in what follows.
    this.frames.length = before;
    return { ...sent, frames: [] };
  }

  #sendUdp(timeUs: number, from: Host, to: Host, bytes: Uint8Array, options: SendOptions): Sent {
    const route: Route = {
      sourceIp: from.wire.ip,
      sourcePort: from.wire.port,
      destinationIp: to.wire.ip,
      destinationPort: to.wire.port,
    };
    const whole = udpFrame(route, this.#nextIpId(from.wire.ip), bytes);
    const seen = options.firstFragment === undefined ? whole : firstFragmentOf(whole, options.firstFragment);
    const frame = this.#record(timeUs, seen, options.cut);
    return { frames: [frame], ...endpointsOf(route) };
  }

  /** Captures frames a second time, as a second interface or a mirror port does; returns their new numbers. */
  sightAgain(timeUs: number, frames: readonly number[]): number[] {
    const copies = frames.flatMap((number) => this.frames[number - 1] ?? []);
    return copies.map((copy) => this.frames.push({ ...copy, timeUs: this.#inOrder(timeUs) }));
  }

  /** An ICMP error of a host to the sender of a frame, which it quotes as far as 576 bytes go (RFC 1812 §4.3.2.3). */
  sendIcmp(timeUs: number, from: Host, says: keyof typeof icmpErrors, about: number): number {
    const quoted = this.frames[about - 1]?.bytes ?? new Uint8Array(0);
    return this.#record(timeUs, icmpFrame(from.wire.ip, this.#nextIpId(from.wire.ip), icmpErrors[says], quoted));
  }

  /** A voice packet between two machines that take no part. */
  sendOther(timeUs: number): number {
    const route = {
      sourceIp: '203.0.113.250',
      sourcePort: 40_000,
      destinationIp: '203.0.113.251',
      destinationPort: 40_002,
    };
    const rtp = new Uint8Array(172).fill(0xd5);
    rtp.set([0x80, 8, 0, 1, 0, 0, 0, 160, 0, 0, 0, 1]);
    return this.#record(timeUs, udpFrame(route, this.#nextIpId(route.sourceIp), rtp));
  }

  #sendTcp(timeUs: number, from: Host, to: Host, bytes: Uint8Array, { split, cut }: SendOptions): Sent {
    const connection = this.#connectionOf(timeUs, from, to);
    const fromClient = connection.client === from;
    const route = routeOf(connection, fromClient);
    const frames: number[] = [];
    const size = Math.min(split ?? MAX_SEGMENT, MAX_SEGMENT);
    for (let start = 0; start < bytes.length; start += size) {
      const part = bytes.subarray(start, start + size);
      const isLast = start + size >= bytes.length;
      const tcp = {
        sequence: fromClient ? connection.clientSequence : connection.serverSequence,
        acknowledged: fromClient ? connection.serverSequence : connection.clientSequence,
        flags: isLast ? PSH | ACK : ACK,
      };
      const frame = tcpFrame(route, this.#nextIpId(from.wire.ip), tcp, part);
      frames.push(this.#record(timeUs, frame, isLast ? cut : undefined));
      if (fromClient) connection.clientSequence = (connection.clientSequence + part.length) >>> 0;
      else connection.serverSequence = (connection.serverSequence + part.length) >>> 0;
    }
    return { frames, ...endpointsOf(route) };
  }

  /** Whoever speaks first opens the connection; it carries both directions from then on. */
  #connectionOf(timeUs: number, from: Host, to: Host): Connection {
    const key = from.index < to.index ? `${from.index} ${to.index}` : `${to.index} ${from.index}`;
    const known = this.#connections.get(key);
    if (known) return known;
    const count = this.#connections.size;
    const connection: Connection = {
      client: from,
      clientPort: FIRST_EPHEMERAL_PORT + count,
      server: to,
      clientSequence: 1_000_000 * (count + 1),
      serverSequence: 3_000_000_000 + 1_000_000 * count,
    };
    this.#connections.set(key, connection);
    this.#openConnection(timeUs, connection);
    return connection;
  }

  #openConnection(timeUs: number, connection: Connection): void {
    const nothing = new Uint8Array(0);
    const [there, back] = [routeOf(connection, true), routeOf(connection, false)];
    const { clientSequence: client, serverSequence: server } = connection;
    const steps = [
      { route: there, tcp: { sequence: client, acknowledged: 0, flags: SYN } },
      { route: back, tcp: { sequence: server, acknowledged: client + 1, flags: SYN | ACK } },
      { route: there, tcp: { sequence: client + 1, acknowledged: server + 1, flags: ACK } },
    ];
    for (const [index, { route, tcp }] of steps.entries()) {
      const stepUs = Math.max(0, timeUs - HANDSHAKE_US + index * 10);
      this.#record(stepUs, tcpFrame(route, this.#nextIpId(route.sourceIp), tcp, nothing));
    }
    connection.clientSequence = client + 1;
    connection.serverSequence = server + 1;
  }

  #record(timeUs: number, bytes: Uint8Array, cut = bytes.length): number {
    const frame = { timeUs: this.#inOrder(timeUs), bytes, capturedLength: Math.min(cut, bytes.length) };
    return this.frames.push(frame);
  }

  #inOrder(timeUs: number): number {
    return Math.max(timeUs, this.frames.at(-1)?.timeUs ?? 0);
  }

  #nextIpId(ip: string): number {
    const id = this.#ipIds.get(ip) ?? 0x1000 * (this.#ipIds.size + 1);
    this.#ipIds.set(ip, (id + 1) & 0xffff);
    return id & 0xffff;
  }
}

function routeOf(connection: Connection, fromClient: boolean): Route {
  const { client, clientPort, server } = connection;
  return fromClient
    ? {
        sourceIp: client.wire.ip,
        sourcePort: clientPort,
        destinationIp: server.wire.ip,
        destinationPort: server.wire.port,
      }
    : {
        sourceIp: server.wire.ip,
        sourcePort: server.wire.port,
        destinationIp: client.wire.ip,
        destinationPort: clientPort,
      };
}

function endpointsOf(route: Route): { source: string; destination: string } {
  return {
    source: hostPort({ ip: route.sourceIp, port: route.sourcePort }),
    destination: hostPort({ ip: route.destinationIp, port: route.destinationPort }),
  };
}

/** `192.0.2.10:5060`, `[2001:db8::1]:5060`. */
export function hostPort(address: { readonly ip: string; readonly port: number }): string {
  return address.ip.includes(':') ? `[${address.ip}]:${address.port}` : `${address.ip}:${address.port}`;
}
