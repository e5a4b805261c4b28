// What the reporters say of a gate: short sentences, filled with counts.
import type { Values } from '../text/phrase.ts';
import type { ReportWords } from '../languages/catalogue.ts';
import { catalogueOf } from '../languages/spoken.ts';
import { say } from '../text/say.ts';

/** Name of one of the sentences. */
export type GateWordKey = keyof ReportWords['gate'];

/** One of the sentences. Values must already be harmless for the sink. */
export function gateWord(key: GateWordKey, locale: string, values: Values = {}): string {
  return say(catalogueOf(locale).report.gate[key], values, locale);
}
