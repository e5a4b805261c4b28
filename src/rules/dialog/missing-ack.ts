// A 2xx to INVITE that was never acknowledged: the callee repeats it for 32 s and then hangs up.
import type { Answer, Flow, Sighting } from '../../flow/model.ts';
import { ACK_WAIT_US, T2_US } from '../../knowledge/timers.ts';
import { firstHopOf, hopWithoutAck, mayBypass, storyOf, type AnswerStory } from '../answer.ts';
import { evidenceOf } from '../evidence.ts';
import { contactHostOf, hostOf, isPrivateAddress } from '../host.ts';
import type { Confidence, FixStep, Verdict } from '../rule.ts';
import { defineRule, fail, pass, undecided } from '../rule.ts';

const text = {
  summary: 'A 2xx to INVITE was never acknowledged: the callee gives the call up after 32 s.',
  title: 'No ACK to the {status} answer to INVITE',
  titleBetween: 'The ACK to the {status} answer was lost on its way',
  repeated:
    '{uas} answered the INVITE with {status} and repeated that answer {copies, plural, one {once} other {# times}} in {seconds} s, but no ACK to it was seen.',
  once: '{uas} answered the INVITE with {status}, but no ACK to it was seen, although the recording goes on for {after} s.',
  wentOn: 'The caller went on with {next} without ever having sent the ACK.',
  between:
    'The ACK was seen on its way from {acker}, but {uas} kept repeating its {status} towards {uac}, {copies, plural, one {once more} other {# times more}} over {seconds} s: the ACK was lost between these two places.',
  why: 'Every 2xx to an INVITE must be confirmed with an ACK, sent to the Contact of the answer along the route set. Without it the callee repeats the 2xx for 32 s and then ends the call, even while people are talking.',
  target: 'The ACK had to go to the Contact of the answer, {contact}.',
  otherPlace:
    'The ACK had to go to the Contact of the answer, {contact}. That is not where the answer came from ({uas}): check that the caller can reach it.',
  private:
    'The ACK had to go to the Contact of the answer, {contact}. That is a private address, while the answer came from {uas}: from outside its network the callee cannot be reached there.',
  noContact: 'The answer carries no Contact, so the caller could not know where to send the ACK.',
  routed: 'On the way there it had to pass the route set of the answer: {routes}.',
  hungUp: 'The callee hung up {gaveUp} s after its answer, as it must when no ACK comes.',
  elsewhere:
    'The answer asks for no Record-Route at this point, so the ACK may have gone straight to the Contact without passing the place of recording.',
  survived:
    'The call was still alive {survived} s after the answer, which a callee without ACK does not allow: the ACK probably took a way that was not recorded.',
  stopped: 'The recording ends {after} s after the answer, so the ACK may have come later.',
  oneWay: 'Only one direction of this hop was recorded, so an ACK would not have shown.',
  lossy: 'Messages are missing from the recording, and the ACK may be one of them.',
  fixContact:
    'Make the callee put an address into Contact that the caller can reach (external address, STUN, or a proxy that rewrites the Contact).',
  fixCaller:
    'Send an ACK for every 2xx to INVITE to the Contact {contact} through the route set, and again for each repetition of the 2xx.',
  fixRoute:
    'Check that each proxy that has to see the ACK adds Record-Route with an address reachable from both sides, and forwards the ACK.',
  fixNetwork: 'Check that neither a firewall nor a SIP ALG between {uac} and {uas} drops the ACK.',
  fixRecord: 'Record again at the caller and let the recording run for 32 s after the answer.',
  cannotSee:
    'the ACK to the {status} from {uas}: the recording would have to show both directions and the 32 s after the answer',
} as const;

type Key = keyof typeof text;

/** Reported whenever no ACK is seen; how surely depends on what the capture could have shown. */
export const missingAck = defineRule({
  id: 'missing-ack',
  unit: 'dialog',
  needs: 'doubtfulAnswer',
  severity: 'error',
  basis: 'must',
  references: ['RFC 3261 §13.3.1.4', 'RFC 3261 §13.2.2.4'],
  text,
  check(dialog, flow) {
    return dialog.answers.map((answer) =>
      answer.acks.length > 0 ? judgeHops(answer) : judgeSilence(answer, storyOf(answer, dialog, flow), flow),
    );
  },
});

