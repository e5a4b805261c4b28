// A page as one self-contained HTML document: no script, nothing loaded, readable in dark and in light.
import type { Guide } from '../languages/guide.ts';
import { ladderLines } from './explain-page-ladder.ts';
import type { Part } from './explain-page.ts';
import { paletteFor } from './palette.ts';
import { printable } from './printable.ts';

/** Longest text of our own. */
const MAX_TEXT = 4_000;
const LADDER_WIDTH = 90;

const STYLE = `
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 2.5rem 0 0; }
h2 { font-size: 1.2rem; margin: 2rem 0 0; }
h1:first-child { margin-top: 0; }
.notes { margin: 0; opacity: .7; }
dl { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: .6rem 1.2rem; margin: 1rem 0; }
dt { font-weight: 600; }
dd, ul { margin: 0; }
ul { padding-left: 1.1rem; }
table { border-collapse: collapse; width: 100%; margin: 1.5rem 0; }
caption { text-align: left; font-weight: 600; padding-bottom: .3rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border: 1px solid color-mix(in srgb, currentColor 25%, transparent); }
figure { margin: 1.5rem 0; }
pre { overflow-x: auto; font: 13px/1.3 ui-monospace, monospace; padding: .8rem; border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: .4rem; }
@media (max-width: 36rem) { dl { grid-template-columns: 1fr; gap: .1rem; } dd { margin-bottom: .8rem; } }
`;

/** Text as HTML: nothing in it is markup, and nothing is drawn that cannot be seen. */
export function htmlText(plain: string): string {
  return printable(plain, MAX_TEXT).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** The whole document. */
export function pageHtml(parts: readonly Part[], guide: Guide): string {
  const titles = parts.flatMap((part) => (part.kind === 'title' && part.level === 1 ? [part.text] : []));
  return `<!doctype html>
<html lang="${htmlText(guide.locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${htmlText(titles.join(', '))}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${grouped(parts)
  .map((group) => groupHtml(group, guide))
  .join('\n')}
</main>
</body>
</html>
`;
}

/** Labelled parts that follow each other make one list. */
function grouped(parts: readonly Part[]): readonly (readonly Part[])[] {
  const groups: Part[][] = [];
  for (const part of parts) {
    if (part.kind === 'labelled' && groups.at(-1)?.at(-1)?.kind === 'labelled') groups.at(-1)?.push(part);
    else groups.push([part]);
  }
  return groups;
}

function groupHtml(group: readonly Part[], guide: Guide): string {
  const rows = group.flatMap((part) => (part.kind === 'labelled' ? [labelledHtml(part)] : []));
  if (rows.length > 0) return `<dl>\n${rows.join('\n')}\n</dl>`;
  return group.map((part) => partHtml(part, guide)).join('\n');
}

function labelledHtml({ label, items }: Extract<Part, { kind: 'labelled' }>): string {
  const [only] = items;
  const body =
    items.length === 1 && only !== undefined
      ? htmlText(only)
      : `<ul>${items.map((item) => `<li>${htmlText(item)}</li>`).join('')}</ul>`;
  return `<dt>${htmlText(label)}</dt><dd>${body}</dd>`;
}

function partHtml(part: Part, guide: Guide): string {
  if (part.kind === 'title') return titleHtml(part);
  if (part.kind === 'prose') return `<p>${htmlText(part.text)}</p>`;
  if (part.kind === 'labelled') return labelledHtml(part);
  return part.kind === 'table' ? tableHtml(part) : ladderHtml(part, guide);
}

function titleHtml({ level, text, notes }: Extract<Part, { kind: 'title' }>): string {
  const below = notes.length === 0 ? '' : `\n<p class="notes">${htmlText(notes.join(' · '))}</p>`;
  return `<h${level}>${htmlText(text)}</h${level}>${below}`;
}

function tableHtml({ label, heads, rows }: Extract<Part, { kind: 'table' }>): string {
  if (rows.length === 0) return '';
  const head = heads.map((text) => `<th scope="col">${htmlText(text)}</th>`).join('');
  const body = rows.map((row) => {
    const cells = row.cells.map((cell) => `<td>${htmlText(cell)}</td>`).join('');
    return `<tr><th scope="row">${htmlText(row.label)}</th>${cells}</tr>`;
  });
  return `<table>
<caption>${htmlText(label)}</caption>
<thead><tr><td></td>${head}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table>`;
}

function ladderHtml({ label, caption, ladder }: Extract<Part, { kind: 'ladder' }>, guide: Guide): string {
  const lines = ladderLines(ladder, guide, { width: LADDER_WIDTH, palette: paletteFor(false) });
  return `<figure>
<figcaption><strong>${htmlText(label)}.</strong> ${htmlText(caption)}</figcaption>
<pre>${lines.map((line) => htmlText(line)).join('\n')}</pre>
</figure>`;
}
