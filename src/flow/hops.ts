// The same request at several hops: a proxy puts its own Via on top and keeps the rest (RFC 3261 §16.6 step 8), so the
// second Via of the later hop is the top Via of the earlier one.
import type { LiveTransaction } from './transaction.ts';

/** Ties the transactions of one flow together where one is the forwarded copy of another. */
export function linkHops(transactions: readonly LiveTransaction[]): void {
  // Each request once: nothing was forwarded, and the Via headers need not be read.
  if (!repeatsRequest(transactions)) return;
  const byTopVia = new Map<string, LiveTransaction>();
  for (const transaction of transactions) {
    const key = hopKey(transaction, transaction.branch);
    if (transaction.branch !== '' && !byTopVia.has(key)) byTopVia.set(key, transaction);
  }
  for (const transaction of transactions) {
    const branch = secondBranch(transaction);
    if (branch === '') continue;
    const previous = byTopVia.get(hopKey(transaction, branch));
    if (!previous || previous === transaction || previous.previousHop === transaction) continue;
    transaction.previousHop = previous;
    previous.nextHops.push(transaction);
  }
}

function hopKey(transaction: LiveTransaction, branch: string): string {
  return `${transaction.cseq} ${transaction.method} ${transaction.fromTag} ${branch}`;
}

/** Up to this many transactions comparing each with each is faster than a table. */
const FEW = 8;

function repeatsRequest(transactions: readonly LiveTransaction[]): boolean {
  if (transactions.length > FEW) {
    return new Set(transactions.map((transaction) => hopKey(transaction, ''))).size < transactions.length;
  }
  return transactions.some((one, index) =>
    transactions.some(
      (other, later) =>
        later > index && one.cseq === other.cseq && one.method === other.method && one.fromTag === other.fromTag,
    ),
  );
}

function secondBranch(transaction: LiveTransaction): string {
  const opener = transaction.requests[0] ?? transaction.responses[0];
  return opener?.message.via[1]?.branch ?? '';
}
