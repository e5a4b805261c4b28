// A flow script through the whole pipeline, as the bytes of a capture: what the rules say of it, by line.
import { readFileSync } from 'node:fs';
import { analyzeEvents } from '../../src/analyze.ts';
import type { AnalysisEvent } from '../../src/annotate/analysis.ts';
import type { FlowReport } from '../../src/annotate/finding.ts';
import type { RuleSettings } from '../../src/annotate/settings.ts';
import { compileFlowScript, type CompiledFlow } from '../support/flow-script/compile.ts';
import { parseFlowScript } from '../../src/script/parse.ts';

/** A compiled script and the reports of its flows. */
export interface JudgedScript {
  readonly script: CompiledFlow;
  readonly reports: readonly FlowReport[];
  readonly events: readonly AnalysisEvent[];
}

/** Reads, compiles and judges the script in a file. */
export function judgeFile(path: string, settings: RuleSettings = {}): Promise<JudgedScript> {
  return judgeScript(readFileSync(path, 'utf8'), settings);
}

/** Compiles and judges a script. */
export async function judgeScript(text: string, settings: RuleSettings = {}): Promise<JudgedScript> {
  const script = compileFlowScript(parseFlowScript(text));
  const events: AnalysisEvent[] = [];
  await analyzeEvents([{ name: 'script.pcap', chunks: [script.pcap] }], { rules: settings }, (event) =>
    events.push(event),
  );
  const reports = events.flatMap((event) => (event.kind === 'flow' ? [event.report] : []));
  return { script, reports, events };
}
