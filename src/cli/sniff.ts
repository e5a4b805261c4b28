// The first bytes of a file say whether it is a capture, and what it looks like when it is not.
import { type Compression, compressionOf } from '../capture/compression.ts';
import { createCaptureReader } from '../capture/reader.ts';
import type { CliWords } from '../languages/spoken-cli.ts';

/** What else a file may be: a text of the command line. */
type What = keyof CliWords['looks'];

/** Bytes that tell what a file is, unless it is a text. */
const SNIFFED_BYTES = 512;
/** A text is looked through for SIP this far; a longer one may hold some behind that. */
const SNIFFED_TEXT_BYTES = 256 * 1024;

/** Signatures of captures, and the length of the header that each has at least. */
const CAPTURES: readonly (readonly [string, number])[] = [
  // pcap in either byte order: microseconds, nanoseconds, Kuznetzov's, Ixia's.
  ...['a1b2c3d4', 'd4c3b2a1', 'a1b23c4d', '4d3cb2a1', 'a1b2cd34', '34cdb2a1'].map((magic) => [magic, 24] as const),
  ...['1c0001ac', 'ac01001c', '1c0001ab', 'ab01001c'].map((magic) => [magic, 28] as const),
  // pcapng, snoop, Network Monitor 1 and 2.
  ['0a0d0d0a', 24],
  ['736e6f6f70000000', 16],
  ['52545353', 128],
  ['474d4255', 128],
];

/** Other things that people hand in. First match wins. */
const OTHERS: readonly (readonly [string, What])[] = [
  ['89504e47', 'png'],
  ['ffd8ff', 'jpeg'],
  ['47494638', 'gif'],
  ['504b0304', 'zip'],
  ['377abcaf271c', 'sevenZip'],
  ['52617221', 'rar'],
  ['fd377a585a00', 'xz'],
  ['425a68', 'bzip2'],
  ['25504446', 'pdf'],
  ['7f454c46', 'program'],
  ['52494646', 'riff'],
];

/**
 * How a file begins: a capture, compressed data that may hold one, a text (with SIP in it, or so long that there may be
 * some), nothing, or something else.
 */
export type Looks =
  | { readonly kind: 'capture' }
  | { readonly kind: 'compressed'; readonly compression: Exclude<Compression, ''> }
  | { readonly kind: 'text'; readonly hasSip: boolean }
  | { readonly kind: 'empty' }
  | { readonly kind: 'other'; readonly what: What };

/** The beginning of a file, and whether that is all of it. */
export interface Beginning {
  readonly bytes: Uint8Array;
  readonly isWhole: boolean;
}

/**
 * Judges a file.
 * @param beginning Gives its first bytes, at least as many as are asked for where there are so many.
 */
export function looksLike(beginning: (count: number) => Beginning): Looks {
  const { bytes: first } = beginning(SNIFFED_BYTES);
  if (first.length === 0) return { kind: 'empty' };
  const hex = Array.from(first.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const capture = CAPTURES.find(([signature]) => hex.startsWith(signature));
  if (capture) {
    return first.length < capture[1] ? { kind: 'other', what: 'cut' } : { kind: 'capture' };
  }
  const compression = compressionOf(first);
  if (compression !== '') return { kind: 'compressed', compression };
  const other = OTHERS.find(([signature]) => hex.startsWith(signature));
  if (other) return { kind: 'other', what: other[1] };
  if (!isText(first.subarray(0, SNIFFED_BYTES))) return { kind: 'other', what: 'binary' };
  const what = textKind(first);
  // Messages in these are examples, or escaped.
  if (what !== 'text') return { kind: 'other', what };
  const { bytes, isWhole } = beginning(SNIFFED_TEXT_BYTES);
  const found = hasSip(bytes);
  return isWhole && !found ? { kind: 'other', what: 'text' } : { kind: 'text', hasSip: found };
}

/** Whether the reader of captures finds messages in a text. */
function hasSip(text: Uint8Array): boolean {
  let messages = 0;
  const reader = createCaptureReader(
    () => {
      messages++;
    },
    () => undefined,
  );
  reader.push(text);
  reader.end();
  return messages > 0;
}

/** A log may hold a stray byte; other files have a NUL soon. */
function isText(head: Uint8Array): boolean {
  return !head.includes(0) && head.every((byte) => byte >= 32 || (byte >= 7 && byte <= 13) || byte === 27);
}

function textKind(head: Uint8Array): What {
  const text = new TextDecoder().decode(head.subarray(0, SNIFFED_BYTES)).trimStart();
  if (/^<(!doctype html|html)/i.test(text)) return 'html';
  if (text.startsWith('<?xml') || text.startsWith('<pdml')) return 'xml';
  if (/^[{[]/.test(text)) return 'json';
  return 'text';
}
