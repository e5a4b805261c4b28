// A flow that is packed and built elsewhere is the flow that would have been built here.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cases } from '../../fixtures/captures/cases.ts';
import type { AnalysisEvent } from '../../src/annotate/analysis.ts';
import { analyzeEvents } from '../../src/analyze.ts';
import { ParcelReader } from '../../src/flow/parcel.ts';
import { DEFAULT_FLOW_LIMITS, type FlowLimits } from '../../src/flow/tracker.ts';
import { Judge } from '../../src/judge.ts';
import { captureChunks } from '../../src/node/file-source.ts';
import { observeParcels } from '../../src/observation.ts';
import { createJsonReporter } from '../../src/report/json.ts';
import { root } from '../support/analysis.ts';

function inputsOf(paths: readonly string[]) {
  return paths.map((path) => ({ name: path, chunks: captureChunks(join(root, path), () => undefined) }));
}

function collector(files: readonly string[]) {
  let text = '';
  const write = (part: string): void => void (text += part);
  const reporter = createJsonReporter({ write, files, locale: 'en', color: false, width: 100, version: '0' });
  return { onEvent: (event: AnalysisEvent) => reporter.onEvent(event), json: () => text };
}

async function here(paths: readonly string[], limits: Partial<FlowLimits>): Promise<string> {
  const { onEvent, json } = collector(paths);
  await analyzeEvents(inputsOf(paths), { limits }, onEvent);
  return json();
}

async function elsewhere(paths: readonly string[], limits: Partial<FlowLimits>): Promise<string> {
  const { onEvent, json } = collector(paths);
  const judge = new Judge({}, onEvent);
  const reader = new ParcelReader(judge.take, DEFAULT_FLOW_LIMITS.maxPairs);
  const observed = await observeParcels(inputsOf(paths), limits, (buffer, length) =>
    reader.read(structuredClone(buffer, { transfer: [buffer] }), length),
  );
  judge.end(observed.inputs);
  return json();
}

const paths = cases.map(({ folder, file }) => `fixtures/captures/${folder}/${file}`);

test.each(paths)('%s', async (path) => {
  expect(await elsewhere([path], {})).toBe(await here([path], {}));
});

test('all captures as one observation, with room for few flows', async () => {
  for (const limits of [{}, { keptQuietFlows: 0 }, { maxOpenFlows: 2 }, { maxSightingsPerFlow: 3 }]) {
    expect(await elsewhere(paths, limits)).toBe(await here(paths, limits));
  }
});

test('a parcel is handed on when it is full', async () => {
  const path = 'fixtures/captures/baresip-missing-ack/capture.pcap';
  const parcels: number[] = [];
  const many = Array.from({ length: 120 }, () => path);
  expect(readFileSync(join(root, path)).length).toBeGreaterThan(9000);
  // The same flow again and again grows to the bound of one flow, and is handed on in parts.
  await observeParcels(inputsOf(many), { maxSightingsPerFlow: 300 }, (_, length) => parcels.push(length));
  expect(parcels.length).toBeGreaterThan(1);
  expect(Math.max(...parcels)).toBeLessThanOrEqual(1024 * 1024);
});
