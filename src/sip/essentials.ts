// What matching needs of every message (Call-ID, CSeq, top Via, tags), found in one narrow walk over the lines: each is
// told by its first letter, all others are skipped. Whatever is unusual is left to the complete header table; both
// read values with the same functions, so they cannot disagree.
import { CR, SPACE, isTokenCode, TAB, skipSpace, trimSpace, utf8 } from '../bytes/ascii.ts';
import { cseqMethod, cseqNumber } from './cseq.ts';
import { MAX_FIELDS } from './fields.ts';
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

const QUOTE = 34;
const COMMA = 44;
const HYPHEN = 45;
const SLASH = 47;
const COLON = 58;
const SEMICOLON = 59;
const LESS = 60;
const EQUAL = 61;
const GREATER = 62;
const BACKSLASH = 92;

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

/**
 * The narrow walk over the lines of `text`, whose first byte is `bytes[base]`; `at` is where the first line behind the
 * start line begins in `text`. Undefined when only the complete table can tell.
 */
export function walkEssentials(text: string, bytes: Uint8Array, base: number, at: number): Essentials | undefined {
  const found = noEssentials();
  let missing = ALL;
  let lines = 0;
  while (at < text.length) {
    const first = bytes[base + at] ?? 0;
    // Folding, wherever it is: the value before may be an essential one.
    if (first === SPACE || first === TAB || ++lines > MAX_FIELDS) return undefined;
    const lineFeed = text.indexOf('\n', at);
    if (lineFeed < 0) return undefined;
    const end = bytes[base + lineFeed - 1] === CR ? lineFeed - 1 : lineFeed;
    if (end <= at) return found;
    const kind = kindOf(bytes, base + at);
    if (kind === UNUSUAL) return undefined;
    if ((kind & missing) !== 0) {
      const next = bytes[base + lineFeed + 1];
      if (next === SPACE || next === TAB) return undefined;
      const from = at + nameLength(bytes, base + at, kind) + 1;
      if (!walkEssential(found, kind, text, bytes, base, from, end)) return undefined;
      missing &= ~kind;
      if (missing === 0) return found;
    }
    at = lineFeed + 1;
  }
  return found;
}

// Reads one value in [start, end) of `text` from the bytes, which are several times faster to walk than a string.
// False when it is not written in the usual way.
function walkEssential(
  found: Essentials,
  kind: number,
  text: string,
  bytes: Uint8Array,
  base: number,
  start: number,
  end: number,
): boolean {
  while (start < end && bytes[base + start] === SPACE) start++;
  if (kind === VIA) return walkVia(found, text, bytes, base, start, end);
  if (kind === FROM || kind === TO) {
    const tag = walkTag(text, bytes, base, start, end);
    if (kind === FROM) found.fromTag = tag ?? '';
    else found.toTag = tag ?? '';
    return tag !== undefined;
  }
  let space = end;
  for (let at = start; at < end; at++) {
    const code = bytes[base + at] ?? 0;
    if (code > 32 && code < 128) continue;
    if (kind === CALL_ID || code !== SPACE || space < end) return false;
    space = at;
  }
  if (kind === CALL_ID) {
    found.callId = text.slice(start, end);
    return true;
  }
  found.cseq = cseqNumber(text, start, end);
  found.cseqMethod = space < end ? text.slice(space + 1, end) : '';
  return true;
}

// SIP/2.0/UDP host:port;name=value;branch=value
function walkVia(
  found: Essentials,
  text: string,
  bytes: Uint8Array,
  base: number,
  start: number,
  end: number,
): boolean {
  if (!text.startsWith('SIP/2.0/', start)) return false;
  let space = -1;
  let semicolon = end;
  let branch = -1;
  let branchEnd = end;
  for (let at = start + 8; at < end; at++) {
    const code = bytes[base + at] ?? 0;
    if (code === SEMICOLON) {
      if (semicolon === end) semicolon = at;
      if (branch >= 0 && branchEnd === end) branchEnd = at;
      else if (branch < 0) {
        const named = isParam(bytes, base + at + 1, 'branch');
        if (named === UNUSUAL) return false;
        if (named === 1) branch = at + 8;
      }
    } else if (code === SPACE) {
      if (space >= 0) return false;
      space = at;
    } else if (code < 32 || code > 126 || code === QUOTE || code === COMMA || code === LESS || code === SLASH)
      return false;
  }
  if (space < 0 || space + 1 >= semicolon) return false;
  found.sentBy = text.slice(space + 1, semicolon).toLowerCase();
  if (branch >= 0) found.branch = text.slice(branch, branchEnd);
  return true;
}

