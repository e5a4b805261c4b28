// Bytes become a SIP message. Nothing here throws: the best reading is delivered, and what is wrong is listed as
// defects. What matching needs is found at once; the header table, typed views and defects come on first use.
import { CR, LF, NUL, SPACE, indexOfCode, latin1, utf8 } from '../bytes/ascii.ts';
import type { Span } from '../bytes/span.ts';
import { checkMessage } from './check/message.ts';
import type { SipDefect } from './defects.ts';
import { essentialsOf } from './essentials.ts';
import { readHead } from './fields.ts';
import type { Head, HeaderField } from './fields.ts';
import { isCommaList } from './header-names.ts';
import { parseNameAddr } from './name-addr.ts';
import type { NameAddr } from './name-addr.ts';
import { splitList } from './quoted.ts';
import { MessageScan, scanMessage } from './scan.ts';
import { parseStartLine } from './start-line.ts';
import type { StartLine } from './start-line.ts';
import { parseUri } from './uri.ts';
import type { Uri } from './uri.ts';
import { parseVia } from './via.ts';
import type { Via } from './via.ts';

/** How a message came, as far as it matters for reading it. */
export interface ParseOptions {
  /** A message/sipfrag (RFC 3420): any part of a message, nothing can be missing. */
  readonly fragment?: boolean;
  /** It came over TCP or TLS, where Content-Length is demanded (RFC 3261 §18.3). */
  readonly stream?: boolean;
  /** Fewer bytes were captured than were sent: nothing behind the cut can be called missing. */
  readonly cut?: boolean;
}

const plain: ParseOptions = {};

/** Reads the message in [start, end). Copies what it needs; never throws. */
export function parseMessage(
  bytes: Uint8Array,
  start = 0,
  end = bytes.length,
  options: ParseOptions = plain,
): SipMessage {
  const usual = !options.fragment && scanMessage(bytes, start, end, scratch);
  return new SipMessage(latin1(bytes, start, end), options, usual ? scratch : undefined);
}

const scratch = new MessageScan();

/** The same for a message that `scanMessage` has walked before: nothing is looked for again. */
export function readScanned(
  bytes: Uint8Array,
  start: number,
  end: number,
  options: ParseOptions,
  scan: Readonly<MessageScan>,
): SipMessage {
  return new SipMessage(latin1(bytes, start, end), options, scan);
}

/** One SIP message. All offsets count bytes from its beginning. */
export class SipMessage {
  /** The whole message, one UTF-16 unit per byte. */
  readonly text: string;
  /** How it came. */
  readonly options: ParseOptions;
  readonly kind: StartLine['kind'];
  /** Of a request, as on the wire; of a response, the CSeq method. */
  readonly method: string;
  /** Of a response with three digits; else 0. */
  readonly status: number;
  readonly callId: string;
  /** CSeq number; -1 when it is missing, unreadable, or larger than 32 bits. */
  readonly cseq: number;
  readonly cseqMethod: string;
  /** Branch of the top Via; '' when there is none. */
  readonly branch: string;
  /** `host[:port]` of the top Via, lower case; '' when there is none. */
  readonly sentBy: string;
  readonly fromTag: string;
  readonly toTag: string;
  readonly #start: number;
  readonly #lineEnd: number;
  readonly #loneCr: boolean;
  #startLine: StartLine | undefined;
  #head: Head | undefined;
  #via: readonly Via[] | undefined;
  #defects: readonly SipDefect[] | undefined;

