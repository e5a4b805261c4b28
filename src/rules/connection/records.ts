// What TLS records prove, in the words of the protocol: a hello, a certificate, an alert become evidence.
import type { TlsAlert, TlsFacts, TlsRole } from '../../stream/tls/facts.ts';
import type { CertificateFacts } from '../../stream/tls/certificate.ts';
import type { Place } from '../../stream/tls/record.ts';
import type { PacketEvidence } from '../rule.ts';

/** The ClientHello, if it was recorded. */
export function helloEvidence(facts: TlsFacts): readonly PacketEvidence[] {
  const { clientHello, serverName, offeredVersion = '' } = facts;
  if (!clientHello) return [];
  const name = serverName === '' ? '' : ` for ${serverName}`;
  return [packetOf(facts, 'client', clientHello, `TLS ClientHello${name}, up to ${offeredVersion}`)];
}

/** The ServerHello, if it was recorded. */
export function choiceEvidence(facts: TlsFacts): readonly PacketEvidence[] {
  const { serverHello, version = '', cipherSuite = '' } = facts;
  if (!serverHello) return [];
  return [packetOf(facts, 'server', serverHello, `TLS ServerHello: ${version}, ${cipherSuite}`)];
}

/** The certificate of one end, if it can be seen. */
export function certificateEvidence(facts: TlsFacts, role: TlsRole): readonly PacketEvidence[] {
  const place = role === 'client' ? facts.clientCertificatePlace : facts.serverCertificatePlace;
  const [certificate] = role === 'client' ? facts.clientCertificates : facts.serverCertificates;
  if (!place || !certificate) return [];
  const { subject, issuer, notAfterUs } = certificate;
  const until = notAfterUs === undefined ? '' : `, valid until ${dateOf(notAfterUs)}`;
  const text = `TLS Certificate: ${subject}, issued by ${issuer}${until}`;
  return [packetOf(facts, role, place, text)];
}

/** An alert. */
export function alertEvidence(facts: TlsFacts, { by = 'server', place, name, description }: TlsAlert): PacketEvidence {
  const what = description === undefined ? 'encrypted' : `${name ?? 'unknown'} (${description})`;
  return packetOf(facts, by, place, `TLS Alert: ${what}`);
}

/** The certificate of the end itself; absent where none was seen. */
export function ownCertificate(facts: TlsFacts, role: TlsRole): CertificateFacts | undefined {
  return role === 'client' ? facts.clientCertificates[0] : facts.serverCertificates[0];
}

/** Whether a certificate is out of date at some time; undefined where it is not, as far as it says. */
export function validityAt(
  { notBeforeUs, notAfterUs }: CertificateFacts,
  timeUs: number,
): 'past' | 'future' | undefined {
  if (notAfterUs !== undefined && timeUs > notAfterUs) return 'past';
  return notBeforeUs !== undefined && timeUs < notBeforeUs ? 'future' : undefined;
}

/** `2026-11-21`; '' for no time. */
export function dateOf(timeUs: number | undefined): string {
  const date = new Date((timeUs ?? Number.NaN) / 1000);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, -'T00:00:00.000Z'.length);
}

const SIP_PORT = /:50[6-9]\d$/;

/** Whether the connection was probably meant for SIP: by the server's port, the protocol offered (RFC 7301), or its name. */
export function isForSip({ server, offeredProtocols, serverName }: TlsFacts): boolean {
  if (SIP_PORT.test(server) || /^_?sips?[.-]/i.test(serverName)) return true;
  return offeredProtocols.some((protocol) => /^sip(\/|$)/i.test(protocol));
}

function packetOf({ client, server }: TlsFacts, from: TlsRole, place: Place, text: string): PacketEvidence {
  const { input, frame, timeUs, nanos } = place;
  const [source, destination] = from === 'client' ? [client, server] : [server, client];
  return { packet: { input, frame, timeUs, nanos, source, destination, text } };
}
