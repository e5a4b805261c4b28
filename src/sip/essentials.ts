// What matching needs of every message (Call-ID, CSeq, top Via, tags), found in one narrow walk over the lines: each is
// told by its first letter, all others are skipped. Whatever is unusual is left to the complete header table; both
// read values with the same functions, so they cannot disagree.
import { CR, isSpace, skipSpace, trimSpace, utf8 } from '../bytes/ascii.ts';
import { cseqMethod, cseqNumber } from './cseq.ts';
import type { HeaderField } from './fields.ts';
import { paramsStartOf } from './name-addr.ts';
import { findParam } from './params.ts';
import { topBranch, topSentBy } from './via.ts';

/** What transactions and dialogs are matched by. Strings are '' where the header is missing. */
export interface Essentials {
  callId: string;
  /** -1 when unreadable or missing. */
  cseq: number;
  cseqMethod: string;
  branch: string;
  sentBy: string;
  fromTag: string;
  toTag: string;
}

const COLON = 58;
const CALL_ID = 1;
const CSEQ = 2;
const VIA = 4;
const FROM = 8;
const TO = 16;
const ALL = CALL_ID | CSEQ | VIA | FROM | TO;
const UNUSUAL = -1;

const headers: Readonly<Record<string, number>> = { 'call-id': CALL_ID, cseq: CSEQ, via: VIA, from: FROM, to: TO };

/** Nothing found yet. */
export function noEssentials(): Essentials {
  return { callId: '', cseq: -1, cseqMethod: '', branch: '', sentBy: '', fromTag: '', toTag: '' };
}

/** The narrow walk, from the first line behind the start line. Undefined when only the complete table can tell. */
export function walkEssentials(text: string, start: number): Essentials | undefined {
  const found = noEssentials();
  let missing = ALL;
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    // Folding, wherever it is: the value before may be an essential one.
    if (isSpace(code)) return undefined;
    const lineFeed = text.indexOf('\n', at);
    const next = lineFeed < 0 ? text.length : lineFeed + 1;
    const end = lineFeed < 0 ? text.length : lineFeed > at && text.charCodeAt(lineFeed - 1) === CR ? lineFeed - 1 : lineFeed;
    if (end === at && lineFeed >= 0) return found;
    const kind = kindOf(text, at, code | 0x20);
    if (kind === UNUSUAL) return undefined;
    if ((kind & missing) !== 0) {
      if (isSpace(text.charCodeAt(next))) return undefined;
      readEssential(found, kind, text, colonAt(text, at) + 1, end);
      missing &= ~kind;
      if (missing === 0) return found;
    }
    at = next;
  }
  return found;
}

/** The same from the complete table. */
export function essentialsOf(flat: string, fields: readonly HeaderField[]): Essentials {
  const found = noEssentials();
  let missing = ALL;
  for (const { canonical, valueSpan, value, folded } of fields) {
    const kind = headers[canonical] ?? 0;
    if ((kind & missing) === 0) continue;
    readEssential(found, kind, flat, valueSpan.start, valueSpan.end);
    if (kind === CALL_ID && folded) found.callId = value;
    missing &= ~kind;
  }
  return found;
}

function readEssential(found: Essentials, kind: number, text: string, start: number, end: number): void {
  if (kind === CALL_ID) {
    const from = skipSpace(text, start, end);
    found.callId = decoded(text.slice(from, trimSpace(text, from, end)));
  } else if (kind === CSEQ) {
    found.cseq = cseqNumber(text, start, end);
    found.cseqMethod = cseqMethod(text, start, end);
  } else if (kind === VIA) {
    found.branch = decoded(topBranch(text, start, end));
    found.sentBy = decoded(topSentBy(text, start, end));
  } else if (kind === FROM) found.fromTag = decoded(findParam(text, 'tag', paramsStartOf(text, start, end), end));
  else if (kind === TO) found.toTag = decoded(findParam(text, 'tag', paramsStartOf(text, start, end), end));
}

// A regular expression costs more than this loop on texts this short.
function decoded(text: string): string {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return utf8(text);
  return text;
}

function colonAt(text: string, start: number): number {
  let at = start + 1;
  while (text.charCodeAt(at) !== COLON) at++;
  return at;
}

// Which essential header the line at `at` is; 0 for any other, UNUSUAL where white space stands before the colon.
function kindOf(text: string, at: number, letter: number): number {
  switch (letter) {
    case 118:
      return match(text, at, 'via', VIA);
    case 102:
      return match(text, at, 'from', FROM);
    case 116:
      return match(text, at, 'to', TO);
    case 105:
      return endOfName(text.charCodeAt(at + 1), CALL_ID);
    case 99:
      return (text.charCodeAt(at + 1) | 0x20) === 97 ? spelled(text, at, 'call-id', CALL_ID) : spelled(text, at, 'cseq', CSEQ);
    default:
      return 0;
  }
}

function match(text: string, at: number, name: string, kind: number): number {
  return endOfName(text.charCodeAt(at + 1), kind) || spelled(text, at, name, kind);
}

function spelled(text: string, at: number, name: string, kind: number): number {
  for (let index = 1; index < name.length; index++) {
    const code = text.charCodeAt(at + index);
    const wanted = name.charCodeAt(index);
    if (code !== wanted && (code | 0x20) !== wanted) return 0;
    // 0x0d | 0x20 is a hyphen too.
    if (wanted === 45 && code !== 45) return 0;
  }
  return endOfName(text.charCodeAt(at + name.length), kind);
}

function endOfName(code: number, kind: number): number {
  if (code === COLON) return kind;
  return isSpace(code) ? UNUSUAL : 0;
}
