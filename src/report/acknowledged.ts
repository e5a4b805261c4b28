// Whether the final response of an INVITE was acknowledged: yes, no, or not for this capture to say.
import type { Finding } from '../annotate/finding.ts';
import type { Flow, Sighting, Transaction } from '../flow/model.ts';
import { TIMER_H_US } from '../knowledge/timers.ts';

/**
 * `true` where an ACK was seen, `false` where it is missing and the capture would have shown it for as long as the
 * answerer waits (64·T1, RFC 3261 §13.3.1.4 and §17.2.1), absent otherwise and where there is nothing to acknowledge.
 */
export function acknowledgedOf(
  transaction: Transaction,
  flow: Flow,
  findings: readonly Finding[],
): boolean | undefined {
  if (transaction.method !== 'INVITE') return undefined;
  const final = transaction.responses.find(({ message }) => message.status >= 200);
  if (!final) return undefined;
  if (wasAcknowledged(transaction, flow)) return true;
  if (findings.some((finding) => provesMissing(finding, transaction))) return false;
  return sawWholeWait(transaction, final, flow) ? false : undefined;
}

function wasAcknowledged(transaction: Transaction, flow: Flow): boolean {
  if (transaction.acks.length > 0) return true;
  return flow.dialogs.some((dialog) =>
    dialog.answers.some((answer) => answer.acks.length > 0 && answer.transactions.includes(transaction)),
  );
}

function provesMissing(finding: Finding, { responses }: Transaction): boolean {
  if (finding.rule !== 'missing-ack' || finding.confidence === 'possible') return false;
  return finding.evidence.some(({ sighting }) => responses.includes(sighting));
}

function sawWholeWait(transaction: Transaction, final: Sighting, { window, end }: Flow): boolean {
  if (window.lossy || end === 'evicted' || final.cut) return false;
  return window.lastUs - final.timeUs >= TIMER_H_US && window.bothDirections(transaction.client, transaction.server);
}
