// What is said of a status code that nobody registered: a client treats it as x00 of its class, and a 1xx as 183
// (RFC 3261 §8.1.3.2).
import type { StatusEntry } from './entry.ts';

/** One entry for each class. */
export const statusClasses = {
  '1xx': {
    phrase: 'Provisional',
    source: 'RFC 3261 §21.1',
    nature: 'progress',
    text: {
      means:
        'The request arrived and is being worked on. This number is not registered, so the caller treats it as 183 Session Progress.',
      usually: ['The server uses a code of its own to report progress.'],
      fix: [],
      noFaultWhen: 'It is a step on the way, not a result: the final response decides.',
    },
  },
  '2xx': {
    phrase: 'Successful',
    source: 'RFC 3261 §21.2',
    nature: 'success',
    text: {
      means: 'The request succeeded. This number is not registered, so the client treats it as 200 OK.',
      usually: ['The server uses a code of its own for a special kind of success.'],
      fix: [{ who: 'server', action: 'Answer with 200: other software cannot know what this number adds.' }],
    },
  },
  '3xx': {
    phrase: 'Redirection',
    source: 'RFC 3261 §21.3',
    nature: 'redirect',
    text: {
      means:
        'The request should be sent to another address. This number is not registered, so the client treats it as 300 Multiple Choices.',
      usually: [
        'The server uses a code of its own for redirection.',
        'Something that speaks HTTP answers on the SIP port.',
      ],
      fix: [
        { who: 'server', action: 'Answer with 300, 301 or 302 and put the new address into Contact.' },
        { who: 'caller', action: 'Send the request again to an address in Contact, if there is one.' },
      ],
    },
    dialog: 'dialog',
    retry: 'Once to each Contact.',
  },
  '4xx': {
    phrase: 'Request Failure',
    source: 'RFC 3261 §21.4',
    nature: 'caller-fault',
    text: {
      means:
        'This server refuses the request as it stands. This number is not registered, so the client treats it as 400 Bad Request.',
      usually: [
        'The server uses a code of its own; its reason phrase often says what it means.',
        'A proxy could not send the request on and reports an internal error number.',
      ],
      fix: [
        { who: 'server', action: 'Answer with a registered code, and say the cause in the reason phrase.' },
        { who: 'operator', action: 'Look the number up in the documentation of the server that sent it.' },
      ],
    },
    dialog: 'transaction',
    retry: 'Not unchanged at this server.',
  },
  '5xx': {
    phrase: 'Server Failure',
    source: 'RFC 3261 §21.5',
    nature: 'server-fault',
    text: {
      means:
        'The server could not carry out a request that may well be valid. This number is not registered, so the client treats it as 500 Server Internal Error.',
      usually: [
        'The server uses a code of its own; its reason phrase often says what it means.',
        'A script or route on the server answers with a number that somebody chose.',
      ],
      fix: [
        { who: 'operator', action: 'Look at the log of the server that sent it, at the time of this response.' },
        { who: 'server', action: 'Answer with a registered code, and say the cause in the reason phrase.' },
      ],
    },
    dialog: 'transaction',
    retry: 'Later, or at another server.',
  },
  '6xx': {
    phrase: 'Global Failure',
    source: 'RFC 3261 §21.6',
    nature: 'choice',
    text: {
      means:
        'The request would fail wherever it was sent. This number is not registered, so the client treats it as 600 Busy Everywhere.',
      usually: ['The server uses a code of its own to refuse the call everywhere.'],
      fix: [
        { who: 'server', action: 'Answer with a registered code; with 4xx where another device may still answer.' },
      ],
    },
    dialog: 'transaction',
    retry: 'Not automatically.',
  },
} as const satisfies Record<string, StatusEntry>;

/** `4xx`: the class of a status code. */
export type StatusClass = keyof typeof statusClasses;

/** What is said of a number that is no status code at all (RFC 3261 §7.2: three digits, the first from 1 to 6). */
export const outsideStatusRange = {
  phrase: 'Not a SIP status code',
  source: 'RFC 3261 §7.2',
  nature: 'server-fault',
  text: {
    means: 'SIP knows status codes from 100 to 699 only. A client drops a response with any other number.',
    usually: [
      'Software writes an internal error number into a response.',
      'A test tool or a scanner sends broken messages on purpose.',
      'The bytes are not SIP, or were damaged on the way.',
    ],
    fix: [{ who: 'server', action: 'Answer with a status code from 100 to 699.' }],
  },
} as const satisfies StatusEntry;
