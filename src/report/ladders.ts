// The ladder of every flow that passes the filters: drawn for a terminal as the flows finish, as one picture (SVG), as
// Mermaid diagrams, or as one HTML page.
import type { AnalysisEvent } from '../annotate/analysis.ts';
import type { FlowReport } from '../annotate/finding.ts';
import { serverOf, worstOf } from './digest.ts';
import { layOutLadder, type Ladder } from './ladder.ts';
import { ladderMermaid } from './ladder-mermaid.ts';
import { ladderSvg, type TitledLadder } from './ladder-svg.ts';
import { drawLadder } from './ladder-text.ts';
import { ladderWords } from './ladder-words.ts';
import { paletteFor } from './palette.ts';
import { printable } from './printable.ts';
import { tellingOf } from './proof.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';
import { plainSentence } from './sentence.ts';
import { partiesOf } from './short.ts';
import { Sink } from './sink.ts';
import { outcomeWord, word } from './words.ts';

/** Rows of one ladder: a flow that was asked for is drawn in full, as far as anybody would scroll. */
const MAX_ROWS = 400;
/** Flows in one picture or page; further ones are counted. */
const MAX_PICTURES = 200;

function ladderOf(report: FlowReport): Ladder {
  return layOutLadder(report.flow, { telling: tellingOf(report), maxRows: MAX_ROWS });
}

/** `call-1  alice@example.com → bob@example.net  answered`, and the worst finding. */
function titleOf({ flow, findings }: FlowReport, locale: string): string {
  const { id, kind, from, to, outcome } = flow;
  const parties = partiesOf({ kind, from, to, server: serverOf(flow) }, locale);
  const worst = worstOf(findings);
  const told = worst && worst.severity !== 'info' ? ` · ${plainSentence(worst.title, locale)}` : '';
  return `${id}  ${parties}  ${outcomeWord(outcome, locale)}${told}`;
}

/** `ladder`: for a terminal. */
export function createLadderTextReporter(options: ReporterOptions): Reporter {
  const sink = new Sink(options.write);
  const palette = paletteFor(options.color);
  const words = ladderWords(options.locale);
  let count = 0;
  return {
    onEvent(event: AnalysisEvent): void {
      if (event.kind === 'flow') {
        if (count++ > 0) sink.line();
        sink.line(palette.strong(printable(titleOf(event.report, options.locale), 400)));
        sink.lines(drawLadder(ladderOf(event.report), { ...words, palette, width: options.width }));
      } else if (event.kind === 'end') {
        if (count === 0) sink.line(word('noLadders', options.locale));
        sink.flush();
      }
    },
  };
}

/** `ladder -f svg`: one picture, the flows below each other. */
export function createLadderSvgReporter(options: ReporterOptions): Reporter {
  return gathered(options, (ladders, more) => {
    options.write(ladderSvg(ladders, ladderWords(options.locale), more));
  });
}

/** `ladder -f mermaid`: one diagram as it is; several as Markdown, each in a block of its own. */
export function createLadderMermaidReporter(options: ReporterOptions): Reporter {
  const words = ladderWords(options.locale);
  return gathered(options, (ladders, more) => {
    const diagrams = ladders.map(({ title, ladder }) => ladderMermaid(title, ladder, words).join('\n'));
    const [only = 'sequenceDiagram'] = diagrams;
    const blocks = diagrams.map((diagram) => `\`\`\`mermaid\n${diagram}\n\`\`\`\n`);
    if (more > 0) blocks.push(`${words.moreFlows(more)}\n`);
    options.write(diagrams.length > 1 ? blocks.join('\n') : `${only}\n`);
  });
}

/** `ladder -f html`: one page with a picture for each flow. */
export function createLadderHtmlReporter(options: ReporterOptions): Reporter {
  const words = ladderWords(options.locale);
  return gathered(options, (ladders, more) => {
    const pictures = ladders.map((one) => `<figure>${ladderSvg([one], words)}</figure>`);
    if (more > 0) pictures.push(`<p>${words.moreFlows(more)}</p>`);
    options.write(`<!doctype html>
<html lang="${options.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>siplens</title>
<style>:root { color-scheme: light dark; } body { margin: 1rem; } figure { margin: 0 0 2rem; overflow-x: auto; }</style>
</head>
<body>
${pictures.length === 0 ? `<p>${word('noLadders', options.locale)}</p>` : pictures.join('\n')}
</body>
</html>
`);
  });
}

/** Keeps the ladders, not the flows, until the end: in order of their flows. */
function gathered(options: ReporterOptions, write: (ladders: readonly TitledLadder[], more: number) => void): Reporter {
  const ladders: (TitledLadder & { readonly startUs: number })[] = [];
  let more = 0;
  return {
    onEvent(event: AnalysisEvent): void {
      if (event.kind === 'flow') {
        const { report } = event;
        if (ladders.length >= MAX_PICTURES) more += 1;
        else {
          const startUs = report.flow.sightings.at(0)?.timeUs ?? 0;
          ladders.push({ title: titleOf(report, options.locale), ladder: ladderOf(report), startUs });
        }
      } else if (event.kind === 'end') {
        ladders.sort((a, b) => a.startUs - b.startUs);
        write(ladders, more);
      }
    },
  };
}
