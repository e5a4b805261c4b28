// One frame is taken apart down to its UDP, TCP or SCTP payload, by offsets: nothing is allocated for a packet. What cannot be
// decoded is noted; what is simply other traffic (ARP, ICMP …) is counted. Nothing here throws.
import type { Note, NoticeCode } from '../bytes/notice.ts';
import type { Frame } from '../capture/frame.ts';
import * as linkTypes from '../capture/link-types.ts';
import { FragmentTable, packetOfGroup } from './fragments.ts';
import { emptyIpPacket, isExtension, readExtension, readFragmentHeader, readIpv4, readIpv6 } from './ip.ts';
import {
  ETHERTYPE_IPV4,
  ETHERTYPE_IPV6,
  readEthernet,
  readLoopback,
  readRawIp,
  readSll,
  readSll2,
  type LinkPayload,
  type LinkReader,
} from './link.ts';
import { readSctp } from './sctp.ts';
import { emptySegment, SCTP, TCP, UDP, type Segment } from './segment.ts';
import { readTcp } from './tcp.ts';
import { GRE_ETHERNET, readGre } from './tunnel.ts';
import { readUdp } from './udp.ts';

/** What became of the packets of a capture: counts that add up to the number of frames. */
export interface PacketCounts {
  udp: number;
  tcp: number;
  sctp: number;
  /** Fragments kept until the others come; the one that completes a packet counts as what it completed. */
  fragments: number;
  /** IP, but none of these: ICMP, ESP … */
  otherProtocols: number;
  /** ARP, LLDP, spanning tree … */
  notIp: number;
  /** Noted as damaged, or of an unknown link type. */
  unusable: number;
}

/** Decodes the frames of one capture. */
export interface Decoder {
  /** Overwritten by `decode` and `takeUnfinished`. */
  readonly segment: Segment;
  readonly counts: Readonly<PacketCounts>;
  /** How many packets of each IP protocol other than UDP, TCP and SCTP were seen. */
  readonly otherProtocols: ReadonlyMap<number, number>;
  /** How many packets of each ethertype other than IP were seen; below 0x600 it is an access point of IEEE 802.2. */
  readonly otherNetworks: ReadonlyMap<number, number>;
  /** True when the frame carries (or completes) a UDP, TCP or SCTP segment: `segment` holds it. */
  decode(frame: Frame): boolean;
  /**
   * Fills `segment` with the beginning of the next packet whose other fragments never came. Call it until it is false,
   * now and then, and with `Infinity` at the end of the capture. The segment has the time of its first fragment.
   */
  takeUnfinished(nowUs: number): boolean;
}

/** Makes a decoder for one capture. */
export function createDecoder(note: Note): Decoder {
  return new FrameDecoder(note);
}

/** Headers in one frame, tunnels included; more is damage or an attack. */
const MAX_HEADERS = 24;
const IP_IN_IP = 4;
const IPV6_IN_IP = 41;
const GRE = 47;
const IPV6_FRAGMENT = 44;

const linkReaders: ReadonlyMap<number, LinkReader> = new Map([
  [linkTypes.LINK_ETHERNET, readEthernet],
  [linkTypes.LINK_SLL, readSll],
  [linkTypes.LINK_SLL2, readSll2],
  [linkTypes.LINK_NULL, readLoopback],
  [linkTypes.LINK_LOOP, readLoopback],
  [linkTypes.LINK_RAW_BSD, readRawIp],
  [linkTypes.LINK_RAW_OPENBSD, readRawIp],
  [linkTypes.LINK_RAW_IP, readRawIp],
  [linkTypes.LINK_IPV4, readRawIp],
  [linkTypes.LINK_IPV6, readRawIp],
]);

class FrameDecoder implements Decoder {
  readonly segment = emptySegment();
  readonly counts: PacketCounts = { udp: 0, tcp: 0, sctp: 0, fragments: 0, otherProtocols: 0, notIp: 0, unusable: 0 };
  readonly otherProtocols = new Map<number, number>();
  readonly otherNetworks = new Map<number, number>();
  readonly #note: Note;
  readonly #fragments: FragmentTable;
  readonly #link: LinkPayload = { etherType: 0, at: 0 };
  readonly #ip = emptyIpPacket();
  #linkType = -1;
  /** The packet at hand is counted; not so one whose fragments were counted before. */
  #isCounted = true;
  #readLink: LinkReader | undefined;

  constructor(note: Note) {
    this.#note = note;
    this.#fragments = new FragmentTable(note);
  }

  decode(frame: Frame): boolean {
    const kind = this.#decodeLink(frame);
    this.counts[kind]++;
    if (kind !== 'udp' && kind !== 'tcp' && kind !== 'sctp') return false;
    const { segment } = this;
    segment.frame = frame.number;
    segment.timeUs = frame.timeUs;
    segment.nanos = frame.nanos;
    this.#fillAddresses();
    return true;
  }

