// What can be wrong with a start line (RFC 3261 §7.1, §7.2).
import type { DefectList } from '../defects.ts';
import type { SipMessage } from '../message.ts';
import { parseUri } from '../uri.ts';
import { checkUri } from './uri.ts';

const methods: ReadonlySet<string> = new Set([
  'ACK',
  'BYE',
  'CANCEL',
  'INFO',
  'INVITE',
  'MESSAGE',
  'NOTIFY',
  'OPTIONS',
  'PRACK',
  'PUBLISH',
  'REFER',
  'REGISTER',
  'SUBSCRIBE',
  'UPDATE',
]);

/** Notes what is wrong with the start line. */
export function checkStartLine(message: SipMessage, list: DefectList): void {
  const { startLine: line, startLineSpan, text, options } = message;
  const { start, end } = startLineSpan;
  if (line.kind === 'unreadable') {
    if (!options.fragment) list.add('start-line', start, end);
    return;
  }
  const version = text.slice(line.version.start, line.version.end);
  if (version === '') list.add('start-line', start, end);
  else if (version !== 'SIP/2.0') list.add('version', line.version.start, line.version.end);
  if (line.kind === 'response') {
    checkStatus(message, list);
    return;
  }
  const { method, uri } = line;
  const single = start === method.start && uri.start === method.end + 1 && isSp(text, method.end);
  const tail = line.version.start === line.version.end || (line.version.start === uri.end + 1 && isSp(text, uri.end));
  if (!single || !tail || end !== line.version.end) list.add('start-line-spaces', start, end);
  checkMethod(message.method, method.start, method.end, list);
  checkRequestUri(text, uri.start, uri.end, list);
}

function checkMethod(method: string, start: number, end: number, list: DefectList): void {
  if (methods.has(method)) return;
  list.add(methods.has(method.toUpperCase()) ? 'method-case' : 'unknown-method', start, end);
}

function checkStatus(message: SipMessage, list: DefectList): void {
  const { startLine: line, startLineSpan, text, status } = message;
  if (line.kind !== 'response') return;
  if (status < 100 || status > 699) list.add('status-code', line.status.start, line.status.end);
  const spaced =
    startLineSpan.start === line.version.start &&
    line.status.start === line.version.end + 1 &&
    isSp(text, line.version.end);
  if (!spaced) list.add('start-line-spaces', startLineSpan.start, startLineSpan.end);
  if (!isSp(text, line.status.end)) list.add('reason-space', line.status.start, line.status.end);
}

function checkRequestUri(text: string, start: number, end: number, list: DefectList): void {
  const angle = text.charCodeAt(start) === 60;
  if (angle) list.add('ruri-angle', start, end);
  const from = angle ? start + 1 : start;
  const to = angle && text.charCodeAt(end - 1) === 62 ? end - 1 : end;
  if (/[ \t]/.test(text.slice(from, to))) {
    list.add('ruri-whitespace', start, end);
    return;
  }
  const uri = parseUri(text, from, to);
  if (uri.kind === 'sip' && (uri.headers.length > 0 || uri.params.some(({ name }) => name === 'method'))) {
    list.add('ruri-headers', start, end);
  }
  checkUri(text, uri, list);
}

function isSp(text: string, at: number): boolean {
  return text.charCodeAt(at) === 32;
}
