// What the first bytes at hand say of a connection, where they do not begin a SIP message. Nothing is allocated.
import { isProxyHeader } from './proxy-header.ts';
import { beginsWithSipFrame } from './web-socket/frame.ts';

/** What bytes are a sign of; `unclear` when more of them are needed, `none` when they are no sign of anything known here. */
export type Sign = 'tls' | 'hep' | 'http' | 'ws' | 'proxy' | 'unclear' | 'none';

/** As many bytes are never unclear. */
export const MAX_UNCLEAR_BYTES = 40;

const CHANGE_CIPHER_SPEC = 0x14;
const APPLICATION_DATA = 0x17;
/** RFC 5246 §6.2.3: 2^14 bytes and what encryption adds. */
const MAX_RECORD_BYTES = 16_384 + 2048;
/** First bytes of WebSocket frames that are a sign: text and binary, begun or whole or compressed, and control frames. */
const frameStarts: ReadonlySet<number> = new Set([0x01, 0x02, 0x81, 0x82, 0xc1, 0xc2, 0x88, 0x89, 0x8a]);
const httpWords = ['GET /', 'GET http', 'HTTP/1.', 'POST /', 'PUT /', 'HEAD /', 'DELETE /', 'CONNECT ', 'PRI * HTTP'];

/** Reads the signs that the bytes [start, end) begin with. */
export function signOf(bytes: Uint8Array, start: number, end: number): Sign {
  const first = bytes[start] ?? 0;
  if (first >= CHANGE_CIPHER_SPEC && first <= APPLICATION_DATA) return signOfRecord(bytes, start, end);
  if (frameStarts.has(first)) return signOfFrame(bytes, start, end);
  if (first === 0x48 && beginsWith(bytes, start, end, 'HEP3') !== 'none') return signOfHep(bytes, start, end);
  if (first === 0x0d || first === 0x50) {
    const isHeader = isProxyHeader(bytes, start, end);
    if (isHeader === undefined) return 'unclear';
    if (isHeader) return 'proxy';
  }
  return signOfHttp(bytes, start, end);
}

/** A TLS record (RFC 8446 §5.1): a type, version 3.x, a length. */
function signOfRecord(bytes: Uint8Array, start: number, end: number): Sign {
  if (end - start < 6) return start + 1 < end && bytes[start + 1] !== 3 ? 'none' : 'unclear';
  const length = ((bytes[start + 3] ?? 0) << 8) | (bytes[start + 4] ?? 0);
  const isRecord = bytes[start + 1] === 3 && (bytes[start + 2] ?? 0) <= 4 && length > 0 && length <= MAX_RECORD_BYTES;
  // Only change_cipher_spec is a single byte, of 1.
  const isSingle = bytes[start] === CHANGE_CIPHER_SPEC;
  return isRecord && isSingle === (length === 1) && (!isSingle || bytes[start + 5] === 1) ? 'tls' : 'none';
}

/** A WebSocket whose handshake was not seen. */
function signOfFrame(bytes: Uint8Array, start: number, end: number): Sign {
  const isFrame = beginsWithSipFrame(bytes, start, end);
  return isFrame === undefined ? 'unclear' : isFrame ? 'ws' : 'none';
}

function signOfHep(bytes: Uint8Array, start: number, end: number): Sign {
  if (end - start < 6) return 'unclear';
  return ((bytes[start + 4] ?? 0) << 8) + (bytes[start + 5] ?? 0) >= 6 ? 'hep' : 'none';
}

function signOfHttp(bytes: Uint8Array, start: number, end: number): Sign {
  let sign: Sign = 'none';
  for (const word of httpWords) {
    const match = beginsWith(bytes, start, end, word);
    if (match === 'all') return 'http';
    if (match === 'part') sign = 'unclear';
  }
  return sign;
}

/** `part` when the bytes end before the word does. */
function beginsWith(bytes: Uint8Array, start: number, end: number, word: string): 'all' | 'part' | 'none' {
  for (let index = 0; index < word.length; index++) {
    if (start + index >= end) return 'part';
    if (bytes[start + index] !== word.charCodeAt(index)) return 'none';
  }
  return 'all';
}
