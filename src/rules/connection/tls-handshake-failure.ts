// A TLS connection that never came to be: an alert says why, or the other side closes, stays silent, or speaks no TLS. No
// SIP can show it, since none was sent.
import type { CertificateFacts } from '../../stream/tls/certificate.ts';
import type { TlsAlert, TlsFacts, TlsRole } from '../../stream/tls/facts.ts';
import type { AlertName } from '../../stream/tls/names.ts';
import type { Values } from '../../text/phrase.ts';
import { hostOf } from '../host.ts';
import { defineConnectionRule, fail, type FixStep, pass, type PacketEvidence } from '../rule.ts';
import {
  alertEvidence,
  certificateEvidence,
  choiceEvidence,
  dateOf,
  helloEvidence,
  isForSip,
  ownCertificate,
  validityAt,
} from './records.ts';

const text = {
  summary: 'A TLS handshake failed: the connection that SIP was to go over never came to be.',
  titleServerCertificate: 'TLS handshake failed: the certificate of the server was refused ({alert})',
  titleClientCertificate: 'TLS handshake failed: the certificate of the client was refused ({alert})',
  titleNoCertificate: 'TLS handshake failed: the client showed no certificate ({alert})',
  titleParameters: 'TLS handshake failed: nothing that both sides can use ({alert})',
  titleVersion: 'TLS handshake failed: no common version ({alert})',
  titleName: 'TLS handshake failed: the server does not know the name {name} ({alert})',
  titleAlert: 'TLS handshake failed: {alert}',
  titleHidden: 'TLS handshake ended by the client with an encrypted alert',
  titlePlain: 'TLS handshake failed: the server does not speak TLS on this port',
  titleEnded: 'TLS handshake failed: the connection was ended in answer to the ClientHello',
  titleSilent: 'TLS handshake failed: the server never answered the ClientHello',
  refused:
    '{sender} ended the handshake with the alert {alert}: it does not accept the certificate that {other} showed.',
  unknownCa: 'It does not know the authority that issued the certificate, or does not trust it.',
  expired: 'It takes the certificate for expired, or not valid yet.',
  bad: 'It takes the certificate for damaged, or not meant for the name that it wanted to reach.',
  revoked: 'The authority that issued the certificate has revoked it.',
  unsupported: 'It cannot use a certificate of this kind.',
  unsaid: 'What about the certificate it does not accept, the alert does not say.',
  certificate: 'The certificate is for {subject} and was issued by {issuer}.',
  selfIssued:
    'Nobody else vouches for it: it was issued by itself, so it is only accepted where it is known beforehand.',
  past: 'It was valid until {until}, and that is before the recording.',
  future: 'It is valid from {since} on, and that is after the recording: one of the clocks is probably wrong.',
  otherName: 'The client asked for {name}, and the certificate does not name that.',
  unseen: 'The certificate itself cannot be seen: TLS 1.3 encrypts it. A key log would show it.',
  noCertificate: '{server} asks for a certificate of the client (mutual TLS), and {client} showed none.',
  parameters:
    '{sender} ended the handshake with the alert {alert}: of what {other} offers (cipher suites, key exchange, kind of certificate) it can or may use nothing.',
  version: '{sender} ended the handshake with the alert {alert}: {client} offers at most {offered}.',
  name: '{server} ended the handshake with the alert {alert}: it has no certificate for {name}.',
  alert: '{sender} ended the handshake with the alert {alert}.',
  hidden:
    'The first thing that {client} sent encrypted is exactly as long as an alert, and with it the connection was over. Most often that means that it does not accept the certificate of {server}; which alert it was, only a key log shows.',
  plain: 'What {server} sent in answer to the ClientHello of {client} is no TLS.',
  ended: '{client} sent its ClientHello to {server}, and the connection was closed or reset before anything came back.',
  silent:
    '{client} sent its ClientHello to {server}, which had accepted the connection, but nothing came back until it was closed.',
  why: 'Without TLS no SIP goes over this connection: what was to use it fails without a single message.',
  otherPurpose: 'Whether SIP was to go over this connection, the recording does not show.',
  fixTrust:
    'Let {sender} trust the issuer of the certificate of {other}, and let {other} send the intermediate certificates too.',
  fixRenew: 'Replace the certificate of {other} by one that is valid now.',
  fixClock: 'Check the clock of {sender}.',
  fixName:
    'Give {server} a certificate that names {name} (subject alternative name), or let {client} connect to a name that the certificate has.',
  fixCertificate: 'Look into the log of {sender} at this time: it says what is wrong with the certificate.',
  fixClientCertificate: 'Give {client} a certificate that {server} trusts, or let {server} ask for none.',
  fixParameters:
    'Compare the cipher suites, curves and kinds of certificate (RSA, ECDSA) that {client} and {server} allow.',
  fixVersion: 'Allow a version of TLS on {client} and {server} that both have; anything before 1.2 is outdated.',
  fixServerName: 'Let {client} connect to a name that {server} serves, or let {server} serve {name}.',
  fixLogs: 'Look into the logs of {client} and {server} at this time.',
  fixKeyLog: 'Record again with a key log of {client} or {server} (--keylog), so that the alert can be read.',
  fixPort: 'Let {client} connect to the port on which {server} speaks TLS (for SIP usually 5061), or use no TLS here.',
  fixService: 'Check that a service with TLS listens on {server}, and what its log says about {client}.',
  fixNetwork: 'Check whether a firewall between {client} and {server} interferes with TLS.',
} as const;

