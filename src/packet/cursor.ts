// Where decoding has come to in a frame, and what stands there. A header reader moves the cursor behind its header and says
// what comes next; so link layers, tags and tunnels can stand inside each other in any order.

/** Nothing that could lead to IP: ARP, spanning tree, a beacon … */
export const NOTHING = 0;
export const IPV4 = 0x0800;
export const IPV6 = 0x86dd;
/** Transparent Ethernet Bridging: a whole Ethernet frame. */
export const ETHERNET = 0x6558;
/** PPP, with or without its address and control bytes. */
export const PPP = 0x880b;
export const MPLS = 0x8847;
export const PPPOE = 0x8864;
/** IEEE 802.2 LLC. */
export const LLC = 0x10001;
/** A part of an IEEE 802.11 frame that aggregates several packets (A-MSDU). */
export const AMSDU = 0x10002;
/** Behind an MPLS label stack: nothing says what it is. */
export const MPLS_PAYLOAD = 0x10003;
/** An IP packet; its first nibble says of which version. */
export const IP = 0x10004;
/** What stands here is encrypted. */
export const ENCRYPTED = 0x10005;
/** What stands here was received with a wrong checksum. */
export const DAMAGED = 0x10006;
/** What stands here is a part of a wireless frame. */
export const WIRELESS_FRAGMENT = 0x10007;
/** An 802.11 frame whose frame control may be swapped. */
export const SWAPPED_WIFI = 0x10008;
/** A frame of a link type: LINK_TYPES + LINKTYPE_ number. */
export const LINK_TYPES = 0x1000000;

/** Where decoding has come to. One such object per decoder, moved on for each header. */
export interface Cursor {
  bytes: Uint8Array;
  /** What stands at `at`: an ethertype, or one of the numbers above, which are none. */
  layer: number;
  at: number;
  /** Where the captured bytes end. */
  end: number;
  /** Where the bytes on the wire ended: at least `end`. */
  wireEnd: number;
  /** Where in these bytes another packet of the same frame begins (A-MSDU), and ends; -1 when there is none. */
  restAt: number;
  restEnd: number;
  restWireEnd: number;
}

/** Reads the header at the cursor; false when it is cut off or contradicts itself. */
export type HeaderReader = (cursor: Cursor) => boolean;

/** A cursor to be set. */
export function newCursor(): Cursor {
  return {
    bytes: new Uint8Array(0),
    layer: NOTHING,
    at: 0,
    end: 0,
    wireEnd: 0,
    restAt: -1,
    restEnd: 0,
    restWireEnd: 0,
  };
}

/** Moves the cursor on by so many bytes, to a layer; false when they are not there. */
export function pass(cursor: Cursor, length: number, layer: number): boolean {
  cursor.at += length;
  cursor.layer = layer;
  return cursor.at <= cursor.end;
}
