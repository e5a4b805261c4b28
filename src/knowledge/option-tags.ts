// The option tags of the IANA registry: names of extensions in Supported, Require, Proxy-Require and Unsupported.

/** One option tag. */
export interface OptionTagEntry {
  readonly source: `RFC ${number}`;
  /** What the extension does. */
  readonly means: string;
  /** Where the tag stands, and what follows from it. */
  readonly use: string;
  /** Topics to read on: status codes, headers, methods, words. */
  readonly related: readonly string[];
}

/** The option tags by name. */
export const optionTags = {
  '100rel': {
    source: 'RFC 3262',
    means:
      'Provisional responses, such as 180 and 183, can be sent reliably: each is repeated until a PRACK confirms it.',
    use: 'In Supported of an INVITE it permits that, in Require it demands it. A response that is sent reliably carries it in Require, together with RSeq.',
    related: ['PRACK', 'RSeq', '420', '421'],
  },
  '199': {
    source: 'RFC 6228',
    means: 'The caller wants to be told with 199 when one branch of a forked call is over.',
    use: 'In Supported of an INVITE; without it nobody may send 199.',
    related: ['code 199'],
  },
  answermode: {
    source: 'RFC 5373',
    means: 'The caller can ask that the call be answered by itself, or only by a person.',
    use: 'In Supported or Require of an INVITE, together with Answer-Mode or Priv-Answer-Mode.',
    related: ['Answer-Mode', 'Priv-Answer-Mode'],
  },
  'early-session': {
    source: 'RFC 3959',
    means: 'Early media are negotiated as a session of their own, beside the one of the call.',
    use: 'In Supported or Require; the body carries the disposition early-session.',
    related: ['early-media'],
  },
  eventlist: {
    source: 'RFC 4662',
    means: 'One subscription can stand for a whole list, such as all busy lamps of a phone.',
    use: 'In Supported of a SUBSCRIBE; a server that uses it puts it into Require of its responses and NOTIFY requests.',
    related: ['SUBSCRIBE', 'NOTIFY'],
  },
  explicitsub: {
    source: 'RFC 7614',
    means: 'A REFER creates no subscription by itself; whoever wants to know the result subscribes to it.',
    use: 'In Require of a REFER; the 2xx names in Refer-Events-At where to subscribe.',
    related: ['REFER', 'Refer-Events-At', 'nosub'],
  },
  'from-change': {
    source: 'RFC 4916',
    means:
      'The addresses in From and To may change inside a dialog, for example when a transferred call gets another partner.',
    use: 'In Supported of both sides.',
    related: ['From', 'To', 'UPDATE'],
  },
  'geolocation-http': {
    source: 'RFC 6442',
    means: 'The sender can fetch a location over HTTP.',
    use: 'In Supported, so that others know in which form they may pass a location as a link.',
    related: ['Geolocation', '424'],
  },
  'geolocation-sip': {
    source: 'RFC 6442',
    means: 'The sender can fetch a location by a SIP subscription.',
    use: 'In Supported, so that others know in which form they may pass a location as a link.',
    related: ['Geolocation', '424'],
  },
  gin: {
    source: 'RFC 6140',
    means: 'A PBX registers all its numbers at once.',
    use: 'In Require and Proxy-Require of a REGISTER whose Contact carries the parameter bnc.',
    related: ['REGISTER', 'Contact'],
  },
  gruu: {
    source: 'RFC 5627',
    means:
      'A device gets an address of its own that is valid everywhere, so that a call or a transfer reaches exactly this device.',
    use: 'In Supported of a REGISTER; the 200 then carries pub-gruu and temp-gruu in Contact.',
    related: ['REGISTER', 'gruu-address'],
  },
  histinfo: {
    source: 'RFC 7044',
    means: 'The sender wants to get History-Info in responses.',
    use: 'In Supported only.',
    related: ['History-Info'],
  },
  ice: {
    source: 'RFC 5768',
    means: 'The sender can find a way for the media through NAT with ICE.',
    use: 'Rare: whether ICE is used is normally read from the SDP. In Require it refuses a peer without ICE.',
    related: ['ice-candidates', '488'],
  },
  join: {
    source: 'RFC 3911',
    means: 'A new call can join an existing one and make a conference of it.',
    use: 'In Supported or Require, with the header Join.',
    related: ['header Join'],
  },
  'multiple-refer': {
    source: 'RFC 5368',
    means: 'One REFER can name several targets, in a list in its body.',
    use: 'In Require of a REFER.',
    related: ['REFER'],
  },
  norefersub: {
    source: 'RFC 4488',
    means: 'The sender of a REFER does not need a subscription to its progress.',
    use: 'In Supported, together with Refer-Sub: false.',
    related: ['Refer-Sub', 'nosub'],
  },
  nosub: {
    source: 'RFC 7614',
    means: 'A REFER creates no subscription, and nobody can subscribe to its progress.',
    use: 'In Require of a REFER.',
    related: ['REFER', 'explicitsub'],
  },
  outbound: {
    source: 'RFC 5626',
    means: 'The phone keeps the connections open over which it registered, and calls reach it over those.',
    use: 'In Supported of a REGISTER whose Contact carries reg-id and +sip.instance; a registrar that agrees puts it into Require of the 200.',
    related: ['REGISTER', 'Flow-Timer', '430', '439'],
  },
  path: {
    source: 'RFC 3327',
    means: 'The registrar stores the proxies in front of the phone and sends calls through them.',
    use: 'In Supported of a REGISTER. A proxy that adds Path may demand it.',
    related: ['header Path', '420', '421'],
  },
  policy: {
    source: 'RFC 6794',
    means: 'The device can ask a policy server which media the network permits.',
    use: 'In Supported of an INVITE or UPDATE.',
    related: ['Policy-Contact', 'Policy-ID', '488'],
  },
  precondition: {
    source: 'RFC 3312',
    means: 'The phone rings only when the network resources for the call, normally the bandwidth, are reserved.',
    use: 'In Supported where it is wished for, in Require where it is a condition. Usual in mobile networks.',
    related: ['580', 'UPDATE', '100rel'],
  },
  pref: {
    source: 'RFC 3840',
    means: 'The capabilities of devices, as they registered them, decide which of them gets the call.',
    use: 'In Require or Proxy-Require of a request with Accept-Contact or Reject-Contact.',
    related: ['Accept-Contact', 'Reject-Contact'],
  },
  privacy: {
    source: 'RFC 3323',
    means: 'The request must be refused if the network cannot hide what Privacy asks for.',
    use: 'In Proxy-Require.',
    related: ['header Privacy'],
  },
  'recipient-list-invite': {
    source: 'RFC 5366',
    means: 'A conference server invites everybody on a list that comes with the INVITE.',
    use: 'In Require of an INVITE to the conference server.',
    related: ['INVITE', '470'],
  },
  'recipient-list-message': {
    source: 'RFC 5365',
    means: 'A server sends a message on to everybody on a list that comes with it.',
    use: 'In Require of a MESSAGE.',
    related: ['MESSAGE', '470'],
  },
  'recipient-list-subscribe': {
    source: 'RFC 5367',
    means: 'The list of what is to be watched comes with the SUBSCRIBE itself.',
    use: 'In Require of a SUBSCRIBE.',
    related: ['SUBSCRIBE', 'eventlist'],
  },
  'record-aware': {
    source: 'RFC 7866',
    means: 'The device can show its user that the call is being recorded.',
    use: 'In Supported.',
    related: ['siprec'],
  },
  replaces: {
    source: 'RFC 3891',
    means: 'A new call can take the place of an existing one, which is how attended transfer and call pickup work.',
    use: 'In Supported of both sides; in Require where the call makes no sense otherwise.',
    related: ['header Replaces', 'attended-transfer', '481'],
  },
  'resource-priority': {
    source: 'RFC 4412',
    means: 'The request must be refused if its call priority is not known.',
    use: 'In Require, together with Resource-Priority.',
    related: ['header Resource-Priority', '417'],
  },
  'sdp-anat': {
    source: 'RFC 4092',
    means: 'The SDP offers an IPv4 and an IPv6 address for the same media. Obsolete: ICE does this today.',
    use: 'In Require or Supported of an INVITE.',
    related: ['ice', 'SDP'],
  },
  'sec-agree': {
    source: 'RFC 3329',
    means: 'Client and server agree on how to protect their connection before anything else.',
    use: 'In Require and Proxy-Require of the client; usual when a mobile phone registers.',
    related: ['494', '421', 'Security-Client', 'Security-Server'],
  },
  siprec: {
    source: 'RFC 7866',
    means: 'The INVITE sets up a recording session: it carries the media of another call to a recorder.',
    use: 'In Require of an INVITE to the recorder.',
    related: ['INVITE', 'record-aware'],
  },
  tdialog: {
    source: 'RFC 4538',
    means: 'A request outside a call can prove that its sender takes part in that call.',
    use: 'In Supported; the proof itself stands in Target-Dialog.',
    related: ['Target-Dialog', 'REFER'],
  },
  timer: {
    source: 'RFC 4028',
    means: 'Long calls are refreshed regularly, so that proxies notice when one has died.',
    use: 'In Supported of both sides; in Require of the 2xx where the caller has to refresh.',
    related: ['Session-Expires', 'Min-SE', '422', 'session-timer'],
  },
  'trickle-ice': {
    source: 'RFC 8840',
    means: 'ICE candidates can be sent piece by piece in INFO requests, while the call is being set up.',
    use: 'In Supported; in Require where half a set of candidates would be useless otherwise.',
    related: ['ice-candidates', 'INFO', '469'],
  },
  uui: {
    source: 'RFC 7433',
    means: 'Data of an application, such as a customer number, travel with the call in User-to-User.',
    use: 'In Supported or Require of an INVITE.',
    related: ['User-to-User'],
  },
} as const satisfies Readonly<Record<string, OptionTagEntry>>;

/** A registered option tag. */
export type OptionTag = keyof typeof optionTags;
