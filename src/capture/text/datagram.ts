// A message of a text becomes a packet: IPv4 or IPv6 and UDP around its bytes, so that everything behind the capture room
// treats it like any other. Ends that the text does not tell get addresses that nobody has.
import { addressOf, endpointOf, type LoggedEndpoint } from './endpoints.ts';
import type { Circumstances } from './markers.ts';

/** Between whom a message went. */
export interface Ends {
  readonly source: LoggedEndpoint;
  readonly destination: LoggedEndpoint;
  /** At least one of them is made up, or taken from the message itself. */
  readonly isGuessed: boolean;
}

const placeholder = (v4: string, v6: string): readonly [LoggedEndpoint, LoggedEndpoint] => [
  { address: addressOf(v4) ?? new Uint8Array(4), port: 0 },
  { address: addressOf(v6) ?? new Uint8Array(16), port: 0 },
];
/** The program that wrote the text, and the other side: in networks from which nothing is ever sent (RFC 1122, RFC 6666). */
const LOCAL = placeholder('0.0.0.1', '100::1');
const REMOTE = placeholder('0.0.0.2', '100::2');

/** Who sent a message, and to whom, as far as the text tells. */
export function endsOf({ source, destination, direction, remote }: Circumstances, text: string): Ends {
  if (source && destination && source.address.length === destination.address.length) {
    return { source, destination, isGuessed: false };
  }
  if (direction !== undefined) {
    const other = remote ?? REMOTE[0];
    const own = other.address.length === 4 ? LOCAL[0] : LOCAL[1];
    return direction === 'in'
      ? { source: other, destination: own, isGuessed: true }
      : { source: own, destination: other, isGuessed: true };
  }
  // Requests come from where the topmost Via says, and responses go there (RFC 3261 §18.2.2).
  const client = viaOf(text)?.sentBy ?? LOCAL[0];
  const server = client.address.length === 4 ? REMOTE[0] : REMOTE[1];
  return text.startsWith('SIP/')
    ? { source: server, destination: client, isGuessed: true }
    : { source: client, destination: server, isGuessed: true };
}

const topmostVia =
  /^(?:via|v)[ \t]*:[ \t]*SIP[ \t]*\/[ \t]*2\.0[ \t]*\/[ \t]*([\w-]{2,8})[ \t]+(\[[^\]\s]{2,60}\]|[^\s;:,]{1,255})(?:[ \t]*:[ \t]*(\d{1,5}))?/im;

/** The transport that the topmost Via names, and its sent-by where that is an address. */
export function viaOf(
  text: string,
): { readonly transport: string; readonly sentBy: LoggedEndpoint | undefined } | undefined {
  const [, transport, host = '', port] = topmostVia.exec(text.slice(0, text.indexOf('\r\n\r\n'))) ?? [];
  if (transport === undefined) return undefined;
  const isSecure = /^(?:tls|wss)$/i.test(transport);
  return { transport, sentBy: endpointOf(`${host}:${port ?? (isSecure ? '5061' : '5060')}`) };
}

const UDP = 17;

/** The packet. Its lengths are 0 where something is missing at its end: then the frame around it says how much. */
export function datagramOf({ source, destination }: Ends, id: number, text: string, missing: number): Uint8Array {
  const isV4 = source.address.length === 4;
  const headerBytes = isV4 ? 20 : 40;
  const packet = new Uint8Array(headerBytes + 8 + text.length);
  const view = new DataView(packet.buffer);
  const isWhole = missing === 0;
  if (isV4) {
    packet[0] = 0x45;
    if (isWhole) view.setUint16(2, packet.length);
    view.setUint16(4, id & 0xffff);
    packet[8] = 64;
    packet[9] = UDP;
    packet.set(source.address, 12);
    packet.set(destination.address, 16);
  } else {
    packet[0] = 0x60;
    if (isWhole) view.setUint16(4, packet.length - 40);
    packet[6] = UDP;
    packet[7] = 64;
    packet.set(source.address, 8);
    packet.set(destination.address, 24);
  }
  view.setUint16(headerBytes, source.port);
  view.setUint16(headerBytes + 2, destination.port);
  if (isWhole) view.setUint16(headerBytes + 4, 8 + text.length);
  for (let at = 0; at < text.length; at++) packet[headerBytes + 8 + at] = text.charCodeAt(at);
  return packet;
}
