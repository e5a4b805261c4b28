// What can be wrong with the lines of a head, whatever they say: line ends, folding, control bytes, encoding.
import { CR, LF, isToken, isUtf8, hasHighByte } from '../../bytes/ascii.ts';
import type { DefectList } from '../defects.ts';
import { MAX_ROW_BYTES } from '../fields.ts';
import type { HeaderField } from '../fields.ts';
import type { SipMessage } from '../message.ts';

// Control bytes other than CR, LF and HTAB; DEL.
const controlByte = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/;

// Whatever the checks of single rows look for: one look at the whole head spares most messages all of them.
const oddByte = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\xff]|\r(?!\n)/;

/** Notes what is wrong with the lines of the head. */
export function checkLines(message: SipMessage, list: DefectList): void {
  const { text, startLineSpan, fields } = message;
  checkLineEnds(message, list);
  const odd = oddByte.test(text.slice(0, message.bodyStart));
  if (odd) checkBytes(text, startLineSpan.start, startLineSpan.end, undefined, list);
  for (const field of fields) {
    const { start, end } = field.span;
    checkName(text, field, list);
    if (end - start > MAX_ROW_BYTES) list.add('too-large', start, end, { header: field.canonical });
    if (odd) checkBytes(text, start, end, field, list);
  }
  if (message.tooLarge) list.add('too-large', 0, 0, { value: '' });
  const incomplete = message.options.cut || message.options.fragment;
  if (!message.hasEmptyLine && !incomplete) list.add('no-blank-line', text.length, text.length);
}

function checkLineEnds({ text, startLineSpan, fields }: SipMessage, list: DefectList): void {
  if (startLineSpan.end > startLineSpan.start && checkLineEnd(text, startLineSpan.end, list)) return;
  for (const { span } of fields) if (checkLineEnd(text, span.end, list)) return;
}

// Whether it was noted: once for a message is enough.
function checkLineEnd(text: string, end: number, list: DefectList): boolean {
  if (end >= text.length || (text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF)) return false;
  list.add('bare-lf', end, end + 1, { value: '' });
  return true;
}

function checkName(text: string, field: HeaderField, list: DefectList): void {
  const { canonical, nameSpan, span, folded, name } = field;
  const indented = nameSpan.start > span.start;
  if (canonical === '' || indented || !isToken(name)) {
    list.add('header-malformed', span.start, span.end);
    return;
  }
  const spaced = text.charCodeAt(nameSpan.end) !== 58;
  if (folded || spaced) list.add('folded', span.start, span.end, { header: canonical });
}

function checkBytes(text: string, start: number, end: number, field: HeaderField | undefined, list: DefectList): void {
  const line = text.slice(start, end);
  const about = field?.canonical ? { header: field.canonical, value: '' } : { value: '' };
  const control = controlByte.exec(outsidePairs(line));
  if (control) list.add('control-byte', start + control.index, start + control.index + 1, about);
  const breaker = line.search(/\r(?!\n)/);
  if (breaker >= 0 && !isFold(line, breaker)) {
    list.add(field ? 'header-injection' : 'control-byte', start + breaker, start + breaker + 1, about);
  }
  if (hasHighByte(line) && !isUtf8(line)) list.add('utf8-invalid', start, end, about);
}

// A control byte may be escaped inside a quoted string (RFC 3261 §25.1 quoted-pair).
function outsidePairs(line: string): string {
  return line.includes('\\') ? line.replace(/\\[^]/g, '..') : line;
}

// Where lines end with CR alone, CR and white space continue the line.
function isFold(line: string, at: number): boolean {
  return !line.includes('\n') && (line[at + 1] === ' ' || line[at + 1] === '\t');
}