type Key = keyof typeof text;

/** One way to fail, in the words of this rule. */
interface Case {
  readonly title: Key;
  readonly explanation: readonly Key[];
  readonly fix: readonly FixStep<Key>[];
  readonly evidence: readonly [PacketEvidence, ...PacketEvidence[]];
  readonly values?: Values;
  readonly isOnlyLikely?: boolean;
}

export const tlsHandshakeFailure = defineConnectionRule({
  id: 'tls-handshake-failure',
  severity: 'error',
  basis: 'observation',
  references: ['RFC 8446 §6.2', 'RFC 5246 §7.2.2', 'RFC 3261 §26.3.1'],
  text,
  check(facts) {
    const found = caseOf(facts);
    if (!found) return pass;
    const { title, explanation, fix, evidence, values, isOnlyLikely } = found;
    const isSip = isForSip(facts);
    return fail<Key, PacketEvidence>({
      confidence: isOnlyLikely ? 'likely' : 'certain',
      // Whatever else goes over TLS is not what is looked for here.
      severity: isSip ? 'error' : 'info',
      title,
      explanation: [...explanation, isSip ? 'why' : 'otherPurpose'],
      fix,
      evidence,
      values: { ...valuesOf(facts), ...values },
      peer: facts.server,
    });
  },
});

function caseOf(facts: TlsFacts): Case | undefined {
  // Without a ClientHello nobody knows what was asked for, nor who is who.
  if (!facts.clientHello && !facts.serverHello) return undefined;
  const alert = facts.alerts.find((each) => endsHandshake(each, facts));
  // What a client says when nothing came back tells less than that nothing came back.
  const isAnswered = facts.serverHello !== undefined || facts.serverEnd !== undefined || facts.hasHoles;
  const isMute = alert?.by === 'client' && !isAnswered && facts.sawServerStart;
  if (alert && !isMute) return alert.description === undefined ? hiddenCase(facts, alert) : alertCase(facts, alert);
  if (facts.serverHello) return undefined;
  return unansweredCase(facts);
}

/** What is wrong with a certificate may be said when the handshake is over already (TLS 1.3, certificates of clients). */
function endsHandshake(
  { by, description, name, isFatal }: TlsAlert,
  { isEstablished, version, clientEnd }: TlsFacts,
): boolean {
  if (!by) return false;
  if (description === undefined) return !isEstablished && clientEnd !== undefined && clientEnd !== 'capture-ended';
  if (name !== undefined && HARMLESS.has(name)) return false;
  // In TLS 1.3 every other alert is fatal, whatever its level says.
  if (isFatal !== true && version !== 'TLS 1.3') return false;
  return (
    !isEstablished || (by === 'server' && (name === 'certificate_required' || (name !== undefined && name in REFUSALS)))
  );
}

