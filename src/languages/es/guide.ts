// Spanish of the knowledge base, put together from the tables of this folder.
import type { Guide } from '../guide.ts';
import { spanish } from './catalogue.ts';
import { classes } from './guide/classes.ts';
import { comparison } from './guide/comparison.ts';
import { confusions } from './guide/confusions.ts';
import { contrasts } from './guide/contrasts.ts';
import { eventPackages } from './guide/event-packages.ts';
import { examples } from './guide/examples.ts';
import { headers } from './guide/headers.ts';
import { headings } from './guide/headings.ts';
import { methods } from './guide/methods.ts';
import { optionTags } from './guide/option-tags.ts';
import { pairs } from './guide/pairs.ts';
import { q850 } from './guide/q850.ts';
import { reasonProtocols } from './guide/reason-protocols.ts';
import { timers } from './guide/timers.ts';
import { warnings } from './guide/warnings.ts';
import { words } from './guide/words.ts';

/** Every Spanish text of the knowledge base. */
export const spanishGuide: Guide = {
  locale: 'es',
  rules: spanish.rules,
  status: spanish.status,
  classes,
  contrasts,
  confusions,
  pairs,
  comparison,
  methods,
  headers,
  optionTags,
  eventPackages,
  q850,
  warnings,
  reasonProtocols,
  timers,
  words,
  examples,
  headings,
};
