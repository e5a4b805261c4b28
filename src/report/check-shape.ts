// The end of a gate as the object of the JSON contract: `check` of the document, a line of type `check` in NDJSON.
import type { GateVerdict } from '../gate/verdict.ts';
import type { ShapeContext } from './json-shapes.ts';
import { rawSentence } from './sentence.ts';
import { isoTime } from './time.ts';

/** How the gate ended. */
export function checkShape(verdict: GateVerdict, { files, locale }: ShapeContext): object {
  const { status, failOn, flows, counted, ignored, baseline, undecided, demands, first, emptiness, unusedIgnores } =
    verdict;
  const sighting = first?.finding.evidence[0].sighting;
  return {
    status,
    failOn,
    flows,
    findings: counted,
    ignored,
    baseline: baseline && { known: baseline.known, gone: baseline.gone, recorded: baseline.renewed?.candidates.length },
    undecided,
    demands,
    first:
      first && sighting
        ? {
            rule: first.finding.rule,
            severity: first.finding.severity,
            title: rawSentence(first.finding.title, locale),
            flow: first.report.flow.id,
            file: files[sighting.input] ?? '',
            frame: sighting.frame,
            time: isoTime(sighting.timeUs, sighting.nanos),
            fingerprint: first.finding.fingerprint,
          }
        : undefined,
    empty: emptiness?.kind,
    unusedIgnores: unusedIgnores.length === 0 ? undefined : unusedIgnores,
  };
}
