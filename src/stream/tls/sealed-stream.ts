// The encrypted records of one direction are opened in their order. Each has a number that is not written in it: behind a
// hole the number is found by trying, within limits. TLS 1.3 changes keys on the way: early data, handshake, application.
// Nothing here throws.
import type { Opened, RecordOpener } from './record-opener.ts';
import type { TlsRecord } from './record.ts';

/** So many numbers are tried at most for one record. */
const MAX_TRIALS = 256;
/** After so many failures in a row the keys are not believed any more. */
const MAX_FAILURES = 16;

/** Whether so many bytes may be decrypted once more to find a number. */
export type MayTry = (bytes: number) => boolean;

/** Keys of one stretch of a direction. */
export interface Stage {
  readonly opener: RecordOpener;
  /** The same stretch behind a KeyUpdate. */
  readonly next?: () => Stage;
}

/** Opens the records of one direction. */
export class SealedStream {
  readonly #stages: Stage[];
  readonly #mayTry: MayTry;
  /** Records may come that none of the keys opens, and that have no number under them: early data. */
  #mayBeForeign: boolean;
  /** Number of the next record, and how many more may be missing before it. */
  #sequence = 0;
  #slack = 0;
  /** How many records at most were lost since these keys came into use. */
  #missing = 0;
  #failures = 0;

  /** @param stages in the order of their use; at least one. @param startsForeign early data may come first. */
  constructor(stages: readonly Stage[], startsForeign: boolean, mayTry: MayTry) {
    this.#stages = [...stages];
    this.#mayBeForeign = startsForeign;
    this.#mayTry = mayTry;
  }

  /** Too many records failed: these are not the keys, or the place is lost. */
  get isHopeless(): boolean {
    return this.#failures >= MAX_FAILURES;
  }

  /** A record that does not open now was sent under keys of an earlier session. */
  get mayBeForeign(): boolean {
    return this.#mayBeForeign;
  }

  /** What is inside the next record; undefined when it does not prove genuine. */
  open(record: TlsRecord): Opened | undefined {
    const [stage] = this.#stages;
    if (!stage || this.isHopeless) return undefined;
    const opened = this.#tryFrom(stage, record, this.#sequence, this.#slack) ?? this.#openLater(record);
    for (const { opener } of this.#stages) opener.pass(record, opened !== undefined);
    if (opened) this.#failures = 0;
    else if (!this.#mayBeForeign) {
      this.#sequence++;
      this.#failures++;
    }
    return opened;
  }

  /** At least one and at most `records` records are missing here. */
  lost(records: number): void {
    for (const { opener } of this.#stages) opener.lose();
    // Foreign records have no number: perhaps none of ours is missing.
    const certainly = this.#mayBeForeign ? 0 : 1;
    this.#sequence += certainly;
    this.#slack = Math.min(MAX_TRIALS, this.#slack + records - certainly);
    this.#missing = Math.min(MAX_TRIALS, this.#missing + records);
  }

  /** The keys of the next stage are used from here on. */
  advance(): void {
    if (this.#stages.length < 2) return;
    this.#stages.shift();
    this.#restart();
  }

  /** KeyUpdate: the same stage goes on with new keys. */
  update(): void {
    const next = this.#stages[0]?.next?.();
    if (!next) return;
    this.#stages[0] = next;
    this.#restart();
  }

  #restart(): void {
    this.#sequence = 0;
    this.#slack = 0;
    this.#missing = 0;
  }

  /** Whether the keys changed where it was not seen. */
  #openLater(record: TlsRecord): Opened | undefined {
    const [, second] = this.#stages;
    if (!second || !(this.#missing > 0 || this.#mayBeForeign)) return undefined;
    const opened = this.#tryFrom(second, record, 0, this.#missing);
    if (!opened) return undefined;
    this.#stages.shift();
    this.#missing = 0;
    return opened;
  }

  #tryFrom(stage: Stage, record: TlsRecord, first: number, slack: number): Opened | undefined {
    const bytes = record.end - record.start;
    for (let sequence = first; sequence <= first + slack; sequence++) {
      if (sequence > first && !this.#mayTry(bytes)) return undefined;
      const opened = stage.opener.open(record, sequence);
      if (!opened) continue;
      this.#sequence = sequence + 1;
      this.#slack = 0;
      if (stage === this.#stages.at(-1) || stage === this.#stages.at(-2)) this.#mayBeForeign = false;
      return opened;
    }
    return undefined;
  }
}
