// Bytes through the whole pipeline: what an analysis hands on, collected, and the recorded captures to run it over.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { type CaptureCase, cases } from '../../fixtures/captures/cases.ts';
import { type AnalyzeOptions, analyzeEvents, type Input } from '../../src/analyze.ts';
import type { AnalysisEvent, InputReport, Totals } from '../../src/annotate/analysis.ts';
import type { Finding, FlowReport } from '../../src/annotate/finding.ts';
import type { Sighting } from '../../src/flow/model.ts';
import { createJsonReporter } from '../../src/report/json.ts';

/** Everything that one analysis handed on. */
export interface Observed {
  readonly events: readonly AnalysisEvent[];
  readonly reports: readonly FlowReport[];
  readonly findings: readonly Finding[];
  /** In order of arrival; empty unless `options.messages` asked for them. */
  readonly sightings: readonly Sighting[];
  readonly inputs: readonly InputReport[];
  readonly totals: Totals | undefined;
}

/** The root of the checkout, with a slash at the end. */
export const root: string = fileURLToPath(new URL('../../', import.meta.url));

/** Analyzes inputs. @throws CaptureError when one of them is no capture. */
export async function analyzeInputs(inputs: readonly Input[], options: AnalyzeOptions = {}): Promise<Observed> {
  const events: AnalysisEvent[] = [];
  await analyzeEvents(inputs, options, (event) => events.push(event));
  return observedIn(events);
}

/** Analyzes one capture that is in memory. */
export function analyzeBytes(bytes: Uint8Array, options: AnalyzeOptions = {}, name = 'a.pcap'): Promise<Observed> {
  return analyzeInputs([{ name, chunks: [bytes] }], options);
}

/** Sorts events by kind. */
export function observedIn(events: readonly AnalysisEvent[]): Observed {
  const reports = events.flatMap((event) => (event.kind === 'flow' ? [event.report] : []));
  return {
    events,
    reports,
    findings: reports.flatMap(({ findings }) => findings),
    sightings: events.flatMap((event) => (event.kind === 'message' ? [event.sighting] : [])),
    inputs: events.flatMap((event) => (event.kind === 'input' ? [event.report] : [])),
    totals: events.flatMap((event) => (event.kind === 'end' ? [event.totals] : []))[0],
  };
}

/** The JSON document of an analysis: everything that it says, comparable with ===. */
export function jsonOf({ events }: Observed, files: readonly string[] = ['a.pcap']): string {
  let text = '';
  const write = (more: string): void => {
    text += more;
  };
  const reporter = createJsonReporter({ write, files, locale: 'en', color: false, width: 100, version: '0.0.0' });
  for (const event of events) reporter.onEvent(event);
  return text;
}

/** Path of a recorded capture below the root of the checkout: `fixtures/captures/sipp-busy/capture.pcapng`. */
export function captureName({ folder, file }: CaptureCase): string {
  return `fixtures/captures/${folder}/${file}`;
}

/** The bytes of a recorded capture, inflated. */
export function captureBytes(recorded: CaptureCase): Uint8Array {
  const bytes = readFileSync(root + captureName(recorded));
  return new Uint8Array(recorded.file.endsWith('.gz') ? gunzipSync(bytes) : bytes);
}

/** The recorded capture in `folder`. @throws RangeError when there is none. */
export function captureCase(folder: string): CaptureCase {
  const found = cases.find((recorded) => recorded.folder === folder);
  if (!found) throw new RangeError(`no capture in ${folder}`);
  return found;
}

/** The captures as a table for `test.each`. */
export const recordings: readonly (readonly [string, CaptureCase])[] = cases.map((one) => [one.folder, one] as const);
