// What matching needs of every message (Call-ID, CSeq, top Via, tags), read from the complete header table. The narrow
// walk of scan.ts finds the same for messages that are written in the usual way.
import { skipSpace, trimSpace, utf8 } from '../bytes/ascii.ts';
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

const CALL_ID = 1;
const CSEQ = 2;
const VIA = 4;
const FROM = 8;
const TO = 16;
const ALL = CALL_ID | CSEQ | VIA | FROM | TO;

const headers: Readonly<Record<string, number>> = { 'call-id': CALL_ID, cseq: CSEQ, via: VIA, from: FROM, to: TO };

/** Nothing found yet. */
export function noEssentials(): Essentials {
  return { callId: '', cseq: -1, cseqMethod: '', branch: '', sentBy: '', fromTag: '', toTag: '' };
}

/** Reads them from the complete table; of a header that is there twice the first one counts. */
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
