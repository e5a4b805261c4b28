// A challenge becomes credentials (RFC 7616, RFC 3261 §22), with secrets that exist in flow scripts only.
import { createHash } from 'node:crypto';

/** The password of every host in every flow script: `alice` has `alice-secret`. */
export function passwordOf(user: string): string {
  return `${user}-secret`;
}

/** Answers a WWW-Authenticate or Proxy-Authenticate value. */
export function credentialsFor(challenge: string, user: string, method: string, uri: string): string {
  const realm = quoted(challenge, 'realm') ?? '';
  const nonce = quoted(challenge, 'nonce') ?? '';
  const opaque = quoted(challenge, 'opaque');
  const algorithm = /algorithm="?([\w-]+)/i.exec(challenge)?.[1] ?? 'MD5';
  const withQop = /qop="?[^"]*\bauth\b/i.test(challenge);
  const hash = (text: string): string =>
    createHash(algorithm.toUpperCase() === 'SHA-256' ? 'sha256' : 'md5')
      .update(text)
      .digest('hex');
  const secret = hash(`${user}:${realm}:${passwordOf(user)}`);
  const request = hash(`${method}:${uri}`);
  const cnonce = hash(`${nonce}${user}`).slice(0, 16);
  const response = withQop
    ? hash(`${secret}:${nonce}:00000001:${cnonce}:auth:${request}`)
    : hash(`${secret}:${nonce}:${request}`);
  const parts = [
    `username="${user}"`,
    `realm="${realm}"`,
    `nonce="${nonce}"`,
    `uri="${uri}"`,
    `response="${response}"`,
    `algorithm=${algorithm}`,
    ...(withQop ? [`cnonce="${cnonce}"`, 'qop=auth', 'nc=00000001'] : []),
    ...(opaque === undefined ? [] : [`opaque="${opaque}"`]),
  ];
  return `Digest ${parts.join(', ')}`;
}

function quoted(text: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`, 'i').exec(text)?.[1];
}
