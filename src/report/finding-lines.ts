// A finding as lines of plain text, for formats that show a block of it: title, reason, proof, fix. All of it printable.
import type { AnyFinding, AnyReport } from '../annotate/finding.ts';
import { printable } from './printable.ts';
import { proofOf } from './proof.ts';
import { plainSentence } from './sentence.ts';
import { startOf } from './short.ts';
import { secondsOf } from './time.ts';
import { actorWord, confidenceWord, word } from './words.ts';

/** What the lines need to know besides the finding. */
export interface FindingLineOptions {
  readonly files: readonly string[];
  readonly locale: string;
}

/** `missing-ack: No ACK to the 200 answer to INVITE (certain)`. */
export function findingTitle({ rule, title, confidence }: AnyFinding, locale: string): string {
  return `${rule}: ${plainSentence(title, locale)} (${confidenceWord(confidence, locale)})`;
}

/** The title, then everything that is said of the finding. */
export function findingLines(finding: AnyFinding, report: AnyReport, options: FindingLineOptions): string[] {
  const { locale } = options;
  return [
    findingTitle(finding, locale),
    `${word('why', locale)}: ${explanationText(finding, locale)}`,
    `${word('proof', locale)}:`,
    ...proofLines(finding, report, options).map((line) => `  ${line}`),
    `${word('fix', locale)}:`,
    ...finding.fix.map(({ who, action }) => `  ${actorWord(who, locale)}: ${plainSentence(action, locale)}`),
    word('references', locale, { references: finding.references.map((text) => printable(text)).join(', ') }),
  ];
}

/** The sentences that explain a finding, as one text. */
export function explanationText({ explanation }: AnyFinding, locale: string): string {
  return explanation.map((phrase) => plainSentence(phrase, locale)).join(' ');
}

function proofLines(finding: AnyFinding, report: AnyReport, { files, locale }: FindingLineOptions): string[] {
  const startUs = startOf({ finding, report });
  const { lines, more } = proofOf(finding);
  const said = lines.map(({ first, last, count, startLine, quotes }) => {
    const frames = count === 1 ? `#${first.frame}` : `#${first.frame} … #${last.frame} (${count}×)`;
    const file = files.length > 1 ? `${printable(files[first.input] ?? '', 60)} ` : '';
    const told = [startLine, ...quotes.map(({ before, told: text, after }) => before + text + after)];
    const path = `${printable(first.source, 60)} → ${printable(first.destination, 60)}`;
    return `${file}${frames}  +${secondsOf(first.timeUs - startUs, locale)}  ${path}  ${told.map((text) => printable(text, 160)).join('  ')}`;
  });
  return more === 0 ? said : [...said, word('moreEvidence', locale, { count: more })];
}
