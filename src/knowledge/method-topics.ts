// How each method is used: the course that it normally takes, and what usually goes wrong with it.
import type { Method } from './methods.ts';

/** The words of one method. */
export interface MethodTopic {
  /** The normal course, message by message. */
  readonly course: string;
  /** What usually goes wrong, most common first. */
  readonly trouble: readonly string[];
  readonly related: readonly string[];
}

/** The topics by method. */
export const methodTopics = {
  INVITE: {
    course:
      'INVITE, 100 Trying, 180 Ringing, 200 OK, ACK; then the call is up until one side sends BYE. A refusal takes the place of the 200 and is acknowledged too. An INVITE inside a call (re-INVITE) changes the call, for example to hold it.',
    trouble: [
      'The ACK to the 200 does not arrive, and the call drops after 32 s.',
      'A large INVITE over UDP is split, and a piece of it is lost: nothing is answered.',
      'The media offer does not suit the callee: 488.',
      'The response is sent to a port that NAT does not let in.',
    ],
    related: ['ACK', 'CANCEL', 'BYE', 'dialog', 'offer-answer', 're-invite', 'missing-ack'],
  },
  ACK: {
    course:
      'It follows every final response to INVITE. After a 2xx it is a request of its own from end to end, sent to the Contact of the 2xx along the route set. After a refusal each hop sends it by itself, with the branch of the INVITE.',
    trouble: [
      'The Contact of the 200 is a private address, so that the ACK gets lost.',
      'A proxy that should see the ACK did not add Record-Route, or the client ignores the route set.',
    ],
    related: ['INVITE', 'code 200', 'route-set', 'missing-ack'],
  },
  CANCEL: {
    course:
      'The CANCEL carries the branch and the CSeq number of its INVITE and is answered with 200 by the next hop. The INVITE then ends with 487, and that is acknowledged. It may not be sent before a provisional response has come.',
    trouble: [
      'It crosses the 200: the caller then has to send ACK and BYE.',
      'It carries another branch than its INVITE and is answered with 481.',
      'The INVITE never gets its 487.',
    ],
    related: ['INVITE', '487', '481', 'branch'],
  },
  BYE: {
    course:
      'Either side sends it when the call is up, inside the dialog; the other side answers with 200. The caller may also end an early dialog with it.',
    trouble: [
      'It does not arrive, because Contact or the route set leads to a wrong place: the other side stays in the call.',
      'A proxy answers 407, and the client sends no credentials.',
      'The other side no longer knows the call: 481, which does no harm.',
    ],
    related: ['dialog', '481', 'session-timer'],
  },
  REGISTER: {
    course:
      'REGISTER, 401 Unauthorized, REGISTER with credentials, 200 OK with every stored Contact and its lifetime; again before that has run out. Expires: 0 removes a registration.',
    trouble: [
      'User name, password or realm is wrong: 401 again and again, or 403.',
      'The registration lasts longer than the NAT binding of the phone, and calls no longer reach it.',
      'The lifetime asked for is too short: 423.',
      'The request is sent to a server that is no registrar: 405 or 404.',
    ],
    related: ['registrar', 'binding', 'address-of-record', 'Contact', '401', '423'],
  },
  OPTIONS: {
    course:
      'OPTIONS is answered with 200 and with Allow, Accept and Supported. In practice most of them are pings: any response proves that the peer is alive.',
    trouble: [
      'The peer does not answer pings from addresses that it does not know, and is taken for dead.',
      'Monitoring counts a 404 or 405 as a failure, although the peer is alive.',
    ],
    related: ['keep-alive', 'Allow', 'Supported'],
  },
  INFO: {
    course:
      'It is sent inside a call and answered with 200. Today Info-Package says what it carries, and Recv-Info what the other side wants; older software sends DTMF digits without either.',
    trouble: [
      'The peer does not understand the content: 415.',
      'One side sends DTMF by INFO, the other one expects it in the RTP stream.',
      'The Info-Package was not agreed on: 469.',
    ],
    related: ['dtmf', 'Info-Package', 'Recv-Info', '469'],
  },
  PRACK: {
    course:
      'A provisional response with Require: 100rel and RSeq is confirmed by PRACK, whose RAck names it; the PRACK is answered with 200. Until then the response is repeated.',
    trouble: [
      'A B2BUA in between drops PRACK or RAck, and the response is repeated until the call fails.',
      'RAck does not fit: 481.',
    ],
    related: ['100rel', 'RAck', 'RSeq', 'early-media'],
  },
  UPDATE: {
    course:
      'It is sent inside a dialog, even an early one, and answered with 200 at once; it can carry a new offer or refresh the session timer.',
    trouble: [
      'The other side has an offer of its own under way: 491.',
      'The peer does not know UPDATE, and does not list it in Allow: 405 or 501.',
    ],
    related: ['re-invite', 'session-timer', 'offer-answer', '491'],
  },
  SUBSCRIBE: {
    course:
      'SUBSCRIBE, 200 OK with Expires, and at once a NOTIFY with the present state. It is repeated before Expires runs out; Expires: 0 ends the subscription with a last NOTIFY.',
    trouble: [
      'The server does not offer the event: 489.',
      'The NOTIFY does not arrive, because the Contact of the subscriber cannot be reached.',
      'The subscription is gone after a restart of the server: 481.',
    ],
    related: ['NOTIFY', 'subscription', 'Event', 'Subscription-State', '489'],
  },
  NOTIFY: {
    course:
      'It tells the subscriber the state, at the beginning and with every change, and is answered with 200. Subscription-State says whether more will come.',
    trouble: [
      'The subscriber does not know the subscription: 481, and the server removes it.',
      'It comes without any subscription, as many message lamps do, and the phone refuses it.',
    ],
    related: ['SUBSCRIBE', 'Subscription-State', '481', '489'],
  },
  PUBLISH: {
    course:
      'PUBLISH with the state is answered with 200, Expires and SIP-ETag. To renew, change or remove the state, the next PUBLISH names that tag in SIP-If-Match.',
    trouble: [
      'The server no longer knows the tag: 412. The client has to publish the whole state again.',
      'The server does not take this kind of state: 489.',
    ],
    related: ['SIP-ETag', 'SIP-If-Match', '412', 'presence'],
  },
  REFER: {
    course:
      'REFER with Refer-To is answered with 200 or 202; then the other side calls the target and reports its responses by NOTIFY, until Subscription-State says terminated.',
    trouble: [
      'Transfers are not permitted: 403, 405 or 603.',
      'The 202 is taken for the success of the transfer, which only the NOTIFY requests tell.',
      'The target of an attended transfer does not know the call in Replaces: 481.',
    ],
    related: ['Refer-To', 'blind-transfer', 'attended-transfer', 'event refer', 'header Replaces'],
  },
  MESSAGE: {
    course: 'MESSAGE with its text is answered with 200 when it has arrived, or with 202 when a server has stored it.',
    trouble: [
      'The content type is not supported: 415.',
      'The message is larger than 1300 bytes and outside a dialog, which is not permitted.',
      'The recipient is not registered: 480 or 404.',
    ],
    related: ['415', '202'],
  },
} as const satisfies Readonly<Record<Method, MethodTopic>>;
