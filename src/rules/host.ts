// The host of an endpoint or a header value, and whether an address can be reached from outside its own network.
import type { SipMessage } from '../sip/message.ts';
import { parseUri } from '../sip/uri.ts';

/** The IP address of an endpoint `ip:port` (IPv6 without its brackets). */
export function hostOf(endpoint: string): string {
  const colon = endpoint.lastIndexOf(':');
  const host = colon < 0 ? endpoint : endpoint.slice(0, colon);
  return host.startsWith('[') ? host.slice(1, -1) : host;
}

/** Who a URI names: the user of a SIP URI, the number of a tel URI; '' where it names a host only. */
export function userOf(uri: string): string {
  const parsed = parseUri(uri);
  if (parsed.kind === 'sip') return parsed.user;
  return parsed.kind === 'tel' ? parsed.number : '';
}

/** The host that a request to the first Contact of a message goes to; '' where there is none. */
export function contactHostOf(message: SipMessage): string {
  const uri = message.contacts[0]?.uri;
  return uri?.kind === 'sip' ? uri.host : '';
}

/** Whether an IPv4 address is private (RFC 1918), shared (RFC 6598) or link-local, or an IPv6 one unique local or link-local. */
export function isPrivateAddress(host: string): boolean {
  const parts = host.split('.', 5);
  if (parts.length === 4) {
    const [first = NaN, second = NaN] = parts.map(Number);
    if (parts.some((part) => part === '' || !(Number(part) >= 0 && Number(part) <= 255))) return false;
    if (first === 10) return true;
    if (first === 172) return second >= 16 && second <= 31;
    if (first === 192) return second === 168;
    if (first === 100) return second >= 64 && second <= 127;
    return first === 169 && second === 254;
  }
  return /^(f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]):/i.test(host);
}
