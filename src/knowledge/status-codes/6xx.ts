// Global failures: no other device or server would answer differently, so proxies stop trying.
import type { StatusEntry } from './entry.ts';

/** The registered codes from 600 to 699. */
export const globalFailureCodes = {
  600: {
    phrase: 'Busy Everywhere',
    source: 'RFC 3261 §21.6.1',
    nature: 'choice',
    text: {
      means:
        'The callee is busy on every device and does not take the call. Nothing else, not even voicemail, will answer it.',
      usually: ['The callee set all devices to busy.', 'A PBX reports a whole group as busy.'],
      fix: [
        {
          who: 'server',
          action: 'Send 486 instead if voicemail or another device may still answer: 600 makes proxies stop.',
        },
      ],
      noFaultWhen: 'The callee really is busy everywhere.',
    },
    perMethod: {
      REGISTER: 'A registrar may not send a 6xx: another one may accept the registration.',
    },
    headers: [{ name: 'Retry-After', strength: 'may', why: 'When calling again makes sense.' }],
    dialog: 'transaction',
    retry: 'Later; after Retry-After, if it is there.',
  },
  603: {
    phrase: 'Decline',
    source: 'RFC 3261 §21.6.2',
    nature: 'choice',
    text: {
      means: 'The callee, or a service acting for the callee, does not want this call on any device.',
      usually: [
        'The callee pressed reject, after the phone had rung.',
        'Do-not-disturb or a block list refuses the call at once, without ringing.',
        'The network takes the call for spam and blocks it; the reason phrase or Reason often says so.',
      ],
      fix: [
        {
          who: 'caller',
          action:
            'If the refusal comes at once, find out why the number is blocked, and register it with the analytics services.',
        },
        { who: 'callee', action: 'If the call was wanted, check do-not-disturb and the block list.' },
      ],
      noFaultWhen: 'A person pressed reject.',
    },
    perMethod: {
      MESSAGE: 'The recipient does not want this message.',
      SUBSCRIBE: 'The subscription is refused, and asking again will not help.',
      REFER: 'The other side refuses the transfer.',
      REGISTER: 'A registrar may not send a 6xx: another one may accept the registration.',
    },
    headers: [{ name: 'Retry-After', strength: 'may', why: 'When calling again makes sense.' }],
    dialog: 'transaction',
    retry: 'Not automatically; after Retry-After, if it is there.',
  },
  604: {
    phrase: 'Does Not Exist Anywhere',
    source: 'RFC 3261 §21.6.3',
    nature: 'caller-fault',
    text: {
      means: 'A server that knows for sure says that the user or number does not exist anywhere.',
      usually: [
        'The dialled number is not assigned.',
        'A gateway or SBC turns a plain "not found" into this stronger code.',
      ],
      fix: [
        { who: 'caller', action: 'Correct the number or address.' },
        { who: 'server', action: 'Send 404 unless this server really knows every place where the user could be.' },
      ],
    },
    dialog: 'dialog',
    retry: 'Not to this address.',
  },
  606: {
    phrase: 'Not Acceptable',
    source: 'RFC 3261 §21.6.4',
    nature: 'caller-fault',
    text: {
      means: 'The callee wants to talk, but no device of the callee can use the media that the caller offers.',
      usually: [
        'The two sides have no codec in common.',
        'One side insists on encrypted media and the other side offers plain media, or the other way round.',
        'A server sends 606 where 488 is meant.',
      ],
      fix: [
        { who: 'caller', action: 'Offer the codecs, encryption and address family that the callee supports.' },
        { who: 'server', action: 'Send 488 unless no other device could accept the offer.' },
      ],
    },
    headers: [
      { name: 'Warning', strength: 'may', why: 'Names what in the offer does not fit.' },
      { name: 'Content-Type', strength: 'may', why: 'An SDP body may describe what would work.' },
    ],
    dialog: 'transaction',
    retry: 'With another offer.',
  },
  607: {
    phrase: 'Unwanted',
    source: 'RFC 8197 §4',
    nature: 'choice',
    text: {
      means: 'The callee marked this call as unwanted, as with a spam button.',
      usually: [
        'The callee pressed the spam button on the phone.',
        'An app of the callee blocks calls from this number.',
      ],
      fix: [
        {
          who: 'caller',
          action:
            'Stop calling this number; if the calls are legitimate, restore the reputation of the calling number.',
        },
      ],
      noFaultWhen: 'The callee meant it: the feature does its work.',
    },
    dialog: 'transaction',
    retry: 'Never.',
  },
  608: {
    phrase: 'Rejected',
    source: 'RFC 8688 §3.1',
    nature: 'choice',
    text: {
      means: 'A service in the network, not the callee, refused the call because it takes it for unwanted.',
      usually: ['A call analytics service scored the calling number as spam or fraud.'],
      fix: [
        { who: 'caller', action: 'Object at the contact named in the Call-Info header, and have the number cleared.' },
        { who: 'operator', action: 'Name a contact for objections in Call-Info, as the RFC asks.' },
      ],
      noFaultWhen: 'The call was unwanted: the feature does its work.',
    },
    headers: [
      {
        name: 'Call-Info',
        strength: 'must',
        why: 'Carries the signed contact for objections (purpose=jwscard), unless abuse is feared.',
      },
    ],
    dialog: 'transaction',
    retry: 'Only after the caller has been cleared.',
  },
} as const satisfies Record<number, StatusEntry>;
