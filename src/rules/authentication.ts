// Challenges and the credentials that answer them, over one flow: which were refused, and which challenge got no answer.
import type { Flow, Sighting, Transaction } from '../flow/model.ts';
import { finalResponseOf } from '../flow/transaction.ts';
import { finalStatusOf, isInDialog, isSameSender } from './course.ts';
import { challengesIn, credentialsIn, hasCredentials, type Digest } from './digest.ts';
import { userOf } from './host.ts';

/** One request whose credentials were refused. */
export interface Refusal {
  readonly transaction: Transaction;
  readonly request: Sighting;
  /** The refusing response, first sighting at the hop of the client. */
  readonly response: Sighting;
  /** The refusing response with its retransmissions. */
  readonly responses: readonly Sighting[];
  readonly given: Digest;
  /** What the refusal asks for. */
  readonly asked: Digest;
  /** The earlier challenge that the credentials answer (all algorithms of the realm); empty where it was not captured. */
  readonly answered: readonly Digest[];
  /** From that challenge to the request. */
  readonly delayUs: number;
  readonly usesOldNonce: boolean;
  /** The user that the request is for: To of a REGISTER, From of anything else. */
  readonly user: string;
}

/** The refusals for one realm. */
export interface RefusalEpisode {
  readonly refusals: readonly [Refusal, ...Refusal[]];
  readonly acceptedLater: boolean;
  /** Credentials of this flow that were accepted, before or after: what they have in common with the refused is not the fault. */
  readonly accepted: readonly AcceptedCredentials[];
  /** Different credentials under one CSeq number, which no honest client sends (RFC 3261 §22.2). */
  readonly sharedCseq: boolean;
}

/** Credentials that were good enough, and the request that carried them. */
export interface AcceptedCredentials {
  readonly given: Digest;
  readonly request: Sighting;
  readonly response: Sighting;
}

interface Challenge {
  readonly digests: readonly Digest[];
  readonly timeUs: number;
}

/** The refused credentials of a flow, one episode a realm. */
export function refusalsIn(flow: Flow): readonly RefusalEpisode[] {
  if (!hasRefusedCredentials(flow)) return [];
  const byRealm = new Map<string, [Refusal, ...Refusal[]]>();
  const challenges: Challenge[] = [];
  const accepted: AcceptedCredentials[] = [];
  for (const { transaction, request, final } of attemptsIn(flow)) {
    const refusal = refusalOf(transaction, final, challenges, accepted);
    if (refusal) {
      const known = byRealm.get(refusal.asked.realm);
      if (known) known.push(refusal);
      else byRealm.set(refusal.asked.realm, [refusal]);
    }
    if (isChallenge(final)) challenges.push({ digests: challengesIn(final.message), timeUs: final.timeUs });
    else if (final.message.status !== 403) {
      accepted.push(...credentialsIn(request.message).map((given) => ({ given, request, response: final })));
    }
  }
  return [...byRealm].map(([realm, refusals]) => ({
    refusals,
    acceptedLater: accepted.some(
      ({ given, request }) => given.realm === realm && request.timeUs > timeOfLast(refusals),
    ),
    accepted: accepted.filter(({ given }) => given.realm === realm),
    sharedCseq: isShared(refusals),
  }));
}

/** A challenge that nobody answered with credentials. */
export interface OpenChallenge {
  readonly transaction: Transaction;
  readonly response: Sighting;
  readonly challenge: Digest;
  /** A later request of the same client and method that still carries no credentials. */
  readonly repeated?: Sighting;
}

/** The last challenge of each method, where no credentials followed. */
export function openChallengesIn(flow: Flow): readonly OpenChallenge[] {
  if (!hasChallenge(flow) || isEachAnswered(flow.transactions)) return [];
  const open: Asked[] = [];
  for (const attempt of attemptsIn(flow)) {
    const { transaction, request, final } = attempt;
    const at = open.findIndex((asked) => isSameAsker(asked, transaction, request));
    if (hasCredentials(request.message)) {
      if (at >= 0) open.splice(at, 1);
    } else if (isChallenge(final)) {
      if (challengesAnything(final)) open.splice(at < 0 ? open.length : at, 1, { ...attempt, isRepeated: at >= 0 });
    } else if (at >= 0 && final.message.status < 300) open.splice(at, 1);
  }
  if (open.length === 0) return [];
  // Credentials that are still under way, without a final response, are an answer too.
  for (const transaction of flow.transactions) {
    const request = transaction.requests[0];
    if (!request || !hasCredentials(request.message)) continue;
    const at = open.findIndex((asked) => isSameAsker(asked, transaction, request));
    if (at >= 0 && request.timeUs >= (open[at]?.final.timeUs ?? 0)) open.splice(at, 1);
  }
  return open.flatMap(({ transaction, request, final, isRepeated }) => {
    const [challenge] = challengesIn(final.message);
    return challenge ? [{ transaction, response: final, challenge, ...(isRepeated ? { repeated: request } : {}) }] : [];
  });
}

/** A short flow is known to be in order at a glance: each challenge is followed by credentials of the same asker. */
function isEachAnswered(transactions: readonly Transaction[]): boolean {
  if (transactions.length > SHORT) return false;
  for (const { method, requests, responses } of transactions) {
    const [request] = requests;
    for (const response of responses) {
      if (request && isChallenge(response) && !isAnswered(request, response, method, transactions)) return false;
    }
  }
  return true;
}

/** Transactions of a flow that is short enough to compare each with each. */
const SHORT = 8;

