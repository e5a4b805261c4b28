// The way through one packet, from its first header to UDP, TCP or SCTP:
//
//   link layers, tags, labels ─▶ IP ─▶ extensions, fragments ─▶ UDP, TCP, SCTP
//                ▲                            │                  │
//                └──────────────── tunnels ◀──┴──────────────────┘
//
// By offsets: nothing is allocated. However they are nested, so many headers are looked through and no more.
import type { Note, NoticeCode } from '../bytes/notice.ts';
import { AMSDU, type Cursor, DAMAGED, ENCRYPTED, IPV4, IPV6, newCursor, NOTHING, WIRELESS_FRAGMENT } from './cursor.ts';
import { openNullEsp } from './esp.ts';
import { ICMP, ICMPV6 } from './icmp.ts';
import { emptyIpPacket, isExtension, readExtension, readFragmentHeader, readIpv4, readIpv6 } from './ip.ts';
import { BAD_HEADER, passLayers, TOO_MANY_HEADERS } from './layers.ts';
import { readPlain } from './plain.ts';
import { holdsIp } from './plausible.ts';
import { fillsChunks, readSctp } from './sctp.ts';
import { emptySegment, SCTP, TCP, UDP } from './segment.ts';
import { readTcp } from './tcp.ts';
import { enterTunnel, type Tunnel } from './tunnels.ts';
import { readUdp } from './udp.ts';
import { mayBeTunnel, tunnelOf, type UdpTunnel } from './udp-tunnels.ts';

/** Headers in one frame, tunnels included; more is damage or an attack. */
const MAX_HEADERS = 24;
const ESP = 50;
const IPV6_FRAGMENT = 44;

/** Where a packet ended: with a segment, or why there is none. */
export type Ending = 'udp' | 'tcp' | 'sctp' | 'fragments' | 'otherProtocols' | 'notIp' | 'unusable';

/** One step: an ending, or what is to be looked at next: the packet in `ip`, or what the cursor stands at. */
type Step = Ending | 'ip' | 'layer';

/** What happens on the way that others must know of. */
export interface WalkEvents {
  readonly note: Note;
  /** `ip` is a fragment. True when it now is the whole packet, because this one was the last that was missing. */
  readonly join: () => boolean;
  /** `ip` is an ICMP packet. */
  readonly onIcmp: () => void;
  readonly onTunnel: (tunnel: Tunnel) => void;
}

/** Walks through packets. One for each decoder: what it holds is overwritten for each packet. */
export class Walk {
  /** Filled where the ending is a segment. */
  readonly segment = emptySegment();
  /** The innermost IP packet that was reached. */
  readonly ip = emptyIpPacket();
  /** Where the walk begins, and then where it has come to; its layer tells what a packet is that is not IP. */
  cursor = newCursor();
  /** Where another packet of the same frame stands: its layer is NOTHING when there is none. */
  readonly rest = newCursor();
  readonly #events: WalkEvents;
  #trial = newCursor();
  #frame = 0;
  #headers = 0;

  constructor(events: WalkEvents) {
    this.#events = events;
  }

  /** Walks on from where the cursor stands. `frame` is for notes. */
  fromCursor(frame: number): Ending {
    this.#begin(frame);
    const { cursor } = this;
    const problem = cursor.layer === IPV4 ? undefined : this.#passLayers(cursor);
    if (problem !== undefined) return problem;
    if (cursor.layer === IPV4) {
      const ending = readPlain(cursor, this.segment);
      if (ending !== undefined) return ending;
    }
    return this.#walk(this.#readIp(cursor));
  }

  /** Walks on from the packet in `ip`. */
  fromPacket(frame: number): Ending {
    this.#begin(frame);
    return this.#walk('ip');
  }

