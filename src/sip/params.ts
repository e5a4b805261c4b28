// `;name=value` parameters of headers and URIs (RFC 3261 §25.1 generic-param), with the place of each.
import { skipSpace, trimSpace, utf8 } from '../bytes/ascii.ts';
import type { Span } from '../bytes/span.ts';
import { indexOutsideQuotes, unquote } from './quoted.ts';

const SEMICOLON = 59;
const EQUAL = 61;

/** More parameters in one value are not read: nobody sends them, and each costs memory. */
const MAX_PARAMS = 2000;

/** One parameter. */
export interface Param {
  /** Lower case: parameter names are case-insensitive. */
  readonly name: string;
  /** As on the wire, without quotes and escapes, UTF-8 decoded; undefined for a parameter without `=`. */
  readonly value: string | undefined;
  readonly quoted: boolean;
  /** From the name to the end of the value. */
  readonly span: Span;
  readonly valueSpan: Span | undefined;
}

/** Parameters in [start, end), which begins at the first `;` (text before it is ignored). Empty ones are left out. */
export function parseParams(text: string, start: number, end: number, separator = SEMICOLON): Param[] {
  const params: Param[] = [];
  for (let at = indexOutsideQuotes(text, separator, start, end); at < end && params.length < MAX_PARAMS;) {
    const next = indexOutsideQuotes(text, separator, at + 1, end);
    const param = parseParam(text, at + 1, next);
    if (param) params.push(param);
    at = next;
  }
  return params;
}

/** One `name` or `name = value`; undefined when there is nothing but white space. */
export function parseParam(text: string, start: number, end: number): Param | undefined {
  const from = skipSpace(text, start, end);
  const to = trimSpace(text, from, end);
  if (from === to) return undefined;
  const equal = indexOutsideQuotes(text, EQUAL, from, to);
  const name = text.slice(from, trimSpace(text, from, equal)).toLowerCase();
  const span = { start: from, end: to };
  if (equal === to) return { name, value: undefined, quoted: false, span, valueSpan: undefined };
  const valueStart = skipSpace(text, equal + 1, to);
  const raw = text.slice(valueStart, to);
  return {
    name,
    value: utf8(unquote(raw)),
    quoted: raw.startsWith('"'),
    span,
    valueSpan: { start: valueStart, end: to },
  };
}

/** The value of the first parameter of a name; '' for one without value, undefined when it is not there. */
export function paramValue(params: readonly Param[], name: string): string | undefined {
  for (const param of params) if (param.name === name) return param.value ?? '';
  return undefined;
}

/**
 * The value of one parameter without building a list: `name` in lower case, the search begins at `start`, values come
 * back as they are on the wire. '' when it is not there.
 */
export function findParam(text: string, name: string, start: number, end: number): string {
  for (let at = indexOutsideQuotes(text, SEMICOLON, start, end); at < end;) {
    const next = indexOutsideQuotes(text, SEMICOLON, at + 1, end);
    const from = skipSpace(text, at + 1, next);
    if (sameName(text, from, name)) {
      const equal = skipSpace(text, from + name.length, next);
      if (equal === next) return '';
      if (text.charCodeAt(equal) === EQUAL) {
        const valueStart = skipSpace(text, equal + 1, next);
        return unquote(text.slice(valueStart, trimSpace(text, valueStart, next)));
      }
    }
    at = next;
  }
  return '';
}

function sameName(text: string, at: number, name: string): boolean {
  for (let index = 0; index < name.length; index++) {
    if ((text.charCodeAt(at + index) | 0x20) !== name.charCodeAt(index)) return false;
  }
  return true;
}
