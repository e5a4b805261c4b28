// Bytes of a capture file, in chunks of any size, become numbered and timestamped frames. Whole records are handed out in
// place; only a record that straddles two chunks is copied. Synchronous, bounded, and nothing here throws.
import type { Note } from '../bytes/notice.ts';
import type { Frame } from './frame.ts';
import { createNetmonWalker, NETMON_1_MAGIC, NETMON_MAGIC } from './netmon.ts';
import { PcapWalker, pcapLayout } from './pcap.ts';
import { PcapngWalker, SECTION_HEADER_BLOCK } from './pcapng.ts';
import { u32 } from './integers.ts';
import type { FrameSink, OnSecrets, RecordWalker } from './records.ts';
import { createSnoopWalker, SNOOP_MAGIC } from './snoop.ts';
import { type CaptureRemarks, NO_REMARKS } from './remarks.ts';
import { TextWalker } from './text/text-walker.ts';

export type { OnSecrets } from './records.ts';

const MAGIC_BYTES = 4;
const FIRST_CARRY_BYTES = 4096;
const NO_BYTES = new Uint8Array(0);

/** What a capture file is. */
export type CaptureFormat = 'pcap' | 'pcapng' | 'snoop' | 'netmon' | 'text';

/** Reads one capture file that is pushed to it. */
export interface CaptureReader {
  /** Takes the next bytes of the file. The chunk is borrowed: frames point into it until `push` returns. */
  push(chunk: Uint8Array): void;
  /** The file is over: says what was cut off. Frames of the last record may still come. */
  end(): void;
  /** What the file is; empty until that is seen, in a text until its first message, and for ever when it is no capture. */
  readonly format: CaptureFormat | '';
  /** False as soon as it is clear that the file is no capture (gzip is not looked through: see `gzip.ts`). */
  readonly recognized: boolean;
  /** Bytes pushed so far: 0 at the end means an empty file. */
  readonly bytes: number;
  /** LINKTYPE_ numbers announced so far. */
  readonly linkTypes: ReadonlySet<number>;
  /** Packet records so far, those that could not be handed out included: the number of the last frame. */
  readonly packets: number;
  /** Packets that the capturing system says it lost; 0 when it does not say. Final after `end`; noting it is the caller's. */
  readonly droppedByCapture: number;
  /** What the file says beside its packets; bounded. */
  readonly remarks: CaptureRemarks;
}

/**
 * Makes a reader for one capture file.
 * @param onFrame Called for each packet with the same object, overwritten each time.
 * @param onSecrets Called for every block of decryption secrets, as it comes: as a rule before the packets that need it.
 */
export function createCaptureReader(onFrame: (frame: Frame) => void, note: Note, onSecrets?: OnSecrets): CaptureReader {
  return new ChunkedReader(onFrame, note, onSecrets);
}

