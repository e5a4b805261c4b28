// The end of a gate becomes a headline and a few details, in the voice of the sink that they go to.
import { subjectId } from '../annotate/finding.ts';
import type { Emptiness, Found, GateVerdict } from '../gate/verdict.ts';
import type { Ignore } from '../gate/ignore-list.ts';
import { witnessOf } from '../rules/evidence.ts';
import type { Phrase } from '../text/phrase.ts';
import { demandText } from './demand-lines.ts';
import { gateWord, type GateWordKey } from './gate-words.ts';
import { printable } from './printable.ts';
import { kindsIn } from './quality.ts';
import { noticeText, plainSentence } from './sentence.ts';
import { shortTime } from './time.ts';

/** How phrases and captured text become harmless for a sink. */
export interface Voice {
  readonly locale: string;
  readonly sentence: (phrase: Phrase) => string;
  readonly text: (text: string) => string;
}

/** A headline, and lines with a label each. */
export interface VerdictLines {
  readonly headline: string;
  readonly details: readonly { readonly label: string; readonly text: string }[];
}

const MAX_ENTRIES = 8;

/** The voice of one-line places: terminals, logs. */
export function plainVoice(locale: string): Voice {
  return {
    locale,
    sentence: (phrase) => plainSentence(phrase, locale),
    text: (text) => printable(text, 100),
  };
}

/** Says how the gate ended. */
export function verdictLines(verdict: GateVerdict, voice: Voice): VerdictLines {
  const { status, demands, emptiness } = verdict;
  const word = (key: GateWordKey, values = {}): string => gateWord(key, voice.locale, values);
  const unmet = status === 'failed' ? demands.filter(({ met }) => !met) : [];
  const reasons = emptiness
    ? [emptinessText(emptiness, voice.locale)]
    : unmet.map((demand) => demandText(demand, verdict, voice.locale));
  if (reasons.length === 0) reasons.push(harmlessText(verdict, voice.locale));
  return { headline: `${word(status)}: ${reasons.join('; ')}`, details: detailsOf(verdict, voice) };
}

function harmlessText({ failOn, flows, counted }: GateVerdict, locale: string): string {
  const values = { failOn, flows: gateWord('flows', locale, { count: flows }) };
  const { error, warning, info } = counted;
  const said = gateWord(failOn === 'never' ? 'nothingFails' : 'nothingAt', locale, values);
  return error + warning + info === 0 ? said : `${said} (${gateWord('counted', locale, { error, warning, info })})`;
}

/** Why there was nothing to judge, with what the recording itself says of it. */
export function emptinessText({ kind, inputs }: Emptiness, locale: string): string {
  const mayPass = gateWord('mayPass', locale);
  if (kind === 'no-flow') return `${gateWord('noFlow', locale)}; ${mayPass}`;
  const count = inputs.reduce((sum, { packets }) => sum + packets, 0);
  const reason =
    count === 0 ? gateWord('noPacket', locale) : `${gateWord('noSip', locale, { count })} (${kindsIn(inputs, locale)})`;
  const said = inputs.flatMap((input) =>
    input.notices.map(({ code, count: times }) => noticeText(code, times, locale)),
  );
  return [reason, ...new Set(said.slice(0, 3)), mayPass].join('; ');
}

function detailsOf(verdict: GateVerdict, voice: Voice): VerdictLines['details'] {
  const { locale } = voice;
  const details: { label: string; text: string }[] = [];
  const add = (label: GateWordKey, text: string): void => {
    details.push({ label: gateWord(label, locale), text });
  };
  const { first, ignored, baseline, unusedIgnores, undecided } = verdict;
  if (first) add('first', firstText(first, verdict.files, voice));
  if (ignored > 0) add('ignored', gateWord('ignoredCount', locale, { count: ignored }));
  if (baseline && baseline.known > 0) add('known', gateWord('knownCount', locale, { count: baseline.known }));
  if (baseline && baseline.gone.length > 0) {
    const entries = listed(baseline.gone, ({ rule, fingerprint }) => voice.text(`${rule} ${fingerprint}`));
    add('gone', gateWord('goneEntries', locale, { count: baseline.gone.length, entries }));
  }
  if (baseline?.renewed) {
    const { candidates, left } = baseline.renewed;
    const said = gateWord('recordedCount', locale, { count: candidates.length });
    add('recorded', left > 0 ? `${said}; ${gateWord('moreFindings', locale, { count: left })}` : said);
  }
  if (unusedIgnores.length > 0) {
    const entries = listed(unusedIgnores, (ignore) => voice.text(entryText(ignore)));
    add('unused', gateWord('unusedEntries', locale, { count: unusedIgnores.length, entries }));
  }
  if (undecided > 0) add('undecided', gateWord('undecidedCount', locale, { count: undecided }));
  return details;
}

/** The first few of a list. */
function listed<Item>(items: readonly Item[], text: (item: Item) => string): string {
  const said = items.slice(0, MAX_ENTRIES).map(text);
  return (items.length > MAX_ENTRIES ? [...said, '…'] : said).join(', ');
}

function firstText({ finding, report }: Found, files: readonly string[], voice: Voice): string {
  const { input, frame, timeUs } = witnessOf(finding.evidence[0]);
  const file = files.length > 1 ? `${voice.text(files[input] ?? '')} ` : '';
  return gateWord('firstAt', voice.locale, {
    rule: finding.rule,
    flow: subjectId(report),
    place: `${file}#${frame}, ${shortTime(timeUs)}`,
    title: voice.sentence(finding.title),
  });
}

function entryText({ rule, fingerprint, callId, from, to, method }: Ignore): string {
  const conditions = Object.entries({ callId, from, to, method }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name} ${value}`],
  );
  return [
    ...(rule === undefined ? [] : [rule]),
    ...(fingerprint === undefined ? [] : [fingerprint]),
    ...conditions,
  ].join(' ');
}
