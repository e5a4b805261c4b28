// How serious a finding must be to fail a build.
import { compareSeverity } from '../annotate/settings.ts';
import type { Severity } from '../rules/rule.ts';

/** The lowest severity that fails a build; `never` lets every finding pass. */
export type FailOn = Severity | 'never';

/** All of them, strictest last. */
export const FAIL_ON = ['never', 'error', 'warning', 'info'] as const satisfies readonly FailOn[];

/** Whether a finding of this severity fails a build. */
export function reaches(severity: Severity, failOn: FailOn): boolean {
  return failOn !== 'never' && compareSeverity(severity, failOn) >= 0;
}
