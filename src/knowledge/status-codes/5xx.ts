// Server failures: the request may be valid, but this server could not carry it out.
import type { StatusEntry } from './entry.ts';

/** The registered codes from 500 to 599. */
export const serverFailureCodes = {
  500: {
    phrase: 'Server Internal Error',
    source: 'RFC 3261 §21.5.1',
    nature: 'server-fault',
    text: {
      means: 'Something went wrong inside the server that sent this. The request itself may be fine.',
      usually: [
        'A dial plan, script, database or transcoder on the server failed.',
        'A proxy hides a 503 that it got from the next server: it should pass that on as 500.',
        'The request came with a lower CSeq than the one before it in the same dialog.',
        'A second INVITE came before the first one was answered; then Retry-After is there.',
      ],
      fix: [
        { who: 'operator', action: 'Look at the log of the server that sent it, at the time of this response.' },
        {
          who: 'caller',
          action: 'Raise CSeq with every request in a dialog, and wait for one INVITE before sending the next.',
        },
      ],
      noFaultWhen: 'It answers an INVITE or UPDATE that overlapped an earlier one, and the retry succeeds.',
    },
    perMethod: {
      INVITE:
        'A script, a trunk or a database failed while the call was set up, or a reliable provisional response never got its PRACK.',
      UPDATE: 'Often an earlier UPDATE is not answered yet; Retry-After then says when to try again.',
      NOTIFY: 'Often the CSeq of the NOTIFY is lower than that of the one before it.',
      REGISTER: 'The registrar could not store the registration, often because its database failed.',
    },
    headers: [
      {
        name: 'Retry-After',
        strength: 'may',
        why: 'When to try again; demanded, with 0 to 10 s, where requests overlapped.',
      },
    ],
    dialog: 'transaction',
    retry: 'After several seconds, or after Retry-After.',
  },
  501: {
    phrase: 'Not Implemented',
    source: 'RFC 3261 §21.5.2',
    nature: 'callee-fault',
    text: {
      means:
        'The server cannot do this for any user at all, normally because it does not know the method of the request.',
      usually: [
        'A simple phone or gateway got a PUBLISH, SUBSCRIBE, MESSAGE, REFER, PRACK or UPDATE.',
        'The sender uses a method that only its own vendor knows.',
        'The method name is misspelt or in lower case; method names are case-sensitive.',
      ],
      fix: [
        { who: 'client', action: 'Stop sending this method to this peer; use only what its Allow header lists.' },
        {
          who: 'server',
          action: 'Implement the method, or list the known ones in Allow so that others need not guess.',
        },
      ],
      noFaultWhen: 'It answers a keep-alive or a probe: any response proves that the peer is alive.',
    },
    perMethod: {
      PRACK: 'The peer knows no PRACK, so it should not have sent its provisional response reliably.',
      UPDATE: 'The peer knows no UPDATE; the change has to be made with a re-INVITE.',
      REFER: 'The peer cannot be asked to transfer a call; whoever asks has to transfer it in another way.',
      MESSAGE: 'The peer takes no instant messages.',
      SUBSCRIBE: 'The peer offers no subscriptions at all.',
      PUBLISH: 'The peer stores no published state.',
      INFO: 'The peer knows no INFO; DTMF digits have to go in the RTP stream (RFC 4733).',
      OPTIONS: 'The peer is alive but does not know OPTIONS, which every SIP element should.',
    },
    headers: [{ name: 'Allow', strength: 'may', why: 'Lists what would work; RFC 3261 demands it in a 405 only.' }],
    dialog: 'usage',
    retry: 'Not with this method.',
  },
  502: {
    phrase: 'Bad Gateway',
    source: 'RFC 3261 §21.5.3',
    nature: 'server-fault',
    text: {
      means: 'A gateway or proxy asked the next server and got a response that it could not use.',
      usually: [
        'The next server sent a broken or unexpected response.',
        'The telephone network reported that the destination is out of order.',
      ],
      fix: [
        {
          who: 'operator',
          action: 'Look at the next leg behind the server that sent this: the fault is in the response it got there.',
        },
      ],
    },
    dialog: 'dialog',
    retry: 'Later, or by another route.',
  },
  503: {
    phrase: 'Service Unavailable',
    source: 'RFC 3261 §21.5.4',
    nature: 'server-fault',
    text: {
      means:
        'The server cannot take requests now, because it is overloaded or under maintenance. Another server may well take this one.',
      usually: [
        'The server is overloaded or has reached its limit of calls.',
        'All channels or licences of a trunk are in use.',
        'The server has no working route: what lies behind it is down.',
        'The service is being restarted or maintained.',
      ],
      fix: [
        { who: 'client', action: 'Try the next server, and send nothing to this one until Retry-After is over.' },
        {
          who: 'operator',
          action: 'Check load, channel and licence limits, and the state of the trunk behind the server.',
        },
      ],
      noFaultWhen: 'Maintenance is planned and the request succeeds at another server.',
    },
    perMethod: {
      REGISTER: 'The phone should try the next registrar that DNS names.',
      OPTIONS: 'The peer is alive but takes no calls: monitoring counts it as down.',
      BYE: 'The server did not pass the BYE on; whoever hung up treats the call as ended.',
    },
    headers: [
      {
        name: 'Retry-After',
        strength: 'may',
        why: 'How long to stay away; without it the client acts as after a 500.',
      },
    ],
    dialog: 'transaction',
    retry: 'At another server at once; at this one after Retry-After.',
  },
  504: {
    phrase: 'Server Time-out',
    source: 'RFC 3261 §21.5.5',
    nature: 'network',
    text: {
      means:
        'The server waited in vain for another server that it needs, such as a database, a number lookup or the next hop.',
      usually: [
        'A lookup in ENUM, DNS, LDAP or a subscriber database took too long.',
        'The next server is unreachable.',
        'An UPDATE asked for something that a person would have to agree to.',
      ],
      fix: [
        { who: 'operator', action: 'Find the server that stayed silent, and check that it runs and can be reached.' },
        { who: 'caller', action: 'Where it answers an UPDATE, make the change with a re-INVITE instead.' },
      ],
      noFaultWhen: 'It answers an UPDATE that needs the consent of a person.',
    },
    perMethod: {
      UPDATE: 'A person would have to agree to the change: it has to be asked for with a re-INVITE.',
    },
    dialog: 'transaction',
    retry: 'Later, or by another route.',
  },
  505: {
    phrase: 'Version Not Supported',
    source: 'RFC 3261 §21.5.6',
    nature: 'caller-fault',
    text: {
      means: 'The server does not know the SIP version in the request. The only version in use is SIP/2.0.',
      usually: [
        'A scanner or test tool sends broken requests on purpose.',
        'The first line of the request was damaged on the way.',
      ],
      fix: [
        { who: 'client', action: 'Write SIP/2.0 into the first line.' },
        { who: 'network', action: 'Find the device that changes the first line, such as a SIP ALG.' },
      ],
      noFaultWhen: 'The request came from a scanner.',
    },
    dialog: 'transaction',
    retry: 'Only as SIP/2.0.',
  },
  513: {
    phrase: 'Message Too Large',
    source: 'RFC 3261 §21.5.7',
    nature: 'caller-fault',
    text: {
      means: 'The whole message is larger than the server can handle.',
      usually: [
        'The SDP lists many codecs or ICE candidates, as web browsers do.',
        'Many Record-Route, Via or History-Info values have piled up on the way.',
      ],
      fix: [
        { who: 'client', action: 'Offer fewer codecs and candidates, and drop headers that nobody needs.' },
        { who: 'server', action: 'Raise the largest message size.' },
      ],
    },
    dialog: 'transaction',
    retry: 'With a smaller message.',
  },
  555: {
    phrase: 'Push Notification Service Not Supported',
    source: 'RFC 8599 §8.1',
    nature: 'server-fault',
    text: {
      means: 'The network cannot wake this app through the push service that the app named when it registered.',
      usually: [
        'The app names a push service in pn-provider that the proxy is not set up for.',
        'The value of pn-provider is misspelt.',
      ],
      fix: [
        { who: 'operator', action: 'Set the proxy up for the push service that the app uses.' },
        { who: 'client', action: 'Register with a push service that the network supports, or without one.' },
      ],
      noFaultWhen: 'The app then registers without push.',
    },
    perMethod: {
      REGISTER: 'The registration is refused because of the push service it names. No other method may get this code.',
    },
    dialog: 'transaction',
    retry: 'With another push service, or without one.',
  },
  580: {
    phrase: 'Precondition Failure',
    source: 'RFC 3312 §8',
    nature: 'network',
    text: {
      means:
        'The call was not set up because the network resources that it insists on, normally guaranteed bandwidth, are not available.',
      usually: [
        'A mobile network could not reserve the bearer for the call.',
        'The other side cannot meet the preconditions that the offer calls mandatory.',
      ],
      fix: [
        { who: 'network', action: 'Find out why the bearer or the reserved bandwidth was refused.' },
        {
          who: 'caller',
          action: 'List precondition in Supported instead of Require if calls without it are acceptable.',
        },
      ],
      noFaultWhen: 'The caller then succeeds without preconditions.',
    },
    headers: [
      { name: 'Content-Type', strength: 'should', why: 'An SDP body should mark the precondition that failed.' },
    ],
    dialog: 'transaction',
    retry: 'With other preconditions, or none.',
  },
} as const satisfies Record<number, StatusEntry>;
