// What the hosts of one call remember: every request with its responses at every hop, and every dialog as each end sees
// it. All of it is read back from the messages as they were sent, so that a header changed by the script has the
// consequences it has in life: an ACK goes to the Contact that the answer really carried.
import { DIALOG_METHODS } from './defaults.ts';
import { parameterOf, uriOf, type Draft } from './draft.ts';
import type { Host } from '../../../src/script/script.ts';
import { hostPort } from './wire.ts';

/** A response as it went over one hop. */
export interface SentResponse {
  readonly status: number;
  readonly draft: Draft;
  /** Who made it, however many proxies passed it on. */
  readonly origin: Host;
  forwarded: boolean;
}

/** A request at one hop, and what came back. */
export interface Exchange {
  readonly method: string;
  readonly cseq: number;
  readonly from: Host;
  readonly to: Host;
  /** As it was sent. */
  readonly request: Draft;
  /** As the receiving end notes it: with `received` in the top Via where that is due (RFC 3261 §18.2.1). */
  readonly received: Draft;
  /** The hop before, where a proxy passed it on. */
  readonly upstream: Exchange | undefined;
  readonly next: Exchange[];
  readonly responses: SentResponse[];
  /** How many final responses to this INVITE were acknowledged. */
  acks: number;
  pracks: number;
  /** To tag of the UAS at this hop, once it has chosen one. */
  uasTag: string | undefined;
}

/** A dialog as one of its ends sees it (RFC 3261 §12). */
export interface DialogEnd {
  readonly owner: Host;
  readonly peer: Host;
  /** From value of the requests that the owner sends, tag included. */
  readonly local: string;
  readonly remote: string;
  /** Contact of the peer: the Request-URI. */
  target: string;
  routes: readonly string[];
  confirmed: boolean;
  ended: boolean;
  /** Event package, where a SUBSCRIBE or REFER made it. */
  event: string | undefined;
}

export class Conversation {
  readonly callId: string;
  readonly exchanges: Exchange[] = [];
  readonly ends: DialogEnd[] = [];
  readonly #cseqs = new Map<Host, number>();

  constructor(callId: string) {
    this.callId = callId;
  }

  nextCseq(host: Host): number {
    const cseq = (this.#cseqs.get(host) ?? 0) + 1;
    this.#cseqs.set(host, cseq);
    return cseq;
  }

  /** A CSeq that the script has set: later requests of this host count on from there. */
  noteCseq(host: Host, cseq: number): void {
    if (cseq > (this.#cseqs.get(host) ?? 0)) this.#cseqs.set(host, cseq);
  }

  newest(matches: (exchange: Exchange) => boolean): Exchange | undefined {
    return this.exchanges.findLast(matches);
  }

  /** The dialog that a request of `owner` belongs to: a living one first, the newest first. */
  endOf(owner: Host, peer: Host | undefined, confirmedOnly: boolean): DialogEnd | undefined {
    const fits = this.ends.filter(
      (end) => end.owner === owner && (!peer || end.peer === peer) && (end.confirmed || !confirmedOnly),
    );
    return fits.findLast((end) => !end.ended) ?? fits.at(-1);
  }

  /** Remembers a request that was sent. */
  noteRequest(exchange: Exchange): void {
    this.exchanges.push(exchange);
    exchange.upstream?.next.push(exchange);
    const { method, request, from, to } = exchange;
    if (parameterOf(request.first('To'), 'tag') === undefined) return;
    const sender = this.#endWith(from, request.first('From'), request.first('To'));
    const receiver = this.#endWith(to, request.first('To'), request.first('From'));
    const contact = uriOf(request.first('Contact'));
    if (receiver && contact !== undefined && (method === 'INVITE' || method === 'UPDATE')) receiver.target = contact;
    if (method === 'BYE') {
      if (sender) sender.ended = true;
      if (receiver) receiver.ended = true;
    }
  }

  /** Remembers a response that was sent for `exchange`, and what dialog it makes or changes at either end. */
  noteResponse(exchange: Exchange, response: SentResponse): void {
    exchange.responses.push(response);
    if (response.status <= 100 || response.status >= 300) return;
    if (!DIALOG_METHODS.has(exchange.method) && exchange.method !== 'UPDATE') return;
    const { draft, origin } = response;
    const [from, to] = [draft.first('From') ?? '', draft.first('To') ?? ''];
    if (parameterOf(to, 'tag') === undefined) return;
    const confirms = response.status >= 200 || exchange.method !== 'INVITE';
    const contact = uriOf(draft.first('Contact'));
    const shared = { confirmed: confirms, ended: false, event: eventOf(exchange) };
    if (!exchange.upstream) {
      const target = contact ?? uriOf(to) ?? '';
      const routes = draft.all('Record-Route').reverse();
      this.#noteEnd({ owner: exchange.from, peer: origin, local: from, remote: to, target, routes, ...shared }, true);
    }
    if (origin === exchange.to) {
      const peer = rootOf(exchange).from;
      const target = uriOf(exchange.request.first('Contact')) ?? uriOf(from) ?? '';
      const routes = exchange.request.all('Record-Route');
      this.#noteEnd({ owner: origin, peer, local: to, remote: from, target, routes, ...shared }, false);
    }
  }

  /** A dialog that begins with a NOTIFY before the answer to its SUBSCRIBE (RFC 6665 §4.1.2.4). */
  beginByNotify(subscribe: Exchange, tag: string): DialogEnd {
    const { request } = subscribe;
    const remote = request.first('From') ?? '';
    const end: DialogEnd = {
      owner: subscribe.to,
      peer: rootOf(subscribe).from,
      local: `${request.first('To') ?? ''};tag=${tag}`,
      remote,
      target: uriOf(request.first('Contact')) ?? '',
      routes: request.all('Record-Route'),
      confirmed: true,
      ended: false,
      event: eventOf(subscribe),
    };
    this.ends.push(end);
    return end;
  }

  #noteEnd(end: DialogEnd, isCaller: boolean): void {
    const known = this.#endWith(end.owner, end.local, end.remote);
    if (!known) {
      this.ends.push(end);
      return;
    }
    known.confirmed ||= end.confirmed;
    known.event ??= end.event;
    // The answer to a request inside the dialog moves the target, never the route set (RFC 3261 §12.2.1.2).
    if (isCaller) known.target = end.target;
  }

  #endWith(owner: Host, local: string | undefined, remote: string | undefined): DialogEnd | undefined {
    return this.ends.find(
      (end) =>
        end.owner === owner &&
        parameterOf(end.local, 'tag') === parameterOf(local, 'tag') &&
        parameterOf(end.remote, 'tag') === parameterOf(remote, 'tag'),
    );
  }
}

export function finalsOf(exchange: Exchange): SentResponse[] {
  return exchange.responses.filter((response) => response.status >= 200);
}

function rootOf(exchange: Exchange): Exchange {
  return exchange.upstream ? rootOf(exchange.upstream) : exchange;
}

function eventOf(exchange: Exchange): string | undefined {
  return exchange.method === 'REFER' ? 'refer' : exchange.request.first('Event');
}

/** How the receiver notes a request: it adds `received` where the packet came from elsewhere than the Via says. */
export function asReceived(request: Draft, from: Host): Draft {
  const received = request.copy();
  const via = received.first('Via');
  if (via === undefined || hostPort(from.own) === hostPort(from.wire)) return received;
  const rport = via.replace(/;rport(?=;|$)/, `;rport=${from.wire.port}`);
  received.removeFirst('Via');
  received.addAbove('Via', `${rport};received=${from.wire.ip}`);
  return received;
}
