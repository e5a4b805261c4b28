// What the commands do, for programs: captures in, the JSON documents out as objects. Nothing is printed and no file is
// read; `limits` bound the memory.
import { type AnalyzeOptions as CorridorOptions, analyzeEvents as runCorridor } from './analyze.ts';
import type { AnalysisEvent as InnerEvent } from './annotate/analysis.ts';
import { CauseBook } from './annotate/causes.ts';
import { type CaptureSource, captureChunksOf } from './capture-source.ts';
import type { Analysis, AnalysisEvent } from './documents.ts';
import { EventLane } from './event-lane.ts';
import type { FlowLimits } from './flow/tracker.ts';
import { loadLanguage as loadCatalogue } from './languages/spoken.ts';
import { guideIn, loadGuide } from './languages/spoken-guide.ts';
import { NoteBook } from './note-book.ts';
import { type Comparison, comparisonOf } from './report/compare.ts';
import { explanationOf } from './report/explain.ts';
import type { Explanation } from './report/explanation.ts';
import {
  CauseIndexes,
  causeShape,
  connectionShape,
  findingShape,
  flowShape,
  inputShape,
  messageShape,
  SCHEMA_VERSION,
  type ShapeContext,
  summaryShape,
  undecidedShape,
} from './report/json-shapes.ts';
import { type RuleId, rules } from './rules/all.ts';
import type { Rule, Severity } from './rules/rule.ts';
import { isLocale, type Locale, locales } from './text/locale.ts';
import { collectAnalysis } from './collect.ts';
import { version } from './version.ts';

/** Rules by id, and findings about responses by status code. */
export type RuleOptions = { readonly [Id in RuleId]?: Severity | 'off' } & {
  readonly [response: `response/${number}`]: Severity | 'off';
};

/** What is wanted of an analysis. */
export interface AnalyzeOptions {
  /** What the documents call the capture; `capture` when absent. */
  readonly name?: string;
  /** Language of every sentence. */
  readonly lang?: Locale;
  /** Rule id or `response/<code>` → how serious it is here, or `off`. */
  readonly rules?: RuleOptions;
  readonly limits?: Partial<FlowLimits>;
  /** TLS secrets in NSS key log format: what they open is analyzed too. Never part of any document. */
  readonly keyLog?: string | Uint8Array;
  /** Stops the analysis between two chunks; it then throws the signal's reason. */
  readonly signal?: AbortSignal;
}

/** What is wanted of an analysis whose events are listened to. */
export interface EventOptions extends AnalyzeOptions {
  /** Also hand on every SIP message as it comes. Costs time and memory. */
  readonly messages?: boolean;
}

/** One of several captures that are merged by time. */
export interface NamedCapture {
  readonly name: string;
  readonly source: CaptureSource;
}

/**
 * Analyzes one capture (whatever the commands read, compressed or not): the object is what `siplens analyze -f json` writes.
 * @throws CaptureError when it is no capture; RangeError or TypeError for options that do not exist; what the source throws.
 */
export function analyze(source: CaptureSource, options: AnalyzeOptions = {}): Promise<Analysis> {
  return collectAnalysis(analyzeEvents(source, options));
}

/** Analyzes several captures as one observation, merged by time. Throws as `analyze` does. */
export function analyzeMerged(
  captures: readonly NamedCapture[],
  options: Omit<AnalyzeOptions, 'name'> = {},
): Promise<Analysis> {
  return collectAnalysis(eventsOf(captures, options));
}

/**
 * Analyzes one capture and hands on what becomes known, as `siplens analyze -f ndjson` does. The capture is read no
 * faster than the events are taken, and no further once they are not. Throws as `analyze` does.
 */
export function analyzeEvents(
  source: CaptureSource,
  options: EventOptions = {},
): AsyncGenerator<AnalysisEvent, void, undefined> {
  return eventsOf([{ name: options.name ?? 'capture', source }], options);
}

/** What is wanted of an explanation. */
export interface ExplainOptions {
  /** Language of every sentence. One other than English has to be made ready first, with `loadLanguage`. */
  readonly lang?: Locale;
}

/** Makes a language ready for `explain` and `compare`. `analyze` needs no such call. English is always ready. */
export async function loadLanguage(lang: Locale): Promise<void> {
  await loadGuide(lang);
}

/**
 * Explains a topic as `siplens explain` does: a status code (`486`, `4xx`), a rule, a method, a header, an option tag, an
 * event package, a Q.850 cause (`cause 16`), a Warning code (`warning 399`), a timer (`timer B`) or a word (`early media`).
 * Undefined when there is no such topic.
 * @throws RangeError when the language was not loaded.
 */
export function explain(topic: string | number, options: ExplainOptions = {}): Explanation | undefined {
  return explanationOf(String(topic), guideIn(options.lang ?? 'en'));
}

/**
 * Sets two status codes (`486`, `603`) or classes (`4xx`) against each other as `siplens compare` does. Undefined unless
 * both are one and they differ.
 * @throws RangeError when the language was not loaded.
 */
