// How far a recording can be trusted, in short: what its packets were, that nothing is missing, or what is. One line, and
// one more for each thing that weakens the analysis, however many inputs there are. Everything here is printable.
import type { InputReport, Notice } from '../annotate/analysis.ts';
import type { NoticeCode } from '../bytes/notice.ts';
import type { PacketClass } from '../ledger/classes.ts';
import { type Total, totalOf } from '../ledger/total.ts';
import { countOfClass, countOfOthers, grouped } from './class-words.ts';
import { noticeText } from './sentence.ts';
import { shortNames } from './short.ts';
import { duration } from './time.ts';
import { word, type WordKey } from './words.ts';

/** What is said of the recording before anything else. */
export interface Quality {
  /** `96 SIP, 11,900 RTP, 44 others · no loss seen, nothing cut, clock steady`. */
  readonly summary: string;
  /** What weakens the analysis, the most important first. */
  readonly weaknesses: readonly string[];
}

/** @param flows How many flows the report is about. */
export function qualityOf(inputs: readonly InputReport[], flows: number, locale: string): Quality {
  const total = totalOf(inputs.map(({ ledger }) => ledger));
  const codes = new Set(inputs.flatMap((input) => input.notices.map(({ code }) => code)));
  // A text says nothing of what its writer did not see, or left out.
  const isText = inputs.some(({ format }) => format === 'text');
  const parts = [breakdown(total, MAX_NAMED, locale), isText ? '' : facts(total, codes, locale).join(', ')];
  return {
    summary: parts.filter((part) => part !== '').join(' · '),
    weaknesses: [...weaknessesOf(total, flows, locale), ...noticeLines(inputs, total, locale)],
  };
}

/**
 * What there is instead of SIP, and what that suggests: sentences.
 * @param inputs None of them holds a SIP message.
 */
export function withoutSip(inputs: readonly InputReport[], locale: string): readonly string[] {
  const total = totalOf(inputs.map(({ ledger }) => ledger));
  const { packets, all, tlsPorts } = total;
  const has = (...names: readonly PacketClass[]): boolean => names.some((name) => packets.has(name));
  if (all === 0) return [word('emptyCapture', locale)];
  const what = breakdown(total, MAX_NAMED_WITHOUT_SIP, locale);
  const hints = [
    ...(has('tls')
      ? [word('hintTls', locale, { count: tlsPorts.length, ports: tlsPorts.slice(0, 5).join(', ') })]
      : []),
    ...(has('ipsec') ? [word('hintIpsec', locale)] : []),
    ...(has('encryptedLink') ? [word('hintLink', locale)] : []),
    ...(has('keepAlive') ? [word('hintKeepAlive', locale)] : []),
    ...(has('rtp', 'rtcp', 't38') ? [word('hintMedia', locale)] : []),
  ];
  return [
    word('insteadOfSip', locale, { count: all, number: grouped(all, locale), what }),
    ...(hints.length > 0 ? hints : [word('noSipHint', locale)]),
  ];
}

/** `12,040 packets, 96 SIP messages`. */
export function countsOf(packets: number, messages: number, locale: string): string {
  const counted = (key: 'packets' | 'sipMessages', count: number): string =>
    word(key, locale, { count, number: grouped(count, locale) });
  return `${counted('packets', packets)}, ${counted('sipMessages', messages)}`;
}

/** What the packets are that there are most of: `1,200 RTP, 30 DNS, 4 TLS`. */
export function kindsIn(inputs: readonly InputReport[], locale: string): string {
  return breakdown(totalOf(inputs.map(({ ledger }) => ledger)), MAX_NAMED, locale);
}

const MAX_NAMED = 5;
/** Where there is no SIP, what there is instead is all that can be said. */
const MAX_NAMED_WITHOUT_SIP = 8;
/** So many flows without anything that came back are no chance. */
const MANY_FLOWS = 0.5;

/** SIP first, then the classes with most packets by name, then the others together. */
function breakdown({ packets }: Total, most: number, locale: string): string {
  const [first, ...rest] = [...packets].sort(
    ([a, one], [b, other]) => Number(b === 'sip') - Number(a === 'sip') || other - one,
  );
  if (!first) return '';
  const named = rest.length < most ? rest : rest.slice(0, most - 2);
  const others = rest.slice(named.length).reduce((sum, [, count]) => sum + count, 0);
  return [
    ...[first, ...named].map(([name, count]) => countOfClass(name, count, locale)),
    ...(others > 0 ? [countOfOthers(others, locale)] : []),
  ].join(', ');
}

/** Something was sent, or recorded, and is not there. */
const LOSSES: ReadonlySet<NoticeCode> = new Set([
  'file-cut',
  'gzip-damaged',
  'zstd-damaged',
  'record-damaged',
  'interface-missing',
  'dropped-while-capturing',
  'link-checksum-bad',
  'wireless-fragments',
  'fragments-missing',
  'fragments-bad',
  'tcp-gap',
  'tcp-framing-lost',
  'ws-framing-lost',
  'ws-history-missing',
  'sctp-fragments-missing',
  'tls-records-dropped',
]);

