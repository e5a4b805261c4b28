// Whether a pcapng file has decryption secrets before its first packet: what opens them can then be made ready in time. Only
// the blocks at the beginning of a chunk are looked at. Nothing here throws.
import { SECTION_HEADER_BLOCK } from './pcapng.ts';

/** Secrets type of a TLS key log (pcapng, Decryption Secrets Block). */
export const TLS_KEY_LOG = 0x544c534b;

const SECRETS_BLOCK = 10;
const LITTLE_ENDIAN_MAGIC = 0x4d3c2b1a;
/** Blocks that hold a packet: obsolete, simple, enhanced. */
const PACKET_BLOCKS: ReadonlySet<number> = new Set([2, 3, 6]);
const MAX_BLOCKS = 1000;

/** Looks at the first chunk of a file. */
export function hasSecretsAhead(chunk: Uint8Array): boolean {
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.length);
  if (chunk.length < 12 || view.getUint32(0) !== SECTION_HEADER_BLOCK) return false;
  const isLittle = view.getUint32(8) === LITTLE_ENDIAN_MAGIC;
  for (let at = 0, blocks = 0; at + 12 <= chunk.length && blocks < MAX_BLOCKS; blocks++) {
    const type = view.getUint32(at, isLittle);
    if (type === SECRETS_BLOCK) return view.getUint32(at + 8, isLittle) === TLS_KEY_LOG;
    if (PACKET_BLOCKS.has(type)) return false;
    at += Math.max(12, view.getUint32(at + 4, isLittle));
  }
  return false;
}
