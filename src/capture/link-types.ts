// LINKTYPE_ numbers (tcpdump.org/linktypes.html) and the names they go by in output.

export const LINK_NULL = 0;
export const LINK_ETHERNET = 1;
export const LINK_PPP = 9;
/** DLT_RAW as some BSDs wrote it into files. */
export const LINK_RAW_BSD = 12;
export const LINK_RAW_OPENBSD = 14;
export const LINK_PPP_SERIAL = 50;
export const LINK_PPPOE = 51;
/** LLC over ATM (RFC 2684). */
export const LINK_LLC = 100;
export const LINK_RAW_IP = 101;
export const LINK_CISCO_HDLC = 104;
export const LINK_WIFI = 105;
export const LINK_FRAME_RELAY = 107;
export const LINK_LOOP = 108;
export const LINK_ENC = 109;
export const LINK_SLL = 113;
export const LINK_PFLOG = 117;
export const LINK_PRISM = 119;
export const LINK_RADIOTAP = 127;
/** DLT_USER2, as Apple's tcpdump writes it. */
export const LINK_PKTAP_APPLE = 149;
export const LINK_AVS = 163;
export const LINK_PPP_PPPD = 166;
export const LINK_JUNIPER_ETHERNET = 178;
export const LINK_JUNIPER_PPP = 179;
export const LINK_JUNIPER_FRAME_RELAY = 180;
export const LINK_JUNIPER_HDLC = 181;
export const LINK_PPI = 192;
export const LINK_PPP_WITH_DIRECTION = 204;
export const LINK_HDLC_WITH_DIRECTION = 205;
export const LINK_FRAME_RELAY_WITH_DIRECTION = 206;
export const LINK_IPNET = 226;
export const LINK_IPV4 = 228;
export const LINK_IPV6 = 229;
export const LINK_NFLOG = 239;
/** What Wireshark exports without its lower layers. */
export const LINK_EXPORTED_PDU = 252;
export const LINK_PKTAP = 258;
export const LINK_SLL2 = 276;
/** Added to the link types of other formats that have no LINKTYPE_ number: nobody will give these out. */
export const UNASSIGNED_LINK_TYPES = 0x10000;

const names: ReadonlyMap<number, string> = new Map([
  [LINK_NULL, 'bsd-null'],
  [LINK_ETHERNET, 'ethernet'],
  [LINK_PPP, 'ppp'],
  [LINK_RAW_BSD, 'raw-ip'],
  [LINK_RAW_OPENBSD, 'raw-ip'],
  [LINK_PPP_SERIAL, 'ppp-serial'],
  [LINK_PPPOE, 'pppoe'],
  [LINK_LLC, 'llc'],
  [LINK_RAW_IP, 'raw-ip'],
  [LINK_CISCO_HDLC, 'cisco-hdlc'],
  [LINK_WIFI, 'ieee80211'],
  [LINK_FRAME_RELAY, 'frame-relay'],
  [LINK_LOOP, 'bsd-loop'],
  [LINK_ENC, 'bsd-enc'],
  [LINK_SLL, 'linux-sll'],
  [LINK_PFLOG, 'pflog'],
  [LINK_PRISM, 'ieee80211-prism'],
  [LINK_RADIOTAP, 'ieee80211-radiotap'],
  [LINK_PKTAP_APPLE, 'pktap'],
  [LINK_AVS, 'ieee80211-avs'],
  [LINK_PPP_PPPD, 'ppp-pppd'],
  [LINK_JUNIPER_ETHERNET, 'juniper-ethernet'],
  [LINK_JUNIPER_PPP, 'juniper-ppp'],
  [LINK_JUNIPER_FRAME_RELAY, 'juniper-frame-relay'],
  [LINK_JUNIPER_HDLC, 'juniper-cisco-hdlc'],
  [LINK_PPI, 'ppi'],
  [LINK_PPP_WITH_DIRECTION, 'ppp-with-direction'],
  [LINK_HDLC_WITH_DIRECTION, 'cisco-hdlc-with-direction'],
  [LINK_FRAME_RELAY_WITH_DIRECTION, 'frame-relay-with-direction'],
  [LINK_IPNET, 'ipnet'],
  [LINK_IPV4, 'raw-ipv4'],
  [LINK_IPV6, 'raw-ipv6'],
  [LINK_NFLOG, 'nflog'],
  [LINK_EXPORTED_PDU, 'exported-pdu'],
  [LINK_PKTAP, 'pktap'],
  [LINK_SLL2, 'linux-sll2'],
]);

/** The name of a LINKTYPE_ number in output: `ethernet`, `linux-sll2`, or `linktype-<n>` for what is not decoded. */
export function linkTypeName(linkType: number): string {
  return names.get(linkType) ?? `linktype-${linkType}`;
}
