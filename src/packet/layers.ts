// The way from the beginning of a frame, or of what a tunnel carries, to IP: which reader stands for which number.
import * as types from '../capture/link-types.ts';
import {
  AMSDU,
  type Cursor,
  ETHERNET,
  type HeaderReader,
  IP,
  IPV4,
  IPV6,
  LINK_TYPES,
  LLC,
  MPLS,
  MPLS_PAYLOAD,
  PPP,
  PPPOE,
  SWAPPED_WIFI,
} from './cursor.ts';
import { behindJuniper, readEnc, readIpnet, readNflog, readPflog, readPktap } from './host-capture.ts';
import * as link from './link.ts';
import { readMplsLabel, readMplsPayload } from './mpls.ts';
import { behindDirection, readCiscoHdlc, readFrameRelay, readHdlcLine, readPpp, readPppoe } from './ppp.ts';
import { readAvs, readPpi, readPrism, readRadiotap, readSubframe, readSwappedWifi, readWifi } from './wireless.ts';

const layerReaders: readonly (readonly [number, HeaderReader])[] = [
  [ETHERNET, link.readEthernet],
  [LLC, link.readLlc],
  [IP, link.readRawIp],
  [0x8100, link.readVlan],
  [0x88a8, link.readVlan],
  [0x9100, link.readVlan],
  [0x9200, link.readVlan],
  [0x9300, link.readVlan],
  [0x88e7, link.readBackboneTag],
  [0x88e5, link.readMacsec],
  [MPLS, readMplsLabel],
  // Labels that were once meant for multicast.
  [0x8848, readMplsLabel],
  [MPLS_PAYLOAD, readMplsPayload],
  [PPPOE, readPppoe],
  [PPP, readPpp],
  [AMSDU, readSubframe],
  [SWAPPED_WIFI, readSwappedWifi],
];

const linkReaders: readonly (readonly [number, HeaderReader])[] = [
  [types.LINK_NULL, link.readLoopback],
  [types.LINK_ETHERNET, link.readEthernet],
  [types.LINK_PPP, readHdlcLine],
  [types.LINK_RAW_BSD, link.readRawIp],
  [types.LINK_RAW_OPENBSD, link.readRawIp],
  [types.LINK_PPP_SERIAL, readHdlcLine],
  [types.LINK_PPPOE, readPppoe],
  [types.LINK_LLC, link.readLlc],
  [types.LINK_RAW_IP, link.readRawIp],
  [types.LINK_CISCO_HDLC, readHdlcLine],
  [types.LINK_WIFI, readWifi],
  [types.LINK_FRAME_RELAY, readFrameRelay],
  [types.LINK_LOOP, link.readLoopback],
  [types.LINK_ENC, readEnc],
  [types.LINK_SLL, link.readSll],
  [types.LINK_PFLOG, readPflog],
  [types.LINK_PRISM, readPrism],
  [types.LINK_RADIOTAP, readRadiotap],
  [types.LINK_PKTAP_APPLE, readPktap],
  [types.LINK_AVS, readAvs],
  [types.LINK_PPP_PPPD, readPpp],
  [types.LINK_JUNIPER_ETHERNET, behindJuniper(ETHERNET)],
  [types.LINK_JUNIPER_PPP, behindJuniper(PPP)],
  [types.LINK_JUNIPER_FRAME_RELAY, behindJuniper(LINK_TYPES + types.LINK_FRAME_RELAY)],
  [types.LINK_JUNIPER_HDLC, behindJuniper(LINK_TYPES + types.LINK_CISCO_HDLC)],
  [types.LINK_PPI, readPpi],
  [types.LINK_PPP_WITH_DIRECTION, behindDirection(readPpp)],
  [types.LINK_HDLC_WITH_DIRECTION, behindDirection(readCiscoHdlc)],
  [types.LINK_FRAME_RELAY_WITH_DIRECTION, behindDirection(readFrameRelay)],
  [types.LINK_IPNET, readIpnet],
  [types.LINK_IPV4, link.readRawIp],
  [types.LINK_IPV6, link.readRawIp],
  [types.LINK_NFLOG, readNflog],
  [types.LINK_PKTAP, readPktap],
  [types.LINK_SLL2, link.readSll2],
];

const readers: ReadonlyMap<number, HeaderReader> = new Map([
  ...layerReaders,
  ...linkReaders.map(([linkType, read]) => [LINK_TYPES + linkType, read] as const),
]);

/** The reader of what stands at a cursor; `undefined` for what is looked through no further: IP, ARP … */
export function readerOf(layer: number): HeaderReader | undefined {
  return readers.get(layer);
}

/** A header was cut off or contradicts itself. */
export const BAD_HEADER = -1;
/** More headers stand here than were allowed. */
export const TOO_MANY_HEADERS = -2;

/**
 * Moves the cursor through link layers, tags and labels.
 * @param headers How many of them are allowed.
 * @returns How many more would have been, or what went wrong. The cursor then stands where no reader leads on: mostly at IP.
 */
export function passLayers(cursor: Cursor, headers: number): number {
  for (let left = headers; ; left--) {
    if (cursor.layer === IPV4 || cursor.layer === IPV6) return left;
    const read = readers.get(cursor.layer);
    if (read === undefined) return left;
    if (left === 0) return TOO_MANY_HEADERS;
    if (!read(cursor)) return BAD_HEADER;
  }
}
