// A 405 that does not say which methods are allowed: the client cannot know what else to try.
import { finalResponseOf } from '../../flow/transaction.ts';
import { isHeadCut, senderHopOf } from '../course.ts';
import { evidenceOf } from '../evidence.ts';
import { defineRule, fail, notApplicable, pass, undecided } from '../rule.ts';

export const methodNotAllowedWithoutAllow = defineRule({
  id: '405-without-allow',
  unit: 'transaction',
  needs: 'complaint',
  severity: 'error',
  basis: 'must',
  references: ['RFC 3261 §21.4.6', 'RFC 3261 §8.2.1', 'RFC 3261 §20.5'],
  text: {
    summary: 'A 405 (Method Not Allowed) does not list the allowed methods in an Allow header.',
    title: '405 to {method} without an Allow header',
    what: '{uas} refused {method} with 405, but the response has no Allow header.',
    why: 'A 405 must list the methods that are allowed for this address. Without the list the client cannot tell which method to use instead, and tends to repeat the refused one.',
    fix: 'Add an Allow header with every method that is supported for this Request-URI to each 405.',
    cut: 'the headers of the 405 from {uas}: the message was cut before their end',
  },
  check(transaction) {
    const final = finalResponseOf(transaction);
    if (final?.message.status !== 405 || senderHopOf(transaction, 405) !== transaction) return notApplicable;
    // An empty Allow is a list too: it says that no method is allowed (RFC 3261 §20.5).
    if (final.message.rows('allow').length > 0) return pass;
    const values = { method: transaction.method, uas: final.source };
    if (isHeadCut(final)) return undecided('cut', values);
    return fail({
      confidence: 'certain',
      title: 'title',
      explanation: ['what', 'why'],
      fix: [{ who: 'server', action: 'fix' }],
      evidence: [evidenceOf(final), ...transaction.requests.slice(0, 1).map((request) => evidenceOf(request, 'cseq'))],
      values,
      method: transaction.method,
      status: 405,
      peer: final.source,
      explains: [final],
    });
  },
});
