// What may stand in a configuration file. The JSON Schema in docs/schemas/ is made from this.
import * as v from 'valibot';
import { locales } from '../text/locale.ts';
import { FAIL_ON } from './threshold.ts';

/** What a rule can be set to. */
export const RULE_SETTINGS = ['off', 'info', 'warning', 'error'] as const;

const text = (what: string) => v.pipe(v.string(what), v.minLength(1, what), v.maxLength(1_000, what));
const about = <const Inner extends v.GenericSchema>(inner: Inner, description: string) =>
  v.optional(v.pipe(inner, v.description(description)));
const oneOf = <const Choices extends readonly string[]>(choices: Choices) =>
  v.picklist(choices, `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`);
const file = text('the name of a file');

const PATTERN = 'A part of the text, or a /regular expression/.';

/** An entry of the ignore list with conditions. */
const ignoreEntry = v.strictObject(
  {
    rule: about(text('a rule'), 'Rule id, response/404, or response/4xx.'),
    fingerprint: about(
      v.pipe(v.string('16 hex digits'), v.regex(/^[0-9a-f]{16}$/, '16 hex digits')),
      'Fingerprint of a finding, as -f json shows it.',
    ),
    callId: about(text('a text'), `Call-ID of the flow. ${PATTERN}`),
    from: about(text('a text'), `Who the flow is from. ${PATTERN}`),
    to: about(text('a text'), `Whom the flow is to. ${PATTERN}`),
    method: about(text('a method'), 'Method that the finding is about.'),
    reason: about(v.string('a text'), 'Why it is let pass: for those who read this.'),
  },
  'a rule, a fingerprint, or an object with conditions',
);

const gate = v.strictObject(
  {
    failOn: about(oneOf([...FAIL_ON].reverse()), 'Lowest severity that fails a build; error if not given.'),
    maxWarnings: about(
      v.pipe(v.number('a whole number'), v.integer('a whole number'), v.minValue(0, 'a whole number')),
      'More warnings than this fail a build.',
    ),
    allowEmpty: about(v.boolean('true or false'), 'A recording in which there is nothing to judge passes.'),
    baseline: about(
      file,
      'Findings that were there before, beside this file; siplens check --update-baseline writes it.',
    ),
    snapshot: about(file, 'The flows that must be in the recording, beside this file; siplens snapshot writes it.'),
    ignore: about(
      v.array(v.union([text('a rule'), ignoreEntry], 'a rule, a fingerprint, or an object with conditions'), 'a list'),
      'Findings that are let pass: rules, fingerprints, or objects with conditions that must all hold.',
    ),
  },
  'an object',
);

/** The whole file. */
export const configSchema = v.strictObject(
  {
    $schema: about(v.string('a text'), 'The JSON Schema of this file.'),
    lang: about(oneOf(locales), 'Language of every sentence.'),
    rules: about(
      v.record(v.string(), oneOf(RULE_SETTINGS), 'rules with a severity each'),
      'Rule id, response/404 or response/4xx, and how serious it is, or off.',
    ),
    keylog: about(
      v.union([file, v.array(file, 'a list')], 'the name of a file, or a list of names'),
      'NSS key logs that decrypt TLS, beside this file.',
    ),
    check: about(gate, 'What siplens check demands.'),
  },
  'an object',
);

/** A configuration as it is written. */
export type WrittenConfig = v.InferOutput<typeof configSchema>;
