// One cause as a section of the text page: title, flows, reason, proof, fix, ladder.
import { type Cause, type CauseExample, flowOf } from '../annotate/finding.ts';
import type { Severity } from '../rules/rule.ts';
import { serverOf, shownBy } from './digest.ts';
import { layOutLadder } from './ladder.ts';
import { drawLadder } from './ladder-text.ts';
import { ladderWords } from './ladder-words.ts';
import type { Palette } from './palette.ts';
import { columnsOf, fit, printable } from './printable.ts';
import { type ProofLine, proofOf, tellingOf } from './proof.ts';
import type { Quote } from './quote.ts';
import type { ReporterOptions } from './reporter.ts';
import { plainSentence } from './sentence.ts';
import { listingCommandFor, partiesOf, shortNames, startOf, subjectsIn } from './short.ts';
import { seconds, secondsOf, timeSpan } from './time.ts';
import { actorWord, confidenceWord, outcomeWord, severityWord, word, type WordKey } from './words.ts';
import { labelled, together, wrap } from './wrap.ts';

/** The options of the page, and its colours. */
export interface CauseTextOptions extends Omit<ReporterOptions, 'write'> {
  readonly palette: Palette;
}

/** Prose wider than this is tiring to read. */
const MAX_PROSE = 100;

const MAX_LADDER_ROWS = 24;

const SIGNS = { error: '✗', warning: '!', info: '·' } as const satisfies Record<Severity, string>;

/** Writes causes and remembers which flows already have their ladder. */
export class CauseText {
  readonly #options: CauseTextOptions;
  readonly #drawn = new Set<string>();
  readonly #labelColumns: number;
  readonly #files: readonly string[];

  constructor(options: CauseTextOptions) {
    this.#options = options;
    this.#files = shortNames(options.files, 30);
    const labels: readonly WordKey[] = ['why', 'proof', 'fix'];
    this.#labelColumns = 4 + Math.max(...labels.map((key) => columnsOf(this.#word(key))));
  }

