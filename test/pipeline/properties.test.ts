// Whatever happens to a capture on its way to us: how it is chunked, cut, damaged, split over files.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CaptureError } from '../../src/analyze.ts';
import { analyzeBytes, analyzeInputs, captureBytes, jsonOf, type Observed, recordings } from '../support/analysis.ts';
import { accusationsIn } from './accusations.ts';
import { scripts } from './scripts.ts';
import { captureOf, framesOf, storyOf } from './split.ts';

const captures = recordings.map(([folder, recorded]) => [folder, captureBytes(recorded)] as const);

/** Nothing where the bytes are no capture any more. */
async function analyzeDamaged(bytes: Uint8Array): Promise<Observed | undefined> {
  try {
    return await analyzeBytes(bytes);
  } catch (error) {
    if (error instanceof CaptureError) return undefined;
    throw error;
  }
}

/** What `early` says for certain and `whole` does not. */
function withdrawn(early: Observed, whole: readonly string[]): readonly string[] {
  return accusationsIn(early).filter((accusation) => !whole.includes(accusation));
}

describe('the same capture gives the same document', () => {
  test.each(captures)('%s: in chunks of any size, in a buffer that is used again', async (_, capture) => {
    const whole = jsonOf(await analyzeBytes(capture));
    const sizes = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(sizes, async (sizes) => {
        const chunked = await analyzeInputs([{ name: 'a.pcap', chunks: chunksOf(capture, sizes) }]);
        expect(jsonOf(chunked)).toBe(whole);
      }),
      { numRuns: 12 },
    );
  });

  test.each(captures)('%s: byte by byte, and from a source that takes its time', async (_, capture) => {
    const whole = jsonOf(await analyzeBytes(capture));
    const bytewise = await analyzeInputs([{ name: 'a.pcap', chunks: chunksOf(capture, [1]) }]);
    expect(jsonOf(bytewise)).toBe(whole);
    const slow = await analyzeInputs([{ name: 'a.pcap', chunks: later(chunksOf(capture, [1460])) }]);
    expect(jsonOf(slow)).toBe(whole);
  });

  test.each([...captures, ...scripts])('%s: whether each message is wanted at once or not', async (_, capture) => {
    const asked = await analyzeBytes(capture, { messages: true });
    expect(asked.sightings).toHaveLength(asked.reports.flatMap(({ flow }) => flow.sightings).length);
    expect(jsonOf(asked)).toBe(jsonOf(await analyzeBytes(capture)));
  });
});

function* chunksOf(bytes: Uint8Array, sizes: readonly number[]): Iterable<Uint8Array> {
  const buffer = new Uint8Array(Math.max(...sizes));
  for (let at = 0, index = 0; at < bytes.length; index++) {
    const chunk = bytes.subarray(at, at + (sizes[index % sizes.length] ?? 1));
    buffer.fill(0xee);
    buffer.set(chunk);
    yield buffer.subarray(0, chunk.length);
    at += chunk.length;
  }
}

async function* later(chunks: Iterable<Uint8Array>): AsyncIterable<Uint8Array> {
  for (const chunk of chunks) {
    await Promise.resolve();
    yield chunk;
  }
}

/** Where the first packet may begin: behind the header, or behind the section and its first interface. */
function headerBytesOf(capture: Uint8Array): number {
  const view = new DataView(capture.buffer, capture.byteOffset, capture.length);
  if (view.getUint32(0) !== 0x0a0d0d0a) return 24;
  const section = view.getUint32(4, true);
  return section + view.getUint32(section + 4, true);
}

describe('a recording that was stopped earlier', () => {
  test.each([...captures, ...scripts])(
    '%s: after any packet, accuses nobody whom the whole clears',
    async (_, capture) => {
      const whole = accusationsIn(await analyzeBytes(capture));
      const frames = framesOf(capture);
      for (let count = 0; count < frames.length; count++) {
        const early = await analyzeBytes(captureOf(frames.slice(0, count)));
        expect([count, withdrawn(early, whole)]).toEqual([count, []]);
      }
    },
  );

  test.each(captures)('%s: at any byte, is still read as far as it goes', async (_, capture) => {
    const whole = accusationsIn(await analyzeBytes(capture));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: capture.length }), async (length) => {
        const early = await analyzeDamaged(capture.subarray(0, length));
        if (length >= headerBytesOf(capture)) expect(early).toBeDefined();
        if (early) expect(withdrawn(early, whole)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('damaged bytes', () => {
  test.each(captures)('%s: are data, not exceptions', async (_, capture) => {
    const damage = fc.array(fc.tuple(fc.nat({ max: capture.length - 1 }), fc.integer({ min: 1, max: 255 })), {
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(damage, async (flips) => {
        const damaged = Uint8Array.from(capture);
        for (const [at, mask] of flips) damaged[at] = (damaged[at] ?? 0) ^ mask;
        const observed = await analyzeDamaged(damaged);
        if (!observed) return;
        expect(JSON.parse(jsonOf(observed))).toHaveProperty('schemaVersion', 1);
        // Flows kept as bytes and flows kept as objects are the same flows.
        expect(jsonOf(await analyzeBytes(damaged, { messages: true }))).toBe(jsonOf(observed));
      }),
      { numRuns: 25 },
    );
  });
});

describe('a capture in two files, merged', () => {
  test.each(captures)('%s: tells the same story wherever it is split', async (_, capture) => {
    const frames = framesOf(capture);
    const whole = storyOf(await analyzeBytes(captureOf(frames)), [frames.map(({ number }) => number)]);
    for (let at = 1; at < frames.length; at++) {
      expect(await storyOfParts([frames.slice(0, at), frames.slice(at)])).toBe(whole);
    }
  });

  test.each(captures)('%s: tells the same story whichever file comes first', async (_, capture) => {
    const frames = framesOf(capture);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { minLength: frames.length, maxLength: frames.length }),
        async (sides) => {
          const one = frames.filter((_frame, index) => sides[index] ?? false);
          const other = frames.filter((_frame, index) => !sides[index]);
          expect(await storyOfParts([other, one])).toBe(await storyOfParts([one, other]));
        },
      ),
      { numRuns: 8 },
    );
  });
});

async function storyOfParts(parts: readonly (readonly ReturnType<typeof framesOf>[number][])[]): Promise<string> {
  const inputs = parts.map((frames, index) => ({ name: `${index}.pcap`, chunks: [captureOf(frames)] }));
  const numbers = parts.map((frames) => frames.map(({ number }) => number));
  return storyOf(await analyzeInputs(inputs), numbers);
}
