// Captures of TLS with parts missing, cut elsewhere, damaged, or with secrets that come late: what comes out is what was sent, or
// nothing.
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Segment } from '../../../src/packet/segment.ts';
import { captureOf, keysOf, type Reading, readTls, segmentsOf } from './read-tls.ts';

/** One of each family, with everything that happens in a connection. */
const families = [
  'tls13-aes128-gcm',
  'tls13-key-update',
  'tls13-early-data',
  'tls12-aes128-gcm',
  'tls12-chacha20',
  'tls12-aes128-ccm8',
  'tls12-aes128-sha-mte',
  'tls12-aes256-sha384-etm',
  'tls12-renegotiated',
  'tls10-aes128-sha-etm',
  'tls10-aes256-sha-mte',
];

/** A hole is waited for: what came behind it comes out later than it was sent. */
const textsInOrder = (seen: Reading['seen']): string[] =>
  seen.toSorted((a, b) => a.frame - b.frame).map(({ text }) => text);
const textsOf = ({ seen }: Reading): string[] => seen.map(({ text }) => text);
const readWith = (name: string, alter?: (segment: Segment, index: number) => Segment | undefined): Promise<Reading> =>
  readTls(captureOf(name), { keys: keysOf(name), ...(alter ? { alter } : {}) });

describe('a hole in a TLS connection', () => {
  const many = ['many-tls13', 'many-tls12-gcm', 'many-tls12-ccm8', 'many-tls12-cbc'];

  test.each(many)('%s: costs the messages in it and no other', async (name) => {
    const whole = await readWith(name);
    expect(whole.seen).toHaveLength(9);
    for (const lost of whole.seen) {
      const { seen, facts, notes } = await readWith(name, (segment) =>
        segment.frame === lost.frame ? undefined : segment,
      );
      expect(textsInOrder(seen)).toEqual(textsInOrder(whole.seen.filter((each) => each !== lost)));
      expect(facts.map(({ failed }) => failed)).toEqual([0]);
      // Before the first message nobody knows that it is SIP.
      const isFirst = lost === whole.seen.find(({ source }) => source === lost.source);
      expect([...notes.keys()]).toEqual(isFirst ? [] : ['tcp-gap']);
    }
  });

  test.each(many)('%s: may be wide', async (name) => {
    const whole = await readWith(name);
    const [first, ...others] = whole.seen.filter(({ text }) => text.startsWith('OPTIONS'));
    const last = others.at(-1);
    const missing = new Set(others.slice(0, -1).map(({ frame }) => frame));
    const { seen } = await readWith(name, (segment) => (missing.has(segment.frame) ? undefined : segment));
    const requests = seen.filter(({ text }) => text.startsWith('OPTIONS'));
    expect(requests.map(({ text }) => text)).toEqual([first?.text, last?.text]);
  });

  it('costs one record more where each is chained to the one before (CBC in TLS 1.0): here an empty one', async () => {
    const whole = await readWith('many-tls10-cbc');
    const { seen, facts } = await readWith('many-tls10-cbc', (segment) => (segment.frame === 19 ? undefined : segment));
    const sent = whole.seen.filter(({ frame }) => frame !== 19);
    expect(textsInOrder(seen)).toEqual(textsInOrder(sent));
    expect(facts.map(({ failed }) => failed)).toEqual([1]);
  });

  it('in the middle of a record leaves the place of the next one known', async () => {
    const whole = await readWith('many-tls13');
    const { seen } = await readWith('many-tls13', (segment) =>
      segment.frame === 14
        ? {
            ...segment,
            payloadEnd: segment.payloadStart + 100,
            missing: segment.payloadEnd - segment.payloadStart - 100,
          }
        : segment,
    );
    expect(seen.map(({ text }) => text)).toEqual(textsOf(whole).toSpliced(1, 1));
  });

  test.each(families)('%s: whatever is missing, only what was sent comes out', async (name) => {
    const sent = new Set(textsOf(await readWith(name)));
    const segments = segmentsOf(captureOf(name));
    for (const index of segments.keys()) {
      const reading = await readWith(name, (segment, at) => (at === index ? undefined : segment));
      for (const text of textsOf(reading)) expect(sent).toContain(text);
    }
  });

  test.each(families)('%s: only one direction recorded gives nothing, and says why', async (name) => {
    const [first] = segmentsOf(captureOf(name));
    for (const port of [first?.sourcePort, 5061]) {
      const reading = await readWith(name, (segment) => (segment.sourcePort === port ? segment : undefined));
      expect(reading.seen).toEqual([]);
      expect([...reading.notes.keys()]).toContain('tls-no-handshake');
    }
  });

  test.each(families)('%s: a recording that begins in the middle gives nothing, and says why', async (name) => {
    const { frame = 0 } = (await readWith(name)).seen[0] ?? {};
    const connections = (await readWith(name)).facts.length;
    if (connections > 1) return;
    const reading = await readWith(name, (segment) => (segment.frame < frame ? undefined : segment));
    expect(reading.seen.filter(({ transport }) => transport !== 'tls')).toEqual([]);
    expect([...reading.notes.keys()]).toContain('tls-no-handshake');
  });
});

