// The course of a transaction: its first request, its final response, and where in a chain of hops it stands.
import type { Flow, Sighting, Transaction } from '../flow/model.ts';
import { finalResponseOf } from '../flow/transaction.ts';

/** Status of the final response that decided it; 0 where there was none. */
export function finalStatusOf(transaction: Transaction): number {
  return finalResponseOf(transaction)?.message.status ?? 0;
}

/** When it began: its first request, or its first response where no request was captured. */
export function startUsOf(transaction: Transaction): number {
  return (transaction.requests[0] ?? transaction.responses[0])?.timeUs ?? 0;
}

/** The first hop of the request, nearest to who made it. Bounded, since links come from captured Via headers. */
export function originOf(transaction: Transaction): Transaction {
  let hop = transaction;
  for (let steps = 0; hop.previousHop && steps < 70; steps++) hop = hop.previousHop;
  return hop;
}

/** The place where the same response was seen nearest to its sender: follow the hops that carry it. */
export function senderHopOf(transaction: Transaction, status: number): Transaction {
  let hop = transaction;
  for (let steps = 0; steps < 70; steps++) {
    const next = hop.nextHops.find((further) => finalStatusOf(further) === status);
    if (!next) return hop;
    hop = next;
  }
  return hop;
}

/** Whether the request was sent inside a dialog: its To carries a tag (RFC 3261 §12.2). */
export function isInDialog(transaction: Transaction): boolean {
  return (transaction.requests[0]?.message.toTag ?? '') !== '';
}

/** Requests that were made later for the same purpose: same method, same sender, another CSeq or another destination. */
export function laterAttempts(transaction: Transaction, flow: Flow): readonly Transaction[] {
  const request = transaction.requests[0];
  if (!request) return [];
  const attempts: Transaction[] = [];
  const origin = originOf(transaction);
  for (const other of flow.transactions) {
    const later = other.requests[0];
    if (!later || other.method !== transaction.method || later.timeUs <= request.timeUs) continue;
    if (isSameSender(later, request) && originOf(other) !== origin) attempts.push(other);
  }
  return attempts;
}

/** Whether two requests of a flow come from the same user. Some clients take a new From tag for each registration. */
export function isSameSender({ message: one }: Sighting, { message: other }: Sighting): boolean {
  return one.fromTag === other.fromTag || one.from?.uriText === other.from?.uriText;
}

/** Whether headers may be missing because the message was cut before its blank line. */
export function isHeadCut({ cut, message }: Sighting): boolean {
  return cut && !message.text.includes('\r\n\r\n');
}
