// How each status code behaves, in facts that need no language: who sends it, what the caller hears, and whether the request
// may be sent again. Two codes are compared by them.
import type { Nature } from '../status-codes/entry.ts';
import type { StatusKey } from '../status-codes.ts';

/** Who makes the response. */
export type Sender =
  | 'next-hop'
  | 'called'
  | 'anyone'
  | 'final'
  | 'proxy'
  | 'redirector'
  | 'registrar'
  | 'notifier'
  | 'peer'
  | 'verifier'
  | 'analytics'
  | 'authority';

/** What the person who calls hears when an INVITE gets the response. */
export type Hearing =
  | 'nothing-yet'
  | 'ringing'
  | 'waiting'
  | 'early-media'
  | 'unchanged'
  | 'answered'
  | 'redirected'
  | 'retried'
  | 'busy'
  | 'refused'
  | 'unreachable'
  | 'no-such-number'
  | 'incomplete'
  | 'error'
  | 'hung-up'
  | 'call-goes-on'
  | 'no-call';

/** Whether the request may be sent again, and how. */
export type Again = 'not-needed' | 'never' | 'unchanged' | 'changed' | 'later' | 'elsewhere';

/** Who has to act, where the nature of the code does not say it well enough. */
export type Blame = Nature | 'absent' | 'withdrawn' | 'negotiation' | 'unknown';

/** The facts about one code. */
export interface Behaviour {
  readonly sentBy: Sender;
  readonly hears: Hearing;
  readonly again: Again;
  /** The nature of the code, where absent. */
  readonly blame?: Blame;
  /** It ends a call or subscription only if the refused method is essential to that (RFC 5057 §5.1). */
  readonly ifEssential?: true;
}

