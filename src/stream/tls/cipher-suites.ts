// Cipher suites by number (IANA registry "TLS Cipher Suites"): their names, and for those that can be opened how the
// records are protected. One table; suites beside it have no name here.

/** A hash function, as in the names of the suites. */
export type HashName = 'md5' | 'sha1' | 'sha256' | 'sha384';

/** How the records of a suite are protected. */
export interface Protection {
  readonly kind: 'gcm' | 'ccm' | 'chacha20' | 'cbc';
  /** Bytes of the cipher key. */
  readonly keyLength: number;
  /** Bytes of the authentication tag; of a CBC suite those of its MAC. */
  readonly tagLength: number;
  /** Hash of the MAC; CBC suites only. */
  readonly mac?: HashName;
  /** Hash of the key derivation, from TLS 1.2 on. */
  readonly hash: HashName;
}

/** A suite that was agreed on. */
export interface CipherSuite {
  readonly name: string;
  /** Absent when its records cannot be opened here (RC4, 3DES, Camellia, no encryption …). */
  readonly protection?: Protection;
}

interface Family {
  readonly protection?: Protection;
  /** Key exchange → number. An empty name: TLS 1.3, whose suites do not say. */
  readonly suites: Readonly<Record<string, number>>;
}

const gcm = (keyLength: number, hash: HashName): Protection => ({ kind: 'gcm', keyLength, tagLength: 16, hash });
const ccm = (keyLength: number, tagLength: number): Protection => ({
  kind: 'ccm',
  keyLength,
  tagLength,
  hash: 'sha256',
});
const cbc = (keyLength: number, mac: HashName, tagLength: number): Protection => ({
  kind: 'cbc',
  keyLength,
  tagLength,
  mac,
  hash: mac === 'sha384' ? 'sha384' : 'sha256',
});

