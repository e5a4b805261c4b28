// What the flow room rebuilds from single messages. Plain data: the tracker writes it, everybody else only reads it.
//
//   Sighting  one copy of one message at one place on the wire
//   Transaction  a request and its responses at one hop (RFC 3261 §17)
//   Dialog    Call-ID and two tags (RFC 3261 §12)
//   Flow      one thing that somebody tried to do: a call, a registration, a subscription, …
import type { SipMessage } from '../sip/message.ts';
import type { Endpoint, Transport } from '../stream/arrival.ts';

/**
 * Why a sighting is there: `first` is new; `retransmission` is the same message sent again by the same sender at the
 * same hop; `duplicate` is the same packet captured twice (second interface, mirror port) and counts for nothing.
 */
export type SightingRole = 'first' | 'retransmission' | 'duplicate';

/** One copy of one message seen at one place on the wire. Owns its bytes. */
export interface Sighting {
  readonly message: SipMessage;
  /** Index into the inputs of the analysis. */
  readonly input: number;
  /** 1-based frame number in that input. */
  readonly frame: number;
  readonly timeUs: number;
  readonly nanos: number;
  readonly source: Endpoint;
  readonly destination: Endpoint;
  readonly transport: Transport;
  /** Fewer bytes were captured than were sent: whatever seems to be missing behind the cut may have been there. */
  readonly cut: boolean;
  /** It is cut because fragments of its packet are not in the capture. */
  readonly fragmentsMissing: boolean;
  readonly ipId: number;
  readonly role: SightingRole;
}

/** What an ICMP error says of a request: who could not be reached, or why the packet went no further. */
export type IcmpMeaning =
  | 'port-unreachable'
  | 'host-unreachable'
  | 'net-unreachable'
  | 'prohibited'
  | 'too-big'
  | 'time-exceeded'
  | 'other';

/** An ICMP error that quotes a request (RFC 792, RFC 4443): evidence that the request, or this copy of it, did not arrive. */
export interface IcmpError {
  readonly input: number;
  readonly frame: number;
  readonly timeUs: number;
  readonly nanos: number;
  /** Address of who sent it. */
  readonly reporter: string;
  readonly meaning: IcmpMeaning;
  /** Version, type and code as on the wire: `ICMP type 3, code 3`. */
  readonly wire: string;
}

/** How a transaction ended, as far as the capture shows. */
export type TransactionEnd =
  /** A final response was seen. */
  | 'completed'
  /** No final response within 64·T1, or within Timer C after a provisional, and the capture went on long enough to show one. */
  | 'timed-out'
  /** The capture (or, for an evicted flow, the attention) ended while it was open. */
  | 'open'
  /** ACK: has no response. */
  | 'unanswerable';

/** A request and its responses between two neighbours (RFC 3261 §17). The UAC is who sent the request at this hop. */
export interface Transaction {
  /** Method of the request; of an orphan response its CSeq method. An ACK to a non-2xx belongs to its INVITE. */
  readonly method: string;
  /** Branch of the top Via as it is on the wire; '' where there is none (RFC 2543). */
  readonly branch: string;
  readonly cseq: number;
  readonly client: Endpoint;
  readonly server: Endpoint;
  readonly transport: Transport;
  /** The request and its retransmissions, in order; empty where only responses were captured. Duplicates are left out. */
  readonly requests: readonly Sighting[];
  /** Provisional and final responses with their retransmissions, in order. Duplicates are left out. */
  readonly responses: readonly Sighting[];
  /** Sightings of the ACK to a non-2xx final of this INVITE (RFC 3261 §17.1.1.3). An ACK to a 2xx is found by its dialog. */
  readonly acks: readonly Sighting[];
  /** ICMP errors about its requests, in order. */
  readonly icmpErrors: readonly IcmpError[];
  /** The CANCEL that was sent for this INVITE; on a CANCEL, the INVITE it cancels. */
  readonly cancel?: Transaction;
  readonly cancels?: Transaction;
  /** The same request one hop earlier (nearer to the caller), when that hop was captured: found by the Via stack. */
  readonly previousHop?: Transaction;
  readonly nextHops: readonly Transaction[];
  readonly end: TransactionEnd;
}