  /** @param scan Where the parts stand, for a message that is written in the usual way. */
  constructor(text: string, options: ParseOptions, scan: Readonly<MessageScan> | undefined) {
    this.text = text;
    this.options = options;
    this.#startLine = undefined;
    this.#head = undefined;
    this.#via = undefined;
    this.#defects = undefined;
    if (scan) {
      this.#start = 0;
      this.#lineEnd = scan.lineEnd;
      this.#loneCr = false;
      this.callId = text.slice(scan.callIdStart, scan.callIdEnd);
      this.cseq = scan.cseq;
      this.cseqMethod = text.slice(scan.cseqMethodStart, scan.cseqMethodEnd);
      this.branch = text.slice(scan.branchStart, scan.branchEnd);
      this.sentBy = text.slice(scan.sentByStart, scan.sentByEnd).toLowerCase();
      this.fromTag = text.slice(scan.fromTagStart, scan.fromTagEnd);
      this.toTag = text.slice(scan.toTagStart, scan.toTagEnd);
      this.kind = scan.status > 0 ? 'response' : 'request';
      this.method = scan.status > 0 ? this.cseqMethod : text.slice(0, scan.methodEnd);
      this.status = scan.status;
      return;
    }
    const start = firstByte(text);
    const lineFeed = text.indexOf('\n', start);
    const end = startLineEnd(text, start, lineFeed);
    this.#start = start;
    this.#lineEnd = end;
    // A message without any LF may still use CR alone.
    this.#loneCr = lineFeed < 0 && end < text.length;
    const essentials = essentialsOf(this.flat, this.fields);
    this.callId = essentials.callId;
    this.cseq = essentials.cseq;
    this.cseqMethod = essentials.cseqMethod;
    this.branch = essentials.branch;
    this.sentBy = essentials.sentBy;
    this.fromTag = essentials.fromTag;
    this.toTag = essentials.toTag;
    const line = this.startLine;
    this.kind = line.kind;
    this.method = line.kind === 'request' ? text.slice(line.method.start, line.method.end) : essentials.cseqMethod;
    this.status = line.kind === 'response' ? statusOf(text, line.status) : 0;
  }

  /** The parts of the start line and where they are. */
  get startLine(): StartLine {
    this.#startLine ??= parseStartLine(this.text, this.#start, this.#lineEnd);
    return this.#startLine;
  }

