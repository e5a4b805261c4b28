// How the gate ended, and below it the Markdown page of the analysis.
import type { GateVerdict } from '../gate/verdict.ts';
import { createMarkdownReporter } from './markdown.ts';
import { demandLines } from './demand-lines.ts';
import { markdownCode, markdownFence, markdownText } from './printable.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';
import { markdownSentence } from './sentence.ts';
import { verdictLines } from './verdict-lines.ts';

const SIGNS = { passed: '✅', failed: '❌', unusable: '⚠️' } as const satisfies Record<GateVerdict['status'], string>;

/** Writes `check -f markdown`. */
export function createCheckMarkdownReporter(options: ReporterOptions): Reporter {
  const { locale } = options;
  const page = createMarkdownReporter(options);
  return {
    takesPlainFlows: () => page.takesPlainFlows?.() ?? false,
    onGate(verdict): void {
      const { headline, details } = verdictLines(verdict, {
        locale,
        sentence: (phrase) => markdownSentence(phrase, locale),
        text: (text) => markdownCode(text, 100),
      });
      const lines = [`## ${SIGNS[verdict.status]} ${markdownText(headline, 2_000)}`, ''];
      for (const { label, text } of details) lines.push(`- **${label}**: ${text}`);
      if (details.length > 0) lines.push('');
      for (const demand of verdict.demands) {
        const below = demand.met ? [] : demandLines(demand, locale);
        if (below.length > 0) lines.push(...markdownFence(below, 'diff'), '');
      }
      options.write(`${lines.join('\n')}\n`);
    },
    onEvent: (event) => page.onEvent(event),
  };
}
