// Datagrams of all kinds, on bytes as the protocols draw them, and what each is.
import type { PacketClass } from '../../src/ledger/classes.ts';
import type { Sending } from './segments.ts';

const zeros = (count: number): string => '00'.repeat(count);
/** Sent to a port. */
export const to = (destinationPort: number): Sending => ({ destinationPort });
const from = (sourcePort: number): Sending => ({ sourcePort });

const RTP = `80 08 12 34 00 00 00 a0 11 22 33 44 ${'d5'.repeat(160)}`;
const SENDER_REPORT = `80 c8 00 06 11 22 33 44 ${zeros(20)} 81 ca 00 02 11 22 33 44 01 00 00 00`;
const BINDING_REQUEST = '00 01 00 08 21 12 a4 42 0102030405060708090a0b0c 80 22 00 04 74 65 73 74';
const CLIENT_HELLO = `16 fe ff 00 00 00 00 00 00 00 00 00 10 01 00 00 04 00 00 00 00 00 00 00 04 fe fd 00 00`;
const DNS_QUERY = '12 34 01 00 00 01 00 00 00 00 00 00 07 65 78 61 6d 70 6c 65 03 63 6f 6d 00 00 01 00 01';
const IKE = `0102030405060708 ${zeros(8)} 21 20 22 08 00000000 0000001c`;

