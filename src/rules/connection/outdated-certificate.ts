// A certificate that was not valid when it was shown, although the connection came to be: whoever checks it will refuse it.
import type { CertificateFacts } from '../../stream/tls/certificate.ts';
import type { TlsFacts, TlsRole } from '../../stream/tls/facts.ts';
import { hostOf } from '../host.ts';
import { defineConnectionRule, fail, pass } from '../rule.ts';
import { certificateEvidence, dateOf, isForSip, ownCertificate, validityAt } from './records.ts';

export const outdatedCertificate = defineConnectionRule({
  id: 'outdated-certificate',
  severity: 'warning',
  basis: 'must',
  references: ['RFC 5280 §6.1.3', 'RFC 5922 §7.1'],
  text: {
    summary: 'A TLS certificate was shown outside the time in which it is valid, and accepted nevertheless.',
    titlePast: 'The certificate of {owner} has expired',
    titleFuture: 'The certificate of {owner} is not valid yet',
    past: '{owner} shows a certificate for {subject}, issued by {issuer}, that was valid until {until}; the recording is of {today}.',
    future:
      '{owner} shows a certificate for {subject}, issued by {issuer}, that is valid from {since} on; the recording is of {today}. One of the clocks is probably wrong.',
    why: '{other} accepted it here, so it does not check the validity, or not yet; whoever does refuses the connection.',
    fixRenew: 'Replace the certificate of {owner} by one that is valid now.',
    fixClock: 'Check the clocks of {owner}, and of the machine that recorded.',
  },
  check(facts) {
    // Where the handshake failed, that rule says what there is to say.
    if (!facts.isEstablished) return pass;
    for (const role of ['server', 'client'] as const) {
      const certificate = ownCertificate(facts, role);
      const [evidence] = certificateEvidence(facts, role);
      const validity = certificate && evidence && validityAt(certificate, evidence.packet.timeUs);
      if (!validity) continue;
      return fail({
        // Whether the clock of the recording is right, the recording cannot say.
        confidence: 'likely',
        severity: isForSip(facts) ? 'warning' : 'info',
        title: validity === 'past' ? 'titlePast' : 'titleFuture',
        explanation: [validity, 'why'],
        fix: [
          { who: role, action: 'fixRenew' },
          { who: 'operator', action: 'fixClock' },
        ],
        evidence: [evidence],
        values: { ...valuesOf(facts, role, certificate), today: dateOf(evidence.packet.timeUs) },
        peer: facts[role],
      });
    }
    return pass;
  },
});

function valuesOf({ client, server }: TlsFacts, role: TlsRole, certificate: CertificateFacts): Record<string, string> {
  const names = { client: hostOf(client), server };
  const { subject, issuer, names: alternatives, notBeforeUs, notAfterUs } = certificate;
  return {
    owner: names[role],
    other: names[role === 'client' ? 'server' : 'client'],
    subject: alternatives[0] ?? subject,
    issuer,
    since: dateOf(notBeforeUs),
    until: dateOf(notAfterUs),
  };
}
