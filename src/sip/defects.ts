// Everything that can be wrong with the bytes of one message. One table: the codes are a promise (JSON, rules), the
// sentences are English; `{header}` and `{value}` are filled in from the defect. What stands in no header stands in the
// Start-Line, which RFC 3261 §7 calls so.

/** How much a defect matters to a receiver: it cannot use the message, it may stumble, it will not care. */
export type DefectSeverity = 'error' | 'warning' | 'info';

interface DefectKind {
  readonly severity: DefectSeverity;
  readonly text: string;
}

/** Code → severity and sentence. A defect may be milder than its code, never worse. */
export const defectKinds = {
  'addr-spec-spaces': { severity: 'error', text: '{header} has white space inside <…> around its URI.' },
  'angle-unbalanced': { severity: 'error', text: '{header} has a < without >.' },
  'auth-combined': {
    severity: 'error',
    text: '{header} joins several challenges or credentials with commas; each needs a row of its own.',
  },
  'bare-lf': { severity: 'warning', text: 'Lines end with LF or CR alone instead of CRLF.' },
  'branch-empty': {
    severity: 'warning',
    text: 'A Via branch is nothing but the cookie z9hG4bK: it identifies no transaction.',
  },
  'branch-missing': { severity: 'info', text: 'A Via has no branch, as before RFC 3261.' },
  'branch-no-cookie': {
    severity: 'info',
    text: 'The Via branch {value} does not begin with z9hG4bK: it is not unique by itself.',
  },
  'call-id-invalid': { severity: 'warning', text: 'Call-ID {value} holds characters that a Call-ID must not have.' },
  'contact-count': { severity: 'error', text: 'There are {value} Contacts where only one is allowed.' },
  'contact-star-list': { severity: 'error', text: 'Contact: * stands beside other Contacts or parameters.' },
  'content-length-conflict': { severity: 'error', text: 'Several Content-Length rows contradict each other.' },
  'content-length-duplicate': { severity: 'warning', text: 'Content-Length is repeated with the same value.' },
  'content-length-invalid': { severity: 'error', text: 'Content-Length {value} is no length.' },
  'content-length-long': { severity: 'info', text: '{value} bytes follow behind the body and are ignored.' },
  'content-length-missing': { severity: 'error', text: 'Content-Length is missing on a stream.' },
  'content-length-short': { severity: 'error', text: 'Content-Length promises {value} bytes more than there are.' },
  'content-type-missing': { severity: 'error', text: 'There is a body but no Content-Type.' },
  'control-byte': { severity: 'warning', text: 'There is a control byte in the start line or a header.' },
  'cseq-malformed': { severity: 'error', text: 'CSeq {value} is not a number and a method.' },
  'cseq-method-mismatch': { severity: 'error', text: 'The CSeq method {value} is not the method of the request.' },
  date: { severity: 'warning', text: '{header} {value} is not an RFC 1123 date in GMT.' },
  'display-name-space': { severity: 'info', text: '{header} has no white space between display name and <.' },
  'display-name-unquoted': { severity: 'error', text: '{header} has a display name that needs quotes: {value}.' },
  'duplicate-param': { severity: 'warning', text: '{header} has the parameter {value} more than once.' },
  'duplicate-single': { severity: 'error', text: '{header} stands there more than once.' },
  'empty-value': { severity: 'error', text: '{header} has an empty value or parameter.' },
  folded: { severity: 'info', text: '{header} is continued on another line, or has white space before its colon.' },
  'framing-lost': { severity: 'error', text: 'The stream does not go on where Content-Length says.' },
  'header-injection': { severity: 'error', text: '{header} holds a line break inside its value.' },
  'header-malformed': { severity: 'error', text: 'This line is no header: {value}.' },
  'host-underscore': { severity: 'info', text: 'The host name {value} holds an underscore.' },
  'ipv6-brackets': { severity: 'error', text: 'The IPv6 address {value} has no brackets.' },
  'ipv6-port-inside': {
    severity: 'warning',
    text: 'The last group of [{value}] looks like a port that belongs behind the bracket.',
  },
  'ipv6-triple-colon': { severity: 'info', text: 'The IPv6 address {value} has three colons in a row.' },
  'ipv6-zone': { severity: 'info', text: 'The IPv6 address {value} has a zone, which means nothing to another host.' },
  'method-case': {
    severity: 'warning',
    text: 'The method {value} is written in another case than the one it resembles.',
  },
  'mime-transfer-encoding': { severity: 'info', text: 'A part of the body is encoded as {value}.' },
  'missing-from-tag': { severity: 'warning', text: 'From has no tag.' },
  'missing-header': { severity: 'error', text: '{header} is missing.' },
  'missing-max-forwards': { severity: 'warning', text: 'Max-Forwards is missing.' },
  multipart: {
    severity: 'error',
    text: 'The multipart body cannot be taken apart: its boundary is missing or does not close.',
  },
  'name-addr-brackets': {
    severity: 'error',
    text: '{header} needs <…> around its URI: without them receivers may read {value} in another way.',
  },
  'no-blank-line': { severity: 'error', text: 'There is no empty line behind the headers.' },
  'not-sip': { severity: 'error', text: 'This is not SIP.' },
  'quote-unbalanced': { severity: 'error', text: '{header} has a quote that is not closed.' },
  'reason-space': { severity: 'info', text: 'There is no space behind the status code.' },
  'received-brackets': { severity: 'info', text: 'The received parameter has brackets around its address.' },
  rfc2543: { severity: 'info', text: 'It is written as before RFC 3261: no branch and no From tag.' },
  'ruri-angle': { severity: 'error', text: 'The Request-URI stands in <…>.' },
  'ruri-headers': { severity: 'warning', text: 'The Request-URI has headers, which are not allowed there.' },
  'ruri-whitespace': { severity: 'error', text: 'The Request-URI holds white space.' },
  'scalar-range': { severity: 'error', text: '{header} has a number that is not allowed: {value}.' },
  'sdp-empty-session-name': { severity: 'info', text: 'The SDP session name (s=) is empty.' },
  'sdp-malformed': { severity: 'warning', text: 'The SDP has no {value}= line, or one that cannot be read.' },
  'start-line': { severity: 'error', text: 'The start line is not that of a SIP message.' },
  'start-line-spaces': { severity: 'warning', text: 'The start line has more white space than it may.' },
  'status-code': { severity: 'error', text: '{value} is not a status code.' },
  'too-large': { severity: 'error', text: 'There are more headers, or longer ones, than are read.' },
  'transfer-encoding': { severity: 'error', text: 'Transfer-Encoding must not be used in SIP.' },
  'unknown-method': { severity: 'info', text: 'The method {value} is not one that RFCs define.' },
  'uri-character': { severity: 'warning', text: 'The user part {value} holds characters that must be escaped.' },
  'uri-escape': { severity: 'error', text: 'There is a % without two hex digits in {value}.' },
  'uri-escaped-host': { severity: 'error', text: 'The host {value} holds a %, which must not be decoded there.' },
  'uri-host': { severity: 'error', text: '{value} is neither a host name nor an address.' },
  'uri-host-empty': { severity: 'error', text: 'There is no host in the URI.' },
  'uri-port': { severity: 'error', text: '{value} is not a port.' },
  'uri-scheme': { severity: 'error', text: '{value} is no URI: it has no scheme.' },
  'uri-user-empty': { severity: 'error', text: 'There is an @ without a user before it.' },
  'utf8-invalid': { severity: 'warning', text: '{header} is not UTF-8.' },
  version: { severity: 'warning', text: 'The version is {value}, not SIP/2.0.' },
  'via-broadcast': { severity: 'warning', text: 'A Via was sent by the broadcast address {value}.' },
  'via-malformed': { severity: 'error', text: 'A Via has no protocol, transport or host that can be read.' },
} as const satisfies Readonly<Record<string, DefectKind>>;

