// A flow becomes the test cases of formats that know tests: one for each group of rules, failed where a finding fails the
// build, skipped where nothing failed but a rule could not judge.
import type { AnyFinding, AnyReport, ConnectionReport, FlowReport, Undecided } from '../annotate/finding.ts';
import type { GateView } from '../gate/gate.ts';
import { flowRules } from '../rules/all.ts';
import { hostOf } from '../rules/host.ts';
import type { Unit } from '../rules/rule.ts';
import { orderOf, serverOf } from './digest.ts';
import { partiesOf } from './short.ts';

/** Rules that look at the same thing are one group; what responses mean is another. */
export type RuleGroup = 'responses' | Unit;

/** One group of rules asked about one flow. */
export interface TestCase {
  readonly group: RuleGroup;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** Findings that fail the build. */
  readonly failures: readonly AnyFinding[];
  /** Findings that do not. */
  readonly remarks: readonly AnyFinding[];
  readonly undecided: readonly Undecided[];
}

const UNIT_OF: ReadonlyMap<string, RuleGroup> = new Map(flowRules.map(({ id, unit }) => [id, unit]));
const GROUPS: readonly RuleGroup[] = ['responses', ...new Set(flowRules.map(({ unit }) => unit))];

function groupOf(rule: string): RuleGroup {
  return UNIT_OF.get(rule) ?? 'responses';
}

/** A case for every group, in the same order for every flow; dialogs only where there are any. */
export function testCasesOf(report: FlowReport, gate: GateView): readonly TestCase[] {
  const { flow, findings, undecided } = report;
  return GROUPS.filter((group) => group !== 'dialog' || flow.dialogs.length > 0).map((group) => {
    const own = findings.filter(({ rule }) => groupOf(rule) === group);
    const failures = own.filter((finding) => gate.fails(finding));
    const open = undecided.filter(({ rule }) => groupOf(rule) === group);
    return {
      group,
      status: failures.length > 0 ? 'failed' : open.length > 0 ? 'skipped' : 'passed',
      failures,
      remarks: own.filter((finding) => !failures.includes(finding)),
      undecided: open,
    };
  });
}

/** The one case of a TLS connection of which something is to be said; undefined of all others: they are no tests. */
function connectionCaseOf({ findings }: ConnectionReport, gate: GateView): TestCase | undefined {
  const failures = findings.filter((finding) => gate.fails(finding));
  const remarks = findings.filter((finding) => !failures.includes(finding));
  if (findings.length === 0) return undefined;
  return { group: 'connection', status: failures.length > 0 ? 'failed' : 'passed', failures, remarks, undecided: [] };
}

/** A flow whose cases have been written; `place` are its parties, the same in every recording. */
export interface WrittenFlow {
  readonly order: number;
  readonly id: string;
  readonly place: string;
  readonly durationUs: number;
  readonly cases: readonly { readonly group: RuleGroup; readonly status: TestCase['status']; readonly body: string }[];
}

/** Flows that are not listed, only counted: there are too many. */
export interface FoldedFlows {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Flows that are listed although nothing happened in them. */
const MAX_UNEVENTFUL = 1_000;
const MAX_EVENTFUL = 5_000;

/** Holds the cases of flows as text until all are known. Bounded: what is beyond is counted. */
export class CaseBook {
  readonly #write: (testCase: TestCase, report: AnyReport) => string;
  readonly #locale: string;
  readonly #gate: GateView;
  readonly #flows: WrittenFlow[] = [];
  readonly #folded = { passed: 0, failed: 0, skipped: 0 };
  #uneventful = 0;
  #eventful = 0;

  /** @param write Makes the text of one case. */
  constructor(gate: GateView, locale: string, write: (testCase: TestCase, report: AnyReport) => string) {
    this.#gate = gate;
    this.#locale = locale;
    this.#write = write;
  }

  /** Takes in a flow. */
  add(report: FlowReport): void {
    const cases = testCasesOf(report, this.#gate);
    if (!this.#lists(cases)) return;
    const { flow } = report;
    const { kind, from, to } = flow;
    const startUs = flow.sightings.at(0)?.timeUs ?? 0;
    this.#flows.push({
      order: orderOf(flow.id),
      id: flow.id,
      place: `${kind} ${partiesOf({ kind, from, to, server: serverOf(flow) }, this.#locale)}`,
      durationUs: Math.max(0, (flow.sightings.at(-1)?.timeUs ?? startUs) - startUs),
      cases: cases.map((each) => ({ group: each.group, status: each.status, body: this.#write(each, report) })),
    });
  }

  /** Takes in a TLS connection. */
  addConnection(report: ConnectionReport): void {
    const testCase = connectionCaseOf(report, this.#gate);
    if (!testCase || !this.#lists([testCase])) return;
    const { client, server } = report.connection;
    const { group, status } = testCase;
    this.#flows.push({
      // Behind the flows, in their own order.
      order: Number.MAX_SAFE_INTEGER,
      id: report.id,
      // The port of a client is another one each time.
      place: `connection ${hostOf(client)} → ${server}`,
      durationUs: 0,
      cases: [{ group, status, body: this.#write(testCase, report) }],
    });
  }

  /** Whether cases are listed; counts them where they are not. */
  #lists(cases: readonly TestCase[]): boolean {
    const isUneventful = cases.every(({ status, remarks }) => status === 'passed' && remarks.length === 0);
    const isListed = isUneventful ? this.#uneventful++ < MAX_UNEVENTFUL : this.#eventful++ < MAX_EVENTFUL;
    if (!isListed) this.#folded[worstOf(cases)]++;
    return isListed;
  }

  /** Takes in a flow in which everything went by the book. */
  addPlain(): void {
    this.#folded.passed++;
  }

  /** Of the next flow only the counts are needed, if everything in it went by the book. */
  get takesPlainFlows(): boolean {
    return this.#uneventful >= MAX_UNEVENTFUL;
  }

  /** The flows in order of their first message; where parties meet again, their place is numbered. */
  flows(): readonly WrittenFlow[] {
    const seen = new Map<string, number>();
    return [...this.#flows]
      .sort((a, b) => a.order - b.order)
      .map((flow) => {
        const count = (seen.get(flow.place) ?? 0) + 1;
        seen.set(flow.place, count);
        return count === 1 ? flow : { ...flow, place: `${flow.place} #${count}` };
      });
  }

  get folded(): FoldedFlows {
    return this.#folded;
  }
}

function worstOf(cases: readonly TestCase[]): TestCase['status'] {
  if (cases.some(({ status }) => status === 'failed')) return 'failed';
  return cases.some(({ status }) => status === 'skipped') ? 'skipped' : 'passed';
}
