// A FlowScript becomes a capture: every line a message, every message packets, all packets one pcap file. The same
// script gives the same bytes.
import { createHash } from 'node:crypto';
import { Conversation, asReceived, type Exchange } from './conversation.ts';
import { answerDirection, sessionDescription } from './defaults.ts';
import { applyOverrides, parameterOf, type Draft } from './draft.ts';
import { START_US, writePcap } from './pcap.ts';
import { prepareRequest } from './requests.ts';
import { prepareResponse } from './responses.ts';
import {
  FlowScriptError,
  type Expectation,
  type FlowScript,
  type Host,
  type Mark,
  type MessageLine,
  type RequestWords,
  type ResponseWords,
  type ScriptTransport,
  type SdpDirection,
} from '../../../src/script/script.ts';
import { Wire } from './wire.ts';

/** A SIP message of the capture, as the reader of the capture should find it. */
export interface CompiledMessage {
  /** 1-based number of the frame that completes it. */
  readonly frame: number;
  /** 1-based line of the script. */
  readonly line: number;
  /** Microseconds since 1970. */
  readonly timeUs: number;
  /** `ip:port`, IPv6 in brackets. */
  readonly source: string;
  readonly destination: string;
  readonly transport: ScriptTransport;
  readonly bytes: Uint8Array;
  readonly role: 'first' | 'again' | 'duplicate';
  readonly callId: string;
  /** Method of a request; CSeq method of a response. */
  readonly method: string;
  readonly status: number | undefined;
  readonly cseq: number;
}

/** A mark, and the frames of its line in order. `frame` is the first of them: where the evidence must point. */
export interface CompiledMark extends Mark {
  readonly frame: number;
  readonly frames: readonly number[];
}

export interface CompiledFlow {
  readonly pcap: Uint8Array;
  /** Frame number to script line, for every frame that carries part of a message. */
  readonly lines: ReadonlyMap<number, number>;
  readonly marks: readonly CompiledMark[];
  readonly messages: readonly CompiledMessage[];
  readonly expectations: readonly Expectation[];
}

/**
 * Compiles a script to a capture.
 * @throws FlowScriptError where a line makes no sense after the lines before it.
 */
export function compileFlowScript(script: FlowScript): CompiledFlow {
  return new Compiler(script).compile();
}

/** What was sent by one line, kept so that it can be sent again. */
interface Sending {
  readonly bytes: Uint8Array;
  readonly draft: Draft;
  readonly method: string;
  readonly status: number | undefined;
  readonly cseq: number;
}

class Compiler {
  readonly #script: FlowScript;
  readonly #wire: Wire;
  readonly #seed: string;
  readonly #conversations = new Map<string, Conversation>();
  readonly #sendings = new Map<MessageLine, Sending>();
  readonly #messages: CompiledMessage[] = [];
  readonly #lines = new Map<number, number>();
  readonly #descriptions = new Map<string, string>();
  readonly #versions = new Map<Host, number>();
  #count = 0;

  constructor(script: FlowScript) {
    this.#script = script;
    this.#wire = new Wire();
    this.#seed = createHash('sha256').update(script.caption).digest('hex').slice(0, 8);
  }

