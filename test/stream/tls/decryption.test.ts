// Every kind of protection, as OpenSSL does it: fixtures/tls, recorded by the recipe there.
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { hasTshark, sipMessagesIn } from '../../captures/tshark.ts';
import { headerAddresses, isForDocuments } from '../../captures/addresses.ts';
import { captureOf, captures, folder, keysOf, readTls } from './read-tls.ts';

const request = 'OPTIONS';
const answer = '200';
const once = [request, answer];
const twice = [...once, ...once];

/** Capture → version, cipher suite, what the messages show in order. */
const cases: Readonly<Record<string, readonly [version: string, suite: string, shows: readonly string[]]>> = {
  'tls13-aes128-gcm': ['TLS 1.3', 'TLS_AES_128_GCM_SHA256', once],
  'tls13-aes256-gcm': ['TLS 1.3', 'TLS_AES_256_GCM_SHA384', once],
  'tls13-chacha20': ['TLS 1.3', 'TLS_CHACHA20_POLY1305_SHA256', once],
  'tls13-aes128-ccm': ['TLS 1.3', 'TLS_AES_128_CCM_SHA256', once],
  'tls13-aes128-ccm8': ['TLS 1.3', 'TLS_AES_128_CCM_8_SHA256', once],
  'tls12-aes128-gcm': ['TLS 1.2', 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256', once],
  'tls12-aes256-gcm-rsa': ['TLS 1.2', 'TLS_RSA_WITH_AES_256_GCM_SHA384', once],
  'tls12-chacha20': ['TLS 1.2', 'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256', once],
  'tls12-aes128-ccm': ['TLS 1.2', 'TLS_ECDHE_ECDSA_WITH_AES_128_CCM', once],
  'tls12-aes256-ccm': ['TLS 1.2', 'TLS_ECDHE_ECDSA_WITH_AES_256_CCM', once],
  'tls12-aes128-ccm8': ['TLS 1.2', 'TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8', once],
  'tls12-aes256-ccm8': ['TLS 1.2', 'TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8', once],
  'tls12-psk': ['TLS 1.2', 'TLS_PSK_WITH_AES_128_GCM_SHA256', once],
  'tls12-aes128-sha-etm': ['TLS 1.2', 'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA', once],
  'tls12-aes128-sha-mte': ['TLS 1.2', 'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA', once],
  'tls12-aes256-sha-rsa-mte': ['TLS 1.2', 'TLS_RSA_WITH_AES_256_CBC_SHA', once],
  'tls12-aes128-sha256-etm': ['TLS 1.2', 'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256', once],
  'tls12-aes128-sha256-mte': ['TLS 1.2', 'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256', once],
  'tls12-aes256-sha384-etm': ['TLS 1.2', 'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384', once],
  'tls12-aes256-sha384-mte': ['TLS 1.2', 'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384', once],
  'tls11-aes128-sha-etm': ['TLS 1.1', 'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA', once],
  'tls11-aes256-sha-mte': ['TLS 1.1', 'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA', once],
  'tls10-aes128-sha-etm': ['TLS 1.0', 'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA', once],
  'tls10-aes256-sha-mte': ['TLS 1.0', 'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA', once],
  'tls13-resumed': ['TLS 1.3', 'TLS_AES_256_GCM_SHA384', twice],
  'tls13-early-data': ['TLS 1.3', 'TLS_AES_256_GCM_SHA384', [...once, request, ...once]],
  'tls13-early-data-refused': ['TLS 1.3', 'TLS_AES_256_GCM_SHA384', twice],
  'tls13-retry-request': ['TLS 1.3', 'TLS_AES_256_GCM_SHA384', once],
  'tls13-key-update': ['TLS 1.3', 'TLS_AES_256_GCM_SHA384', [...once, request, request]],
  'tls13-padding': ['TLS 1.3', 'TLS_AES_256_GCM_SHA384', once],
  'tls13-client-certificate': ['TLS 1.3', 'TLS_AES_256_GCM_SHA384', once],
  'tls12-resumed-ticket': ['TLS 1.2', 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384', twice],
  'tls12-resumed-id': ['TLS 1.2', 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384', twice],
  'tls12-renegotiated': ['TLS 1.2', 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384', [...once, request]],
  'tls12-client-certificate': ['TLS 1.2', 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384', once],
  'tls12-expired-accepted': ['TLS 1.2', 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384', once],
  'tls12-small-records': ['TLS 1.2', 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384', [request, request, request, ...once]],
};
const names = Object.keys(cases);

/** Method or status of a start line. */
function shown(line: string): string {
  const [first = '', second = ''] = line.slice(line.indexOf(' ') + 1).split(' ');
  return first === 'SIP/2.0' ? second : first;
}

describe('with its key log', () => {
  test.each(names)('%s gives every message', async (name) => {
    const [version, cipherSuite, shows] = cases[name] ?? ['', '', []];
    const { lines, seen, facts, noted } = await readTls(captureOf(name), { keys: keysOf(name) });
    expect(lines.map(shown)).toEqual(shows);
    expect(new Set(seen.map(({ transport, cut }) => `${transport} ${cut}`))).toEqual(new Set(['tls false']));
    for (const connection of facts) {
      expect(connection).toMatchObject({ version, cipherSuite, content: 'decrypted', isEstablished: true, failed: 0 });
    }
    expect(noted).toEqual(name === 'tls13-early-data-refused' ? ['tls-early-data 1'] : []);
  });

  it('a session that goes on is known to be one', async () => {
    for (const name of ['tls12-resumed-id', 'tls12-resumed-ticket', 'tls13-resumed', 'tls13-early-data']) {
      const { facts } = await readTls(captureOf(name), { keys: keysOf(name) });
      expect(facts.map(({ isResumed }) => isResumed)).toEqual([false, true]);
    }
  });

  it('the certificates of both ends are shown, in TLS 1.3 too', async () => {
    for (const name of ['tls12-client-certificate', 'tls13-client-certificate']) {
      const { facts } = await readTls(captureOf(name), { keys: keysOf(name) });
      expect(facts).toMatchObject([
        {
          asksForClientCertificate: true,
          serverCertificates: [{ subject: 'sip.example.com', issuer: 'Example CA' }, { subject: 'Example CA' }],
          clientCertificates: [{ subject: 'phone.example.com', names: ['phone.example.com', 'sip:example.com'] }],
        },
      ]);
    }
  });
});

describe.skipIf(!hasTshark)('what tshark decrypts (skipped: tshark is not installed here)', () => {
  // tshark shows early data that the server refused; for us it never arrived.
  test.each(names.filter((name) => name !== 'tls13-early-data-refused'))('%s: the same', async (name) => {
    const { seen } = await readTls(captureOf(name), { keys: keysOf(name) });
    const ours = seen.map(({ frame, text }) => `${frame} ${shown(` ${text}`)} ${/Call-ID: (\S+)/.exec(text)?.[1]}`);
    const theirs = sipMessagesIn(join(folder, `${name}.pcap`), join(folder, `${name}.keys`));
    expect(ours).toEqual(theirs.map(({ frame, shows, callId }) => `${frame} ${shows} ${callId}`));
  });
});

describe('without its key log', () => {
  test.each(names)('%s gives no message, but who, what and why not', async (name) => {
    const [version, cipherSuite] = cases[name] ?? ['', ''];
    const { seen, facts, notes } = await readTls(captureOf(name));
    expect(seen).toEqual([]);
    for (const connection of facts) {
      expect(connection).toMatchObject({ version, cipherSuite, content: 'no-key-log', serverName: 'sip.example.com' });
      expect(connection.isEstablished || name.startsWith('tls13-early-data')).toBe(true);
      expect(connection.alerts).toEqual([]);
    }
    expect([...notes]).toEqual([['tls-no-key-log', facts.length]]);
  });

  it('the key log of another capture opens nothing', async () => {
    const { seen, noted } = await readTls(captureOf('tls13-aes128-gcm'), { keys: keysOf('tls12-aes128-gcm') });
    expect(seen).toEqual([]);
    expect(noted).toEqual(['tls-no-secrets 1']);
  });

  test.each(names)('%s: wrong secrets open nothing', async (name) => {
    const { seen, facts, notes } = await readTls(captureOf(name), { keys: spoilt(keysOf(name)) });
    expect(seen).toEqual([]);
    expect(facts.reduce((sum, { opened }) => sum + opened, 0)).toBe(0);
    expect((notes.get('tls-wrong-secrets') ?? 0) + (notes.get('tls-records-bad') ?? 0)).toBeGreaterThan(0);
  });

  test.each(['tls12-aria', 'tls12-null'])('%s: a suite that cannot be decrypted is said to be one', async (name) => {
    const { seen, noted } = await readTls(captureOf(name), { keys: keysOf(name) });
    expect(seen).toEqual([]);
    expect(noted).toEqual(['tls-unsupported 1']);
  });
});

describe('the captures', () => {
  it('hold addresses for documentation alone, and are small', () => {
    for (const name of captures) {
      const capture = captureOf(name);
      expect(
        [...headerAddresses(capture)].filter((address) => !isForDocuments(address)),
        name,
      ).toEqual([]);
      expect(capture.length, name).toBeLessThan(10_000);
    }
  });
});

/** The same key log with another last digit in every secret. */
function spoilt(keys: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(keys);
  return new TextEncoder().encode(text.replace(/[\da-f]$/gm, (digit) => (digit === '0' ? '1' : '0')));
}
