// Capture files are often compressed. The first bytes tell how.

/** How many bytes tell compression from a capture. */
export const COMPRESSION_MAGIC_BYTES = 4;

/** How a file is compressed; empty for one that is not. */
export type Compression = 'gzip' | 'zstd' | '';

/** How a file that begins with these bytes is compressed. Two bytes can say gzip, four can say zstd. */
export function compressionOf(bytes: Uint8Array): Compression {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'gzip';
  const isFrame = bytes[0] === 0x28 && bytes[1] === 0xb5 && bytes[2] === 0x2f && bytes[3] === 0xfd;
  return isFrame || isSkippable(bytes) ? 'zstd' : '';
}

/** Zstandard frames that carry no data: some writers begin with one (RFC 8878 §3.1.2). */
function isSkippable(bytes: Uint8Array): boolean {
  return ((bytes[0] ?? 0) & 0xf0) === 0x50 && bytes[1] === 0x2a && bytes[2] === 0x4d && bytes[3] === 0x18;
}
