// One input on its way to the SIP door: chunks of a file become segments, in the order of the file.
import type { InputReport, Moment } from './annotate/analysis.ts';
import type { Note, NoticeCode } from './bytes/notice.ts';
import type { Frame } from './capture/frame.ts';
import { linkTypeName } from './capture/link-types.ts';
import { createCaptureReader, type CaptureReader } from './capture/reader.ts';
import { TLS_KEY_LOG } from './capture/secrets-ahead.ts';
import { Ledger, mayCarrySip } from './ledger/ledger.ts';
import { NoteBook } from './note-book.ts';
import { createDecoder, type Decoder, type Fragment } from './packet/decode.ts';
import type { FragmentGroup, FragmentTable } from './packet/fragments.ts';
import type { IcmpError } from './packet/icmp.ts';
import { NOT_COUNTED, type Segment } from './packet/segment.ts';

/** So many inputs make one observation at most: what is kept of a message has 16 bits for where it came from. */
export const MAX_INPUTS = 65_535;

/** A capture to analyze. */
export interface Input {
  /** What reports call it. */
  readonly name: string;
  /** Its bytes in chunks of any size, borrowed until the next one is asked for. Compressed ones are inflated already. */
  readonly chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
  /**
   * Its first bytes, uncompressed, where they can be had before it is this input's turn: those of a file can, those of a
   * pipe cannot. Does not throw.
   */
  readonly head?: () => Uint8Array | undefined;
  /** How many bytes were read to make the chunks, asked at the end: fewer, where they were compressed. */
  readonly bytesRead?: () => number;
}

/** Takes what an intake reads, in order. */
export interface IntakeSink {
  /** Called for every packet, before its segment. */
  readonly onTime: (timeUs: number, input: number) => void;
  /** A segment (UDP, TCP or SCTP) that may carry SIP; overwritten for the next one. */
  readonly onSegment: (segment: Segment, intake: Intake) => void;
  /** An ICMP error that quotes a packet; its bytes are borrowed. Its packet is no segment. */
  readonly onIcmp: (error: IcmpError) => void;
  /** Takes IP fragments, to call `join` for each of them later; without it they are put together as they are read. */
  readonly onFragment?: (fragment: Fragment) => void;
  /** A TLS key log that stands in the input. */
  readonly onKeyLog: (log: Uint8Array) => void;
  /**
   * Asked before each chunk, with the first one of an input: what it answers, if anything, has to be waited for before the
   * next chunk is read.
   */
  readonly prepare: (first?: Uint8Array) => Promise<void> | undefined;
}

/** Reads one input. */
export class Intake {
  readonly index: number;
  readonly notes = new NoteBook();
  readonly ledger = new Ledger();
  sipMessages = 0;
  readonly #input: Input;
  readonly #reader: CaptureReader;
  readonly #decoder: Decoder;
  #sink: IntakeSink;
  #first: Moment | undefined;
  #lastUs = 0;
  #lastNanos = 0;
  /** What the decoder noted last: why it refused a packet, if it did. */
  #noted: NoticeCode = 'link-type-unknown';
  #unusable = 0;

