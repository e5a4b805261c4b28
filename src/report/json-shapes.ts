// Messages, flows and findings become the objects of the JSON contract: key names and their order are promises.
// A value that is unknown is absent; JSON.stringify leaves out what is undefined.
import { type CallFacts, callFactsOf } from '../flow/call-facts.ts';
import type { InputReport, Moment, Totals } from '../annotate/analysis.ts';
import {
  type Annotation,
  type AnyFinding,
  type AnyReport,
  type Cause,
  type ConnectionReport,
  type Finding,
  flowOf,
  type FlowReport,
  type Undecided,
} from '../annotate/finding.ts';
import type { GateView } from '../gate/gate.ts';
import type { Sighting, Transaction } from '../flow/model.ts';
import type { Evidence, PacketEvidence } from '../rules/rule.ts';
import type { SipDefect } from '../sip/defects.ts';
import type { CertificateFacts } from '../stream/tls/certificate.ts';
import type { Phrase } from '../text/phrase.ts';
import { acknowledgedOf } from './acknowledged.ts';
import { clip } from './printable.ts';
import { witnessOf } from '../rules/evidence.ts';
import { evidenceText } from './quote.ts';
import { defectSentence, noticeText, rawSentence } from './sentence.ts';
import { isoTime } from './time.ts';

/** Version of every JSON document; rises only when a key changes its meaning. */
export const SCHEMA_VERSION = 1;

/** Longest captured text in one value, in characters. */
const MAX_TEXT = 8_192;

/** What the shapes need to know besides the object itself. */
export interface ShapeContext {
  readonly files: readonly string[];
  readonly locale: string;
  readonly gate?: GateView | undefined;
}

function timeOf(sighting: { readonly timeUs: number; readonly nanos: number }): string {
  return isoTime(sighting.timeUs, sighting.nanos);
}

function momentOf(moment: Moment | undefined): string | undefined {
  return moment && isoTime(moment.timeUs, moment.nanos);
}

function fileOf(context: ShapeContext, input: number): string {
  return context.files[input] ?? '';
}

function sentences(phrases: readonly Phrase[], { locale }: ShapeContext): string {
  return phrases.map((phrase) => rawSentence(phrase, locale)).join(' ');
}

/** A message, as in `messages -f ndjson`. */
export function messageShape(sighting: Sighting, context: ShapeContext): object {
  const { message } = sighting;
  const isResponse = message.kind === 'response';
  return {
    file: fileOf(context, sighting.input),
    frame: sighting.frame,
    time: timeOf(sighting),
    transport: sighting.transport,
    source: sighting.source,
    destination: sighting.destination,
    kind: message.kind,
    method: known(message.method),
    requestUri: known(message.requestUri),
    status: isResponse ? message.status : undefined,
    reason: isResponse ? message.reason : undefined,
    callId: known(message.callId),
    cseq: message.cseq < 0 ? undefined : { number: message.cseq, method: message.cseqMethod },
    branch: known(message.branch),
    fromTag: known(message.fromTag),
    toTag: known(message.toTag),
    bytes: message.text.length,
    retransmission: sighting.role === 'retransmission' ? true : undefined,
    duplicate: sighting.role === 'duplicate' ? true : undefined,
    defects: message.defects.length === 0 ? undefined : message.defects.map((defect) => defectShape(defect, context)),
  };
}

function defectShape(defect: SipDefect, { locale }: ShapeContext): object {
  const { code, offset, length } = defect;
  return { code, offset, length, text: defectSentence(defect, locale) };
}

/** '' stands for "not there" in a message; in the JSON an unknown value is absent. */
function known(text: string): string | undefined {
  return text === '' ? undefined : text;
}

/** One input with its notices. */
export function inputShape(report: InputReport, { locale }: ShapeContext): object {
  return {
    file: report.file,
    format: report.format,
    linkTypes: report.linkTypes,
    packets: report.packets,
    bytes: report.bytes,
    sipMessages: report.sipMessages,
    firstTime: momentOf(report.first),
    lastTime: momentOf(report.last),
    notices: report.notices.map(({ code, count, frame }) => ({
      code,
      text: noticeText(code, count, locale),
      count,
      frame,
    })),
    ledger: report.ledger,
  };
}

