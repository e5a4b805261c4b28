// Spanish, put together from the tables of this folder.
import type { Catalogue } from '../catalogue.ts';
import { annotate, roles } from './annotate.ts';
import { defects } from './defects.ts';
import { notices } from './notices.ts';
import { report } from './report.ts';
import { rules } from './rules.ts';
import { provisionalCodes } from './status-codes/1xx.ts';
import { successCodes } from './status-codes/2xx.ts';
import { redirectionCodes } from './status-codes/3xx.ts';
import { requestFailureCodes } from './status-codes/4xx.ts';
import { serverFailureCodes } from './status-codes/5xx.ts';
import { globalFailureCodes } from './status-codes/6xx.ts';
import { fieldCodes } from './status-codes/field.ts';
import { unregistered } from './status-codes/unregistered.ts';

/** The Spanish catalogue. */
export const spanish: Catalogue = {
  rules,
  roles,
  annotate,
  status: {
    ...provisionalCodes,
    ...successCodes,
    ...redirectionCodes,
    ...requestFailureCodes,
    ...serverFailureCodes,
    ...globalFailureCodes,
    ...fieldCodes,
    ...unregistered,
  },
  defects,
  notices,
  report,
};
