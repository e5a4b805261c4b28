// The SIP door: segments of one observation become arrivals of whole SIP messages. Everything before the door is
// borrowed, everything behind it is kept.
import type { NoticeCode } from './bytes/notice.ts';
import { endpointOf } from './packet/endpoint.ts';
import { UDP, type Segment } from './packet/segment.ts';
import { type FramingTrouble, SipFramer } from './sip/framing.ts';
import { looksLikeSip } from './sip/recognize.ts';
import type { Arrival } from './stream/arrival.ts';
import type { StreamPiece } from './stream/direction.ts';
import { createTcpStreams, type TcpDirection, type TcpSink, type TcpStreams } from './stream/tcp.ts';

/** What a TCP direction remembers here: its framer, and which frame came last among the pieces of the message at hand. */
interface SipStream {
  readonly framer: SipFramer;
  input: number;
  frame: number;
  order: number;
  timeUs: number;
  nanos: number;
}

/** Takes an arrival, overwritten for the next one. */
export type OnArrival = (arrival: Arrival) => void;

/** Told of what could not be put together, and in which input. */
export type OnDoorNote = (code: NoticeCode, frame: number, input: number) => void;

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
  };
  readonly #onArrival: OnArrival;
  readonly #note: OnDoorNote;
  readonly #streams: TcpStreams;
  /** Input of the segment at hand. */
  #input = 0;

  constructor(onArrival: OnArrival, note: OnDoorNote) {
    this.#onArrival = onArrival;
    this.#note = note;
    this.#streams = createTcpStreams<SipStream>(this.#sink(), (code, frame) => note(code, frame, this.#input));
  }

  /** The next segment, in the order of the observation. */
  push(segment: Segment): void {
    this.#input = segment.input;
    if (segment.protocol === UDP) this.#pushDatagram(segment);
    else this.#streams.push(segment);
  }

  /** Capture time has come to `nowUs`; to be called now and then. */
  expire(nowUs: number): void {
    this.#streams.expire(nowUs);
  }

  /** The observation is over: what waits is let in. */
  end(): void {
    this.#streams.end();
  }

  #pushDatagram(segment: Segment): void {
    const { bytes, payloadStart, payloadEnd } = segment;
    if (!looksLikeSip(bytes, payloadStart, payloadEnd)) return;
    const arrival = this.#arrival;
    arrival.transport = 'udp';
    arrival.input = segment.input;
    arrival.frame = segment.frame;
    arrival.timeUs = segment.timeUs;
    arrival.nanos = segment.nanos;
    arrival.source = endpointOf(segment, 'source');
    arrival.destination = endpointOf(segment, 'destination');
    arrival.bytes = bytes;
    arrival.start = payloadStart;
    arrival.end = payloadEnd;
    arrival.ipId = segment.ipId;
    arrival.cut = segment.cut;
    this.#onArrival(arrival);
  }

  #sink(): TcpSink<SipStream> {
    return {
      bytes: (direction, piece) => this.#pushPiece(direction, piece),
      gap: (direction) => {
        const { state } = direction;
        if (state?.framer.verdict === 'sip') this.#note('tcp-gap', state.frame, state.input);
        state?.framer.gap((...message) => this.#deliver(direction, ...message));
      },
      closed: (direction) => direction.state?.framer.end((...message) => this.#deliver(direction, ...message)),
    };
  }

  #pushPiece(direction: TcpDirection<SipStream>, piece: StreamPiece): void {
    const stream = (direction.state ??= this.#openStream(piece));
    if (piece.order >= stream.order) reach(stream, piece);
    stream.framer.push(piece.bytes, piece.start, piece.end, (bytes, start, end, complete) => {
      this.#deliver(direction, bytes, start, end, complete);
      // The next message begins in the piece at hand, whichever frame completed this one.
      reach(stream, piece);
    });
    if (stream.framer.verdict === 'not-sip') direction.ignored = true;
  }

  #openStream({ input, frame, order, timeUs, nanos }: StreamPiece): SipStream {
    const stream: SipStream = {
      framer: new SipFramer((trouble) => this.#note(NOTICE_OF_TROUBLE[trouble], stream.frame, stream.input)),
      input,
      frame,
      order,
      timeUs,
      nanos,
    };
    return stream;
  }

  #deliver(direction: TcpDirection<SipStream>, bytes: Uint8Array, start: number, end: number, complete: boolean): void {
    const { state } = direction;
    if (!state) return;
    const arrival = this.#arrival;
    arrival.transport = 'tcp';
    arrival.input = state.input;
    arrival.frame = state.frame;
    arrival.timeUs = state.timeUs;
    arrival.nanos = state.nanos;
    arrival.source = direction.source;
    arrival.destination = direction.destination;
    arrival.bytes = bytes;
    arrival.start = start;
    arrival.end = end;
    arrival.ipId = -1;
    arrival.cut = !complete;
    this.#onArrival(arrival);
  }
}

const NOTICE_OF_TROUBLE = {
  'framing-lost': 'tcp-framing-lost',
  'too-large': 'message-too-large',
} as const satisfies Record<FramingTrouble, string>;

function reach(stream: SipStream, piece: StreamPiece): void {
  stream.input = piece.input;
  stream.frame = piece.frame;
  stream.order = piece.order;
  stream.timeUs = piece.timeUs;
  stream.nanos = piece.nanos;
}
