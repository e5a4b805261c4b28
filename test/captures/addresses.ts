// Every address and every name that a capture holds: in its headers, in its SIP, in what an ICMP error quotes.
import { createCaptureReader } from '../../src/capture/reader.ts';

/** Where the network layer begins, and which bytes say what it is, by link type. */
const LINKS: ReadonlyMap<number, { readonly type: number; readonly header: number }> = new Map([
  [1, { type: 12, header: 14 }],
  [113, { type: 14, header: 16 }],
  [276, { type: 0, header: 20 }],
]);
const IPV4 = 0x0800;
const IPV6 = 0x86dd;
const ICMP = 1;

/** Addresses in the IP headers of all packets. @throws RangeError at a packet that is not IP: nobody would look into it. */
export function headerAddresses(capture: Uint8Array): Set<string> {
  const found = new Set<string>();
  const reader = createCaptureReader(
    (frame) => {
      const link = LINKS.get(frame.linkType);
      const packet = Buffer.from(frame.bytes.buffer, frame.bytes.byteOffset + frame.start, frame.end - frame.start);
      const type = link ? packet.readUInt16BE(link.type) : 0;
      if (!link || (type !== IPV4 && type !== IPV6)) throw new RangeError(`frame ${frame.number} is not IP`);
      const ip = packet.subarray(link.header);
      for (const address of type === IPV4 ? ipv4Addresses(ip) : ipv6Addresses(ip)) found.add(address);
    },
    () => undefined,
  );
  reader.push(capture);
  reader.end();
  return found;
}

function ipv4Addresses(ip: Buffer): string[] {
  const headerLength = (ip.readUInt8(0) & 15) * 4;
  const own = [ip.subarray(12, 16).join('.'), ip.subarray(16, 20).join('.')];
  return ip.readUInt8(9) === ICMP ? [...own, ...ipv4Addresses(ip.subarray(headerLength + 8))] : own;
}

function ipv6Addresses(ip: Buffer): string[] {
  return [8, 24].map((at) =>
    Array.from({ length: 8 }, (_, group) => ip.readUInt16BE(at + 2 * group).toString(16)).join(':'),
  );
}

/** Everything in the text of a capture that reads like an IPv4 or IPv6 address. */
export function textAddresses(capture: Uint8Array): Set<string> {
  const text = Buffer.from(capture).toString('latin1');
  return new Set([
    ...(text.match(/(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.])/g) ?? []),
    ...(text.match(/(?<![\w:])[\da-f]{1,4}:(?:[\da-f]{0,4}:){1,6}[\da-f]{1,4}(?![\w:])/gi) ?? []),
  ]);
}

/** Hosts in the text of a capture that are names: in URIs, Call-IDs, Vias and realms, and what stands alone and ends like one. */
export function textNames(capture: Uint8Array): Set<string> {
  const text = Buffer.from(capture).toString('latin1');
  const behind = text.matchAll(
    /(?:sips?:(?:[^\s@<>;]*@)?|^Call-ID: \S*@|^Via: SIP\/2\.0\/\w+ |realm=")((?:[a-z\d-]+\.)*[a-z][a-z\d-]*)(?=[\s;:>,"?]|$)/gim,
  );
  const alone = text.matchAll(/(?<![\w.])((?:[a-z\d-]+\.)+(?:com|net|org|test|local|lan|de|io|invalid))(?![\w.])/gi);
  return new Set([...behind, ...alone].map(([, name = '']) => name.toLowerCase()));
}

/** Whether an address is one of those that documents may use, or belongs to no host at all. */
export function isForDocuments(address: string): boolean {
  if (address.includes(':'))
    return /^(2001:0?db8|fe80|ff0[0-9a-f]):/i.test(address) || /^(0:){7}[01]$|^::1?$/.test(address);
  return /^(192\.0\.2|198\.51\.100|203\.0\.113)\./.test(address) || /^(127\.|0\.0\.0\.0$|22[4-9]\.)/.test(address);
}

/** Whether a name is one of those that nobody owns (RFC 2606). */
export function isForExamples(name: string): boolean {
  return /(^|\.)example(\.com|\.net|\.org)?$|\.test$|\.invalid$|^localhost$/.test(name);
}
