// Which findings a list of problems holds: those that count and that somebody should act on, or that fail the build.
import type { AnyFinding, Finding, FlowReport } from '../annotate/finding.ts';
import type { GateView } from '../gate/gate.ts';

/** Findings of a flow, or of a connection, for a list of problems. What is only worth knowing would be noise there, unless it fails. */
export function problemsOf<Any extends AnyFinding>(
  { findings }: { readonly findings: readonly Any[] },
  gate: GateView,
): readonly Any[] {
  return findings.filter(
    (finding) => gate.fails(finding) || (finding.severity !== 'info' && gate.standingOf(finding) !== 'ignored'),
  );
}

/** The same without what was there before. */
export function newProblemsOf<Any extends AnyFinding>(
  report: { readonly findings: readonly Any[] },
  gate: GateView,
): readonly Any[] {
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
