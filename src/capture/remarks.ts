// What a capture file says beside its packets: comments, names, and what it tells of its interfaces. All of it comes from
// the file and is bounded here; what there was no room for is counted.
import { latin1, utf8 } from '../bytes/ascii.ts';

/** What is kept of one text; a comment may be as long as a block. */
const MAX_TEXT_BYTES = 1024;
const MAX_COMMENTS = 1000;
const MAX_NAMES = 10_000;

/** A comment that somebody wrote into a capture. */
export interface CaptureComment {
  /** 1-based number of the packet that it is about; 0 when it is about the file, a section, or an interface. */
  readonly frame: number;
  readonly text: string;
}

/** A name that the capturing host knew for an address. */
export interface CaptureName {
  /** 4 bytes or 16. */
  readonly address: Uint8Array;
  readonly name: string;
}

/** What the file tells of one interface. Texts are empty where it tells nothing, counts absent. */
export interface InterfaceRemark {
  readonly linkType: number;
  /** 0 when packets were not cut. */
  readonly snapLength: number;
  readonly name: string;
  readonly description: string;
  /** The capture filter: what it turned away was never recorded. */
  readonly filter: string;
  /** Packets that the interface saw, and that passed the filter. */
  readonly received?: number;
  readonly accepted?: number;
  /** Packets that the capturing system says it lost. */
  readonly dropped: number;
  /** Recorded packets that are marked as coming in or going out. */
  readonly inbound: number;
  readonly outbound: number;
}

/** Everything that a capture says beside its packets. */
export interface CaptureRemarks {
  readonly comments: readonly CaptureComment[];
  readonly names: readonly CaptureName[];
  readonly interfaces: readonly InterfaceRemark[];
  /** Comments and names that there was no room for. */
  readonly omitted: number;
}

/** The remarks of a file that makes none. */
export const NO_REMARKS: CaptureRemarks = { comments: [], names: [], interfaces: [], omitted: 0 };

/** Collects comments and names, as many as there is room for. */
export class RemarkBook {
  readonly comments: CaptureComment[] = [];
  readonly names: CaptureName[] = [];
  omitted = 0;

  /** @param frame 0 when it is not about a packet. */
  comment(frame: number, bytes: Uint8Array, start: number, end: number): void {
    if (this.comments.length < MAX_COMMENTS) this.comments.push({ frame, text: remarkText(bytes, start, end) });
    else this.omitted++;
  }

  name(address: Uint8Array, bytes: Uint8Array, start: number, end: number): void {
    if (this.names.length < MAX_NAMES) this.names.push({ address, name: remarkText(bytes, start, end) });
    else this.omitted++;
  }
}

/** UTF-8 in [start, end), up to a NUL or the length that is kept. */
export function remarkText(bytes: Uint8Array, start: number, end: number): string {
  const limit = Math.min(end, start + MAX_TEXT_BYTES);
  let stop = start;
  while (stop < limit && bytes[stop] !== 0) stop++;
  return utf8(latin1(bytes, start, stop));
}
