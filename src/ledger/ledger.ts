// The book of one input: what each packet was, and what weakens an analysis of them. Counting a packet costs an addition.
import type { NoticeCode } from '../bytes/notice.ts';
import type { Frame } from '../capture/frame.ts';
import type { PacketCounts } from '../packet/decode.ts';
import { NOT_COUNTED, type Segment, TCP, UDP } from '../packet/segment.ts';
import type { Tunnel } from '../packet/tunnels.ts';
import type { Account, TlsPort, TunnelUse } from './account.ts';
import { type ClassIndex, indexOf, type PacketClass, packetClasses } from './classes.ts';
import { Clock } from './clock.ts';
import { Connections, type Settle } from './connections.ts';
import { classOfDatagram } from './datagram.ts';
import { classOfNetwork, classOfProtocol } from './lower-layers.ts';
import { classOfStream, UNDECIDED } from './stream.ts';

const SIP = indexOf('sip');
const SIP_LIKE = indexOf('sipLike');
const HEP = indexOf('hep');
const TLS = indexOf('tls');
const OTHER_TCP = indexOf('otherTcp');
const OTHER_SCTP = indexOf('sctp');
/** Ports of TLS servers that are told apart in the account; those with most packets. */
const MAX_TLS_PORTS = 8;

/** What the file itself tells of its packets. */
export interface FileCounts {
  /** Packet records, those that could not be handed out included. */
  readonly packets: number;
  readonly droppedByCapture: number;
}

/** What the packet room has counted of packets that carry no segment. */
export interface Decoded {
  readonly counts: Readonly<PacketCounts>;
  /** By IP protocol number, and by ethertype or layer where there is no IP. */
  readonly otherProtocols: ReadonlyMap<number, number>;
  readonly otherNetworks: ReadonlyMap<number, number>;
  readonly tunnels: ReadonlyMap<Tunnel, number>;
}

/** Whether SIP may be in a segment: the one place where that is decided. */
export function mayCarrySip(segment: Segment): boolean {
  return segment.protocol !== UDP || isForDoor(classOfDatagram(segment));
}

/** SIP, and an envelope that may hold some. */
function isForDoor(found: ClassIndex): boolean {
  return found === SIP || found === HEP;
}

/** Counts the packets of one input. */
export class Ledger {
  readonly clock = new Clock();
  /** SIP messages of which a part is missing, and those that are another sighting of a packet. */
  cutMessages = 0;
  duplicates = 0;
  /** Flows between hosts of which SIP is heard in one direction only. */
  requestsOnly = 0;
  responsesOnly = 0;
  /** By class: packets that carry a segment, those of open connections not yet. */
  readonly #counts = new Float64Array(packetClasses.length);
  readonly #tcp: Connections;
  readonly #sctp: Connections;
  /** By port. */
  readonly #tls = new Map<number, { connections: number; packets: number }>();
  readonly #undecoded = new Map<NoticeCode, number>();
  #frames = 0;
  #cut = 0;
  #cutLength = 0;

  constructor() {
    const settle: Settle = (found, packets, port) => this.#settle(found, packets, port);
    this.#tcp = new Connections(settle, classOfStream, OTHER_TCP);
    // Only what comes out of an association tells what it carries.
    this.#sctp = new Connections(settle, () => UNDECIDED, OTHER_SCTP);
  }

  /** A packet was read. */
  see(frame: Frame): void {
    this.#frames++;
    this.clock.reach(frame.timeUs, frame.number);
    const length = frame.end - frame.start;
    if (frame.wireLength > length) this.#seeCut(length);
  }

  /** It carries a segment, and is counted as what that is. True where SIP may be in it. */
  sort(segment: Segment): boolean {
    if (segment.protocol !== UDP) {
      this.#connectionsOf(segment).count(segment);
      segment.counted = NOT_COUNTED;
      return true;
    }
    const found = classOfDatagram(segment);
    this.#add(found, 1);
    segment.counted = found;
    return isForDoor(found);
  }

  /** It could not be decoded. */
  refuse(why: NoticeCode): void {
    this.#undecoded.set(why, (this.#undecoded.get(why) ?? 0) + 1);
  }

  /** A segment has been through the SIP door, which found SIP in it or not: it may be something else than it looked like. */
  settle(segment: Segment, heldSip: boolean): void {
    const { counted } = segment;
    if (segment.protocol !== UDP) {
      if (heldSip) this.#connectionsOf(segment).reveal(segment, SIP);
    } else if (counted === SIP && !heldSip) this.#move(SIP, SIP_LIKE);
    else if (counted !== SIP && counted >= 0 && heldSip) this.#move(counted, SIP);
  }

