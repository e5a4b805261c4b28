// What the stream room hands to the SIP door: the bytes of one whole SIP message and how it travelled.
import type { CutBy, FramePlace } from '../packet/segment.ts';

/** `192.0.2.10:5060`, `[2001:db8::1]:5060`: canonical (RFC 5952), compared with ===. */
export type Endpoint = string;

/** How a message travelled, as in the JSON. */
export type Transport = 'udp' | 'tcp' | 'tls' | 'ws' | 'wss' | 'sctp';

/** An ICMP error that came, with what it quotes of the packet that caused it (RFC 792, RFC 4443). `bytes` is borrowed. */
export interface TransportError {
  readonly input: number;
  readonly frame: number;
  readonly timeUs: number;
  readonly nanos: number;
  /** Who sent it: an address, without port. */
  readonly sender: string;
  /** Of the ICMP message: 4 or 6, type and code. */
  readonly version: 4 | 6;
  readonly type: number;
  readonly code: number;
  /** Between whom the packet travelled that caused it. */
  readonly source: Endpoint;
  readonly destination: Endpoint;
  /** What is quoted of its payload, in [start, end): often less than was sent. */
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/** One SIP message as it arrived. One such object, overwritten for each message; `bytes` is borrowed. */
export interface Arrival {
  /** Index of the input that holds the frame that completed the message, and the 1-based number of that frame there. */
  input: number;
  frame: number;
  timeUs: number;
  nanos: number;
  source: Endpoint;
  destination: Endpoint;
  transport: Transport;
  bytes: Uint8Array;
  start: number;
  end: number;
  /** IPv4 identification of the (last) packet; -1 where there is none. */
  ipId: number;
  /** The capture holds fewer bytes of this message than were sent. */
  cut: boolean;
  /** Of a datagram that is cut: why. */
  cutBy?: CutBy;
  /** Of a datagram that was sent in IP fragments: where those stand that are there, as they came. Owned. */
  fragments?: readonly FramePlace[];
}
