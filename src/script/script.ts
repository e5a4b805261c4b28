// What a flow script says once it has been read: hosts, timed lines, marks, expectations. Plain data; times are
// microseconds after the start of the capture.

/** An address and port, as written: `192.0.2.10`, `2001:db8::1` (no brackets). */
export interface Address {
  readonly ip: string;
  readonly port: number;
}

/** A declared host. SIP headers carry `own`; packets carry `wire`, which differs behind a NAT. */
export interface Host {
  readonly name: string;
  readonly own: Address;
  readonly wire: Address;
  /** Forwards requests of a call that it received before, instead of sending its own. */
  readonly proxy: boolean;
  readonly recordRoute: boolean;
  /** 0-based order of declaration. */
  readonly index: number;
}

export type ScriptTransport = 'udp' | 'tcp';

/**
 * `!rule` must be found with this line as first evidence; `?rule` at most with confidence `possible`, or undecided;
 * `~rule` must be undecided.
 */
export interface Mark {
  readonly kind: 'found' | 'at-most-possible' | 'undecided';
  readonly rule: string;
  readonly line: number;
}

export type SdpDirection = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

/** One `| …` line. */
export type Override =
  | { readonly kind: 'set' | 'add'; readonly line: number; readonly name: string; readonly value: string }
  | { readonly kind: 'remove'; readonly line: number; readonly name: string }
  | { readonly kind: 'start-line'; readonly line: number; readonly value: string }
  | { readonly kind: 'body'; readonly line: number; readonly text: string }
  | { readonly kind: 'no-body'; readonly line: number }
  | { readonly kind: 'sdp'; readonly line: number; readonly direction: SdpDirection | undefined };

/** What a request line says. */
export interface RequestWords {
  readonly kind: 'request';
  readonly method: string;
  readonly uri: string | undefined;
  /** Whom the request is for, where the line itself only names a proxy. */
  readonly target: string | undefined;
  readonly dialog: 'inside' | 'outside' | undefined;
}

/** What a response line says. */
export interface ResponseWords {
  readonly kind: 'response';
  readonly status: number;
  readonly phrase: string;
  /** Method of the request that it answers; undefined picks the newest unanswered one. */
  readonly method: string | undefined;
  /** Sent reliably (RFC 3262): Require: 100rel and an RSeq. */
  readonly reliable: boolean;
}

/** A message of the flow. */
export interface MessageLine {
  readonly kind: 'message';
  readonly line: number;
  readonly timeUs: number;
  readonly from: Host;
  readonly to: Host;
  /** Label of the call it belongs to; '' is the unnamed one. */
  readonly call: string;
  readonly words: RequestWords | ResponseWords;
  readonly label: string | undefined;
  /** Happened, but is not in the capture. */
  readonly unseen: boolean;
  /** Only so many bytes of its last frame were captured. */
  readonly cut: number | undefined;
  /** TCP: at most so many bytes of it in one segment. */
  readonly split: number | undefined;
  /** Over UDP and IPv4: sent in IP fragments of so many bytes, of which only the first was captured. */
  readonly firstFragment: number | undefined;
  readonly overrides: Override[];
}

/** The same message sent again, byte for byte, in packets of its own. */
export interface AgainLine {
  readonly kind: 'again';
  readonly line: number;
  readonly timesUs: readonly number[];
  readonly of: MessageLine;
}

/** The packets of the line before, captured a second time. */
export interface DuplicateLine {
  readonly kind: 'duplicate';
  readonly line: number;
  readonly timeUs: number;
}

/** A packet that has nothing to do with SIP and shows that the capture was running. */
export interface OtherLine {
  readonly kind: 'other';
  readonly line: number;
  readonly timeUs: number;
}

/** What an ICMP error can say in a script: its IPv4 and its IPv6 type and code. */
export const icmpErrors = {
  'port-unreachable': { v4: [3, 3], v6: [1, 4] },
  'host-unreachable': { v4: [3, 1], v6: [1, 3] },
  'net-unreachable': { v4: [3, 0], v6: [1, 0] },
  prohibited: { v4: [3, 13], v6: [1, 1] },
  'too-big': { v4: [3, 4], v6: [2, 0] },
  'time-exceeded': { v4: [11, 0], v6: [3, 0] },
  'parameter-problem': { v4: [12, 0], v6: [4, 0] },
} as const satisfies Record<string, { readonly v4: readonly [number, number]; readonly v6: readonly [number, number] }>;

/** A host rejects the packet of the line before with an ICMP error to its sender. */
export interface IcmpLine {
  readonly kind: 'icmp';
  readonly line: number;
  readonly timeUs: number;
  readonly from: Host;
  readonly says: keyof typeof icmpErrors;
}

export type ScriptLine = MessageLine | IcmpLine | AgainLine | DuplicateLine | OtherLine;

/** `expect outcome answered`: key `outcome`, value `answered`. */
export interface Expectation {
  readonly line: number;
  readonly key: string;
  readonly value: string;
}

/** A whole script. */
export interface FlowScript {
  readonly caption: string;
  readonly hosts: ReadonlyMap<string, Host>;
  transportOf(a: Host, b: Host): ScriptTransport;
  /** Every packet was captured twice. */
  readonly capturedTwice: boolean;
  readonly lines: readonly ScriptLine[];
  readonly marks: readonly Mark[];
  readonly expectations: readonly Expectation[];
}

/** The script is wrong: `line 7: …`. */
export class FlowScriptError extends Error {
  override readonly name = 'FlowScriptError';
  readonly line: number;
  constructor(line: number, problem: string) {
    super(`line ${line}: ${problem}`);
    this.line = line;
  }
}
