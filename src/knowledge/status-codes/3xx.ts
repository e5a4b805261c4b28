// Redirection: the request belongs somewhere else, and the caller is to send it there.
import type { StatusEntry } from './entry.ts';

/** The registered codes from 300 to 399. */
export const redirectionCodes = {
  300: {
    phrase: 'Multiple Choices',
    source: 'RFC 3261 §21.3.1',
    nature: 'redirect',
    text: {
      means: 'The callee can be reached at several addresses. The caller is to choose one and call it directly.',
      usually: [
        'A redirect server offers several destinations or routes.',
        'A number database returns more than one result.',
      ],
      fix: [
        { who: 'caller', action: 'Call one of the addresses in Contact, or let a proxy follow the redirection.' },
        {
          who: 'server',
          action: 'List at least one usable address in Contact that differs from the one that was called.',
        },
      ],
      noFaultWhen: 'A new request to one of the addresses follows.',
    },
    headers: [{ name: 'Contact', strength: 'should', why: 'The addresses to choose from.' }],
    dialog: 'dialog',
    retry: 'Once to each Contact, with a new branch.',
  },
  301: {
    phrase: 'Moved Permanently',
    source: 'RFC 3261 §21.3.2',
    nature: 'redirect',
    text: {
      means:
        'The callee has moved for good to the address in Contact. The caller should use only that address from now on.',
      usually: [
        'The number of the callee changed and the network knows the new one.',
        'A server answers 301 where 302 is meant.',
      ],
      fix: [
        { who: 'caller', action: 'Call the address in Contact and store it instead of the old one.' },
        { who: 'server', action: 'Use 302 if the move is not permanent.' },
      ],
      noFaultWhen: 'A new request to the address in Contact follows.',
    },
    perMethod: {
      REGISTER: 'The account has moved to another registrar; the client is to register there from now on.',
    },
    headers: [{ name: 'Contact', strength: 'should', why: 'The new address.' }],
    dialog: 'dialog',
    retry: 'Once to each Contact, with a new branch.',
  },
  302: {
    phrase: 'Moved Temporarily',
    source: 'RFC 3261 §21.3.3',
    nature: 'redirect',
    text: {
      means: 'The callee can be reached at the address in Contact for now. The caller is to send the request there.',
      usually: [
        'The callee forwards calls and leaves it to the caller to dial the new address.',
        'A redirect server chooses the route, for least cost, number portability or load sharing.',
      ],
      fix: [
        {
          who: 'caller',
          action: 'Send a new request to the address in Contact; if nothing follows, enable redirect handling.',
        },
        {
          who: 'server',
          action: 'Put an address into Contact that the caller can reach and that differs from the one it called.',
        },
      ],
      noFaultWhen: 'A new request to the address in Contact follows.',
    },
    perMethod: {
      REGISTER: 'The client is to register at the registrar that Contact names.',
      SUBSCRIBE: 'The state is kept at another server: the client is to subscribe there.',
    },
    headers: [
      { name: 'Contact', strength: 'should', why: 'The address to try next.' },
      {
        name: 'Expires',
        strength: 'may',
        why: 'How long the address may be remembered; without it, it is good for one attempt.',
      },
    ],
    dialog: 'dialog',
    retry: 'Once to each Contact, with a new branch.',
  },
  305: {
    phrase: 'Use Proxy',
    source: 'RFC 3261 §21.3.4',
    nature: 'redirect',
    text: {
      means: 'The callee takes this request only through the proxy that is named in Contact.',
      usually: ['A network insists that requests come through its own entry point.'],
      fix: [
        { who: 'caller', action: 'Send the request again through the proxy in Contact.' },
        { who: 'proxy', action: 'Never send 305: only the server that finally handles the request may.' },
      ],
      noFaultWhen: 'A new request through the named proxy follows.',
    },
    headers: [{ name: 'Contact', strength: 'should', why: 'The proxy to go through.' }],
    dialog: 'dialog',
    retry: 'Once, through the proxy in Contact.',
  },
  380: {
    phrase: 'Alternative Service',
    source: 'RFC 3261 §21.3.5',
    nature: 'redirect',
    text: {
      means: 'The call did not succeed, but another service may help. The body of the response describes it.',
      usually: ['A mobile network tells the device to set up an emergency call instead.'],
      fix: [
        {
          who: 'caller',
          action: 'Do what the body of the response asks for; a device that cannot read it has to give up.',
        },
        { who: 'server', action: 'Describe the other service in a body that the device understands.' },
      ],
      noFaultWhen: 'The device then uses the service that the body describes.',
    },
    headers: [{ name: 'Content-Type', strength: 'must', why: 'Says how to read the body that describes the service.' }],
    dialog: 'dialog',
    retry: 'Only as the body says.',
  },
} as const satisfies Record<number, StatusEntry>;
