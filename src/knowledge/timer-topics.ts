// What the timers of SIP are for, and what happens when they fire. Their values are those of timers.ts.
import {
  ACK_WAIT_US,
  PRACK_WAIT_US,
  T1_US,
  T2_US,
  T4_US,
  TIMER_A_US,
  TIMER_B_US,
  TIMER_C_US,
  TIMER_D_US,
  TIMER_E_US,
  TIMER_F_US,
  TIMER_G_US,
  TIMER_H_US,
  TIMER_I_US,
  TIMER_J_US,
  TIMER_K_US,
  TIMER_L_US,
  TIMER_M_US,
  TIMER_N_US,
} from './timers.ts';

/** One timer. */
export interface TimerEntry {
  /** `B` for Timer B, `T1` for T1. */
  readonly name: string;
  readonly source: `RFC ${number} §${string}`;
  /** Default, in microseconds. */
  readonly us: number;
  /** How the default comes about, in signs that need no language. */
  readonly formula?: string;
  /** What runs while the timer runs. */
  readonly means: string;
  /** What happens when it fires, and what that looks like in a recording. */
  readonly fires?: string;
  /** Where it differs over TCP and TLS. */
  readonly reliable?: string;
}

/** The timers by their letter. */
export const timerTopics = {
  T1: {
    name: 'T1',
    source: 'RFC 3261 §17.1.1.1',
    us: T1_US,
    means:
      'Estimate of the time that a request and its response take between two hops. All other timers follow from it.',
  },
  T2: {
    name: 'T2',
    source: 'RFC 3261 §17.1.2.2',
    us: T2_US,
    means: 'Longest pause between two repetitions of a request other than INVITE, or of a final response to INVITE.',
  },
  T4: {
    name: 'T4',
    source: 'RFC 3261 §17.1.2.2',
    us: T4_US,
    means: 'Longest time that a message is expected to wander about in the network.',
  },
  A: {
    name: 'Timer A',
    source: 'RFC 3261 §17.1.1.2',
    us: TIMER_A_US,
    formula: 'T1, 2·T1, 4·T1, 8·T1 …',
    means: 'The client waits for the first response to its INVITE.',
    fires:
      'The INVITE is sent again, and the timer starts anew with twice the time: after 0.5, 1.5, 3.5, 7.5, 15.5 and 31.5 s.',
    reliable: 'Not used: TCP and TLS repeat by themselves.',
  },
  B: {
    name: 'Timer B',
    source: 'RFC 3261 §17.1.1.2',
    us: TIMER_B_US,
    formula: '64·T1',
    means: 'The client waits for any response to its INVITE at all.',
    fires:
      'The client gives the call attempt up, as after a 408. In a recording seven INVITEs have gone out and nothing came back.',
  },
  C: {
    name: 'Timer C',
    source: 'RFC 3261 §16.6',
    us: TIMER_C_US,
    formula: '> 3 min',
    means:
      'A proxy waits for the final response to an INVITE that has already been answered provisionally. Each provisional response but 100 starts it anew.',
    fires: 'The proxy sends a CANCEL and answers the caller with 408.',
  },
  D: {
    name: 'Timer D',
    source: 'RFC 3261 §17.1.1.2',
    us: TIMER_D_US,
    formula: '≥ 32 s',
    means:
      'After a refused INVITE the client keeps the transaction, to acknowledge the refusal again if it is repeated.',
    reliable: '0 s.',
  },
  E: {
    name: 'Timer E',
    source: 'RFC 3261 §17.1.2.2',
    us: TIMER_E_US,
    formula: 'T1, 2·T1, 4·T1 … T2',
    means: 'The client waits for the final response to a request other than INVITE.',
    fires:
      'The request is sent again, with pauses that double up to 4 s. A provisional response does not end this; the pauses are 4 s then.',
    reliable: 'Not used: TCP and TLS repeat by themselves.',
  },
  F: {
    name: 'Timer F',
    source: 'RFC 3261 §17.1.2.2',
    us: TIMER_F_US,
    formula: '64·T1',
    means: 'The client waits for the final response to a request other than INVITE.',
    fires:
      'The client gives up, as after a 408. In a recording the request has gone out eleven times and nothing came back.',
  },
  G: {
    name: 'Timer G',
    source: 'RFC 3261 §17.2.1',
    us: TIMER_G_US,
    formula: 'T1, 2·T1, 4·T1 … T2',
    means: 'The server has refused an INVITE and waits for the ACK.',
    fires: 'The refusal is sent again, with pauses that double up to 4 s.',
    reliable: 'Not used: TCP and TLS repeat by themselves.',
  },
  H: {
    name: 'Timer H',
    source: 'RFC 3261 §17.2.1',
    us: TIMER_H_US,
    formula: '64·T1',
    means:
      'The server has refused an INVITE and waits for the ACK. It is not the wait for the ACK to a 200, which has no letter.',
    fires:
      'The server stops repeating and forgets the transaction. The caller side never acknowledged, or its ACK was lost.',
  },
  I: {
    name: 'Timer I',
    source: 'RFC 3261 §17.2.1',
    us: TIMER_I_US,
    formula: 'T4',
    means: 'After the ACK to a refusal the server keeps the transaction, to absorb repeated ACKs.',
    reliable: '0 s.',
  },
  J: {
    name: 'Timer J',
    source: 'RFC 3261 §17.2.2',
    us: TIMER_J_US,
    formula: '64·T1',
    means:
      'After its final response to a request other than INVITE the server keeps the transaction, to answer repetitions of the request alike.',
    reliable: '0 s.',
  },
  K: {
    name: 'Timer K',
    source: 'RFC 3261 §17.1.2.2',
    us: TIMER_K_US,
    formula: 'T4',
    means:
      'After the final response to a request other than INVITE the client keeps the transaction, to absorb repeated responses.',
    reliable: '0 s.',
  },
  L: {
    name: 'Timer L',
    source: 'RFC 6026 §7.1',
    us: TIMER_L_US,
    formula: '64·T1',
    means:
      'After a 2xx to INVITE the server keeps the transaction, so that a repeated INVITE is not taken for a new call.',
  },
  M: {
    name: 'Timer M',
    source: 'RFC 6026 §7.2',
    us: TIMER_M_US,
    formula: '64·T1',
    means:
      'After the first 2xx to INVITE the client keeps the transaction, because other devices of a forked call may answer too.',
  },
  N: {
    name: 'Timer N',
    source: 'RFC 6665 §4.1.2.4',
    us: TIMER_N_US,
    formula: '64·T1',
    means: 'A subscriber waits for the first NOTIFY after its SUBSCRIBE.',
    fires: 'The subscription counts as failed. In a recording the SUBSCRIBE got a 200, but no NOTIFY came.',
  },
  'ack-wait': {
    name: 'ACK wait',
    source: 'RFC 3261 §13.3.1.4',
    us: ACK_WAIT_US,
    formula: '64·T1',
    means:
      'The callee has answered with 200 and waits for the ACK. Meanwhile it repeats the 200 with pauses that double up to 4 s, over TCP and TLS as well. This wait has no letter.',
    fires: 'The callee ends the call with BYE: the call drops after 32 s, although people may be talking.',
  },
  'prack-wait': {
    name: 'PRACK wait',
    source: 'RFC 3262 §3',
    us: PRACK_WAIT_US,
    formula: '64·T1',
    means:
      'The callee side has sent a provisional response reliably and waits for the PRACK. Meanwhile it repeats the response with pauses that double.',
    fires: 'The callee side refuses the call with a 5xx.',
  },
} as const satisfies Readonly<Record<string, TimerEntry>>;

/** A timer of the table. */
export type TimerTopic = keyof typeof timerTopics;
