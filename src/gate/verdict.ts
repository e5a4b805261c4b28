// What a gate says in the end: whether the build passes, and what did not let it.
import type { InputReport } from '../annotate/analysis.ts';
import type { AnyFinding, AnyReport } from '../annotate/finding.ts';
import type { Severity } from '../rules/rule.ts';
import type { BaselineCandidate, BaselineEntry } from './baseline.ts';
import type { Ignore } from './ignore-list.ts';
import type { SnapshotDifference } from './snapshot.ts';
import type { FailOn } from './threshold.ts';

/** `unusable`: the recording shows nothing to judge, which must not pass for success. */
export type GateStatus = 'passed' | 'failed' | 'unusable';

/** Why a finding does not count: somebody let it pass, or it was there before. `counted` where it does. */
export type Standing = 'counted' | 'ignored' | 'known';

/** A finding and the flow that it was made in. */
export interface Found {
  readonly finding: AnyFinding;
  readonly report: AnyReport;
}

/** One thing that a build demands, and whether the recording meets it. */
export type Demand =
  /** No finding at or above the threshold. */
  | { readonly kind: 'findings'; readonly met: boolean; readonly count: number }
  /** No more warnings than are allowed. */
  | { readonly kind: 'warnings'; readonly met: boolean; readonly count: number; readonly allowed: number }
  | SnapshotDemand;

/** The flows are those of a snapshot. */
export interface SnapshotDemand {
  readonly kind: 'snapshot';
  readonly met: boolean;
  readonly file: string;
  /** Flows that differ. */
  readonly count: number;
  /** Absent where nothing differs. */
  readonly difference?: SnapshotDifference;
  /** Flows beyond those that a snapshot holds. */
  readonly left: number;
}

/** Why there was nothing to judge. */
export interface Emptiness {
  /** `no-sip`: no SIP message was recorded; `no-flow`: no flow passes the filter. */
  readonly kind: 'no-sip' | 'no-flow';
  readonly inputs: readonly InputReport[];
}

/** What came of a comparison with a baseline. */
export interface BaselineVerdict {
  /** Findings that were there before. */
  readonly known: number;
  /** What was there before and was not seen again; empty where a filter leaves that open. */
  readonly gone: readonly BaselineEntry[];
  /** What a new baseline holds, and how many findings found no place in it; absent where none is written. */
  readonly renewed?: { readonly candidates: readonly BaselineCandidate[]; readonly left: number };
}

/** The end of a gate. */
export interface GateVerdict {
  readonly status: GateStatus;
  readonly failOn: FailOn;
  /** Names of the inputs by index. */
  readonly files: readonly string[];
  readonly flows: number;
  /** Findings that count, by severity. */
  readonly counted: Readonly<Record<Severity, number>>;
  /** Findings that an ignore list lets pass. */
  readonly ignored: number;
  readonly baseline?: BaselineVerdict;
  /** What rules could not judge. */
  readonly undecided: number;
  /** Everything that was demanded; the build passes where all of it is met, or the threshold is `never`. */
  readonly demands: readonly Demand[];
  /** Of the findings that fail the build, the one that was seen first; absent where none does. */
  readonly first?: Found;
  readonly emptiness?: Emptiness;
  /** Entries of the ignore list that nothing needed. */
  readonly unusedIgnores: readonly Ignore[];
}
