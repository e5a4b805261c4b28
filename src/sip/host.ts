// IP addresses as text: which texts are one, and when two of them are the same (RFC 3986 §3.2.2, RFC 5954).

const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const ipv4 = new RegExp(`^${octet}(?:\\.${octet}){3}$`);

/** Whether a text is an IPv4 address: four numbers up to 255 without leading zeros. */
export function isIpv4(text: string): boolean {
  return ipv4.test(text);
}

/** Whether a text is an IPv6 address, without brackets. */
export function isIpv6(text: string): boolean {
  return ipv6Groups(text) !== undefined;
}

/** The eight groups of an IPv6 address, `::` and an IPv4 tail resolved; undefined when it is none. */
export function ipv6Groups(text: string): readonly number[] | undefined {
  if (text.length > 45) return undefined;
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head = '', tail] = halves;
  const front = groupsOf(head, tail === undefined);
  const back = tail === undefined ? [] : groupsOf(tail, true);
  if (!front || !back) return undefined;
  const missing = 8 - front.length - back.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  return [...front, ...Array.from({ length: missing }, () => 0), ...back];
}

function groupsOf(text: string, mayEndInIpv4: boolean): number[] | undefined {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    if (/^[0-9A-Fa-f]{1,4}$/.test(part)) groups.push(Number.parseInt(part, 16));
    else if (mayEndInIpv4 && index === parts.length - 1 && isIpv4(part)) {
      const [a = 0, b = 0, c = 0, d = 0] = part.split('.').map(Number);
      groups.push(a * 256 + b, c * 256 + d);
    } else return undefined;
  }
  return groups;
}

/** Whether two hosts are the same: addresses by value (an IPv4-mapped one equals its IPv4), names in any case. */
export function sameHost(a: string, b: string): boolean {
  return hostKey(a) === hostKey(b);
}

function hostKey(host: string): string {
  // The old ABNF of RFC 3261 wrote a colon too many before an IPv4 tail (RFC 5118 §4.10).
  const groups = host.includes(':') ? ipv6Groups(host.replace(':::', '::')) : undefined;
  if (!groups) return host.toLowerCase();
  const [g5 = 0, g6 = 0, g7 = 0] = groups.slice(5);
  const mapped = g5 === 0xffff && groups.slice(0, 5).every((group) => group === 0);
  if (mapped) return [g6 >> 8, g6 & 255, g7 >> 8, g7 & 255].join('.');
  return groups.map((group) => group.toString(16)).join(':');
}
