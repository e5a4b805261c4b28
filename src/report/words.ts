// The reporters' own words: headings and short sentences around what the other rooms say.
import type { FlowKind, FlowOutcome } from '../flow/model.ts';
import type { Actor, Basis, Confidence, Severity } from '../rules/rule.ts';
import { say } from '../text/say.ts';
import type { Values } from '../text/phrase.ts';

const kinds = {
  call: '{count, plural, one {# call} other {# calls}}',
  registration: '{count, plural, one {# registration} other {# registrations}}',
  subscription: '{count, plural, one {# subscription} other {# subscriptions}}',
  publication: '{count, plural, one {# publication} other {# publications}}',
  message: '{count, plural, one {# instant message} other {# instant messages}}',
  transaction: '{count, plural, one {# stand-alone transaction} other {# stand-alone transactions}}',
} as const satisfies Record<FlowKind, string>;

const outcomes = {
  answered: 'answered',
  busy: 'busy',
  declined: 'declined',
  cancelled: 'cancelled',
  'not-answered': 'not answered',
  redirected: 'redirected',
  succeeded: 'succeeded',
  challenged: 'challenged',
  failed: 'failed',
  unanswered: 'no response',
  'in-progress': 'in progress',
  unknown: 'unknown',
} as const satisfies Record<FlowOutcome, string>;

const severities = { error: 'ERROR', warning: 'WARNING', info: 'INFO' } as const satisfies Record<Severity, string>;

const confidences = {
  certain: 'certain',
  likely: 'likely',
  possible: 'possible',
} as const satisfies Record<Confidence, string>;

const bases = {
  must: 'an RFC demands it (MUST)',
  should: 'an RFC recommends it (SHOULD)',
  advice: 'advice, not demanded by an RFC',
  observation: 'what the packets show',
} as const satisfies Record<Basis, string>;

const actors = {
  caller: 'caller',
  callee: 'callee',
  proxy: 'proxy',
  registrar: 'registrar',
  client: 'client',
  server: 'server',
  network: 'network',
  operator: 'operator',
} as const satisfies Record<Actor, string>;

