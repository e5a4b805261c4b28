// A capture taken apart into frames, and put together again as one file or as several.
import { little, pcapHeader, pcapRecord } from '../capture/files.ts';
import { type OwnedFrame, readAll } from '../capture/read-all.ts';
import type { Observed } from '../support/analysis.ts';

const NANOSECONDS = 0xa1b23c4d;

/** The frames of a capture. */
export function framesOf(capture: Uint8Array): readonly OwnedFrame[] {
  return readAll(capture).frames;
}

/** A capture of these frames, which are of one link type; without frames an empty one. */
export function captureOf(frames: readonly OwnedFrame[]): Uint8Array {
  const records = frames.map(({ timeUs, nanos, packet, wireLength }) =>
    pcapRecord(little, Math.floor(timeUs / 1e6), (timeUs % 1e6) * 1000 + nanos, packet, wireLength),
  );
  return Uint8Array.from([...pcapHeader(little, NANOSECONDS, frames[0]?.linkType ?? 1), ...records.flat()]);
}

/**
 * What an analysis says apart from its inputs, comparable with ===. `numbers` gives for each input the numbers that its
 * frames have in the whole.
 */
export function storyOf({ reports, totals }: Observed, numbers: readonly (readonly number[])[]): string {
  const whole = ({ input, frame }: { readonly input: number; readonly frame: number }): number =>
    numbers[input]?.[frame - 1] ?? 0;
  const flows = reports.map(({ flow, findings, undecided, annotations }) => ({
    first: whole(flow.sightings[0] ?? { input: 0, frame: 0 }),
    flow: [flow.id, flow.kind, flow.outcome, flow.callId, flow.from, flow.to, flow.duplicates],
    sightings: flow.sightings.map((sighting) => [whole(sighting), sighting.role]),
    transactions: flow.transactions.map((transaction) => ({
      hop: [transaction.method, transaction.branch, transaction.client, transaction.server, transaction.end],
      requests: transaction.requests.map(whole),
      responses: transaction.responses.map((response) => [whole(response), annotations.get(response)]).map(plain),
      acks: transaction.acks.map(whole),
    })),
    // Words are found when they are read: a spread would leave them behind.
    findings: findings.map((finding) => ({
      judged: [finding.rule, finding.severity, finding.basis, finding.confidence],
      said: [finding.title, finding.explanation, finding.fix, finding.references],
      about: [finding.method, finding.status, finding.peer],
      root: [finding.fingerprint, finding.cause, finding.explainedBy],
      evidence: finding.evidence.map(({ sighting, offset, length }) => [whole(sighting), offset, length]),
    })),
    undecided,
  }));
  flows.sort((a, b) => a.first - b.first);
  return JSON.stringify({ flows, totals }, undefined, 1);
}

function plain([frame, annotation]: readonly unknown[]): unknown {
  if (typeof annotation !== 'object' || annotation === null) return frame;
  return [frame, { ...annotation, response: undefined }];
}
