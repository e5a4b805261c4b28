// What the lines around a message say of it: which way it went, between whom, over what. One row per program that writes
// such lines; the words are theirs.
import type { ToldTransport } from '../frame.ts';
import { ENDPOINT, endpointOf, type LoggedEndpoint } from './endpoints.ts';

/** What is known of the next message; what is not told is absent. */
export interface Circumstances {
  source?: LoggedEndpoint;
  destination?: LoggedEndpoint;
  /** Seen from the program that wrote the text: whether the message came in or went out, and who the other side was. */
  direction?: 'in' | 'out';
  remote?: LoggedEndpoint;
  transport?: ToldTransport;
  /** Each line of the message ends in a dot, which stands for its CR. */
  isDotted?: boolean;
  /** The headers below SIP are printed, too: the start line stands behind bytes that happen to be letters. */
  isDump?: boolean;
}

interface Program {
  readonly pattern: RegExp;
  /** A text that a line must hold for the pattern to be tried. */
  readonly hint: string;
  readonly tell: (match: readonly (string | undefined)[]) => Circumstances;
}

const transports: ReadonlyMap<string, ToldTransport> = new Map([
  ['u', 'udp'],
  ['t', 'tcp'],
  ['udp', 'udp'],
  ['tcp', 'tcp'],
  ['tls', 'tls'],
  ['ws', 'ws'],
  ['wss', 'wss'],
  ['sctp', 'sctp'],
  ['tls-sctp', 'sctp'],
]);

/** The transport that goes by a name; undefined for a name that nobody uses. */
export function transportOf(name: string | undefined): ToldTransport | undefined {
  return transports.get((name ?? '').toLowerCase().replace(/6$/, ''));
}

