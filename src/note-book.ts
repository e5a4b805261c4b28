// What could not be used, counted per code: one book per input.
import type { Notice } from './annotate/analysis.ts';
import type { Note, NoticeCode } from './bytes/notice.ts';

/** Collects notes. Its size is bounded by the number of codes. */
export class NoteBook {
  readonly #entries = new Map<NoticeCode, { count: number; frame: number }>();

  /** Bound, so that it can be handed to the rooms as it is. */
  readonly note: Note = (code, frame, times = 1) => {
    const entry = this.#entries.get(code);
    if (entry) entry.count += times;
    else this.#entries.set(code, { count: times, frame });
  };

  has(code: NoticeCode): boolean {
    return this.#entries.has(code);
  }

  /** How often it was noted. Bound, too. */
  readonly count = (code: NoticeCode): number => this.#entries.get(code)?.count ?? 0;

  /** In the order in which each kind came up first. */
  get notices(): readonly Notice[] {
    return [...this.#entries].map(([code, { count, frame }]) => (frame > 0 ? { code, count, frame } : { code, count }));
  }
}
