// The secrets of an observation with everything that is shared between its TLS connections: the ciphers, which are loaded
// only when there is something to decrypt, and the limits of what waits and of what is tried.
import { KeyLog } from './key-log.ts';
import type * as recordOpener from './record-opener.ts';

/** The ciphers. */
export type Ciphers = Pick<typeof recordOpener, keyof typeof recordOpener>;

/** Encrypted records that wait for their secrets, in bytes: of one connection, and altogether. */
const MAX_WAITING_BYTES = 256 * 1024;
const MAX_TOTAL_WAITING_BYTES = 16 * 1024 * 1024;
/** Bytes that are decrypted only to find out which record it is that came behind a hole. */
const MAX_TRIAL_BYTES = 256 * 1024 * 1024;

/** Something that waits for secrets. */
export interface Waiting {
  /** Secrets came: perhaps those. */
  resume(): void;
  /** None will come any more. */
  finish(): void;
}

/** What the TLS connections of one observation have in common. */
export class TlsSecrets {
  readonly log = new KeyLog();
  /** More secrets may stand in what was not read yet: records whose secrets are missing are kept for a while. */
  mayGrow = false;
  readonly #waiting = new Set<Waiting>();
  #ciphers: Ciphers | undefined;
  #isGiven = false;
  #waitingBytes = 0;
  #trialBytes = 0;

  /** Takes in a key log. Without the ciphers, what waits for it has to wait for `settle` too. */
  add(log: Uint8Array): void {
    this.#isGiven = true;
    this.log.add(log);
    if (this.#ciphers) this.#resumeAll();
  }

  /** There is a key log, though perhaps without any secret. */
  get isGiven(): boolean {
    return this.#isGiven;
  }

  /** The ciphers; undefined until they are loaded. */
  get ciphers(): Ciphers | undefined {
    return this.#ciphers;
  }

  /** There are secrets, but nothing that could use them: `settle` has to be called. */
  get isUnsettled(): boolean {
    return this.log.size > 0 && this.#ciphers === undefined;
  }

  /** Loads the ciphers, and lets those go on that waited for them. */
  async settle(): Promise<void> {
    if (this.#ciphers) return;
    this.#ciphers = await import('./record-opener.ts');
    this.#resumeAll();
  }

  #resumeAll(): void {
    for (const waiting of this.#waiting) waiting.resume();
  }

  /** Whether a record may wait: secrets may come, and there is room. @param have bytes that its connection keeps already. */
  letWait(waiting: Waiting, have: number, bytes: number): boolean {
    // For the ciphers nothing waits longer than until the next chunk.
    if (have + bytes > MAX_WAITING_BYTES && !this.isUnsettled) return false;
    if (this.#waitingBytes + bytes > MAX_TOTAL_WAITING_BYTES) return false;
    this.#waiting.add(waiting);
    this.#waitingBytes += bytes;
    return true;
  }

  /** No more secrets will come: what waits is given up. */
  end(): void {
    for (const waiting of this.#waiting) waiting.finish();
  }

  /** So many bytes wait no longer. */
  release(bytes: number): void {
    this.#waitingBytes -= bytes;
  }

  /** It waits for nothing any more. */
  forget(waiting: Waiting): void {
    this.#waiting.delete(waiting);
  }

  /** Whether a record of so many bytes may be tried once more, under another number. Bound. */
  readonly mayTry = (bytes: number): boolean => {
    this.#trialBytes += bytes;
    return this.#trialBytes <= MAX_TRIAL_BYTES;
  };
}
