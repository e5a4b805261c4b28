// Status codes that nobody registered but that are met in the field. A client treats them as x00 of their class
// (RFC 3261 §8.1.3.2), so what is said here helps people, not software.
import type { FieldEntry } from './entry.ts';

/** What is said alike of numbers that no published specification gives a meaning. */
const nameless = {
  phrase: '',
  source: 'RFC 3261 §8.1.3.2',
  text: {
    means:
      'The server refuses the request with a number of its own. No published specification gives it a meaning; only the vendor can say what it stands for.',
    usually: ['A platform passes on an internal error number instead of a registered code.'],
    fix: [
      {
        who: 'operator',
        action: 'Read the reason phrase, Warning and Reason, and ask the vendor of the server that sent it.',
      },
      { who: 'server', action: 'Answer with a registered code, and say the cause in the reason phrase.' },
    ],
  },
  dialog: 'transaction',
  seen: 'On platforms of single vendors, each with a meaning of its own.',
} as const;

/** The unregistered codes that are met. */
export const fieldCodes = {
  409: {
    phrase: 'Conflict',
    source: 'RFC 2543 §7.4.10',
    nature: 'caller-fault',
    text: {
      means:
        'The request conflicts with what the server already has stored. The code comes from the first SIP specification of 1999 and was dropped in 2002.',
      usually: [
        'An old registrar, or one that is built like a web service, refuses a registration that conflicts with another one.',
        'A server borrows the code from HTTP for a conflict of its own.',
      ],
      fix: [
        {
          who: 'operator',
          action: 'Look for another registration or booking of the same address on the server that sent it.',
        },
        { who: 'server', action: 'Answer with a registered code: 403 or 500, with the cause in the reason phrase.' },
      ],
    },
    dialog: 'transaction',
    retry: 'Not unchanged.',
    seen: 'In old software that follows RFC 2543, and in servers built on HTTP software.',
  },
  411: {
    phrase: 'Length Required',
    source: 'RFC 2543 §7.4.12',
    nature: 'caller-fault',
    text: {
      means:
        'The server does not take the request without Content-Length. The code comes from the first SIP specification of 1999 and was dropped in 2002.',
      usually: [
        'The request came over TCP or TLS without Content-Length, so that its end could not be found.',
        'A device in between removed the header.',
      ],
      fix: [
        { who: 'client', action: 'Put Content-Length into every message; over TCP and TLS it is mandatory.' },
        { who: 'server', action: 'Answer 400 and say in the reason phrase that Content-Length is missing.' },
      ],
    },
    dialog: 'transaction',
    retry: 'With Content-Length.',
    seen: 'In old software that follows RFC 2543.',
  },
  477: {
    phrase: 'Unfortunately error on sending to next hop occurred',
    source: 'RFC 3261 §8.1.3.2',
    nature: 'network',
    text: {
      means: 'The proxy could not send the request to the next server: the connection failed before anything left.',
      usually: [
        'The TCP or TLS connection to the next hop cannot be set up, or was refused.',
        'A phone behind NAT is registered over a connection that has been closed since.',
        'The proxy has no socket or no route for the address that it has to send from.',
      ],
      fix: [
        {
          who: 'operator',
          action: 'Look at the log of the proxy at this time: it names the address that could not be reached.',
        },
        {
          who: 'network',
          action: 'Check that the next hop listens on this port and transport, and that no firewall refuses it.',
        },
        {
          who: 'callee',
          action: 'Keep the connection of the registration open with keep-alives, and register again when it breaks.',
        },
      ],
    },
    dialog: 'transaction',
    retry: 'Later, or by another route.',
    seen: 'From Kamailio and OpenSIPS, which turn their internal error -477 into a response; OpenSIPS writes "Send failed".',
  },
  478: {
    phrase: 'Unresolvable destination',
    source: 'RFC 3261 §8.1.3.2',
    nature: 'server-fault',
    text: {
      means:
        'The proxy could not find out where to send the request: the host name in the address has no usable DNS entry.',
      usually: [
        'The domain in the Request-URI or in Route does not exist in DNS, or not for this proxy.',
        'The Contact of a browser carries an invented host name, and the proxy does not use the connection that it came over.',
        'The DNS server of the proxy does not answer.',
        'A number without a domain, such as a tel: address, reached the point where the proxy looks for a host.',
      ],
      fix: [
        {
          who: 'operator',
          action:
            'Resolve the host name on the proxy itself, with its NAPTR and SRV records, and correct DNS or the route.',
        },
        {
          who: 'proxy',
          action: 'For phones behind NAT and browsers, store the connection of the registration and send over that.',
        },
      ],
    },
    dialog: 'transaction',
    retry: 'Not before DNS or the route is corrected.',
    seen: 'From Kamailio and OpenSIPS, which turn their internal error -478 into a response.',
  },
  479: {
    phrase: 'Regretfully, we were not able to process the URI',
    source: 'RFC 3261 §8.1.3.2',
    nature: 'caller-fault',
    text: {
      means: 'The proxy could not read the address that it should send the request to.',
      usually: [
        'The Request-URI or a Route is malformed: a space, a missing bracket, an unescaped character.',
        'A script on the proxy put an address together wrongly.',
      ],
      fix: [
        { who: 'client', action: 'Correct the address in the Request-URI and in Route.' },
        {
          who: 'operator',
          action: 'Look at the log of the proxy at this time, and at the script line that rewrites the address.',
        },
      ],
    },
    dialog: 'transaction',
    retry: 'With a correct address.',
    seen: 'From Kamailio and OpenSIPS, which turn their internal error -479 into a response.',
  },
  490: {
    phrase: 'Request Updated',
    source: 'RFC 3261 §8.1.3.2',
    nature: 'state',
    text: {
      means:
        'A later version of the same request has taken the place of this one. The code comes from a draft that never became an RFC.',
      usually: ['Software that still carries the code list of an old draft answers with it.'],
      fix: [
        {
          who: 'server',
          action: 'Answer 491 where two changes cross, or 500 with Retry-After where one overtakes another.',
        },
      ],
    },
    dialog: 'transaction',
    retry: 'Nothing to repeat, if the later request is on its way.',
    seen: 'In the code lists of PJSIP and Sofia-SIP; hardly ever on the wire.',
  },
  492: { ...nameless, nature: 'caller-fault', retry: 'Not unchanged.' },
  498: { ...nameless, nature: 'caller-fault', retry: 'Not unchanged.' },
  499: { ...nameless, nature: 'caller-fault', retry: 'Not unchanged.' },
  687: {
    phrase: 'Dialog Terminated',
    source: 'RFC 3261 §8.1.3.2',
    nature: 'state',
    text: {
      means:
        'The early dialog or call that this response belongs to is over. The code comes from a draft that never became an RFC; 199 does its work today.',
      usually: ['Software that still carries the code list of an old draft answers with it.'],
      fix: [
        {
          who: 'server',
          action:
            'Report the end of one early dialog with 199, and the end of the call attempt with a registered code.',
        },
      ],
    },
    dialog: 'transaction',
    retry: 'Not automatically.',
    seen: 'In the code list of Sofia-SIP, which FreeSWITCH uses; hardly ever on the wire.',
  },
  697: { ...nameless, nature: 'choice', retry: 'Not automatically.' },
} as const satisfies Record<number, FieldEntry>;
