// A TLS handshake that fails: recorded from OpenSSL (fixtures/tls), and what no recording shows, made of facts.
import { describe, expect, it, test } from 'vitest';
import { annotateConnection } from '../../src/annotate/connection-findings.ts';
import { phraseText } from '../../src/languages/spoken.ts';
import { tlsHandshakeFailure } from '../../src/rules/connection/tls-handshake-failure.ts';
import { emptyFacts, type TlsAlert, type TlsFacts } from '../../src/stream/tls/facts.ts';
import type { AlertName } from '../../src/stream/tls/names.ts';
import { run } from '../cli/terminal.ts';
import { captures, captureOf, keysOf, readTls } from '../stream/tls/read-tls.ts';

const at = (frame: number, timeUs = 1_800_000_000_000_000) => ({ input: 0, frame, order: frame, timeUs, nanos: 0 });
const DAY_US = 86_400_000_000;
const certificate = {
  subject: 'sip.example.com',
  issuer: 'Example CA',
  names: ['sip.example.com'],
  notBeforeUs: at(1).timeUs - DAY_US,
  notAfterUs: at(1).timeUs + DAY_US,
  isSelfIssued: false,
};

/** A connection in which a ClientHello was sent and the alert came, with whatever else is said. */
function alerted(name: AlertName | undefined, more: Partial<TlsFacts> = {}, alert: Partial<TlsAlert> = {}): TlsFacts {
  const alerts = [
    { by: 'client', place: at(3), isFatal: true, ...(name ? { name, description: 1 } : {}), ...alert },
  ] as const;
  return {
    ...emptyFacts(1, '192.0.2.10:40000', '198.51.100.20:5061'),
    clientHello: at(1),
    serverHello: at(2),
    serverName: 'sip.example.com',
    offeredVersion: 'TLS 1.3',
    version: 'TLS 1.2',
    cipherSuite: 'TLS_RSA_WITH_AES_128_CBC_SHA',
    serverCertificates: [certificate],
    serverCertificatePlace: at(2),
    clientEnd: 'fin',
    serverEnd: 'fin',
    sawServerStart: true,
    alerts,
    ...more,
  };
}

/** `severity confidence title: explanation… | fix…` of what is found, by the names of the texts. */
function saidOf(facts: TlsFacts): string | undefined {
  const finding = annotateConnection(facts, 'tls-1').findings.find(({ rule }) => rule === tlsHandshakeFailure.id);
  if (!finding) return undefined;
  const { severity, confidence, title, explanation, fix } = finding;
  for (const phrase of [title, ...explanation, ...fix.map(({ action }) => action)]) {
    const text = phraseText(phrase, 'en');
    expect(text).not.toMatch(/undefined|NaN|[{}]|""/);
    said.add(phrase.key);
  }
  const named = (phrases: readonly { readonly key: string }[]): string =>
    phrases.map(({ key }) => key.slice(key.lastIndexOf('/') + 1)).join(' ');
  return `${severity} ${confidence} ${named([title])}: ${named(explanation)} | ${named(fix.map(({ action }) => action))}`;
}

const said = new Set<string>();

