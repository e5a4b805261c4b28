// Encrypted records become plain ones, with the keys of one direction: AEADs (RFC 5288, 6655, 7905, 8446 §5.2) and CBC with
// its MAC before or after the encryption (RFC 5246 §6.2.3.2, RFC 7366). What does not prove itself by its tag is not
// handed on. Nothing here throws.
import { cbc, gcm } from '@noble/ciphers/aes.js';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { openCcm } from './ccm.ts';
import type { Protection } from './cipher-suites.ts';
import {
  type DirectionKeys,
  keysOfMaster,
  keysOfSecret,
  macOf,
  type MasterSecret,
  nextSecretOf,
} from './key-schedule.ts';
import { TLS_1_1 } from './names.ts';
import { areEqual, joined } from './octets.ts';
import { HEADER_BYTES, type TlsRecord } from './record.ts';

/** What was inside a record. */
export interface Opened {
  /** Content type of what is inside: in TLS 1.3 the header does not say it. */
  readonly type: number;
  readonly bytes: Uint8Array;
  /** It is genuine, but what it is chained to is missing: it cannot be read. */
  readonly isGarbled?: true;
}

/** Opens the records of one direction, as long as its keys are the same. */
export interface RecordOpener {
  /** What is inside, when this is the record of that number under these keys. */
  open(record: TlsRecord, sequence: number): Opened | undefined;
  /** A record has gone by, proven genuine or not: in TLS 1.0 the next one is chained to it. */
  pass(record: TlsRecord, isGenuine: boolean): void;
  /** Records are missing: what is chained to them cannot be opened. */
  lose(): void;
}

/** An opener for TLS 1.2 and before. */
export function openerOfMaster(
  secret: MasterSecret & { readonly encryptThenMac: boolean },
  by: 'client' | 'server',
): RecordOpener {
  const keys = keysOfMaster(secret, by);
  const { protection, version, encryptThenMac } = secret;
  return protection.kind === 'cbc'
    ? new CbcOpener(protection, keys, version < TLS_1_1, encryptThenMac)
    : new AeadOpener(protection, keys);
}

/** An opener for TLS 1.3, and the secret behind the next KeyUpdate. */
export function openerOfSecret(protection: Protection, secret: Uint8Array): RecordOpener {
  return new Tls13Opener(protection, keysOfSecret(protection, secret));
}

export { nextSecretOf };

class AeadOpener implements RecordOpener {
  readonly #protection: Protection;
  readonly #keys: DirectionKeys;

  constructor(protection: Protection, keys: DirectionKeys) {
    this.#protection = protection;
    this.#keys = keys;
  }

  open({ type, version, bytes, start, end }: TlsRecord, sequence: number): Opened | undefined {
    const { kind, tagLength } = this.#protection;
    const { iv } = this.#keys;
    // The nonce: either the number of the record within the IV, or half of it stands in front of the record.
    const explicit = kind === 'chacha20' ? 0 : 8;
    const length = end - start - explicit - tagLength;
    if (length < 0) return undefined;
    const nonce = explicit > 0 ? joined(iv, bytes.subarray(start, start + explicit)) : nonceOf(iv, sequence);
    const extra = macHead(sequence, type, version, length);
    const text = openAead(this.#protection, this.#keys.key, nonce, extra, bytes.subarray(start + explicit, end));
    return text && { type, bytes: text };
  }

  pass(): void {
    // Each record stands alone.
  }

  lose(): void {
    // Each record stands alone.
  }
}

class Tls13Opener implements RecordOpener {
  readonly #protection: Protection;
  readonly #keys: DirectionKeys;

  constructor(protection: Protection, keys: DirectionKeys) {
    this.#protection = protection;
    this.#keys = keys;
  }

