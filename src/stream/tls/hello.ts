// ClientHello and ServerHello (RFC 8446 §4.1, RFC 5246 §7.4.1): what the two sides offer and agree on. Borrowed bytes in,
// owned facts out.
import { latin1 } from '../../bytes/ascii.ts';
import { isGrease, isVersion, TLS_1_3 } from './names.ts';
import { areEqual, hexOf, type Octets } from './octets.ts';

/** What a client offers. */
export interface ClientHello {
  /** 32 bytes, hexadecimal: the name under which a key log knows the connection. */
  readonly random: string;
  /** Highest version offered. */
  readonly version: number;
  /** Name of the server that is wanted (SNI, RFC 6066 §3); '' when none is named. */
  readonly serverName: string;
  /** Protocols offered (ALPN, RFC 7301). */
  readonly protocols: readonly string[];
  readonly sessionId: string;
  /** Data follows at once, under the keys of an earlier session (RFC 8446 §4.2.10). */
  readonly offersEarlyData: boolean;
}

/** What a server chooses. */
export interface ServerHello {
  readonly random: Uint8Array;
  readonly version: number;
  readonly suite: number;
  readonly sessionId: string;
  /** '' when it does not say; in TLS 1.3 it says so encrypted. */
  readonly protocol: string;
  /** The MAC covers what is encrypted, not the other way round (RFC 7366). */
  readonly encryptThenMac: boolean;
  /** No choice yet: the client has to offer a key of another kind (RFC 8446 §4.1.4). */
  readonly isRetryRequest: boolean;
  /** A pre-shared key was accepted (TLS 1.3). */
  readonly usesPsk: boolean;
}

/** Longest name and most protocols that are kept. */
const MAX_NAME_BYTES = 256;
const MAX_PROTOCOLS = 16;

const SERVER_NAME = 0;
const PROTOCOLS = 16;
const ENCRYPT_THEN_MAC = 22;
const PRE_SHARED_KEY = 41;
const EARLY_DATA = 42;
const SUPPORTED_VERSIONS = 43;

/** The random of a ServerHello that is a HelloRetryRequest: SHA-256 of that word. */
const RETRY_RANDOM = Uint8Array.from([
  0xcf, 0x21, 0xad, 0x74, 0xe5, 0x9a, 0x61, 0x11, 0xbe, 0x1d, 0x8c, 0x02, 0x1e, 0x65, 0xb8, 0x91, 0xc2, 0xa2, 0x11,
  0x16, 0x7a, 0xbb, 0x8c, 0x5e, 0x07, 0x9e, 0x09, 0xe2, 0xc8, 0xa8, 0x33, 0x9c,
]);

/** Reads a ClientHello without its handshake header; undefined where it is none. */
export function parseClientHello(body: Octets): ClientHello | undefined {
  const legacyVersion = body.u16();
  const random = hexOf(body.take(32).rest());
  const sessionId = hexOf(body.take(body.u8()).rest());
  body.take(body.u16()); // cipher suites
  body.take(body.u8()); // compression
  if (body.isOverrun || !isVersion(legacyVersion)) return undefined;
  let version = legacyVersion;
  let serverName = '';
  let protocols: readonly string[] = [];
  let offersEarlyData = false;
  for (const { type, data } of extensionsIn(body)) {
    if (type === SERVER_NAME) serverName = serverNameIn(data);
    else if (type === PROTOCOLS) protocols = protocolsIn(data);
    else if (type === EARLY_DATA) offersEarlyData = true;
    else if (type === SUPPORTED_VERSIONS) version = highestVersionIn(data.take(data.u8())) ?? version;
  }
  return { random, version, serverName, protocols, sessionId, offersEarlyData };
}

/** Reads a ServerHello without its handshake header; undefined where it is none. */
export function parseServerHello(body: Octets): ServerHello | undefined {
  let version = body.u16();
  const random = body.take(32).rest().slice();
  const sessionId = hexOf(body.take(body.u8()).rest());
  const suite = body.u16();
  body.u8(); // compression
  if (body.isOverrun || !isVersion(version)) return undefined;
  let protocol = '';
  let encryptThenMac = false;
  let usesPsk = false;
  for (const { type, data } of extensionsIn(body)) {
    if (type === SUPPORTED_VERSIONS) version = data.u16();
    else if (type === PROTOCOLS) protocol = protocolsIn(data)[0] ?? '';
    else if (type === ENCRYPT_THEN_MAC) encryptThenMac = true;
    else if (type === PRE_SHARED_KEY) usesPsk = true;
  }
  const isRetryRequest = version >= TLS_1_3 && areEqual(random, RETRY_RANDOM);
  return { random, version, suite, sessionId, protocol, encryptThenMac, isRetryRequest, usesPsk };
}

/** What the EncryptedExtensions of TLS 1.3 say (RFC 8446 §4.3.1). */
export interface EncryptedExtensions {
  /** '' when none was chosen. */
  readonly protocol: string;
  readonly acceptsEarlyData: boolean;
}

/** Reads EncryptedExtensions without their handshake header. */
export function parseEncryptedExtensions(body: Octets): EncryptedExtensions {
  let protocol = '';
  let acceptsEarlyData = false;
  for (const { type, data } of extensionsIn(body)) {
    if (type === PROTOCOLS) protocol = protocolsIn(data)[0] ?? '';
    else if (type === EARLY_DATA) acceptsEarlyData = true;
  }
  return { protocol, acceptsEarlyData };
}

function* extensionsIn(body: Octets): Iterable<{ readonly type: number; readonly data: Octets }> {
  if (body.left < 2) return;
  const list = body.take(body.u16());
  while (list.left >= 4) {
    const type = list.u16();
    yield { type, data: list.take(list.u16()) };
  }
}

function serverNameIn(data: Octets): string {
  const list = data.take(data.u16());
  while (list.left >= 3) {
    const isHostName = list.u8() === 0;
    const name = list.take(list.u16());
    if (isHostName) return latin1(name.bytes, name.at, Math.min(name.end, name.at + MAX_NAME_BYTES));
  }
  return '';
}

function protocolsIn(data: Octets): readonly string[] {
  const list = data.take(data.u16());
  const protocols: string[] = [];
  while (list.left > 0 && protocols.length < MAX_PROTOCOLS) {
    const { bytes, at, end } = list.take(list.u8());
    const isTolerance = end - at === 2 && isGrease(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0));
    if (!isTolerance) protocols.push(latin1(bytes, at, end));
  }
  return protocols;
}

function highestVersionIn(list: Octets): number | undefined {
  let highest: number | undefined;
  while (list.left >= 2) {
    const version = list.u16();
    if (isVersion(version) && version > (highest ?? 0)) highest = version;
  }
  return highest;
}