const HARMLESS: ReadonlySet<AlertName> = new Set([
  'close_notify',
  'user_canceled',
  'no_renegotiation',
  'no_certificate',
]);

/** Alerts about a certificate → what they say. */
const REFUSALS: Partial<Record<AlertName, Key>> = {
  unknown_ca: 'unknownCa',
  certificate_expired: 'expired',
  bad_certificate: 'bad',
  certificate_revoked: 'revoked',
  unsupported_certificate: 'unsupported',
  certificate_unknown: 'unsaid',
};

function alertCase(facts: TlsFacts, alert: TlsAlert): Case {
  const { by = 'server', name } = alert;
  const refusal = name && REFUSALS[name];
  if (refusal) return refusalCase(facts, alert, refusal);
  const isUnshown =
    facts.asksForClientCertificate && facts.clientCertificatePlace && facts.clientCertificates.length === 0;
  if (by === 'server' && (name === 'certificate_required' || (name === 'handshake_failure' && isUnshown))) {
    return {
      ...alertedBy(facts, alert),
      title: 'titleNoCertificate',
      explanation: ['alert', 'noCertificate'],
      fix: [{ who: 'client', action: 'fixClientCertificate' }],
    };
  }
  return { ...alertedBy(facts, alert), ...otherCase(facts, alert) };
}

/** What the other alerts are about. */
function otherCase({ serverHello }: TlsFacts, { by, name }: TlsAlert): OtherCase {
  if (name === 'unrecognized_name' && by !== 'server') return ANY;
  // Once there was a choice, it is about something else.
  if (name === 'handshake_failure' && serverHello) return ANY;
  return (name && OTHER_ALERTS[name]) ?? ANY;
}

type OtherCase = Pick<Case, 'title' | 'explanation' | 'fix'>;

const ANY: OtherCase = { title: 'titleAlert', explanation: ['alert'], fix: [{ who: 'operator', action: 'fixLogs' }] };
const PARAMETERS: OtherCase = {
  title: 'titleParameters',
  explanation: ['parameters'],
  fix: [{ who: 'operator', action: 'fixParameters' }],
};
const VERSION: OtherCase = {
  title: 'titleVersion',
  explanation: ['version'],
  fix: [{ who: 'operator', action: 'fixVersion' }],
};

const OTHER_ALERTS: Partial<Record<AlertName, OtherCase>> = {
  handshake_failure: PARAMETERS,
  insufficient_security: PARAMETERS,
  missing_extension: PARAMETERS,
  protocol_version: VERSION,
  inappropriate_fallback: VERSION,
  unrecognized_name: {
    title: 'titleName',
    explanation: ['name'],
    fix: [{ who: 'client', action: 'fixServerName' }],
  },
};

/** The evidence and the values that every case of an alert has. */
function alertedBy(facts: TlsFacts, alert: TlsAlert): Pick<Case, 'evidence' | 'values'> {
  const { by = 'server', name, description = 0 } = alert;
  const other = by === 'client' ? 'server' : 'client';
  return {
    evidence: [
      alertEvidence(facts, alert),
      ...helloEvidence(facts),
      ...choiceEvidence(facts),
      ...certificateEvidence(facts, other),
    ],
    values: { alert: name ?? String(description), sender: named(facts, by), other: named(facts, other) },
  };
}

