// Methods, headers, option tags, event packages, causes, Warning codes, Reason protocols, timers and words become their
// explanations.
import { eventPackages, type EventPackage, type EventPackageEntry } from '../knowledge/event-packages.ts';
import { headers, type HeaderEntry } from '../knowledge/headers.ts';
import type { HeaderName } from '../knowledge/header-places.ts';
import { methodTopics } from '../knowledge/method-topics.ts';
import { type Method, methods } from '../knowledge/methods.ts';
import { type OptionTag, type OptionTagEntry, optionTags } from '../knowledge/option-tags.ts';
import { type CauseEntry, q850Causes, STATUS_OF_OTHER_CAUSES } from '../knowledge/q850.ts';
import { type ReasonProtocolEntry, reasonProtocols } from '../knowledge/reason-protocols.ts';
import { statusCodes } from '../knowledge/status-codes.ts';
import type { StatusEntry } from '../knowledge/status-codes/entry.ts';
import { type TimerEntry, type TimerTopic, timerTopics } from '../knowledge/timer-topics.ts';
import { warnings } from '../knowledge/warnings.ts';
import { type Word, type WordEntry, words } from '../knowledge/words.ts';
import type { StatusWords } from '../languages/catalogue.ts';
import type { Guide } from '../languages/guide.ts';
import type { Values } from '../text/phrase.ts';
import { say } from '../text/say.ts';
import { headersNeededBy, placesOf } from './explain-places.ts';
import { statusTitle } from './explain-status.ts';
import type { Explanation } from './explanation.ts';

type Sentence = keyof Guide['headings']['sentences'];

function sentence(guide: Guide, key: Sentence, values: Values): string {
  return say(guide.headings.sentences[key], values, guide.locale);
}

/** A registered method. */
export function explainMethod(name: Method, guide: Guide): Explanation {
  const { source, createsDialog, targetRefresh } = methods[name];
  const { means, course, trouble } = guide.methods[name];
  const { createsDialog: creates, createsNoDialog, refreshesTarget } = guide.headings.sentences;
  const needed = headersNeededBy(name);
  const responses = Object.entries<StatusEntry>(statusCodes).flatMap(([code, { perMethod }]) =>
    perMethod && Object.hasOwn(perMethod, name) ? [responseLine(Number(code), name, guide)] : [],
  );
  return {
    kind: 'method',
    topic: name,
    title: name,
    references: [source],
    means,
    course,
    dialog: [createsDialog ? creates : createsNoDialog, ...(targetRefresh ? [refreshesTarget] : [])],
    ...(needed.length > 0 ? { details: [sentence(guide, 'needsHeaders', { headers: needed.join(', ') })] } : {}),
    trouble,
    ...(responses.length > 0 ? { responses } : {}),
    related: methodTopics[name].related,
  };
}

function responseLine(code: number, method: Method, guide: Guide): string {
  const status: Readonly<Record<string, StatusWords>> = guide.status;
  return `${statusTitle(code, guide)}: ${status[code]?.methods?.[method] ?? ''}`;
}

/** A header field, found by its full name. */
export function explainHeader(name: HeaderName, guide: Guide): Explanation {
  const known: readonly HeaderEntry[] = headers;
  const { source, compact, unregistered } = known.find((entry) => entry.name === name) ?? { source: '' };
  const status: Readonly<Record<string, StatusWords>> = guide.status;
  const comesWith = Object.entries<StatusEntry>(statusCodes).flatMap(([code, entry]) =>
    (entry.headers ?? []).flatMap((header, index) => {
      const why = status[code]?.headers?.[index] ?? '';
      return header.name === name ? [{ code: statusTitle(Number(code), guide), strength: header.strength, why }] : [];
    }),
  );
  return {
    kind: 'header',
    topic: name,
    title: name,
    references: [source],
    ...(unregistered ? { registered: false } : {}),
    means: guide.headers[name],
    where: placesOf(name, guide),
    ...(compact === undefined ? {} : { details: [sentence(guide, 'compactForm', { letter: compact })] }),
    ...(comesWith.length > 0 ? { comesWith } : {}),
  };
}

/** An option tag. */
export function explainOptionTag(tag: OptionTag, guide: Guide): Explanation {
  const { source, related }: OptionTagEntry = optionTags[tag];
  const { means, use } = guide.optionTags[tag];
  return { kind: 'option-tag', topic: tag, title: tag, references: [source], means, use, related };
}

