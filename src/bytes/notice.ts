// Everything that siplens can say about bytes it could not use. One table: the codes are a promise, the words are English.

/** Notice code → English sentence. `{count, plural, …}` is how often it happened; the sentence must read well for 1 and for many. */
export const notices = {
  'file-cut': 'the file ends in the middle of a packet: everything before it was analyzed',
} as const satisfies Record<string, string>;

/** The code of a notice, as it stands in the JSON (`inputs[].notices[].code`). */
export type NoticeCode = keyof typeof notices;

/**
 * How a room says that it could not use something. Never throws, never prints; the corridor counts per code and keeps
 * the first frame.
 * @param frame 1-based frame number in its file; 0 when the notice is about the file as a whole.
 */
export type Note = (code: NoticeCode, frame: number) => void;
