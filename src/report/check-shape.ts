// The end of a gate as the object of the JSON contract: `check` of the document, a line of type `check` in NDJSON.
import { flowOf } from '../annotate/finding.ts';
import type { Demand, GateVerdict } from '../gate/verdict.ts';
import { witnessOf } from '../rules/evidence.ts';
import type { ShapeContext } from './json-shapes.ts';
import { rawSentence } from './sentence.ts';
import { isoTime } from './time.ts';

/** How the gate ended. */
export function checkShape(verdict: GateVerdict, { files, locale }: ShapeContext): object {
  const { status, failOn, flows, counted, ignored, baseline, undecided, demands, first, emptiness, unusedIgnores } =
    verdict;
  const place = first && witnessOf(first.finding.evidence[0]);
  return {
    status,
    failOn,
    flows,
    findings: counted,
    ignored,
    baseline: baseline && { known: baseline.known, gone: baseline.gone, recorded: baseline.renewed?.candidates.length },
    undecided,
    demands: demands.map(demandShape),
    first:
      first && place
        ? {
            rule: first.finding.rule,
            severity: first.finding.severity,
            title: rawSentence(first.finding.title, locale),
            flow: flowOf(first.report)?.id,
            connection: 'connection' in first.report ? first.report.id : undefined,
            file: files[place.input] ?? '',
            frame: place.frame,
            time: isoTime(place.timeUs, place.nanos),
            fingerprint: first.finding.fingerprint,
          }
        : undefined,
    empty: emptiness?.kind,
    unusedIgnores: unusedIgnores.length === 0 ? undefined : unusedIgnores,
  };
}

function demandShape(demand: Demand): object {
  if (demand.kind !== 'snapshot') return demand;
  const { kind, met, file, count, left, difference } = demand;
  return {
    kind,
    met,
    file,
    count,
    left: left === 0 ? undefined : left,
    flows: difference?.flows.map((flow) => ({
      name: flow.name,
      kind: flow.kind,
      lines: flow.lines.map(({ sign, text }) => `${sign} ${text}`),
    })),
  };
}
