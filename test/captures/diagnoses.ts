// What an expert says of each recorded capture, written by hand with the packets on the other screen: never adapted to
// what the program says. Where the two differ, `deviates` says how and why, and the test holds the program to that.
import type { FlowKind, FlowOutcome } from '../../src/flow/model.ts';
import type { Confidence, Severity } from '../../src/rules/rule.ts';

/** `rule severity confidence frame`: a finding above info, and the frame of its first evidence. */
export type Said = `${string} ${Exclude<Severity, 'info'>} ${Confidence} ${number}`;

/** What is to be said of one capture. */
export interface Diagnosis {
  /** Kind and outcome of each flow, in order. */
  readonly flows: readonly `${FlowKind} ${FlowOutcome}`[];
  /** Every finding above info, in order of frame and then of rule. Empty: nothing is wrong. */
  readonly findings: readonly Said[];
  /** Where the program is known to say something else. */
  readonly deviates?: {
    readonly because: string;
    readonly flows?: readonly `${FlowKind} ${FlowOutcome}`[];
    readonly findings?: readonly Said[];
  };
}

const ANSWERED: Diagnosis = { flows: ['call answered'], findings: [] };
const PINGED: Diagnosis = { flows: ['transaction succeeded'], findings: [] };

/** Every capture, by folder. */
export const diagnoses: Readonly<Record<string, Diagnosis>> = {
  // The notifier left out Subscription-State, which RFC 6665 §8.2.1 demands; the reason phrase names it.
  'baresip-400-notify': {
    flows: ['subscription failed'],
    findings: ['malformed-request error certain 1', 'response/400 warning certain 2'],
  },
  'baresip-415-message': { flows: ['message failed'], findings: ['response/415 error certain 2'] },
  // The call itself was not recorded: what became of it cannot be said, but its INFO came to nothing.
  'baresip-481-info': { flows: ['call unknown'], findings: ['response/481 warning certain 2'] },
  'baresip-488-no-codec': { flows: ['call failed'], findings: ['response/488 error certain 2'] },
  // The OPTIONS before it shares the Call-ID; what was wanted is the REFER.
  'baresip-501-refer-despite-allow': {
    flows: ['subscription failed'],
    findings: ['501-without-allow warning certain 4', 'response/501 error certain 4'],
  },
  'baresip-501-without-allow': {
    flows: ['publication failed'],
    findings: ['501-without-allow warning certain 2', 'response/501 error certain 2'],
  },
  // Nine repetitions in 27.5 s, and the callee hangs up at 31.5 s as it must without an ACK: no doubt is left.
  'baresip-ack-unreachable': {
    flows: ['call answered'],
    findings: ['missing-ack error certain 4'],
  },
  'baresip-call': { flows: ['registration succeeded', 'registration succeeded', 'call answered'], findings: [] },
  'baresip-kamailio-register': { flows: ['registration succeeded'], findings: [] },
  'baresip-missing-ack': { flows: ['call answered'], findings: ['missing-ack error certain 4'] },
  'baresip-missing-ack-ends-early': { flows: ['call answered'], findings: ['missing-ack warning possible 4'] },
  // The seventh INVITE comes 31.5 s after the first, and the recording goes on past Timer B.
  'baresip-no-answer': {
    flows: ['call unanswered', 'transaction succeeded'],
    findings: ['unanswered-request error certain 1'],
  },
  'baresip-options-ping': PINGED,
  // The first 401 is how it works; the fifteen that follow refuse credentials.
  'baresip-wrong-password': {
    flows: ['registration failed'],
    findings: [
      'authentication-loop error certain 4',
      ...Array.from({ length: 15 }, (_, index): Said => `response/401 error certain ${4 + 2 * index}`),
    ],
  },
  // The ping shows that somebody is there; but its bytes are wrong, and somebody has to mend them.
  'kamailio-400-content-length': {
    flows: ['transaction failed'],
    findings: ['malformed-request error certain 1', 'response/400 warning certain 2'],
  },
  'kamailio-400-cseq-method': {
    flows: ['call failed'],
    findings: ['malformed-request error certain 1', 'response/400 error certain 2'],
  },
  'kamailio-404-unknown-user': { flows: ['call failed'], findings: ['response/404 error certain 2'] },
  'kamailio-407-proxy-auth': ANSWERED,
  // Ten sendings in 27.5 s: an INVITE is repeated only while nothing has come back. The proxy gave up and said so.
  'kamailio-408-upstream-silent': {
    flows: ['call failed'],
    findings: ['unanswered-request error certain 3', 'response/408 error certain 13'],
  },
  'kamailio-423-too-brief': { flows: ['registration succeeded'], findings: [] },
  // One refusal, born at frame 10 and handed back over four hops.
  'kamailio-483-loop': { flows: ['call failed'], findings: ['response/483 error certain 10'] },
  'kamailio-any-interface': ANSWERED,
  'kamailio-forked': ANSWERED,
  'kamailio-options-ping': PINGED,
  'kamailio-record-route': ANSWERED,
  'kamailio-record-route-caller-side': ANSWERED,
  'kamailio-tls-call': { flows: ['registration succeeded', 'registration succeeded', 'call answered'], findings: [] },
  'kamailio-ws-call': ANSWERED,
  // The OPTIONS is refused, but that it was answered is what counts: nobody has to act.
  'kamailio-wss-register': { flows: ['registration succeeded', 'transaction failed'], findings: [] },
  'sipp-405-with-allow': { flows: ['subscription failed'], findings: ['response/405 error certain 2'] },
  'sipp-405-without-allow': {
    flows: ['subscription failed'],
    findings: ['405-without-allow error certain 2', 'response/405 error certain 2'],
  },
  'sipp-501-with-allow': { flows: ['publication failed'], findings: ['response/501 error certain 2'] },
  'sipp-503-retry-after': { flows: ['call failed'], findings: ['response/503 error certain 3'] },
  'sipp-answered': ANSWERED,
  'sipp-busy': { flows: ['call busy'], findings: [] },
  'sipp-cancelled': { flows: ['call cancelled'], findings: [] },
  'sipp-declined': { flows: ['call declined'], findings: [] },
  'sipp-fragmented': ANSWERED,
  'sipp-ipv6': ANSWERED,
  'sipp-not-answered': { flows: ['call not-answered'], findings: [] },
  // The host itself says that nothing listens there, with an ICMP error to each of the six INVITEs.
  'sipp-port-closed': {
    flows: ['call unanswered'],
    findings: ['unanswered-request error certain 1'],
  },
  'sipp-redirected': ANSWERED,
  'sipp-sctp-call': ANSWERED,
  'sipp-starts-late': { flows: ['call unknown'], findings: [] },
  'sipp-tcp-call': ANSWERED,
  'sipp-tcp-segmented': ANSWERED,
};
