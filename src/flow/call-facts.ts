// What a caller would tell of a call: how long until it rang, until it was answered, how long they talked, who hung up.
import type { Dialog, Flow, Sighting, Transaction } from './model.ts';

/** Who ended a call: the caller or the callee of the dialog. */
export type CallParty = 'caller' | 'callee';

/** Facts of one call, as far as the capture shows them. Durations are microseconds. */
export interface CallFacts {
  /** From the first INVITE to the first response that says it rings or plays something (180 to 183). */
  readonly postDialDelayUs?: number;
  /** From the first INVITE to the 2xx. */
  readonly setupUs?: number;
  /** From the 2xx to the first BYE. */
  readonly talkUs?: number;
  /** Who sent the first BYE, or the CANCEL. */
  readonly endedBy?: CallParty;
  /** Values of Reason (RFC 3326) in that BYE or CANCEL, as on the wire. */
  readonly reasons: readonly string[];
  /** Hops of the call on which its INVITE was seen. */
  readonly hops: number;
}

/** The facts of a call; undefined for any other flow, and for a call whose INVITE was not seen. */
export function callFactsOf(flow: Flow): CallFacts | undefined {
  if (flow.kind !== 'call') return undefined;
  const attempts = flow.transactions.filter(startsCall);
  const firstHop = attempts.filter(({ previousHop }) => !previousHop);
  const start = earliest(firstHop.flatMap(({ requests }) => requests.slice(0, 1)));
  if (!start) return undefined;
  const responses = firstHop.flatMap((attempt) => attempt.responses);
  const ringing = earliest(responses.filter(({ message }) => message.status >= 180 && message.status <= 183));
  const answer = earliest(responses.filter(({ message }) => message.status >= 200 && message.status < 300));
  const end = endOf(flow, answer);
  const bye = end?.message.method === 'BYE' ? end : undefined;
  const endedBy = end && partyOf(end, start, flow.dialogs);
  return {
    ...(ringing ? { postDialDelayUs: ringing.timeUs - start.timeUs } : {}),
    ...(answer ? { setupUs: answer.timeUs - start.timeUs } : {}),
    ...(answer && bye ? { talkUs: bye.timeUs - answer.timeUs } : {}),
    ...(endedBy ? { endedBy } : {}),
    reasons: end ? end.message.headers('reason') : [],
    hops: new Set(attempts.map(({ client, server }) => `${client} ${server}`)).size,
  };
}

/** An INVITE outside a dialog, answered with 401 or 407 and sent again included. */
function startsCall({ method, requests }: Transaction): boolean {
  const [first] = requests;
  return method === 'INVITE' && first !== undefined && first.message.toTag === '';
}

/** The BYE that ended an answered call; the CANCEL of one that was not. */
function endOf({ transactions }: Flow, answer: Sighting | undefined): Sighting | undefined {
  const method = answer ? 'BYE' : 'CANCEL';
  return earliest(
    transactions.flatMap((one) => (one.method === method && !one.previousHop ? one.requests.slice(0, 1) : [])),
  );
}

/** A CANCEL comes from the caller; a BYE from whose tag is in From. */
function partyOf({ message }: Sighting, start: Sighting, dialogs: readonly Dialog[]): CallParty | undefined {
  if (message.method === 'CANCEL') return 'caller';
  if (message.fromTag !== '' && message.fromTag === start.message.fromTag) return 'caller';
  return dialogs.some(({ calleeTag }) => calleeTag === message.fromTag) ? 'callee' : undefined;
}

function earliest(sightings: readonly Sighting[]): Sighting | undefined {
  let first: Sighting | undefined;
  for (const sighting of sightings) if (!first || sighting.timeUs < first.timeUs) first = sighting;
  return first;
}
