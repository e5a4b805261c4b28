// The gate of a build: every finding is asked whether it counts, and at the end it is said whether the build passes.
import type { InputReport } from '../annotate/analysis.ts';
import type { AnyFinding, AnyReport, ConnectionReport, FlowReport } from '../annotate/finding.ts';
import { witnessOf } from '../rules/evidence.ts';
import type { Severity } from '../rules/rule.ts';
import type { Baseline, NewBaseline } from './baseline.ts';
import { type Ignore, IgnoreList } from './ignore-list.ts';
import { compareSnapshots, FlowCollection } from './snapshot.ts';
import { contentOf, type SnapshotContent } from './snapshot-file.ts';
import { type FailOn, reaches } from './threshold.ts';
import type { Demand, Emptiness, Found, GateVerdict, Standing } from './verdict.ts';

/** What a build demands. */
export interface GateSettings {
  readonly failOn: FailOn;
  /** More warnings than this fail the build, whatever the threshold. */
  readonly maxWarnings?: number | undefined;
  /** A recording without anything to judge passes. */
  readonly allowEmpty?: boolean | undefined;
  readonly ignores?: readonly Ignore[] | undefined;
  /** Findings that were there before. */
  readonly baseline?: Baseline | undefined;
  /** Takes in the findings that would fail, which then do not. */
  readonly newBaseline?: NewBaseline | undefined;
  /** What the flows must be; without content they are only collected. */
  readonly snapshot?: { readonly file: string; readonly content: SnapshotContent | undefined } | undefined;
  /** Only some of the flows are looked at: what is not seen may still be there. */
  readonly isFiltered?: boolean | undefined;
}

/** What reporters ask of a gate while an analysis goes on. */
export interface GateView {
  /** Whether the finding fails the build by itself. */
  fails(finding: AnyFinding): boolean;
  /** Whether the finding counts; asked after its flow was added. */
  standingOf(finding: AnyFinding): Standing;
  /** Whether findings are told apart by having been there before. */
  readonly hasBaseline: boolean;
}

/** The gate of `analyze`, which has none: what is as severe as an error is shown as failed, where a format knows only that. */
export const OPEN_GATE: GateView = {
  fails: ({ severity }) => reaches(severity, 'error'),
  standingOf: () => 'counted',
  hasBaseline: false,
};

/** Takes in one flow after another. Holds counts, and one flow: the one that failed first. */
export class Gate implements GateView {
  readonly #settings: GateSettings;
  readonly #ignores: IgnoreList;
  readonly #standings = new WeakMap<AnyFinding, Standing>();
  readonly #counted: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  readonly #earliest: Partial<Record<Severity, Found>> = {};
  readonly #inputs: InputReport[] = [];
  readonly #files: string[] = [];
  readonly #collection: FlowCollection | undefined;
  #flows = 0;
  #ignored = 0;
  #known = 0;
  #undecided = 0;

  /** @throws RangeError naming the pattern of the ignore list that cannot be used. */
  constructor(settings: GateSettings) {
    this.#settings = settings;
    this.#ignores = new IgnoreList(settings.ignores ?? []);
    this.#collection = settings.snapshot ? new FlowCollection() : undefined;
  }

  /** Takes in a flow. */
  add(report: FlowReport): void {
    this.#flows++;
    this.#collection?.add(report);
    this.#undecided += report.undecided.length;
    for (const finding of report.findings) this.#judge(finding, report);
  }

  /** Takes in a TLS connection. */
  addConnection(report: ConnectionReport): void {
    for (const finding of report.findings) this.#judge(finding, report);
  }

  /** Whether every flow is needed as a whole, those in which everything went by the book too. */
  get needsFlows(): boolean {
    return this.#collection !== undefined;
  }

  /** What was recorded, where a snapshot is wanted. */
  get collection(): FlowCollection | undefined {
    return this.#collection;
  }

  /** Takes in a flow in which everything went by the book. */
  addPlain(): void {
    this.#flows++;
  }

  /** Takes in an input that has been read. */
  addInput(input: InputReport, index: number): void {
    this.#inputs.push(input);
    this.#files[index] = input.file;
  }

  standingOf(finding: AnyFinding): Standing {
    return this.#standings.get(finding) ?? 'counted';
  }

  get hasBaseline(): boolean {
    return this.#settings.baseline !== undefined;
  }