/** What speaks for the recording, and what is only worth knowing. */
function facts(
  { packets, all, cut, cutLength, cutMessages, clockBackUs, duplicates }: Total,
  codes: ReadonlySet<NoticeCode>,
  locale: string,
): string[] {
  if (all === 0) return [];
  const said: string[] = [];
  const add = (key: WordKey, values = {}): void => void said.push(word(key, locale, values));
  if (![...codes].some((code) => LOSSES.has(code))) add('noLoss');
  if (cut === 0 && cutMessages === 0) add('nothingCut');
  else if (cutMessages === 0 && packets.has('sip'))
    add('mediaCut', { count: cut, number: grouped(cut, locale), length: cutLength });
  if (clockBackUs === 0 && ![...codes].some((code) => code.startsWith('time-'))) add('clockSteady');
  if (duplicates > 0) add('seenTwice', { count: duplicates, number: grouped(duplicates, locale) });
  return said;
}

function weaknessesOf(
  { packets, cut, cutLength, cutMessages, requestsOnly, responsesOnly }: Total,
  flows: number,
  locale: string,
): string[] {
  const said: string[] = [];
  const isSipCut = cutMessages > 0 || !packets.has('sip');
  if (cut > 0 && isSipCut) said.push(word('packetsCut', locale, { packets: cut, length: cutLength }));
  if (cutMessages > 0) said.push(word('messagesCut', locale, { count: cutMessages }));
  if (responsesOnly > 0) said.push(word('responsesOnly', locale, { count: responsesOnly }));
  // One that is not answered is a finding; when it is most of them, the recording is to be doubted.
  if (requestsOnly > 0 && requestsOnly >= MANY_FLOWS * flows)
    said.push(word('requestsOnly', locale, { count: requestsOnly }));
  return said;
}

/** One line for each kind of notice. */
function noticeLines(inputs: readonly InputReport[], total: Total, locale: string): string[] {
  const byCode = new Map<NoticeCode, { count: number; readonly where: Place[] }>();
  const { packets, tlsPorts } = total;
  const isOtherTls = packets.has('sip') && tlsPorts.length > 0 && tlsPorts.every((port) => NOT_FOR_SIP.has(port));
  for (const [input, { notices: own }] of inputs.entries()) {
    for (const notice of own) {
      if (isOtherTls && CLOSED_TLS.has(notice.code)) continue;
      const known = byCode.get(notice.code);
      if (!known) byCode.set(notice.code, { count: notice.count, where: [{ input, notice }] });
      else {
        known.count += notice.count;
        known.where.push({ input, notice });
      }
    }
  }
  const lines = [...byCode].sort(([a], [b]) => weightOf(b) - weightOf(a));
  const names = shortNames(
    inputs.map(({ file }) => file),
    60,
  );
  return lines.map(([code, { count, where }]) => {
    const sentence = noticeText(code, count, locale);
    const size =
      code === 'clock-set-back'
        ? `; ${word('largestStep', locale, { duration: duration(total.clockBackUs, locale) })}`
        : '';
    return `${sentence}${size}${placeText(where, names, locale)}`;
  });
}

interface Place {
  /** Index of the input. */
  readonly input: number;
  readonly notice: Notice;
}

/** ` (#12)`, with several inputs ` (b.pcap #12)`, and in several of them ` (in 3 captures, first in b.pcap #12)`. */
function placeText(where: readonly Place[], names: readonly string[], locale: string): string {
  const [first] = where;
  const frame = first?.notice.frame === undefined || first.notice.frame === 0 ? '' : `#${first.notice.frame}`;
  const file = names.length > 1 && first ? (names[first.input] ?? '') : '';
  const place = [file, frame].filter((part) => part !== '').join(' ');
  if (where.length > 1) return ` (${word('inCaptures', locale, { count: where.length, place })})`;
  return place === '' ? '' : ` (${place})`;
}

/** Ports where TLS is something else, as a rule: web, DNS, mail, LDAP. Where SIP was found without it, it goes without saying. */
const NOT_FOR_SIP: ReadonlySet<number> = new Set([443, 465, 587, 636, 853, 993, 995]);
/** What is said of connections that stayed closed. */
const CLOSED_TLS: ReadonlySet<NoticeCode> = new Set([
  'tls-no-key-log',
  'tls-no-secrets',
  'tls-no-handshake',
  'tls-unsupported',
]);

/** What was lost weighs more than what was odd; most TLS has nothing to do with SIP. */
function weightOf(code: NoticeCode): number {
  if (code.startsWith('tls-')) return 0;
  return LOSSES.has(code) || code === 'clock-set-back' ? 2 : 1;
}
