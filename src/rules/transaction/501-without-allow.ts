// A 501 that does not say which methods are implemented. No RFC asks for it; a client would still be glad to know.
import { finalResponseOf } from '../../flow/transaction.ts';
import { isHeadCut, senderHopOf } from '../course.ts';
import { evidenceOf } from '../evidence.ts';
import { defineRule, fail, notApplicable, pass, undecided } from '../rule.ts';

export const notImplementedWithoutAllow = defineRule({
  id: '501-without-allow',
  unit: 'transaction',
  needs: 'complaint',
  severity: 'warning',
  basis: 'advice',
  references: ['RFC 3261 §21.5.2', 'RFC 3261 §20.5'],
  text: {
    summary:
      'A 501 (Not Implemented) does not list the implemented methods in an Allow header; advice, not a rule of RFC 3261.',
    title: '501 to {method} without an Allow header',
    what: '{uas} does not know the method {method} and answered 501, without an Allow header that lists the methods it does know.',
    why: 'RFC 3261 demands the Allow header in a 405 only, so this breaks no rule. Listing the known methods would still tell the client what to use instead, without another OPTIONS request.',
    fix: 'Optional: add an Allow header with the supported methods to each 501.',
    fixClient: 'Do not send {method} to this server; ask for its methods with OPTIONS.',
    cut: 'the headers of the 501 from {uas}: the message was cut before their end',
  },
  check(transaction) {
    const final = finalResponseOf(transaction);
    if (final?.message.status !== 501 || senderHopOf(transaction, 501) !== transaction) return notApplicable;
    if (final.message.rows('allow').length > 0) return pass;
    const values = { method: transaction.method, uas: final.source };
    if (isHeadCut(final)) return undecided('cut', values);
    return fail({
      confidence: 'certain',
      title: 'title',
      explanation: ['what', 'why'],
      fix: [
        { who: 'server', action: 'fix' },
        { who: 'client', action: 'fixClient' },
      ],
      evidence: [evidenceOf(final), ...transaction.requests.slice(0, 1).map((request) => evidenceOf(request, 'cseq'))],
      values,
      method: transaction.method,
      status: 501,
      peer: final.source,
      explains: [final],
    });
  },
});
