// The sightings of one Call-ID become transactions and dialogs, one after the other.
import { ACK_WAIT_US, T4_US } from '../knowledge/timers.ts';
import { LiveDialog } from './dialog.ts';
import { linkHops } from './hops.ts';
import type { Flow, FlowEnd, FlowKind, FlowOutcome, FlowWindow } from './model.ts';
import { kindOfMethods, outcomeOf } from './outcome.ts';
import type { LiveSighting } from './sighting.ts';
import { LiveTransaction } from './transaction.ts';
import { type CaptureView, UNSEEN, windowOf } from './window.ts';

/** A flow waits this long for late copies before it is handed on. */
export const LINGER_US = ACK_WAIT_US + T4_US;
/** One that was hung up properly only this long: nothing is repeated at longer intervals than T2, or lives longer than T4. */
export const LINGER_AFTER_BYE_US = T4_US;
/** A confirmed dialog that shows nothing for this long is handed on as idle. Longer than the usual session timers. */
export const DIALOG_IDLE_US = 2 * 3600 * 1_000_000;
/** Up to this many transactions a look through them is faster than a table. */
const FEW_TRANSACTIONS = 12;

/** A flow while it is open. */
export class LiveFlow implements Flow {
  readonly callId: string;
  readonly sightings: LiveSighting[] = [];
  readonly transactions: LiveTransaction[] = [];
  readonly dialogs: LiveDialog[] = [];
  omittedSightings = 0;
  duplicates = 0;
  lastUs = 0;
  lossy = false;
  end: FlowEnd = 'capture-ended';
  outcome: FlowOutcome = 'unknown';
  kind: FlowKind = 'transaction';
  window: FlowWindow = UNSEEN;
  readonly number: number;
  /** It continues a flow that was handed on because it had grown to the bound. */
  readonly continues: boolean;
  #index: Map<string, LiveTransaction[]> | undefined;

  constructor(callId: string, number: number, continues: boolean) {
    this.callId = callId;
    this.number = number;
    this.continues = continues;
  }

  get id(): string {
    return `${this.kind}-${this.number}`;
  }

  get from(): string {
    return uriOf(this.sightings[0], 'from');
  }

  get to(): string {
    return uriOf(this.sightings[0], 'to');
  }

  /** Takes in the next sighting of this Call-ID, in order of capture. */
  accept(sighting: LiveSighting): void {
    const { message } = sighting;
    if (message.kind === 'response') this.#acceptResponse(sighting);
    else if (message.method === 'ACK') this.#acceptAck(sighting);
    else this.#acceptRequest(sighting);
    if (sighting.role === 'duplicate') this.duplicates++;
    if (sighting.cut) this.lossy = true;
    this.sightings.push(sighting);
    if (sighting.timeUs > this.lastUs) this.lastUs = sighting.timeUs;
  }

  /**
   * Nothing more will be taken in: derive what only the whole shows.
   * @param evicted It is handed on because a bound was reached, not because it is over or the capture is.
   */
  finish(view: CaptureView, evicted: boolean): Flow {
    // The beginning of a fragmented packet comes when its rest is given up; it was sent before that.
    if (this.lossy && this.sightings.some(({ fragmentsMissing }) => fragmentsMissing)) {
      this.sightings.sort((a, b) => a.timeUs - b.timeUs || a.nanos - b.nanos);
    }
    const first = this.sightings[0]?.timeUs ?? this.lastUs;
    const span = { firstUs: Math.min(first, this.lastUs), lastUs: this.lastUs };
    const covered = view.covered(() => new Set(this.sightings.map(({ input }) => input)), span);
    for (const transaction of this.transactions) transaction.finish(covered.lastUs);
    linkHops(this.transactions);
    this.#linkCancels();
    this.kind = kindOfMethods(this.transactions.map(({ method }) => method));
    this.outcome = outcomeOf(this.kind, this.transactions);
    // Time that was not recorded settles nothing.
    if (evicted) this.end = 'evicted';
    else if (covered.lastUs < this.#dueUs()) this.end = 'capture-ended';
    else this.end = this.#hasOpenDialog() ? 'idle' : 'settled';
    this.window = windowOf(view, covered, this.continues || this.#startedBefore(), this.lossy || evicted);
    return this;
  }

  #acceptRequest(sighting: LiveSighting): void {
    const { message } = sighting;
    const known = this.#find(sighting, message.method, sighting.source, sighting.destination);
    if (known) {
      known.addRequest(sighting);
      return;
    }
    const transaction = this.#open(sighting);
    transaction.addRequest(sighting);
    if (message.toTag !== '') this.#dialogOf(sighting).transactions.push(transaction);
    if (message.method === 'BYE') this.#dialogOf(sighting).state = 'terminated';
  }

  #acceptResponse(sighting: LiveSighting): void {
    const { message } = sighting;
    const transaction =
      this.#find(sighting, message.method, sighting.destination, sighting.source) ??
      this.#find(sighting, message.method) ??
      this.#open(sighting);
    transaction.addResponse(sighting);
    if (sighting.role === 'duplicate' || message.method !== 'INVITE' || message.status <= 100) return;
    if (message.status >= 300 || (message.status < 200 && message.toTag === '')) return;
    const dialog = this.#dialogOf(sighting);
    if (message.status >= 200) this.#noteAnswer(dialog, transaction, sighting);
  }

