// What the packets at the SIP door were, counted per input: the part of the ledger that only the stream room can know.
import type { HepContent } from './hep.ts';
import type { ConnectionContent } from './layer.ts';

/** Packets with payload; a connection counts in each input that holds some of its packets. */
export interface ContentCount {
  packets: number;
  connections: number;
}

/**
 * What came to the door in one input. The counts of TCP add up to all its TCP packets. UDP that is neither SIP nor HEP is
 * not counted: where several inputs are merged it does not come as far as the door.
 */
export interface Traffic {
  /** TCP packets with payload, retransmitted ones included, by what their connection carried. Complete when the door has ended. */
  readonly tcp: Readonly<Record<ConnectionContent, ContentCount>>;
  /** Of those on TLS connections: what was found inside, where it could be decrypted. */
  readonly insideTls: Readonly<Record<ConnectionContent, ContentCount>>;
  /** TCP packets without payload (handshakes, acknowledgements, ends), and resets. */
  tcpWithoutPayload: number;
  /** UDP datagrams. */
  readonly udp: Record<'sip' | 'hep', number>;
  /** HEP packets over UDP and TCP, by what they hold. */
  readonly hep: Record<HepContent, number>;
}

/** The traffic of an input of which nothing has come yet. */
export function noTraffic(): Traffic {
  return {
    tcp: noContents(),
    insideTls: noContents(),
    tcpWithoutPayload: 0,
    udp: { sip: 0, hep: 0 },
    hep: { sip: 0, other: 0, damaged: 0 },
  };
}

function noContents(): Record<ConnectionContent, ContentCount> {
  const none = (): ContentCount => ({ packets: 0, connections: 0 });
  return {
    undecided: none(),
    sip: none(),
    ws: none(),
    tls: none(),
    hep: none(),
    http: none(),
    other: none(),
  };
}
