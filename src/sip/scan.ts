// What matching needs of every message (start line, Call-ID, CSeq, top Via, tags), found in one narrow walk over its
// bytes: each line is told by its first letter, all others are skipped. Only the usual way of writing is understood;
// whatever is unusual is left to the complete header table, and a property holds the two to the same answer.
import { CR, LF, SPACE, TAB, isTokenCode } from '../bytes/ascii.ts';
import { MAX_FIELDS } from './fields.ts';

/** Offsets fit into 16 bits. */
const MAX_SCANNED_BYTES = 0xffff;

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
/** How a header's name is told: its kind below, its length above. */
const KIND_MASK = 0xff;
const LENGTH_SHIFT = 8;
/** Behind every end: the value is not written in the usual way. */
const NO_LINE = 0x3fffffff;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const MARK_FACTOR = 0x2c1b3c6d;
/** Largest CSeq that is read here; larger ones are legal up to 32 bits, and rare. */
const MAX_CSEQ_DIGITS = 9;

/** Where the parts stand, in bytes from the first one of the message; [0, 0) for what is not there. Overwritten by `scanMessage`. */
export class MessageScan {
  /** 0 for a request. */
  status = 0;
  /** End of the start line, without its line end. */
  lineEnd = 0;
  /** Of a request. */
  methodEnd = 0;
  callIdStart = 0;
  callIdEnd = 0;
  /** Of the Call-ID, as `callIdHashesOf` makes them. */
  callIdHash = 0;
  callIdMark = 0;
  cseq = 0;
  cseqMethodStart = 0;
  cseqMethodEnd = 0;
  branchStart = 0;
  branchEnd = 0;
  sentByStart = 0;
  sentByEnd = 0;
  fromTagStart = 0;
  fromTagEnd = 0;
  toTagStart = 0;
  toTagEnd = 0;
}

/** Walks the message in [start, end). False when it is not written in the usual way: then `scan` holds nothing of use. */
export function scanMessage(bytes: Uint8Array, start: number, end: number, scan: MessageScan): boolean {
  if (end - start > MAX_SCANNED_BYTES) return false;
  let at = scanStartLine(bytes, start, end, scan);
  if (at === 0) return false;
  let missing = ALL;
  scan.fromTagStart = scan.fromTagEnd = scan.toTagStart = scan.toTagEnd = 0;
  for (let lines = 1; lines <= MAX_FIELDS; lines++) {
    const name = nameOf(bytes, at);
    if (name === UNUSUAL) return false;
    const kind = name & KIND_MASK;
    let lineFeed = at;
    if ((kind & missing) === 0) while (lineFeed < end && bytes[lineFeed] !== LF) lineFeed++;
    else {
      lineFeed = scanValue(bytes, start, at + (name >> LENGTH_SHIFT) + 1, end, kind, scan);
      missing &= ~kind;
    }
    if (lineFeed >= end) return false;
    const next = bytes[lineFeed + 1];
    // Folding, wherever it is: the value before may be an essential one.
    if ((next === SPACE || next === TAB) && lineFeed + 1 < end) return false;
    if (missing === 0) return true;
    at = lineFeed + 1;
    // What is missing at the end of the head is for the complete table to say.
    if (at >= end || next === CR || next === LF) return false;
  }
  return false;
}

/** `INVITE sip:bob@example.com SIP/2.0` or `SIP/2.0 200 OK`, one SP each. Returns where the next line begins; 0 when unusual. */
function scanStartLine(bytes: Uint8Array, start: number, end: number, scan: MessageScan): number {
  let at = start;
  while (at < end && isTokenCode(bytes[at] ?? 0)) at++;
  const tokenEnd = at;
  while (at < end && bytes[at] !== LF) at++;
  if (at + 1 >= end) return 0;
  const lineEnd = bytes[at - 1] === CR ? at - 1 : at;
  const next = bytes[at + 1];
  if (next === SPACE || next === TAB || next === CR || next === LF) return 0;
  scan.lineEnd = lineEnd - start;
  if (bytes[tokenEnd] === SLASH) {
    if (!isVersion(bytes, start) || bytes[start + 7] !== SPACE || bytes[start + 11] !== SPACE) return 0;
    const status = number3(bytes, start + 8);
    if (status < 100 || start + 11 >= lineEnd) return 0;
    scan.status = status;
    scan.methodEnd = 0;
    return at + 1;
  }
  const version = lineEnd - 7;
  if (bytes[tokenEnd] !== SPACE || tokenEnd === start || !isVersion(bytes, version)) return 0;
  if (bytes[version - 1] !== SPACE || tokenEnd + 1 >= version - 1 || bytes[tokenEnd + 1] === SPACE) return 0;
  scan.status = 0;
  scan.methodEnd = tokenEnd - start;
  return at + 1;
}

function isVersion(bytes: Uint8Array, at: number): boolean {
  return (
    bytes[at] === 83 &&
    bytes[at + 1] === 73 &&
    bytes[at + 2] === 80 &&
    bytes[at + 3] === SLASH &&
    bytes[at + 4] === 50 &&
    bytes[at + 5] === 46 &&
    bytes[at + 6] === 48
  );
}

