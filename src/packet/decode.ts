// One frame is taken apart down to its UDP, TCP or SCTP payload, by offsets: nothing is allocated for a packet. What cannot
// be decoded is noted; what is simply other traffic (ARP, ICMP …) is counted. Nothing here throws.
import type { Note } from '../bytes/notice.ts';
import type { Frame } from '../capture/frame.ts';
import { LINK_EXPORTED_PDU } from '../capture/link-types.ts';
import { type HeaderReader, LINK_TYPES, NOTHING } from './cursor.ts';
import { readExportedPdu } from './exported-pdu.ts';
import { type FragmentGroup, FragmentTable, packetOfGroup } from './fragments.ts';
import { type IcmpError, icmpErrorIn, type PacketMoment } from './icmp.ts';
import { copyOfPacket, emptyIpPacket, type IpPacket, setPacket } from './ip.ts';
import { readerOf } from './layers.ts';
import { type FramePlace, NO_FRAGMENTS, type Segment, UDP } from './segment.ts';
import type { Tunnel } from './tunnels.ts';
import { type Ending, Walk } from './walk.ts';

/** What became of the packets of a capture: counts that add up to the number of frames. */
export interface PacketCounts extends Record<Ending, number> {
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

/** A fragment that waits for its turn. Owned. */
export interface Fragment extends PacketMoment {
  readonly packet: IpPacket;
  /** Its frame was counted as a fragment. */
  readonly counted: boolean;
}

/** What else a decoder may be given. */
export interface DecoderHooks {
  /** An ICMP error that quotes a packet. */
  readonly onIcmp?: ((error: IcmpError) => void) | undefined;
  /**
   * Takes fragments, instead of their being put together at once: `join` is to be called for each of them when its time has
   * come. For inputs that are read ahead of each other.
   */
  readonly onFragment?: ((fragment: Fragment) => void) | undefined;
}

/** Decodes the frames of one input. */
export interface Decoder {
  /** Overwritten by each call. Its `input` is left alone: set it once. */
  readonly segment: Segment;
  readonly counts: Readonly<PacketCounts>;
  /** How many packets of each IP protocol other than UDP, TCP and SCTP were seen. */
  readonly otherProtocols: ReadonlyMap<number, number>;
  /**
   * How many packets of each ethertype other than IP were seen; below 0x600 it is an access point of IEEE 802.2, above
   * 0xffff one of the layers of cursor.ts.
   */
  readonly otherNetworks: ReadonlyMap<number, number>;
  /** How often each kind of tunnel was entered. */
  readonly tunnels: ReadonlyMap<Tunnel, number>;
  /** True when the frame carries (or completes) a UDP, TCP or SCTP segment: `segment` holds it. */
  decode(frame: Frame): boolean;
  /** Another packet stands in the frame at hand: `decodeNext` is to be called. */
  readonly hasMore: boolean;
  /** As `decode`, for the next packet of the frame at hand, which is counted already. */
  decodeNext(): boolean;
  /** As `decode`, for a fragment that was handed to `onFragment`. */
  join(fragment: Fragment): boolean;
  /**
   * Fills `segment` with the beginning of a packet whose other fragments never came, with the frame and the time of that
   * beginning. False when there is none in it. All its frames are counted as fragments.
   */
  decodeUnfinished(group: FragmentGroup): boolean;
}

/** Makes a decoder for one input. `fragments` is shared by all inputs of an observation; without it, it is the only one. */
export function createDecoder(
  note: Note,
  fragments: FragmentTable = new FragmentTable((code, frame) => note(code, frame)),
  hooks: DecoderHooks = {},
): Decoder {
  return new FrameDecoder(note, fragments, hooks);
}

/** What is read of a frame beside its bytes. */
type FrameMoment = Pick<Frame, 'number' | 'timeUs' | 'nanos' | 'told'>;

const NO_FRAME: FrameMoment = { number: 0, timeUs: 0, nanos: 0 };

class FrameDecoder implements Decoder {
  readonly segment: Segment;
  readonly counts = { udp: 0, tcp: 0, sctp: 0, fragments: 0, otherProtocols: 0, notIp: 0, unusable: 0 };
  readonly otherProtocols = new Map<number, number>();
  readonly otherNetworks = new Map<number, number>();
  readonly tunnels = new Map<Tunnel, number>();
  readonly #note: Note;
  readonly #fragments: FragmentTable;
  readonly #hooks: DecoderHooks;
  readonly #walk: Walk;
  readonly #quoted = emptyIpPacket();
  #linkType = -1;
  #readLink: HeaderReader | undefined;
  #frame = NO_FRAME;
  /** Fragments are looked for: not inside of what stayed incomplete. */
  #joins: 'now' | 'later' | 'never';
  #isFirst = true;

