// Addresses as they stand in text become bytes.

/** One end of a message: 4 or 16 bytes, and a port (0 when it is not told). */
export interface LoggedEndpoint {
  readonly address: Uint8Array;
  readonly port: number;
}

/** Matches an address with or without a port, IPv6 in brackets; what it matches is for `endpointOf` to judge. */
export const ENDPOINT = String.raw`(?:\[[\w.:%]{2,60}\](?::\d{1,5})?|\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?)`;

/** `192.0.2.10:5060`, `192.0.2.10`, `[2001:db8::1]:5060`; undefined for anything else. */
export function endpointOf(text: string): LoggedEndpoint | undefined {
  const [, inBrackets, plain, port] = /^(?:\[([^\]]+)\]|([\d.]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const address = addressOf(inBrackets ?? plain ?? '');
  return address && Number(port ?? 0) <= 65_535 ? { address, port: Number(port ?? 0) } : undefined;
}

/** The bytes of an address without port and brackets: 4 or 16 of them. */
export function addressOf(text: string): Uint8Array | undefined {
  if (!text.includes(':')) return v4Of(text);
  const [address = ''] = text.split('%');
  const sides = address.split('::');
  if (sides.length > 2) return undefined;
  const [left, right] = [groupsOf(sides[0] ?? ''), groupsOf(sides[1] ?? '')];
  if (!left || !right) return undefined;
  const missing = 16 - left.length - right.length;
  if (sides.length === 1 ? missing !== 0 : missing < 2) return undefined;
  return Uint8Array.from([...left, ...new Uint8Array(missing), ...right]);
}

function v4Of(text: string): Uint8Array | undefined {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return undefined;
  const bytes = text.split('.').map(Number);
  return bytes.some((byte) => byte > 255) ? undefined : Uint8Array.from(bytes);
}

/** Groups of 16 bits, the last of which may be written as IPv4. */
function groupsOf(text: string): readonly number[] | undefined {
  if (text === '') return [];
  const bytes: number[] = [];
  for (const group of text.split(':')) {
    const v4 = group.includes('.') ? v4Of(group) : undefined;
    if (v4) bytes.push(...v4);
    else if (/^[0-9A-Fa-f]{1,4}$/.test(group))
      bytes.push(Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255);
    else return undefined;
  }
  return bytes;
}