/** An event package. */
export function explainEventPackage(name: EventPackage, guide: Guide): Explanation {
  const { source, body, expiresS, unregistered }: EventPackageEntry = eventPackages[name];
  const { means, note }: { readonly means: string; readonly note?: string } = guide.eventPackages[name];
  const details = [
    ...(body === undefined ? [] : [sentence(guide, 'bodyType', { type: body })]),
    ...(expiresS === undefined ? [] : [sentence(guide, 'expires', { seconds: expiresS })]),
    ...(note === undefined ? [] : [note]),
  ];
  return {
    kind: 'event-package',
    topic: name,
    title: name,
    references: unregistered ? [] : [source],
    ...(unregistered ? { registered: false, seen: sentence(guide, 'usedBy', { source }) } : {}),
    means,
    ...(details.length > 0 ? { details } : {}),
    related: ['SUBSCRIBE', 'NOTIFY', 'header Event', '489'],
  };
}

/** A cause of Q.850. */
export function explainCause(cause: keyof typeof q850Causes, guide: Guide): Explanation {
  const { status, otherwise, note: hasNote }: CauseEntry = q850Causes[cause];
  const found: { readonly name: string; readonly means: string; readonly note?: string; readonly when?: string } =
    guide.q850[cause];
  const lines: string[] = [];
  if (status !== undefined) lines.push(sentence(guide, 'gatewayStatus', { status: statusTitle(status, guide) }));
  if (otherwise) {
    const other = statusTitle(otherwise.status, guide);
    lines.push(sentence(guide, 'gatewayOtherwise', { status: other, when: found.when ?? '' }));
  }
  if (found.note !== undefined) lines.push(found.note);
  if (status === undefined && hasNote === undefined) {
    lines.push(sentence(guide, 'gatewayOther', { status: statusTitle(STATUS_OF_OTHER_CAUSES, guide) }));
  }
  return {
    kind: 'q850',
    topic: String(cause),
    title: `${guide.headings.kinds.q850} ${cause}: ${found.name}`,
    references: ['ITU-T Q.850', 'RFC 6432 §3'],
    means: found.means,
    status: lines,
    related: ['header Reason', ...(status === undefined ? [] : [`code ${status}`])],
  };
}

/** A Warning code. */
export function explainWarning(code: keyof typeof warnings, guide: Guide): Explanation {
  const { phrase, source } = warnings[code];
  const { means, look } = guide.warnings[code];
  return {
    kind: 'warning',
    topic: String(code),
    title: `${guide.headings.kinds.warning} ${code}: ${phrase}`,
    references: [source],
    means,
    look,
    related: ['header Warning', 'code 488'],
  };
}

/** A protocol of the Reason header. */
export function explainReasonProtocol(token: keyof typeof reasonProtocols, guide: Guide): Explanation {
  const { source }: ReasonProtocolEntry = reasonProtocols[token];
  const { cause, causes }: { readonly cause: string; readonly causes?: Readonly<Record<string, string>> } =
    guide.reasonProtocols[token];
  return {
    kind: 'reason-protocol',
    topic: token,
    title: token,
    references: [source],
    means: cause,
    ...(causes ? { codes: Object.entries(causes).map(([number, text]) => `${number}: ${text}`) } : {}),
    related: ['header Reason'],
  };
}

/** A timer. */
export function explainTimer(key: TimerTopic, guide: Guide): Explanation {
  const { name, source, us, formula }: TimerEntry = timerTopics[key];
  const { means, fires, reliable }: { readonly means: string; readonly fires?: string; readonly reliable?: string } =
    guide.timers[key];
  const seconds = us / 1e6;
  const isOneValue = formula !== undefined && !/[,≥>…]/.test(formula);
  return {
    kind: 'timer',
    topic: key,
    title: name,
    references: [source],
    means,
    value: isOneValue
      ? sentence(guide, 'formulaSeconds', { formula, seconds })
      : (formula ?? sentence(guide, 'seconds', { seconds })),
    ...(fires === undefined ? {} : { fires }),
    ...(reliable === undefined ? {} : { reliable }),
  };
}

/** A word. */
export function explainWord(key: Word, guide: Guide): Explanation {
  const { source, related }: WordEntry = words[key];
  const { term, also = [], means } = guide.words[key];
  return {
    kind: 'word',
    topic: key,
    title: term,
    references: source === undefined ? [] : [source],
    means,
    ...(also.length > 0 ? { alsoCalled: also } : {}),
    related,
  };
}
