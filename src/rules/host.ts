// The host of an endpoint or a header value, and whether an address can be reached from outside its own network.

/** The IP address of an endpoint `ip:port` (IPv6 without its brackets). */
export function hostOf(endpoint: string): string {
  const colon = endpoint.lastIndexOf(':');
  const host = colon < 0 ? endpoint : endpoint.slice(0, colon);
  return host.startsWith('[') ? host.slice(1, -1) : host;
}

/** The SIP URI of a name-addr or addr-spec header value (RFC 3261 §20.10), without header parameters; '' where there is none. */
export function uriIn(value: string): string {
  const open = value.lastIndexOf('<');
  if (open >= 0) {
    const close = value.indexOf('>', open);
    return value.slice(open + 1, close < 0 ? value.length : close).trim();
  }
  const semicolon = value.indexOf(';');
  return (semicolon < 0 ? value : value.slice(0, semicolon)).trim();
}

/** Host of a SIP or SIPS URI, without port, parameters and brackets; '' where there is none. */
export function hostOfUri(uri: string): string {
  const start = Math.max(uri.indexOf('@'), uri.indexOf(':'));
  if (start < 0) return '';
  let end = start + 1;
  if (uri[end] === '[') {
    const close = uri.indexOf(']', end);
    return close < 0 ? '' : uri.slice(end + 1, close);
  }
  while (end < uri.length && !':;?> '.includes(uri.charAt(end))) end++;
  return uri.slice(start + 1, end);
}

/** User part of a SIP or SIPS URI; '' where there is none. */
export function userOf(uri: string): string {
  const at = uri.indexOf('@');
  return at < 0 ? '' : uri.slice(uri.indexOf(':') + 1, at);
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
