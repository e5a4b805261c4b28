// Success. What it means depends on the method more than in any other class.
import type { StatusEntry } from './entry.ts';

/** The registered codes from 200 to 299. */
export const successCodes = {
  200: {
    phrase: 'OK',
    source: 'RFC 3261 §21.2.1',
    nature: 'success',
    text: {
      means: 'The request succeeded.',
      usually: [
        'The server did what it was asked to do.',
        'Where a 200 to INVITE comes again and again, its ACK never arrives.',
        'Where a 200 to REGISTER does not list the Contact of the device, the device is not registered.',
        'Where every m= line of its SDP has port 0, the call is up without any media.',
      ],
      fix: [
        {
          who: 'caller',
          action: 'Acknowledge every 200 to INVITE, also a repeated one, at the address in its Contact.',
        },
        {
          who: 'callee',
          action: 'Put an address into Contact, and addresses into the SDP, that the caller can reach.',
        },
        { who: 'registrar', action: 'List every stored Contact with its remaining time.' },
      ],
      noFaultWhen: 'Always. A fault can only lie in what follows or in what the headers and the body say.',
    },
    perMethod: {
      INVITE:
        'The callee answered the call. It repeats this response until the ACK arrives, and gives up after 32 s without it.',
      BYE: 'The call is over on both sides.',
      CANCEL:
        'The hop that sent it will stop the call attempt. The INVITE itself still gets its own final response, normally 487.',
      REGISTER:
        'The registrar stored the request. Contact lists every address now stored, each with the seconds it stays valid, which may be fewer than asked for.',
      OPTIONS: 'The server is alive, and lists what it supports.',
      SUBSCRIBE: 'The subscription exists until Expires runs out; a NOTIFY with the current state must follow at once.',
      NOTIFY: 'The subscriber got the state.',
      PUBLISH: 'The state is stored until Expires runs out; SIP-ETag names it in later requests.',
      REFER:
        'The other side accepted the transfer request. Whether the transfer works is told by the NOTIFY requests that follow.',
      MESSAGE: 'The message reached its destination; nobody need have read it yet.',
      PRACK: 'The callee side knows that its provisional response arrived.',
      UPDATE: 'The change to the call is accepted.',
      INFO: 'The data arrived.',
    },
    headers: [
      {
        name: 'Contact',
        strength: 'must',
        why: 'To INVITE: the address for the ACK and every later request. To REGISTER: all stored addresses.',
      },
      {
        name: 'Record-Route',
        strength: 'must',
        why: 'To INVITE, SUBSCRIBE and REFER: copied from the request, so that later requests take the same way.',
      },
      { name: 'Allow', strength: 'should', why: 'To INVITE and OPTIONS: the methods that can be used.' },
      { name: 'Supported', strength: 'should', why: 'To INVITE and OPTIONS: the extensions that can be used.' },
      { name: 'Expires', strength: 'must', why: 'To SUBSCRIBE and PUBLISH: how long the state is kept.' },
      { name: 'SIP-ETag', strength: 'must', why: 'To PUBLISH: the name of the stored state for later requests.' },
      {
        name: 'Session-Expires',
        strength: 'may',
        why: 'To INVITE and UPDATE: the session timer that was agreed, and who refreshes.',
      },
    ],
  },
  202: {
    phrase: 'Accepted',
    source: 'RFC 6665 §8.3.1',
    nature: 'success',
    text: {
      means:
        'The request is accepted but not carried out yet. The code is deprecated: software treats it exactly like 200 OK.',
      usually: [
        'Older software answers REFER or SUBSCRIBE with it, as RFC 3515 and RFC 3265 once asked.',
        'A server stores an instant message for later delivery.',
      ],
      fix: [
        {
          who: 'server',
          action: 'Answer REFER, SUBSCRIBE and NOTIFY with 200: RFC 6665 and RFC 7647 allow no 202 there any more.',
        },
      ],
      noFaultWhen: 'The other side goes on as after a 200, which is what the RFC asks of it.',
    },
    perMethod: {
      REFER:
        'The transfer request is accepted, which does not mean that the transfer worked: the NOTIFY requests tell.',
      SUBSCRIBE: 'The subscription exists, as after a 200; a NOTIFY must follow at once.',
      MESSAGE: 'A server took the message and will try to deliver it later.',
    },
  },
  204: {
    phrase: 'No Notification',
    source: 'RFC 5839 §7.1',
    nature: 'success',
    text: {
      means:
        'The subscription is renewed or ended, and no NOTIFY follows because the subscriber already knows the current state.',
      usually: ['The subscriber renewed with Suppress-If-Match and nothing has changed since.'],
      fix: [{ who: 'server', action: 'Send it only to a SUBSCRIBE inside a dialog that carries Suppress-If-Match.' }],
      noFaultWhen: 'The SUBSCRIBE carries Suppress-If-Match.',
    },
    headers: [{ name: 'Expires', strength: 'must', why: 'How long the subscription lasts from now.' }],
  },
} as const satisfies Record<number, StatusEntry>;
