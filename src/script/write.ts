// Flows become a flow script: the same for every recording of the same scenario, to be read, edited, compared, and
// compiled to packets again. Copies of a message are left out, as nobody sends the same number of them twice.
import type { Flow, Sighting } from '../flow/model.ts';
import { type Cast, type CastHost, castOf } from './cast.ts';
import { bodyLines, type ExtraHeaders, keptHeaders, missingHeaders } from './kept.ts';
import { escaped, Mask } from './mask.ts';
import { Story, type StoryMessage } from './story.ts';

/** What is wanted of a script. */
export interface WriteOptions {
  /** Headers to keep beside the usual ones. */
  readonly headers?: ExtraHeaders | undefined;
  /** Whether the time since the message before is told, rounded; else it is left out. */
  readonly times?: boolean | undefined;
}

/** One flow of a script: its lines, the one with its name first. */
export interface WrittenFlow {
  readonly name: string;
  readonly lines: readonly string[];
}

/** A script in its parts. */
export interface WrittenScript {
  readonly head: readonly string[];
  readonly flows: readonly WrittenFlow[];
}

/** Requests that are inside no dialog even with a tag in To. */
const OUTSIDE: ReadonlySet<string> = new Set(['CANCEL', 'REGISTER', 'PUBLISH']);
/** Most messages of one flow that are told. */
const MAX_MESSAGES = 400;
const MARGIN = '      ';

/** Writes the flows, in their order. */
export function writeFlows(flows: readonly Flow[], options: WriteOptions = {}): WrittenScript {
  const cast = castOf(flows);
  const counts = new Map<string, number>();
  const written = flows.map((flow) => {
    const count = (counts.get(flow.kind) ?? 0) + 1;
    counts.set(flow.kind, count);
    const name = `${flow.kind}-${count}`;
    return { name, lines: [headingOf(name, flow), `call ${name}`, ...new FlowWriter(flow, cast, options).lines()] };
  });
  return { head: headOf(cast), flows: written };
}

/** What the end of the recording decides, and not the flow, is not told. */
function headingOf(name: string, { outcome }: Flow): string {
  const isOpen = outcome === 'in-progress' || outcome === 'unanswered' || outcome === 'unknown';
  return isOpen ? `# ${name}` : `# ${name}: ${outcome}`;
}

function headOf({ hosts, connections }: Cast): readonly string[] {
  const columns = Math.max(0, ...hosts.map((host) => declared(host).length));
  return [
    ...hosts.map((host) => {
      const address = host.ip.includes(':') ? `[${host.ip}]:${host.port}` : `${host.ip}:${host.port}`;
      return `${declared(host).padEnd(columns)} = ${address}${host.recordRoute ? ' record-route' : ''}`;
    }),
    ...connections.flatMap(({ a, b, transport }) =>
      a === b ? [] : [`# ${a} and ${b} speak over ${transport}`, `transport tcp ${a} ${b}`],
    ),
  ];
}

function declared({ name, proxy }: CastHost): string {
  return proxy ? `proxy ${name}` : name;
}

/** One message and how it is told. */
interface Told {
  readonly from: CastHost;
  readonly to: CastHost;
  readonly story: StoryMessage;
}

class FlowWriter {
  readonly #flow: Flow;
  readonly #cast: Cast;
  readonly #options: WriteOptions;
  readonly #mask: Mask;
  readonly #story: Story;
  /** From and To as the script has them, by who sent what to whom. */
  readonly #parties = new Map<string, string>();
  readonly #lines: string[] = [];
  #lastUs: number | undefined;

  constructor(flow: Flow, cast: Cast, options: WriteOptions) {
    this.#flow = flow;
    this.#cast = cast;
    this.#options = options;
    this.#mask = new Mask(flow, cast);
    this.#story = new Story(new Set(cast.hosts.filter(({ proxy }) => proxy).map(({ name }) => name)));
  }

  lines(): readonly string[] {
    const told = this.#flow.sightings.filter(({ role, message }) => role === 'first' && message.kind !== 'unreadable');
    for (const sighting of told.slice(0, MAX_MESSAGES)) this.#tell(sighting);
    const left = told.length - MAX_MESSAGES + this.#flow.omittedSightings;
    if (told.length > MAX_MESSAGES) this.#lines.push(`# ${left} more messages are not told`);
    return this.#lines;
  }

