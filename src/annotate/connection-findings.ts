// Asks the rules about one TLS connection, and turns their verdicts into findings.
import { connectionRules } from '../rules/all.ts';
import type { ConnectionRule, PacketEvidence } from '../rules/rule.ts';
import type { TlsFacts } from '../stream/tls/facts.ts';
import type { ConnectionReport, Finding } from './finding.ts';
import { type About, RuleFinding } from './rule-findings.ts';
import { type RuleSettings, severityOf } from './settings.ts';

/** Judges a connection. Pure. @param id see `ConnectionReport`. */
export function annotateConnection(connection: TlsFacts, id: string, settings: RuleSettings = {}): ConnectionReport {
  const findings: Finding<PacketEvidence>[] = [];
  for (const rule of connectionRules) {
    if (settings.rules?.[rule.id] === 'off') continue;
    const verdict = verdictOf(rule, connection);
    if (verdict?.kind !== 'fail') continue;
    const severity = severityOf(rule.id, rule.severity, verdict.severity ?? 'error', settings);
    if (severity !== 'off') findings.push(new RuleFinding(rule, verdict, severity, () => aboutConnection(connection)));
  }
  return { id, connection, findings };
}

/** A rule that throws costs its own answer, not the report. */
function verdictOf(rule: ConnectionRule, connection: TlsFacts): ReturnType<ConnectionRule['check']> | undefined {
  try {
    return rule.check(connection);
  } catch {
    return undefined;
  }
}

/** Ports and addresses differ from recording to recording; the name that is asked for does not. */
function aboutConnection({ serverName, version }: TlsFacts): About {
  return { kind: 'connection', parties: [serverName, version ?? ''] };
}