  open({ bytes, start, end }: TlsRecord, sequence: number): Opened | undefined {
    if (end - start <= this.#protection.tagLength) return undefined;
    const { key, iv } = this.#keys;
    const head = bytes.subarray(start - HEADER_BYTES, start);
    const text = openAead(this.#protection, key, nonceOf(iv, sequence), head, bytes.subarray(start, end));
    if (!text) return undefined;
    // Behind the text: the type, then zeros that hide how long it is (RFC 8446 §5.4).
    let last = text.length - 1;
    while (last > 0 && text[last] === 0) last--;
    return { type: text[last] ?? 0, bytes: text.subarray(0, Math.max(0, last)) };
  }

  pass(): void {
    // Each record stands alone.
  }

  lose(): void {
    // Each record stands alone.
  }
}

const BLOCK = 16;

class CbcOpener implements RecordOpener {
  readonly #protection: Protection;
  readonly #keys: DirectionKeys;
  readonly #isChained: boolean;
  readonly #encryptThenMac: boolean;
  /** Of a chained record: the end of the record before it; undefined when that is missing. */
  #iv: Uint8Array | undefined;

  constructor(protection: Protection, keys: DirectionKeys, isChained: boolean, encryptThenMac: boolean) {
    this.#protection = protection;
    this.#keys = keys;
    this.#isChained = isChained;
    this.#encryptThenMac = encryptThenMac;
    this.#iv = keys.iv;
  }

  open({ type, version, bytes, start, end }: TlsRecord, sequence: number): Opened | undefined {
    const { tagLength } = this.#protection;
    const sealedEnd = this.#encryptThenMac ? end - tagLength : end;
    const textStart = this.#isChained ? start : start + BLOCK;
    if (sealedEnd <= textStart || (sealedEnd - textStart) % BLOCK !== 0) return undefined;
    if (this.#encryptThenMac) {
      const sealed = bytes.subarray(start, sealedEnd);
      const head = macHead(sequence, type, version, sealed.length);
      if (!this.#isMac(joined(head, sealed), bytes.subarray(sealedEnd, end))) return undefined;
    }
    const iv = this.#isChained ? this.#iv : bytes.subarray(start, textStart);
    // Only a MAC over what is encrypted can be checked without.
    if (!iv) return this.#encryptThenMac ? { type, bytes: new Uint8Array(0), isGarbled: true } : undefined;
    const padded = cbc(this.#keys.key, iv, { disablePadding: true }).decrypt(bytes.subarray(textStart, sealedEnd));
    const length = lengthWithoutPadding(padded);
    if (length === undefined) return undefined;
    if (this.#encryptThenMac) return { type, bytes: padded.subarray(0, length) };
    const text = padded.subarray(0, Math.max(0, length - tagLength));
    if (length < tagLength) return undefined;
    const head = macHead(sequence, type, version, text.length);
    return this.#isMac(joined(head, text), padded.subarray(text.length, length)) ? { type, bytes: text } : undefined;
  }

  pass({ bytes, start, end }: TlsRecord, isGenuine: boolean): void {
    if (!this.#isChained) return;
    // A MAC over what is encrypted says nothing of what it is chained to.
    if (!isGenuine && this.#encryptThenMac) return this.lose();
    const sealedEnd = this.#encryptThenMac ? end - this.#protection.tagLength : end;
    if (sealedEnd - start >= BLOCK) this.#iv = bytes.slice(sealedEnd - BLOCK, sealedEnd);
  }

  lose(): void {
    if (this.#isChained) this.#iv = undefined;
  }

  #isMac(data: Uint8Array, mac: Uint8Array): boolean {
    return areEqual(macOf(this.#protection.mac ?? 'sha1', this.#keys.macKey, data), mac);
  }
}

/** Length of what stands before the padding; undefined when the padding contradicts itself. */
function lengthWithoutPadding(padded: Uint8Array): number | undefined {
  const padding = padded.at(-1) ?? 0;
  const length = padded.length - padding - 1;
  if (length < 0) return undefined;
  for (let at = length; at < padded.length; at++) if (padded[at] !== padding) return undefined;
  return length;
}

/** What a MAC or a tag covers before the text: number, type, version and length of the record. */
function macHead(sequence: number, type: number, version: number, length: number): Uint8Array {
  const head = new Uint8Array(13);
  putSequence(head, sequence, 7);
  head[8] = type;
  head[9] = version >> 8;
  head[10] = version & 0xff;
  head[11] = length >> 8;
  head[12] = length & 0xff;
  return head;
}

/** The IV with the number of the record put over its end. */
function nonceOf(iv: Uint8Array, sequence: number): Uint8Array {
  const nonce = new Uint8Array(12);
  putSequence(nonce, sequence, 11);
  return nonce.map((byte, index) => byte ^ (iv[index] ?? 0));
}

/** Writes a number big-endian so that it ends at `last`. */
function putSequence(bytes: Uint8Array, sequence: number, last: number): void {
  for (let at = last, rest = sequence; at >= 0 && rest > 0; at--, rest = Math.floor(rest / 256)) bytes[at] = rest % 256;
}

function openAead(
  { kind, tagLength }: Protection,
  key: Uint8Array,
  nonce: Uint8Array,
  extra: Uint8Array,
  sealed: Uint8Array,
): Uint8Array | undefined {
  if (kind === 'ccm') return openCcm(key, nonce, extra, sealed, tagLength);
  try {
    return kind === 'gcm'
      ? gcm(key, nonce, extra).decrypt(sealed)
      : chacha20poly1305(key, nonce, extra).decrypt(sealed);
  } catch {
    // The library throws when the tag is wrong.
    return undefined;
  }
}
