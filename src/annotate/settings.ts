// What a user may change about rules: switch one off, or say how serious it is.
import type { Severity } from '../rules/rule.ts';

/** Settings of an analysis. */
export interface RuleSettings {
  /** Rule id, or `response/<code>` → severity. A rule that is not named keeps its own. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
}

const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** Positive where `a` is more severe than `b`. */
export function compareSeverity(a: Severity, b: Severity): number {
  return RANK[a] - RANK[b];
}

/**
 * The severity of one case, or `off`.
 * @param own what the rule says of itself; @param cap what this case is at most.
 */
export function severityOf(rule: string, own: Severity, cap: Severity, settings: RuleSettings): Severity | 'off' {
  const setting = settings.rules?.[rule];
  if (setting === 'off') return 'off';
  const severity = setting ?? own;
  return compareSeverity(cap, severity) < 0 ? cap : severity;
}
