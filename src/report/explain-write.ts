// Explanations and comparisons are written in the format that was asked for.
import type { Guide } from '../languages/guide.ts';
import type { Comparison } from './compare.ts';
import { comparisonParts, explanationParts, type Part } from './explain-page.ts';
import { pageHtml } from './explain-page-html.ts';
import { pageMarkdown } from './explain-page-markdown.ts';
import { pageText } from './explain-page-text.ts';
import type { Explanation } from './explanation.ts';
import { SCHEMA_VERSION } from './json-shapes.ts';

/** The formats of `explain` and `compare`. */
export const EXPLAIN_FORMATS = ['text', 'markdown', 'html', 'json'] as const;

/** One of them. */
export type ExplainFormat = (typeof EXPLAIN_FORMATS)[number];

/** How it is drawn where it is drawn. */
export interface ExplainWriteOptions {
  readonly color: boolean;
  readonly width: number;
}

/** What `explain` writes. */
export function explanationsAs(
  format: ExplainFormat,
  topics: readonly Explanation[],
  guide: Guide,
  options: ExplainWriteOptions,
): string {
  if (format === 'json') return jsonOf({ topics });
  return pageAs(
    format,
    topics.flatMap((topic) => explanationParts(topic, guide)),
    guide,
    options,
  );
}

/** What `compare` writes. */
export function comparisonAs(
  format: ExplainFormat,
  comparison: Comparison,
  guide: Guide,
  options: ExplainWriteOptions,
): string {
  if (format === 'json') return jsonOf(comparison);
  return pageAs(format, comparisonParts(comparison, guide), guide, options);
}

function jsonOf(document: object): string {
  return `${JSON.stringify({ schemaVersion: SCHEMA_VERSION, ...document }, undefined, 2)}\n`;
}

function pageAs(
  format: Exclude<ExplainFormat, 'json'>,
  parts: readonly Part[],
  guide: Guide,
  options: ExplainWriteOptions,
): string {
  if (format === 'markdown') return pageMarkdown(parts, guide);
  return format === 'html' ? pageHtml(parts, guide) : pageText(parts, guide, options);
}
