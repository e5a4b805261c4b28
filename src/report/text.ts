// The page that people see first: the verdict, then each cause with its reason, its proof, its fix and a ladder, then
// what is no fault. Holds causes, not flows, so that ten thousand failing calls are still one page.
import type { AnalysisEvent, InputReport } from '../annotate/analysis.ts';
import { type Cause, flowOf, subjectId } from '../annotate/finding.ts';
import { CauseText } from './cause-text.ts';
import { Digest, type FlowLine, shownBy } from './digest.ts';
import { type Palette, paletteFor } from './palette.ts';
import { columnsOf, fit, pad, printable } from './printable.ts';
import { countsOf, qualityOf, withoutSip } from './quality.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';
import { plainSentence } from './sentence.ts';
import { commandFor, fitStart, partiesOf, shortNames, tlsText } from './short.ts';
import { Sink } from './sink.ts';
import { duration, shortTime } from './time.ts';
import { countOfKind, outcomeWord, word } from './words.ts';
import { labelled, together, wrap } from './wrap.ts';

const MIN_WIDTH = 60;
const MAX_FULL_CAUSES = 12;
const MAX_SHORT_CAUSES = 20;
const MAX_INFO_LINES = 15;
const MAX_UNDECIDED_LINES = 8;
const MAX_INPUT_LINES = 5;
const MAX_TLS_LINES = 8;
const MAX_NOTICE_LINES = 5;

/** Writes `analyze` as text, all of it when the analysis has ended. */
export function createTextReporter(options: ReporterOptions): Reporter {
  const digest = new Digest();
  return {
    takesPlainFlows: () => digest.takesPlainFlows,
    onEvent(event: AnalysisEvent): void {
      if (digest.add(event)) new Page(digest, options).write();
    },
  };
}

/** One page, written from top to bottom. */
class Page {
  readonly #digest: Digest;
  readonly #options: ReporterOptions;
  readonly #sink: Sink;
  readonly #palette: Palette;
  readonly #width: number;
  readonly #locale: string;

  constructor(digest: Digest, options: ReporterOptions) {
    this.#digest = digest;
    this.#options = options;
    this.#sink = new Sink(options.write);
    this.#palette = paletteFor(options.color);
    this.#width = Math.max(MIN_WIDTH, options.width);
    this.#locale = options.locale;
  }

  write(): void {
    const causes = this.#digest.causes();
    const toAct = causes.filter(({ severity }) => severity !== 'info');
    this.#verdict();
    this.#captures();
    this.#causes(toAct);
    this.#flows();
    this.#unreadTls();
    this.#alsoSeen(causes.slice(toAct.length));
    this.#undecided();
    this.#sink.flush();
  }

