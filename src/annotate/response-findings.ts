// Every response outside 2xx is explained; every final one is a finding, the same response at several hops only once.
import type { Flow, Sighting, Transaction } from '../flow/model.ts';
import { finalResponseOf } from '../flow/transaction.ts';
import { statusEntry } from '../knowledge/status-codes.ts';
import { originOf } from '../rules/course.ts';
import { evidenceOf } from '../rules/evidence.ts';
import { hostOf, userOf } from '../rules/host.ts';
import type { Evidence } from '../rules/rule.ts';
import type { SipMessage } from '../sip/message.ts';
import { explainResponse, type Explained, type SeenResponse } from './explain-response.ts';
import type { Annotation, Finding, OpenFinding } from './finding.ts';
import { fingerprintOf } from './fingerprint.ts';
import { roleOf } from './role-of-response.ts';
import { severityOf, type RuleSettings } from './settings.ts';
import { LazyScene, type Scene } from './situation.ts';

/** The same response, at every hop and with its retransmissions. */
interface Group {
  readonly method: string;
  readonly status: number;
  readonly toTag: string;
  readonly cseq: number;
  /** The first hop of the request, and for provisional responses the branch at the hop that they came back over. */
  readonly origin: Transaction;
  readonly branch: string;
  /** Known by its To tag alone, as long as no Via headers tie its hops together. */
  readonly isTagged: boolean;
  readonly sightings: [Sighting, ...Sighting[]];
  readonly transactions: [Transaction, ...Transaction[]];
}

/** Evidence that one response finding holds at most; the rest are retransmissions of the same. */
const MAX_EVIDENCE = 16;

/** Explains every response outside 2xx of a flow. */
export function annotationsOf(flow: Flow): ReadonlyMap<Sighting, Annotation> {
  const annotations = new Map<Sighting, Annotation>();
  const scene = new LazyScene(flow);
  for (const group of groupsOf(flow, 0)) {
    const judged = new JudgedGroup(group, scene, flow);
    for (const sighting of group.sightings) annotations.set(sighting, new LazyAnnotation(sighting, judged));
  }
  return annotations;
}

/** A finding for every final response outside 2xx of a flow, by time. */
export function refusalsOf(flow: Flow, settings: RuleSettings): readonly ResponseFinding[] {
  const findings: ResponseFinding[] = [];
  const scene = new LazyScene(flow);
  for (const group of groupsOf(flow, 300)) {
    const judged = new JudgedGroup(group, scene, flow);
    const { verdict, severity } = judged.judgement;
    // What is expected stays info whatever a user thinks of the number: a first challenge is no error anywhere.
    const cap = verdict === 'expected' ? 'info' : 'error';
    const set = severityOf(`response/${group.status}`, severity, cap, settings);
    if (set !== 'off') findings.push(new ResponseFinding(judged, set, flow));
  }
  return findings;
}

/** A group, the part that it plays, and the words for it when somebody reads them: hardly any are ever read. */
class JudgedGroup {
  readonly group: Group;
  readonly first: Sighting;
  readonly transaction: Transaction;
  readonly judgement: ReturnType<typeof roleOf>;
  #explained: Explained | undefined;

  constructor(group: Group, scene: Scene, flow: Flow) {
    const { status, method } = group;
    const [response] = group.sightings;
    const transaction = nearestToClient(group);
    this.group = group;
    this.first = response;
    this.transaction = transaction;
    this.judgement = roleOf({ scene, flow, transaction, response, status, method });
    this.#explained = undefined;
  }

  get explained(): Explained {
    this.#explained ??= explainResponse(seenOf(this.group, this.first, this.transaction), this.judgement);
    return this.#explained;
  }
}

class LazyAnnotation implements Annotation {
  readonly response: Sighting;
  readonly verdict: Annotation['verdict'];
  readonly #judged: JudgedGroup;

  constructor(response: Sighting, judged: JudgedGroup) {
    this.response = response;
    this.verdict = judged.judgement.verdict;
    this.#judged = judged;
  }

