// The sentences that a comparison of two status codes is put together from. Each is whole: nothing is joined inside a
// sentence but numbers and names, so that every language can be grammatical.
import type { Again, Blame, Hearing, Sender } from './behaviour.ts';

/** How far a response reaches: what it makes of a dialog. */
export type Reach = 'none' | 'early' | 'ends-early' | 'confirms' | 'transaction' | 'usage' | 'if-essential' | 'dialog';

/** What a proxy that tries several places does with a response. */
export type Forking = 'hop' | 'progress' | 'success' | 'redirect' | 'challenge' | 'refusal' | 'overload' | 'global';

/** The first digits of two codes, the lower first. */
export type ClassPair =
  | `1-${1 | 2 | 3 | 4 | 5 | 6}`
  | `2-${2 | 3 | 4 | 5 | 6}`
  | `3-${3 | 4 | 5 | 6}`
  | `4-${4 | 5 | 6}`
  | `5-${5 | 6}`
  | '6-6';

/** How two classes stand to each other. `{lower}` and `{higher}` are the two codes. */
const classes = {
  '1-1': 'Both are steps on the way: the caller goes on waiting, and the final response decides.',
  '1-2':
    '{lower} is a step on the way, after which the caller goes on waiting; {higher} ends the transaction with success.',
  '1-3':
    'After {lower} the caller goes on waiting; {higher} ends the transaction, and the request has to be sent to another address.',
  '1-4':
    '{lower} is a step on the way, after which everything is still possible; {higher} ends the transaction with a refusal by this server.',
  '1-5':
    '{lower} is a step on the way, after which everything is still possible; {higher} ends the transaction because the server could not carry the request out.',
  '1-6':
    '{lower} is a step on the way, after which everything is still possible; {higher} ends the attempt, and no other device is tried.',
  '2-2': 'Both end the transaction with success.',
  '2-3': 'After {lower} the request is done; after {higher} it has to be sent again, to another address.',
  '2-4':
    '{lower} ends the transaction with success, {higher} with a refusal: this server does not carry out the request as it stands.',
  '2-5': '{lower} ends the transaction with success; {higher} ends it with a failure that counts as one of the server.',
  '2-6':
    '{lower} ends the transaction with success; {higher} ends it without success, and keeps proxies from trying anywhere else.',
  '3-3': 'Both end the transaction and point somewhere else.',
  '3-4': '{lower} says where else the request may go; {higher} refuses it at this server.',
  '3-5': '{lower} says where else the request may go; {higher} says that this server could not carry it out.',
  '3-6': '{lower} says where else the request may go; {higher} says that it would not succeed anywhere.',
  '4-4':
    'By their class both are refusals by one server: a changed request, or the same one at another server, may still succeed.',
  '4-5': 'By its class, {lower} is the refusal of a request and {higher} the failure of a server.',
  '4-6': '{lower} speaks for one server or device, so others may still be tried; {higher} speaks for all of them.',
  '5-5': 'By their class both speak of the server, so another server may well accept the same request.',
  '5-6':
    '{lower} speaks for one server, so another one may still carry out the request; {higher} speaks for all of them.',
  '6-6': 'Both speak for every device of the callee: a proxy stops trying other places.',
} as const satisfies Readonly<Record<ClassPair, string>>;

/** Who has to act after one code; empty where the class has said it. */
const blamesOne = {
  progress: '',
  success: '',
  redirect: 'After {code} it is up to the caller, or to a proxy on the way, to send the request elsewhere.',
  challenge: 'With {code} nothing has failed yet: the client is asked to try again with what is missing.',
  choice: 'With {code} a person or a service decided so; the network did its work.',
  'caller-fault': 'With {code} the side that sent the request has to change something.',
  'callee-fault': 'With {code} the sender has to do without it, unless the server can be taught it.',
  'server-fault': 'With {code} the server that answered, or one behind it, has to be looked at.',
  network: 'With {code} the way to the next server or to the callee has to be looked at.',
  state: 'With {code} the two sides see a different state, and often nothing has to be repaired.',
  absent: 'With {code} the callee is not there at the moment: a later call may succeed.',
  withdrawn: 'With {code} the side that sent the request has withdrawn it.',
  negotiation: 'With {code} the two sides are still agreeing on a value, and the client normally settles it by itself.',
  unknown: 'What has to be changed after {code}, only the maker of the server can tell.',
} as const satisfies Readonly<Record<Blame, string>>;

