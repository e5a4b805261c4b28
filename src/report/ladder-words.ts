// The words on a ladder, in one language: what every way of drawing it needs.
import { duration, secondsOf } from './time.ts';
import { word } from './words.ts';

/** Words behind the rows. */
export interface LadderWords {
  /** On a row that proves something. */
  readonly here: string;
  /** What happened again, until then: microseconds since the first row, as everywhere here. */
  readonly until: (us: number) => string;
  /** Nothing was sent for so long. */
  readonly silence: (us: number) => string;
  readonly omitted: (count: number) => string;
  /** So many rounds more like those above, until then. */
  readonly repeated: (count: number, us: number) => string;
  /** `2.010 s`. */
  readonly at: (us: number) => string;
  /** So many flows that are not drawn. */
  readonly moreFlows: (count: number) => string;
  /** `frame 4`. */
  readonly frame: (frame: number) => string;
}

/** The words of one language. */
export function ladderWords(locale: string): LadderWords {
  return {
    here: word('here', locale),
    until: (us) => word('until', locale, { time: secondsOf(us, locale, 1) }),
    silence: (us) => word('silence', locale, { time: duration(us, locale) }),
    omitted: (count) => word('omittedRows', locale, { count }),
    repeated: (count, us) => word('repeatedRows', locale, { count, time: secondsOf(us, locale) }),
    at: (us) => secondsOf(us, locale),
    moreFlows: (count) => word('moreLadders', locale, { count }),
    frame: (frame) => word('frameNumber', locale, { frame }),
  };
}