  #tell(sighting: Sighting): void {
    const told = this.#toldOf(sighting);
    if (!told) return;
    for (const missing of this.#story.missingBefore(told.story)) {
      this.#lines.push(`${missing.from} -> ${missing.to}  ${plainWords(missing)} unseen`);
      this.#story.tell(missing);
    }
    const { message } = sighting;
    const below = message.kind === 'request' ? this.#requestLines(sighting, told) : this.#responseLines(sighting, told);
    this.#story.tell(told.story);
    const [words = '', ...others] = below;
    this.#lines.push(`${this.#time(sighting)}${told.from.name} -> ${told.to.name}  ${words}`);
    for (const line of others) this.#lines.push(MARGIN + line);
  }

  #toldOf({ message, source, destination, transport }: Sighting): Told | undefined {
    const [from, to] = [this.#cast.hostOf(source, transport), this.#cast.hostOf(destination, transport)];
    // A script has no words for a host that speaks to itself, nor for a message without a method.
    if (!from || !to || from === to || !/^[A-Z]{1,32}$/.test(message.method)) return undefined;
    if (message.kind === 'response' && (message.status < 100 || message.status > 699)) return undefined;
    const isRequest = message.kind === 'request';
    const story = {
      from: from.name,
      to: to.name,
      method: message.method,
      status: isRequest ? 0 : message.status,
      inDialog: isRequest && message.toTag !== '' && !OUTSIDE.has(message.method),
    };
    return { from, to, story };
  }

  #requestLines(sighting: Sighting, told: Told): readonly string[] {
    const { message } = sighting;
    const before = this.#hopBefore(sighting);
    const words: string[] = [message.method];
    const lines: string[] = [];
    if (before === undefined && !told.story.inDialog && message.method !== 'ACK' && message.method !== 'CANCEL') {
      const uri = this.#mask.value(message.requestUri);
      if (/^[^\s|!?~@#()\\]+:[^\s\\]*$/.test(uri)) words.push(uri);
      else lines.push(`| start-line: ${message.method} ${uri} SIP/2.0`);
      lines.push(...this.#partyLines(sighting, told, words[1]));
    }
    const dialogWord = this.#story.dialogWord(told.story);
    if (dialogWord) words.push(dialogWord);
    lines.push(...this.#detailLines(sighting, before));
    return [words.join(' '), ...lines];
  }

  #responseLines(sighting: Sighting, told: Told): readonly string[] {
    const { message } = sighting;
    const phrase = escaped(message.reason.slice(0, 200));
    const isPlain = phrase === '' || /^[A-Za-z][A-Za-z' -]*$/.test(phrase);
    // Words at the end of a phrase may be options.
    const isMistakable =
      /(?:^| )(?:unseen|reliable|in-dialog|out-of-dialog|for|to|cut|split|first-fragment)(?: |$)/.test(phrase);
    const words = [String(message.status), ...(isPlain && !isMistakable && phrase !== '' ? [phrase] : [])];
    if (message.method !== 'INVITE' || this.#story.isAmbiguous(told.story)) words.push(`(${message.method})`);
    const lines = isPlain && !isMistakable ? [] : [`| start-line: SIP/2.0 ${message.status} ${phrase}`];
    return [words.join(' '), ...lines, ...this.#detailLines(sighting, this.#hopBefore(sighting))];
  }

  /** From and To of a request that begins something, where they are not what the script would say anyway. */
  #partyLines({ message }: Sighting, { from, to }: Told, uri: string | undefined): readonly string[] {
    const key = `${from.name} ${to.name} ${message.method}`;
    const lines: string[] = [];
    const say = (header: 'From' | 'To', usual: string): void => {
      const raw = message.header(header.toLowerCase()) ?? '';
      const value = this.#mask.value(raw.replace(/;\s*tag=[^;>\s]*/i, ''));
      const known = this.#parties.get(`${key} ${header}`) ?? usual;
      this.#parties.set(`${key} ${header}`, value);
      if (value !== known) lines.push(`| ${header}: ${value}${header === 'From' ? ';tag={fromTag}' : ''}`);
    };
    say('From', `<sip:${from.name}@example.com>`);
    say('To', message.method === 'REGISTER' ? `<sip:${from.name}@example.com>` : `<${uri ?? ''}>`);
    return lines;
  }

  /** Headers and body; of a message that was passed on, only what has changed on the way. */
  #detailLines(sighting: Sighting, before: Sighting | undefined): readonly string[] {
    const headers = this.#options.headers ?? [];
    const kept = keptHeaders(sighting.message, this.#mask, headers);
    const body = bodyLines(sighting, this.#mask);
    if (!before) {
      const missing = missingHeaders(sighting.message);
      const usual = body ?? (this.#hasUsualBody(sighting) ? ['| -body'] : []);
      return [...[...kept.values()].flat(), ...[...missing.values()].flat(), ...usual];
    }
    const earlier = keptHeaders(before.message, this.#mask, headers);
    const lines = [...kept]
      .filter(([name, told]) => told.join() !== earlier.get(name)?.join())
      .flatMap(([, told]) => told);
    for (const name of earlier.keys()) if (!kept.has(name)) lines.push(`| -${name}`);
    const earlierBody = bodyLines(before, this.#mask);
    if (body?.join() !== earlierBody?.join()) lines.push(...(body ?? ['| -body']));
    return lines;
  }

  /** Whether a script that says nothing gives the message a body. */
  #hasUsualBody({ message }: Sighting): boolean {
    const { kind, method, status } = message;
    if (kind === 'request') {
      return (
        ['INVITE', 'MESSAGE', 'INFO', 'NOTIFY', 'PUBLISH'].includes(method) ||
        (method === 'ACK' && !this.#offered(message.cseq))
      );
    }
    return status >= 200 && status < 300 && ['INVITE', 'UPDATE', 'PRACK'].includes(method);
  }

  /** Whether the INVITE with this CSeq had a body; one that is told without having been recorded has. */
  #offered(cseq: number): boolean {
    const invite = this.#flow.sightings.find(
      ({ message }) => message.kind === 'request' && message.method === 'INVITE' && message.cseq === cseq,
    );
    return invite === undefined || invite.message.bodyText !== '';
  }

  /** The message that a proxy passed on to make this one. */
  #hopBefore(sighting: Sighting): Sighting | undefined {
    const { source, transport, message } = sighting;
    if (!this.#cast.hostOf(source, transport)?.proxy) return undefined;
    const transaction = this.#flow.transactions.find(
      ({ requests, responses, acks }) =>
        requests.includes(sighting) || responses.includes(sighting) || acks.includes(sighting),
    );
    if (!transaction) return undefined;
    if (message.kind === 'request') return transaction.previousHop?.requests[0];
    for (const { responses } of transaction.nextHops) {
      const same = responses.find(
        (response) => response.message.status === message.status && response.timeUs <= sighting.timeUs,
      );
      if (same) return same;
    }
    return undefined;
  }

  #time({ timeUs }: Sighting): string {
    if (!this.#options.times) return '';
    const gapUs = timeUs - (this.#lastUs ?? timeUs);
    this.#lastUs = Math.max(timeUs, this.#lastUs ?? timeUs);
    return `+${rounded(gapUs)} `;
  }
}

/** Seconds with one digit that counts: what is shorter than 50 ms is no time at all. */
function rounded(us: number): string {
  const seconds = Math.max(0, us) / 1e6;
  if (seconds < 0.05) return '0';
  return seconds < 1 ? seconds.toFixed(1) : String(Number(seconds.toPrecision(1)));
}

/** The words of a message that was not recorded. */
function plainWords({ method, status }: StoryMessage): string {
  return status === 0 ? method : `${status} (${method})`;
}

/** The whole script. @param caption its first line; @param remarks further lines of comment. */
export function scriptText({ head, flows }: WrittenScript, caption: string, remarks: readonly string[] = []): string {
  const comments = [caption, ...remarks].map((line) => `# ${line}`);
  const blocks = [[...comments, '', ...head], ...flows.map(({ lines }) => lines)];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