  /** SIP came out of a TLS connection between these endpoints, at whatever time it was opened. */
  unseal(source: string, destination: string): void {
    this.#tcp.revealSealed(source, destination, SIP);
  }

  /** No more segments come. */
  end(): void {
    this.#tcp.end();
    this.#sctp.end();
  }

  /**
   * The account of the input, which has been read to its end.
   * @param notes How often something was noted.
   */
  account(file: FileCounts, decoded: Decoded, notes: (code: NoticeCode) => number): Account {
    const unread = file.packets - this.#frames;
    const reasons = this.#reasons(unread, notes('interface-missing'));
    this.#tcp.close();
    this.#sctp.close();
    return {
      packets: this.#packets(decoded, unread),
      ...(reasons ? { undecoded: reasons } : {}),
      ...(this.#tls.size > 0 ? { tlsPorts: this.#tlsPorts() } : {}),
      ...(decoded.tunnels.size > 0 ? { tunnels: tunnelUses(decoded) } : {}),
      ...(this.#cut > 0 ? { cut: { packets: this.#cut, length: this.#cutLength } } : {}),
      ...counted('cutMessages', this.cutMessages),
      ...counted('fragmentsMissing', notes('fragments-missing')),
      ...counted('tcpGaps', notes('tcp-gap')),
      ...counted('droppedByCapture', file.droppedByCapture),
      ...(this.clock.steps ? { clockSteps: this.clock.steps } : {}),
      ...counted('duplicates', this.duplicates),
      ...this.#oneDirection(),
    };
  }

  #connectionsOf({ protocol }: Segment): Connections {
    return protocol === TCP ? this.#tcp : this.#sctp;
  }

  #seeCut(length: number): void {
    this.#cut++;
    if (length > this.#cutLength) this.#cutLength = length;
  }

  #settle(found: ClassIndex, packets: number, port: number): void {
    this.#add(found, packets);
    if (found !== TLS) return;
    const known = this.#tls.get(port);
    if (known) {
      known.connections++;
      known.packets += packets;
    } else this.#tls.set(port, { connections: 1, packets });
  }

  #add(found: ClassIndex, packets: number): void {
    this.#counts[found] = (this.#counts[found] ?? 0) + packets;
  }

  #move(from: ClassIndex, to: ClassIndex): void {
    this.#add(from, -1);
    this.#add(to, 1);
  }

  #packets({ counts, otherProtocols, otherNetworks }: Decoded, unread: number): Account['packets'] {
    const all = new Map(packetClasses.map((name, index) => [name, this.#counts[index] ?? 0] as const));
    const add = (name: PacketClass, packets: number): void => void all.set(name, (all.get(name) ?? 0) + packets);
    for (const [protocol, packets] of otherProtocols) add(classOfProtocol(protocol), packets);
    for (const [etherType, packets] of otherNetworks) add(classOfNetwork(etherType), packets);
    add('fragment', counts.fragments);
    add('undecoded', counts.unusable + unread);
    return Object.fromEntries([...all].filter(([, packets]) => packets > 0));
  }

  /** @param unread Packets that the file room could not hand out. */
  #reasons(unread: number, withoutInterface: number): Account['undecoded'] {
    const reasons = new Map(this.#undecoded);
    const add = (why: NoticeCode, packets: number): void => void reasons.set(why, (reasons.get(why) ?? 0) + packets);
    const nameless = Math.min(unread, withoutInterface);
    if (nameless > 0) add('interface-missing', nameless);
    if (unread > nameless) add('record-damaged', unread - nameless);
    return reasons.size === 0 ? undefined : [...reasons].map(([code, packets]) => ({ code, packets }));
  }

  #tlsPorts(): readonly TlsPort[] {
    const ports = [...this.#tls].map(([port, counts]) => ({ port, ...counts }));
    return ports.sort((a, b) => b.packets - a.packets || a.port - b.port).slice(0, MAX_TLS_PORTS);
  }

  #oneDirection(): Pick<Account, 'oneDirection'> {
    const { requestsOnly, responsesOnly } = this;
    if (requestsOnly + responsesOnly === 0) return {};
    return { oneDirection: { ...counted('requestsOnly', requestsOnly), ...counted('responsesOnly', responsesOnly) } };
  }
}

function tunnelUses({ tunnels }: Decoded): readonly TunnelUse[] {
  return [...tunnels].map(([tunnel, times]) => ({ tunnel, times }));
}

/** A key with its count; nothing when that is 0. */
function counted<Key extends string>(key: Key, count: number): Partial<Record<Key, number>> {
  return count > 0 ? ({ [key]: count } as Partial<Record<Key, number>>) : {};
}
