// A request line becomes a request: an ACK, CANCEL or PRACK for what went before, one inside a dialog, one that a proxy
// passes on, or a new one.
import { finalsOf, type Conversation, type DialogEnd, type Exchange } from './conversation.ts';
import { DIALOG_METHODS, addressOfRecord, contactUri, requestBody, requestHeaders } from './defaults.ts';
import { credentialsFor } from './digest.ts';
import { Draft, parameterOf, uriOf, type Header } from './draft.ts';
import {
  FlowScriptError,
  type Host,
  type MessageLine,
  type RequestWords,
  type ScriptTransport,
} from '../../../src/script/script.ts';
import { hostPort } from './wire.ts';

/** A request ready to be sent, and what it continues. */
export interface PreparedRequest {
  readonly draft: Draft;
  readonly cseq: number;
  readonly upstream: Exchange | undefined;
  /** The INVITE that an ACK or PRACK is for. */
  readonly acknowledges: Exchange | undefined;
}

/** What the compiler knows beyond the conversation. */
export interface RequestContext {
  readonly transport: ScriptTransport;
  /** Where the request ends up, looking ahead over the proxies of the script. */
  readonly finalHost: Host | undefined;
  readonly targetName: string;
  newBranch(): string;
  newTag(host: Host): string;
}

export function prepareRequest(
  conversation: Conversation,
  line: MessageLine,
  words: RequestWords,
  context: RequestContext,
): PreparedRequest {
  const request = new RequestMaker(conversation, line, words, context).make();
  if (words.uri !== undefined) request.draft.startLine = `${words.method} ${words.uri} SIP/2.0`;
  return request;
}

class RequestMaker {
  readonly #conversation: Conversation;
  readonly #line: MessageLine;
  readonly #words: RequestWords;
  readonly #context: RequestContext;

  constructor(conversation: Conversation, line: MessageLine, words: RequestWords, context: RequestContext) {
    this.#conversation = conversation;
    this.#line = line;
    this.#words = words;
    this.#context = context;
  }

  make(): PreparedRequest {
    const { method } = this.#words;
    const { from, to } = this.#line;
    if (method === 'CANCEL') return this.#cancel();
    if (method === 'ACK') {
      const invite = this.#unacknowledged((status, e) => (status >= 300 ? e.to === to : !from.proxy));
      if (invite && finalsOf(invite).some((final) => final.status >= 300)) return this.#ackToRefusal(invite);
    }
    if (from.proxy) {
      const upstream = this.#conversation.newest((exchange) => exchange.to === from && exchange.method === method);
      if (upstream) return this.#forward(upstream);
    }
    if (method === 'ACK') return this.#ackToAnswer();
    return this.#inDialog() ?? this.#outOfDialog();
  }

