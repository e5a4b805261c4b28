// What both ends agreed on, and the key log, become what opens the records of one direction.
import { cipherSuiteOf, type Protection } from './cipher-suites.ts';
import type { TlsContent, TlsRole } from './facts.ts';
import type { SecretLabel } from './key-log.ts';
import { TLS_1_0, TLS_1_3 } from './names.ts';
import { bytesOfHex } from './octets.ts';
import { SealedStream, type Stage } from './sealed-stream.ts';
import type { Ciphers, TlsSecrets } from './secrets.ts';
import type { Agreement } from './side.ts';

/** Why the records of a direction cannot be opened. */
export type Locked = Exclude<TlsContent, 'decrypted' | 'none'>;

/**
 * What opens the records of one end; `wait` where what is missing may still come.
 * @param startsForeign records may come first that the keys do not open.
 */
export function unlock(
  role: TlsRole | undefined,
  agreement: Agreement,
  secrets: TlsSecrets,
  startsForeign: boolean,
): SealedStream | Locked | 'wait' {
  const { clientHello, serverHello } = agreement;
  if (!role || !clientHello || !serverHello) return 'wait';
  const { version, suite } = serverHello;
  const { protection } = cipherSuiteOf(suite);
  if (!protection || version < TLS_1_0 || version > TLS_1_3) return 'unsupported';
  const { log, ciphers, mayGrow, isGiven } = secrets;
  if (!log.has(clientHello.random)) {
    if (mayGrow) return 'wait';
    return isGiven ? 'no-secrets' : 'no-key-log';
  }
  if (!ciphers) return 'wait';
  if (role === 'client' && mustHearServer(agreement, secrets)) return 'wait';
  const stages =
    version < TLS_1_3
      ? masterStages(role, agreement, protection, secrets, ciphers)
      : trafficStages(labelsFor(role, agreement), clientHello.random, protection, secrets, ciphers);
  if (stages.length > 0)
    return new SealedStream(stages, startsForeign || lacksHandshakeKeys(version, stages), secrets.mayTry);
  return mayGrow ? 'wait' : 'no-secrets';
}

/** Whether early data is read, the server says in its encrypted part; that it does not, before. */
function mustHearServer({ clientHello, earlyData }: Agreement, { log }: TlsSecrets): boolean {
  if (!clientHello?.offersEarlyData || earlyData) return false;
  return log.find('SERVER_HANDSHAKE_TRAFFIC_SECRET', clientHello.random) !== undefined;
}

/** Only the last of the secrets of TLS 1.3 is there: the handshake cannot be read, but what follows can. */
function lacksHandshakeKeys(version: number, stages: readonly Stage[]): boolean {
  return version >= TLS_1_3 && stages.length === 1;
}

function masterStages(
  role: TlsRole,
  { clientHello, serverHello }: Agreement,
  protection: Protection,
  { log }: TlsSecrets,
  { openerOfMaster }: Ciphers,
): readonly Stage[] {
  const master = clientHello && log.find('CLIENT_RANDOM', clientHello.random);
  if (!master || !serverHello) return [];
  const { version, random: serverRandom, encryptThenMac } = serverHello;
  const clientRandom = bytesOfHex(clientHello.random);
  const secret = { protection, version, master, clientRandom, serverRandom, encryptThenMac };
  return [{ opener: openerOfMaster(secret, role) }];
}

/** Labels of the secrets of TLS 1.3, in the order of their use. */
const labels: Readonly<Record<TlsRole, readonly SecretLabel[]>> = {
  client: ['CLIENT_EARLY_TRAFFIC_SECRET', 'CLIENT_HANDSHAKE_TRAFFIC_SECRET', 'CLIENT_TRAFFIC_SECRET_0'],
  server: ['SERVER_HANDSHAKE_TRAFFIC_SECRET', 'SERVER_TRAFFIC_SECRET_0'],
};

/** Early data that the server refused was never read by it. */
function labelsFor(role: TlsRole, { earlyData }: Agreement): readonly SecretLabel[] {
  return labels[role].filter((label) => label !== 'CLIENT_EARLY_TRAFFIC_SECRET' || earlyData === 'accepted');
}

function trafficStages(
  wanted: readonly SecretLabel[],
  random: string,
  protection: Protection,
  { log }: TlsSecrets,
  ciphers: Ciphers,
): readonly Stage[] {
  const found = wanted.flatMap((label) => log.find(label, random) ?? []);
  return found.map((secret) => trafficStage(protection, secret, ciphers));
}

function trafficStage(protection: Protection, secret: Uint8Array, ciphers: Ciphers): Stage {
  return {
    opener: ciphers.openerOfSecret(protection, secret),
    next: () => trafficStage(protection, ciphers.nextSecretOf(protection, secret), ciphers),
  };
}
