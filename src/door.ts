// The SIP door: segments of one observation become arrivals of whole SIP messages. Everything before the door is
// borrowed, everything behind it is kept.
import { BufferPool } from './bytes/pending.ts';
import { endpointOf } from './packet/endpoint.ts';
import { NO_FRAGMENTS, SCTP, type Segment, TCP, UDP } from './packet/segment.ts';
import { looksLikeSip } from './sip/recognize.ts';
import type { Arrival, Transport } from './stream/arrival.ts';
import { looksLikeHep } from './stream/hep.ts';
import { HepDesk } from './stream/hep-layer.ts';
import type { LayerFactory, Outlet, StreamNote } from './stream/layer.ts';
import { Opening, type OpeningTools } from './stream/opening.ts';
import { Histories } from './stream/web-socket/layer.ts';
import { SctpAssociations } from './stream/sctp/associations.ts';
import { createTcpStreams, type TcpSink, type TcpStreams } from './stream/tcp.ts';

/** Takes an arrival, overwritten for the next one. */
export type OnArrival = (arrival: Arrival) => void;

/** What else the door may be given. */
export interface DoorOptions {
  /** Opens the TLS of connections; without it, what is inside is not seen. */
  readonly tls?: LayerFactory;
}

/** Lets SIP in. Nothing here throws. */
export class SipDoor {
  readonly #arrival: Arrival = {
    input: 0,
    frame: 0,
    timeUs: 0,
    nanos: 0,
    source: '',
    destination: '',
    transport: 'udp',
    bytes: new Uint8Array(0),
    start: 0,
    end: 0,
    ipId: -1,
    cut: false,
    cutBy: '',
    fragments: NO_FRAGMENTS,
  };
  readonly #onArrival: OnArrival;
  readonly #hep: HepDesk;
  readonly #streams: TcpStreams;
  readonly #sctp: SctpAssociations;
  /** Input of the segment at hand. */
  #input = 0;

  /** `note` is told of what could not be put together. */
  constructor(onArrival: OnArrival, note: StreamNote, options: DoorOptions = {}) {
    this.#onArrival = onArrival;
    const outlet: Outlet = {
      arrival: this.#arrival,
      send: () => onArrival(this.#arrival),
      note,
      pool: new BufferPool(),
    };
    this.#hep = new HepDesk(outlet);
    this.#sctp = new SctpAssociations(outlet);
    const sink = layered({ outlet, hep: this.#hep, histories: new Histories(), tls: options.tls });
    this.#streams = createTcpStreams<Opening>(sink, (code, frame) => note(code, frame, this.#input));
  }

  /** The next segment, in the order of the observation. */
  push(segment: Segment): void {
    this.#input = segment.input;
    if (segment.protocol === UDP) return this.#pushDatagram(segment);
    if (segment.protocol === TCP) this.#streams.push(segment);
    else if (segment.protocol === SCTP) this.#sctp.push(segment);
  }

  /** Capture time has come to `nowUs`; to be called now and then. */
  expire(nowUs: number): void {
    this.#streams.expire(nowUs);
    this.#sctp.expire(nowUs);
  }

  /** The observation is over: what waits is let in. */
  end(): void {
    this.#streams.end();
    this.#sctp.end();
  }

  #pushDatagram(segment: Segment): void {
    const { bytes, payloadStart, payloadEnd } = segment;
    const isSip = looksLikeSip(bytes, payloadStart, payloadEnd);
    if (!isSip && !looksLikeHep(bytes, payloadStart, payloadEnd)) return;
    const arrival = this.#arrival;
    arrival.input = segment.input;
    arrival.frame = segment.frame;
    arrival.timeUs = segment.timeUs;
    arrival.nanos = segment.nanos;
    arrival.cut = segment.cut;
    arrival.cutBy = segment.cutBy;
    arrival.fragments = segment.fragments;
    if (isSip) this.#pushSip(segment);
    else this.#hep.take(bytes, payloadStart, payloadEnd);
    // What comes out of streams leaves these alone.
    arrival.cutBy = '';
    arrival.fragments = NO_FRAGMENTS;
  }

  #pushSip(segment: Segment): void {
    const { bytes, payloadStart, payloadEnd, sentOver, told } = segment;
    const arrival = this.#arrival;
    arrival.transport = told ?? (sentOver === UDP ? 'udp' : transportOf(sentOver));
    arrival.source = endpointOf(segment, 'source');
    arrival.destination = endpointOf(segment, 'destination');
    arrival.bytes = bytes;
    arrival.start = payloadStart;
    arrival.end = payloadEnd;
    arrival.ipId = segment.ipId;
    this.#onArrival(arrival);
  }
}

/** What a datagram was sent over that somebody else has put together. */
function transportOf(protocol: number): Transport {
  return protocol === TCP ? 'tcp' : 'sctp';
}

/** Each connection is taken apart in layers. */
function layered(tools: OpeningTools): TcpSink<Opening> {
  return {
    bytes: (direction, piece) => {
      const { connection, side } = direction;
      const layer = (connection.state ??= new Opening(connection, tools));
      layer.push(side, piece);
      if (layer.ignores(side)) direction.ignored = true;
    },
    gap: ({ connection, side }, missingBytes) => connection.state?.gap(side, missingBytes),
    closed: ({ connection, side }, reason) => connection.state?.closed(side, reason),
  };
}
