// Which checks a header row deserves. Unknown headers are not judged: their grammar is their own (RFC 3261 §20).
import { isSpace } from '../../bytes/ascii.ts';
import type { Span } from '../../bytes/span.ts';
import type { DefectList } from '../defects.ts';
import type { HeaderField } from '../fields.ts';
import { isAuthHeader, isCommaList } from '../header-names.ts';
import type { SipMessage } from '../message.ts';
import { parseParams } from '../params.ts';
import { indexOutsideQuotes, skipQuoted, splitList } from '../quoted.ts';
import { checkAuth } from './auth.ts';
import { checkNameAddr, holdsNameAddr } from './name-addr.ts';
import { checkScalar } from './scalars.ts';
import { checkDuplicates } from './uri.ts';
import { checkVia } from './via.ts';

const QUOTE = 34;
const SEMICOLON = 59;

/** Lists that may be empty altogether (RFC 3261 §20.1–20.5, §20.37). */
const mayBeEmpty: ReadonlySet<string> = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'allow',
  'allow-events',
  'recv-info',
  'supported',
]);
/** Headers of one value with parameters. */
const withParams: ReadonlySet<string> = new Set([
  'content-disposition',
  'content-type',
  'event',
  'min-se',
  'session-expires',
  'subscription-state',
]);

/** Notes what is wrong with one row. */
export function checkField(message: SipMessage, field: HeaderField, list: DefectList): void {
  const { canonical, valueSpan } = field;
  const { start, end } = valueSpan;
  const { flat } = message;
  checkScalar(message, field, list);
  const isList = isCommaList(canonical);
  const isNameAddr = holdsNameAddr(canonical);
  const isAuth = isAuthHeader(canonical);
  if (!isList && !isNameAddr && !isAuth && !withParams.has(canonical)) return;
  const about = { header: canonical };
  if (start === end) {
    if (!mayBeEmpty.has(canonical)) list.add('empty-value', field.span.start, field.span.end, about);
    return;
  }
  if (hasOpenQuote(flat, start, end)) {
    list.add('quote-unbalanced', start, end, about);
    return;
  }
  if (isAuth) {
    checkAuth(flat, field, list);
    return;
  }
  const items = isList ? splitList(flat, start, end) : [valueSpan];
  const empty = items.some((item) => item.start === item.end || (hasParams(canonical) && hasEmptyParam(flat, item)));
  if (empty) list.add('empty-value', start, end, about);
  for (const item of items) {
    // Nothing but separators: that it is empty was said already.
    if (empty && isSeparators(flat, item)) continue;
    if (canonical === 'via') checkVia(flat, item, list);
    else if (isNameAddr) checkNameAddr(flat, item, canonical, list);
    else if (hasParams(canonical)) checkDuplicates(parseParams(flat, item.start, item.end), list, canonical);
  }
}

function isSeparators(text: string, { start, end }: Span): boolean {
  return /^[;\s]*$/.test(text.slice(start, end));
}

function hasParams(canonical: string): boolean {
  return canonical === 'via' || holdsNameAddr(canonical) || withParams.has(canonical);
}

function hasOpenQuote(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) !== QUOTE) continue;
    at = skipQuoted(text, at, end) - 1;
    if (at < 0) return true;
  }
  return false;
}

// `;;`, or a `;` at the end. User parts hold `;` themselves: those inside <…> do not count.
function hasEmptyParam(text: string, { start, end }: Span): boolean {
  let from = start;
  const less = indexOutsideQuotes(text, 60, start, end);
  if (less < end) from = indexOutsideQuotes(text, 62, less, end);
  for (let at = indexOutsideQuotes(text, SEMICOLON, from, end); at < end;) {
    let next = at + 1;
    while (next < end && isSpace(text.charCodeAt(next))) next++;
    if (next === end || text.charCodeAt(next) === SEMICOLON) return true;
    at = indexOutsideQuotes(text, SEMICOLON, next, end);
  }
  return false;
}
