// What a flow is about and what became of it, each in one word.
import type { FlowKind, FlowOutcome, Transaction } from './model.ts';
import { isHardError } from './icmp.ts';
import { finalResponseOf } from './transaction.ts';

/** The method that a kind of flow is about; its last transaction decides the outcome. */
const DECISIVE_METHOD: Readonly<Partial<Record<FlowKind, string>>> = {
  call: 'INVITE',
  registration: 'REGISTER',
  publication: 'PUBLISH',
  message: 'MESSAGE',
};

/** The outcome of a flow of `kind` from its finished transactions, in order. */
export function outcomeOf(kind: FlowKind, transactions: readonly Transaction[]): FlowOutcome {
  const decisive = decisiveTransactions(kind, transactions);
  const last = decisive.at(-1);
  if (!last) return 'unknown';
  if (kind === 'call' && decisive.some((transaction) => statusOf(transaction) >= 200 && statusOf(transaction) < 300)) {
    return 'answered';
  }
  return outcomeOfLast(kind, last);
}

/** Methods that only make sense inside a call: seen alone, they show a call that began before the capture. */
const CALL_METHODS: ReadonlySet<string> = new Set(['INVITE', 'ACK', 'BYE', 'CANCEL', 'PRACK', 'UPDATE', 'INFO']);
const KIND_OF_METHOD: ReadonlyMap<string, FlowKind> = new Map([
  ['REGISTER', 'registration'],
  ['SUBSCRIBE', 'subscription'],
  ['NOTIFY', 'subscription'],
  ['REFER', 'subscription'],
  ['PUBLISH', 'publication'],
  ['MESSAGE', 'message'],
]);

/** What kind of flow the methods of its transactions make, in order. */
export function kindOfMethods(methods: readonly string[]): FlowKind {
  if (methods.includes('INVITE') || methods.includes('ACK')) return 'call';
  const method = methodTelling(methods);
  return KIND_OF_METHOD.get(method) ?? (CALL_METHODS.has(method) ? 'call' : 'transaction');
}

/** The method that tells what a flow is about: the first one, but an OPTIONS that went before only felt its way. */
function methodTelling(methods: readonly string[]): string {
  const telling = methods.filter((method) => method !== 'ACK');
  return telling.find((method) => method !== 'OPTIONS') ?? telling[0] ?? methods[0] ?? '';
}

function decisiveTransactions(kind: FlowKind, transactions: readonly Transaction[]): readonly Transaction[] {
  const method = DECISIVE_METHOD[kind] ?? methodTelling(transactions.map((transaction) => transaction.method));
  // The hop nearest to the one who asked speaks for the rest; a request inside the dialog decides nothing about its beginning.
  return transactions.filter(
    (transaction) =>
      transaction.method === method &&
      !transaction.previousHop &&
      (kind !== 'call' || (transaction.requests[0]?.message.toTag ?? '') === ''),
  );
}

function statusOf(transaction: Transaction): number {
  return finalResponseOf(transaction)?.message.status ?? 0;
}

function outcomeOfLast(kind: FlowKind, last: Transaction): FlowOutcome {
  const status = statusOf(last);
  if (status === 0) {
    if (last.end !== 'timed-out' && !wasRejected(last)) return 'in-progress';
    return last.responses.length === 0 ? 'unanswered' : kind === 'call' ? 'not-answered' : 'unanswered';
  }
  if (status < 300) return 'succeeded';
  if (status < 400) return 'redirected';
  if (status === 401 || status === 407) return carriesCredentials(last) ? 'failed' : 'challenged';
  return kind === 'call' ? outcomeOfFailedCall(last, status) : 'failed';
}

/** Nobody took the request in, says an ICMP error: a transport error ends its transaction (RFC 3261 §17.1.4). */
function wasRejected({ responses, icmpErrors }: Transaction): boolean {
  return responses.length === 0 && icmpErrors.filter(isHardError).length > 1;
}

/** Whoever is challenged again after that was refused. */
function carriesCredentials({ requests }: Transaction): boolean {
  const message = requests[0]?.message;
  return (message?.header('authorization') ?? message?.header('proxy-authorization')) !== undefined;
}

function outcomeOfFailedCall(last: Transaction, status: number): FlowOutcome {
  const rang = last.responses.some(({ message }) => message.status === 180 || message.status === 183);
  if (status === 486 || status === 600) return 'busy';
  if (status === 603 || status === 607) return 'declined';
  if (status === 487 || last.cancel) return 'cancelled';
  if (rang && (status === 480 || status === 408)) return 'not-answered';
  return 'failed';
}