const programs: readonly Program[] = [
  // sngrep: 2026/01/31 12:00:00.000000 192.0.2.10:5060 -> 198.51.100.20:5060
  // ngrep:  U 2026/01/31 12:00:00.000000 192.0.2.10:5060 -> 198.51.100.20:5060 #1
  // baresip: UDP 192.0.2.10:5060 -> 198.51.100.20:5060
  {
    pattern: new RegExp(
      String.raw`^(?:#\s*)?(?:([A-Za-z]{1,4}) )?[\d/.: T+-]*?(?:^|(?<=\s))(${ENDPOINT}) -> (${ENDPOINT})(?= |$)`,
    ),
    hint: ' -> ',
    tell: ([, transport, source, destination]) => ({
      ...between(source, destination),
      ...over(transport),
      ...(transport === 'U' || transport === 'T' ? { isDotted: true } : {}),
    }),
  },
  // tcpdump: 12:00:00.000000 IP 192.0.2.10.5060 > 198.51.100.20.5060: SIP: …
  {
    pattern:
      /(?:^|\s)(\d{1,3}(?:\.\d{1,3}){3}|[\dA-Fa-f]*:[\dA-Fa-f:.]+)\.(\d{1,5}) > (\d{1,3}(?:\.\d{1,3}){3}|[\dA-Fa-f]*:[\dA-Fa-f:.]+)\.(\d{1,5}):/,
    hint: ' > ',
    tell: ([, source = '', sourcePort = '', destination = '', destinationPort = '']) => ({
      ...between(`[${source}]:${sourcePort}`, `[${destination}]:${destinationPort}`),
      isDump: true,
    }),
  },
  // SIPp: UDP message sent (509 bytes):, UDP message received [309] bytes :
  {
    pattern: /^(\w{2,4}) message (sent|received) [([]\d+/,
    hint: ' message ',
    tell: ([, transport, what]) => ({ direction: what === 'sent' ? 'out' : 'in', ...over(transport) }),
  },
  // Asterisk chan_sip: <--- SIP read from UDP:192.0.2.10:5060 --->
  {
    pattern: new RegExp(String.raw`<--+ SIP read from (?:(\w{2,4}):)?(${ENDPOINT})`),
    hint: 'SIP read from',
    tell: ([, transport, remote]) => ({ direction: 'in', ...from(remote), ...over(transport) }),
  },
  // … <--- Reliably Transmitting (NAT) to 192.0.2.10:5060 --->, Retransmitting #1 (no NAT) to 192.0.2.10:5060:
  {
    pattern: new RegExp(String.raw`(?:T|Ret)ransmitting (?:#\d+ )?\([^()]{1,20}\) to (?:(\w{2,4}):)?(${ENDPOINT})`),
    hint: 'ransmitting ',
    tell: ([, transport, remote]) => ({ direction: 'out', ...from(remote), ...over(transport) }),
  },
  // Asterisk chan_pjsip: <--- Received SIP request (1026 bytes) from UDP:192.0.2.10:5060 --->
  {
    pattern: new RegExp(
      String.raw`<--- (Received|Transmitting) SIP \w+ \(\d+ bytes\) (?:from|to) (?:(\w{2,4}):)?(${ENDPOINT})`,
    ),
    hint: ' SIP re',
    tell: ([, what, transport, remote]) => ({
      direction: what === 'Received' ? 'in' : 'out',
      ...from(remote),
      ...over(transport),
    }),
  },
  // pjsua: RX 486 bytes Response msg 200/INVITE/cseq=1 (rdata0x7f) from UDP 192.0.2.10:5060:
  {
    pattern: new RegExp(String.raw`\b(RX|TX) \d+ bytes .{1,200}? (?:from|to) (?:(\w{2,4}) )?(${ENDPOINT}):`),
    hint: ' bytes ',
    tell: ([, what, transport, remote]) => ({
      direction: what === 'RX' ? 'in' : 'out',
      ...from(remote),
      ...over(transport),
    }),
  },
  // FreeSWITCH: recv 1024 bytes from udp/[192.0.2.10]:5060 at 12:00:00.000000:
  {
    pattern: /\b(recv|send|sent) \d+ bytes (?:from|to) (\w{2,4})\/(\[[\w.:%]{2,60}\]:\d{1,5})/,
    hint: ' bytes ',
    tell: ([, what, transport, remote]) => ({
      direction: what === 'recv' ? 'in' : 'out',
      ...from(remote),
      ...over(transport),
    }),
  },
];

/** What a line says of the message behind it; undefined when it says nothing. */
export function circumstancesIn(line: string): Circumstances | undefined {
  const head = line.length > 400 ? line.slice(0, 400) : line;
  for (const { hint, pattern, tell } of programs) {
    if (!head.includes(hint)) continue;
    const match = pattern.exec(head);
    if (match) return tell(match);
  }
  return undefined;
}

/** Any other program's line right in front of a message: … received from 192.0.2.10:5060:, … sent to udp:192.0.2.10:5060 */
const plain = new RegExp(
  String.raw`\b(?:(received|incoming|recv)|sent|sending|send|outgoing|transmitted)\b.{0,100}?\b(?:from|to)\b[\s:]*(?:(\w{2,4})[:/ ]+)?(${ENDPOINT})[\s:>\])-]*$`,
  'i',
);

/** The same of a line that stands right in front of the message. */
export function circumstancesRightBefore(line: string): Circumstances | undefined {
  const match = line.length > 400 ? null : plain.exec(line);
  if (!match) return undefined;
  const [, what, transport, remote] = match;
  return { direction: what === undefined ? 'out' : 'in', ...from(remote), ...over(transport) };
}

/** Kamailio's sipdump tells in lines of their own: `srcip: 192.0.2.10`. Adds what a line tells; false when it is none. */
export function tellField(line: string, into: Circumstances): boolean {
  const [, name = '', value = ''] =
    /^(proto|srcip|srcport|dstip|dstport|tag|pid|process|time|date): (.{0,60})$/.exec(line) ?? [];
  if (name === '') return false;
  const ends = { srcip: 'source', srcport: 'source', dstip: 'destination', dstport: 'destination' } as const;
  if (name === 'proto') Object.assign(into, over(value.split(' ')[0]));
  if (name === 'tag') into.direction = value === 'snd' ? 'out' : 'in';
  if (name !== 'srcip' && name !== 'srcport' && name !== 'dstip' && name !== 'dstport') return true;
  const end = ends[name];
  if (name.endsWith('ip')) {
    const told = endpointOf(value.includes(':') && !value.startsWith('[') ? `[${value}]` : value);
    if (told) into[end] = told;
  } else {
    const known = into[end];
    if (known && /^\d{1,5}$/.test(value)) into[end] = { address: known.address, port: Number(value) & 0xffff };
  }
  return true;
}

function between(source: string | undefined, destination: string | undefined): Circumstances {
  const [one, other] = [endpointOf(source ?? ''), endpointOf(destination ?? '')];
  return one && other ? { source: one, destination: other } : {};
}

function from(remote: string | undefined): Circumstances {
  const endpoint = endpointOf(remote ?? '');
  return endpoint ? { remote: endpoint } : {};
}

function over(name: string | undefined): Circumstances {
  const transport = transportOf(name);
  return transport ? { transport } : {};
}

/** Whether a line only separates: dashes, equals signs and the like, or what a program writes below a message. */
export function isSeparator(line: string): boolean {
  return (
    /^(?:<?-{3,}>?|={3,}|~{3,}|\|{3,}|\*{3,}|#{3,}|_{3,}|#)$/.test(line) ||
    /^-{10,} +\S|^--- \(\d+ headers \d+ lines\)|^--end msg--/.test(line)
  );
}
