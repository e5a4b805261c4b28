// The analysis as Markdown (GitHub flavour) to paste into a ticket: verdict, causes with evidence and fix, a ladder each
// in a fenced block, what is no fault, and the state of the capture. Captured text stands in code spans.
import type { AnalysisEvent, InputReport } from '../annotate/analysis.ts';
import { type AnyReport, type Cause, type CauseExample, flowOf } from '../annotate/finding.ts';
import type { Severity } from '../rules/rule.ts';
import { Digest, serverOf, shownBy } from './digest.ts';
import { layOutLadder } from './ladder.ts';
import { drawLadder } from './ladder-text.ts';
import { ladderWords } from './ladder-words.ts';
import { paletteFor } from './palette.ts';
import { markdownCode, markdownFence, markdownText } from './printable.ts';
import { proofOf, tellingOf } from './proof.ts';
import { countsOf, qualityOf, withoutSip } from './quality.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';
import { markdownSentence } from './sentence.ts';
import { commandFor, listingCommandFor, partiesOf, shortNames, startOf, subjectsIn, tlsText } from './short.ts';
import { Sink } from './sink.ts';
import { duration, secondsOf, shortTime, timeSpan } from './time.ts';
import { actorWord, confidenceWord, countOfKind, outcomeWord, severityWord, word, type WordKey } from './words.ts';

const MAX_FULL_CAUSES = 20;
const MAX_SHORT_CAUSES = 50;
const MAX_INFO_LINES = 30;
const MAX_UNDECIDED_LINES = 20;
const MAX_TLS_LINES = 20;
const MAX_INPUT_LINES = 50;
const MAX_SENTENCE = 2_000;
const LADDER_WIDTH = 100;

const SIGNS = { error: '❌', warning: '⚠️', info: 'ℹ️' } as const satisfies Record<Severity, string>;

/** Writes `analyze -f markdown`, all of it when the analysis has ended. */
export function createMarkdownReporter(options: ReporterOptions): Reporter {
  const digest = new Digest();
  return {
    takesPlainFlows: () => digest.takesPlainFlows,
    onEvent(event: AnalysisEvent): void {
      if (digest.add(event)) new Page(digest, options).write();
    },
  };
}

/** One document, written from top to bottom. */
class Page {
  readonly #digest: Digest;
  readonly #options: ReporterOptions;
  readonly #sink: Sink;
  readonly #drawn = new Set<string>();

  constructor(digest: Digest, options: ReporterOptions) {
    this.#digest = digest;
    this.#options = options;
    this.#sink = new Sink(options.write);
  }

  write(): void {
    const causes = this.#digest.causes();
    const toAct = causes.filter(({ severity }) => severity !== 'info');
    const full = toAct.slice(0, MAX_FULL_CAUSES);
    const short = toAct.slice(MAX_FULL_CAUSES, MAX_FULL_CAUSES + MAX_SHORT_CAUSES);
    const more = toAct.length - full.length - short.length;
    this.#verdict();
    this.#quality();
    for (const cause of full) this.#cause(cause);
    if (short.length > 0)
      this.#list(
        'laterCauses',
        short.map((cause) => `${SIGNS[cause.severity]} ${this.#shortLine(cause)}`),
        more,
      );
    this.#flows();
    const tls = this.#digest.unreadTls;
    const tlsLines = tls.slice(0, MAX_TLS_LINES).map((group) => {
      const text = tlsText(group, this.#options.locale, (name) => markdownCode(name, 80));
      return `${markdownCode(group.server)} ${text}`;
    });
    this.#list('unreadTls', tlsLines, tls.length - MAX_TLS_LINES);
    const info = causes.slice(toAct.length);
    this.#list(
      'alsoSeen',
      info.slice(0, MAX_INFO_LINES).map((cause) => this.#shortLine(cause)),
      info.length - MAX_INFO_LINES,
    );
    const undecided = this.#digest.undecided();
    const undecidedLines = undecided.slice(0, MAX_UNDECIDED_LINES).map(({ rule, because, flow, count }) => {
      const where = count === 1 ? flow : this.#word('inFlows', { count });
      return `${markdownCode(rule)} (${where}): ${this.#sentence(because)}`;
    });
    this.#list('undecided', undecidedLines, undecided.length - MAX_UNDECIDED_LINES);
    this.#captures();
    this.#sink.flush();
  }

