// Steps of the clock, as the times of packets show them.
import { expect, it } from 'vitest';
import { Clock } from '../../src/ledger/clock.ts';

function clockOf(timesMs: readonly number[]): Clock {
  const clock = new Clock();
  for (const [index, timeMs] of timesMs.entries()) clock.reach(1e12 + timeMs * 1000, index + 1);
  return clock;
}

it('a clock that goes on, or stands still, makes no step', () => {
  expect(clockOf([0, 1, 1, 5000]).steps).toBeUndefined();
  expect(clockOf([]).steps).toBeUndefined();
});

it('packets out of order by no more than a millisecond are not worth a word', () => {
  expect(clockOf([10, 9, 10.5, 9.5]).steps).toBeUndefined();
});

it('a larger step is counted, and upsets nothing yet', () => {
  const clock = clockOf([100, 95, 96, 94]);
  expect(clock.steps).toEqual({ count: 2, largestUs: 5000, frame: 2 });
  expect(clock.upsets).toBe(0);
});

it('a clock that was set back upsets timers: the largest step is named by the frame behind it', () => {
  const clock = clockOf([0, 3_600_000, 3_599_800, 0, 10, 5]);
  expect(clock.steps).toEqual({ count: 3, largestUs: 3_599_800_000, frame: 4 });
  expect([clock.upsets, clock.firstUpset]).toEqual([2, 3]);
});
