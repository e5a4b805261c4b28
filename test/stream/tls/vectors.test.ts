// Numbers that others have published: NIST SP 800-38C for CCM, RFC 8448 for the keys and records of TLS 1.3.
import { describe, expect, it, test } from 'vitest';
import { openCcm } from '../../../src/stream/tls/ccm.ts';
import type { Protection } from '../../../src/stream/tls/cipher-suites.ts';
import { keysOfSecret, nextSecretOf } from '../../../src/stream/tls/key-schedule.ts';
import { openerOfSecret } from '../../../src/stream/tls/record-opener.ts';
import type { TlsRecord } from '../../../src/stream/tls/record.ts';

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const hex = (octets: Uint8Array | undefined): string => Buffer.from(octets ?? []).toString('hex');
const range = (first: number, count: number): Uint8Array =>
  Uint8Array.from({ length: count }, (_, index) => first + index);

describe('AES-CCM', () => {
  const sealed = bytes('e3b201a9f5b71a7a9b1ceaeccd97e70b6176aad9a4428aa5484392fbc1b09951');
  const open = (changed: Uint8Array): Uint8Array | undefined =>
    openCcm(range(0x40, 16), range(0x10, 12), range(0, 20), changed, 8);

  it('opens example 3 of SP 800-38C', () => {
    expect(hex(open(sealed))).toBe(hex(range(0x20, 24)));
  });

  it('opens nothing that was changed, or is too short', () => {
    for (let at = 0; at < sealed.length; at++) {
      expect(open(sealed.map((byte, index) => (index === at ? byte ^ 1 : byte)))).toBeUndefined();
    }
    expect(open(sealed.subarray(0, 7))).toBeUndefined();
  });
});

describe('TLS 1.3 (RFC 8448 §3)', () => {
  const suite: Protection = { kind: 'gcm', keyLength: 16, tagLength: 16, hash: 'sha256' };
  const client = bytes('9e40646ce79a7f9dc05af8889bce6552875afa0b06df0087f792ebb7c17504a5');

  test.each([
    [
      'server handshake',
      'b67b7d690cc16c4e75e54213cb2d37b4e9c912bcded9105d42befd59d391ad38',
      '3fce516009c21727d0f2e4e86ee403bc',
      '5d313eb2671276ee13000b30',
    ],
    [
      'client handshake',
      'b3eddb126e067f35a780b3abf45e2d8f3b1a950738f52e9600746a0e27a55a21',
      'dbfaa693d1762c5b666af5d950258d01',
      '5bd3c71b836e0b76bb73265f',
    ],
    ['client application', hex(client), '17422dda596ed5d9acd890e3c63f5051', '5b78923dee08579033e523d9'],
    [
      'server application',
      'a11af9f05531f856ad47116b45a950328204b4f44bfb6b3a4b4f1f3fcb631643',
      '9f02283b6c9c07efc26bb9f2ac92e356',
      'cf782b88dd83549aadf1e984',
    ],
  ])('%s keys', (_, secret, key, iv) => {
    const keys = keysOfSecret(suite, bytes(secret));
    expect([hex(keys.key), hex(keys.iv)]).toEqual([key, iv]);
  });

  const data = recordOf(
    '17 03 03 00 43 a2 3f 70 54 b6 2c 94 d0 af fa fe 82 28 ba 55 cb ef ac ea 42 f9 14 aa 66 bc ab 3f 2b 98 19 a8 a5 b4 6b 39 5b d5 4a 9a 20 44 1e 2b 62 97 4e 1f 5a 62 92 a2 97 70 14 bd 1e 3d ea e6 3a ee bb 21 69 49 15 e4',
  );

  it('application data and the alert behind it', () => {
    const opener = openerOfSecret(suite, client);
    expect(opener.open(data, 0)).toEqual({ type: 23, bytes: range(0, 50) });
    const alert = recordOf('17 03 03 00 13 c9 87 27 60 65 56 66 b7 4d 7f f1 15 3e fd 6d b6 d0 b0 e3');
    expect(opener.open(alert, 1)).toEqual({ type: 21, bytes: Uint8Array.of(1, 0) });
  });

  it('under another number, or the keys behind a KeyUpdate, is nothing', () => {
    expect(openerOfSecret(suite, client).open(data, 1)).toBeUndefined();
    expect(openerOfSecret(suite, nextSecretOf(suite, client)).open(data, 0)).toBeUndefined();
  });
});

function recordOf(text: string): TlsRecord {
  const octets = bytes(text);
  const place = { input: 0, frame: 1, order: 1, timeUs: 0, nanos: 0 };
  return { type: octets[0] ?? 0, version: 0x0303, bytes: octets, start: 5, end: octets.length, place };
}
