// A key log in NSS format becomes secrets that are found by client random: lines of `LABEL <client random> <secret>`, in any
// order. The secrets stay in here: they stand in private fields and are handed to nobody but the key schedule.
import { latin1 } from '../../bytes/ascii.ts';
import { bytesOfHex } from './octets.ts';

/** The labels that open something. Others (EXPORTER_SECRET, RSA …) are of no use here and are passed over. */
const LABELS = [
  'CLIENT_RANDOM',
  'CLIENT_EARLY_TRAFFIC_SECRET',
  'CLIENT_HANDSHAKE_TRAFFIC_SECRET',
  'SERVER_HANDSHAKE_TRAFFIC_SECRET',
  'CLIENT_TRAFFIC_SECRET_0',
  'SERVER_TRAFFIC_SECRET_0',
] as const;

/** What a secret is for. `CLIENT_RANDOM` is the master secret of TLS 1.2 and before, the others are of TLS 1.3. */
export type SecretLabel = (typeof LABELS)[number];

/** Lines that are kept; later ones are only counted. */
const MAX_SECRETS = 100_000;
/** Longest line that is looked at: a label, 32 bytes and 64 bytes in hexadecimal need less. */
const MAX_LINE = 512;

const LF = 10;
const line = /^([A-Z][A-Z0-9_]{0,63})[ \t]+([0-9A-Fa-f]{64})[ \t]+((?:[0-9A-Fa-f]{2}){16,64})[ \t\r]*$/;
const knownLabels: ReadonlySet<string> = new Set(LABELS);

/** The secrets of an observation, from whatever source they come. */
export class KeyLog {
  /** Client random (hexadecimal, lower case) → label → secret. */
  readonly #secrets = new Map<string, Map<string, string>>();
  readonly #maxSecrets: number;
  #size = 0;
  #dropped = 0;
  #version = 0;

  constructor(maxSecrets: number = MAX_SECRETS) {
    this.#maxSecrets = maxSecrets;
  }

  /** How many secrets there are. */
  get size(): number {
    return this.#size;
  }

  /** Secrets that were left out, because there were too many. */
  get dropped(): number {
    return this.#dropped;
  }

  /** Rises whenever secrets were added: what was not found before may be there now. */
  get version(): number {
    return this.#version;
  }

  /** Takes in the text of a key log. Comments, other labels and lines that are none are passed over. */
  add(log: Uint8Array): void {
    this.#version++;
    for (let start = 0; start < log.length;) {
      const lineFeed = log.indexOf(LF, start);
      const end = lineFeed < 0 ? log.length : lineFeed;
      if (end - start <= MAX_LINE) this.#addLine(latin1(log, start, end));
      start = end + 1;
    }
  }

  /** The secret of a connection, owned by the caller; undefined when the log has none. @param random hexadecimal. */
  find(label: SecretLabel, random: string): Uint8Array | undefined {
    const secret = this.#secrets.get(random)?.get(label);
    return secret === undefined ? undefined : bytesOfHex(secret);
  }

  /** Whether the log knows anything of a connection. @param random hexadecimal. */
  has(random: string): boolean {
    return this.#secrets.has(random);
  }

  #addLine(text: string): void {
    const [, label = '', random = '', secret = ''] = line.exec(text) ?? [];
    if (!knownLabels.has(label)) return;
    if (this.#size >= this.#maxSecrets) {
      this.#dropped++;
      return;
    }
    const key = random.toLowerCase();
    const known = this.#secrets.get(key);
    if (known?.has(label) !== true) this.#size++;
    if (known) known.set(label, secret);
    else this.#secrets.set(key, new Map([[label, secret]]));
  }
}
