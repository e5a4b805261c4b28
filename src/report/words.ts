// The reporters' own words: headings and short sentences around what the other rooms say.
import type { FlowKind, FlowOutcome } from '../flow/model.ts';
import type { Actor, Basis, Confidence, Severity } from '../rules/rule.ts';
import type { ReportWords } from '../languages/catalogue.ts';
import { catalogueOf } from '../languages/spoken.ts';
import { say } from '../text/say.ts';
import type { Values } from '../text/phrase.ts';

/** Name of one of the reporters' sentences. */
export type WordKey = keyof ReportWords['sentences'];

/** One of the reporters' own sentences. Values must already be harmless for the sink. */
export function word(key: WordKey, locale: string, values: Values = {}): string {
  return say(catalogueOf(locale).report.sentences[key], values, locale);
}

/** `3 calls`. */
export function countOfKind(kind: FlowKind, count: number, locale: string): string {
  return say(catalogueOf(locale).report.kinds[kind], { count }, locale);
}

/** What became of a flow: `not answered`. */
export function outcomeWord(outcome: FlowOutcome, locale: string): string {
  return catalogueOf(locale).report.outcomes[outcome];
}

/** `ERROR`. */
export function severityWord(severity: Severity, locale: string): string {
  return catalogueOf(locale).report.severities[severity];
}

/** How far the capture proves a finding. */
export function confidenceWord(confidence: Confidence, locale: string): string {
  return catalogueOf(locale).report.confidences[confidence];
}

/** What a rule rests on, in a few words. */
export function basisWord(basis: Basis, locale: string): string {
  return catalogueOf(locale).report.bases[basis];
}

/** Who must change something. */
export function actorWord(actor: Actor, locale: string): string {
  return catalogueOf(locale).report.actors[actor];
}