function isAnswered(
  request: Sighting,
  challenge: Sighting,
  method: string,
  transactions: readonly Transaction[],
): boolean {
  for (const later of transactions) {
    const [next] = later.requests;
    if (!next || later.method !== method || next.timeUs < challenge.timeUs) continue;
    if (isSameSender(request, next) && hasCredentials(next.message)) return true;
  }
  return false;
}

/** A request that was challenged. */
interface Asked extends Attempt {
  readonly isRepeated: boolean;
}

/** Who asks for what. The From tag alone does not tell: some clients take a new one for each registration. */
function isSameAsker(asked: Asked, { method }: Transaction, request: Sighting): boolean {
  return asked.transaction.method === method && isSameSender(asked.request, request);
}

interface Attempt {
  readonly transaction: Transaction;
  readonly request: Sighting;
  readonly final: Sighting;
}

/** The final responses of a flow in the order in which they came, at the hop of the client only. */
function attemptsIn(flow: Flow): readonly Attempt[] {
  const attempts: Attempt[] = [];
  for (const transaction of flow.transactions) {
    const [request] = transaction.requests;
    const final = finalResponseOf(transaction);
    if (!request || !final || transaction.method === 'ACK' || transaction.method === 'CANCEL') continue;
    // The same response one hop nearer to the client stands for this one.
    if (transaction.previousHop && finalStatusOf(transaction.previousHop) === final.message.status) continue;
    attempts.push({ transaction, request, final });
  }
  return attempts.sort((a, b) => a.final.timeUs - b.final.timeUs);
}

/** Most flows are not challenged at all: a look at the numbers spares them the headers. */
function hasChallenge({ transactions }: Flow): boolean {
  for (const { responses } of transactions) for (const response of responses) if (isChallenge(response)) return true;
  return false;
}

/** Most challenges are the first question: nothing was refused by them. */
function hasRefusedCredentials({ transactions }: Flow): boolean {
  for (const { requests, responses } of transactions) {
    const [request] = requests;
    for (const response of responses) {
      if (request && isChallenge(response) && hasCredentials(request.message)) return true;
    }
  }
  return false;
}

function challengesAnything({ message }: Sighting): boolean {
  return /-authenticate/i.test(message.text);
}

function isChallenge({ message }: Sighting): boolean {
  return message.status === 401 || message.status === 407;
}

function refusalOf(
  transaction: Transaction,
  final: Sighting,
  challenges: readonly Challenge[],
  accepted: readonly AcceptedCredentials[],
): Refusal | undefined {
  const [request] = transaction.requests;
  if (!request || !isChallenge(final)) return undefined;
  const credentials = credentialsIn(request.message);
  const asked = challengesIn(final.message);
  if (credentials.length === 0 || asked.some(({ stale }) => stale)) return undefined;
  const earlier = challenges.filter(({ timeUs }) => timeUs <= request.timeUs);
  for (const challenge of asked) {
    const given =
      credentials.find(({ realm }) => realm === challenge.realm) ?? strayCredentials(credentials, challenge, earlier);
    // A nonce that was good once has worn out: a fresh challenge, though without the word stale (RFC 3261 §22.4).
    if (!given || accepted.some((good) => good.given.nonce === given.nonce)) continue;
    const source = earlier.findLast(({ digests }) => digests.some(({ nonce }) => nonce === given.nonce));
    const newest = earlier.findLast(({ digests }) => digests.some(({ realm }) => realm === challenge.realm));
    // Credentials from before the capture: the server only asks for fresh ones (RFC 3261 §22.3 allows to try).
    if (!source && !newest) continue;
    const { status } = final.message;
    return {
      transaction,
      request,
      response: final,
      responses: transaction.responses.filter(({ message }) => message.status === status),
      given,
      asked: challenge,
      answered: source?.digests.filter(({ realm }) => realm === challenge.realm) ?? [],
      delayUs: source ? request.timeUs - source.timeUs : 0,
      usesOldNonce: source !== newest,
      user: userOf((transaction.method === 'REGISTER' ? request.message.to : request.message.from)?.uriText ?? ''),
    };
  }
  return undefined;
}

/** Credentials for a realm that nobody asked for, sent in answer to a challenge for another one. */
function strayCredentials(
  credentials: readonly Digest[],
  challenge: Digest,
  earlier: readonly Challenge[],
): Digest | undefined {
  const realms = new Set(earlier.flatMap(({ digests }) => digests.map(({ realm }) => realm)));
  if (!realms.has(challenge.realm)) return undefined;
  return credentials.find(({ realm }) => !realms.has(realm));
}

function timeOfLast(refusals: readonly Refusal[]): number {
  return refusals.at(-1)?.request.timeUs ?? 0;
}

function isShared(refusals: readonly Refusal[]): boolean {
  const responses = new Map<string, string>();
  for (const { transaction, given } of refusals) {
    const key = `${transaction.method} ${transaction.cseq} ${transaction.client} ${transaction.server}`;
    const earlier = responses.get(key);
    if (earlier !== undefined && earlier !== given.response) return true;
    responses.set(key, given.response);
  }
  return false;
}

/** Whether the request carried credentials, so that a 403 to it is about them rather than about policy. */
export function isRefusedWithCredentials(transaction: Transaction): boolean {
  const [request] = transaction.requests;
  return (
    finalStatusOf(transaction) === 403 &&
    request !== undefined &&
    !isInDialog(transaction) &&
    hasCredentials(request.message)
  );
}
