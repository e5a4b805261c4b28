// What a packet is that carries neither UDP nor TCP: by the protocol number of IP, or by what stands there instead of IP.
import { ENCRYPTED } from '../packet/cursor.ts';
import type { PacketClass } from './classes.ts';

/** IANA protocol numbers. */
const protocols: ReadonlyMap<number, PacketClass> = new Map([
  [1, 'icmp'],
  [58, 'icmp'],
  [2, 'igmp'],
  [50, 'ipsec'],
  [51, 'ipsec'],
  [89, 'ospf'],
  [132, 'sctp'],
]);

/** By what stands instead of IP: ethertypes, below 0x600 the access points of IEEE 802.2, and layers of the packet room. */
const networks: ReadonlyMap<number, PacketClass> = new Map([
  [0x0806, 'arp'],
  [0x8035, 'arp'],
  [0x88cc, 'lldp'],
  [0x888e, 'eapol'],
  [0x42, 'stp'],
  [ENCRYPTED, 'encryptedLink'],
]);

/** The class of an IP packet by its protocol. */
export function classOfProtocol(protocol: number): PacketClass {
  return protocols.get(protocol) ?? 'otherIp';
}

/** The class of a packet that is not IP by what stands there instead. */
export function classOfNetwork(layer: number): PacketClass {
  return networks.get(layer) ?? 'otherLink';
}
