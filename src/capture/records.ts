// What the two file formats have in common: records that are walked in place, and a limit for what one may claim.

/**
 * Longest packet that is believed: 256 KiB (the largest snap length capture tools use) and a little more. A longer
 * length is damage, and is never allocated.
 */
export const MAX_PACKET_BYTES = 256 * 1024 + 4096;

/** How many bytes are searched at once for the next sound record after damage; far more than two records need. */
export const SEARCH_WINDOW_BYTES = 1024 * 1024;

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
  /**
   * Hands out every whole record in `[start, end)`.
   * @param last Nothing follows: records are judged by what is there.
   * @returns Index of the first byte not used, at most `end`.
   */
  walk(bytes: Uint8Array, start: number, end: number, last: boolean): number;
}
