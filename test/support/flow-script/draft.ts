// A SIP message while it is being put together: start line, headers in order, body. Strings hold one byte per character.
import type { Override, SdpDirection } from '../../../src/script/script.ts';

export interface Header {
  readonly name: string;
  readonly value: string;
}

const COMPACT: Readonly<Record<string, string>> = {
  c: 'content-type',
  e: 'content-encoding',
  f: 'from',
  i: 'call-id',
  k: 'supported',
  l: 'content-length',
  m: 'contact',
  o: 'event',
  s: 'subject',
  t: 'to',
  v: 'via',
};

/** A message in the making. Header names are compared without case and with their compact forms (RFC 3261 §7.3.3). */
export class Draft {
  startLine: string;
  headers: Header[];
  body = '';

  constructor(startLine: string, headers: readonly Header[]) {
    this.startLine = startLine;
    this.headers = [...headers];
  }

  first(name: string): string | undefined {
    return this.headers.find((header) => sameName(header.name, name))?.value;
  }

  all(name: string): string[] {
    return this.headers.filter((header) => sameName(header.name, name)).map((header) => header.value);
  }

  /** Puts one value in the place of all values of this name. */
  set(name: string, value: string): void {
    const index = this.headers.findIndex((header) => sameName(header.name, name));
    this.remove(name);
    this.headers.splice(index === -1 ? this.headers.length : index, 0, { name, value });
  }

  /** Adds a value below the last one of this name. */
  add(name: string, value: string): void {
    const index = this.headers.findLastIndex((header) => sameName(header.name, name));
    this.headers.splice(index === -1 ? this.headers.length : index + 1, 0, { name, value });
  }

  /** Adds a value above all others of this name; the first of its kind stands below the Vias. */
  addAbove(name: string, value: string): void {
    const first = this.headers.findIndex((header) => sameName(header.name, name));
    const lastVia = this.headers.findLastIndex((header) => sameName(header.name, 'Via'));
    this.headers.splice(first === -1 ? lastVia + 1 : first, 0, { name, value });
  }

  remove(name: string): void {
    this.headers = this.headers.filter((header) => !sameName(header.name, name));
  }

  removeFirst(name: string): void {
    const index = this.headers.findIndex((header) => sameName(header.name, name));
    if (index !== -1) this.headers.splice(index, 1);
  }

  setBody(body: string, contentType: string): void {
    this.body = body;
    if (body === '') this.remove('Content-Type');
    else this.set('Content-Type', contentType);
  }

  copy(): Draft {
    const draft = new Draft(this.startLine, this.headers);
    draft.body = this.body;
    return draft;
  }

  toBytes(): Uint8Array {
    const head = this.headers.map((header) => `${header.name}: ${header.value}\r\n`).join('');
    return Uint8Array.from(Buffer.from(`${this.startLine}\r\n${head}\r\n${this.body}`, 'latin1'));
  }
}

/** What the `| …` lines of a message may ask for besides plain text. */
export interface OverrideContext {
  sdp(direction: SdpDirection | undefined): string;
  /** The value of `{callId}`, `{#label.toTag}`, …; undefined leaves the braces as they are. */
  lookUp(label: string | undefined, field: string): string | undefined;
}

/** Applies the `| …` lines of a message in order, then fills in Content-Length unless a line has spoken about it. */
export function applyOverrides(draft: Draft, overrides: readonly Override[], context: OverrideContext): void {
  const replaced = new Set<string>();
  const bodyLines: string[] = [];
  for (const override of overrides) {
    switch (override.kind) {
      case 'set':
      case 'add': {
        const key = fullName(override.name);
        const value = expand(override.value, context);
        if (override.kind === 'add' || replaced.has(key)) draft.add(override.name, value);
        else draft.set(override.name, value);
        replaced.add(key);
        break;
      }
      case 'remove':
        replaced.add(fullName(override.name));
        draft.remove(override.name);
        break;
      case 'start-line':
        draft.startLine = expand(override.value, context);
        break;
      case 'sdp':
        draft.setBody(context.sdp(override.direction), 'application/sdp');
        break;
      case 'no-body':
        draft.setBody('', '');
        break;
      case 'body':
        bodyLines.push(expand(override.text, context));
        break;
    }
  }
  if (bodyLines.length > 0) replaceBody(draft, bodyLines, replaced.has('content-type'));
  if (!replaced.has('content-length')) {
    draft.remove('Content-Length');
    draft.add('Content-Length', String(draft.body.length));
  }
}

function replaceBody(draft: Draft, lines: readonly string[], typeGiven: boolean): void {
  draft.body = lines.map((line) => `${line}\r\n`).join('');
  if (typeGiven) return;
  if (draft.body.startsWith('v=0')) draft.set('Content-Type', 'application/sdp');
  else if (draft.body.startsWith('SIP/2.0 ')) draft.set('Content-Type', 'message/sipfrag;version=2.0');
  else if (draft.first('Content-Type') === undefined) draft.set('Content-Type', 'text/plain');
}

/** Fills in `{…}`, then `\r`, `\n`, `\t`, `\\`, `\xHH`; other text becomes its UTF-8 bytes. */
function expand(text: string, context: OverrideContext): string {
  const filled = text.replace(/\{(?:#([\w-]+)\.)?([a-zA-Z]+)\}/g, (all, label: string | undefined, field: string) => {
    return context.lookUp(label, field) ?? all;
  });
  const bytes = Buffer.from(filled, 'utf8').toString('latin1');
  return bytes.replace(/\\(?:x([0-9a-fA-F]{2})|([rnt\\]))/g, (_, hex: string | undefined, letter: string) => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    return { r: '\r', n: '\n', t: '\t' }[letter] ?? '\\';
  });
}

/** The value of a header parameter such as `tag` or `branch`. */
export function parameterOf(value: string | undefined, name: string): string | undefined {
  return new RegExp(`;\\s*${name}\\s*=\\s*([^;,\\s>]+)`, 'i').exec(value ?? '')?.[1];
}

/** The URI of a From, To, Contact or Route value. */
export function uriOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  return /<([^>]*)>/.exec(value)?.[1] ?? value.split(';')[0]?.trim();
}

function fullName(name: string): string {
  const lower = name.toLowerCase();
  return COMPACT[lower] ?? lower;
}

function sameName(a: string, b: string): boolean {
  return fullName(a) === fullName(b);
}