  /** Empty where a fragment has no start line. */
  get startLineSpan(): Span {
    const missing = this.options.fragment && this.startLine.kind === 'unreadable';
    return { start: this.#start, end: missing ? this.#start : this.#lineEnd };
  }

  /** As on the wire; '' for a response. */
  get requestUri(): string {
    const line = this.startLine;
    return line.kind === 'request' ? utf8(this.text.slice(line.uri.start, line.uri.end)) : '';
  }

  /** The Request-URI taken apart, without the angle brackets that it must not have; undefined for a response. */
  get uri(): Uri | undefined {
    const line = this.startLine;
    if (line.kind !== 'request') return undefined;
    const { start, end } = line.uri;
    const bracketed = this.text.charAt(start) === '<' && this.text.charAt(end - 1) === '>';
    return bracketed ? parseUri(this.text, start + 1, end - 1) : parseUri(this.text, start, end);
  }

  /** Reason phrase; '' for a request. */
  get reason(): string {
    const line = this.startLine;
    return line.kind === 'response' ? utf8(this.text.slice(line.reason.start, line.reason.end)) : '';
  }

  /** All header rows in order. */
  get fields(): readonly HeaderField[] {
    return this.#readHead().fields;
  }

  /** First value of a header; `name` is the long form in lower case. Undefined when there is none. */
  header(name: string): string | undefined {
    for (const field of this.fields) {
      if (field.canonical === name) return isCommaList(name) ? this.#items(field)[0] : field.value;
    }
    return undefined;
  }

  /** Every value of a header in wire order; comma lists are split, empty items left out. */
  headers(name: string): readonly string[] {
    const values: string[] = [];
    for (const field of this.fields) {
      if (field.canonical !== name) continue;
      if (isCommaList(name)) values.push(...this.#items(field));
      else values.push(field.value);
    }
    return values;
  }

  /** Every row of a header in wire order. */
  rows(name: string): readonly HeaderField[] {
    return this.fields.filter((field) => field.canonical === name);
  }

  /** Bytes of the whole row (name included, last line end left out) that holds a header for the `index`-th time. */
  spanOf(name: string, index = 0): Span | undefined {
    return this.rows(name)[index]?.span;
  }

  /** The row as on the wire, unfolded. */
  headerLine(name: string, index = 0): string | undefined {
    return this.rows(name)[index]?.line;
  }

  /** Every Via value, top first. */
  get via(): readonly Via[] {
    this.#via ??= this.#valueSpans('via').map(({ start, end }) => parseVia(this.flat, start, end));
    return this.#via;
  }

  get from(): NameAddr | undefined {
    return this.nameAddrs('from')[0];
  }

  get to(): NameAddr | undefined {
    return this.nameAddrs('to')[0];
  }

  /** Every Contact value; `*` is an opaque URI. */
  get contacts(): readonly NameAddr[] {
    return this.nameAddrs('contact');
  }

  /** Every value of a header that holds name-addr values: `route`, `record-route`, `p-asserted-identity`, … */
  nameAddrs(name: string): readonly NameAddr[] {
    return this.#valueSpans(name).map(({ start, end }) => parseNameAddr(this.flat, start, end));
  }

  /** The text with the line ends inside folded rows as spaces: what spans of typed views point into. */
  get flat(): string {
    return this.#readHead().flat;
  }

  /** Whether the head ends with an empty line, as it must. */
  get hasEmptyLine(): boolean {
    return this.#readHead().hasEmptyLine;
  }

  /** There are more headers, or longer ones, than are read. */
  get tooLarge(): boolean {
    return this.#readHead().tooLarge;
  }

  /** Behind the empty line; the end of the message when there is none. */
  get bodyStart(): number {
    return this.#readHead().bodyStart;
  }

  /** Where the body is: as long as Content-Length says, where that can be believed, but not beyond the message. */
  get bodySpan(): Span {
    const start = this.bodyStart;
    const [length, ...others] = new Set(this.headers('content-length').map(lengthOf));
    const end = this.text.length;
    if (length === undefined || length < 0 || others.length > 0) return { start, end };
    return { start, end: Math.min(end, start + length) };
  }

  /** The body, UTF-8 decoded. */
  get bodyText(): string {
    const { start, end } = this.bodySpan;
    return utf8(this.text.slice(start, end));
  }

  /** Everything that is wrong with the bytes, in the order of the checks. */
  get defects(): readonly SipDefect[] {
    this.#defects ??= checkMessage(this);
    return this.#defects;
  }

  #valueSpans(name: string): Span[] {
    const spans: Span[] = [];
    for (const field of this.fields) {
      if (field.canonical !== name) continue;
      const { start, end } = field.valueSpan;
      if (!isCommaList(name)) spans.push({ start, end });
      else spans.push(...splitList(this.flat, start, end).filter((item) => item.end > item.start));
    }
    return spans;
  }

  #items(field: HeaderField): string[] {
    const items: string[] = [];
    const { start, end } = field.valueSpan;
    for (const item of splitList(this.flat, start, end)) {
      const text = utf8(this.flat.slice(item.start, item.end));
      if (text) items.push(field.folded ? text.replace(/[ \t]{2,}/g, ' ') : text);
    }
    return items;
  }

  #readHead(): Head {
    this.#head ??= readHead(this.text, this.#headStart(), this.#loneCr);
    return this.#head;
  }

  #headStart(): number {
    const end = this.#lineEnd;
    // A fragment may do without a start line, RFC 3420 §2.1.
    if (this.options.fragment && this.startLine.kind === 'unreadable') return this.#start;
    const crLf = this.text.charCodeAt(end) === CR && this.text.charCodeAt(end + 1) === LF;
    return Math.min(this.text.length, end + (crLf ? 2 : 1));
  }
}

// Keep-alive bytes before the start line are ignored, RFC 3261 §7.5.
function firstByte(text: string): number {
  let at = 0;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== CR && code !== LF && code !== NUL && code !== SPACE) break;
  }
  return at;
}

function startLineEnd(text: string, start: number, lineFeed: number): number {
  if (lineFeed < 0) return indexOfCode(text, CR, start, text.length);
  return lineFeed > start && text.charCodeAt(lineFeed - 1) === CR ? lineFeed - 1 : lineFeed;
}

// -1 for what is no length.
function lengthOf(value: string): number {
  return /^\d{1,10}$/.test(value) ? Number(value) : -1;
}

function statusOf(text: string, span: Span): number {
  return span.end - span.start === 3 ? Number(text.slice(span.start, span.end)) : 0;
}