/** Counts over the whole analysis. */
export function summaryShape(totals: Totals): object {
  const { packets, messages, flows, transactions, findings, responses } = totals;
  return { packets, messages, flows, transactions, findings, responses };
}

/** A flow with its transactions and their annotations. */
export function flowShape({ flow, findings, annotations }: FlowReport, context: ShapeContext): object {
  const first = flow.sightings.at(0);
  const last = flow.sightings.at(-1);
  return {
    id: flow.id,
    kind: flow.kind,
    callIds: flow.callId === '' ? [] : [flow.callId],
    from: flow.from,
    to: flow.to,
    start: first && timeOf(first),
    end: last && timeOf(last),
    outcome: flow.outcome,
    call: callShape(callFactsOf(flow)),
    transactions: flow.transactions.map((transaction) => ({
      method: transaction.method,
      branch: transaction.branch,
      client: transaction.client,
      server: transaction.server,
      ...spanOfTransaction(transaction),
      acknowledged: acknowledgedOf(transaction, flow, findings),
      requests: transaction.requests.map((sighting) => placeOf(sighting, context)),
      responses: transaction.responses.map((sighting) => ({
        status: sighting.message.status,
        reason: sighting.message.reason,
        ...placeOf(sighting, context),
        annotation: annotationShape(annotations.get(sighting), context),
      })),
    })),
  };
}

function callShape(facts: CallFacts | undefined): object | undefined {
  if (!facts) return undefined;
  const { postDialDelayUs, setupUs, talkUs, endedBy, reasons, hops } = facts;
  return {
    postDialDelayMs: milliseconds(postDialDelayUs),
    setupMs: milliseconds(setupUs),
    talkMs: milliseconds(talkUs),
    endedBy,
    reasons: reasons.length === 0 ? undefined : reasons.slice(0, MAX_REASONS).map((reason) => clip(reason, MAX_TEXT)),
    hops,
  };
}

/** More Reason values than any BYE carries. */
const MAX_REASONS = 8;

function milliseconds(us: number | undefined): number | undefined {
  return us === undefined ? undefined : Number((us / 1000).toFixed(3));
}

/** Where a message of a transaction stands; with one input, the file goes without saying. */
function placeOf(sighting: Sighting, context: ShapeContext): { file?: string; frame: number; time: string } {
  const place = { frame: sighting.frame, time: timeOf(sighting) };
  return context.files.length > 1 ? { file: fileOf(context, sighting.input), ...place } : place;
}

function spanOfTransaction({ requests, responses, acks }: Transaction): { start?: string; end?: string } {
  let first: Sighting | undefined;
  let last: Sighting | undefined;
  for (const sighting of [requests.at(0), requests.at(-1), responses.at(0), responses.at(-1), acks.at(-1)]) {
    if (!sighting) continue;
    if (!first || sighting.timeUs < first.timeUs) first = sighting;
    if (!last || sighting.timeUs >= last.timeUs) last = sighting;
  }
  return first && last ? { start: timeOf(first), end: timeOf(last) } : {};
}

function annotationShape(annotation: Annotation | undefined, context: ShapeContext): object | undefined {
  return (
    annotation && {
      verdict: annotation.verdict,
      explanation: sentences(annotation.explanation, context),
      fix: sentences(annotation.fix, context),
    }
  );
}

function fixShape(fix: Finding['fix'], { locale }: ShapeContext): object[] {
  return fix.map(({ who, action }) => ({ who, action: rawSentence(action, locale) }));
}

function evidenceShape(evidence: Evidence | PacketEvidence, context: ShapeContext): object {
  const witness = witnessOf(evidence);
  return {
    file: fileOf(context, witness.input),
    frame: witness.frame,
    time: timeOf(witness),
    text: clip(evidenceText(evidence), MAX_TEXT),
    offset: evidence.sighting && evidence.offset,
    length: evidence.sighting && evidence.length,
  };
}

