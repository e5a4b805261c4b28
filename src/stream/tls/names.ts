// Numbers of TLS (RFC 8446 §4, §5, §6; RFC 5246) and what they are called.

/** Content types of records. */
export const CHANGE_CIPHER_SPEC = 20;
/** Content type of alerts. */
export const ALERT = 21;
/** Content type of handshake messages. */
export const HANDSHAKE = 22;
/** Content type of what the protocol above sends; in TLS 1.3 of everything that is encrypted. */
export const APPLICATION_DATA = 23;

/** Protocol versions as they stand on the wire. */
export const TLS_1_0 = 0x0301;
/** TLS 1.1: CBC records carry their own IV from here on. */
export const TLS_1_1 = 0x0302;
/** TLS 1.2. */
export const TLS_1_2 = 0x0303;
/** TLS 1.3. */
export const TLS_1_3 = 0x0304;

const versions: ReadonlyMap<number, string> = new Map([
  [0x0300, 'SSL 3.0'],
  [TLS_1_0, 'TLS 1.0'],
  [TLS_1_1, 'TLS 1.1'],
  [TLS_1_2, 'TLS 1.2'],
  [TLS_1_3, 'TLS 1.3'],
]);

/** What a protocol version is called. */
export function versionName(version: number): string {
  return versions.get(version) ?? `0x${version.toString(16).padStart(4, '0')}`;
}

/** Whether a number is a version that exists (or a draft of TLS 1.3), and not one sent to keep servers tolerant (RFC 8701). */
export function isVersion(version: number): boolean {
  return versions.has(version);
}

/** Whether a value stands in a list only to keep the others tolerant (GREASE, RFC 8701). */
export function isGrease(value: number): boolean {
  return (value & 0x0f0f) === 0x0a0a && value >> 8 === (value & 0xff);
}

/** Alerts by number (RFC 8446 §6, and those of older versions). */
const alerts = {
  0: 'close_notify',
  10: 'unexpected_message',
  20: 'bad_record_mac',
  21: 'decryption_failed',
  22: 'record_overflow',
  30: 'decompression_failure',
  40: 'handshake_failure',
  41: 'no_certificate',
  42: 'bad_certificate',
  43: 'unsupported_certificate',
  44: 'certificate_revoked',
  45: 'certificate_expired',
  46: 'certificate_unknown',
  47: 'illegal_parameter',
  48: 'unknown_ca',
  49: 'access_denied',
  50: 'decode_error',
  51: 'decrypt_error',
  60: 'export_restriction',
  70: 'protocol_version',
  71: 'insufficient_security',
  80: 'internal_error',
  86: 'inappropriate_fallback',
  90: 'user_canceled',
  100: 'no_renegotiation',
  109: 'missing_extension',
  110: 'unsupported_extension',
  111: 'certificate_unobtainable',
  112: 'unrecognized_name',
  113: 'bad_certificate_status_response',
  114: 'bad_certificate_hash_value',
  115: 'unknown_psk_identity',
  116: 'certificate_required',
  120: 'no_application_protocol',
} as const satisfies Record<number, string>;

/** An alert that has a name. */
export type AlertName = (typeof alerts)[keyof typeof alerts];

/** What an alert is called; undefined for a number that means nothing. */
export function alertName(description: number): AlertName | undefined {
  return Object.hasOwn(alerts, description) ? alerts[description as keyof typeof alerts] : undefined;
}