  #unacknowledged(fits: (status: number, exchange: Exchange) => boolean): Exchange | undefined {
    const { from } = this.#line;
    return this.#conversation.newest((exchange) => {
      const finals = finalsOf(exchange);
      const isOpen = exchange.method === 'INVITE' && exchange.from === from && finals.length > exchange.acks;
      return isOpen && finals.some((response) => fits(response.status, exchange));
    });
  }

  /** RFC 3261 §9.1: same Request-URI, top Via, From, To, Call-ID, CSeq number and Route. */
  #cancel(): PreparedRequest {
    const { from, to, line } = this.#line;
    const invite =
      this.#conversation.newest(
        (e) => e.method === 'INVITE' && e.from === from && e.to === to && !finalsOf(e).length,
      ) ?? this.#conversation.newest((e) => e.method === 'INVITE' && e.from === from && e.to === to);
    if (!invite) throw new FlowScriptError(line, `there is no INVITE from ${from.name} to ${to.name} to cancel`);
    const draft = this.#sameHop(invite, 'CANCEL', invite.request.first('To') ?? '');
    return { draft, cseq: invite.cseq, upstream: undefined, acknowledges: undefined };
  }

  /** RFC 3261 §17.1.1.3: part of the INVITE transaction. */
  #ackToRefusal(invite: Exchange): PreparedRequest {
    const final = finalsOf(invite).findLast((response) => response.status >= 300);
    const draft = this.#sameHop(invite, 'ACK', final?.draft.first('To') ?? '');
    return { draft, cseq: invite.cseq, upstream: undefined, acknowledges: invite };
  }

  #sameHop(invite: Exchange, method: string, to: string): Draft {
    const { request } = invite;
    const uri = request.startLine.split(' ')[1] ?? '';
    return new Draft(`${method} ${uri} SIP/2.0`, [
      { name: 'Via', value: request.first('Via') ?? '' },
      { name: 'Max-Forwards', value: '70' },
      { name: 'From', value: request.first('From') ?? '' },
      { name: 'To', value: to },
      { name: 'Call-ID', value: request.first('Call-ID') ?? '' },
      { name: 'CSeq', value: `${invite.cseq} ${method}` },
      ...request.all('Route').map((value) => ({ name: 'Route', value })),
    ]);
  }

  /** RFC 3261 §13.2.2.4: a request inside the dialog with the CSeq number and credentials of its INVITE. */
  #ackToAnswer(): PreparedRequest {
    const { from, line } = this.#line;
    const invite =
      this.#unacknowledged((status) => status < 300) ??
      this.#conversation.newest((e) => e.method === 'INVITE' && e.from === from && finalsOf(e).length > 0);
    const end =
      this.#conversation.endOf(from, this.#context.finalHost, true) ?? this.#conversation.endOf(from, undefined, true);
    if (!invite || !end) {
      throw new FlowScriptError(
        line,
        `there is no answer that ${from.name} could acknowledge (a line can be "unseen")`,
      );
    }
    const draft = this.#insideDialog(end, invite.cseq);
    for (const { name, value } of invite.request.headers) if (/authorization$/i.test(name)) draft.add(name, value);
    return { draft, cseq: invite.cseq, upstream: undefined, acknowledges: invite };
  }

  #inDialog(): PreparedRequest | undefined {
    const { method, dialog } = this.#words;
    const { from, line } = this.#line;
    if (dialog === 'outside' || method === 'REGISTER' || method === 'PUBLISH') return undefined;
    const end = this.#dialogEnd();
    if (!end || (end.ended && dialog !== 'inside' && !['BYE', 'NOTIFY', 'INFO'].includes(method))) {
      if (dialog !== 'inside' && !['BYE', 'PRACK'].includes(method)) return undefined;
      throw new FlowScriptError(
        line,
        `${from.name} has no dialog for this ${method}: write how it began with "unseen" lines`,
      );
    }
    const cseq = this.#conversation.nextCseq(from);
    const draft = this.#insideDialog(end, cseq);
    this.#answerChallenge(draft, end.target);
    let acknowledges: Exchange | undefined;
    if (method === 'PRACK') {
      acknowledges = this.#conversation.newest((e) => e.method === 'INVITE' && e.from === from);
      const reliable = acknowledges?.responses.filter((response) => response.draft.first('RSeq') !== undefined) ?? [];
      const rseq = (reliable[acknowledges?.pracks ?? 0] ?? reliable.at(-1))?.draft.first('RSeq') ?? '1';
      draft.add('RAck', `${rseq} ${acknowledges?.cseq ?? 1} INVITE`);
    }
    return { draft, cseq, upstream: undefined, acknowledges };
  }

  #dialogEnd(): DialogEnd | undefined {
    const { method } = this.#words;
    const { from } = this.#line;
    const { finalHost } = this.#context;
    const end = this.#conversation.endOf(from, finalHost, method === 'INVITE');
    if (end) return end;
    const subscribe = this.#conversation.newest(
      (e) => e.to === from && (e.method === 'SUBSCRIBE' || e.method === 'REFER'),
    );
    if (method !== 'NOTIFY' || !subscribe) return undefined;
    subscribe.uasTag ??= this.#context.newTag(from);
    return this.#conversation.beginByNotify(subscribe, subscribe.uasTag);
  }

  #insideDialog(end: DialogEnd, cseq: number): Draft {
    const { method } = this.#words;
    const headers = this.#headers(end.local, end.remote, cseq, end.event);
    for (const value of end.routes) headers.push({ name: 'Route', value });
    const draft = new Draft(`${method} ${end.target} SIP/2.0`, headers);
    this.#giveBody(draft, end.event);
    return draft;
  }

  #outOfDialog(): PreparedRequest {
    const { method, uri } = this.#words;
    const { from, to } = this.#line;
    const before = this.#conversation.newest(
      (e) => e.from === from && e.method === method && !e.upstream && !isInsideDialog(e.request),
    );
    const final = before && finalsOf(before).at(-1);
    const isRetry = before?.to === to && isChallenge(final?.status);
    const cseq = this.#conversation.nextCseq(from);
    const defaultUri = method === 'REGISTER' ? 'sip:example.com' : this.#requestUri();
    const redirect =
      final && final.status >= 300 && final.status < 400 ? uriOf(final.draft.first('Contact')) : undefined;
    const requestUri = uri ?? (isRetry ? before.request.startLine.split(' ')[1] : redirect) ?? defaultUri;
    const toUri =
      method === 'REGISTER' ? addressOfRecord(from.name) : (uri ?? addressOfRecord(this.#context.targetName));
    const local = before?.request.first('From') ?? `<${addressOfRecord(from.name)}>;tag=${this.#context.newTag(from)}`;
    const keepsTo = before !== undefined && (before.to === to || redirect !== undefined);
    const remote = (keepsTo ? before.request.first('To') : undefined) ?? `<${toUri}>`;
    const draft = new Draft(`${method} ${requestUri} SIP/2.0`, this.#headers(local, remote, cseq, undefined));
    this.#answerChallenge(draft, requestUri);
    this.#giveBody(draft, undefined);
    return { draft, cseq, upstream: undefined, acknowledges: undefined };
  }

  #requestUri(): string {
    const { to } = this.#line;
    return to.proxy ? addressOfRecord(this.#context.targetName) : contactUri(to, this.#context.transport);
  }

  #headers(local: string, remote: string, cseq: number, event: string | undefined): Header[] {
    const { method } = this.#words;
    return [
      { name: 'Via', value: this.#via() },
      { name: 'Max-Forwards', value: '70' },
      { name: 'From', value: local },
      { name: 'To', value: remote },
      { name: 'Call-ID', value: this.#conversation.callId },
      { name: 'CSeq', value: `${cseq} ${method}` },
      ...requestHeaders(method, contactUri(this.#line.from, this.#context.transport), event),
    ];
  }

  /** Adds credentials where the newest request of this kind to this host was refused for the lack of them. */
  #answerChallenge(draft: Draft, uri: string): void {
    const { from, to } = this.#line;
    const { method } = this.#words;
    const before = this.#conversation.newest((e) => e.from === from && e.to === to && e.method === method);
    const refusal = before && finalsOf(before).at(-1);
    if (!refusal || !isChallenge(refusal.status)) return;
    for (const challenge of refusal.draft.all('WWW-Authenticate')) {
      draft.add('Authorization', credentialsFor(challenge, from.name, method, uri));
    }
    for (const challenge of refusal.draft.all('Proxy-Authenticate')) {
      draft.add('Proxy-Authorization', credentialsFor(challenge, from.name, method, uri));
    }
  }

  #giveBody(draft: Draft, event: string | undefined): void {
    const [type, body] = requestBody(this.#words.method, event) ?? ['', ''];
    draft.setBody(body, type);
  }

  #via(): string {
    const { from } = this.#line;
    const port = hostPort(from.own);
    return `SIP/2.0/${this.#context.transport.toUpperCase()} ${port};branch=${this.#context.newBranch()}`;
  }

  /** RFC 3261 §16.6: own Via on top, Max-Forwards one less, own Route taken off, Record-Route where it stays in the way. */
  #forward(upstream: Exchange): PreparedRequest {
    const { from, to } = this.#line;
    const draft = upstream.received.copy();
    const { method } = this.#words;
    if (uriOf(draft.first('Route'))?.includes(hostPort(from.own))) draft.removeFirst('Route');
    draft.remove('Proxy-Authorization');
    draft.set('Max-Forwards', String(Number(draft.first('Max-Forwards') ?? 71) - 1));
    if (!isInsideDialog(draft) && method !== 'REGISTER' && !to.proxy) {
      draft.startLine = `${method} ${contactUri(to, this.#context.transport)} SIP/2.0`;
    }
    const transport = this.#context.transport === 'tcp' ? ';transport=tcp' : '';
    if (from.recordRoute && DIALOG_METHODS.has(method))
      draft.addAbove('Record-Route', `<sip:${hostPort(from.own)}${transport};lr>`);
    draft.addAbove('Via', this.#via());
    return { draft, cseq: upstream.cseq, upstream, acknowledges: undefined };
  }
}

function isInsideDialog(request: Draft): boolean {
  return parameterOf(request.first('To'), 'tag') !== undefined;
}

function isChallenge(status: number | undefined): boolean {
  return status === 401 || status === 407;
}
