// DER (X.690) as far as certificates need it: one value after the other, each a tag and a range. Nothing here throws, and
// nothing is followed deeper than the caller asks.
import { latin1, utf8 } from '../../bytes/ascii.ts';
import type { Octets } from './octets.ts';

/** Tags that certificates use. */
export const tags = {
  boolean: 0x01,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  utf8String: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const;

/** One value: its tag and what is inside; `start` is where its tag stands. */
export interface DerValue {
  readonly tag: number;
  readonly start: number;
  readonly inside: Octets;
}

/** The next value; undefined at the end, and where the length is impossible. */
export function nextValue(octets: Octets): DerValue | undefined {
  if (octets.left < 2) return undefined;
  const start = octets.at;
  const tag = octets.u8();
  // No tag of a certificate is longer than one byte.
  if ((tag & 0x1f) === 0x1f) return undefined;
  const length = lengthIn(octets);
  if (length === undefined || length > octets.left) return undefined;
  return { tag, start, inside: octets.take(length) };
}

/** The next value where it has this tag; undefined otherwise, and then nothing is taken. */
export function nextIf(octets: Octets, tag: number): DerValue | undefined {
  return octets.bytes[octets.at] === tag ? nextValue(octets) : undefined;
}

function lengthIn(octets: Octets): number | undefined {
  const first = octets.u8();
  if (first < 0x80) return first;
  const count = first & 0x7f;
  if (count === 0 || count > 3 || count > octets.left) return undefined;
  let length = 0;
  for (let index = 0; index < count; index++) length = length * 256 + octets.u8();
  return length;
}

/** An object identifier as dotted numbers: `2.5.4.3`. */
export function oidOf({ inside }: DerValue): string {
  const numbers: number[] = [];
  let value = 0;
  while (inside.left > 0 && numbers.length < 32) {
    const byte = inside.u8();
    value = (value * 128 + (byte & 0x7f)) % Number.MAX_SAFE_INTEGER;
    if ((byte & 0x80) !== 0) continue;
    if (numbers.length === 0)
      numbers.push(Math.min(2, Math.floor(value / 40)), value - 40 * Math.min(2, Math.floor(value / 40)));
    else numbers.push(value);
    value = 0;
  }
  return numbers.join('.');
}

/** A text of any of the string types, at most `maxBytes` of it. */
export function textOf({ tag, inside }: DerValue, maxBytes: number): string {
  const { bytes, at, end } = inside.take(Math.min(inside.left, maxBytes));
  const text = latin1(bytes, at, end);
  if (tag === tags.utf8String) return utf8(text);
  if (tag !== tags.bmpString) return text;
  let wide = '';
  for (let index = 0; index + 1 < text.length; index += 2) {
    wide += String.fromCharCode(text.charCodeAt(index) * 256 + text.charCodeAt(index + 1));
  }
  // Halves of pairs have no place in it.
  return wide.replace(/[\ud800-\udfff]/g, '\ufffd');
}

/** A point in time in microseconds since 1970 (RFC 5280 §4.1.2.5); undefined where the value is none. */
export function timeOf({ tag, inside }: DerValue): number | undefined {
  const text = latin1(inside.bytes, inside.at, Math.min(inside.end, inside.at + 20));
  const [, year = '', rest = ''] =
    (tag === tags.utcTime ? /^(\d{2})(\d{10})Z$/ : /^(\d{4})(\d{10})Z$/).exec(text) ?? [];
  if (rest === '') return undefined;
  // Two digits: 1950 to 2049.
  const full = tag === tags.utcTime ? Number(year) + (Number(year) < 50 ? 2000 : 1900) : Number(year);
  const [month = 0, day = 0, hour = 0, minute = 0, second = 0] = rest.match(/\d{2}/g)?.map(Number) ?? [];
  return Date.UTC(full, month - 1, day, hour, minute, second) * 1000;
}
