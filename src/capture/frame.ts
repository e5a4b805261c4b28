// What the capture room hands on: one packet record of a file.

/** A transport that a text names, where there are no packets that would show it. */
export type ToldTransport = 'udp' | 'tcp' | 'tls' | 'ws' | 'wss' | 'sctp';

/**
 * One captured packet. There is one such object per reader, overwritten for each packet (a packet that is not SIP must
 * not cost an allocation), and `bytes` is a view into a read chunk: whoever keeps anything copies it.
 */
export interface Frame {
  /** 1-based packet number in its file, as Wireshark counts. */
  number: number;
  /** Whole microseconds since 1970-01-01T00:00Z (floor), exact up to the year 2255. */
  timeUs: number;
  /** The rest of the timestamp below a microsecond: 0–999 ns. */
  nanos: number;
  /** LINKTYPE_ number of the interface the packet was captured on (tcpdump.org/linktypes). */
  linkType: number;
  /** Borrowed: holds the packet at [start, end). */
  bytes: Uint8Array;
  start: number;
  end: number;
  /** Length on the wire, in bytes; more than `end - start` when the capture was made with a snap length. */
  wireLength: number;
  /** Set where a packet was made of a message in a text: what carried the message, whatever the packet's headers say. */
  told?: ToldTransport | undefined;
}
