// What people call the classes of packets, behind a number: `12,040 RTP`.
import type { PacketClass } from '../ledger/classes.ts';
import { say } from '../text/say.ts';

const names = {
  sip: '{count, plural, one {SIP packet} other {SIP packets}}',
  sipLike: 'similar to SIP',
  keepAlive: '{count, plural, one {keep-alive} other {keep-alives}}',
  hep: 'HEP',
  rtp: 'RTP',
  rtcp: 'RTCP',
  stun: 'STUN',
  dtls: 'DTLS',
  zrtp: 'ZRTP',
  t38: 'T.38',
  mgcp: 'MGCP',
  h323: 'H.323',
  iax2: 'IAX2',
  skinny: 'Skinny',
  msrp: 'MSRP',
  diameter: 'Diameter',
  tls: 'TLS',
  quic: 'QUIC',
  http: 'HTTP',
  rtsp: 'RTSP',
  ssh: 'SSH',
  dns: 'DNS',
  mdns: 'mDNS',
  llmnr: 'LLMNR',
  netbios: 'NetBIOS',
  dhcp: 'DHCP',
  ntp: 'NTP',
  snmp: 'SNMP',
  syslog: 'syslog',
  radius: 'RADIUS',
  tftp: 'TFTP',
  ssdp: 'SSDP',
  otherUdp: 'other UDP',
  otherTcp: 'other TCP',
  sctp: 'SCTP',
  ipsec: 'IPsec',
  icmp: 'ICMP',
  igmp: 'IGMP',
  ospf: 'OSPF',
  otherIp: 'other IP',
  arp: 'ARP',
  lldp: 'LLDP',
  stp: 'STP',
  eapol: '802.1X',
  encryptedLink: 'encrypted on the link',
  otherLink: 'not IP',
  fragment: '{count, plural, one {fragment} other {fragments}}',
  undecoded: 'not decoded',
} as const satisfies Record<PacketClass, string>;

const OTHER = '{count, plural, one {other} other {others}}';

/** `12,040 RTP`, `1 keep-alive`. */
export function countOfClass(name: PacketClass, count: number, locale: string): string {
  return `${grouped(count, locale)} ${say(names[name], { count }, locale)}`;
}

/** `44 others`: packets of classes that are not worth their names. */
export function countOfOthers(count: number, locale: string): string {
  return `${grouped(count, locale)} ${say(OTHER, { count }, locale)}`;
}

const formats = new Map<string, Intl.NumberFormat>();

/** A number as people write it: `12,040`. */
export function grouped(count: number, locale: string): string {
  let format = formats.get(locale);
  if (!format) {
    format = new Intl.NumberFormat(locale);
    formats.set(locale, format);
  }
  return format.format(count);
}