/** A finding of one flow, or of one TLS connection. */
export function findingShape(finding: AnyFinding, report: AnyReport, context: ShapeContext): object {
  const flow = flowOf(report);
  return {
    rule: finding.rule,
    severity: finding.severity,
    basis: finding.basis,
    confidence: finding.confidence,
    title: rawSentence(finding.title, context.locale),
    explanation: sentences(finding.explanation, context),
    fix: fixShape(finding.fix, context),
    status: finding.status,
    method: finding.method,
    callId: flow && known(flow.callId),
    flow: flow?.id,
    connection: 'connection' in report ? report.id : undefined,
    evidence: finding.evidence.map((evidence) => evidenceShape(evidence, context)),
    references: finding.references,
    fingerprint: finding.fingerprint,
    standing: standingOf(finding, context),
  };
}

/** Why a finding does not count, where a gate says so. */
function standingOf(finding: AnyFinding, { gate }: ShapeContext): string | undefined {
  const standing = gate?.standingOf(finding);
  return standing === 'counted' ? undefined : standing;
}

/** What a rule could not judge in one flow. */
export function undecidedShape({ rule, because }: Undecided, { flow }: FlowReport, { locale }: ShapeContext): object {
  return { rule, flow: flow.id, because: rawSentence(because, locale) };
}

/** A TLS connection, as far as it can be seen without its keys, and what became of it. */
export function connectionShape({ id, connection }: ConnectionReport, context: ShapeContext): object {
  const { start, serverName, offeredProtocols, serverCertificates, clientCertificates, alerts } = connection;
  return {
    id,
    client: connection.client,
    server: connection.server,
    file: start && fileOf(context, start.input),
    frame: start?.frame,
    time: start && timeOf(start),
    serverName: known(serverName),
    version: connection.version,
    cipherSuite: connection.cipherSuite,
    offeredVersion: connection.offeredVersion,
    offeredProtocols: offeredProtocols.length === 0 ? undefined : offeredProtocols,
    protocol: connection.protocol,
    resumed: connection.isResumed ? true : undefined,
    established: connection.isEstablished,
    content: connection.content,
    serverCertificates: serverCertificates.length === 0 ? undefined : serverCertificates.map(certificateShape),
    clientCertificates: clientCertificates.length === 0 ? undefined : clientCertificates.map(certificateShape),
    alerts:
      alerts.length === 0
        ? undefined
        : alerts.map(({ by, place, name, description, isFatal }) => ({
            by,
            file: fileOf(context, place.input),
            frame: place.frame,
            time: timeOf(place),
            name,
            description,
            fatal: isFatal,
          })),
  };
}

function certificateShape({ subject, issuer, names, notBeforeUs, notAfterUs }: CertificateFacts): object {
  return {
    subject: known(subject),
    issuer: known(issuer),
    names: names.length === 0 ? undefined : names,
    notBefore: notBeforeUs === undefined ? undefined : isoTime(notBeforeUs, 0),
    notAfter: notAfterUs === undefined ? undefined : isoTime(notAfterUs, 0),
  };
}

/** Which findings a cause has: findings are counted from 0 in the order in which they are added. */
export class CauseIndexes {
  readonly #indexes = new Map<string, number[]>();
  #next = 0;

  add(cause: string): void {
    const known = this.#indexes.get(cause);
    if (known) known.push(this.#next);
    else this.#indexes.set(cause, [this.#next]);
    this.#next += 1;
  }

  of(cause: string): readonly number[] {
    return this.#indexes.get(cause) ?? [];
  }
}

/** A cause; `indexes` are those of its findings in the document. */
export function causeShape(cause: Cause, indexes: readonly number[], context: ShapeContext): object {
  const isOfFlows = flowOf(cause.examples[0].report) !== undefined;
  return {
    title: rawSentence(cause.title, context.locale),
    explanation: sentences(cause.explanation, context),
    fix: fixShape(cause.fix, context),
    findings: indexes,
    flows: isOfFlows ? cause.flows : 0,
    connections: isOfFlows ? undefined : cause.flows,
    firstTime: momentOf(cause.first),
    lastTime: momentOf(cause.last),
  };
}
