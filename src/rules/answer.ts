// Projections of a 2xx to INVITE: who sent it to whom, how often, and what both sides did afterwards.
import type { Answer, Dialog, Flow, Sighting, Transaction } from '../flow/model.ts';
import { ACK_WAIT_US, T2_US } from '../knowledge/timers.ts';
import { contactHostOf, hostOf } from './host.ts';

/** What the capture shows of a 2xx to INVITE and of the time after it. */
export interface AnswerStory {
  /** The 2xx nearest to the callee. */
  readonly first: Sighting;
  /** Its retransmissions at the same hop. */
  readonly copies: readonly Sighting[];
  /** The last copy came when the callee's wait for the ACK was all but over (RFC 3261 §13.3.1.4). */
  readonly triedToTheEnd: boolean;
  /** The capture goes on for the whole wait. */
  readonly sawWholeWait: boolean;
  /** Both directions of the hop were recorded, and nothing is known to be missing: absence says something. */
  readonly absenceCounts: boolean;
  readonly sawBothDirections: boolean;
  /** What the inviter sent next in the dialog where that proves that it went on without ACK. */
  readonly next?: Sighting;
  /** The BYE of the side that answered. */
  readonly hangUp?: Sighting;
  /** From the 2xx to the last message of the dialog. */
  readonly survivedUs: number;
}

/** Reads the story of one answer. */
export function storyOf(answer: Answer, dialog: Dialog, flow: Flow): AnswerStory {
  const first = answer.responses[0];
  const copies = copiesAt(first, answer);
  const triedUs = (copies.at(-1) ?? first).timeUs - first.timeUs;
  const sawBothDirections = flow.window.bothDirections(first.source, first.destination);
  const inviterTag = first.message.fromTag;
  const later = dialog.transactions
    .filter((transaction) => transaction.method !== 'ACK' && !answer.transactions.includes(transaction))
    .flatMap(({ requests }) => requests.filter((request) => request.timeUs > first.timeUs));
  // A PRACK or UPDATE may cross the 2xx; a BYE or another INVITE of the inviter comes after it (RFC 3261 §14.1, §15).
  const next = later.find(
    ({ message }) => message.fromTag === inviterTag && (message.method === 'BYE' || message.method === 'INVITE'),
  );
  const hangUp = later.find(({ message }) => message.fromTag !== inviterTag && message.method === 'BYE');
  return {
    first,
    copies,
    // The last rung of the ladder is at 31.5 s; a callee that hangs up then may leave one out.
    triedToTheEnd: triedUs >= ACK_WAIT_US - (hungUpInTheEnd(hangUp, first) ? 2 : 1) * T2_US,
    sawWholeWait: flow.window.lastUs - first.timeUs >= ACK_WAIT_US,
    absenceCounts: sawBothDirections && !flow.window.lossy && flow.end !== 'evicted' && flow.omittedSightings === 0,
    sawBothDirections,
    ...(next ? { next } : {}),
    ...(hangUp ? { hangUp } : {}),
    survivedUs: Math.max(0, ...later.map((request) => request.timeUs - first.timeUs)),
  };
}

/** The callee hung up when its wait for the ACK was over. */
function hungUpInTheEnd(hangUp: Sighting | undefined, first: Sighting): boolean {
  if (!hangUp) return false;
  const waitedUs = hangUp.timeUs - first.timeUs;
  return waitedUs >= ACK_WAIT_US - T2_US && waitedUs <= ACK_WAIT_US + 2 * T2_US;
}

/** The retransmissions of `first` at its own hop, in order. */
export function copiesAt(first: Sighting, answer: Answer): readonly Sighting[] {
  return answer.responses.filter(
    (response) =>
      response !== first &&
      response.role === 'retransmission' &&
      response.source === first.source &&
      response.destination === first.destination,
  );
}

/** The hop of the answer that is nearest to the inviter. */
export function firstHopOf(answer: Answer): Transaction {
  const hops = new Set<Transaction>(answer.transactions);
  return answer.transactions.find((hop) => !hop.previousHop || !hops.has(hop.previousHop)) ?? answer.transactions[0];
}

/** A hop where the answer was repeated long after its ACK had been seen elsewhere: the ACK never got this far. */
export function hopWithoutAck(
  answer: Answer,
): { first: Sighting; late: readonly Sighting[]; ack: Sighting } | undefined {
  const [ack] = answer.acks;
  if (!ack) return undefined;
  for (const hop of answer.transactions) {
    const isAcked = answer.acks.some((other) => hostOf(other.destination) === hostOf(hop.server));
    const first = answer.responses.find(
      ({ source, destination }) => source === hop.server && destination === hop.client,
    );
    if (isAcked || !first) continue;
    const late = copiesAt(first, answer).filter((copy) => copy.timeUs > ack.timeUs);
    const last = late.at(-1);
    if (late.length >= 2 && last && last.timeUs - ack.timeUs >= T2_US) return { first, late, ack };
  }
  return undefined;
}

/** Whether the ACK may go past the place of recording: nobody record-routed, and the Contact is not who answered here. */
export function mayBypass({ message, source }: Sighting): boolean {
  const host = contactHostOf(message);
  return message.header('record-route') === undefined && host !== '' && host !== hostOf(source);
}