  compile(): CompiledFlow {
    let newest: { line: MessageLine; frames: readonly number[] } | undefined;
    for (const line of this.#script.lines) {
      switch (line.kind) {
        case 'message':
          newest = { line, frames: this.#sendNew(line) };
          break;
        case 'again':
          for (const timeUs of line.timesUs)
            newest = { line: line.of, frames: this.#send(line.of, line.line, timeUs, 'again') };
          break;
        case 'duplicate':
          if (newest) this.#sightAgain(newest.line, line.line, line.timeUs, newest.frames);
          break;
        case 'icmp':
          this.#wire.sendIcmp(line.timeUs, line.from, line.says, newest?.frames.at(-1) ?? 0);
          break;
        case 'other':
          this.#wire.sendOther(line.timeUs);
          break;
      }
    }
    return {
      pcap: writePcap(this.#wire.frames),
      lines: this.#lines,
      marks: this.#script.marks.map((mark) => this.#locate(mark)),
      messages: this.#messages,
      expectations: this.#script.expectations,
    };
  }

  #locate(mark: Mark): CompiledMark {
    const frames = this.#messages.filter((message) => message.line === mark.line).map((message) => message.frame);
    const [frame] = frames;
    if (frame === undefined) throw new FlowScriptError(mark.line, `a mark needs a line that is in the capture`);
    return { ...mark, frame, frames };
  }

  #sendNew(line: MessageLine): readonly number[] {
    const sending =
      line.words.kind === 'request' ? this.#makeRequest(line, line.words) : this.#makeResponse(line, line.words);
    this.#sendings.set(line, sending);
    return this.#send(line, line.line, line.timeUs, 'first');
  }

  #makeRequest(line: MessageLine, words: RequestWords): Sending {
    const conversation = this.#conversationOf(line);
    const finalHost = this.#finalHost(line, words);
    const prepared = prepareRequest(conversation, line, words, {
      transport: this.#script.transportOf(line.from, line.to),
      finalHost,
      targetName: words.target ?? finalHost?.name ?? line.to.name,
      newBranch: () => `z9hG4bK-${this.#seed}-${line.from.name}-${this.#number()}`,
      newTag: (host) => this.#newTag(host),
    });
    const { draft, upstream, acknowledges } = prepared;
    const invite = words.method === 'ACK' ? acknowledges : undefined;
    // An INVITE without an offer makes the ACK carry the answer (RFC 3261 §13.2.1).
    const offer =
      invite?.request.body === '' ? invite.responses.findLast((response) => response.status < 300)?.draft.body : '';
    const key = `${line.line} ${line.from.name}`;
    if (words.method === 'INVITE' && !upstream && !changesBody(line))
      draft.setBody(this.#sdp(key, line.from, 'sendrecv'), 'application/sdp');
    if (offer && !changesBody(line))
      draft.setBody(this.#sdp(key, line.from, answerDirection(offer)), 'application/sdp');
    this.#override(draft, line, (direction) => this.#sdp(key, line.from, direction ?? 'sendrecv'));
    if (acknowledges && words.method === 'ACK') acknowledges.acks += 1;
    if (acknowledges && words.method === 'PRACK') acknowledges.pracks += 1;
    const cseq = cseqOf(draft) ?? prepared.cseq;
    if (!upstream && words.method !== 'ACK' && words.method !== 'CANCEL') conversation.noteCseq(line.from, cseq);
    const exchange: Exchange = {
      method: words.method,
      cseq,
      from: line.from,
      to: line.to,
      request: draft,
      received: asReceived(draft, line.from),
      upstream,
      next: [],
      responses: [],
      acks: 0,
      pracks: 0,
      uasTag: undefined,
    };
    conversation.noteRequest(exchange);
    return {
      bytes: draft.toBytes(),
      draft,
      method: words.method,
      status: undefined,
      cseq,
    };
  }

  #makeResponse(line: MessageLine, words: ResponseWords): Sending {
    const conversation = this.#conversationOf(line);
    const prepared = prepareResponse(conversation, line, words, {
      transport: this.#script.transportOf(line.from, line.to),
      newTag: (host) => this.#newTag(host),
      newNonce: () => this.#hash(`nonce ${line.line}`),
    });
    const { draft, exchange, origin, passesBack } = prepared;
    const key = `${this.#conversationOf(line).exchanges.indexOf(exchange)} ${line.call} ${line.from.name} answer`;
    const offer = exchange.received.body;
    const isOffer = exchange.received.first('Content-Type') === 'application/sdp';
    const describe = (direction?: SdpDirection): string =>
      this.#sdp(key, line.from, direction ?? (isOffer ? answerDirection(offer) : 'sendrecv'));
    const describes = exchange.method === 'INVITE' || (isOffer && ['UPDATE', 'PRACK'].includes(exchange.method));
    const isSuccess = words.status >= 200 && words.status < 300;
    if (isSuccess && describes && !passesBack && !changesBody(line)) draft.setBody(describe(), 'application/sdp');
    this.#override(draft, line, describe);
    if (passesBack) passesBack.forwarded = true;
    conversation.noteResponse(exchange, { status: words.status, draft, origin, forwarded: false });
    const { method } = exchange;
    return { bytes: draft.toBytes(), draft, method, status: words.status, cseq: cseqOf(draft) ?? exchange.cseq };
  }

  #override(draft: Draft, line: MessageLine, sdp: (direction: SdpDirection | undefined) => string): void {
    applyOverrides(draft, line.overrides, {
      sdp,
      lookUp: (label, field) => fieldOf(label === undefined ? draft : this.#labelled(line, label), field),
    });
  }

  #labelled(line: MessageLine, label: string): Draft {
    for (const [sent, sending] of this.#sendings) if (sent.label === label) return sending.draft;
    throw new FlowScriptError(line.line, `no message before this one is labelled #${label}`);
  }

  #send(line: MessageLine, scriptLine: number, timeUs: number, role: 'first' | 'again'): readonly number[] {
    const sending = this.#sendings.get(line);
    if (!sending) throw new FlowScriptError(scriptLine, `line ${line.line} was not sent`);
    const transport = this.#script.transportOf(line.from, line.to);
    const options = {
      cut: line.cut,
      split: line.split,
      firstFragment: line.firstFragment,
      unseen: line.unseen && role === 'first',
    };
    const sent = this.#onLine(scriptLine, () =>
      this.#wire.send(timeUs, line.from, line.to, transport, sending.bytes, options),
    );
    if (sent.frames.length === 0) return [];
    this.#note(line, sending, scriptLine, role, sent.frames, sent);
    if (this.#script.capturedTwice) this.#sightAgain(line, scriptLine, timeUs + 20, sent.frames);
    return sent.frames;
  }