export function compare(
  first: string | number,
  second: string | number,
  options: ExplainOptions = {},
): Comparison | undefined {
  return comparisonOf(String(first), String(second), guideIn(options.lang ?? 'en'));
}

/** A rule as `siplens rules` lists it. */
export type RuleEntry = Pick<Rule, 'id' | 'severity' | 'basis' | 'references'> & { readonly summary: string };

/** Every rule, in the order of the catalogue. */
export const ruleCatalogue: readonly RuleEntry[] = rules.map(({ id, severity, basis, references, text }) => ({
  id,
  severity,
  basis,
  references,
  summary: text.summary,
}));

async function* eventsOf(
  captures: readonly NamedCapture[],
  options: EventOptions,
): AsyncGenerator<AnalysisEvent, void, undefined> {
  const wanted = corridorOptionsOf(options);
  const locale = options.lang ?? 'en';
  const lane = new EventLane<InnerEvent>(options.signal);
  const books = captures.map(() => new NoteBook());
  const inputs = captures.map(({ name, source }, index) => {
    let read = 0;
    const chunks = captureChunksOf(source, (books[index] ?? new NoteBook()).note, (count) => {
      read += count;
    });
    return { name, chunks: lane.paced(chunks), bytesRead: () => read };
  });
  await loadCatalogue(locale);
  const speak = speaker({ files: captures.map(({ name }) => name), locale }, books);
  yield { type: 'analysis', schemaVersion: SCHEMA_VERSION, tool: { name: 'siplens', version } };
  for await (const event of lane.run((onEvent) => runCorridor(inputs, wanted, onEvent))) yield* speak(event);
}

/** @throws RangeError naming the option that does not exist. */
function corridorOptionsOf(options: EventOptions): CorridorOptions {
  const { lang = 'en', rules: settings = {}, limits, messages, keyLog } = options;
  if (!isLocale(lang)) throw new RangeError(`"lang" expected ${locales.join(', ')}, got "${String(lang)}"`);
  for (const [id, setting] of Object.entries<string>(settings)) {
    if (!isRule(id)) throw new RangeError(`"rules" expected rule ids, got "${id}"`);
    if (!SETTINGS.has(setting)) {
      throw new RangeError(`"rules" expected off, info, warning or error for "${id}", got "${setting}"`);
    }
  }
  return {
    rules: { rules: settings },
    ...(limits ? { limits } : {}),
    ...(messages ? { messages } : {}),
    ...(keyLog === undefined ? {} : { keyLog: typeof keyLog === 'string' ? new TextEncoder().encode(keyLog) : keyLog }),
  };
}

const SETTINGS: ReadonlySet<string> = new Set(['off', 'info', 'warning', 'error']);

function isRule(id: string): boolean {
  return /^response\/[1-6]\d\d$/.test(id) || rules.some((rule) => rule.id === id);
}

/** Turns the house's own events into documents. */
function speaker(context: ShapeContext, books: readonly NoteBook[]): (event: InnerEvent) => Iterable<AnalysisEvent> {
  const causes = new CauseBook();
  const indexes = new CauseIndexes();
  let usable = 0;
  return function* documentsOf(event) {
    switch (event.kind) {
      // Never told: every flow is asked for.
      case 'plain':
        break;
      case 'message':
        yield documentOf('message', messageShape(event.sighting, context));
        break;
      case 'flow': {
        const { report } = event;
        causes.add(report);
        yield documentOf('flow', flowShape(report, context));
        for (const finding of report.findings) {
          indexes.add(finding.cause);
          yield documentOf('finding', findingShape(finding, report, context));
        }
        for (const item of report.undecided) yield documentOf('undecided', undecidedShape(item, report, context));
        break;
      }
      case 'connection': {
        const { report } = event;
        causes.add(report);
        yield documentOf('connection', connectionShape(report, context));
        for (const finding of report.findings) {
          indexes.add(finding.cause);
          yield documentOf('finding', findingShape(finding, report, context));
        }
        break;
      }
      case 'input': {
        // Of what is no capture nothing is said but the error that ends the analysis.
        if (event.report.format === '') return;
        usable += 1;
        // What damaged compression cost is said with the input that it cost.
        const notices = [...(books[event.index]?.notices ?? []), ...event.report.notices];
        yield documentOf('input', inputShape({ ...event.report, notices }, context));
        break;
      }
      case 'end':
        if (usable === 0) return;
        for (const cause of causes.causes()) {
          yield documentOf('cause', causeShape(cause, indexes.of(cause.key), context));
        }
        yield documentOf('summary', summaryShape(event.totals));
    }
  };
}

/** A shape as it comes out of its JSON: what is undefined there is absent. */
function documentOf(type: AnalysisEvent['type'], shape: object): AnalysisEvent {
  return JSON.parse(JSON.stringify({ type, ...shape })) as AnalysisEvent;
}
