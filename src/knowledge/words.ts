// The words that explanations of SIP are made of, each explained in a few sentences.

/** One word. */
export interface WordEntry {
  /** As it is written in running text. */
  readonly term: string;
  /** Other names of the same thing. */
  readonly also?: readonly string[];
  readonly source?: string;
  readonly means: string;
  /** Topics to read on. */
  readonly related: readonly string[];
}

/** The words by the name that `explain` takes. */
export const words = {
  'address-of-record': {
    term: 'address of record',
    also: ['AOR'],
    source: 'RFC 3261 §6',
    means:
      'The public address of a user, such as sip:bob@example.com. It stays the same wherever the user is; the registrar knows at which devices the user can be reached at present.',
    related: ['binding', 'registrar', 'REGISTER'],
  },
  'attended-transfer': {
    term: 'attended transfer',
    also: ['consultative transfer'],
    source: 'RFC 5589 §7',
    means:
      'Somebody talks to the new partner first and then joins the two. The REFER names the new partner together with the call to be replaced (Replaces).',
    related: ['REFER', 'header Replaces', 'blind-transfer'],
  },
  b2bua: {
    term: 'B2BUA',
    also: ['back-to-back user agent'],
    source: 'RFC 3261 §6',
    means:
      'A server that ends a call on one side and makes a new one on the other, like two phones back to back. Both legs have their own Call-ID, tags and CSeq, so that only times, numbers and headers such as Session-ID show that they belong together. PBXs and SBCs are B2BUAs.',
    related: ['proxy', 'sbc', 'leg'],
  },
  binding: {
    term: 'binding',
    source: 'RFC 3261 §10',
    means:
      'The entry that a registrar keeps: this user can be reached at this Contact for so many seconds. A NAT binding is something else: the port that a router keeps open for a device behind it.',
    related: ['REGISTER', 'Contact', 'nat'],
  },
  'blind-transfer': {
    term: 'blind transfer',
    also: ['unattended transfer'],
    source: 'RFC 5589 §6',
    means:
      'Somebody sends the other side of a call on to a third one without talking to that one first. It is one REFER with the number in Refer-To.',
    related: ['REFER', 'Refer-To', 'attended-transfer'],
  },
  branch: {
    term: 'branch',
    source: 'RFC 3261 §8.1.1.7',
    means:
      'The parameter in Via that names a transaction at one hop; the response brings it back. Every new request has a new one, CANCEL and the ACK to a refusal have that of their INVITE. It begins with z9hG4bK. One of several ways that a forking proxy tries is called a branch, too.',
    related: ['Via', 'transaction', 'magic-cookie', 'forking'],
  },
  'busy-lamp': {
    term: 'busy lamp field',
    also: ['BLF'],
    source: 'RFC 4235',
    means:
      'The lamps on a phone that show whether colleagues are on the phone. Each is a subscription to the event package dialog.',
    related: ['event dialog', 'SUBSCRIBE', 'eventlist'],
  },
  call: {
    term: 'call',
    source: 'RFC 3261 §6',
    means:
      'What a person calls a call: one attempt to talk to somebody, and the talk itself. In SIP it begins with an INVITE. siplens takes all forks and hops of it for one flow.',
    related: ['dialog', 'flow', 'leg'],
  },
  codec: {
    term: 'codec',
    source: 'RFC 3264',
    means:
      'The way in which sound or picture is encoded, such as PCMU, PCMA, G.722, G.729 or Opus. The SDP of both sides must have one in common; otherwise the call is refused with 488.',
    related: ['SDP', 'offer-answer', '488'],
  },
  'compact-form': {
    term: 'compact form',
    also: ['short form'],
    source: 'RFC 3261 §7.3.3',
    means:
      'The one-letter name of a common header, such as v for Via or m for Contact. It means exactly the same and keeps messages small enough for one UDP packet.',
    related: ['header'],
  },
  credentials: {
    term: 'credentials',
    source: 'RFC 3261 §22',
    means:
      'What a client sends in Authorization or Proxy-Authorization to prove who it is: user name, realm, nonce and a response computed from the password. The password itself is never sent.',
    related: ['digest', 'nonce', 'realm', '401'],
  },
  dialog: {
    term: 'dialog',
    source: 'RFC 3261 §12',
    means:
      'The lasting relation between two devices: a call, a subscription, or both at once. It is named by Call-ID and the two tags, and it keeps what later requests need: the Contact of the other side, the route set and the CSeq numbers.',
    related: ['early-dialog', 'tag', 'route-set', 'dialog-usage', '481'],
  },
  'dialog-usage': {
    term: 'dialog usage',
    also: ['usage'],
    source: 'RFC 5057 §3',
    means:
      'What a dialog is used for: a call, or a subscription. One dialog may have several, as when a call is transferred by REFER inside it. Some refusals end only one request, some end the usage, some end the dialog with all its usages.',
    related: ['dialog', 'REFER', 'SUBSCRIBE'],
  },
  digest: {
    term: 'digest authentication',
    also: ['digest', 'authentication', 'challenge'],
    source: 'RFC 8760',
    means:
      'How SIP checks passwords. The server asks with 401 or 407 and a nonce; the client answers with a hash of user name, realm, password, nonce, method and address. The first question is normal; a second one without stale=true means that the answer was wrong.',
    related: ['401', '407', 'nonce', 'realm', 'authentication-loop'],
  },
  dtmf: {
    term: 'DTMF',
    also: ['touch tones', 'telephone-event'],
    source: 'RFC 4733',
    means:
      'The digits that are pressed during a call. They travel in the RTP stream as events (RFC 4733), as plain tones, or in INFO requests. Both sides must use the same way; otherwise menus do not react.',
    related: ['INFO', 'SDP', 'event kpml'],
  },
  'early-dialog': {
    term: 'early dialog',
    source: 'RFC 3261 §12',
    means:
      'A dialog that exists before the call is answered, created by a provisional response with a To tag. A forked call can have several, one for each device that rings.',
    related: ['dialog', '180', '183', 'forking', 'code 199'],
  },
  'early-media': {
    term: 'early media',
    source: 'RFC 3960',
    means:
      'Sound before the call is answered: a ringing tone, music or an announcement from the other side. It usually comes with SDP in a 183. If it is not heard, a firewall, NAT or the device of the caller does not let it in before the 200.',
    related: ['183', '180', 'ringback', 'P-Early-Media'],
  },
  enum: {
    term: 'ENUM',
    source: 'RFC 6116',
    means: 'A lookup that turns a telephone number into SIP addresses by means of DNS.',
    related: ['tel-uri', '504'],
  },
  failover: {
    term: 'failover',
    source: 'RFC 3263 §4.3',
    means:
      'Trying the next server when one does not answer or answers 503. DNS gives the order of the servers in SRV records.',
    related: ['srv', '503', '408'],
  },
  'final-response': {
    term: 'final response',
    source: 'RFC 3261 §6',
    means: 'A response from 200 to 699. It ends the transaction; nothing else may follow but its own repetitions.',
    related: ['provisional-response', 'transaction'],
  },
  flow: {
    term: 'flow',
    means:
      'The word of siplens for one thing that somebody tried to do: a call, a registration, a subscription, a publication, a message, or a single transaction such as an OPTIONS ping. RFC 5626 uses the word for something else: the connection over which a phone registered.',
    related: ['call', 'outbound', '430'],
  },
  forking: {
    term: 'forking',
    also: ['fork'],
    source: 'RFC 3261 §16.7',
    means:
      'A proxy sends one request to several places at once or one after the other, such as all phones of a user. It passes on the best response; when one of them answers a call, the others are cancelled. Each phone has a To tag of its own.',
    related: ['proxy', 'branch', 'early-dialog', '487', '6xx'],
  },
  fragmentation: {
    term: 'fragmentation',
    source: 'RFC 3261 §18.1.1',
    means:
      'A UDP message that is larger than the network carries in one piece, about 1500 bytes, is cut into several IP packets. Many firewalls drop all but the first, so that the message never arrives. Above 1300 bytes SIP should use TCP.',
    related: ['unanswered-request', 'compact-form', '513'],
  },
  glare: {
    term: 'glare',
    source: 'RFC 3261 §14.2',
    means:
      'Both sides of a call send a re-INVITE or UPDATE at the same moment. Both get 491, wait a random time and try again.',
    related: ['491', 're-invite', 'UPDATE'],
  },
  'gruu-address': {
    term: 'GRUU',
    also: ['globally routable user agent URI'],
    source: 'RFC 5627',
    means:
      'An address that leads from anywhere to one certain device of a user, while the address of record leads to all of them. The registrar hands it out.',
    related: ['gruu', 'address-of-record', 'REGISTER'],
  },
  header: {
    term: 'header field',
    also: ['header'],
    source: 'RFC 3261 §7.3',
    means:
      'A line of a message with a name and a value, such as Call-ID. Upper and lower case do not matter in the name, many have a compact form, and some may stand several times.',
    related: ['compact-form'],
  },
  hold: {
    term: 'hold',
    also: ['call hold'],
    source: 'RFC 3264 §8.4',
    means:
      'Interrupting the sound of a call without ending it. It is a re-INVITE or UPDATE whose SDP says sendonly or inactive; sendrecv takes the call up again.',
    related: ['re-invite', 'UPDATE', 'SDP'],
  },
  hop: {
    term: 'hop',
    source: 'RFC 3261 §6',
    means:
      'One leg of the way between two neighbouring servers or devices. Via lists those that a request has passed, Max-Forwards counts them.',
    related: ['Via', 'Max-Forwards', 'proxy'],
  },
  'ice-candidates': {
    term: 'ICE',
    also: ['interactive connectivity establishment', 'ICE candidate'],
    source: 'RFC 8445',
    means:
      'A way to get media through NAT: both sides list every address at which they could be reached (candidates) and try the pairs until one works. WebRTC always uses it.',
    related: ['nat', 'stun', 'turn', 'webrtc', 'trickle-ice'],
  },
  ims: {
    term: 'IMS',
    also: ['IP Multimedia Subsystem', 'VoLTE'],
    source: '3GPP TS 24.229',
    means:
      'The SIP network of mobile operators, which carries VoLTE calls. It uses many headers of its own, most of which begin with P-.',
    related: ['precondition', 'sec-agree', 'P-Access-Network-Info'],
  },
  'keep-alive': {
    term: 'keep-alive',
    also: ['ping', 'qualify'],
    source: 'RFC 5626 §4.4',
    means:
      'Something small that is sent regularly so that NAT keeps its binding and a dead peer is noticed: an OPTIONS request, an empty line over TCP, or a STUN packet. Any response to an OPTIONS ping proves that the peer is alive, also 404.',
    related: ['OPTIONS', 'nat', 'outbound'],
  },
  'late-offer': {
    term: 'late offer',
    also: ['delayed offer', 'offerless INVITE'],
    source: 'RFC 3264',
    means:
      'An INVITE without SDP. The callee makes the offer in its 200, and the caller answers in the ACK. An ACK that gets lost then also costs the media.',
    related: ['offer-answer', 'ACK'],
  },
  leg: {
    term: 'leg',
    also: ['call leg'],
    source: 'RFC 3261 §6',
    means:
      'One side of a call that a B2BUA joins with another: a dialog of its own with its own Call-ID. RFC 3261 says dialog where older texts say call leg.',
    related: ['b2bua', 'dialog'],
  },
  'loose-routing': {
    term: 'loose routing',
    also: ['lr', 'strict routing'],
    source: 'RFC 3261 §16.12',
    means:
      'The normal way to route inside a dialog: the Request-URI stays the Contact of the other side, and Route lists the proxies to pass. The parameter lr in Route and Record-Route says that a proxy works so. Without it, old strict routing puts the proxy into the Request-URI.',
    related: ['Route', 'Record-Route', 'route-set'],
  },
  'loop-detection': {
    term: 'loop',
    also: ['spiral', 'merged request'],
    source: 'RFC 3261 §16.3',
    means:
      'A request that comes back to a server unchanged. It is answered with 482, or with 483 when Max-Forwards is used up. A spiral, in which the request comes back with another address, is allowed. A merged request has reached a phone by two ways.',
    related: ['482', '483', 'Max-Forwards'],
  },
  'magic-cookie': {
    term: 'magic cookie',
    also: ['z9hG4bK'],
    source: 'RFC 3261 §8.1.1.7',
    means:
      'The letters z9hG4bK at the beginning of every branch. They say that the branch is unique, as RFC 3261 demands; software of 1999 has none.',
    related: ['branch', 'Via'],
  },
  'message-lamp': {
    term: 'message waiting indication',
    also: ['MWI', 'message lamp'],
    source: 'RFC 3842',
    means:
      'The lamp that shows new voice messages. The server switches it with NOTIFY requests of the event package message-summary.',
    related: ['event message-summary', 'NOTIFY'],
  },
  nat: {
    term: 'NAT',
    also: ['network address translation'],
    source: 'RFC 3581',
    means:
      'A router that replaces private addresses by its own. SIP and SDP carry addresses in their text, which the router does not change, so that responses, calls and media go to addresses that nobody can reach. rport, keep-alives, STUN and an SBC help.',
    related: ['rport', 'sip-alg', 'keep-alive', 'ice-candidates', 'one-way-audio'],
  },
  nonce: {
    term: 'nonce',
    source: 'RFC 3261 §22.4',
    means:
      'A value that the server makes up for each challenge, so that nobody can record an answer and use it again. When it has grown old, the server sends a new one with stale=true, which is no fault.',
    related: ['digest', '401', 'WWW-Authenticate'],
  },
  'offer-answer': {
    term: 'offer and answer',
    also: ['offer/answer', 'SDP negotiation', 'offer', 'answer'],
    source: 'RFC 3264',
    means:
      'How two sides agree on media: one sends an SDP with everything that it can do (the offer), the other one sends back what it takes of it (the answer), line by line. Usually the INVITE carries the offer and the 200 the answer.',
    related: ['SDP', 'late-offer', 're-invite', '488'],
  },
  'one-way-audio': {
    term: 'one-way audio',
    also: ['no audio'],
    means:
      'Only one side hears the other, or nobody hears anything, although the call is up. Nearly always an address or port in the SDP cannot be reached from the other side, because of NAT or a firewall. SIP itself shows no error then.',
    related: ['SDP', 'nat', 'rtp'],
  },
  'outbound-proxy': {
    term: 'outbound proxy',
    source: 'RFC 3261 §8.1.2',
    means: 'The server to which a device sends all its requests first, whatever their address says.',
    related: ['proxy', 'Route', 'outbound'],
  },
  'post-dial-delay': {
    term: 'post-dial delay',
    also: ['PDD'],
    source: 'RFC 6076 §4.3',
    means: 'The time between the INVITE and the first sign that something happens, such as 180 or 183.',
    related: ['180', '183'],
  },
  proxy: {
    term: 'proxy',
    also: ['proxy server'],
    source: 'RFC 3261 §16',
    means:
      'A server that passes requests and responses on, and decides where to. It adds itself to Via, may ask with Record-Route to see later requests, and leaves Call-ID, tags and the body as they are. A stateful proxy remembers each transaction, a stateless one does not.',
    related: ['Via', 'Record-Route', 'forking', 'b2bua'],
  },
  'provisional-response': {
    term: 'provisional response',
    also: ['informational response'],
    source: 'RFC 3261 §6',
    means: 'A response from 100 to 199: the request is under way, and the final response is still to come.',
    related: ['1xx', '100rel', 'final-response'],
  },
  realm: {
    term: 'realm',
    source: 'RFC 3261 §22.1',
    means:
      'The name that a server gives to what its passwords protect, often its domain. A client chooses user name and password by it; if the realm in the client differs from that of the challenge, no password fits.',
    related: ['digest', 'WWW-Authenticate', 'Proxy-Authenticate'],
  },
  'record-routing': {
    term: 'record routing',
    source: 'RFC 3261 §16.6',
    means:
      'A proxy that wants to see the later requests of a dialog adds itself to Record-Route while the dialog is set up. If it is missing there, ACK and BYE pass it by.',
    related: ['Record-Route', 'route-set', 'loose-routing'],
  },
  'redirect-server': {
    term: 'redirect server',
    source: 'RFC 3261 §8.3',
    means:
      'A server that only answers where else a request should go, with 3xx and Contact, and passes nothing on itself.',
    related: ['3xx', '302', 'Contact'],
  },
  registrar: {
    term: 'registrar',
    source: 'RFC 3261 §10',
    means: 'The server that takes REGISTER requests and stores at which addresses a user can be reached.',
    related: ['REGISTER', 'binding', 'address-of-record'],
  },
  're-invite': {
    term: 're-INVITE',
    also: ['reinvite'],
    source: 'RFC 3261 §14',
    means:
      'An INVITE inside a call that is up. It changes the media, for hold, video or fax, or refreshes the session timer. If it is refused, the call normally goes on as before.',
    related: ['INVITE', 'UPDATE', 'hold', 'session-timer', '491'],
  },
  'remote-target': {
    term: 'remote target',
    also: ['target refresh'],
    source: 'RFC 3261 §12.2',
    means:
      'The Contact of the other side: the address to which the next request inside the dialog goes. A re-INVITE or UPDATE can replace it, which is called target refresh.',
    related: ['Contact', 'dialog', 'route-set'],
  },
  'request-uri': {
    term: 'Request-URI',
    also: ['R-URI', 'RURI'],
    source: 'RFC 3261 §8.1.1.1',
    means:
      'The address in the first line of a request: where it is to go now. Proxies replace it, for example by the Contact that was registered, while To stays as it was dialled.',
    related: ['To', 'Route', '404', '416'],
  },
  retransmission: {
    term: 'retransmission',
    also: ['resend'],
    source: 'RFC 3261 §17',
    means:
      'The same message sent again, byte for byte, because no answer came. Over UDP requests are repeated after 0.5, 1, 2 and 4 s; a 200 to INVITE is repeated over every transport until its ACK arrives.',
    related: ['timer A', 'timer E', 'missing-ack', 'unanswered-request'],
  },
  ringback: {
    term: 'ringing tone',
    also: ['ringback', 'ringback tone'],
    source: 'RFC 3960 §3',
    means:
      'What the caller hears while the phone of the callee rings. After a 180 the own device makes it; with early media it comes from the other side. Silence arises when each side leaves it to the other.',
    related: ['180', '183', 'early-media'],
  },
  'route-set': {
    term: 'route set',
    source: 'RFC 3261 §12.1',
    means:
      'The proxies that a request inside a dialog has to pass, in order. It is made from the Record-Route of the message that created the dialog, and stands in Route.',
    related: ['Route', 'Record-Route', 'loose-routing', 'dialog'],
  },
  rport: {
    term: 'rport',
    also: ['symmetric response routing'],
    source: 'RFC 3581',
    means:
      'A parameter in Via that asks the server to send the response back to the port from which the request really came. Without it the response goes to the port in Via, which behind NAT nobody listens on.',
    related: ['Via', 'nat'],
  },
  rtp: {
    term: 'RTP',
    also: ['media', 'RTCP'],
    source: 'RFC 3550',
    means:
      'The protocol that carries sound and picture. Its addresses and ports are agreed on in SDP; it does not pass through the SIP proxies. RTCP reports on its quality.',
    related: ['SDP', 'srtp', 'one-way-audio'],
  },
  sbc: {
    term: 'SBC',
    also: ['session border controller'],
    source: 'RFC 5853',
    means:
      'A B2BUA at the edge of a network. It hides addresses, keeps strangers out, helps against NAT, and adapts signalling and media between two sides. What it changes explains many differences between the two legs of a call.',
    related: ['b2bua', 'nat', 'leg'],
  },
  scanner: {
    term: 'scanner',
    also: ['friendly-scanner', 'sipvicious', 'brute force'],
    means:
      'A program that searches the internet for SIP servers, tries numbers and guesses passwords. Its requests come in rows from one address; the right answer is a refusal, or none.',
    related: ['403', 'authentication-loop'],
  },
  sdp: {
    term: 'SDP',
    also: ['session description', 'Session Description Protocol'],
    source: 'RFC 8866',
    means:
      'The text that describes media: c= says at which address, m= which kind, port and codecs, a= the details. It is the body of INVITE, 200, and often of 183, PRACK, UPDATE and ACK.',
    related: ['offer-answer', 'codec', 'rtp', '488'],
  },
  'session-timer': {
    term: 'session timer',
    also: ['session expires', 'session refresh'],
    source: 'RFC 4028',
    means:
      'An agreement that a call is refreshed regularly by re-INVITE or UPDATE, normally every 15 minutes of 30. If the refresh does not come, the call is ended. Calls that drop after the same number of minutes usually have to do with it.',
    related: ['Session-Expires', 'Min-SE', 'tag timer', '422'],
  },
  'sip-alg': {
    term: 'SIP ALG',
    also: ['application layer gateway', 'SIP fixup'],
    means:
      'A function of many routers that rewrites addresses inside SIP messages. It is meant to help with NAT and often damages messages instead: wrong Content-Length, changed Contact, lost responses. Switch it off.',
    related: ['nat', '400', 'malformed-request'],
  },
  sipfrag: {
    term: 'sipfrag',
    also: ['message/sipfrag'],
    source: 'RFC 3420',
    means:
      'A piece of a SIP message as the body of another one. The NOTIFY requests after a REFER carry the status line of the new call in it.',
    related: ['REFER', 'event refer'],
  },
  sips: {
    term: 'sips',
    also: ['SIPS URI'],
    source: 'RFC 5630',
    means:
      'An address that begins with sips: and asks for TLS on every hop. It is rare; most networks use sip: over TLS.',
    related: ['tls', '416', 'warning 380', 'warning 381'],
  },
  srtp: {
    term: 'SRTP',
    also: ['DTLS-SRTP', 'SDES', 'encrypted media'],
    source: 'RFC 3711',
    means:
      'Encrypted RTP. The keys are exchanged in the SDP (SDES) or beside the media (DTLS). If one side insists on it and the other offers plain RTP, the call is refused with 488.',
    related: ['rtp', 'SDP', '488', 'webrtc'],
  },
  srv: {
    term: 'SRV record',
    also: ['DNS SRV', 'NAPTR'],
    source: 'RFC 3263',
    means:
      'The DNS entry that says which servers handle SIP for a domain, over which transport and port, and in which order. NAPTR entries say which transports there are at all.',
    related: ['failover', '503', '478'],
  },
  'stir-shaken': {
    term: 'STIR/SHAKEN',
    also: ['STIR', 'SHAKEN', 'PASSporT', 'attestation'],
    source: 'RFC 8224',
    means:
      'Signing of calling numbers against forgery. The network of the caller signs number and time in the Identity header, that of the callee checks the signature: 428, 436, 437 and 438 report what is wrong with it.',
    related: ['Identity', '428', '436', '437', '438', '608'],
  },
  stun: {
    term: 'STUN',
    source: 'RFC 8489',
    means:
      'A protocol by which a device behind NAT asks a server how its address looks from outside. Also used to keep NAT bindings open.',
    related: ['nat', 'turn', 'ice-candidates'],
  },
  subscription: {
    term: 'subscription',
    source: 'RFC 6665',
    means:
      'An order to be told about a state for some time: presence, busy lamps, messages, the progress of a transfer. SUBSCRIBE creates and renews it, NOTIFY brings the state.',
    related: ['SUBSCRIBE', 'NOTIFY', 'Event', 'Subscription-State'],
  },
  t38: {
    term: 'T.38',
    also: ['fax', 'fax over IP'],
    source: 'ITU-T T.38',
    means:
      'Fax over IP. The call begins as a voice call; when a fax tone is heard, a re-INVITE with m=image changes it to T.38. A peer that cannot do it refuses with 488, and the fax goes on in the voice codec.',
    related: ['re-invite', '488'],
  },
  tag: {
    term: 'tag',
    also: ['From tag', 'To tag', 'from-tag', 'to-tag'],
    source: 'RFC 3261 §19.3',
    means:
      'The parameter in From and To that each side makes up. Together with Call-ID the two tags name the dialog. A new request outside a dialog has no To tag; different To tags in the responses mean different devices.',
    related: ['dialog', 'From', 'To', 'forking'],
  },
  'tel-uri': {
    term: 'tel URI',
    also: ['tel:'],
    source: 'RFC 3966',
    means:
      'An address that is only a telephone number, such as tel:+442079460018. Servers turn it into a sip: address before they route it.',
    related: ['416', 'enum'],
  },
  tls: {
    term: 'TLS',
    also: ['SIP over TLS', 'encryption'],
    source: 'RFC 3261 §26.2',
    means:
      'Encryption of the connection between two hops, usually on port 5061. Without its keys a recording of it shows nothing of SIP.',
    related: ['sips', 'srtp'],
  },
  transaction: {
    term: 'transaction',
    source: 'RFC 3261 §17',
    means:
      'One request and all responses to it, between two neighbouring hops. It is named by the branch. An INVITE and the ACK to its refusal are one transaction; the ACK to a 2xx is one of its own.',
    related: ['branch', 'final-response', 'dialog'],
  },
  trunk: {
    term: 'SIP trunk',
    also: ['trunk'],
    means:
      'The connection of a PBX to its provider, with a number of channels and a range of telephone numbers. When all channels are in use, further calls get 503, or wrongly 486.',
    related: ['503', '486', 'sbc'],
  },
  turn: {
    term: 'TURN',
    source: 'RFC 8656',
    means: 'A server that relays media for devices behind NAT that cannot reach each other directly.',
    related: ['nat', 'stun', 'ice-candidates'],
  },
  uac: {
    term: 'UAC',
    also: ['user agent client', 'client'],
    source: 'RFC 3261 §6',
    means: 'The side that sends a request, for this one transaction. In the next one the roles may be changed.',
    related: ['uas', 'transaction'],
  },
  uas: {
    term: 'UAS',
    also: ['user agent server', 'server side'],
    source: 'RFC 3261 §6',
    means: 'The side that answers a request, for this one transaction. In the next one the roles may be changed.',
    related: ['uac', 'transaction'],
  },
  'user-agent-role': {
    term: 'user agent',
    also: ['UA', 'endpoint'],
    source: 'RFC 3261 §6',
    means: 'A device or program at the end of the signalling: a phone, a softphone, a gateway, a voicemail server.',
    related: ['uac', 'uas', 'header User-Agent'],
  },
  webrtc: {
    term: 'WebRTC',
    also: ['browser phone'],
    source: 'RFC 8825',
    means:
      'Telephony in the browser. SIP travels over WebSocket, the media are always encrypted (DTLS-SRTP) and use ICE. An ordinary phone cannot take such an offer without a gateway: 488.',
    related: ['websocket', 'srtp', 'ice-candidates', '488'],
  },
  websocket: {
    term: 'WebSocket',
    also: ['WS', 'WSS', 'SIP over WebSocket'],
    source: 'RFC 7118',
    means:
      'A connection that a browser opens to a server, which then carries SIP. The Contact of the browser holds an invented host name, so that the server has to use the open connection.',
    related: ['webrtc', '478'],
  },
} as const satisfies Readonly<Record<string, WordEntry>>;

/** A word of the table. */
export type Word = keyof typeof words;