  #begin(frame: number): void {
    this.#frame = frame;
    this.#headers = MAX_HEADERS;
  }

  #walk(first: Step): Ending {
    let step = first;
    while (step === 'ip' || step === 'layer') {
      if (step === 'layer') step = this.#passLayers(this.cursor) ?? this.#readIp(this.cursor);
      else if (this.#headers-- > 0) step = this.#stepInside();
      else return this.#refuse('ip-nested-too-deeply');
    }
    if (step === 'udp' || step === 'tcp' || step === 'sctp') this.#fillAddresses();
    return step;
  }

  #fillAddresses(): void {
    const { segment, ip } = this;
    segment.bytes = ip.bytes;
    segment.sourceAddress = ip.source;
    segment.destinationAddress = ip.destination;
    segment.addressLength = ip.addressLength;
    segment.ipId = ip.ipId;
  }

  /** From a link layer to the IP header behind it; says what is wrong. */
  #passLayers(cursor: Cursor): Ending | undefined {
    const left = passLayers(cursor, this.#headers);
    if (left < 0) return this.#refuse(left === TOO_MANY_HEADERS ? 'ip-nested-too-deeply' : 'link-header-bad');
    this.#headers = left;
    if (cursor.restAt >= 0) this.#keepRest(cursor);
    return undefined;
  }

  #readIp({ bytes, layer, at, end, wireEnd }: Cursor): Ending | 'ip' {
    let problem: NoticeCode | undefined;
    if (layer === IPV4) problem = readIpv4(bytes, at, end, wireEnd, this.ip);
    else if (layer === IPV6) problem = readIpv6(bytes, at, end, wireEnd, this.ip);
    else if (layer === DAMAGED) return this.#refuse('link-checksum-bad');
    else if (layer === WIRELESS_FRAGMENT) return this.#refuse('wireless-fragments');
    else return 'notIp';
    if (problem === undefined) return 'ip';
    this.#events.note(problem, this.#frame);
    return problem === 'ip-length-beyond-packet' ? 'ip' : 'unusable';
  }

  #keepRest({ bytes, restAt, restEnd, restWireEnd }: Cursor): void {
    const { rest } = this;
    rest.bytes = bytes;
    rest.layer = AMSDU;
    rest.at = restAt;
    rest.end = restEnd;
    rest.wireEnd = restWireEnd;
  }

  /** What stands inside the IP packet. */
  #stepInside(): Step {
    const { ip } = this;
    if ((ip.fragmentOffset > 0 || ip.moreFragments) && !this.#events.join()) return 'fragments';
    switch (ip.protocol) {
      case UDP:
        return this.#stepUdp();
      case TCP:
        return this.#end('tcp', readTcp(ip, this.segment));
      case SCTP:
        return this.#end('sctp', readSctp(ip, this.segment));
      case ICMP:
      case ICMPV6:
        this.#events.onIcmp();
        return 'otherProtocols';
      case IPV6_FRAGMENT:
        return readFragmentHeader(ip) ? 'ip' : this.#refuse('ip-header-bad');
      case ESP:
        return ip.end === ip.promisedEnd && this.#openEsp(ip.start, ip.end) ? 'ip' : 'otherProtocols';
      default:
        return this.#stepOther();
    }
  }

  #end(ending: 'tcp' | 'sctp', problem: NoticeCode | undefined): Ending {
    return problem === undefined ? ending : this.#refuse(problem);
  }

  #stepOther(): Step {
    const { ip } = this;
    if (isExtension(ip.protocol)) return readExtension(ip) ? 'ip' : this.#refuse('ip-header-bad');
    const tunnel = enterTunnel(ip, this.cursor);
    if (tunnel === undefined) return 'otherProtocols';
    this.#events.onTunnel(tunnel);
    return 'layer';
  }

  #stepUdp(): Step {
    const { segment } = this;
    const problem = readUdp(this.ip, segment);
    if (problem !== undefined) {
      this.#events.note(problem, this.#frame);
      if (problem !== 'udp-length-beyond-packet') return 'unusable';
    }
    if (!mayBeTunnel(segment.sourcePort, segment.destinationPort)) return 'udp';
    const tunnel = tunnelOf(segment.destinationPort) ?? tunnelOf(segment.sourcePort);
    return tunnel === undefined ? 'udp' : this.#enterUdp(tunnel);
  }

  /** Into a UDP tunnel, where the structure inside proves it. */
  #enterUdp(tunnel: UdpTunnel): Step {
    if (tunnel.read === undefined) return tunnel.name === 'esp' ? this.#enterEsp() : this.#enterSctp();
    const trial = this.#trial;
    this.#standInDatagram(trial);
    if (!tunnel.read(trial)) return 'udp';
    const left = passLayers(trial, this.#headers);
    if (left === TOO_MANY_HEADERS) return this.#refuse('ip-nested-too-deeply');
    if (left === BAD_HEADER || !(holdsIp(trial) || trial.layer === ENCRYPTED)) return 'udp';
    this.#headers = left;
    this.#trial = this.cursor;
    this.cursor = trial;
    if (trial.restAt >= 0) this.#keepRest(trial);
    this.#events.onTunnel(tunnel.name);
    return 'layer';
  }

  #standInDatagram(cursor: Cursor): void {
    const { bytes, promisedEnd } = this.ip;
    const { payloadStart, payloadEnd, missing } = this.segment;
    cursor.bytes = bytes;
    cursor.layer = NOTHING;
    cursor.at = payloadStart;
    cursor.end = payloadEnd;
    cursor.wireEnd = Math.min(payloadEnd + missing, promisedEnd);
    cursor.restAt = -1;
  }

  #enterEsp(): Step {
    const { payloadStart, payloadEnd, cut } = this.segment;
    return !cut && this.#openEsp(payloadStart, payloadEnd) ? 'ip' : 'udp';
  }

  #openEsp(start: number, end: number): boolean {
    if (!openNullEsp(this.ip, start, end, this.#trial)) return false;
    this.#events.onTunnel('esp');
    return true;
  }

  /** SCTP in UDP (RFC 6951) is between the same two addresses. */
  #enterSctp(): Step {
    const { ip } = this;
    const { payloadStart, payloadEnd, cut } = this.segment;
    if (cut || !fillsChunks(ip.bytes, payloadStart, payloadEnd)) return 'udp';
    ip.start = payloadStart;
    ip.end = payloadEnd;
    ip.promisedEnd = payloadEnd;
    ip.protocol = SCTP;
    this.#events.onTunnel('sctp-in-udp');
    return 'ip';
  }

  #refuse(code: NoticeCode): 'unusable' {
    this.#events.note(code, this.#frame);
    return 'unusable';
  }
}
