// TLS connections that carried something nobody could read, by the server they led to: what is known of it without keys.
import type { ConnectionReport } from '../annotate/finding.ts';
import { isForSip } from '../rules/connection/records.ts';

/** Connections to one server that look alike. Captured text is not yet harmless. */
export interface TlsGroup {
  readonly server: string;
  /** Name that was asked for, version, name in the certificate and its issuer; '' where the handshake does not show it. */
  readonly serverName: string;
  readonly version: string;
  readonly subject: string;
  readonly issuer: string;
  /** By its port or name it was meant for SIP. */
  readonly isForSip: boolean;
  count: number;
}

/** Groups that are kept apart; connections beyond them are not shown. */
const MAX_GROUPS = 200;

/** Takes in connections. Bounded. */
export class TlsGroups {
  readonly #groups = new Map<string, TlsGroup>();

  add({ connection }: ConnectionReport): void {
    const { server, serverName, version = '', serverCertificates, content, isEstablished } = connection;
    if (!isEstablished || content === 'decrypted') return;
    const [certificate] = serverCertificates;
    const subject = certificate?.names[0] ?? certificate?.subject ?? '';
    const issuer = certificate?.issuer ?? '';
    const key = JSON.stringify([server, serverName, version, subject]);
    const known = this.#groups.get(key);
    if (known) known.count += 1;
    else if (this.#groups.size < MAX_GROUPS) {
      this.#groups.set(key, { server, serverName, version, subject, issuer, isForSip: isForSip(connection), count: 1 });
    }
  }

  /** Those for SIP first, then those with most connections. @param all Also those that were probably not meant for SIP. */
  groups(all: boolean): readonly TlsGroup[] {
    return [...this.#groups.values()]
      .filter((group) => all || group.isForSip)
      .sort((a, b) => Number(b.isForSip) - Number(a.isForSip) || b.count - a.count);
  }
}
