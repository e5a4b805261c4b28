// A bar on standard error while reading takes longer than a moment. It is drawn over itself and wiped at the end.
import type { SpokenIo } from './io.ts';
import { type Said, said } from './said.ts';

/** Nothing is drawn before this: most captures are read by then. */
const PATIENCE_MS = 300;
const REDRAW_MS = 100;
const BAR = 24;

/** Counts bytes as they are read and draws how far that is. */
export class Progress {
  readonly #io: SpokenIo;
  readonly #start: number;
  #total: number | undefined;
  #read = 0;
  #drawnAt = 0;
  #drawn = false;

  constructor(io: SpokenIo) {
    this.#io = io;
    this.#start = io.now();
  }

  /** What there is to read; without sizes only the amount read is shown. */
  expect(sizes: readonly (number | undefined)[]): void {
    let total: number | undefined = 0;
    for (const size of sizes) total = total === undefined || size === undefined ? undefined : total + size;
    this.#total = total;
  }

  /** Bound, so that it can be handed to whoever reads. */
  readonly count = (bytes: number): void => {
    this.#read += bytes;
    const now = this.#io.now();
    if (now - this.#start < PATIENCE_MS || now - this.#drawnAt < REDRAW_MS) return;
    this.#drawnAt = now;
    this.#drawn = true;
    this.#io.stderr.write(`\r${this.#line(now)}\x1b[K`);
  };

  /** Wipes the bar. */
  end(): void {
    if (this.#drawn) this.#io.stderr.write('\r\x1b[K');
    this.#drawn = false;
  }

  #line(now: number): string {
    const seconds = Math.max(0.001, (now - this.#start) / 1000);
    const speed = this.#say('megabytesPerSecond', { count: megabytes(this.#read / seconds) });
    const amount = this.#say('megabytes', { count: megabytes(this.#read) });
    if (this.#total === undefined || this.#total === 0) return this.#say('reading', { amount, speed });
    const share = Math.min(1, this.#read / this.#total);
    const full = Math.round(share * BAR);
    const bar = '█'.repeat(full) + '░'.repeat(BAR - full);
    const percent = `${Math.floor(share * 100)} %`.padStart(5);
    const total = this.#say('megabytes', { count: megabytes(this.#total) });
    return this.#say('readingShare', { bar, percent, amount, total, speed });
  }

  #say(key: Parameters<typeof said>[0], values: Said['values']): string {
    return this.#io.speak(said(key, values));
  }
}

function megabytes(bytes: number): string {
  return bytes < 10e6 ? (bytes / 1e6).toFixed(1) : String(Math.round(bytes / 1e6));
}
