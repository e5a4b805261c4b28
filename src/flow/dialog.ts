// Call-ID and two tags make a dialog (RFC 3261 §12). A passive observer has no side: tags are compared as a pair.
import type { Answer, Dialog } from './model.ts';
import type { LiveSighting } from './sighting.ts';
import type { LiveTransaction } from './transaction.ts';

/** A 2xx to an INVITE while its flow is open. */
export class LiveAnswer implements Answer {
  readonly cseq: number;
  readonly inviterTag: string;
  readonly transactions: [LiveTransaction, ...LiveTransaction[]];
  readonly responses: [LiveSighting, ...LiveSighting[]];
  readonly acks: LiveSighting[] = [];

  constructor(transaction: LiveTransaction, response: LiveSighting) {
    this.cseq = response.message.cseq;
    this.inviterTag = response.message.fromTag;
    this.transactions = [transaction];
    this.responses = [response];
  }
}

/** A dialog while its flow is open. */
export class LiveDialog implements Dialog {
  readonly callId: string;
  readonly callerTag: string;
  readonly calleeTag: string;
  state: 'early' | 'confirmed' | 'terminated' = 'early';
  readonly answers: LiveAnswer[] = [];
  readonly transactions: LiveTransaction[] = [];

  constructor(callId: string, callerTag: string, calleeTag: string) {
    this.callId = callId;
    this.callerTag = callerTag;
    this.calleeTag = calleeTag;
  }

  isBetween(tag: string, otherTag: string): boolean {
    return (
      (this.callerTag === tag && this.calleeTag === otherTag) || (this.callerTag === otherTag && this.calleeTag === tag)
    );
  }

  /** A 2xx to an INVITE was seen: the first one confirms the dialog, copies and further hops join its answer. */
  addAnswer(transaction: LiveTransaction, response: LiveSighting): void {
    if (this.state === 'early') this.state = 'confirmed';
    const answer = this.answerTo(response.message.cseq, response.message.fromTag);
    if (!answer) {
      this.answers.push(new LiveAnswer(transaction, response));
      return;
    }
    answer.responses.push(response);
    if (!answer.transactions.includes(transaction)) answer.transactions.push(transaction);
  }

  answerTo(cseq: number, inviterTag: string): LiveAnswer | undefined {
    return this.answers.findLast((answer) => answer.cseq === cseq && answer.inviterTag === inviterTag);
  }
}