function judgeSilence(answer: Answer, story: AnswerStory, flow: Flow): Verdict<Key> {
  const { first, copies, next, hangUp, sawWholeWait } = story;
  const values = valuesOf(answer, story, flow);
  // One side alone, or an answer that was under way before the recording began, proves nothing without repetitions.
  const sawInvite = answer.transactions.some((hop) => hop.requests.length > 0);
  if (copies.length === 0 && !next && !(story.sawBothDirections && sawInvite)) return undecided('cannotSee', values);

  const bypass = copies.length === 0 && !next && mayBypass(first);
  // A callee that got no ACK hangs up after 64·T1: a call that lives on had its ACK.
  const survived = !story.triedToTheEnd && !next && story.survivedUs > ACK_WAIT_US + 2 * T2_US;
  const confidence = confidenceOf(story, bypass || survived);
  const target = targetTextOf(first);
  const unreachable = target === 'noContact' || target === 'private';

  const explanation: Key[] = [copies.length > 0 ? 'repeated' : 'once'];
  if (next) explanation.push('wentOn');
  explanation.push('why', target);
  if (values.routes !== '') explanation.push('routed');
  if (hangUp) explanation.push('hungUp');
  if (confidence === 'possible') {
    if (bypass) explanation.push('elsewhere');
    if (survived) explanation.push('survived');
    if (!sawWholeWait) explanation.push('stopped');
    if (!story.sawBothDirections) explanation.push('oneWay');
    if (flow.window.lossy) explanation.push('lossy');
  }
  const fix: FixStep<Key>[] = [
    { who: 'caller', action: 'fixCaller' },
    { who: 'proxy', action: 'fixRoute' },
    { who: 'network', action: 'fixNetwork' },
  ];
  if (unreachable) fix.unshift({ who: 'callee', action: 'fixContact' });
  if (confidence === 'possible') fix.push({ who: 'operator', action: 'fixRecord' });
  return fail({
    confidence,
    ...(confidence === 'possible' ? { severity: survived ? 'info' : 'warning' } : {}),
    title: 'title',
    explanation,
    fix,
    evidence: [
      evidenceOf(first, 'contact'),
      ...[...copies, ...(next ? [next] : []), ...(hangUp ? [hangUp] : [])].map((sighting) => evidenceOf(sighting)),
    ],
    values,
    method: 'INVITE',
    status: first.message.status,
    // A Contact that nobody can reach is the callee's doing, whoever calls.
    peer: unreachable ? first.source : firstHopOf(answer).client,
  });
}

/** What to say of the address that the ACK had to go to. */
function targetTextOf(first: Sighting): Key {
  if (first.message.header('contact') === undefined) return 'noContact';
  const host = contactHostOf(first.message);
  if (isPrivateAddress(host) && !isPrivateAddress(hostOf(first.source))) return 'private';
  // A name says nothing about where it leads to.
  const isAddress = host.includes(':') || /^[\d.]+$/.test(host);
  return isAddress && host !== hostOf(first.source) ? 'otherPlace' : 'target';
}

function confidenceOf(story: AnswerStory, doubtful: boolean): Confidence {
  if (story.triedToTheEnd || (story.next && story.absenceCounts)) return 'certain';
  if (doubtful) return 'possible';
  return story.next || (story.sawWholeWait && story.absenceCounts) ? 'likely' : 'possible';
}

/** The ACK was seen, so the caller did its part; but was it seen everywhere? */
function judgeHops(answer: Answer): Verdict<Key> {
  const lost = hopWithoutAck(answer);
  if (!lost) return pass;
  const { first, late, ack } = lost;
  const spanUs = (late.at(-1) ?? first).timeUs - ack.timeUs;
  return fail({
    confidence: spanUs >= ACK_WAIT_US - 2 * T2_US ? 'certain' : 'likely',
    title: 'titleBetween',
    explanation: ['between', 'why'],
    fix: [
      { who: 'proxy', action: 'fixRoute' },
      { who: 'network', action: 'fixNetwork' },
    ],
    evidence: [evidenceOf(first, 'contact'), evidenceOf(ack), ...late.map((copy) => evidenceOf(copy))],
    values: {
      status: first.message.status,
      uas: first.source,
      uac: first.destination,
      acker: ack.source,
      copies: late.length,
      seconds: Math.round(spanUs / 1e6),
    },
    method: 'INVITE',
    status: first.message.status,
    peer: ack.destination,
  });
}

function valuesOf(answer: Answer, { first, copies, next, hangUp, survivedUs }: AnswerStory, flow: Flow) {
  const sinceFirst = (timeUs: number): number => Math.round((timeUs - first.timeUs) / 1e6);
  return {
    status: first.message.status,
    uas: first.source,
    uac: firstHopOf(answer).client,
    copies: copies.length,
    seconds: sinceFirst((copies.at(-1) ?? first).timeUs),
    after: sinceFirst(flow.window.lastUs),
    contact: first.message.contacts[0]?.uriText ?? '',
    routes: first.message.headers('record-route').join(', '),
    next: next?.message.method ?? '',
    gaveUp: hangUp ? sinceFirst(hangUp.timeUs) : 0,
    survived: Math.round(survivedUs / 1e6),
  };
}
