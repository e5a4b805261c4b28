// What the packet room hands on: where in a frame the transport payload is, and between whom it travelled.
import type { ToldTransport } from '../capture/frame.ts';

export const UDP = 17;
export const TCP = 6;
export const SCTP = 132;

/** The packet of a segment was counted before, as a fragment, or is counted with its connection. */
export const NOT_COUNTED = -1;

/** Why a segment holds fewer bytes than were sent: the snap length, fragments that are missing, or a header that promises more than its packet holds. */
export type CutBy = '' | 'snaplen' | 'fragments' | 'length';

/** A frame of one of the inputs. */
export interface FramePlace {
  readonly input: number;
  /** 1-based. */
  readonly frame: number;
}

/** TCP flag bits (RFC 9293 §3.1). */
export const FIN = 1;
export const SYN = 2;
export const RST = 4;
export const ACK = 16;

/**
 * The transport payload of one frame, by offsets. One such object per decoder, overwritten for each packet; `bytes` is
 * borrowed from the frame (or from the fragment buffer).
 */
export interface Segment {
  /** Index of the input it was read from; set by whoever reads several. */
  input: number;
  /** What its packet was counted as, by index of class; set by who counts, and NOT_COUNTED otherwise. */
  counted: number;
  /** Frame of that input that completed it, 1-based. */
  frame: number;
  timeUs: number;
  nanos: number;
  /** Of UDP: what a datagram was sent over that was put together elsewhere (an exported PDU); UDP for all others. */
  sentOver: number;
  /** IP protocol number: UDP (17), TCP (6) or SCTP (132). Payload is, in SCTP, what stands behind the common header: chunks. */
  protocol: number;
  bytes: Uint8Array;
  /** Where the source and destination addresses stand in `bytes`, and how long they are: 4 or 16. */
  sourceAddress: number;
  destinationAddress: number;
  addressLength: 4 | 16;
  sourcePort: number;
  destinationPort: number;
  payloadStart: number;
  payloadEnd: number;
  /** IPv4 identification; -1 for IPv6. Equal values on equal bytes tell a second sighting from a retransmission. */
  ipId: number;
  /** Fewer payload bytes were captured than the headers promise, and why; '' when all are there. */
  cut: boolean;
  cutBy: CutBy;
  /** Owned: where the IP fragments stand that it was put together from, as they came; empty when it came in one packet. */
  fragments: readonly FramePlace[];
  /** How many payload bytes the headers promise behind `payloadEnd`; 0 unless `cut`. */
  missing: number;
  /** UDP only: what really carried it, where the packet was made of a message in a text; undefined for real packets. */
  told: ToldTransport | undefined;
  /** TCP only: sequence number (unsigned 32 bits) and flag bits (FIN 1, SYN 2, RST 4, PSH 8, ACK 16). */
  sequence: number;
  flags: number;
}

/** Of a segment that came in one packet. */
export const NO_FRAGMENTS: readonly FramePlace[] = [];

/** A segment to be filled by a decoder. */
export function emptySegment(): Segment {
  return {
    input: 0,
    counted: NOT_COUNTED,
    frame: 0,
    timeUs: 0,
    nanos: 0,
    protocol: UDP,
    sentOver: UDP,
    bytes: new Uint8Array(0),
    sourceAddress: 0,
    destinationAddress: 0,
    addressLength: 4,
    sourcePort: 0,
    destinationPort: 0,
    payloadStart: 0,
    payloadEnd: 0,
    ipId: -1,
    cut: false,
    cutBy: '',
    fragments: NO_FRAGMENTS,
    missing: 0,
    told: undefined,
    sequence: 0,
    flags: 0,
  };
}
