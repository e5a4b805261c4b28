// The JSON documents as types: what `analyze -f json`, `analyze -f ndjson` and `messages -f ndjson` write, key by key. A
// value that is unknown is absent. A test compiles real documents against these types.
import type { AnnotationVerdict } from './annotate/finding.ts';
import type { NoticeCode } from './bytes/notice.ts';
import type { FlowKind, FlowOutcome } from './flow/model.ts';
import type { Account } from './ledger/account.ts';
import type { Actor, Basis, Confidence, Severity } from './rules/rule.ts';
import type { DefectCode } from './sip/defects.ts';
import type { Transport } from './stream/arrival.ts';
import type { TlsContent } from './stream/tls/facts.ts';

/** Who wrote a document. */
export interface Tool {
  readonly name: 'siplens';
  readonly version: string;
}

/** Something in an input that was not decoded or not analyzed. */
export interface NoticeDocument {
  readonly code: NoticeCode;
  readonly text: string;
  readonly count: number;
  /** First frame it happened in, 1-based; absent where it is about the file. */
  readonly frame?: number;
}

/** Times in microseconds, frames 1-based. What is absent did not happen. */
export type LedgerDocument = Account;

/** One capture that was read. Times are ISO 8601 in UTC with nine decimals. */
export interface InputDocument {
  readonly file: string;
  readonly format: string;
  readonly linkTypes: readonly string[];
  readonly packets: number;
  readonly bytes: number;
  readonly sipMessages: number;
  readonly firstTime?: string;
  readonly lastTime?: string;
  readonly notices: readonly NoticeDocument[];
  /** What every packet was, and what weakens the analysis. */
  readonly ledger: LedgerDocument;
}

