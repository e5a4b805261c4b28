// A multipart body becomes its parts, each with headers and place (RFC 2046 §5.1, RFC 5621). Parts may be binary: their
// length is found by the boundary alone.
import { CR, LF } from '../bytes/ascii.ts';
import type { Span } from '../bytes/span.ts';
import { readHead } from './fields.ts';
import type { HeaderField } from './fields.ts';
import { paramValue, parseParams } from './params.ts';

/** One part of a multipart body. */
export interface BodyPart {
  readonly fields: readonly HeaderField[];
  /** `application/sdp`, lower case, without parameters; `text/plain` when the part does not say (RFC 2046 §5.2). */
  readonly type: string;
  /** First token of Content-Disposition, lower case: `session` for SDP and `render` for all else when it is missing. */
  readonly disposition: string;
  /** Headers and body of the part. */
  readonly span: Span;
  readonly bodySpan: Span;
}

/** A multipart body. */
export interface Multipart {
  readonly parts: readonly BodyPart[];
  /** The closing delimiter is there. */
  readonly closed: boolean;
}

const MAX_PARTS = 200;

/** The `type/subtype` of a Content-Type value, lower case, without parameters. */
export function mediaType(contentType: string): string {
  const semicolon = contentType.indexOf(';');
  const type = semicolon < 0 ? contentType : contentType.slice(0, semicolon);
  return type.replace(/[ \t]+/g, '').toLowerCase();
}

/** The boundary of a Content-Type value; '' when there is none. */
export function boundaryOf(contentType: string): string {
  const params = parseParams(contentType, 0, contentType.length);
  return paramValue(params, 'boundary') ?? '';
}

/** Splits [start, end) of a message's text at the delimiters of a boundary. */
export function parseMultipart(text: string, boundary: string, start: number, end: number): Multipart {
  const parts: BodyPart[] = [];
  const delimiter = `--${boundary}`;
  // A slice of its own: looking for the delimiter must not run on behind the body.
  const body = text.slice(start, end);
  let open = -1;
  for (let at = body.indexOf(delimiter); at >= 0; at = body.indexOf(delimiter, at + delimiter.length)) {
    if (at > 0 && body.charCodeAt(at - 1) !== LF) continue;
    const behind = at + delimiter.length;
    const closing = body.startsWith('--', behind);
    if (!closing && !/^[ \t]*\r?$/.test(restOfLine(body, behind))) continue;
    if (open >= 0) parts.push(partOf(body, open, beforeLineEnd(body, open, at), start));
    if (closing) return { parts, closed: true };
    if (parts.length >= MAX_PARTS) return { parts, closed: false };
    const lineFeed = body.indexOf('\n', behind);
    open = lineFeed < 0 ? body.length : lineFeed + 1;
  }
  if (open >= 0) parts.push(partOf(body, open, body.length, start));
  return { parts, closed: false };
}

// Long enough for the padding that RFC 2046 allows; never the rest of a binary part.
function restOfLine(body: string, start: number): string {
  const rest = body.slice(start, start + 80);
  const lineFeed = rest.indexOf('\n');
  return lineFeed < 0 ? rest : rest.slice(0, lineFeed);
}

// The line end before a delimiter belongs to the delimiter.
function beforeLineEnd(body: string, start: number, delimiter: number): number {
  const lineFeed = delimiter - 1;
  if (lineFeed < start) return start;
  return lineFeed > start && body.charCodeAt(lineFeed - 1) === CR ? lineFeed - 1 : lineFeed;
}

function partOf(body: string, start: number, end: number, base: number): BodyPart {
  const part = body.slice(start, end);
  // A part without headers begins with its empty line.
  const head = readHead(part, 0, false, base + start);
  const type = mediaType(valueOf(head.fields, 'content-type')) || 'text/plain';
  const disposition = mediaType(valueOf(head.fields, 'content-disposition'));
  return {
    fields: head.fields,
    type,
    disposition: disposition || (type === 'application/sdp' ? 'session' : 'render'),
    span: { start: base + start, end: base + end },
    bodySpan: { start: base + start + head.bodyStart, end: base + end },
  };
}

function valueOf(fields: readonly HeaderField[], name: string): string {
  return fields.find(({ canonical }) => canonical === name)?.value ?? '';
}
