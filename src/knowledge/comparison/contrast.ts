// What each status code says, in one sentence that begins with its number, and when somebody who writes a server should
// send it. Comparisons are put together from these. `{code}` stands where the number is not known beforehand.
import type { StatusKey } from '../status-codes.ts';

/** The words of one code. */
export interface Contrast {
  /** One sentence that begins with the number. */
  readonly says: string;
  /** One or two sentences for the side that answers. */
  readonly send: string;
}

/** The words of every entry of the status codes. */
export const contrasts = {
  100: {
    says: '100 says that the next hop has the INVITE and works on it, and nothing about the callee.',
    send: 'Send 100 to every INVITE that you cannot answer within 200 ms, so that the sender stops repeating it.',
  },
  180: {
    says: '180 says that the phone of the callee is ringing.',
    send: 'Send 180 when the callee is being alerted, and leave the ringing tone to the device of the caller.',
  },
  181: {
    says: '181 says that the call is being sent on to somebody else than the one who was called.',
    send: 'Send 181 when you send the call on yourself and the caller should know it.',
  },
  182: {
    says: '182 says that the call waits in a queue until somebody is free.',
    send: 'Send 182 when the call is kept in a queue, and repeat it at least every minute while it waits.',
  },
  183: {
    says: '183 says that the call makes progress and, with SDP, that sound may come before the answer.',
    send: 'Send 183 with SDP when you play a tone or an announcement before the call is answered.',
  },
  199: {
    says: '199 says that one of the devices that were tried is out, while the others are still being tried.',
    send: 'Send 199 when one branch of a forked call has failed, and only if the INVITE lists 199 in Supported.',
  },
  200: {
    says: '200 says that the request has been carried out.',
    send: 'Send 200 when you have done what the request asks for, and not before.',
  },
  202: {
    says: '202 says that the request has been accepted, and that its result will be told later or never.',
    send: 'Send 202 only to a MESSAGE that you store for later delivery; to SUBSCRIBE, NOTIFY and REFER send 200.',
  },
  204: {
    says: '204 says that the subscription has been renewed or ended, and that no NOTIFY follows because nothing has changed.',
    send: 'Send 204 only to a SUBSCRIBE inside a dialog whose Suppress-If-Match fits the current state.',
  },
  300: {
    says: '300 says that the callee can be reached at several addresses, and leaves the choice to the caller.',
    send: 'Send 300 when you know several addresses and do not want to try them yourself; list them in Contact with q values.',
  },
  301: {
    says: '301 says that the callee has moved for good, so that the caller should store the new address.',
    send: 'Send 301 only when the old address will not work again, and put the new one into Contact.',
  },
  302: {
    says: '302 says that this one call should go to another address, and that the old one stays valid.',
    send: 'Send 302 for call forwarding and routing that may change with the next call; put the address into Contact.',
  },
  305: {
    says: '305 says that the request has to come through the proxy that is named in Contact.',
    send: 'Send 305 only as the server that finally handles the request, never as a proxy.',
  },
  380: {
    says: '380 says that the call failed, and that the body of the response describes another service that may help.',
    send: 'Send 380 only where both sides know how to read the body, as for emergency calls in mobile networks.',
  },
  400: {
    says: '400 says that the request itself is malformed or breaks a rule of the protocol.',
    send: 'Send 400 when the bytes of the request are wrong, and name the wrong part in the reason phrase.',
  },
  401: {
    says: '401 says that the server needs to know who is asking before it goes on.',
    send: 'Send 401 with WWW-Authenticate when you are a registrar, a PBX or the called device and want credentials.',
  },
  402: {
    says: '402 is reserved; providers use it to say that the account cannot pay for the call.',
    send: 'Send 402 only if your customers know what it means; 403 with a clear reason phrase is understood everywhere.',
  },
  403: {
    says: '403 says that the server understood the request and will not carry it out for this caller.',
    send: 'Send 403 when the request is well formed and you know who asks, but permission is missing.',
  },
  404: {
    says: '404 says that there is no such user or number in the domain of this server.',
    send: 'Send 404 when you are responsible for the domain and the user does not exist in it.',
  },
  405: {
    says: '405 says that the server knows the method, but does not allow it at this address.',
    send: 'Send 405 when you know the method and refuse it here, and list the methods that you do allow in Allow.',
  },
  406: {
    says: '406 says that the server cannot answer in any format that the Accept header of the request allows.',
    send: 'Send 406 when you can produce no body that Accept allows; it does not speak of media offers.',
  },
  407: {
    says: '407 says that a proxy on the way needs to know who is asking before it passes the request on.',
    send: 'Send 407 with Proxy-Authenticate when you are a proxy and want credentials before you pass the request on.',
  },
  408: {
    says: '408 says that the server sent the INVITE on and got no result in time.',
    send: 'Send 408 to an INVITE when nobody behind you answered in time; to other requests send nothing.',
  },
  409: {
    says: '409 says that the request conflicts with what is stored; it comes from the SIP of 1999 and is not registered.',
    send: 'Do not send 409: answer 403 or 500 and name the conflict in the reason phrase.',
  },
  410: {
    says: '410 says that the user was here once, has gone for good, and left no new address.',
    send: 'Send 410 when you know that the address was given up for good and no new one is known.',
  },
  411: {
    says: '411 says that Content-Length is missing; it comes from the SIP of 1999 and is not registered.',
    send: 'Do not send 411: answer 400 and say in the reason phrase that Content-Length is missing.',
  },
  412: {
    says: '412 says that the published state which the request wants to renew is not stored here any more.',
    send: 'Send 412 to a PUBLISH whose SIP-If-Match names no state that you hold.',
  },
  413: {
    says: '413 says that the body of the request is too large.',
    send: 'Send 413 when the body is larger than you accept; add Retry-After if the limit is a passing one.',
  },
  414: {
    says: '414 says that the Request-URI is too long.',
    send: 'Send 414 when the Request-URI alone is longer than you can handle.',
  },
  415: {
    says: '415 says that the body of the request has a type, an encoding or a language that the server cannot read.',
    send: 'Send 415 when you cannot read the body at all, and list what you can read in Accept, Accept-Encoding or Accept-Language.',
  },
  416: {
    says: '416 says that the server does not know this kind of address, such as tel: or urn:.',
    send: 'Send 416 when you do not know the scheme of the Request-URI.',
  },
  417: {
    says: '417 says that the request insists on a call priority that the server does not know.',
    send: 'Send 417 when the request carries Require: resource-priority and you know none of its priorities; list those that you know.',
  },
  420: {
    says: '420 says that the request insists on an extension that the server does not support.',
    send: 'Send 420 when Require or Proxy-Require names an extension that you lack, and name it in Unsupported.',
  },
  421: {
    says: '421 says that the server insists on an extension that the request does not offer.',
    send: 'Send 421 only when you really cannot serve the client without the extension, and name it in Require.',
  },
  422: {
    says: '422 says that the session timer of the call is shorter than the server allows.',
    send: 'Send 422 with Min-SE when Session-Expires is below your minimum and the caller supports session timers.',
  },
  423: {
    says: '423 says that the lifetime asked for is shorter than the server allows.',
    send: 'Send 423 with Min-Expires when the expiry asked for is below your minimum; a REGISTER or SUBSCRIBE that asks for an hour or more may not be refused so.',
  },
  424: {
    says: '424 says that the location in the request cannot be used.',
    send: 'Send 424 with Geolocation-Error when the request carries a location that you cannot use; never when it carries none.',
  },
  425: {
    says: '425 says that the emergency alert in the request cannot be used.',
    send: 'Send 425 with AlertMsg-Error when the request carries an alert that you cannot use; never when it carries none.',
  },
  428: {
    says: '428 says that the calling number is not signed.',
    send: 'Send 428 when your policy takes signed calls only and no usable Identity header is there.',
  },
  429: {
    says: '429 says that the target of a transfer wants proof of who asked for it.',
    send: 'Send 429 when you demand a signed Referred-By; it does not mean "too many requests", as in HTTP.',
  },
  430: {
    says: '430 says that the connection over which the phone had registered is gone.',
    send: 'Send 430 only as an edge proxy towards the proxy behind you, so that it tries another connection of the same device.',
  },
  433: {
    says: '433 says that the callee takes no calls from callers who hide their number.',
    send: 'Send 433 when the callee refuses anonymous calls and the caller has hidden the number on purpose.',
  },
  436: {
    says: '436 says that the certificate for the signature of the calling number cannot be fetched.',
    send: 'Send 436 when the info parameter of Identity leads to no certificate.',
  },
  437: {
    says: '437 says that the certificate for the signature of the calling number was fetched, but is not trusted or not supported.',
    send: 'Send 437 when you have the certificate and do not accept it.',
  },
  438: {
    says: '438 says that the signature of the calling number does not fit the request.',
    send: 'Send 438 when the certificate is good, but no Identity header proves what the request claims.',
  },
  439: {
    says: '439 says that the first proxy in front of the phone cannot keep connections open for it (outbound).',
    send: 'Send 439 as a registrar when the phone asks for outbound and the first hop added no Path with ob.',
  },
  440: {
    says: '440 says that the call was to ring at more places at once than the request permits.',
    send: 'Send 440 when the Max-Breadth of the request does not suffice for the branches that you would have to open.',
  },
  469: {
    says: '469 says that an INFO carried a kind of data which the other side did not ask for.',
    send: 'Send 469 with Recv-Info to an INFO whose Info-Package you did not announce.',
  },
  470: {
    says: '470 says that some recipients of a request to a list have not agreed to get it.',
    send: 'Send 470 when you relay to a list and lack the permission of somebody in it; name them in Permission-Missing.',
  },
  477: {
    says: '477 says that a Kamailio or OpenSIPS proxy could not send the request to the next hop; it is not registered.',
    send: 'Do not let 477 leave the network: let the failure route try another hop, or answer 503 or 480.',
  },
  478: {
    says: '478 says that a Kamailio or OpenSIPS proxy could not resolve the next hop in DNS; it is not registered.',
    send: 'Do not let 478 leave the network: answer 404 for a domain that does not exist, and 503 when DNS is the trouble.',
  },
  479: {
    says: '479 says that a Kamailio or OpenSIPS proxy could not read the address of the request; it is not registered.',
    send: 'Do not let 479 leave the network: answer 400 and name the malformed address in the reason phrase.',
  },
  480: {
    says: '480 says that the callee is known, but cannot be reached or does not answer now.',
    send: 'Send 480 when the user exists but is not registered, does not answer, or is not to be disturbed.',
  },
  481: {
    says: '481 says that the request belongs to a call, a subscription or a transaction that the receiver does not know.',
    send: 'Send 481 to a request with a To tag that fits no dialog of yours, and to a CANCEL or PRACK that fits nothing.',
  },
  482: {
    says: '482 says that this very request has come to the same place twice.',
    send: 'Send 482 when you find your own branch in Via for the same request, or get it a second time by another way.',
  },
  483: {
    says: '483 says that the request has passed more servers than it may.',
    send: 'Send 483 when Max-Forwards is 0 and the request would have to go on.',
  },
  484: {
    says: '484 says that digits are missing at the end of the number.',
    send: 'Send 484 when the number could become valid with more digits.',
  },
  485: {
    says: '485 says that the address fits more than one user.',
    send: 'Send 485 when a name fits several users; list them in Contact only if everybody may see them.',
  },
  486: {
    says: '486 says that this device is busy, while another one may still answer.',
    send: 'Send 486 when this device cannot take the call; forwarding, voicemail and other devices may still get it.',
  },
  487: {
    says: '487 says that the INVITE was withdrawn before anybody answered.',
    send: 'Send 487 to the INVITE when a CANCEL or BYE ends it, or its Expires runs out; never to the CANCEL itself.',
  },
  488: {
    says: '488 says that this device cannot use the media that are offered, while another one may.',
    send: 'Send 488 with a Warning when you understand the offer and cannot accept it.',
  },
  489: {
    says: '489 says that the server does not offer the event that the request is about.',
    send: 'Send 489 when you do not know the event package in Event, and list those that you know in Allow-Events.',
  },
  490: {
    says: '490 says that a later version of the request has taken its place; it comes from an old draft and is not registered.',
    send: 'Do not send 490: answer 491 for two changes that cross, and 500 with Retry-After for one that overtakes another.',
  },
  491: {
    says: '491 says that both sides tried to change the call at the same moment.',
    send: 'Send 491 when an INVITE, or an offer in an UPDATE, arrives while your own is not answered yet.',
  },
  492: {
    says: '492 is a number of a single vendor; it is not registered, so a client treats it as 400 Bad Request.',
    send: 'Do not send 492: answer with a registered code and say the cause in the reason phrase.',
  },
  493: {
    says: '493 says that the body is encrypted and the receiver has no key for it.',
    send: 'Send 493 when you cannot decrypt an S/MIME body; add your certificate as the body of the response.',
  },
  494: {
    says: '494 says that client and server have to agree on how to protect their connection first.',
    send: 'Send 494 with Security-Server when the client has to choose a security mechanism before you go on.',
  },
  498: {
    says: '498 is a number of a single vendor; it is not registered, so a client treats it as 400 Bad Request.',
    send: 'Do not send 498: answer with a registered code and say the cause in the reason phrase.',
  },
  499: {
    says: '499 is a number of a single vendor; it is not registered, so a client treats it as 400 Bad Request.',
    send: 'Do not send 499: answer with a registered code and say the cause in the reason phrase.',
  },
  500: {
    says: '500 says that something went wrong inside the server, and nothing about the request.',
    send: 'Send 500 when you failed yourself, and with Retry-After when a request overtakes one that you have not answered yet.',
  },
  501: {
    says: '501 says that the server cannot do this for anybody, normally because it does not know the method.',
    send: 'Send 501 when you do not know the method at all; a proxy passes unknown methods on instead.',
  },
  502: {
    says: '502 says that the next server answered with something that could not be used.',
    send: 'Send 502 as a gateway or proxy when the response that you got from behind you is broken or makes no sense.',
  },
  503: {
    says: '503 says that the server takes no requests at all for the moment, whoever asks.',
    send: 'Send 503 only when you are overloaded or out of service as a whole: clients then send all their traffic elsewhere.',
  },
  504: {
    says: '504 says that the server waited in vain for another server that it needs.',
    send: 'Send 504 when a database, a number lookup or another server that you ask yourself does not answer in time.',
  },
  505: {
    says: '505 says that the server does not know the SIP version of the request.',
    send: 'Send 505 when the first line asks for another version than SIP/2.0.',
  },
  513: {
    says: '513 says that the whole message is too large.',
    send: 'Send 513 when the message as a whole is larger than you can handle.',
  },
  555: {
    says: '555 says that the network cannot wake the app through the push service that it named.',
    send: 'Send 555 to a REGISTER whose pn-provider neither you nor a proxy behind you supports.',
  },
  580: {
    says: '580 says that the network resources which the call insists on are not available.',
    send: 'Send 580 when a mandatory precondition of the offer cannot be met, and mark the failed one in SDP.',
  },
  600: {
    says: '600 says that the callee is busy everywhere, so that nothing else should be tried.',
    send: 'Send 600 only when you know every device of the callee and no voicemail shall answer; otherwise send 486.',
  },
  603: {
    says: '603 says that the callee does not want this call on any device.',
    send: 'Send 603 when a person or a rule of the callee refuses the call and no other device shall ring.',
  },
  604: {
    says: '604 says that the number exists nowhere at all.',
    send: 'Send 604 only when you are the authority on the whole number range; otherwise send 404.',
  },
  606: {
    says: '606 says that no device of the callee can use the media that are offered.',
    send: 'Send 606 only when you know that no device of the callee could accept the offer; otherwise send 488.',
  },
  607: {
    says: '607 says that the callee marked the call as unwanted.',
    send: 'Send 607 when the person who is called says that such calls are unwanted, as with a spam button.',
  },
  608: {
    says: '608 says that a service in the network blocked the call, without asking the callee.',
    send: 'Send 608 when your analytics block a call, and name in Call-Info where the caller can object.',
  },
  687: {
    says: '687 says that the dialog is over; it comes from an old draft and is not registered.',
    send: 'Do not send 687: report the end of an early dialog with 199, and the end of the attempt with a registered code.',
  },
  697: {
    says: '697 is a number of a single vendor; it is not registered, so a client treats it as 600 Busy Everywhere.',
    send: 'Do not send 697: answer with a registered code and say the cause in the reason phrase.',
  },
  '1xx': {
    says: '{code} is not registered, so a client treats it as 183 Session Progress.',
    send: 'Do not send {code}: 183 with a reason phrase of your own says the same to every client.',
  },
  '2xx': {
    says: '{code} is not registered, so a client treats it as 200 OK.',
    send: 'Do not send {code}: clients cannot know what it adds to 200.',
  },
  '3xx': {
    says: '{code} is not registered, so a client treats it as 300 Multiple Choices.',
    send: 'Do not send {code}: 300, 301 and 302 say what redirection can say.',
  },
  '4xx': {
    says: '{code} is not registered, so a client treats it as 400 Bad Request.',
    send: 'Do not send {code}: answer with a registered code and say the cause in the reason phrase.',
  },
  '5xx': {
    says: '{code} is not registered, so a client treats it as 500 Server Internal Error.',
    send: 'Do not send {code}: answer with a registered code and say the cause in the reason phrase.',
  },
  '6xx': {
    says: '{code} is not registered, so a client treats it as 600 Busy Everywhere.',
    send: 'Do not send {code}: answer with a registered code, and with 4xx where another device may still answer.',
  },
  outside: {
    says: '{code} is no SIP status code, so a client drops the response.',
    send: 'Do not send {code}: status codes run from 100 to 699.',
  },
} as const satisfies Readonly<Record<StatusKey, Contrast>>;