/** Three digits; -1 for anything else. */
function number3(bytes: Uint8Array, at: number): number {
  let number = 0;
  for (let index = at; index < at + 3; index++) {
    const digit = (bytes[index] ?? 0) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** Reads the value that begins at `from`. Returns where its line feed is; NO_LINE when it is not written in the usual way. */
function scanValue(
  bytes: Uint8Array,
  base: number,
  from: number,
  end: number,
  kind: number,
  scan: MessageScan,
): number {
  let start = from;
  while (start < end && bytes[start] === SPACE) start++;
  switch (kind) {
    case VIA:
      return scanVia(bytes, base, start, end, scan);
    case FROM:
    case TO:
      return scanTag(bytes, base, start, end, kind, scan);
    case CSEQ:
      return scanCseq(bytes, base, start, end, scan);
    default:
      return scanCallId(bytes, base, start, end, scan);
  }
}

/** The line feed of the line whose value ends at `at`; NO_LINE when something else stands there. */
function lineFeedAt(bytes: Uint8Array, at: number, end: number): number {
  const lineFeed = bytes[at] === CR ? at + 1 : at;
  return lineFeed < end && bytes[lineFeed] === LF ? lineFeed : NO_LINE;
}

function scanCallId(bytes: Uint8Array, base: number, start: number, end: number, scan: MessageScan): number {
  let hash = FNV_OFFSET;
  let mark = 0;
  let at = start;
  for (; at < end; at++) {
    const code = bytes[at] ?? 0;
    if (code <= 32 || code > 126) break;
    hash = Math.imul(hash ^ code, FNV_PRIME);
    mark = (Math.imul(mark, MARK_FACTOR) + code) | 0;
  }
  if (at === start) return NO_LINE;
  scan.callIdStart = start - base;
  scan.callIdEnd = at - base;
  scan.callIdHash = spread(hash);
  scan.callIdMark = mark;
  return lineFeedAt(bytes, at, end);
}

/** Two hashes of a Call-ID that was read in another way, the first from 0 to 2^30 - 1: equal for equal texts. */
export function callIdHashesOf(callId: string): { readonly hash: number; readonly mark: number } {
  let hash = FNV_OFFSET;
  let mark = 0;
  for (let at = 0; at < callId.length; at++) {
    const code = callId.charCodeAt(at);
    hash = Math.imul(hash ^ code, FNV_PRIME);
    mark = (Math.imul(mark, MARK_FACTOR) + code) | 0;
  }
  return { hash: spread(hash), mark };
}

function spread(hash: number): number {
  return (hash ^ (hash >>> 15)) & 0x3fffffff;
}

/** Digits, one SP, a method. */
function scanCseq(bytes: Uint8Array, base: number, start: number, end: number, scan: MessageScan): number {
  let number = 0;
  let at = start;
  for (; at < end; at++) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) break;
    number = number * 10 + digit;
  }
  const digits = at - start;
  if (digits === 0 || digits > MAX_CSEQ_DIGITS || bytes[at] !== SPACE) return NO_LINE;
  const methodStart = ++at;
  while (at < end && isTokenCode(bytes[at] ?? 0)) at++;
  if (at === methodStart) return NO_LINE;
  scan.cseq = number;
  scan.cseqMethodStart = methodStart - base;
  scan.cseqMethodEnd = at - base;
  return lineFeedAt(bytes, at, end);
}

/** SIP/2.0/UDP host:port;name=value;branch=value */
function scanVia(bytes: Uint8Array, base: number, start: number, end: number, scan: MessageScan): number {
  if (!isVersion(bytes, start) || bytes[start + 7] !== SLASH) return NO_LINE;
  let space = 0;
  let semicolon = 0;
  let branch = 0;
  let branchEnd = 0;
  let at = start + 8;
  for (; at < end; at++) {
    const code = bytes[at] ?? 0;
    if (code === SEMICOLON) {
      if (semicolon === 0) semicolon = at;
      if (branch > 0 && branchEnd === 0) branchEnd = at;
      else if (branch === 0 && isBranch(bytes, at + 1)) branch = at + 8;
      else if (branch === 0 && begins(bytes, at + 1, 'branch')) return NO_LINE;
    } else if (code === SPACE) {
      if (space > 0) return NO_LINE;
      space = at;
    } else if (code < 32) break;
    else if (code > 126 || code === QUOTE || code === COMMA || code === LESS || code === SLASH) return NO_LINE;
  }
  // A branch that is missing, or that only the parameter reader understands.
  if (space === 0 || branch === 0 || space + 1 >= semicolon) return NO_LINE;
  scan.sentByStart = space + 1 - base;
  scan.sentByEnd = semicolon - base;
  scan.branchStart = branch - base;
  scan.branchEnd = (branchEnd > 0 ? branchEnd : at) - base;
  return lineFeedAt(bytes, at, end);
}

