// The account of one input as it is handed on. What is absent did not happen.
import type { NoticeCode } from '../bytes/notice.ts';
import type { Tunnel } from '../packet/tunnels.ts';
import type { PacketClass } from './classes.ts';
import type { ClockSteps } from './clock.ts';

/** Packets that were recorded only in part, because the recording kept no more of each. */
export interface CutPackets {
  readonly packets: number;
  /** The most that is there of one of them, in bytes, link layer included: the snap length. */
  readonly length: number;
}

/** TLS without SIP, as far as it could be seen, to one port of servers. */
export interface TlsPort {
  readonly port: number;
  readonly connections: number;
  readonly packets: number;
}

/** Packets that could not be decoded for one reason. */
export interface UndecodedPackets {
  /** As in the notices. */
  readonly code: NoticeCode;
  readonly packets: number;
}

/** A kind of tunnel, and how often one was looked into. */
export interface TunnelUse {
  readonly tunnel: Tunnel;
  readonly times: number;
}

/** Flows between hosts of which the capture shows SIP in one direction only, in any flow. */
export interface OneDirection {
  /** Requests, and nothing that came back. */
  readonly requestsOnly?: number;
  /** Responses, and none of the requests. */
  readonly responsesOnly?: number;
}

/** What every packet of an input was, and what weakens an analysis of them. */
export interface Account {
  /** Packets by class: they add up to the packets of the input. */
  readonly packets: Readonly<Partial<Record<PacketClass, number>>>;
  /** Why packets are `undecoded`: these add up to them. */
  readonly undecoded?: readonly UndecodedPackets[];
  /** The ports behind `packets.tls`, those with most packets first; the most important only. */
  readonly tlsPorts?: readonly TlsPort[];
  /** How often a tunnel was looked into, by its kind; its packets are counted as what is inside. */
  readonly tunnels?: readonly TunnelUse[];
  readonly cut?: CutPackets;
  /** SIP messages of which a part is missing, for whatever reason. */
  readonly cutMessages?: number;
  /** IP packets of which fragments are missing. */
  readonly fragmentsMissing?: number;
  /** Places where bytes of a TCP connection that carries SIP are missing. */
  readonly tcpGaps?: number;
  /** Packets that the capturing system says it lost. */
  readonly droppedByCapture?: number;
  readonly clockSteps?: ClockSteps;
  /** SIP messages that are another sighting of a packet, and count for nothing. */
  readonly duplicates?: number;
  readonly oneDirection?: OneDirection;
}
