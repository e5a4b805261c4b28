// Which headers are missing, or there too often (RFC 3261 §8.1.1, §7.3.1).
import type { DefectList } from '../defects.ts';
import { isSingle } from '../header-names.ts';
import type { SipMessage } from '../message.ts';

const mandatory = ['via', 'from', 'to', 'call-id', 'cseq'];
/** What some requests must have besides (RFC 6665 §3.1.1, §4.1.3, §8.2.1; RFC 3903 §4.1). */
const mandatoryIn: ReadonlyMap<string, readonly string[]> = new Map([
  ['SUBSCRIBE', ['event']],
  ['NOTIFY', ['event', 'subscription-state']],
  ['PUBLISH', ['event']],
]);
/** Requests in which more than one Contact means nothing (RFC 3261 §8.1.1.8, RFC 6665 §4.1.2.1). */
const oneContact: ReadonlySet<string> = new Set(['INVITE', 'SUBSCRIBE', 'REFER', 'UPDATE', 'NOTIFY']);

/** Notes missing and repeated headers. */
export function checkPresence(message: SipMessage, list: DefectList): void {
  const counts = countNames(message, list);
  checkContacts(message, list);
  if (message.options.cut && !message.hasEmptyLine) return;
  const { end } = message.startLineSpan;
  for (const header of mandatory) if (!counts.has(header)) list.add('missing-header', end, end, { header });
  if (message.kind === 'request') {
    for (const header of mandatoryIn.get(message.method) ?? []) {
      if (!counts.has(header)) list.add('missing-header', end, end, { header });
    }
  }
  const noTag = message.fromTag === '' && counts.has('from');
  const request = message.kind === 'request';
  if (request && noTag && message.branch === '' && counts.has('via')) {
    list.add('rfc2543', end, end);
    return;
  }
  if (noTag) addAt(message, 'missing-from-tag', 'from', list);
  if (request && !counts.has('max-forwards')) list.add('missing-max-forwards', end, end);
}

function countNames(message: SipMessage, list: DefectList): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { canonical, span } of message.fields) {
    const count = (counts.get(canonical) ?? 0) + 1;
    counts.set(canonical, count);
    // Content-Length has defects of its own; one defect for each header that is repeated.
    if (count === 2 && isSingle(canonical) && canonical !== 'content-length') {
      list.add('duplicate-single', span.start, span.end, { header: canonical });
    }
  }
  return counts;
}

function checkContacts(message: SipMessage, list: DefectList): void {
  const rows = message.rows('contact');
  const row = rows[0];
  if (!row || (rows.length === 1 && !/[*,]/.test(row.value))) return;
  const contacts = message.contacts;
  const { start, end } = row.span;
  const star = contacts.find(({ uriText }) => uriText === '*');
  if (star && (contacts.length > 1 || star.params.length > 0)) {
    list.add('contact-star-list', star.span.start, star.span.end, { header: 'contact' });
  } else if (message.kind === 'request' && contacts.length > 1 && oneContact.has(message.method)) {
    list.add('contact-count', start, end, { header: 'contact', value: String(contacts.length) });
  }
}

function addAt(message: SipMessage, code: 'missing-from-tag', header: string, list: DefectList): void {
  const span = message.spanOf(header);
  if (span) list.add(code, span.start, span.end, { header });
}
