// AES-CCM (RFC 3610, NIST SP 800-38C) as TLS uses it (RFC 6655): a nonce of twelve bytes, so lengths take three.
import { cbc, ctr } from '@noble/ciphers/aes.js';
import { areEqual } from './octets.ts';

const BLOCK = 16;
const LENGTH_BYTES = 3;

/** Opens what was sealed; undefined when the tag is wrong. @param sealed ciphertext, and the tag behind it. */
export function openCcm(
  key: Uint8Array,
  nonce: Uint8Array,
  extra: Uint8Array,
  sealed: Uint8Array,
  tagLength: number,
): Uint8Array | undefined {
  const length = sealed.length - tagLength;
  if (length < 0) return undefined;
  const counter = new Uint8Array(BLOCK);
  counter[0] = LENGTH_BYTES - 1;
  counter.set(nonce, 1);
  // The first block of the key stream covers the tag, the others the text.
  const shuffled = new Uint8Array(BLOCK + length);
  shuffled.set(sealed.subarray(length));
  shuffled.set(sealed.subarray(0, length), BLOCK);
  const opened = ctr(key, counter).decrypt(shuffled);
  const text = opened.subarray(BLOCK);
  const tag = macOf(key, nonce, extra, text, tagLength);
  return areEqual(tag, opened.subarray(0, tagLength)) ? text : undefined;
}

/** The CBC-MAC over the lengths, the extra bytes and the text. */
function macOf(key: Uint8Array, nonce: Uint8Array, extra: Uint8Array, text: Uint8Array, tagLength: number): Uint8Array {
  const extraBlocks = Math.ceil((2 + extra.length) / BLOCK);
  const textStart = BLOCK + extraBlocks * BLOCK;
  const blocks = new Uint8Array(textStart + Math.ceil(text.length / BLOCK) * BLOCK);
  blocks[0] = 64 + 8 * ((tagLength - 2) / 2) + (LENGTH_BYTES - 1);
  blocks.set(nonce, 1);
  blocks.set([text.length >> 16, (text.length >> 8) & 0xff, text.length & 0xff], BLOCK - LENGTH_BYTES);
  blocks.set([extra.length >> 8, extra.length & 0xff], BLOCK);
  blocks.set(extra, BLOCK + 2);
  blocks.set(text, textStart);
  const chained = cbc(key, new Uint8Array(BLOCK), { disablePadding: true }).encrypt(blocks);
  return chained.subarray(chained.length - BLOCK, chained.length - BLOCK + tagLength);
}