class ChunkedReader implements CaptureReader {
  recognized = true;
  bytes = 0;
  readonly linkTypes = new Set<number>();
  readonly #frame: Frame = {
    number: 0,
    timeUs: 0,
    nanos: 0,
    linkType: 0,
    bytes: NO_BYTES,
    start: 0,
    end: 0,
    wireLength: 0,
  };
  readonly #onFrame: (frame: Frame) => void;
  readonly #note: Note;
  readonly #onSecrets: OnSecrets | undefined;
  #format: CaptureFormat | '' = '';
  #walker: RecordWalker | undefined;
  /** The beginning of a record whose rest is in a chunk to come: `#carry` holds `#held` bytes of it. */
  #carry = NO_BYTES;
  #held = 0;

  constructor(onFrame: (frame: Frame) => void, note: Note, onSecrets: OnSecrets | undefined) {
    this.#onFrame = onFrame;
    this.#note = note;
    this.#onSecrets = onSecrets;
  }

  /** A text is one in which a message has been found. */
  get format(): CaptureFormat | '' {
    return this.#format === 'text' && this.packets === 0 ? '' : this.#format;
  }

  get packets(): number {
    return this.#walker?.packets ?? 0;
  }

  get droppedByCapture(): number {
    return this.#walker?.droppedByCapture ?? 0;
  }

  get remarks(): CaptureRemarks {
    return this.#walker?.remarks ?? NO_REMARKS;
  }

  push(chunk: Uint8Array): void {
    this.bytes += chunk.length;
    let at = 0;
    while (this.#held > 0 && at < chunk.length) {
      at += this.#hold(chunk, at, (this.#walker?.need ?? MAGIC_BYTES) - this.#held);
      if (this.#held < (this.#walker?.need ?? MAGIC_BYTES)) return;
      const used = this.#walk(this.#carry, 0, this.#held, false);
      this.#carry.copyWithin(0, used, this.#held);
      this.#held -= used;
    }
    if (at === chunk.length || !this.recognized) return;
    const used = this.#walk(chunk, at, chunk.length, false);
    this.#hold(chunk, used, chunk.length - used);
  }

  end(): void {
    let isCut = false;
    if (this.#held > 0) {
      const held = this.#held;
      const used = this.#walk(this.#carry, 0, held, true);
      this.#held = 0;
      isCut = used < held && this.#walker?.lost === false;
      if (isCut) this.#note('file-cut', this.packets + 1);
    }
    this.#walker?.finish?.(isCut);
    if (this.#walker === undefined) this.recognized = false;
    this.#frame.bytes = NO_BYTES;
    this.#carry = NO_BYTES;
  }

  #walk(bytes: Uint8Array, start: number, end: number, last: boolean): number {
    if (this.#walker === undefined) {
      if (end - start < MAGIC_BYTES) return start;
      this.#recognize(u32(bytes, start));
    }
    return this.#walker === undefined ? end : this.#walker.walk(bytes, start, end, last);
  }

  #recognize(magic: number): void {
    const sink: FrameSink = {
      frame: this.#frame,
      onFrame: this.#onFrame,
      onLinkType: (linkType) => void this.linkTypes.add(linkType),
      note: this.#note,
    };
    const layout = pcapLayout(magic);
    if (layout !== undefined) {
      this.#format = 'pcap';
      this.#walker = new PcapWalker(layout, sink);
    } else if (magic === SECTION_HEADER_BLOCK) {
      this.#format = 'pcapng';
      this.#walker = new PcapngWalker(sink, this.#onSecrets);
    } else if (magic === SNOOP_MAGIC) {
      this.#format = 'snoop';
      this.#walker = createSnoopWalker(sink);
    } else if (magic === NETMON_MAGIC || magic === NETMON_1_MAGIC) {
      this.#format = 'netmon';
      this.#walker = createNetmonWalker(sink);
    } else if (beginsLikeText(magic)) {
      this.#format = 'text';
      this.#walker = new TextWalker(sink);
    } else {
      this.recognized = false;
    }
  }

  /** Copies at most `count` bytes of the chunk behind what is held; says how many. */
  #hold(chunk: Uint8Array, at: number, count: number): number {
    const taken = Math.min(count, chunk.length - at);
    if (taken <= 0) return 0;
    const size = this.#held + taken;
    if (size > this.#carry.length) {
      // Doubled, so that a long record that comes in small chunks is not copied over and over.
      const grown = new Uint8Array(Math.max(FIRST_CARRY_BYTES, size, 2 * this.#carry.length));
      grown.set(this.#carry.subarray(0, this.#held));
      this.#carry = grown;
    }
    this.#carry.set(chunk.subarray(at, at + taken), this.#held);
    this.#held = size;
    return taken;
  }
}

/** Whether four bytes, read big-endian, are ASCII text, or the mark that UTF-8 files may begin with. */
function beginsLikeText(magic: number): boolean {
  if (magic >>> 8 === 0xefbbbf) return true;
  for (let shift = 24; shift >= 0; shift -= 8) {
    const byte = (magic >>> shift) & 0xff;
    const isWhite = byte === 9 || byte === 10 || byte === 13 || byte === 27;
    if (!isWhite && (byte < 32 || byte > 126)) return false;
  }
  return true;
}
