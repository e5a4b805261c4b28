// The words for one response outside 2xx: what its number means, what part it plays, what else it carries, what to do.
import type { Sighting } from '../flow/model.ts';
import { isRegistered, statusEntry, statusKey } from '../knowledge/status-codes.ts';
import type { SipMessage } from '../sip/message.ts';
import type { Phrase, Values } from '../text/phrase.ts';
import type { Finding } from './finding.ts';
import type { Judgement } from './role-of-response.ts';
import type { AnnotateText, RoleName } from './texts.ts';

/** One response in all the places where it was seen. */
export interface SeenResponse {
  /** Nearest to who sent it. */
  readonly sighting: Sighting;
  readonly method: string;
  /** Who sent the request at the hop nearest to the client. */
  readonly client: string;
  readonly hops: number;
  /** The response further on that this one was made from, where it has another status. */
  readonly origin?: Sighting;
  /** It calls the request malformed, but nothing is wrong with the request. */
  readonly isUnfounded: boolean;
}

/** What is said of a response. */
export interface Explained {
  readonly title: Phrase;
  readonly explanation: readonly Phrase[];
  readonly fix: Finding['fix'];
}

/** Roles that ask for something else than their status code does. */
const ownFix: Partial<
  Record<RoleName, readonly { readonly who: 'client' | 'operator'; readonly text: AnnotateText }[]>
> = {
  challengeRefused: [
    { who: 'client', text: 'fixCredentials' },
    { who: 'operator', text: 'fixAccount' },
  ],
  credentialsRefused: [
    { who: 'client', text: 'fixCredentials' },
    { who: 'operator', text: 'fixAccount' },
  ],
};

/** Puts the words together. Pure. */
export function explainResponse(seen: SeenResponse, judgement: Judgement & { readonly role: RoleName }): Explained {
  const { message, source } = seen.sighting;
  const { status } = message;
  const key = statusKey(status);
  const entry = statusEntry(status);
  // A response whose CSeq was lost names no method.
  const method = seen.method === '' ? '?' : seen.method;
  const values: Values = { method, status, server: source, client: seen.client };
  const explanation: Phrase[] = [{ key: `status/${key}/means` }];
  if (!isRegistered(status)) explanation.push(phrase('unregistered', { status, as: Math.floor(status / 100) * 100 }));
  if (entry.perMethod && Object.hasOwn(entry.perMethod, seen.method)) {
    explanation.push({ key: `status/${key}/method/${seen.method}` });
  }
  explanation.push({ key: `annotate/role/${judgement.role}`, values });
  if (seen.isUnfounded) explanation.push(phrase('soundRequest', values));
  explanation.push(...carriedWords(message, entry.phrase, status), ...senderWords(seen));
  if (judgement.verdict === 'fault' && entry.text.usually.length > 0 && !ownFix[judgement.role]) {
    explanation.push(
      phrase('usually', {}),
      ...entry.text.usually.map((_, index) => ({ key: `status/${key}/usually/${index}` })),
    );
  }
  const reason = message.reason || (isRegistered(status) ? entry.phrase : '');
  return {
    title: reason === '' ? phrase('titleBare', { status, method }) : phrase('title', { status, reason, method }),
    explanation,
    fix: fixOf(judgement, status, values),
  };
}

function fixOf(
  { verdict, role }: Judgement & { readonly role: RoleName },
  status: number,
  values: Values,
): Finding['fix'] {
  const nothing: Finding['fix'] = [{ who: 'operator', action: phrase('nothing', {}) }];
  if (verdict === 'expected' || role === 'choice' || role === 'notAnswered') return nothing;
  const own = ownFix[role];
  if (own) return own.map(({ who, text }) => ({ who, action: phrase(text, values) }));
  const key = statusKey(status);
  const steps = statusEntry(status).text.fix.map(({ who }, index) => ({
    who,
    action: { key: `status/${key}/fix/${index}` },
  }));
  return steps.length > 0 ? steps : nothing;
}

/** Longest piece of a captured header that is quoted in a sentence. */
const QUOTED = 200;

/** What the response carries beyond its number (RFC 3261 §20.18, §20.33, §20.43; RFC 3326). */
function carriedWords(message: SipMessage, standard: string, status: number): Phrase[] {
  const words: Phrase[] = [];
  const { reason } = message;
  if (reason !== '' && isRegistered(status) && lettersOf(reason) !== lettersOf(standard)) {
    words.push(phrase('phrase', { reason: quoted(reason), standard }));
  }
  for (const value of message.headers('reason').slice(0, 4)) words.push(reasonWords(value));
  for (const value of message.headers('warning').slice(0, 4)) words.push(phrase('warning', { value: quoted(value) }));
  const seconds = /^\d{1,9}/.exec(message.header('retry-after') ?? '')?.[0];
  if (seconds !== undefined) words.push(phrase('retryAfter', { seconds: Number(seconds) }));
  const errorInfo = message.header('error-info');
  if (errorInfo !== undefined) words.push(phrase('errorInfo', { value: quoted(errorInfo) }));
  return words;
}

/** `Server Time-out` and `server timeout` are the same words. */
function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\d]/gu, '');
}

/** `Q.850;cause=17;text="User busy"` (RFC 3326 §2, RFC 6432). */
function reasonWords(value: string): Phrase {
  const shown = quoted(value);
  const protocol = shown
    .slice(0, shown.indexOf(';') < 0 ? shown.length : shown.indexOf(';'))
    .trim()
    .toUpperCase();
  const cause = /;\s*cause\s*=\s*(\d{1,5})/i.exec(shown)?.[1];
  const text = /;\s*text\s*=\s*"([^"]*)"/i.exec(shown)?.[1];
  if (cause === undefined || (protocol !== 'Q.850' && protocol !== 'SIP'))
    return phrase('otherReason', { value: shown });
  return phrase(protocol === 'Q.850' ? 'q850' : 'sipReason', { cause, text: text === undefined ? '' : ` (${text})` });
}

/** Who sent it, as far as the capture shows. */
function senderWords({ sighting, hops, origin }: SeenResponse): Phrase[] {
  const { message, source } = sighting;
  const software = message.header('server') ?? message.header('user-agent');
  const words =
    software === undefined
      ? [phrase('sender', { server: source })]
      : [phrase('senderSoftware', { server: source, software: quoted(software) })];
  if (hops > 1) words.push(phrase('senderHops', { hops: hops - 1 }));
  if (origin) words.push(phrase('passedOn', { status: origin.message.status, server: origin.source }));
  return words;
}

function quoted(text: string): string {
  return text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
}

function phrase(name: AnnotateText, values: Values): Phrase {
  return { key: `annotate/${name}`, values };
}
