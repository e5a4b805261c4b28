// Colours of a terminal, or none. The only place that writes escape codes.

/** Names a meaning, not a colour, so that a reader of a reporter sees why something stands out. */
export interface Palette {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly good: (text: string) => string;
  readonly note: (text: string) => string;
  readonly quoted: (text: string) => string;
}

const sgr = (open: number, close: number) => (text: string) =>
  text === '' ? '' : `\x1b[${open}m${text}\x1b[${close}m`;
const plain = (text: string): string => text;

const coloured: Palette = {
  strong: sgr(1, 22),
  faint: sgr(2, 22),
  error: sgr(31, 39),
  warning: sgr(33, 39),
  good: sgr(32, 39),
  note: sgr(36, 39),
  quoted: sgr(35, 39),
};

const colourless: Palette = {
  strong: plain,
  faint: plain,
  error: plain,
  warning: plain,
  good: plain,
  note: plain,
  quoted: plain,
};

/** The colours, or functions that leave text as it is. */
export function paletteFor(color: boolean): Palette {
  return color ? coloured : colourless;
}
