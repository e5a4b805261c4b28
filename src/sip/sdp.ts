// SDP: a body becomes session, media, connections and attributes, each with its place (RFC 8866). Tolerant: LF, empty
// lines and unknown attributes are accepted; what cannot be used is listed.
import { CR, skipSpace, trimSpace, utf8 } from '../bytes/ascii.ts';
import type { Span } from '../bytes/span.ts';

/** One line: `type=value`. */
export interface SdpLine {
  readonly type: string;
  readonly value: string;
  readonly span: Span;
  readonly valueSpan: Span;
}

/** One `a=` line. */
export interface SdpAttribute {
  /** Before the colon, as on the wire. */
  readonly name: string;
  /** Behind the colon; undefined for a property such as `sendonly`. */
  readonly value: string | undefined;
  readonly span: Span;
}

/** A `c=` line. */
export interface SdpConnection {
  /** `IP4` or `IP6`, as on the wire. */
  readonly addressType: string;
  /** Without TTL and count. */
  readonly address: string;
  readonly span: Span;
}

/** An `m=` line and what belongs to it. */
export interface SdpMedia {
  readonly media: string;
  /** -1 when it is no number. 0 refuses or removes the stream (RFC 3264 §6, §8.2). */
  readonly port: number;
  readonly protocol: string;
  readonly formats: readonly string[];
  /** Its own; the session's applies when it is undefined. */
  readonly connection: SdpConnection | undefined;
  readonly attributes: readonly SdpAttribute[];
  readonly lines: readonly SdpLine[];
  /** The `m=` line. */
  readonly span: Span;
}

/** An `o=` line (RFC 8866 §5.2). */
export interface SdpOrigin {
  readonly username: string;
  /** Digits as on the wire: 64 bits and more are usual. */
  readonly sessionId: string;
  readonly sessionVersion: string;
  readonly addressType: string;
  readonly address: string;
  readonly span: Span;
}

/** What is wrong with a description. `sdp-malformed` unless it says otherwise. */
export interface SdpFault {
  readonly code: 'sdp-malformed' | 'sdp-empty-session-name';
  /** The line type it is about: `s`. */
  readonly type: string;
  readonly span: Span;
}

/** A session description. Spans are offsets in the text it was read from. */
export interface Sdp {
  readonly origin: SdpOrigin | undefined;
  readonly sessionName: string | undefined;
  readonly connection: SdpConnection | undefined;
  readonly attributes: readonly SdpAttribute[];
  readonly media: readonly SdpMedia[];
  readonly lines: readonly SdpLine[];
  readonly faults: readonly SdpFault[];
}

const knownTypes = 'vosiuepcbtrzkam';
const MAX_LINES = 20_000;

interface Section {
  connection: SdpConnection | undefined;
  readonly attributes: SdpAttribute[];
  readonly lines: SdpLine[];
}

/** Reads the description in [start, end) of a message's text. */
export function parseSdp(text: string, start = 0, end = text.length): Sdp {
  const faults: SdpFault[] = [];
  const lines = readLines(text, start, end, faults);
  const session: Section = { connection: undefined, attributes: [], lines: [] };
  const media: SdpMedia[] = [];
  let section = session;
  for (const line of lines) {
    if (line.type === 'm') {
      section = { connection: undefined, attributes: [], lines: [] };
      media.push(mediaOf(line, section, faults));
    } else {
      section.lines.push(line);
      if (line.type === 'a') section.attributes.push(attributeOf(line));
      else if (line.type === 'c') section.connection ??= connectionOf(line, faults);
    }
  }
  findMissing(session.lines, lines.length > 0, { start, end }, faults);
  const name = session.lines.find(({ type }) => type === 's');
  return {
    origin: originOf(session.lines, faults),
    sessionName: name?.value,
    connection: session.connection,
    attributes: session.attributes,
    media,
    lines: session.lines,
    faults,
  };
}

function readLines(text: string, start: number, end: number, faults: SdpFault[]): SdpLine[] {
  const lines: SdpLine[] = [];
  for (let at = start; at < end && lines.length < MAX_LINES;) {
    let lineEnd = at;
    while (lineEnd < end && text.charCodeAt(lineEnd) !== 10) lineEnd++;
    const next = lineEnd + 1;
    while (lineEnd > at && text.charCodeAt(lineEnd - 1) === CR) lineEnd--;
    const line = lineOf(text, at, lineEnd, faults);
    if (line) lines.push(line);
    at = next;
  }
  return lines;
}

function lineOf(text: string, start: number, end: number, faults: SdpFault[]): SdpLine | undefined {
  const span = { start, end };
  if (skipSpace(text, start, end) === end) return undefined;
  const type = text.charAt(start);
  if (text.charAt(start + 1) !== '=' || start + 1 >= end || !knownTypes.includes(type)) {
    faults.push({ code: 'sdp-malformed', type, span });
    return undefined;
  }
  const valueSpan = { start: start + 2, end: trimSpace(text, start + 2, end) };
  return { type, value: utf8(text.slice(valueSpan.start, valueSpan.end)), span, valueSpan };
}

function attributeOf({ value, span }: SdpLine): SdpAttribute {
  const colon = value.indexOf(':');
  if (colon < 0) return { name: value, value: undefined, span };
  return { name: value.slice(0, colon), value: value.slice(colon + 1), span };
}

function connectionOf({ value, span }: SdpLine, faults: SdpFault[]): SdpConnection {
  const [network = '', addressType = '', address = ''] = value.split(/ +/, 3);
  if (network !== 'IN' || address === '') faults.push({ code: 'sdp-malformed', type: 'c', span });
  const slash = address.indexOf('/');
  return { addressType, address: slash < 0 ? address : address.slice(0, slash), span };
}

function mediaOf({ value, span }: SdpLine, section: Section, faults: SdpFault[]): SdpMedia {
  const [media = '', ports = '', protocol = '', ...formats] = value.split(/ +/);
  const port = /^(\d{1,5})(?:\/\d{1,5})?$/.exec(ports)?.[1];
  if (port === undefined || protocol === '' || formats.length === 0) {
    faults.push({ code: 'sdp-malformed', type: 'm', span });
  }
  return {
    media,
    port: port === undefined ? -1 : Number(port),
    protocol,
    formats,
    get connection() {
      return section.connection;
    },
    attributes: section.attributes,
    lines: section.lines,
    span,
  };
}

function originOf(lines: readonly SdpLine[], faults: SdpFault[]): SdpOrigin | undefined {
  const line = lines.find(({ type }) => type === 'o');
  if (!line) return undefined;
  const [username = '', sessionId = '', sessionVersion = '', , addressType = '', address = ''] = line.value.split(/ +/);
  if (address === '') faults.push({ code: 'sdp-malformed', type: 'o', span: line.span });
  return { username, sessionId, sessionVersion, addressType, address, span: line.span };
}

// v, o, s and t must be there (RFC 8866 §5); whether media have connections is for those who compare offers.
function findMissing(lines: readonly SdpLine[], any: boolean, span: Span, faults: SdpFault[]): void {
  if (!any) return;
  for (const type of 'vost') {
    const line = lines.find((one) => one.type === type);
    if (!line) faults.push({ code: 'sdp-malformed', type, span });
    else if (type === 's' && line.valueSpan.start === line.span.end) {
      faults.push({ code: 'sdp-empty-session-name', type, span: line.span });
    }
  }
}
