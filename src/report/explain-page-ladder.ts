// A ladder on a page, with the words of its language.
import type { Guide } from '../languages/guide.ts';
import type { Ladder } from './ladder.ts';
import { drawLadder } from './ladder-text.ts';
import { ladderWords } from './ladder-words.ts';
import type { Palette } from './palette.ts';

/** The ladder as lines of box characters. */
export function ladderLines(
  ladder: Ladder,
  { locale }: Guide,
  { width, palette }: { readonly width: number; readonly palette: Palette },
): string[] {
  return drawLadder(ladder, {
    width,
    palette,
    ...ladderWords(locale),
  });
}
