// What a SARIF log tells beside its results: what could not be judged, what could not be decoded, what was left out, and
// how the gate ended.
import type { InputReport } from '../annotate/analysis.ts';
import type { GateVerdict } from '../gate/verdict.ts';
import type { UndecidedGroup } from './digest.ts';
import { gateWord } from './gate-words.ts';
import { artifactUri, sarifMessage } from './sarif-result.ts';
import { noticeText, plainSentence } from './sentence.ts';
import { emptinessText } from './verdict-lines.ts';
import { word } from './words.ts';
import { demandLines, demandText } from './demand-lines.ts';

/** What there is to tell. */
export interface ToldBeside {
  readonly verdict: GateVerdict | undefined;
  readonly undecided: readonly UndecidedGroup[];
  readonly inputs: readonly InputReport[];
  /** Findings that are only worth knowing. */
  readonly info: number;
  /** Results beyond those that are listed. */
  readonly left: number;
}

const MAX_UNDECIDED = 200;

/** The notifications, in the order of their weight. */
export function notificationsOf(
  { verdict, undecided, inputs, info, left }: ToldBeside,
  locale: string,
): readonly object[] {
  const told: object[] = [...verdictNotes(verdict, locale)];
  if (left > 0) told.push(note('note', gateWord('moreFindings', locale, { count: left })));
  if (info > 0) told.push(note('note', gateWord('infoLeftOut', locale, { count: info })));
  if (verdict && verdict.ignored > 0)
    told.push(note('note', gateWord('ignoredCount', locale, { count: verdict.ignored })));
  for (const { rule, because, flow, count } of undecided.slice(0, MAX_UNDECIDED)) {
    const where = count === 1 ? flow : word('inFlows', locale, { count });
    const text = `${gateWord('undecided', locale)}: ${rule} (${where}): ${plainSentence(because, locale)}`;
    told.push({ ...note('note', text), associatedRule: { id: rule } });
  }
  for (const input of inputs) told.push(...inputNotes(input, locale));
  return told;
}

function verdictNotes(verdict: GateVerdict | undefined, locale: string): object[] {
  if (!verdict) return [];
  if (verdict.emptiness) return [note('error', emptinessText(verdict.emptiness, locale))];
  return verdict.demands
    .filter(({ met }) => !met)
    .map((demand) => {
      const text = [demandText(demand, verdict, locale), ...demandLines(demand, locale)].join('\n');
      return note(verdict.status === 'failed' ? 'error' : 'note', text);
    });
}

function inputNotes(input: InputReport, locale: string): object[] {
  return input.notices.map(({ code, count, frame }) => ({
    ...note('warning', noticeText(code, count, locale)),
    descriptor: { id: code },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: artifactUri(input.file) },
          ...(frame === undefined || frame < 1 ? {} : { region: { startLine: frame } }),
        },
      },
    ],
  }));
}

function note(level: 'error' | 'warning' | 'note', text: string): object {
  return { level, message: { text: sarifMessage(text) } };
}
