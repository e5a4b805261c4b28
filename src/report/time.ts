// Capture time becomes text: ISO 8601 with nine decimals for machines, relative seconds and short dates for people.
import type { ReportWords } from '../languages/catalogue.ts';
import { catalogueOf } from '../languages/spoken.ts';

const LAST_MS = 8.64e15; // the largest time that Date can hold

/** ISO 8601 in UTC with nine decimals: `2026-11-20T11:09:00.123456789Z`. */
export function isoTime(timeUs: number, nanos: number): string {
  const seconds = Math.floor(timeUs / 1e6);
  const fraction = (timeUs - seconds * 1e6) * 1000 + nanos;
  if (seconds !== latest.seconds) latest = { seconds, text: wholeSeconds(seconds, 'T') };
  return `${latest.text}.${String(fraction).padStart(9, '0')}Z`;
}

/** Messages come by the dozen in a second: its text is made once. */
let latest = { seconds: Number.NaN, text: '' };

/** `2026-11-20 11:09:00 UTC` for people. */
export function shortTime(timeUs: number): string {
  return `${wholeSeconds(Math.floor(timeUs / 1e6), ' ')} UTC`;
}

function wholeSeconds(seconds: number, between: string): string {
  const ms = Math.min(Math.max(seconds * 1000, -LAST_MS), LAST_MS);
  const iso = new Date(ms).toISOString();
  return iso.slice(0, iso.indexOf('.')).replace('T', between);
}

/** `2026-11-20 11:09:00 – 11:12:30 UTC`, the second date only where it is another one. */
export function timeSpan(firstUs: number, lastUs: number): string {
  const first = wholeSeconds(Math.floor(firstUs / 1e6), ' ');
  const last = wholeSeconds(Math.floor(lastUs / 1e6), ' ');
  if (first === last) return `${first} UTC`;
  const day = first.lastIndexOf(' ');
  return `${first} – ${first.slice(0, day) === last.slice(0, day) ? last.slice(day + 1) : last} UTC`;
}

/** Seconds with three decimals: `2.010`. */
export function seconds(us: number): string {
  return (us / 1e6).toFixed(3);
}

/** Seconds with their unit: `2.010 s`. */
export function secondsOf(us: number, locale: string, decimals = 3): string {
  return withUnit((us / 1e6).toFixed(decimals), 's', locale);
}

/** A duration for people: `320 µs`, `12 ms`, `2.01 s`, `32.4 s`, `4 min 5 s`, `3 h 20 min`, `2 d 4 h`. */
export function duration(us: number, locale: string): string {
  const whole = Math.max(0, us);
  if (whole < 0.5) return withUnit(0, 's', locale);
  if (whole < 1000) return withUnit(Math.round(whole), 'us', locale);
  if (whole < 999_500) return withUnit(Math.round(whole / 1000), 'ms', locale);
  const s = whole / 1e6;
  if (s < 9.995) return withUnit(trimmed(s.toFixed(2)), 's', locale);
  if (s < 99.95) return withUnit(trimmed(s.toFixed(1)), 's', locale);
  const total = Math.round(s);
  if (total < 3600) return pair(total, 60, 'min', 's', locale);
  const minutes = Math.round(total / 60);
  if (minutes < 48 * 60) return pair(minutes, 60, 'h', 'min', locale);
  return pair(Math.round(total / 3600), 24, 'd', 'h', locale);
}

type Unit = keyof ReportWords['units'];

function withUnit(count: number | string, unit: Unit, locale: string): string {
  return `${count} ${catalogueOf(locale).report.units[unit]}`;
}

function trimmed(decimal: string): string {
  return decimal.replace(/\.?0+$/, '');
}

function pair(count: number, per: number, big: Unit, small: Unit, locale: string): string {
  const whole = withUnit(Math.floor(count / per), big, locale);
  return count % per === 0 ? whole : `${whole} ${withUnit(count % per, small, locale)}`;
}
