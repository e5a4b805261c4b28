// Messages that were sent in IP fragments of which the capture holds only the first. Over UDP a large INVITE is the usual one.
import type { Sighting, Transaction } from '../../flow/model.ts';
import { TIMER_F_US } from '../../knowledge/timers.ts';
import { evidenceOf } from '../evidence.ts';
import { defineRule, fail, notApplicable } from '../rule.ts';

export const missingFragment = defineRule({
  id: 'missing-fragment',
  unit: 'flow',
  needs: 'fragment',
  severity: 'warning',
  basis: 'observation',
  references: ['RFC 791 §3.2', 'RFC 3261 §18.1.1'],
  text: {
    summary: 'A message was sent in IP fragments that are not all in the recording.',
    title: 'Fragments of {message} are missing',
    cut: '{count, plural, one {Of a packet} other {Of # packets}} from {source} to {destination} only the first IP fragment is there: {message} ends in the middle, and what stands behind that is not judged.',
    answered: 'It was answered, so it arrived as a whole: only the recording lacks the rest.',
    silent:
      'Nothing shows that it was received as a whole: the other fragments may have been lost on the way, as firewalls and NATs often drop them, or only the recording lacks them.',
    fixRecording:
      'Record without a filter on ports: only the first fragment of a packet has any. Add "or (ip[6:2] & 0x1fff != 0)" to a capture filter.',
    fixNetwork: 'Let IP fragments through between {source} and {destination}, or raise the MTU on the way.',
    fixSize: 'Send large messages over TCP, or make them smaller: fewer codecs, compact header names.',
  },
  check(_, flow) {
    const [first, ...others] = flow.sightings.filter(
      ({ fragmentsMissing, role }) => fragmentsMissing && role !== 'duplicate',
    );
    if (!first) return notApplicable;
    const isAnswered = wasReceived(first, flow.transactions);
    const sawWholeWait = flow.window.lastUs - first.timeUs >= TIMER_F_US;
    const { kind, method, status } = first.message;
    return fail({
      confidence: isAnswered || sawWholeWait ? 'certain' : 'possible',
      // What only the recording lacks is nobody's fault.
      severity: isAnswered || !sawWholeWait ? 'info' : 'warning',
      title: 'title',
      explanation: ['cut', isAnswered ? 'answered' : 'silent'],
      fix: [
        { who: 'operator', action: 'fixRecording' },
        ...(isAnswered
          ? []
          : ([
              { who: 'network', action: 'fixNetwork' },
              { who: 'client', action: 'fixSize' },
            ] as const)),
      ],
      evidence: [evidenceOf(first), ...others.map((sighting) => evidenceOf(sighting))],
      values: {
        message: kind === 'request' ? method : `${status} ${first.message.reason}`.trim(),
        source: first.source,
        destination: first.destination,
        count: 1 + others.length,
      },
      method,
      peer: first.destination,
    });
  },
});

/** A request that got a response, or a final response to INVITE that was acknowledged. */
function wasReceived(sighting: Sighting, transactions: readonly Transaction[]): boolean {
  const owner = transactions.find(
    ({ requests, responses }) => requests.includes(sighting) || responses.includes(sighting),
  );
  if (!owner) return false;
  if (sighting.message.kind === 'request') return owner.responses.length > 0;
  const isAcknowledged = transactions.some(({ method, cseq }) => method === 'ACK' && cseq === owner.cseq);
  return owner.acks.length > 0 || (owner.method === 'INVITE' && isAcknowledged);
}
