// Which findings a list of problems holds: those that count and that somebody should act on, or that fail the build.
import type { Finding, FlowReport } from '../annotate/finding.ts';
import type { GateView } from '../gate/gate.ts';

/** Findings of a flow for a list of problems. What is only worth knowing would be noise there, unless it fails. */
export function problemsOf({ findings }: FlowReport, gate: GateView): readonly Finding[] {
  return findings.filter(
    (finding) => gate.fails(finding) || (finding.severity !== 'info' && gate.standingOf(finding) !== 'ignored'),
  );
}

/** The same without what was there before. */
export function newProblemsOf(report: FlowReport, gate: GateView): readonly Finding[] {
  return problemsOf(report, gate).filter((finding) => gate.standingOf(finding) === 'counted');
}

/** The same flow with nothing but these findings. */
export function withFindings(report: FlowReport, findings: readonly Finding[]): FlowReport {
  if (findings.length === report.findings.length) return report;
  const { flow, undecided } = report;
  return {
    flow,
    findings,
    undecided,
    get annotations() {
      return report.annotations;
    },
  };
}
