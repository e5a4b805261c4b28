// A configuration file becomes settings. It can say no more than the command line, which wins where both speak.
import type { RuleSettings } from '../annotate/settings.ts';
import type { Locale } from '../text/locale.ts';
import { configSchema, type WrittenConfig } from './config-schema.ts';
import { type Ignore, isRuleName, parseIgnore, suggestion } from './ignore-list.ts';
import { textTestOf } from './text-test.ts';
import type { FailOn } from './threshold.ts';
import { type DocumentComplaint as Problem, readDocument } from './yaml-document.ts';

/** Settings of a project. Names of files are as they are written: relative to the file that names them. */
export interface Config {
  readonly lang?: Locale | undefined;
  readonly rules: NonNullable<RuleSettings['rules']>;
  readonly keylog: readonly string[];
  readonly check: {
    readonly failOn?: FailOn | undefined;
    readonly maxWarnings?: number | undefined;
    readonly allowEmpty?: boolean | undefined;
    readonly ignores: readonly Ignore[];
    /** A file. */
    readonly baseline?: string | undefined;
    readonly snapshot?: string | undefined;
  };
}

/**
 * Reads the text of a configuration file, YAML or JSON.
 * @throws DocumentError naming each problem with its place.
 */
export async function readConfig(file: string, text: string): Promise<Config> {
  const { lang, rules = {}, keylog = [], check = {} } = await readDocument(file, text, configSchema, problemsIn);
  const { ignore = [], ...demands } = check;
  return {
    lang,
    rules: eachRule(rules),
    keylog: typeof keylog === 'string' ? [keylog] : keylog,
    check: { ...demands, ignores: ignore.map((entry) => (typeof entry === 'string' ? parseIgnore(entry) : entry)) },
  };
}

/** What a schema cannot say: names of rules, patterns, conditions that let everything pass. */
function problemsIn({ rules = {}, check }: WrittenConfig): readonly Problem[] {
  const problems: Problem[] = [];
  for (const id of Object.keys(rules))
    if (!isRuleName(id)) problems.push({ ...noRule(['rules', id], id), aboutKey: true });
  for (const [index, entry] of (check?.ignore ?? []).entries()) {
    problems.push(...problemsOfEntry(['check', 'ignore', index], entry));
  }
  return problems;
}

function noRule(path: Problem['path'], id: string): Problem {
  return { path, text: `"${id}" is no rule${suggestion(id) || '; siplens rules lists them'}` };
}

function problemsOfEntry(path: Problem['path'], entry: string | Ignore): readonly Problem[] {
  if (typeof entry === 'string') return caught(path, () => parseIgnore(entry));
  const { rule, fingerprint, callId, from, to } = entry;
  if (rule === undefined && fingerprint === undefined) {
    return [{ path, text: 'an entry of the ignore list names a rule or a fingerprint' }];
  }
  const problems: Problem[] = rule === undefined || isRuleName(rule) ? [] : [noRule([...path, 'rule'], rule)];
  for (const [key, pattern] of Object.entries({ callId, from, to })) {
    if (pattern !== undefined) problems.push(...caught([...path, key], () => textTestOf(pattern)));
  }
  return problems;
}

function caught(path: Problem['path'], parse: () => unknown): readonly Problem[] {
  try {
    parse();
    return [];
  } catch (error) {
    return [{ path, text: error instanceof Error ? error.message : 'cannot be used' }];
  }
}

/** Classes of responses are spelled out; what is said of a single code wins over its class. */
function eachRule(written: NonNullable<WrittenConfig['rules']>): Config['rules'] {
  const rules: Record<string, NonNullable<Config['rules']>[string]> = {};
  for (const [id, setting] of Object.entries(written)) {
    const hundreds = /^response\/([1-6])xx$/i.exec(id)?.[1];
    if (hundreds === undefined) continue;
    for (let code = Number(hundreds) * 100; code < Number(hundreds) * 100 + 100; code++)
      rules[`response/${code}`] = setting;
  }
  for (const [id, setting] of Object.entries(written)) if (!/xx$/i.test(id)) rules[id] = setting;
  return rules;
}
