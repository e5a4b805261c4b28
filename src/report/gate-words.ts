// What the reporters say of a gate: short sentences, filled with counts.
import type { Values } from '../text/phrase.ts';
import { say } from '../text/say.ts';

const sentences = {
  passed: 'check passed',
  failed: 'check failed',
  unusable: 'check has nothing to judge',
  nothingAt: 'nothing at or above "{failOn}" in {flows}',
  nothingFails: 'no finding fails it ("never") in {flows}',
  flows: '{count, plural, one {# flow} other {# flows}}',
  findings: '{count, plural, one {# finding} other {# findings}} at or above "{failOn}"',
  warnings:
    '{count, plural, one {# warning} other {# warnings}} where {allowed, plural, one {# is} other {# are}} allowed',
  counted:
    '{error, plural, one {# error} other {# errors}}, {warning, plural, one {# warning} other {# warnings}}, {info} info',
  first: 'first',
  firstAt: '{rule} in {flow} at {place}: {title}',
  ignored: 'ignored',
  ignoredCount: '{count, plural, one {# finding is} other {# findings are}} let pass by the ignore list',
  unused: 'not needed',
  unusedEntries: '{count, plural, one {an entry} other {# entries}} of the ignore list: {entries}',
  undecided: 'not judged',
  undecidedCount: '{count, plural, one {# answer of a rule} other {# answers of rules}}, which fails no build',
  noPacket: 'no packet was recorded',
  noSip: 'no SIP message was found among {count, plural, one {# packet} other {# packets}}',
  noFlow: 'no flow passes the filter',
  mayPass: '--allow-empty lets that pass',
} as const satisfies Record<string, string>;

/** Name of one of the sentences. */
export type GateWordKey = keyof typeof sentences;

/** One of the sentences. Values must already be harmless for the sink. */
export function gateWord(key: GateWordKey, locale: string, values: Values = {}): string {
  return say(sentences[key], values, locale);
}
