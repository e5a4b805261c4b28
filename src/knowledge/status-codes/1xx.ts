// Provisional responses: the request is under way, nothing is decided yet.
import type { StatusEntry } from './entry.ts';

/** The registered codes from 100 to 199. */
export const provisionalCodes = {
  100: {
    phrase: 'Trying',
    source: 'RFC 3261 §21.1.1',
    nature: 'progress',
    text: {
      means:
        'The next hop has the request and works on it, so the sender need not repeat it. It says nothing about the callee yet.',
      usually: [
        'Proxies, gateways and PBXs send it for every INVITE that they cannot answer within 200 ms.',
        'Where it stays the only response, the fault lies beyond the hop that sent it.',
      ],
      fix: [],
      noFaultWhen: 'Always, in answer to an INVITE. It is how the next hop confirms that it took over.',
    },
    perMethod: {
      INVITE: 'The next hop took over the call attempt; the sender stops repeating the INVITE and waits.',
      REGISTER: 'Allowed, but not before the sender has repeated the request for 3.5 s over UDP (RFC 4320 §4.1).',
      OPTIONS: 'Allowed, but not before the sender has repeated the request for 3.5 s over UDP (RFC 4320 §4.1).',
      BYE: 'Allowed, but not before the sender has repeated the request for 3.5 s over UDP (RFC 4320 §4.1).',
    },
    headers: [
      {
        name: 'Timestamp',
        strength: 'must',
        why: 'Copied from the request, if it was there, so that the sender can measure the delay.',
      },
    ],
    retry: 'The sender stops repeating an INVITE; other requests it repeats every 4 s over UDP.',
  },
  180: {
    phrase: 'Ringing',
    source: 'RFC 3261 §21.1.2',
    nature: 'progress',
    text: {
      means: 'The callee is being alerted. The caller usually hears a ringing tone made by its own device.',
      usually: [
        'The phone of the callee rings.',
        'Several of them with different To tags mean that several devices ring at once.',
      ],
      fix: [],
      noFaultWhen: 'Always: it is a step on the way, and the final response decides.',
    },
    headers: [
      { name: 'To', strength: 'must', why: 'Its tag names the device that rings.' },
      {
        name: 'Contact',
        strength: 'must',
        why: 'The response creates an early dialog, which needs an address for later requests.',
      },
    ],
  },
  181: {
    phrase: 'Call Is Being Forwarded',
    source: 'RFC 3261 §21.1.3',
    nature: 'progress',
    text: {
      means: 'The server is sending the call on to another destination than the one that was called.',
      usually: [
        'The callee has call forwarding switched on.',
        'A PBX sends the call to a colleague or to voicemail because nobody answered.',
      ],
      fix: [{ who: 'callee', action: 'If the forwarding is not wanted, switch it off in the phone or in the PBX.' }],
      noFaultWhen: 'The forwarding is wanted.',
    },
    headers: [
      { name: 'To', strength: 'must', why: 'Its tag names the early dialog.' },
      {
        name: 'Contact',
        strength: 'must',
        why: 'The response creates an early dialog, which needs an address for later requests.',
      },
      { name: 'History-Info', strength: 'may', why: 'Tells where the call came from and where it goes.' },
    ],
  },
  182: {
    phrase: 'Queued',
    source: 'RFC 3261 §21.1.4',
    nature: 'progress',
    text: {
      means: 'The callee is not free now, and the call waits in a queue instead of being refused.',
      usually: ['A contact centre holds the call until an agent is free.'],
      fix: [
        {
          who: 'server',
          action:
            'Repeat a provisional response at least every minute, so that proxies do not give the call up after three.',
        },
      ],
      noFaultWhen: 'The call is taken from the queue in the end; otherwise the final response decides.',
    },
    headers: [
      { name: 'To', strength: 'must', why: 'Its tag names the early dialog.' },
      {
        name: 'Contact',
        strength: 'must',
        why: 'The response creates an early dialog, which needs an address for later requests.',
      },
    ],
  },
  183: {
    phrase: 'Session Progress',
    source: 'RFC 3261 §21.1.5',
    nature: 'progress',
    text: {
      means:
        'The call makes progress. With SDP in it the callee side can already send sound, such as a ringing tone or an announcement, before the call is answered.',
      usually: [
        'A gateway passes on the tones or announcements of the telephone network.',
        'A PBX plays an announcement or music before anybody answers.',
      ],
      fix: [
        {
          who: 'caller',
          action: 'If nothing is heard, let the device play early media and let RTP in before the 200 arrives.',
        },
      ],
      noFaultWhen: 'Always: it is a step on the way, and the final response decides.',
    },
    headers: [
      { name: 'To', strength: 'must', why: 'Its tag names the early dialog that the sound belongs to.' },
      {
        name: 'Contact',
        strength: 'must',
        why: 'The response creates an early dialog, which needs an address for later requests.',
      },
    ],
  },
  199: {
    phrase: 'Early Dialog Terminated',
    source: 'RFC 6228 §5',
    nature: 'progress',
    text: {
      means:
        'One of the devices that the call was offered to is out; the others are still being tried. The To tag says which one.',
      usually: [
        'A forking proxy got a refusal from one branch while another one still rings.',
        'A device gave up its early dialog before the final response is known.',
      ],
      fix: [{ who: 'server', action: 'Send it only where the INVITE lists 199 in Supported.' }],
      noFaultWhen: 'The INVITE lists 199 in Supported: the caller asked to be told.',
    },
    headers: [
      { name: 'To', strength: 'must', why: 'Its tag names the early dialog that ended.' },
      { name: 'Reason', strength: 'must', why: 'Carries the status code that ended the branch.' },
    ],
    retry: 'Nothing to repeat: the caller keeps waiting for the final response.',
  },
} as const satisfies Record<number, StatusEntry>;
