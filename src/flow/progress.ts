// How far a flow has come, told from the scans of its messages as they arrive: enough to know when nothing more is due,
// without working out what the messages mean. Where that cannot be told exactly, a flow is rather kept longer.
import { T4_US, TIMER_B_US, TIMER_C_US } from '../knowledge/timers.ts';
import type { SipMessage } from '../sip/message.ts';
import type { MessageScan } from '../sip/scan.ts';
import { DIALOG_IDLE_US, LINGER_AFTER_BYE_US, LINGER_US } from './flow.ts';

/** More dialogs in one flow are not told apart: it then counts as open until it is idle. */
const MAX_DIALOGS = 16;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** The state of one flow. */
export class FlowProgress {
  /** The first dialog that was confirmed, by a number made of its two tags. */
  #dialog = 0;
  #state: 'none' | 'open' | 'ended' = 'none';
  /** Further dialogs of a call that forked, and whether they are open. */
  #others: Map<number, boolean> | undefined = undefined;
  #openDialogs = 0;
  /** An INVITE had a provisional response and no final one. */
  #isRinging = false;
  /** A BYE was answered, and no request came after it. */
  #isHungUp = false;
  #isFull = false;

  /** A message that was scanned; `start` is where it begins in `bytes`. */
  noteScanned(bytes: Uint8Array, start: number, scan: MessageScan): void {
    const { status } = scan;
    const nameStart = start + (status > 0 ? scan.cseqMethodStart : 0);
    const first = bytes[nameStart];
    const length = status > 0 ? scan.cseqMethodEnd - scan.cseqMethodStart : scan.methodEnd;
    const isInvite = first === 73 && length === 6 && bytes[nameStart + 3] === 73;
    const isBye = first === 66 && length === 3;
    if (isInvite && status > 0) this.#isRinging = status < 200;
    if (isInvite && status >= 200 && status < 300) this.#confirm(dialogOf(bytes, start, scan));
    if (isBye && status === 0) this.#close(dialogOf(bytes, start, scan));
    this.#hangUp(status, isBye);
  }

  /** The same for a message that is not written in the usual way. */
  note(message: SipMessage): void {
    const { status, kind } = message;
    const dialog = (hashOf(message.fromTag) + hashOf(message.toTag)) | 0;
    const isInvite = message.method === 'INVITE';
    if (isInvite && status > 0) this.#isRinging = status < 200;
    if (isInvite && status >= 200 && status < 300) this.#confirm(dialog);
    const isBye = message.method === 'BYE';
    if (isBye && kind === 'request') this.#close(dialog);
    this.#hangUp(status, isBye);
  }

  /** When the flow is over, in capture time, if nothing comes after `lastUs`. */
  dueUs(lastUs: number): number {
    if (this.#openDialogs > 0 || this.#isFull) return lastUs + DIALOG_IDLE_US;
    if (this.#isRinging) return lastUs + TIMER_C_US + TIMER_B_US + T4_US;
    return lastUs + (this.#isHungUp ? LINGER_AFTER_BYE_US : LINGER_US);
  }

  /** Over TCP a BYE is sent once, and may be answered until 64·T1 have passed: only the answer shortens the wait. */
  #hangUp(status: number, isBye: boolean): void {
    if (status === 0) this.#isHungUp = false;
    else if (isBye && status >= 200) this.#isHungUp = true;
  }

  /** A 2xx that is repeated after the BYE does not open the dialog again. */
  #confirm(dialog: number): void {
    if (this.#state === 'none') {
      this.#dialog = dialog;
      this.#state = 'open';
    } else {
      if (dialog === this.#dialog || this.#others?.has(dialog)) return;
      const others = (this.#others ??= new Map<number, boolean>());
      if (others.size + 1 >= MAX_DIALOGS) {
        this.#isFull = true;
        return;
      }
      others.set(dialog, true);
    }
    this.#openDialogs++;
  }

  #close(dialog: number): void {
    if (this.#state === 'open' && dialog === this.#dialog) this.#state = 'ended';
    else if (this.#others?.get(dialog) === true) this.#others.set(dialog, false);
    else return;
    this.#openDialogs--;
  }
}

/** The same number whichever side sends: the sum of the two tags' hashes. */
function dialogOf(bytes: Uint8Array, start: number, scan: MessageScan): number {
  const from = hashOfBytes(bytes, start + scan.fromTagStart, start + scan.fromTagEnd);
  return (from + hashOfBytes(bytes, start + scan.toTagStart, start + scan.toTagEnd)) | 0;
}

function hashOfBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = FNV_OFFSET;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), FNV_PRIME);
  return hash;
}

function hashOf(text: string): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return hash;
}
