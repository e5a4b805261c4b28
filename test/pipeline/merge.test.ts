// Many captures as one observation: opened when their time comes, in any order, and left when one of them fails.
import { describe, expect, it } from 'vitest';
import type { Input } from '../../src/analyze.ts';
import { analyzeBytes, analyzeInputs, type Observed } from '../support/analysis.ts';
import { captureOf, framesOf } from './split.ts';
import { callsInChunks } from './traffic.ts';

const FILES = 300;
const whole = Uint8Array.from(Buffer.concat(Array.from(callsInChunks(FILES), (chunk) => Uint8Array.from(chunk))));
const frames = framesOf(whole).toSorted((a, b) => a.timeUs - b.timeUs);

/** Captures that count how many of them are open at a time. */
class Counted {
  open = 0;
  most = 0;
  opened = 0;

  input(name: string, capture: Uint8Array, head = true): Input {
    return { name, chunks: this.#chunks(capture), ...(head ? { head: () => capture.subarray(0, 1000) } : {}) };
  }

  *#chunks(capture: Uint8Array): Iterable<Uint8Array> {
    this.opened += 1;
    this.open += 1;
    this.most = Math.max(this.most, this.open);
    try {
      for (let at = 0; at < capture.length; at += 500) yield capture.subarray(at, at + 500);
    } finally {
      this.open -= 1;
    }
  }
}

/** The frames of one rotation after the other, each a file. */
function rotated(): readonly Uint8Array[] {
  const size = Math.ceil(frames.length / FILES);
  return Array.from({ length: FILES }, (_, index) => captureOf(frames.slice(index * size, (index + 1) * size)));
}

function flowsOf({ reports }: Observed): readonly unknown[] {
  return reports.map(({ flow }) => [flow.callId, flow.outcome, flow.sightings.map(({ timeUs }) => timeUs)]);
}

describe('three hundred files of one recording', () => {
  it('are open a few at a time, whatever their order, and tell what one file would', async () => {
    const counted = new Counted();
    const inputs = rotated().map((capture, index) => counted.input(`${index}.pcap`, capture));
    const shuffled = inputs.toSorted(
      (a, b) => ((Number.parseInt(a.name) * 7) % 101) - ((Number.parseInt(b.name) * 7) % 101),
    );
    const observed = await analyzeInputs(shuffled);
    expect(counted).toMatchObject({ open: 0, opened: FILES });
    expect(counted.most).toBeLessThanOrEqual(8);
    expect(observed.inputs.map(({ file }) => file)).toEqual(shuffled.map(({ name }) => name));
    expect(flowsOf(observed)).toEqual(flowsOf(await analyzeBytes(captureOf(frames))));
  });

  it('of which no beginning can be seen beforehand are merged all the same', async () => {
    const counted = new Counted();
    const inputs = rotated().map((capture, index) => counted.input(`${index}.pcap`, capture, false));
    const observed = await analyzeInputs(inputs.toReversed());
    expect(counted).toMatchObject({ open: 0, most: FILES });
    expect(flowsOf(observed)).toEqual(flowsOf(await analyzeBytes(captureOf(frames))));
  });

  it('that were written side by side are merged packet by packet', async () => {
    const counted = new Counted();
    const inputs = Array.from({ length: FILES }, (_, side) =>
      counted.input(`${side}.pcap`, captureOf(frames.filter((_frame, index) => index % FILES === side))),
    );
    const observed = await analyzeInputs(inputs.toReversed());
    expect(counted.open).toBe(0);
    expect(flowsOf(observed)).toEqual(flowsOf(await analyzeBytes(captureOf(frames))));
  });
});

it('an input that fails closes the others', async () => {
  const counted = new Counted();
  const [first, second] = rotated().map((capture, index) => counted.input(`${index}.pcap`, capture, false));
  const failing: Input = {
    name: 'failing.pcap',
    chunks: (function* () {
      yield whole.subarray(0, 2_000);
      throw new Error('the disk is gone');
    })(),
  };
  if (!first || !second) throw new RangeError('no files');
  await expect(analyzeInputs([first, failing, second])).rejects.toThrow('the disk is gone');
  expect(counted).toMatchObject({ open: 0, opened: 2 });
});