  fails(finding: AnyFinding): boolean {
    return reaches(finding.severity, this.#settings.failOn) && this.standingOf(finding) === 'counted';
  }

  /** Everything has been taken in. */
  verdict(): GateVerdict {
    const { failOn, allowEmpty = false } = this.#settings;
    const demands = this.#demands();
    const emptiness = allowEmpty ? undefined : this.#emptiness();
    const passes = failOn === 'never' || demands.every(({ met }) => met);
    const first = passes ? undefined : this.#first(demands);
    return {
      status: emptiness ? 'unusable' : passes ? 'passed' : 'failed',
      failOn,
      files: this.#files,
      flows: this.#flows,
      counted: { ...this.#counted },
      ignored: this.#ignored,
      ...this.#baseline(),
      undecided: this.#undecided,
      demands,
      ...(first ? { first } : {}),
      ...(emptiness ? { emptiness } : {}),
      unusedIgnores: this.#ignores.unused,
    };
  }

  #judge(finding: AnyFinding, report: AnyReport): void {
    if (this.#ignores.matches(finding, report)) {
      this.#ignored++;
      this.#standings.set(finding, 'ignored');
      return;
    }
    if (this.#isKnown(finding)) {
      this.#known++;
      this.#standings.set(finding, 'known');
      return;
    }
    const { severity } = finding;
    this.#counted[severity]++;
    const known = this.#earliest[severity];
    if (!known || isTold(finding, known.finding)) this.#earliest[severity] = { finding, report };
  }

  #isKnown(finding: AnyFinding): boolean {
    const { baseline, newBaseline, failOn, maxWarnings } = this.#settings;
    const wasThere = baseline?.knows(finding) ?? false;
    if (!newBaseline) return wasThere;
    // Where nothing fails, a baseline is made of what usually does.
    const severest = failOn === 'never' ? 'warning' : failOn;
    const wouldFail =
      reaches(finding.severity, severest) || (maxWarnings !== undefined && finding.severity === 'warning');
    return (wasThere || wouldFail) && newBaseline.add(finding);
  }

  #baseline(): Pick<GateVerdict, 'baseline'> {
    const { baseline, newBaseline, isFiltered = false } = this.#settings;
    if (!baseline && !newBaseline) return {};
    const gone = baseline && !isFiltered ? baseline.gone : [];
    const renewed = newBaseline ? { renewed: { candidates: newBaseline.candidates, left: newBaseline.left } } : {};
    return { baseline: { known: this.#known, gone, ...renewed } };
  }

  #demands(): Demand[] {
    const { failOn, maxWarnings } = this.#settings;
    let count = 0;
    for (const severity of SEVERITIES) if (reaches(severity, failOn)) count += this.#counted[severity];
    const demands: Demand[] = [{ kind: 'findings', met: count === 0, count }];
    const { warning } = this.#counted;
    if (maxWarnings !== undefined) {
      demands.push({ kind: 'warnings', met: warning <= maxWarnings, count: warning, allowed: maxWarnings });
    }
    const snapshot = this.#snapshot();
    if (snapshot) demands.push(snapshot);
    return demands;
  }

  #snapshot(): Demand | undefined {
    const { file, content } = this.#settings.snapshot ?? {};
    const collection = this.#collection;
    if (file === undefined || !content || !collection) return undefined;
    const now = contentOf(collection.written(content.options), content.options);
    const difference = compareSnapshots(content, now);
    const count = difference?.flows.length ?? 0;
    const { left } = collection;
    return { kind: 'snapshot', met: !difference, file, count, left, ...(difference ? { difference } : {}) };
  }

  #first(demands: readonly Demand[]): Found | undefined {
    const { failOn } = this.#settings;
    const isUnmet = (kind: Demand['kind']): boolean => demands.some((demand) => demand.kind === kind && !demand.met);
    let first: Found | undefined;
    for (const severity of SEVERITIES) {
      const fails = reaches(severity, failOn) || (severity === 'warning' && isUnmet('warnings'));
      const found = fails ? this.#earliest[severity] : undefined;
      if (found && (!first || isTold(found.finding, first.finding))) first = found;
    }
    return first;
  }

  #emptiness(): Emptiness | undefined {
    const inputs = this.#inputs;
    if (inputs.every(({ sipMessages }) => sipMessages === 0)) return { kind: 'no-sip', inputs };
    return this.#flows === 0 ? { kind: 'no-flow', inputs } : undefined;
  }
}

const SEVERITIES = ['error', 'warning', 'info'] as const satisfies readonly Severity[];

/** Whether `a` is named rather than `b`: one that no other explains, then the one that was seen first. */
function isTold(a: AnyFinding, b: AnyFinding): boolean {
  const explained = Number(a.explainedBy !== undefined) - Number(b.explainedBy !== undefined);
  if (explained !== 0) return explained < 0;
  const [one, other] = [witnessOf(a.evidence[0]), witnessOf(b.evidence[0])];
  return one.timeUs < other.timeUs || (one.timeUs === other.timeUs && one.nanos < other.nanos);
}