describe('what OpenSSL does', () => {
  test.each([
    [
      'fails-unknown-ca-tls12',
      'certain titleServerCertificate: refused unknownCa certificate why | fixTrust fixCertificate',
    ],
    [
      'fails-unknown-ca-tls13',
      'certain titleServerCertificate: refused unknownCa unseen why | fixTrust fixCertificate',
    ],
    [
      'fails-expired',
      'certain titleServerCertificate: refused expired certificate past why | fixRenew fixClock fixCertificate',
    ],
    [
      'fails-self-signed',
      'certain titleServerCertificate: refused unknownCa certificate selfIssued otherName why | fixTrust fixName fixCertificate',
    ],
    [
      'fails-wrong-name',
      'certain titleServerCertificate: refused bad certificate otherName why | fixName fixCertificate',
    ],
    ['fails-no-shared-cipher', 'certain titleParameters: parameters why | fixParameters'],
    ['fails-protocol-version', 'certain titleVersion: version why | fixVersion'],
    ['fails-unrecognized-name', 'certain titleName: name why | fixServerName'],
    ['fails-no-client-certificate-tls12', 'certain titleNoCertificate: alert noCertificate why | fixClientCertificate'],
    ['fails-server-closes', 'likely titleEnded: ended why | fixService fixNetwork'],
    ['fails-server-resets', 'likely titleEnded: ended why | fixService fixNetwork'],
    ['fails-server-silent', 'likely titleSilent: silent why | fixService fixNetwork'],
    ['fails-server-plain', 'certain titlePlain: plain why | fixPort'],
  ])('%s', async (name, expected) => {
    const { facts, seen } = await readTls(captureOf(name));
    expect(seen).toEqual([]);
    expect(facts.map(saidOf)).toEqual([`error ${expected}`]);
  });

  it('refuses a client without certificate in TLS 1.3 only encrypted: a key log shows it', async () => {
    const name = 'fails-no-client-certificate-tls13';
    expect((await readTls(captureOf(name))).facts.map(saidOf)).toEqual([undefined]);
    const { facts } = await readTls(captureOf(name), { keys: keysOf(name) });
    expect(facts.map(saidOf)).toEqual([
      'error certain titleNoCertificate: alert noCertificate why | fixClientCertificate',
    ]);
  });

  test.each(captures.filter((name) => !name.startsWith('fails-')))('%s: nothing', async (name) => {
    for (const keys of [undefined, keysOf(name)]) {
      const { facts } = await readTls(captureOf(name), keys ? { keys } : {});
      expect(facts.map(saidOf).filter(Boolean)).toEqual([]);
    }
  });

  test.each(captures)(
    '%s: nothing is made of one direction, nor of a part, that the whole does not show',
    async (name) => {
      const whole = new Set((await readTls(captureOf(name))).facts.map(saidOf));
      const { length } = await wholeOf(name);
      for (const port of [5061, undefined]) {
        const { facts } = await readTls(captureOf(name), {
          alter: (segment) => ((segment.sourcePort === 5061) === (port === 5061) ? segment : undefined),
        });
        for (const text of facts.map(saidOf)) if (text?.includes('certain')) expect(isMilder(text, whole)).toBe(true);
      }
      for (let first = 0; first < length; first++) {
        const late = await readTls(captureOf(name), {
          alter: (segment, index) => (index >= first ? segment : undefined),
        });
        for (const text of late.facts.map(saidOf)) if (text) expect(isMilder(text, whole)).toBe(true);
        const early = await readTls(captureOf(name), {
          alter: (segment, index) => (index <= first ? segment : undefined),
        });
        for (const text of early.facts.map(saidOf)) if (text) expect(isMilder(text, whole)).toBe(true);
      }
    },
  );
});

async function wholeOf(name: string): Promise<{ readonly length: number }> {
  let length = 0;
  await readTls(captureOf(name), {
    alter: (segment) => {
      length++;
      return segment;
    },
  });
  return { length };
}

/** Whether the whole recording says the same, if perhaps more of it. */
function isMilder(text: string, whole: ReadonlySet<string | undefined>): boolean {
  const titleOf = (each: string): string => each.slice(0, each.indexOf(':')).replace(/^\w+ \w+ /, '');
  // The bare alert claims nothing that the packet itself does not say.
  if (titleOf(text) === 'titleAlert' && whole.size > 0) return true;
  return [...whole].some((each) => each !== undefined && titleOf(each) === titleOf(text));
}

