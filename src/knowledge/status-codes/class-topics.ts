// The six classes of status codes, each as a whole: what all its codes have in common.
import type { Behaviour } from '../comparison/behaviour.ts';
import type { Contrast } from '../comparison/contrast.ts';
import type { StatusClass } from './classes.ts';
import type { StatusEntry } from './entry.ts';

/** One class: an entry like that of a code, its words for comparisons and its behaviour. */
export interface ClassTopic {
  readonly entry: StatusEntry;
  readonly contrast: Contrast;
  readonly behaviour: Behaviour;
}

/** The classes by name. */
export const classTopics = {
  '1xx': {
    entry: {
      phrase: 'Provisional',
      source: 'RFC 3261 §21.1',
      nature: 'progress',
      text: {
        means:
          'The request has arrived and is being worked on. A provisional response is a step on the way: the final response, from 200 to 699, is still to come.',
        usually: [
          'Every call shows at least one before it is answered or refused.',
          'Requests other than INVITE get a 100 at most, and only if the final response is late (RFC 4320 §4.1).',
        ],
        fix: [],
        noFaultWhen: 'Always, as long as a final response follows.',
      },
      retry: 'Nothing to repeat: the client keeps waiting.',
    },
    contrast: {
      says: '1xx codes say that the request is under way.',
      send: 'Send a 1xx to an INVITE that you cannot answer at once, and repeat one at least every minute while the caller has to wait.',
    },
    behaviour: { sentBy: 'anyone', hears: 'ringing', again: 'not-needed' },
  },
  '2xx': {
    entry: {
      phrase: 'Successful',
      source: 'RFC 3261 §21.2',
      nature: 'success',
      text: {
        means:
          'The request succeeded. What that implies depends on the method: a 200 to INVITE is an answered call, a 200 to REGISTER a stored address.',
        usually: ['The server did what it was asked to do.'],
        fix: [],
        noFaultWhen: 'Always. A fault can only lie in what follows or in what the headers and the body say.',
      },
    },
    contrast: {
      says: '2xx codes say that the request succeeded.',
      send: 'Send a 2xx when you have done what the request asks for; 200 is right in nearly every case.',
    },
    behaviour: { sentBy: 'final', hears: 'answered', again: 'not-needed' },
  },
  '3xx': {
    entry: {
      phrase: 'Redirection',
      source: 'RFC 3261 §21.3',
      nature: 'redirect',
      text: {
        means:
          'The request belongs at another address, which Contact names. The caller, or a proxy on the way, sends a new request there.',
        usually: ['The callee forwards calls.', 'A redirect server chooses the route.'],
        fix: [
          {
            who: 'caller',
            action: 'Follow the redirection: send a new request to each address in Contact until one succeeds.',
          },
          {
            who: 'server',
            action:
              'Name at least one address in Contact that the caller can reach and that differs from the one it called.',
          },
        ],
        noFaultWhen: 'A new request to one of the addresses follows.',
      },
      dialog: 'dialog',
      retry: 'Once to each Contact, with a new branch.',
    },
    contrast: {
      says: '3xx codes say that the request belongs at another address.',
      send: 'Send a 3xx when somebody else shall handle the request and the caller may learn the address.',
    },
    behaviour: { sentBy: 'redirector', hears: 'redirected', again: 'elsewhere' },
  },
  '4xx': {
    entry: {
      phrase: 'Request Failure',
      source: 'RFC 3261 §21.4',
      nature: 'caller-fault',
      text: {
        means:
          'This server refuses the request as it stands. Another server, or a changed request, may still succeed. Not every 4xx is a fault: 401 and 407 are questions, 486 and 480 speak of the callee, 487 ends a call that was withdrawn.',
        usually: [
          'The client is asked for credentials and sends them (401, 407).',
          'The callee is busy, absent or does not answer (486, 480, 408).',
          'The number or address is wrong (404, 484, 410).',
          'Media, extensions or methods of the two sides do not fit together (488, 420, 405).',
        ],
        fix: [
          {
            who: 'client',
            action: 'Change what the code names before trying again; the same request gets the same refusal.',
          },
        ],
        noFaultWhen: 'The client goes on as the code asks, or a person decided so.',
      },
      dialog: 'transaction',
      retry: 'Not unchanged at this server.',
    },
    contrast: {
      says: '4xx codes say that this server refuses the request as it stands.',
      send: 'Send a 4xx when the request, its address or its sender is the reason; choose the most exact code that there is.',
    },
    behaviour: { sentBy: 'anyone', hears: 'error', again: 'changed' },
  },
  '5xx': {
    entry: {
      phrase: 'Server Failure',
      source: 'RFC 3261 §21.5',
      nature: 'server-fault',
      text: {
        means: 'The server could not carry out a request that may well be valid. Another server may take it.',
        usually: [
          'The server is overloaded or out of service (503).',
          'A script, database or next server failed (500, 502, 504).',
          'The server lacks the method or the size that the request needs (501, 513).',
        ],
        fix: [
          { who: 'client', action: 'Try the next server.' },
          { who: 'operator', action: 'Look at the log of the server that sent it, at the time of this response.' },
        ],
        noFaultWhen: 'Another server then takes the request.',
      },
      dialog: 'transaction',
      retry: 'Later, or at another server.',
    },
    contrast: {
      says: '5xx codes say that the server could not carry out the request.',
      send: 'Send a 5xx when you are the reason, not the request.',
    },
    behaviour: { sentBy: 'anyone', hears: 'error', again: 'elsewhere' },
  },
  '6xx': {
    entry: {
      phrase: 'Global Failure',
      source: 'RFC 3261 §21.6',
      nature: 'choice',
      text: {
        means:
          'The request would fail wherever it was sent. A proxy cancels all other branches and passes the response on.',
        usually: [
          'The callee declined for all devices (603).',
          'The network or the callee took the call for unwanted (607, 608).',
        ],
        fix: [{ who: 'server', action: 'Send 4xx instead if another device or voicemail may still answer.' }],
        noFaultWhen: 'The callee meant it.',
      },
      dialog: 'transaction',
      retry: 'Not automatically.',
    },
    contrast: {
      says: '6xx codes say that the request would not succeed anywhere.',
      send: 'Send a 6xx only if you speak for every device of the callee.',
    },
    behaviour: { sentBy: 'authority', hears: 'refused', again: 'never' },
  },
} as const satisfies Readonly<Record<StatusClass, ClassTopic>>;
