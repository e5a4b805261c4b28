// Text with escape codes for colour becomes an SVG picture of a terminal. Every piece of text is put in its column, so that
// the picture is straight in whatever font it is drawn.

const CHAR = 8;
const LINE = 18;
const MARGIN = 16;
const BACKGROUND = '#16181d';
const FOREGROUND = '#d7dae0';
const COLOURS = { 31: '#ff7b72', 32: '#7ee787', 33: '#e3b341', 35: '#d2a8ff', 36: '#79c0ff' };

/** Terminal output as SVG, below the command that was typed. */
export function terminalPicture(output, { command, description }) {
  const lines = [`\x1b[32m$\x1b[39m ${command}`, '', ...output.trimEnd().split('\n')];
  const rows = lines.map((line) => piecesOf(line));
  const columns = Math.max(...rows.map((pieces) => pieces.reduce((sum, { text }) => sum + columnsOf(text), 0)));
  const width = columns * CHAR + 2 * MARGIN;
  const height = lines.length * LINE + 2 * MARGIN;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escape(description)}">
<title>${escape(description)}</title>
<rect width="${width}" height="${height}" rx="8" fill="${BACKGROUND}"/>
<g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="13" fill="${FOREGROUND}">
${rows.flatMap((pieces, index) => rowOf(pieces, index)).join('\n')}
</g>
</svg>
`;
}

function rowOf(pieces, index) {
  const y = MARGIN + (index + 1) * LINE - 5;
  let column = 0;
  return pieces.flatMap(({ text, fill, bold, faint }) => {
    const start = column;
    column += columnsOf(text);
    const look = `${fill ? ` fill="${fill}"` : ''}${bold ? ' font-weight="bold"' : ''}${faint ? ' opacity="0.6"' : ''}`;
    // Renderers make one space of several: every word group stands for itself.
    return [...text.matchAll(/\S+(?: \S+)*/g)].map(({ 0: words, index: at }) => {
      const x = MARGIN + (start + columnsOf(text.slice(0, at))) * CHAR;
      return `<text x="${x}" y="${y}" textLength="${columnsOf(words) * CHAR}"${look}>${escape(words)}</text>`;
    });
  });
}

/** The line as pieces of one look each. */
function piecesOf(line) {
  const pieces = [];
  const look = { fill: undefined, bold: false, faint: false };
  for (const part of line.split(/(\x1b\[\d+m)/)) {
    const code = Number(/^\x1b\[(\d+)m$/.exec(part)?.[1]);
    if (Number.isNaN(code)) {
      if (part !== '') pieces.push({ text: part, ...look });
    } else if (code === 1) look.bold = true;
    else if (code === 2) look.faint = true;
    else if (code === 22) look.bold = look.faint = false;
    else look.fill = COLOURS[code];
  }
  return pieces;
}

/** Nothing that we print is wider than one column. */
function columnsOf(text) {
  return [...text].length;
}

function escape(text) {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
