// Every rule of the house, in the order of the catalogue. A new rule is one file and one line here.
import { missingAck } from './dialog/missing-ack.ts';

/** All rules. */
export const rules = [missingAck] as const;

/** The id of a rule, as it stands in findings and in the configuration. */
export type RuleId = (typeof rules)[number]['id'];
