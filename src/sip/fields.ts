// The header rows of a message: every line becomes a field with its place on the wire (RFC 3261 §7.3).
import { CR, LF, isSpace, skipSpace, trimSpace, utf8 } from '../bytes/ascii.ts';
import type { Span } from '../bytes/span.ts';
import { canonicalName } from './header-names.ts';

const COLON = 58;

/** Nobody sends more; whoever does is refused (`too-large`). */
export const MAX_FIELDS = 2000;
/** Longest header row, folded lines included. */
export const MAX_ROW_BYTES = 64 * 1024;

/** One header row, folded lines included. */
export class HeaderField {
  /** As on the wire; the whole line when it has no colon. */
  readonly name: string;
  /** Lower-case long form: `call-id`; '' when the line has no colon. */
  readonly canonical: string;
  readonly folded: boolean;
  readonly #flat: string;
  readonly #base: number;
  // Numbers rather than spans: one object a row instead of four.
  readonly #start: number;
  readonly #end: number;
  readonly #nameStart: number;
  readonly #nameEnd: number;
  readonly #valueStart: number;
  readonly #valueEnd: number;

  /** The row at [start, end) of `flat`, which begins `base` bytes behind the beginning of the message. */
  constructor(flat: string, base: number, start: number, end: number, folded: boolean) {
    let colon = start;
    while (colon < end && flat.charCodeAt(colon) !== COLON) colon++;
    this.#flat = flat;
    this.#base = base;
    this.#start = start;
    this.#end = end;
    this.#nameStart = skipSpace(flat, start, colon);
    this.#nameEnd = trimSpace(flat, this.#nameStart, colon);
    this.#valueStart = skipSpace(flat, Math.min(colon + 1, end), end);
    this.#valueEnd = trimSpace(flat, this.#valueStart, end);
    this.folded = folded;
    this.name = flat.slice(this.#nameStart, this.#nameEnd);
    this.canonical = colon < end ? canonicalName(this.name) : '';
  }

  /** The whole row, without its last line end. */
  get span(): Span {
    return { start: this.#base + this.#start, end: this.#base + this.#end };
  }

  get nameSpan(): Span {
    return { start: this.#base + this.#nameStart, end: this.#base + this.#nameEnd };
  }

  /** Without white space around it. */
  get valueSpan(): Span {
    return { start: this.#base + this.#valueStart, end: this.#base + this.#valueEnd };
  }

  /** Unfolded and UTF-8 decoded. */
  get value(): string {
    return shown(this.#flat.slice(this.#valueStart, this.#valueEnd), this.folded);
  }

  /** The row as on the wire, unfolded and UTF-8 decoded. */
  get line(): string {
    return shown(this.#flat.slice(this.#start, this.#end), this.folded);
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
  for (const row of rows.spans) fields.push(new HeaderField(flat, base, row.start, row.end, row.folded));
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
