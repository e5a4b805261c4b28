// Spanish, put together from the tables of this folder.
import type { Catalogue } from '../catalogue.ts';
import { english } from '../en/catalogue.ts';
import { annotate, roles } from './annotate.ts';
import { defects } from './defects.ts';
import { notices } from './notices.ts';
import { report } from './report.ts';
import { rules } from './rules.ts';

/** The Spanish catalogue. */
export const spanish: Catalogue = { rules, roles, annotate, status: english.status, defects, notices, report };