  /** @param fragments Shared by all inputs of an observation. */
  constructor(input: Input, index: number, sink: IntakeSink, fragments: FragmentTable) {
    this.#input = input;
    this.index = index;
    this.#sink = sink;
    const note: Note = (code, frame, times) => {
      this.#noted = code;
      this.notes.note(code, frame, times);
    };
    this.#decoder = createDecoder(note, fragments, {
      onIcmp: (error) => this.#sink.onIcmp(error),
      onFragment: sink.onFragment,
    });
    // The decoder fills the same segment again and again, and leaves this alone.
    this.#decoder.segment.input = index;
    this.#reader = createCaptureReader(
      (frame) => this.#takeFrame(frame),
      this.notes.note,
      (type, secrets) => {
        if (type === TLS_KEY_LOG) sink.onKeyLog(secrets);
      },
    );
  }

  /** Key logs may stand in its later parts. */
  get mayHoldSecrets(): boolean {
    return this.#reader.format === 'pcapng';
  }

  /** What has to be waited for before this chunk is pushed. */
  prepare(chunk: Uint8Array): Promise<void> | undefined {
    return this.#sink.prepare(this.#reader.bytes === 0 ? chunk : undefined);
  }

  get name(): string {
    return this.#input.name;
  }

  /** It is no capture, whatever follows: however much that is, nobody needs to read it. */
  get isHopeless(): boolean {
    return !this.#reader.recognized;
  }

  /** What is wrong with the input as a whole, when it is no capture. */
  get problem(): 'empty' | 'not-a-capture' | undefined {
    if (this.#reader.bytes === 0) return 'empty';
    if (!this.#reader.recognized || this.#reader.format === '') return 'not-a-capture';
    // It begins like one and ends before it says of what: nothing of it can be read.
    const isHeaderCut = this.#reader.linkTypes.size === 0 && this.notes.has('file-cut');
    return isHeaderCut ? 'not-a-capture' : undefined;
  }

  push(chunk: Uint8Array): void {
    this.#reader.push(chunk);
  }

  /** The input is over. */
  end(): void {
    this.#reader.end();
    if (this.#reader.droppedByCapture > 0) {
      this.notes.note('dropped-while-capturing', 0, this.#reader.droppedByCapture);
    }
    const { upsets, firstUpset } = this.ledger.clock;
    if (upsets > 0) this.notes.note('clock-set-back', firstUpset, upsets);
  }

  /** First and last time of its packets. */
  get span(): Pick<InputReport, 'first' | 'last'> {
    return this.#first ? { first: this.#first, last: { timeUs: this.#lastUs, nanos: this.#lastNanos } } : {};
  }

  /** The input as the reports name it, when the observation is over. */
  get report(): InputReport {
    const { format, linkTypes, packets, bytes } = this.#reader;
    return {
      file: this.name,
      format: this.problem ? '' : format,
      linkTypes: [...linkTypes].map(linkTypeName),
      packets,
      bytes: this.#input.bytesRead?.() ?? bytes,
      sipMessages: this.sipMessages,
      ...this.span,
      notices: this.notes.notices,
      ledger: this.ledger.account(this.#reader, this.#decoder, this.notes.count),
    };
  }

  #takeFrame(frame: Frame): void {
    const { timeUs, nanos } = frame;
    this.#first ??= { timeUs, nanos };
    if (timeUs > this.#lastUs || (timeUs === this.#lastUs && nanos > this.#lastNanos)) {
      this.#lastUs = timeUs;
      this.#lastNanos = nanos;
    }
    this.ledger.see(frame);
    this.#sink.onTime(timeUs, this.index);
    this.#sort(this.#decoder.decode(frame));
  }

  /** The time of a fragment has come that was handed to `onFragment`: what it completes goes to the sink. */
  join(fragment: Fragment, sink: IntakeSink): void {
    this.#leadTo(sink, () => {
      const isSegment = this.#decoder.join(fragment);
      if (fragment.counted) this.#sort(isSegment);
      else this.#lead(isSegment);
    });
  }

  /** Of a packet only the beginning was captured, in this input: that is better than nothing. */
  takeUnfinished(group: FragmentGroup, sink: IntakeSink): void {
    this.#leadTo(sink, () => this.#lead(this.#decoder.decodeUnfinished(group)));
  }

  #leadTo(sink: IntakeSink, lead: () => void): void {
    const own = this.#sink;
    this.#sink = sink;
    lead();
    this.#sink = own;
  }

  /** A packet was decoded: it is counted, and goes on where SIP may be in it. */
  #sort(isSegment: boolean): void {
    const { segment, counts } = this.#decoder;
    if (isSegment) {
      if (this.ledger.sort(segment)) this.#sink.onSegment(segment, this);
    } else if (counts.unusable !== this.#unusable) {
      this.#unusable = counts.unusable;
      this.ledger.refuse(this.#noted);
    }
    while (this.#decoder.hasMore) this.#lead(this.#decoder.decodeNext());
  }

  /** A segment whose packet has been counted, as fragments or as something else in the same frame. */
  #lead(isSegment: boolean): void {
    const { segment } = this.#decoder;
    segment.counted = NOT_COUNTED;
    if (isSegment && mayCarrySip(segment)) this.#sink.onSegment(segment, this);
  }
}