/** Who has to act after either of two codes; empty where the class has said it. */
const blamesBoth = {
  progress: '',
  success: '',
  redirect: 'In both cases it is up to the caller, or to a proxy on the way, to do so.',
  challenge: 'In both cases nothing has failed yet: the client is asked to try again with what is missing.',
  choice: 'In both cases a person or a service decided so; the network did its work.',
  'caller-fault': 'In both cases the side that sent the request has to change something.',
  'callee-fault': 'In both cases the sender has to do without it, unless the server can be taught it.',
  'server-fault': 'In both cases the server that answered, or one behind it, has to be looked at.',
  network: 'In both cases the way to the next server or to the callee has to be looked at.',
  state: 'In both cases the two sides see a different state, and often nothing has to be repaired.',
  absent: 'In both cases the callee is not there at the moment: a later call may succeed.',
  withdrawn: 'In both cases the side that sent the request has withdrawn it.',
  negotiation:
    'In both cases the two sides are still agreeing on a value, and the client normally settles it by itself.',
  unknown: 'What has to be changed, only the maker of the server can tell in both cases.',
} as const satisfies Readonly<Record<Blame, string>>;

/** What kind of response it is. */
const rowClass = {
  1: 'Provisional (1xx): a step on the way.',
  2: 'Success (2xx): the request did what it asks for.',
  3: 'Redirection (3xx): the request belongs at another address.',
  4: 'Request failure (4xx): this server refuses the request as it stands.',
  5: 'Server failure (5xx): the server could not carry out the request.',
  6: 'Global failure (6xx): no other server would answer differently.',
} as const;

/** Who has to change something. */
const rowBlame = {
  progress: 'Nobody: the request is under way.',
  success: 'Nobody: the request succeeded.',
  redirect: 'The caller, or a proxy on the way: it sends the request elsewhere.',
  challenge: 'The client: it tries again with what is missing. Nothing has failed yet.',
  choice: 'Nobody, as a rule: a person or a service decided so.',
  'caller-fault': 'The side that sent the request.',
  'callee-fault': 'The sender, who has to do without it, unless the server can be taught it.',
  'server-fault': 'The server that answered, or one behind it.',
  network: 'Whoever runs the way to the next server or to the callee.',
  state: 'Often nobody: the two sides only see a different state.',
  absent: 'Nobody, or the callee side, if the phone should have been registered.',
  withdrawn: 'Nobody: the side that sent the request has withdrawn it.',
  negotiation: 'The client, which normally settles it by itself.',
  unknown: 'Only the maker of the server can tell.',
} as const satisfies Readonly<Record<Blame, string>>;

/** Whether it ends the transaction, and how an INVITE is acknowledged then (RFC 3261 §13.2.2.4, §17.1.1.3). */
const rowEnd = {
  open: 'It does not end: the client waits for the final response.',
  success:
    'It ends with success. A 2xx to INVITE is repeated until the ACK arrives, and that ACK is a transaction of its own from end to end.',
  failure:
    'It ends without success. An INVITE is acknowledged hop by hop: each server sends the ACK itself, within the same transaction.',
} as const;

const rowReach = {
  none: 'It creates no dialog.',
  early: 'It creates an early dialog, if its To header has a tag.',
  'ends-early': 'It ends the early dialog that its To tag names; others live on.',
  confirms: 'To INVITE, SUBSCRIBE and REFER it creates the dialog or confirms the early one.',
  transaction: 'Inside a dialog only this request fails; the call or subscription goes on.',
  usage:
    'Inside a dialog it ends the call or subscription that the request belongs to; others that share the dialog live on.',
  'if-essential': 'Inside a dialog it ends the call or subscription only if that cannot do without the refused method.',
  dialog: 'Inside a dialog it ends the dialog and everything that shares it.',
} as const satisfies Readonly<Record<Reach, string>>;