/** Call-ID and two tags (RFC 3261 §12). Caller is who sent the request that made it, on every hop it was captured on. */
export interface Dialog {
  readonly callId: string;
  readonly callerTag: string;
  readonly calleeTag: string;
  readonly state: 'early' | 'confirmed' | 'terminated';
  /** Every 2xx to an INVITE in this dialog, first ones and retransmissions, on every hop, in order: one entry per INVITE CSeq. */
  readonly answers: readonly Answer[];
  /** Requests sent inside this dialog, ACKs to 2xx left out; in order of their first sighting. */
  readonly transactions: readonly Transaction[];
}

/** A 2xx to an INVITE and who acknowledged it. */
export interface Answer {
  readonly cseq: number;
  /** From tag of the INVITE: the caller's in the first INVITE and its own re-INVITEs, the callee's in the callee's re-INVITEs. */
  readonly inviterTag: string;
  /** The INVITE transactions (one a hop) that this 2xx was seen in. At least one. */
  readonly transactions: readonly [Transaction, ...Transaction[]];
  /** The 2xx and its retransmissions on every hop, in order. */
  readonly responses: readonly [Sighting, ...Sighting[]];
  /** Every ACK to it on any hop (RFC 3261 §13.2.2.4), retransmissions included, in order. */
  readonly acks: readonly Sighting[];
}

/** What somebody tried to do, as CONTRACT words it. */
export type FlowKind = 'call' | 'registration' | 'subscription' | 'publication' | 'message' | 'transaction';

/** What became of it. */
export type FlowOutcome =
  | 'answered'
  | 'busy'
  | 'declined'
  | 'cancelled'
  | 'not-answered'
  | 'redirected'
  | 'succeeded'
  | 'challenged'
  | 'failed'
  | 'unanswered'
  | 'in-progress'
  | 'unknown';

/** Why a flow was handed on when it was. Only `settled` and `idle` let a rule trust that nothing more came. */
export type FlowEnd = 'settled' | 'idle' | 'capture-ended' | 'evicted';

/** One thing that somebody tried to do over SIP, with everything seen of it. */
export interface Flow {
  /** `call-1`, `registration-2`: numbered in order of first sighting over the whole analysis. */
  readonly id: string;
  readonly kind: FlowKind;
  readonly callId: string;
  /** From and To URIs of the first request (of the first response where no request was captured), as on the wire, without parameters. */
  readonly from: string;
  readonly to: string;
  readonly sightings: readonly Sighting[];
  /** Sightings that were counted but not kept because the flow is larger than the bound. */
  readonly omittedSightings: number;
  readonly duplicates: number;
  /** In order of first sighting. ACKs to 2xx are transactions of their own here (method ACK), as their branch is new. */
  readonly transactions: readonly Transaction[];
  readonly dialogs: readonly Dialog[];
  readonly outcome: FlowOutcome;
  readonly end: FlowEnd;
  readonly window: FlowWindow;
}

/**
 * What the capture could have shown of one flow. A rule that says "missing" asks here first.
 */
export interface FlowWindow {
  /** First and last packet of the whole capture (all inputs, any protocol), microseconds. */
  readonly firstUs: number;
  readonly lastUs: number;
  /** The flow began before the capture: its first message is a response, or a request inside a dialog that was not seen beginning. */
  readonly startedBefore: boolean;
  /** Messages were dropped, cut or evicted so that absence in this flow proves little. */
  readonly lossy: boolean;
  /** Whether SIP was captured in both directions between the hosts (IP addresses) of two endpoints, in any flow so far. */
  bothDirections(a: Endpoint, b: Endpoint): boolean;
  /** Whether any SIP message to the host of this endpoint was captured, in any flow so far: the capture can see what reaches it. */
  sawTrafficTo(endpoint: Endpoint): boolean;
}