  get explanation(): Annotation['explanation'] {
    return this.#judged.explained.explanation;
  }

  get fix(): Annotation['fix'] {
    return this.#judged.explained.fix.map(({ action }) => action);
  }
}

/**
 * The finding of one response. Its severity and its cause are known at once; of ten thousand equal ones three are read,
 * so that everything else is worked out when it is asked for.
 */
export class ResponseFinding implements OpenFinding {
  readonly rule: string;
  readonly severity: Finding['severity'];
  readonly basis = 'observation';
  readonly confidence = 'certain';
  readonly status: number;
  declare readonly method?: string;
  readonly peer: string;
  readonly evidence: Finding['evidence'];
  declare explainedBy?: string;
  /** The response further on that this one was made from. */
  readonly origin: Sighting | undefined;
  cause: string;
  readonly #judged: JudgedGroup;
  readonly #flow: Flow;
  #fingerprint: string | undefined;

  constructor(judged: JudgedGroup, severity: Finding['severity'], flow: Flow) {
    const { group, first } = judged;
    const { status, method } = group;
    this.rule = `response/${status}`;
    this.severity = severity;
    this.status = status;
    if (method !== '') this.method = method;
    this.peer = first.source;
    this.evidence = evidenceIn(group.sightings);
    this.origin = originOfStatus(group);
    this.cause = `${severity === 'info' ? 'info' : 'fault'} ${this.rule} ${method} ${hostOf(first.source)} ${first.message.reason}`;
    this.#judged = judged;
    this.#flow = flow;
    this.#fingerprint = undefined;
  }

  /** Every sighting of the response. */
  get sightings(): readonly Sighting[] {
    return this.#judged.group.sightings;
  }

  get title(): Finding['title'] {
    return this.#judged.explained.title;
  }

  get explanation(): Finding['explanation'] {
    return this.#judged.explained.explanation;
  }

  get fix(): Finding['fix'] {
    return this.#judged.explained.fix;
  }

  get references(): Finding['references'] {
    return [statusEntry(this.status).source];
  }

  get fingerprint(): string {
    const { kind, from, to } = this.#flow;
    const { method } = this.#judged.group;
    this.#fingerprint ??= fingerprintOf([this.rule, kind, method, this.severity, userOf(from), userOf(to)]);
    return this.#fingerprint;
  }
}

/** Responses of at least this status and outside 2xx, in order of their first sighting. */
function groupsOf(flow: Flow, atLeast: 0 | 300): readonly Group[] {
  const groups: Group[] = [];
  for (const transaction of flow.transactions) {
    for (const sighting of transaction.responses) {
      const { status } = sighting.message;
      if (status < atLeast || (status >= 200 && status < 300)) continue;
      const group = groupOf(sighting, transaction, groups);
      if (!group) continue;
      group.sightings.push(sighting);
      if (!group.transactions.includes(transaction)) group.transactions.push(transaction);
    }
  }
  for (const { sightings } of groups) if (sightings.length > 1) sightings.sort(bySightingTime);
  return groups.length > 1 ? groups.sort((a, b) => bySightingTime(a.sightings[0], b.sightings[0])) : groups;
}
function bySightingTime(a: Sighting, b: Sighting): number {
  return a.timeUs - b.timeUs;
}

/** The group that a response belongs to; where there is none, makes one of it and returns nothing. */
function groupOf(sighting: Sighting, transaction: Transaction, groups: Group[]): Group | undefined {
  const { status } = sighting.message;
  const origin = originOf(transaction);
  // One 180 after another is progress twice; a final response counts once, on however many hops.
  const group =
    status < 200
      ? groups.find((known) => isSameProgress(known, sighting, transaction, origin))
      : groupOfFinal(sighting, transaction, origin, groups);
  if (typeof group === 'object') return group;
  groups.push(newGroup(sighting, transaction, origin, group === 'tagged'));
  return undefined;
}

