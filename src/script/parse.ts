// The text of a flow script becomes a FlowScript. The language is described in README.md beside this file.
import { parseMessageWords } from './message-words.ts';
import {
  FlowScriptError,
  icmpErrors,
  type Address,
  type AgainLine,
  type Expectation,
  type FlowScript,
  type Host,
  type Mark,
  type MessageLine,
  type Override,
  type ScriptLine,
  type ScriptTransport,
  type SdpDirection,
} from './script.ts';

/** How much later the second sighting of a packet stands in the capture. */
export const DUPLICATE_GAP_US = 20;

/** How much later a message is than the one above, where the script gives no time. */
export const UNTIMED_GAP_US = 10_000;

const ADDRESS = /^(?:\[([0-9a-fA-F:.]+)\](?::(\d+))?|(\d+\.\d+\.\d+\.\d+)(?::(\d+))?|([0-9a-fA-F]*:[0-9a-fA-F:.]*))$/;
const DIRECTIONS: readonly string[] = ['sendrecv', 'sendonly', 'recvonly', 'inactive'] satisfies SdpDirection[];

/**
 * Reads a flow script.
 * @throws FlowScriptError naming the line that makes no sense.
 */
export function parseFlowScript(text: string): FlowScript {
  const reader = new ScriptReader();
  for (const [index, line] of text.split(/\r?\n/).entries()) reader.read(index + 1, line.trim());
  return reader.finish();
}

class ScriptReader {
  #caption: string | undefined;
  readonly #hosts = new Map<string, Host>();
  readonly #lines: ScriptLine[] = [];
  readonly #marks: Mark[] = [];
  readonly #expectations: Expectation[] = [];
  readonly #labels = new Map<string, MessageLine>();
  readonly #pairTransports = new Map<string, ScriptTransport>();
  #transport: ScriptTransport = 'udp';
  #capturedTwice = false;
  #call = '';
  #timeUs = 0;
  #newest: MessageLine | undefined;
  #overridable: MessageLine | undefined;

  read(line: number, text: string): void {
    if (text.startsWith('#')) this.#caption ??= text.slice(1).trim();
    else if (text.startsWith('|')) this.#readOverride(line, text.slice(1).trim());
    else if (text !== '') {
      this.#overridable = undefined;
      this.#readStatement(line, text);
    }
  }

