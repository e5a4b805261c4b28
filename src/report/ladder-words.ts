// The words on a ladder, in one language: what every way of drawing it needs.
import { word } from './words.ts';

/** Words behind the rows. */
export interface LadderWords {
  /** On a row that proves something. */
  readonly here: string;
  readonly until: (time: string) => string;
  readonly silence: (time: string) => string;
  readonly omitted: (count: number) => string;
  /** So many rounds more like those above, until then. */
  readonly repeated: (count: number, time: string) => string;
  /** So many flows that are not drawn. */
  readonly moreFlows: (count: number) => string;
  /** `frame 4`. */
  readonly frame: (frame: number) => string;
}

/** The words of one language. */
export function ladderWords(locale: string): LadderWords {
  return {
    here: word('here', locale),
    until: (time) => word('until', locale, { time }),
    silence: (time) => word('silence', locale, { time }),
    omitted: (count) => word('omittedRows', locale, { count }),
    repeated: (count, time) => word('repeatedRows', locale, { count, time }),
    moreFlows: (count) => word('moreLadders', locale, { count }),
    frame: (frame) => word('frameNumber', locale, { frame }),
  };
}
