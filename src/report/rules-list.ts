// Every rule with its severity, basis and one-line summary: as text, as Markdown, as JSON.
import { phraseText } from '../languages/spoken.ts';
import { rules } from '../rules/all.ts';
import type { Rule } from '../rules/rule.ts';
import { SCHEMA_VERSION } from './json-shapes.ts';
import { paletteFor } from './palette.ts';
import { markdownText, pad } from './printable.ts';
import type { ReporterOptions } from './reporter.ts';
import { severityWord, word } from './words.ts';
import { labelled, wrap } from './wrap.ts';

type ListOptions = Pick<ReporterOptions, 'write' | 'locale' | 'color' | 'width'>;

const catalogue: readonly Pick<Rule, 'id' | 'severity' | 'basis' | 'references'>[] = rules;

/** `rules` as text. */
export function writeRulesText(options: ListOptions): void {
  const palette = paletteFor(options.color);
  const idColumns = 2 + Math.max(...catalogue.map(({ id }) => id.length));
  const columns = idColumns + 9 + 13;
  const width = Math.max(30, options.width - columns);
  const paints = { error: palette.error, warning: palette.warning, info: palette.note } as const;
  const lines = catalogue.flatMap(({ id, severity, basis }) => {
    const label = `${palette.strong(id)}${' '.repeat(idColumns - id.length)}${paints[severity](severity)}${' '.repeat(9 - severity.length)}${palette.faint(pad(basis, 13))}`;
    return labelled(label, columns, wrap(summaryOf(id, options.locale), width));
  });
  options.write(`${lines.join('\n')}\n`);
}

/** `rules -f markdown`. */
export function writeRulesMarkdown({ write, locale }: ListOptions): void {
  const head = [
    word('rule', locale),
    word('severity', locale),
    word('basis', locale),
    word('summary', locale),
    word('source', locale),
  ];
  const rows = catalogue.map(({ id, severity, basis, references }) => {
    const cells = [
      `\`${id}\``,
      severityWord(severity, locale).toLowerCase(),
      basis,
      markdownText(summaryOf(id, locale), 2_000),
      references.join(', '),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  write([`| ${head.join(' | ')} |`, '| --- | --- | --- | --- | --- |', ...rows, ''].join('\n'));
}

/** `rules -f json`. */
export function writeRulesJson({ write, locale }: ListOptions): void {
  const list = catalogue.map(({ id, severity, basis, references }) => ({
    id,
    severity,
    basis,
    summary: summaryOf(id, locale),
    references,
  }));
  write(`${JSON.stringify({ schemaVersion: SCHEMA_VERSION, rules: list }, undefined, 2)}\n`);
}

function summaryOf(id: string, locale: string): string {
  return phraseText({ key: `rules/${id}/summary` }, locale);
}