  finish(): FlowScript {
    if (!this.#caption) throw new FlowScriptError(1, 'the first line is the caption: "# What this flow shows."');
    const pairs = this.#pairTransports;
    const transport = this.#transport;
    return {
      caption: this.#caption,
      hosts: this.#hosts,
      transportOf: (a, b) => pairs.get(pairKey(a.name, b.name)) ?? transport,
      capturedTwice: this.#capturedTwice,
      lines: this.#lines,
      marks: this.#marks,
      expectations: this.#expectations,
    };
  }

  #readStatement(line: number, text: string): void {
    const declaration = /^(proxy\s+)?([\w-]+)\s*=\s*(.+)$/.exec(text);
    if (declaration)
      return this.#readHost(line, declaration[1] !== undefined, declaration[2] ?? '', declaration[3] ?? '');
    const words = text.split(/\s+/);
    const [first = '', second = '', ...rest] = words;
    if (first === 'transport') return this.#readTransport(line, second, rest);
    if (first === 'call') {
      if (!/^[\w-]+$/.test(second)) throw new FlowScriptError(line, 'a call has a name: "call first"');
      this.#call = second;
      return undefined;
    }
    if (text === 'captured twice') {
      this.#capturedTwice = true;
      return undefined;
    }
    if (first === 'expect') {
      if (second === '') throw new FlowScriptError(line, '"expect" needs a key: "expect outcome answered"');
      this.#expectations.push({ line, key: second, value: rest.join(' ') });
      return undefined;
    }
    if (first === 'end') {
      this.#lines.push({ kind: 'other', line, timeUs: this.#time(line, second) });
      return undefined;
    }
    if (first === 'duplicate') {
      this.#timeUs += DUPLICATE_GAP_US;
      return this.#readDuplicate(line, [second, ...rest]);
    }
    if (second === '->' || first === 'again') {
      this.#timeUs += UNTIMED_GAP_US;
      return first === 'again'
        ? this.#readAgain(
            line,
            '',
            [second, ...rest].filter((word) => word !== ''),
          )
        : this.#readMessage(line, words);
    }
    this.#timeUs = this.#time(line, first);
    if (second === 'again') return this.#readAgain(line, first, rest);
    if (second === 'duplicate') return this.#readDuplicate(line, rest);
    if (second === 'other') {
      this.#lines.push({ kind: 'other', line, timeUs: this.#timeUs });
      return undefined;
    }
    if (rest[0] === 'icmp') return this.#readIcmp(line, second, rest[1] ?? '');
    return this.#readMessage(line, words.slice(1));
  }

  #readIcmp(line: number, host: string, says: string): void {
    if (!isIcmpError(says)) {
      throw new FlowScriptError(line, `"icmp" expected one of ${Object.keys(icmpErrors).join(', ')}, got "${says}"`);
    }
    this.#lines.push({ kind: 'icmp', line, timeUs: this.#timeUs, from: this.#host(line, host), says });
  }

  #readHost(line: number, proxy: boolean, name: string, rest: string): void {
    if (this.#hosts.has(name)) throw new FlowScriptError(line, `host "${name}" is declared twice`);
    const words = rest.split(/\s+/);
    const own = parseAddress(line, words.shift() ?? '');
    let wire = own;
    let recordRoute = false;
    for (let word = words.shift(); word !== undefined; word = words.shift()) {
      if (word === 'behind') wire = parseAddress(line, words.shift() ?? '');
      else if (word === 'record-route' && proxy) recordRoute = true;
      else throw new FlowScriptError(line, `a host knows no "${word}" (behind <address>; proxies also record-route)`);
    }
    this.#hosts.set(name, { name, own, wire, proxy, recordRoute, index: this.#hosts.size });
  }

  #readTransport(line: number, word: string, pair: string[]): void {
    if (word !== 'udp' && word !== 'tcp')
      throw new FlowScriptError(line, `"transport" expected udp or tcp, got "${word}"`);
    if (pair.length === 0) this.#transport = word;
    else this.#pairTransports.set(pairKey(this.#host(line, pair[0]).name, this.#host(line, pair[1]).name), word);
  }

  #readMessage(line: number, words: string[]): void {
    const [from, arrow, to, ...rest] = words;
    if (arrow !== '->') {
      throw new FlowScriptError(line, `expected "<time> <host> -> <host> <message>", got "${words.join(' ')}"`);
    }
    const parsed = parseMessageWords(line, rest);
    const message: MessageLine = {
      kind: 'message',
      line,
      timeUs: this.#timeUs,
      from: this.#host(line, from),
      to: this.#host(line, to),
      call: parsed.call ?? this.#call,
      words: parsed.words,
      label: parsed.label,
      unseen: parsed.unseen,
      cut: parsed.cut,
      split: parsed.split,
      firstFragment: parsed.firstFragment,
      overrides: [],
    };
    if (message.from === message.to) throw new FlowScriptError(line, `"${from}" sends to itself`);
    if (parsed.label !== undefined) this.#labels.set(parsed.label, message);
    this.#newest = message;
    this.#overridable = message;
    this.#lines.push(message);
    this.#marks.push(...parsed.marks);
  }

  #readAgain(line: number, time: string, words: string[]): void {
    let of = this.#newest;
    let repeats = 1;
    let doubling = false;
    let capUs = Infinity;
    const rest: string[] = [];
    for (let word = words.shift(); word !== undefined; word = words.shift()) {
      if (word.startsWith('#')) of = this.#labels.get(word.slice(1));
      else if (/^x\d+$/.test(word)) repeats = Number(word.slice(1));
      else if (word === 'doubling') doubling = true;
      else if (word === 'to') capUs = parseSeconds(line, words.shift() ?? '');
      else rest.push(word);
    }
    if (!of) throw new FlowScriptError(line, '"again" finds no message before it to repeat');
    if ((repeats > 1 || doubling) && !time.startsWith('+')) {
      throw new FlowScriptError(line, '"again" with a count needs a relative time, which is the interval');
    }
    this.#marks.push(...parseMessageWords(line, ['again', ...rest]).marks);
    const timesUs = [this.#timeUs];
    let intervalUs = time.startsWith('+') ? parseSeconds(line, time.slice(1)) : 0;
    while (timesUs.length < repeats) {
      if (doubling) intervalUs = Math.min(intervalUs * 2, capUs);
      this.#timeUs += intervalUs;
      timesUs.push(this.#timeUs);
    }
    const again: AgainLine = { kind: 'again', line, timesUs, of };
    this.#newest = of;
    this.#lines.push(again);
  }

  #readDuplicate(line: number, words: readonly string[]): void {
    const before = this.#lines.at(-1);
    if (!before || before.kind === 'other') throw new FlowScriptError(line, '"duplicate" stands below a message');
    this.#marks.push(...parseMessageWords(line, ['duplicate', ...words.filter((word) => word !== '')]).marks);
    this.#lines.push({ kind: 'duplicate', line, timeUs: this.#timeUs });
  }

  #readOverride(line: number, text: string): void {
    if (!this.#overridable) throw new FlowScriptError(line, '"|" lines stand directly below the message they change');
    this.#overridable.overrides.push(parseOverride(line, text));
  }

  #host(line: number, name: string | undefined): Host {
    const host = this.#hosts.get(name ?? '');
    if (!host)
      throw new FlowScriptError(line, `host "${name ?? ''}" is not declared: "${name ?? 'name'} = 192.0.2.1:5060"`);
    return host;
  }

  #time(line: number, word: string): number {
    if (word.startsWith('+')) return this.#timeUs + parseSeconds(line, word.slice(1));
    const timeUs = parseSeconds(line, word);
    if (timeUs < this.#timeUs) throw new FlowScriptError(line, `time ${word} lies before the line above`);
    return timeUs;
  }
}

