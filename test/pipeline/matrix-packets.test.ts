// The same three calls behind every link layer, tag, tunnel and kind of fragments: every message must come out, with the
// endpoints, the times and the frame that it really has.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { hasTshark, sipMessagesIn } from '../captures/tshark.ts';
import { analyzeBytes, type Observed } from '../support/analysis.ts';
import { type Wrapping, wrappings } from '../support/wrap/wrappings.ts';
import { allWrapped, MESSAGES, wrappedCalls } from './wrapped-calls.ts';

const table = wrappings.map((wrapping) => [wrapping.name, wrapping] as const);

/** The messages of an analysis, with `numbers` in place of frame numbers where they are given. */
function messagesOf({ sightings }: Observed, numbers?: readonly number[]): readonly unknown[] {
  return sightings.map(({ frame, timeUs, source, destination, transport, message, role, cut }) => ({
    frame: numbers?.[frame - 1] ?? frame,
    timeUs,
    ends: `${source} ${destination} ${transport}`,
    line: message.text.slice(0, message.text.indexOf('\r\n')),
    callId: message.callId,
    bytes: message.text.length,
    role,
    cut,
  }));
}

function outcomesOf({ reports }: Observed): readonly unknown[] {
  return reports.map(({ flow, findings }) => [flow.callId, flow.outcome, findings.map(({ rule }) => rule)]);
}

/** The same packets without anything around them. */
function bare({ only }: Wrapping): Promise<Observed> {
  const raw: Wrapping = { name: 'raw IP', linkType: 101, wrap: (ip) => [ip], ...(only ? { only } : {}) };
  return analyzeBytes(wrappedCalls(raw).capture, { messages: true });
}

describe('calls are seen whole', () => {
  test.each(table)('behind %s', async (_, wrapping) => {
    const { capture, numbers } = wrappedCalls(wrapping);
    const [found, plain] = [await analyzeBytes(capture, { messages: true }), await bare(wrapping)];
    expect(found.inputs[0]?.notices).toEqual([]);
    expect(messagesOf(found)).toEqual(messagesOf(plain, numbers));
    expect(outcomesOf(found)).toEqual(outcomesOf(plain));
    expect(found.sightings).toHaveLength(wrapping.only ? MESSAGES[wrapping.only] : MESSAGES[4] + MESSAGES[6]);
  });
});

describe('all in one capture', () => {
  const capture = allWrapped(wrappings);

  it('the calls of every wrapping are seen', async () => {
    const { sightings, inputs } = await analyzeBytes(capture, { messages: true });
    const wanted = wrappings.map(({ only }) => (only ? MESSAGES[only] : MESSAGES[4] + MESSAGES[6]));
    expect(sightings).toHaveLength(wanted.reduce((sum, count) => sum + count, 0));
    expect(inputs[0]?.notices).toEqual([]);
  });

  test.skipIf(!hasTshark)(
    'tshark, where it knows the wrapping, sees the same messages in the same frames',
    async () => {
      const known = wrappings.filter(({ tshark }) => typeof tshark !== 'string');
      const path = join(mkdtempSync(join(tmpdir(), 'siplens-')), 'matrix.pcapng');
      const bytes = allWrapped(known);
      writeFileSync(path, bytes);
      const { sightings } = await analyzeBytes(bytes, { messages: true });
      const ours = sightings.map(
        ({ frame, message }) => `${frame} ${message.status || message.method} ${message.callId}`,
      );
      const options = known.flatMap(({ tshark = [] }) => tshark);
      const theirs = sipMessagesIn(path, undefined, options).map(
        ({ frame, shows, callId }) => `${frame} ${shows} ${callId}`,
      );
      expect(ours).toEqual(theirs);
    },
    60_000,
  );
});