  #verdict(): void {
    const { flows, failed, needLook, partial, kinds, sawSip, connections } = this.#digest;
    if (flows === 0) {
      this.#sink.line(`## ${SIGNS.warning} ${this.#word(sawSip ? 'noFlows' : 'noSip')}`);
      return;
    }
    const what = kinds.map(([kind, count]) => countOfKind(kind, count, this.#options.locale)).join(', ');
    const fine = flows - failed - needLook - partial;
    if (failed + needLook + connections.error + connections.warning === 0) {
      const verdict = this.#word(partial > 0 ? 'nothingWrong' : 'allFine', { count: partial });
      this.#sink.line(`## ✅ ${what}: ${verdict}`);
      return;
    }
    const parts = [
      ...(failed > 0 ? [this.#word('failed', { count: failed })] : []),
      ...(connections.error > 0 ? [this.#word('connectionsFailed', { count: connections.error })] : []),
      ...(needLook > 0 ? [this.#word('look', { count: needLook })] : []),
      ...(connections.warning > 0 ? [this.#word('connectionsLook', { count: connections.warning })] : []),
      ...(fine > 0 ? [this.#word('fine', { count: fine })] : []),
      ...(partial > 0 ? [this.#word('partial', { count: partial })] : []),
    ];
    this.#sink.line(`## ${failed + connections.error > 0 ? SIGNS.error : SIGNS.warning} ${what}: ${parts.join(', ')}`);
  }

  /** How far the recording can be trusted; without SIP, what there is instead. */
  #quality(): void {
    const { inputs, flows, sawSip } = this.#digest;
    const { locale } = this.#options;
    const { summary, weaknesses } = qualityOf(inputs, flows, locale);
    const sink = this.#sink;
    sink.line();
    if (sawSip) sink.line(`**${this.#word('quality')}.** ${markdownText(summary, MAX_SENTENCE)}`);
    else sink.line(markdownText(withoutSip(inputs, locale).join(' '), MAX_SENTENCE));
    if (weaknesses.length === 0) return;
    sink.line();
    for (const line of weaknesses) sink.line(`- ${SIGNS.warning} ${markdownText(line, MAX_SENTENCE)}`);
  }

  #cause(cause: Cause): void {
    const example = shownBy(cause);
    const { finding, report } = example;
    const sink = this.#sink;
    sink.line();
    sink.line(`### ${SIGNS[cause.severity]} ${this.#sentence(cause.title)}`);
    sink.line();
    const tag = `${severityWord(cause.severity, this.#options.locale)} · ${markdownCode(finding.rule)} · ${confidenceWord(finding.confidence, this.#options.locale)}`;
    sink.line(`${tag} · ${this.#subject(report)}`);
    if (cause.flows > 1) {
      const span = timeSpan(cause.first.timeUs, cause.last.timeUs);
      const command = markdownCode(listingCommandFor(this.#options.files, finding));
      const count = cause.flows - 1;
      const more = flowOf(report)
        ? this.#word('moreFlows', { count, span, command })
        : this.#word('moreConnections', { count, span });
      sink.line();
      sink.line(capital(more));
    }
    sink.line();
    sink.line(`**${this.#word('why')}.** ${cause.explanation.map((phrase) => this.#sentence(phrase)).join(' ')}`);
    this.#proof(example);
    if (cause.fix.length > 0) {
      sink.line();
      sink.line(`**${this.#word('fix')}**`);
      sink.line();
      for (const { who, action } of cause.fix)
        sink.line(`- [ ] **${actorWord(who, this.#options.locale)}**: ${this.#sentence(action)}`);
    }
    if (finding.references.length > 0) {
      sink.line();
      sink.line(
        this.#word('references', { references: finding.references.map((text) => markdownText(text)).join(', ') }),
      );
    }
    this.#ladder(example);
  }

  /** `call-1: alice@example.com → bob@example.com (failed)`, `tls-1: 192.0.2.1:5061 → …`. */
  #subject(report: AnyReport): string {
    if (!('flow' in report)) {
      const { client, server } = report.connection;
      return `${report.id}: ${markdownCode(client)} → ${markdownCode(server)}`;
    }
    const { flow } = report;
    const { id, kind, from, to, outcome } = flow;
    const parties = partiesOf({ kind, from, to, server: serverOf(flow) }, this.#options.locale, (text) =>
      markdownCode(text, 80),
    );
    return `${id}: ${parties} (${outcomeWord(outcome, this.#options.locale)})`;
  }

  #proof(example: CauseExample): void {
    const sink = this.#sink;
    const { files } = this.#options;
    const startUs = startOf(example);
    const { lines, more } = proofOf(example.finding);
    sink.line();
    sink.line(
      `| ${this.#word('frame')} | ${this.#word('time')} | ${this.#word('direction')} | ${this.#word('message')} |`,
    );
    sink.line('| --- | --- | --- | --- |');
    for (const { first, last, count, startLine, quotes } of lines) {
      const frames = count === 1 ? `\\#${first.frame}` : `\\#${first.frame} … \\#${last.frame} (${count}×)`;
      const file = files.length > 1 ? ` ${markdownText(shortNames(files, 60)[first.input] ?? '')}` : '';
      const quoted = quotes
        .map(({ before, told, after }) => `<br>${markdownCode(before + told + after, 240)}`)
        .join('');
      const path = `${markdownCode(first.source)} → ${markdownCode(first.destination)}`;
      sink.line(
        `| ${frames}${file} | +${secondsOf(first.timeUs - startUs, this.#options.locale)} | ${path} | ${markdownCode(startLine, 160)}${quoted} |`,
      );
    }
    if (more > 0) {
      sink.line();
      sink.line(this.#word('moreEvidence', { count: more }));
    }
  }

  #ladder({ report }: CauseExample): void {
    if (!('flow' in report) || this.#drawn.has(report.flow.id)) return;
    this.#drawn.add(report.flow.id);
    const lines = drawLadder(layOutLadder(report.flow, { telling: tellingOf(report) }), {
      width: LADDER_WIDTH,
      palette: paletteFor(false),
      ...ladderWords(this.#options.locale),
    });
    this.#sink.line();
    this.#sink.lines(markdownFence(lines));
  }

  #flows(): void {
    const { lines, flows } = this.#digest;
    if (lines.length === 0 || (flows === 1 && this.#digest.failed + this.#digest.needLook > 0)) return;
    const sink = this.#sink;
    sink.line();
    sink.line(`### ${this.#word('flows')}`);
    sink.line();
    sink.line(
      `| | ${this.#word('flow')} | ${this.#word('fromTo')} | ${this.#word('outcome')} | ${this.#word('duration')} |`,
    );
    sink.line('| --- | --- | --- | --- | --- |');
    for (const line of lines) {
      const { id, outcome, durationUs, worst } = line;
      const sign = worst && worst.severity !== 'info' ? SIGNS[worst.severity] : '✅';
      const path = partiesOf(line, this.#options.locale, (text) => markdownCode(text, 60));
      sink.line(
        `| ${sign} | ${id} | ${path} | ${outcomeWord(outcome, this.#options.locale)} | ${duration(durationUs, this.#options.locale)} |`,
      );
    }
  }

  #captures(): void {
    const sink = this.#sink;
    sink.line();
    sink.line(`### ${this.#word('capture')}`);
    sink.line();
    const { inputs } = this.#digest;
    for (const input of inputs.slice(0, MAX_INPUT_LINES)) sink.line(`- ${this.#inputLine(input)}`);
    if (inputs.length > MAX_INPUT_LINES)
      sink.line(`- ${this.#word('moreCaptures', { count: inputs.length - MAX_INPUT_LINES })}`);
    sink.line();
    sink.line(`_siplens ${this.#options.version}_`);
  }

  #inputLine({ file, packets, sipMessages, first, last }: InputReport): string {
    const counts = countsOf(packets, sipMessages, this.#options.locale);
    if (!first || !last) return `${markdownCode(file)}: ${counts}`;
    return `${markdownCode(file)}: ${counts}, ${duration(last.timeUs - first.timeUs, this.#options.locale)} ${this.#word('from', { time: shortTime(first.timeUs) })}`;
  }

  #list(key: 'laterCauses' | 'unreadTls' | 'alsoSeen' | 'undecided', lines: readonly string[], more: number): void {
    if (lines.length === 0) return;
    this.#sink.line();
    this.#sink.line(`### ${this.#word(key)}`);
    this.#sink.line();
    for (const line of lines) this.#sink.line(`- ${line}`);
    if (more > 0)
      this.#sink.line(`- ${this.#word('moreLines', { count: more, command: markdownCode(this.#command()) })}`);
  }

  #shortLine(cause: Cause): string {
    const { finding } = shownBy(cause);
    const where = subjectsIn(cause, this.#options.locale);
    return `${this.#sentence(cause.title)} (${markdownCode(finding.rule)}, ${where})`;
  }

  #sentence(phrase: Cause['title']): string {
    return markdownSentence(phrase, this.#options.locale);
  }

  #command(): string {
    return commandFor(this.#options.files, '-f json');
  }

  #word(key: WordKey, values: Readonly<Record<string, string | number>> = {}): string {
    return word(key, this.#options.locale, values);
  }
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
