// The first bytes of a file say whether it is a capture, and what it looks like when it is not.

/** Bytes that `looksLike` wants to see. */
export const SNIFFED_BYTES = 512;

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
const OTHERS: readonly (readonly [string, string])[] = [
  ['89504e47', 'a PNG image'],
  ['ffd8ff', 'a JPEG image'],
  ['47494638', 'a GIF image'],
  ['504b0304', 'a ZIP archive; unpack it first'],
  ['377abcaf271c', 'a 7z archive; unpack it first'],
  ['52617221', 'a RAR archive; unpack it first'],
  ['28b52ffd', 'Zstandard data; unpack it first (zstd -d)'],
  ['fd377a585a00', 'XZ data; unpack it first (xz -d)'],
  ['425a68', 'bzip2 data; unpack it first (bzip2 -d)'],
  ['25504446', 'a PDF document'],
  ['7f454c46', 'a program'],
  ['52494646', 'a RIFF file (audio or video)'],
];

/** How a file begins: a capture, compressed data that may hold one, nothing, or something else in a few words. */
export type Looks =
  | { readonly kind: 'capture' }
  | { readonly kind: 'gzip' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'other'; readonly what: string };

/** Judges the first bytes of a file. */
export function looksLike(head: Uint8Array): Looks {
  if (head.length === 0) return { kind: 'empty' };
  const hex = Array.from(head.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const capture = CAPTURES.find(([signature]) => hex.startsWith(signature));
  if (capture) {
    return head.length < capture[1] ? { kind: 'other', what: 'one cut off within its header' } : { kind: 'capture' };
  }
  if (hex.startsWith('1f8b')) return { kind: 'gzip' };
  const other = OTHERS.find(([signature]) => hex.startsWith(signature));
  if (other) return { kind: 'other', what: other[1] };
  return { kind: 'other', what: isText(head) ? textKind(head) : 'binary data of an unknown kind' };
}

function isText(head: Uint8Array): boolean {
  return head.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13 || byte === 27);
}

function textKind(head: Uint8Array): string {
  const text = new TextDecoder().decode(head).trimStart();
  if (/^<(!doctype html|html)/i.test(text)) return 'an HTML page';
  if (text.startsWith('<?xml') || text.startsWith('<pdml')) return 'XML';
  if (/^[{[]/.test(text)) return 'JSON';
  if (/^(SIP\/2\.0 \d|[A-Z]{3,12} sips?:)/.test(text))
    return 'SIP messages as text; siplens reads packet captures (pcap, pcapng)';
  return 'text';
}