/** Name, payload, class, ports. */
export const datagrams: readonly (readonly [string, string | readonly number[], PacketClass, Sending?])[] = [
  ['an OPTIONS', 'OPTIONS sip:bob@example.com SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1\r\n\r\n', 'sip'],
  ['a 200 on a port that DNS has', 'SIP/2.0 200 OK\r\n\r\n', 'sip', to(53)],
  ['an INVITE behind a keep-alive', '\r\n\r\nINVITE sip:bob@example.com SIP/2.0\r\n\r\n', 'sip', to(5060)],
  ['the double CRLF of RFC 5626', '\r\n\r\n', 'keepAlive', to(5060)],
  ['a single CRLF', '\r\n', 'keepAlive', from(5060)],
  ['four zeros', zeros(4), 'keepAlive', to(5060)],
  ['nothing at all', '', 'keepAlive'],
  ['what some telephones send', 'jaK', 'keepAlive', to(5060)],
  ['four bytes that stand for something else', '01 02 03 04', 'otherUdp', to(9000)],
  ['HEP version 3', '48 45 50 33 00 10 00 00 00 01 00 07 02 00 00 0b', 'hep', to(9060)],
  [
    'HEP version 2',
    `02 10 02 11 13 c4 13 c4 c0000201 c0000202 ${zeros(12)} 5349502f322e3020323030204f4b0d0a`,
    'hep',
    to(9060),
  ],
  ['HEP version 1', '01 10 02 11 13 c4 13 c4 c0000201 c0000202 5349502f322e3020323030204f4b0d0a', 'hep', to(9060)],
  ['G.711 in RTP', RTP, 'rtp'],
  ['RTP with two contributing sources', `82 60 0001 00000000 00000001 00000002 00000003 ffff`, 'rtp'],
  ['RTP with an extension', '90 6f 0001 00000000 00000001 bede 0001 10ff0000 11', 'rtp'],
  ['RTP whose extension is longer than the datagram', '90 6f 0001 00000000 00000001 bede 0100 10ff0000', 'otherUdp'],
  ['an RTP event on a port that RADIUS has', '80 e5 0001 00000000 00000001 0a 80 0000', 'rtp', to(1812)],
  ['RTP without payload, as a keep-alive', '80 14 0001 00000000 00000001', 'rtp'],
  ['RTP that is too short', '80 08 0001 00000000 0000', 'otherUdp'],
  ['a payload type that RTP leaves to RTCP', '80 48 0001 00000000 00000001', 'otherUdp'],
  ['RTP cut off by the snap length', '80 08 12 34 00 00 00 a0', 'rtp', { missing: 164 }],
  ['a sender report', SENDER_REPORT, 'rtcp'],
  ['an RTCP length that leads out of the datagram', '80 c8 00 40 11 22 33 44', 'otherUdp'],
  ['feedback', '81 cd 00 03 00000001 00000002 0001 0000', 'rtcp'],
  ['a STUN binding request', BINDING_REQUEST, 'stun'],
  ['STUN of 2003, without a cookie', `00 01 00 00 ${zeros(16)}`, 'stun', to(3478)],
  ['the same between media ports, with a user name', `00 01 00 08 ${'17'.repeat(16)} 00 06 00 04 61 62 63 64`, 'stun'],
  [
    'what has the type of STUN and nothing else of it',
    `00 01 00 08 ${'17'.repeat(16)} 00 06 00 08 61 62 63 64`,
    'otherUdp',
  ],
  ['a word on a port of SIP', 'hello', 'keepAlive', from(5060)],
  ['what a TURN server relays', `40 01 00 ac ${RTP}`, 'stun', from(3478)],
  ['a DTLS hello', CLIENT_HELLO, 'dtls'],
  ['ZRTP', `10 00 00 01 5a 52 54 50 ${zeros(8)}`, 'zrtp'],
  ['the first packet of a fax: no signal', '00 00 01 00 00 00', 't38'],
  ['fax data with a copy of the packet before', '00 21 05 c0 01 80 00 0a 00 01 05 c0 01 80 00 0b', 't38'],
  ['nearly fax: a byte is left over', '00 21 05 c0 01 80 00 0a 00 01 05 c0 01 80 00 0b 00', 'otherUdp'],
  ['an MGCP command', 'CRCX 1204 aaln/1@rgw.example.net MGCP 1.0\nC: 1\n', 'mgcp', to(30_001)],
  ['an MGCP response', '200 1204 OK\n', 'mgcp', from(2427)],
  ['an IAX2 full frame', '80 01 00 00 00 00 00 03 00 00 06 01', 'iax2', to(4569)],
  ['an IAX2 mini frame', `00 01 12 34 ${'d5'.repeat(160)}`, 'iax2', from(4569)],
  ['H.225 RAS', '16 80 00 00 06 00 08 91 4a', 'h323', to(1719)],
  ['a QUIC initial packet', `c3 00 00 00 01 08 ${zeros(40)}`, 'quic'],
  ['QUIC under way', `43 ${'5a'.repeat(40)}`, 'quic', to(443)],
  ['a DNS query', DNS_QUERY, 'dns', to(53)],
  ['a DNS response', `12 34 81 80 00 01 00 01 00 00 00 00 ${zeros(20)}`, 'dns', from(53)],
  ['mDNS', DNS_QUERY, 'mdns', to(5353)],
  ['LLMNR whose id looks like RTP', `80 08 00 00 00 01 00 00 00 00 00 00 ${zeros(12)}`, 'llmnr', to(5355)],
  ['a NetBIOS name', `80 01 01 10 00 01 00 00 00 00 00 00 ${zeros(38)}`, 'netbios', to(137)],
  ['a NetBIOS datagram', `11 0a 80 01 c0000201 008a 00bb`, 'netbios', to(138)],
  ['DHCP', `01 01 06 00 ${zeros(232)} 63 82 53 63 35 01 01 ff`, 'dhcp', to(67)],
  ['DHCPv6', '01 12 34 56 00 01 00 00', 'dhcp', to(547)],
  ['NTP', `23 02 06 e8 ${zeros(44)}`, 'ntp', to(123)],
  [
    'SNMP',
    '30 1d 02 01 01 04 06 70 75 62 6c 69 63 a0 10 02 04 00 00 00 01 02 01 00 02 01 00 30 02 30 00',
    'snmp',
    to(161),
  ],
  ['a log line', '<34>Oct 11 22:14:15 pbx su: failed', 'syslog', to(514)],
  ['a RADIUS request', `01 05 00 14 ${zeros(16)}`, 'radius', to(1812)],
  ['TFTP', '00 01 53 45 50 2e 63 6e 66 00 6f 63 74 65 74 00', 'tftp', to(69)],
  ['IKE', IKE, 'ipsec', to(500)],
  ['IKE behind a NAT', `00000000 ${IKE}`, 'ipsec', to(4500)],
  ['ESP behind a NAT', `c0 ff ee 01 00 00 00 01 ${'77'.repeat(64)}`, 'ipsec', to(4500)],
  ['UPnP', 'M-SEARCH * HTTP/1.1\r\n\r\n', 'ssdp', to(1900)],
  ['anything else', 'ff fe fd fc fb fa', 'otherUdp'],
  ['text of somebody else', 'hello, is anybody there?', 'otherUdp', to(5060)],
  ['of which the capture holds no byte', '', 'otherUdp', { missing: 172 }],
];
