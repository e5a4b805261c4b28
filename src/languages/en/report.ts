// The English of the reporters: headings and short sentences around what the other rooms say.
import type { FlowKind, FlowOutcome } from '../../flow/model.ts';
import type { PacketClass } from '../../ledger/classes.ts';
import type { Actor, Basis, Confidence, Severity } from '../../rules/rule.ts';

/** Flows of one kind, counted. */
const kinds = {
  call: '{count, plural, one {# call} other {# calls}}',
  registration: '{count, plural, one {# registration} other {# registrations}}',
  subscription: '{count, plural, one {# subscription} other {# subscriptions}}',
  publication: '{count, plural, one {# publication} other {# publications}}',
  message: '{count, plural, one {# instant message} other {# instant messages}}',
  transaction: '{count, plural, one {# stand-alone transaction} other {# stand-alone transactions}}',
} as const satisfies Record<FlowKind, string>;

/** What became of a flow. */
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

/** How far a capture proves a finding. */
const confidences = {
  certain: 'certain',
  likely: 'likely',
  possible: 'possible',
} as const satisfies Record<Confidence, string>;

/** What a rule rests on. */
const bases = {
  must: 'an RFC demands it (MUST)',
  should: 'an RFC recommends it (SHOULD)',
  advice: 'advice, not demanded by an RFC',
  observation: 'what the packets show',
} as const satisfies Record<Basis, string>;

/** Who must change something. */
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

/** Units of time behind a number. */
const units = { us: 'µs', ms: 'ms', s: 's', min: 'min', h: 'h', d: 'd' } as const;

/** Classes of packets behind a number: `12,040 RTP`. */
const packetClasses = {
  sip: '{count, plural, one {SIP packet} other {SIP packets}}',
  sipLike: 'similar to SIP',
  keepAlive: '{count, plural, one {keep-alive} other {keep-alives}}',
  hep: 'HEP',
  rtp: 'RTP',
  rtcp: 'RTCP',
  stun: 'STUN',
  dtls: 'DTLS',
  zrtp: 'ZRTP',
  t38: 'T.38',
  mgcp: 'MGCP',
  h323: 'H.323',
  iax2: 'IAX2',
  skinny: 'Skinny',
  msrp: 'MSRP',
  diameter: 'Diameter',
  tls: 'TLS',
  quic: 'QUIC',
  http: 'HTTP',
  rtsp: 'RTSP',
  ssh: 'SSH',
  dns: 'DNS',
  mdns: 'mDNS',
  llmnr: 'LLMNR',
  netbios: 'NetBIOS',
  dhcp: 'DHCP',
  ntp: 'NTP',
  snmp: 'SNMP',
  syslog: 'syslog',
  radius: 'RADIUS',
  tftp: 'TFTP',
  ssdp: 'SSDP',
  otherUdp: 'other UDP',
  otherTcp: 'other TCP',
  sctp: 'SCTP',
  ipsec: 'IPsec',
  icmp: 'ICMP',
  igmp: 'IGMP',
  ospf: 'OSPF',
  otherIp: 'other IP',
  arp: 'ARP',
  lldp: 'LLDP',
  stp: 'STP',
  eapol: '802.1X',
  encryptedLink: 'encrypted on the link',
  otherLink: 'not IP',
  fragment: '{count, plural, one {fragment} other {fragments}}',
  undecoded: 'not decoded',
} as const satisfies Record<PacketClass, string>;

/** Packets of classes that are not worth their names, behind a number. */
const otherPackets = '{count, plural, one {other} other {others}}';

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
  connectionsFailed: '{count, plural, one {# TLS connection failed} other {# TLS connections failed}}',
  connectionsLook: '{count, plural, one {# TLS connection needs a look} other {# TLS connections need a look}}',
  unreadTls: 'TLS that could not be read',
  certificateOf: 'certificate for {subject} from {issuer}',
  connections: '{count, plural, one {# connection} other {# connections}}',
  inConnections: '{count, plural, one {in # TLS connection} other {in # TLS connections}}',
  moreConnections:
    '{count, plural, one {and # connection more} other {and # connections more}} with the same cause, {span}',
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

/** What is said of a gate. */
const gate = {
  passed: 'check passed',
  failed: 'check failed',
  unusable: 'check has nothing to judge',
  nothingAt: 'nothing at or above "{failOn}" in {flows}',
  nothingFails: 'no finding fails it ("never") in {flows}',
  flows: '{count, plural, one {# flow} other {# flows}}',
  findings: '{count, plural, one {# finding} other {# findings}} at or above "{failOn}"',
  warnings:
    '{count, plural, one {# warning} other {# warnings}} where {allowed, plural, one {# is} other {# are}} allowed',
  counted:
    '{error, plural, one {# error} other {# errors}}, {warning, plural, one {# warning} other {# warnings}}, {info} info',
  first: 'first',
  firstAt: '{rule} in {flow} at {place}: {title}',
  ignored: 'ignored',
  ignoredCount: '{count, plural, one {# finding is} other {# findings are}} let pass by the ignore list',
  unused: 'not needed',
  unusedEntries: '{count, plural, one {an entry} other {# entries}} of the ignore list: {entries}',
  undecided: 'not judged',
  undecidedCount: '{count, plural, one {# answer of a rule} other {# answers of rules}}, which fails no build',
  noPacket: 'no packet was recorded',
  noSip: 'no SIP message was found among {count, plural, one {# packet} other {# packets}}',
  noFlow: 'no flow passes the filter',
  noFlowAtAll: 'no flow was recorded',
  further: '{count, plural, one {# further flow} other {# further flows}}',
  moreFindings:
    '{count, plural, one {# further finding is} other {# further findings are}} not listed here: there are too many',
  infoLeftOut:
    '{count, plural, one {# finding that is} other {# findings that are}} only worth knowing ("info") {count, plural, one {is} other {are}} not listed here',
  moreAnnotations: '{count} more are not shown one by one',
  known: 'known',
  knownCount:
    '{count, plural, one {# finding was} other {# findings were}} there before: the baseline names {count, plural, one {it} other {them}}',
  gone: 'gone',
  goneEntries:
    '{count, plural, one {a finding of the baseline was} other {# findings of the baseline were}} not seen again: {entries}',
  recorded: 'recorded',
  recordedCount: 'the baseline holds {count, plural, one {# finding} other {# findings}} now',
  snapshotKept: 'snapshot {file}: the flows are as they were',
  snapshotChanged: 'snapshot {file}: {changed} changed, {missing} missing, {added} new',
  snapshotHead: 'snapshot {file}: the hosts or their connections changed',
  snapshotLeft:
    '{count, plural, one {# further flow is} other {# further flows are}} not compared: a snapshot holds {most}',
  flowChanged: '{flow} changed',
  flowMissing: '{flow} is missing',
  flowNew: '{flow} is new',
  moreDifferences: 'and {count, plural, one {# line} other {# lines}} more',
  hosts: 'hosts',
  mayPass: '--allow-empty lets that pass',
} as const satisfies Record<string, string>;

/** Every text of the reporters. */
export const report = {
  kinds,
  outcomes,
  severities,
  confidences,
  bases,
  actors,
  units,
  packetClasses,
  otherPackets,
  sentences,
  gate,
} as const;
