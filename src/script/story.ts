// What a script has told so far of one flow, as far as it decides what can be told next: a response needs its request, a
// BYE its dialog. What was not recorded is told as `unseen`.

/** A message as the story sees it. */
export interface StoryMessage {
  readonly from: string;
  readonly to: string;
  /** Of a response, that of its request. */
  readonly method: string;
  /** 0 of a request. */
  readonly status: number;
  /** The request is sent inside a dialog. */
  readonly inDialog: boolean;
}

interface ToldRequest extends StoryMessage {
  isForwarded: boolean;
  hasFinal: boolean;
}

const DIALOG_METHODS: ReadonlySet<string> = new Set(['INVITE', 'SUBSCRIBE', 'REFER']);
/** They never are inside of a dialog. */
const ALONE: ReadonlySet<string> = new Set(['REGISTER', 'PUBLISH']);

/** Listens to the messages of a flow in their order. */
export class Story {
  readonly #proxies: ReadonlySet<string>;
  readonly #requests: ToldRequest[] = [];
  readonly #responses: StoryMessage[] = [];
  /** Hosts at an end of a dialog. */
  readonly #ends = new Set<string>();
  #ended = false;

  constructor(proxies: ReadonlySet<string>) {
    this.#proxies = proxies;
  }

  /** Messages that must have happened before this one and were not told. */
  missingBefore(message: StoryMessage): readonly StoryMessage[] {
    const { from, to, method, status } = message;
    if (status > 0) return this.#has(method, to, from) ? [] : this.#withPast(requestOf(to, from, method, false));
    if (method === 'CANCEL') return this.#has('INVITE', from, to) ? [] : [requestOf(from, to, 'INVITE', false)];
    if (this.#proxies.has(from)) return this.#upstreamOf(message);
    if (method === 'ACK') return this.#isAnswered(from) ? [] : answeredCall(from, to);
    if (!message.inDialog || ALONE.has(method) || this.#ends.has(from)) return [];
    const isNotified =
      method === 'NOTIFY' && this.#requests.some((one) => one.to === from && DIALOG_METHODS.has(one.method));
    return isNotified ? [] : [...answeredCall(from, to), requestOf(from, to, 'ACK', true)];
  }

  /** Which word makes clear how the request stands to the dialog, where it is not the obvious one. */
  dialogWord({ from, method, inDialog, status }: StoryMessage): 'in-dialog' | 'out-of-dialog' | undefined {
    if (status > 0 || ALONE.has(method) || method === 'ACK' || method === 'CANCEL') return undefined;
    if (this.#proxies.has(from) && this.#requests.some((one) => one.method === method && one.to === from))
      return undefined;
    if (!inDialog) return this.#ends.has(from) && !this.#ended ? 'out-of-dialog' : undefined;
    return this.#ended && !['BYE', 'NOTIFY', 'INFO'].includes(method) ? 'in-dialog' : undefined;
  }

  /** Whether a response could be taken for one to another open request. */
  isAmbiguous({ from, to, method }: StoryMessage): boolean {
    return this.#requests.some(
      (one) => one.from === to && one.to === from && one.method !== method && one.method !== 'ACK' && !one.hasFinal,
    );
  }

  /** Takes in what is told. */
  tell(message: StoryMessage): void {
    if (message.status === 0) this.#tellRequest(message);
    else this.#tellResponse(message);
  }

  #tellRequest(message: StoryMessage): void {
    const { from, method } = message;
    const isForwarded =
      this.#proxies.has(from) && this.#requests.some((one) => one.to === from && one.method === method);
    this.#requests.push({ ...message, isForwarded, hasFinal: false });
    if (method === 'BYE') this.#ended = true;
  }

  #tellResponse(message: StoryMessage): void {
    const { from, to, method, status } = message;
    const request = this.#requests.findLast((one) => one.from === to && one.to === from && one.method === method);
    const isPassedBack =
      this.#proxies.has(from) &&
      this.#responses.some((one) => one.to === from && one.method === method && one.status === status);
    this.#responses.push(message);
    if (request && status >= 200) request.hasFinal = true;
    if (status <= 100 || status >= 300 || !DIALOG_METHODS.has(method)) return;
    if (request && !request.isForwarded) this.#ends.add(request.from);
    if (!isPassedBack) this.#ends.add(from);
    this.#ended = false;
  }

  /** A proxy passes on what it received: from whom it received the beginning. */
  #upstreamOf(message: StoryMessage): readonly StoryMessage[] {
    const { from, method } = message;
    if (!message.inDialog && method !== 'ACK') return [];
    if (this.#requests.some((one) => one.to === from && one.method === method)) return [];
    const before = this.#requests.find((one) => one.to === from && !this.#proxies.has(one.from));
    if (before) return this.#withPast(requestOf(before.from, from, method, true));
    if (this.#ends.has(from)) return [];
    return method === 'ACK'
      ? answeredCall(from, message.to)
      : [...answeredCall(from, message.to), requestOf(from, message.to, 'ACK', true)];
  }

  #withPast(message: StoryMessage): readonly StoryMessage[] {
    return [...this.missingBefore(message), message];
  }

  #has(method: string, from: string, to: string): boolean {
    return this.#requests.some((one) => one.method === method && one.from === from && one.to === to);
  }

  #isAnswered(from: string): boolean {
    return this.#requests.some((one) => one.method === 'INVITE' && one.from === from && one.hasFinal);
  }
}

function requestOf(from: string, to: string, method: string, inDialog: boolean): StoryMessage {
  return { from, to, method, status: 0, inDialog: inDialog || method === 'BYE' || method === 'PRACK' };
}

function answeredCall(from: string, to: string): readonly StoryMessage[] {
  return [requestOf(from, to, 'INVITE', false), { from: to, to: from, method: 'INVITE', status: 200, inDialog: false }];
}
