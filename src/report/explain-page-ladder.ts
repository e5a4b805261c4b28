// A ladder on a page, with the words of its language.
import type { Guide } from '../languages/guide.ts';
import type { Ladder } from './ladder.ts';
import { drawLadder } from './ladder-text.ts';
import type { Palette } from './palette.ts';
import { word } from './words.ts';

/** The ladder as lines of box characters. */
export function ladderLines(
  ladder: Ladder,
  { locale }: Guide,
  { width, palette }: { readonly width: number; readonly palette: Palette },
): string[] {
  return drawLadder(ladder, {
    width,
    palette,
    here: word('here', locale),
    until: (time) => word('until', locale, { time }),
    silence: (time) => word('silence', locale, { time }),
    omitted: (count) => word('omittedRows', locale, { count }),
    repeated: (count, time) => word('repeatedRows', locale, { count, time }),
  });
}