function isBranch(bytes: Uint8Array, at: number): boolean {
  return (
    bytes[at] === 98 &&
    bytes[at + 1] === 114 &&
    bytes[at + 2] === 97 &&
    bytes[at + 3] === 110 &&
    bytes[at + 4] === 99 &&
    bytes[at + 5] === 104 &&
    bytes[at + 6] === EQUAL
  );
}

/** "Alice" <sip:alice@example.com>;tag=value */
function scanTag(bytes: Uint8Array, base: number, start: number, end: number, kind: number, scan: MessageScan): number {
  let at = skipNameAndAddress(bytes, start, end);
  if (at === NO_LINE) return NO_LINE;
  if (bytes[at] !== SEMICOLON) return lineFeedAt(bytes, at, end);
  let tag = 0;
  let tagEnd = 0;
  for (; at < end; at++) {
    const code = bytes[at] ?? 0;
    if (code === SEMICOLON) {
      if (tag > 0 && tagEnd === 0) tagEnd = at;
      else if (tag === 0 && isTag(bytes, at + 1)) tag = at + 5;
      else if (tag === 0 && begins(bytes, at + 1, 'tag')) return NO_LINE;
    } else if (code <= 32) break;
    else if (code > 126 || code === QUOTE) return NO_LINE;
  }
  // A parameter that only the parameter reader understands may still be there: `;TAG=1`, `;tag`.
  if (tag === 0) return NO_LINE;
  if (tagEnd === 0) tagEnd = at;
  if (kind === FROM) {
    scan.fromTagStart = tag - base;
    scan.fromTagEnd = tagEnd - base;
  } else {
    scan.toTagStart = tag - base;
    scan.toTagEnd = tagEnd - base;
  }
  return lineFeedAt(bytes, at, end);
}

/** Where the display name and the address end: behind the bracket, or at the first semicolon or the end of the line. */
function skipNameAndAddress(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  let quotes = 0;
  for (; at < end; at++) {
    const code = bytes[at] ?? 0;
    if (code === QUOTE) quotes++;
    else if (code === BACKSLASH) return NO_LINE;
    else if ((code === LESS || code === SEMICOLON) && quotes !== 1) break;
    else if (code === CR || code === LF) break;
  }
  if (quotes !== 0 && quotes !== 2) return NO_LINE;
  // Without brackets the parameters are those of the header (RFC 3261 §20).
  if (bytes[at] !== LESS) return at;
  for (; at < end; at++) {
    const code = bytes[at];
    if (code === GREATER) return at + 1;
    if (code === CR || code === LF) return NO_LINE;
  }
  return NO_LINE;
}

/** A parameter that only the parameter reader can tell from the one that is looked for: `;tag`, `;TAG=1`, `;tag =1`. */
function begins(bytes: Uint8Array, at: number, name: string): boolean {
  for (let index = 0; index < name.length; index++) {
    if (((bytes[at + index] ?? 0) | 0x20) !== name.charCodeAt(index)) return false;
  }
  return true;
}

function isTag(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 116 && bytes[at + 1] === 97 && bytes[at + 2] === 103 && bytes[at + 3] === EQUAL;
}

/**
 * Which essential header the line at `at` is, and above `LENGTH_SHIFT` how long its name is; 0 for any other, UNUSUAL
 * where white space stands before the colon.
 */
function nameOf(bytes: Uint8Array, at: number): number {
  switch ((bytes[at] ?? 0) | 0x20) {
    case 118:
      return (
        endOfName(bytes, at, 1, VIA) ||
        (isLetter(bytes, at + 1, 105) && isLetter(bytes, at + 2, 97) ? endOfName(bytes, at, 3, VIA) : 0)
      );
    case 102:
      return endOfName(bytes, at, 1, FROM) || (begins(bytes, at + 1, 'rom') ? endOfName(bytes, at, 4, FROM) : 0);
    case 116:
      return endOfName(bytes, at, 1, TO) || (isLetter(bytes, at + 1, 111) ? endOfName(bytes, at, 2, TO) : 0);
    case 105:
      return endOfName(bytes, at, 1, CALL_ID);
    case 99:
      if (begins(bytes, at + 1, 'seq')) return endOfName(bytes, at, 4, CSEQ);
      // CR | 0x20 would be a hyphen.
      return bytes[at + 4] === HYPHEN && begins(bytes, at + 1, 'all') && begins(bytes, at + 5, 'id')
        ? endOfName(bytes, at, 7, CALL_ID)
        : 0;
    default:
      return 0;
  }
}

function isLetter(bytes: Uint8Array, at: number, letter: number): boolean {
  return ((bytes[at] ?? 0) | 0x20) === letter;
}

function endOfName(bytes: Uint8Array, at: number, length: number, kind: number): number {
  const code = bytes[at + length];
  if (code === COLON) return kind | (length << LENGTH_SHIFT);
  return code === SPACE || code === TAB ? UNUSUAL : 0;
}
