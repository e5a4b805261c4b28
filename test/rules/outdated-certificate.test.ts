import { describe, expect, it, test } from 'vitest';
import { annotateConnection } from '../../src/annotate/connection-findings.ts';
import { phraseText } from '../../src/languages/spoken.ts';
import { outdatedCertificate } from '../../src/rules/connection/outdated-certificate.ts';
import { emptyFacts, type TlsFacts } from '../../src/stream/tls/facts.ts';
import { run } from '../cli/terminal.ts';
import { captures, captureOf, readTls } from '../stream/tls/read-tls.ts';

const said = new Set<string>();

/** `severity confidence: title | explanation` in words. */
function saidOf(facts: TlsFacts): string | undefined {
  const finding = annotateConnection(facts, 'tls-1').findings.find(({ rule }) => rule === outdatedCertificate.id);
  if (!finding) return undefined;
  const { severity, confidence, title, explanation, fix } = finding;
  for (const { key } of [title, ...explanation, ...fix.map(({ action }) => action)]) said.add(key);
  return `${severity} ${confidence}: ${[title, ...explanation].map((phrase) => phraseText(phrase, 'en')).join(' | ')}`;
}

const DAY_US = 86_400_000_000;
const place = { input: 0, frame: 7, order: 7, timeUs: Date.UTC(2026, 10, 21) * 1000, nanos: 0 };
const certificate = {
  subject: 'phone.example.com',
  issuer: 'Example CA',
  names: [],
  notBeforeUs: place.timeUs + DAY_US,
  notAfterUs: place.timeUs + 9 * DAY_US,
  isSelfIssued: false,
};
const facts: TlsFacts = {
  ...emptyFacts(1, '192.0.2.10:40000', '198.51.100.20:5061'),
  isEstablished: true,
  clientCertificates: [certificate],
  clientCertificatePlace: place,
};

describe('a certificate that is out of date', () => {
  it('is told when it was accepted', async () => {
    const read = await readTls(captureOf('tls12-expired-accepted'));
    expect(read.facts.map(saidOf)).toEqual([
      'warning likely: The certificate of 198.51.100.20:5061 has expired | 198.51.100.20:5061 shows a certificate for sip.example.com, issued by Example CA, that was valid until 2026-10-17; the recording is of 2026-11-21. | 192.0.2.10 accepted it here, so it does not check the validity, or not yet; whoever does refuses the connection.',
    ]);
  });

  it('may be that of a client, and may be of the future', () => {
    expect(saidOf(facts)).toBe(
      'warning likely: The certificate of 192.0.2.10 is not valid yet | 192.0.2.10 shows a certificate for phone.example.com, issued by Example CA, that is valid from 2026-11-22 on; the recording is of 2026-11-21. One of the clocks is probably wrong. | 198.51.100.20:5061 accepted it here, so it does not check the validity, or not yet; whoever does refuses the connection.',
    );
  });

  it('is only worth knowing where no SIP is to be expected', () => {
    expect(saidOf({ ...facts, server: '198.51.100.20:443' })).toMatch(/^info likely/);
  });

  test.each<[string, Partial<TlsFacts>]>([
    ['where the handshake failed', { isEstablished: false }],
    ['on its last day', { clientCertificates: [{ ...certificate, notBeforeUs: 0, notAfterUs: place.timeUs }] }],
    ['of which nothing is said', { clientCertificates: [{ ...certificate, notBeforeUs: 0, notAfterUs: Number.NaN }] }],
  ])('is not told %s', (_, more) => {
    expect(saidOf({ ...facts, ...more })).toBeUndefined();
  });

  test.each(captures.filter((name) => name !== 'tls12-expired-accepted'))('%s shows none', async (name) => {
    expect((await readTls(captureOf(name))).facts.map(saidOf).filter(Boolean)).toEqual([]);
  });

  it('leads a report that is otherwise fine', async () => {
    const path = 'fixtures/tls/tls12-expired-accepted';
    const { out } = await run(['--keylog', `${path}.keys`, `${path}.pcap`]);
    expect(out).toMatch(/^! 1 stand-alone transaction: 1 TLS connection needs a look, 1 fine/);
  });
});

it('says each of its texts in some case', () => {
  const texts = Object.keys(outdatedCertificate.text).filter((name) => name !== 'summary');
  expect(texts.filter((name) => !said.has(`rules/${outdatedCertificate.id}/${name}`))).toEqual([]);
});
