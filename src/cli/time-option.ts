// A time on the command line becomes capture time. All times are UTC unless they say otherwise.
import { printable } from '../report/printable.ts';
import { UsageError } from './io.ts';
import { said } from './said.ts';

/** Microseconds since 1970, given the time of the capture's first packet (some forms are relative to it). */
export type TimeOption = (captureStartUs: number) => number;

const DAY_US = 86_400e6;

/**
 * Reads `2026-11-20T11:09:00Z`, `2026-11-20 11:09`, `2026-11-20`, `11:09:00` (on the day of the first packet), `+12.5`
 * (seconds after the first packet), `1795172940.25` (seconds since 1970).
 * @throws UsageError naming the option and what arrived.
 */
export function parseTime(option: string, text: string): TimeOption {
  const relative = /^\+(\d{1,9}(?:\.\d{1,9})?)s?$/.exec(text)?.[1];
  if (relative !== undefined) return (startUs) => startUs + Number(relative) * 1e6;
  if (/^\d{9,11}(?:\.\d{1,9})?$/.test(text)) return () => Number(text) * 1e6;
  const clock = /^(\d{1,2}):(\d\d)(?::(\d\d(?:\.\d{1,9})?))?$/.exec(text);
  if (clock) {
    const [, hours, minutes, seconds = '0'] = clock;
    const sinceMidnight = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    if (Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) < 61) {
      return (startUs) => Math.floor(startUs / DAY_US) * DAY_US + sinceMidnight * 1e6;
    }
  }
  const date = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)?)?$/i.exec(text);
  if (date) {
    const [, day, time = '00:00', fraction = '', zone = 'Z'] = date;
    const ms = Date.parse(`${day}T${time}${zone.toUpperCase()}`);
    if (!Number.isNaN(ms)) return () => ms * 1000 + Math.round(Number(`0${fraction || '.0'}`) * 1e6);
  }
  throw new UsageError(said('badTime', { option, got: printable(text, 60) }));
}
