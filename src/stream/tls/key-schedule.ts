// Secrets become the keys of one direction: by the PRF of TLS 1.2 and before (RFC 5246 §5, §6.3; RFC 2246 §5), by HKDF in
// TLS 1.3 (RFC 8446 §7.1, §7.3).
import { expand } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384 } from '@noble/hashes/sha2.js';
import type { HashName, Protection } from './cipher-suites.ts';
import { TLS_1_1, TLS_1_2 } from './names.ts';
import { joined } from './octets.ts';

const hashes = { md5, sha1, sha256, sha384 } as const satisfies Record<HashName, unknown>;

/** The keys of one direction. */
export interface DirectionKeys {
  readonly key: Uint8Array;
  /** The whole nonce or its fixed part; of a CBC suite of TLS 1.0 the first IV. */
  readonly iv: Uint8Array;
  /** CBC suites only; otherwise empty. */
  readonly macKey: Uint8Array;
}

/** What the keys of TLS 1.2 and before are made from. */
export interface MasterSecret {
  readonly protection: Protection;
  readonly version: number;
  readonly master: Uint8Array;
  readonly clientRandom: Uint8Array;
  readonly serverRandom: Uint8Array;
}

/** HMAC of `data` under `key`. */
export function macOf(hash: HashName, key: Uint8Array, data: Uint8Array): Uint8Array {
  return hmac(hashes[hash], key, data);
}

/** The keys of client or server in TLS 1.2 and before. */
export function keysOfMaster(secret: MasterSecret, by: 'client' | 'server'): DirectionKeys {
  const { protection, version, master, clientRandom, serverRandom } = secret;
  const macLength = protection.kind === 'cbc' ? protection.tagLength : 0;
  const ivLength = ivLengthOf(protection, version);
  const length = 2 * (macLength + protection.keyLength + ivLength);
  const seed = joined(ascii('key expansion'), serverRandom, clientRandom);
  const block = version >= TLS_1_2 ? stretch(protection.hash, master, seed, length) : oldPrf(master, seed, length);
  // Three pairs: MAC keys, cipher keys, IVs; each first that of the client.
  const side = by === 'client' ? 0 : 1;
  const partOf = (start: number, size: number): Uint8Array =>
    block.slice(start + side * size, start + (side + 1) * size);
  return {
    macKey: partOf(0, macLength),
    key: partOf(2 * macLength, protection.keyLength),
    iv: partOf(2 * (macLength + protection.keyLength), ivLength),
  };
}

/** The keys that a traffic secret of TLS 1.3 stands for. */
export function keysOfSecret({ hash, keyLength }: Protection, secret: Uint8Array): DirectionKeys {
  return {
    key: expandLabel(hash, secret, 'key', keyLength),
    iv: expandLabel(hash, secret, 'iv', 12),
    macKey: new Uint8Array(0),
  };
}

/** The traffic secret behind a KeyUpdate (RFC 8446 §7.2). */
export function nextSecretOf({ hash }: Protection, secret: Uint8Array): Uint8Array {
  return expandLabel(hash, secret, 'traffic upd', secret.length);
}

/** Bytes of IV that the key block holds for each direction. */
function ivLengthOf({ kind }: Protection, version: number): number {
  if (kind === 'cbc') return version < TLS_1_1 ? 16 : 0;
  return kind === 'chacha20' ? 12 : 4;
}

/** MD5 and SHA-1 over one half of the secret each, the two put together (RFC 2246 §5). */
function oldPrf(secret: Uint8Array, seed: Uint8Array, length: number): Uint8Array {
  const half = Math.ceil(secret.length / 2);
  const a = stretch('md5', secret.subarray(0, half), seed, length);
  const b = stretch('sha1', secret.subarray(secret.length - half), seed, length);
  return a.map((byte, index) => byte ^ (b[index] ?? 0));
}

/** P_hash (RFC 5246 §5). */
function stretch(hash: HashName, secret: Uint8Array, seed: Uint8Array, length: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let link = seed;
  for (let have = 0; have < length;) {
    link = macOf(hash, secret, link);
    const part = macOf(hash, secret, joined(link, seed));
    parts.push(part);
    have += part.length;
  }
  return joined(...parts).subarray(0, length);
}

function expandLabel(hash: HashName, secret: Uint8Array, label: string, length: number): Uint8Array {
  const name = ascii(`tls13 ${label}`);
  const info = joined(Uint8Array.of(length >> 8, length & 0xff, name.length), name, Uint8Array.of(0));
  return expand(hashes[hash], secret, info, length);
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
