// English, put together from the tables that carry it: rules, annotator, knowledge, notices.
import { annotateTexts, roleTexts } from '../../annotate/texts.ts';
import { notices } from '../../bytes/notice.ts';
import { statusEntries } from '../../knowledge/status-codes.ts';
import { rules } from '../../rules/all.ts';
import { defectKinds, type DefectCode } from '../../sip/defects.ts';
import { wordsOf, type Catalogue, type RuleTexts } from '../catalogue.ts';
import { report } from './report.ts';

/** The English catalogue. */
export const english: Catalogue = {
  rules: Object.fromEntries(rules.map(({ id, text }) => [id, text])) as unknown as RuleTexts,
  roles: roleTexts,
  annotate: annotateTexts,
  status: Object.fromEntries(
    Object.entries(statusEntries).map(([key, entry]) => [key, wordsOf(entry)]),
  ) as unknown as Catalogue['status'],
  defects: Object.fromEntries(Object.entries(defectKinds).map(([code, { text }]) => [code, text])) as Readonly<
    Record<DefectCode, string>
  >,
  notices,
  report,
};