  #verdict(): void {
    const { flows, failed, needLook, partial, kinds, sawSip, connections } = this.#digest;
    const { strong, error, warning, good } = this.#palette;
    if (flows === 0) {
      const key = sawSip ? 'noFlows' : 'noSip';
      this.#sink.line(warning(strong(`! ${word(key, this.#locale)}`)));
      if (key === 'noSip') for (const hint of withoutSip(this.#digest.inputs, this.#locale)) this.#indented(hint, 2);
      return;
    }
    const what = kinds.map(([kind, count]) => countOfKind(kind, count, this.#locale)).join(', ');
    if (failed + needLook + connections.error + connections.warning === 0) {
      const verdict = word(partial > 0 ? 'nothingWrong' : 'allFine', this.#locale, { count: partial });
      this.#headline(`✓ ${what}: ${verdict}`, (line) => good(strong(line)));
      return;
    }
    const fine = flows - failed - needLook - partial;
    const parts = [
      ...(failed > 0 ? [error(word('failed', this.#locale, { count: failed }))] : []),
      ...(connections.error > 0 ? [error(word('connectionsFailed', this.#locale, { count: connections.error }))] : []),
      ...(needLook > 0 ? [warning(word('look', this.#locale, { count: needLook }))] : []),
      ...(connections.warning > 0
        ? [warning(word('connectionsLook', this.#locale, { count: connections.warning }))]
        : []),
      ...(fine > 0 ? [good(word('fine', this.#locale, { count: fine }))] : []),
      ...(partial > 0 ? [word('partial', this.#locale, { count: partial })] : []),
    ];
    const mark = failed + connections.error > 0 ? error('✗') : warning('!');
    this.#headline(`${mark} ${what}: ${parts.join(', ')}`, strong);
  }

  #headline(text: string, paint: (line: string) => string): void {
    const [first = '', ...others] = wrap(text, this.#width - 2);
    this.#sink.lines([first, ...others.map((line) => `  ${line}`)].map(paint));
  }

  #captures(): void {
    const { inputs } = this.#digest;
    const { faint } = this.#palette;
    for (const input of inputs.slice(0, MAX_INPUT_LINES)) this.#indented(this.#inputLine(input), 2, faint);
    if (inputs.length > MAX_INPUT_LINES) {
      const more = word('moreCaptures', this.#locale, { count: inputs.length - MAX_INPUT_LINES });
      this.#sink.line(`  ${faint(more)}`);
    }
    this.#quality();
  }

  /** Where there is no SIP, the answer to that has said what there is. */
  #quality(): void {
    const { inputs, flows, sawSip } = this.#digest;
    const { summary, weaknesses } = qualityOf(inputs, flows, this.#locale);
    if (sawSip) this.#indented(`${word('quality', this.#locale)}: ${summary}`, 2, this.#palette.faint);
    for (const line of weaknesses.slice(0, MAX_NOTICE_LINES)) {
      this.#sink.lines(labelled(`  ${this.#palette.warning('!')} `, 4, wrap(line, this.#width - 4)));
    }
    if (weaknesses.length > MAX_NOTICE_LINES) {
      const count = weaknesses.length - MAX_NOTICE_LINES;
      this.#indented(word('moreNotices', this.#locale, { count, command: this.#command('-f json') }), 4);
    }
  }

  #inputLine({ file, packets, sipMessages, first, last }: InputReport): string {
    const when =
      first && last
        ? `, ${together(duration(last.timeUs - first.timeUs, this.#locale))} ${together(word('from', this.#locale, { time: shortTime(first.timeUs) }))}`
        : '';
    const rest = `: ${countsOf(packets, sipMessages, this.#locale)}${when}`;
    const { files } = this.#options;
    if (files.length > 1) return (shortNames(files, 48)[files.indexOf(file)] ?? '') + rest;
    const path = printable(file);
    const beside = fitStart(path, this.#width - 2 - columnsOf(rest));
    // Beside the counts if the folder fits as well; otherwise the counts go on in the next line.
    return (isTelling(beside, path) ? beside : fitStart(path, this.#width - 3)) + rest;
  }

  #causes(causes: readonly Cause[]): void {
    const full = causes.slice(0, MAX_FULL_CAUSES);
    const short = causes.slice(MAX_FULL_CAUSES, MAX_FULL_CAUSES + MAX_SHORT_CAUSES);
    const more = causes.length - full.length - short.length + this.#digest.uncounted;
    const text = new CauseText({ ...this.#options, width: this.#width, palette: this.#palette });
    for (const cause of full) {
      this.#sink.line();
      this.#sink.lines(text.inFull(cause));
    }
    if (short.length > 0) {
      this.#heading('laterCauses');
      for (const cause of short) this.#sink.lines(text.inShort(cause));
    }
    if (more > 0)
      this.#indented(word('moreCauses', this.#locale, { count: more, command: this.#command('-f json') }), 2);
  }

  #flows(): void {
    const { lines, flows } = this.#digest;
    if (lines.length === 0 || (flows === 1 && this.#digest.failed + this.#digest.needLook > 0)) return;
    this.#heading('flows');
    const id = Math.max(...lines.map((line) => line.id.length));
    const outcome = Math.max(...lines.map((line) => columnsOf(outcomeWord(line.outcome, this.#locale))));
    const room = this.#width - id - outcome - 20;
    const paths = lines.map((line) => fit(partiesOf(line, this.#locale), room));
    const path = Math.max(...paths.map(columnsOf));
    for (const [index, line] of lines.entries()) {
      const columns = [
        pad(line.id, id),
        pad(paths[index] ?? '', path),
        pad(outcomeWord(line.outcome, this.#locale), outcome),
        duration(line.durationUs, this.#locale),
      ];
      this.#sink.line(`  ${this.#markOf(line)} ${columns.join('  ')}`);
    }
  }

  #unreadTls(): void {
    const groups = this.#digest.unreadTls;
    if (groups.length === 0) return;
    this.#heading('unreadTls');
    for (const group of groups.slice(0, MAX_TLS_LINES)) {
      const line = `${group.server}  ${tlsText(group, this.#locale, printable)}`;
      this.#sink.lines(labelled('  · ', 4, wrap(line, this.#width - 4)));
    }
    this.#moreLines(groups.length - MAX_TLS_LINES);
  }

  #markOf({ worst, isPartial }: FlowLine): string {
    if (worst?.severity === 'error') return this.#palette.error('✗');
    if (isPartial) return this.#palette.faint('·');
    return worst?.severity === 'warning' ? this.#palette.warning('!') : this.#palette.good('✓');
  }

  #alsoSeen(causes: readonly Cause[]): void {
    if (causes.length === 0) return;
    const lines = foldInfo(causes, this.#locale);
    this.#heading('alsoSeen');
    for (const { title, rule, flows, first, inWords } of lines.slice(0, MAX_INFO_LINES)) {
      const where = flows === 1 ? first : word(inWords, this.#locale, { count: flows });
      const line = `${title}  ${this.#palette.faint(`${rule}, ${where}`)}`;
      this.#sink.lines(labelled('  · ', 4, wrap(line, this.#width - 4)));
    }
    this.#moreLines(lines.length - MAX_INFO_LINES);
  }

  #undecided(): void {
    const groups = this.#digest.undecided();
    if (groups.length === 0) return;
    this.#heading('undecided');
    for (const { rule, because, flow, count } of groups.slice(0, MAX_UNDECIDED_LINES)) {
      const where = count === 1 ? flow : word('inFlows', this.#locale, { count });
      const line = `${rule} (${where}): ${plainSentence(because, this.#locale)}`;
      this.#sink.lines(labelled('  ? ', 4, wrap(line, this.#width - 4)));
    }
    this.#moreLines(groups.length - MAX_UNDECIDED_LINES);
  }

  #moreLines(count: number): void {
    if (count > 0) this.#indented(word('moreLines', this.#locale, { count, command: this.#command('-f json') }), 4);
  }

  #indented(text: string, columns: number, paint = (line: string): string => line): void {
    for (const line of wrap(text, this.#width - columns)) this.#sink.line(' '.repeat(columns) + paint(line));
  }

  #heading(key: 'laterCauses' | 'flows' | 'unreadTls' | 'alsoSeen' | 'undecided'): void {
    this.#sink.line();
    this.#sink.line(this.#palette.strong(word(key, this.#locale)));
  }

  /** How to see more of the same: a command to copy. */
  #command(options: string): string {
    return together(commandFor(this.#options.files, options));
  }
}

/** The whole path, or the file with its folder: captures are often called alike. */
function isTelling(shown: string, path: string): boolean {
  return shown === path || (shown.startsWith('…/') && shown.indexOf('/', 2) > 0);
}

interface InfoLine {
  readonly title: string;
  readonly rule: string;
  /** The first of the flows or connections, and how several are counted. */
  readonly first: string;
  readonly inWords: 'inFlows' | 'inConnections';
  flows: number;
}

/** Causes that read the same become one line: who answered does not matter where nothing is wrong. */
function foldInfo(causes: readonly Cause[], locale: string): InfoLine[] {
  const lines = new Map<string, InfoLine>();
  for (const cause of causes) {
    const { finding, report } = shownBy(cause);
    const title = plainSentence(cause.title, locale);
    const key = `${finding.rule} ${title}`;
    const known = lines.get(key);
    if (known) known.flows += cause.flows;
    else {
      const inWords = flowOf(report) ? 'inFlows' : 'inConnections';
      lines.set(key, { title, rule: finding.rule, first: subjectId(report), inWords, flows: cause.flows });
    }
  }
  return [...lines.values()].sort((a, b) => b.flows - a.flows);
}
