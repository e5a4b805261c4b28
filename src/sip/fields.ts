// The header rows of a message: every line becomes a field with its place on the wire (RFC 3261 §7.3).
import { CR, LF, isSpace, skipSpace, trimSpace, utf8 } from '../bytes/ascii.ts';
import type { Span } from '../bytes/span.ts';
import { canonicalName } from './header-names.ts';

const COLON = 58;

/** Nobody sends more; whoever does is refused (`too-large`). */
export const MAX_FIELDS = 2000;
/** Longest header row, folded lines included. */
export const MAX_ROW_BYTES = 64 * 1024;

interface FieldSpans {
  readonly span: Span;
  readonly nameSpan: Span;
  readonly valueSpan: Span;
}

/** One header row, folded lines included. */
export class HeaderField {
  /** As on the wire; the whole line when it has no colon. */
  readonly name: string;
  /** Lower-case long form: `call-id`; '' when the line has no colon. */
  readonly canonical: string;
  readonly span: Span;
  readonly nameSpan: Span;
  /** Without white space around it. */
  readonly valueSpan: Span;
  readonly folded: boolean;
  readonly #flat: string;

  readonly #base: number;

  /** `flat` begins `base` bytes behind the beginning of the message that the spans count from. */
  constructor(flat: string, base: number, spans: FieldSpans, hasColon: boolean, folded: boolean) {
    this.#flat = flat;
    this.#base = base;
    this.span = spans.span;
    this.nameSpan = spans.nameSpan;
    this.valueSpan = spans.valueSpan;
    this.folded = folded;
    this.name = flat.slice(spans.nameSpan.start - base, spans.nameSpan.end - base);
    this.canonical = hasColon ? canonicalName(this.name) : '';
  }

  /** Unfolded and UTF-8 decoded. */
  get value(): string {
    return shown(this.#flat.slice(this.valueSpan.start - this.#base, this.valueSpan.end - this.#base), this.folded);
  }

  /** The row as on the wire, unfolded and UTF-8 decoded. */
  get line(): string {
    return shown(this.#flat.slice(this.span.start - this.#base, this.span.end - this.#base), this.folded);
  }
}

function shown(text: string, folded: boolean): string {
  return utf8(folded ? text.replace(/[ \t]{2,}/g, ' ') : text);
}

/** The head of a message, complete. */
export interface Head {
  /** The text with the line ends inside folded rows as spaces: same length, so every offset still holds. */
  readonly flat: string;
  readonly fields: readonly HeaderField[];
  /** Where the body begins: behind the empty line, or the end of the text when there is none. */
  readonly bodyStart: number;
  readonly hasEmptyLine: boolean;
  /** More rows, or a longer row, than anybody reads. */
  readonly tooLarge: boolean;
}

/**
 * Reads the rows from `start`, behind the start line. Lines end with LF, or CRLF; with `loneCr`, with CR. Spans of
 * the fields count from `base` bytes before the text; `bodyStart` is an offset in the text.
 */
export function readHead(text: string, start: number, loneCr: boolean, base = 0): Head {
  const lineEnd = loneCr ? CR : LF;
  const rows = readRows(text, start, loneCr ? '\r' : '\n', lineEnd);
  const flat = unfold(text, rows.spans);
  const fields: HeaderField[] = [];
  for (const row of rows.spans) fields.push(fieldOf(flat, row, base));
  return { flat, fields, bodyStart: rows.bodyStart, hasEmptyLine: rows.hasEmptyLine, tooLarge: rows.tooLarge };
}

interface Row extends Span {
  end: number;
  folded: boolean;
}

function readRows(text: string, start: number, breaker: string, breakCode: number) {
  const spans: Row[] = [];
  let tooLarge = false;
  let at = start;
  while (at < text.length) {
    let next = text.indexOf(breaker, at);
    let end = next < 0 ? text.length : next;
    if (breakCode === LF && end > at && text.charCodeAt(end - 1) === CR) end--;
    next = next < 0 ? text.length : next + 1;
    if (end === at && next > at) return { spans, bodyStart: next, hasEmptyLine: true, tooLarge };
    const previous = spans.at(-1);
    if (previous && isSpace(text.charCodeAt(at)) && end - previous.start <= MAX_ROW_BYTES) {
      previous.end = end;
      previous.folded = true;
    } else if (spans.length < MAX_FIELDS) spans.push({ start: at, end, folded: false });
    else tooLarge = true;
    if (end - at > MAX_ROW_BYTES) tooLarge = true;
    at = next;
  }
  return { spans, bodyStart: text.length, hasEmptyLine: false, tooLarge };
}

function unfold(text: string, rows: readonly Row[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const row of rows) {
    if (!row.folded) continue;
    pieces.push(text.slice(done, row.start), text.slice(row.start, row.end).replace(/\r?\n|\r(?=[ \t])/g, blanks));
    done = row.end;
  }
  return done === 0 ? text : pieces.join('') + text.slice(done);
}

function blanks(lineEnd: string): string {
  return lineEnd.length === 2 ? '  ' : ' ';
}

function fieldOf(flat: string, row: Row, base: number): HeaderField {
  const { start, end } = row;
  let colon = start;
  while (colon < end && flat.charCodeAt(colon) !== COLON) colon++;
  const nameStart = skipSpace(flat, start, colon);
  const nameEnd = trimSpace(flat, nameStart, colon);
  const valueStart = skipSpace(flat, Math.min(colon + 1, end), end);
  const valueEnd = trimSpace(flat, valueStart, end);
  const spans = {
    span: { start: base + start, end: base + end },
    nameSpan: { start: base + nameStart, end: base + nameEnd },
    valueSpan: { start: base + valueStart, end: base + valueEnd },
  };
  return new HeaderField(flat, base, spans, colon < end, row.folded);
}