/** `{headers}`: names, with commas between them. */
const rowHeaders = {
  must: 'It must carry {headers}.',
  case: 'Depending on the case it must carry {headers}.',
  both: 'It must carry {headers}, and depending on the case {others}.',
  none: 'No header is demanded beyond those of every response.',
} as const;

/** Where the entry itself says nothing about another attempt. */
const rowAgain = {
  'not-needed': 'Nothing has to be repeated.',
} as const satisfies Partial<Readonly<Record<Again, string>>>;

const rowForking = {
  hop: 'It never passes it on: the code speaks of one hop only.',
  progress: 'It passes it on at once and keeps waiting.',
  success: 'It passes it on at once and cancels the other branches.',
  redirect: 'It may try the new address itself; otherwise it waits for the other branches before it passes it on.',
  challenge:
    'It waits for the other branches, prefers it to other refusals, and collects all challenges in one response.',
  refusal: 'It waits for the other branches and passes on the best of their responses.',
  overload: 'It tries the next server; if nothing better comes, it answers 500 instead.',
  global: 'It cancels the other branches and passes it on.',
} as const satisfies Readonly<Record<Forking, string>>;

const rowSender = {
  'next-hop': 'The next hop, for itself alone.',
  called: 'The device that was called, or a gateway or PBX that stands for it.',
  anyone: 'Any server on the way, a gateway, or the device that was called.',
  final: 'The server or device that finally handles the request, never a proxy on the way.',
  proxy: 'A proxy on the way, or a PBX or gateway that works like one.',
  redirector: 'A redirect server, or a device whose user forwards calls.',
  registrar: 'The registrar, or a server that keeps subscriptions or published state.',
  notifier: 'The server that keeps the subscription or the published state.',
  peer: 'The other side of the call or subscription.',
  verifier: 'The server that checks the signature of the calling number.',
  analytics: 'A call analytics service in the network.',
  authority: 'A server that knows all devices of the callee.',
} as const satisfies Readonly<Record<Sender, string>>;

const rowHearing = {
  'nothing-yet': 'Nothing yet.',
  ringing: 'A ringing tone, normally made by the device of the caller.',
  waiting: 'A ringing tone, music or an announcement.',
  'early-media': 'Whatever the callee side sends, such as a tone or an announcement; without SDP nothing new.',
  unchanged: 'Nothing new: the other devices go on ringing.',
  answered: 'The callee: to an INVITE it means that the call is up.',
  redirected: 'Nothing, if the device follows the redirection; otherwise an error tone.',
  retried: 'Nothing, if the device tries again as asked; otherwise an error tone.',
  busy: 'A busy tone.',
  refused: 'A busy tone, or an announcement that the call was refused.',
  unreachable: 'An error tone, or an announcement that the callee cannot be reached.',
  'no-such-number': 'An error tone, or an announcement that the number is not in service.',
  incomplete: 'Nothing, while digits are still being dialled; otherwise an error tone.',
  error: 'An error tone, or a message on the display.',
  'hung-up': 'Nothing any more: the attempt is over.',
  'call-goes-on': 'No change: the call goes on.',
  'no-call': 'Nothing: it normally answers no call.',
} as const satisfies Readonly<Record<Hearing, string>>;

/** Everything that a comparison says by itself. */
export const comparisonSentences = {
  classes,
  blamesOne,
  blamesBoth,
  rows: {
    class: { label: 'Class', says: rowClass },
    blame: { label: 'Who has to act', says: rowBlame },
    sender: { label: 'Sent by', says: rowSender },
    end: { label: 'Transaction', says: rowEnd },
    dialog: { label: 'Dialog', says: rowReach },
    headers: { label: 'Headers', says: rowHeaders },
    again: { label: 'Another attempt', says: rowAgain },
    forking: { label: 'Forking proxy', says: rowForking },
    hearing: { label: 'The caller hears', says: rowHearing },
  },
} as const;
