// When two URIs name the same thing (RFC 3261 §19.1.4, RFC 3966 §4, RFC 5954). Not transitive, and not meant to be.
import { sameHost } from './host.ts';
import type { Param } from './params.ts';
import { unescapeUri } from './uri.ts';
import type { SipUri, TelUri, Uri } from './uri.ts';

/** Parameters that must be in both URIs or in neither; others that are in one only are ignored. */
const decisive = ['user', 'ttl', 'method', 'maddr', 'transport'];

/** Whether two URIs are equal. Those of schemes that are not looked into are equal when their texts are. */
export function compareUris(left: Uri, right: Uri): boolean {
  if (left.scheme !== right.scheme) return false;
  if (left.kind === 'sip' && right.kind === 'sip') return compareSipUris(left, right);
  if (left.kind === 'tel' && right.kind === 'tel') return compareTelUris(left, right);
  return left.kind === 'opaque' && right.kind === 'opaque' && left.text === right.text;
}

function compareSipUris(left: SipUri, right: SipUri): boolean {
  if ((left.userSpan === undefined) !== (right.userSpan === undefined)) return false;
  if (unescapeUri(left.user) !== unescapeUri(right.user)) return false;
  if (unescaped(left.password) !== unescaped(right.password)) return false;
  // An explicit default port is another URI than no port: sip:a@x:5060 may be resolved without SRV.
  if (left.port !== right.port || !sameHost(left.host, right.host)) return false;
  return compareParams(left.params, right.params) && compareHeaders(left.headers, right.headers);
}

function compareParams(left: readonly Param[], right: readonly Param[]): boolean {
  const ours = valuesByName(left);
  const theirs = valuesByName(right);
  for (const name of decisive) if (ours.has(name) !== theirs.has(name)) return false;
  for (const [name, value] of ours) {
    const other = theirs.get(name);
    if (other !== undefined && other.toLowerCase() !== value.toLowerCase()) return false;
  }
  return true;
}

// URI headers are never ignored, but their order does not matter.
function compareHeaders(left: readonly Param[], right: readonly Param[]): boolean {
  const ours = valuesByName(left);
  const theirs = valuesByName(right);
  if (ours.size !== theirs.size) return false;
  for (const [name, value] of ours) if (theirs.get(name) !== value) return false;
  return true;
}

function valuesByName(params: readonly Param[]): Map<string, string> {
  return new Map(params.map(({ name, value }) => [unescapeUri(name), unescapeUri(value ?? '')]));
}

function compareTelUris(left: TelUri, right: TelUri): boolean {
  if (digitsOf(left.number) !== digitsOf(right.number)) return false;
  const ours = valuesByName(left.params);
  const theirs = valuesByName(right.params);
  if (ours.size !== theirs.size) return false;
  for (const [name, value] of ours) if (digitsOf(theirs.get(name) ?? '\0') !== digitsOf(value)) return false;
  return true;
}

// A telephone number without visual separators (RFC 3966 §5.1.1), in lower case.
function digitsOf(number: string): string {
  return number.replace(/[-.()]/g, '').toLowerCase();
}

function unescaped(text: string | undefined): string | undefined {
  return text === undefined ? undefined : unescapeUri(text);
}