  takeUnfinished(nowUs: number): boolean {
    for (;;) {
      const group = this.#fragments.takeUnfinished(nowUs);
      if (group === undefined) return false;
      packetOfGroup(group, true, this.#ip);
      this.#isCounted = false;
      const kind = this.#decodeTransport(undefined, group.frame);
      this.#isCounted = true;
      if (kind !== 'udp' && kind !== 'tcp' && kind !== 'sctp') continue;
      const { segment } = this;
      segment.frame = group.frame;
      segment.timeUs = group.timeUs;
      segment.nanos = group.nanos;
      segment.cut = true;
      // Only a UDP header says how much was to follow.
      if (kind !== 'udp') segment.missing = 0;
      this.#fillAddresses();
      return true;
    }
  }

  #decodeLink(frame: Frame): keyof PacketCounts {
    if (frame.linkType !== this.#linkType) {
      this.#linkType = frame.linkType;
      this.#readLink = linkReaders.get(frame.linkType);
    }
    if (this.#readLink === undefined) return this.#refuse('link-type-unknown', frame.number);
    if (!this.#readLink(frame.bytes, frame.start, frame.end, this.#link)) {
      return this.#refuse('link-header-bad', frame.number);
    }
    const wireEnd = Math.max(frame.end, frame.start + frame.wireLength);
    const kind = this.#decodeIp(frame.bytes, frame.end, wireEnd, frame.number);
    return kind ?? this.#decodeTransport(frame, frame.number);
  }

  /** Reads the IP header that `#link` points at; `undefined` when it could be read. */
  #decodeIp(bytes: Uint8Array, end: number, wireEnd: number, frameNumber: number): 'notIp' | 'unusable' | undefined {
    const { etherType, at } = this.#link;
    let problem: NoticeCode | undefined;
    if (etherType === ETHERTYPE_IPV4) problem = readIpv4(bytes, at, end, wireEnd, this.#ip);
    else if (etherType === ETHERTYPE_IPV6) problem = readIpv6(bytes, at, end, wireEnd, this.#ip);
    else return this.#countNotIp(etherType);
    if (problem === undefined) return undefined;
    this.#note(problem, frameNumber);
    return problem === 'ip-length-beyond-packet' ? undefined : 'unusable';
  }

  /** @param frame The frame that the packet in `#ip` came with; absent when fragments must not be looked for any more. */
  #decodeTransport(frame: Frame | undefined, frameNumber: number): keyof PacketCounts {
    const ip = this.#ip;
    for (let headers = 0; headers < MAX_HEADERS; headers++) {
      if (ip.fragmentOffset > 0 || ip.moreFragments) {
        const group = frame === undefined ? undefined : this.#fragments.add(ip, frame);
        if (group === undefined) return 'fragments';
        packetOfGroup(group, false, ip);
      }
      if (ip.protocol === UDP) return this.#decodeUdp(frameNumber);
      if (ip.protocol === TCP) return this.#decodeTcp(frameNumber);
      if (ip.protocol === SCTP) return this.#decodeSctp(frameNumber);
      const kind = this.#decodeInner(frameNumber);
      if (kind !== undefined) return kind;
    }
    return this.#refuse('ip-nested-too-deeply', frameNumber);
  }

  /** Passes one extension header or tunnel; `undefined` when `#ip` now is what was behind it. */
  #decodeInner(frameNumber: number): keyof PacketCounts | undefined {
    const ip = this.#ip;
    if (isExtension(ip.protocol)) {
      return readExtension(ip) ? undefined : this.#refuse('ip-header-bad', frameNumber);
    }
    switch (ip.protocol) {
      case IPV6_FRAGMENT:
        return readFragmentHeader(ip) ? undefined : this.#refuse('ip-header-bad', frameNumber);
      case IP_IN_IP:
      case IPV6_IN_IP:
        this.#link.etherType = ip.protocol === IP_IN_IP ? ETHERTYPE_IPV4 : ETHERTYPE_IPV6;
        this.#link.at = ip.start;
        return this.#decodeIp(ip.bytes, ip.end, ip.promisedEnd, frameNumber);
      case GRE:
        if (!this.#readGre()) return this.#countOther(ip.protocol);
        return this.#decodeIp(ip.bytes, ip.end, ip.promisedEnd, frameNumber);
      default:
        return this.#countOther(ip.protocol);
    }
  }

  #readGre(): boolean {
    const { bytes, start, end } = this.#ip;
    if (!readGre(bytes, start, end, this.#link)) return false;
    return this.#link.etherType !== GRE_ETHERNET || readEthernet(bytes, this.#link.at, end, this.#link);
  }

  #decodeUdp(frameNumber: number): 'udp' | 'unusable' {
    const problem = readUdp(this.#ip, this.segment);
    if (problem === undefined) return 'udp';
    this.#note(problem, frameNumber);
    return problem === 'udp-length-beyond-packet' ? 'udp' : 'unusable';
  }

  #decodeTcp(frameNumber: number): 'tcp' | 'unusable' {
    const problem = readTcp(this.#ip, this.segment);
    return problem === undefined ? 'tcp' : this.#refuse(problem, frameNumber);
  }

  #decodeSctp(frameNumber: number): 'sctp' | 'unusable' {
    const problem = readSctp(this.#ip, this.segment);
    return problem === undefined ? 'sctp' : this.#refuse(problem, frameNumber);
  }

  #countOther(protocol: number): 'otherProtocols' {
    if (this.#isCounted) this.otherProtocols.set(protocol, (this.otherProtocols.get(protocol) ?? 0) + 1);
    return 'otherProtocols';
  }

  #countNotIp(etherType: number): 'notIp' {
    if (this.#isCounted) this.otherNetworks.set(etherType, (this.otherNetworks.get(etherType) ?? 0) + 1);
    return 'notIp';
  }

  #refuse(code: NoticeCode, frameNumber: number): 'unusable' {
    this.#note(code, frameNumber);
    return 'unusable';
  }

  #fillAddresses(): void {
    const { segment } = this;
    const ip = this.#ip;
    segment.bytes = ip.bytes;
    segment.sourceAddress = ip.source;
    segment.destinationAddress = ip.destination;
    segment.addressLength = ip.addressLength;
    segment.ipId = ip.ipId;
  }
}
