// Bytes become text and back: one UTF-16 unit per byte, so that an offset in the text is an offset in the bytes; and
// UTF-8 where a value is shown. Nothing here throws.

/** The byte 0. */
export const NUL = 0;
/** HTAB. */
export const TAB = 9;
/** Line feed. */
export const LF = 10;
/** Carriage return. */
export const CR = 13;
/** SP. */
export const SPACE = 32;

interface Latin1Buffer {
  readonly latin1Slice: (this: Uint8Array, start: number, end: number) => string;
}

const { Buffer: NodeBuffer } = globalThis as { readonly Buffer?: { readonly prototype?: Partial<Latin1Buffer> } };
const nativeSlice = NodeBuffer?.prototype?.latin1Slice;

/** Text with one UTF-16 unit (0–255) per byte. True ISO 8859-1: 0x80–0x9f stay as they are. */
export const latin1: (bytes: Uint8Array, start: number, end: number) => string =
  typeof nativeSlice === 'function' ? (bytes, start, end) => nativeSlice.call(bytes, start, end) : latin1InChunks;

/** What `latin1` does where there is no Node Buffer. */
export function latin1InChunks(bytes: Uint8Array, start: number, end: number): string {
  // 8 KiB: more arguments than that overflow the stack of some engines.
  const chunk = 8192;
  if (end - start <= chunk) return String.fromCharCode(...bytes.subarray(start, end));
  let text = '';
  for (let at = start; at < end; at += chunk)
    text += String.fromCharCode(...bytes.subarray(at, Math.min(at + chunk, end)));
  return text;
}

/** The bytes that a text of `latin1` was made from; units above 255 lose their upper half. */
export function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}

const highByte = /[\x80-\xff]/;

/** Whether a text of `latin1` holds a byte outside ASCII. */
export function hasHighByte(text: string): boolean {
  return highByte.test(text);
}

const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
const strict = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

/** A text of `latin1`, read as UTF-8; what is not UTF-8 becomes U+FFFD. */
export function utf8(text: string): string {
  return highByte.test(text) ? lenient.decode(bytesOf(text)) : text;
}

/** Whether the bytes behind a text of `latin1` are UTF-8. */
export function isUtf8(text: string): boolean {
  if (!highByte.test(text)) return true;
  try {
    strict.decode(bytesOf(text));
    return true;
  } catch {
    return false;
  }
}

/** Whether a code is SP or HTAB. */
export function isSpace(code: number): boolean {
  return code === SPACE || code === TAB;
}

/** Whether a code is an ASCII digit. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** First position in [start, end) that is not SP or HTAB; `end` when there is none. */
export function skipSpace(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The end of [start, end) without its trailing SP and HTAB. */
export function trimSpace(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** First position of a code in [start, end); `end` when there is none. Unlike `indexOf` it never looks behind `end`. */
export function indexOfCode(text: string, wanted: number, start: number, end: number): number {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === wanted) return at;
  return end;
}

// alphanum / - . ! % * _ + ` ' ~, RFC 3261 §25.1
const tokenCodes = new Uint8Array(256);
for (const character of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.!%*_+`'~") {
  tokenCodes[character.charCodeAt(0)] = 1;
}

/** Whether a code is a token character (RFC 3261 §25.1). */
export function isTokenCode(code: number): boolean {
  return tokenCodes[code] === 1;
}

/** First position in [start, end) that is not a token character. */
export function skipToken(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && tokenCodes[text.charCodeAt(at)] === 1) at++;
  return at;
}

/** Whether a text is a token: not empty, token characters only. */
export function isToken(text: string): boolean {
  return text.length > 0 && skipToken(text, 0, text.length) === text.length;
}
