// What the messages of a handshake say about a connection becomes part of its facts.
import { type CertificateFacts, parseCertificate } from './certificate.ts';
import { cipherSuiteOf } from './cipher-suites.ts';
import type { OpenTlsFacts, TlsAlert, TlsRole } from './facts.ts';
import type { ClientHello, ServerHello } from './hello.ts';
import { ALERT, alertName, APPLICATION_DATA, HANDSHAKE, TLS_1_3, versionName } from './names.ts';
import type { Octets } from './octets.ts';
import { type Place, placeOf, type TlsRecord } from './record.ts';
import type { TlsSide } from './side.ts';

const MAX_CERTIFICATES = 8;
const MAX_ALERTS = 8;
const CLOSE_NOTIFY = 0;
const FATAL = 2;

/** The first ClientHello of a connection. */
export function noteClientHello(facts: OpenTlsFacts, hello: ClientHello, place: Place): void {
  if (facts.clientHello) return;
  facts.clientHello = placeOf(place);
  facts.serverName = hello.serverName;
  facts.offeredVersion = versionName(hello.version);
  facts.offeredProtocols = hello.protocols;
}

/** The first ServerHello of a connection that makes a choice. */
export function noteServerHello(
  facts: OpenTlsFacts,
  hello: ServerHello,
  clientHello: ClientHello | undefined,
  place: Place,
): void {
  if (facts.serverHello) return;
  facts.serverHello = placeOf(place);
  facts.version = versionName(hello.version);
  facts.cipherSuite = cipherSuiteOf(hello.suite).name;
  noteProtocol(facts, hello.protocol);
  // Before TLS 1.3 a session goes on when the server repeats its name.
  facts.isResumed =
    hello.version < TLS_1_3 ? hello.sessionId !== '' && hello.sessionId === clientHello?.sessionId : hello.usesPsk;
}

/** The protocol that the server chose, if it says so. */
export function noteProtocol(facts: OpenTlsFacts, protocol: string): void {
  if (protocol !== '') facts.protocol ??= protocol;
}

/** The certificates that an end shows. */
export function noteCertificates(
  facts: OpenTlsFacts,
  role: TlsRole | undefined,
  body: Octets,
  version: number,
  place: Place,
): void {
  const known = role === 'client' ? facts.clientCertificatePlace : facts.serverCertificatePlace;
  if (known) return;
  const certificates = certificatesIn(body, version);
  if (role === 'client') {
    facts.clientCertificates = certificates;
    facts.clientCertificatePlace = placeOf(place);
  } else {
    facts.serverCertificates = certificates;
    facts.serverCertificatePlace = placeOf(place);
  }
}

function certificatesIn(body: Octets, version: number): readonly CertificateFacts[] {
  const isNew = version >= TLS_1_3;
  if (isNew) body.take(body.u8()); // context of the request
  const list = body.take(body.u24());
  const certificates: CertificateFacts[] = [];
  while (list.left > 3 && certificates.length < MAX_CERTIFICATES) {
    const { bytes, at, end } = list.take(list.u24());
    if (isNew) list.take(list.u16()); // extensions
    const certificate = parseCertificate(bytes, at, end);
    if (certificate) certificates.push(certificate);
  }
  return certificates;
}

/** An alert that can be read (RFC 8446 §6). One that ends a connection in the usual way is none. */
export function noteAlert(facts: OpenTlsFacts, by: TlsRole | undefined, alert: Uint8Array, place: Place): void {
  const [level = 0, description = CLOSE_NOTIFY] = alert;
  if (alert.length !== 2 || description === CLOSE_NOTIFY) return;
  const name = alertName(description);
  addAlert(facts, {
    ...(by === undefined ? {} : { by }),
    place: placeOf(place),
    isFatal: level === FATAL,
    description,
    ...(name === undefined ? {} : { name }),
  });
}

function addAlert(facts: OpenTlsFacts, alert: TlsAlert): void {
  if (facts.alerts.length < MAX_ALERTS) facts.alerts = [...facts.alerts, alert];
}

/** What an encrypted record shows from outside: whether the handshake came to its end, or an alert stopped it. */
export function noteSealed(
  facts: OpenTlsFacts,
  side: TlsSide,
  other: TlsSide,
  record: TlsRecord,
  hello: ServerHello | undefined,
): void {
  side.sealedRecords++;
  if (facts.isEstablished || !hello) return;
  const isAlert = hello.version < TLS_1_3 ? record.type === ALERT : isSizeOfAlert(side, record, hello);
  if (isAlert) {
    if (!side.stream && side.role) addAlert(facts, { by: side.role, place: placeOf(record.place) });
    return;
  }
  facts.isEstablished =
    hello.version < TLS_1_3
      ? record.type === APPLICATION_DATA || (record.type === HANDSHAKE && other.sealedRecords > 0)
      : side.role === 'client' && !side.mayStartEarly;
}

/** What a client encrypts first in TLS 1.3 ends its handshake and is at least 36 bytes long, or it is an alert of two. */
function isSizeOfAlert(side: TlsSide, { start, end }: TlsRecord, { suite }: ServerHello): boolean {
  const tagLength = cipherSuiteOf(suite).protection?.tagLength ?? 16;
  return side.role === 'client' && side.sealedRecords === 1 && end - start === 2 + 1 + tagLength;
}
