// Every response outside 2xx is explained; every final one is a finding, the same response at several hops only once.
import type { Flow, Sighting, Transaction } from '../flow/model.ts';
import { finalResponseOf } from '../flow/transaction.ts';
import { statusEntry } from '../knowledge/status-codes.ts';
import { originOf } from '../rules/course.ts';
import { evidenceOf } from '../rules/evidence.ts';
import { hostOf, userOf } from '../rules/host.ts';
import type { Evidence } from '../rules/rule.ts';
import { explainResponse, type Explained, type SeenResponse } from './explain-response.ts';
import type { Annotation, Finding } from './finding.ts';
import { fingerprintOf } from './fingerprint.ts';
import { roleOf, type Judgement } from './role-of-response.ts';
import { severityOf, type RuleSettings } from './settings.ts';
import { LazyScene } from './situation.ts';

/** What is said of the responses of one flow. */
export interface ResponseAnswers {
  readonly annotations: ReadonlyMap<Sighting, Annotation>;
  readonly findings: readonly ResponseFinding[];
}

/** A finding and every sighting of its response. */
export interface ResponseFinding {
  readonly finding: Finding;
  readonly sightings: readonly Sighting[];
  /** The response further on that this one was made from. */
  readonly origin?: Sighting;
}

/** The same response, at every hop and with its retransmissions. */
interface Group {
  readonly method: string;
  readonly status: number;
  readonly sightings: Sighting[];
  readonly transactions: Transaction[];
}

/** Evidence that one response finding holds at most; the rest are retransmissions of the same. */
const MAX_EVIDENCE = 16;

/** Explains every response outside 2xx of a flow. */
export function explainResponses(flow: Flow, settings: RuleSettings): ResponseAnswers {
  const annotations = new Map<Sighting, Annotation>();
  const findings: ResponseFinding[] = [];
  const groups = groupsOf(flow);
  const scene = new LazyScene(flow);
  for (const group of groups) {
    const [response] = group.sightings;
    if (!response) continue;
    const transaction = nearestToClient(group);
    const { status, method } = group;
    const judgement = roleOf({ scene, flow, transaction, response, status, method });
    const explain = once(() => explainResponse(seenOf(group, response, transaction), judgement));
    for (const sighting of group.sightings)
      annotations.set(sighting, new LazyAnnotation(sighting, judgement.verdict, explain));
    if (status < 300) continue;
    const finding = findingOf(group, response, explain(), judgement, flow, settings);
    const origin = originOfStatus(group);
    if (finding) findings.push({ finding, sightings: group.sightings, ...(origin ? { origin } : {}) });
  }
  return { annotations, findings };
}

/** Finds its words when somebody reads them: of the many provisional responses hardly any is ever read. */
class LazyAnnotation implements Annotation {
  readonly response: Sighting;
  readonly verdict: Annotation['verdict'];
  readonly #explain: () => Explained;

  constructor(response: Sighting, verdict: Annotation['verdict'], explain: () => Explained) {
    this.response = response;
    this.verdict = verdict;
    this.#explain = explain;
  }

  get explanation(): Annotation['explanation'] {
    return this.#explain().explanation;
  }

  get fix(): Annotation['fix'] {
    return this.#explain().fix.map(({ action }) => action);
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Responses outside 2xx in order of their first sighting. */
function groupsOf(flow: Flow): readonly Group[] {
  const groups = new Map<string, Group>();
  const origins = new Map<Transaction, number>();
  for (const transaction of flow.transactions) {
    const origin = originOf(transaction);
    const number = origins.get(origin) ?? origins.size;
    origins.set(origin, number);
    for (const sighting of transaction.responses) {
      const { status, toTag } = sighting.message;
      if (status >= 200 && status < 300) continue;
      // One 180 after another is progress twice; a final response counts once, on however many hops.
      const key =
        status < 200
          ? `${number} ${status} ${toTag} ${transaction.branch}`
          : keyOfFinal(transaction, sighting, number, groups);
      const group = groups.get(key);
      if (!group)
        groups.set(key, { method: transaction.method, status, sightings: [sighting], transactions: [transaction] });
      else {
        group.sightings.push(sighting);
        if (!group.transactions.includes(transaction)) group.transactions.push(transaction);
      }
    }
  }
  for (const group of groups.values()) group.sightings.sort((a, b) => a.timeUs - b.timeUs);
  return [...groups.values()].sort((a, b) => (a.sightings[0]?.timeUs ?? 0) - (b.sightings[0]?.timeUs ?? 0));
}

/**
 * Hops that the Via headers tie together share a key. Where they do not, the same To tag between other endpoints still
 * tells a forwarded response; between the same endpoints it is a new attempt.
 */
function keyOfFinal(
  transaction: Transaction,
  { message }: Sighting,
  origin: number,
  groups: ReadonlyMap<string, Group>,
): string {
  const linked = `${origin} ${message.status} ${message.toTag}`;
  if (message.toTag === '' || groups.has(linked)) return linked;
  const tagged = `tag ${transaction.method} ${transaction.cseq} ${message.status} ${message.toTag}`;
  const known = groups.get(tagged);
  if (known === undefined) return tagged;
  const isNewPlace = known.transactions.every(
    (other) => other === transaction || other.client !== transaction.client || other.server !== transaction.server,
  );
  return isNewPlace || known.transactions.some((other) => originOf(other) === originOf(transaction)) ? tagged : linked;
}

function nearestToClient({ transactions }: Group): Transaction {
  const hops = new Set(transactions);
  const [first] = transactions;
  const nearest = transactions.find(({ previousHop }) => !previousHop || !hops.has(previousHop)) ?? first;
  if (!nearest) throw new RangeError('a group of responses has a transaction');
  return nearest;
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

function findingOf(
  group: Group,
  response: Sighting,
  explained: Explained,
  judgement: Judgement,
  flow: Flow,
  settings: RuleSettings,
): Finding | undefined {
  const { status, method } = group;
  const rule = `response/${status}`;
  // What is expected stays info whatever a user thinks of the number: a first challenge is no error anywhere.
  const own = judgement.severity;
  const severity = severityOf(rule, own, judgement.verdict === 'expected' ? 'info' : 'error', settings);
  if (severity === 'off') return undefined;
  const { reason } = response.message;
  return {
    rule,
    severity,
    basis: 'observation',
    confidence: 'certain',
    title: explained.title,
    explanation: explained.explanation,
    fix: explained.fix,
    status,
    ...(method === '' ? {} : { method }),
    peer: response.source,
    evidence: [pointAt(response), ...group.sightings.slice(1, MAX_EVIDENCE).map((sighting) => evidenceOf(sighting))],
    references: [statusEntry(status).source],
    fingerprint: fingerprintOf([rule, flow.kind, method, severity, userOf(flow.from), userOf(flow.to)]),
    cause: [severity === 'info' ? 'info' : 'fault', rule, method, hostOf(response.source), reason].join(' '),
  };
}

/** The header that tells most, else the whole response. */
function pointAt(response: Sighting): Evidence {
  const telling = ['reason', 'warning'].find((name) => response.message.header(name) !== undefined);
  return evidenceOf(response, telling);
}