const sentences = {
  packets: '{count, plural, one {# packet} other {{number} packets}}',
  sipMessages: '{count, plural, one {# SIP message} other {{number} SIP messages}}',
  captures: '{count, plural, one {# capture} other {# captures}}',
  moreCaptures: '{count, plural, one {and # capture more} other {and # captures more}}',
  from: 'from {time}',
  failed: '{count} failed',
  look: '{count, plural, one {# needs a look} other {# need a look}}',
  fine: '{count} fine',
  allFine: 'all fine, nothing needs fixing',
  nothingWrong: 'nothing wrong seen, {count} recorded only in part',
  partial: '{count} recorded only in part',
  noFlows: 'No flow passes the filter.',
  noSip: 'No SIP message was found in this capture.',
  insteadOfSip: '{count, plural, one {It holds one packet} other {It holds {number} packets}}: {what}.',
  emptyCapture: 'It holds no packet at all: was a capture filter too narrow, or the recording stopped too early?',
  noSipHint: 'Is it the right interface and time, and does the capture filter let SIP through?',
  hintTls:
    'SIP may be inside the TLS ({count, plural, one {port {ports}} other {ports {ports}}}): give its keys with --keylog to see it.',
  hintIpsec: 'SIP may be inside the IPsec tunnel: record behind its end, or without encryption.',
  hintLink: 'Frames are encrypted on the link (Wi-Fi, MACsec): record behind the access point or the switch.',
  hintKeepAlive:
    'There are keep-alives, as telephones send them to hold their way to a server open, but nobody sent a message while it was recorded.',
  hintMedia:
    'There is media without signalling: the SIP of these calls took another way, or the capture filter left it out.',
  quality: 'Capture quality',
  noLoss: 'no loss seen',
  nothingCut: 'nothing cut',
  clockSteady: 'clock steady',
  mediaCut:
    '{count, plural, one {one packet} other {{number} packets}} cut after {length} bytes, but no SIP among {count, plural, one {it} other {them}}',
  seenTwice: '{count, plural, one {one SIP message} other {{number} SIP messages}} seen twice and counted once',
  packetsCut:
    '{packets, plural, one {a packet was} other {# packets were}} cut after {length} bytes (snap length): record again with -s 0 to have them whole',
  messagesCut:
    '{count, plural, one {a SIP message is} other {# SIP messages are}} there only in part: what seems to be missing in {count, plural, one {it} other {them}} may have been sent',
  responsesOnly:
    '{count, plural, one {# flow shows} other {# flows show}} responses whose requests were never seen: only one direction was recorded there',
  requestsOnly:
    '{count, plural, one {# flow shows} other {# flows show}} one direction only: the other side was silent, or what it sent was not recorded',
  largestStep: 'the largest step is {duration}',
  inCaptures: '{count, plural, one {in # capture} other {in # captures}}, first in {place}',
  capture: 'Capture',
  why: 'Why',
  proof: 'Proof',
  fix: 'Fix',
  flow: 'Flow',
  flows: 'Flows',
  frame: 'Frame',
  time: 'Time',
  direction: 'From → to',
  message: 'Message',
  here: 'here',
  until: 'until {time}',
  silence: 'silence of {time}',
  omittedRows: '{count, plural, one {# message} other {# messages}} not shown',
  repeatedRows: 'the same {count, plural, one {once} other {# times}} more until {time}',
  frameNumber: 'frame {frame}',
  moreLadders:
    '{count, plural, one {# more flow is} other {# more flows are}} not drawn; --call-id, --kind, --status and the like choose',
  noLadders: 'no flow to draw',
  accountAt: '{account} at {server}',
  moreFlows:
    '{count, plural, one {and # flow more} other {and # flows more}} with the same cause, {span}; list them with: {command}',
  moreEvidence: '{count, plural, one {and # frame more} other {and # frames more}}',
  moreCauses: '{count, plural, one {# more cause is} other {# more causes are}} not shown here; all of them: {command}',
  laterCauses: 'More causes, in short',
  alsoSeen: 'Also seen, no fault',
  undecided: 'Could not be judged',
  moreLines: '{count, plural, one {and # more} other {and # more}}: {command}',
  moreNotices: '{count, plural, one {# more notice} other {# more notices}}: {command}',
  inFlows: '{count, plural, one {in # flow} other {in # flows}}',
  references: 'See {references}',
  outcome: 'Outcome',
  duration: 'Duration',
  fromTo: 'From → to',
  basis: 'Basis',
  meaning: 'Means',
  usually: 'Usually',
  retry: 'Retry',
  noFaultWhen: 'No fault when',
  severity: 'Severity',
  rule: 'Rule',
  summary: 'Summary',
  source: 'Source',
  headers: 'Headers',
  codes: 'Codes',
  perMethod: 'By method',
  unregistered: 'not registered with IANA',
} as const satisfies Record<string, string>;

/** Name of one of the reporters' sentences. */
export type WordKey = keyof typeof sentences;

/** One of the reporters' own sentences. Values must already be harmless for the sink. */
export function word(key: WordKey, locale: string, values: Values = {}): string {
  return say(sentences[key], values, locale);
}

/** `3 calls`. */
export function countOfKind(kind: FlowKind, count: number, locale: string): string {
  return say(kinds[kind], { count }, locale);
}

/** What became of a flow: `not answered`. */
export function outcomeWord(outcome: FlowOutcome): string {
  return outcomes[outcome];
}

/** `ERROR`. */
export function severityWord(severity: Severity): string {
  return severities[severity];
}

/** How far the capture proves a finding. */
export function confidenceWord(confidence: Confidence): string {
  return confidences[confidence];
}

/** What a rule rests on, in a few words. */
export function basisWord(basis: Basis): string {
  return bases[basis];
}

/** Who must change something. */
export function actorWord(actor: Actor): string {
  return actors[actor];
}
