// Which time a flow was watched: the recording that saw it, and those that go on with it without a break.
import { expect, test } from 'vitest';
import { CaptureView } from '../../src/flow/window.ts';

const SECOND = 1_000_000;

function viewOf(...stretches: readonly (readonly [number, number])[]): CaptureView {
  const view = new CaptureView(10);
  for (const [input, [first, last]] of stretches.entries()) {
    view.reach(first * SECOND, input);
    view.reach(last * SECOND, input);
  }
  return view;
}

/** For a flow in the middle of what the input recorded at first. */
function coveredIn(view: CaptureView, input: number, atSeconds = [150, 150, 350][input] ?? 0) {
  const at = atSeconds * SECOND;
  return view.covered(() => new Set([input]), { firstUs: at, lastUs: at });
}

test('one recording covers itself', () => {
  expect(coveredIn(viewOf([100, 200]), 0)).toEqual({ firstUs: 100 * SECOND, lastUs: 200 * SECOND });
});

test('a rotated recording goes on where the one before ends', () => {
  const view = viewOf([201, 300], [100, 200], [301, 400]);
  expect(coveredIn(view, 1)).toEqual({ firstUs: 100 * SECOND, lastUs: 400 * SECOND });
  expect(coveredIn(view, 2)).toEqual({ firstUs: 100 * SECOND, lastUs: 400 * SECOND });
});

test('a recording of another day says nothing about this one', () => {
  const view = viewOf([100, 200], [90_000, 90_100]);
  expect(coveredIn(view, 0)).toEqual({ firstUs: 100 * SECOND, lastUs: 200 * SECOND });
  expect(coveredIn(view, 1, 90_050)).toEqual({ firstUs: 90_000 * SECOND, lastUs: 90_100 * SECOND });
});

test('a clock that is set back does not make time negative', () => {
  const view = viewOf([100, 200]);
  view.reach(50 * SECOND, 0);
  expect(view.lastUs).toBe(200 * SECOND);
  expect(coveredIn(view, 0)).toEqual({ firstUs: 50 * SECOND, lastUs: 200 * SECOND });
});

test('hours without any packet are a break: what came before it was watched no longer', () => {
  const view = viewOf([100, 200]);
  view.reach(900 * SECOND, 0);
  view.reach(90_000 * SECOND, 0);
  view.reach(90_100 * SECOND, 0);
  expect(coveredIn(view, 0, 150)).toEqual({ firstUs: 100 * SECOND, lastUs: 900 * SECOND });
  expect(coveredIn(view, 0, 90_050)).toEqual({ firstUs: 90_000 * SECOND, lastUs: 90_100 * SECOND });
  const over = view.covered(() => new Set([0]), { firstUs: 150 * SECOND, lastUs: 90_050 * SECOND });
  expect(over).toEqual({ firstUs: 100 * SECOND, lastUs: 90_100 * SECOND });
});

test('a clock that jumps far ahead and back again leaves two stretches, not one that spans them', () => {
  const view = viewOf([100, 200]);
  view.reach(90_000 * SECOND, 0);
  view.reach(210 * SECOND, 0);
  view.reach(90_050 * SECOND, 0);
  view.reach(220 * SECOND, 0);
  expect(coveredIn(view, 0, 150)).toEqual({ firstUs: 100 * SECOND, lastUs: 220 * SECOND });
  expect(coveredIn(view, 0, 90_020)).toEqual({ firstUs: 90_000 * SECOND, lastUs: 90_050 * SECOND });
});

test('packets of days in any order are kept apart', () => {
  const view = new CaptureView(10);
  for (const day of [3, 1, 2, 1, 3]) view.reach(day * 86_400 * SECOND + day, 0);
  const at = 2 * 86_400 * SECOND + 2;
  expect(view.covered(() => new Set([0]), { firstUs: at, lastUs: at })).toEqual({ firstUs: at, lastUs: at });
});
