// What can be wrong with a URI and with a host (RFC 3261 §19.1, §25.1; RFC 5954; RFC 5118).
import type { DefectList } from '../defects.ts';
import { isIpv4, isIpv6 } from '../host.ts';
import type { Param } from '../params.ts';
import type { HostPort, SipUri, Uri } from '../uri.ts';

// unreserved / escaped / user-unreserved, and the colon before a password
const userCharacters = /^[A-Za-z0-9\-_.!~*'()&=+$,;?/%:]*$/;
const hostCharacters = /^[A-Za-z0-9._-]+$/;

/** Notes what is wrong with a URI. URIs of other schemes are not judged. */
export function checkUri(text: string, uri: Uri, list: DefectList, header?: string): void {
  const about = header === undefined ? {} : { header };
  if (uri.kind === 'opaque' && uri.scheme === '') list.add('uri-scheme', uri.span.start, uri.span.end, about);
  if (uri.kind !== 'sip') return;
  checkUser(text, uri, list, header);
  checkHost(text, uri, list, header);
  const behindHost = text.slice(uri.portSpan?.end ?? uri.hostSpan.end, uri.span.end);
  if (brokenEscape.test(behindHost)) list.add('uri-escape', uri.span.start, uri.span.end, about);
  checkDuplicates(uri.params, list, header);
}

const brokenEscape = /%(?![0-9A-Fa-f]{2})/;

function checkUser(text: string, uri: SipUri, list: DefectList, header: string | undefined): void {
  if (!uri.userSpan) return;
  const about = header === undefined ? {} : { header };
  const { start } = uri.userSpan;
  if (start === uri.userSpan.end) list.add('uri-user-empty', uri.span.start, uri.span.end, about);
  const end = uri.password === undefined ? uri.userSpan.end : uri.hostSpan.start - (uri.bracketed ? 2 : 1);
  const user = text.slice(start, end);
  if (brokenEscape.test(user)) list.add('uri-escape', start, end, about);
  else if (!userCharacters.test(user)) list.add('uri-character', start, end, about);
}

/** Notes what is wrong with the host and port of a URI or Via. */
export function checkHost(text: string, host: HostPort, list: DefectList, header?: string): void {
  const about = header === undefined ? {} : { header };
  checkPort(text, host, list, about);
  const { start, end } = host.hostSpan;
  if (host.host === '') list.add('uri-host-empty', start, end, about);
  else if (host.bracketed) checkIpv6(host, list, about);
  else if (host.host.includes('%')) list.add('uri-escaped-host', start, end, about);
  else if (host.host.includes(':')) list.add('ipv6-brackets', start, end, about);
  else if (!hostCharacters.test(host.host) || !isHostName(host.host)) list.add('uri-host', start, end, about);
  else if (host.host.includes('_')) list.add('host-underscore', start, end, about);
}

function checkPort(text: string, host: HostPort, list: DefectList, about: { header?: string }): void {
  if (!host.portSpan) return;
  const { start, end } = host.portSpan;
  const value = text.slice(start, end);
  if (host.port === undefined || host.port === 0 || host.port > 65535)
    list.add('uri-port', start, end, { ...about, value });
}

function checkIpv6(host: HostPort, list: DefectList, about: { header?: string }): void {
  const { start, end } = host.hostSpan;
  const zone = host.host.indexOf('%');
  const address = zone < 0 ? host.host : host.host.slice(0, zone);
  if (address.includes(':::')) list.add('ipv6-triple-colon', start, end, about);
  else if (!isIpv6(address)) list.add('uri-host', start, end, about);
  else if (zone >= 0) list.add('ipv6-zone', start, end, about);
  else if (!host.portSpan && /:50[6-9]\d$/.test(address)) list.add('ipv6-port-inside', start, end, about);
}

// A last label of digits alone makes it an IPv4 address or nothing (RFC 3261 §25.1 toplabel).
function isHostName(host: string): boolean {
  const name = host.endsWith('.') ? host.slice(0, -1) : host;
  const last = name.slice(name.lastIndexOf('.') + 1);
  if (/^\d+$/.test(last)) return isIpv4(host);
  return name.split('.').every((label) => label !== '' && !label.startsWith('-') && !label.endsWith('-'));
}

/** Notes the first parameter that stands in one value twice. */
export function checkDuplicates(params: readonly Param[], list: DefectList, header: string | undefined): void {
  if (params.length < 2) return;
  const names = new Set<string>();
  for (const { name, span } of params) {
    if (names.has(name)) {
      list.add(
        'duplicate-param',
        span.start,
        span.end,
        header === undefined ? { value: name } : { header, value: name },
      );
      return;
    }
    names.add(name);
  }
}
