// Messages of one hop become transactions: RFC 3261 §17.1.3 and §17.2.3, with the RFC 2543 rules for peers without the
// magic cookie. CSeq and the hop's two endpoints are compared too, although the RFC does not ask for it: they keep broken
// stacks that reuse a branch, and stateless proxies that keep it, apart.
import { TIMER_B_US, TIMER_C_US } from '../knowledge/timers.ts';
import type { SipMessage } from '../sip/message.ts';
import type { Endpoint, Transport } from '../stream/arrival.ts';
import type { IcmpError, Sighting, Transaction, TransactionEnd } from './model.ts';
import { roleOfCopy, type LiveSighting } from './sighting.ts';

const MAGIC_COOKIE = 'z9hG4bK';

/** Whether a branch identifies a transaction by itself: the cookie and something behind it (RFC 3261 §8.1.1.7, RFC 4475 §3.2.1). */
export function hasUniqueBranch(branch: string): boolean {
  return branch.length > MAGIC_COOKIE.length && branch.startsWith(MAGIC_COOKIE);
}

/** A transaction while its flow is open. */
export class LiveTransaction implements Transaction {
  readonly method: string;
  /** What its responses carry in CSeq: not the method where the request contradicts itself (RFC 4475 §3.1.2.17). */
  readonly cseqMethod: string;
  readonly branch: string;
  readonly sentBy: string;
  readonly cseq: number;
  readonly fromTag: string;
  readonly client: Endpoint;
  readonly server: Endpoint;
  readonly transport: Transport;
  readonly requests: LiveSighting[] = [];
  readonly responses: LiveSighting[] = [];
  readonly acks: LiveSighting[] = [];
  readonly icmpErrors: IcmpError[] = [];
  readonly nextHops: LiveTransaction[] = [];
  cancel?: LiveTransaction;
  cancels?: LiveTransaction;
  previousHop?: LiveTransaction;
  /** The last final response's status; 0 before. A 2xx is never overwritten by a later final of another fork. */
  finalStatus = 0;
  lastUs: number;
  end: TransactionEnd = 'open';

  constructor(opener: LiveSighting) {
    const { message } = opener;
    const isRequest = message.kind === 'request';
    this.method = message.method;
    this.cseqMethod = message.cseqMethod;
    this.branch = message.branch;
    this.sentBy = message.sentBy;
    this.cseq = message.cseq;
    this.fromTag = message.fromTag;
    this.client = isRequest ? opener.source : opener.destination;
    this.server = isRequest ? opener.destination : opener.source;
    this.transport = opener.transport;
    this.lastUs = opener.timeUs;
  }

  /** Whether `message`, a request from `client` to `server` or a response on the way back, belongs here by its identity. */
  owns(message: SipMessage, method: string): boolean {
    if (this.cseq !== message.cseq || this.branch !== message.branch) return false;
    if (this.method !== method && (message.kind !== 'response' || this.cseqMethod !== method)) return false;
    if (this.sentBy !== message.sentBy) return false;
    if (hasUniqueBranch(this.branch)) return true;
    return this.fromTag === message.fromTag && this.sameOldStyleRequest(message);
  }

  isBetween(client: Endpoint, server: Endpoint): boolean {
    return this.client === client && this.server === server;
  }

  addRequest(sighting: LiveSighting): void {
    if (this.requests.length > 0) sighting.role = roleOfCopy(this.requests, sighting);
    if (sighting.role !== 'duplicate') this.requests.push(sighting);
    this.lastUs = sighting.timeUs;
  }

  addAck(sighting: LiveSighting): void {
    if (this.acks.length > 0) sighting.role = roleOfCopy(this.acks, sighting);
    if (sighting.role !== 'duplicate') this.acks.push(sighting);
    this.lastUs = sighting.timeUs;
  }

  addResponse(sighting: LiveSighting): void {
    const { status } = sighting.message;
    if (this.responses.some((earlier) => isSameResponse(earlier.message, sighting.message))) {
      sighting.role = roleOfCopy(this.responses, sighting);
    }
    if (sighting.role !== 'duplicate') this.responses.push(sighting);
    if (status >= 200 && (this.finalStatus < 200 || this.finalStatus > 299)) this.finalStatus = status;
    this.lastUs = sighting.timeUs;
  }

  /** When nothing more is due here, in capture time. */
  dueUs(): number {
    const invited = this.method === 'INVITE' && this.responses.length > 0 && this.finalStatus === 0;
    return this.lastUs + (invited ? TIMER_C_US + TIMER_B_US : TIMER_B_US);
  }

  finish(nowUs: number): void {
    if (this.finalStatus > 0) this.end = 'completed';
    else if (this.method === 'ACK') this.end = 'unanswerable';
    else if (this.requests.length > 0 && nowUs >= this.#givenUpUs()) this.end = 'timed-out';
    else this.end = 'open';
  }

  /** Timers B and F run from the first sending, however late the last repetition comes. */
  #givenUpUs(): number {
    const [first] = this.requests;
    return first && this.responses.length === 0 ? first.timeUs + TIMER_B_US : this.dueUs();
  }

  /** RFC 3261 §17.2.3, second half: without a usable branch the Request-URI and the To tag tell requests apart. */
  private sameOldStyleRequest(message: SipMessage): boolean {
    const first = this.requests[0]?.message;
    if (message.kind === 'response' || !first) return true;
    if (message.method === 'ACK') return first.requestUri === message.requestUri;
    return first.requestUri === message.requestUri && first.toTag === message.toTag;
  }
}

/**
 * A final response with the same status and To tag is a retransmission even where a date in it moved on; a provisional
 * one only with the same bytes, since a UAS may report progress twice.
 */
function isSameResponse(earlier: SipMessage, later: SipMessage): boolean {
  if (earlier.status !== later.status || earlier.toTag !== later.toTag) return false;
  return later.status >= 200 || earlier.text === later.text;
}

/** First sighting of the final response that decided the transaction: a 2xx where there is one, else the first final. */
export function finalResponseOf({ responses }: Transaction): Sighting | undefined {
  let first: Sighting | undefined;
  for (const response of responses) {
    const { status } = response.message;
    if (status >= 200 && status < 300) return response;
    if (status >= 300) first ??= response;
  }
  return first;
}