/** The behaviour of every entry of the status codes. */
export const behaviours = {
  100: { sentBy: 'next-hop', hears: 'nothing-yet', again: 'not-needed' },
  180: { sentBy: 'called', hears: 'ringing', again: 'not-needed' },
  181: { sentBy: 'proxy', hears: 'waiting', again: 'not-needed' },
  182: { sentBy: 'called', hears: 'waiting', again: 'not-needed' },
  183: { sentBy: 'called', hears: 'early-media', again: 'not-needed' },
  199: { sentBy: 'proxy', hears: 'unchanged', again: 'not-needed' },
  200: { sentBy: 'final', hears: 'answered', again: 'not-needed' },
  202: { sentBy: 'final', hears: 'no-call', again: 'not-needed' },
  204: { sentBy: 'notifier', hears: 'no-call', again: 'not-needed' },
  300: { sentBy: 'redirector', hears: 'redirected', again: 'elsewhere' },
  301: { sentBy: 'redirector', hears: 'redirected', again: 'elsewhere' },
  302: { sentBy: 'redirector', hears: 'redirected', again: 'elsewhere' },
  305: { sentBy: 'final', hears: 'redirected', again: 'elsewhere' },
  380: { sentBy: 'redirector', hears: 'redirected', again: 'changed' },
  400: { sentBy: 'anyone', hears: 'error', again: 'changed' },
  401: { sentBy: 'final', hears: 'retried', again: 'changed' },
  402: { sentBy: 'proxy', hears: 'error', again: 'later' },
  403: { sentBy: 'anyone', hears: 'error', again: 'never' },
  404: { sentBy: 'anyone', hears: 'no-such-number', again: 'never' },
  405: { sentBy: 'final', hears: 'error', again: 'never', ifEssential: true },
  406: { sentBy: 'final', hears: 'error', again: 'changed' },
  407: { sentBy: 'proxy', hears: 'retried', again: 'changed' },
  408: { sentBy: 'proxy', hears: 'unreachable', again: 'unchanged' },
  409: { sentBy: 'registrar', hears: 'no-call', again: 'changed' },
  410: { sentBy: 'anyone', hears: 'no-such-number', again: 'never' },
  411: { sentBy: 'anyone', hears: 'error', again: 'changed' },
  412: { sentBy: 'notifier', hears: 'no-call', again: 'changed' },
  413: { sentBy: 'anyone', hears: 'error', again: 'changed' },
  414: { sentBy: 'anyone', hears: 'error', again: 'changed' },
  415: { sentBy: 'final', hears: 'error', again: 'changed' },
  416: { sentBy: 'anyone', hears: 'error', again: 'changed' },
  417: { sentBy: 'anyone', hears: 'error', again: 'changed' },
  420: { sentBy: 'anyone', hears: 'retried', again: 'changed' },
  421: { sentBy: 'final', hears: 'retried', again: 'changed' },
  422: { sentBy: 'anyone', hears: 'retried', again: 'changed', blame: 'negotiation' },
  423: { sentBy: 'registrar', hears: 'no-call', again: 'changed', blame: 'negotiation' },
  424: { sentBy: 'anyone', hears: 'error', again: 'changed' },
  425: { sentBy: 'final', hears: 'no-call', again: 'changed' },
  428: { sentBy: 'verifier', hears: 'refused', again: 'changed' },
  429: { sentBy: 'called', hears: 'retried', again: 'changed' },
  430: { sentBy: 'proxy', hears: 'unreachable', again: 'elsewhere' },
  433: { sentBy: 'called', hears: 'refused', again: 'changed' },
  436: { sentBy: 'verifier', hears: 'refused', again: 'changed' },
  437: { sentBy: 'verifier', hears: 'refused', again: 'changed' },
  438: { sentBy: 'verifier', hears: 'refused', again: 'changed' },
  439: { sentBy: 'registrar', hears: 'no-call', again: 'changed' },
  440: { sentBy: 'proxy', hears: 'error', again: 'never' },
  469: { sentBy: 'peer', hears: 'call-goes-on', again: 'changed' },
  470: { sentBy: 'proxy', hears: 'no-call', again: 'later' },
  477: { sentBy: 'proxy', hears: 'unreachable', again: 'later' },
  478: { sentBy: 'proxy', hears: 'error', again: 'never' },
  479: { sentBy: 'proxy', hears: 'error', again: 'changed' },
  480: { sentBy: 'anyone', hears: 'unreachable', again: 'later', blame: 'absent' },
  481: { sentBy: 'peer', hears: 'error', again: 'never' },
  482: { sentBy: 'anyone', hears: 'error', again: 'never' },
  483: { sentBy: 'proxy', hears: 'error', again: 'never' },
  484: { sentBy: 'anyone', hears: 'incomplete', again: 'changed' },
  485: { sentBy: 'anyone', hears: 'error', again: 'changed' },
  486: { sentBy: 'called', hears: 'busy', again: 'later' },
  487: { sentBy: 'called', hears: 'hung-up', again: 'not-needed', blame: 'withdrawn' },
  488: { sentBy: 'called', hears: 'error', again: 'changed' },
  489: { sentBy: 'notifier', hears: 'no-call', again: 'changed', ifEssential: true },
  490: { sentBy: 'peer', hears: 'call-goes-on', again: 'not-needed' },
  491: { sentBy: 'peer', hears: 'call-goes-on', again: 'later' },
  492: { sentBy: 'anyone', hears: 'error', again: 'changed', blame: 'unknown' },
  493: { sentBy: 'called', hears: 'error', again: 'changed' },
  494: { sentBy: 'anyone', hears: 'retried', again: 'changed' },
  498: { sentBy: 'anyone', hears: 'error', again: 'changed', blame: 'unknown' },
  499: { sentBy: 'anyone', hears: 'error', again: 'changed', blame: 'unknown' },
  500: { sentBy: 'anyone', hears: 'error', again: 'later' },
  501: { sentBy: 'final', hears: 'error', again: 'never', ifEssential: true },
  502: { sentBy: 'proxy', hears: 'error', again: 'later' },
  503: { sentBy: 'anyone', hears: 'error', again: 'elsewhere' },
  504: { sentBy: 'proxy', hears: 'error', again: 'later' },
  505: { sentBy: 'anyone', hears: 'error', again: 'changed' },
  513: { sentBy: 'anyone', hears: 'error', again: 'changed' },
  555: { sentBy: 'registrar', hears: 'no-call', again: 'changed' },
  580: { sentBy: 'called', hears: 'error', again: 'changed' },
  600: { sentBy: 'authority', hears: 'busy', again: 'later' },
  603: { sentBy: 'called', hears: 'refused', again: 'never' },
  604: { sentBy: 'authority', hears: 'no-such-number', again: 'never' },
  606: { sentBy: 'authority', hears: 'error', again: 'changed' },
  607: { sentBy: 'called', hears: 'refused', again: 'never' },
  608: { sentBy: 'analytics', hears: 'refused', again: 'never' },
  687: { sentBy: 'anyone', hears: 'hung-up', again: 'never' },
  697: { sentBy: 'anyone', hears: 'error', again: 'never', blame: 'unknown' },
  '1xx': { sentBy: 'anyone', hears: 'early-media', again: 'not-needed' },
  '2xx': { sentBy: 'final', hears: 'answered', again: 'not-needed' },
  '3xx': { sentBy: 'redirector', hears: 'redirected', again: 'elsewhere' },
  '4xx': { sentBy: 'anyone', hears: 'error', again: 'changed', blame: 'unknown' },
  '5xx': { sentBy: 'anyone', hears: 'error', again: 'later', blame: 'unknown' },
  '6xx': { sentBy: 'authority', hears: 'error', again: 'never', blame: 'unknown' },
  outside: { sentBy: 'anyone', hears: 'error', again: 'never' },
} as const satisfies Readonly<Record<StatusKey, Behaviour>>;
