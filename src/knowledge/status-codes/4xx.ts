// Request failures: this server refuses this request; another server, or a changed request, may succeed.
import type { StatusEntry } from './entry.ts';

/** The registered codes from 400 to 499. */
export const requestFailureCodes = {
  400: {
    phrase: 'Bad Request',
    source: 'RFC 3261 §21.4.1',
    nature: 'caller-fault',
    text: {
      means: 'The server could not understand the request, or the request breaks a rule that the server insists on.',
      usually: [
        'A mandatory header is missing, doubled or malformed.',
        'A firewall or SIP ALG changed the message, or a large UDP message lost its second part.',
        'Content-Length does not match the body.',
        'A proxy uses 400 for a policy of its own; its reason phrase then tells more.',
      ],
      fix: [
        { who: 'client', action: 'Correct the part of the request that the reason phrase or the findings name.' },
        { who: 'network', action: 'Switch off SIP ALG, and use TCP for messages larger than about 1300 bytes.' },
        { who: 'server', action: 'Say in the reason phrase what is wrong with the request.' },
      ],
      noFaultWhen: 'The request came from a scanner.',
    },
    perMethod: {
      REFER: 'Often the Refer-To header is missing or there is more than one.',
      REGISTER: 'Often a Contact of * is combined with another Contact or with an Expires other than 0.',
      INVITE: 'With Replaces or Join it means that these headers are doubled or do not fit together.',
    },
    dialog: 'transaction',
    retry: 'Not unchanged.',
  },
  401: {
    phrase: 'Unauthorized',
    source: 'RFC 3261 §21.4.2',
    nature: 'challenge',
    text: {
      means:
        'The server asks for a user name and password before it goes on. The first 401 is a question, not a refusal.',
      usually: [
        'The first request carries no credentials, because the client has to be asked for them first.',
        'The nonce has expired, and the server sends a new one marked stale=true.',
        'User name, password or realm in the client are wrong, so that the question is repeated.',
      ],
      fix: [
        { who: 'client', action: 'Send the request again with credentials for this realm and a CSeq one higher.' },
        {
          who: 'operator',
          action: 'If the question is repeated, compare user name, password and realm on both sides.',
        },
        {
          who: 'server',
          action: 'Share the nonces between the nodes of a cluster, and offer MD5 as well if old phones must register.',
        },
      ],
      noFaultWhen: 'The request carried no credentials yet, or stale=true is there, and the next attempt succeeds.',
    },
    perMethod: {
      BYE: 'The server asks for credentials even for hanging up; a client that does not answer leaves the call hanging.',
      OPTIONS: 'The peer is alive and asks who wants to know.',
      REGISTER: 'The registrar asks who is registering; every registration with a password starts like this.',
      ACK: 'An ACK is never answered, so no server may send this.',
      CANCEL: 'A CANCEL cannot be sent again with credentials, so no server may ask for them.',
    },
    headers: [
      {
        name: 'WWW-Authenticate',
        strength: 'must',
        why: 'Holds the realm and the nonce without which the client cannot prove anything.',
      },
    ],
    dialog: 'transaction',
    retry: 'Once with credentials; again only with a new nonce marked stale=true.',
  },
  402: {
    phrase: 'Payment Required',
    source: 'RFC 3261 §21.4.3',
    nature: 'caller-fault',
    text: {
      means:
        'The code is reserved and has no fixed meaning. Providers use it to say that the account cannot pay for the call.',
      usually: ['A prepaid account or trunk has run out of credit.'],
      fix: [{ who: 'caller', action: 'Check the balance of the account, or ask the provider.' }],
    },
    dialog: 'transaction',
    retry: 'Not before the account has changed.',
  },
  403: {
    phrase: 'Forbidden',
    source: 'RFC 3261 §21.4.4',
    nature: 'caller-fault',
    text: {
      means: 'The server understood the request and refuses it. Asking again, even with a password, will not help.',
      usually: [
        'The account or trunk may not call this destination.',
        'The calling number is not one that this account may use.',
        'The request comes from an IP address that the server does not trust.',
        'The password is wrong: many servers answer 403 instead of asking again.',
      ],
      fix: [
        {
          who: 'caller',
          action:
            'Check the calling number in From and P-Asserted-Identity, the source address and the dialled number.',
        },
        {
          who: 'operator',
          action: 'Check the permissions of the account, the address list of the trunk and blocked destinations.',
        },
        { who: 'network', action: 'If an address list decides, check whether NAT changed the source address.' },
      ],
      noFaultWhen: 'The request came from somebody who must not get through, such as a scanner.',
    },
    perMethod: {
      MESSAGE: 'This sender may not write to this recipient.',
      PUBLISH: 'This user may not publish state for this address.',
      REGISTER:
        'The account may not register this address, or the password is wrong and the registrar does not ask again.',
      SUBSCRIBE: 'This user may not see the state that it asked for.',
      REFER: 'Transfers are not permitted here.',
      OPTIONS: 'The peer is alive, but does not want to be asked by this sender.',
    },
    dialog: 'transaction',
    retry: 'Not unchanged.',
  },
  404: {
    phrase: 'Not Found',
    source: 'RFC 3261 §21.4.5',
    nature: 'caller-fault',
    text: {
      means: 'The server knows no such user or number, or is not responsible for the domain in the Request-URI.',
      usually: [
        'The number is written in a form that the server does not know, for example without country code or with a wrong prefix.',
        'The host in the Request-URI is an IP address where the server expects its domain name.',
        'The number does not exist, or has no route in the dial plan.',
        'The extension is not registered, and the server says 404 instead of 480.',
      ],
      fix: [
        {
          who: 'caller',
          action: 'Compare number format and domain of the Request-URI with those of a call that works.',
        },
        {
          who: 'operator',
          action: 'Check that the user exists on this server and that the server accepts this domain.',
        },
      ],
      noFaultWhen: 'It answers an OPTIONS ping: any response proves that the peer is alive.',
    },
    perMethod: {
      MESSAGE: 'There is no recipient by this name on the server.',
      PUBLISH: 'The server keeps no state for this address.',
      NOTIFY:
        'The subscriber is not known at the address where the NOTIFY arrived: its Contact probably points to the wrong place.',
      OPTIONS: 'The peer is alive, but does not know the address that was asked for.',
      REGISTER: 'The registrar knows no such user in its domain.',
      BYE: 'The call is not known at the address where the BYE arrived: Contact or Route probably point to the wrong place.',
      SUBSCRIBE: 'There is nobody by this name whose state could be watched.',
    },
    headers: [{ name: 'Retry-After', strength: 'may', why: 'When the user may be reachable here.' }],
    dialog: 'dialog',
    retry: 'Not to the same address at this server.',
  },
  405: {
    phrase: 'Method Not Allowed',
    source: 'RFC 3261 §21.4.6',
    nature: 'caller-fault',
    text: {
      means: 'The server knows this kind of request, but does not allow it at the address that it was sent to.',
      usually: [
        'A REGISTER went to a phone or to a server that is no registrar.',
        'The service behind SUBSCRIBE, PUBLISH or MESSAGE is not switched on.',
        'Transfers by REFER are disabled.',
      ],
      fix: [
        {
          who: 'client',
          action: 'Use a method that the Allow header lists, or send the request to the server that offers it.',
        },
        { who: 'operator', action: 'Switch the feature on if it should work here.' },
        { who: 'server', action: 'List the permitted methods in Allow.' },
      ],
      noFaultWhen: 'It answers a keep-alive: any response proves that the peer is alive.',
    },
    perMethod: {
      SUBSCRIBE: 'This kind of subscription is not offered at this address.',
      PUBLISH: 'No state can be published here.',
      MESSAGE: 'This device takes no instant messages.',
      INFO: 'The device takes no INFO; DTMF digits have to go in the RTP stream (RFC 4733).',
      UPDATE: 'The peer takes no UPDATE; the change has to be made with a re-INVITE.',
      REGISTER: 'This server is no registrar.',
      OPTIONS: 'The peer is alive, but does not take OPTIONS here.',
      REFER: 'Transfers are switched off.',
      NOTIFY: 'The device takes no notifications that it did not subscribe to.',
    },
    headers: [{ name: 'Allow', strength: 'must', why: 'Lists the methods that would work at this address.' }],
    dialog: 'usage',
    retry: 'Not with this method at this address.',
  },
  406: {
    phrase: 'Not Acceptable',
    source: 'RFC 3261 §21.4.7',
    nature: 'caller-fault',
    text: {
      means: 'The server can only answer in formats that the Accept header of the request rules out.',
      usually: [
        'A SUBSCRIBE accepts only formats that the server cannot produce.',
        'The server means 488: it does not like the media offer.',
      ],
      fix: [
        { who: 'client', action: 'List further formats in Accept, at least the usual one of the service.' },
        { who: 'server', action: 'Answer 488 where the media offer is the problem.' },
      ],
      noFaultWhen: 'The client tries formats one after the other and succeeds.',
    },
    perMethod: {
      SUBSCRIBE: 'The server can only report the state in a format that the Accept header of the SUBSCRIBE rules out.',
    },
    headers: [{ name: 'Warning', strength: 'may', why: 'Tells what does not fit.' }],
    dialog: 'transaction',
    retry: 'With another Accept header.',
  },
  407: {
    phrase: 'Proxy Authentication Required',
    source: 'RFC 3261 §21.4.8',
    nature: 'challenge',
    text: {
      means:
        'A proxy on the way asks for a user name and password before it passes the request on. The first 407 is a question, not a refusal.',
      usually: [
        'The first request carries no credentials, because the client has to be asked for them first.',
        'The nonce has expired, and the proxy sends a new one marked stale=true.',
        'User name, password or realm in the client are wrong, so that the question is repeated.',
        'The client answers in Authorization instead of Proxy-Authorization.',
      ],
      fix: [
        {
          who: 'client',
          action:
            'Send the request again with Proxy-Authorization for this realm and a CSeq one higher, in calls that are up too.',
        },
        {
          who: 'operator',
          action: 'If the question is repeated, compare user name, password and realm on both sides.',
        },
      ],
      noFaultWhen: 'The request carried no credentials yet, or stale=true is there, and the next attempt succeeds.',
    },
    perMethod: {
      REGISTER: 'A proxy in front of the registrar asks for credentials; the registrar may ask again with 401.',
      BYE: 'The proxy wants credentials even for hanging up; a client that does not answer leaves the call hanging.',
      ACK: 'An ACK is never answered, so no proxy may send this.',
      CANCEL: 'A CANCEL cannot be sent again with credentials, so no proxy may ask for them.',
    },
    headers: [
      {
        name: 'Proxy-Authenticate',
        strength: 'must',
        why: 'Holds the realm and the nonce without which the client cannot prove anything.',
      },
    ],
    dialog: 'transaction',
    retry: 'Once with credentials; again only with a new nonce marked stale=true.',
  },
  408: {
    phrase: 'Request Timeout',
    source: 'RFC 3261 §21.4.9',
    nature: 'network',
    text: {
      means: 'The server could not get a result in time. Normally it sent the request on and nobody answered.',
      usually: [
        'The phone is registered but can no longer be reached, because its NAT binding or TCP connection is gone.',
        'The next server is down, or a firewall drops the request.',
        'A large request was split into several IP packets and one of them was dropped.',
        'Nobody picked up in the time that the platform allows.',
      ],
      fix: [
        {
          who: 'operator',
          action: 'Look at the leg behind the server that sent this: the request stayed unanswered there.',
        },
        { who: 'callee', action: 'Keep the registration reachable with keep-alives and a shorter expiry.' },
        { who: 'network', action: 'Check that firewall and NAT let requests through to the callee, large ones too.' },
      ],
      noFaultWhen: 'The platform uses it for a call that nobody picked up.',
    },
    perMethod: {
      INVITE: 'Nobody answered the call attempt in time.',
      REGISTER:
        'No element may send 408 to a request other than INVITE (RFC 4320 §4.2); the registrar was probably not reached.',
      OPTIONS:
        'No element may send 408 to a request other than INVITE (RFC 4320 §4.2); the peer was probably not reached.',
      BYE: 'No element may send 408 to a request other than INVITE (RFC 4320 §4.2); whoever hung up treats the call as ended.',
    },
    dialog: 'usage',
    retry: 'Unchanged, at any time.',
  },
  410: {
    phrase: 'Gone',
    source: 'RFC 3261 §21.4.10',
    nature: 'caller-fault',
    text: {
      means: 'The user or number is no longer here, and no new address is known. This is expected to last.',
      usually: [
        'The number was changed or given up.',
        'The number moved to another network without a forwarding address.',
      ],
      fix: [{ who: 'caller', action: 'Find out the new number and correct the stored one.' }],
      noFaultWhen: 'The number really is gone: then the response is right.',
    },
    dialog: 'dialog',
    retry: 'Not to this address.',
  },
  412: {
    phrase: 'Conditional Request Failed',
    source: 'RFC 3903 §11.2.1',
    nature: 'state',
    text: {
      means: 'The client wants to renew published state that the server no longer has.',
      usually: [
        'The publication expired before it was renewed.',
        'The server was restarted, or another node of the cluster got the request.',
      ],
      fix: [
        { who: 'client', action: 'Publish the whole state again without SIP-If-Match, and renew earlier in future.' },
        { who: 'operator', action: 'Share the published state between the nodes of the cluster.' },
      ],
      noFaultWhen: 'A new PUBLISH without SIP-If-Match follows and succeeds.',
    },
    dialog: 'transaction',
    retry: 'At once, as a first PUBLISH with the whole state.',
  },
  413: {
    phrase: 'Request Entity Too Large',
    source: 'RFC 3261 §21.4.11',
    nature: 'caller-fault',
    text: {
      means: 'The body of the request is larger than the server accepts.',
      usually: [
        'The SDP is very long, as with many codecs or ICE candidates.',
        'A message or a presence document is larger than the limit.',
      ],
      fix: [
        { who: 'client', action: 'Shorten the body, or send a link to the content instead.' },
        { who: 'server', action: 'Raise the limit if such bodies are wanted.' },
      ],
      noFaultWhen: 'The client tries again with a smaller body and succeeds.',
    },
    headers: [{ name: 'Retry-After', strength: 'should', why: 'When to try again, if the limit is a passing one.' }],
    dialog: 'transaction',
    retry: 'With a smaller body or none.',
  },
  414: {
    phrase: 'Request-URI Too Long',
    source: 'RFC 3261 §21.4.12',
    nature: 'caller-fault',
    text: {
      means: 'The address that the request is sent to is longer than the server can handle.',
      usually: [
        'Parameters were added to the address again and again, as in a routing loop.',
        'Headers or long parameters are packed into the address.',
      ],
      fix: [
        { who: 'client', action: 'Shorten the Request-URI.' },
        { who: 'proxy', action: 'Stop adding parameters to the Request-URI on every hop.' },
      ],
    },
    dialog: 'transaction',
    retry: 'With a shorter Request-URI.',
  },
  415: {
    phrase: 'Unsupported Media Type',
    source: 'RFC 3261 §21.4.13',
    nature: 'caller-fault',
    text: {
      means: 'The body of the request has a type, encoding or language that the server cannot read.',
      usually: [
        'The body has several parts, and the device reads plain SDP only.',
        'An INFO carries DTMF digits in a format that the device does not know.',
        'A message has an unusual content type.',
      ],
      fix: [
        {
          who: 'client',
          action: 'Send a type that the Accept header lists, and mark extra parts with handling=optional.',
        },
        { who: 'server', action: 'Support bodies of several parts, and list the supported types in Accept.' },
      ],
      noFaultWhen: 'One format is tried and refused while the call goes on.',
    },
    perMethod: {
      PUBLISH: 'The server does not store state in this format.',
      SUBSCRIBE: 'The server does not understand the filter in the body.',
      INFO: 'The device does not understand this kind of in-call data, often DTMF; the call goes on.',
      MESSAGE: 'The device cannot show messages of this type.',
    },
    headers: [
      { name: 'Accept', strength: 'must', why: 'Lists the supported types, where the type is the problem.' },
      {
        name: 'Accept-Encoding',
        strength: 'must',
        why: 'Lists the supported encodings, where the encoding is the problem.',
      },
      {
        name: 'Accept-Language',
        strength: 'must',
        why: 'Lists the supported languages, where the language is the problem.',
      },
    ],
    dialog: 'transaction',
    retry: 'With a type, encoding or language that the response lists.',
  },
  416: {
    phrase: 'Unsupported URI Scheme',
    source: 'RFC 3261 §21.4.14',
    nature: 'caller-fault',
    text: {
      means: 'The server does not know this kind of address, for example tel: instead of sip:.',
      usually: [
        'The request is addressed to a tel: number, and the server only takes sip: addresses.',
        'The request is addressed to sips: or urn:, which the server does not support.',
      ],
      fix: [
        { who: 'client', action: 'Use a sip: address.' },
        { who: 'proxy', action: 'Turn tel: numbers into sip: addresses before sending them on.' },
      ],
      noFaultWhen: 'The client tries again with a sip: address and succeeds.',
    },
    dialog: 'dialog',
    retry: 'With a sip: address.',
  },
  417: {
    phrase: 'Unknown Resource-Priority',
    source: 'RFC 4412 §4.6.2',
    nature: 'caller-fault',
    text: {
      means: 'The request insists on a call priority that the server does not know.',
      usually: ['Two priority networks, for emergency or government use, name their priorities differently.'],
      fix: [
        { who: 'client', action: 'Use a priority that Accept-Resource-Priority lists, or do not insist on one.' },
        { who: 'operator', action: 'Add the missing priority namespace to the server.' },
      ],
    },
    headers: [
      { name: 'Accept-Resource-Priority', strength: 'may', why: 'Lists the priorities that the server knows.' },
    ],
    dialog: 'transaction',
    retry: 'With a known priority, or without Require: resource-priority.',
  },
  420: {
    phrase: 'Bad Extension',
    source: 'RFC 3261 §21.4.15',
    nature: 'caller-fault',
    text: {
      means: 'The request insists on a protocol extension that the server does not support.',
      usually: [
        'The client puts 100rel, timer, precondition or replaces into Require instead of Supported.',
        'The server has the extension switched off.',
      ],
      fix: [
        {
          who: 'client',
          action: 'Move the extensions that Unsupported names from Require to Supported, or drop them.',
        },
        { who: 'server', action: 'Enable the extension if the other side depends on it.' },
      ],
      noFaultWhen: 'The client tries again without the extension and succeeds.',
    },
    perMethod: {
      INVITE: 'Usually 100rel, timer, replaces or precondition stands in Require.',
      REGISTER: 'Usually path, outbound or gruu stands in Require, and the registrar has it switched off.',
      REFER: 'Usually nosub, explicitsub or multiple-refer stands in Require.',
    },
    headers: [{ name: 'Unsupported', strength: 'must', why: 'Names the extensions that are not supported.' }],
    dialog: 'transaction',
    retry: 'Without the extensions that Unsupported names.',
  },
  421: {
    phrase: 'Extension Required',
    source: 'RFC 3261 §21.4.16',
    nature: 'caller-fault',
    text: {
      means: 'The server insists on a protocol extension that the client does not offer.',
      usually: [
        'The network demands reliable provisional responses (100rel) or a security agreement (sec-agree).',
        'The extension is switched off in the client.',
      ],
      fix: [
        { who: 'client', action: 'Enable the extension that Require names and list it in Supported.' },
        { who: 'server', action: 'Go on without the extension where that is possible.' },
      ],
      noFaultWhen: 'The client tries again with the extension and succeeds.',
    },
    perMethod: {
      INVITE: 'The callee side insists on reliable provisional responses (100rel) or on session timers (timer).',
      REGISTER: 'The network insists on a security agreement (sec-agree) or on Path before it registers anybody.',
    },
    headers: [
      { name: 'Require', strength: 'must', why: 'Names the extensions that the client must support.' },
      { name: 'Security-Server', strength: 'must', why: 'Lists the security mechanisms, where sec-agree is demanded.' },
    ],
    dialog: 'transaction',
    retry: 'With the extension in Supported.',
  },
  422: {
    phrase: 'Session Interval Too Small',
    source: 'RFC 4028 §6',
    nature: 'state',
    text: {
      means: 'The client wants to refresh the call more often than the server allows.',
      usually: [
        'Session-Expires of the client is lower than the minimum of the server, often 600 s against 900 or 1800 s.',
      ],
      fix: [
        {
          who: 'client',
          action: 'Send the request again with a Session-Expires of at least the Min-SE in the response.',
        },
        { who: 'server', action: 'Lower the minimum if it is needlessly high; 90 s is the lowest allowed.' },
      ],
      noFaultWhen: 'The client tries again with a longer interval and succeeds.',
    },
    perMethod: {
      INVITE: 'The call is not set up, or not refreshed, with so short an interval.',
      UPDATE: 'The call goes on; only the shorter interval is refused.',
    },
    headers: [
      { name: 'Min-SE', strength: 'must', why: 'The shortest interval that the server accepts, at least 90 s.' },
    ],
    dialog: 'transaction',
    retry: 'With Session-Expires of at least Min-SE.',
  },
  423: {
    phrase: 'Interval Too Brief',
    source: 'RFC 3261 §21.4.17',
    nature: 'state',
    text: {
      means: 'The client asked for a shorter lifetime than the server accepts.',
      usually: [
        'A phone registers every 30 to 60 s to keep its NAT binding, and the registrar demands longer intervals.',
        'A subscription asks for a very short lifetime.',
      ],
      fix: [
        {
          who: 'client',
          action: 'Ask for at least the seconds that Min-Expires names, and use keep-alives against NAT instead.',
        },
        {
          who: 'server',
          action: 'Lower the minimum if short lifetimes are needed; requests of 3600 s or more may not be refused.',
        },
      ],
      noFaultWhen: 'The client tries again with a longer lifetime and succeeds.',
    },
    perMethod: {
      REGISTER: 'The registration would expire too soon for the registrar.',
      SUBSCRIBE: 'The subscription would expire too soon for the server.',
      PUBLISH: 'The publication would expire too soon for the server.',
    },
    headers: [{ name: 'Min-Expires', strength: 'must', why: 'The shortest lifetime that the server accepts.' }],
    dialog: 'transaction',
    retry: 'With an expiry of at least Min-Expires.',
  },
  424: {
    phrase: 'Bad Location Information',
    source: 'RFC 6442 §4.3',
    nature: 'caller-fault',
    text: {
      means: 'The location that came with the request cannot be used.',
      usually: [
        'The location document is malformed or too old.',
        'The location is given as a link that the server cannot fetch.',
      ],
      fix: [
        { who: 'client', action: 'Send a correct location; Geolocation-Error tells what is wrong with this one.' },
        { who: 'network', action: 'Make the location server reachable for the one that has to read the link.' },
      ],
    },
    headers: [{ name: 'Geolocation-Error', strength: 'must', why: 'Tells what is wrong with the location.' }],
    dialog: 'transaction',
    retry: 'With a corrected location; an emergency call at once.',
  },
  425: {
    phrase: 'Bad Alert Message',
    source: 'RFC 8876 §5.1',
    nature: 'caller-fault',
    text: {
      means: 'The emergency alert that came with the request cannot be used.',
      usually: ['A sensor or gateway sends an alert document that is incomplete or malformed.'],
      fix: [{ who: 'client', action: 'Correct the alert document; AlertMsg-Error tells what is wrong with it.' }],
    },
    headers: [{ name: 'AlertMsg-Error', strength: 'must', why: 'Tells what is wrong with the alert.' }],
    dialog: 'transaction',
    retry: 'With a corrected alert.',
  },
  428: {
    phrase: 'Use Identity Header',
    source: 'RFC 8224 §6.2.2',
    nature: 'caller-fault',
    text: {
      means: 'The server only takes calls whose calling number is signed, and this one is not.',
      usually: [
        'The provider of the caller does not sign calls.',
        'A server on the way removed the Identity header, for example to keep the message small.',
      ],
      fix: [
        { who: 'operator', action: 'Sign the calling number where the call enters the network.' },
        { who: 'proxy', action: 'Pass the Identity header on unchanged.' },
      ],
    },
    dialog: 'transaction',
    retry: 'With an Identity header.',
  },
  429: {
    phrase: 'Provide Referrer Identity',
    source: 'RFC 3892 §5',
    nature: 'challenge',
    text: {
      means: 'The target of a transfer wants proof of who asked for the transfer.',
      usually: ['A transfer goes to a target that demands a signed Referred-By token.'],
      fix: [
        { who: 'client', action: 'Send the REFER again with a Referred-By token.' },
        { who: 'callee', action: 'Drop the demand if transfers without proof are acceptable.' },
      ],
      noFaultWhen: 'The REFER is repeated with a token and succeeds.',
    },
    dialog: 'transaction',
    retry: 'Once, with a Referred-By token.',
  },
  430: {
    phrase: 'Flow Failed',
    source: 'RFC 5626 §11.5',
    nature: 'network',
    text: {
      means:
        'The connection over which the phone had registered is gone. One proxy tells this to another; phones should never see it.',
      usually: [
        'The TCP or TLS connection of the phone was closed.',
        'The NAT binding of the phone timed out between two keep-alives.',
      ],
      fix: [
        { who: 'proxy', action: 'Try another connection of the same device, and do not pass 430 on to the caller.' },
        { who: 'client', action: 'Send keep-alives more often, and register again when the connection breaks.' },
      ],
      noFaultWhen: 'The proxy then reaches the device over another connection.',
    },
    dialog: 'transaction',
    retry: 'By the proxy, over another connection of the device.',
  },
  433: {
    phrase: 'Anonymity Disallowed',
    source: 'RFC 5079 §5',
    nature: 'choice',
    text: {
      means: 'The callee takes no calls from callers who hide their number.',
      usually: ['The callee has anonymous call rejection switched on.'],
      fix: [{ who: 'caller', action: 'Call again without hiding the number, if that is acceptable.' }],
      noFaultWhen: 'The caller hid the number on purpose: the feature does its work.',
    },
    perMethod: {
      MESSAGE: 'The recipient takes no messages from senders who hide who they are.',
    },
    dialog: 'transaction',
    retry: 'Without anonymity, and only after the user agreed.',
  },
  436: {
    phrase: 'Bad Identity Info',
    source: 'RFC 8224 §6.2.2',
    nature: 'caller-fault',
    text: {
      means: 'The calling number is signed, but the certificate needed to check the signature cannot be fetched.',
      usually: [
        'The address of the certificate in the Identity header is wrong or not reachable.',
        'A firewall keeps the checking server from fetching certificates.',
      ],
      fix: [
        { who: 'operator', action: 'Publish the certificate at the address that the Identity header names.' },
        { who: 'server', action: 'Check that the checking server can fetch certificates over HTTPS.' },
      ],
    },
    dialog: 'transaction',
    retry: 'After the address of the certificate has been corrected.',
  },
  437: {
    phrase: 'Unsupported Credential',
    source: 'RFC 8224 §6.2.2',
    nature: 'caller-fault',
    text: {
      means: 'The calling number is signed, but the server does not trust or support the certificate.',
      usually: [
        'The certificate comes from an authority that the server does not trust, or is a test certificate.',
        'The signature uses an algorithm that the server does not support.',
      ],
      fix: [
        { who: 'operator', action: 'Sign with a certificate from an authority that the other network accepts.' },
        { who: 'server', action: 'Update the list of trusted authorities.' },
      ],
    },
    dialog: 'transaction',
    retry: 'Only with another certificate.',
  },
  438: {
    phrase: 'Invalid Identity Header',
    source: 'RFC 8224 §6.2.2',
    nature: 'caller-fault',
    text: {
      means: 'The signature of the calling number does not fit the request.',
      usually: [
        'A server changed the calling or called number, or the date, after it had been signed.',
        'The Identity header was cut or damaged on the way.',
        'The numbers are written differently at the signing and at the checking side.',
      ],
      fix: [
        { who: 'proxy', action: 'Leave From, To, P-Asserted-Identity and Date as they were signed.' },
        { who: 'operator', action: 'Sign after the last change of the numbers, in their international form.' },
      ],
    },
    dialog: 'transaction',
    retry: 'At most once, with the full form of the signature.',
  },
  439: {
    phrase: 'First Hop Lacks Outbound Support',
    source: 'RFC 5626 §11.6',
    nature: 'server-fault',
    text: {
      means:
        'The phone wants to register over a connection that is kept open, but the first proxy on its way cannot do that.',
      usually: ['The proxy or SBC in front of the registrar adds no Path with the ob parameter.'],
      fix: [
        { who: 'operator', action: 'Enable outbound and Path on the first proxy.' },
        { who: 'client', action: 'Register without outbound, or through another proxy.' },
      ],
      noFaultWhen: 'The phone then registers without outbound.',
    },
    perMethod: {
      REGISTER: 'The registration is refused as it stands. No other method may get this code.',
    },
    dialog: 'transaction',
    retry: 'Without outbound, or through another proxy.',
  },
  440: {
    phrase: 'Max-Breadth Exceeded',
    source: 'RFC 5393 §5.3.3',
    nature: 'server-fault',
    text: {
      means: 'The call was to ring at more places at once than the request permits.',
      usually: [
        'Several proxies, each with a large ring group, multiply the number of branches.',
        'Forwarding loops between ring groups multiply the call.',
      ],
      fix: [
        {
          who: 'operator',
          action: 'Ring fewer devices at once or one after the other, and look for loops between groups.',
        },
      ],
    },
    dialog: 'transaction',
    retry: 'Not before the groups have been changed.',
  },
  469: {
    phrase: 'Bad Info Package',
    source: 'RFC 6086 §4.2.2',
    nature: 'caller-fault',
    text: {
      means:
        'An INFO request carried a kind of data that the other side did not say it wants. The call itself goes on.',
      usually: ['The sender uses an Info-Package that is not in the Recv-Info of the other side.'],
      fix: [
        { who: 'client', action: 'Send only packages that Recv-Info of the other side lists.' },
        { who: 'server', action: 'List the package in Recv-Info if it is supported.' },
      ],
      noFaultWhen: 'The sender can do without the data: the call is not affected.',
    },
    headers: [{ name: 'Recv-Info', strength: 'must', why: 'Lists the packages that the other side takes.' }],
    dialog: 'transaction',
    retry: 'Only with a package that Recv-Info lists.',
  },
  470: {
    phrase: 'Consent Needed',
    source: 'RFC 5360 §5.9.2',
    nature: 'choice',
    text: {
      means:
        'A server that passes requests on to a list of people may not do so, because some of them have not agreed.',
      usually: ['A group message or group call names recipients who gave no permission.'],
      fix: [{ who: 'caller', action: 'Ask the recipients that Permission-Missing names for their permission.' }],
    },
    headers: [{ name: 'Permission-Missing', strength: 'should', why: 'Names the recipients who have not agreed.' }],
    dialog: 'transaction',
    retry: 'After the recipients have agreed.',
  },
  480: {
    phrase: 'Temporarily Unavailable',
    source: 'RFC 3261 §21.4.18',
    nature: 'choice',
    text: {
      means: 'The callee is known but cannot take the call now: not registered, not answering, or not to be disturbed.',
      usually: [
        'The phone of the callee is not registered, or its registration has expired.',
        'Nobody picked up within the time that the server allows.',
        'Do-not-disturb is on.',
        'A mobile phone is switched off or out of coverage.',
      ],
      fix: [
        {
          who: 'callee',
          action: 'Check that the phone is registered and stays registered; switch off do-not-disturb.',
        },
        { who: 'operator', action: 'Set up voicemail or forwarding for the time when nobody answers.' },
        { who: 'caller', action: 'Call again later.' },
      ],
      noFaultWhen: 'Nobody picked up, or the callee does not want to be disturbed.',
    },
    perMethod: {
      OPTIONS: 'The peer that answered is alive; the address that was asked for is not reachable now.',
      REFER: 'The other side cannot carry out the transfer now.',
      SUBSCRIBE: 'Nobody can give the state now, because the device that was asked is not reachable.',
      MESSAGE: 'The message could not be delivered, because the recipient is not reachable now.',
    },
    headers: [
      { name: 'Retry-After', strength: 'may', why: 'When calling again makes sense.' },
      {
        name: 'Warning',
        strength: 'may',
        why: 'Codes 380 and 381 say that a rule about SIPS, not the callee, refused the call.',
      },
    ],
    dialog: 'usage',
    retry: 'Later; after Retry-After, if it is there.',
  },
  481: {
    phrase: 'Call/Transaction Does Not Exist',
    source: 'RFC 3261 §21.4.19',
    nature: 'state',
    text: {
      means: 'The request belongs to a call or transaction that the receiver does not know, or no longer knows.',
      usually: [
        'The call or the subscription has already ended at the receiver.',
        'The receiver was restarted, or another node of the cluster got the request.',
        'Tags or Call-ID in the request differ from those of the call.',
        'A CANCEL came after the final response, or with another branch than its INVITE.',
      ],
      fix: [
        { who: 'client', action: 'Treat the call as over; compare Call-ID and both tags with those that set it up.' },
        {
          who: 'operator',
          action: 'Route all requests of a call to the same node, or share the calls between the nodes.',
        },
      ],
      noFaultWhen: 'A CANCEL came too late, or both sides hung up at the same moment.',
    },
    perMethod: {
      BYE: 'The call was already over for the receiver. The sender ends it too, so nobody notices.',
      CANCEL:
        'There was nothing to cancel any more: the INVITE already had its final response, or the branch does not match.',
      INVITE: 'The call that was to be changed, or replaced through Replaces, does not exist at the receiver.',
      NOTIFY: 'The receiver has no such subscription; the notifier removes it.',
      SUBSCRIBE: 'The subscription to be renewed no longer exists; the client has to subscribe anew.',
      PRACK: 'No provisional response waits for this confirmation: RAck does not match any.',
      REFER: 'The call to be transferred does not exist at the receiver.',
      INFO: 'The call that the data belongs to does not exist at the receiver.',
      UPDATE: 'The call that was to be changed does not exist at the receiver.',
    },
    dialog: 'usage',
    retry: 'Not in this dialog.',
  },
  482: {
    phrase: 'Loop Detected',
    source: 'RFC 3261 §21.4.20',
    nature: 'server-fault',
    text: {
      means:
        'The request came back to a server that had already handled it, or reached the same phone twice by two ways.',
      usually: [
        'Two proxies send the call back and forth between each other.',
        'A user forwards calls to an address that forwards back.',
        'A call was split up on the way and two branches end at the same phone.',
      ],
      fix: [
        {
          who: 'operator',
          action: 'Follow the Via list: the host that appears twice has the wrong route or forwarding.',
        },
      ],
      noFaultWhen: 'Two branches of a forked call met at one phone and the other branch succeeded.',
    },
    dialog: 'dialog',
    retry: 'Not before the loop is removed.',
  },
  483: {
    phrase: 'Too Many Hops',
    source: 'RFC 3261 §21.4.21',
    nature: 'server-fault',
    text: {
      means: 'The request passed more servers than it may. Almost always it runs in circles.',
      usually: [
        'A routing loop between proxies or PBXs uses up Max-Forwards.',
        'The sender starts with a very small Max-Forwards.',
      ],
      fix: [
        { who: 'operator', action: 'Follow the Via list to the hosts that repeat, and correct their routes.' },
        { who: 'client', action: 'Start with Max-Forwards: 70.' },
      ],
      noFaultWhen: 'Somebody counts the hops on purpose with small values of Max-Forwards.',
    },
    perMethod: {
      OPTIONS: 'Often deliberate: OPTIONS with a small Max-Forwards shows the way hop by hop.',
    },
    dialog: 'dialog',
    retry: 'Not before the loop is removed.',
  },
  484: {
    phrase: 'Address Incomplete',
    source: 'RFC 3261 §21.4.22',
    nature: 'caller-fault',
    text: {
      means: 'The dialled number is too short: digits are missing.',
      usually: [
        'The number lacks its area code or country code.',
        'The phone sends the digits while they are being dialled, and more will follow.',
      ],
      fix: [
        { who: 'caller', action: 'Dial the complete number, or let the phone wait until dialling is complete.' },
        { who: 'operator', action: 'Check the number lengths in the dial plan.' },
      ],
      noFaultWhen: 'The phone sends digits as they are dialled, and a longer number follows.',
    },
    dialog: 'dialog',
    retry: 'With more digits.',
  },
  485: {
    phrase: 'Ambiguous',
    source: 'RFC 3261 §21.4.23',
    nature: 'caller-fault',
    text: {
      means: 'The address fits more than one user.',
      usually: ['A name was called instead of a number, and several users share that name.'],
      fix: [{ who: 'caller', action: 'Call one of the addresses that Contact lists, or a complete address.' }],
      noFaultWhen: 'The caller then calls one of the listed addresses.',
    },
    headers: [{ name: 'Contact', strength: 'may', why: 'Lists the users that the address may mean.' }],
    dialog: 'dialog',
    retry: 'With one of the listed addresses.',
  },
  486: {
    phrase: 'Busy Here',
    source: 'RFC 3261 §21.4.24',
    nature: 'choice',
    text: {
      means:
        'The call reached the callee, but this device is busy or does not take another call. Another device of the same user may still answer.',
      usually: [
        'The callee is on the phone and call waiting is off.',
        'The callee pressed reject, or do-not-disturb is on: many phones send 486 then.',
        'A gateway or trunk has no free channel and calls that busy.',
      ],
      fix: [
        { who: 'callee', action: 'Switch on call waiting or forwarding on busy, if further calls should get through.' },
        {
          who: 'operator',
          action: 'If it happens on an idle phone, look at the channel limit of the device that sent it.',
        },
      ],
      noFaultWhen: 'The callee really is on the phone or does not want the call.',
    },
    headers: [{ name: 'Retry-After', strength: 'may', why: 'When calling again makes sense.' }],
    dialog: 'transaction',
    retry: 'Later; after Retry-After, if it is there.',
  },
  487: {
    phrase: 'Request Terminated',
    source: 'RFC 3261 §21.4.25',
    nature: 'state',
    text: {
      means:
        'The call attempt was ended before anybody answered. It is the normal end of an INVITE that was cancelled.',
      usually: [
        'The caller hung up while the phone was still ringing.',
        'The call was answered on another device, so the remaining ones were cancelled.',
        'A server stopped ringing after its own time limit.',
      ],
      fix: [],
      noFaultWhen: 'A CANCEL, a BYE or the Expires of the INVITE came before it.',
    },
    perMethod: {
      CANCEL: 'A CANCEL itself is never answered with 487: this code belongs to the INVITE that was cancelled.',
    },
    dialog: 'transaction',
    retry: 'Nothing to repeat.',
  },
  488: {
    phrase: 'Not Acceptable Here',
    source: 'RFC 3261 §21.4.26',
    nature: 'caller-fault',
    text: {
      means: 'The callee was reached, but cannot use the media that the caller offers.',
      usually: [
        'The two sides have no codec in common.',
        'One side insists on encrypted media and the other side offers plain media, or the other way round.',
        'The offer uses something the device lacks: fax by T.38, video, WebRTC or IPv6 addresses.',
        'The SDP was damaged on the way, or is malformed.',
      ],
      fix: [
        {
          who: 'caller',
          action: 'Offer codecs, encryption and address family that the callee supports; Warning may name the problem.',
        },
        { who: 'callee', action: 'Enable the codec or the encryption that the caller offers.' },
        { who: 'operator', action: 'Let a media server or SBC in between translate, if neither side can change.' },
      ],
      noFaultWhen: 'It refuses a change inside a call, such as fax or video, and the call goes on as before.',
    },
    perMethod: {
      INVITE: 'A new call is not set up. Inside a call only the change is refused, and the call goes on as before.',
      UPDATE: 'The change to the call is refused; the call goes on as before.',
    },
    headers: [
      { name: 'Warning', strength: 'should', why: 'Names what in the offer does not fit.' },
      { name: 'Content-Type', strength: 'may', why: 'An SDP body may describe what would work.' },
    ],
    dialog: 'transaction',
    retry: 'With another offer.',
  },
  489: {
    phrase: 'Bad Event',
    source: 'RFC 6665 §8.3.2',
    nature: 'caller-fault',
    text: {
      means: 'The server does not offer the kind of state that the request is about.',
      usually: [
        'A phone asks for a feature that the server lacks, such as busy lamps, presence or a message lamp.',
        'The server sends a NOTIFY with an event that the phone does not know.',
        'The Event header is missing or misspelt; event names are case-sensitive.',
      ],
      fix: [
        {
          who: 'client',
          action: 'Ask only for events that Allow-Events lists, or switch the feature off in the phone.',
        },
        { who: 'operator', action: 'Enable the feature on the server if it should work.' },
      ],
      noFaultWhen: 'The phone merely tries which features the server has.',
    },
    perMethod: {
      SUBSCRIBE:
        'The server does not offer this event; often it is a feature that the phone has switched on and the server lacks.',
      NOTIFY: 'The device does not know this event; often it got a notification that it never asked for.',
      PUBLISH: 'The server does not store this kind of state.',
    },
    headers: [
      {
        name: 'Allow-Events',
        strength: 'should',
        why: 'Lists the events that would work; in answer to PUBLISH it is mandatory (RFC 3903 §11).',
      },
    ],
    dialog: 'usage',
    retry: 'Only with another event.',
  },
  491: {
    phrase: 'Request Pending',
    source: 'RFC 3261 §21.4.27',
    nature: 'state',
    text: {
      means: 'Both sides tried to change the call at the same moment. Each has to wait a little and try again.',
      usually: [
        'Both sides refresh the session, hold or resume at the same time.',
        'Both sides switch codec, or to fax, as soon as the call is answered.',
      ],
      fix: [
        {
          who: 'client',
          action:
            'Wait a random time before trying again: 2.1 to 4 s for the side that made the Call-ID, up to 2 s for the other.',
        },
        { who: 'operator', action: 'If it repeats, let only one side refresh the session.' },
      ],
      noFaultWhen: 'One of the two succeeds with the next attempt.',
    },
    perMethod: {
      INVITE: 'The other side has an INVITE of its own under way in this call.',
      UPDATE: 'The other side has made an offer that is not answered yet.',
    },
    dialog: 'transaction',
    retry: 'After 2.1 to 4 s by the side that made the Call-ID, after 0 to 2 s by the other.',
  },
  493: {
    phrase: 'Undecipherable',
    source: 'RFC 3261 §21.4.28',
    nature: 'caller-fault',
    text: {
      means: 'The body is encrypted, and the receiver has no key to read it.',
      usually: ['The sender encrypted with S/MIME for a certificate that the receiver does not have.'],
      fix: [
        {
          who: 'client',
          action: 'Encrypt for the certificate that the receiver really uses; the response may carry it.',
        },
      ],
    },
    headers: [{ name: 'Content-Type', strength: 'may', why: 'A body may carry the certificate to encrypt for.' }],
    dialog: 'transaction',
    retry: 'Once, with the right certificate.',
  },
  494: {
    phrase: 'Security Agreement Required',
    source: 'RFC 3329 §2.3',
    nature: 'challenge',
    text: {
      means: 'Client and server have to agree on how to protect their connection first, and have not done so.',
      usually: [
        'A mobile network asks for a security agreement as the first step of a registration.',
        'Security-Verify of the client is not an exact copy of what the server offered.',
      ],
      fix: [
        {
          who: 'client',
          action: 'Choose a mechanism from Security-Server and repeat that list unchanged in Security-Verify.',
        },
        { who: 'network', action: 'Leave the Security headers as they are.' },
      ],
      noFaultWhen: 'It is the first step of an agreement that then succeeds.',
    },
    headers: [
      { name: 'Security-Server', strength: 'must', why: 'Lists the mechanisms that the server offers.' },
      { name: 'Require', strength: 'must', why: 'Names sec-agree, where the server starts the agreement.' },
    ],
    dialog: 'transaction',
    retry: 'With Security-Client and Security-Verify.',
  },
} as const satisfies Record<number, StatusEntry>;
