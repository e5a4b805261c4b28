// The header fields of the IANA registry and the common ones outside it: compact form, where they are defined, and what
// they say.

/** One header field. */
export interface HeaderEntry {
  /** Name as it is written in its RFC. */
  readonly name: string;
  /** One-letter form (RFC 3261 §7.3.3). */
  readonly compact?: string;
  /** `RFC 3261 §20.10`, or the document outside the RFC series. */
  readonly source: string;
  /** What it says, in one line. */
  readonly means: string;
  /** Not in the IANA registry, which is no fault. */
  readonly unregistered?: true;
}

/** The header fields, in alphabetical order; common unregistered ones at the end. */
export const headers = [
  {
    name: 'Accept',
    source: 'RFC 3261 §20.1',
    means: 'Body types that the sender can read; without it, application/sdp.',
  },
  {
    name: 'Accept-Contact',
    compact: 'a',
    source: 'RFC 3841 §9.2',
    means: 'Which kind of device the caller would like to reach.',
  },
  { name: 'Accept-Encoding', source: 'RFC 3261 §20.2', means: 'Body encodings that the sender can read.' },
  { name: 'Accept-Language', source: 'RFC 3261 §20.3', means: 'Languages that the sender understands.' },
  { name: 'Accept-Resource-Priority', source: 'RFC 4412 §3.2', means: 'Call priorities that the server knows.' },
  {
    name: 'Additional-Identity',
    source: '3GPP TS 24.229',
    means: 'A further identity of the caller in a mobile network.',
  },
  {
    name: 'Alert-Info',
    source: 'RFC 3261 §20.4',
    means: 'How the phone should ring, or which ringing tone the caller should hear.',
  },
  { name: 'AlertMsg-Error', source: 'RFC 8876', means: 'What was wrong with an emergency alert.' },
  { name: 'Allow', source: 'RFC 3261 §20.5', means: 'Methods that the sender supports.' },
  { name: 'Allow-Events', compact: 'u', source: 'RFC 6665 §8.2.2', means: 'Event packages that the sender supports.' },
  {
    name: 'Answer-Mode',
    source: 'RFC 5373 §3',
    means: 'Whether the call should be answered by itself or by a person.',
  },
  {
    name: 'Attestation-Info',
    source: '3GPP TS 24.229',
    means: 'How sure the network is of the calling number, before it is signed.',
  },
  {
    name: 'Authentication-Info',
    source: 'RFC 3261 §20.6',
    means: 'Lets the server prove that it knows the password too, and hands out the next nonce.',
  },
  {
    name: 'Authorization',
    source: 'RFC 3261 §20.7',
    means: 'Credentials for the server that handles the request, in answer to 401.',
  },
  {
    name: 'Call-ID',
    compact: 'i',
    source: 'RFC 3261 §20.8',
    means: 'Names the call, or all registrations of one client; the same in all its messages.',
  },
  {
    name: 'Call-Info',
    source: 'RFC 3261 §20.9',
    means: 'Further information about the caller or the callee, such as a picture or a card.',
  },
  { name: 'Cellular-Network-Info', source: '3GPP TS 24.229', means: 'The mobile cell that the device is in.' },
  {
    name: 'Contact',
    compact: 'm',
    source: 'RFC 3261 §20.10',
    means: 'The address at which the sender wants to get later requests directly.',
  },
  {
    name: 'Content-Disposition',
    source: 'RFC 3261 §20.11',
    means: 'What the body is for, and whether the receiver must understand it.',
  },
  { name: 'Content-Encoding', compact: 'e', source: 'RFC 3261 §20.12', means: 'How the body is compressed.' },
  { name: 'Content-ID', source: 'RFC 8262', means: 'Names the body, so that a header can refer to it.' },
  { name: 'Content-Language', source: 'RFC 3261 §20.13', means: 'Language of the body.' },
  {
    name: 'Content-Length',
    compact: 'l',
    source: 'RFC 3261 §20.14',
    means: 'Size of the body in bytes; on TCP it says where the message ends.',
  },
  {
    name: 'Content-Type',
    compact: 'c',
    source: 'RFC 3261 §20.15',
    means: 'Kind of the body, such as application/sdp.',
  },
  {
    name: 'CSeq',
    source: 'RFC 3261 §20.16',
    means: 'Number and method of the request; puts the requests of a dialog in order.',
  },
  { name: 'Date', source: 'RFC 3261 §20.17', means: 'When the message was first sent.' },
  { name: 'DC-Info', source: '3GPP TS 24.229', means: 'Information about a data channel in a mobile network.' },
  { name: 'Encryption', source: 'RFC 2543', means: 'Deprecated: encryption of RFC 2543.' },
  {
    name: 'Error-Info',
    source: 'RFC 3261 §20.18',
    means: 'Where to find more about an error, such as an announcement.',
  },
  {
    name: 'Event',
    compact: 'o',
    source: 'RFC 6665 §8.2.1',
    means: 'What a subscription, notification or publication is about.',
  },
  {
    name: 'Expires',
    source: 'RFC 3261 §20.19',
    means: 'How many seconds the request, or the state that it creates, stays valid.',
  },
  { name: 'Feature-Caps', source: 'RFC 6809 §4', means: 'Features of a server on the way.' },
  {
    name: 'Flow-Timer',
    source: 'RFC 5626 §11.1',
    means: 'How many seconds the server keeps a silent connection; keep-alives must come sooner.',
  },
  {
    name: 'From',
    compact: 'f',
    source: 'RFC 3261 §20.20',
    means: "Who sends the request; the tag names the caller's side of the dialog.",
  },
  { name: 'Geolocation', source: 'RFC 6442 §4.1', means: 'Where the caller is, in the body or behind a link.' },
  { name: 'Geolocation-Error', source: 'RFC 6442 §4.4', means: 'What was wrong with a location.' },
  {
    name: 'Geolocation-Routing',
    source: 'RFC 6442 §4.2',
    means: 'Whether servers may route the request by the location.',
  },
  { name: 'Hide', source: 'RFC 2543', means: 'Deprecated: hiding the route in RFC 2543.' },
  { name: 'History-Info', source: 'RFC 7044 §5', means: 'Where the request was sent before, and why it was sent on.' },
  { name: 'Identity', compact: 'y', source: 'RFC 8224 §4', means: 'Signature of the calling number (STIR).' },
  {
    name: 'Identity-Info',
    compact: 'n',
    source: 'RFC 4474 §9',
    means: 'Deprecated: where to find the certificate of an old-style Identity.',
  },
  { name: 'Info-Package', source: 'RFC 6086 §7.2', means: 'What kind of data an INFO request carries.' },
  { name: 'In-Reply-To', source: 'RFC 3261 §20.21', means: 'The call that this one returns.' },
  { name: 'Join', source: 'RFC 3911 §7.1', means: 'The call that this one is to join.' },
  { name: 'Max-Breadth', source: 'RFC 5393 §5.3.1', means: 'How many branches the request may have at once.' },
  {
    name: 'Max-Forwards',
    source: 'RFC 3261 §20.22',
    means: 'How many more servers the request may pass; each one subtracts 1.',
  },
  { name: 'MIME-Version', source: 'RFC 3261 §20.24', means: 'Version of MIME in the body.' },
  { name: 'Min-Expires', source: 'RFC 3261 §20.23', means: 'Shortest lifetime that the server accepts.' },
  { name: 'Min-SE', source: 'RFC 4028 §5', means: 'Shortest session interval that is accepted.' },
  { name: 'Organization', source: 'RFC 3261 §20.25', means: 'Organization of the sender.' },
  {
    name: 'Origination-Id',
    source: '3GPP TS 24.229',
    means: 'Identifier of where a call entered the network, for signing.',
  },
  {
    name: 'P-Access-Network-Info',
    source: 'RFC 7315 §4.4',
    means: 'Access network of the device, such as the mobile cell.',
  },
  {
    name: 'P-Answer-State',
    source: 'RFC 4964',
    means: 'Whether a push-to-talk answer was given by the device or only by the network.',
  },
  {
    name: 'P-Asserted-Identity',
    source: 'RFC 3325 §9.1',
    means: 'Who calls, as checked by the network; meant for trusted networks only.',
  },
  { name: 'P-Asserted-Service', source: 'RFC 6050', means: 'Which service is used, as checked by the network.' },
  { name: 'P-Associated-URI', source: 'RFC 7315 §4.1', means: 'Further addresses that the registered user may use.' },
  {
    name: 'P-Called-Party-ID',
    source: 'RFC 7315 §4.2',
    means: 'The address that was called before the registrar replaced it by the Contact.',
  },
  { name: 'P-Charge-Info', source: 'RFC 8496', means: 'Who pays for the call.' },
  { name: 'P-Charging-Function-Addresses', source: 'RFC 7315 §4.5', means: 'Where charging data go.' },
  {
    name: 'P-Charging-Vector',
    source: 'RFC 7315 §4.6',
    means: 'Charging identifier; the same for all legs of a call.',
  },
  { name: 'P-DCS-Trace-Party-ID', source: 'RFC 5503', means: 'Cable networks: tracing a malicious call.' },
  { name: 'P-DCS-OSPS', source: 'RFC 5503', means: 'Cable networks: operator services.' },
  { name: 'P-DCS-Billing-Info', source: 'RFC 5503', means: 'Cable networks: billing data.' },
  { name: 'P-DCS-LAES', source: 'RFC 5503', means: 'Cable networks: lawful interception.' },
  { name: 'P-DCS-Redirect', source: 'RFC 5503', means: 'Cable networks: forwarding data.' },
  { name: 'P-Early-Media', source: 'RFC 5009 §8', means: 'Whether sound before the answer is permitted.' },
  { name: 'P-Media-Authorization', source: 'RFC 3313', means: 'Permission to use reserved bandwidth.' },
  {
    name: 'P-Preferred-Identity',
    source: 'RFC 3325 §9.2',
    means: 'Which of its identities the caller would like to show.',
  },
  { name: 'P-Preferred-Service', source: 'RFC 6050', means: 'Which service the caller would like to use.' },
  {
    name: 'P-Private-Network-Indication',
    source: 'RFC 7316',
    means: 'The call belongs to a private network of a company.',
  },
  { name: 'P-Profile-Key', source: 'RFC 5002', means: 'Service profile that applies to the called address.' },
  { name: 'P-Refused-URI-List', source: 'RFC 5318', means: 'Addresses of a list that the server did not serve.' },
  { name: 'P-Served-User', source: 'RFC 5502', means: 'The user for whom an application server acts.' },
  { name: 'P-User-Database', source: 'RFC 4457', means: 'The database that knows the user.' },
  { name: 'P-Visited-Network-ID', source: 'RFC 7315 §4.3', means: 'The network that the user is visiting.' },
  { name: 'Path', source: 'RFC 3327 §4', means: 'Proxies through which requests must reach the registered device.' },
  { name: 'Permission-Missing', source: 'RFC 5360 §5.9', means: 'Recipients who have not agreed.' },
  { name: 'Policy-Contact', source: 'RFC 6794 §4.4', means: 'Where to ask for the policy of the network.' },
  { name: 'Policy-ID', source: 'RFC 6794 §4.4', means: 'Which policy server was asked.' },
  { name: 'Priority', source: 'RFC 3261 §20.26', means: 'How urgent the request is for the person who gets it.' },
  { name: 'Priority-Share', source: '3GPP TS 24.229', means: 'Whether calls of one user may share their priority.' },
  { name: 'Priority-Verstat', source: '3GPP TS 24.229', means: 'Result of checking the signed call priority.' },
  { name: 'Priv-Answer-Mode', source: 'RFC 5373 §3', means: 'As Answer-Mode, for callers with special rights.' },
  { name: 'Privacy', source: 'RFC 3323 §4.2', means: 'What the network is to hide about the sender.' },
  {
    name: 'Proxy-Authenticate',
    source: 'RFC 3261 §20.27',
    means: 'The question for credentials that a proxy asks with 407.',
  },
  { name: 'Proxy-Authorization', source: 'RFC 3261 §20.28', means: 'Credentials for a proxy, in answer to 407.' },
  { name: 'Proxy-Require', source: 'RFC 3261 §20.29', means: 'Extensions that proxies on the way must support.' },
  { name: 'RAck', source: 'RFC 3262 §7.2', means: 'Which provisional response a PRACK confirms.' },
  {
    name: 'Reason',
    source: 'RFC 3326 §2',
    means: 'Why the request, or the response, was sent; often the cause from the telephone network.',
  },
  { name: 'Record-Route', source: 'RFC 3261 §20.30', means: 'Proxies that want to stay on the way of later requests.' },
  { name: 'Recv-Info', source: 'RFC 6086 §7.3', means: 'Kinds of INFO data that the sender wants to get.' },
  { name: 'Refer-Events-At', source: 'RFC 7614 §4', means: 'Where to subscribe to the progress of a transfer.' },
  { name: 'Refer-Sub', source: 'RFC 4488 §4', means: 'Whether the progress of a transfer is reported.' },
  {
    name: 'Refer-To',
    compact: 'r',
    source: 'RFC 3515 §2.1',
    means: 'Whom the other side is asked to contact; the target of a transfer.',
  },
  { name: 'Referred-By', compact: 'b', source: 'RFC 3892 §3', means: 'Who asked for the transfer.' },
  {
    name: 'Reject-Contact',
    compact: 'j',
    source: 'RFC 3841 §9.2',
    means: 'Which kind of device the caller does not want to reach.',
  },
  { name: 'Relayed-Charge', source: '3GPP TS 24.229', means: 'Charging data passed between networks.' },
  {
    name: 'Replaces',
    source: 'RFC 3891 §6.1',
    means: 'The call that this one takes the place of, as in an attended transfer.',
  },
  { name: 'Reply-To', source: 'RFC 3261 §20.31', means: 'Where to call back.' },
  {
    name: 'Request-Disposition',
    compact: 'd',
    source: 'RFC 3841 §9.1',
    means: 'How servers are to treat the request, for example without forking.',
  },
  {
    name: 'Require',
    source: 'RFC 3261 §20.32',
    means: 'Extensions that the receiver must support; otherwise it refuses with 420.',
  },
  { name: 'Resource-Priority', source: 'RFC 4412 §3.1', means: 'Priority of the call when resources are scarce.' },
  { name: 'Resource-Share', source: '3GPP TS 24.229', means: 'Whether calls may share media resources.' },
  { name: 'Response-Key', source: 'RFC 2543', means: 'Deprecated: key for encrypted responses in RFC 2543.' },
  { name: 'Response-Source', source: '3GPP TS 24.229', means: 'Which kind of server made the response.' },
  {
    name: 'Restoration-Info',
    source: '3GPP TS 24.229',
    means: 'Helps a mobile network to recover after the failure of a server.',
  },
  { name: 'Retry-After', source: 'RFC 3261 §20.33', means: 'How many seconds to wait before trying again.' },
  { name: 'Route', source: 'RFC 3261 §20.34', means: 'Proxies that the request has to pass, in order.' },
  {
    name: 'RSeq',
    source: 'RFC 3262 §7.1',
    means: 'Number of a provisional response that has to be confirmed by PRACK.',
  },
  { name: 'Security-Client', source: 'RFC 3329 §2.2', means: 'Security mechanisms that the client offers.' },
  { name: 'Security-Server', source: 'RFC 3329 §2.2', means: 'Security mechanisms that the server offers.' },
  {
    name: 'Security-Verify',
    source: 'RFC 3329 §2.2',
    means: "The server's list repeated, so that nobody can have changed it.",
  },
  { name: 'Server', source: 'RFC 3261 §20.35', means: 'Software that made the response.' },
  { name: 'Service-Interact-Info', source: '3GPP TS 24.229', means: 'Which services already acted on the call.' },
  {
    name: 'Service-Route',
    source: 'RFC 3608 §5',
    means: 'Proxies that later requests of the registered device have to pass.',
  },
  {
    name: 'Session-Expires',
    compact: 'x',
    source: 'RFC 4028 §4',
    means: 'How many seconds the call lasts unless it is refreshed, and who refreshes it.',
  },
  {
    name: 'Session-ID',
    source: 'RFC 7989 §5',
    means: 'Names the call end to end, even where a B2BUA changes the Call-ID.',
  },
  { name: 'SIP-ETag', source: 'RFC 3903 §11.3.1', means: 'Names the published state.' },
  {
    name: 'SIP-If-Match',
    source: 'RFC 3903 §11.3.2',
    means: 'The published state that the request renews, changes or removes.',
  },
  { name: 'Subject', compact: 's', source: 'RFC 3261 §20.36', means: 'What the call is about.' },
  {
    name: 'Subscription-State',
    source: 'RFC 6665 §8.2.3',
    means: 'Whether a subscription is active, pending or over, and why.',
  },
  { name: 'Supported', compact: 'k', source: 'RFC 3261 §20.37', means: 'Extensions that the sender supports.' },
  { name: 'Suppress-If-Match', source: 'RFC 5839 §5', means: 'Asks for no notification if nothing has changed.' },
  {
    name: 'Target-Dialog',
    source: 'RFC 4538 §7',
    means: "An existing call that proves the sender's right to send the request.",
  },
  { name: 'Timestamp', source: 'RFC 3261 §20.38', means: 'When the request was sent, to measure the delay.' },
  {
    name: 'To',
    compact: 't',
    source: 'RFC 3261 §20.39',
    means: "Who is called; the tag names the callee's side of the dialog.",
  },
  { name: 'Trigger-Consent', source: 'RFC 5360 §5.11', means: 'Where to ask a recipient for permission.' },
  { name: 'Unsupported', source: 'RFC 3261 §20.40', means: 'Required extensions that the server does not support.' },
  { name: 'User-Agent', source: 'RFC 3261 §20.41', means: 'Software of the sender.' },
  {
    name: 'User-to-User',
    source: 'RFC 7433 §4',
    means: 'Data of the application that the network carries along with the call.',
  },
  {
    name: 'Via',
    compact: 'v',
    source: 'RFC 3261 §20.42',
    means: 'The way that the request took; the response goes back along it.',
  },
  {
    name: 'Warning',
    source: 'RFC 3261 §20.43',
    means: 'Details about the outcome, mostly about what is wrong with the SDP.',
  },
  {
    name: 'WWW-Authenticate',
    source: 'RFC 3261 §20.44',
    means: 'The question for credentials that the server asks with 401.',
  },
  {
    name: 'Diversion',
    source: 'RFC 5806',
    means: 'Who forwarded the call, and why; historic, but common in telephone networks.',
    unregistered: true,
  },
  {
    name: 'Remote-Party-ID',
    source: 'draft-ietf-sip-privacy-04',
    means: 'Who calls, as checked by the network; the forerunner of P-Asserted-Identity.',
    unregistered: true,
  },
] as const satisfies readonly HeaderEntry[];

const byLowerCase: ReadonlyMap<string, HeaderEntry> = new Map(
  headers.flatMap((entry: HeaderEntry) => [
    [entry.name.toLowerCase(), entry],
    ...(entry.compact === undefined ? [] : [[entry.compact, entry] as const]),
  ]),
);

/** The entry of a header name, in any case and in its compact form too (RFC 3261 §7.3.1, §7.3.3); undefined for others. */
export function headerEntry(name: string): HeaderEntry | undefined {
  return byLowerCase.get(name.toLowerCase());
}
