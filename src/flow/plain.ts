// A flow in which everything goes by the book is told from the scans of its messages as they arrive, without working out
// what they mean: one hop, every request once and answered once with 2xx, every 2xx to INVITE acknowledged once. Whatever
// is not plainly so is left to the complete model, and a property holds the two to the same answer.
import { latin1 } from '../bytes/ascii.ts';
import type { MessageScan } from '../sip/scan.ts';
import type { FlowKind, FlowOutcome } from './model.ts';
import { kindOfMethods } from './outcome.ts';

/** What is told of a plain flow. */
export interface PlainFlow {
  readonly kind: FlowKind;
  readonly outcome: FlowOutcome;
  readonly transactions: number;
  /** One entry for each response. */
  readonly responses: readonly PlainResponse[];
}

/** CSeq method and status of a response. */
export interface PlainResponse {
  readonly method: string;
  readonly status: number;
}

/** More transactions, or responses, in one flow are left to the complete model. */
const MAX_TRANSACTIONS = 12;
const MAX_RESPONSES = 48;

/** A transaction: its branch, tags and hosts as hashes, which are compared and no more. */
interface Step {
  readonly method: string;
  readonly cseq: number;
  /** Which way the request went. */
  readonly pair: number;
  /** Of branch and sent-by, which its responses repeat. */
  readonly hop: number;
  readonly fromTag: number;
  /** Of the 2xx. */
  toTag: number;
  /** Of the last response. */
  status: number;
  acknowledged: boolean;
}

/** The course of one flow, as long as it is plain. */
export class PlainCourse {
  readonly #steps: Step[] = [];
  readonly #responses: PlainResponse[] = [];
  #acks = 0;

  /**
   * Takes the next message; false when the flow is not plain.
   * @param pair 0 and 1 are the two directions between the two ends of the flow; others are further hops.
   */
  take(bytes: Uint8Array, start: number, scan: MessageScan, pair: number): boolean {
    if (pair > 1) return false;
    return scan.status > 0 ? this.#takeResponse(bytes, start, scan, pair) : this.#takeRequest(bytes, start, scan, pair);
  }

  /** What the flow was, when it is over; undefined when it was not plain. */
  end(): PlainFlow | undefined {
    const [first] = this.#steps;
    if (!first) return undefined;
    for (const { method, status, acknowledged } of this.#steps) {
      if (status < 200 || (method === 'INVITE' && !acknowledged)) return undefined;
    }
    const kind = kindOfMethods(this.#steps.map(({ method }) => method));
    // A call whose beginning this flow does not show.
    if (kind === 'call' && first.method !== 'INVITE') return undefined;
    return {
      kind,
      outcome: kind === 'call' ? 'answered' : 'succeeded',
      transactions: this.#steps.length + this.#acks,
      responses: this.#responses,
    };
  }

  #takeRequest(bytes: Uint8Array, start: number, scan: MessageScan, pair: number): boolean {
    const method = methodAt(bytes, start, start + scan.methodEnd);
    if (!isText(method, bytes, start + scan.cseqMethodStart, start + scan.cseqMethodEnd)) return false;
    const fromTag = hashOf(bytes, start + scan.fromTagStart, start + scan.fromTagEnd);
    const toTag = hashOf(bytes, start + scan.toTagStart, start + scan.toTagEnd);
    if (method === 'ACK') return this.#takeAck(scan.cseq, pair, fromTag, toTag);
    if (
      method === 'CANCEL' ||
      !isText(COOKIE, bytes, start + scan.branchStart, start + scan.branchStart + COOKIE.length)
    )
      return false;
    if (scan.branchEnd - scan.branchStart <= COOKIE.length || this.#steps.length >= MAX_TRANSACTIONS) return false;
    const isInside = scan.toTagEnd > scan.toTagStart;
    if (isInside ? !this.#isInDialog(pair, fromTag, toTag) : method === 'INVITE' && this.#steps.length > 0)
      return false;
    if (this.#stepOf(method, scan.cseq)) return false;
    const hop = hopOf(bytes, start, scan);
    this.#steps.push({ method, cseq: scan.cseq, pair, hop, fromTag, toTag: 0, status: 0, acknowledged: false });
    return true;
  }

  #takeResponse(bytes: Uint8Array, start: number, scan: MessageScan, pair: number): boolean {
    const { status } = scan;
    if (status >= 300 || this.#responses.length >= MAX_RESPONSES) return false;
    const method = methodAt(bytes, start + scan.cseqMethodStart, start + scan.cseqMethodEnd);
    const step = this.#stepOf(method, scan.cseq);
    // Each status once and in rising order: nothing that could be a copy, nothing behind the final response.
    if (!step || step.pair === pair || status <= step.status || step.status >= 200) return false;
    if (step.hop !== hopOf(bytes, start, scan)) return false;
    if (step.fromTag !== hashOf(bytes, start + scan.fromTagStart, start + scan.fromTagEnd)) return false;
    if (status >= 200) {
      if (method === 'INVITE' && scan.toTagEnd === scan.toTagStart) return false;
      step.toTag = hashOf(bytes, start + scan.toTagStart, start + scan.toTagEnd);
    }
    step.status = status;
    this.#responses.push({ method, status });
    return true;
  }

  #takeAck(cseq: number, pair: number, fromTag: number, toTag: number): boolean {
    const step = this.#stepOf('INVITE', cseq);
    if (!step || step.status < 200 || step.acknowledged || step.pair !== pair) return false;
    if (step.fromTag !== fromTag || step.toTag !== toTag) return false;
    step.acknowledged = true;
    this.#acks++;
    return true;
  }

  #stepOf(method: string, cseq: number): Step | undefined {
    for (let index = this.#steps.length - 1; index >= 0; index--) {
      const step = this.#steps[index];
      if (step?.method === method && step.cseq === cseq) return step;
    }
    return undefined;
  }

  /** The first transaction made the dialog, and the request has its two tags, whichever side sends. */
  #isInDialog(pair: number, fromTag: number, toTag: number): boolean {
    const [first] = this.#steps;
    if (!first || first.status < 200) return false;
    return first.pair === pair
      ? first.fromTag === fromTag && first.toTag === toTag
      : first.fromTag === toTag && first.toTag === fromTag;
  }
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  return hashOn(FNV_OFFSET, bytes, start, end);
}

function hashOn(seed: number, bytes: Uint8Array, start: number, end: number): number {
  let hash = seed;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), FNV_PRIME);
  return hash;
}

function hopOf(bytes: Uint8Array, start: number, scan: MessageScan): number {
  const branch = hashOf(bytes, start + scan.branchStart, start + scan.branchEnd);
  return hashOn(branch, bytes, start + scan.sentByStart, start + scan.sentByEnd);
}

/** In front of a branch that identifies its transaction (RFC 3261 §8.1.1.7). */
const COOKIE = 'z9hG4bK';
/** The text of a method that is known is not made anew. */
const METHODS = [
  'INVITE',
  'BYE',
  'ACK',
  'REGISTER',
  'OPTIONS',
  'SUBSCRIBE',
  'NOTIFY',
  'MESSAGE',
  'PUBLISH',
  'INFO',
  'UPDATE',
  'PRACK',
  'REFER',
  'CANCEL',
];

function methodAt(bytes: Uint8Array, start: number, end: number): string {
  for (const method of METHODS) if (isText(method, bytes, start, end)) return method;
  return latin1(bytes, start, end);
}

function isText(text: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start !== text.length) return false;
  for (let index = 0; index < text.length; index++) if (bytes[start + index] !== text.charCodeAt(index)) return false;
  return true;
}