function parseOverride(line: number, text: string): Override {
  const [first = '', second] = text.split(/\s+/);
  if (first === '-body') return { kind: 'no-body', line };
  if (first === 'sdp') {
    if (second !== undefined && !DIRECTIONS.includes(second)) {
      throw new FlowScriptError(line, `"sdp" expected ${DIRECTIONS.join(', ')} or nothing, got "${second}"`);
    }
    return { kind: 'sdp', line, direction: second as SdpDirection | undefined };
  }
  if (/^-[\w-]+$/.test(text)) return { kind: 'remove', line, name: text.slice(1) };
  const header = /^(\+?)([^\s:]+)\s*:\s?(.*)$/.exec(text);
  if (!header) {
    throw new FlowScriptError(line, `expected "| Header: value", "| -Header", "| body: …", "| sdp", got "| ${text}"`);
  }
  const [, plus, name = '', value = ''] = header;
  if (name === 'body') return { kind: 'body', line, text: value };
  if (name === 'start-line') return { kind: 'start-line', line, value };
  return { kind: plus === '+' ? 'add' : 'set', line, name, value };
}

function parseAddress(line: number, word: string): Address {
  const match = ADDRESS.exec(word);
  const ip = match?.[1] ?? match?.[3] ?? match?.[5];
  const port = Number(match?.[2] ?? match?.[4] ?? 5060);
  if (ip === undefined || port > 65_535) {
    throw new FlowScriptError(line, `expected 192.0.2.10:5060 or [2001:db8::1]:5060, got "${word}"`);
  }
  return { ip, port };
}

function isIcmpError(word: string): word is keyof typeof icmpErrors {
  return Object.hasOwn(icmpErrors, word);
}

function parseSeconds(line: number, word: string): number {
  if (!/^\d+(\.\d{1,6})?$/.test(word)) {
    throw new FlowScriptError(line, `expected a time in seconds such as 0.0 or +0.5, got "${word}"`);
  }
  return Math.round(Number(word) * 1e6);
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
