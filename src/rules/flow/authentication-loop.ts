// Credentials that were refused: the server asked again for the realm that it had just been given credentials for.
import { refusalsIn, type AcceptedCredentials, type Refusal } from '../authentication.ts';
import { CREDENTIALS_HEADER } from '../digest.ts';
import { evidenceOf } from '../evidence.ts';
import type { FixStep, Severity } from '../rule.ts';
import { defineRule, fail, notApplicable } from '../rule.ts';
import { scannerIn } from '../scanner.ts';

const text = {
  summary: 'Credentials were refused: the server asked again for a realm that it had just been given credentials for.',
  title: 'Credentials for realm "{realm}" were refused',
  titleAccepted: 'Credentials for realm "{realm}" were refused, and accepted later',
  titleGuessing: 'Somebody is guessing the password of "{username}"',
  refused:
    '{server} answered {method} with credentials for realm "{realm}" (user name "{username}") with {status} again, {refusals, plural, one {once} other {# times}}.',
  accepted: 'A later attempt in the same flow was accepted.',
  sameNonce:
    'The challenge repeats the nonce that the credentials were made for, so the nonce is still good: user name or password is wrong.',
  newNonce:
    'The challenge carries a new nonce but not stale=true, so the server does not say that the old one had expired: user name, password or realm is wrong, or the server forgets to say stale=true.',
  late: 'The credentials came {delay} s after the challenge that they answer; the nonce may have expired in that time, which the server should have said with stale=true.',
  oldNonce: 'The credentials were made for an older nonce than the one in the last challenge.',
  wrongHeader: 'The credentials came in {given}, but a {status} asks for {wanted}: the server never looked at them.',
  realm: 'The credentials name realm "{givenRealm}", but the challenge was for realm "{realm}".',
  algorithm: 'The credentials use {algorithm}, which the challenge does not offer.',
  resent: 'The very same credentials were sent again after they had been refused.',
  knownGood:
    'The user name "{username}" was accepted at another time in this flow, so it is hardly the password that is wrong, but rather the nonce that had worn out.',
  username:
    'The user name "{username}" is not the user "{user}" that the request is for; that may be meant, or be the mistake.',
  uri: 'The digest was made for the URI {uri}, but the request goes to {requestUri}: a rewritten Request-URI makes the digest wrong.',
  guessing: 'The requests carry the mark of a scanner ({scanner}) that tries passwords.',
  attempts: 'Several attempts share one CSeq number, as password guessers send them.',
  guessed: 'One of the guesses was accepted: the password of "{username}" is known to the attacker.',
  fixPassword: 'Check user name, password and realm in the client against the account on {server}.',
  fixHeader: 'Answer a 401 with Authorization and a 407 with Proxy-Authorization.',
  fixRealm: 'Give the client credentials for realm "{realm}", and use the realm of the challenge unchanged.',
  fixStale: 'Send stale=true with the new challenge when only the nonce has expired.',
  fixAlgorithm: 'Offer an algorithm that the client supports, or update the client.',
  fixUri: 'Do not rewrite the Request-URI between the client and the server that checks the digest.',
  fixStop: 'Stop after one refusal without stale=true and ask the user, instead of sending the same again.',
  fixBlock: 'Block {client} at the edge, and limit how many wrong attempts an address may make.',
  fixChange: 'Change the password of "{username}" at once, and look for calls made with it.',
} as const;

type Key = keyof typeof text;

