// What can be wrong with the body and its length (RFC 3261 §18.3, §20.14, §20.15; RFC 5621; RFC 8866).
import type { Span } from '../../bytes/span.ts';
import type { DefectList } from '../defects.ts';
import type { SipMessage } from '../message.ts';
import { boundaryOf, mediaType, parseMultipart } from '../multipart.ts';
import type { BodyPart } from '../multipart.ts';
import { parseSdp } from '../sdp.ts';

/** Depth to which multipart bodies are taken apart. */
const MAX_DEPTH = 5;

/** Notes what is wrong with Content-Length, Content-Type and the body. */
export function checkBody(message: SipMessage, list: DefectList): void {
  const { options, text } = message;
  if (!options.fragment) checkLength(message, list);
  const encoded = message.spanOf('transfer-encoding');
  if (encoded) list.add('transfer-encoding', encoded.start, encoded.end, { header: 'transfer-encoding' });
  const { start, end } = message.bodySpan;
  if (start === end || options.cut) return;
  const type = message.header('content-type');
  if (type === undefined) {
    // A line end behind the empty line is carelessness, not a body.
    if (!/^[\r\n]{1,4}$/.test(text.slice(start, Math.min(end, start + 5))))
      list.add('content-type-missing', start, end, { value: '' });
    return;
  }
  if (message.header('content-encoding') !== undefined) return;
  checkContent(text, type, { start, end }, 0, list);
}

function checkContent(text: string, contentType: string, span: Span, depth: number, list: DefectList): void {
  const type = mediaType(contentType);
  if (type === 'application/sdp') checkSdp(text, span, list);
  if (!type.startsWith('multipart/') || depth >= MAX_DEPTH) return;
  const boundary = boundaryOf(contentType);
  const { parts, closed } =
    boundary === '' ? { parts: [], closed: false } : parseMultipart(text, boundary, span.start, span.end);
  if (parts.length === 0 || !closed) list.add('multipart', span.start, span.end, { value: '' });
  for (const part of parts) checkPart(text, part, depth, list);
}

function checkPart(text: string, part: BodyPart, depth: number, list: DefectList): void {
  const encoding = part.fields.find(({ canonical }) => canonical === 'content-transfer-encoding');
  const coded = encoding && /^(?:base64|quoted-printable)$/i.test(encoding.value);
  if (encoding && coded)
    list.add('mime-transfer-encoding', encoding.span.start, encoding.span.end, { value: encoding.value });
  else if (part.type === 'application/sdp' || part.type.startsWith('multipart/')) {
    const type = part.fields.find(({ canonical }) => canonical === 'content-type')?.value ?? '';
    checkContent(text, type, part.bodySpan, depth + 1, list);
  }
}

function checkSdp(text: string, span: Span, list: DefectList): void {
  for (const { code, type, span: place } of parseSdp(text, span.start, span.end).faults) {
    list.add(code, place.start, place.end, { value: type });
  }
}

function checkLength(message: SipMessage, list: DefectList): void {
  const rows = message.rows('content-length');
  const [row, ...others] = rows;
  const { stream, cut } = message.options;
  if (!row) {
    if (stream && message.hasEmptyLine)
      list.add('content-length-missing', message.startLineSpan.end, message.startLineSpan.end);
    return;
  }
  const { start, end } = row.span;
  const invalid = rows.find(({ value }) => !/^\d{1,10}$/.test(value));
  if (invalid) {
    const { valueSpan } = invalid;
    list.add('content-length-invalid', valueSpan.start, valueSpan.end, { header: 'content-length' });
    return;
  }
  const length = Number(row.value);
  const other = others.find(({ value }) => Number(value) !== length);
  if (other) {
    list.add('content-length-conflict', other.span.start, other.span.end, { header: 'content-length' });
    return;
  }
  if (others[0])
    list.add('content-length-duplicate', others[0].span.start, others[0].span.end, { header: 'content-length' });
  if (!message.hasEmptyLine) return;
  const rest = message.text.length - message.bodyStart;
  if (length > rest && !cut)
    list.add('content-length-short', start, end, { header: 'content-length', value: String(length - rest) });
  const behind = message.bodyStart + length;
  if (length < rest && !/^[\r\n]{1,4}$/.test(message.text.slice(behind, behind + 5))) {
    list.add('content-length-long', behind, message.text.length, { value: String(rest - length) });
  }
}
