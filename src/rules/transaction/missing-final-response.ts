// A request that was answered provisionally and then never concluded.
import type { Flow, Transaction } from '../../flow/model.ts';
import { CANCEL_WAIT_US, TIMER_C_US, TIMER_F_US } from '../../knowledge/timers.ts';
import { finalResponseOf } from '../../flow/transaction.ts';
import { finalStatusOf, isInDialog } from '../course.ts';
import { evidenceOf } from '../evidence.ts';
import { defineRule, fail, notApplicable, pass, undecided } from '../rule.ts';

export const missingFinalResponse = defineRule({
  id: 'missing-final-response',
  unit: 'transaction',
  needs: 'unfinished',
  severity: 'warning',
  basis: 'must',
  references: ['RFC 3261 §17.2', 'RFC 3261 §9.2', 'RFC 3261 §16.8'],
  text: {
    summary: 'A request was answered provisionally but never got a final response.',
    title: 'No final response to {method}',
    waited:
      '{uas} answered {method} with {status} and then never concluded it: no final response came in the {after} s after that.',
    cancelled:
      '{uas} accepted the CANCEL, but the INVITE itself was never concluded: no 487 came in the {after} s after that.',
    why: 'Every request must get a final response. Without it the caller hangs, and proxies keep the transaction until Timer C (more than 3 minutes) runs out.',
    whyCancel:
      'Whoever accepts a CANCEL answers the INVITE with 487 at once. Without it the callee may go on ringing, and the caller has to drop the call after 32 s by itself.',
    fix: 'Answer every {method} finally, with 408 or 480 when nobody does anything.',
    fixCancel: 'Answer the INVITE with 487 as soon as the CANCEL is accepted.',
    fixProxy: 'Check which branch behind {uas} is stuck, and let the proxy give up with Timer C.',
    stopped: 'whether {method} to {uas} was concluded after the CANCEL: the recording would have to go on for 32 s',
  },
  check(transaction, flow) {
    const last = transaction.responses.at(-1);
    if (transaction.method === 'ACK' || transaction.requests.length === 0 || !last) return notApplicable;
    if (finalResponseOf(transaction)) return pass;
    // The hop nearest to the silent side tells it; a hop that saw the final has only its relay to blame.
    if (transaction.nextHops.some((hop) => hop.responses.length > 0 && finalStatusOf(hop) === 0)) return notApplicable;

    const accepted = acceptedCancel(transaction);
    const since = accepted ?? last;
    const afterUs = flow.window.lastUs - since.timeUs;
    const waitUs = accepted ? CANCEL_WAIT_US : transaction.method === 'INVITE' ? TIMER_C_US + TIMER_F_US : TIMER_F_US;
    const values = {
      method: transaction.method,
      uas: last.source,
      status: last.message.status,
      after: Math.round(afterUs / 1e6),
    };
    if (hasGoneOn(transaction, flow)) return notApplicable;
    const absenceCounts = !flow.window.lossy && flow.end !== 'evicted' && flow.omittedSightings === 0;
    if (afterUs < waitUs || !absenceCounts) return accepted ? undecided('stopped', values) : notApplicable;
    return fail({
      confidence: 'likely',
      title: 'title',
      explanation: accepted ? ['cancelled', 'whyCancel'] : ['waited', 'why'],
      fix: [
        { who: 'callee', action: accepted ? 'fixCancel' : 'fix' },
        { who: 'proxy', action: 'fixProxy' },
      ],
      evidence: [evidenceOf(since), ...transaction.requests.slice(0, 1).map((request) => evidenceOf(request))],
      values,
      method: transaction.method,
      peer: last.source,
    });
  },
});

function acceptedCancel({ cancel }: Transaction) {
  const final = cancel && finalResponseOf(cancel);
  return final && final.message.status < 300 ? final : undefined;
}

/** A dialog of this INVITE that has seen requests inside it was answered, whether or not the 2xx was captured. */
function hasGoneOn(transaction: Transaction, flow: Flow): boolean {
  if (transaction.method !== 'INVITE') return false;
  return flow.transactions.some((other) => isInDialog(other) && (other.method === 'ACK' || other.method === 'BYE'));
}
