// The part that a response outside 2xx plays in its flow, and how serious that makes it. A table: the first row whose
// question is answered with yes decides. Nothing here looks beyond the flow.
import type { Transaction } from '../flow/model.ts';
import { ACK_WAIT_US } from '../knowledge/timers.ts';
import { statusEntry } from '../knowledge/status-codes.ts';
import { isRefusedWithCredentials } from '../rules/authentication.ts';
import { finalStatusOf, isInDialog, originOf, startUsOf } from '../rules/course.ts';
import { isStale } from '../rules/digest.ts';
import type { Severity } from '../rules/rule.ts';
import type { AnnotationVerdict } from './finding.ts';
import { hasShown, sawAfter, sentCredentials, triedAgain, type Situation } from './situation.ts';
import type { RoleName } from './texts.ts';

/** How a role is judged. */
export interface Judgement {
  readonly verdict: AnnotationVerdict;
  readonly severity: Severity;
}

interface RoleRow extends Judgement {
  readonly role: RoleName;
  readonly when: (situation: Situation) => boolean;
}

const expected = { verdict: 'expected', severity: 'info' } as const;
const notable = { verdict: 'notable', severity: 'info' } as const;
const doubtful = { verdict: 'notable', severity: 'warning' } as const;
const mild = { verdict: 'fault', severity: 'warning' } as const;
const fault = { verdict: 'fault', severity: 'error' } as const;

const succeeded = (status: number): boolean => status >= 200 && status < 300;
const gotThrough = (situation: Situation): boolean =>
  triedAgain(situation, (attempt) => succeeded(finalStatusOf(attempt)));
const isFinished = (attempt: Transaction): boolean => finalStatusOf(attempt) > 0;
const isChallenge = ({ status }: Situation): boolean => status === 401 || status === 407;
const isRedirect = ({ status }: Situation): boolean => status >= 300 && status < 400;
const isTooBrief = ({ status }: Situation): boolean => status === 422 || status === 423;
const isChange = ({ method, transaction }: Situation): boolean =>
  (method === 'INVITE' || method === 'UPDATE') && isInDialog(transaction);

/** Responses that tell the client to try again in another way; what became of that decides. */
const ASKS_FOR_RETRY: ReadonlySet<number> = new Set([412, 422, 423, 484, 491]);

/** From the most particular to the most general. */
const rows: readonly RoleRow[] = [
  { role: 'progress', ...expected, when: ({ status }) => status < 200 },
  { role: 'toScanner', ...expected, when: ({ scene }) => scene.isScanner },
  { role: 'otherBranch', ...expected, when: ({ transaction }) => branchLost(transaction) },

  { role: 'challengeRefusedOnce', ...doubtful, when: (at) => isChallenge(at) && refusal(at) === true },
  { role: 'challengeRefused', ...fault, when: (at) => isChallenge(at) && refusal(at) === false },
  {
    role: 'challengeAnswered',
    ...expected,
    when: (at) => isChallenge(at) && sentCredentials(at) && !isStale(at.response.message),
  },
  { role: 'challengeRenewed', ...expected, when: (at) => isChallenge(at) && isStale(at.response.message) },
  { role: 'alive', ...expected, when: isAlive },
  {
    role: 'challengeUnanswered',
    ...doubtful,
    when: (at) => isChallenge(at) && isOpen(at) && sawAfter(at, ACK_WAIT_US),
  },
  { role: 'challengePending', ...notable, when: isChallenge },

  { role: 'redirectFollowed', ...expected, when: (at) => isRedirect(at) && isFollowed(at) },
  { role: 'redirectUnfollowed', ...doubtful, when: (at) => isRedirect(at) && sawAfter(at, ACK_WAIT_US) },
  { role: 'redirectPending', ...notable, when: isRedirect },

  { role: 'cancelled', ...expected, when: (at) => at.status === 487 && isCancelled(at) },
  { role: 'endedUnseen', ...notable, when: ({ status, method }) => status === 487 && method === 'INVITE' },
  { role: 'cancelTooLate', ...expected, when: (at) => at.status === 481 && isCancelTooLate(at) },
  { role: 'byeCrossed', ...expected, when: (at) => at.status === 481 && at.method === 'BYE' && otherSideHungUp(at) },
  {
    role: 'goneAlready',
    ...mild,
    when: ({ status, method }) => status === 481 && (method === 'BYE' || method === 'CANCEL'),
  },

  {
    role: 'intervalRaised',
    ...expected,
    when: (at) => isTooBrief(at) && triedAgain(at, (next) => finalStatusOf(next) !== at.status),
  },
  { role: 'glareResolved', ...expected, when: (at) => at.status === 491 && gotThrough(at) },
  {
    role: 'retryPending',
    ...notable,
    when: (at) => ASKS_FOR_RETRY.has(at.status) && !triedAgain(at, isFinished) && !sawAfter(at, ACK_WAIT_US),
  },
  { role: 'glare', ...mild, when: ({ status }) => status === 491 },
  { role: 'republished', ...expected, when: (at) => at.status === 412 && gotThrough(at) },
  { role: 'moreDigits', ...expected, when: (at) => at.status === 484 && triedAgain(at, () => true) },

  {
    role: 'notAnswered',
    ...notable,
    when: (at) => (at.status === 408 || at.status === 480) && at.method === 'INVITE' && hasShown(at, 180),
  },
  {
    role: 'unavailable',
    ...doubtful,
    when: (at) => at.status === 480 && at.method === 'INVITE' && !gotThrough(at) && isUnreachable(at),
  },
  { role: 'notDisturbed', ...notable, when: ({ status, method }) => status === 480 && method === 'INVITE' },
  { role: 'choice', ...notable, when: isChoice },
  { role: 'changeRefused', ...notable, when: (at) => isChange(at) && isHarmless(at.status) && wentOn(at) },
  { role: 'credentialsRefused', ...fault, when: (at) => isRefusedWithCredentials(originOf(at.transaction)) },
  { role: 'recoveredElsewhere', ...doubtful, when: (at) => isServerTrouble(at) && gotThrough(at) },
  { role: 'recovered', ...notable, when: gotThrough },
  { role: 'gaveUp', ...fault, when: ({ status, method }) => status === 408 && !isMinor(method) },
  {
    role: 'refusedInside',
    ...mild,
    when: ({ method, transaction }) =>
      isMinor(method) || (isInDialog(transaction) && method !== 'REFER' && method !== 'INVITE'),
  },
];

