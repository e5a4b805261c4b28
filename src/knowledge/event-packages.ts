// The event packages of the IANA registry, and those that are common without being in it: what a subscription can be about.

/** One event package. */
export interface EventPackageEntry {
  /** `RFC 3856`, or who uses it. */
  readonly source: string;
  /** What a subscriber is told. */
  readonly means: string;
  /** Content type of the NOTIFY. */
  readonly body?: string;
  /** Seconds that a subscription lasts if nobody names a time. */
  readonly expiresS?: number;
  /** What is worth knowing in practice. */
  readonly note?: string;
  /** Not in the IANA registry. */
  readonly unregistered?: true;
}

/** The event packages by the token in Event. */
export const eventPackages = {
  presence: {
    source: 'RFC 3856',
    means: 'Whether somebody is there, busy or away.',
    body: 'application/pidf+xml',
    expiresS: 3600,
  },
  winfo: {
    source: 'RFC 3857',
    means: 'Who else is subscribed. It is a template: presence.winfo tells who watches a presence.',
    body: 'application/watcherinfo+xml',
    expiresS: 3600,
  },
  'message-summary': {
    source: 'RFC 3842',
    means: 'How many new and old voice messages wait. It switches the message lamp.',
    body: 'application/simple-message-summary',
    expiresS: 3600,
    note: 'Many PBXs send the NOTIFY without any subscription; phones that do not expect that answer 481 or 489.',
  },
  refer: {
    source: 'RFC 3515',
    means: 'How a transfer goes on: each NOTIFY carries the latest response to the call that the REFER asked for.',
    body: 'message/sipfrag',
    note: 'The subscription comes into being with the REFER, without a SUBSCRIBE.',
  },
  reg: {
    source: 'RFC 3680',
    means: 'Which devices are registered for a user.',
    body: 'application/reginfo+xml',
    expiresS: 3761,
  },
  dialog: {
    source: 'RFC 4235',
    means: 'Which calls somebody has, and whether they ring or are up. Busy lamps are made of it.',
    body: 'application/dialog-info+xml',
    expiresS: 3600,
    note: 'A subscription to one single dialog lasts 7200 s by default.',
  },
  conference: {
    source: 'RFC 4575',
    means: 'Who takes part in a conference, and what happens there.',
    body: 'application/conference-info+xml',
    expiresS: 3600,
  },
  kpml: {
    source: 'RFC 4730',
    means: 'Which keys somebody presses during a call.',
    body: 'application/kpml-response+xml',
    expiresS: 7200,
  },
  'poc-settings': {
    source: 'RFC 4354',
    means: 'The push-to-talk settings of a user.',
    body: 'application/poc-settings+xml',
    expiresS: 3600,
  },
  'xcap-diff': {
    source: 'RFC 5875',
    means: 'What has changed in documents on an XCAP server, such as buddy lists.',
    body: 'application/xcap-diff+xml',
    expiresS: 3600,
  },
  'ua-profile': {
    source: 'RFC 6080',
    means: 'Where a phone finds its configuration, and when that has changed.',
    body: 'message/external-body',
    expiresS: 86400,
  },
  'vq-rtcpxr': {
    source: 'RFC 6035',
    means: 'The voice quality of a call as the phone measured it.',
    body: 'application/vq-rtcpxr',
    expiresS: 3600,
    note: 'Phones usually send it with PUBLISH at the end of a call, without any subscription.',
  },
  certificate: {
    source: 'RFC 6072',
    means: 'The certificate of a user.',
    body: 'application/pkix-cert',
    expiresS: 86400,
  },
  credential: {
    source: 'RFC 6072',
    means: 'The certificate of a user together with the private key, for the devices of that user.',
    body: 'application/pkcs8',
    expiresS: 86400,
  },
  'consent-pending-additions': {
    source: 'RFC 5362',
    means: 'Which people on a list have not agreed yet.',
    body: 'application/resource-lists-diff+xml',
    expiresS: 3600,
  },
  'http-monitor': {
    source: 'RFC 5989',
    means: 'That a web resource has changed.',
    body: 'message/http',
    expiresS: 86400,
  },
  'load-control': {
    source: 'RFC 7200',
    means: 'How a neighbour is to limit its traffic under overload.',
    body: 'application/load-control+xml',
    expiresS: 3600,
  },
  'call-completion': {
    source: 'RFC 6910',
    means: 'That a callee who was busy or did not answer can be called now.',
    body: 'application/call-completion',
    expiresS: 3600,
  },
  'session-spec-policy': {
    source: 'RFC 6795',
    means: 'Which media the network permits for one call.',
    body: 'application/media-policy-dataset+xml',
    expiresS: 7200,
  },
  'spirits-INDPs': {
    source: 'RFC 3910',
    means: 'Events of calls in the telephone network, as an intelligent network detects them.',
    body: 'application/spirits-event+xml',
  },
  'spirits-user-prof': {
    source: 'RFC 3910',
    means: 'Events of mobile subscribers in the telephone network, such as moving or switching off.',
    body: 'application/spirits-event+xml',
  },
  'Siemens-RTP-Stats': {
    source: 'Siemens',
    means: 'RTP statistics of Siemens phones.',
  },
  'as-feature-event': {
    source: 'Cisco BroadWorks',
    means: 'Whether features such as do-not-disturb and call forwarding are on, so that phone and server agree.',
    body: 'application/x-as-feature-event+xml',
    unregistered: true,
  },
  'call-info': {
    source: 'Cisco BroadWorks',
    means: 'The state of a line that several phones share.',
    unregistered: true,
  },
  'line-seize': {
    source: 'Cisco BroadWorks',
    means: 'A phone takes a shared line before it dials.',
    unregistered: true,
  },
  talk: {
    source: 'Cisco BroadWorks',
    means: 'A NOTIFY that makes the phone answer or resume a call, as if somebody had pressed the key.',
    unregistered: true,
  },
  hold: {
    source: 'Cisco BroadWorks',
    means: 'A NOTIFY that makes the phone put a call on hold, as if somebody had pressed the key.',
    unregistered: true,
  },
  'check-sync': {
    source: 'Cisco, Yealink, Snom and many others',
    means: 'A NOTIFY that makes the phone load its configuration again, and often restart.',
    note: 'It comes without a subscription.',
    unregistered: true,
  },
  'keep-alive': {
    source: 'Linksys, Cisco SPA and others',
    means: 'A NOTIFY that does nothing but keep a NAT binding open.',
    note: 'Any response to it will do, also 481 or 489.',
    unregistered: true,
  },
  uaCSTA: {
    source: 'ECMA TR/87',
    means: 'Remote control of a phone by CSTA messages.',
    unregistered: true,
  },
} as const satisfies Readonly<Record<string, EventPackageEntry>>;

/** An event package of the table. */
export type EventPackage = keyof typeof eventPackages;
