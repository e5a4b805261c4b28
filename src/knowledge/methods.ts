// The SIP methods of the IANA registry: where they are defined, what they ask for, and what they do to a dialog.

/** One SIP method. */
export interface MethodEntry {
  readonly source: `RFC ${number} §${string}`;
  /** What the request asks for, in one sentence. */
  readonly means: string;
  /** Whether a successful request outside a dialog creates one (RFC 3261 §12, RFC 6665 §4.4.1, RFC 5057 §3). */
  readonly createsDialog: boolean;
  /** Whether its Contact replaces the peer's remote target inside a dialog (RFC 3261 §12.2, RFC 5057 §5.4). */
  readonly targetRefresh: boolean;
}

/** Every registered method. REFER creates its dialog through the implicit subscription, NOTIFY at the subscriber. */
export const methods = {
  INVITE: {
    source: 'RFC 3261 §13',
    means: 'Asks the other side to take part in a call, or changes a call that is already up.',
    createsDialog: true,
    targetRefresh: true,
  },
  ACK: {
    source: 'RFC 3261 §13.2.2.4',
    means: 'Confirms that the final response to an INVITE has arrived; it is never answered itself.',
    createsDialog: false,
    targetRefresh: false,
  },
  CANCEL: {
    source: 'RFC 3261 §9',
    means: 'Withdraws an INVITE that has not been answered finally yet.',
    createsDialog: false,
    targetRefresh: false,
  },
  BYE: {
    source: 'RFC 3261 §15',
    means: 'Ends a call.',
    createsDialog: false,
    targetRefresh: false,
  },
  REGISTER: {
    source: 'RFC 3261 §10',
    means: 'Tells the registrar at which Contact address a user can be reached, and for how long.',
    createsDialog: false,
    targetRefresh: false,
  },
  OPTIONS: {
    source: 'RFC 3261 §11',
    means: 'Asks what the other side supports; in practice also used to see whether it is alive.',
    createsDialog: false,
    targetRefresh: false,
  },
  INFO: {
    source: 'RFC 6086 §4',
    means: 'Carries application data, such as DTMF digits, inside a call without changing the call.',
    createsDialog: false,
    targetRefresh: false,
  },
  PRACK: {
    source: 'RFC 3262 §6',
    means: 'Confirms that a provisional response sent reliably has arrived.',
    createsDialog: false,
    targetRefresh: false,
  },
  UPDATE: {
    source: 'RFC 3311 §7',
    means: 'Changes the media or the session timer of a call without a new INVITE, even before the call is answered.',
    createsDialog: false,
    targetRefresh: true,
  },
  SUBSCRIBE: {
    source: 'RFC 6665 §3.1',
    means: 'Asks to be told about the state of something, such as presence or a mailbox, for a limited time.',
    createsDialog: true,
    targetRefresh: true,
  },
  NOTIFY: {
    source: 'RFC 6665 §3.2',
    means: 'Tells a subscriber the current state of what it subscribed to.',
    createsDialog: true,
    targetRefresh: true,
  },
  PUBLISH: {
    source: 'RFC 3903 §3',
    means: 'Hands event state, such as presence, to a server that passes it on to subscribers.',
    createsDialog: false,
    targetRefresh: false,
  },
  REFER: {
    source: 'RFC 3515 §2',
    means: 'Asks the other side to contact somebody else, which is how calls are transferred.',
    createsDialog: true,
    targetRefresh: true,
  },
  MESSAGE: {
    source: 'RFC 3428 §4',
    means: 'Carries one instant message.',
    createsDialog: false,
    targetRefresh: false,
  },
} as const satisfies Record<string, MethodEntry>;

/** Name of a registered method. */
export type Method = keyof typeof methods;

/** Whether the name is a registered method. Method names are case-sensitive (RFC 3261 §7.1). */
export function isMethod(name: string): name is Method {
  return Object.hasOwn(methods, name);
}