function refusalCase(facts: TlsFacts, alert: TlsAlert, said: Key): Case {
  const owner = alert.by === 'client' ? 'server' : 'client';
  const certificate = ownCertificate(facts, owner);
  const { place } = alert;
  const validity = certificate && validityAt(certificate, place.timeUs);
  const isOtherName = owner === 'server' && certificate !== undefined && !names(certificate, facts.serverName);
  const alerted = alertedBy(facts, alert);
  return {
    ...alerted,
    title: owner === 'server' ? 'titleServerCertificate' : 'titleClientCertificate',
    explanation: [
      'refused',
      said,
      ...(certificate ? (['certificate'] as const) : (['unseen'] as const)),
      ...(certificate?.isSelfIssued ? (['selfIssued'] as const) : []),
      ...(validity ? [validity] : []),
      ...(isOtherName ? (['otherName'] as const) : []),
    ],
    fix: refusalFix(said, owner, validity !== undefined, isOtherName),
    values: { ...alerted.values, ...certificateValues(certificate) },
  };
}

function refusalFix(said: Key, owner: TlsRole, isOutdated: boolean, isOtherName: boolean): readonly FixStep<Key>[] {
  const sender = owner === 'server' ? 'client' : 'server';
  const fix: FixStep<Key>[] = [];
  if (isOutdated || said === 'expired')
    fix.push({ who: owner, action: 'fixRenew' }, { who: sender, action: 'fixClock' });
  if (said === 'unknownCa') fix.push({ who: sender, action: 'fixTrust' });
  if (isOtherName) fix.push({ who: 'server', action: 'fixName' });
  fix.push({ who: 'operator', action: 'fixCertificate' });
  return fix;
}

/** Whether a certificate is for a name; where no name was asked for, it may be. */
function names({ subject, names: alternatives }: CertificateFacts, wanted: string): boolean {
  if (wanted === '') return true;
  const name = wanted.toLowerCase();
  const parent = name.slice(name.indexOf('.'));
  return [...alternatives, subject].some((each) => {
    const said = each.toLowerCase().replace(/^sips?:/, '');
    return said === name || said === `*${parent}`;
  });
}

function certificateValues(certificate: CertificateFacts | undefined): Values {
  return {
    subject: certificate?.names[0] ?? certificate?.subject ?? '',
    issuer: certificate?.issuer ?? '',
    since: dateOf(certificate?.notBeforeUs),
    until: dateOf(certificate?.notAfterUs),
  };
}

function hiddenCase(facts: TlsFacts, alert: TlsAlert): Case | undefined {
  if (facts.hasHoles) return undefined;
  return {
    title: 'titleHidden',
    explanation: ['hidden'],
    fix: [
      { who: 'operator', action: 'fixKeyLog' },
      { who: 'operator', action: 'fixLogs' },
    ],
    evidence: [alertEvidence(facts, alert), ...helloEvidence(facts), ...choiceEvidence(facts)],
    isOnlyLikely: true,
  };
}

/** No ServerHello came, and the recording would have shown it. */
function unansweredCase(facts: TlsFacts): Case | undefined {
  const { sawServerStart, hasHoles, serverEnd, clientEnd, isAnsweredPlainly } = facts;
  const [hello] = helloEvidence(facts);
  if (!hello || !sawServerStart || hasHoles) return undefined;
  if (isAnsweredPlainly) {
    return {
      title: 'titlePlain',
      explanation: ['plain'],
      fix: [{ who: 'client', action: 'fixPort' }],
      evidence: [hello],
    };
  }
  // Something came back that was neither.
  if (serverEnd !== undefined) return undefined;
  const fix = [
    { who: 'server', action: 'fixService' },
    { who: 'network', action: 'fixNetwork' },
  ] as const;
  if (clientEnd === 'rst')
    return { title: 'titleEnded', explanation: ['ended'], fix, evidence: [hello], isOnlyLikely: true };
  if (clientEnd !== 'fin' && clientEnd !== 'idle') return undefined;
  return { title: 'titleSilent', explanation: ['silent'], fix, evidence: [hello], isOnlyLikely: true };
}

function valuesOf(facts: TlsFacts): Values {
  const { serverName, offeredVersion = '' } = facts;
  return { client: named(facts, 'client'), server: named(facts, 'server'), name: serverName, offered: offeredVersion };
}

/** The port of a client means nothing to anybody. */
function named({ client, server }: TlsFacts, role: TlsRole): string {
  return role === 'client' ? hostOf(client) : server;
}
