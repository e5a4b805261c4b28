// A response line becomes a response: one that a proxy passes back, or one that the receiver of a request makes.
import { finalsOf, type Conversation, type Exchange, type SentResponse } from './conversation.ts';
import { DIALOG_METHODS, contactUri, responseHeaders } from './defaults.ts';
import { Draft, parameterOf } from './draft.ts';
import {
  FlowScriptError,
  type Host,
  type MessageLine,
  type ResponseWords,
  type ScriptTransport,
} from '../../../src/script/script.ts';

export interface PreparedResponse {
  readonly draft: Draft;
  readonly exchange: Exchange;
  readonly origin: Host;
  /** The response from further on that this one passes back. */
  readonly passesBack: SentResponse | undefined;
}

export interface ResponseContext {
  readonly transport: ScriptTransport;
  newTag(host: Host): string;
  newNonce(): string;
}

export function prepareResponse(
  conversation: Conversation,
  line: MessageLine,
  words: ResponseWords,
  context: ResponseContext,
): PreparedResponse {
  const { from } = line;
  const exchange = answeredBy(conversation, line, words);
  const startLine = `SIP/2.0 ${words.status} ${words.phrase}`;
  const waiting = from.proxy ? exchange.next.flatMap((next) => next.responses) : [];
  const sameStatus = waiting.filter((response) => response.status === words.status);
  const passesBack = sameStatus.find((response) => !response.forwarded) ?? sameStatus.at(-1);
  if (passesBack) {
    const draft = passesBack.draft.copy();
    draft.startLine = startLine;
    draft.removeFirst('Via');
    return { draft, exchange, origin: passesBack.origin, passesBack };
  }
  return {
    draft: makeResponse(conversation, exchange, startLine, words, from, context),
    exchange,
    origin: from,
    passesBack: undefined,
  };
}

/** The newest request that came this way and has no final response; a provisional one is for an INVITE if there is one. */
function answeredBy(conversation: Conversation, line: MessageLine, words: ResponseWords): Exchange {
  const { from, to } = line;
  const came = (e: Exchange): boolean =>
    e.from === to && e.to === from && e.method !== 'ACK' && (words.method === undefined || e.method === words.method);
  const isOpen = (e: Exchange): boolean => finalsOf(e).length === 0;
  const meansInvite = (words.status > 100 && words.status < 200) || words.status === 487;
  const exchange =
    (meansInvite ? conversation.newest((e) => came(e) && isOpen(e) && e.method === 'INVITE') : undefined) ??
    conversation.newest((e) => came(e) && isOpen(e)) ??
    conversation.newest(came);
  if (exchange) return exchange;
  const request = words.method ?? 'request';
  throw new FlowScriptError(line.line, `${to.name} sent ${from.name} no ${request} to answer (a line can be "unseen")`);
}

function makeResponse(
  conversation: Conversation,
  exchange: Exchange,
  startLine: string,
  words: ResponseWords,
  from: Host,
  context: ResponseContext,
): Draft {
  const { received, method } = exchange;
  // A CANCEL is answered with the tag that the answer to its INVITE has (RFC 3261 §9.2).
  const invite =
    method === 'CANCEL'
      ? conversation.newest(
          (e) => e.method === 'INVITE' && e.to === from && e.cseq === exchange.cseq && e.from === exchange.from,
        )
      : undefined;
  let to = received.first('To') ?? '';
  if (words.status > 100 && parameterOf(to, 'tag') === undefined) {
    exchange.uasTag ??= invite?.uasTag ?? context.newTag(from);
    if (invite) invite.uasTag ??= exchange.uasTag;
    to = `${to};tag=${exchange.uasTag}`;
  }
  const copied = (name: string): { name: string; value: string }[] =>
    received.all(name).map((value) => ({ name, value }));
  const makesDialog = DIALOG_METHODS.has(method) && words.status > 100 && words.status < 300;
  const draft = new Draft(startLine, [
    ...copied('Via'),
    ...(makesDialog ? copied('Record-Route') : []),
    ...copied('From'),
    { name: 'To', value: to },
    ...copied('Call-ID'),
    ...copied('CSeq'),
    ...responseHeaders(words.status, method, contactUri(from, context.transport), received, context.newNonce()),
  ]);
  if (words.reliable) {
    const earlier = exchange.responses.filter((response) => response.draft.first('RSeq') !== undefined);
    draft.add('Require', '100rel');
    draft.add('RSeq', String(earlier.length + 1));
  }
  return draft;
}
