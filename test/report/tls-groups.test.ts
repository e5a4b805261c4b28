import { describe, expect, it } from 'vitest';
import type { ConnectionReport } from '../../src/annotate/finding.ts';
import { createMarkdownReporter } from '../../src/report/markdown.ts';
import { createTextReporter } from '../../src/report/text.ts';
import { TlsGroups } from '../../src/report/tls-groups.ts';
import { emptyFacts, type TlsFacts } from '../../src/stream/tls/facts.ts';
import { run } from '../cli/terminal.ts';
import { observe, wiredOf, written } from './observe.ts';
import { HEALTHY } from './scripts.ts';

function reportOf(more: Partial<TlsFacts> = {}): ConnectionReport {
  const facts = emptyFacts(1, '192.0.2.10:40000', '198.51.100.20:5061');
  return { id: 'tls-1', connection: { ...facts, isEstablished: true, content: 'no-key-log', ...more }, findings: [] };
}

describe('TLS that could not be read', () => {
  it('is listed by server, with what the handshake shows', async () => {
    const { out } = await run(['fixtures/tls/tls12-aes128-gcm.pcap', 'fixtures/tls/tls12-aes256-ccm.pcap']);
    expect(out).toContain('TLS that could not be read');
    expect(out).toMatch(
      /198\.51\.100\.20:5061 +sip\.example\.com, TLS 1\.2, certificate for sip\.example\.com from\s+Example CA, 2\s+connections/,
    );
  });

  it('is not what was read, and not what failed', async () => {
    const path = 'fixtures/tls/tls12-aes128-gcm';
    expect((await run(['--keylog', `${path}.keys`, `${path}.pcap`])).out).not.toContain('could not be read');
    expect((await run(['fixtures/tls/fails-expired.pcap'])).out).not.toContain('could not be read');
  });

  it('begins with what was meant for SIP, and is that alone where SIP was seen', () => {
    const groups = new TlsGroups();
    for (let index = 0; index < 3; index++) groups.add(reportOf({ server: '203.0.113.5:443' }));
    groups.add(reportOf());
    expect(groups.groups(true).map(({ server, count }) => `${server} ${count}`)).toEqual([
      '198.51.100.20:5061 1',
      '203.0.113.5:443 3',
    ]);
    expect(groups.groups(false).map(({ server }) => server)).toEqual(['198.51.100.20:5061']);
  });

  it('stays within bounds', () => {
    const groups = new TlsGroups();
    for (let index = 0; index < 1000; index++) groups.add(reportOf({ serverName: `${index}.example.com` }));
    expect(groups.groups(true).length).toBeLessThanOrEqual(200);
  });

  it('shows names from the wire harmlessly', () => {
    const [first, ...rest] = observe(wiredOf(HEALTHY));
    const hostile = '\u001b[31m<b>|`*.example.com\r\n# x';
    const certificate = { subject: hostile, issuer: hostile, names: [], isSelfIssued: false };
    const report = reportOf({ serverName: hostile, serverCertificates: [certificate] });
    const events = first ? [first, { kind: 'connection', report } as const, ...rest] : [];
    for (const create of [createTextReporter, createMarkdownReporter]) {
      const page = written(create, events);
      expect(page).toContain('TLS that could not be read');
      expect(page).not.toContain('\u001b');
      expect(page.split('\n').some((line) => line.startsWith('# x'))).toBe(false);
    }
    expect(written(createMarkdownReporter, events)).not.toMatch(/(?<!`[^`\n]*)<b>/);
  });
});