describe('what no recording shows', () => {
  test.each<[string, TlsFacts, string | undefined]>([
    [
      'a certificate that was revoked',
      alerted('certificate_revoked'),
      'error certain titleServerCertificate: refused revoked certificate why | fixCertificate',
    ],
    [
      'a kind of certificate that is not known',
      alerted('unsupported_certificate'),
      'error certain titleServerCertificate: refused unsupported certificate why | fixCertificate',
    ],
    [
      'a certificate that is refused without a reason',
      alerted('certificate_unknown'),
      'error certain titleServerCertificate: refused unsaid certificate why | fixCertificate',
    ],
    [
      'a certificate of the future',
      alerted('bad_certificate', { serverCertificates: [{ ...certificate, notBeforeUs: at(1).timeUs + DAY_US }] }),
      'error certain titleServerCertificate: refused bad certificate future why | fixRenew fixClock fixCertificate',
    ],
    [
      'a certificate of a client',
      alerted(
        'unknown_ca',
        { clientCertificates: [certificate], clientCertificatePlace: at(2), isEstablished: true, version: 'TLS 1.3' },
        { by: 'server' },
      ),
      'error certain titleClientCertificate: refused unknownCa certificate why | fixTrust fixCertificate',
    ],
    [
      'any other alert',
      alerted('internal_error', {}, { by: 'server' }),
      'error certain titleAlert: alert why | fixLogs',
    ],
    ['an encrypted alert', alerted(undefined), 'error likely titleHidden: hidden why | fixKeyLog fixLogs'],
    ['an encrypted alert where something is missing', alerted(undefined, { hasHoles: true }), undefined],
    [
      'an encrypted alert where the recording ends with it',
      alerted(undefined, { clientEnd: 'capture-ended' }),
      undefined,
    ],
    ['a warning', alerted('unrecognized_name', {}, { isFatal: false }), undefined],
    ['an alert when everything was settled', alerted('internal_error', { isEstablished: true }), undefined],
    ['a user who gave up', alerted('user_canceled'), undefined],
    [
      'a port that is not one of SIP',
      alerted('unknown_ca', {
        server: '198.51.100.20:443',
        serverName: 'www.example.com',
        serverCertificates: [{ ...certificate, names: ['*.example.com'] }],
      }),
      'info certain titleServerCertificate: refused unknownCa certificate otherPurpose | fixTrust fixCertificate',
    ],
  ])('%s', (_, facts, expected) => {
    expect(saidOf(facts)).toBe(expected);
  });

  it('an alert of somebody whom no hello names', () => {
    const { clientHello, serverHello, ...facts } = alerted('unknown_ca');
    expect([clientHello, serverHello, saidOf(facts)]).toEqual([at(1), at(2), undefined]);
  });
});

it('says each of its texts in some case', () => {
  const texts = Object.keys(tlsHandshakeFailure.text).filter((name) => name !== 'summary');
  expect(texts.filter((name) => !said.has(`rules/tls-handshake-failure/${name}`))).toEqual([]);
});

describe('the reports', () => {
  const path = 'fixtures/tls/fails-expired.pcap';

  test.each(['text', 'markdown', 'json', 'ndjson'])('%s names it with its proof', async (format) => {
    const { code, out } = await run(['analyze', '-f', format, path]);
    expect(code).toBe(0);
    for (const words of ['certificate_expired', 'sip.example.com', 'Example CA', '2026-10-17'])
      expect(out).toContain(words);
  });

  test.each(['junit', 'tap', 'sarif', 'github', 'gitlab'])('%s names it', async (format) => {
    const { out } = await run(['check', '--allow-empty', '-f', format, path]);
    expect(out).toContain('tls-handshake-failure');
  });

  it('the gate counts it', async () => {
    expect(await run(['check', '--allow-empty', path])).toMatchObject({ code: 1 });
    expect(await run(['check', path])).toMatchObject({ code: 2 });
    expect(await run(['check', '--allow-empty', '--ignore', 'tls-handshake-failure', path])).toMatchObject({ code: 0 });
  });

  it('one cause holds all connections that failed alike', async () => {
    const { out } = await run([
      'analyze',
      '-f',
      'json',
      path,
      'fixtures/tls/fails-self-signed.pcap',
      'fixtures/tls/fails-unknown-ca-tls12.pcap',
    ]);
    const { causes, findings, connections } = JSON.parse(out) as Record<string, Record<string, unknown>[]>;
    expect(connections?.map(({ id }) => id)).toEqual(['tls-1', 'tls-2', 'tls-3']);
    expect(findings?.map(({ connection, flow }) => [connection, flow])).toEqual([
      ['tls-1', undefined],
      ['tls-2', undefined],
      ['tls-3', undefined],
    ]);
    expect(causes).toMatchObject([{ flows: 0, connections: 3, findings: [0, 1, 2] }]);
  });
});
