// What one TLS connection shows to somebody without its keys, and what became of its records. Collected while it is read,
// handed out when it is over.
import type { Endpoint } from '../arrival.ts';
import type { StreamEnd } from '../layer.ts';
import type { CertificateFacts } from './certificate.ts';
import type { AlertName } from './names.ts';
import type { Place } from './record.ts';

/** The two ends of a connection. */
export type TlsRole = 'client' | 'server';

/** An alert that one end sent. */
export interface TlsAlert {
  /** Absent where no hello says who is who. */
  readonly by?: TlsRole;
  readonly place: Place;
  /** The connection ends with it; absent where the alert itself is encrypted. */
  readonly isFatal?: boolean;
  /** Its number; absent where the alert is encrypted. */
  readonly description?: number;
  /** Absent for a number without a name. */
  readonly name?: AlertName;
}

/** What can be said of the content of a connection. */
export type TlsContent =
  /** Something was decrypted, if not everything. */
  | 'decrypted'
  /** Nothing was encrypted yet when the recording of the connection ended. */
  | 'none'
  /** There is no key log at all. */
  | 'no-key-log'
  /** There is one, without the secrets of this connection. */
  | 'no-secrets'
  /** The secrets open no record. */
  | 'wrong-secrets'
  /** The cipher suite or the version is not among those that can be decrypted. */
  | 'unsupported'
  /** The handshake is not in the recording, as a whole or on one side: keys are of no use without it. */
  | 'no-handshake';

/** One TLS connection. */
export interface TlsFacts {
  /** Connections are numbered from 1 in the order in which they were recognized. */
  readonly number: number;
  /** Who began it, as far as a hello says so; otherwise the side that was seen first. */
  readonly client: Endpoint;
  readonly server: Endpoint;
  /** Where the first bytes stood, the first ClientHello and the first ServerHello. */
  readonly start?: Place;
  readonly clientHello?: Place;
  readonly serverHello?: Place;
  /** Name of the server that the client asks for (SNI), as captured; '' when it names none. */
  readonly serverName: string;
  /** Highest version offered, and the one that was chosen: `TLS 1.2`. */
  readonly offeredVersion?: string;
  readonly version?: string;
  readonly cipherSuite?: string;
  /** Protocols offered, and the one that was chosen (ALPN), as captured. */
  readonly offeredProtocols: readonly string[];
  readonly protocol?: string;
  /** An earlier session goes on: no certificates are shown. */
  readonly isResumed: boolean;
  /** Certificates, that of the end itself first; in TLS 1.3 only where they could be decrypted. */
  readonly serverCertificates: readonly CertificateFacts[];
  readonly clientCertificates: readonly CertificateFacts[];
  readonly serverCertificatePlace?: Place;
  readonly clientCertificatePlace?: Place;
  /** The server wants to see a certificate of the client. */
  readonly asksForClientCertificate: boolean;
  /** The alerts that matter first: those that end a connection in the usual way are left out. */
  readonly alerts: readonly TlsAlert[];
  /** How each end stopped sending; absent where it was never heard. */
  readonly clientEnd?: StreamEnd;
  readonly serverEnd?: StreamEnd;
  /** What the server sends was recorded from its beginning, as its SYN shows. */
  readonly sawServerStart: boolean;
  /** Something of what they sent is missing in the recording. */
  readonly hasHoles: boolean;
  /** What came back to the ClientHello was no TLS. */
  readonly isAnsweredPlainly: boolean;
  /** Both ends got through the handshake, as far as the recording shows. */
  readonly isEstablished: boolean;
  readonly content: TlsContent;
  /** Records that were opened, that did not prove genuine, and that came before their secrets and could not be kept. */
  readonly opened: number;
  readonly failed: number;
  readonly dropped: number;
  /** Records sent before the handshake (0-RTT) whose secret is not in the key log. */
  readonly skippedEarly: number;
}

/** Facts while they are collected. */
export type OpenTlsFacts = { -readonly [Name in keyof TlsFacts]: TlsFacts[Name] };

/** The facts of a connection of which nothing is known yet. */
export function emptyFacts(number: number, client: Endpoint, server: Endpoint): OpenTlsFacts {
  return {
    number,
    client,
    server,
    serverName: '',
    offeredProtocols: [],
    isResumed: false,
    serverCertificates: [],
    clientCertificates: [],
    asksForClientCertificate: false,
    alerts: [],
    sawServerStart: false,
    hasHoles: false,
    isAnsweredPlainly: false,
    isEstablished: false,
    content: 'none',
    opened: 0,
    failed: 0,
    dropped: 0,
    skippedEarly: 0,
  };
}
