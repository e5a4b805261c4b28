// The analysis as annotations of a GitHub workflow: one for each cause. GitHub shows ten errors and ten warnings of a
// step, so that the last of them tells of those that did not fit.
import { type Cause, subjectId } from '../annotate/finding.ts';
import { CauseBook } from '../annotate/causes.ts';
import { OPEN_GATE } from '../gate/gate.ts';
import type { GateVerdict } from '../gate/verdict.ts';
import { witnessOf } from '../rules/evidence.ts';
import type { Severity } from '../rules/rule.ts';
import { newProblemsOf, withFindings } from './counted.ts';
import { shownBy } from './digest.ts';
import { explanationText } from './finding-lines.ts';
import { gateWord } from './gate-words.ts';
import { clip, printable } from './printable.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';
import { plainSentence } from './sentence.ts';
import { subjectsIn } from './short.ts';
import { emptinessText } from './verdict-lines.ts';
import { actorWord, word } from './words.ts';
import { demandLines, demandText } from './demand-lines.ts';

/** Annotations of each kind that GitHub shows of a step. */
const MAX_ANNOTATIONS = 10;
/** GitHub cuts messages at 64 KiB; nobody reads as much. */
const MAX_MESSAGE = 4_000;

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<Severity, string>;

interface Annotation {
  readonly title: string;
  readonly message: string;
  readonly file?: string;
  /** The frame: the nearest to a line that a capture has. */
  readonly line?: number;
}

/** Writes `-f github`, all of it when the analysis has ended. */
export function createGithubReporter(options: ReporterOptions): Reporter {
  const gate = options.gate ?? OPEN_GATE;
  const causes = new CauseBook();
  let undecided = 0;
  let verdict: GateVerdict | undefined;
  return {
    takesPlainFlows: () => true,
    onGate(end): void {
      verdict = end;
    },
    onEvent(event): void {
      if (event.kind === 'flow') {
        undecided += event.report.undecided.length;
        causes.add(withFindings(event.report, newProblemsOf(event.report, gate)));
      } else if (event.kind === 'connection') {
        causes.add({ ...event.report, findings: newProblemsOf(event.report, gate) });
      } else if (event.kind === 'end') {
        const annotations = annotationsOf(causes, undecided, verdict, options);
        options.write(annotations.map((line) => `${line}\n`).join(''));
      }
    },
  };
}

function annotationsOf(
  book: CauseBook,
  undecided: number,
  verdict: GateVerdict | undefined,
  options: ReporterOptions,
): string[] {
  const { locale } = options;
  const bySeverity: Record<Severity, Annotation[]> = {
    error: verdictAnnotations(verdict, locale),
    warning: [],
    info: [],
  };
  for (const cause of book.causes()) bySeverity[cause.severity].push(causeAnnotation(cause, options));
  if (undecided > 0) {
    const message = `${gateWord('undecided', locale)}: ${gateWord('undecidedCount', locale, { count: undecided })}`;
    bySeverity.info.push({ title: 'siplens', message });
  }
  return (['error', 'warning', 'info'] as const).flatMap((severity) =>
    folded(bySeverity[severity], locale).map((annotation) => commandLine(COMMANDS[severity], annotation)),
  );
}

/** What fails the build beside the findings, which have annotations of their own. */
function verdictAnnotations(verdict: GateVerdict | undefined, locale: string): Annotation[] {
  if (!verdict) return [];
  const title = `siplens: ${gateWord(verdict.status, locale)}`;
  if (verdict.emptiness) return [{ title, message: emptinessText(verdict.emptiness, locale) }];
  if (verdict.status !== 'failed') return [];
  return verdict.demands
    .filter(({ met, kind }) => !met && kind !== 'findings')
    .map((demand) => ({
      title,
      message: [demandText(demand, verdict, locale), ...demandLines(demand, locale)].join('\n'),
    }));
}

function causeAnnotation(cause: Cause, { locale, files }: ReporterOptions): Annotation {
  const { finding, report } = shownBy(cause);
  const { input, frame } = witnessOf(finding.evidence[0]);
  const where = subjectsIn(cause, locale);
  const lines = [
    explanationText(finding, locale),
    ...finding.fix.map(
      ({ who, action }) => `${word('fix', locale)}, ${actorWord(who, locale)}: ${plainSentence(action, locale)}`,
    ),
    `${subjectId(report)} #${frame} · ${finding.rule} · ${finding.fingerprint}`,
  ];
  return {
    title: `${plainSentence(cause.title, locale)} (${finding.rule}, ${where})`,
    message: lines.join('\n'),
    file: files[input] ?? '',
    line: frame,
  };
}

/** As many as are shown; the last one names what the others would have been. */
function folded(annotations: readonly Annotation[], locale: string): readonly Annotation[] {
  if (annotations.length <= MAX_ANNOTATIONS) return annotations;
  const shown = annotations.slice(0, MAX_ANNOTATIONS - 1);
  const left = annotations.slice(shown.length);
  const title = gateWord('moreAnnotations', locale, { count: left.length });
  return [...shown, { title, message: left.map((annotation) => annotation.title).join('\n') }];
}

function commandLine(command: string, { title, message, file, line }: Annotation): string {
  const properties = Object.entries({ file, line, title })
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => `${key}=${property(String(value))}`);
  return `::${command} ${properties.join(',')}::${data(message)}`;
}

/** The message: line breaks of our own, and nothing in it that ends the command. */
function data(text: string): string {
  return clip(text, MAX_MESSAGE)
    .split('\n')
    .map((line) => escaped(printable(line, MAX_MESSAGE)))
    .join('%0A');
}

function property(text: string): string {
  return escaped(printable(text, 500)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
