// What the file formats have in common: records that are walked in place, and a limit for what one may claim.
import type { Note } from '../bytes/notice.ts';
import type { Frame } from './frame.ts';
import type { CaptureRemarks } from './remarks.ts';

/**
 * Longest packet that is believed: 256 KiB (the largest snap length capture tools use) and a little more. A longer
 * length is damage, and is never allocated.
 */
export const MAX_PACKET_BYTES = 256 * 1024 + 4096;

/** How many bytes are searched at once for the next sound record after damage; far more than two records need. */
export const SEARCH_WINDOW_BYTES = 1024 * 1024;

/** Where a walker leaves what it finds. */
export interface FrameSink {
  /** Overwritten for each packet. */
  readonly frame: Frame;
  readonly onFrame: (frame: Frame) => void;
  /** Told of LINKTYPE_ numbers as the file announces them. */
  readonly onLinkType: (linkType: number) => void;
  readonly note: Note;
}

/**
 * Takes decryption secrets that stand in a capture.
 * @param secretsType What they are: 0x544c534b is a TLS key log.
 * @param bytes Owned by whoever takes them; at most 16 MiB, and 64 MiB of one file.
 */
export type OnSecrets = (secretsType: number, bytes: Uint8Array) => void;

/** Walks the records of one file format. Lives in a reader, which gives it bytes and keeps what it leaves. */
export interface RecordWalker {
  /** After `walk`: how many bytes, from the first one left over, the next call needs at least. */
  readonly need: number;
  /** The walker met damage and has not found a sound record since. */
  readonly lost: boolean;
  /** Packets handed out or skipped so far. */
  readonly packets: number;
  /** Packets that the capturing system says it lost, newest counters. */
  readonly droppedByCapture: number;
  /** What the file says beside its packets; absent for formats that have no room for it. */
  readonly remarks?: CaptureRemarks;
  /**
   * Hands out every whole record in `[start, end)`.
   * @param last Nothing follows: records are judged by what is there.
   * @returns Index of the first byte not used, at most `end`.
   */
  walk(bytes: Uint8Array, start: number, end: number, last: boolean): number;
  /**
   * The file is over, and everything has been walked.
   * @param isCut A record was cut off at the end; that has been noted.
   */
  finish?(isCut: boolean): void;
}