describe('secrets that come late', () => {
  test.each(families)('%s: open what waits for them', async (name) => {
    const whole = textsOf(await readWith(name)).sort();
    const { length } = segmentsOf(captureOf(name));
    for (let keysAfter = 0; keysAfter < length; keysAfter += 3) {
      const reading = await readTls(captureOf(name), { keys: keysOf(name), keysAfter, mayGrow: true });
      expect(textsOf(reading).sort()).toEqual(whole);
      expect(reading.noted).toEqual([]);
    }
  });

  it('are not waited for where none can come', async () => {
    const reading = await readTls(captureOf('tls12-aes128-gcm'), { keys: keysOf('tls12-aes128-gcm'), keysAfter: 99 });
    expect(reading.seen).toEqual([]);
    expect(reading.noted).toEqual(['tls-no-key-log 1']);
  });
});

describe('however the stream is cut into segments', () => {
  test.each(families)('%s: the same messages come out', async (name) => {
    const whole = textsOf(await readWith(name));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 8 }), async (sizes) => {
        const reading = await readTls(captureOf(name), { keys: keysOf(name), split: sizes });
        expect(textsOf(reading).sort()).toEqual([...whole].sort());
      }),
      { numRuns: 12 },
    );
  });

  it('a byte at a time, too', async () => {
    for (const name of families) {
      const reading = await readTls(captureOf(name), { keys: keysOf(name), split: [1] });
      expect(textsOf(reading).sort()).toEqual(textsOf(await readWith(name)).sort());
    }
  });
});

describe('damage', () => {
  test.each(families)('%s: a flipped bit never lets anything else out, and never throws', async (name) => {
    const capture = captureOf(name);
    const sent = textsOf(await readWith(name));
    const segments = segmentsOf(capture).filter(({ payloadStart, payloadEnd }) => payloadEnd > payloadStart);
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.integer({ min: 0, max: 7 }), async (which, where, bit) => {
        const hit = segments[which % segments.length];
        const reading = await readWith(name, (segment) =>
          segment.frame === hit?.frame ? flipped(segment, where, bit) : segment,
        );
        for (const { text, cut } of reading.seen) {
          expect(sent.some((whole) => (cut ? whole.startsWith(text) : whole === text))).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test.each(families)('%s: any beginning of it is read as far as it goes', async (name) => {
    const sent = textsOf(await readWith(name));
    const { length } = segmentsOf(captureOf(name));
    for (let end = 0; end < length; end++) {
      const reading = await readWith(name, (segment, index) => (index < end ? segment : undefined));
      expect(textsOf(reading)).toEqual(sent.slice(0, reading.seen.length));
    }
  });

  it('noise that begins like a record never throws', async () => {
    const segments = segmentsOf(captureOf('tls12-aes128-gcm'));
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 10, maxLength: 400 }), fc.boolean(), async (noise, asHello) => {
        noise.set(asHello ? [22, 3, 1, 0, 200, 1, 0, 0, 196] : [23, 3, 3]);
        const reading = await readTls(captureOf('tls12-aes128-gcm'), {
          alter: (segment) =>
            segment.frame > 3 && segment.payloadEnd > segment.payloadStart
              ? { ...segment, bytes: withPayload(segment, noise), payloadEnd: segment.payloadStart + noise.length }
              : segment,
        });
        expect(reading.seen.filter(({ transport }) => transport === 'tls')).toEqual([]);
      }),
    );
    expect(segments.length).toBeGreaterThan(10);
  });
});

function flipped(segment: Segment, where: number, bit: number): Segment {
  const bytes = segment.bytes.slice();
  const at = segment.payloadStart + (where % (segment.payloadEnd - segment.payloadStart));
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
  return { ...segment, bytes };
}

function withPayload({ bytes, payloadStart }: Segment, payload: Uint8Array): Uint8Array {
  const whole = new Uint8Array(payloadStart + payload.length);
  whole.set(bytes.subarray(0, payloadStart));
  whole.set(payload, payloadStart);
  return whole;
}
