// What can be wrong with a name-addr or addr-spec (RFC 3261 §20, §20.10, §25.1; RFC 8217).
import { isSpace, isTokenCode } from '../../bytes/ascii.ts';
import type { Span } from '../../bytes/span.ts';
import type { DefectList } from '../defects.ts';
import { findParts, parseNameAddr } from '../name-addr.ts';
import type { NameAddr, NameAddrParts } from '../name-addr.ts';
import { trimmed } from '../quoted.ts';
import { checkUri, checkDuplicates } from './uri.ts';

/** Headers whose values are a name-addr; true where an addr-spec without brackets is not allowed. */
const bracketsDemanded: ReadonlyMap<string, boolean> = new Map([
  ['contact', false],
  ['diversion', true],
  ['from', false],
  ['history-info', true],
  ['p-asserted-identity', false],
  ['p-associated-uri', true],
  ['p-preferred-identity', false],
  ['path', true],
  ['record-route', true],
  ['refer-to', false],
  ['referred-by', false],
  ['reply-to', false],
  ['route', true],
  ['service-route', true],
  ['to', false],
]);

/** Parameters that mean something inside <…> only. */
const uriParams: ReadonlySet<string> = new Set([
  'lr',
  'transport',
  'maddr',
  'ttl',
  'user',
  'method',
  'gr',
  'ob',
  'comp',
]);

/** Whether the values of a header are name-addr or addr-spec. */
export function holdsNameAddr(canonical: string): boolean {
  return bracketsDemanded.has(canonical);
}

/** Notes what is wrong with one value, which is trimmed and not empty. */
export function checkNameAddr(text: string, span: Span, header: string, list: DefectList): void {
  const { start, end } = span;
  if (header === 'contact' && text.charAt(start) === '*') return;
  const parts = findParts(text, start, end);
  const value = parseNameAddr(text, start, end);
  checkDuplicates(value.params, list, header);
  if (header === 'contact') checkContactParams(value, list);
  if (!parts.bracketed) {
    checkAddrSpec(text, parts, value, header, list);
    return;
  }
  checkDisplayName(text, start, parts.nameEnd, header, list);
  const { uriStart, uriEnd } = parts;
  if (uriEnd === end) list.add('angle-unbalanced', uriStart - 1, end, { header });
  else if (hasSpace(text, uriStart, uriEnd)) list.add('addr-spec-spaces', uriStart, uriEnd, { header });
  else checkUri(text, value.uri, list, header);
}

function checkAddrSpec(text: string, parts: NameAddrParts, value: NameAddr, header: string, list: DefectList): void {
  const { start, end } = trimmed(text, parts.uriStart, parts.uriEnd);
  const misread =
    /[?,]/.exec(text.slice(start, end))?.[0] ?? value.params.find(({ name }) => uriParams.has(name))?.name;
  if (misread !== undefined || bracketsDemanded.get(header)) {
    const told = misread === undefined ? {} : { value: misread };
    list.add('name-addr-brackets', value.span.start, value.span.end, { header, ...told });
  }
  if (misread === undefined) checkUri(text, value.uri, list, header);
}

function checkDisplayName(text: string, start: number, end: number, header: string, list: DefectList): void {
  const name = trimmed(text, start, end);
  if (name.start === name.end || text.charAt(name.start) === '"') return;
  let odd = false;
  for (let at = name.start; at < name.end && !odd; at++) {
    const code = text.charCodeAt(at);
    odd = !isTokenCode(code) && !isSpace(code);
  }
  if (odd) {
    // A comma splits the value for a careless receiver; anything else is usually understood.
    const severity = text.slice(name.start, name.end).includes(',') ? 'error' : 'warning';
    list.add('display-name-unquoted', name.start, name.end, { header, severity });
  } else if (name.end === end) list.add('display-name-space', name.start, name.end, { header });
}

function checkContactParams(value: NameAddr, list: DefectList): void {
  for (const { name, value: text = '', span } of value.params) {
    const wrong =
      (name === 'q' && !/^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(text)) ||
      (name === 'expires' && !(/^\d{1,10}$/.test(text) && Number(text) <= 0xffffffff));
    if (wrong) list.add('scalar-range', span.start, span.end, { header: 'contact', severity: 'warning' });
  }
}

function hasSpace(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isSpace(text.charCodeAt(at))) return true;
  return false;
}