  constructor(note: Note, fragments: FragmentTable, hooks: DecoderHooks) {
    this.#note = note;
    this.#fragments = fragments;
    this.#hooks = hooks;
    this.#joins = hooks.onFragment ? 'later' : 'now';
    this.#walk = new Walk({
      note,
      join: () => this.#join(),
      onIcmp: () => this.#tellIcmp(),
      onTunnel: (tunnel) => increment(this.tunnels, tunnel),
    });
    this.segment = this.#walk.segment;
  }

  decode(frame: Frame): boolean {
    this.#frame = frame;
    this.segment.fragments = NO_FRAGMENTS;
    const ending = this.#decodeFrame(frame);
    this.#count(ending);
    return this.#finish(ending);
  }

  get hasMore(): boolean {
    return this.#walk.rest.layer !== NOTHING;
  }

  decodeNext(): boolean {
    const { cursor, rest } = this.#walk;
    Object.assign(cursor, rest);
    rest.layer = NOTHING;
    this.#isFirst = false;
    this.segment.fragments = NO_FRAGMENTS;
    const ending = this.#walk.fromCursor(this.#frame.number);
    this.#isFirst = true;
    return this.#finish(ending);
  }

  join({ packet, counted, frame, timeUs, nanos }: Fragment): boolean {
    setPacket(this.#walk.ip, packet);
    const ending = this.#resume({ number: frame, timeUs, nanos }, 'now', NO_FRAGMENTS);
    if (counted && ending !== 'fragments') {
      this.counts.fragments--;
      this.#count(ending);
    }
    return this.#finish(ending);
  }

  decodeUnfinished(group: FragmentGroup): boolean {
    const { frame, timeUs, nanos } = group.begin;
    packetOfGroup(group, true, this.#walk.ip);
    const ending = this.#resume({ number: frame, timeUs, nanos }, 'never', group.places);
    if (!this.#finish(ending)) return false;
    const { segment } = this;
    segment.cut = true;
    segment.cutBy = 'fragments';
    // Only a UDP header says how much was to follow.
    if (ending !== 'udp') segment.missing = 0;
    return true;
  }

  /** Goes on from a packet whose frame was read before. */
  #resume(frame: FrameMoment, joins: 'now' | 'never', places: readonly FramePlace[]): Ending {
    const usual = this.#joins;
    this.#frame = frame;
    this.#joins = joins;
    this.segment.fragments = places;
    this.segment.sentOver = UDP;
    const ending = this.#walk.fromPacket(frame.number);
    this.#joins = usual;
    return ending;
  }

  #decodeFrame(frame: Frame): Ending {
    const { cursor } = this.#walk;
    if (frame.linkType !== this.#linkType) {
      this.#linkType = frame.linkType;
      this.#readLink = readerOf(LINK_TYPES + frame.linkType);
      this.segment.sentOver = UDP;
    }
    cursor.bytes = frame.bytes;
    cursor.at = frame.start;
    cursor.end = frame.end;
    cursor.wireEnd = Math.max(frame.end, frame.start + frame.wireLength);
    cursor.restAt = -1;
    this.#walk.rest.layer = NOTHING;
    if (this.#readLink === undefined) return this.#decodeExported(frame);
    if (this.#readLink(cursor)) return this.#walk.fromCursor(frame.number);
    this.#note('link-header-bad', frame.number);
    return 'unusable';
  }

  #decodeExported({ linkType, number }: Frame): Ending {
    const { cursor, segment } = this.#walk;
    const isExported = linkType === LINK_EXPORTED_PDU;
    if (isExported && readExportedPdu(cursor, segment)) return 'udp';
    this.#note(isExported ? 'link-header-bad' : 'link-type-unknown', number);
    return 'unusable';
  }

  #count(ending: Ending): void {
    this.counts[ending]++;
    if (ending === 'otherProtocols') increment(this.otherProtocols, this.#walk.ip.protocol);
    else if (ending === 'notIp') increment(this.otherNetworks, this.#walk.cursor.layer);
  }

  /** Tells from where and when the segment is, if there is one. */
  #finish(ending: Ending): boolean {
    if (ending !== 'udp' && ending !== 'tcp' && ending !== 'sctp') return false;
    const { segment } = this;
    segment.frame = this.#frame.number;
    segment.timeUs = this.#frame.timeUs;
    segment.nanos = this.#frame.nanos;
    segment.told = this.#frame.told;
    return true;
  }

  #join(): boolean {
    const { ip } = this.#walk;
    if (this.#joins === 'never') return false;
    if (this.#joins === 'later') {
      this.#hooks.onFragment?.({ ...this.#moment(), packet: copyOfPacket(ip), counted: this.#isFirst });
      return false;
    }
    const group = this.#fragments.add(ip, this.#moment());
    if (group === undefined) return false;
    packetOfGroup(group, false, ip);
    this.segment.fragments = group.places;
    return true;
  }

  #tellIcmp(): void {
    const { onIcmp } = this.#hooks;
    const error = onIcmp && icmpErrorIn(this.#walk.ip, this.#quoted, this.#moment());
    if (error) onIcmp(error);
  }

  #moment(): PacketMoment {
    const { number, timeUs, nanos } = this.#frame;
    return { input: this.segment.input, frame: number, timeUs, nanos };
  }
}

function increment<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
