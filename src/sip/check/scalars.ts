// What can be wrong with headers that are a number, a date or a word (RFC 3261 §20).
import { SPACE, isDigit } from '../../bytes/ascii.ts';
import type { DefectList } from '../defects.ts';
import type { DefectSeverity } from '../defects.ts';
import type { HeaderField } from '../fields.ts';
import type { SipMessage } from '../message.ts';
import { splitList } from '../quoted.ts';

const MAX_32 = 0xffffffff;

interface Range {
  readonly min: number;
  readonly max: number;
  readonly severity: DefectSeverity;
}

const seconds: Range = { min: 0, max: MAX_32, severity: 'warning' };

/** Headers that begin with a number, and what it may be. */
const ranges: ReadonlyMap<string, Range> = new Map([
  ['expires', seconds],
  ['flow-timer', seconds],
  ['max-forwards', { min: 0, max: 255, severity: 'warning' }],
  ['min-expires', seconds],
  ['min-se', seconds],
  ['retry-after', seconds],
  ['rseq', { min: 1, max: MAX_32, severity: 'error' }],
  ['session-expires', seconds],
]);

// word [ "@" word ], RFC 3261 §25.1
const callId = /^[A-Za-z0-9\-.!%*_+`'~()<>:\\"/[\]?{}]+(?:@[A-Za-z0-9\-.!%*_+`'~()<>:\\"/[\]?{}]+)?$/;

/** Whether a header holds a number, a date or a word that is judged. */
export function isScalar(canonical: string): boolean {
  return ranges.has(canonical) || canonical === 'cseq' || canonical === 'date' || canonical === 'call-id';
}

/** Notes what is wrong with a row that holds a number, a date or a word. */
export function checkScalar(message: SipMessage, field: HeaderField, list: DefectList): void {
  const { canonical, valueSpan } = field;
  const { start, end } = valueSpan;
  const range = ranges.get(canonical);
  if (range) {
    const number = /^\d+(?=$|[ \t;(])/.exec(field.value)?.[0];
    if (number === undefined || number.length > 20 || Number(number) < range.min || Number(number) > range.max) {
      list.add('scalar-range', start, end, { header: canonical, severity: range.severity });
    }
    return;
  }
  if (canonical === 'cseq') checkCseq(message, field, list);
  else if (canonical === 'date') {
    if (!isDate(field.value)) list.add('date', start, end, { header: canonical });
  } else if (canonical === 'call-id') {
    if (!callId.test(field.value)) list.add('call-id-invalid', start, end, { header: canonical });
  } else if (canonical === 'warning') checkWarning(message, field, list);
}

function checkCseq(message: SipMessage, field: HeaderField, list: DefectList): void {
  const { start, end } = field.valueSpan;
  const header = 'cseq';
  if (isUsualCseq(message, start, end)) return;
  const [, digits = '', method = ''] = /^(\d+)[ \t]+([^ \t]+)$/.exec(field.value) ?? [];
  if (digits === '') {
    list.add('cseq-malformed', start, end, { header });
    return;
  }
  const number = digits.length > 20 ? Number.POSITIVE_INFINITY : Number(digits);
  // A number of 2^31 and more must not be used, but can be read (RFC 3261 §8.1.1.5).
  if (number > MAX_32) list.add('scalar-range', start, end, { header });
  else if (number >= 0x80000000) list.add('scalar-range', start, end, { header, severity: 'warning' });
  if (message.kind === 'request' && method !== message.method) {
    list.add('cseq-method-mismatch', start, end, { header, value: method });
  }
}

// Nine digits, one SP, the method of the request.
function isUsualCseq({ text, method }: SipMessage, start: number, end: number): boolean {
  const space = end - method.length - 1;
  if (space <= start || space - start > 9 || text.charCodeAt(space) !== SPACE || !text.startsWith(method, space + 1))
    return false;
  for (let at = start; at < space; at++) if (!isDigit(text.charCodeAt(at))) return false;
  return method !== '';
}

function checkWarning(message: SipMessage, field: HeaderField, list: DefectList): void {
  for (const { start, end } of splitList(message.flat, field.valueSpan.start, field.valueSpan.end)) {
    if (start === end || /^\d{3}[ \t]/.test(message.flat.slice(start, start + 4))) continue;
    list.add('scalar-range', start, end, { header: 'warning' });
  }
}

const months = 'JanFebMarAprMayJunJulAugSepOctNovDec';
const weekdays = 'SunMonTueWedThuFriSat';
const date = /^(Sun|Mon|Tue|Wed|Thu|Fri|Sat), (\d\d) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) GMT$/;

// RFC 1123 date in GMT, with the weekday that belongs to it (RFC 3261 §20.17).
function isDate(value: string): boolean {
  const [, weekday = '', day = '', monthName = '', year = '', hour = '', minute = '', second = ''] =
    date.exec(value) ?? [];
  const month = months.indexOf(monthName) / 3;
  if (weekday === '' || month < 0 || !Number.isInteger(month)) return false;
  const when = new Date(Date.UTC(Number(year), month, Number(day)));
  const inDay = Number(hour) < 24 && Number(minute) < 60 && Number(second) <= 60;
  return inDay && when.getUTCDate() === Number(day) && when.getUTCDay() === weekdays.indexOf(weekday) / 3;
}
