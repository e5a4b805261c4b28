// A template and its values become a sentence: `{name}`, and `{count, plural, one {# packet} other {# packets}}` as
// translators know it from ICU. Values are put in as they are and never read again: captured text may hold braces.
import type { Values } from './phrase.ts';

type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly name: string }
  /** `#`: the number of the plural around it. */
  | { readonly kind: 'number' }
  | { readonly kind: 'plural'; readonly name: string; readonly cases: ReadonlyMap<string, readonly Part[]> };

const PLURAL_CASES: ReadonlySet<string> = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);

// Templates and locales are the project's own, a fixed number of them: neither map grows with a capture.
const parsed = new Map<string, readonly Part[]>();
const pluralRules = new Map<string, Intl.PluralRules>();

/**
 * Fills the template in the language of `locale`. Numbers are written without grouping.
 * @throws RangeError when the template is malformed, or a value is missing or of the wrong type: a programming mistake.
 */
export function say(template: string, values: Values, locale: string): string {
  return fill(partsOf(template), values, locale, undefined, template);
}

/**
 * Names of the placeholders in the template, each once, in order of appearance.
 * @throws RangeError when the template is malformed.
 */
export function placeholdersOf(template: string): readonly string[] {
  const names = new Set<string>();
  collectNames(partsOf(template), names);
  return [...names];
}

/** One plural of a template: what it counts by, and the categories that it spells out. */
export interface PluralCases {
  readonly name: string;
  readonly cases: readonly string[];
}

/**
 * The plurals in the template, in order of appearance.
 * @throws RangeError when the template is malformed.
 */
export function pluralsOf(template: string): readonly PluralCases[] {
  return partsOf(template).flatMap((part) =>
    part.kind === 'plural' ? [{ name: part.name, cases: [...part.cases.keys()] }] : [],
  );
}

function collectNames(parts: readonly Part[], names: Set<string>): void {
  for (const part of parts) {
    if (part.kind === 'value') names.add(part.name);
    if (part.kind !== 'plural') continue;
    names.add(part.name);
    for (const inner of part.cases.values()) collectNames(inner, names);
  }
}

function fill(
  parts: readonly Part[],
  values: Values,
  locale: string,
  counted: number | undefined,
  template: string,
): string {
  let sentence = '';
  for (const part of parts) {
    switch (part.kind) {
      case 'text':
        sentence += part.text;
        break;
      case 'number':
        sentence += String(counted);
        break;
      case 'value':
        sentence += String(valueOf(part.name, values, template));
        break;
      case 'plural': {
        const count = valueOf(part.name, values, template);
        if (typeof count !== 'number') throw new RangeError(`"${part.name}" expected a number in "${template}"`);
        sentence += fill(caseOf(part.cases, count, locale), values, locale, count, template);
      }
    }
  }
  return sentence;
}

function valueOf(name: string, values: Values, template: string): string | number {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value === undefined) throw new RangeError(`no value for "${name}" in "${template}"`);
  return value;
}

function caseOf(cases: ReadonlyMap<string, readonly Part[]>, count: number, locale: string): readonly Part[] {
  let rules = pluralRules.get(locale);
  if (!rules) {
    rules = new Intl.PluralRules(locale);
    pluralRules.set(locale, rules);
  }
  return cases.get(`=${count}`) ?? cases.get(rules.select(count)) ?? cases.get('other') ?? [];
}

function partsOf(template: string): readonly Part[] {
  let parts = parsed.get(template);
  if (!parts) {
    parts = new TemplateParser(template).parse();
    parsed.set(template, parts);
  }
  return parts;
}

/** Reads one template from left to right. */
class TemplateParser {
  readonly #template: string;
  #at = 0;

  constructor(template: string) {
    this.#template = template;
  }

  parse(): readonly Part[] {
    const parts = this.#parts(false);
    if (this.#at < this.#template.length) this.#refuse('a } without its {');
    return parts;
  }

  /** Parts up to the `}` that closes the case around them, or to the end. */
  #parts(insidePlural: boolean): readonly Part[] {
    const parts: Part[] = [];
    const special = insidePlural ? /[{}#]/g : /[{}]/g;
    while (this.#at < this.#template.length) {
      special.lastIndex = this.#at;
      const end = special.exec(this.#template)?.index ?? this.#template.length;
      if (end > this.#at) parts.push({ kind: 'text', text: this.#template.slice(this.#at, end) });
      this.#at = end;
      if (this.#template[end] === '}') break;
      if (this.#template[end] === '#') {
        parts.push({ kind: 'number' });
        this.#at += 1;
      }
      if (this.#template[end] === '{') parts.push(this.#placeholder(insidePlural));
    }
    return parts;
  }

  #placeholder(insidePlural: boolean): Part {
    this.#expect(/\{/y, '{');
    const name = this.#expect(/[A-Za-z][A-Za-z0-9]*/y, 'a name after {');
    if (this.#take(/\}/y) !== undefined) return { kind: 'value', name };
    if (insidePlural) this.#refuse('a plural inside a plural');
    this.#expect(/\s*,\s*plural\s*,\s*/y, '} or ", plural,"');
    const cases = new Map<string, readonly Part[]>();
    while (this.#take(/\}/y) === undefined) {
      const category = this.#expect(/=\d+|[a-z]+/y, 'a plural category');
      if (!category.startsWith('=') && !PLURAL_CASES.has(category)) this.#refuse(`unknown plural category ${category}`);
      if (cases.has(category)) this.#refuse(`${category} twice`);
      this.#expect(/\s*\{/y, '{ after the plural category');
      cases.set(category, this.#parts(true));
      this.#expect(/\}\s*/y, 'a closing }');
    }
    if (!cases.has('other')) this.#refuse('no plural category "other"');
    return { kind: 'plural', name, cases };
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#template)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #expect(pattern: RegExp, what: string): string {
    return this.#take(pattern) ?? this.#refuse(`expected ${what}`);
  }

  #refuse(why: string): never {
    throw new RangeError(`malformed template: ${why} at ${this.#at} in "${this.#template}"`);
  }
}
