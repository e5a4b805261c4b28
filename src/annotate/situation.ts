// What has to be known of a flow before one of its responses can be judged; found once per flow, not once per response.
import type { Flow, Sighting, Transaction } from '../flow/model.ts';
import { openChallengesIn, refusalsIn } from '../rules/authentication.ts';
import { laterAttempts, originOf } from '../rules/course.ts';
import { hasCredentials } from '../rules/digest.ts';
import { scannerIn } from '../rules/scanner.ts';

/** What the responses of one flow have in common. */
export interface Scene {
  readonly isScanner: boolean;
  /** First hop of a request whose credentials were refused → whether a later attempt was accepted. */
  readonly refused: ReadonlyMap<Transaction, boolean>;
  /** First hop of a request whose challenge got no credentials. */
  readonly open: ReadonlySet<Transaction>;
}

/** One response in its flow. */
export interface Situation {
  readonly scene: Scene;
  readonly flow: Flow;
  /** The hop of the group of equal responses that is nearest to the client. */
  readonly transaction: Transaction;
  readonly response: Sighting;
  readonly status: number;
  readonly method: string;
}

/** Looks at the whole flow, each part of it when it is asked for and only once. */
export class LazyScene implements Scene {
  readonly #flow: Flow;
  #isScanner: boolean | undefined;
  #refused: ReadonlyMap<Transaction, boolean> | undefined;
  #open: ReadonlySet<Transaction> | undefined;

  constructor(flow: Flow) {
    this.#flow = flow;
  }

  get isScanner(): boolean {
    return (this.#isScanner ??= scannerIn(this.#flow) !== undefined);
  }

  get refused(): ReadonlyMap<Transaction, boolean> {
    return (this.#refused ??= refusedIn(this.#flow));
  }

  get open(): ReadonlySet<Transaction> {
    return (this.#open ??= new Set(openChallengesIn(this.#flow).map(({ transaction }) => originOf(transaction))));
  }
}

function refusedIn(flow: Flow): ReadonlyMap<Transaction, boolean> {
  const refused = new Map<Transaction, boolean>();
  for (const { refusals, acceptedLater } of refusalsIn(flow)) {
    for (const { transaction } of refusals) refused.set(originOf(transaction), acceptedLater);
  }
  return refused;
}

/** Whether the capture goes on for `waitUs` after the response, so that what did not follow did not happen. */
export function sawAfter({ flow, response }: Situation, waitUs: number): boolean {
  return flow.window.lastUs - response.timeUs >= waitUs && flow.end !== 'evicted' && flow.omittedSightings === 0;
}

/** Whether the same side tried again afterwards and `isGood` holds for that attempt. */
export function triedAgain(situation: Situation, isGood: (attempt: Transaction) => boolean): boolean {
  return laterAttempts(situation.transaction, situation.flow).some(isGood);
}

/** Whether a later request of the same kind carries credentials. */
export function sentCredentials(situation: Situation): boolean {
  return triedAgain(situation, ({ requests }) => {
    const [request] = requests;
    return request !== undefined && request.timeUs >= situation.response.timeUs && hasCredentials(request.message);
  });
}

/** Whether a response with this status came before: 180 means that it rang, 183 that something was played. */
export function hasShown({ transaction }: Situation, status: 180 | 183): boolean {
  return originOf(transaction).responses.some(({ message }) => message.status === status);
}
