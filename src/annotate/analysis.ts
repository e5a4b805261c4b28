// What an analysis hands on, in the order in which it becomes known. Reporters are functions of this.
import type { NoticeCode } from '../bytes/notice.ts';
import type { FlowKind, Sighting } from '../flow/model.ts';
import type { PlainFlow } from '../flow/plain.ts';
import type { Account } from '../ledger/account.ts';
import type { ConnectionReport, FlowReport } from './finding.ts';

/** Something that could not be used, counted. */
export interface Notice {
  readonly code: NoticeCode;
  readonly count: number;
  /** First frame it happened in, 1-based; absent where it is about the file. */
  readonly frame?: number;
}

/** One input, when it has been read to its end. */
export interface InputReport {
  readonly file: string;
  readonly format: string;
  readonly linkTypes: readonly string[];
  readonly packets: number;
  /** Size of the input in bytes, as read (compressed size where it is compressed). */
  readonly bytes: number;
  readonly sipMessages: number;
  /** First and last packet, microseconds and the nanoseconds below; absent when there was none. */
  readonly first?: Moment;
  readonly last?: Moment;
  readonly notices: readonly Notice[];
  /** What every packet was, and what weakens the analysis. */
  readonly ledger: Account;
}

/** A point in capture time. */
export interface Moment {
  readonly timeUs: number;
  readonly nanos: number;
}

/** Counts over the whole analysis. */
export interface Totals {
  readonly packets: number;
  readonly messages: number;
  readonly flows: Readonly<Record<FlowKind, number>>;
  readonly transactions: number;
  readonly findings: { readonly error: number; readonly warning: number; readonly info: number };
  /** CSeq method → status → count of responses, retransmissions included, duplicates not. */
  readonly responses: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export type AnalysisEvent =
  | { readonly kind: 'message'; readonly sighting: Sighting }
  | { readonly kind: 'flow'; readonly report: FlowReport }
  /** A TLS connection, when it is over. */
  | { readonly kind: 'connection'; readonly report: ConnectionReport }
  /** Instead of `flow`, where only counts are wanted of a flow in which everything went by the book. */
  | { readonly kind: 'plain'; readonly flow: PlainFlow }
  | { readonly kind: 'input'; readonly index: number; readonly report: InputReport }
  | { readonly kind: 'end'; readonly totals: Totals };
