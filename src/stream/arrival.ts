// What the stream room hands to the SIP door: the bytes of one whole SIP message and how it travelled.

/** `192.0.2.10:5060`, `[2001:db8::1]:5060`: canonical (RFC 5952), compared with ===. */
export type Endpoint = string;

/** How a message travelled, as in the JSON. */
export type Transport = 'udp' | 'tcp' | 'tls' | 'ws' | 'wss' | 'sctp';

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
}
