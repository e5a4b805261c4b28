// The formats of an analysis, with and without a gate. A reporter is loaded only when its format is asked for.
import type { Reporter, ReporterOptions } from '../report/reporter.ts';

/** What `analyze` and `check` can write, the default first. */
export const ANALYSIS_FORMATS = [
  'text',
  'json',
  'ndjson',
  'markdown',
  'junit',
  'sarif',
  'github',
  'gitlab',
  'tap',
] as const;

/** One of them. */
export type AnalysisFormat = (typeof ANALYSIS_FORMATS)[number];

type Create = (options: ReporterOptions) => Reporter;

const creators: Readonly<Record<AnalysisFormat, () => Promise<Create>>> = {
  text: async () => (await import('../report/text.ts')).createTextReporter,
  json: async () => (await import('../report/json.ts')).createJsonReporter,
  ndjson: async () => (await import('../report/ndjson.ts')).createNdjsonReporter,
  markdown: async () => (await import('../report/markdown.ts')).createMarkdownReporter,
  junit: async () => (await import('../report/junit.ts')).createJunitReporter,
  sarif: async () => (await import('../report/sarif.ts')).createSarifReporter,
  github: async () => (await import('../report/github.ts')).createGithubReporter,
  gitlab: async () => (await import('../report/gitlab.ts')).createGitlabReporter,
  tap: async () => (await import('../report/tap.ts')).createTapReporter,
};

/** Formats that tell how a gate ended in a place of their own. */
const gateCreators: Partial<typeof creators> = {
  text: async () => (await import('../report/check-text.ts')).createCheckTextReporter,
  markdown: async () => (await import('../report/check-markdown.ts')).createCheckMarkdownReporter,
};

/** The reporter of a format; with a gate in the options, the one that tells how it ended. */
export async function analysisReporter(format: AnalysisFormat, options: ReporterOptions): Promise<Reporter> {
  const load = (options.gate ? gateCreators[format] : undefined) ?? creators[format];
  return (await load())(options);
}
