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
import { checkScalar, isScalar } from './scalars.ts';
import { checkDuplicates } from './uri.ts';
import { isUsual } from './usual.ts';
import type { UsualForm } from './usual.ts';
import { checkVia } from './via.ts';

const QUOTE = 34;
const SEMICOLON = 59;

/** How one header is checked. */
interface Plan {
  readonly isList: boolean;
  readonly isNameAddr: boolean;
  readonly isAuth: boolean;
  readonly hasParams: boolean;
  readonly mayBeEmpty: boolean;
  readonly usual: UsualForm | undefined;
}

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

const usualForms: Readonly<Record<string, UsualForm>> = {
  allow: 'token-list',
  'allow-events': 'token-list',
  'call-id': 'call-id',
  'content-type': 'type',
  event: 'token-list',
  expires: 'number',
  'max-forwards': 'hops',
  'min-expires': 'number',
  'min-se': 'number',
  'proxy-require': 'token-list',
  'recv-info': 'token-list',
  require: 'token-list',
  'session-expires': 'refreshed',
  supported: 'token-list',
  unsupported: 'token-list',
  via: 'via',
};

// One for every header that is judged at all; made when it is first met.
const plans = new Map<string, Plan | undefined>();
const MAX_PLANS = 1000;

function planOf(canonical: string): Plan | undefined {
  const known = plans.get(canonical);
  if (known !== undefined || plans.has(canonical)) return known;
  const plan = makePlan(canonical);
  if (plans.size < MAX_PLANS) plans.set(canonical, plan);
  return plan;
}

function makePlan(canonical: string): Plan | undefined {
  const isList = isCommaList(canonical);
  const isNameAddr = holdsNameAddr(canonical);
  const isAuth = isAuthHeader(canonical);
  const hasParams = canonical === 'via' || isNameAddr || withParams.has(canonical);
  if (!isList && !isAuth && !hasParams && !isScalar(canonical)) return undefined;
  const usual = usualForms[canonical] ?? (isNameAddr ? 'name-addr' : undefined);
  return { isList, isNameAddr, isAuth, hasParams, mayBeEmpty: mayBeEmpty.has(canonical), usual };
}

/** Notes what is wrong with one row. */
export function checkField(message: SipMessage, field: HeaderField, list: DefectList): void {
  const plan = planOf(field.canonical);
  if (!plan) return;
  const { start, end } = field.valueSpan;
  if (plan.usual && isUsual(plan.usual, message.flat, start, end)) return;
  examineField(message, field, list);
}

/** The same without the short cut for what is written as usual. */
export function examineField(message: SipMessage, field: HeaderField, list: DefectList): void {
  const { canonical, valueSpan } = field;
  const plan = planOf(canonical);
  if (!plan) return;
  const { start, end } = valueSpan;
  const { flat } = message;
  checkScalar(message, field, list);
  if (!plan.isList && !plan.isAuth && !plan.hasParams) return;
  const about = { header: canonical };
  if (start === end) {
    if (!plan.mayBeEmpty) list.add('empty-value', field.span.start, field.span.end, about);
    return;
  }
  if (hasOpenQuote(flat, start, end)) {
    list.add('quote-unbalanced', start, end, about);
    return;
  }
  if (plan.isAuth) {
    checkAuth(flat, field, list);
    return;
  }
  const items = plan.isList ? splitList(flat, start, end) : [valueSpan];
  const empty = items.some((item) => item.start === item.end || (plan.hasParams && hasEmptyParam(flat, item)));
  if (empty) list.add('empty-value', start, end, about);
  for (const item of items) {
    // Nothing but separators: that it is empty was said already.
    if (empty && isSeparators(flat, item)) continue;
    if (canonical === 'via') checkVia(flat, item, list);
    else if (plan.isNameAddr) checkNameAddr(flat, item, canonical, list);
    else if (plan.hasParams) checkDuplicates(parseParams(flat, item.start, item.end), list, canonical);
  }
}

function isSeparators(text: string, { start, end }: Span): boolean {
  return /^[;\s]*$/.test(text.slice(start, end));
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
