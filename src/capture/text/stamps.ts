// Times as logs write them. Without a zone they are taken as UTC; without a year or a day they are counted from a day that
// nobody will take for a real one.

/** A point in time, and whether the text told its date. */
export interface Stamp {
  readonly timeUs: number;
  readonly nanos: number;
  readonly isDated: boolean;
}

/** A leap year, so that every day that a text may name exists. */
const UNDATED_YEAR = 1972;
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';
const DAY_S = 86_400;
const CLOCK = String.raw`(\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?`;

/** 2026-01-31 12:00:00.5, 2026/01/31T12:00:00Z, 2026-01-31 12:00:00 +0100 */
const yearFirst = new RegExp(String.raw`(\d{4})[-/](\d\d)[-/](\d\d)[T ]${CLOCK}(?: ?(Z|[+-]\d\d:?\d\d)(?![\d.:]))?`);
/** 31.01.2026 12:00:00 */
const dayFirst = new RegExp(String.raw`\b(\d\d)\.(\d\d)\.(\d{4}),? ${CLOCK}`);
/** Jan 31 12:00:00, Jan 31 2026 12:00:00, Jan 31 12:00:00 2026 */
const monthFirst = new RegExp(
  String.raw`\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}(\d{1,2})(?: (\d{4}))? ${CLOCK}(?: (\d{4})\b)?`,
);
/** 12:00:00.5 */
const clockOnly = new RegExp(String.raw`(?:^|[\s[(|])${CLOCK}(?!\d|[:.]\d)`);
/** What every one of these has. */
const anyTime = /\d:\d\d:\d\d|\d{10}\.\d/;
/** 1767182400.5 */
const epoch = /^(?:time: |\[)?(\d{10})\.(\d{1,9})\b/;

/** Reads the times of one text, which go on: midnight and the new year are noticed where a date is not told. */
export class StampReader {
  /** The day that a time of day belongs to, in seconds since 1970. */
  #dayS: number | undefined;
  #isDated = false;
  #year: number | undefined;
  #lastMonth = 0;
  #lastClockS = 0;

  /** The time that a line tells of itself, near its beginning. */
  read(line: string): Stamp | undefined {
    const head = line.length > 160 ? line.slice(0, 160) : line;
    if (!anyTime.test(head)) return undefined;
    return this.#readEpoch(head) ?? this.#readDated(head) ?? this.#readMonth(head) ?? this.#readClock(head);
  }

  #readEpoch(head: string): Stamp | undefined {
    const match = epoch.exec(head);
    if (!match) return undefined;
    const [, seconds = '', fraction = ''] = match;
    return this.#stampOf(Number(seconds), fraction, true);
  }

  #readDated(head: string): Stamp | undefined {
    const match = yearFirst.exec(head);
    const other = match ? undefined : dayFirst.exec(head);
    const [, first, month, third, hour, minute, second, fraction, zone] = match ?? other ?? [];
    if (first === undefined) return undefined;
    const [year, day] = match ? [first, third] : [third, first];
    const dayS = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 1000;
    this.#year = Number(year);
    const clockS = clockOf(hour, minute, second);
    this.#settle(dayS, clockS, Number(month), true);
    return this.#stampOf(dayS + clockS - zoneOf(zone), fraction, true);
  }

  #readMonth(head: string): Stamp | undefined {
    const match = monthFirst.exec(head);
    if (!match) return undefined;
    const [, name = '', day, yearBefore, hour, minute, second, fraction, yearBehind] = match;
    const month = MONTHS.indexOf(name) / 3 + 1;
    const told = yearBefore ?? yearBehind;
    if (told !== undefined) this.#year = Number(told);
    // December is over.
    else if (month === 1 && this.#lastMonth === 12) this.#year = (this.#year ?? UNDATED_YEAR) + 1;
    const isDated = told !== undefined || (this.#year !== undefined && this.#isDated);
    this.#year ??= UNDATED_YEAR;
    const dayS = Date.UTC(this.#year, month - 1, Number(day)) / 1000;
    const clockS = clockOf(hour, minute, second);
    this.#settle(dayS, clockS, month, isDated);
    return this.#stampOf(dayS + clockS, fraction, isDated);
  }

  #readClock(head: string): Stamp | undefined {
    const match = clockOnly.exec(head);
    if (!match) return undefined;
    const [, hour, minute, second, fraction] = match;
    const clockS = clockOf(hour, minute, second);
    let dayS = this.#dayS ?? Date.UTC(UNDATED_YEAR, 0, 1) / 1000;
    // Past midnight; a little back is another thread of the program.
    if (clockS < this.#lastClockS - DAY_S / 2) dayS += DAY_S;
    this.#settle(dayS, clockS, this.#lastMonth, this.#isDated);
    return this.#stampOf(dayS + clockS, fraction, this.#isDated);
  }

  #settle(dayS: number, clockS: number, month: number, isDated: boolean): void {
    this.#dayS = dayS;
    this.#lastClockS = clockS;
    this.#lastMonth = month;
    this.#isDated = isDated;
  }

  #stampOf(seconds: number, fraction: string | undefined, isDated: boolean): Stamp | undefined {
    const nanoseconds = Number((fraction ?? '').padEnd(9, '0'));
    const timeUs = seconds * 1e6 + Math.floor(nanoseconds / 1000);
    if (!(timeUs >= 0 && timeUs <= Number.MAX_SAFE_INTEGER)) return undefined;
    return { timeUs, nanos: nanoseconds % 1000, isDated };
  }
}

function clockOf(hour: string | undefined, minute: string | undefined, second: string | undefined): number {
  return Number(hour) * 3600 + Number(minute) * 60 + Number(second);
}

/** `+0100` and the like in seconds. */
function zoneOf(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const seconds = Number(zone.slice(1, 3)) * 3600 + Number(zone.slice(-2)) * 60;
  return zone.startsWith('-') ? -seconds : seconds;
}

/** Whether a line begins with a time, as the lines of logs do and those of SIP messages do not. */
export function beginsWithStamp(line: string): boolean {
  return /^\W{0,2}(?:\d{4}[-/]\d\d[-/]\d\d[T ]|\d\d\.\d\d\.\d{4},? |[A-Z][a-z]{2} {1,2}\d{1,2} (?:\d{4} )?)?\d\d:\d\d:\d\d\b/.test(
    line,
  );
}
