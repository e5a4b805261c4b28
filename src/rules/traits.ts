// What a flow shows at a glance. Most flows are healthy: one look at numbers spares them every question of the rules.
import type { Answer, Flow, Transaction } from '../flow/model.ts';

/** What a rule can wait for: without it, the rule has nothing to say of a flow. */
export interface Traits {
  /** A final response outside 2xx. */
  refusal: boolean;
  /** A 401 or 407. */
  challenge: boolean;
  /** A response that finds fault with the request itself or with its method. */
  complaint: boolean;
  /** A request without any response. */
  silence: boolean;
  /** A request with provisional responses only. */
  unfinished: boolean;
  /** A 2xx to INVITE that was not acknowledged, or that came again. */
  doubtfulAnswer: boolean;
  /** A message of whose packet not all fragments were captured. */
  fragment: boolean;
}

/** Bad Request, Method Not Allowed, Unsupported URI Scheme, Not Implemented, Version Not Supported. */
const COMPLAINTS: ReadonlySet<number> = new Set([400, 405, 416, 501, 505]);

/** Looks at every response once. */
export function traitsOf(flow: Flow): Readonly<Traits> {
  const traits: Traits = {
    refusal: false,
    challenge: false,
    complaint: false,
    silence: false,
    unfinished: false,
    doubtfulAnswer: false,
    fragment: false,
  };
  // Whatever is cut makes a flow lossy; most flows are not.
  if (flow.window.lossy) traits.fragment = flow.sightings.some(({ fragmentsMissing }) => fragmentsMissing);
  for (const transaction of flow.transactions) look(transaction, traits);
  for (const { answers } of flow.dialogs) {
    for (const answer of answers) if (isDoubtful(answer)) traits.doubtfulAnswer = true;
  }
  return traits;
}

function look({ method, requests, responses }: Transaction, traits: Traits): void {
  let isFinal = false;
  for (const { message } of responses) {
    const { status } = message;
    if (status >= 200) isFinal = true;
    if (status < 300) continue;
    traits.refusal = true;
    if (status === 401 || status === 407) traits.challenge = true;
    else if (COMPLAINTS.has(status)) traits.complaint = true;
  }
  if (isFinal || requests.length === 0 || method === 'ACK') return;
  if (responses.length === 0) traits.silence = true;
  else traits.unfinished = true;
}

function isDoubtful({ acks, responses }: Answer): boolean {
  if (acks.length === 0) return true;
  for (const { role } of responses) if (role === 'retransmission') return true;
  return false;
}
