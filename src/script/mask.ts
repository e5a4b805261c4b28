// Captured text becomes text of a script: what is another one in every recording gets a name that stays, and what could
// mean something to the script, or to a terminal, is spelled out.
import type { Flow } from '../flow/model.ts';
import type { Cast } from './cast.ts';

const IPV4 = /(?<![\d.])(\d{1,3}(?:\.\d{1,3}){3})(?![\d.]*\d)(?::(\d{1,5})(?!\d))?/g;
const IPV6 = /\[([0-9a-fA-F:.]{2,45})\](?::(\d{1,5})(?!\d))?/g;
const PRIVATE = /^(?:10|127|169\.254|172\.(?:1[6-9]|2\d|3[01])|192\.168)\./;
const MAX_VALUE = 600;

// Controls, formats, what is no character, and what the language itself reads: backslashes and braces.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0\ufffd]/u;

/** Names what is volatile in one flow. */
export class Mask {
  readonly #cast: Cast;
  readonly #tokens: readonly (readonly [string, string])[];
  readonly #others = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  constructor(flow: Flow, cast: Cast) {
    this.#cast = cast;
    this.#tokens = tokensOf(flow);
  }

  /** Text for a `| Header: value` line. */
  value(text: string): string {
    let masked = text.slice(0, MAX_VALUE);
    for (const [token, name] of this.#tokens) masked = masked.replaceAll(token, name);
    masked = masked
      .replace(IPV4, (_, ip: string, port: string | undefined) => this.#place(ip, port ?? ''))
      .replace(IPV6, (_, ip: string, port: string | undefined) => this.#place(ip, port ?? ''))
      .replace(/\bpid=\d+/g, 'pid=0');
    return escaped(masked);
  }

  /** The address alone, as SDP has it. */
  address(ip: string): string {
    return this.#cast.atAddress(ip, '')?.ip ?? this.#other(ip);
  }

  #place(ip: string, port: string): string {
    const host = this.#cast.atAddress(ip, port);
    const address = host?.ip ?? this.#other(ip);
    const shown = address.includes(':') ? `[${address}]` : address;
    if (port === '') return shown;
    return `${shown}:${host?.port ?? (Number(port) < 32_768 ? port : 5060)}`;
  }

  /** An address that nobody of the flow has: private ones stay private, as that may matter. */
  #other(ip: string): string {
    const known = this.#others.get(ip);
    if (known !== undefined) return known;
    const range = ip.includes(':') ? '2001:db8:ffff::' : PRIVATE.test(ip) ? '10.0.0.' : '203.0.113.';
    const count = (this.#counts.get(range) ?? 0) + 1;
    this.#counts.set(range, count);
    const name = `${range}${((count - 1) % 250) + 1}`;
    this.#others.set(ip, name);
    return name;
  }
}

/** Call-ID and tags of a flow, wherever they are quoted. Short ones would be found everywhere. */
function tokensOf({ callId, dialogs }: Flow): readonly (readonly [string, string])[] {
  const tokens = new Map<string, string>([[callId, 'call-id']]);
  for (const { callerTag, calleeTag } of dialogs.slice(0, 8)) {
    tokens.set(callerTag, 'caller-tag');
    tokens.set(calleeTag, 'callee-tag');
  }
  return [...tokens].filter(([token]) => token.length >= 6).sort(([a], [b]) => b.length - a.length);
}

const encoder = new TextEncoder();

/** Text in which the language sees nothing but text. */
export function escaped(text: string): string {
  let safe = '';
  for (const char of text) {
    if (char === '\\') safe += '\\\\';
    else if (char === '{' || UNSAFE.test(char)) safe += bytesOf(char);
    else safe += char;
  }
  // White space at the ends would be taken for that of the line.
  return safe.replace(/^ | $/g, '\\x20');
}

function bytesOf(char: string): string {
  return [...encoder.encode(char)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}