  #sightAgain(line: MessageLine, scriptLine: number, timeUs: number, frames: readonly number[]): void {
    const sending = this.#sendings.get(line);
    const original = this.#messages.findLast((message) => message.frame === frames.at(-1));
    if (!sending || !original) throw new FlowScriptError(scriptLine, 'an unseen packet cannot be captured twice');
    this.#note(line, sending, scriptLine, 'duplicate', this.#wire.sightAgain(timeUs, frames), original);
  }

  #note(
    line: MessageLine,
    sending: Sending,
    scriptLine: number,
    role: CompiledMessage['role'],
    frames: readonly number[],
    ends: { readonly source: string; readonly destination: string },
  ): void {
    for (const frame of frames) this.#lines.set(frame, scriptLine);
    const frame = frames.at(-1) ?? 0;
    const { bytes, draft, method, status, cseq } = sending;
    this.#messages.push({
      frame,
      line: scriptLine,
      timeUs: START_US + (this.#wire.frames[frame - 1]?.timeUs ?? 0),
      source: ends.source,
      destination: ends.destination,
      transport: this.#script.transportOf(line.from, line.to),
      bytes,
      role,
      callId: draft.first('Call-ID') ?? '',
      method,
      status,
      cseq,
    });
  }

  #conversationOf(line: MessageLine): Conversation {
    const known = this.#conversations.get(line.call);
    if (known) return known;
    const conversation = new Conversation(`${line.call || 'flow'}-${this.#seed}@example.com`);
    this.#conversations.set(line.call, conversation);
    return conversation;
  }

  /** Where a request ends up: follows the lines below that pass it on. */
  #finalHost(line: MessageLine, words: RequestWords): Host | undefined {
    if (words.target !== undefined) return this.#script.hosts.get(words.target);
    const visited = new Set<Host>([line.from]);
    let host = line.to;
    let reached = this.#script.lines.indexOf(line);
    while (host.proxy && !visited.has(host)) {
      visited.add(host);
      const onward = this.#script.lines.findIndex(
        (later, index) =>
          index > reached && later.kind === 'message' && later.from === host && passesOn(later, line, words),
      );
      const later = this.#script.lines[onward];
      if (later?.kind !== 'message' || visited.has(later.to)) return undefined;
      host = later.to;
      reached = onward;
    }
    return host;
  }

  /** One description per host and exchange: the 200 repeats what the 183 said. Each new one raises the version. */
  #sdp(key: string, host: Host, direction: SdpDirection): string {
    const known = this.#descriptions.get(`${key} ${direction}`);
    if (known !== undefined) return known;
    const version = (this.#versions.get(host) ?? 0) + 1;
    this.#versions.set(host, version);
    const description = sessionDescription(host, version, direction);
    this.#descriptions.set(`${key} ${direction}`, description);
    return description;
  }

  #newTag(host: Host): string {
    return `${host.name}-${this.#hash(`tag ${this.#number()}`).slice(0, 10)}`;
  }

  #hash(text: string): string {
    return createHash('sha256').update(`${this.#seed} ${text}`).digest('hex').slice(0, 32);
  }

  #number(): number {
    this.#count += 1;
    return this.#count;
  }

  #onLine<Result>(line: number, work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      if (error instanceof RangeError) throw new FlowScriptError(line, error.message);
      throw error;
    }
  }
}

/** A description that is thrown away at once must not use up a version (RFC 3264 §8: each one increments by one). */
function changesBody(line: MessageLine): boolean {
  return line.overrides.some(({ kind }) => kind === 'sdp' || kind === 'body' || kind === 'no-body');
}

function passesOn(later: MessageLine, line: MessageLine, words: RequestWords): boolean {
  return later.call === line.call && later.words.kind === 'request' && later.words.method === words.method;
}

/** The CSeq number that the message really carries. */
function cseqOf(draft: Draft): number | undefined {
  const number = /^\d{1,10}(?= )/.exec(draft.first('CSeq') ?? '')?.[0];
  return number === undefined ? undefined : Number(number);
}

function fieldOf(draft: Draft, field: string): string | undefined {
  switch (field) {
    case 'callId':
      return draft.first('Call-ID');
    case 'fromTag':
      return parameterOf(draft.first('From'), 'tag');
    case 'toTag':
      return parameterOf(draft.first('To'), 'tag');
    case 'branch':
      return parameterOf(draft.first('Via'), 'branch');
    case 'cseq':
      return draft.first('CSeq')?.split(' ')[0];
    case 'etag':
      return draft.first('SIP-ETag');
    case 'contact':
      return draft.first('Contact');
    default:
      return undefined;
  }
}