function newGroup(sighting: Sighting, transaction: Transaction, origin: Transaction, isTagged: boolean): Group {
  const { status, toTag } = sighting.message;
  const { method, cseq, branch } = transaction;
  return {
    method,
    status,
    toTag,
    cseq,
    origin,
    branch,
    isTagged,
    sightings: [sighting],
    transactions: [transaction],
  };
}

function isSameProgress(group: Group, { message }: Sighting, { branch }: Transaction, origin: Transaction): boolean {
  return isLinked(group, message, origin) && group.branch === branch;
}

function isLinked(group: Group, { status, toTag }: SipMessage, origin: Transaction): boolean {
  return group.status === status && group.origin === origin && group.toTag === toTag && !group.isTagged;
}

/**
 * Hops that the Via headers tie together share a group. Where they do not, the same To tag between other endpoints still
 * tells a forwarded response; between the same endpoints it is a new attempt.
 */
function groupOfFinal(
  { message }: Sighting,
  transaction: Transaction,
  origin: Transaction,
  groups: readonly Group[],
): Group | 'linked' | 'tagged' {
  const linked = groups.find((group) => isLinked(group, message, origin));
  if (linked) return linked;
  if (message.toTag === '') return 'linked';
  const { method, cseq, client, server } = transaction;
  const tagged = groups.find(
    (group) =>
      group.isTagged &&
      group.status === message.status &&
      group.toTag === message.toTag &&
      group.cseq === cseq &&
      group.method === method,
  );
  if (!tagged) return 'tagged';
  const isNewPlace = tagged.transactions.every(
    (other) => other === transaction || other.client !== client || other.server !== server,
  );
  return isNewPlace || tagged.transactions.some((other) => originOf(other) === origin) ? tagged : 'linked';
}

function nearestToClient({ transactions }: Group): Transaction {
  for (const transaction of transactions) {
    if (!transaction.previousHop || !transactions.includes(transaction.previousHop)) return transaction;
  }
  return transactions[0];
}

function seenOf(group: Group, sighting: Sighting, transaction: Transaction): SeenResponse {
  const origin = originOfStatus(group);
  return {
    sighting,
    method: group.method,
    client: transaction.client,
    hops: group.transactions.length,
    isUnfounded: isUnfounded(group),
    ...(origin ? { origin } : {}),
  };
}

/** A complaint about the form of a request that is in order. */
function isUnfounded({ status, transactions }: Group): boolean {
  if (status !== 400) return false;
  const request = transactions.at(-1)?.requests[0];
  return request !== undefined && !request.cut && request.message.defects.every(({ severity }) => severity === 'info');
}

/** The refusal further on that a proxy turned into this one (RFC 3261 §16.7 step 6). */
function originOfStatus({ transactions, status }: Group): Sighting | undefined {
  if (status < 300) return undefined;
  for (const { nextHops } of transactions) {
    for (const hop of nextHops) {
      const final = finalResponseOf(hop);
      if (final && final.message.status >= 300 && final.message.status !== status && !transactions.includes(hop))
        return final;
    }
  }
  return undefined;
}

function evidenceIn([first, ...others]: Group['sightings']): Finding['evidence'] {
  const pointer = new ResponsePointer(first);
  if (others.length === 0) return [pointer];
  return [pointer, ...others.slice(0, MAX_EVIDENCE - 1).map((sighting) => evidenceOf(sighting))];
}

/** Points at the header that tells most, else at the whole response; looks for it when somebody asks. */
class ResponsePointer implements Evidence {
  readonly sighting: Sighting;
  #place: Evidence | undefined;

  constructor(sighting: Sighting) {
    this.sighting = sighting;
    this.#place = undefined;
  }

  get offset(): number | undefined {
    return this.#found().offset;
  }

  get length(): number | undefined {
    return this.#found().length;
  }

  #found(): Evidence {
    this.#place ??= pointAt(this.sighting);
    return this.#place;
  }
}

/** The header that tells most, else the whole response. */
function pointAt(response: Sighting): Evidence {
  const telling = ['reason', 'warning'].find((name) => response.message.header(name) !== undefined);
  return evidenceOf(response, telling);
}
