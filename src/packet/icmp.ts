// ICMP errors (RFC 792, RFC 4443) that quote the packet they are about: evidence that it did not arrive. Never a message of
// its own: what is quoted was sent before.
import { u16, u8 } from '../capture/integers.ts';
import { addressText, endpointAt } from './endpoint.ts';
import { type IpPacket, isExtension, readExtension, readFragmentHeader, readIpv4, readIpv6 } from './ip.ts';
import { SCTP, TCP, UDP } from './segment.ts';

export const ICMP = 1;
export const ICMPV6 = 58;
const IPV6_FRAGMENT = 44;

/** An ICMP error that quotes a UDP, TCP or SCTP packet. A new object for each; its bytes are borrowed. */
export interface IcmpError {
  /** Index of the input, and the 1-based number of the frame there. */
  readonly input: number;
  readonly frame: number;
  readonly timeUs: number;
  readonly nanos: number;
  /** Who complains, without port: `192.0.2.1`, `2001:db8::1`. */
  readonly sender: string;
  /** 4: type and code of ICMP; 6: of ICMPv6. */
  readonly version: 4 | 6;
  readonly type: number;
  readonly code: number;
  /** The packet that is quoted: IP protocol number, and endpoints as segments have them. */
  readonly protocol: number;
  readonly source: string;
  readonly destination: string;
  /** What is quoted of its payload stands at [start, end) of `bytes`: often only the beginning, or nothing. */
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/** Where and when a packet was captured. */
export interface PacketMoment {
  readonly input: number;
  readonly frame: number;
  readonly timeUs: number;
  readonly nanos: number;
}

/** Unreachable, source quench, redirect, time exceeded, parameter problem. */
const errors4: ReadonlySet<number> = new Set([3, 4, 5, 11, 12]);
/** Unreachable, too big, time exceeded, parameter problem. */
const errors6: ReadonlySet<number> = new Set([1, 2, 3, 4]);

/**
 * The error in an ICMP packet; `undefined` when it is none, or does not quote enough to tell whom it is about.
 * @param quoted Overwritten.
 */
export function icmpErrorIn(ip: IpPacket, quoted: IpPacket, moment: PacketMoment): IcmpError | undefined {
  const { bytes, start, source, addressLength } = ip;
  const version = addressLength === 4 ? 4 : 6;
  const type = u8(bytes, start);
  if (!(version === 4 ? errors4 : errors6).has(type) || (ip.protocol === ICMP) !== (version === 4)) return undefined;
  if (!readQuote(bytes, start + 8, endOfQuote(ip, version, type), version, quoted)) return undefined;
  const { protocol } = quoted;
  return {
    ...moment,
    sender: addressText(bytes, source, addressLength),
    version,
    type,
    code: u8(bytes, start + 1),
    protocol,
    source: endpointAt(bytes, quoted.source, addressLength, u16(bytes, quoted.start)),
    destination: endpointAt(bytes, quoted.destination, addressLength, u16(bytes, quoted.start + 2)),
    bytes,
    start: Math.min(quoted.end, quoted.start + transportHeaderLength(quoted)),
    end: endOfPayload(quoted),
  };
}

/** Extensions may stand behind the quote: its length is then told, in words of the IP version (RFC 4884 §3). */
function endOfQuote({ bytes, start, end }: IpPacket, version: 4 | 6, type: number): number {
  if (version === 4 && (type === 4 || type === 5)) return end;
  if (version === 6 && (type === 2 || type === 4)) return end;
  const length = version === 4 ? 4 * u8(bytes, start + 5) : 8 * u8(bytes, start + 4);
  return length === 0 ? end : Math.min(end, start + 8 + length);
}

/** Reads the IP header that is quoted; true when the ports behind it are there too. */
function readQuote(bytes: Uint8Array, at: number, end: number, version: 4 | 6, quoted: IpPacket): boolean {
  const read = version === 4 ? readIpv4 : readIpv6;
  const problem = read(bytes, at, end, end, quoted);
  // Quotes are cut short as a rule.
  if (problem !== undefined && problem !== 'ip-length-beyond-packet') return false;
  while (isExtension(quoted.protocol) || quoted.protocol === IPV6_FRAGMENT) {
    if (!(quoted.protocol === IPV6_FRAGMENT ? readFragmentHeader(quoted) : readExtension(quoted))) return false;
  }
  const { protocol } = quoted;
  const hasPorts = protocol === UDP || protocol === TCP || protocol === SCTP;
  return hasPorts && quoted.fragmentOffset === 0 && quoted.end - quoted.start >= 4;
}

function transportHeaderLength({ bytes, protocol, start, end }: IpPacket): number {
  if (protocol === UDP) return 8;
  if (protocol === SCTP) return 12;
  return end - start > 12 ? Math.max(20, (u8(bytes, start + 12) >> 4) * 4) : 20;
}

function endOfPayload({ bytes, protocol, start, end }: IpPacket): number {
  const length = protocol === UDP && end - start >= 8 ? u16(bytes, start + 4) : 0;
  return length >= 8 ? Math.min(end, start + length) : end;
}