/** What is wrong: the short name as it stands in the JSON. */
export type DefectCode = keyof typeof defectKinds;

/** Something wrong with the bytes of a message. */
export interface SipDefect {
  readonly code: DefectCode;
  readonly severity: DefectSeverity;
  /** Bytes from the beginning of the message. */
  readonly offset: number;
  readonly length: number;
  /** Canonical name of the header it is about. */
  readonly header?: string;
  /** What fills `{value}`, at most 80 characters. */
  readonly value?: string;
}

/** A defect as an English sentence. */
export function defectText(defect: SipDefect): string {
  return defectKinds[defect.code].text
    .replace('{header}', () => headerTitle(defect.header ?? 'start-line'))
    .replace('{value}', () => defect.value ?? '');
}

const titles: Readonly<Record<string, string>> = {
  'call-id': 'Call-ID',
  cseq: 'CSeq',
  'www-authenticate': 'WWW-Authenticate',
};

/** `record-route` → `Record-Route`. */
export function headerTitle(canonical: string): string {
  return titles[canonical] ?? canonical.replace(/(?:^|-)[a-z]/g, (start) => start.toUpperCase());
}

const MAX_VALUE = 80;
/** More are not listed: a message that broken is known to be broken. */
const MAX_DEFECTS = 100;

/** Collects the defects of one message. */
export class DefectList {
  readonly defects: SipDefect[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * Notes a defect at bytes [start, end). `value` fills the sentence; without it, the bytes themselves do.
   */
  add(
    code: DefectCode,
    start: number,
    end: number,
    about: { header?: string; value?: string; severity?: DefectSeverity } = {},
  ): void {
    if (this.defects.length >= MAX_DEFECTS) return;
    const { header, value = this.#text.slice(start, Math.min(end, start + MAX_VALUE)) } = about;
    const severity = about.severity ?? defectKinds[code].severity;
    const place = { offset: start, length: Math.max(0, end - start) };
    this.defects.push({
      code,
      severity,
      ...place,
      ...(header !== undefined && { header }),
      value: value.slice(0, MAX_VALUE),
    });
  }
}
