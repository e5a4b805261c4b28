import { describe, expect, test } from 'vitest';
import { duration, isoTime, seconds, shortTime, timeSpan } from '../../src/report/time.ts';

const START_US = Date.UTC(2026, 10, 20, 11, 9) * 1000;

describe('times', () => {
  test('have nine decimals', () => {
    expect(isoTime(START_US + 123_456, 789)).toBe('2026-11-20T11:09:00.123456789Z');
    expect(isoTime(START_US, 0)).toBe('2026-11-20T11:09:00.000000000Z');
    expect(isoTime(0, 1)).toBe('1970-01-01T00:00:00.000000001Z');
  });

  test('before 1970 count upwards too', () => {
    expect(isoTime(-1, 0)).toBe('1969-12-31T23:59:59.999999000Z');
  });

  test('that no calendar knows do not throw', () => {
    expect(isoTime(Number.MAX_SAFE_INTEGER, 0)).toMatch(/^2255-/);
    expect(isoTime(1e300, 0)).toMatch(/^\+275760-/);
  });

  test('are short for people', () => {
    expect(shortTime(START_US)).toBe('2026-11-20 11:09:00 UTC');
    expect(timeSpan(START_US, START_US + 90e6)).toBe('2026-11-20 11:09:00 – 11:10:30 UTC');
    expect(timeSpan(START_US, START_US + 86_400e6)).toBe('2026-11-20 11:09:00 – 2026-11-21 11:09:00 UTC');
    expect(timeSpan(START_US, START_US)).toBe('2026-11-20 11:09:00 UTC');
  });
});

describe('durations', () => {
  test.each([
    [0, '0 s'],
    [320, '320 µs'],
    [12_400, '12 ms'],
    [999_600, '1 s'],
    [2_010_000, '2.01 s'],
    [32_000_000, '32 s'],
    [99_960_000, '1 min 40 s'],
    [3_600_000_000, '1 h'],
    [12_000_000_000, '3 h 20 min'],
    [187_200_000_000, '2 d 4 h'],
  ])('%d µs read as %s', (us, text) => {
    expect(duration(us, 'en')).toBe(text);
  });

  test('in seconds have three decimals', () => {
    expect(seconds(2_010_499)).toBe('2.010');
  });
});
