// The front door: everything that programs may use, by name. Runs in Node and in a browser; siplens/node adds files.
export { CaptureError } from './analyze.ts';
export type { CaptureSource } from './capture-source.ts';
export type {
  Analysis,
  AnalysisEvent,
  AnnotationDocument,
  CauseDocument,
  CertificateDocument,
  ConnectionDocument,
  EvidenceDocument,
  FindingDocument,
  FixDocument,
  FlowDocument,
  InputDocument,
  LedgerDocument,
  MessageDocument,
  NoticeDocument,
  PlaceDocument,
  SummaryDocument,
  Tool,
  TransactionDocument,
  UndecidedDocument,
} from './documents.ts';
export type { AnnotationVerdict } from './annotate/finding.ts';
export type { NoticeCode } from './bytes/notice.ts';
export type { Span } from './bytes/span.ts';
export type { FlowKind, FlowOutcome } from './flow/model.ts';
export type { FlowLimits } from './flow/tracker.ts';
export {
  analyze,
  analyzeEvents,
  analyzeMerged,
  type AnalyzeOptions,
  compare,
  type EventOptions,
  explain,
  type ExplainOptions,
  loadLanguage,
  type NamedCapture,
  ruleCatalogue,
  type RuleEntry,
  type RuleOptions,
} from './library.ts';
export type { Comparison } from './report/compare.ts';
export type { Difference } from './report/compare-differences.ts';
export type { TopicKind } from './report/explain-topics.ts';
export type { Explanation, ExplanationExample } from './report/explanation.ts';
export type { GapRow, Ladder, LadderRow, Lane, MessageRow, OmittedRow, RepeatedRow } from './report/ladder.ts';
export type { RuleId } from './rules/all.ts';
export type { Actor, Basis, Confidence, Severity } from './rules/rule.ts';
export { type Cseq, parseCseq } from './sip/cseq.ts';
export { type DefectCode, type DefectSeverity, defectText, type SipDefect } from './sip/defects.ts';
export type { HeaderField } from './sip/fields.ts';
export { type NameAddr, parseNameAddr } from './sip/name-addr.ts';
export type { Param } from './sip/params.ts';
export { type ParseOptions, parseMessage, SipMessage } from './sip/message.ts';
export { parseSdp, type Sdp, type SdpAttribute, type SdpConnection, type SdpLine, type SdpMedia } from './sip/sdp.ts';
export { type OpaqueUri, parseUri, type SipUri, type TelUri, type Uri } from './sip/uri.ts';
export { parseVia, type Via } from './sip/via.ts';
export type { Transport } from './stream/arrival.ts';
export type { Locale } from './text/locale.ts';
export { version } from './version.ts';