/** What the suites do after the key exchange → who does it. */
const families: Readonly<Record<string, Family>> = {
  AES_128_GCM_SHA256: {
    protection: gcm(16, 'sha256'),
    suites: {
      '': 0x1301,
      RSA: 0x009c,
      DHE_RSA: 0x009e,
      DH_RSA: 0x00a0,
      DHE_DSS: 0x00a2,
      DH_DSS: 0x00a4,
      DH_anon: 0x00a6,
      PSK: 0x00a8,
      DHE_PSK: 0x00aa,
      RSA_PSK: 0x00ac,
      ECDHE_ECDSA: 0xc02b,
      ECDH_ECDSA: 0xc02d,
      ECDHE_RSA: 0xc02f,
      ECDH_RSA: 0xc031,
      ECDHE_PSK: 0xd001,
    },
  },
  AES_256_GCM_SHA384: {
    protection: gcm(32, 'sha384'),
    suites: {
      '': 0x1302,
      RSA: 0x009d,
      DHE_RSA: 0x009f,
      DH_RSA: 0x00a1,
      DHE_DSS: 0x00a3,
      DH_DSS: 0x00a5,
      DH_anon: 0x00a7,
      PSK: 0x00a9,
      DHE_PSK: 0x00ab,
      RSA_PSK: 0x00ad,
      ECDHE_ECDSA: 0xc02c,
      ECDH_ECDSA: 0xc02e,
      ECDHE_RSA: 0xc030,
      ECDH_RSA: 0xc032,
      ECDHE_PSK: 0xd002,
    },
  },
  CHACHA20_POLY1305_SHA256: {
    protection: { kind: 'chacha20', keyLength: 32, tagLength: 16, hash: 'sha256' },
    suites: {
      '': 0x1303,
      ECDHE_RSA: 0xcca8,
      ECDHE_ECDSA: 0xcca9,
      DHE_RSA: 0xccaa,
      PSK: 0xccab,
      ECDHE_PSK: 0xccac,
      DHE_PSK: 0xccad,
      RSA_PSK: 0xccae,
    },
  },
  AES_128_CCM_SHA256: { protection: ccm(16, 16), suites: { '': 0x1304, ECDHE_PSK: 0xd005 } },
  AES_128_CCM_8_SHA256: { protection: ccm(16, 8), suites: { '': 0x1305, ECDHE_PSK: 0xd003 } },
  AES_128_CCM: {
    protection: ccm(16, 16),
    suites: { RSA: 0xc09c, DHE_RSA: 0xc09e, PSK: 0xc0a4, DHE_PSK: 0xc0a6, ECDHE_ECDSA: 0xc0ac },
  },
  AES_256_CCM: {
    protection: ccm(32, 16),
    suites: { RSA: 0xc09d, DHE_RSA: 0xc09f, PSK: 0xc0a5, DHE_PSK: 0xc0a7, ECDHE_ECDSA: 0xc0ad },
  },
  AES_128_CCM_8: {
    protection: ccm(16, 8),
    suites: { RSA: 0xc0a0, DHE_RSA: 0xc0a2, PSK: 0xc0a8, PSK_DHE: 0xc0aa, ECDHE_ECDSA: 0xc0ae },
  },
  AES_256_CCM_8: {
    protection: ccm(32, 8),
    suites: { RSA: 0xc0a1, DHE_RSA: 0xc0a3, PSK: 0xc0a9, PSK_DHE: 0xc0ab, ECDHE_ECDSA: 0xc0af },
  },
  AES_128_CBC_SHA: {
    protection: cbc(16, 'sha1', 20),
    suites: {
      RSA: 0x002f,
      DH_DSS: 0x0030,
      DH_RSA: 0x0031,
      DHE_DSS: 0x0032,
      DHE_RSA: 0x0033,
      DH_anon: 0x0034,
      PSK: 0x008c,
      DHE_PSK: 0x0090,
      RSA_PSK: 0x0094,
      ECDH_ECDSA: 0xc004,
      ECDHE_ECDSA: 0xc009,
      ECDH_RSA: 0xc00e,
      ECDHE_RSA: 0xc013,
      ECDH_anon: 0xc018,
      ECDHE_PSK: 0xc035,
    },
  },
  AES_256_CBC_SHA: {
    protection: cbc(32, 'sha1', 20),
    suites: {
      RSA: 0x0035,
      DH_DSS: 0x0036,
      DH_RSA: 0x0037,
      DHE_DSS: 0x0038,
      DHE_RSA: 0x0039,
      DH_anon: 0x003a,
      PSK: 0x008d,
      DHE_PSK: 0x0091,
      RSA_PSK: 0x0095,
      ECDH_ECDSA: 0xc005,
      ECDHE_ECDSA: 0xc00a,
      ECDH_RSA: 0xc00f,
      ECDHE_RSA: 0xc014,
      ECDH_anon: 0xc019,
      ECDHE_PSK: 0xc036,
    },
  },
  AES_128_CBC_SHA256: {
    protection: cbc(16, 'sha256', 32),
    suites: {
      RSA: 0x003c,
      DH_DSS: 0x003e,
      DH_RSA: 0x003f,
      DHE_DSS: 0x0040,
      DHE_RSA: 0x0067,
      DH_anon: 0x006c,
      PSK: 0x00ae,
      DHE_PSK: 0x00b2,
      RSA_PSK: 0x00b6,
      ECDHE_ECDSA: 0xc023,
      ECDH_ECDSA: 0xc025,
      ECDHE_RSA: 0xc027,
      ECDH_RSA: 0xc029,
      ECDHE_PSK: 0xc037,
    },
  },
  AES_256_CBC_SHA256: {
    protection: cbc(32, 'sha256', 32),
    suites: { RSA: 0x003d, DH_DSS: 0x0068, DH_RSA: 0x0069, DHE_DSS: 0x006a, DHE_RSA: 0x006b, DH_anon: 0x006d },
  },
  AES_256_CBC_SHA384: {
    protection: cbc(32, 'sha384', 48),
    suites: {
      PSK: 0x00af,
      DHE_PSK: 0x00b3,
      RSA_PSK: 0x00b7,
      ECDHE_ECDSA: 0xc024,
      ECDH_ECDSA: 0xc026,
      ECDHE_RSA: 0xc028,
      ECDH_RSA: 0xc02a,
      ECDHE_PSK: 0xc038,
    },
  },
  // Named, so that it can be said what stands in the way.
  NULL_MD5: { suites: { RSA: 0x0001 } },
  NULL_SHA: { suites: { RSA: 0x0002, ECDHE_ECDSA: 0xc006, ECDHE_RSA: 0xc010 } },
  NULL_SHA256: { suites: { RSA: 0x003b } },
  RC4_128_MD5: { suites: { RSA: 0x0004 } },
  RC4_128_SHA: { suites: { RSA: 0x0005, ECDHE_ECDSA: 0xc007, ECDHE_RSA: 0xc011 } },
  '3DES_EDE_CBC_SHA': { suites: { RSA: 0x000a, DHE_RSA: 0x0016, ECDHE_ECDSA: 0xc008, ECDHE_RSA: 0xc012 } },
  CAMELLIA_128_CBC_SHA: { suites: { RSA: 0x0041, DHE_RSA: 0x0045 } },
  CAMELLIA_256_CBC_SHA: { suites: { RSA: 0x0084, DHE_RSA: 0x0088 } },
};

const byNumber: ReadonlyMap<number, CipherSuite> = new Map(
  Object.entries(families).flatMap(([family, { protection, suites }]) =>
    Object.entries(suites).map(([exchange, number]): [number, CipherSuite] => {
      const name = exchange === '' ? `TLS_${family}` : `TLS_${exchange}_WITH_${family}`;
      return [number, protection ? { name, protection } : { name }];
    }),
  ),
);

/** The suite with this number; one that is not in the table is called by its number. */
export function cipherSuiteOf(number: number): CipherSuite {
  return byNumber.get(number) ?? { name: `0x${number.toString(16).padStart(4, '0')}` };
}