// Whether the parameter at `at` has this name: 1 with a value, 0 for another name, UNUSUAL where only the parameter
// reader can tell.
function isParam(bytes: Uint8Array, at: number, name: string): number {
  for (let index = 0; index < name.length; index++) {
    if (((bytes[at + index] ?? 0) | 0x20) !== name.charCodeAt(index)) return 0;
  }
  const behind = bytes[at + name.length] ?? 0;
  if (behind === EQUAL) return 1;
  return isTokenCode(behind) ? 0 : UNUSUAL;
}

// "Alice" <sip:alice@example.com>;tag=value. Undefined when it is not written in the usual way.
function walkTag(text: string, bytes: Uint8Array, base: number, start: number, end: number): string | undefined {
  let at = start;
  let less = -1;
  let quotes = 0;
  for (; at < end; at++) {
    const code = bytes[base + at] ?? 0;
    if (code === QUOTE) quotes++;
    else if (code === BACKSLASH) return undefined;
    else if (code === LESS && quotes !== 1) {
      less = at;
      break;
    } else if (code === SEMICOLON && quotes !== 1) break;
  }
  if (quotes !== 0 && quotes !== 2) return undefined;
  if (less >= 0) while (at < end && bytes[base + at] !== GREATER) at++;
  while (at < end && bytes[base + at] !== SEMICOLON) at++;
  let tag = -1;
  let tagEnd = end;
  for (; at < end; at++) {
    const code = bytes[base + at] ?? 0;
    if (code === SEMICOLON) {
      if (tag >= 0 && tagEnd === end) tagEnd = at;
      else if (tag < 0) {
        const named = isParam(bytes, base + at + 1, 'tag');
        if (named === UNUSUAL) return undefined;
        if (named === 1) tag = at + 5;
      }
    } else if (code <= 32 || code > 126 || code === QUOTE) return undefined;
  }
  return tag < 0 ? '' : text.slice(tag, tagEnd);
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

// Which essential header the line at `at` is; 0 for any other, UNUSUAL where white space stands before the colon.
function kindOf(bytes: Uint8Array, at: number): number {
  switch ((bytes[at] ?? 0) | 0x20) {
    case 118:
      return match(bytes, at, 'via', VIA);
    case 102:
      return match(bytes, at, 'from', FROM);
    case 116:
      return match(bytes, at, 'to', TO);
    case 105:
      return endOfName(bytes[at + 1], CALL_ID);
    case 99:
      return bytes[at + 1] === 83 || bytes[at + 1] === 115
        ? spelled(bytes, at, 'cseq', CSEQ)
        : spelled(bytes, at, 'call-id', CALL_ID);
    default:
      return 0;
  }
}

function match(bytes: Uint8Array, at: number, name: string, kind: number): number {
  return endOfName(bytes[at + 1], kind) || spelled(bytes, at, name, kind);
}

function spelled(bytes: Uint8Array, at: number, name: string, kind: number): number {
  for (let index = 1; index < name.length; index++) {
    const code = bytes[at + index] ?? 0;
    const wanted = name.charCodeAt(index);
    // CR | 0x20 would be a hyphen.
    if (code !== wanted && (wanted === HYPHEN || (code | 0x20) !== wanted)) return 0;
  }
  return endOfName(bytes[at + name.length], kind);
}

function endOfName(code: number | undefined, kind: number): number {
  if (code === COLON) return kind;
  return code === SPACE || code === TAB ? UNUSUAL : 0;
}

function nameLength(bytes: Uint8Array, at: number, kind: number): number {
  if (bytes[at + 1] === COLON) return 1;
  if (kind === CALL_ID) return 7;
  return kind === VIA ? 3 : kind === TO ? 2 : 4;
}