export const authenticationLoop = defineRule({
  id: 'authentication-loop',
  unit: 'flow',
  needs: 'challenge',
  severity: 'error',
  basis: 'observation',
  references: ['RFC 3261 §22.2', 'RFC 3261 §22.3', 'RFC 3261 §22.4'],
  text,
  check(_, flow) {
    const episodes = refusalsIn(flow);
    if (episodes.length === 0) return notApplicable;
    const scanner = scannerIn(flow);
    return episodes.map(({ refusals, acceptedLater, accepted, sharedCseq }) => {
      const last = refusals.at(-1) ?? refusals[0];
      const isGuessing = scanner !== undefined || sharedCseq;
      const reasons = reasonsOf(last, refusals, accepted);
      const explanation: Key[] = ['refused', ...(isGuessing ? [] : reasons.map(({ what }) => what))];
      if (scanner !== undefined) explanation.push('guessing');
      if (sharedCseq) explanation.push('attempts');
      if (acceptedLater) explanation.push(isGuessing ? 'guessed' : 'accepted');
      const severity: Severity = isGuessing === acceptedLater ? 'error' : 'warning';
      const success = accepted.find(({ request }) => request.timeUs > last.request.timeUs);
      return fail<Key>({
        confidence: 'certain',
        severity,
        title: isGuessing ? 'titleGuessing' : acceptedLater ? 'titleAccepted' : 'title',
        explanation,
        fix: isGuessing ? fixOfGuessing(acceptedLater) : reasons.flatMap(({ fix }) => fix),
        evidence: [
          evidenceOf(refusals[0].response),
          ...refusals.flatMap(({ request, response, given }) => [
            evidenceOf(request, CREDENTIALS_HEADER[given.side].toLowerCase()),
            ...(response === refusals[0].response ? [] : [evidenceOf(response)]),
          ]),
          ...(success ? [evidenceOf(success.response)] : []),
        ],
        values: { ...valuesOf(last), refusals: refusals.length, scanner: scanner ?? '' },
        method: last.transaction.method,
        status: last.response.message.status,
        peer: isGuessing ? last.transaction.client : last.response.source,
        explains: refusals.flatMap(({ responses }) => responses),
      });
    });
  },
});

interface Reason {
  readonly what: Key;
  readonly fix: readonly FixStep<Key>[];
}

/** What the last refusal shows, most telling first. */
function reasonsOf(
  last: Refusal,
  refusals: readonly Refusal[],
  accepted: readonly AcceptedCredentials[],
): readonly Reason[] {
  const { given, asked, answered } = last;
  const reasons: Reason[] = [];
  const add = (what: Key, who: FixStep['who'], ...actions: readonly Key[]): void => {
    reasons.push({ what, fix: actions.map((action) => ({ who, action })) });
  };
  if (given.side !== asked.side) add('wrongHeader', 'client', 'fixHeader');
  if (given.realm !== asked.realm) add('realm', 'client', 'fixRealm');
  if (given.side === asked.side && given.realm === asked.realm) {
    const isOffered =
      answered.length === 0 || answered.some(({ algorithm }) => (algorithm || 'MD5') === (given.algorithm || 'MD5'));
    if (!isOffered) add('algorithm', 'server', 'fixAlgorithm');
    if (isRewritten(last) && !accepted.some(isRewritten)) add('uri', 'network', 'fixUri');
    const isGoodName = accepted.some((good) => good.given.username === given.username);
    const isLate = last.delayUs >= LATE_US;
    if (given.nonce === asked.nonce) add('sameNonce', 'client', 'fixPassword');
    else if (last.usesOldNonce) add('oldNonce', 'client', 'fixPassword');
    else {
      if (isLate) add('late', 'client', ...(isGoodName ? [] : (['fixPassword'] as const)));
      if (isLate && isGoodName) add('knownGood', 'server', 'fixStale');
      else if (isLate) add('newNonce', 'server', 'fixStale');
      else add('newNonce', 'client', 'fixPassword');
    }
    if (given.username !== last.user && last.user !== '' && !isGoodName) add('username', 'client');
  }
  if (refusals.some((other) => other !== last && other.given.response === given.response))
    add('resent', 'client', 'fixStop');
  return reasons;
}

/** Some registrars let a nonce live for a few seconds only: a person who types a password is slower. */
const LATE_US = 10_000_000;

function isRewritten({ given, request }: Pick<Refusal, 'given' | 'request'>): boolean {
  return given.uri !== '' && given.uri !== request.message.requestUri;
}

function fixOfGuessing(acceptedLater: boolean): readonly FixStep<Key>[] {
  const block: FixStep<Key> = { who: 'operator', action: 'fixBlock' };
  return acceptedLater ? [{ who: 'operator', action: 'fixChange' }, block] : [block];
}

function valuesOf({ given, asked, request, response, transaction, delayUs, user }: Refusal) {
  const isProxy = asked.side === 'proxy';
  return {
    realm: asked.realm,
    givenRealm: given.realm,
    username: given.username,
    user,
    server: response.source,
    client: transaction.client,
    method: transaction.method,
    status: response.message.status,
    delay: Math.round(delayUs / 1e6),
    given: CREDENTIALS_HEADER[given.side],
    wanted: isProxy ? CREDENTIALS_HEADER.proxy : CREDENTIALS_HEADER.www,
    algorithm: given.algorithm === '' ? 'MD5' : given.algorithm,
    uri: given.uri,
    requestUri: request.message.requestUri,
  };
}