/** Counts over everything. */
export interface SummaryDocument {
  readonly packets: number;
  readonly messages: number;
  readonly flows: Readonly<Record<FlowKind, number>>;
  readonly transactions: number;
  readonly findings: Readonly<Record<Severity, number>>;
  /** Method → status → count. */
  readonly responses: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Who must change what. */
export interface FixDocument {
  readonly who: Actor;
  readonly action: string;
}

/** Findings that share one root. */
export interface CauseDocument {
  readonly title: string;
  readonly explanation: string;
  readonly fix: readonly FixDocument[];
  /** Indexes into the findings of the document; in a stream of events, counted in order of arrival from 0. */
  readonly findings: readonly number[];
  /** How many flows it touches. */
  readonly flows: number;
  /** How many TLS connections, where it is about these. */
  readonly connections?: number;
  readonly firstTime?: string;
  readonly lastTime?: string;
}

/** A message that proves a finding, and the bytes in it that tell. */
export interface EvidenceDocument {
  readonly file: string;
  /** 1-based, as Wireshark counts. */
  readonly frame: number;
  readonly time: string;
  readonly text: string;
  /** Bytes from the beginning of the message. */
  readonly offset?: number;
  readonly length?: number;
}

/** Something that is worth saying about one flow, or about a TLS connection. */
export interface FindingDocument {
  /** Rule id, or `response/<code>`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly basis: Basis;
  readonly confidence: Confidence;
  readonly title: string;
  readonly explanation: string;
  readonly fix: readonly FixDocument[];
  readonly status?: number;
  readonly method?: string;
  readonly callId?: string;
  /** Id of its flow. */
  readonly flow?: string;
  /** Id of its TLS connection. */
  readonly connection?: string;
  readonly evidence: readonly EvidenceDocument[];
  readonly references: readonly string[];
  /** Same for the same problem in another recording of the same flow. */
  readonly fingerprint: string;
}

/** A certificate that one end of a TLS connection showed. */
export interface CertificateDocument {
  readonly subject?: string;
  readonly issuer?: string;
  /** DNS names, addresses and URIs that it is valid for. */
  readonly names?: readonly string[];
  readonly notBefore?: string;
  readonly notAfter?: string;
}

/** A TLS connection, as far as it can be seen without its keys, and what became of it. */
export interface ConnectionDocument {
  /** `tls-1`. */
  readonly id: string;
  readonly client: string;
  readonly server: string;
  readonly file?: string;
  /** Where it was recognized. */
  readonly frame?: number;
  readonly time?: string;
  readonly serverName?: string;
  readonly version?: string;
  readonly cipherSuite?: string;
  readonly offeredVersion?: string;
  readonly offeredProtocols?: readonly string[];
  readonly protocol?: string;
  readonly resumed?: true;
  readonly established: boolean;
  /** Whether its content was decrypted, or why not. */
  readonly content: TlsContent;
  readonly serverCertificates?: readonly CertificateDocument[];
  readonly clientCertificates?: readonly CertificateDocument[];
  readonly alerts?: readonly {
    readonly by?: 'client' | 'server';
    readonly file: string;
    readonly frame: number;
    readonly time: string;
    /** Absent where it is encrypted. */
    readonly name?: string;
    readonly description?: number;
    readonly fatal?: boolean;
  }[];
}

/** What a rule could not judge, and what the capture would have had to show. */
export interface UndecidedDocument {
  readonly rule: string;
  readonly flow: string;
  readonly because: string;
}

/** How a response outside 2xx stands in its flow. */
export interface AnnotationDocument {
  readonly verdict: AnnotationVerdict;
  readonly explanation: string;
  readonly fix: string;
}

/** Where and when a message was seen. */
export interface PlaceDocument {
  /** Where several captures were merged. */
  readonly file?: string;
  readonly frame: number;
  readonly time: string;
}

/** A request at one hop with its responses. */
export interface TransactionDocument {
  readonly method: string;
  readonly branch: string;
  /** `ip:port`, IPv6 in brackets. */
  readonly client: string;
  readonly server: string;
  readonly start?: string;
  readonly end?: string;
  /** On an INVITE with a final response; absent where the capture cannot tell. */
  readonly acknowledged?: boolean;
  readonly requests: readonly PlaceDocument[];
  readonly responses: readonly (PlaceDocument & {
    readonly status: number;
    readonly reason: string;
    readonly annotation?: AnnotationDocument;
  })[];
}

/** One thing that somebody tried to do over SIP. */
export interface FlowDocument {
  readonly id: string;
  readonly kind: FlowKind;
  readonly callIds: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly start?: string;
  readonly end?: string;
  readonly outcome: FlowOutcome;
  /** Of a call whose INVITE was captured. */
  readonly call?: CallDocument;
  readonly transactions: readonly TransactionDocument[];
}

/** What a caller would tell of a call, as far as the capture shows it. Durations are milliseconds. */
export interface CallDocument {
  /** From the first INVITE to the first response that says it rings or plays something (180 to 183). */
  readonly postDialDelayMs?: number;
  /** From the first INVITE to the 2xx. */
  readonly setupMs?: number;
  /** From the 2xx to the first BYE. */
  readonly talkMs?: number;
  /** Who sent the first BYE, or the CANCEL. */
  readonly endedBy?: 'caller' | 'callee';
  /** Reason header values (RFC 3326) of that BYE or CANCEL. */
  readonly reasons?: readonly string[];
  /** Hops on which its INVITE was seen. */
  readonly hops: number;
}

/** The whole analysis, as `analyze -f json` writes it. */
export interface Analysis {
  readonly schemaVersion: 1;
  readonly tool: Tool;
  readonly inputs: readonly InputDocument[];
  readonly summary: SummaryDocument;
  readonly causes: readonly CauseDocument[];
  readonly findings: readonly FindingDocument[];
  readonly undecided: readonly UndecidedDocument[];
  readonly flows: readonly FlowDocument[];
  /** Absent where the capture shows none. */
  readonly connections?: readonly ConnectionDocument[];
}

/** One SIP message, as `messages -f ndjson` writes it. */
export interface MessageDocument {
  readonly file: string;
  readonly frame: number;
  readonly time: string;
  readonly transport: Transport;
  readonly source: string;
  readonly destination: string;
  readonly kind: 'request' | 'response' | 'unreadable';
  readonly method?: string;
  readonly requestUri?: string;
  readonly status?: number;
  readonly reason?: string;
  readonly callId?: string;
  readonly cseq?: { readonly number: number; readonly method: string };
  readonly branch?: string;
  readonly fromTag?: string;
  readonly toTag?: string;
  readonly bytes: number;
  readonly retransmission?: true;
  /** A second sighting of the same packet. */
  readonly duplicate?: true;
  readonly defects?: readonly {
    readonly code: DefectCode;
    readonly offset: number;
    readonly length: number;
    readonly text: string;
  }[];
}

/** What becomes known during an analysis, as `analyze -f ndjson` writes it. */
export type AnalysisEvent =
  | { readonly type: 'analysis'; readonly schemaVersion: 1; readonly tool: Tool }
  | ({ readonly type: 'message' } & MessageDocument)
  | ({ readonly type: 'flow' } & FlowDocument)
  | ({ readonly type: 'connection' } & ConnectionDocument)
  | ({ readonly type: 'finding' } & FindingDocument)
  | ({ readonly type: 'undecided' } & UndecidedDocument)
  | ({ readonly type: 'input' } & InputDocument)
  | ({ readonly type: 'cause' } & CauseDocument)
  | ({ readonly type: 'summary' } & SummaryDocument);