/** What a request that nobody waits for loses by a refusal. */
function isMinor(method: string): boolean {
  return method === 'BYE' || method === 'CANCEL' || method === 'NOTIFY' || method === 'INFO' || method === 'OPTIONS';
}

/** The role of a response, and its judgement. */
export function roleOf(situation: Situation): Judgement & { readonly role: RoleName } {
  return rows.find(({ when }) => when(situation)) ?? { role: 'refused', ...fault };
}

/** A proxy tried several places; another one answered with success (RFC 3261 §16.7). */
function branchLost({ previousHop }: Situation['transaction']): boolean {
  return previousHop !== undefined && succeeded(finalStatusOf(previousHop));
}

/** Whether later credentials were accepted; undefined where none were refused by this response. */
function refusal({ transaction, scene }: Situation): boolean | undefined {
  return scene.refused.get(originOf(transaction));
}

function isOpen({ transaction, scene }: Situation): boolean {
  return scene.open.has(originOf(transaction));
}

/** An OPTIONS ping is content with any answer: it shows that somebody is there. Trouble of the server is still trouble. */
function isAlive({ method, transaction, status }: Situation): boolean {
  if (method !== 'OPTIONS' || isInDialog(transaction)) return false;
  // A 400 speaks of bytes that somebody has to mend.
  return status === 501 || (status < 500 && status !== 408 && status !== 400);
}

/** The caller sent a new request, or the proxy that got the redirect opened another branch. */
function isFollowed(situation: Situation): boolean {
  const { transaction, response } = situation;
  const branches = transaction.previousHop?.nextHops ?? [];
  return triedAgain(situation, () => true) || branches.some((branch) => startUsOf(branch) > response.timeUs);
}

/** A CANCEL at this hop or nearer to the caller, or the caller's BYE in an early dialog (RFC 3261 §9, §15). */
function isCancelled({ transaction, flow }: Situation): boolean {
  if (transaction.cancel ?? originOf(transaction).cancel) return true;
  const fromTag = transaction.requests[0]?.message.fromTag;
  return flow.transactions.some(
    ({ method, requests, cseq }) =>
      requests[0] !== undefined &&
      requests[0].message.fromTag === fromTag &&
      ((method === 'CANCEL' && cseq === transaction.cseq) || method === 'BYE'),
  );
}

function isCancelTooLate({ method, transaction, response }: Situation): boolean {
  if (method !== 'CANCEL') return false;
  const invite = transaction.cancels;
  return (
    invite !== undefined &&
    invite.responses.some(({ message, timeUs }) => message.status >= 200 && timeUs <= response.timeUs)
  );
}

function otherSideHungUp({ flow, transaction }: Situation): boolean {
  const fromTag = transaction.requests[0]?.message.fromTag;
  return flow.transactions.some(
    ({ method, requests }) => method === 'BYE' && requests[0] !== undefined && requests[0].message.fromTag !== fromTag,
  );
}

/** Q.850 causes of a callee that cannot be reached: no route, subscriber absent, out of order (RFC 6432, ITU-T Q.850). */
const UNREACHABLE_CAUSES = /^Q\.850\b[^"]{0,40}cause\s*=\s*(?:3|20|27|38|41)\b/i;

/** The network says so, or played an announcement instead of ringing. */
function isUnreachable(situation: Situation): boolean {
  if (hasShown(situation, 183)) return true;
  return situation.response.message.headers('reason').some((value) => UNREACHABLE_CAUSES.test(value.slice(0, 200)));
}

/** A person, or a feature that a person switched on, decided so. */
function isChoice({ status, method }: Situation): boolean {
  return (
    statusEntry(status).nature === 'choice' &&
    method !== 'REGISTER' &&
    method !== 'PUBLISH' &&
    status !== 480 &&
    status !== 608
  );
}

/** Refusals of a change that leave the call as it was (RFC 3261 §14.1, RFC 5057 §5.1). */
function isHarmless(status: number): boolean {
  return status >= 400 && status !== 481 && status !== 408 && status !== 410 && status !== 404;
}

/** The call lived on for a while after the refusal. */
function wentOn({ flow, response }: Situation): boolean {
  const goodbye = flow.transactions.find(({ method }) => method === 'BYE');
  return goodbye === undefined || startUsOf(goodbye) - response.timeUs > 5_000_000;
}

function isServerTrouble({ status }: Situation): boolean {
  return status === 408 || (status >= 500 && status < 600);
}