  /** A heading and everything there is to say. */
  inFull(cause: Cause): string[] {
    const example = shownBy(cause);
    return [
      ...this.#title(cause, example),
      ...this.#where(cause),
      '',
      ...this.#labelled(
        'why',
        this.#wrapped(cause.explanation.map((phrase) => plainSentence(phrase, this.#options.locale)).join(' ')),
      ),
      ...this.#labelled('proof', this.#proof(example)),
      ...this.#labelled('fix', this.#fix(cause)),
      ...this.#ladder(example),
    ];
  }

  /** One entry of a list. */
  inShort(cause: Cause): string[] {
    const { palette, locale } = this.#options;
    const where = subjectsIn(cause, locale);
    const { finding } = shownBy(cause);
    const about = [finding.rule, ...(finding.peer === undefined ? [] : [finding.peer]), where].join(', ');
    const line = `${plainSentence(cause.title, locale)}  ${palette.faint(about)}`;
    return labelled(`  ${this.#paint(cause.severity)(SIGNS[cause.severity])} `, 4, wrap(line, this.#options.width - 4));
  }

  #title(cause: Cause, { finding }: CauseExample): string[] {
    const { palette, locale, width } = this.#options;
    const sign = `${SIGNS[cause.severity]} ${severityWord(cause.severity, locale)}`;
    const indent = columnsOf(sign) + 2;
    const tag = `${finding.rule} · ${confidenceWord(finding.confidence, locale)}`;
    const title = wrap(plainSentence(cause.title, locale), Math.min(width, MAX_PROSE) - indent);
    const last = columnsOf(title.at(-1) ?? '') + indent;
    const room = width - last - columnsOf(tag);
    const lines = labelled(this.#paint(cause.severity)(palette.strong(sign)), indent, title.map(palette.strong));
    if (room < 2) return [...lines, ' '.repeat(indent) + palette.faint(tag)];
    const gap = ' '.repeat(Math.min(room, Math.max(2, MAX_PROSE - last - columnsOf(tag))));
    return lines.map((line, index) => (index === lines.length - 1 ? line + gap + palette.faint(tag) : line));
  }

  #where(cause: Cause): string[] {
    const { palette, locale, width } = this.#options;
    const lines = cause.examples.slice(0, cause.flows === 1 ? 1 : 3).map(({ report }) => {
      if (!('flow' in report)) {
        const { client, server } = report.connection;
        return `  ${palette.note(report.id)}  ${client} → ${server}`;
      }
      const { flow } = report;
      const { kind, from, to } = flow;
      const outcome = palette.faint(`  ${outcomeWord(flow.outcome, locale)}`);
      return `  ${palette.note(flow.id)}  ${fit(partiesOf({ kind, from, to, server: serverOf(flow) }, locale), width - 30)}${outcome}`;
    });
    const more = cause.flows - lines.length;
    if (more <= 0) return lines;
    const span = timeSpan(cause.first.timeUs, cause.last.timeUs);
    const { finding, report } = shownBy(cause);
    const others = flowOf(report)
      ? word('moreFlows', locale, {
          count: more,
          span,
          command: together(listingCommandFor(this.#options.files, finding)),
        })
      : word('moreConnections', locale, { count: more, span });
    return [...lines, ...wrap(others, width - 2).map((line) => `  ${palette.faint(line)}`)];
  }

  #proof({ finding, report }: CauseExample): string[] {
    const { locale } = this.#options;
    const { lines, more } = proofOf(finding);
    const startUs = startOf({ finding, report });
    const drawn = lines.flatMap((line) => this.#proofLine(line, startUs));
    return more === 0 ? drawn : [...drawn, word('moreEvidence', locale, { count: more })];
  }

  #proofLine({ first, last, count, startLine, quotes }: ProofLine, startUs: number): string[] {
    const { palette, files, width, locale } = this.#options;
    const room = width - this.#labelColumns;
    const frames = count === 1 ? `#${first.frame}` : `#${first.frame} … #${last.frame} (${count}×)`;
    const lastAt = count === 1 ? undefined : last.timeUs - startUs;
    const file = files.length > 1 ? [palette.faint(this.#files[first.input] ?? '')] : [];
    const parts = [
      `${palette.strong(frames)}  ${spanText(first.timeUs - startUs, lastAt, locale)}`,
      `${first.source} → ${first.destination}`,
      fit(printable(startLine), room - 4),
      ...file,
    ];
    return [...joinParts(parts, room), ...quotes.map((quote) => `    ${this.#quote(quote, room - 4)}`)];
  }

  #quote({ before, told, after }: Quote, columns: number): string {
    const { palette } = this.#options;
    const start = fit(printable(before, 120), columns);
    const middle = fit(printable(told), columns - columnsOf(start));
    const end = fit(printable(after, 120), columns - columnsOf(start) - columnsOf(middle));
    return start + palette.quoted(middle) + end;
  }

  #fix(cause: Cause): string[] {
    const { locale } = this.#options;
    const columns = 2 + Math.max(0, ...cause.fix.map(({ who }) => columnsOf(actorWord(who, locale))));
    return cause.fix.flatMap(({ who, action }) =>
      labelled(actorWord(who, locale), columns, this.#wrapped(plainSentence(action, locale), columns)),
    );
  }

  #ladder({ report }: CauseExample): string[] {
    const { palette, locale, width } = this.#options;
    if (!('flow' in report) || this.#drawn.has(report.flow.id)) return [];
    this.#drawn.add(report.flow.id);
    const lines = drawLadder(layOutLadder(report.flow, { telling: tellingOf(report), maxRows: MAX_LADDER_ROWS }), {
      width: width - 2,
      palette,
      ...ladderWords(locale),
    });
    return lines.length === 0 ? [] : ['', ...lines.map((line) => `  ${line}`)];
  }

  #wrapped(text: string, less = 0): string[] {
    return wrap(text, Math.min(this.#options.width, MAX_PROSE) - this.#labelColumns - less);
  }

  #labelled(key: WordKey, lines: readonly string[]): string[] {
    return labelled(`  ${this.#options.palette.strong(this.#word(key))}`, this.#labelColumns, lines);
  }

  #word(key: WordKey): string {
    return word(key, this.#options.locale);
  }

  #paint(severity: Severity): (text: string) => string {
    const { palette } = this.#options;
    if (severity === 'error') return palette.error;
    return severity === 'warning' ? palette.warning : palette.note;
  }
}

/** Parts side by side as long as they fit; the first of each further line is indented. */
function joinParts(parts: readonly string[], columns: number): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const line = lines.at(-1);
    if (line !== undefined && columnsOf(line) + 2 + columnsOf(part) <= columns)
      lines[lines.length - 1] = `${line}  ${part}`;
    else lines.push(line === undefined ? part : `    ${part}`);
  }
  return lines;
}

/** `+0.010 s`, `+2.010 … +4.015 s`. */
function spanText(firstUs: number, lastUs: number | undefined, locale: string): string {
  if (lastUs === undefined) return `+${secondsOf(firstUs, locale)}`;
  return `+${seconds(firstUs)} … +${secondsOf(lastUs, locale)}`;
}
