// Why the telephone network ended a call: the causes of ITU-T Q.850 as they stand in Reason headers
// (`Reason: Q.850;cause=17`, RFC 6432), and the SIP status that a gateway usually makes of them.
import type { StatusCode } from './status-codes.ts';

/** One cause of Q.850. */
export interface CauseEntry {
  /** Name in Q.850. */
  readonly name: string;
  /** What it says, in plain words. */
  readonly means: string;
  /** Status that RFC 3398 §7.2.4.1 recommends. Absent where the RFC lists none for this cause. */
  readonly status?: StatusCode;
  /** What a gateway does where it makes no status of it. */
  readonly note?: string;
  /** Another status that the RFC recommends in a special case. */
  readonly otherwise?: { readonly status: StatusCode; readonly when: string };
}

/** Status that RFC 3398 §7.2.4.1 recommends for every cause it does not list. */
export const STATUS_OF_OTHER_CAUSES = 500 satisfies StatusCode;

/** The causes by their number. */
export const q850Causes = {
  1: {
    name: 'unallocated number',
    means: 'The dialled number is not assigned to anybody.',
    status: 404,
  },
  2: {
    name: 'no route to transit network',
    means: 'The network does not know the carrier that the call was to go through.',
    status: 404,
  },
  3: {
    name: 'no route to destination',
    means: 'The network has no way to the dialled number.',
    status: 404,
  },
  4: {
    name: 'send special information tone',
    means: 'The number cannot be reached for a lasting reason; the caller is to hear the information tone.',
  },
  5: { name: 'misdialled trunk prefix', means: 'A trunk prefix was dialled where none belongs, or it is missing.' },
  6: { name: 'channel unacceptable', means: 'The channel that was chosen for the call cannot be used.' },
  7: {
    name: 'call awarded, being delivered in an established channel',
    means: 'The call is delivered over a channel that is already up.',
    note: 'It does not end a call.',
  },
  8: { name: 'preemption', means: 'The call was cut off in favour of a more important one.' },
  9: {
    name: 'preemption, circuit reserved for reuse',
    means: 'The call was cut off in favour of a more important one, which will use the same circuit.',
  },
  14: {
    name: 'query on release, ported number',
    means: 'The number has moved to another network, which has to be looked up.',
  },
  16: {
    name: 'normal call clearing',
    means: 'Somebody hung up. This is the ordinary end of a call.',
    note: 'A gateway makes a BYE or a CANCEL of it, not a status code.',
  },
  17: {
    name: 'user busy',
    means: 'The callee is on the phone.',
    status: 486,
  },
  18: {
    name: 'no user responding',
    means: 'The device of the callee did not react at all.',
    status: 408,
  },
  19: {
    name: 'no answer from user (user alerted)',
    means: 'The phone rang, but nobody picked up.',
    status: 480,
  },
  20: {
    name: 'subscriber absent',
    means: 'The mobile phone is switched off or out of coverage.',
    status: 480,
  },
  21: {
    name: 'call rejected',
    means: 'The call was refused, although the device could have taken it.',
    status: 403,
    otherwise: { status: 603, when: 'It does so when the location of the cause is the user: a person refused.' },
  },
  22: {
    name: 'number changed',
    means: 'The callee has another number now.',
    status: 410,
    otherwise: { status: 301, when: 'It does so when the new number comes with the cause.' },
  },
  23: {
    name: 'redirection to new destination',
    means: 'The network is to send the call to another destination.',
    status: 410,
  },
  24: {
    name: 'call rejected due to feature at the destination',
    means: 'A feature of the callee, such as anonymous call rejection, refused the call.',
  },
  25: { name: 'exchange routing error', means: 'The call went in circles or took too many hops inside the network.' },
  26: {
    name: 'non-selected user clearing',
    means: 'The call was offered to this device, but another one got it.',
    status: 404,
  },
  27: {
    name: 'destination out of order',
    means: 'The line or device of the callee does not work.',
    status: 502,
  },
  28: {
    name: 'invalid number format (address incomplete)',
    means: 'The dialled number is incomplete or in a form that the network does not know.',
    status: 484,
  },
  29: {
    name: 'facility rejected',
    means: 'The network does not provide the feature that was asked for.',
    status: 501,
  },
  30: {
    name: 'response to STATUS ENQUIRY',
    means: 'An answer to a status question between exchanges, not a fault.',
    note: 'It does not end a call.',
  },
  31: {
    name: 'normal, unspecified',
    means: 'The call ended in an ordinary way that nobody described further.',
    status: 480,
  },
  34: {
    name: 'no circuit/channel available',
    means: 'All channels towards the destination are in use.',
    status: 503,
  },
  38: {
    name: 'network out of order',
    means: 'A network on the way does not work, and this may last.',
    status: 503,
  },
  39: {
    name: 'permanent frame mode connection out of service',
    means: 'A permanent data connection does not work.',
  },
  40: {
    name: 'permanent frame mode connection operational',
    means: 'A permanent data connection works; it is not a fault.',
    note: 'It does not end a call.',
  },
  41: {
    name: 'temporary failure',
    means: 'Something in the network failed that should soon be over.',
    status: 503,
  },
  42: {
    name: 'switching equipment congestion',
    means: 'An exchange on the way is overloaded.',
    status: 503,
  },
  43: {
    name: 'access information discarded',
    means: 'The network could not pass on all the information of the call.',
  },
  44: {
    name: 'requested circuit/channel not available',
    means: 'The channel that was asked for is taken; the gateway is to choose another one.',
    note: 'The gateway takes another channel, and no status code follows.',
  },
  46: { name: 'precedence call blocked', means: 'No channel could be freed for a call with priority.' },
  47: {
    name: 'resource unavailable, unspecified',
    means: 'Something that the call needs is not available.',
    status: 503,
  },
  49: { name: 'quality of service not available', means: 'The requested quality cannot be provided.' },
  50: {
    name: 'requested facility not subscribed',
    means: 'The line has not booked the feature that was asked for.',
  },
  53: {
    name: 'outgoing calls barred within CUG',
    means: 'Members of this closed user group may not make such calls.',
  },
  55: {
    name: 'incoming calls barred within CUG',
    means: 'Members of this closed user group may not receive such calls.',
    status: 403,
  },
  57: {
    name: 'bearer capability not authorized',
    means: 'The line may not use this kind of connection, such as data or video.',
    status: 403,
  },
  58: {
    name: 'bearer capability not presently available',
    means: 'This kind of connection is not available now.',
    status: 503,
  },
  62: {
    name: 'inconsistency in outgoing access information and subscriber class',
    means: 'The call asks for an access that does not fit the kind of line.',
  },
  63: {
    name: 'service or option not available, unspecified',
    means: 'The service that was asked for is not available.',
  },
  65: {
    name: 'bearer capability not implemented',
    means: 'The other side does not support this kind of connection, such as the codec or data call.',
    status: 488,
  },
  66: { name: 'channel type not implemented', means: 'The other side does not support this kind of channel.' },
  69: { name: 'requested facility not implemented', means: 'The other side does not support the feature.' },
  70: {
    name: 'only restricted digital information bearer capability is available',
    means: 'Only a restricted digital connection is available.',
    status: 488,
  },
  79: {
    name: 'service or option not implemented, unspecified',
    means: 'The other side does not support the service that was asked for.',
    status: 501,
  },
  81: { name: 'invalid call reference value', means: 'A message belongs to a call that is not known on this line.' },
  82: { name: 'identified channel does not exist', means: 'The channel that was named does not exist.' },
  83: {
    name: 'a suspended call exists, but this call identity does not',
    means: 'No parked call has the name that was given.',
  },
  84: { name: 'call identity in use', means: 'The name for parking the call is already taken.' },
  85: { name: 'no call suspended', means: 'There is no parked call to resume.' },
  86: { name: 'call having the requested call identity has been cleared', means: 'The parked call is already over.' },
  87: {
    name: 'user not member of CUG',
    means: 'The callee is not in the closed user group of the caller.',
    status: 403,
  },
  88: {
    name: 'incompatible destination',
    means: 'The device of the callee cannot take this kind of call, such as a fax or data call.',
    status: 503,
  },
  90: { name: 'non-existent CUG', means: 'The closed user group does not exist.' },
  91: { name: 'invalid transit network selection', means: 'The carrier that was chosen cannot be used.' },
  95: { name: 'invalid message, unspecified', means: 'A message in the telephone network was invalid.' },
  96: {
    name: 'mandatory information element is missing',
    means: 'A message in the telephone network lacks something mandatory.',
  },
  97: {
    name: 'message type non-existent or not implemented',
    means: 'A message in the telephone network is of an unknown type.',
  },
  98: {
    name: 'message not compatible with call state or message type non-existent or not implemented',
    means: 'A message in the telephone network came at the wrong moment or is of an unknown type.',
  },
  99: {
    name: 'information element non-existent or not implemented',
    means: 'A message in the telephone network holds something unknown.',
  },
  100: {
    name: 'invalid information element contents',
    means: 'A message in the telephone network holds an invalid value, often a badly formed number.',
  },
  101: {
    name: 'message not compatible with call state',
    means: 'A message in the telephone network came at the wrong moment.',
  },
  102: {
    name: 'recovery on timer expiry',
    means: 'The telephone network waited too long for an answer and gave up.',
    status: 504,
  },
  103: {
    name: 'parameter non-existent or not implemented, passed on',
    means: 'A message holds an unknown parameter, which was passed on.',
  },
  110: {
    name: 'message with unrecognized parameter, discarded',
    means: 'A message with an unknown parameter was dropped.',
  },
  111: {
    name: 'protocol error, unspecified',
    means: 'Two exchanges or gateways did not understand each other.',
    status: 500,
  },
  127: {
    name: 'interworking, unspecified',
    means: 'Behind a change of network something ended the call, and the cause is not known.',
    status: 500,
  },
} as const satisfies Record<number, CauseEntry>;

/** The entry of a cause, or undefined for a number that Q.850 leaves free. */
export function causeEntry(cause: number): CauseEntry | undefined {
  const entries: Readonly<Record<number, CauseEntry>> = q850Causes;
  return Object.hasOwn(entries, cause) ? entries[cause] : undefined;
}
