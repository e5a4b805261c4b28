// What a packet can be. Every packet of an input has exactly one of these classes: the one in which it ended.

/** Every class of packets, in the order of the documents. */
export const packetClasses = [
  /** A SIP message, or a packet of a TCP connection that carries SIP, acknowledgements included. */
  'sip',
  /** Begins like SIP and carries no SIP header: another protocol. */
  'sipLike',
  /** Nothing but CR, LF, NUL or SP, or nothing at all (RFC 5626 §3.5, RFC 6263). */
  'keepAlive',
  /** A copy of something else in an HEP envelope; one that holds SIP is `sip`. */
  'hep',
  /** Media, told by its content: version 2, a payload type that is in use, a header that fits. SRTP looks the same. */
  'rtp',
  'rtcp',
  /** STUN and TURN, what a TURN server relays in a channel included. */
  'stun',
  'dtls',
  'zrtp',
  /** Fax over UDPTL. */
  't38',
  'mgcp',
  'h323',
  'iax2',
  'skinny',
  'msrp',
  'diameter',
  /** TLS that could not be decrypted, or that carries no SIP. */
  'tls',
  'quic',
  'http',
  'rtsp',
  'ssh',
  'dns',
  'mdns',
  'llmnr',
  'netbios',
  'dhcp',
  'ntp',
  'snmp',
  'syslog',
  'radius',
  'tftp',
  'ssdp',
  'otherUdp',
  'otherTcp',
  'sctp',
  /** ESP, AH and IKE. */
  'ipsec',
  'icmp',
  'igmp',
  'ospf',
  /** IP, and none of the above. */
  'otherIp',
  'arp',
  'lldp',
  'stp',
  /** IEEE 802.1X. */
  'eapol',
  /** Frames that are encrypted as a whole: Wi-Fi, MACsec. */
  'encryptedLink',
  /** No IP, and none of the above. */
  'otherLink',
  /** A part of an IP packet: of one that is not complete, or whose class its last part has. */
  'fragment',
  /** Damaged, or of a kind that is not understood. */
  'undecoded',
] as const;

/** The class of a packet, as it stands in the JSON (`inputs[].ledger.packets`). */
export type PacketClass = (typeof packetClasses)[number];

/** A class as the index of its counter. */
export type ClassIndex = number;

/** The index of a class. */
export function indexOf(name: PacketClass): ClassIndex {
  return packetClasses.indexOf(name);
}