  /** A 2xx of which only a fragment came is known when no other can come any more: its ACK was seen before it. */
  #noteAnswer(dialog: LiveDialog, transaction: LiveTransaction, sighting: LiveSighting): void {
    const { cseq, fromTag } = sighting.message;
    const isNew = dialog.answerTo(cseq, fromTag) === undefined;
    dialog.addAnswer(transaction, sighting);
    const answer = isNew ? dialog.answerTo(cseq, fromTag) : undefined;
    if (!answer) return;
    for (const { method, requests } of this.transactions) {
      if (method !== 'ACK') continue;
      for (const ack of requests) {
        const { message } = ack;
        if (message.cseq !== cseq || message.fromTag !== fromTag) continue;
        if (dialog.isBetween(message.fromTag, message.toTag)) answer.acks.push(ack);
      }
    }
  }

  /** RFC 3261 §17.1.1.3: an ACK to a non-2xx shares its INVITE's branch; an ACK to a 2xx (§13.2.2.4) is on its own. */
  #acceptAck(sighting: LiveSighting): void {
    const { message } = sighting;
    const invite =
      this.#find(sighting, 'INVITE', sighting.source, sighting.destination) ?? this.#find(sighting, 'INVITE');
    if (invite && (invite.finalStatus < 200 || invite.finalStatus > 299)) {
      invite.addAck(sighting);
      return;
    }
    const known = this.#find(sighting, 'ACK', sighting.source, sighting.destination);
    const transaction = known ?? this.#open(sighting);
    transaction.addRequest(sighting);
    if (sighting.role === 'duplicate') return;
    const dialog = this.#dialogBetween(message.fromTag, message.toTag);
    dialog?.answerTo(message.cseq, message.fromTag)?.acks.push(sighting);
  }

  /** The newest transaction that owns the message; between two endpoints, or wherever it is. */
  #find(sighting: LiveSighting, method: string, client?: string, server?: string): LiveTransaction | undefined {
    const { message } = sighting;
    const candidates = this.#index ? (this.#index.get(indexKey(method, message.cseq)) ?? []) : this.transactions;
    for (let index = candidates.length - 1; index >= 0; index--) {
      const transaction = candidates[index];
      if (!transaction?.owns(message, method)) continue;
      if (client === undefined || server === undefined || transaction.isBetween(client, server)) return transaction;
    }
    return undefined;
  }

  #open(sighting: LiveSighting): LiveTransaction {
    const transaction = new LiveTransaction(sighting);
    this.transactions.push(transaction);
    if (this.#index) enter(this.#index, transaction);
    else if (this.transactions.length > FEW_TRANSACTIONS) {
      this.#index = new Map();
      for (const one of this.transactions) enter(this.#index, one);
    }
    return transaction;
  }

  #dialogOf(sighting: LiveSighting): LiveDialog {
    const { message } = sighting;
    const known = this.#dialogBetween(message.fromTag, message.toTag);
    if (known) return known;
    const dialog = new LiveDialog(this.callId, message.fromTag, message.toTag);
    // A request inside a dialog that was not seen beginning: it must have been confirmed.
    if (message.kind === 'request') dialog.state = 'confirmed';
    this.dialogs.push(dialog);
    return dialog;
  }

  #dialogBetween(tag: string, otherTag: string): LiveDialog | undefined {
    return this.dialogs.find((dialog) => dialog.isBetween(tag, otherTag));
  }

  /** When the flow is settled or idle, in capture time, as nothing more of it was seen. */
  #dueUs(): number {
    let due = this.lastUs + (this.#isHungUp() ? LINGER_AFTER_BYE_US : LINGER_US);
    for (const transaction of this.transactions) {
      if (transaction.finalStatus === 0 && transaction.method !== 'ACK')
        due = Math.max(due, transaction.dueUs() + T4_US);
    }
    return this.#hasOpenDialog() ? Math.max(due, this.lastUs + DIALOG_IDLE_US) : due;
  }

  /** Everything was answered, and each dialog that was confirmed was ended. */
  #isHungUp(): boolean {
    if (!this.dialogs.some(({ state }) => state === 'terminated') || this.#hasOpenDialog()) return false;
    return this.transactions.every(({ finalStatus, method }) => finalStatus > 0 || method === 'ACK');
  }

  #hasOpenDialog(): boolean {
    return this.dialogs.some((dialog) => dialog.state === 'confirmed');
  }

  /** RFC 3261 §9.1: a CANCEL has the branch and the CSeq number of the INVITE that it cancels. */
  #linkCancels(): void {
    for (const cancel of this.transactions) {
      if (cancel.method !== 'CANCEL') continue;
      const invites = this.transactions.filter((one) => one.method === 'INVITE' && one.cseq === cancel.cseq);
      const invite =
        invites.find((one) => one.branch === cancel.branch && one.isBetween(cancel.client, cancel.server)) ??
        invites.find((one) => one.branch === cancel.branch) ??
        invites.find((one) => one.isBetween(cancel.client, cancel.server));
      if (!invite) continue;
      invite.cancel = cancel;
      cancel.cancels = invite;
    }
  }

  #startedBefore(): boolean {
    const first = this.sightings[0]?.message;
    if (!first) return true;
    return first.kind === 'response' || first.toTag !== '' || first.method === 'CANCEL';
  }
}

function indexKey(method: string, cseq: number): string {
  return `${method} ${cseq}`;
}

function enter(index: Map<string, LiveTransaction[]>, transaction: LiveTransaction): void {
  const key = indexKey(transaction.method, transaction.cseq);
  const entries = index.get(key);
  if (entries) entries.push(transaction);
  else index.set(key, [transaction]);
}

/** The URI of From or To without password and parameters: who it is, not how to reach them. */
function uriOf(sighting: LiveSighting | undefined, header: 'from' | 'to'): string {
  const address = sighting?.message[header];
  if (!address) return '';
  const { uri } = address;
  if (uri.kind !== 'sip') return address.uriText;
  const host = uri.bracketed ? `[${uri.host}]` : uri.host;
  return `${uri.scheme}:${uri.user === '' ? '' : `${uri.user}@`}${host}${uri.port === undefined ? '' : `:${uri.port}`}`;
}
